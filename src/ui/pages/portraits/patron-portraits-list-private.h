/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-portraits-list.h"

G_BEGIN_DECLS

struct _PatronPortraitsList
{
  AdwBin parent_instance;

  PatronDocument     *document; /* (owned) (nullable) */
  GListModel         *segments; /* (owned) (nullable) */
  GListModel         *others;   /* (owned) (nullable): without a segment */
  GtkTreeListModel   *tree;     /* (owned) (nullable) */
  GtkSingleSelection *selection;
  GtkWidget          *view;
  GtkWidget          *menu;     /* popped up over the list */
  PatronRecord       *selected; /* (owned) (nullable) */
  guint               position; /* where that was last */
  gboolean            changing;
  gboolean            single;   /* a click opens */
};

/* patron-portraits-list.c */
void patron_portraits_list_activate     (PatronPortraitsList *self);

/* patron-portraits-list-rows.c */
void patron_portraits_list_install_menu (GtkWidgetClass      *klass);
void patron_portraits_list_add_rows     (PatronPortraitsList *self);

G_END_DECLS
