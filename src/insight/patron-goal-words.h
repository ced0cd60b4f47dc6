/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-goal-tree.h"

G_BEGIN_DECLS

const char *patron_goal_status_get_label (PatronGoalStatus      status);
char       *patron_goal_write_progress   (const PatronGoalNode *node);
char       *patron_goal_write_pace       (const PatronGoalNode *node);
char       *patron_goal_write_status     (const PatronGoalTree *tree,
                                          guint                 index);
char       *patron_goal_write_standing   (const PatronGoalTree *tree,
                                          int                   index);
char       *patron_goal_write_check_in   (const PatronGoalTree *tree,
                                          guint                 index);
char       *patron_goal_explain          (const PatronGoalTree *tree,
                                          guint                 index);
char       *patron_net_confidence_write  (const PatronNetConfidence *net);
char       *patron_net_confidence_explain (const PatronNetConfidence *net);

G_END_DECLS
