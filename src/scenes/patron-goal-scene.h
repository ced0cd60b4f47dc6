/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-progress.h"
#include "patron-record.h"
#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

/**
 * PatronGoalItem:
 * @goal: a goal
 * @parent: the index of the goal that it is part of, or -1
 * @depth: how many goals it is part of, one through another
 * @end: the index after the last goal that is part of it
 * @status: how it stands
 * @status_label: the same in words
 * @progress: how far it has come, 1 is the whole way; NAN if not known
 * @ideal: how far it should have come; NAN if not known
 * @late: whether it should be done by now
 * @check_ins: (nullable) (element-type PatronRecord): by rising date
 *
 * A goal as the tree and the timeline draw it.
 */
typedef struct
{
  PatronRecord    *goal;
  int              parent;
  guint            depth;
  guint            end;
  PatronGoalStatus status;
  const char      *status_label;
  double           progress;
  double           ideal;
  gboolean         late;
  GPtrArray       *check_ins;
} PatronGoalItem;

/**
 * PatronGoalContent:
 * @title: what stands above all
 * @items: (array length=n): the goals, wholes before their parts
 * @n: how many
 * @today: in days since 1970-01-01
 *
 * What a picture of goals shows.
 */
typedef struct
{
  const char           *title;
  const PatronGoalItem *items;
  guint                 n;
  gint64                today;
} PatronGoalContent;

PatronScene *patron_goal_tree_scene     (const PatronGoalContent *content,
                                         const PatronTheme       *theme,
                                         double                   width,
                                         double                   height,
                                         PatronMeasurer          *measurer);
PatronScene *patron_goal_timeline_scene (const PatronGoalContent *content,
                                         const PatronTheme       *theme,
                                         double                   width,
                                         double                   height,
                                         PatronMeasurer          *measurer);

G_END_DECLS
