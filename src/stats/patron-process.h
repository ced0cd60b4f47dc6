/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Process behaviour (XmR) charts: what in a series is a signal, and what is
 * the noise that it always makes. */

/* How many values limits need, and from how many on they are firm. */
#define PATRON_PROCESS_MIN_VALUES 6
#define PATRON_PROCESS_FIRM_VALUES 12

/**
 * PatronProcessRules:
 * @PATRON_PROCESS_WHEELER: outside the limits; 8 in a row on one side of the
 *   centre; 3 of 4 beyond the same quartile line
 * @PATRON_PROCESS_NHS: outside the limits; 7 in a row on one side; 7 points
 *   all rising or all falling; 2 of 3 in the same outer third (NHS England,
 *   Making Data Count)
 *
 * Which patterns are signals.
 */
typedef enum
{
  PATRON_PROCESS_WHEELER,
  PATRON_PROCESS_NHS,
} PatronProcessRules;

/**
 * PatronProcessBetter:
 * @PATRON_PROCESS_NEITHER: neither more nor less is better
 * @PATRON_PROCESS_UP: more is better
 * @PATRON_PROCESS_DOWN: less is better
 *
 * Which way is an improvement.
 */
typedef enum
{
  PATRON_PROCESS_NEITHER,
  PATRON_PROCESS_UP,
  PATRON_PROCESS_DOWN,
} PatronProcessBetter;

/**
 * PatronProcessSignals:
 * @PATRON_PROCESS_NONE: no rule is broken
 * @PATRON_PROCESS_OUTSIDE: the value is outside the limits
 * @PATRON_PROCESS_RUN: it is one of many in a row on one side
 * @PATRON_PROCESS_TREND: it is one of many that all rise or all fall
 * @PATRON_PROCESS_NEAR: it is one of most that are close to a limit: beyond
 *   the quartile line, or in the outer third
 *
 * Which rules a value breaks.
 */
typedef enum
{
  PATRON_PROCESS_NONE = 0,
  PATRON_PROCESS_OUTSIDE = 1 << 0,
  PATRON_PROCESS_RUN = 1 << 1,
  PATRON_PROCESS_TREND = 1 << 2,
  PATRON_PROCESS_NEAR = 1 << 3,
} PatronProcessSignals;

/**
 * PatronProcessType:
 * @PATRON_PROCESS_COMMON: common cause: noise, or missing
 * @PATRON_PROCESS_IMPROVEMENT: a signal for the better
 * @PATRON_PROCESS_CONCERN: a signal for the worse
 * @PATRON_PROCESS_HIGH: a signal upwards, where neither way is better
 * @PATRON_PROCESS_LOW: a signal downwards, where neither way is better
 *
 * What a value says.
 */
typedef enum
{
  PATRON_PROCESS_COMMON,
  PATRON_PROCESS_IMPROVEMENT,
  PATRON_PROCESS_CONCERN,
  PATRON_PROCESS_HIGH,
  PATRON_PROCESS_LOW,
} PatronProcessType;

/**
 * PatronAssurance:
 * @PATRON_ASSURANCE_NONE: there is no target, or neither way is better
 * @PATRON_ASSURANCE_PASS: the process will meet the target
 * @PATRON_ASSURANCE_HIT_AND_MISS: it will meet it at times
 * @PATRON_ASSURANCE_FAIL: it will not meet it, unless it is changed
 *
 * Whether a target will be met if nothing changes.
 */
typedef enum
{
  PATRON_ASSURANCE_NONE,
  PATRON_ASSURANCE_PASS,
  PATRON_ASSURANCE_HIT_AND_MISS,
  PATRON_ASSURANCE_FAIL,
} PatronAssurance;

/**
 * PatronProcess:
 * @n: how many values are there, missing ones left out
 * @n_used: from how many of them the limits come
 * @n_screened: how many moving ranges were left out as outliers
 * @provisional: whether the limits come from less than
 *   %PATRON_PROCESS_FIRM_VALUES
 * @centre: mean or median of the values used
 * @range: mean or median of their moving ranges
 * @lower: lower natural process limit; not held at 0 for counts
 * @upper: upper natural process limit
 * @lower_quartile: half way from @centre to @lower
 * @upper_quartile: half way from @centre to @upper
 * @range_limit: upper limit of the moving ranges
 *
 * The limits of a process, in the unit of its values.
 */
typedef struct
{
  gsize    n;
  gsize    n_used;
  gsize    n_screened;
  gboolean provisional;
  double   centre;
  double   range;
  double   lower;
  double   upper;
  double   lower_quartile;
  double   upper_quartile;
  double   range_limit;
} PatronProcess;

/**
 * PatronProcessPoint:
 * @moving_range: how far the value is from the one before; NAN for the first
 *   and where it is missing
 * @signals: which rules it breaks
 * @type: what it says
 */
typedef struct
{
  double               moving_range;
  PatronProcessSignals signals;
  PatronProcessType    type;
} PatronProcessPoint;

gboolean        patron_process_limits (const double         *values,
                                       gsize                 n,
                                       gsize                 n_first,
                                       gboolean              median,
                                       gboolean              screen,
                                       PatronProcess        *process);
void            patron_process_judge  (const PatronProcess  *process,
                                       const double         *values,
                                       gsize                 n,
                                       PatronProcessRules    rules,
                                       PatronProcessBetter   better,
                                       PatronProcessPoint   *points);
PatronAssurance patron_process_assure (const PatronProcess  *process,
                                       PatronProcessBetter   better,
                                       double                target);

G_END_DECLS
