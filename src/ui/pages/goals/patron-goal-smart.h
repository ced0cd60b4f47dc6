/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-goal-tree.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOAL_SMART (patron_goal_smart_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalSmart, patron_goal_smart, PATRON, GOAL_SMART,
                      AdwBin)

GtkWidget *patron_goal_smart_new  (void);
void       patron_goal_smart_show (PatronGoalSmart      *self,
                                   const PatronGoalTree *tree,
                                   int                   index);

G_END_DECLS
