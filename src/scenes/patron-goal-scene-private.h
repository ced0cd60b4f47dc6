/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-flow.h"
#include "patron-goal-scene.h"

G_BEGIN_DECLS

PatronColour patron_goal_scene_colour     (const PatronTheme    *theme,
                                           PatronGoalStatus      status);
void         patron_goal_scene_add_header (PatronFlow           *flow,
                                           const PatronGoalContent *content);
void         patron_goal_scene_add_label  (PatronFlow           *flow,
                                           const PatronGoalItem *item);
char        *patron_goal_scene_describe   (const PatronGoalItem *item);
PatronScene *patron_goal_scene_finish     (PatronScene          *scene,
                                           const PatronGoalContent *content,
                                           const PatronTheme    *theme,
                                           double                width,
                                           double                height);

G_END_DECLS
