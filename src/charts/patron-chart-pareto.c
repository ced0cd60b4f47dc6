/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A pareto chart: columns by size and their running share. The total is as
 * high as 100 %, so that the line begins on the first column, and columns and
 * line can be read on either axis. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"
#include "patron-number.h"
#include "patron-plot-axes.h"

#define LEAST_PITCH 3.0
#define SHARE 0.76
#define MOST_THICKNESS 110.0
/* The few that matter are those that make up so much. */
#define MOST_OF_ALL 0.8

typedef struct
{
  PatronPlot *plot;
  double *values; /* per category; NaN where it has none */
  gsize *points;
  guint n_values;
  guint n_left_out;
  double total;
  double thickness;
  gboolean labelled;
  double right; /* px of the labels of the shares */
} Pareto;

static void
read_values (Pareto                *self,
             const PatronChartData *data)
{
  guint n = patron_chart_data_count_categories (data);
  const PatronChartPoints *points;

  self->values = g_new (double, n + 1);
  self->points = g_new0 (gsize, n + 1);
  for (guint i = 0; i < n; i++)
    self->values[i] = NAN;
  if (data->series->len == 0)
    return;
  points = &g_array_index (data->series, PatronChartPoints, 0);
  for (gsize i = 0; i < points->n; i++)
    {
      guint category;

      if (!isfinite (points->y[i]) || !(points->x[i] > -0.5)
          || !(points->x[i] < n - 0.5))
        continue;
      if (points->y[i] < 0)
        {
          self->n_left_out++;
          continue;
        }
      category = (guint) round (points->x[i]);
      self->n_values += isnan (self->values[category]);
      self->values[category] = MIN (points->y[i], 1e300);
      self->points[category] = i;
    }
  for (guint i = 0; i < n; i++)
    if (isfinite (self->values[i]))
      self->total += self->values[i];
}

static void
clear (Pareto *self)
{
  g_free (self->values);
  g_free (self->points);
}

/* Categories without a value take no room. */
static void
take_largest (Pareto *self)
{
  PatronPlot *plot = self->plot;
  guint n = patron_chart_data_count_categories (plot->data);
  g_autofree double *weights = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    weights[i] = isfinite (self->values[i]) ? self->values[i] : -1;
  patron_plot_take_weighed (plot, plot->area.width * 0.8, LEAST_PITCH,
                            weights);
  patron_plot_sort_slots (plot, weights);
  while (plot->n_slots > 0
         && isnan (self->values[plot->slots[plot->n_slots - 1]]))
    plot->slot_of[plot->slots[--plot->n_slots]] = -1;
}

static double
value_at (const Pareto *self,
          guint         slot)
{
  return self->values[self->plot->slots[slot]];
}

static double
text_height (const PatronPlot *plot)
{
  double ascent, descent;

  patron_text_metrics (plot->measurer, &plot->label_font, &ascent, &descent);
  return ascent + descent;
}

static void
plan_labels (Pareto *self)
{
  PatronPlot *plot = self->plot;
  double widest = 0;

  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN)
    return;
  for (guint i = 0; i < plot->n_slots; i++)
    {
      g_autofree char *text = patron_plot_write_value (plot,
                                                       value_at (self, i));

      widest = MAX (widest, patron_text_width (plot->measurer,
                                               &plot->label_font, text));
    }
  self->labelled = widest + 3 * plot->zoom
                     <= plot->plot.width / plot->n_slots
                   && text_height (plot) < plot->plot.height * 0.12;
}

static PatronFormat
share_format (void)
{
  PatronFormat format;

  patron_format_init (&format, PATRON_FORMAT_PERCENT);
  format.decimals = 0;
  return format;
}

static char *
write_share (double share)
{
  PatronFormat format = share_format ();

  return patron_format_value (&format, share);
}

/* The axis ends with the total, which is level with 100 %. */
static void
end_at_total (Pareto *self)
{
  PatronTicks *ticks = self->plot->y_ticks;
  double total = self->total > 0 ? self->total : 1;

  ticks->min = 0;
  ticks->max = total;
  for (guint i = ticks->ticks->len; i > 0; i--)
    {
      double value = g_array_index (ticks->ticks, PatronTick, i - 1).value;

      if (value > total * (1 + 1e-9) || value < 0)
        g_array_remove_index (ticks->ticks, i - 1);
    }
}

static void
reserve_right (Pareto *self)
{
  PatronPlot *plot = self->plot;
  g_autofree char *all = write_share (1);
  double line = patron_text_line_height (&plot->axis_font);
  double width = patron_text_width (plot->measurer, &plot->axis_font, all)
                 + 8 * plot->zoom;

  if (plot->plot.width < 160 * plot->theme->text_scale
      || plot->plot.height < 6 * line)
    return;
  self->right = width;
  plot->plot.width -= width;
}

static void
add_share_axis (Pareto *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->axis_font);
  double height = plot->y.start - plot->y.end;
  int n = height > 10 * line ? 5 : height > 4 * line ? 2 : 1;
  double right = plot->plot.x + plot->plot.width;
  double ascent, descent;

  patron_text_metrics (plot->measurer, &plot->axis_font, &ascent, &descent);
  for (int i = 0; i <= n; i++)
    {
      g_autofree char *text = write_share ((double) i / n);
      double y = patron_axis_sharp (plot->y.start - height * i / n);

      if (i > 0)
        patron_scene_add_line (plot->scene, PATRON_ROLE_GRID, plot->plot.x, y,
                               right, y, plot->theme->grid, 1);
      if (self->right > 0)
        patron_plot_claim (plot, patron_scene_add_text (
          plot->scene, PATRON_ROLE_AXIS_LABEL, plot->measurer,
          &plot->axis_font, text, right + self->right,
          y + (ascent - descent) / 2, PATRON_ALIGN_RIGHT, plot->theme->dim));
    }
}

static void
draw_columns (Pareto *self)
{
  PatronPlot *plot = self->plot;
  PatronColour colour
    = patron_theme_series (plot->theme, patron_plot_series_colour (plot, 0));
  double sum = 0;

  for (guint i = 0; i < plot->n_slots; i++)
    {
      double value = value_at (self, i);
      gboolean few = sum < MOST_OF_ALL * self->total;
      double y = patron_scale_at (&plot->y, value);
      double height = MAX (plot->y.start - y, value > 0 ? 0.75 : 0);
      PatronItem *item;

      sum += value;
      if (height < 0.01)
        continue;
      item = patron_scene_add_rectangle (
        plot->scene, PATRON_ROLE_SERIES,
        patron_scale_at (&plot->x, i) - self->thickness / 2,
        plot->y.start - height, self->thickness, height);
      item->series = 0;
      item->point = (int) MIN (self->points[plot->slots[i]], G_MAXINT);
      patron_plot_paint_mark (
        plot, item, 0, self->points[plot->slots[i]],
        few ? colour : patron_theme_tint (plot->theme, colour, 0.5));
    }
}

/* The line ends each category at its right edge, with all of it counted. */
static void
draw_line (Pareto *self)
{
  PatronPlot *plot = self->plot;
  PatronItem *item;
  double sum = 0;
  gboolean dots = patron_plot_get_pitch (plot) > 12 * plot->zoom;

  if (!(self->total > 0))
    return;
  item = patron_scene_add_path (plot->scene, PATRON_ROLE_CURVE);
  item->stroke = plot->theme->target;
  item->line_width = 1.75 * plot->zoom;
  for (guint i = 0; i < plot->n_slots; i++)
    {
      sum += value_at (self, i);
      (i == 0 ? patron_item_move_to : patron_item_line_to) (
        item, patron_scale_at (&plot->x, i) + self->thickness / 2,
        patron_scale_at (&plot->y, sum));
    }
  sum = 0;
  for (guint i = 0; i < plot->n_slots && (dots || plot->n_slots == 1); i++)
    {
      sum += value_at (self, i);
      patron_scene_add_circle (plot->scene, PATRON_ROLE_CURVE,
                               patron_scale_at (&plot->x, i)
                                 + self->thickness / 2,
                               patron_scale_at (&plot->y, sum),
                               2.75 * plot->zoom)
        ->fill = plot->theme->target;
    }
}

/* How many of the largest make up most, and how much. */
static guint
count_few (const Pareto *self,
           double       *share)
{
  double sum = 0;
  guint i;

  for (i = 0; i < self->plot->n_slots && sum < MOST_OF_ALL * self->total; i++)
    sum += value_at (self, i);
  *share = self->total > 0 ? sum / self->total : 0;
  return i;
}

static void
add_labels (Pareto *self)
{
  PatronPlot *plot = self->plot;
  double half = text_height (plot) / 2 + 2 * plot->zoom;
  double share;
  guint few = count_few (self, &share);

  for (guint i = 0; i < plot->n_slots && self->labelled; i++)
    {
      g_autofree char *text = patron_plot_write_value (plot,
                                                       value_at (self, i));

      patron_plot_add_halo (plot, patron_plot_add_value (
        plot, 0, self->points[plot->slots[i]], text,
        patron_scale_at (&plot->x, i),
        patron_scale_at (&plot->y, value_at (self, i)) - half,
        PATRON_ALIGN_CENTRE, plot->theme->text));
    }
  if (few > 0 && few < plot->n_slots)
    {
      g_autofree char *text = write_share (share);
      double x = patron_scale_at (&plot->x, few - 1) + self->thickness / 2;
      double y = patron_scale_at (&plot->y, share * self->total);
      PatronItem *item
        = patron_plot_add_value (plot, 0, self->points[plot->slots[few - 1]],
                                 text, x - 4 * plot->zoom, y - half,
                                 PATRON_ALIGN_RIGHT, plot->theme->target);

      if (item != NULL)
        item->font.weight = 700;
      patron_plot_add_halo (plot, item);
    }
}

static void
add_spots (Pareto *self)
{
  PatronPlot *plot = self->plot;
  double sum = 0;

  for (guint i = 0; i < plot->n_slots; i++)
    {
      double value = value_at (self, i);
      double y = MIN (patron_scale_at (&plot->y, value),
                      plot->y.start - 10 * plot->zoom);
      g_autofree char *own = NULL;
      g_autofree char *running = NULL;
      g_autofree char *more = NULL;
      PatronSpot *spot;

      sum += value;
      if (self->total > 0)
        {
          own = write_share (value / self->total);
          running = write_share (sum / self->total);
          /* Translators: the share of a category, and the share of it and all
           * larger ones. */
          more = g_strdup_printf (_("%s of the total, %s with those before"),
                                  own, running);
        }
      spot = patron_scene_add_spot (
        plot->scene, PATRON_ROLE_SERIES,
        patron_scale_at (&plot->x, i) - self->thickness / 2, y,
        self->thickness, plot->y.start - y);
      spot->series = 0;
      spot->point = (int) MIN (self->points[plot->slots[i]], G_MAXINT);
      spot->on_grid = TRUE;
      spot->column = (int) i;
      spot->anchor_y = y;
      spot->value_x = plot->slots[i];
      spot->value_y = value;
      spot->text = patron_plot_describe_point (
        plot, 0, self->points[plot->slots[i]], value, more);
    }
}

static void
lay_out (Pareto *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->axis_font);

  /* Half of the label of 100 % reaches over the plot. */
  plot->plot.y += line / 2;
  plot->plot.height -= line / 2;
  reserve_right (self);
  plan_labels (self);
  plot->bare = self->labelled;
  plot->no_grid = TRUE;
  patron_plot_set_values (plot, 0, self->total);
  end_at_total (self);
  patron_plot_set_categories (plot);
  patron_plot_set_scales (plot);
  self->thickness = MAX (0.5, MIN (patron_plot_get_pitch (plot) * SHARE,
                                   MOST_THICKNESS * plot->zoom));
  add_share_axis (self);
  patron_plot_add_axes (plot);
  draw_columns (self);
  draw_line (self);
  add_labels (self);
  add_spots (self);
}

static void
remark (Pareto *self)
{
  PatronPlot *plot = self->plot;

  /* The small print names the line, which has no axis title. */
  patron_plot_add_remark (plot, _("Line: running share of the total."));
  if (self->n_left_out > 0)
    {
      g_autofree char *number = patron_number_format (self->n_left_out, 0);
      g_autofree char *text = g_strdup_printf (
        ngettext ("%s negative value has no share and is left out.",
                  "%s negative values have no share and are left out.",
                  self->n_left_out), number);

      patron_plot_add_remark (plot, text);
    }
  patron_plot_remark_samples (plot);
  patron_plot_remark_series (plot, 1);
}

/**
 * patron_chart_layout_pareto:
 *
 * Lays out what makes up most of a total.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_pareto (PatronPlot *plot)
{
  Pareto self = { .plot = plot };

  plot->lengths = TRUE;
  patron_plot_name_series (plot);
  read_values (&self, plot->data);
  take_largest (&self);
  if (plot->n_slots == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      clear (&self);
      return patron_plot_end (plot);
    }
  remark (&self);
  patron_plot_add_header (plot, FALSE);
  lay_out (&self);
  clear (&self);
  return patron_plot_end (plot);
}

static int
compare_falling (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x < y) - (x > y);
}

static char *
name_largest (const Pareto          *self,
              const PatronChartData *data,
              guint                  n)
{
  guint best = 0;

  for (guint i = 0; i < n; i++)
    if (isfinite (self->values[i])
        && (isnan (self->values[best])
            || self->values[i] > self->values[best]))
      best = i;
  return patron_chart_name_category (
    data, &g_array_index (data->series, PatronChartPoints, 0),
    self->points[best]);
}

static char *
write_few (const Pareto          *self,
           const PatronChartData *data,
           guint                  n,
           guint                  few,
           double                 share)
{
  g_autofree char *part = write_share (share);
  g_autofree char *number = patron_number_format (few, 0);
  g_autofree char *all = patron_number_format (self->n_values, 0);

  if (few == 1)
    {
      g_autofree char *name = name_largest (self, data, n);

      /* Translators: a category, and a share. */
      return g_strdup_printf (_("%s: %s of the total"), name, part);
    }
  /* Translators: how many of how many categories make up which share. */
  return g_strdup_printf (_("%s of %s make up %s of the total"), number, all,
                          part);
}

/* patron_chart_write_pareto:
 *
 * Says how many make up four fifths of the total.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_pareto (const PatronChart     *self,
                           const PatronChartData *data)
{
  Pareto pareto = { 0 };
  guint n = patron_chart_data_count_categories (data);
  g_autofree double *sorted = g_new (double, n + 1);
  guint n_sorted = 0, few = 0;
  double sum = 0;
  char *finding = NULL;

  read_values (&pareto, data);
  for (guint i = 0; i < n; i++)
    if (isfinite (pareto.values[i]))
      sorted[n_sorted++] = pareto.values[i];
  qsort (sorted, n_sorted, sizeof *sorted, compare_falling);
  while (few < n_sorted && sum < MOST_OF_ALL * pareto.total)
    sum += sorted[few++];
  if (n_sorted > 1 && pareto.total > 0)
    finding = write_few (&pareto, data, n, few, sum / pareto.total);
  clear (&pareto);
  return finding;
}
