/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The chart of a KPI: its measurements over time, the targets that hold, and
 * what happened. */

#include "config.h"

#include "patron-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-chart.h"
#include "patron-date.h"
#include "patron-kpi-interval.h"
#include "patron-kpi-judgement.h"
#include "patron-record.h"

/* So many days are more than a year; more would not be told apart. */
#define MOST_AHEAD 400

static const char *const cadence_words[] = {
  [PATRON_CADENCE_NONE] = NULL,
  [PATRON_CADENCE_DAY] = N_("by day"),
  [PATRON_CADENCE_WEEK] = N_("by week"),
  [PATRON_CADENCE_MONTH] = N_("by month"),
  [PATRON_CADENCE_QUARTER] = N_("by quarter"),
  [PATRON_CADENCE_YEAR] = N_("by year"),
};

/* patron_figure_set_unit:
 *
 * Writes numbers in the unit of @kpi.
 */
void
patron_figure_set_unit (PatronFormat   *format,
                        PatronDocument *document,
                        PatronRecord   *kpi)
{
  const char *unit_kind = patron_record_get_text (kpi, "unit_kind");
  const PatronValue *decimals = patron_record_get (kpi, "decimals");
  g_autofree char *currency = patron_document_get_currency (document);

  if (g_strcmp0 (unit_kind, "percent") == 0)
    patron_format_init (format, PATRON_FORMAT_PERCENT);
  else if (g_strcmp0 (unit_kind, "money") == 0)
    patron_format_init (format, PATRON_FORMAT_MONEY);
  else if (g_strcmp0 (unit_kind, "duration") == 0)
    patron_format_init (format, PATRON_FORMAT_DURATION);
  else
    patron_format_init (format, PATRON_FORMAT_NUMBER);
  if (!patron_value_is_null (decimals))
    format->decimals = (int) decimals->integer;
  if (currency != NULL)
    g_strlcpy (format->currency, currency, sizeof format->currency);
}

static void
set_format (PatronChart    *chart,
            PatronDocument *document,
            PatronRecord   *kpi)
{
  patron_figure_set_unit (&chart->y.format, document, kpi);
  if (chart->y.format.kind == PATRON_FORMAT_NUMBER)
    chart->y.title = g_strdup (patron_record_get_text (kpi, "unit"));
}

/* Points while they are gathered. */
typedef struct
{
  GArray  *x;
  GArray  *y;
  GArray  *low;
  GArray  *high;
  gboolean sure; /* whether any has an interval */
} Points;

static void
add_point (Points *points,
           double  x,
           double  y,
           double  low,
           double  high)
{
  g_array_append_val (points->x, x);
  g_array_append_val (points->y, y);
  g_array_append_val (points->low, low);
  g_array_append_val (points->high, high);
}

static void
add_value (Points                *points,
           const PatronKpiSeries *series,
           gsize                  i)
{
  PatronKpiInterval interval = { .lower = NAN, .upper = NAN };

  if (isfinite (series->values[i])
      && patron_kpi_series_get_interval (series, (gssize) i, &interval))
    points->sure = TRUE;
  add_point (points, (double) series->dates[i], series->values[i],
             interval.lower, interval.upper);
}

static double *
get_numbers (GArray *array)
{
  return (double *) (void *) array->data;
}

/* A gap is a point without a value, half way to the next one. */
static PatronChartData *
gather_data (const PatronKpiSeries *series)
{
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) low = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) high = g_array_new (FALSE, FALSE, sizeof (double));
  PatronChartData *data = patron_chart_data_new ();
  Points points = { x, y, low, high, FALSE };
  PatronChartPoints all = { 0 };

  for (gsize i = 0; i < series->n; i++)
    {
      if (series->missing[i] > 0)
        add_point (&points,
                   (double) (series->dates[i] + series->dates[i - 1]) / 2,
                   NAN, NAN, NAN);
      add_value (&points, series, i);
    }
  all.x = get_numbers (x);
  all.y = get_numbers (y);
  all.low = points.sure ? get_numbers (low) : NULL;
  all.high = points.sure ? get_numbers (high) : NULL;
  all.n = x->len;
  patron_chart_data_add_points (data, &all);
  return data;
}

static void
add_targets (PatronChart           *chart,
             const PatronKpiSeries *series)
{
  for (guint i = 0; i < series->targets->len; i++)
    {
      const PatronKpiTarget *target
          = &g_array_index (series->targets, PatronKpiTarget, i);

      patron_chart_add_target (chart, (double) target->starts,
                               target->value);
    }
}

static void
add_annotations (PatronChart    *chart,
                 PatronDocument *document,
                 PatronRecord   *kpi)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, "annotation", "kpi", patron_record_get_id (kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) annotation = g_list_model_get_item (list, i);
      g_autofree char *text = patron_record_get_title (annotation);

      patron_chart_add_annotation (
          chart, patron_record_get_number (annotation, "date"), text,
          patron_record_get_id (annotation));
    }
}

static gboolean
has_annotation (const PatronChart *chart,
                double             x)
{
  for (guint i = 0; i < chart->annotations->len; i++)
    if (g_array_index (chart->annotations, PatronChartAnnotation, i).x == x)
      return TRUE;
  return FALSE;
}

/* A value that is left out leaves a gap, and the chart says why, unless an
 * annotation does already. */
static void
add_exclusions (PatronChart           *chart,
                PatronDocument        *document,
                const PatronKpiSeries *series)
{
  for (gsize i = 0; i < series->n; i++)
    {
      double date = (double) series->dates[i];
      g_autoptr (PatronRecord) measurement = NULL;
      g_autofree char *text = NULL;
      const char *reason = NULL;

      if (!series->excluded[i] || has_annotation (chart, date))
        continue;
      measurement = patron_document_get_record (document, "measurement",
                                                series->ids[i]);
      if (measurement != NULL)
        reason = patron_record_get_text (measurement, "reason");
      /* Translators: a value that a chart leaves out, and why. */
      text = reason != NULL ? g_strdup_printf (_("Left out: %s"), reason)
                            : g_strdup (_("Left out"));
      patron_chart_add_annotation (chart, date, text, series->ids[i]);
    }
}

static void
add_part (GPtrArray *parts,
          char      *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

/* What is measured, in what, for whom, how often. */
static char *
write_subtitle (PatronDocument    *document,
                PatronRecord      *kpi,
                const PatronChart *chart,
                gboolean           with_name)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PatronRecord) segment = patron_document_get_record (
      document, "segment", patron_record_get_integer (kpi, "segment"));
  const char *cadence = cadence_words[patron_cadence_of (kpi)];

  add_part (parts, with_name ? patron_record_get_title (kpi) : NULL);
  add_part (parts, g_strdup (chart->y.title));
  add_part (parts,
            segment != NULL ? patron_record_get_title (segment) : NULL);
  add_part (parts, cadence != NULL
                       ? g_strdup (g_dgettext (GETTEXT_PACKAGE, cadence))
                       : NULL);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" \xc2\xb7 ", (char **) parts->pdata);
}

static void
set_words (PatronChart           *chart,
           const PatronChartData *data,
           PatronDocument        *document,
           PatronRecord          *kpi)
{
  g_autofree char *title = patron_record_get_title (kpi);
  g_autofree char *finding = patron_chart_write_finding (chart, data);
  g_autofree char *subtitle
      = write_subtitle (document, kpi, chart, finding != NULL);
  const char *source = patron_record_get_text (kpi, "source");

  patron_chart_set_title (chart, finding != NULL ? finding : title);
  patron_chart_set_subtitle (chart, subtitle);
  if (source != NULL)
    {
      /* Translators: where the figures of a chart come from. */
      g_autofree char *note = g_strdup_printf (_("Source: %s"), source);

      patron_chart_set_note (chart, note);
    }
  patron_chart_set_empty_text (chart, _("No measurements yet"));
}

/* A target may have begun since the last value: its step is shown for as long
 * as values usually lie apart, as the title speaks of it. */
static void
set_aim (PatronChart              *chart,
         const PatronKpiJudgement *judgement)
{
  const PatronKpiSeries *series = judgement->series;
  const PatronKpiTarget *target = judgement->target;

  if (target == NULL)
    return;
  chart->aim = target->value;
  if (series->n > 1 && target->starts > series->dates[series->n - 1])
    chart->x.max = (double) target->starts + series->step;
}

static PatronChart *
make_chart (const PatronKpiJudgement *judgement)
{
  PatronDocument *document = judgement->document;
  PatronRecord *kpi = judgement->kpi;
  const PatronKpiSeries *series = judgement->series;
  PatronChart *chart = patron_chart_new (PATRON_CHART_LINE);
  const char *direction = patron_record_get_text (kpi, "direction");
  g_autofree char *title = patron_record_get_title (kpi);

  patron_chart_add_series (chart, title);
  chart->legend = PATRON_LEGEND_NONE;
  chart->direction = g_strcmp0 (direction, "up") == 0
                         ? PATRON_DIRECTION_UP
                     : g_strcmp0 (direction, "down") == 0
                         ? PATRON_DIRECTION_DOWN
                         : PATRON_DIRECTION_NONE;
  patron_format_init (&chart->x.format, PATRON_FORMAT_DATE);
  set_format (chart, document, kpi);
  add_targets (chart, series);
  add_annotations (chart, document, kpi);
  add_exclusions (chart, document, series);
  chart->course = patron_kpi_judgement_get_course (judgement);
  set_aim (chart, judgement);
  return chart;
}

static void
make_line (const PatronKpiJudgement *judgement,
           PatronChart             **chart,
           PatronChartData         **data)
{
  *chart = make_chart (judgement);
  *data = gather_data (judgement->series);
  set_words (*chart, *data, judgement->document, judgement->kpi);
}

/* patron_figure_make_chart:
 * @chart: (out): the description of the chart of a KPI
 * @data: (out): its values
 *
 * Describes the line of a KPI, for those who lay it out or draw it otherwise.
 */
void
patron_figure_make_chart (PatronDocument   *document,
                          PatronRecord     *kpi,
                          PatronChart     **chart,
                          PatronChartData **data)
{
  g_autoptr (PatronKpiJudgement) judgement
      = patron_kpi_judge (document, kpi, patron_date_today ());

  make_line (judgement, chart, data);
}

/* Room for more points, with all that is known of points. */
static void
grow (PatronChartPoints *points,
      gsize              n)
{
  gsize n_before = points->n;
  gboolean bare = points->low == NULL;

  points->n += n;
  points->x = g_renew (double, points->x, points->n);
  points->y = g_renew (double, points->y, points->n);
  points->low = g_renew (double, points->low, points->n);
  points->high = g_renew (double, points->high, points->n);
  points->marks = g_renew (guint8, points->marks, points->n);
  memset (points->marks, PATRON_POINT_PLAIN, n_before);
  for (gsize i = 0; bare && i < n_before; i++)
    points->low[i] = points->high[i] = NAN;
}

/* A value for each period up to the horizon, and one at the horizon. */
static GArray *
list_ahead (const PatronKpiJudgement *judgement,
            gint64                    horizon)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (gint64));
  PatronCadence cadence = judgement->series->cadence;
  gint64 latest = judgement->series->dates[judgement->latest];

  for (int i = 1; cadence != PATRON_CADENCE_NONE && i < MOST_AHEAD; i++)
    {
      gint64 date = patron_cadence_add (cadence, latest, i);

      if (date >= horizon)
        break;
      g_array_append_val (dates, date);
    }
  g_array_append_val (dates, horizon);
  return dates;
}

static void
add_forecast (PatronChartData          *data,
              const PatronKpiJudgement *judgement,
              gint64                    horizon)
{
  PatronChartPoints *points
      = &g_array_index (data->series, PatronChartPoints, 0);
  g_autoptr (GArray) dates = list_ahead (judgement, horizon);
  gsize at = points->n;

  grow (points, dates->len);
  for (guint i = 0; i < dates->len; i++, at++)
    {
      gint64 date = g_array_index (dates, gint64, i);
      PatronForecastValue value;

      patron_kpi_judgement_forecast (judgement, date, &value);
      points->x[at] = (double) date;
      points->y[at] = value.value;
      points->low[at] = value.lower;
      points->high[at] = value.upper;
      points->marks[at] = PATRON_POINT_FORECAST;
    }
}

/* What is below the chart, and on a line of its own how the forecast is made,
 * or why there is none. */
static void
add_note (PatronChart *chart,
          const char  *text)
{
  g_autofree char *note = NULL;

  if (chart->note != NULL)
    /* Translators: two remarks on a chart. */
    note = g_strdup_printf (C_("remarks", "%s \xc2\xb7 %s"), chart->note, text);
  patron_chart_set_note (chart, note != NULL ? note : text);
}

/* patron_figure_make_course:
 * @judgement: what the values of a KPI say
 * @chart: (out): the description of its chart
 * @data: (out): its values, and those that are expected up to the last due
 *   date of its goals
 *
 * Like patron_figure_make_chart(), with the forecast.
 */
void
patron_figure_make_course (const PatronKpiJudgement *judgement,
                           PatronChart             **chart,
                           PatronChartData         **data)
{
  gint64 horizon = patron_kpi_judgement_get_horizon (judgement);
  g_autofree char *words = NULL;
  PatronForecastValue value;

  make_line (judgement, chart, data);
  if (judgement->latest < 0)
    return;
  if (patron_kpi_judgement_forecast (judgement, horizon, &value)
      == PATRON_FORECAST_KNOWN)
    {
      add_forecast (*data, judgement, horizon);
      words = patron_kpi_write_method (judgement);
    }
  else
    words = patron_kpi_write_forecast (judgement, horizon);
  add_note (*chart, words);
}

/* patron_figure_chart:
 *
 * Returns: (transfer full): the chart of a KPI
 */
PatronScene *
patron_figure_chart (PatronDocument    *document,
                     PatronRecord      *kpi,
                     const PatronTheme *theme,
                     PatronMeasurer    *measurer,
                     double             width,
                     double             height)
{
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  g_autoptr (PatronChart) chart = NULL;
  g_autoptr (PatronChartData) data = NULL;
  PatronTheme own = *theme;
  PatronColour colour;

  judgement = patron_kpi_judge (document, kpi, patron_date_today ());
  patron_figure_make_course (judgement, &chart, &data);
  if (patron_colour_from_text (patron_record_get_text (kpi, "colour"),
                               &colour))
    own.series[0] = patron_colour_readable (colour, own.background, 3);
  return patron_chart_layout (chart, data, &own, width, height, measurer);
}
