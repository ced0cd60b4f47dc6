/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* The measurements of a KPI as arrays, which statistics and charts take. */

#include "config.h"

#include "patron-kpi-series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "patron-date.h"
#include "patron-kpi-expression.h"
#include "patron-measurement.h"
#include "patron-numbers.h"

typedef enum
{
  AGGREGATE_MEAN,
  AGGREGATE_SUM,
  AGGREGATE_MEDIAN,
  AGGREGATE_LAST,
  AGGREGATE_RATIO,
} Aggregate;

/* A measurement of the date that is being gathered. */
typedef struct
{
  gint64   id;
  double   value;
  double   above;
  double   below;
  double   sample;
  double   hits;
  double   against;
  gboolean excluded;
} Measured;

typedef struct
{
  PatronKpiSeries *series;
  gsize            allocated;
  Aggregate        aggregate;
  gboolean         share;  /* whether a denominator is a sample */
  PatronCadence    period; /* what is gathered; NONE for dates */
  gint64           date;
  GArray          *same;   /* (element-type Measured) those of the date */
} Reader;

/* The fields of a measurement, in the order that they are read. */
static const char *const columns[] = {
  "date",     "value",     "numerator",  "denominator", "sample_size",
  "excluded", "promoters", "detractors", NULL,
};

static void
make_room (PatronKpiSeries *series,
           gsize           *allocated,
           gsize            n)
{
  if (n <= *allocated)
    return;
  *allocated = MAX (n, MAX (16, *allocated * 2));
  series->dates = g_renew (gint64, series->dates, *allocated);
  series->values = g_renew (double, series->values, *allocated);
  series->measured = g_renew (double, series->measured, *allocated);
  series->samples = g_renew (double, series->samples, *allocated);
  series->hits = g_renew (double, series->hits, *allocated);
  series->against = g_renew (double, series->against, *allocated);
  series->excluded = g_renew (gboolean, series->excluded, *allocated);
  series->ids = g_renew (gint64, series->ids, *allocated);
  series->counts = g_renew (guint, series->counts, *allocated);
  series->missing = g_renew (guint, series->missing, *allocated);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
take_median (double *values,
             gsize   n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return n % 2 == 1 ? values[n / 2]
                    : values[n / 2 - 1] / 2 + values[n / 2] / 2;
}

/* Sums before dividing, so that a small sample does not count as much as a
 * large one. Where the parts are not known, the sizes of the samples do the
 * same, and where they are not either, each value counts once. */
static double
get_ratio (const Measured *same,
           gsize           n)
{
  double above = 0, below = 0, weighted = 0, weight = 0, sum = 0;
  gboolean parts = TRUE, sized = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      parts = parts && isfinite (same[i].above) && same[i].below != 0
              && isfinite (same[i].below);
      sized = sized && same[i].sample > 0;
      above += same[i].above;
      below += same[i].below;
      weighted += same[i].value * same[i].sample;
      weight += same[i].sample;
      sum += same[i].value;
    }
  if (parts && below != 0)
    return above / below;
  return sized ? weighted / weight : sum / (double) n;
}

static double
aggregate (Aggregate       how,
           const Measured *same,
           gsize           n)
{
  double sum = 0;

  if (n == 0)
    return NAN;
  if (n == 1 || how == AGGREGATE_LAST)
    return same[n - 1].value;
  if (how == AGGREGATE_RATIO)
    return get_ratio (same, n);
  if (how == AGGREGATE_MEDIAN)
    {
      g_autofree double *values = g_new (double, n);

      for (gsize i = 0; i < n; i++)
        values[i] = same[i].value;
      return take_median (values, n);
    }
  for (gsize i = 0; i < n; i++)
    sum += same[i].value;
  return how == AGGREGATE_SUM ? sum : sum / (double) n;
}

static double
sum_samples (const Measured *same,
             gsize           n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += same[i].sample;
  return n > 0 ? sum : NAN;
}

static gboolean
is_count (double number)
{
  return number >= 0 && number < 1e15
         && fabs (number - round (number)) <= 1e-9 * number;
}

/* Of a share, how many of how many: where both are counts, or the value is
 * exactly so many of the sample. */
static double
count_hits (const Measured *one,
            gboolean        share)
{
  double hits = one->value * one->sample;

  if (!share || !is_count (one->sample) || one->sample < 1)
    return NAN;
  if (is_count (one->above) && one->below == one->sample)
    hits = one->above;
  return is_count (hits) && hits <= one->sample ? round (hits) : NAN;
}

/* All that a date counts, if that makes the value of the date, which may have
 * been rounded to a whole point. */
static void
count_date (PatronKpiSeries *series,
            gsize            at,
            const Measured  *same,
            gsize            n)
{
  double hits = 0, against = 0, made, point;
  gboolean net;

  for (gsize i = 0; i < n; i++)
    {
      hits += same[i].hits;
      against += same[i].against;
    }
  net = isfinite (against);
  made = (net ? 100 * (hits - against) : hits) / series->samples[at];
  point = net ? 1 : 0.01;
  if (n == 0
      || !(fabs (made - series->measured[at]) <= point / 2 * (1 + 1e-9)))
    hits = against = NAN;
  series->hits[at] = hits;
  series->against[at] = against;
}

/* Makes one point of what was measured on one date: of what counts, or, where
 * all of it is left out, of that. */
static void
finish_date (Reader *reader)
{
  PatronKpiSeries *series = reader->series;
  GArray *same = reader->same;
  Measured *all = (Measured *) (void *) same->data;
  gsize n_all = same->len, n_used = 0, at = series->n;
  gboolean excluded = TRUE;
  gint64 id;

  if (n_all == 0)
    return;
  id = all[n_all - 1].id;
  for (gsize i = 0; i < n_all; i++)
    excluded = excluded && all[i].excluded;
  for (gsize i = 0; i < n_all; i++)
    if (all[i].excluded == excluded && isfinite (all[i].value))
      {
        id = all[i].id;
        all[n_used++] = all[i];
      }

  make_room (series, &reader->allocated, at + 1);
  series->dates[at] = reader->date;
  series->measured[at] = aggregate (reader->aggregate, all, n_used);
  series->values[at] = excluded ? NAN : series->measured[at];
  series->samples[at] = sum_samples (all, n_used);
  count_date (series, at, all, n_used);
  series->excluded[at] = excluded;
  series->ids[at] = id;
  series->counts[at] = (guint) n_all;
  series->n++;
  g_array_set_size (same, 0);
}

/* Sums of net scores are of answers, as are sums of shares. */
static void
count_answers (Measured                     *one,
               const PatronMeasurementParts *parts)
{
  one->hits = parts->promoters;
  one->against = parts->detractors;
  one->above = 100 * (parts->promoters - parts->detractors);
  one->below = one->sample;
}

static void
add_measurement (gint64        id,
                 const double *numbers,
                 gpointer      user_data)
{
  Reader *reader = user_data;
  Measured one = {
    .id = id,
    .value = numbers[1],
    .above = numbers[2],
    .below = numbers[3],
    .sample = numbers[4],
    .excluded = isfinite (numbers[5]) && numbers[5] != 0,
  };
  PatronMeasurementParts parts = { numbers[2], numbers[3], numbers[6],
                                   numbers[7], numbers[4] };
  gint64 date = patron_cadence_start (reader->period, (gint64) numbers[0]);

  /* A measurement may hold only what its value is made of. */
  if (isnan (one.value))
    one.value = patron_measurement_derive (&parts);
  if (isnan (one.sample) && reader->share)
    one.sample = one.below;
  one.against = NAN;
  one.hits = count_hits (&one, reader->share);
  if (parts.promoters + parts.detractors <= one.sample)
    count_answers (&one, &parts);
  if (reader->same->len > 0 && date != reader->date)
    finish_date (reader);
  reader->date = date;
  reader->series->n_measurements++;
  g_array_append_val (reader->same, one);
}

static Aggregate
get_aggregate (PatronRecord *kpi)
{
  static const char *const ids[] = {
    [AGGREGATE_MEAN] = "mean", [AGGREGATE_SUM] = "sum",
    [AGGREGATE_MEDIAN] = "median", [AGGREGATE_LAST] = "last",
    [AGGREGATE_RATIO] = "ratio",
  };
  const char *id = patron_record_get_text (kpi, "aggregation");

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (Aggregate) i;
  return AGGREGATE_MEAN;
}

/* How far apart points usually lie. Where the KPI says that it is measured
 * more often than it is, the record decides. */
static double
find_step (const PatronKpiSeries *series)
{
  double days = patron_cadence_get_days (series->cadence);
  g_autofree double *steps = NULL;

  if (series->n < 2)
    return INFINITY;
  steps = g_new (double, series->n - 1);
  for (gsize i = 1; i < series->n; i++)
    steps[i - 1] = (double) (series->dates[i] - series->dates[i - 1]);
  qsort (steps, series->n - 1, sizeof *steps, compare_doubles);
  return fmax (isnan (days) ? 0 : days, steps[(series->n - 2) / 2]);
}

/* Over days the weekend is no gap. */
static guint
count_missing (double distance,
               double step)
{
  double limit = step < 2 ? 4.5 : step * 1.75;

  return distance > limit ? (guint) fmax (1, round (distance / step) - 1) : 0;
}

static void
find_gaps (PatronKpiSeries *series)
{
  series->step = find_step (series);
  for (gsize i = 0; i < series->n; i++)
    series->missing[i]
        = i == 0 ? 0
                 : count_missing (
                     (double) (series->dates[i] - series->dates[i - 1]),
                     series->step);
}

static void
read_targets (PatronKpiSeries *series,
              PatronDocument  *document,
              PatronRecord    *kpi)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "target", "kpi", patron_record_get_id (kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);
      PatronKpiTarget target = {
        .id = patron_record_get_id (record),
        .starts = patron_record_get_integer (record, "starts"),
        .value = patron_record_get_number (record, "value"),
        .kind = g_intern_string (patron_record_get_text (record, "kind")),
      };

      if (isfinite (target.value))
        g_array_append_val (series->targets, target);
    }
}

static PatronKpiSeries *
new_series (PatronDocument *document,
            PatronRecord   *kpi)
{
  PatronKpiSeries *self = g_new0 (PatronKpiSeries, 1);
  gsize allocated = 0;

  /* Arrays of nothing have an address too, so that all may be passed on. */
  make_room (self, &allocated, 1);
  self->cadence = patron_cadence_of (kpi);
  self->targets = g_array_new (FALSE, FALSE, sizeof (PatronKpiTarget));
  read_targets (self, document, kpi);
  return self;
}

/**
 * patron_kpi_series_measured:
 * @period: what several measurements become one for; %PATRON_CADENCE_NONE
 *   for those of one date
 *
 * Returns: (transfer full): what has been measured, even of a KPI that is
 *   computed
 */
PatronKpiSeries *
patron_kpi_series_measured (PatronDocument *document,
                            PatronRecord   *kpi,
                            PatronCadence   period)
{
  g_autoptr (GArray) same = g_array_new (FALSE, FALSE, sizeof (Measured));
  Reader reader = {
    .series = new_series (document, kpi),
    .aggregate = get_aggregate (kpi),
    .share = g_strcmp0 (patron_record_get_text (kpi, "unit_kind"), "percent")
             == 0,
    .period = period,
    .same = same,
  };
  g_autoptr (GError) error = NULL;

  if (!patron_numbers_read (document, "measurement", "kpi",
                            patron_record_get_id (kpi), columns,
                            add_measurement, &reader, &error))
    g_info ("The measurements of a KPI cannot be read: %s", error->message);
  finish_date (&reader);
  find_gaps (reader.series);
  return reader.series;
}

/**
 * patron_kpi_series_new:
 * @kpi: a KPI of the document
 *
 * Reads what has been measured. The value of a measurement is its numerator
 * divided by its denominator where it has no other; several of one date
 * become one by the rule of the KPI. A KPI that has an expression is computed
 * from others instead; where that cannot be, it has no values.
 *
 * Returns: (transfer full): the values of the KPI
 */
PatronKpiSeries *
patron_kpi_series_new (PatronDocument *document,
                       PatronRecord   *kpi)
{
  PatronKpiSeries *series = NULL;
  g_autoptr (GError) error = NULL;

  if (!patron_kpi_is_calculated (kpi))
    return patron_kpi_series_measured (document, kpi, PATRON_CADENCE_NONE);
  series = patron_kpi_expression_series (document, kpi, NULL, &error);
  if (series != NULL)
    return series;
  series = patron_kpi_series_new_from (document, kpi, NULL, NULL, NULL, 0);
  series->problem = g_strdup (error->message);
  return series;
}

/**
 * patron_kpi_series_new_from:
 * @kpi: a KPI of the document, for its cadence and targets
 * @dates: (array length=n): days since 1970-01-01, rising, each once
 * @values: (array length=n): in the unit of the KPI; NaN where there is none
 * @samples: (array length=n) (nullable): how many things a value comes from
 *
 * Returns: (transfer full): a series of values that were not measured but
 *   computed
 */
PatronKpiSeries *
patron_kpi_series_new_from (PatronDocument *document,
                            PatronRecord   *kpi,
                            const gint64   *dates,
                            const double   *values,
                            const double   *samples,
                            gsize           n)
{
  PatronKpiSeries *self = new_series (document, kpi);
  gsize allocated = 0;

  make_room (self, &allocated, n);
  self->n = n;
  for (gsize i = 0; i < n; i++)
    {
      self->dates[i] = dates[i];
      self->values[i] = self->measured[i] = values[i];
      self->samples[i] = samples != NULL ? samples[i] : NAN;
      self->hits[i] = self->against[i] = NAN;
      self->excluded[i] = FALSE;
      self->ids[i] = 0;
      self->counts[i] = 0;
    }
  find_gaps (self);
  return self;
}

void
patron_kpi_series_free (PatronKpiSeries *self)
{
  g_free (self->dates);
  g_free (self->values);
  g_free (self->measured);
  g_free (self->samples);
  g_free (self->hits);
  g_free (self->against);
  g_free (self->excluded);
  g_free (self->ids);
  g_free (self->counts);
  g_free (self->missing);
  g_free (self->problem);
  g_array_unref (self->targets);
  g_free (self);
}

/**
 * patron_kpi_series_find:
 * @date: days since 1970-01-01
 *
 * Returns: the last point on or before @date, or -1
 */
gssize
patron_kpi_series_find (const PatronKpiSeries *self,
                        gint64                 date)
{
  gsize low = 0, high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->dates[middle] <= date)
        low = middle + 1;
      else
        high = middle;
    }
  return (gssize) low - 1;
}

/**
 * patron_kpi_series_get_target:
 * @date: days since 1970-01-01
 *
 * Returns: (transfer none) (nullable): the target that holds on @date
 */
const PatronKpiTarget *
patron_kpi_series_get_target (const PatronKpiSeries *self,
                              gint64                 date)
{
  const PatronKpiTarget *found = NULL;

  for (guint i = 0; i < self->targets->len; i++)
    {
      const PatronKpiTarget *target
          = &g_array_index (self->targets, PatronKpiTarget, i);

      if (target->starts <= date)
        found = target;
    }
  return found;
}

/**
 * patron_cadence_of:
 * @kpi: a KPI
 *
 * Returns: how often it is said to be measured
 */
PatronCadence
patron_cadence_of (PatronRecord *kpi)
{
  static const char *const ids[] = {
    [PATRON_CADENCE_DAY] = "day", [PATRON_CADENCE_WEEK] = "week",
    [PATRON_CADENCE_MONTH] = "month", [PATRON_CADENCE_QUARTER] = "quarter",
    [PATRON_CADENCE_YEAR] = "year",
  };
  const char *id = patron_record_get_text (kpi, "cadence");

  for (gsize i = PATRON_CADENCE_DAY; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (PatronCadence) i;
  return PATRON_CADENCE_NONE;
}

/**
 * patron_cadence_get_days:
 *
 * Returns: how many days a period has on average; NaN for none
 */
double
patron_cadence_get_days (PatronCadence cadence)
{
  /* The mean year of the Gregorian calendar. */
  static const double days[] = {
    [PATRON_CADENCE_NONE] = NAN,
    [PATRON_CADENCE_DAY] = 1,
    [PATRON_CADENCE_WEEK] = 7,
    [PATRON_CADENCE_MONTH] = 365.2425 / 12,
    [PATRON_CADENCE_QUARTER] = 365.2425 / 4,
    [PATRON_CADENCE_YEAR] = 365.2425,
  };

  return days[cadence];
}

/**
 * patron_cadence_add:
 * @date: days since 1970-01-01
 * @periods: how many; fewer than 0 go back
 *
 * Returns: the date so many periods later; the last day of the month where
 *   that month has no such day, and @date itself where there is no cadence
 */
gint64
patron_cadence_add (PatronCadence cadence,
                    gint64        date,
                    int           periods)
{
  static const int months[] = {
    [PATRON_CADENCE_MONTH] = 1, [PATRON_CADENCE_QUARTER] = 3,
    [PATRON_CADENCE_YEAR] = 12,
  };
  int year, month, day, since;

  if (cadence == PATRON_CADENCE_NONE)
    return date;
  if (cadence < PATRON_CADENCE_MONTH)
    return date + periods * (cadence == PATRON_CADENCE_WEEK ? 7 : 1);

  patron_date_to_ymd (date, &year, &month, &day);
  since = year * 12 + month - 1 + periods * months[cadence];
  year = since / 12;
  month = since % 12 + 1;
  while (day > 28 && !patron_date_is_valid_ymd (year, month, day))
    day--;
  return patron_date_from_ymd (year, month, day);
}

/**
 * patron_cadence_get_n_seasons:
 *
 * Returns: into how many seasons a year falls for what is measured so often:
 *   months, or quarters; 1 where there are none
 */
guint
patron_cadence_get_n_seasons (PatronCadence cadence)
{
  if (cadence == PATRON_CADENCE_NONE || cadence == PATRON_CADENCE_YEAR)
    return 1;
  return cadence == PATRON_CADENCE_QUARTER ? 4 : 12;
}

/**
 * patron_cadence_get_season:
 * @date: days since 1970-01-01
 *
 * Returns: the season of the date, from 0
 */
guint
patron_cadence_get_season (PatronCadence cadence,
                           gint64        date)
{
  guint n = patron_cadence_get_n_seasons (cadence);
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  return (guint) (month - 1) * n / 12;
}
