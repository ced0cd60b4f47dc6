/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-kpi-series.h"
#include "patron-progress.h"

G_BEGIN_DECLS

/**
 * PatronGoalKind:
 *
 * The kinds of goals, as the choices of the field say.
 */
typedef enum
{
  PATRON_GOAL_KIND_BUSINESS,
  PATRON_GOAL_KIND_OBJECTIVE,
  PATRON_GOAL_KIND_SMART,
  PATRON_GOAL_KIND_INITIATIVE,
} PatronGoalKind;

#define PATRON_N_GOAL_KINDS 4

/**
 * PatronGoalBasis:
 * @PATRON_GOAL_BY_NOTHING: nothing says how far it has come
 * @PATRON_GOAL_BY_KPI: the values of its KPI do
 * @PATRON_GOAL_BY_PARTS: the goals that are part of it do
 * @PATRON_GOAL_BY_CHECK_IN: the newest check-in does
 * @PATRON_GOAL_BY_WORD: it is said to be accomplished
 *
 * What the progress of a goal comes from.
 */
typedef enum
{
  PATRON_GOAL_BY_NOTHING,
  PATRON_GOAL_BY_KPI,
  PATRON_GOAL_BY_PARTS,
  PATRON_GOAL_BY_CHECK_IN,
  PATRON_GOAL_BY_WORD,
} PatronGoalBasis;

/**
 * PatronGoalNode:
 * @goal: the goal
 * @id: its key
 * @parent: the index of the goal that it is part of, or -1
 * @depth: how many goals it is part of, one through another
 * @end: the index after the last goal that is part of it, one through another
 * @n_parts: how many goals are part of it directly
 * @kind: what kind of goal it is
 * @basis: what @progress comes from
 * @progress: how far it has come, 1 is the whole way; NAN if not known
 * @ideal: how far it should have come by then; NAN if not known
 * @n_counted: how many parts or values @progress comes from
 * @said: the status that somebody set
 * @paced: the status that @progress and @ideal make
 * @status: the status that holds: @said or else @paced, and never better than
 *   the weakest part that counts
 * @late: whether it should be done by now
 * @kpi: (nullable): its KPI
 * @series: (nullable): what was measured of @kpi
 * @target_kind: what meeting the target means
 * @baseline: in the unit of the KPI; NAN if there is none
 * @target: likewise
 * @current: the value that @progress comes from; NAN if there is none
 * @current_date: when that was measured
 * @from: with a target that starts again, the first day of the period
 * @to: its last day; before @from for other targets
 * @check_in: (nullable): the newest check-in
 * @confidence: what that says
 * @check_due: when the next check-in is due; 0 if none is
 * @stale: whether that is over
 * @n_actions: how many actions of it are neither done nor dropped
 * @n_late: how many of these should be done by now
 *
 * A goal, and what the strategy says of it.
 */
typedef struct
{
  PatronRecord          *goal;
  gint64                 id;
  int                    parent;
  guint                  depth;
  guint                  end;
  guint                  n_parts;
  PatronGoalKind         kind;

  PatronGoalBasis        basis;
  double                 progress;
  double                 ideal;
  gsize                  n_counted;
  PatronGoalStatus       said;
  PatronGoalStatus       paced;
  PatronGoalStatus       status;
  gboolean               late;

  PatronRecord          *kpi;
  const PatronKpiSeries *series;
  PatronTargetKind       target_kind;
  double                 baseline;
  double                 target;
  double                 current;
  gint64                 current_date;
  gint64                 from;
  gint64                 to;

  PatronRecord          *check_in;
  PatronConfidence       confidence;
  gint64                 check_due;
  gboolean               stale;
  guint                  n_actions;
  guint                  n_late;
} PatronGoalNode;

typedef struct _PatronGoalTree PatronGoalTree;

PatronGoalTree       *patron_goal_tree_new        (PatronDocument       *document,
                                                   gint64                today);
void                  patron_goal_tree_free       (PatronGoalTree       *self);
void                  patron_goal_tree_refresh    (PatronGoalTree       *self,
                                                   guint64               entities,
                                                   gint64                today);
PatronDocument       *patron_goal_tree_get_document (const PatronGoalTree *self);
gint64                patron_goal_tree_get_today  (const PatronGoalTree *self);
guint                 patron_goal_tree_get_n      (const PatronGoalTree *self);
const PatronGoalNode *patron_goal_tree_get        (const PatronGoalTree *self,
                                                   guint                 index);
int                   patron_goal_tree_find       (const PatronGoalTree *self,
                                                   gint64                id);
gboolean              patron_goal_tree_can_move   (const PatronGoalTree *self,
                                                   gint64                goal,
                                                   gint64                parent);
void                  patron_goal_tree_confidence (const PatronGoalTree *self,
                                                   PatronNetConfidence  *net);
guint                 patron_goal_tree_count_stale (const PatronGoalTree *self);

PatronGoalStatus      patron_goal_status_from_id  (const char           *id);
const char           *patron_goal_status_get_id   (PatronGoalStatus      status);
PatronConfidence      patron_confidence_from_id   (const char           *id);
gboolean              patron_action_is_open       (PatronRecord         *action);
double                patron_goal_get_weight      (const PatronGoalNode *node);
gboolean              patron_action_is_late       (PatronRecord         *action,
                                                   gint64                today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronGoalTree, patron_goal_tree_free)

G_END_DECLS
