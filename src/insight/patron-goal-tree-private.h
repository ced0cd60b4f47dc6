/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-goal-tree.h"

G_BEGIN_DECLS

struct _PatronGoalTree
{
  PatronDocument *document; /* (owned) */
  gint64          today;
  GArray         *nodes;    /* (element-type PatronGoalNode): whole before
                             * parts, in the order of the user */
  GHashTable     *indices;  /* gint64 -> index + 1 */
  GHashTable     *series;   /* gint64 of a KPI -> PatronKpiSeries */
};

/* patron-goal-measure.c */
void patron_goal_measure (PatronGoalTree *self,
                          PatronGoalNode *node);
void patron_goal_get_period (const char *period,
                             gint64      date,
                             gint64     *from,
                             gint64     *to);

G_END_DECLS
