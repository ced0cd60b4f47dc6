/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-goal-tree.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOALS_LIST (patron_goals_list_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalsList, patron_goals_list, PATRON, GOALS_LIST,
                      AdwBin)

/**
 * PatronGoalPlace:
 *
 * Where a goal is dropped on another.
 */
typedef enum
{
  PATRON_GOAL_BEFORE,
  PATRON_GOAL_INTO,
  PATRON_GOAL_AFTER,
} PatronGoalPlace;

/**
 * PatronGoalDropFunc:
 * @commit: whether it was dropped, rather than only held there
 *
 * Returns: whether @dropped may go there
 */
typedef gboolean (*PatronGoalDropFunc) (PatronRecord    *target,
                                        PatronRecord    *dropped,
                                        PatronGoalPlace  place,
                                        gboolean         commit,
                                        gpointer         data);

GtkWidget    *patron_goals_list_new          (void);
void          patron_goals_list_set_drop     (PatronGoalsList      *self,
                                              PatronGoalDropFunc    drop,
                                              gpointer              data);
void          patron_goals_list_show         (PatronGoalsList      *self,
                                              const PatronGoalTree *tree);
PatronRecord *patron_goals_list_get_selected (PatronGoalsList      *self);
gboolean      patron_goals_list_select       (PatronGoalsList      *self,
                                              PatronRecord         *goal);
void          patron_goals_list_rename       (PatronGoalsList      *self,
                                              PatronRecord         *goal);
void          patron_goals_list_focus        (PatronGoalsList      *self);
gboolean      patron_goals_list_is_typing    (PatronGoalsList      *self);
void          patron_goals_list_expand_all   (PatronGoalsList      *self,
                                              gboolean              expand);
GtkListBox   *patron_goals_list_get_box      (PatronGoalsList      *self);

/* patron-goals-drag.c */
void          patron_goals_drag_install      (GtkWidget            *row,
                                              PatronGoalDropFunc    drop,
                                              gpointer              data);

G_END_DECLS
