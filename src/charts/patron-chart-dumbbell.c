/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A dumbbell: two or more values a category on one line, tied, so that the
 * gap between them is what is seen. */

#include <math.h>

#include "patron-chart-private.h"

#define LEAST_PITCH 4.0
#define MOST_SERIES 8
#define RADIUS 6.0

typedef struct
{
  PatronPlot *plot;
  guint n_series;
  gssize *points; /* n_slots * n_series: the point, or -1 */
  double min;
  double max;
  gboolean labelled;
} Dumbbells;

static const PatronChartPoints *
get_points (const Dumbbells *self,
            guint            series)
{
  return &g_array_index (self->plot->data->series, PatronChartPoints, series);
}

static gssize
get_point (const Dumbbells *self,
           guint            slot,
           guint            series)
{
  return self->points[(gsize) slot * self->n_series + series];
}

static double
get_value (const Dumbbells *self,
           guint            slot,
           guint            series)
{
  gssize point = get_point (self, slot, series);

  return point < 0 ? NAN : get_points (self, series)->y[point];
}

static void
include (Dumbbells *self,
         double     value)
{
  if (!isfinite (value))
    return;
  self->min = MIN (self->min, value);
  self->max = MAX (self->max, value);
}

static void
gather (Dumbbells *self)
{
  PatronPlot *plot = self->plot;
  gsize n = (gsize) plot->n_slots * self->n_series;

  self->points = g_new (gssize, n + 1);
  self->min = INFINITY;
  self->max = -INFINITY;
  for (gsize i = 0; i < n; i++)
    self->points[i] = -1;
  for (guint s = 0; s < self->n_series; s++)
    {
      const PatronChartPoints *points = get_points (self, s);

      for (gsize i = 0; i < points->n; i++)
        {
          int slot = patron_plot_get_slot (plot, points->x[i]);

          if (slot < 0 || !isfinite (points->y[i]))
            continue;
          self->points[(gsize) slot * self->n_series + s] = (gssize) i;
          include (self, points->y[i]);
          if (points->low == NULL || points->high == NULL)
            continue;
          include (self, points->low[i]);
          include (self, points->high[i]);
        }
    }
  for (guint slot = 0; slot < plot->n_slots && isfinite (self->min); slot++)
    include (self, patron_chart_get_target_at (plot->chart,
                                               plot->slots[slot]));
}

/* The least and the largest of a category; where they are equal, one. */
static gboolean
find_ends (const Dumbbells *self,
           guint            slot,
           guint           *low,
           guint           *high)
{
  gboolean any = FALSE;

  for (guint s = 0; s < self->n_series; s++)
    {
      double value = get_value (self, slot, s);

      if (isnan (value))
        continue;
      if (!any || value < get_value (self, slot, *low))
        *low = s;
      if (!any || value > get_value (self, slot, *high))
        *high = s;
      any = TRUE;
    }
  return any;
}

static void
plan_labels (Dumbbells *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->label_font);
  double low_width = 0, high_width = 0;

  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN
      || plot->plot.height / plot->n_slots < line)
    return;
  for (guint slot = 0; slot < plot->n_slots; slot++)
    {
      g_autofree char *low_text = NULL;
      g_autofree char *high_text = NULL;
      guint low, high;

      if (!find_ends (self, slot, &low, &high))
        continue;
      low_text = patron_plot_write_value (plot, get_value (self, slot, low));
      high_text = patron_plot_write_value (plot, get_value (self, slot, high));
      low_width = MAX (low_width, patron_text_width (
                                    plot->measurer, &plot->label_font,
                                    low_text));
      high_width = MAX (high_width, patron_text_width (
                                      plot->measurer, &plot->label_font,
                                      high_text));
    }
  self->labelled = low_width + high_width < plot->plot.width * 0.3;
  if (!self->labelled)
    return;
  plot->room_low = low_width + 6 * plot->zoom;
  plot->room_high = high_width + 6 * plot->zoom;
}

static double
get_radius (const Dumbbells *self)
{
  return CLAMP (patron_plot_get_pitch (self->plot) * 0.28, 1.5,
                RADIUS * self->plot->zoom);
}

static PatronColour
get_colour (const Dumbbells *self,
            guint            series)
{
  const PatronPlot *plot = self->plot;

  return patron_theme_series (plot->theme,
                              patron_plot_series_colour (plot, series));
}

static void
draw_dots (Dumbbells *self,
           guint      slot)
{
  PatronPlot *plot = self->plot;
  double y = patron_scale_at (&plot->y, slot);

  /* The first series, which the others are held against, comes on top. */
  for (guint s = self->n_series; s > 0; s--)
    {
      gssize point = get_point (self, slot, s - 1);
      double x = patron_scale_at (&plot->x, get_value (self, slot, s - 1));
      PatronItem *item;

      if (point < 0)
        continue;
      item = patron_scene_add_marker (
        plot->scene, PATRON_ROLE_SERIES, (s - 1) % PATRON_N_SERIES_MARKERS, x,
        y, get_radius (self));
      item->series = (int) s - 1;
      item->point = (int) MIN (point, G_MAXINT);
      patron_plot_paint_mark (plot, item, s - 1, (gsize) point,
                              get_colour (self, s - 1));
    }
}

static void
draw_row (Dumbbells *self,
          guint      slot)
{
  PatronPlot *plot = self->plot;
  double y = patron_scale_at (&plot->y, slot);
  guint low, high;

  if (!find_ends (self, slot, &low, &high))
    return;
  patron_scene_add_line (
    plot->scene, PATRON_ROLE_SERIES,
    patron_scale_at (&plot->x, get_value (self, slot, low)), y,
    patron_scale_at (&plot->x, get_value (self, slot, high)), y,
    patron_colour_mix (plot->theme->grid, plot->theme->axis, 0.5),
    CLAMP (get_radius (self) * 0.6, 1, 3.5 * plot->zoom));
  for (guint s = 0; s < self->n_series; s++)
    if (get_point (self, slot, s) >= 0)
      patron_plot_add_whisker (plot, s, (gsize) get_point (self, slot, s),
                               &plot->x, y);
  draw_dots (self, slot);
}

/* How far the values and intervals of a category reach to one side. */
static double
reach (const Dumbbells *self,
       guint            slot,
       int              side)
{
  double end = NAN;

  for (guint s = 0; s < self->n_series; s++)
    {
      const PatronChartPoints *points = get_points (self, s);
      gssize point = get_point (self, slot, s);
      const double *ends = side < 0 ? points->low : points->high;

      if (point < 0)
        continue;
      end = side < 0 ? fmin (end, points->y[point])
                     : fmax (end, points->y[point]);
      if (points->low != NULL && points->high != NULL)
        end = side < 0 ? fmin (end, ends[point]) : fmax (end, ends[point]);
    }
  return patron_scale_at (&self->plot->x, end);
}

static void
label_end (Dumbbells *self,
           guint      slot,
           guint      series,
           int        side)
{
  PatronPlot *plot = self->plot;
  gssize point = get_point (self, slot, series);
  g_autofree char *text
    = patron_plot_write_value (plot, get_value (self, slot, series));
  int colour = patron_plot_series_colour (plot, series);

  patron_plot_add_halo (plot, patron_plot_add_value (
    plot, series, (gsize) point, text,
    reach (self, slot, side) + side * (get_radius (self) + 5 * plot->zoom),
    patron_scale_at (&plot->y, slot),
    side < 0 ? PATRON_ALIGN_RIGHT : PATRON_ALIGN_LEFT,
    self->n_series > 1 ? patron_theme_series_text (plot->theme, colour)
                       : plot->theme->text));
}

static void
add_labels (Dumbbells *self)
{
  for (guint slot = 0; self->labelled && slot < self->plot->n_slots; slot++)
    {
      guint low, high;

      if (!find_ends (self, slot, &low, &high))
        continue;
      if (low != high)
        label_end (self, slot, low, -1);
      label_end (self, slot, high, 1);
    }
}

/* What the value is held against: the one after it, or for the second of two
 * nothing, as the gap is told once. */
static char *
write_more (const Dumbbells *self,
            guint            slot,
            guint            series)
{
  if (series + 1 >= self->n_series
      || isnan (get_value (self, slot, series + 1)))
    return NULL;
  return patron_plot_write_against (self->plot,
                                    get_value (self, slot, series),
                                    get_value (self, slot, series + 1),
                                    series + 1);
}

static void
add_spots (Dumbbells *self)
{
  PatronPlot *plot = self->plot;

  for (guint slot = 0; slot < plot->n_slots; slot++)
    for (guint s = 0; s < self->n_series; s++)
      {
        gssize point = get_point (self, slot, s);
        g_autofree char *more = NULL;
        PatronSpot *spot;

        if (point < 0)
          continue;
        more = write_more (self, slot, s);
        spot = patron_scene_add_point_spot (
          plot->scene,
          patron_scale_at (&plot->x, get_value (self, slot, s)),
          patron_scale_at (&plot->y, slot), (int) s,
          (int) MIN (point, G_MAXINT));
        spot->on_grid = TRUE;
        spot->row = (int) slot;
        spot->column = (int) s;
        spot->value_x = get_points (self, s)->x[point];
        spot->value_y = get_value (self, slot, s);
        spot->text = patron_plot_describe_point (plot, s, (gsize) point,
                                                 spot->value_y, more);
      }
}

/* What is told of a category stands behind its farthest dot. */
static double *
find_far_ends (Dumbbells *self)
{
  double *ends = g_new (double, self->plot->n_slots + 1);

  for (guint slot = 0; slot < self->plot->n_slots; slot++)
    {
      guint low, high;

      ends[slot] = find_ends (self, slot, &low, &high)
                     ? get_value (self, slot, high)
                     : NAN;
    }
  return ends;
}

static void
lay_out (Dumbbells *self)
{
  PatronPlot *plot = self->plot;
  g_autofree double *ends = find_far_ends (self);

  plot->marker_room = RADIUS * plot->zoom;
  patron_plot_set_target_room (plot, TRUE);
  patron_plot_begin_values_below (plot, self->min);
  plan_labels (self);
  patron_plot_set_categories_left (plot);
  patron_plot_reserve_row_notes (plot, ends, self->min, self->max);
  patron_plot_set_values_below (plot, self->min, self->max);
  patron_plot_set_scales (plot);
  patron_plot_add_bands (plot);
  patron_plot_add_axes (plot);
  patron_plot_add_category_target (plot);
  for (guint slot = 0; slot < plot->n_slots; slot++)
    draw_row (self, slot);
  add_labels (self);
  add_spots (self);
  patron_plot_add_row_notes (plot, ends);
}

/**
 * patron_chart_layout_dumbbell:
 *
 * Lays out what was felt against what was expected, by category.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_dumbbell (PatronPlot *plot)
{
  Dumbbells self = { .plot = plot };

  self.n_series = MIN (plot->data->series->len, MOST_SERIES);
  plot->key = PATRON_KEY_DOT;
  patron_plot_name_series (plot);
  patron_plot_take_categories (plot, plot->area.height * 0.6, LEAST_PITCH);
  gather (&self);
  if (!isfinite (self.min))
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      g_free (self.points);
      return patron_plot_end (plot);
    }
  patron_plot_remark_samples (plot);
  patron_plot_remark_series (plot, self.n_series);
  patron_plot_add_header (plot, self.n_series > 1
                                  && plot->chart->legend
                                       != PATRON_LEGEND_NONE);
  lay_out (&self);
  g_free (self.points);
  return patron_plot_end (plot);
}
