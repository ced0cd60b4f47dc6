/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A tornado: how far a result goes to either side of its base when one thing
 * after the other is varied, the widest on top. The low and high of the first
 * series are the ends; two series without them are the ends themselves. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"

#define LEAST_PITCH 3.0
#define SHARE 0.68
#define MOST_THICKNESS 60.0
/* px from the name of the base to its line */
#define BASE_GAP 3.0
/* Who listens hears so many and no more. */
#define MOST_TOLD 12

/* One category; NaN where it has no such end. */
typedef struct
{
  double low;
  double high;
  double base;
  gssize points[2]; /* of the series that the ends come from, or -1 */
} Range;

static gboolean
are_ends (const PatronChartData *data)
{
  const PatronChartPoints *first
    = &g_array_index (data->series, PatronChartPoints, 0);

  return data->series->len >= 2 && first->low == NULL && first->high == NULL;
}

static double
split_of (const PatronChart *chart)
{
  return isfinite (chart->y.split) ? chart->y.split : 0;
}

static void
read_end (Range                   *ranges,
          guint                    n,
          const PatronChartPoints *points,
          guint                    side)
{
  for (gsize i = 0; i < points->n; i++)
    if (isfinite (points->y[i]) && points->x[i] > -0.5
        && points->x[i] < n - 0.5)
      {
        Range *range = &ranges[(guint) round (points->x[i])];

        *(side == 0 ? &range->low : &range->high) = points->y[i];
        range->points[side] = (gssize) i;
      }
}

static void
read_interval (Range                   *ranges,
               guint                    n,
               const PatronChart       *chart,
               const PatronChartPoints *points)
{
  for (gsize i = 0; i < points->n; i++)
    {
      Range *range;

      if (!(points->x[i] > -0.5 && points->x[i] < n - 0.5))
        continue;
      range = &ranges[(guint) round (points->x[i])];
      range->base = isfinite (points->y[i]) ? points->y[i] : split_of (chart);
      range->low = points->low != NULL ? points->low[i] : NAN;
      range->high = points->high != NULL ? points->high[i] : NAN;
      /* A value alone goes from the base to itself. */
      if (isnan (range->low) && isnan (range->high)
          && isfinite (points->y[i]))
        {
          range->base = split_of (chart);
          range->high = points->y[i];
        }
      range->points[0] = range->points[1] = (gssize) i;
    }
}

static Range *
read_ranges (const PatronChart     *chart,
             const PatronChartData *data,
             guint                  n)
{
  Range *ranges = g_new (Range, n + 1);

  for (guint i = 0; i < n; i++)
    ranges[i] = (Range) { NAN, NAN, split_of (chart), { -1, -1 } };
  if (data->series->len == 0)
    return ranges;
  if (!are_ends (data))
    {
      read_interval (ranges, n, chart, &g_array_index (data->series,
                                                       PatronChartPoints, 0));
      return ranges;
    }
  for (guint side = 0; side < 2; side++)
    read_end (ranges, n, &g_array_index (data->series, PatronChartPoints,
                                         side), side);
  return ranges;
}

static gboolean
is_there (const Range *range)
{
  return isfinite (range->low) || isfinite (range->high);
}

/* Halved, because ends may be as far apart as numbers go. */
static double
reach (const Range *range)
{
  double low = isfinite (range->low) ? range->low : range->base;
  double high = isfinite (range->high) ? range->high : range->base;

  if (!is_there (range))
    return -1;
  return fabs (MAX (MAX (low, high), range->base) / 2
               - MIN (MIN (low, high), range->base) / 2);
}

typedef struct
{
  PatronPlot *plot;
  Range *ranges;
  gboolean ends;
  double min;
  double max;
  double thickness;
  gboolean labelled;
  gboolean base_room;
} Tornado;

static const Range *
range_of (const Tornado *self,
          guint          slot)
{
  return &self->ranges[self->plot->slots[slot]];
}

static void
find_bounds (Tornado *self)
{
  self->min = INFINITY;
  self->max = -INFINITY;
  for (guint i = 0; i < self->plot->n_slots; i++)
    {
      const Range *range = range_of (self, i);
      const double values[] = { range->low, range->high, range->base };

      const double target
        = patron_chart_get_target_at (self->plot->chart,
                                      self->plot->slots[i]);

      if (isfinite (target) && is_there (range))
        {
          self->min = MIN (self->min, target);
          self->max = MAX (self->max, target);
        }
      for (int j = 0; j < 3 && is_there (range); j++)
        if (isfinite (values[j]))
          {
            self->min = MIN (self->min, values[j]);
            self->max = MAX (self->max, values[j]);
          }
    }
}

/* The base that all have in common, or NaN. */
static double
common_base (const Tornado *self)
{
  double base = NAN;

  for (guint i = 0; i < self->plot->n_slots; i++)
    {
      const Range *range = range_of (self, i);

      if (!is_there (range))
        continue;
      if (isfinite (base)
          && fabs (base - range->base) > 1e-9 * MAX (1, fabs (base)))
        return NAN;
      base = range->base;
    }
  return base;
}

static char *
write_end (const Tornado *self,
           double         value)
{
  return isfinite (value) ? patron_plot_write_value (self->plot, value)
                          : g_strdup ("");
}

static void
plan_labels (Tornado *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->label_font);
  double widest = 0;

  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN
      || plot->plot.height / plot->n_slots < line)
    return;
  for (guint i = 0; i < plot->n_slots; i++)
    for (int side = 0; side < 2; side++)
      {
        g_autofree char *text
          = write_end (self, side == 0 ? range_of (self, i)->low
                                       : range_of (self, i)->high);

        widest = MAX (widest, patron_text_width (plot->measurer,
                                                 &plot->label_font, text));
      }
  self->labelled = widest < plot->plot.width * 0.16;
  if (!self->labelled)
    return;
  plot->bare = plot->chart->bands->len == 0;
  plot->room_low = plot->room_high = widest + 6 * plot->zoom;
}

/* Where both ends lie on one side of the base, the nearer is drawn on the
 * farther, which alone has its value written. */
static gboolean
is_covered (const Range *range,
            int          side)
{
  double own = (side == 0 ? range->low : range->high) / 2 - range->base / 2;
  double other = (side == 0 ? range->high : range->low) / 2 - range->base / 2;

  return own * other > 0 && (fabs (other) > fabs (own)
                             || (other == own && side == 0));
}

/* An end on the base itself is written where the other is not. */
static int
find_direction (const Tornado *self,
                const Range   *range,
                int            side)
{
  const PatronScale *x = &self->plot->x;
  double base = patron_scale_at (x, range->base);
  double own = side == 0 ? range->low : range->high;
  double other = side == 0 ? range->high : range->low;

  own = patron_scale_at (x, own) - base;
  other = isfinite (other) ? patron_scale_at (x, other) - base : 0;
  if (own != 0)
    return own < 0 ? -1 : 1;
  if (other != 0)
    return other < 0 ? 1 : -1;
  return side == 0 ? -1 : 1;
}

static void
draw_side (Tornado *self,
           guint    slot,
           int      side)
{
  PatronPlot *plot = self->plot;
  const Range *range = range_of (self, slot);
  double value = side == 0 ? range->low : range->high;
  double from = patron_scale_at (&plot->x, range->base);
  double to = patron_scale_at (&plot->x, value);
  guint series = self->ends ? (guint) side : 0;
  int colour = self->ends ? patron_plot_series_colour (plot, series)
                          : patron_plot_series_colour (plot, 0) + 1 - side;
  double centre = patron_scale_at (&plot->y, slot);
  g_autofree char *text = write_end (self, value);
  int direction = find_direction (self, range, side);
  PatronItem *item;

  if (!isfinite (value))
    return;
  if (fabs (to - from) >= 0.01)
    {
      item = patron_scene_add_rectangle (
        plot->scene, PATRON_ROLE_SERIES, MIN (from, to),
        centre - self->thickness / 2, fabs (to - from), self->thickness);
      item->series = (int) series;
      item->point = (int) MIN (range->points[side], G_MAXINT);
      patron_plot_paint_mark (plot, item, series,
                              (gsize) range->points[side],
                              patron_theme_series (plot->theme, colour));
    }
  if (self->labelled && !is_covered (range, side))
    patron_plot_add_value (plot, series, (gsize) range->points[side], text,
                           to + direction * 5 * plot->zoom, centre,
                           direction < 0 ? PATRON_ALIGN_RIGHT
                                         : PATRON_ALIGN_LEFT,
                           plot->theme->text);
}

static char *
describe (const Tornado *self,
          guint          slot)
{
  PatronPlot *plot = self->plot;
  const Range *range = range_of (self, slot);
  gssize point = MAX (range->points[0], range->points[1]);
  guint series = self->ends && range->points[0] < 0 ? 1 : 0;
  g_autofree char *name = NULL;
  g_autofree char *low = write_end (self, range->low);
  g_autofree char *high = write_end (self, range->high);
  g_autofree char *base = patron_plot_write_value (plot, range->base);

  if (self->ends && range->points[0] >= 0)
    point = range->points[0];
  name = patron_plot_write_category (plot, series, (gsize) point);
  if (!isfinite (range->low) || !isfinite (range->high))
    /* Translators: a category, its value, and the base it goes from. */
    return g_strdup_printf (_("%s: %s, from a base of %s"), name,
                            isfinite (range->low) ? low : high, base);
  /* Translators: a category, its low and its high value, and the base that
   * lies between them. */
  return g_strdup_printf (_("%s: %s to %s, around a base of %s"), name, low,
                          high, base);
}

static void
add_spot (Tornado *self,
          guint    slot)
{
  PatronPlot *plot = self->plot;
  const Range *range = range_of (self, slot);
  double least = 10 * plot->zoom;
  double from = patron_scale_at (&plot->x, range->base), to = from;
  double y = patron_scale_at (&plot->y, slot) - self->thickness / 2;
  PatronSpot *spot;

  for (int side = 0; side < 2; side++)
    {
      double value = side == 0 ? range->low : range->high;

      if (!isfinite (value))
        continue;
      from = MIN (from, patron_scale_at (&plot->x, value));
      to = MAX (to, patron_scale_at (&plot->x, value));
    }
  if (to - from < least)
    {
      from -= least / 2;
      to += least / 2;
    }
  spot = patron_scene_add_spot (plot->scene, PATRON_ROLE_SERIES, from, y,
                                to - from, self->thickness);
  spot->series = self->ends && range->points[0] < 0 ? 1 : 0;
  spot->point = (int) MIN (MAX (range->points[0], range->points[1]),
                           G_MAXINT);
  spot->on_grid = TRUE;
  spot->row = (int) slot;
  spot->value_x = plot->slots[slot];
  spot->value_y = isfinite (range->high) ? range->high : range->low;
  spot->text = describe (self, slot);
}

/* The base has its name above, as a target has. */
static void
add_base_label (Tornado *self)
{
  PatronPlot *plot = self->plot;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;
  PatronItem *item;

  if (!isfinite (plot->base) || !self->base_room)
    return;
  value = patron_plot_write_value (plot, plot->base);
  /* Translators: the value that all bars of a chart go out from. */
  text = g_strdup_printf (_("Base %s"), value);
  item = patron_plot_add_value (
    plot, 0, 0, text, patron_scale_at (&plot->x, plot->base),
    plot->plot.y - BASE_GAP * plot->zoom
      - patron_text_line_height (&plot->label_font) / 2,
    PATRON_ALIGN_CENTRE, plot->theme->dim);
  if (item != NULL)
    item->role = PATRON_ROLE_AXIS_LABEL;
}

/* Distances from the base are compared as they are, not as factors. */
static void
set_values (Tornado *self)
{
  PatronPlot *plot = self->plot;
  const PatronChart *chart = plot->chart;
  PatronChart linear = *chart;

  linear.y.logarithmic = FALSE;
  plot->chart = &linear;
  patron_plot_set_values_below (plot, self->min, self->max);
  plot->chart = chart;
}

/* What is told of a category stands behind the end on the right. */
static double *
find_ends (Tornado *self)
{
  double *ends = g_new (double, self->plot->n_slots + 1);

  for (guint slot = 0; slot < self->plot->n_slots; slot++)
    {
      const Range *range = range_of (self, slot);
      double most = range->base;

      if (isfinite (range->low))
        most = MAX (most, range->low);
      if (isfinite (range->high))
        most = MAX (most, range->high);
      ends[slot] = is_there (range) ? most : NAN;
    }
  return ends;
}

static void
lay_out (Tornado *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->label_font);
  g_autofree double *ends = find_ends (self);

  patron_plot_set_target_room (plot, TRUE);
  patron_plot_begin_values_below (plot, -1);
  self->base_room = plot->chart->targets->len == 0
                    && plot->chart->bands->len == 0
                    && plot->plot.height > 8 * line;
  if (self->base_room)
    {
      plot->plot.y += line + BASE_GAP * plot->zoom;
      plot->plot.height -= line + BASE_GAP * plot->zoom;
    }
  plan_labels (self);
  patron_plot_set_categories_left (plot);
  patron_plot_reserve_row_notes (plot, ends, self->min, self->max);
  set_values (self);
  patron_plot_set_scales (plot);
  self->thickness = MAX (0.5, MIN (patron_plot_get_pitch (plot) * SHARE,
                                   MOST_THICKNESS * plot->zoom));
  patron_plot_add_bands (plot);
  patron_plot_add_axes (plot);
  add_base_label (self);
  for (guint i = 0; i < plot->n_slots; i++)
    if (is_there (range_of (self, i)))
      {
        int first = is_covered (range_of (self, i), 0) ? 1 : 0;

        draw_side (self, i, first);
        draw_side (self, i, 1 - first);
      }
  if (isfinite (plot->base))
    patron_scene_add_line (plot->scene, PATRON_ROLE_AXIS,
                           floor (patron_scale_at (&plot->x, plot->base))
                             + 0.5,
                           plot->plot.y,
                           floor (patron_scale_at (&plot->x, plot->base))
                             + 0.5,
                           plot->plot.y + plot->plot.height,
                           plot->theme->text, 1);
  patron_plot_add_category_target (plot);
  for (guint i = 0; i < plot->n_slots; i++)
    if (is_there (range_of (self, i)))
      add_spot (self, i);
  patron_plot_add_row_notes (plot, ends);
}

static void
take_widest (Tornado *self,
             guint    n)
{
  PatronPlot *plot = self->plot;
  g_autofree double *reaches = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    reaches[i] = reach (&self->ranges[i]);
  patron_plot_take_weighed (plot, plot->area.height * 0.6, LEAST_PITCH,
                            reaches);
  patron_plot_sort_slots (plot, reaches);
}

/**
 * patron_chart_layout_tornado:
 *
 * Lays out low and high around a base, the widest first.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_tornado (PatronPlot *plot)
{
  Tornado self = { .plot = plot };
  guint n = patron_chart_data_count_categories (plot->data);

  plot->key = PATRON_KEY_PATCH;
  patron_plot_name_series (plot);
  self.ranges = read_ranges (plot->chart, plot->data, n);
  self.ends = plot->data->series->len > 0 && are_ends (plot->data);
  take_widest (&self, n);
  find_bounds (&self);
  if (!isfinite (self.min))
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      g_free (self.ranges);
      return patron_plot_end (plot);
    }
  plot->base = common_base (&self);
  patron_plot_remark_samples (plot);
  patron_plot_remark_series (plot, self.ends ? 2 : 1);
  patron_plot_add_header (plot, self.ends && plot->chart->legend
                                               != PATRON_LEGEND_NONE);
  lay_out (&self);
  g_free (self.ranges);
  return patron_plot_end (plot);
}

static char *
name_range (const PatronChartData *data,
            const Range           *range)
{
  guint series = range->points[0] >= 0 ? 0 : 1;

  return patron_chart_name_category (
    data, &g_array_index (data->series, PatronChartPoints, series),
    (gsize) range->points[series]);
}

/* patron_chart_write_tornado:
 *
 * Says what has the widest range, where one has.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_tornado (const PatronChart     *self,
                            const PatronChartData *data)
{
  guint n = patron_chart_data_count_categories (data);
  g_autofree Range *ranges = read_ranges (self, data, n);
  PatronFormat format = patron_chart_value_format (self, data);
  const Range *widest = NULL;
  double second = -1;
  g_autofree char *name = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  for (guint i = 0; i < n; i++)
    {
      double width = reach (&ranges[i]);

      if (width < 0)
        continue;
      if (widest == NULL || width > reach (widest))
        {
          second = widest != NULL ? reach (widest) : -1;
          widest = &ranges[i];
        }
      else
        second = MAX (second, width);
    }
  if (widest == NULL || reach (widest) <= second
      || !isfinite (widest->low) || !isfinite (widest->high))
    return NULL;
  name = name_range (data, widest);
  low = patron_format_value (&format, MIN (widest->low, widest->high));
  high = patron_format_value (&format, MAX (widest->low, widest->high));
  /* Translators: a category, the least and the largest value it leads to. */
  return g_strdup_printf (_("Widest range: %s, from %s to %s"), name, low,
                          high);
}

/* patron_chart_describe_tornado:
 *
 * Returns: (transfer full) (nullable): the ends of each category, the widest
 *   first
 */
char *
patron_chart_describe_tornado (const PatronChart     *self,
                               const PatronChartData *data)
{
  guint n = patron_chart_data_count_categories (data);
  g_autofree Range *ranges = read_ranges (self, data, n);
  PatronFormat format = patron_chart_value_format (self, data);
  GString *text = g_string_new (NULL);

  for (guint told = 0; told < MOST_TOLD; told++)
    {
      const Range *widest = NULL;
      g_autofree char *name = NULL;
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;

      for (guint i = 0; i < n; i++)
        if (reach (&ranges[i]) >= 0
            && (widest == NULL || reach (&ranges[i]) > reach (widest)))
          widest = &ranges[i];
      if (widest == NULL)
        break;
      name = name_range (data, widest);
      low = patron_format_value (&format, widest->low);
      high = patron_format_value (&format, widest->high);
      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* Translators: a category, its low and its high value. */
      g_string_append_printf (text, _("%s: %s to %s."), name, low, high);
      ranges[widest - ranges].low = ranges[widest - ranges].high = NAN;
    }
  return g_string_free (text, text->len == 0);
}
