/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-goal-tree.h"
#include "patron-process.h"

G_BEGIN_DECLS

/**
 * PatronSmartLetter:
 * @PATRON_SMART_SPECIFIC: it says one thing, and who answers for it
 * @PATRON_SMART_MEASURABLE: a KPI shows whether it is met
 * @PATRON_SMART_ATTAINABLE: it can be met, and not by waiting
 * @PATRON_SMART_RELEVANT: it serves a business goal
 * @PATRON_SMART_TIMED: it has a start and an end
 */
typedef enum
{
  PATRON_SMART_SPECIFIC,
  PATRON_SMART_MEASURABLE,
  PATRON_SMART_ATTAINABLE,
  PATRON_SMART_RELEVANT,
  PATRON_SMART_TIMED,
} PatronSmartLetter;

#define PATRON_N_SMART_LETTERS 5

/**
 * PatronSmartVerdict:
 * @PATRON_SMART_NONE: nothing was asked
 * @PATRON_SMART_MET: it is so
 * @PATRON_SMART_OPEN: too little is known to say
 * @PATRON_SMART_PARTLY: something should be better
 * @PATRON_SMART_MISSED: it is not so
 *
 * What is found of a letter, the worst last.
 */
typedef enum
{
  PATRON_SMART_NONE,
  PATRON_SMART_MET,
  PATRON_SMART_OPEN,
  PATRON_SMART_PARTLY,
  PATRON_SMART_MISSED,
} PatronSmartVerdict;

/**
 * PatronSmartFinding:
 * @letter: what it is about
 * @verdict: what it means
 * @evidence: what was found, in a sentence or two
 * @mend: (nullable): what would mend it
 */
typedef struct
{
  PatronSmartLetter  letter;
  PatronSmartVerdict verdict;
  char              *evidence;
  char              *mend;
} PatronSmartFinding;

/**
 * PatronReach:
 * @PATRON_REACH_UNKNOWN: there are too few values to say
 * @PATRON_REACH_IMPOSSIBLE: the KPI cannot have such a value
 * @PATRON_REACH_ALREADY: the process is there on average as it is
 * @PATRON_REACH_CHANCE: it lies inside the natural limits, and is hit and
 *   missed by chance
 * @PATRON_REACH_CHANGE: it lies beyond the limits, and needs a change
 * @PATRON_REACH_LEAP: it lies further beyond the limits than these are wide
 *
 * How a target lies to what a process does by itself.
 */
typedef enum
{
  PATRON_REACH_UNKNOWN,
  PATRON_REACH_IMPOSSIBLE,
  PATRON_REACH_ALREADY,
  PATRON_REACH_CHANCE,
  PATRON_REACH_CHANGE,
  PATRON_REACH_LEAP,
} PatronReach;

GPtrArray         *patron_smart_check       (const PatronGoalTree *tree,
                                             guint                 index);
PatronSmartVerdict patron_smart_get_verdict (const GPtrArray      *findings,
                                             PatronSmartLetter     letter);
const char        *patron_smart_get_name    (PatronSmartLetter     letter);
PatronReach        patron_smart_reach       (PatronTargetKind      kind,
                                             double                target,
                                             double                smallest,
                                             double                largest,
                                             const PatronProcess  *process);

/* patron-smart-words.c */
char              *patron_smart_find_vague  (const char           *title,
                                             gboolean              has_target);
char              *patron_smart_find_second (const char           *title);

G_END_DECLS
