/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-line-private.h"
#include "patron-date.h"

static void
include_value (PatronLineRange *range,
               double           value)
{
  range->y_min = MIN (range->y_min, value);
  range->y_max = MAX (range->y_max, value);
}

/* A line may run over numbers as well, which have no first and last day. */
static gboolean
is_dated (const PatronPlot *plot)
{
  return plot->chart->x.format.kind == PATRON_FORMAT_DATE;
}

static void
include_points (PatronLineRange         *range,
                const PatronChartPoints *points,
                gboolean                 dated)
{
  gboolean intervals = points->low != NULL && points->high != NULL;
  double first = INFINITY, last = -INFINITY;
  gsize n = 0;

  for (gsize i = 0; i < points->n; i++)
    {
      if (dated && (points->x[i] < PATRON_DATE_MIN
                    || points->x[i] > PATRON_DATE_MAX))
        continue;
      if (intervals && isfinite (points->low[i])
          && isfinite (points->high[i]))
        {
          include_value (range, points->low[i]);
          include_value (range, points->high[i]);
        }
      if (!isfinite (points->y[i]))
        continue;
      first = MIN (first, points->x[i]);
      last = MAX (last, points->x[i]);
      include_value (range, points->y[i]);
      n++;
    }
  if (n == 0)
    return;
  range->x_min = MIN (range->x_min, first);
  range->x_max = MAX (range->x_max, last);
  if (n > range->n_points && n > 1)
    range->spacing = (last - first) / (double) (n - 1);
  range->n_points = MAX (range->n_points, n);
}

static void
include_targets (PatronLineRange   *range,
                 const PatronChart *chart)
{
  double at_start = patron_chart_get_target_at (chart, range->x_min);

  if (isfinite (at_start))
    include_value (range, at_start);
  for (guint i = 0; i < chart->targets->len; i++)
    {
      const PatronChartTarget *target = &g_array_index (chart->targets,
                                                        PatronChartTarget, i);

      if (!isfinite (target->value) || target->from > range->x_max
          || target->from < range->x_min)
        continue;
      include_value (range, target->value);
    }
}

static void
include_limits (PatronLineRange   *range,
                const PatronChart *chart)
{
  for (guint i = 0; i < chart->limits->len; i++)
    {
      const PatronChartLimits *limits = &g_array_index (chart->limits,
                                                        PatronChartLimits, i);
      double until = i + 1 < chart->limits->len
                       ? g_array_index (chart->limits, PatronChartLimits,
                                        i + 1).from
                       : INFINITY;
      const double values[] = { limits->lower, limits->centre,
                                limits->upper };

      if (!isfinite (limits->centre) || limits->from > range->x_max
          || until < range->x_min)
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
        if (isfinite (values[j]))
          include_value (range, values[j]);
    }
}

/* patron_line_find_range:
 *
 * Returns: what the axes have to show of points, intervals, target and limits
 */
PatronLineRange
patron_line_find_range (const PatronPlot *plot)
{
  PatronLineRange range = { INFINITY, -INFINITY, INFINITY, -INFINITY, 0, 0 };
  const PatronChartAxis *x = &plot->chart->x;

  for (guint i = 0; i < plot->data->series->len; i++)
    include_points (&range, &g_array_index (plot->data->series,
                                            PatronChartPoints, i),
                    is_dated (plot));
  if (range.n_points == 0)
    return range;
  if (isfinite (x->min))
    range.x_min = MIN (range.x_min, is_dated (plot)
                                      ? MAX (x->min, PATRON_DATE_MIN)
                                      : x->min);
  if (isfinite (x->max))
    range.x_max = MAX (range.x_max, is_dated (plot)
                                      ? MIN (x->max, PATRON_DATE_MAX)
                                      : x->max);
  include_targets (&range, plot->chart);
  include_limits (&range, plot->chart);
  return range;
}

/* patron_line_draw_target:
 *
 * Draws the target as a dashed line of steps.
 */
void
patron_line_draw_target (PatronPlot *plot)
{
  const GArray *targets = plot->chart->targets;
  PatronItem *item = NULL;
  gboolean pen_down = FALSE;
  double y = NAN;

  for (guint i = 0; i < targets->len; i++)
    {
      const PatronChartTarget *target = &g_array_index (targets,
                                                        PatronChartTarget, i);
      double until = i + 1 < targets->len
                       ? g_array_index (targets, PatronChartTarget, i + 1).from
                       : INFINITY;
      double from = MAX (target->from, plot->x.from);
      gboolean single = plot->x.from == plot->x.to;

      until = MIN (until, plot->x.to);
      if (!(target->value >= plot->y.from && target->value <= plot->y.to)
          || until < from || (until == from && !single))
        {
          pen_down = pen_down && until < from;
          continue;
        }
      if (item == NULL)
        item = patron_scene_add_path (plot->scene, PATRON_ROLE_TARGET);
      y = patron_scale_at (&plot->y, target->value);
      (pen_down ? patron_item_line_to : patron_item_move_to) (
        item, single ? plot->plot.x : patron_scale_at (&plot->x, from), y);
      patron_item_line_to (item,
                           single ? plot->plot.x + plot->plot.width
                                  : patron_scale_at (&plot->x, until), y);
      pen_down = TRUE;
    }
  if (item == NULL)
    return;
  item->stroke = plot->theme->target;
  item->line_width = 1.5 * plot->zoom;
  item->dash = 5 * plot->zoom;
  item->gap = 3.5 * plot->zoom;
}

static void
draw_lines (PatronPlot      *plot,
            PatronChartLine *lines,
            guint            n_lines)
{
  double width = (n_lines <= 3 ? 2.25 : 1.9) * plot->zoom;

  for (guint i = n_lines; i > 0; i--)
    {
      patron_line_draw_interval (&lines[i - 1], plot);
      if (plot->chart->kind == PATRON_CHART_AREA)
        patron_area_fill (&lines[i - 1], plot);
    }
  patron_line_draw_target (plot);
  for (guint i = n_lines; i > 0; i--)
    {
      patron_line_draw (&lines[i - 1], plot, width);
      patron_line_draw_markers (&lines[i - 1], plot);
    }
}

static void
lay_out_plot (PatronPlot            *plot,
              PatronChartLine       *lines,
              guint                  n_lines,
              const PatronLineRange *range,
              PatronLineLabels      *labels)
{
  patron_line_labels_reserve (labels, plot);
  plot->marker_room = 5 * plot->zoom;
  patron_plot_set_values (plot, range->y_min, range->y_max);
  if (is_dated (plot))
    patron_plot_set_dates (plot, range->x_min, range->x_max, range->spacing);
  else
    patron_plot_set_numbers (plot, range->x_min, range->x_max);
  patron_plot_set_annotations (plot);
  patron_plot_set_scales (plot);

  for (guint i = 0; i < n_lines; i++)
    patron_line_place (&lines[i], plot);
  patron_plot_add_bands (plot);
  patron_line_draw_limits (plot);
  patron_plot_add_axes (plot);
  patron_plot_add_annotations (plot);
  draw_lines (plot, lines, n_lines);
  patron_line_labels_place (labels, plot, lines, n_lines);
  for (guint i = 0; i < n_lines; i++)
    patron_line_add_spots (&lines[i], plot);
}

/* patron_line_find_key:
 *
 * Has what is special about points said beside the names of the lines.
 */
void
patron_line_find_key (PatronPlot *plot)
{
  for (guint i = 0; i < plot->data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (plot->data->series, PatronChartPoints, i);

      for (gsize j = 0; points->marks != NULL && j < points->n; j++)
        if (isfinite (points->y[j]))
          patron_plot_explain (plot, points->marks[j]);
    }
}

/**
 * patron_chart_layout_line:
 *
 * Lays out values over dates with their target.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_line (PatronPlot *plot)
{
  guint n_lines = plot->data->series->len;
  g_autofree PatronChartLine *lines = g_new0 (PatronChartLine, n_lines + 1);
  PatronLineRange range = patron_line_find_range (plot);
  PatronLineLabels labels = { 0 };

  patron_plot_name_series (plot);
  if (range.n_points == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  for (guint i = 0; i < n_lines; i++)
    patron_line_init (&lines[i], plot, i);
  patron_line_find_key (plot);
  patron_line_labels_init (&labels, plot, lines, n_lines, range.x_max);
  patron_plot_remark_samples (plot);
  patron_plot_add_header (plot, labels.row_legend);
  lay_out_plot (plot, lines, n_lines, &range, &labels);
  patron_line_labels_clear (&labels);
  for (guint i = 0; i < n_lines; i++)
    patron_line_clear (&lines[i]);
  return patron_plot_end (plot);
}
