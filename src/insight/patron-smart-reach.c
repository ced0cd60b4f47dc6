/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* The letters of a goal that numbers decide: what measures it, and how its
 * target lies to what the process does by itself. */

#include "config.h"

#include "patron-smart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-date.h"
#include "patron-kpi.h"
#include "patron-number.h"

/* What was measured before work began, as far as it makes limits. */
typedef struct
{
  PatronProcess process;
  gsize         n;
  gsize         n_met;
  double        best;
  gboolean      before; /* the start, and there is more after it */
} Past;

static gboolean
is_kept (PatronTargetKind kind)
{
  return kind == PATRON_TARGET_STAY_ABOVE || kind == PATRON_TARGET_STAY_BELOW;
}

static gboolean
is_down (PatronTargetKind kind)
{
  return kind == PATRON_TARGET_DECREASE || kind == PATRON_TARGET_STAY_BELOW;
}

/* What is computed has digits that say nothing: a hundredth of the range
 * between the limits is enough. */
static double
round_limit (const Past *past,
             double      value)
{
  double range = past->process.upper - past->process.lower;
  double unit;

  if (!(range > 0))
    return value;
  unit = pow (10, floor (log10 (range)) - 2);
  return round (value / unit) * unit;
}

static char *
format (const PatronSmart *self,
        double             value)
{
  g_autofree char *currency = patron_document_get_currency (
      patron_goal_tree_get_document (self->tree));

  return patron_kpi_format (self->node->kpi, value, currency);
}

/**
 * patron_smart_reach:
 * @target: in the unit of the KPI
 * @smallest: the smallest value that it can have; NAN if any
 * @largest: the largest; NAN if any
 * @process: its natural limits, NAN where there are too few values
 *
 * Compares a target with what the process does if nothing is changed (NHS
 * England, Making Data Count: a target inside the limits is hit and missed by
 * chance). A leap lies at more than twice the distance of the limit from the
 * centre.
 *
 * Returns: how the target lies to it
 */
PatronReach
patron_smart_reach (PatronTargetKind     kind,
                    double               target,
                    double               smallest,
                    double               largest,
                    const PatronProcess *process)
{
  double sign = is_down (kind) ? -1 : 1;
  double limit = is_down (kind) ? process->lower : process->upper;
  double way = sign * (target - process->centre);
  double reach = sign * (limit - process->centre);

  if (target < smallest || target > largest)
    return PATRON_REACH_IMPOSSIBLE;
  if (!isfinite (limit))
    return PATRON_REACH_UNKNOWN;
  /* What is to be kept must be so in every period, not on average. */
  if (is_kept (kind) ? way <= -reach : way <= 0)
    return PATRON_REACH_ALREADY;
  if (way <= reach)
    return PATRON_REACH_CHANCE;
  return way <= 2 * reach ? PATRON_REACH_CHANGE : PATRON_REACH_LEAP;
}

static void
add_to_past (Past                 *past,
             const PatronGoalNode *node,
             double                value)
{
  if (!isfinite (value))
    return;
  past->n++;
  past->n_met
      += patron_target_is_met (node->target_kind, node->target, value);
  if (isnan (past->best)
      || (is_down (node->target_kind) ? value < past->best
                                      : value > past->best))
    past->best = value;
}

/* What came after the start is the work of the goal; where there is too
 * little before it, all that there is must do. */
static Past
read_past (const PatronSmart *self)
{
  const PatronKpiSeries *series = self->node->series;
  gint64 starts = patron_record_get_integer (self->node->goal, "starts");
  gint64 today = patron_goal_tree_get_today (self->tree);
  gsize n = (gsize) (patron_kpi_series_find (series, today) + 1);
  gsize n_before
      = starts != 0 ? (gsize) (patron_kpi_series_find (series, starts - 1) + 1)
                    : n;
  Past past = { .best = NAN };

  if (patron_process_limits (series->values, MIN (n, n_before), 0, FALSE,
                             FALSE, &past.process))
    {
      past.before = n_before < n;
      n = MIN (n, n_before);
    }
  else
    patron_process_limits (series->values, n, 0, FALSE, FALSE,
                           &past.process);
  for (gsize i = 0; i < n; i++)
    add_to_past (&past, self->node, series->values[i]);
  return past;
}

static void
check_baseline (PatronSmart *self)
{
  const PatronGoalNode *node = self->node;

  if (!is_kept (node->target_kind)
      && patron_record_get_text (node->goal, "reset_every") == NULL
      && isnan (node->baseline))
    patron_smart_add (self, PATRON_SMART_MEASURABLE, PATRON_SMART_PARTLY,
                      g_strdup (_("It has no baseline, so progress cannot be "
                                  "told.")),
                      _("Enter where the KPI stood at the start."));
  if (!is_kept (node->target_kind)
      && (node->target_kind == PATRON_TARGET_DECREASE
              ? node->target >= node->baseline
              : node->target <= node->baseline))
    patron_smart_add (self, PATRON_SMART_MEASURABLE, PATRON_SMART_MISSED,
                      g_strdup (_("The target does not lie in the direction "
                                  "that it should move.")),
                      _("Change the target, the baseline or the kind of "
                        "target."));
}

static void
add_measured (PatronSmart *self)
{
  const PatronGoalNode *node = self->node;
  gssize newest = (gssize) node->series->n - 1;
  g_autofree char *name = patron_record_get_title (node->kpi);
  g_autofree char *date = NULL;

  while (newest >= 0 && !isfinite (node->series->values[newest]))
    newest--;
  if (newest < 0)
    {
      patron_smart_add (
          self, PATRON_SMART_MEASURABLE, PATRON_SMART_PARTLY,
          /* Translators: the name of a KPI. */
          g_strdup_printf (_("“%s” has not been measured yet."), name),
          _("Enter its values on the page of KPIs."));
      return;
    }
  if (patron_smart_get_verdict (self->findings, PATRON_SMART_MEASURABLE)
      != PATRON_SMART_NONE)
    return;
  date = patron_date_format (node->series->dates[newest]);
  patron_smart_add (
      self, PATRON_SMART_MEASURABLE, PATRON_SMART_MET,
      g_strdup_printf (
          /* Translators: the name of a KPI, how often it was measured, and
           * when the last time. */
          ngettext ("“%s” measures it: %u value, the newest of %s.",
                    "“%s” measures it: %u values, the newest of %s.",
                    (gulong) node->series->n),
          name, (guint) node->series->n, date),
      NULL);
}

/* patron_smart_check_measure:
 *
 * Whether a KPI with a baseline and a target shows if the goal is met.
 */
void
patron_smart_check_measure (PatronSmart *self)
{
  if (self->node->kpi == NULL)
    {
      patron_smart_add (self, PATRON_SMART_MEASURABLE, PATRON_SMART_MISSED,
                        g_strdup (_("Nothing measures it.")),
                        _("Choose the KPI that shows whether it is met."));
      return;
    }
  if (isnan (self->node->target))
    patron_smart_add (self, PATRON_SMART_MEASURABLE, PATRON_SMART_MISSED,
                      g_strdup (_("It has no target.")),
                      _("Enter the value that the KPI should come to."));
  else
    check_baseline (self);
  add_measured (self);
}

/* patron_smart_check_parts:
 *
 * Whether goals below a business goal or an objective can be measured.
 */
void
patron_smart_check_parts (PatronSmart *self)
{
  guint n = 0;

  for (guint i = self->index + 1; i < self->node->end; i++)
    {
      const PatronGoalNode *part = patron_goal_tree_get (self->tree, i);

      n += part->kpi != NULL && isfinite (part->target);
    }
  if (n > 0)
    patron_smart_add (
        self, PATRON_SMART_MEASURABLE, PATRON_SMART_MET,
        g_strdup_printf (ngettext ("%u goal below it has a KPI and a target.",
                                   "%u goals below it have a KPI and a "
                                   "target.",
                                   n),
                         n),
        NULL);
  else if (self->node->kind == PATRON_GOAL_KIND_BUSINESS)
    patron_smart_add (self, PATRON_SMART_MEASURABLE, PATRON_SMART_PARTLY,
                      g_strdup (_("Nothing below it can be measured.")),
                      _("Add objectives, and to them SMART goals with a KPI "
                        "and a target."));
  else
    patron_smart_add (self, PATRON_SMART_MEASURABLE, PATRON_SMART_PARTLY,
                      g_strdup (_("Nothing below it can be measured.")),
                      _("Add SMART goals with a KPI and a target."));
}

/* How many initiatives and actions there are to change what happens. */
static guint
count_plans (const PatronSmart *self)
{
  guint n = self->node->n_actions;

  for (guint i = self->index + 1; i < self->node->end; i++)
    n += patron_goal_tree_get (self->tree, i)->kind
         == PATRON_GOAL_KIND_INITIATIVE;
  return n;
}

static void
add_reach (PatronSmart        *self,
           PatronSmartVerdict  verdict,
           char               *evidence,
           const char         *mend)
{
  patron_smart_add (self, PATRON_SMART_ATTAINABLE, verdict, evidence, mend);
}

static void
say_chance (PatronSmart *self,
            const Past  *past)
{
  g_autofree char *lower
      = format (self, round_limit (past, past->process.lower));
  g_autofree char *upper
      = format (self, round_limit (past, past->process.upper));
  g_autofree char *mend = NULL;

  mend = is_kept (self->node->target_kind)
             ? g_strdup (_("Plan the change that makes every value meet it, "
                           "or expect misses."))
             : g_strdup_printf (
                 /* Translators: a value of a KPI. */
                 _("One value past it would prove nothing. Aim beyond %s, or "
                   "ask for several in a row."),
                 is_down (self->node->target_kind) ? lower : upper);
  add_reach (self, PATRON_SMART_PARTLY,
             g_strdup_printf (
                 /* Translators: two values of a KPI; then how many of how
                  * many values. */
                 past->before
                     ? _("It lies inside the natural limits from before it "
                         "started, %s to %s: %u of %u values met it without a "
                         "change.")
                     : _("It lies inside the natural limits, %s to %s: %u of "
                         "%u values met it without a change."),
                 lower, upper, (guint) past->n_met, (guint) past->n),
             mend);
}

static void
say_change (PatronSmart *self,
            const Past  *past)
{
  g_autofree char *limit
      = format (self, round_limit (past, is_down (self->node->target_kind)
                                             ? past->process.lower
                                             : past->process.upper));
  g_autofree char *best = format (self, past->best);
  guint plans = count_plans (self);

  add_reach (
      self, plans > 0 ? PATRON_SMART_MET : PATRON_SMART_PARTLY,
      g_strdup_printf (
          /* Translators: two values of a KPI. */
          past->before
              ? _("It lies beyond the natural limit of %s from before it "
                  "started; the best value then was %s. It takes a change.")
              : _("It lies beyond the natural limit of %s; the best value so "
                  "far is %s. It takes a change."),
          limit, best),
      plans > 0 ? NULL
                : _("No initiative or action says what will be changed. Add "
                    "one."));
}

static void
say_leap (PatronSmart *self,
          const Past  *past)
{
  double limit = is_down (self->node->target_kind) ? past->process.lower
                                                   : past->process.upper;
  g_autofree char *mean
      = format (self, round_limit (past, past->process.centre));
  g_autofree char *natural = format (self, round_limit (past, limit));
  g_autofree char *best = format (self, past->best);

  add_reach (
      self, PATRON_SMART_PARTLY,
      g_strdup_printf (
          /* Translators: three values of a KPI. */
          past->before
              ? _("From a mean of %s before it started it is a leap: the "
                  "natural limit was %s, the best value %s.")
              : _("From a mean of %s it is a leap: the natural limit is %s, "
                  "the best value so far %s."),
          mean, natural, best),
      count_plans (self) > 0
          ? _("Set a target on the way there first, or say in the reason what "
              "makes it possible.")
          : _("Set a target on the way there first, and add the initiative "
              "that makes it possible."));
}

static void
say_already (PatronSmart *self,
             const Past  *past)
{
  g_autofree char *mean
      = format (self, round_limit (past, past->process.centre));

  if (is_kept (self->node->target_kind))
    add_reach (self, PATRON_SMART_MET,
               g_strdup (_("All values within the natural limits meet it: it "
                           "will be kept if nothing changes.")),
               NULL);
  else
    add_reach (self, PATRON_SMART_PARTLY,
               /* Translators: a value of a KPI. */
               g_strdup_printf (_("The mean is %s without a change: it is no "
                                  "challenge."),
                                mean),
               _("Ask for more, or make it a target to stay at."));
}

static void
say_impossible (PatronSmart *self,
                double       smallest,
                double       largest)
{
  g_autofree char *limit
      = format (self, self->node->target < smallest ? smallest : largest);

  add_reach (self, PATRON_SMART_MISSED,
             g_strdup_printf (self->node->target < smallest
                                  /* Translators: a value of a KPI. */
                                  ? _("The KPI cannot be less than %s.")
                                  /* Translators: a value of a KPI. */
                                  : _("The KPI cannot be more than %s."),
                              limit),
             _("Change the target."));
}

/* patron_smart_check_reach:
 *
 * Whether the target can be met, and would not be met by waiting.
 */
void
patron_smart_check_reach (PatronSmart *self)
{
  const PatronGoalNode *node = self->node;
  double smallest, largest;
  Past past;

  if (node->kpi == NULL || isnan (node->target))
    {
      add_reach (self, PATRON_SMART_OPEN,
                 g_strdup (_("Without a KPI and a target nobody can tell.")),
                 NULL);
      return;
    }
  smallest = patron_record_get_number (node->kpi, "smallest");
  largest = patron_record_get_number (node->kpi, "largest");
  past = read_past (self);
  switch (patron_smart_reach (node->target_kind, node->target, smallest,
                              largest, &past.process))
    {
    case PATRON_REACH_IMPOSSIBLE:
      say_impossible (self, smallest, largest);
      return;
    case PATRON_REACH_ALREADY:
      say_already (self, &past);
      break;
    case PATRON_REACH_CHANCE:
      say_chance (self, &past);
      break;
    case PATRON_REACH_CHANGE:
      say_change (self, &past);
      break;
    case PATRON_REACH_LEAP:
      say_leap (self, &past);
      break;
    case PATRON_REACH_UNKNOWN:
    default:
      add_reach (
          self, PATRON_SMART_OPEN,
          g_strdup_printf (ngettext ("%u value is too few to say what happens "
                                     "by itself.",
                                     "%u values are too few to say what "
                                     "happens by itself.",
                                     (gulong) past.n),
                           (guint) past.n),
          _("Natural limits need six values. Measure on, or enter earlier "
            "ones."));
      return;
    }
  /* The verdict stands, with a pinch of salt. */
  if (past.process.provisional)
    add_reach (self, PATRON_SMART_MET,
               g_strdup (_("Limits from fewer than twelve values are "
                           "provisional.")),
               NULL);
}
