/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far goals have come, whether that is far enough by now, and what
 * becomes of it in the goal that they are part of. */

/* From which part of the ideal progress on a goal is on track, and below
 * which it is off track (UpRaise, objectives by expected progress). */
#define PATRON_PACE_ON_TRACK 0.95
#define PATRON_PACE_LAGGING 0.75

/* Before a twentieth of the time has gone by, the smallest change would
 * decide: pace says nothing yet. */
#define PATRON_PACE_EARLY 0.05

/**
 * PatronTargetKind:
 * @PATRON_TARGET_STAY_ABOVE: never be less than the target
 * @PATRON_TARGET_STAY_BELOW: never be more than the target
 * @PATRON_TARGET_INCREASE: rise from the baseline to the target
 * @PATRON_TARGET_DECREASE: fall from the baseline to the target
 *
 * What meeting a target means.
 */
typedef enum
{
  PATRON_TARGET_STAY_ABOVE,
  PATRON_TARGET_STAY_BELOW,
  PATRON_TARGET_INCREASE,
  PATRON_TARGET_DECREASE,
} PatronTargetKind;

/**
 * PatronGoalStatus:
 * @PATRON_GOAL_UNKNOWN: nothing says how it stands
 * @PATRON_GOAL_OFF_TRACK: it will not be met like this
 * @PATRON_GOAL_NEEDS_ATTENTION: it lags behind
 * @PATRON_GOAL_ON_TRACK: it is where it should be by now
 * @PATRON_GOAL_ACCOMPLISHED: it is done
 *
 * How a goal stands, weakest first.
 */
typedef enum
{
  PATRON_GOAL_UNKNOWN,
  PATRON_GOAL_OFF_TRACK,
  PATRON_GOAL_NEEDS_ATTENTION,
  PATRON_GOAL_ON_TRACK,
  PATRON_GOAL_ACCOMPLISHED,
} PatronGoalStatus;

#define PATRON_N_GOAL_STATUSES 5

/**
 * PatronConfidence:
 *
 * What the people who work on a goal expect of it.
 */
typedef enum
{
  PATRON_CONFIDENCE_NONE,
  PATRON_CONFIDENCE_OFF_TRACK,
  PATRON_CONFIDENCE_AT_RISK,
  PATRON_CONFIDENCE_ON_TRACK,
} PatronConfidence;

/**
 * PatronNetConfidence:
 * @n: how many goals somebody is sure or unsure about
 * @n_on_track: how many of them are said to be on track
 * @n_at_risk: how many are said to be at risk
 * @n_off_track: how many are said to be off track
 * @score: percent on track less percent off track, -100 to 100; NAN where @n
 *   is 0
 *
 * How sure people are of all goals together.
 */
typedef struct
{
  guint  n;
  guint  n_on_track;
  guint  n_at_risk;
  guint  n_off_track;
  double score;
} PatronNetConfidence;

gboolean         patron_target_is_met     (PatronTargetKind        kind,
                                           double                  target,
                                           double                  value);
double           patron_progress_made     (PatronTargetKind        kind,
                                           double                  baseline,
                                           double                  target,
                                           double                  value);
double           patron_progress_kept     (PatronTargetKind        kind,
                                           double                  target,
                                           const double           *values,
                                           gsize                   n,
                                           gsize                  *n_judged);
double           patron_progress_ideal    (gint64                  starts,
                                           gint64                  due,
                                           gint64                  date);
PatronGoalStatus patron_progress_pace     (double                  progress,
                                           double                  ideal);
double           patron_progress_roll_up  (const double           *progress,
                                           const double           *weights,
                                           gsize                   n,
                                           gsize                  *n_counted);
PatronGoalStatus patron_status_weakest    (const PatronGoalStatus *statuses,
                                           gsize                   n);
void             patron_net_confidence    (const PatronConfidence *said,
                                           gsize                   n,
                                           PatronNetConfidence    *net);

G_END_DECLS
