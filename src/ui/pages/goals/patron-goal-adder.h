/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-goal-tree.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOAL_ADDER (patron_goal_adder_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalAdder, patron_goal_adder, PATRON, GOAL_ADDER,
                      AdwBin)

GtkWidget *patron_goal_adder_new      (PatronDocument       *document);
void       patron_goal_adder_set_goal (PatronGoalAdder      *self,
                                       PatronRecord         *goal);
void       patron_goal_adder_show     (PatronGoalAdder      *self,
                                       const PatronGoalNode *node);
void       patron_goal_adder_open     (PatronGoalAdder      *self);

G_END_DECLS
