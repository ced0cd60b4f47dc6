/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A line without axes or words, for cards and tables: where it went, where it
 * stands, and the target that it is meant to reach. */

#include <math.h>

#include "patron-chart-line-private.h"

static void
set_scales (PatronPlot            *plot,
            const PatronLineRange *range)
{
  double pad = CLAMP (plot->height * 0.12, 2, 8) + 2;
  double sides = MIN (pad, plot->width / 4);
  double top = MIN (pad, plot->height / 4);
  double min = range->y_min, max = range->y_max;

  if (min == max)
    {
      /* A level line runs through the middle. */
      min = min / 2 - fabs (min) - 1;
      max = max / 2 + fabs (max) + 1;
    }
  plot->plot = (PatronBox) { sides, top, plot->width - 2 * sides,
                             plot->height - 2 * top };
  plot->x = (PatronScale) { range->x_min, range->x_max, plot->plot.x,
                            plot->plot.x + plot->plot.width };
  plot->y = (PatronScale) { min, max, plot->plot.y + plot->plot.height,
                            plot->plot.y };
}

static void
draw_dot (const PatronChartLine *line,
          PatronPlot            *plot,
          double                 width)
{
  guint8 mark;
  PatronItem *item;
  PatronMarker marker = PATRON_MARKER_CIRCLE;
  PatronColour colour = line->colour;

  if (line->last_measured < 0)
    return;
  mark = patron_line_mark (line, (gsize) line->last_measured);
  if ((mark & PATRON_POINT_SIGNAL)
      && PATRON_POINT_TONE (mark) < PATRON_N_TONES)
    {
      marker = patron_plot_signal_marker (PATRON_POINT_TONE (mark));
      colour = plot->theme->tones[PATRON_POINT_TONE (mark)];
    }
  item = patron_scene_add_marker (plot->scene, PATRON_ROLE_SERIES, marker,
                                  line->px[line->last_measured],
                                  line->py[line->last_measured],
                                  width * 1.7);
  item->series = line->series;
  item->point = (int) MIN (line->source[line->last_measured], G_MAXINT);
  item->fill = colour;
}

/* A value between two gaps is no line, and would not be seen. */
static void
draw_lone_points (const PatronChartLine *line,
                  PatronPlot            *plot,
                  double                 width)
{
  for (gsize i = 0; line->columns == NULL && i < line->n; i++)
    {
      if (!isfinite (line->py[i]) || (gssize) i == line->last_measured
          || (i > 0 && isfinite (line->py[i - 1]))
          || (i + 1 < line->n && isfinite (line->py[i + 1])))
        continue;
      patron_scene_add_circle (plot->scene, PATRON_ROLE_SERIES, line->px[i],
                               line->py[i], width * 0.75)
        ->fill = line->colour;
    }
}

static void
draw_empty (PatronPlot *plot)
{
  double y = floor (plot->height / 2) + 0.5;
  PatronItem *item = patron_scene_add_line (
    plot->scene, PATRON_ROLE_EMPTY, plot->width * 0.1, y, plot->width * 0.9,
    y, plot->theme->grid, 1);

  item->dash = 2;
  item->gap = 3;
}

/**
 * patron_chart_layout_sparkline:
 *
 * Lays out values over dates without axes, from edge to edge of the picture.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_sparkline (PatronPlot *plot)
{
  PatronLineRange range = patron_line_find_range (plot);
  double width = CLAMP (plot->height / 20, 1.25, 2.25);
  guint n_lines = plot->data->series->len;

  patron_plot_name_series (plot);
  if (range.n_points == 0)
    {
      draw_empty (plot);
      return patron_plot_end (plot);
    }
  plot->zoom = width / 2.25;
  set_scales (plot, &range);
  patron_line_draw_limits (plot);
  patron_line_draw_target (plot);
  for (guint i = n_lines; i > 0; i--)
    {
      PatronChartLine line = { 0 };

      patron_line_init (&line, plot, i - 1);
      patron_line_place (&line, plot);
      patron_line_draw (&line, plot, width);
      draw_lone_points (&line, plot, width);
      draw_dot (&line, plot, width);
      patron_line_add_spots (&line, plot);
      patron_line_clear (&line);
    }
  return patron_plot_end (plot);
}
