/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Axes of numbers: left of the plot or below it, in proportion or
 * logarithmic. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "patron-plot-axes.h"

/* Beside another measure, an axis needs its name; else the subtitle says what
 * is shown. That an axis is logarithmic is never left to be noticed. */
static char *
write_title (const PatronPlot      *self,
             const PatronChartAxis *axis,
             gboolean               logarithmic)
{
  g_autofree char *title = patron_text_clean (axis->title);
  gboolean named = *title != '\0'
                   && (patron_text_is_empty (self->chart->subtitle)
                       || patron_chart_kind_get_shape (self->chart->kind)
                            == PATRON_SHAPE_NUMBERS);

  if (logarithmic && named)
    /* Translators: the title of an axis. */
    return g_strdup_printf (_("%s (logarithmic scale)"), title);
  if (logarithmic)
    return g_strdup (_("Logarithmic scale"));
  return named ? g_steal_pointer (&title) : NULL;
}

/* What is measured in lengths starts at zero; what is told apart by place has
 * zero where it is near. */
static void
apply_bounds (PatronPlot            *self,
              const PatronChartAxis *axis,
              double                *min,
              double                *max)
{
  gboolean zero = axis->zero == PATRON_ZERO_SHOWN || self->lengths;

  if (isfinite (axis->min))
    *min = MIN (*min, axis->min);
  if (isfinite (axis->max))
    *max = MAX (*max, axis->max);
  if (zero || (*min > 0 && *min <= (*max / 2 - *min / 2) * 1.5))
    *min = MIN (*min, 0);
  /* A line that lies on the bottom of the plot would look like zero. */
  if (*min > 0)
    *min = MAX (0, *min - (*max / 2 - *min / 2) * 0.06);
  if (zero || (*max < 0 && -*max <= (*max / 2 - *min / 2) * 1.5))
    *max = MAX (*max, 0);
}

/* Without ticks an axis need not end on a round number. */
static PatronTicks *
make_bare (PatronPlot *self,
           double      min,
           double      max)
{
  PatronTicks *ticks;

  if (!(max / 2 - min / 2 > 1e-280))
    max = min + MAX (1, fabs (min));
  ticks = patron_ticks_new (min, max);
  if (self->lengths)
    patron_ticks_add (ticks, 0, NULL, NULL);
  return ticks;
}

static gboolean
is_logarithmic (const PatronPlot      *self,
                const PatronChartAxis *axis,
                double                 min)
{
  return axis->logarithmic && min > 0 && !self->lengths;
}

static PatronTicks *
make_ticks (PatronPlot            *self,
            const PatronChartAxis *axis,
            double                 min,
            double                 max,
            guint                  most)
{
  if (is_logarithmic (self, axis, min))
    {
      if (axis->min > 0)
        min = MIN (min, axis->min);
      if (isfinite (axis->max))
        max = MAX (max, axis->max);
      return patron_ticks_new_logarithmic (min, max, most, &axis->format);
    }
  apply_bounds (self, axis, &min, &max);
  if (self->bare)
    return make_bare (self, min, max);
  return patron_ticks_new_numbers (min, max, most, &axis->format);
}

static double
measure_labels (PatronPlot        *self,
                const PatronTicks *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (ticks->ticks, PatronTick, i);

      if (tick->label != NULL)
        widest = fmax (widest, patron_text_width (self->measurer,
                                                  &self->axis_font,
                                                  tick->label));
    }
  return widest;
}

static gboolean
is_high_enough (const PatronPlot *self)
{
  return self->area.height > 12 * self->axis_font.size;
}

/* The title of a value axis stands over the plot, also where the axis is below
 * it: there it is read first. */
static void
set_title_over (PatronPlot *self,
                gboolean    logarithmic)
{
  double line = patron_text_line_height (&self->axis_font);

  if (is_high_enough (self))
    self->y_title = write_title (self, &self->chart->y, logarithmic);
  if (self->y_title == NULL)
    return;
  self->plot.y += line * 1.5;
  self->plot.height -= line * 1.5;
}

/**
 * patron_plot_set_values:
 * @min: the least value that is drawn
 * @max: the largest
 *
 * Makes the value axis left of the plot, and takes the room of its labels
 * from the plot.
 */
void
patron_plot_set_values (PatronPlot *self,
                        double      min,
                        double      max)
{
  double line = patron_text_line_height (&self->axis_font);
  double room = self->plot.height - 2 * line;
  double widest;

  if (self->chart->annotations->len > 0)
    room *= 0.75;
  self->y_kind = PATRON_AXIS_VALUES;
  self->y_ticks = make_ticks (self, &self->chart->y, min, max,
                              (guint) CLAMP (room / (line * 2) + 1, 3, 7));
  set_title_over (self, self->y_ticks->logarithmic);
  self->top = self->plot.y;
  if (self->bare)
    {
      patron_axis_drop_labels (self->y_ticks);
      return;
    }
  widest = measure_labels (self, self->y_ticks) + 8 * self->zoom;
  if (widest > self->plot.width * 0.4
      || self->plot.width - widest < PATRON_AXIS_LEAST_WIDTH
      || room < PATRON_AXIS_LEAST_HEIGHT)
    {
      patron_axis_drop_labels (self->y_ticks);
      return;
    }
  self->plot.x += widest;
  self->plot.width -= widest;
  /* The top label reaches half its height over its line. */
  self->plot.y += line / 2;
  self->plot.height -= line / 2;
}

/* The last label reaches half its width beyond the plot. */
static double
last_half (PatronPlot        *self,
           const PatronTicks *ticks)
{
  const PatronTick *last;

  if (ticks->ticks->len == 0)
    return 0;
  last = &g_array_index (ticks->ticks, PatronTick, ticks->ticks->len - 1);
  if (last->label == NULL)
    return 0;
  return patron_text_width (self->measurer, &self->axis_font, last->label) / 2;
}

static double
spare_right (const PatronPlot *self)
{
  return self->area.x + self->area.width - self->plot.x - self->plot.width;
}

static void
set_bottom (PatronPlot            *self,
            const PatronChartAxis *axis,
            double                 min,
            double                 max)
{
  double line = patron_text_line_height (&self->axis_font);
  double room = line + 6 * self->zoom;
  double width = self->plot.width;

  for (guint most = (guint) CLAMP (width / (4.5 * self->axis_font.size) + 1,
                                   2, 8);; most--)
    {
      double half;

      g_clear_pointer (&self->x_ticks, patron_ticks_free);
      self->plot.width = width;
      self->x_ticks = make_ticks (self, axis, min, max, most);
      half = last_half (self, self->x_ticks) + self->marker_room;
      self->plot.width = width - MAX (0, half - spare_right (self));
      if (most == 2 || patron_axis_bottom_fits (self, self->x_ticks))
        break;
    }
  if (self->bare)
    {
      patron_axis_drop_labels (self->x_ticks);
      return;
    }
  if (self->plot.height - room < PATRON_AXIS_LEAST_HEIGHT
      || self->plot.width < PATRON_AXIS_LEAST_WIDTH
      || !patron_axis_bottom_fits (self, self->x_ticks))
    {
      patron_axis_drop_labels (self->x_ticks);
      self->plot.width = width;
      return;
    }
  if (axis == &self->chart->x && is_high_enough (self))
    self->x_title = write_title (self, axis, self->x_ticks->logarithmic);
  if (self->x_title != NULL)
    room += line * 1.1;
  self->plot.height -= room;
}

/**
 * patron_plot_set_numbers:
 * @min: the least x that is drawn
 * @max: the largest
 *
 * Makes an axis of the numbers that x counts below the plot, and takes its
 * room from the plot, whose width must be final but for half a label.
 */
void
patron_plot_set_numbers (PatronPlot *self,
                         double      min,
                         double      max)
{
  self->x_kind = PATRON_AXIS_VALUES;
  set_bottom (self, &self->chart->x, min, max);
}

/**
 * patron_plot_begin_values_below:
 * @min: the least value that will be drawn
 *
 * Takes the room of the title of an axis of values below the plot, which
 * stands over it. For layouts to call before the categories.
 */
void
patron_plot_begin_values_below (PatronPlot *self,
                                double      min)
{
  set_title_over (self, is_logarithmic (self, &self->chart->y, min));
  self->top = self->plot.y;
}

/**
 * patron_plot_set_values_below:
 * @min: the least value that is drawn
 * @max: the largest
 *
 * Makes the value axis below the plot, for bars that lie.
 */
void
patron_plot_set_values_below (PatronPlot *self,
                              double      min,
                              double      max)
{
  self->x_kind = PATRON_AXIS_VALUES;
  set_bottom (self, &self->chart->y, min, max);
}

/* Where the plot came out lower than its ticks were made for, only some of
 * them are labelled. */
static guint
label_every (const PatronPlot *self)
{
  double line = patron_text_line_height (&self->axis_font);
  double nearest = INFINITY;

  for (guint i = 1; i < self->y_ticks->ticks->len; i++)
    {
      double a = patron_scale_at (
        &self->y, g_array_index (self->y_ticks->ticks, PatronTick, i - 1)
                    .value);
      double b = patron_scale_at (
        &self->y, g_array_index (self->y_ticks->ticks, PatronTick, i).value);

      nearest = MIN (nearest, fabs (a - b));
    }
  return (guint) CLAMP (ceil (line / MAX (nearest, 0.01) - 1e-6), 1, 1000);
}

static gboolean
is_zero (const PatronTicks *ticks,
         double             value)
{
  return !ticks->logarithmic && fabs (value) <= ticks->step * 1e-9;
}

/* patron_axis_add_title_over:
 *
 * Writes what the values are.
 */
void
patron_axis_add_title_over (PatronPlot *self)
{
  g_autoptr (GArray) lines = NULL;
  PatronBox box = { self->area.x, self->area.y, 0, 0 };

  if (self->y_title == NULL)
    return;
  lines = patron_text_wrap (self->measurer, &self->axis_font, self->y_title,
                            self->area.width, 1);
  box.width = patron_text_lines_width (lines);
  box.height = patron_scene_add_lines (
    self->scene, PATRON_ROLE_AXIS_LABEL, self->measurer, &self->axis_font,
    lines, box.x, box.y, PATRON_ALIGN_LEFT, self->theme->dim);
  g_array_append_val (self->boxes, box);
}

/* patron_axis_add_left_values:
 *
 * Draws the value axis left of the plot.
 */
void
patron_axis_add_left_values (PatronPlot *self)
{
  double ascent, descent;
  guint every = label_every (self);

  patron_text_metrics (self->measurer, &self->axis_font, &ascent, &descent);
  for (guint i = 0; i < self->y_ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (self->y_ticks->ticks,
                                               PatronTick, i);
      double y = patron_axis_sharp (patron_scale_at (&self->y, tick->value));
      gboolean zero = is_zero (self->y_ticks, tick->value);

      if (!self->no_grid || zero)
        patron_scene_add_line (self->scene,
                             zero ? PATRON_ROLE_AXIS : PATRON_ROLE_GRID,
                             self->plot.x, y, self->plot.x + self->plot.width,
                             y, zero ? self->theme->axis : self->theme->grid,
                             1);
      if (tick->label == NULL || i % every != 0)
        continue;
      patron_plot_claim (self, patron_scene_add_text (
        self->scene, PATRON_ROLE_AXIS_LABEL, self->measurer, &self->axis_font,
        tick->label, self->plot.x - 8 * self->zoom,
        y + (ascent - descent) / 2, PATRON_ALIGN_RIGHT, self->theme->dim));
    }
}

static void
add_bottom_title (PatronPlot *self)
{
  double line = patron_text_line_height (&self->axis_font);
  double right = self->plot.x + self->plot.width;
  double top = self->plot.y + self->plot.height + 5 * self->zoom + line;
  g_autoptr (GArray) lines
    = patron_text_wrap (self->measurer, &self->axis_font, self->x_title,
                        self->area.width, 1);

  patron_scene_add_lines (self->scene, PATRON_ROLE_AXIS_LABEL, self->measurer,
                          &self->axis_font, lines,
                          MAX (right, self->area.x
                                        + patron_text_lines_width (lines)),
                          top, PATRON_ALIGN_RIGHT, self->theme->dim);
}

/* patron_axis_add_bottom_values:
 *
 * Draws the axis of numbers below the plot.
 */
void
patron_axis_add_bottom_values (PatronPlot *self)
{
  double bottom = self->plot.y + self->plot.height;

  for (guint i = 0; i < self->x_ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (self->x_ticks->ticks,
                                               PatronTick, i);
      double x = patron_scale_at (&self->x, tick->value);
      gboolean zero = is_zero (self->x_ticks, tick->value);

      patron_scene_add_line (self->scene,
                             zero ? PATRON_ROLE_AXIS : PATRON_ROLE_GRID,
                             patron_axis_sharp (x), self->plot.y,
                             patron_axis_sharp (x), bottom,
                             zero ? self->theme->axis : self->theme->grid, 1);
      if (tick->label != NULL)
        patron_axis_add_bottom_label (self, tick->label, x,
                                      bottom + 5 * self->zoom);
    }
  if (self->x_title != NULL)
    add_bottom_title (self);
}
