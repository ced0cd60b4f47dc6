/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-line-private.h"
#include "patron-date.h"
#include "patron-reduce.h"

typedef struct
{
  double x_min, x_max;
  double y_min, y_max;
  double spacing;
  gsize n_points;
} Range;

static void
include_points (Range                   *range,
                const PatronChartPoints *points)
{
  double first = INFINITY, last = -INFINITY;
  gsize n = 0;

  for (gsize i = 0; i < points->n; i++)
    {
      if (!isfinite (points->y[i]) || points->x[i] < PATRON_DATE_MIN
          || points->x[i] > PATRON_DATE_MAX)
        continue;
      first = MIN (first, points->x[i]);
      last = MAX (last, points->x[i]);
      range->y_min = MIN (range->y_min, points->y[i]);
      range->y_max = MAX (range->y_max, points->y[i]);
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
include_targets (Range             *range,
                 const PatronChart *chart)
{
  double at_start = patron_chart_get_target_at (chart, range->x_min);

  if (isfinite (at_start))
    {
      range->y_min = MIN (range->y_min, at_start);
      range->y_max = MAX (range->y_max, at_start);
    }
  for (guint i = 0; i < chart->targets->len; i++)
    {
      const PatronChartTarget *target = &g_array_index (chart->targets,
                                                        PatronChartTarget, i);

      if (!isfinite (target->value) || target->from > range->x_max
          || target->from < range->x_min)
        continue;
      range->y_min = MIN (range->y_min, target->value);
      range->y_max = MAX (range->y_max, target->value);
    }
}

static Range
find_range (const PatronPlot *plot)
{
  Range range = { INFINITY, -INFINITY, INFINITY, -INFINITY, 0, 0 };
  const PatronChartAxis *x = &plot->chart->x;

  for (guint i = 0; i < plot->data->series->len; i++)
    include_points (&range, &g_array_index (plot->data->series,
                                            PatronChartPoints, i));
  if (range.n_points == 0)
    return range;
  if (isfinite (x->min))
    range.x_min = MIN (range.x_min, MAX (x->min, PATRON_DATE_MIN));
  if (isfinite (x->max))
    range.x_max = MAX (range.x_max, MIN (x->max, PATRON_DATE_MAX));
  include_targets (&range, plot->chart);
  return range;
}

static void
line_clear (PatronChartLine *line)
{
  g_clear_pointer (&line->columns, g_array_unref);
  g_clear_pointer (&line->px, g_free);
  g_clear_pointer (&line->py, g_free);
  g_clear_pointer (&line->source, g_free);
}

static void
place_columns (const PatronPlot *plot,
               PatronChartLine  *line)
{
  double width = (plot->x.end - plot->x.start)
                 / MAX (1, line->n_columns);

  line->n = line->columns->len;
  line->px = g_new (double, line->n + 1);
  line->py = g_new (double, line->n + 1);
  line->source = g_new (gsize, line->n + 1);
  for (gsize i = 0; i < line->n; i++)
    {
      const PatronColumn *column = &g_array_index (line->columns,
                                                   PatronColumn, i);

      line->px[i] = plot->x.start + (column->x + 0.5) * width;
      line->py[i] = patron_scale_at (&plot->y, column->last);
      line->source[i] = column->last_point;
    }
}

static void
place_points (const PatronPlot *plot,
              PatronChartLine  *line)
{
  const PatronChartPoints *points = line->points;

  line->px = g_new (double, points->n + 1);
  line->py = g_new (double, points->n + 1);
  line->source = g_new (gsize, points->n + 1);
  for (gsize i = 0; i < points->n; i++)
    {
      if (points->x[i] < plot->x.from || points->x[i] > plot->x.to)
        continue;
      line->px[line->n] = patron_scale_at (&plot->x, points->x[i]);
      line->py[line->n] = isfinite (points->y[i])
                            ? patron_scale_at (&plot->y, points->y[i])
                            : NAN;
      line->source[line->n] = i;
      line->n++;
    }
}

static void
line_init (const PatronPlot *plot,
           guint             series,
           PatronChartLine  *line)
{
  int place = patron_plot_series_colour (plot, series);

  line->series = (int) series;
  line->points = &g_array_index (plot->data->series, PatronChartPoints,
                                 series);
  line->colour = patron_theme_series (plot->theme, place);
  line->text_colour = patron_theme_series_text (plot->theme, place);
  line->last = -1;
  for (gsize i = line->points->n; i > 0; i--)
    if (isfinite (line->points->y[i - 1]))
      {
        line->last_value = line->points->y[i - 1];
        break;
      }
}

static void
line_place (const PatronPlot *plot,
            PatronChartLine  *line)
{
  line->n_columns = (int) MAX (1, ceil (plot->x.end - plot->x.start));
  if (line->points->n > 2 * (gsize) line->n_columns)
    {
      line->columns = patron_reduce (line->points->x, line->points->y,
                                     line->points->n, plot->x.from,
                                     plot->x.to, line->n_columns);
      place_columns (plot, line);
    }
  else
    place_points (plot, line);
  for (gsize i = 0; i < line->n; i++)
    if (isfinite (line->py[i]))
      {
        line->last = (gssize) i;
        line->n_finite++;
      }
}

static void
draw_stroked (PatronPlot      *plot,
              PatronChartLine *line,
              double           width)
{
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);
  gboolean pen_down = FALSE;

  for (gsize i = 0; i < line->n; i++)
    {
      if (!isfinite (line->py[i]))
        pen_down = FALSE;
      else if (pen_down)
        patron_item_line_to (item, line->px[i], line->py[i]);
      else
        {
          patron_item_move_to (item, line->px[i], line->py[i]);
          pen_down = TRUE;
        }
    }
  item->series = line->series;
  item->stroke = line->colour;
  item->line_width = width;
}

/* One column runs from its least to its largest value, and on to where the
 * line came from. */
static void
column_extent (const PatronPlot      *plot,
               const PatronChartLine *line,
               gsize                  i,
               double                 width,
               double                *top,
               double                *bottom)
{
  const PatronColumn *column = &g_array_index (line->columns, PatronColumn, i);
  double min = column->min, max = column->max;

  if (i > 0 && !column->broken)
    {
      const PatronColumn *before = column - 1;

      if (before->x + 1 == column->x)
        {
          min = MIN (min, before->last);
          max = MAX (max, before->last);
        }
    }
  *top = patron_scale_at (&plot->y, max) - width / 2;
  *bottom = patron_scale_at (&plot->y, min) + width / 2;
}

/* A run of columns between two gaps as one outline. */
static void
add_run (PatronPlot            *plot,
         const PatronChartLine *line,
         PatronItem            *item,
         gsize                  from,
         gsize                  to,
         double                 width)
{
  double half = to - from == 1 ? width / 2 : 0;
  double top, bottom;

  for (gsize i = from; i < to; i++)
    {
      column_extent (plot, line, i, width, &top, &bottom);
      if (i == from)
        patron_item_move_to (item, line->px[i] - half, top);
      else
        patron_item_line_to (item, line->px[i], top);
      if (half > 0)
        patron_item_line_to (item, line->px[i] + half, top);
    }
  for (gsize i = to; i > from; i--)
    {
      column_extent (plot, line, i - 1, width, &top, &bottom);
      patron_item_line_to (item, line->px[i - 1] + half, bottom);
      if (half > 0)
        patron_item_line_to (item, line->px[i - 1] - half, bottom);
    }
  patron_item_close (item);
}

static void
draw_columns (PatronPlot      *plot,
              PatronChartLine *line,
              double           width)
{
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);
  gsize from = 0;

  item->series = line->series;
  item->fill = line->colour;
  for (gsize i = 1; i <= line->n; i++)
    if (i == line->n
        || g_array_index (line->columns, PatronColumn, i).broken)
      {
        add_run (plot, line, item, from, i, width);
        from = i;
      }
}

static void
draw_marker (PatronPlot      *plot,
             PatronChartLine *line,
             gsize            i,
             double           radius,
             gboolean         ring)
{
  int shape = plot->data->series->len > 1 ? line->series : 0;
  PatronItem *item = patron_scene_add_marker (
    plot->scene, PATRON_ROLE_SERIES, shape % PATRON_N_SERIES_MARKERS,
    line->px[i], line->py[i], radius * plot->zoom);

  item->series = line->series;
  item->point = (int) MIN (line->source[i], G_MAXINT);
  item->fill = line->colour;
  if (ring)
    {
      item->stroke = plot->theme->background;
      item->line_width = 1.5 * plot->zoom;
    }
}

static void
draw_markers (PatronPlot      *plot,
              PatronChartLine *line)
{
  double room = (plot->x.end - plot->x.start) / (double) MAX (1, line->n);
  gboolean all = line->columns == NULL && room >= 9 * plot->zoom;

  for (gsize i = 0; i < line->n; i++)
    {
      gboolean alone
        = line->columns == NULL && isfinite (line->py[i])
          && (i == 0 || !isfinite (line->py[i - 1]))
          && (i + 1 == line->n || !isfinite (line->py[i + 1]));

      if (!isfinite (line->py[i]) || (gssize) i == line->last)
        continue;
      if (all || alone)
        draw_marker (plot, line, i, 2.5, FALSE);
    }
  if (line->last >= 0)
    draw_marker (plot, line, (gsize) line->last, 4.75, TRUE);
}

static void
draw_line (PatronPlot      *plot,
           PatronChartLine *line)
{
  double width = (plot->data->series->len <= 3 ? 2.25 : 1.9) * plot->zoom;

  if (line->n_finite == 0)
    return;
  if (line->columns != NULL)
    draw_columns (plot, line, width);
  else if (line->n_finite > 1)
    draw_stroked (plot, line, width);
  draw_markers (plot, line);
}

static void
add_spots (PatronPlot      *plot,
           PatronChartLine *line)
{
  for (gsize i = 0; i < line->n; i++)
    {
      PatronSpot *spot;

      if (!isfinite (line->py[i]))
        continue;
      spot = patron_scene_add_point_spot (
        plot->scene, line->px[i], line->py[i], line->series,
        (int) MIN (line->source[i], G_MAXINT));
      spot->value_x = line->points->x[line->source[i]];
      spot->value_y = line->points->y[line->source[i]];
    }
}

static void
draw_target (PatronPlot *plot)
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
      if (!isfinite (target->value) || until < from
          || (until == from && !single))
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
lay_out_plot (PatronPlot       *plot,
              PatronChartLine  *lines,
              guint             n_lines,
              const Range      *range,
              PatronLineLabels *labels)
{
  patron_line_labels_reserve (labels, plot);
  plot->marker_room = 5 * plot->zoom;
  patron_plot_set_values (plot, range->y_min, range->y_max);
  patron_plot_set_dates (plot, range->x_min, range->x_max, range->spacing);
  patron_plot_set_annotations (plot);
  patron_plot_set_scales (plot);

  for (guint i = 0; i < n_lines; i++)
    line_place (plot, &lines[i]);
  patron_plot_add_bands (plot);
  patron_plot_add_axes (plot);
  patron_plot_add_annotations (plot);
  draw_target (plot);
  for (guint i = n_lines; i > 0; i--)
    draw_line (plot, &lines[i - 1]);
  patron_line_labels_place (labels, plot, lines, n_lines);
  for (guint i = 0; i < n_lines; i++)
    add_spots (plot, &lines[i]);
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
  Range range = find_range (plot);
  PatronLineLabels labels = { 0 };

  patron_plot_name_series (plot);
  if (range.n_points == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  for (guint i = 0; i < n_lines; i++)
    line_init (plot, i, &lines[i]);
  patron_line_labels_init (&labels, plot, lines, n_lines, range.x_max);
  patron_plot_add_header (plot, labels.row_legend);
  lay_out_plot (plot, lines, n_lines, &range, &labels);
  patron_line_labels_clear (&labels);
  for (guint i = 0; i < n_lines; i++)
    line_clear (&lines[i]);
  return patron_plot_end (plot);
}
