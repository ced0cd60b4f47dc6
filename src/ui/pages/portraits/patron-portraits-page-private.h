/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-portraits-editor.h"
#include "patron-portraits-list.h"
#include "patron-portraits-page.h"
#include "patron-scene-view.h"
#include "patron-split.h"

G_BEGIN_DECLS

struct _PatronPortraitsPage
{
  PatronPage parent_instance;

  GtkStack            *levels; /* empty, or full */
  PatronSplit         *split;
  PatronPortraitsList *list;
  GtkStack            *content; /* none, segment, portrait or poster */
  GtkToggleButton     *poster_button;
  PatronSceneView     *poster;
  PatronPortraitsEditor *segment_editor;  /* (nullable) */
  PatronPortraitsEditor *portrait_editor; /* (nullable) */
  PatronRecord        *shown; /* (owned) (nullable) */
};

/* patron-portraits-page.c */
void patron_portraits_page_open            (PatronPortraitsPage *self,
                                            PatronRecord        *record);

void patron_portraits_page_show_content    (PatronPortraitsPage *self);

/* patron-portraits-page-poster.c */
void patron_portraits_page_add_poster      (PatronPortraitsPage *self);
void patron_portraits_page_update_poster   (PatronPortraitsPage *self);

/* patron-portraits-page-actions.c */
void patron_portraits_page_install_actions (GtkWidgetClass      *klass);
void patron_portraits_page_update_actions  (PatronPortraitsPage *self);

G_END_DECLS
