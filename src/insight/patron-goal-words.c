/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* What is known of a goal in sentences, and how it was computed. */

#include "config.h"

#include "patron-goal-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-date.h"
#include "patron-kpi.h"
#include "patron-number.h"

/**
 * patron_goal_status_get_label:
 *
 * Returns: (transfer none): what people read
 */
const char *
patron_goal_status_get_label (PatronGoalStatus status)
{
  static const char *const labels[PATRON_N_GOAL_STATUSES]
      = { NC_("goal", "Not judged"), NC_("choice", "Off track"),
          NC_("choice", "Needs attention"), NC_("choice", "On track"),
          NC_("choice", "Accomplished") };

  return g_dpgettext2 (GETTEXT_PACKAGE,
                       status == PATRON_GOAL_UNKNOWN ? "goal" : "choice",
                       labels[status]);
}

/**
 * patron_goal_write_progress:
 *
 * Returns: (transfer full): how far the goal has come, such as “84 %”
 */
char *
patron_goal_write_progress (const PatronGoalNode *node)
{
  return isnan (node->progress) ? g_strdup (_("No progress known"))
                                : patron_percent_format (node->progress, 0);
}

/**
 * patron_goal_write_pace:
 *
 * Returns: (transfer full) (nullable): how that lies to the ideal line; %NULL
 *   if there is none
 */
char *
patron_goal_write_pace (const PatronGoalNode *node)
{
  g_autofree char *ideal = NULL;

  if (isnan (node->progress) || isnan (node->ideal))
    return NULL;
  ideal = patron_percent_format (node->ideal, 0);
  /* Translators: how far a goal should have come by now, such as “50 %”. */
  return g_strdup_printf (_("On pace would be %s"), ideal);
}

static gboolean
is_held_down (const PatronGoalNode *node)
{
  return node->n_parts > 0 && node->status != PATRON_GOAL_UNKNOWN
         && node->status != (node->said != PATRON_GOAL_UNKNOWN
                                 ? node->said
                                 : node->paced);
}

/**
 * patron_goal_write_status:
 *
 * Returns: (transfer full) (nullable): what stands behind the status, where
 *   that is not plain to see: the weakest part, or a pace that says otherwise
 */
char *
patron_goal_write_status (const PatronGoalTree *tree,
                          guint                 index)
{
  const PatronGoalNode *node = patron_goal_tree_get (tree, index);

  if (node->late)
    {
      g_autofree char *due = patron_date_format (
          patron_record_get_integer (node->goal, "due"));

      /* Translators: a date. */
      return g_strdup_printf (_("It was due on %s."), due);
    }
  if (is_held_down (node))
    return g_strdup (_("A whole stands as its weakest part does."));
  if (node->said != PATRON_GOAL_UNKNOWN && node->paced != PATRON_GOAL_UNKNOWN
      && node->paced < node->said && node->said != PATRON_GOAL_ACCOMPLISHED)
    return g_strdup_printf (
        /* Translators: two statuses, such as “On track”. */
        _("It is said to be “%s”. The pace says “%s”."),
        patron_goal_status_get_label (node->said),
        patron_goal_status_get_label (node->paced));
  return NULL;
}

/* Of the goals that need somebody, how many do. */
static char *
write_worst (const guint *counts,
             guint        n)
{
  guint off = counts[PATRON_GOAL_OFF_TRACK];
  guint attention = counts[PATRON_GOAL_NEEDS_ATTENTION];
  g_autofree char *first = g_strdup_printf (
      /* Translators: so many of so many goals. */
      ngettext ("%u of %u goals is off track", "%u of %u goals are off track",
                off),
      off, n);
  g_autofree char *second = g_strdup_printf (
      ngettext ("%u needs attention", "%u need attention", attention),
      attention);

  if (attention == 0)
    return g_steal_pointer (&first);
  if (off == 0)
    return g_strdup_printf (ngettext ("%u of %u goals needs attention",
                                      "%u of %u goals need attention",
                                      attention),
                            attention, n);
  /* Translators: "2 of 9 goals are off track", "3 need attention". */
  return g_strdup_printf (C_("goals", "%s, %s"), first, second);
}

/**
 * patron_goal_write_standing:
 * @index: a goal, whose parts count with it; -1 for all goals
 *
 * Returns: (transfer full) (nullable): how the goals stand, the worst first,
 *   fit for a title; %NULL where none is judged
 */
char *
patron_goal_write_standing (const PatronGoalTree *tree,
                            int                   index)
{
  guint counts[PATRON_N_GOAL_STATUSES] = { 0 };
  guint from = index >= 0 ? (guint) index : 0;
  guint end = index >= 0 ? patron_goal_tree_get (tree, from)->end
                         : patron_goal_tree_get_n (tree);
  guint n = end - from, fine;

  for (guint i = from; i < end; i++)
    counts[patron_goal_tree_get (tree, i)->status]++;
  if (counts[PATRON_GOAL_UNKNOWN] == n)
    return NULL;
  if (n == 1)
    {
      const PatronGoalNode *node = patron_goal_tree_get (tree, from);
      g_autofree char *title = patron_record_get_title (node->goal);

      /* Translators: a goal, and its status. */
      return g_strdup_printf (C_("goals", "%s: %s"), title,
                              patron_goal_status_get_label (node->status));
    }
  if (counts[PATRON_GOAL_OFF_TRACK] + counts[PATRON_GOAL_NEEDS_ATTENTION] > 0)
    return write_worst (counts, n);
  fine = counts[PATRON_GOAL_ON_TRACK] + counts[PATRON_GOAL_ACCOMPLISHED];
  if (counts[PATRON_GOAL_ACCOMPLISHED] == n)
    return g_strdup_printf (ngettext ("%u goal is accomplished",
                                      "All %u goals are accomplished", n), n);
  if (fine == n)
    return g_strdup_printf (ngettext ("%u goal is on track or accomplished",
                                      "All %u goals are on track or "
                                      "accomplished", n), n);
  return g_strdup_printf (
      /* Translators: so many of so many goals; of the others nothing says how
       * they stand. */
      ngettext ("%u of %u goals is on track, the others are not judged",
                "%u of %u goals are on track, the others are not judged",
                fine),
      fine, n);
}

/**
 * patron_goal_write_check_in:
 *
 * Returns: (transfer full) (nullable): when somebody looked at the goal last
 *   and should next; %NULL if there is nothing to say
 */
char *
patron_goal_write_check_in (const PatronGoalTree *tree,
                            guint                 index)
{
  const PatronGoalNode *node = patron_goal_tree_get (tree, index);
  gint64 days = patron_goal_tree_get_today (tree) - node->check_due;
  g_autofree char *due = NULL;

  if (node->check_due == 0)
    return NULL;
  due = patron_date_format (node->check_due);
  if (!node->stale)
    /* Translators: a date. */
    return g_strdup_printf (_("The next check-in is due on %s."), due);
  return g_strdup_printf (ngettext ("A check-in is %u day overdue.",
                                    "A check-in is %u days overdue.",
                                    (gulong) days),
                          (guint) days);
}

static void
add (GString *text,
     char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
format (const PatronGoalTree *tree,
        const PatronGoalNode *node,
        double                value)
{
  g_autofree char *currency
      = patron_document_get_currency (patron_goal_tree_get_document (tree));

  return patron_kpi_format (node->kpi, value, currency);
}

static void
explain_kpi (GString              *text,
             const PatronGoalTree *tree,
             const PatronGoalNode *node)
{
  g_autofree char *name = patron_record_get_title (node->kpi);
  g_autofree char *date = patron_date_format (node->current_date);
  g_autofree char *current = format (tree, node, node->current);
  g_autofree char *target = format (tree, node, node->target);
  g_autofree char *progress = patron_percent_format (node->progress, 1);
  g_autofree char *baseline = isfinite (node->baseline)
                                  ? format (tree, node, node->baseline)
                                  : NULL;

  if (node->to > node->from)
    add (text, g_strdup_printf (
                   /* Translators: the value of a period so far, its target,
                    * and the one divided by the other. */
                   _("%s so far in this period ÷ %s = %s"), current, target,
                   progress));
  else if (node->target_kind == PATRON_TARGET_INCREASE
           || node->target_kind == PATRON_TARGET_DECREASE)
    add (text, g_strdup_printf ("(%s − %s) ÷ (%s − %s) = %s", current,
                                baseline, target, baseline, progress));
  else
    add (text, g_strdup_printf (
                   /* Translators: a share, of how many, and a value. */
                   ngettext ("%s of %u value since the start met %s",
                             "%s of %u values since the start met %s",
                             (gulong) node->n_counted),
                   progress, (guint) node->n_counted, target));
  add (text, g_strdup_printf (
                 /* Translators: the name of a KPI, and a date. */
                 _("“%s”, newest value of %s"), name, date));
}

static void
explain_source (GString              *text,
                const PatronGoalNode *node)
{
  const char *source = patron_record_get_text (node->kpi, "source");

  if (source != NULL)
    /* Translators: where the figures of a KPI come from. */
    add (text, g_strdup_printf (_("Source: %s"), source));
}

static void
explain_ideal (GString              *text,
               const PatronGoalNode *node)
{
  g_autofree char *ideal = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (isnan (node->ideal))
    return;
  ideal = patron_percent_format (node->ideal, 1);
  from = patron_date_format (
      node->to > node->from ? node->from
                            : patron_record_get_integer (node->goal, "starts"));
  to = patron_date_format (
      node->to > node->from ? node->to
                            : patron_record_get_integer (node->goal, "due"));
  if (node->basis == PATRON_GOAL_BY_PARTS)
    add (text, g_strdup_printf (_("On pace would be %s, the same mean of the "
                                  "parts"),
                                ideal));
  else if (node->basis == PATRON_GOAL_BY_KPI && node->to < node->from
           && (node->target_kind == PATRON_TARGET_STAY_ABOVE
               || node->target_kind == PATRON_TARGET_STAY_BELOW))
    add (text, g_strdup (_("On pace would be every value")));
  else
    add (text, g_strdup_printf (
                   /* Translators: a share, and two dates. */
                   _("On pace would be %s, on a straight line from %s to %s"),
                   ideal, from, to));
  add (text, g_strdup (_("From 95 % of the pace on it is on track, below 75 % "
                         "off track (UpRaise)")));
}

/* More parts than this make no line that anybody reads. */
#define FEW_PARTS 8

/* What the mean was computed from: each part that counts, weight times
 * progress. */
static void
explain_mean (GString              *text,
              const PatronGoalTree *tree,
              guint                 index)
{
  const PatronGoalNode *node = patron_goal_tree_get (tree, index);
  g_autofree char *result = patron_percent_format (node->progress, 1);
  g_autoptr (GString) sum = g_string_new (NULL);
  g_autofree char *weights = NULL;
  double weight = 0;

  for (guint i = index + 1; i < node->end;
       i = patron_goal_tree_get (tree, i)->end)
    {
      const PatronGoalNode *part = patron_goal_tree_get (tree, i);
      double own = patron_goal_get_weight (part);
      g_autofree char *factor = NULL;
      g_autofree char *progress = NULL;

      if (isnan (part->progress) || own <= 0)
        continue;
      factor = patron_number_format (own, -1);
      progress = patron_percent_format (CLAMP (part->progress, 0.0, 1.0), 1);
      g_string_append_printf (sum, "%s%s × %s", sum->len > 0 ? " + " : "",
                              factor, progress);
      weight += own;
    }
  weights = patron_number_format (weight, -1);
  add (text, g_strdup_printf ("(%s) ÷ %s = %s", sum->str, weights, result));
}

static void
explain_parts (GString              *text,
               const PatronGoalTree *tree,
               guint                 index)
{
  const PatronGoalNode *node = patron_goal_tree_get (tree, index);

  if (node->n_counted <= FEW_PARTS)
    explain_mean (text, tree, index);
  add (text, g_strdup_printf (
                 ngettext ("Mean of %u part by weight; initiatives do not "
                           "count unless they are said to",
                           "Mean of %u parts by weight; initiatives do "
                           "not count unless they are said to",
                           (gulong) node->n_counted),
                 (guint) node->n_counted));
  add (text, g_strdup (_("Steps back count as none, and more than all as all "
                         "(Perdoo)")));
}

/**
 * patron_goal_explain:
 *
 * Returns: (transfer full): how the progress and the pace of a goal were
 *   computed: the formula, what went into it, and where it comes from; lines
 */
char *
patron_goal_explain (const PatronGoalTree *tree,
                     guint                 index)
{
  const PatronGoalNode *node = patron_goal_tree_get (tree, index);
  GString *text = g_string_new (NULL);

  switch (node->basis)
    {
    case PATRON_GOAL_BY_KPI:
      explain_kpi (text, tree, node);
      explain_source (text, node);
      break;
    case PATRON_GOAL_BY_PARTS:
      explain_parts (text, tree, index);
      break;
    case PATRON_GOAL_BY_CHECK_IN:
      add (text, g_strdup (_("As the newest check-in says")));
      break;
    case PATRON_GOAL_BY_WORD:
      add (text, g_strdup (_("It is said to be accomplished")));
      break;
    case PATRON_GOAL_BY_NOTHING:
    default:
      add (text, g_strdup (_("Neither a KPI with a target, nor parts, nor a "
                             "check-in say how far it has come")));
      break;
    }
  explain_ideal (text, node);
  return g_string_free (text, FALSE);
}

/**
 * patron_net_confidence_write:
 *
 * Returns: (transfer full): the score with its sign, or that nobody said
 *   anything
 */
char *
patron_net_confidence_write (const PatronNetConfidence *net)
{
  g_autofree char *score = NULL;

  if (net->n == 0)
    return g_strdup (_("No check-ins yet"));
  score = patron_number_format (fabs (net->score), 0);
  if (net->score >= 0.5)
    /* Translators: net confidence, with the sign of plus before the number. */
    return g_strdup_printf (_("Net confidence +%s"), score);
  if (net->score <= -0.5)
    /* Translators: net confidence, with the sign of minus before the
     * number. */
    return g_strdup_printf (_("Net confidence −%s"), score);
  /* Translators: net confidence, a number without sign. */
  return g_strdup_printf (_("Net confidence %s"), score);
}

/**
 * patron_net_confidence_explain:
 *
 * Returns: (transfer full): how the score was computed; lines
 */
char *
patron_net_confidence_explain (const PatronNetConfidence *net)
{
  GString *text = g_string_new (NULL);

  add (text, g_strdup_printf (
                 /* Translators: numbers of goals. */
                 _("%u on track, %u at risk, %u off track, by the newest "
                   "check-in of each goal"),
                 net->n_on_track, net->n_at_risk, net->n_off_track));
  add (text, g_strdup (_("Percent on track less percent off track "
                         "(Tability)")));
  return g_string_free (text, FALSE);
}
