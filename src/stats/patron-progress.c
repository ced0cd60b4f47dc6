/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

#include "patron-progress.h"

#include <math.h>

/**
 * patron_target_is_met:
 * @target: in the unit of @value
 * @value: a finite value
 *
 * Returns: whether @value is on the good side of @target, or on it
 */
gboolean
patron_target_is_met (PatronTargetKind kind,
                      double           target,
                      double           value)
{
  switch (kind)
    {
    case PATRON_TARGET_STAY_BELOW:
    case PATRON_TARGET_DECREASE:
      return value <= target;
    case PATRON_TARGET_STAY_ABOVE:
    case PATRON_TARGET_INCREASE:
    default:
      return value >= target;
    }
}

/**
 * patron_progress_made:
 * @baseline: where it began, in the unit of @value; of targets to stay at, it
 *   does not matter
 * @target: where it should come to
 * @value: where it is now
 *
 * The part of the way that has been made: (value - baseline) / (target -
 * baseline) (Perdoo, progress of key results). Below 0 is a step back, above
 * 1 is further than asked for. A target to stay at is met, 1, or not, 0.
 *
 * Returns: the progress, where 1 is the whole way; NAN where a number that it
 *   needs is missing, or the way has no length
 */
double
patron_progress_made (PatronTargetKind kind,
                      double           baseline,
                      double           target,
                      double           value)
{
  if (!isfinite (target) || !isfinite (value))
    return NAN;
  if (kind == PATRON_TARGET_STAY_ABOVE || kind == PATRON_TARGET_STAY_BELOW)
    return patron_target_is_met (kind, target, value) ? 1 : 0;
  if (!isfinite (baseline) || baseline == target)
    return NAN;
  return (value - baseline) / (target - baseline);
}

/**
 * patron_progress_kept:
 * @values: (array length=n): the values of the periods so far; what is not
 *   finite is missing
 * @n_judged: (out) (optional): how many are not missing
 *
 * Of a target to stay at, in how many periods it was met.
 *
 * Returns: the share, 0 to 1; NAN where there are no values
 */
double
patron_progress_kept (PatronTargetKind kind,
                      double           target,
                      const double    *values,
                      gsize            n,
                      gsize           *n_judged)
{
  gsize judged = 0;
  gsize met = 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        judged++;
        met += patron_target_is_met (kind, target, values[i]);
      }
  if (n_judged != NULL)
    *n_judged = judged;
  return judged > 0 && isfinite (target) ? (double) met / (double) judged
                                         : NAN;
}

/**
 * patron_progress_ideal:
 * @starts: the day on which work begins
 * @due: the day on which the goal should be met
 * @date: the day that is asked about
 *
 * The progress that a straight line from @starts to @due has made by @date.
 *
 * Returns: the progress, 0 to 1; NAN where @due is not after @starts
 */
double
patron_progress_ideal (gint64 starts,
                       gint64 due,
                       gint64 date)
{
  if (due <= starts)
    return NAN;
  return CLAMP ((double) (date - starts) / (double) (due - starts), 0.0, 1.0);
}

/**
 * patron_progress_pace:
 * @progress: how far the goal has come; 1 is the whole way
 * @ideal: how far it should have come, of the same day
 *
 * Compares the two: %PATRON_PACE_ON_TRACK of the ideal is on track,
 * %PATRON_PACE_LAGGING of it lags (UpRaise). What has come the whole way is on
 * track; that it is accomplished is for people to say.
 *
 * Returns: the status; unknown where either number is missing, or it is too
 *   early to tell
 */
PatronGoalStatus
patron_progress_pace (double progress,
                      double ideal)
{
  if (isnan (progress) || isnan (ideal))
    return PATRON_GOAL_UNKNOWN;
  if (progress >= 1)
    return PATRON_GOAL_ON_TRACK;
  if (ideal < PATRON_PACE_EARLY)
    return PATRON_GOAL_UNKNOWN;
  if (progress >= PATRON_PACE_ON_TRACK * ideal)
    return PATRON_GOAL_ON_TRACK;
  if (progress >= PATRON_PACE_LAGGING * ideal)
    return PATRON_GOAL_NEEDS_ATTENTION;
  return PATRON_GOAL_OFF_TRACK;
}

/**
 * patron_progress_roll_up:
 * @progress: (array length=n): how far each part has come; NAN where that is
 *   not known, which leaves it out
 * @weights: (array length=n): how much each counts; 0 or less leaves it out
 * @n_counted: (out) (optional): how many were not left out
 *
 * The weighted mean of parts. Steps back count as none (Perdoo), and what went
 * further than asked for counts as the whole way: neither may hide another.
 *
 * Returns: the progress, 0 to 1; NAN where nothing counts
 */
double
patron_progress_roll_up (const double *progress,
                         const double *weights,
                         gsize         n,
                         gsize        *n_counted)
{
  double sum = 0;
  double weight = 0;
  gsize counted = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (progress[i]) || !(weights[i] > 0))
        continue;
      sum += weights[i] * CLAMP (progress[i], 0.0, 1.0);
      weight += weights[i];
      counted++;
    }
  if (n_counted != NULL)
    *n_counted = counted;
  return weight > 0 ? sum / weight : NAN;
}

/**
 * patron_status_weakest:
 * @statuses: (array length=n): how the parts stand; unknown ones are left out
 *
 * A whole stands as its weakest part does (Perdoo, goal statuses).
 *
 * Returns: the status; unknown where no part has one
 */
PatronGoalStatus
patron_status_weakest (const PatronGoalStatus *statuses,
                       gsize                   n)
{
  PatronGoalStatus weakest = PATRON_GOAL_UNKNOWN;

  for (gsize i = 0; i < n; i++)
    if (statuses[i] != PATRON_GOAL_UNKNOWN
        && (weakest == PATRON_GOAL_UNKNOWN || statuses[i] < weakest))
      weakest = statuses[i];
  return weakest;
}

/**
 * patron_net_confidence:
 * @said: (array length=n): the newest word on each goal; none leaves it out
 * @net: (out): how sure people are
 *
 * Net confidence score: percent on track less percent off track (Tability).
 */
void
patron_net_confidence (const PatronConfidence *said,
                       gsize                   n,
                       PatronNetConfidence    *net)
{
  *net = (PatronNetConfidence) { 0 };
  for (gsize i = 0; i < n; i++)
    {
      net->n += said[i] != PATRON_CONFIDENCE_NONE;
      net->n_on_track += said[i] == PATRON_CONFIDENCE_ON_TRACK;
      net->n_at_risk += said[i] == PATRON_CONFIDENCE_AT_RISK;
      net->n_off_track += said[i] == PATRON_CONFIDENCE_OFF_TRACK;
    }
  net->score = net->n > 0 ? 100.0
                                * ((double) net->n_on_track
                                   - (double) net->n_off_track)
                                / net->n
                          : NAN;
}
