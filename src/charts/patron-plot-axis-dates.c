/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The axis of dates below the plot. */

#include "patron-date.h"
#include "patron-plot-axes.h"

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
  if (!patron_axis_bottom_fits (self, ticks) && max > min)
    g_array_set_size (ticks->ticks, 1);
  return ticks;
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

static PatronTicks *
choose_date_ticks (PatronPlot *self,
                   double      min,
                   double      max,
                   double      spacing,
                   gboolean    one_row)
{
  double densest = self->plot.width / (PATRON_AXIS_LABEL_GAP * self->zoom) + 2;

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
      if (one_row)
        merge_rows (ticks);
      if (patron_axis_bottom_fits (self, ticks))
        return ticks;
      patron_ticks_free (ticks);
    }
  return make_end_ticks (self, min, max);
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
      left = patron_axis_bottom_left (
        self, patron_axis_bottom_at (self, self->x_ticks, tick->value), width);
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
  self->x_kind = PATRON_AXIS_DATES;
  self->x_ticks = choose_date_ticks (self, min, max, spacing, FALSE);
  if (any_second (self->x_ticks) && self->plot.height < 10 * line)
    {
      patron_ticks_free (self->x_ticks);
      self->x_ticks = choose_date_ticks (self, min, max, spacing, TRUE);
    }
  self->has_second_row = any_second (self->x_ticks);
  thin_second_row (self);
  room = line * (self->has_second_row ? 2 : 1) + 6 * self->zoom;
  if (self->plot.height - room < PATRON_AXIS_LEAST_HEIGHT
      || self->plot.width < PATRON_AXIS_LEAST_WIDTH
      || !patron_axis_bottom_fits (self, self->x_ticks))
    {
      patron_axis_drop_labels (self->x_ticks);
      self->has_second_row = FALSE;
      /* The lowest label of the values reaches below the plot. */
      self->plot.height -= line / 2;
      return;
    }
  self->plot.height -= room;
}

/* patron_axis_add_dates:
 *
 * Draws the axis of dates.
 */
void
patron_axis_add_dates (PatronPlot *self)
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
      patron_scene_add_line (self->scene, PATRON_ROLE_AXIS,
                             patron_axis_sharp (x), bottom,
                             patron_axis_sharp (x), bottom + 4 * self->zoom,
                             self->theme->axis, 1);
      patron_axis_add_bottom_label (self, tick->label, x,
                                    bottom + 5 * self->zoom);
      if (tick->second != NULL)
        patron_axis_add_bottom_label (self, tick->second, x,
                                      bottom + 5 * self->zoom + line * 0.95);
    }
}
