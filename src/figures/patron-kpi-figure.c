/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The charts of one KPI, from its judgement. */

#include "config.h"

#include "patron-kpi-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart.h"
#include "patron-date.h"
#include "patron-figure-private.h"

/* More lines of years than can be told apart. */
#define MAX_YEARS 4

/* Limits that follow a line change at every value; of very many, the steps
 * would not be seen. */
#define MAX_STEPS 240

/* How many values a card's line shows. */
#define SPARK_VALUES 36

typedef struct
{
  const PatronKpiJudgement *judgement;
  PatronChart              *chart;
  PatronChartData          *data;
} Figure;

/* Points with room for gaps. */
typedef struct
{
  GArray *x;
  GArray *y;
  GArray *marks;
} Points;

static void
points_init (Points *points)
{
  points->x = g_array_new (FALSE, FALSE, sizeof (double));
  points->y = g_array_new (FALSE, FALSE, sizeof (double));
  points->marks = g_array_new (FALSE, FALSE, sizeof (guint8));
}

static void
points_add (Points *points,
            double  x,
            double  y,
            guint8  mark)
{
  g_array_append_val (points->x, x);
  g_array_append_val (points->y, y);
  g_array_append_val (points->marks, mark);
}

/* Hands the points over. */
static void
points_take (Points          *points,
             PatronChartData *data)
{
  PatronChartPoints all = {
    .x = (double *) (void *) points->x->data,
    .y = (double *) (void *) points->y->data,
    .marks = (guint8 *) points->marks->data,
    .n = points->x->len,
  };

  patron_chart_data_add_points (data, &all);
  g_array_unref (points->x);
  g_array_unref (points->y);
  g_array_unref (points->marks);
}

static PatronTone
get_tone (PatronProcessType type)
{
  switch (type)
    {
    case PATRON_PROCESS_IMPROVEMENT:
      return PATRON_TONE_GOOD;
    case PATRON_PROCESS_CONCERN:
      return PATRON_TONE_BAD;
    case PATRON_PROCESS_HIGH:
    case PATRON_PROCESS_LOW:
      return PATRON_TONE_ACCENT;
    case PATRON_PROCESS_COMMON:
    default:
      return PATRON_TONE_NEUTRAL;
    }
}

static guint8
get_mark (const PatronKpiJudgement *judgement,
          gsize                     i)
{
  PatronProcessType type = judgement->process->points[i].type;

  if (judgement->series->excluded[i])
    return PATRON_POINT_EXCLUDED;
  return type == PATRON_PROCESS_COMMON
             ? PATRON_POINT_PLAIN
             : (guint8) (PATRON_POINT_SIGNAL | get_tone (type));
}

/* A gap is a point without a value, half way to the next one. */
static void
add_gap (Points                *points,
         const PatronKpiSeries *series,
         gsize                  i)
{
  if (series->missing[i] > 0)
    points_add (points,
                (double) (series->dates[i] + series->dates[i - 1]) / 2, NAN,
                PATRON_POINT_PLAIN);
}

static void
add_values (Figure *figure,
            gsize   start)
{
  const PatronKpiSeries *series = figure->judgement->series;
  Points points;

  points_init (&points);
  for (gsize i = start; i < series->n; i++)
    {
      if (i > start)
        add_gap (&points, series, i);
      points_add (&points, (double) series->dates[i], series->measured[i],
                  get_mark (figure->judgement, i));
    }
  points_take (&points, figure->data);
}

static void
set_unit (Figure *figure)
{
  patron_figure_set_unit (&figure->chart->y.format,
                          figure->judgement->document,
                          figure->judgement->kpi);
  patron_format_init (&figure->chart->x.format, PATRON_FORMAT_DATE);
}

static void
set_direction (Figure *figure)
{
  static const PatronDirection directions[] = {
    [PATRON_PROCESS_NEITHER] = PATRON_DIRECTION_NONE,
    [PATRON_PROCESS_UP] = PATRON_DIRECTION_UP,
    [PATRON_PROCESS_DOWN] = PATRON_DIRECTION_DOWN,
  };

  figure->chart->direction = directions[figure->judgement->better];
}

static void
add_targets (Figure *figure)
{
  GArray *targets = figure->judgement->series->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      const PatronKpiTarget *target
          = &g_array_index (targets, PatronKpiTarget, i);

      patron_chart_add_target (figure->chart, (double) target->starts,
                               target->value);
    }
}

static void
add_step (Figure *figure,
          gsize   i)
{
  const PatronProcessLine *line = &figure->judgement->process->lines[i];

  patron_chart_add_limits (figure->chart,
                           (double) figure->judgement->series->dates[i],
                           line->lower, line->centre, line->upper);
}

static void
add_limits (Figure *figure)
{
  const PatronProcessSeries *process = figure->judgement->process;

  for (gsize k = 0; k < process->n_segments; k++)
    {
      const PatronProcessSegment *segment = &process->segments[k];
      gsize n = segment->end - segment->start;
      gsize step = MAX (1, n / MAX_STEPS);

      if (n == 0)
        continue;
      if (!segment->fitted)
        step = n;
      for (gsize i = segment->start; i < segment->end; i += step)
        add_step (figure, i);
    }
}

static void
add_annotations (Figure *figure)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      figure->judgement->document, "annotation", "kpi",
      patron_record_get_id (figure->judgement->kpi));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) annotation = g_list_model_get_item (list, i);
      g_autofree char *text = patron_record_get_title (annotation);

      patron_chart_add_annotation (
          figure->chart, patron_record_get_number (annotation, "date"), text,
          patron_record_get_id (annotation));
    }
}

/* The message as the title; what it is a chart of below. */
static void
set_words (Figure     *figure,
           char       *message,
           const char *what)
{
  g_autofree char *title
      = patron_record_get_title (figure->judgement->kpi);
  g_autofree char *subtitle = NULL;

  /* Translators: the name of a KPI, then what of it is shown. */
  subtitle = g_strdup_printf (C_("subtitle", "%s \xc2\xb7 %s"), title, what);
  patron_chart_set_title (figure->chart, message != NULL ? message : title);
  patron_chart_set_subtitle (figure->chart, message != NULL ? subtitle : what);
  g_free (message);
  patron_chart_set_empty_text (figure->chart, _("No measurements yet"));
}

static void
make_process (Figure *figure)
{
  figure->chart = patron_chart_new (PATRON_CHART_LINE);
  figure->chart->legend = PATRON_LEGEND_NONE;
  set_unit (figure);
  set_direction (figure);
  patron_chart_add_series (figure->chart, NULL);
  add_limits (figure);
  add_targets (figure);
  add_annotations (figure);
  add_values (figure, 0);
  set_words (figure, patron_kpi_write_variation (figure->judgement),
             figure->judgement->certainty == PATRON_KPI_PROVISIONAL
                 ? _("provisional limits, from fewer than 12 values")
                 : _("natural limits and signals"));
}

/* How far percentages move is counted in points. */
static void
make_ranges (Figure *figure)
{
  const PatronKpiSeries *series = figure->judgement->series;
  const PatronProcessSeries *process = figure->judgement->process;
  gboolean percent;
  double scale;
  Points points;

  figure->chart = patron_chart_new (PATRON_CHART_LINE);
  figure->chart->legend = PATRON_LEGEND_NONE;
  figure->chart->y.zero = PATRON_ZERO_SHOWN;
  set_unit (figure);
  percent = figure->chart->y.format.kind == PATRON_FORMAT_PERCENT;
  scale = percent ? 100 : 1;
  if (percent)
    figure->chart->y.format.kind = PATRON_FORMAT_NUMBER;
  patron_chart_add_series (figure->chart, NULL);
  for (gsize k = 0; k < process->n_segments && series->n > 0; k++)
    {
      const PatronProcessSegment *segment = &process->segments[k];

      patron_chart_add_limits (
          figure->chart, (double) series->dates[segment->start], NAN,
          segment->known ? segment->process.range * scale : NAN,
          segment->known ? segment->process.range_limit * scale : NAN);
    }
  points_init (&points);
  for (gsize i = 0; i < series->n; i++)
    {
      double range = process->points[i].moving_range;
      double most = patron_process_series_get_segment (process, i)
                        ->process.range_limit;

      points_add (&points, (double) series->dates[i], range * scale,
                  range > most ? PATRON_POINT_SIGNAL | PATRON_TONE_ACCENT
                               : PATRON_POINT_PLAIN);
    }
  points_take (&points, figure->data);
  set_words (figure, patron_kpi_figure_write_ranges (figure->judgement),
             percent ? _("how far each value is from the one before, in "
                         "points")
                     : _("how far each value is from the one before"));
  if (series->n > 0)
    patron_chart_set_empty_text (
        figure->chart,
        _("A second value will tell how far values move"));
}

static int
get_year (gint64 date)
{
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  return year;
}

/* A day of any year as that day of the latest one, so that years lie on one
 * another. */
static double
move_to_year (gint64 date,
              int    to)
{
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  while (day > 28 && !patron_date_is_valid_ymd (to, month, day))
    day--;
  return (double) patron_date_from_ymd (to, month, day);
}

/* The latest year comes first, and has the first colour. */
static void
make_years (Figure *figure)
{
  const PatronKpiSeries *series = figure->judgement->series;
  int last = series->n > 0 ? get_year (series->dates[series->n - 1]) : 0;
  gsize end = series->n;

  figure->chart = patron_chart_new (PATRON_CHART_LINE);
  set_unit (figure);
  set_direction (figure);
  set_words (figure, patron_kpi_figure_write_year (figure->judgement),
             _("each year against those before"));
  for (int year = last; year > last - MAX_YEARS && end > 0; year--)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);
      gsize start = end;
      Points points;

      while (start > 0 && get_year (series->dates[start - 1]) == year)
        start--;
      if (start == end)
        continue;
      points_init (&points);
      for (gsize i = start; i < end; i++)
        {
          double x = move_to_year (series->dates[i], last);

          if (points.x->len > 0
              && g_array_index (points.x, double, points.x->len - 1) >= x)
            continue;
          points_add (&points, x, series->values[i], PATRON_POINT_PLAIN);
        }
      patron_chart_add_series (figure->chart, name);
      points_take (&points, figure->data);
      end = start;
    }
  if (series->n == 0)
    {
      patron_chart_add_series (figure->chart, NULL);
      patron_chart_data_add (figure->data, NULL, NULL, 0);
    }
}

static void
make_distribution (Figure *figure)
{
  const PatronKpiSeries *series = figure->judgement->series;
  g_autofree char *name = patron_record_get_title (figure->judgement->kpi);
  Points points;

  figure->chart = patron_chart_new (PATRON_CHART_HISTOGRAM);
  figure->chart->legend = PATRON_LEGEND_NONE;
  set_direction (figure);
  /* A histogram takes the unit of its values from y. */
  set_unit (figure);
  patron_chart_add_series (figure->chart, name);
  points_init (&points);
  for (gsize i = 0; i < series->n; i++)
    if (isfinite (series->values[i]))
      points_add (&points, series->values[i], series->values[i],
                  PATRON_POINT_PLAIN);
  points_take (&points, figure->data);
  set_words (figure, patron_kpi_figure_write_spread (figure->judgement),
             _("how often values fall where"));
}

/* The latest value, the target and the natural limits as the range in which
 * values usually lie. */
static void
make_bullet (Figure *figure)
{
  const PatronKpiJudgement *judgement = figure->judgement;
  PatronProcess limits = patron_kpi_judgement_get_limits (judgement);
  g_autofree char *name = patron_record_get_title (judgement->kpi);
  g_autofree char *target = patron_kpi_write_target (judgement);
  double x = 0;
  double y = judgement->latest >= 0
                 ? judgement->series->values[judgement->latest]
                 : NAN;

  figure->chart = patron_chart_new (PATRON_CHART_BULLET);
  set_unit (figure);
  set_direction (figure);
  patron_chart_add_series (figure->chart, name);
  patron_chart_data_add_category (figure->data, name);
  patron_chart_data_add (figure->data, &x, &y, judgement->latest >= 0);
  if (judgement->target != NULL)
    patron_chart_add_target (figure->chart, -INFINITY,
                             judgement->target->value);
  if (isfinite (limits.centre))
    patron_chart_add_band (figure->chart, TRUE, limits.lower, limits.upper,
                           _("Usual range"), PATRON_TONE_NEUTRAL);
  set_words (figure, patron_kpi_write_assurance (judgement),
             _("the latest value against target and usual range"));
  patron_chart_set_note (figure->chart, target);
}

static PatronScene *
lay_out (Figure            *figure,
         const PatronTheme *theme,
         PatronMeasurer    *measurer,
         double             width,
         double             height)
{
  PatronTheme own = *theme;
  PatronColour colour;
  PatronScene *scene;

  /* Of several lines, each has a colour that none of the others is like. */
  if (figure->chart->series->len == 1
      && patron_colour_from_text (
          patron_record_get_text (figure->judgement->kpi, "colour"),
          &colour))
    own.series[0] = patron_colour_readable (colour, own.background, 3);
  /* What lies under a small line shows through. */
  if (figure->chart->kind == PATRON_CHART_SPARKLINE)
    own.background = 0;
  scene = patron_chart_layout (figure->chart, figure->data, &own, width,
                               height, measurer);
  patron_chart_free (figure->chart);
  patron_chart_data_free (figure->data);
  return scene;
}

/**
 * patron_kpi_view_make:
 * @view: the way to look at the KPI
 * @judgement: what its values say
 *
 * Returns: (transfer full): the chart, for those who show, copy or export it
 */
PatronQueryResult *
patron_kpi_view_make (PatronKpiView             view,
                      const PatronKpiJudgement *judgement)
{
  static void (*const makers[]) (Figure *figure) = {
    [PATRON_KPI_VIEW_PROCESS] = make_process,
    [PATRON_KPI_VIEW_RANGES] = make_ranges,
    [PATRON_KPI_VIEW_YEARS] = make_years,
    [PATRON_KPI_VIEW_DISTRIBUTION] = make_distribution,
    [PATRON_KPI_VIEW_BULLET] = make_bullet,
  };
  PatronQueryResult *result = g_rc_box_new0 (PatronQueryResult);
  Figure figure = { .judgement = judgement };

  if (view == PATRON_KPI_VIEW_LINE)
    patron_figure_make_course (judgement, &figure.chart, &figure.data);
  else
    {
      figure.data = patron_chart_data_new ();
      makers[view] (&figure);
    }
  result->chart = figure.chart;
  result->data = figure.data;
  result->what = g_strdup (figure.chart->subtitle);
  result->empty = judgement->series->n == 0;
  /* Of several lines, each has a colour that none of the others is like. */
  if (figure.chart->series->len == 1)
    result->colour
        = g_strdup (patron_record_get_text (judgement->kpi, "colour"));
  return result;
}

/**
 * patron_kpi_view_layout:
 * @view: how the KPI is looked at
 * @judgement: what its values say
 *
 * Returns: (transfer full): the chart
 */
PatronScene *
patron_kpi_view_layout (PatronKpiView             view,
                        const PatronKpiJudgement *judgement,
                        const PatronTheme        *theme,
                        PatronMeasurer           *measurer,
                        double                    width,
                        double                    height)
{
  g_autoptr (PatronQueryResult) result
      = patron_kpi_view_make (view, judgement);

  return patron_query_result_layout (result, theme, measurer, width, height);
}

/**
 * patron_kpi_spark_layout:
 * @judgement: what the values of a KPI say
 *
 * Returns: (transfer full): a small line of the last values, with the target
 *   that holds
 */
PatronScene *
patron_kpi_spark_layout (const PatronKpiJudgement *judgement,
                         const PatronTheme        *theme,
                         PatronMeasurer           *measurer,
                         double                    width,
                         double                    height)
{
  Figure figure = {
    .judgement = judgement,
    .chart = patron_chart_new (PATRON_CHART_SPARKLINE),
    .data = patron_chart_data_new (),
  };
  gsize n = judgement->series->n;

  set_unit (&figure);
  patron_chart_add_series (figure.chart, NULL);
  add_targets (&figure);
  add_values (&figure, n > SPARK_VALUES ? n - SPARK_VALUES : 0);
  return lay_out (&figure, theme, measurer, width, height);
}

static const struct
{
  const char *id;
  const char *label;
} views[PATRON_N_KPI_VIEWS] = {
  [PATRON_KPI_VIEW_LINE] = { "line", NC_("chart", "Line") },
  [PATRON_KPI_VIEW_PROCESS] = { "process", NC_("chart", "Process") },
  [PATRON_KPI_VIEW_RANGES] = { "ranges", NC_("chart", "Moving Ranges") },
  [PATRON_KPI_VIEW_YEARS] = { "years", NC_("chart", "Years") },
  [PATRON_KPI_VIEW_DISTRIBUTION]
      = { "distribution", NC_("chart", "Distribution") },
  [PATRON_KPI_VIEW_BULLET] = { "bullet", NC_("chart", "Bullet") },
};

/**
 * patron_kpi_view_get_id:
 *
 * Returns: its name for files and programs
 */
const char *
patron_kpi_view_get_id (PatronKpiView view)
{
  return views[view].id;
}

/**
 * patron_kpi_view_get_label:
 *
 * Returns: its name for people, in Header Capitals
 */
const char *
patron_kpi_view_get_label (PatronKpiView view)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", views[view].label);
}
