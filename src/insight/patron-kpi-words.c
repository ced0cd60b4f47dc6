/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* Judgements of KPIs in plain words. */

#include "config.h"

#include "patron-kpi-judgement.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "patron-date.h"
#include "patron-kpi.h"
#include "patron-number.h"

/* Rounds what was computed to what can be told apart: a hundredth of the
 * usual moving range. */
static double
round_computed (const PatronKpiJudgement *self,
                double                    value)
{
  double range = patron_kpi_judgement_get_limits (self).range;
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  int decimals;

  if (!(range > 0))
    range = fabs (value);
  if (!(range > 0))
    return value;
  decimals = 2 - (int) floor (log10 (range));
  if (decimals < 0 || decimals > 12)
    return decimals < 0 ? round (value) : value;
  g_ascii_formatd (text, sizeof text, decimals == 0 ? "%.0f" : "%.12f",
                   round (value * pow (10, decimals)) / pow (10, decimals));
  return g_ascii_strtod (text, NULL);
}

/**
 * patron_kpi_write_value:
 * @value: a value of the KPI, measured or computed
 *
 * Returns: (transfer full) (nullable): the value with its unit, rounded to
 *   what means something; %NULL of what is not finite
 */
char *
patron_kpi_write_value (const PatronKpiJudgement *self,
                        double                    value)
{
  g_autofree char *currency = NULL;

  if (!isfinite (value))
    return NULL;
  currency = patron_document_get_currency (self->document);
  return patron_kpi_format (self->kpi, round_computed (self, value),
                            currency);
}

/**
 * patron_kpi_write_size:
 * @amount: a difference of two values
 *
 * Returns: (transfer full) (nullable): the difference without its sign, with
 *   its unit: in points where the KPI counts in percent
 */
char *
patron_kpi_write_size (const PatronKpiJudgement *self,
                       double                    amount)
{
  const PatronValue *decimals = patron_record_get (self->kpi, "decimals");
  g_autofree char *points = NULL;

  if (!isfinite (amount))
    return NULL;
  if (g_strcmp0 (patron_record_get_text (self->kpi, "unit_kind"), "percent")
      != 0)
    return patron_kpi_write_value (self, fabs (amount));
  points = patron_number_format (
      fabs (amount) * 100,
      patron_value_is_null (decimals) ? 1 : (int) decimals->integer);
  /* Translators: a difference of two percentages, in percentage points. */
  return g_strdup_printf (C_("value", "%s\xc2\xa0points"), points);
}

/**
 * patron_kpi_write_amount:
 * @amount: a difference of two values
 *
 * Returns: (transfer full) (nullable): patron_kpi_write_size() with its sign
 */
char *
patron_kpi_write_amount (const PatronKpiJudgement *self,
                         double                    amount)
{
  g_autofree char *size = patron_kpi_write_size (self, amount);

  if (size == NULL)
    return NULL;
  if (amount == 0)
    /* Translators: a difference of nothing. */
    return g_strdup_printf (C_("difference", "±%s"), size);
  return g_strdup_printf (amount > 0 ? C_("difference", "+%s")
                                     : C_("difference", "−%s"),
                          size);
}

/**
 * patron_kpi_write_change:
 * @change: a comparison of the judgement
 *
 * Returns: (transfer full) (nullable): how much the latest value differs, and
 *   from what: the other value and its date
 */
char *
patron_kpi_write_change (const PatronKpiJudgement *self,
                         const PatronKpiChange    *change)
{
  g_autofree char *amount = patron_kpi_write_amount (self, change->amount);
  g_autofree char *value = NULL;
  g_autofree char *date = NULL;

  if (amount == NULL)
    return NULL;
  value = patron_kpi_write_value (self, self->series->values[change->place]);
  date = patron_cadence_write_date (self->series->cadence,
                                    self->series->dates[change->place]);
  /* Translators: a difference, the older value, and its date. */
  return g_strdup_printf (_("%s from %s, %s"), amount, value, date);
}

/**
 * patron_cadence_write_date:
 * @date: days since 1970-01-01
 *
 * Returns: (transfer full): the period of the date: a month, a quarter or a
 *   year by name, or the day
 */
char *
patron_cadence_write_date (PatronCadence cadence,
                           gint64        date)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  if (cadence == PATRON_CADENCE_YEAR)
    return g_strdup_printf ("%d", year);
  if (cadence == PATRON_CADENCE_QUARTER)
    /* Translators: a quarter of a year: its number, then the year. */
    return g_strdup_printf (C_("quarter", "Q%d %d"), (month + 2) / 3, year);
  if (cadence != PATRON_CADENCE_MONTH)
    return patron_date_format (date);
  time = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: a month and its year, as g_date_time_format() takes it. */
  return time != NULL ? g_date_time_format (time, C_("month", "%B %Y"))
                      : patron_date_format (date);
}

static char *
write_span (const PatronKpiJudgement *self,
            gint64                    from,
            gint64                    to)
{
  g_autofree char *first
      = patron_cadence_write_date (self->series->cadence, from);
  g_autofree char *last
      = patron_cadence_write_date (self->series->cadence, to);

  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  /* Translators: from one date to another. */
  return g_strdup_printf (C_("dates", "%s to %s"), first, last);
}

/**
 * patron_kpi_write_count:
 *
 * Returns: (transfer full): so many periods, such as "8 months"
 */
char *
patron_kpi_write_count (PatronCadence cadence,
                        guint         n)
{
  switch (cadence)
    {
    case PATRON_CADENCE_DAY:
      return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
    case PATRON_CADENCE_WEEK:
      return g_strdup_printf (ngettext ("%u week", "%u weeks", n), n);
    case PATRON_CADENCE_MONTH:
      return g_strdup_printf (ngettext ("%u month", "%u months", n), n);
    case PATRON_CADENCE_QUARTER:
      return g_strdup_printf (ngettext ("%u quarter", "%u quarters", n), n);
    case PATRON_CADENCE_YEAR:
      return g_strdup_printf (ngettext ("%u year", "%u years", n), n);
    case PATRON_CADENCE_NONE:
    default:
      return g_strdup_printf (ngettext ("%u value", "%u values", n), n);
    }
}

static char *
write_outside (const PatronKpiJudgement *self,
               const PatronKpiSignal    *signal,
               const char               *span)
{
  const PatronProcessLine *line = &self->process->lines[signal->last];
  g_autofree char *limit = patron_kpi_write_value (
      self, signal->above ? line->upper : line->lower);
  g_autofree char *what
      = signal->n > 1
            ? patron_kpi_write_count (self->series->cadence, signal->n)
            : patron_kpi_write_value (self,
                                      self->series->values[signal->last]);

  if (signal->n > 1)
    return g_strdup_printf (
        signal->above
            /* Translators: dates; how many values, such as "2 months"; a
             * limit. */
            ? _("%s: %s in a row above the upper limit of %s")
            : _("%s: %s in a row below the lower limit of %s"),
        span, what, limit);
  return g_strdup_printf (
      signal->above ? /* Translators: a date, a value and a limit. */
          _("%s: %s is above the upper limit of %s")
                    : _("%s: %s is below the lower limit of %s"),
      span, what, limit);
}

static char *
write_run (const PatronKpiJudgement *self,
           const PatronKpiSignal    *signal,
           const char               *span)
{
  const PatronProcessSegment *segment
      = patron_process_series_get_segment (self->process, signal->first);
  g_autofree char *centre = patron_kpi_write_value (
      self, self->process->lines[signal->last].centre);
  g_autofree char *count
      = patron_kpi_write_count (self->series->cadence, signal->n);

  if (segment->fitted)
    return g_strdup_printf (
        signal->above ? /* Translators: dates; "8 months". */
            _("%s: %s in a row above what was expected")
                      : _("%s: %s in a row below what was expected"),
        span, count);
  if (patron_record_get_integer (self->kpi, "limits_median") != 0)
    return g_strdup_printf (
        signal->above ? /* Translators: dates; "8 months"; the median. */
            _("%s: %s in a row above the median of %s")
                      : _("%s: %s in a row below the median of %s"),
        span, count, centre);
  return g_strdup_printf (
      signal->above ? /* Translators: dates; "8 months"; the mean. */
          _("%s: %s in a row above the mean of %s")
                    : _("%s: %s in a row below the mean of %s"),
      span, count, centre);
}

static char *
write_near (const PatronKpiJudgement *self,
            const PatronKpiSignal    *signal,
            const char               *span)
{
  const PatronProcessLine *line = &self->process->lines[signal->last];
  g_autofree char *limit = patron_kpi_write_value (
      self, signal->above ? line->upper : line->lower);
  g_autofree char *count
      = patron_kpi_write_count (self->series->cadence, signal->n);

  return g_strdup_printf (
      signal->above ? /* Translators: dates; "3 months"; a limit. */
          _("%s: %s nearer to the upper limit of %s than to the middle")
                    : _("%s: %s nearer to the lower limit of %s than to the "
                        "middle"),
      span, count, limit);
}

/**
 * patron_kpi_write_signal:
 * @signal: a signal of the judgement
 *
 * Returns: (transfer full): what happened, and when
 */
char *
patron_kpi_write_signal (const PatronKpiJudgement *self,
                         const PatronKpiSignal    *signal)
{
  const gint64 *dates = self->series->dates;
  g_autofree char *span
      = write_span (self, dates[signal->first], dates[signal->last]);
  g_autofree char *count
      = patron_kpi_write_count (self->series->cadence, signal->n);

  switch (signal->rule)
    {
    case PATRON_PROCESS_OUTSIDE:
      return write_outside (self, signal, span);
    case PATRON_PROCESS_RUN:
      return write_run (self, signal, span);
    case PATRON_PROCESS_TREND:
      return g_strdup_printf (
          signal->above ? /* Translators: dates; "7 months". */
              _("%s: %s that rise one after the other")
                        : _("%s: %s that fall one after the other"),
          span, count);
    case PATRON_PROCESS_NEAR:
    case PATRON_PROCESS_NONE:
    default:
      return write_near (self, signal, span);
    }
}

/**
 * patron_kpi_write_variation:
 *
 * Returns: (transfer full): what the latest value says, as a sentence
 */
char *
patron_kpi_write_variation (const PatronKpiJudgement *self)
{
  const PatronKpiSignal *current = patron_kpi_judgement_get_current (self);
  PatronProcess limits = patron_kpi_judgement_get_limits (self);
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (self->certainty == PATRON_KPI_UNKNOWN)
    return patron_kpi_write_certainty (self);
  if (current != NULL)
    return patron_kpi_write_signal (self, current);
  lower = patron_kpi_write_value (self, limits.lower);
  upper = patron_kpi_write_value (self, limits.upper);
  /* Translators: two values. */
  return g_strdup_printf (_("No signal: values between %s and %s are the "
                            "usual variation"),
                          lower, upper);
}

/**
 * patron_kpi_write_target:
 *
 * Returns: (transfer full) (nullable): which target holds since when, and
 *   which one held for the latest value if that was another; %NULL where
 *   there is none
 */
char *
patron_kpi_write_target (const PatronKpiJudgement *self)
{
  const PatronKpiTarget *then;
  g_autofree char *value = NULL;
  g_autofree char *before = NULL;
  g_autofree char *date = NULL;

  if (self->target == NULL)
    return NULL;
  then = patron_kpi_series_get_target (self->series,
                                       self->series->dates[self->latest]);
  value = patron_kpi_write_value (self, self->target->value);
  date = patron_date_format (self->target->starts);
  if (then == self->target)
    /* Translators: a target, and the day from which on it holds. */
    return g_strdup_printf (_("The target is %s since %s"), value, date);
  if (then == NULL)
    return g_strdup_printf (_("The target is %s since %s; the latest value is "
                              "older"),
                            value, date);
  before = patron_kpi_write_value (self, then->value);
  /* Translators: a target, the day from which on it holds, and the target
   * that held before. */
  return g_strdup_printf (_("The target is %s since %s; for the latest value "
                            "it was %s"),
                          value, date, before);
}

static char *
write_hit_and_miss (const PatronKpiJudgement *self,
                    const char               *target)
{
  PatronCadence cadence = self->series->cadence;
  g_autofree char *ten = patron_kpi_write_count (cadence, 10);
  g_autofree char *held = patron_kpi_write_count (cadence, self->n_held);
  guint of_ten
      = (guint) lround (10.0 * self->n_missed / (double) self->n_held);

  if (self->n_missed == 0)
    /* Translators: "24 months"; a target. */
    return g_strdup_printf (_("None of %s missed %s, but a miss is within "
                              "the usual variation"),
                            held, target);
  if (self->n_missed == self->n_held)
    return g_strdup_printf (_("All of %s missed %s, but to meet it is within "
                              "the usual variation"),
                            held, target);
  if (self->n_held < 10 || of_ten == 0 || of_ten == 10)
    /* Translators: a number; "24 months"; a target. */
    return g_strdup_printf (_("So far %u of %s missed %s"), self->n_missed,
                            held, target);
  /* Translators: a number from 1 to 9; "10 months"; a target. */
  return g_strdup_printf (_("At this rate %u of %s will miss %s"), of_ten,
                          ten, target);
}

/**
 * patron_kpi_write_assurance:
 *
 * Returns: (transfer full) (nullable): whether the target will be met if
 *   nothing changes, or that something did; %NULL where neither can be said
 */
char *
patron_kpi_write_assurance (const PatronKpiJudgement *self)
{
  g_autofree char *target = NULL;

  if (self->assurance == PATRON_ASSURANCE_NONE && self->changed_at < 0)
    return NULL;
  target = patron_kpi_write_value (self, self->target->value);
  if (self->changed_at >= 0)
    {
      g_autofree char *date = patron_cadence_write_date (
          self->series->cadence, self->series->dates[self->changed_at]);

      /* Translators: a date, and a target. */
      return g_strdup_printf (
          _("Changed since %s: with new limits from there on, Patron can say "
            "whether %s will be met"),
          date, target);
    }
  if (self->assurance == PATRON_ASSURANCE_PASS)
    /* Translators: the target. */
    return g_strdup_printf (_("Will keep meeting %s if nothing changes"),
                            target);
  if (self->assurance == PATRON_ASSURANCE_FAIL)
    return g_strdup_printf (_("Will not meet %s unless something changes"),
                            target);
  return write_hit_and_miss (self, target);
}

/**
 * patron_kpi_write_certainty:
 *
 * Returns: (transfer full) (nullable): why nothing or little can be said;
 *   %NULL where the limits are firm
 */
char *
patron_kpi_write_certainty (const PatronKpiJudgement *self)
{
  const PatronProcessSegment *segment = patron_process_series_get_segment (
      self->process, (gsize) MAX (self->latest, 0));
  guint n = (guint) segment->process.n_used;

  if (self->certainty == PATRON_KPI_FIRM)
    return NULL;
  if (self->certainty == PATRON_KPI_PROVISIONAL)
    return g_strdup_printf (
        ngettext ("Provisional: the limits come from %u value, and are firm "
                  "from %u on",
                  "Provisional: the limits come from %u values, and are firm "
                  "from %u on",
                  n),
        n, PATRON_PROCESS_FIRM_VALUES);
  if (self->series->problem != NULL)
    return g_strdup (self->series->problem);
  if (self->latest < 0)
    return g_strdup (_("Nothing has been measured yet"));
  if (self->n_held >= PATRON_PROCESS_MIN_VALUES)
    return g_strdup (_("No limits: those that follow the seasons need two "
                       "values for each, and others need six in the chosen "
                       "range"));
  return g_strdup_printf (
      ngettext ("Too few to tell a signal from noise: %u value, of at least "
                "%u",
                "Too few to tell a signal from noise: %u values, of at least "
                "%u",
                self->n_held),
      self->n_held, PATRON_PROCESS_MIN_VALUES);
}

/**
 * patron_kpi_write_stale:
 *
 * Returns: (transfer full) (nullable): since when a newer value is missing
 */
char *
patron_kpi_write_stale (const PatronKpiJudgement *self)
{
  g_autofree char *date = NULL;

  if (!self->stale)
    return NULL;
  date = patron_cadence_write_date (self->series->cadence,
                                    self->series->dates[self->latest]);
  /* Translators: a date. */
  return g_strdup_printf (_("No value since %s"), date);
}

static char *
write_no_forecast (const PatronKpiJudgement *self,
                   PatronForecastState       state,
                   gint64                    date)
{
  const PatronForecast *forecast = &self->forecast;
  g_autofree char *when = NULL;

  if (state == PATRON_FORECAST_TOO_FEW)
    return g_strdup_printf (
        ngettext ("No forecast: it needs %u values since the limits began or "
                  "the level changed, and there is %u",
                  "No forecast: it needs %u values since the limits began or "
                  "the level changed, and there are %u",
                  forecast->fit.n),
        PATRON_FORECAST_MIN_VALUES, (guint) forecast->fit.n);
  if (state == PATRON_FORECAST_TOO_FAR && (double) date <= forecast->last)
    return g_strdup (_("No forecast: the date lies before the last value"));
  if (state == PATRON_FORECAST_TOO_FAR)
    return g_strdup (_("No forecast: the date is further ahead than the "
                       "values reach back"));
  when = patron_cadence_write_date (
      self->series->cadence, self->series->dates[forecast->broken_at]);
  return g_strdup_printf (
      forecast->signals & PATRON_PROCESS_OUTSIDE
          ? /* Translators: a date. */
          _("No forecast: the value of %s lies outside the limits around the "
            "trend, so the past does not tell what comes")
          : _("No forecast: since %s values stay on one side of the trend, so "
              "the past does not tell what comes"),
      when);
}

/**
 * patron_kpi_write_forecast:
 * @date: days since 1970-01-01
 *
 * Returns: (transfer full): what is expected on @date with its interval, or
 *   why nothing is
 */
char *
patron_kpi_write_forecast (const PatronKpiJudgement *self,
                           gint64                    date)
{
  PatronForecastValue value;
  PatronForecastState state
      = patron_kpi_judgement_forecast (self, date, &value);
  g_autofree char *when = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (state != PATRON_FORECAST_KNOWN)
    return write_no_forecast (self, state, date);
  when = patron_cadence_write_date (self->series->cadence, date);
  expected = patron_kpi_write_value (self, value.value);
  lower = patron_kpi_write_value (self, value.lower);
  upper = patron_kpi_write_value (self, value.upper);
  /* Translators: a date, then three values. */
  return g_strdup_printf (_("%s: about %s if it goes on like this, and with "
                            "95 %% probability between %s and %s"),
                          when, expected, lower, upper);
}

/**
 * patron_kpi_write_method:
 *
 * Returns: (transfer full): how the forecast is made, in few words
 */
char *
patron_kpi_write_method (const PatronKpiJudgement *self)
{
  gboolean robust = self->forecast.method == PATRON_FORECAST_THEIL_SEN;

  if (self->forecast.seasonal)
    return g_strdup (robust
                         ? _("Forecast: a line by Theil–Sen with seasons, and "
                             "where 95 % of new values would lie")
                         : _("Forecast: a line by least squares with seasons, "
                             "and where 95 % of new values would lie"));
  return g_strdup (robust ? _("Forecast: a line by Theil–Sen, and where 95 % "
                              "of new values would lie")
                          : _("Forecast: a line by least squares, and where "
                              "95 % of new values would lie"));
}

/**
 * patron_kpi_write_conflict_dates:
 * @conflict: two KPIs that say different things
 *
 * Returns: (transfer full): from when to when they do
 */
char *
patron_kpi_write_conflict_dates (const PatronKpiConflict *conflict)
{
  return write_span (conflict->better, conflict->from, conflict->to);
}

/**
 * patron_kpi_write_conflict:
 * @conflict: two KPIs that say different things
 *
 * Returns: (transfer full): which one improves while the other gets worse, and
 *   when
 */
char *
patron_kpi_write_conflict (const PatronKpiConflict *conflict)
{
  g_autofree char *better = patron_record_get_title (conflict->better->kpi);
  g_autofree char *worse = patron_record_get_title (conflict->worse->kpi);
  g_autofree char *span
      = write_span (conflict->better, conflict->from, conflict->to);

  /* Translators: the names of two KPIs, then dates. */
  return g_strdup_printf (_("“%s” improves while “%s” gets worse: %s"),
                          better, worse, span);
}

/**
 * patron_process_type_get_label:
 *
 * Returns: what a value says, in a word or two
 */
const char *
patron_process_type_get_label (PatronProcessType type)
{
  static const char *const labels[] = {
    [PATRON_PROCESS_COMMON] = NC_("variation", "No signal"),
    [PATRON_PROCESS_IMPROVEMENT] = NC_("variation", "Improvement"),
    [PATRON_PROCESS_CONCERN] = NC_("variation", "Concern"),
    [PATRON_PROCESS_HIGH] = NC_("variation", "High"),
    [PATRON_PROCESS_LOW] = NC_("variation", "Low"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "variation", labels[type]);
}

/**
 * patron_assurance_get_label:
 *
 * Returns: whether a target will be met, in a word or two
 */
const char *
patron_assurance_get_label (PatronAssurance assurance)
{
  static const char *const labels[] = {
    [PATRON_ASSURANCE_NONE] = NC_("assurance", "No target"),
    [PATRON_ASSURANCE_PASS] = NC_("assurance", "Will pass"),
    [PATRON_ASSURANCE_HIT_AND_MISS] = NC_("assurance", "Hit and miss"),
    [PATRON_ASSURANCE_FAIL] = NC_("assurance", "Will fail"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "assurance", labels[assurance]);
}
