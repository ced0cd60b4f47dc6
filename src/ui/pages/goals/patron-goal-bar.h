/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-goal-tree.h"
#include "patron-theme.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOAL_BAR (patron_goal_bar_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalBar, patron_goal_bar, PATRON, GOAL_BAR,
                      GtkWidget)

GtkWidget *patron_goal_bar_new (void);
void       patron_goal_bar_set (PatronGoalBar    *self,
                                double            progress,
                                double            ideal,
                                PatronGoalStatus  status);

PatronTone patron_goal_tone    (PatronGoalStatus  status);

G_END_DECLS
