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
 * @depth: how many goals it is part of, one through another
 * @status: how it stands
 * @status_label: the same in words
 * @progress: how far it has come, 1 is the whole way; NAN if not known
 * @ideal: how far it should have come; NAN if not known
 * @late: whether it should be done by now
 * @check_ins: (nullable) (element-type PatronRecord): by rising date
 * @actions: (nullable) (element-type PatronRecord): what is done for it
 *
 * A goal as the timeline draws it.
 */
typedef struct
{
  PatronRecord    *goal;
  guint            depth;
  PatronGoalStatus status;
  const char      *status_label;
  double           progress;
  double           ideal;
  gboolean         late;
  GPtrArray       *check_ins;
  GPtrArray       *actions;
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

PatronTone   patron_goal_status_get_tone (PatronGoalStatus        status);
char        *patron_goal_write_details  (PatronRecord            *goal,
                                         gboolean                 late);
PatronScene *patron_goal_timeline_scene (const PatronGoalContent *content,
                                         const PatronTheme       *theme,
                                         double                   width,
                                         double                   height,
                                         PatronMeasurer          *measurer);

G_END_DECLS
