/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Bars, columns and lollipops: values as lengths from zero, by category. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-bar-private.h"

/* px that a category needs at least, at zoom 1, and that a bar has at most */
#define LEAST_PITCH 2.4
#define MOST_THICKNESS 60.0
#define MOST_COLUMN 110.0
/* Shares of a category's room: one bar, a group of them. */
#define SHARE_OF_ONE 0.66
#define SHARE_OF_GROUP 0.8
/* Sums beyond this have no place on an axis. */
#define MOST_SUM 1e307
/* More series than this nobody tells apart. */
#define MOST_SERIES 24

static gboolean
is_stacked (const PatronBars *self)
{
  return self->stack != PATRON_STACK_NONE;
}

/* patron_bars_get_across:
 *
 * Returns: the middle of a bar on the axis of categories, in px
 */
double
patron_bars_get_across (const PatronBars *self,
                        guint             slot,
                        guint             series)
{
  const PatronScale *scale = self->lying ? &self->plot->y : &self->plot->x;
  double centre = patron_scale_at (scale, slot);
  double step = patron_plot_get_pitch (self->plot) * SHARE_OF_GROUP
                / self->n_series;

  if (is_stacked (self) || self->n_series == 1)
    return centre;
  step = MIN (step, self->thickness * 1.08);
  return centre + (series + 0.5 - self->n_series / 2.0) * step;
}

/* patron_bars_get_box:
 *
 * Returns: where a bar is drawn
 */
PatronBox
patron_bars_get_box (const PatronBars *self,
                     guint             slot,
                     guint             series)
{
  const PatronBar *bar = patron_bars_at (self, slot, series);
  const PatronScale *values = self->lying ? &self->plot->x : &self->plot->y;
  double a = patron_scale_at (values, bar->from);
  double b = patron_scale_at (values, bar->to);
  double low = MIN (a, b), length = fabs (b - a);
  double across = patron_bars_get_across (self, slot, series)
                  - self->thickness / 2;

  /* What is not zero is seen, if only as a hair. */
  if (bar->value != 0 && length < 0.75)
    {
      low = a + ((b > a || (b == a && self->lying)) == (bar->value > 0)
                   ? 0 : -0.75);
      length = 0.75;
    }
  if (self->lying)
    return (PatronBox) { low, across, length, self->thickness };
  return (PatronBox) { across, low, self->thickness, length };
}

static gboolean
has_negative (const PatronBars *self)
{
  for (gsize i = 0; i < (gsize) self->plot->n_slots * self->n_series; i++)
    if (self->bars[i].point >= 0 && self->bars[i].value < 0)
      return TRUE;
  return FALSE;
}

static void
gather (PatronBars *self)
{
  PatronPlot *plot = self->plot;
  gsize n = (gsize) plot->n_slots * self->n_series;

  self->bars = g_new0 (PatronBar, n + 1);
  self->above = g_new0 (double, plot->n_slots + 1);
  self->below = g_new0 (double, plot->n_slots + 1);
  for (gsize i = 0; i < n; i++)
    self->bars[i].point = -1;
  for (guint s = 0; s < self->n_series; s++)
    {
      const PatronChartPoints *points
        = &g_array_index (plot->data->series, PatronChartPoints, s);

      for (gsize i = 0; i < points->n; i++)
        {
          int slot = patron_plot_get_slot (plot, points->x[i]);

          if (slot < 0 || !isfinite (points->y[i]))
            continue;
          *patron_bars_at (self, (guint) slot, s)
            = (PatronBar) { (gssize) i, points->y[i], 0, points->y[i] };
        }
    }
}

static double
slot_total (const PatronBars *self,
            guint             slot)
{
  double total = 0;

  for (guint s = 0; s < self->n_series; s++)
    if (patron_bars_at (self, slot, s)->point >= 0)
      total += patron_bars_at (self, slot, s)->value / 2;
  return total * 2;
}

static void
make_shares (PatronBars *self)
{
  for (guint slot = 0; slot < self->plot->n_slots; slot++)
    {
      double total = slot_total (self, slot);

      for (guint s = 0; s < self->n_series; s++)
        {
          PatronBar *bar = patron_bars_at (self, slot, s);

          bar->value = total > 0 ? MIN (bar->value / total, 1) : 0;
          if (!(total > 0))
            bar->point = -1;
        }
    }
}

static void
stack (PatronBars *self)
{
  for (guint slot = 0; slot < self->plot->n_slots; slot++)
    for (guint s = 0; s < self->n_series; s++)
      {
        PatronBar *bar = patron_bars_at (self, slot, s);
        double *end = bar->value < 0 ? &self->below[slot]
                                     : &self->above[slot];

        if (bar->point < 0)
          continue;
        bar->from = *end;
        *end = CLAMP (*end + bar->value, -MOST_SUM, MOST_SUM);
        bar->to = *end;
      }
}

/* Parts of less than nothing have no share. */
static void
choose_stack (PatronBars *self)
{
  self->stack = self->n_series > 1 && !self->stems ? self->plot->chart->stack
                                                   : PATRON_STACK_NONE;
  if (self->stack != PATRON_STACK_PERCENT)
    return;
  if (has_negative (self))
    {
      self->stack = PATRON_STACK_SUM;
      patron_plot_add_remark (
        self->plot,
        _("Negative values have no share; the values themselves are drawn."));
      return;
    }
  make_shares (self);
  patron_format_init (&self->plot->value_format, PATRON_FORMAT_PERCENT);
  self->plot->value_format.decimals = 0;
}

static void
include (PatronBars *self,
         double      value)
{
  if (!isfinite (value))
    return;
  self->min = MIN (self->min, value);
  self->max = MAX (self->max, value);
}

static void
find_range (PatronBars *self)
{
  PatronPlot *plot = self->plot;

  self->min = INFINITY;
  self->max = -INFINITY;
  for (guint slot = 0; slot < plot->n_slots; slot++)
    {
      include (self, patron_chart_get_target_at (plot->chart,
                                                 plot->slots[slot]));
      for (guint s = 0; s < self->n_series; s++)
        {
          const PatronBar *bar = patron_bars_at (self, slot, s);
          const PatronChartPoints *points
            = &g_array_index (plot->data->series, PatronChartPoints, s);

          if (bar->point < 0)
            continue;
          include (self, bar->to);
          if (is_stacked (self) || points->low == NULL
              || points->high == NULL)
            continue;
          include (self, points->low[bar->point]);
          include (self, points->high[bar->point]);
        }
    }
}

static gboolean
has_values (const PatronPlot *plot)
{
  for (guint s = 0; s < plot->data->series->len; s++)
    {
      const PatronChartPoints *points
        = &g_array_index (plot->data->series, PatronChartPoints, s);

      for (gsize i = 0; i < points->n; i++)
        if (isfinite (points->y[i])
            && patron_plot_get_slot (plot, points->x[i]) >= 0)
          return TRUE;
    }
  return FALSE;
}

static void
set_thickness (PatronBars *self)
{
  double pitch = patron_plot_get_pitch (self->plot);
  gboolean group = !is_stacked (self) && self->n_series > 1;
  double most = (self->lying ? MOST_THICKNESS : MOST_COLUMN)
                * self->plot->zoom;

  self->thickness = group ? pitch * SHARE_OF_GROUP / self->n_series * 0.93
                          : pitch * SHARE_OF_ONE;
  self->thickness = MAX (0.5, MIN (self->thickness, most));
}

/* The value at which a bar, or its interval, ends. */
static double
find_end (const PatronBars *self,
          guint             slot,
          guint             series)
{
  PatronPlot *plot = self->plot;
  const PatronBar *bar = patron_bars_at (self, slot, series);
  const PatronChartPoints *points
    = &g_array_index (plot->data->series, PatronChartPoints, series);
  double end = MAX (bar->from, bar->to);

  if (self->stack == PATRON_STACK_NONE && points->high != NULL
      && isfinite (points->high[bar->point]))
    end = MAX (end, points->high[bar->point]);
  return end;
}

/* What is told of a category stands where its farthest bar ends. */
static double *
find_ends (const PatronBars *self)
{
  double *ends = g_new (double, self->plot->n_slots + 1);

  for (guint slot = 0; slot < self->plot->n_slots; slot++)
    {
      ends[slot] = NAN;
      for (guint s = 0; s < self->n_series; s++)
        {
          double end;

          if (patron_bars_at (self, slot, s)->point < 0)
            continue;
          end = find_end (self, slot, s);
          ends[slot] = isnan (ends[slot]) ? end : MAX (ends[slot], end);
        }
    }
  return ends;
}

/* With shares, the axis counts percent, whatever the values are. */
static void
set_axes (PatronBars *self)
{
  PatronPlot *plot = self->plot;
  const PatronChart *chart = plot->chart;
  PatronChart shares = *chart;
  g_autofree double *ends = NULL;

  if (self->stack == PATRON_STACK_PERCENT)
    {
      shares.y.format = plot->value_format;
      shares.y.format.decimals = -1;
      shares.y.min = 0;
      shares.y.max = 1;
      shares.y.title = NULL;
      plot->chart = &shares;
    }
  if (self->lying)
    {
      patron_plot_begin_values_below (plot, self->min);
      patron_plot_set_categories_left (plot);
      ends = find_ends (self);
      patron_plot_reserve_row_notes (plot, ends, MIN (0, self->min),
                                     MAX (0, self->max));
      patron_plot_set_values_below (plot, self->min, self->max);
    }
  else
    {
      patron_plot_set_values (plot, self->min, self->max);
      patron_plot_set_categories (plot);
      patron_plot_set_annotations (plot);
    }
  patron_plot_set_scales (plot);
  plot->chart = chart;
}

static void
lay_out (PatronBars *self)
{
  PatronPlot *plot = self->plot;

  patron_plot_set_target_room (plot, self->lying);
  patron_bars_reserve_names (self);
  patron_bars_plan_labels (self);
  set_axes (self);
  set_thickness (self);
  patron_plot_add_bands (plot);
  patron_plot_add_axes (plot);
  if (!self->lying)
    patron_plot_add_annotations (plot);
  patron_bars_draw (self);
  patron_plot_add_category_target (plot);
  patron_bars_add_names (self);
  patron_bars_add_labels (self);
  patron_bars_add_spots (self);
  if (self->lying)
    {
      g_autofree double *ends = find_ends (self);

      patron_plot_add_row_notes (plot, ends);
    }
}

static void
explain_marks (PatronBars *self)
{
  for (guint slot = 0; slot < self->plot->n_slots; slot++)
    for (guint s = 0; s < self->n_series; s++)
      {
        guint8 mark = patron_bars_get_mark (self, slot, s);

        if (self->stack != PATRON_STACK_NONE)
          mark &= (guint8) ~PATRON_POINT_SIGNAL;
        patron_plot_explain (self->plot, mark);
      }
}

static PatronScene *
lay_out_bars (PatronPlot *plot,
              gboolean    lying,
              gboolean    stems)
{
  PatronBars self = { .plot = plot, .lying = lying, .stems = stems };
  double length = lying ? plot->area.height : plot->area.width;

  self.n_series = MIN (plot->data->series->len, MOST_SERIES);
  plot->key = stems ? PATRON_KEY_DOT : PATRON_KEY_PATCH;
  plot->lengths = TRUE;
  patron_plot_name_series (plot);
  patron_plot_take_categories (
    plot, length * (lying ? 0.6 : 0.8),
    LEAST_PITCH * (plot->chart->stack == PATRON_STACK_NONE
                     ? MAX (1, self.n_series) : 1));
  if (!has_values (plot))
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  gather (&self);
  choose_stack (&self);
  if (is_stacked (&self))
    stack (&self);
  find_range (&self);
  if (stems && plot->chart->y.logarithmic && self.min > 0)
    plot->lengths = FALSE;
  patron_plot_remark_samples (plot);
  patron_plot_remark_series (plot, self.n_series);
  explain_marks (&self);
  patron_bars_plan_names (&self);
  patron_plot_add_header (plot, self.n_series > 1 && self.names == 0
                                  && plot->chart->legend
                                       != PATRON_LEGEND_NONE);
  lay_out (&self);
  g_free (self.bars);
  g_free (self.above);
  g_free (self.below);
  return patron_plot_end (plot);
}

/**
 * patron_chart_layout_bar:
 *
 * Lays out bars to the right, which leave names their room.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_bar (PatronPlot *plot)
{
  return lay_out_bars (plot, TRUE, FALSE);
}

/**
 * patron_chart_layout_column:
 *
 * Lays out bars upwards, for categories that have an order.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_column (PatronPlot *plot)
{
  return lay_out_bars (plot, FALSE, FALSE);
}

/**
 * patron_chart_layout_lollipop:
 *
 * Lays out dots on stems, lighter than bars where there are many. On a
 * logarithmic axis, where there is no zero to stand on, the stems go.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_lollipop (PatronPlot *plot)
{
  return lay_out_bars (plot, TRUE, TRUE);
}
