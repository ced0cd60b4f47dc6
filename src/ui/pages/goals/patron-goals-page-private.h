/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-goals-actions.h"
#include "patron-goals-drawing.h"
#include "patron-goals-list.h"
#include "patron-goals-page.h"
#include "patron-goals-pane.h"
#include "patron-goals-reviews.h"
#include "patron-side-pane.h"

G_BEGIN_DECLS

struct _PatronGoalsPage
{
  PatronPage           parent_instance;

  PatronGoalTree      *tree;       /* (nullable) */
  guint64              changed;    /* entities, since the tree was read */
  guint                refresh_source;

  GtkStack            *levels;     /* empty or not */
  AdwViewStack        *views;
  gboolean             switcher_shown; /* above, where there is room */
  AdwViewSwitcherBar  *switcher_bar;
  PatronGoalsList     *list;
  PatronGoalsDrawing  *drawings[2]; /* the tree, the timeline */
  PatronGoalsActions  *actions;
  PatronGoalsReviews  *reviews;
  PatronSidePane      *side;
  gboolean             wants_pane; /* where there is room for it */
  gboolean             mapped;     /* ever */
  gboolean             was_folded;
  guint                fold_source;
  PatronGoalsPane     *pane;
  GtkMenuButton       *confidence;
  GtkLabel            *formula;
  GtkRevealer         *reminder;
  GtkLabel            *reminder_text;
};

void          patron_goals_page_follow          (PatronGoalsPage *self,
                                                 gboolean         switcher);
void          patron_goals_page_refresh         (PatronGoalsPage *self);
PatronRecord *patron_goals_page_get_goal        (PatronGoalsPage *self);
void          patron_goals_page_show_goal       (PatronGoalsPage *self,
                                                 PatronRecord    *goal);

/* patron-goals-page-view.c */
GtkWidget    *patron_goals_page_make_toolbar    (PatronGoalsPage *self);
GtkWidget    *patron_goals_page_make_reminder   (PatronGoalsPage *self);
void          patron_goals_page_add_drawings    (PatronGoalsPage *self);
void          patron_goals_page_add_actions     (PatronGoalsPage *self);
void          patron_goals_page_add_reviews     (PatronGoalsPage *self);
PatronGoalsDrawing *patron_goals_page_get_drawing (PatronGoalsPage *self);
GtkWidget    *patron_goals_page_make_empty      (void);
void          patron_goals_page_add_menu        (PatronGoalsPage *self);
void          patron_goals_page_show_confidence (PatronGoalsPage *self);
void          patron_goals_page_show_reminder   (PatronGoalsPage *self);

/* patron-goals-page-actions.c, patron-goals-page-move.c */
void          patron_goals_page_install_actions (GtkWidgetClass  *klass);
void          patron_goals_page_install_moves   (GtkWidgetClass  *klass);
void          patron_goals_page_update_actions  (PatronGoalsPage *self);
gboolean      patron_goals_page_drop            (PatronRecord    *target,
                                                 PatronRecord    *dropped,
                                                 PatronGoalPlace  place,
                                                 gboolean         commit,
                                                 gpointer         page);

G_END_DECLS
