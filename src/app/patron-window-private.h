/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-application.h"
#include "patron-undoing.h"
#include "patron-window.h"

G_BEGIN_DECLS

struct _PatronWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay    *toasts;
  AdwToast           *undo_toast; /* (unowned) (nullable): being shown */
  PatronDocument     *document;   /* (owned) (nullable) */
  PatronDocumentView *view;       /* (unowned): %NULL without document */

  /* An undo that takes long: patron-window-undo.c */
  PatronUndoing      *undoing;     /* (owned) (nullable) */
  GtkWidget          *undo_bar;    /* (weak) (nullable) */
  guint               undo_source;

  gboolean            was_away;   /* the focus, since the last look */

  /* Publishing: patron-window-publish.c */
  GFileMonitor       *monitor;        /* (owned) (nullable) */
  guint               publish_source; /* waits for the last edit */
  guint               check_source;   /* waits for the others to finish */
  gboolean            publishing;
  gboolean            closing;        /* once it is published */

  gboolean            to_review;      /* what the last merge left open */
};

/* patron-window.c */

void patron_window_refresh_welcome (PatronWindow   *self);

/* patron-window-actions.c */

void patron_window_install_actions (GtkWidgetClass *widget_class);
void patron_window_update_actions  (PatronWindow   *self);

/* patron-window-publish.c */

void patron_window_publish_start   (PatronWindow   *self);
void patron_window_publish_stop    (PatronWindow   *self);
void patron_window_publish_now     (PatronWindow   *self);
void patron_window_publish_later   (PatronWindow   *self);
void patron_window_check_outside   (PatronWindow   *self);
void patron_window_update_notices  (PatronWindow   *self);

/* patron-window-files.c */

void patron_window_choose_open     (PatronWindow   *self);
void patron_window_choose_save     (PatronWindow   *self);
void patron_window_choose_merge    (PatronWindow   *self);
void patron_window_ask_discard     (PatronWindow   *self,
                                    const char     *draft);
void patron_window_ask_conflict    (PatronWindow   *self);
void patron_window_note_conflicts  (PatronWindow   *self);
void patron_window_review          (PatronWindow   *self);

/* patron-window-undo.c */

void patron_window_undo            (PatronWindow   *self,
                                    gboolean        undo);
void patron_window_stop_undoing    (PatronWindow   *self);

/* patron-window-view.c */

void patron_window_restore_size    (PatronWindow   *self);
void patron_window_restore_view    (PatronWindow   *self);
void patron_window_remember_view   (PatronWindow   *self);

G_END_DECLS
