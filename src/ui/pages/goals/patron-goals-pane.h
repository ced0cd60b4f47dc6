/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-goal-tree.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOALS_PANE (patron_goals_pane_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalsPane, patron_goals_pane, PATRON, GOALS_PANE,
                      AdwBin)

GtkWidget *patron_goals_pane_new         (void);
void       patron_goals_pane_set_document (PatronGoalsPane     *self,
                                          PatronDocument       *document);
void       patron_goals_pane_set_goal    (PatronGoalsPane      *self,
                                          PatronRecord         *goal);
void       patron_goals_pane_show        (PatronGoalsPane      *self,
                                          const PatronGoalTree *tree);
gboolean   patron_goals_pane_show_record (PatronGoalsPane      *self,
                                          PatronRecord         *record);
void       patron_goals_pane_show_check  (PatronGoalsPane      *self);
void       patron_goals_pane_check_in    (PatronGoalsPane      *self);
void       patron_goals_pane_flush       (PatronGoalsPane      *self);

G_END_DECLS
