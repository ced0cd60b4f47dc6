/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* The goals of a strategy as a tree, with what is known of each: read in one
 * go, wholes before their parts. */

#include "config.h"

#include <math.h>

#include "patron-goal-tree-private.h"

static void
clear_node (gpointer data)
{
  PatronGoalNode *node = data;

  g_clear_object (&node->goal);
  g_clear_object (&node->kpi);
  g_clear_object (&node->check_in);
}

static PatronGoalNode *
get_node (const PatronGoalTree *self,
          guint                 index)
{
  return &g_array_index (self->nodes, PatronGoalNode, index);
}

/**
 * patron_goal_status_from_id:
 * @id: (nullable): the id of a choice of the field status of goals
 *
 * Returns: the status
 */
PatronGoalStatus
patron_goal_status_from_id (const char *id)
{
  for (int i = PATRON_GOAL_OFF_TRACK; i < PATRON_N_GOAL_STATUSES; i++)
    if (g_strcmp0 (patron_goal_status_get_id ((PatronGoalStatus) i), id) == 0)
      return (PatronGoalStatus) i;
  return PATRON_GOAL_UNKNOWN;
}

/**
 * patron_goal_status_get_id:
 *
 * Returns: (transfer none) (nullable): the id of the choice; %NULL if unknown
 */
const char *
patron_goal_status_get_id (PatronGoalStatus status)
{
  static const char *const ids[PATRON_N_GOAL_STATUSES]
      = { NULL, "off_track", "needs_attention", "on_track", "accomplished" };

  return ids[status];
}

/**
 * patron_confidence_from_id:
 * @id: (nullable): the id of a choice of the field confidence of check-ins
 *
 * Returns: the confidence
 */
PatronConfidence
patron_confidence_from_id (const char *id)
{
  if (g_strcmp0 (id, "on_track") == 0)
    return PATRON_CONFIDENCE_ON_TRACK;
  if (g_strcmp0 (id, "at_risk") == 0)
    return PATRON_CONFIDENCE_AT_RISK;
  if (g_strcmp0 (id, "off_track") == 0)
    return PATRON_CONFIDENCE_OFF_TRACK;
  return PATRON_CONFIDENCE_NONE;
}

/**
 * patron_action_is_open:
 *
 * Returns: whether an action is neither done nor dropped
 */
gboolean
patron_action_is_open (PatronRecord *action)
{
  const char *state = patron_record_get_text (action, "state");

  return g_strcmp0 (state, "done") != 0 && g_strcmp0 (state, "dropped") != 0;
}

/**
 * patron_action_is_late:
 *
 * Returns: whether an action is open and was due before @today
 */
gboolean
patron_action_is_late (PatronRecord *action,
                       gint64        today)
{
  return patron_action_is_open (action)
         && !patron_value_is_null (patron_record_get (action, "due"))
         && patron_record_get_integer (action, "due") < today;
}

static PatronGoalKind
get_kind (PatronRecord *goal)
{
  static const char *const ids[PATRON_N_GOAL_KINDS]
      = { "business", "objective", "goal", "initiative" };
  const char *id = patron_record_get_text (goal, "kind");

  for (int i = 0; i < PATRON_N_GOAL_KINDS; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (PatronGoalKind) i;
  return PATRON_GOAL_KIND_SMART;
}

static const PatronKpiSeries *
get_series (PatronGoalTree *self,
            PatronRecord   *kpi)
{
  gint64 id = patron_record_get_id (kpi);
  PatronKpiSeries *series = g_hash_table_lookup (self->series, &id);

  if (series == NULL)
    {
      series = patron_kpi_series_new (self->document, kpi);
      g_hash_table_insert (self->series, g_memdup2 (&id, sizeof id), series);
    }
  return series;
}

/* Goals that are part of each other deeper than this stand for themselves. */
#define MAX_DEPTH 100

/* Adds a goal and, after it, what is part of it. What was added already is
 * not added again: a document from elsewhere may have goals that are part of
 * each other. */
static void
add_node (PatronGoalTree *self,
          PatronRecord   *goal,
          int             parent,
          guint           depth,
          GHashTable     *parts)
{
  gint64 id = patron_record_get_id (goal);
  guint index = self->nodes->len;
  GPtrArray *own;
  PatronGoalNode node = {
    .goal = goal, .id = id, .parent = parent, .depth = depth,
    .kind = get_kind (goal), .progress = NAN, .ideal = NAN, .baseline = NAN,
    .target = NAN, .current = NAN, .to = -1,
  };

  if (g_hash_table_contains (self->indices, &id))
    return;
  g_object_ref (goal);
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (self->indices, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (index + 1));
  own = g_hash_table_lookup (parts, &id);
  for (guint i = 0; own != NULL && depth < MAX_DEPTH && i < own->len; i++)
    add_node (self, g_ptr_array_index (own, i), (int) index, depth + 1,
              parts);
  get_node (self, index)->end = self->nodes->len;
  if (parent >= 0)
    get_node (self, (guint) parent)->n_parts++;
}

static void
read_goals (PatronGoalTree *self)
{
  g_autoptr (GListModel) list = patron_document_list (self->document, "goal");
  g_autoptr (GHashTable) parts
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                               (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      PatronRecord *goal = g_list_model_get_item (list, i);
      gint64 parent = patron_record_get_integer (goal, "parent");
      GPtrArray *own = g_hash_table_lookup (parts, &parent);

      g_ptr_array_add (goals, goal);
      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (parts, g_memdup2 (&parent, sizeof parent),
                               own);
        }
      g_ptr_array_add (own, goal);
    }
  for (guint i = 0; i < goals->len; i++)
    if (patron_record_get_integer (g_ptr_array_index (goals, i), "parent")
        == 0)
      add_node (self, g_ptr_array_index (goals, i), -1, 0, parts);
  for (guint i = 0; i < goals->len; i++)
    add_node (self, g_ptr_array_index (goals, i), -1, 0, parts);
}

static void
read_actions (PatronGoalTree *self)
{
  g_autoptr (GListModel) list
      = patron_document_list (self->document, "action");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) action = g_list_model_get_item (list, i);
      int index = patron_goal_tree_find (
          self, patron_record_get_integer (action, "goal"));
      PatronGoalNode *node;

      if (index < 0 || !patron_action_is_open (action))
        continue;
      node = get_node (self, (guint) index);
      node->n_actions++;
      node->n_late += patron_action_is_late (action, self->today);
    }
}

static PatronCadence
get_check_in_cadence (PatronRecord *goal)
{
  const char *id = patron_record_get_text (goal, "check_in_every");

  if (g_strcmp0 (id, "week") == 0)
    return PATRON_CADENCE_WEEK;
  return g_strcmp0 (id, "quarter") == 0 ? PATRON_CADENCE_QUARTER
                                        : PATRON_CADENCE_MONTH;
}

static void
read_check_in (PatronGoalTree *self,
               PatronGoalNode *node)
{
  node->check_in = patron_document_get_last_of (self->document, "check_in",
                                                "goal", node->id);
  if (node->check_in != NULL)
    node->confidence = patron_confidence_from_id (
        patron_record_get_text (node->check_in, "confidence"));
}

/* What is worked on is looked at; what only has parts is not, its parts are.
 * What is new, or done, waits for nobody. */
static void
judge_check_in (PatronGoalTree *self,
                PatronGoalNode *node)
{
  gint64 last = node->check_in != NULL
                    ? patron_record_get_integer (node->check_in, "date")
                    : patron_record_get_integer (node->goal, "starts");

  if (node->kind < PATRON_GOAL_KIND_SMART || last == 0
      || node->status == PATRON_GOAL_ACCOMPLISHED)
    return;
  node->check_due
      = patron_cadence_add (get_check_in_cadence (node->goal), last, 1);
  node->stale = self->today > node->check_due;
}

static void
read_kpi (PatronGoalTree *self,
          PatronGoalNode *node)
{
  node->kpi = patron_document_get_record (
      self->document, "kpi", patron_record_get_integer (node->goal, "kpi"));
  if (node->kpi == NULL)
    return;
  node->series = get_series (self, node->kpi);
  patron_goal_measure (self, node);
}

static gboolean
counts (const PatronGoalNode *node)
{
  return node->kind != PATRON_GOAL_KIND_INITIATIVE
         || patron_record_get_integer (node->goal, "counts") != 0;
}

/**
 * patron_goal_get_weight:
 *
 * Work that is done is not yet a result: an initiative counts where somebody
 * says so.
 *
 * Returns: how much a goal counts in what it is part of: 1 where nobody said;
 *   0 where it does not count
 */
double
patron_goal_get_weight (const PatronGoalNode *node)
{
  double weight = patron_record_get_number (node->goal, "weight");

  if (!counts (node))
    return 0;
  return isnan (weight) ? 1 : MAX (weight, 0);
}

/* The parts come after the whole, each with all of its own. */
static void
roll_up (PatronGoalTree *self,
         guint           index)
{
  PatronGoalNode *node = get_node (self, index);
  g_autofree double *progress = g_new (double, node->n_parts);
  g_autofree double *ideal = g_new (double, node->n_parts);
  g_autofree double *weights = g_new (double, node->n_parts);
  g_autofree PatronGoalStatus *statuses
      = g_new (PatronGoalStatus, node->n_parts + 1);
  gsize n = 0;
  gsize n_counted;
  double sum;

  for (guint i = index + 1; i < node->end;
       i = get_node (self, i)->end)
    {
      const PatronGoalNode *part = get_node (self, i);

      if (!counts (part))
        continue;
      weights[n] = patron_goal_get_weight (part);
      progress[n] = part->progress;
      ideal[n] = isnan (part->progress) ? NAN : part->ideal;
      statuses[n++] = part->status;
    }
  sum = patron_progress_roll_up (progress, weights, n, &n_counted);
  if (node->basis == PATRON_GOAL_BY_NOTHING && !isnan (sum))
    {
      node->basis = PATRON_GOAL_BY_PARTS;
      node->progress = sum;
      node->n_counted = n_counted;
      node->ideal = patron_progress_roll_up (ideal, weights, n, NULL);
    }
  statuses[n] = node->status;
  node->status = patron_status_weakest (statuses, n + 1);
}

static void
take_check_in (PatronGoalNode *node)
{
  gint64 starts = patron_record_get_integer (node->goal, "starts");
  gint64 due = patron_record_get_integer (node->goal, "due");

  if (node->basis != PATRON_GOAL_BY_NOTHING || node->check_in == NULL)
    return;
  node->progress = patron_record_get_number (node->check_in, "progress");
  if (isnan (node->progress))
    return;
  node->basis = PATRON_GOAL_BY_CHECK_IN;
  node->n_counted = 1;
  if (starts != 0 && due != 0)
    node->ideal = patron_progress_ideal (
        starts, due, patron_record_get_integer (node->check_in, "date"));
  node->paced = patron_progress_pace (node->progress, node->ideal);
}

static void
judge (PatronGoalTree *self,
       guint           index)
{
  PatronGoalNode *node = get_node (self, index);
  const PatronValue *due = patron_record_get (node->goal, "due");

  node->said = patron_goal_status_from_id (
      patron_record_get_text (node->goal, "status"));
  if (node->n_parts == 0)
    take_check_in (node);
  node->status = node->said != PATRON_GOAL_UNKNOWN ? node->said : node->paced;
  roll_up (self, index);
  take_check_in (node);
  if (node->status == PATRON_GOAL_UNKNOWN)
    node->status = node->paced;
  if (node->said == PATRON_GOAL_ACCOMPLISHED)
    {
      node->status = PATRON_GOAL_ACCOMPLISHED;
      if (node->basis == PATRON_GOAL_BY_NOTHING)
        {
          node->basis = PATRON_GOAL_BY_WORD;
          node->progress = 1;
        }
    }
  node->late = due->type == PATRON_VALUE_INTEGER
               && due->integer < self->today
               && node->status != PATRON_GOAL_ACCOMPLISHED;
  judge_check_in (self, node);
}

static void
read_all (PatronGoalTree *self)
{
  g_array_set_size (self->nodes, 0);
  g_hash_table_remove_all (self->indices);
  read_goals (self);
  read_actions (self);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      read_check_in (self, get_node (self, i));
      read_kpi (self, get_node (self, i));
    }
  for (guint i = self->nodes->len; i > 0; i--)
    judge (self, i - 1);
}

/**
 * patron_goal_tree_new:
 * @today: the day that is judged from, in days since 1970-01-01
 *
 * Returns: (transfer full): the goals of @document as they are now
 */
PatronGoalTree *
patron_goal_tree_new (PatronDocument *document,
                      gint64          today)
{
  PatronGoalTree *self = g_new0 (PatronGoalTree, 1);

  self->document = g_object_ref (document);
  self->today = today;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (PatronGoalNode));
  g_array_set_clear_func (self->nodes, clear_node);
  self->indices
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->series
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                               (GDestroyNotify) patron_kpi_series_free);
  read_all (self);
  return self;
}

void
patron_goal_tree_free (PatronGoalTree *self)
{
  g_array_unref (self->nodes);
  g_hash_table_unref (self->indices);
  g_hash_table_unref (self->series);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * patron_goal_tree_refresh:
 * @entities: what changed, as #PatronDocument::changed has it
 * @today: the day that is judged from
 *
 * Reads the goals again; what was measured is read again only where it may
 * have changed. Nodes that were got before are gone.
 */
void
patron_goal_tree_refresh (PatronGoalTree *self,
                          guint64         entities,
                          gint64          today)
{
  static const char *const measured[] = { "kpi", "measurement", "target" };
  PatronRegistry *registry = patron_document_get_registry (self->document);

  self->today = today;
  for (gsize i = 0; i < G_N_ELEMENTS (measured); i++)
    {
      int index = patron_registry_find (
          registry, patron_registry_lookup (registry, measured[i]));

      if (entities & (G_GUINT64_CONSTANT (1) << index))
        g_hash_table_remove_all (self->series);
    }
  read_all (self);
}

/**
 * patron_goal_tree_get_document:
 *
 * Returns: (transfer none): whose goals they are
 */
PatronDocument *
patron_goal_tree_get_document (const PatronGoalTree *self)
{
  return self->document;
}

/**
 * patron_goal_tree_get_today:
 *
 * Returns: the day that is judged from
 */
gint64
patron_goal_tree_get_today (const PatronGoalTree *self)
{
  return self->today;
}

/**
 * patron_goal_tree_get_n:
 *
 * Returns: how many goals there are
 */
guint
patron_goal_tree_get_n (const PatronGoalTree *self)
{
  return self->nodes->len;
}

/**
 * patron_goal_tree_get:
 * @index: less than patron_goal_tree_get_n()
 *
 * Returns: (transfer none): a goal; wholes come before their parts, and those
 *   are in the order of the user
 */
const PatronGoalNode *
patron_goal_tree_get (const PatronGoalTree *self,
                      guint                 index)
{
  return get_node (self, index);
}

/**
 * patron_goal_tree_find:
 * @id: the key of a goal
 *
 * Returns: its index, or -1
 */
int
patron_goal_tree_find (const PatronGoalTree *self,
                       gint64                id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->indices, &id)) - 1;
}

/**
 * patron_goal_tree_can_move:
 * @goal: the key of a goal
 * @parent: the key of the goal that it would be part of, or 0
 *
 * Returns: whether it can: no goal is part of itself, one through another
 */
gboolean
patron_goal_tree_can_move (const PatronGoalTree *self,
                           gint64                goal,
                           gint64                parent)
{
  int moved = patron_goal_tree_find (self, goal);
  int whole = patron_goal_tree_find (self, parent);

  if (moved < 0 || (parent != 0 && whole < 0))
    return FALSE;
  return parent == 0 || whole < moved
         || (guint) whole >= get_node (self, (guint) moved)->end;
}

/**
 * patron_goal_tree_confidence:
 * @net: (out): how sure people are of the goals that are not accomplished, by
 *   the newest check-in of each
 */
void
patron_goal_tree_confidence (const PatronGoalTree *self,
                             PatronNetConfidence  *net)
{
  g_autofree PatronConfidence *said
      = g_new0 (PatronConfidence, self->nodes->len + 1);

  for (guint i = 0; i < self->nodes->len; i++)
    if (get_node (self, i)->status != PATRON_GOAL_ACCOMPLISHED)
      said[i] = get_node (self, i)->confidence;
  patron_net_confidence (said, self->nodes->len, net);
}

/**
 * patron_goal_tree_count_stale:
 *
 * Returns: of how many goals a check-in is overdue
 */
guint
patron_goal_tree_count_stale (const PatronGoalTree *self)
{
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    n += get_node (self, i)->stale;
  return n;
}
