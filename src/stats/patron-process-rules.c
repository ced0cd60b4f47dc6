/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

/* What in a series breaks the rules of a process behaviour chart. */

#include "patron-process.h"

#include <float.h>
#include <math.h>

#define WHEELER_RUN 8
#define NHS_RUN 7
#define NHS_TREND 7
#define WHEELER_WINDOW 4
#define WHEELER_NEAR 3
#define NHS_WINDOW 3
#define NHS_NEAR 2

/* A value that is there, and how it lies to the lines: -1 below, 0 on or
 * between them, 1 above. */
typedef struct
{
  double              value;
  int                 side;
  int                 outside;
  int                 near;
  PatronProcessPoint *point;
} Judged;

/* Lines are computed, so a value that is on one may miss it by what was lost
 * to rounding. */
static int
compare (double value,
         double line)
{
  double blur = 16 * DBL_EPSILON * fmax (fabs (value), fabs (line));

  if (value > line + blur)
    return 1;
  return value < line - blur ? -1 : 0;
}

static int
compare_band (double value,
              double lower,
              double upper)
{
  if (compare (value, upper) > 0)
    return 1;
  return compare (value, lower) < 0 ? -1 : 0;
}

static void
place (const PatronProcess *process,
       PatronProcessRules   rules,
       Judged              *judged)
{
  /* Limits stand at three sigma, so the outer third begins at two. */
  double two_thirds = (process->upper - process->centre) * 2 / 3;
  double value = judged->value;

  judged->side = compare (value, process->centre);
  judged->outside = compare_band (value, process->lower, process->upper);
  if (rules == PATRON_PROCESS_WHEELER)
    judged->near = compare_band (value, process->lower_quartile,
                                 process->upper_quartile);
  else if (judged->outside == 0)
    judged->near = compare_band (value, process->centre - two_thirds,
                                 process->centre + two_thirds);
}

static void
mark (Judged               *judged,
      gsize                 from,
      gsize                 to,
      PatronProcessSignals  signal)
{
  for (gsize i = from; i < to; i++)
    judged[i].point->signals |= signal;
}

/* All of a row on one side; a value on the centre ends it. */
static void
mark_runs (Judged *judged,
           gsize   n,
           gsize   length)
{
  gsize start = 0;

  for (gsize i = 1; i <= n; i++)
    if (i == n || judged[i].side != judged[start].side)
      {
        if (judged[start].side != 0 && i - start >= length)
          mark (judged, start, i, PATRON_PROCESS_RUN);
        start = i;
      }
}

/* All of a row that rises or falls, its first value among them; an equal one
 * ends it. @ways takes the way of each. */
static void
mark_trends (Judged *judged,
             gsize   n,
             gsize   length,
             int    *ways)
{
  gsize start = 0;
  int way = 0;

  for (gsize i = 1; i <= n; i++)
    {
      int next = i == n ? 0
                        : (judged[i].value > judged[i - 1].value)
                              - (judged[i].value < judged[i - 1].value);

      if (next == way && i < n)
        continue;
      if (way != 0 && i - start >= length)
        {
          mark (judged, start, i, PATRON_PROCESS_TREND);
          for (gsize k = start; k < i; k++)
            ways[k] = way;
        }
      start = i - 1;
      way = next;
    }
}

/* Those of a window that are close to the same limit, where they are enough;
 * the NHS wants the whole window on that side of the centre. */
static void
mark_near (Judged             *judged,
           gsize               n,
           PatronProcessRules  rules)
{
  gboolean wheeler = rules == PATRON_PROCESS_WHEELER;
  gsize length = wheeler ? WHEELER_WINDOW : NHS_WINDOW;
  guint enough = wheeler ? WHEELER_NEAR : NHS_NEAR;

  for (gsize i = 0; i + length <= n; i++)
    for (int side = -1; side <= 1; side += 2)
      {
        guint n_near = 0;
        guint n_on_side = 0;

        for (gsize k = i; k < i + length; k++)
          {
            n_near += judged[k].near == side;
            n_on_side += judged[k].side == side;
          }
        if (n_near < enough || (!wheeler && n_on_side < length))
          continue;
        for (gsize k = i; k < i + length; k++)
          if (judged[k].near == side)
            mark (judged, k, k + 1, PATRON_PROCESS_NEAR);
      }
}

static PatronProcessType
get_type (PatronProcessBetter better,
          int                 way)
{
  switch (better)
    {
    case PATRON_PROCESS_UP:
      return way > 0 ? PATRON_PROCESS_IMPROVEMENT : PATRON_PROCESS_CONCERN;

    case PATRON_PROCESS_DOWN:
      return way < 0 ? PATRON_PROCESS_IMPROVEMENT : PATRON_PROCESS_CONCERN;

    case PATRON_PROCESS_NEITHER:
    default:
      return way > 0 ? PATRON_PROCESS_HIGH : PATRON_PROCESS_LOW;
    }
}

/**
 * patron_process_judge:
 * @process: limits that could be computed, of these values or of others
 * @values: (array length=n): a series in the order of time; what is not
 *   finite is missing, as if it were not in the series
 * @rules: which patterns are signals
 * @better: which way is better
 * @points: (out caller-allocates) (array length=n): what each value says
 *
 * Finds the signals of a series: values outside the limits, runs, trends, and
 * values close to a limit, by the rules of Wheeler or of the NHS. Each value
 * that makes a pattern is marked, the first ones too. A value on a line is
 * not beyond it, and one on the centre is on neither side and ends a run.
 *
 * A signal goes the way of the side that the value is on, or, where a trend
 * is its only one, the way of the trend.
 */
void
patron_process_judge (const PatronProcess *process,
                      const double        *values,
                      gsize                n,
                      PatronProcessRules   rules,
                      PatronProcessBetter  better,
                      PatronProcessPoint  *points)
{
  g_autofree Judged *judged = g_new0 (Judged, MAX (n, 1));
  g_autofree int *ways = g_new0 (int, MAX (n, 1));
  gsize n_judged = 0;

  for (gsize i = 0; i < n; i++)
    {
      Judged *one = &judged[n_judged];

      points[i] = (PatronProcessPoint){ .moving_range = NAN };
      if (!isfinite (values[i]))
        continue;
      *one = (Judged){ .value = values[i], .point = &points[i] };
      place (process, rules, one);
      if (one->outside != 0)
        one->point->signals = PATRON_PROCESS_OUTSIDE;
      if (n_judged > 0)
        one->point->moving_range = fabs (values[i] - one[-1].value);
      n_judged++;
    }

  mark_runs (judged, n_judged,
             rules == PATRON_PROCESS_WHEELER ? WHEELER_RUN : NHS_RUN);
  if (rules == PATRON_PROCESS_NHS)
    mark_trends (judged, n_judged, NHS_TREND, ways);
  mark_near (judged, n_judged, rules);

  for (gsize i = 0; i < n_judged; i++)
    {
      PatronProcessPoint *point = judged[i].point;

      if (point->signals != PATRON_PROCESS_NONE)
        point->type = get_type (
            better,
            point->signals == PATRON_PROCESS_TREND ? ways[i]
                                                   : judged[i].side);
    }
}
