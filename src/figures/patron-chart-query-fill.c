/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* From the table that a query found to the series and axes of a chart. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-figure-private.h"

/* What the quarters of a matrix mean, where its measures are known. */
static const struct
{
  const char *entity;
  const char *x;
  const char *y;
  const char *names[4]; /* top left, top right, bottom left, bottom right */
} quadrants[] = {
  { "channel", "mean:readiness", "mean:importance",
    { N_("Make ready first"), N_("Keep ready"), N_("Leave"),
      N_("More than needed") } },
  { "need", "mean:served", "mean:strength",
    { N_("Opportunities"), N_("Well served"), N_("Minor"),
      N_("More than needed") } },
};

/* patron_query_table_name_measure:
 *
 * Returns: (transfer full): what a measure of the table is called
 */
char *
patron_query_table_name_measure (const PatronQueryTable *self,
                                 guint                   measure)
{
  return patron_query_measure_label (&self->measures[measure], self->entity,
                                     self->over.n == 0);
}

static void
set_format (const PatronChartQuery   *query,
            const PatronQueryTable   *table,
            const PatronQueryMeasure *measure,
            PatronDocument           *document,
            PatronFormat             *format)
{
  g_autoptr (PatronRecord) kpi = NULL;
  g_autofree char *currency = patron_document_get_currency (document);

  patron_format_init (format, PATRON_FORMAT_NUMBER);
  if (measure->how == PATRON_QUERY_COUNT)
    format->decimals = 0;
  else if (patron_query_measure_in_unit (measure))
    {
      kpi = patron_document_get_record (document, "kpi", table->kpi);
      if (kpi != NULL)
        patron_figure_set_unit (format, document, kpi);
    }
  else if (measure->from == PATRON_QUERY_PROGRESS
           || measure->field->kind == PATRON_KIND_PERCENT)
    patron_format_init (format, PATRON_FORMAT_PERCENT);
  else if (measure->field->kind == PATRON_KIND_MONEY)
    {
      patron_format_init (format, PATRON_FORMAT_MONEY);
      format->decimals = 0;
    }
  else if (measure->field->kind == PATRON_KIND_DURATION)
    patron_format_init (format, PATRON_FORMAT_DURATION);
  if (currency != NULL)
    g_strlcpy (format->currency, currency, sizeof format->currency);
  if (query->decimals >= 0)
    format->decimals = query->decimals;
}

static void
set_range (PatronChartAxis          *axis,
           const PatronQueryMeasure *measure)
{
  double min, max;

  patron_query_measure_get_range (measure, &min, &max);
  if (isnan (min))
    return;
  axis->min = min;
  axis->max = max;
}

/* What a series is called: its measure, or what it was split by. */
static void
add_series (PatronChart            *chart,
            const PatronQueryTable *table,
            guint                   measure,
            guint                   row)
{
  const PatronQueryGroup *group
      = &g_array_index (table->rows, PatronQueryGroup, row);
  g_autofree char *name = table->n_measures > 1 || group->label == NULL
                              ? patron_query_table_name_measure (table, measure)
                              : NULL;
  g_autofree char *both = NULL;

  if (name != NULL && group->label != NULL)
    /* Translators: what made a series, and what is measured of it. */
    both = g_strdup_printf (C_("chart series", "%s, %s"), group->label, name);
  patron_chart_add_series (chart, both != NULL   ? both
                                  : name != NULL ? name
                                                 : group->label);
}

/* The second measure is what the first is held against. */
static void
mark_expected (PatronChart            *chart,
               const PatronQueryTable *table)
{
  static const char *const expected[]
      = { "expected", "baseline", "benchmark", "target" };

  if (table->n_measures != 2 || table->rows->len != 1)
    return;
  if (table->measures[1].field != NULL)
    {
      gboolean known = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
        known = known
                || strcmp (table->measures[1].field->name, expected[i]) == 0;
      if (!known && chart->kind != PATRON_CHART_BULLET)
        return;
    }
  g_array_index (chart->series, PatronChartSeries, 1).expected = TRUE;
}

static void
add_row (PatronChartData        *data,
         const PatronQueryTable *table,
         guint                   measure,
         guint                   row,
         gboolean                dated)
{
  guint n = table->columns->len;
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = g_new (double, n + 1);
  g_autofree double *samples = g_new (double, n + 1);
  PatronChartPoints points = { .x = x, .y = y, .samples = samples };

  for (guint i = 0; i < n; i++)
    {
      gsize at = patron_query_table_at (table, measure, row, i);

      /* A KPI that was not measured on a day of another has no gap there. */
      if (dated && isnan (table->values[at]) && table->rows->len > 1)
        continue;
      x[points.n]
          = dated ? g_array_index (table->columns, PatronQueryGroup, i).rank
                  : i;
      y[points.n] = table->values[at];
      samples[points.n] = table->samples[at];
      points.n++;
    }
  patron_chart_data_add_points (data, &points);
}

static void
fill_rows (PatronChart            *chart,
           PatronChartData        *data,
           const PatronQueryTable *table,
           gboolean                dated)
{
  for (guint i = 0; i < table->columns->len && !dated; i++)
    patron_chart_data_add_category (
        data, g_array_index (table->columns, PatronQueryGroup, i).label);
  for (guint measure = 0; measure < table->n_measures; measure++)
    for (guint row = 0; row < table->rows->len; row++)
      {
        add_series (chart, table, measure, row);
        add_row (data, table, measure, row, dated);
      }
  mark_expected (chart, table);
}

/* A slope goes from one series to the other, with a line for a category. The
 * second measure is what was before, and stands left. */
static void
fill_slopes (PatronChart            *chart,
             PatronChartData        *data,
             const PatronQueryTable *table)
{
  gboolean measures = table->n_measures > 1;
  guint ends[2] = { measures ? 1 : 0, measures ? 0 : 1 };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name
          = measures ? patron_query_table_name_measure (table, ends[i]) : NULL;

      patron_chart_data_add_category (
          data, measures ? name
                         : g_array_index (table->rows, PatronQueryGroup,
                                          ends[i]).label);
    }
  for (guint column = 0; column < table->columns->len; column++)
    {
      double x[] = { 0, 1 }, y[2];

      for (guint i = 0; i < 2; i++)
        y[i] = table->values[patron_query_table_at (
            table, measures ? ends[i] : 0, measures ? 0 : ends[i], column)];
      patron_chart_add_series (
          chart,
          g_array_index (table->columns, PatronQueryGroup, column).label);
      patron_chart_data_add (data, x, y, 2);
    }
}

static void
fill_values (PatronChart            *chart,
             PatronChartData        *data,
             const PatronQueryTable *table)
{
  g_autofree double *x = g_new0 (double, table->all->len + 1);

  add_series (chart, table, 0, 0);
  patron_chart_data_add (data, x, (double *) (void *) table->all->data,
                         table->all->len);
}

static void
fill_total (PatronChart            *chart,
            PatronChartData        *data,
            const PatronQueryTable *table)
{
  guint n = table->columns->len;
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = g_new (double, n + 1);
  g_autofree guint8 *marks = g_new0 (guint8, n + 1);
  PatronChartPoints points = { .x = x, .y = y, .marks = marks, .n = n + 1 };
  double total = 0;

  for (guint i = 0; i < n; i++)
    {
      x[i] = i;
      y[i] = table->values[i];
      total += isfinite (y[i]) ? y[i] : 0;
      patron_chart_data_add_category (
          data, g_array_index (table->columns, PatronQueryGroup, i).label);
    }
  x[n] = n;
  y[n] = total;
  marks[n] = PATRON_POINT_TOTAL;
  patron_chart_data_add_category (data, C_("chart", "Total"));
  add_series (chart, table, 0, 0);
  patron_chart_data_add_points (data, &points);
}

static void
fill_bubbles (PatronChart            *chart,
              PatronChartData        *data,
              const PatronQueryTable *table)
{
  guint n = table->columns->len;
  g_autofree double *numbers = g_new (double, 3 * (gsize) n + 3);
  g_autofree char **names = g_new0 (char *, n + 1);

  for (guint row = 0; row < table->rows->len; row++)
    {
      PatronChartPoints points = {
        .x = numbers, .y = numbers + n + 1, .names = names,
        .size = table->n_measures > 2 ? numbers + 2 * (gsize) n + 2 : NULL,
      };

      for (guint i = 0; i < n; i++)
        {
          double x = table->values[patron_query_table_at (table, 0, row, i)];
          double y = table->values[patron_query_table_at (table, 1, row, i)];

          if (!isfinite (x) || !isfinite (y))
            continue;
          points.x[points.n] = x;
          points.y[points.n] = y;
          if (points.size != NULL)
            points.size[points.n]
                = table->values[patron_query_table_at (table, 2, row, i)];
          names[points.n]
              = g_array_index (table->columns, PatronQueryGroup, i).label;
          points.n++;
        }
      patron_chart_add_series (
          chart, g_array_index (table->rows, PatronQueryGroup, row).label);
      patron_chart_data_add_points (data, &points);
    }
}

static void
set_quadrants (PatronChart            *chart,
               const PatronChartQuery *query)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quadrants); i++)
    if (strcmp (quadrants[i].entity, query->entity) == 0
        && g_strcmp0 (quadrants[i].x, query->measures[0]) == 0
        && g_strcmp0 (quadrants[i].y, query->measures[1]) == 0)
      patron_chart_set_quadrants (
          chart, g_dgettext (GETTEXT_PACKAGE, quadrants[i].names[0]),
          g_dgettext (GETTEXT_PACKAGE, quadrants[i].names[1]),
          g_dgettext (GETTEXT_PACKAGE, quadrants[i].names[2]),
          g_dgettext (GETTEXT_PACKAGE, quadrants[i].names[3]));
}

/* patron_query_table_set_axes:
 *
 * Gives @chart the formats, the ranges and the names of its axes.
 */
void
patron_query_table_set_axes (const PatronQueryTable *table,
                             const PatronChartQuery *query,
                             PatronDocument         *document,
                             PatronChart            *chart)
{
  set_format (query, table, &table->measures[0], document, &chart->y.format);
  set_range (&chart->y, &table->measures[0]);
  if (patron_chart_kind_get_shape (chart->kind) == PATRON_SHAPE_DATES)
    patron_format_init (&chart->x.format, PATRON_FORMAT_DATE);
  if (chart->kind != PATRON_CHART_MATRIX)
    return;
  set_format (query, table, &table->measures[0], document, &chart->x.format);
  set_format (query, table, &table->measures[1], document, &chart->y.format);
  set_range (&chart->x, &table->measures[0]);
  chart->y.min = chart->y.max = NAN;
  set_range (&chart->y, &table->measures[1]);
  chart->x.title = patron_query_table_name_measure (table, 0);
  chart->y.title = patron_query_table_name_measure (table, 1);
  set_quadrants (chart, query);
}

/* patron_query_table_fill:
 *
 * Gives @chart its series and @data what they hold.
 */
void
patron_query_table_fill (const PatronQueryTable *table,
                         PatronChart            *chart,
                         PatronChartData        *data)
{
  if (chart->kind == PATRON_CHART_SLOPE)
    fill_slopes (chart, data, table);
  else if (chart->kind == PATRON_CHART_HISTOGRAM
           || chart->kind == PATRON_CHART_DISTRIBUTION)
    fill_values (chart, data, table);
  else if (chart->kind == PATRON_CHART_WATERFALL)
    fill_total (chart, data, table);
  else if (chart->kind == PATRON_CHART_MATRIX)
    fill_bubbles (chart, data, table);
  else
    fill_rows (chart, data, table,
               patron_chart_kind_get_shape (chart->kind)
                   == PATRON_SHAPE_DATES);
}
