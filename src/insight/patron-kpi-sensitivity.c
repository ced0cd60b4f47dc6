/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

#include "config.h"

#include "patron-kpi-sensitivity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-kpi-expression.h"
#include "patron-kpi-judgement.h"

static void
clear_swing (gpointer data)
{
  g_object_unref (((PatronKpiSwing *) data)->input);
}

/* A share does not pass 100 %, whatever its limits. */
static double
hold (PatronRecord *input,
      double        value)
{
  const PatronValue *least = patron_record_get (input, "smallest");
  const PatronValue *most = patron_record_get (input, "largest");

  if (!patron_value_is_null (least))
    value = MAX (value, patron_record_get_number (input, "smallest"));
  if (!patron_value_is_null (most))
    value = MIN (value, patron_record_get_number (input, "largest"));
  return value;
}

static void
take_mean (PatronKpiSwing        *swing,
           const PatronKpiSeries *series,
           gsize                  from)
{
  double sum = 0;

  for (gsize i = from; i < series->n; i++)
    if (isfinite (series->values[i]))
      {
        sum += series->values[i];
        swing->n++;
      }
  swing->held = TRUE;
  swing->centre = swing->n > 0 ? sum / (double) swing->n : NAN;
}

/* The limits that the latest value has, made as the KPI asks for; where the
 * values have left these for good, limits of those since. */
static gboolean
find_limits (const PatronKpiJudgement *judgement,
             gsize                    *from,
             PatronProcess            *limits)
{
  const PatronKpiSeries *series = judgement->series;
  gssize change = patron_process_series_find_change (judgement->process,
                                                     series->values);

  *from = 0;
  if (change > 0)
    {
      *from = (gsize) change;
      return patron_process_limits (series->values + *from, series->n - *from,
                                    0, FALSE, FALSE, limits);
    }
  *limits = patron_kpi_judgement_get_limits (judgement);
  limits->provisional = judgement->certainty == PATRON_KPI_PROVISIONAL;
  return judgement->certainty != PATRON_KPI_UNKNOWN;
}

static PatronKpiSwing
read_swing (PatronDocument  *document,
            PatronRecord    *input,
            PatronKpiSeries *series,
            gint64           today)
{
  g_autoptr (PatronKpiJudgement) judgement
      = patron_kpi_judge_series (document, input, series, today);
  PatronProcess limits;
  gboolean known;
  gsize from;
  PatronKpiSwing swing = { g_object_ref (input), 0, 0, FALSE, FALSE,
                           NAN, NAN, NAN, NAN, NAN };

  known = find_limits (judgement, &from, &limits);
  if (from > 0)
    swing.since = judgement->series->dates[from];
  if (!known || !isfinite (limits.lower)
      || !isfinite (limits.upper))
    {
      take_mean (&swing, judgement->series, from);
      return swing;
    }
  swing.n = limits.n_used;
  swing.provisional = limits.provisional;
  swing.lower = hold (input, limits.lower);
  swing.centre = limits.centre;
  swing.upper = hold (input, limits.upper);
  return swing;
}

/* How far apart the results are; nothing where one is held. Halved, because
 * they may be as far apart as numbers go. */
static double
get_width (const PatronKpiSensitivity *self,
           const PatronKpiSwing       *swing)
{
  double low = isfinite (swing->at_lower) ? swing->at_lower : self->base;
  double high = isfinite (swing->at_upper) ? swing->at_upper : self->base;

  if (swing->held)
    return -1;
  return MAX (MAX (low, high), self->base) / 2
         - MIN (MIN (low, high), self->base) / 2;
}

static int
compare_swings (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  double left = get_width (data, a), right = get_width (data, b);

  return (left < right) - (left > right);
}

static double
evaluate (const PatronExpression *expression,
          const double           *means,
          guint                   n,
          guint                   index,
          double                  value)
{
  g_autofree double *values = g_memdup2 (means, (n + 1) * sizeof (double));
  double result;

  values[index] = value;
  result = patron_expression_evaluate (expression, values, means);
  return isfinite (result) ? result : NAN;
}

static void
move_each (PatronKpiSensitivity   *self,
           const PatronExpression *expression)
{
  guint n = self->swings->len;
  g_autofree double *means = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    means[i] = g_array_index (self->swings, PatronKpiSwing, i).centre;
  self->base = evaluate (expression, means, n, n, 0);
  for (guint i = 0; i < n; i++)
    {
      PatronKpiSwing *swing = &g_array_index (self->swings, PatronKpiSwing, i);

      if (swing->held)
        continue;
      swing->at_lower = evaluate (expression, means, n, i, swing->lower);
      swing->at_upper = evaluate (expression, means, n, i, swing->upper);
    }
}

/* Why there is nothing to start from, if so. */
static char *
find_problem (const PatronKpiSensitivity *self)
{
  for (guint i = 0; i < self->swings->len; i++)
    {
      const PatronKpiSwing *swing
          = &g_array_index (self->swings, PatronKpiSwing, i);
      g_autofree char *title = NULL;

      if (isfinite (swing->centre))
        continue;
      title = patron_record_get_title (swing->input);
      /* Translators: the name of a KPI. */
      return g_strdup_printf (_("“%s” has no values yet"), title);
    }
  if (self->swings->len == 0)
    return g_strdup (_("It is computed from no other KPI"));
  return g_strdup (_("At the means of the KPIs that it is computed from, it "
                     "has no value"));
}

/**
 * patron_kpi_sensitivity_new:
 * @kpi: a KPI that is computed from others
 * @today: days since 1970-01-01
 *
 * Takes each KPI that @kpi is computed from to its lower and to its upper
 * natural process limit (mean minus and plus 2.66 times the mean moving
 * range; Wheeler, Understanding Variation), while the others stay at their
 * means, and sees what comes out: one factor at a time, over what each does
 * by itself. Where values have left their limits for good, those since count.
 *
 * Returns: (transfer full): what moves @kpi
 */
PatronKpiSensitivity *
patron_kpi_sensitivity_new (PatronDocument *document,
                            PatronRecord   *kpi,
                            gint64          today)
{
  PatronKpiSensitivity *self = g_new0 (PatronKpiSensitivity, 1);
  g_autoptr (PatronExpression) expression = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (GError) error = NULL;

  self->base = NAN;
  self->swings = g_array_new (FALSE, FALSE, sizeof (PatronKpiSwing));
  g_array_set_clear_func (self->swings, clear_swing);
  if (!patron_kpi_expression_open (document, kpi, &expression, &inputs,
                                   &series, &error))
    {
      self->problem = g_strdup (error->message);
      return self;
    }
  for (guint i = 0; i < inputs->len; i++)
    {
      PatronKpiSwing swing
          = read_swing (document, g_ptr_array_index (inputs, i),
                        g_steal_pointer (&g_ptr_array_index (series, i)),
                        today);

      g_array_append_val (self->swings, swing);
    }
  move_each (self, expression);
  if (!isfinite (self->base))
    self->problem = find_problem (self);
  g_array_sort_with_data (self->swings, compare_swings, self);
  return self;
}

/**
 * patron_kpi_sensitivity_free:
 *
 * Frees what is known.
 */
void
patron_kpi_sensitivity_free (PatronKpiSensitivity *self)
{
  g_array_unref (self->swings);
  g_free (self->problem);
  g_free (self);
}
