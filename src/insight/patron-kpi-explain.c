/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* How each figure of a judgement was computed. */

#include "config.h"

#include "patron-kpi-expression.h"
#include "patron-kpi-interval.h"
#include "patron-kpi.h"
#include "patron-kpi-judgement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-number.h"

typedef struct
{
  const PatronKpiJudgement   *judgement;
  const PatronProcessSegment *segment;
  PatronProcess               limits;
  PatronExplanation          *to;
} Writer;

static void
add_value (Writer     *writer,
           const char *name,
           double      value)
{
  patron_explanation_add_input (
      writer->to, name, patron_kpi_write_value (writer->judgement, value));
}

static void
add_size (Writer     *writer,
          const char *name,
          double      size)
{
  patron_explanation_add_input (
      writer->to, name, patron_kpi_write_size (writer->judgement, size));
}

static void
add_amount (Writer     *writer,
            const char *name,
            double      amount)
{
  patron_explanation_add_input (
      writer->to, name, patron_kpi_write_amount (writer->judgement, amount));
}

static void
add_point (Writer     *writer,
           const char *name,
           gssize      place)
{
  const PatronKpiSeries *series = writer->judgement->series;
  g_autofree char *value = NULL;
  g_autofree char *date = NULL;

  if (place < 0)
    return;
  value = patron_kpi_write_value (writer->judgement, series->values[place]);
  date = patron_cadence_write_date (series->cadence, series->dates[place]);
  /* Translators: a value and its date. */
  patron_explanation_add_input (
      writer->to, name,
      g_strdup_printf (C_("explanation", "%s, %s"), value, date));
}

static char *
write_values (gsize n)
{
  return g_strdup_printf (ngettext ("From %u value", "From %u values", n),
                          (guint) n);
}

static char *
write_source (PatronRecord *kpi)
{
  const char *source = patron_record_get_text (kpi, "source");

  return source != NULL
             /* Translators: where figures come from. */
             ? g_strdup_printf (_("Source: %s"), source)
             : NULL;
}

static const char *
get_rule_of_day (PatronRecord *kpi)
{
  static const struct
  {
    const char *id;
    const char *words;
  } rules[] = {
    { "sum", N_("The sum of the values of the date") },
    { "median", N_("The median of the values of the date") },
    { "last", N_("The last of the values of the date") },
    { "ratio", N_("The sum of numerators, divided by the sum of "
                  "denominators, of the date") },
  };
  const char *id = patron_record_get_text (kpi, "aggregation");

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].id, id) == 0)
      return g_dgettext (GETTEXT_PACKAGE, rules[i].words);
  return _("The mean of the values of the date");
}

static void
add_kpi (PatronRecord *input,
         double        value,
         double        previous,
         gpointer      user_data)
{
  Writer *writer = user_data;
  g_autofree char *currency
      = patron_document_get_currency (writer->judgement->document);
  g_autofree char *title = patron_record_get_title (input);

  if (isfinite (value))
    patron_explanation_add_input (
        writer->to, title, patron_kpi_format (input, value, currency));
  if (isfinite (previous))
    {
      /* Translators: the name of a KPI. */
      g_autofree char *name
          = g_strdup_printf (_("%s, the period before"), title);

      patron_explanation_add_input (
          writer->to, name, patron_kpi_format (input, previous, currency));
    }
}

/* A computed value: the expression, and what its names stand for. */
static void
explain_computed (Writer *writer)
{
  const PatronKpiJudgement *self = writer->judgement;

  g_free (writer->to->formula);
  writer->to->formula = patron_document_edit (
      self->document, self->kpi,
      patron_entity_get_field (patron_record_get_entity (self->kpi),
                               "expression"),
      patron_record_get (self->kpi, "expression"));
  patron_kpi_expression_inputs (self->document, self->kpi,
                                self->series->dates[self->latest], add_kpi,
                                writer);
}

static void
add_count (Writer     *writer,
           const char *name,
           guint64     count)
{
  patron_explanation_add_input (writer->to, name,
                                patron_number_format ((double) count, 0));
}

/* What the value counts, and the formula of its interval. */
static void
explain_interval (Writer *writer)
{
  const PatronKpiJudgement *self = writer->judgement;
  PatronKpiInterval interval;

  if (!patron_kpi_series_get_interval (self->series, self->latest, &interval))
    {
      patron_explanation_add_input (
          writer->to, _("Interval"),
          patron_kpi_write_no_interval (self, self->latest));
      return;
    }
  add_count (writer, interval.net ? _("Promoters") : _("Numerator"),
             interval.n_hits);
  if (interval.net)
    add_count (writer, _("Detractors"), interval.n_against);
  else
    add_count (writer, _("Denominator"), interval.n);
  patron_explanation_add_input (
      writer->to,
      interval.net ? _("Interval of 95 %, adjusted Wald: 3 answers added, ¾ of "
                       "one promoter and ¾ of one detractor among them")
                   : _("Interval of 95 %, by Wilson"),
      patron_kpi_write_range (self, self->latest));
}

static void
explain_value (Writer *writer)
{
  const PatronKpiJudgement *self = writer->judgement;
  const PatronKpiSeries *series = self->series;
  const char *formula = patron_record_get_text (self->kpi, "formula");
  gssize at = self->latest;

  writer->to->source = write_source (self->kpi);
  if (at < 0)
    {
      writer->to->formula = patron_kpi_write_certainty (self);
      return;
    }
  writer->to->result = patron_kpi_write_value (self, series->values[at]);
  writer->to->formula
      = g_strdup (formula != NULL ? formula
                  : series->counts[at] > 1
                      ? get_rule_of_day (self->kpi)
                      : _("As it was measured: its value, or its numerator "
                          "divided by its denominator"));
  add_point (writer, _("Latest value"), at);
  if (patron_kpi_is_calculated (self->kpi))
    explain_computed (writer);
  if (series->counts[at] > 1)
    patron_explanation_add_input (
        writer->to, get_rule_of_day (self->kpi),
        patron_number_format (series->counts[at], 0));
  explain_interval (writer);
  if (isfinite (series->samples[at]))
    {
      g_autofree char *n = patron_number_format (series->samples[at], 0);

      /* Translators: how many answers or cases a value comes from. */
      writer->to->sample = g_strdup_printf (_("Sample size: %s"), n);
    }
}

static void
explain_change (Writer                *writer,
                const PatronKpiChange *change)
{
  const PatronKpiJudgement *self = writer->judgement;
  g_autofree char *chance = patron_kpi_write_chance (self, change);

  writer->to->formula = g_strdup (_("The latest value less the older one"));
  writer->to->source = write_source (self->kpi);
  if (change->place < 0)
    {
      writer->to->result
          = g_strdup (_("There is no value to compare the latest one with"));
      return;
    }
  writer->to->result = patron_kpi_write_amount (self, change->amount);
  add_point (writer, _("Latest value"), self->latest);
  add_point (writer, _("Older value"), change->place);
  if (chance != NULL)
    {
      g_free (writer->to->formula);
      writer->to->formula = g_strdup (
          isfinite (self->series->against[self->latest])
              ? _("The latest value less the older one, ± 1.96 × √(a² + b²) of "
                  "the adjusted standard errors a and b")
              : _("The latest value less the older one; its interval is "
                  "Newcombe’s, from those of Wilson"));
      writer->to->sample = g_steal_pointer (&chance);
    }
}

/* The formula of the limits, as they are made for this KPI. */
static char *
write_limits_formula (PatronRecord *kpi,
                      gboolean      fitted)
{
  gboolean median = patron_record_get_integer (kpi, "limits_median") != 0;

  if (fitted)
    return g_strdup (
        median ? _("What is expected ± 3.145 × the median moving range of "
                   "what differs from it")
               : _("What is expected ± 2.66 × the mean moving range of what "
                   "differs from it"));
  return g_strdup (median ? _("Median ± 3.145 × the median moving range")
                          : _("Mean ± 2.66 × the mean moving range"));
}

static void
add_limits (Writer *writer)
{
  const PatronProcess *limits = &writer->limits;
  gboolean median = patron_record_get_integer (writer->judgement->kpi,
                                               "limits_median") != 0;

  add_value (writer,
             writer->segment->fitted ? _("Expected now")
             : median                ? _("Median")
                                     : _("Mean"),
             limits->centre);
  add_size (writer, median ? _("Median moving range")
                           : _("Mean moving range"),
            limits->range);
  add_value (writer, _("Lower natural limit"), limits->lower);
  add_value (writer, _("Upper natural limit"), limits->upper);
  add_size (writer, _("Limit of the moving range"), limits->range_limit);
  if (limits->n_screened > 0)
    patron_explanation_add_input (
        writer->to, _("Moving ranges left out as outliers"),
        patron_number_format ((double) limits->n_screened, 0));
  if (writer->segment->fitted && writer->segment->fit.slope != 0)
    add_amount (writer, _("Change a year"),
                writer->segment->fit.slope * 365.2425);
}

static void
explain_limits (Writer *writer)
{
  const PatronKpiJudgement *self = writer->judgement;

  writer->to->source = g_strdup ("Wheeler, Understanding Variation");
  writer->to->formula
      = write_limits_formula (self->kpi, writer->segment->fitted);
  if (!writer->segment->known)
    {
      writer->to->result = patron_kpi_write_certainty (self);
      return;
    }
  writer->to->sample = write_values (writer->limits.n_used);
  add_limits (writer);
}

static void
explain_signals (Writer *writer)
{
  const PatronKpiJudgement *self = writer->judgement;
  gboolean nhs = self->rules == PATRON_PROCESS_NHS;

  writer->to->result = patron_kpi_write_variation (self);
  writer->to->formula = g_strdup (
      nhs ? _("A value outside the limits; 7 in a row on one side of the "
              "middle; 7 that all rise or all fall; 2 of 3 in the outer third "
              "of one side")
          : _("A value outside the limits; 8 in a row on one side of the "
              "middle; 3 of 4 nearer to one limit than to the middle"));
  writer->to->source = g_strdup (nhs ? "NHS England, Making Data Count"
                                     : "Wheeler, Understanding Variation");
  writer->to->sample = write_values (writer->limits.n);
  if (writer->segment->known)
    add_limits (writer);
}

static void
explain_assurance (Writer *writer)
{
  const PatronKpiJudgement *self = writer->judgement;

  writer->to->result = patron_kpi_write_assurance (self);
  if (writer->to->result == NULL)
    writer->to->result
        = self->target == NULL ? g_strdup (_("There is no target"))
          : self->target_better == PATRON_PROCESS_NEITHER
              ? g_strdup (_("Neither way is better, so no target is missed"))
              : patron_kpi_write_certainty (self);
  writer->to->formula = g_strdup (
      _("A target beyond the worse limit is always met, one beyond the better "
        "limit never, and one between the limits by chance; the rate is how "
        "often it was missed since the limits began"));
  writer->to->source = g_strdup ("NHS England, Making Data Count");
  if (self->target != NULL)
    {
      add_value (writer, _("Target"), self->target->value);
      patron_explanation_add_input (
          writer->to, _("Missed"),
          patron_number_format (self->n_missed, 0));
    }
  add_value (writer, _("Lower natural limit"), writer->limits.lower);
  add_value (writer, _("Upper natural limit"), writer->limits.upper);
  writer->to->sample = write_values (self->n_held);
}

static void
explain_forecast (Writer *writer)
{
  const PatronKpiJudgement *self = writer->judgement;
  const PatronForecast *forecast = &self->forecast;
  const PatronFit *fit = &forecast->fit;
  gboolean robust = forecast->method == PATRON_FORECAST_THEIL_SEN;

  writer->to->formula = g_strdup (
      robust ? _("A line by the median of the slopes of all pairs (Theil–Sen), "
                 "± Student’s t × the standard error of a new value, from the "
                 "median of the distances")
             : _("A line by least squares, ± Student’s t × the standard error "
                 "of a new value"));
  if (forecast->seasonal)
    patron_explanation_add_input (
        writer->to, _("Seasons of the year, each with a level of its own"),
        patron_number_format (fit->n_seasons, 0));
  writer->to->sample = write_values (fit->n);
  if (forecast->state != PATRON_FORECAST_KNOWN)
    {
      writer->to->result = patron_kpi_write_forecast (
          self, self->latest < 0 ? 0 : self->series->dates[self->latest] + 1);
      return;
    }
  add_amount (writer, _("Change a year"), fit->slope * 365.2425);
  add_size (writer, _("Spread around the line"), fit->error);
  patron_explanation_add_input (
      writer->to, _("Student’s t"),
      patron_number_format (patron_fit_get_reach (fit->freedom), 3));
}

static PatronExplanation *
new_explanation (PatronKpiFigure figure)
{
  static const char *const titles[PATRON_N_KPI_FIGURES] = {
    [PATRON_KPI_FIGURE_VALUE] = N_("Latest value"),
    [PATRON_KPI_FIGURE_BEFORE] = N_("Change from the previous period"),
    [PATRON_KPI_FIGURE_YEAR] = N_("Change from a year ago"),
    [PATRON_KPI_FIGURE_LIMITS] = N_("Natural limits"),
    [PATRON_KPI_FIGURE_SIGNALS] = N_("Signals"),
    [PATRON_KPI_FIGURE_ASSURANCE] = N_("Target"),
    [PATRON_KPI_FIGURE_FORECAST] = N_("Forecast"),
  };

  return patron_explanation_new (
      g_dgettext (GETTEXT_PACKAGE, titles[figure]));
}

/**
 * patron_kpi_explain:
 * @figure: what is asked about
 *
 * Returns: (transfer full): formula, inputs, sample size and source of a
 *   figure
 */
PatronExplanation *
patron_kpi_explain (const PatronKpiJudgement *self,
                    PatronKpiFigure           figure)
{
  Writer writer = {
    .judgement = self,
    .segment = patron_process_series_get_segment (
        self->process, (gsize) MAX (self->latest, 0)),
    .limits = patron_kpi_judgement_get_limits (self),
    .to = new_explanation (figure),
  };

  switch (figure)
    {
    case PATRON_KPI_FIGURE_VALUE:
      explain_value (&writer);
      break;
    case PATRON_KPI_FIGURE_BEFORE:
      explain_change (&writer, &self->before);
      break;
    case PATRON_KPI_FIGURE_YEAR:
      explain_change (&writer, &self->year);
      break;
    case PATRON_KPI_FIGURE_LIMITS:
      explain_limits (&writer);
      break;
    case PATRON_KPI_FIGURE_SIGNALS:
      explain_signals (&writer);
      break;
    case PATRON_KPI_FIGURE_ASSURANCE:
      explain_assurance (&writer);
      break;
    case PATRON_KPI_FIGURE_FORECAST:
    default:
      explain_forecast (&writer);
    }
  return writer.to;
}
