/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-goal-tree.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOAL_ROW (patron_goal_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalRow, patron_goal_row, PATRON, GOAL_ROW,
                      GtkListBoxRow)

GtkWidget    *patron_goal_row_new      (PatronRecord         *goal);
PatronRecord *patron_goal_row_get_goal (PatronGoalRow        *self);
void          patron_goal_row_show     (PatronGoalRow        *self,
                                        const PatronGoalTree *tree,
                                        gboolean              expanded);
void          patron_goal_row_rename   (PatronGoalRow        *self);
gboolean      patron_goal_row_is_renaming (PatronGoalRow     *self);

GtkWidget    *patron_goal_mark_new     (void);
void          patron_goal_mark_set     (GtkWidget            *mark,
                                        PatronGoalStatus      status);

G_END_DECLS
