/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

/* The limits of a process; patron-process-rules.c judges by them. */

#include "patron-process.h"

#include <math.h>

#include "patron-fit.h"

/* 3/d2 and D4 for ranges of two, and the same for medians, as Wheeler has
 * them; and where the NHS leaves a moving range out. */
#define MEAN_TO_LIMIT 2.66
#define MEAN_TO_RANGE_LIMIT 3.268
#define MEDIAN_TO_LIMIT 3.145
#define MEDIAN_TO_RANGE_LIMIT 3.865
#define SCREEN_AT 3.267

/* The second pass takes back what the first lost to rounding, so that equal
 * values have themselves for a mean. */
static double
get_mean (const double *values,
          gsize         n)
{
  double sum = 0;
  double rest = 0;
  double mean;

  for (gsize i = 0; i < n; i++)
    sum += values[i];
  mean = sum / (double) n;
  for (gsize i = 0; i < n; i++)
    rest += values[i] - mean;
  return mean + rest / (double) n;
}

/* Leaves out the ranges that are outliers among themselves; returns how many
 * are left. */
static gsize
screen_ranges (double *ranges,
               gsize   n)
{
  double most = SCREEN_AT * get_mean (ranges, n);
  gsize n_left = 0;

  if (!(most > 0))
    return n;
  for (gsize i = 0; i < n; i++)
    if (ranges[i] < most)
      ranges[n_left++] = ranges[i];
  return n_left;
}

static void
set_limits (PatronProcess *process,
            gboolean       median)
{
  double reach = (median ? MEDIAN_TO_LIMIT : MEAN_TO_LIMIT) * process->range;

  process->lower = process->centre - reach;
  process->upper = process->centre + reach;
  process->lower_quartile = process->centre - reach / 2;
  process->upper_quartile = process->centre + reach / 2;
  process->range_limit
      = (median ? MEDIAN_TO_RANGE_LIMIT : MEAN_TO_RANGE_LIMIT)
        * process->range;
}

/**
 * patron_process_limits:
 * @values: (array length=n): a series in the order of time; what is not
 *   finite is missing, as if it were not in the series
 * @n_first: from how many of the first values the limits come; 0 for all
 * @median: whether medians are taken, which single outliers do not move
 * @screen: whether moving ranges of 3.267 times their mean or more are left
 *   out of it, once, as the NHS does; medians need none of it, and it does
 *   nothing to them
 * @process: (out): the limits, in the unit of the values
 *
 * The natural limits of a process: mean ± 2.66 times the mean moving range,
 * which itself has the upper limit of 3.268 times its mean; or median ± 3.145
 * and 3.865 times the median moving range (Wheeler, Understanding Variation).
 *
 * Returns: whether there are %PATRON_PROCESS_MIN_VALUES to compute limits
 *   from; if not, only the counts are set, and the limits are NAN
 */
gboolean
patron_process_limits (const double  *values,
                       gsize          n,
                       gsize          n_first,
                       gboolean       median,
                       gboolean       screen,
                       PatronProcess *process)
{
  g_autofree double *used = g_new (double, MAX (n, 1));
  g_autofree double *ranges = g_new (double, MAX (n, 1));
  gsize n_ranges;

  *process = (PatronProcess){
    .centre = NAN,
    .range = NAN,
    .lower = NAN,
    .upper = NAN,
    .lower_quartile = NAN,
    .upper_quartile = NAN,
    .range_limit = NAN,
  };
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        process->n++;
        if (n_first == 0 || process->n_used < n_first)
          used[process->n_used++] = values[i];
      }
  process->provisional = process->n_used < PATRON_PROCESS_FIRM_VALUES;
  if (process->n_used < PATRON_PROCESS_MIN_VALUES)
    return FALSE;

  n_ranges = process->n_used - 1;
  for (gsize i = 0; i < n_ranges; i++)
    ranges[i] = fabs (used[i + 1] - used[i]);
  if (median)
    {
      process->range = patron_fit_median (ranges, n_ranges);
      process->centre = patron_fit_median (used, process->n_used);
    }
  else
    {
      if (screen)
        {
          gsize n_left = screen_ranges (ranges, n_ranges);

          process->n_screened = n_ranges - n_left;
          n_ranges = n_left;
        }
      process->range = get_mean (ranges, n_ranges);
      process->centre = get_mean (used, process->n_used);
    }
  set_limits (process, median);
  return TRUE;
}

/**
 * patron_process_assure:
 * @process: limits that could be computed
 * @better: which way is better
 * @target: in the unit of the values, or NAN for none
 *
 * Whether the process will meet a target if nothing is changed: it does where
 * all between its limits is better than the target, and does not where all is
 * worse (NHS England, Making Data Count).
 *
 * Returns: how the target and the limits lie to each other
 */
PatronAssurance
patron_process_assure (const PatronProcess *process,
                       PatronProcessBetter  better,
                       double               target)
{
  gboolean above = target > process->upper;
  gboolean below = target < process->lower;

  if (better == PATRON_PROCESS_NEITHER || !isfinite (target)
      || !isfinite (process->centre))
    return PATRON_ASSURANCE_NONE;
  if (!above && !below)
    return PATRON_ASSURANCE_HIT_AND_MISS;
  return above == (better == PATRON_PROCESS_UP) ? PATRON_ASSURANCE_FAIL
                                                : PATRON_ASSURANCE_PASS;
}
