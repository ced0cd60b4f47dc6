/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-goal-tree.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOAL_SUMMARY (patron_goal_summary_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalSummary, patron_goal_summary, PATRON,
                      GOAL_SUMMARY, AdwBin)

GtkWidget *patron_goal_summary_new  (void);
void       patron_goal_summary_show (PatronGoalSummary    *self,
                                     const PatronGoalTree *tree,
                                     guint                 index);

G_END_DECLS
