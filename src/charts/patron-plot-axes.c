/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include <math.h>

#include "patron-chart-private.h"
#include "patron-date.h"

/* px between labels of the dates axis, at zoom 1 */
#define LABEL_GAP 22.0
/* Under these the labels of an axis are left out. */
#define LEAST_WIDTH 60.0
#define LEAST_HEIGHT 24.0

/* Lines of one px are sharp on half a px. */
static double
sharp (double position)
{
  return floor (position) + 0.5;
}

static double
measure_value_labels (PatronPlot *self)
{
  double widest = 0;

  for (guint i = 0; i < self->y_ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (self->y_ticks->ticks,
                                               PatronTick, i);

      widest = fmax (widest, patron_text_width (self->measurer,
                                                &self->axis_font,
                                                tick->label));
    }
  return widest;
}

static void
drop_labels (PatronTicks *ticks)
{
  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      PatronTick *tick = &g_array_index (ticks->ticks, PatronTick, i);

      g_clear_pointer (&tick->label, g_free);
      g_clear_pointer (&tick->second, g_free);
    }
}

static gboolean
has_axis_title (PatronPlot *self)
{
  return !patron_text_is_empty (self->chart->y.title)
         && patron_text_is_empty (self->chart->subtitle)
         && self->area.height > 12 * self->axis_font.size;
}

/* A share of the axis that ends in the middle of the range keeps its bounds
 * where the chart says so. */
static void
apply_bounds (PatronPlot *self,
              double     *min,
              double     *max)
{
  const PatronChartAxis *axis = &self->chart->y;

  if (isfinite (axis->min))
    *min = MIN (*min, axis->min);
  if (isfinite (axis->max))
    *max = MAX (*max, axis->max);
  if (axis->zero == PATRON_ZERO_SHOWN
      || (*min > 0 && *min <= (*max / 2 - *min / 2) * 1.5))
    *min = MIN (*min, 0);
  /* A line that lies on the bottom of the plot would look like zero. */
  if (*min > 0)
    *min = MAX (0, *min - (*max / 2 - *min / 2) * 0.06);
  if (axis->zero == PATRON_ZERO_SHOWN
      || (*max < 0 && -*max <= (*max / 2 - *min / 2) * 1.5))
    *max = MAX (*max, 0);
}

/**
 * patron_plot_set_values:
 * @min: the least value that is drawn
 * @max: the largest
 *
 * Makes the value axis, with zero on it where it is near, and takes the room
 * of its labels from the plot.
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
  apply_bounds (self, &min, &max);
  self->y_ticks = patron_ticks_new_numbers (
    min, max, (guint) CLAMP (room / (line * 2) + 1, 3, 7),
    &self->chart->y.format);
  if (has_axis_title (self))
    {
      self->plot.y += line * 1.5;
      self->plot.height -= line * 1.5;
    }
  self->top = self->plot.y;
  widest = measure_value_labels (self) + 8 * self->zoom;
  if (widest > self->plot.width * 0.4
      || self->plot.width - widest < LEAST_WIDTH
      || room < LEAST_HEIGHT)
    {
      drop_labels (self->y_ticks);
      return;
    }
  self->plot.x += widest;
  self->plot.width -= widest;
  /* The top label reaches half its height over its line. */
  self->plot.y += line / 2;
  self->plot.height -= line / 2;
}

static double
date_x (const PatronPlot *self,
        const PatronTicks *ticks,
        double             value)
{
  PatronScale scale = { ticks->min, ticks->max,
                        self->plot.x + self->marker_room,
                        self->plot.x + self->plot.width - self->marker_room };

  return patron_scale_at (&scale, value);
}

/* Where a label stands that is centred on its tick, moved so that nothing of
 * it is cut off, and that it touches neither the lowest label of the values
 * nor a name beside the plot. */
static double
label_left (const PatronPlot *self,
            double            centre,
            double            width)
{
  double left = centre - width / 2;

  left = MIN (left, MIN (self->area.x + self->area.width,
                         self->plot.x + self->plot.width + 6 * self->zoom)
                      - width);
  return MAX (left, MAX (self->area.x, self->plot.x - 8 * self->zoom));
}

static gboolean
labels_fit (PatronPlot        *self,
            const PatronTicks *ticks)
{
  double free_from = -INFINITY;

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (ticks->ticks, PatronTick, i);
      double width = patron_text_width (self->measurer, &self->axis_font,
                                        tick->label);
      double left = label_left (self, date_x (self, ticks, tick->value),
                                width);

      if (left < free_from
          || left + width > self->area.x + self->area.width + 0.01)
        return FALSE;
      free_from = left + width + LABEL_GAP * self->zoom;
    }
  return TRUE;
}

/* A tick between two neighbouring measurements would promise a precision
 * that the data do not have. */
static PatronCalendarStep
finest_step (double spacing)
{
  if (!(spacing >= 6.5))
    return PATRON_CALENDAR_DAY;
  if (spacing < 27)
    return PATRON_CALENDAR_WEEK;
  if (spacing < 85)
    return PATRON_CALENDAR_MONTH;
  if (spacing < 175)
    return PATRON_CALENDAR_QUARTER;
  if (spacing < 360)
    return PATRON_CALENDAR_HALF_YEAR;
  return PATRON_CALENDAR_YEAR;
}

static void
add_end (PatronTicks *ticks,
         double       value)
{
  PatronFormat format;

  patron_format_init (&format, PATRON_FORMAT_DATE);
  patron_ticks_add (ticks, value, patron_format_value (&format, value), NULL);
}

/* Where the calendar has no two ticks in the range, its ends are dated. */
static PatronTicks *
make_end_ticks (PatronPlot *self,
                double      min,
                double      max)
{
  PatronTicks *ticks = patron_ticks_new (min, max);

  add_end (ticks, min);
  if (max > min)
    add_end (ticks, max);
  if (!labels_fit (self, ticks) && max > min)
    g_array_set_size (ticks->ticks, 1);
  return ticks;
}

static PatronTicks *
choose_date_ticks (PatronPlot *self,
                   double      min,
                   double      max,
                   double      spacing)
{
  double densest = self->plot.width / (LABEL_GAP * self->zoom) + 2;

  for (int step = (int) finest_step (spacing); step < PATRON_N_CALENDAR_STEPS;
       step++)
    {
      PatronTicks *ticks;

      if ((double) patron_ticks_count_dates (min, max,
                                             (PatronCalendarStep) step)
          > densest)
        continue;
      ticks = patron_ticks_new_dates (min, max, (PatronCalendarStep) step);
      if (ticks->ticks->len < 2)
        {
          patron_ticks_free (ticks);
          break;
        }
      if (labels_fit (self, ticks))
        return ticks;
      patron_ticks_free (ticks);
    }
  return make_end_ticks (self, min, max);
}

/* Without room for a second line, January is named by its year. */
static void
merge_rows (PatronTicks *ticks)
{
  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      PatronTick *tick = &g_array_index (ticks->ticks, PatronTick, i);
      int year, month, day;

      if (tick->second == NULL)
        continue;
      patron_date_to_ymd ((gint64) tick->value, &year, &month, &day);
      if (month == 1 && day == 1)
        {
          g_free (tick->label);
          tick->label = g_steal_pointer (&tick->second);
        }
      else
        g_clear_pointer (&tick->second, g_free);
    }
}

/* The year of the first few months goes where it would touch the next. */
static void
thin_second_row (PatronPlot *self)
{
  PatronTick *before = NULL;
  double free_from = -INFINITY;

  for (guint i = 0; i < self->x_ticks->ticks->len; i++)
    {
      PatronTick *tick = &g_array_index (self->x_ticks->ticks, PatronTick, i);
      double width, left;

      if (tick->second == NULL)
        continue;
      width = patron_text_width (self->measurer, &self->axis_font,
                                 tick->second);
      left = label_left (self, date_x (self, self->x_ticks, tick->value),
                         width);
      if (before != NULL && left < free_from)
        g_clear_pointer (&before->second, g_free);
      before = tick;
      free_from = left + width + 8 * self->zoom;
    }
}

static gboolean
any_second (const PatronTicks *ticks)
{
  for (guint i = 0; i < ticks->ticks->len; i++)
    if (g_array_index (ticks->ticks, PatronTick, i).second != NULL)
      return TRUE;
  return FALSE;
}

/**
 * patron_plot_set_dates:
 * @min: the first date
 * @max: the last date
 * @spacing: the usual number of days between measurements; 0 where unknown
 *
 * Makes the dates axis, with the finest labels that leave each other room,
 * and takes their room from the plot, whose width must be final.
 */
void
patron_plot_set_dates (PatronPlot *self,
                       double      min,
                       double      max,
                       double      spacing)
{
  double line = patron_text_line_height (&self->axis_font);
  double room;

  min = CLAMP (min, PATRON_DATE_MIN, PATRON_DATE_MAX);
  max = CLAMP (max, PATRON_DATE_MIN, PATRON_DATE_MAX);
  self->x_ticks = choose_date_ticks (self, min, max, spacing);
  self->has_second_row = any_second (self->x_ticks);
  if (self->has_second_row && self->plot.height < 10 * line)
    {
      merge_rows (self->x_ticks);
      self->has_second_row = FALSE;
    }
  thin_second_row (self);
  room = line * (self->has_second_row ? 2 : 1) + 6 * self->zoom;
  if (self->plot.height - room < LEAST_HEIGHT
      || self->plot.width < LEAST_WIDTH || !labels_fit (self, self->x_ticks))
    {
      drop_labels (self->x_ticks);
      self->has_second_row = FALSE;
      /* The lowest label of the values reaches below the plot. */
      self->plot.height -= line / 2;
      return;
    }
  self->plot.height -= room;
}

/* Where the plot came out lower than its ticks were made for, only some of
 * them are labelled. */
static guint
label_every (const PatronPlot *self)
{
  double line = patron_text_line_height (&self->axis_font);
  guint n = self->y_ticks->ticks->len;

  if (n < 2)
    return 1;
  return (guint) MAX (1, ceil (line * (n - 1) / MAX (self->plot.height, 1)));
}

static void
add_value_axis (PatronPlot *self)
{
  double ascent, descent;
  guint every = label_every (self);

  patron_text_metrics (self->measurer, &self->axis_font, &ascent, &descent);
  for (guint i = 0; i < self->y_ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (self->y_ticks->ticks,
                                               PatronTick, i);
      double y = sharp (patron_scale_at (&self->y, tick->value));
      gboolean zero = fabs (tick->value) <= self->y_ticks->step * 1e-9;

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
add_axis_title (PatronPlot *self)
{
  g_autofree char *clean = patron_text_clean (self->chart->y.title);
  g_autoptr (GArray) lines
    = patron_text_wrap (self->measurer, &self->axis_font, clean,
                        self->area.width, 1);

  patron_scene_add_lines (self->scene, PATRON_ROLE_AXIS_LABEL, self->measurer,
                          &self->axis_font, lines, self->area.x, self->area.y,
                          PATRON_ALIGN_LEFT, self->theme->dim);
}

static void
add_date_label (PatronPlot *self,
                const char *text,
                double      x,
                double      top,
                PatronColour colour)
{
  double line = patron_text_line_height (&self->axis_font);
  double width = patron_text_width (self->measurer, &self->axis_font, text);
  double ascent, descent;

  patron_text_metrics (self->measurer, &self->axis_font, &ascent, &descent);
  patron_plot_claim (self, patron_scene_add_text (
    self->scene, PATRON_ROLE_AXIS_LABEL, self->measurer, &self->axis_font,
    text, label_left (self, x, width) + width / 2,
    top + (line - ascent - descent) / 2 + ascent, PATRON_ALIGN_CENTRE,
    colour));
}

static void
add_date_axis (PatronPlot *self)
{
  double bottom = self->plot.y + self->plot.height;
  double line = patron_text_line_height (&self->axis_font);

  for (guint i = 0; i < self->x_ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (self->x_ticks->ticks,
                                               PatronTick, i);
      double x = patron_scale_at (&self->x, tick->value);

      if (tick->label == NULL)
        continue;
      patron_scene_add_line (self->scene, PATRON_ROLE_AXIS, sharp (x), bottom,
                             sharp (x), bottom + 4 * self->zoom,
                             self->theme->axis, 1);
      add_date_label (self, tick->label, x, bottom + 5 * self->zoom,
                      self->theme->dim);
      if (tick->second != NULL)
        add_date_label (self, tick->second, x,
                        bottom + 5 * self->zoom + line * 0.95,
                        self->theme->dim);
    }
}

/**
 * patron_plot_set_scales:
 *
 * Ties values to px. The plot is final from here on.
 */
void
patron_plot_set_scales (PatronPlot *self)
{
  double right = self->plot.x + self->plot.width;

  self->x = (PatronScale) { self->x_ticks->min, self->x_ticks->max,
                            self->plot.x + self->marker_room,
                            right - self->marker_room };
  self->y = (PatronScale) { self->y_ticks->min, self->y_ticks->max,
                            self->plot.y + self->plot.height, self->plot.y };
}

/**
 * patron_plot_add_axes:
 *
 * Draws both axes.
 */
void
patron_plot_add_axes (PatronPlot *self)
{
  double bottom = sharp (self->plot.y + self->plot.height);

  if (has_axis_title (self))
    add_axis_title (self);
  add_value_axis (self);
  patron_scene_add_line (self->scene, PATRON_ROLE_AXIS, self->plot.x, bottom,
                         self->plot.x + self->plot.width, bottom,
                         self->theme->axis, 1);
  add_date_axis (self);
}
