/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What all axes share: labels below the plot, the scales, and the order in
 * which axes are drawn. Each kind of axis has a file of its own. */

#include "patron-plot-axes.h"

/* patron_axis_drop_labels:
 *
 * Leaves of @ticks only the lines.
 */
void
patron_axis_drop_labels (PatronTicks *ticks)
{
  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      PatronTick *tick = &g_array_index (ticks->ticks, PatronTick, i);

      g_clear_pointer (&tick->label, g_free);
      g_clear_pointer (&tick->second, g_free);
    }
}

/* patron_axis_bottom_at:
 *
 * Returns: where @value will stand if @ticks become the bottom axis of the
 *   plot as it is now
 */
double
patron_axis_bottom_at (const PatronPlot  *self,
                       const PatronTicks *ticks,
                       double             value)
{
  gboolean values = self->y_kind == PATRON_AXIS_CATEGORIES;
  PatronScale scale = { ticks->min, ticks->max,
                        self->plot.x + self->marker_room
                          + (values ? self->room_low : 0),
                        self->plot.x + self->plot.width - self->marker_room
                          - (values ? self->room_high : 0),
                        ticks->logarithmic };

  return patron_scale_at (&scale, value);
}

/* patron_axis_bottom_left:
 *
 * Returns: where a label stands that is centred on its tick, moved so that
 *   nothing of it is cut off, and that it touches neither the lowest label of
 *   the values nor a name beside the plot
 */
double
patron_axis_bottom_left (const PatronPlot *self,
                         double            centre,
                         double            width)
{
  double left = centre - width / 2;

  left = MIN (left, MIN (self->area.x + self->area.width,
                         self->plot.x + self->plot.width + 6 * self->zoom)
                      - width);
  return MAX (left, MAX (self->area.x, self->plot.x - 8 * self->zoom));
}

/* patron_axis_bottom_fits:
 *
 * Returns: whether the labels of @ticks leave each other room below the plot
 */
gboolean
patron_axis_bottom_fits (PatronPlot        *self,
                         const PatronTicks *ticks)
{
  double free_from = -INFINITY;

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (ticks->ticks, PatronTick, i);
      double width, left;

      if (tick->label == NULL)
        continue;
      width = patron_text_width (self->measurer, &self->axis_font,
                                 tick->label);
      left = patron_axis_bottom_left (
        self, patron_axis_bottom_at (self, ticks, tick->value), width);
      if (left < free_from
          || left + width > self->area.x + self->area.width + 0.01)
        return FALSE;
      free_from = left + width + PATRON_AXIS_LABEL_GAP * self->zoom;
    }
  return TRUE;
}

/* patron_axis_add_bottom_label:
 * @x: the tick
 * @top: the top of the line
 *
 * Writes one line below the plot.
 */
void
patron_axis_add_bottom_label (PatronPlot *self,
                              const char *text,
                              double      x,
                              double      top)
{
  double line = patron_text_line_height (&self->axis_font);
  double width = patron_text_width (self->measurer, &self->axis_font, text);
  double ascent, descent;

  patron_text_metrics (self->measurer, &self->axis_font, &ascent, &descent);
  patron_plot_claim (self, patron_scene_add_text (
    self->scene, PATRON_ROLE_AXIS_LABEL, self->measurer, &self->axis_font,
    text, patron_axis_bottom_left (self, x, width) + width / 2,
    top + (line - ascent - descent) / 2 + ascent, PATRON_ALIGN_CENTRE,
    self->theme->dim));
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
  double bottom = self->plot.y + self->plot.height;

  if (self->x_kind == PATRON_AXIS_CATEGORIES)
    self->x = (PatronScale) { -0.5, self->n_slots - 0.5, self->plot.x, right };
  else
    self->x = (PatronScale) { self->x_ticks->min, self->x_ticks->max,
                              self->plot.x + self->marker_room,
                              right - self->marker_room,
                              self->x_ticks->logarithmic };
  if (self->y_kind == PATRON_AXIS_CATEGORIES)
    {
      self->y = (PatronScale) { -0.5, self->n_slots - 0.5, self->plot.y,
                                bottom };
      self->x.start += self->room_low;
      self->x.end -= self->room_high;
    }
  else
    self->y = (PatronScale) { self->y_ticks->min, self->y_ticks->max,
                              bottom - self->room_low,
                              self->plot.y + self->room_high,
                              self->y_ticks->logarithmic };
}

/**
 * patron_plot_add_axes:
 *
 * Draws both axes.
 */
void
patron_plot_add_axes (PatronPlot *self)
{
  double bottom = patron_axis_sharp (self->plot.y + self->plot.height);

  patron_axis_add_title_over (self);
  if (self->y_kind == PATRON_AXIS_VALUES)
    patron_axis_add_left_values (self);
  if (self->x_kind == PATRON_AXIS_VALUES)
    patron_axis_add_bottom_values (self);
  if (self->y_kind == PATRON_AXIS_CATEGORIES
      || self->x_kind == PATRON_AXIS_CATEGORIES)
    patron_axis_add_categories (self);
  else
    patron_scene_add_line (self->scene, PATRON_ROLE_AXIS, self->plot.x,
                           bottom, self->plot.x + self->plot.width, bottom,
                           self->theme->axis, 1);
  if (self->x_kind == PATRON_AXIS_DATES)
    patron_axis_add_dates (self);
}
