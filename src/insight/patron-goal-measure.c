/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* How far a goal has come, by what was measured of its KPI. */

#include "config.h"

#include <math.h>

#include "patron-date.h"
#include "patron-goal-tree-private.h"

static gboolean
get_kind (PatronRecord     *goal,
          PatronTargetKind *kind)
{
  static const char *const ids[] = { "stay_above", "stay_below",
                                     "increase_to", "decrease_to" };
  const char *id = patron_record_get_text (goal, "target_kind");

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *kind = (PatronTargetKind) i;
        return TRUE;
      }
  return FALSE;
}

/* Where nobody says what the target means, the way from baseline to target
 * does, and the direction of the KPI where the way is not known yet. Where
 * there is no way, it is to stay there. */
static PatronTargetKind
find_kind (const PatronGoalNode *node)
{
  const char *direction
      = node->kpi != NULL ? patron_record_get_text (node->kpi, "direction")
                          : NULL;
  gboolean down = g_strcmp0 (direction, "down") == 0;
  PatronTargetKind kind;

  if (get_kind (node->goal, &kind))
    return kind;
  if (node->target > node->baseline)
    return PATRON_TARGET_INCREASE;
  if (node->target < node->baseline)
    return PATRON_TARGET_DECREASE;
  if (isnan (node->baseline))
    return down ? PATRON_TARGET_DECREASE : PATRON_TARGET_INCREASE;
  return down ? PATRON_TARGET_STAY_BELOW : PATRON_TARGET_STAY_ABOVE;
}

/* patron_goal_get_period:
 * @period: month, quarter or year
 *
 * Gives the first and the last day of the period of the calendar that @date
 * lies in.
 */
void
patron_goal_get_period (const char *period,
                        gint64      date,
                        gint64     *from,
                        gint64     *to)
{
  int months = g_strcmp0 (period, "year") == 0      ? 12
               : g_strcmp0 (period, "quarter") == 0 ? 3
                                                    : 1;
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  month = (month - 1) / months * months + 1;
  *from = patron_date_from_ymd (year, month, 1);
  month += months;
  if (month > 12)
    {
      month -= 12;
      year++;
    }
  *to = patron_date_from_ymd (year, month, 1) - 1;
}

/* The last point that has a value and is not in the future, or -1. */
static gssize
find_newest (const PatronKpiSeries *series,
             gint64                 today)
{
  gssize i = patron_kpi_series_find (series, today);

  while (i >= 0 && !isfinite (series->values[i]))
    i--;
  return i;
}

static gsize
find_first (const PatronKpiSeries *series,
            gint64                 date)
{
  gssize i = patron_kpi_series_find (series, date - 1);

  return (gsize) (i + 1);
}

static gsize
count_values (const PatronKpiSeries *series,
              gsize                  first,
              gsize                  last)
{
  gsize n = 0;

  for (gsize i = first; i <= last; i++)
    n += isfinite (series->values[i]);
  return n;
}

/* The last day that a value speaks of: that of a month may be dated on its
 * first day. */
static gint64
get_covered (const PatronKpiSeries *series,
             gint64                 date)
{
  const char *period = series->cadence == PATRON_CADENCE_MONTH     ? "month"
                       : series->cadence == PATRON_CADENCE_QUARTER ? "quarter"
                       : series->cadence == PATRON_CADENCE_YEAR    ? "year"
                                                                   : NULL;
  gint64 from, to;

  if (period == NULL)
    return date;
  patron_goal_get_period (period, date, &from, &to);
  return to;
}

/* What is counted from nothing in each period: sums add up, of all else the
 * newest value counts. */
static void
measure_period (PatronGoalTree *self,
                PatronGoalNode *node,
                const char     *period)
{
  const PatronKpiSeries *series = node->series;
  gboolean sum = g_strcmp0 (patron_record_get_text (node->kpi, "aggregation"),
                            "sum") == 0;
  gssize newest = find_newest (series, self->today);
  gsize first;
  double total = 0;
  gint64 covered;

  patron_goal_get_period (period, self->today, &node->from, &node->to);
  first = find_first (series, node->from);
  if (newest < (gssize) first || !(node->target > 0))
    return;
  for (gsize i = first; i <= (gsize) newest; i++)
    if (isfinite (series->values[i]))
      total = sum ? total + series->values[i] : series->values[i];
  covered = MIN (get_covered (series, series->dates[newest]), self->today);
  node->current = total;
  node->current_date = series->dates[newest];
  node->n_counted = count_values (series, first, (gsize) newest);
  node->progress = total / node->target;
  node->ideal = patron_progress_ideal (node->from, node->to + 1, covered + 1);
  node->paced = patron_progress_pace (node->progress, node->ideal);
}

/* A target to stay at is judged by the periods since the start; after a
 * period that missed it, all is not well. */
static void
measure_kept (PatronGoalTree *self,
              PatronGoalNode *node,
              gint64          starts,
              gssize          newest)
{
  const PatronKpiSeries *series = node->series;
  gsize first = starts != 0 ? find_first (series, starts) : 0;

  if (newest < (gssize) first)
    return;
  node->progress = patron_progress_kept (
      node->target_kind, node->target, series->values + first,
      (gsize) newest + 1 - first, &node->n_counted);
  node->ideal = 1;
  node->paced = patron_progress_pace (node->progress, node->ideal);
  if (!patron_target_is_met (node->target_kind, node->target, node->current))
    node->paced = MIN (node->paced, PATRON_GOAL_NEEDS_ATTENTION);
}

static void
measure_made (PatronGoalTree *self,
              PatronGoalNode *node,
              gint64          starts,
              gint64          due,
              gssize          newest)
{
  gsize first = starts != 0 ? find_first (node->series, starts) : 0;

  node->progress = patron_progress_made (node->target_kind, node->baseline,
                                         node->target, node->current);
  node->n_counted = newest >= (gssize) first
                        ? count_values (node->series, first, (gsize) newest)
                        : 0;
  /* A value is compared with the line where the value is: by now, it may be
   * further. */
  if (starts != 0 && due != 0)
    node->ideal = patron_progress_ideal (
        starts, due,
        MIN (get_covered (node->series, node->current_date), self->today));
  node->paced = patron_progress_pace (node->progress, node->ideal);
}

/* patron_goal_measure:
 * @node: has a goal and a KPI
 *
 * Sets what the KPI says of the goal.
 */
void
patron_goal_measure (PatronGoalTree *self,
                     PatronGoalNode *node)
{
  const char *period = patron_record_get_text (node->goal, "reset_every");
  gint64 starts = patron_record_get_integer (node->goal, "starts");
  gint64 due = patron_record_get_integer (node->goal, "due");
  gssize newest;

  node->target = patron_record_get_number (node->goal, "target");
  node->baseline = patron_record_get_number (node->goal, "baseline");
  if (isnan (node->baseline))
    node->baseline = patron_record_get_number (node->kpi, "baseline");
  node->target_kind = find_kind (node);
  newest = find_newest (node->series, self->today);
  if (newest < 0 || isnan (node->target))
    return;
  if (period != NULL)
    {
      measure_period (self, node, period);
    }
  else
    {
      node->current = node->series->values[newest];
      node->current_date = node->series->dates[newest];
      if (node->target_kind == PATRON_TARGET_STAY_ABOVE
          || node->target_kind == PATRON_TARGET_STAY_BELOW)
        measure_kept (self, node, starts, newest);
      else
        measure_made (self, node, starts, due, newest);
    }
  if (!isnan (node->progress))
    node->basis = PATRON_GOAL_BY_KPI;
}
