/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-bar-private.h"

static const PatronChartPoints *
get_points (const PatronBars *self,
            guint             series)
{
  return &g_array_index (self->plot->data->series, PatronChartPoints, series);
}

/* What stands out has the colour of its tone, and a mark at its value. */
static PatronColour
get_colour (const PatronBars *self,
            guint             slot,
            guint             series)
{
  const PatronPlot *plot = self->plot;
  PatronTone tone
    = PATRON_POINT_TONE (patron_bars_get_mark (self, slot, series));

  if (patron_bars_is_signal (self, slot, series) && tone < PATRON_N_TONES)
    return plot->theme->tones[tone];
  return patron_theme_series (plot->theme,
                              patron_plot_series_colour (plot, series));
}

/* A hair of the background between the parts of a stack. */
static void
part (const PatronBars *self,
      PatronItem       *item)
{
  double gap = 1 * self->plot->zoom;

  if (self->lying && item->width > 4 * gap)
    item->width -= gap;
  else if (!self->lying && item->height > 4 * gap)
    {
      item->y += gap;
      item->height -= gap;
    }
}

static void
draw_bar (PatronBars *self,
          guint       slot,
          guint       series)
{
  PatronBar *bar = patron_bars_at (self, slot, series);
  PatronBox box = patron_bars_get_box (self, slot, series);
  PatronItem *item;

  if (box.width < 0.01 || box.height < 0.01)
    return;
  item = patron_scene_add_rectangle (self->plot->scene, PATRON_ROLE_SERIES,
                                     box.x, box.y, box.width, box.height);
  item->series = (int) series;
  item->point = (int) MIN (bar->point, G_MAXINT);
  if (self->stack != PATRON_STACK_NONE)
    part (self, item);
  patron_plot_paint_mark (self->plot, item, series, (gsize) bar->point,
                          get_colour (self, slot, series));
  bar->fill = item->fill;
}

static void
draw_dot (PatronBars *self,
          guint       slot,
          guint       series)
{
  PatronPlot *plot = self->plot;
  const PatronBar *bar = patron_bars_at (self, slot, series);
  double across = patron_bars_get_across (self, slot, series);
  double from = plot->lengths ? patron_scale_at (&plot->x, 0)
                              : plot->plot.x;
  double to = patron_scale_at (&plot->x, bar->to);
  double radius = CLAMP (self->thickness / 2, 1.5, 6 * plot->zoom);
  PatronColour colour = get_colour (self, slot, series);
  PatronItem *item
    = patron_scene_add_line (plot->scene, PATRON_ROLE_SERIES, from, across,
                             to, across,
                             plot->lengths ? colour : plot->theme->grid,
                             (plot->lengths ? 2 : 1) * plot->zoom);

  item->series = (int) series;
  patron_plot_add_whisker (plot, series, (gsize) bar->point, &plot->x, across);
  item = patron_scene_add_marker (plot->scene, PATRON_ROLE_SERIES,
                                  series % PATRON_N_SERIES_MARKERS, to,
                                  across, radius);
  item->series = (int) series;
  item->point = (int) MIN (bar->point, G_MAXINT);
  patron_plot_paint_mark (plot, item, series, (gsize) bar->point, colour);
}

/* patron_bars_draw:
 *
 * Draws what stands for the values, and their intervals.
 */
void
patron_bars_draw (PatronBars *self)
{
  PatronPlot *plot = self->plot;
  const PatronScale *values = self->lying ? &plot->x : &plot->y;

  for (guint slot = 0; slot < plot->n_slots; slot++)
    for (guint s = 0; s < self->n_series; s++)
      {
        const PatronBar *bar = patron_bars_at (self, slot, s);

        if (bar->point < 0)
          continue;
        if (self->stems)
          {
            draw_dot (self, slot, s);
            continue;
          }
        draw_bar (self, slot, s);
        if (self->stack == PATRON_STACK_NONE && self->thickness >= 5)
          patron_plot_add_whisker (plot, s, (gsize) bar->point, values,
                                   patron_bars_get_across (self, slot, s));
      }
}

/* Against the plan, or as a part of the whole. */
static char *
write_more (const PatronBars *self,
            guint             slot,
            guint             series)
{
  PatronPlot *plot = self->plot;
  const PatronBar *bar = patron_bars_at (self, slot, series);

  if (self->stack == PATRON_STACK_PERCENT)
    return patron_format_value (&plot->chart->y.format,
                                get_points (self, series)->y[bar->point]);
  if (self->stack == PATRON_STACK_SUM)
    {
      double total = self->above[slot] + self->below[slot];
      g_autofree char *number = patron_plot_write_value (plot, total);

      /* Translators: the total of a stack of values. */
      return g_strdup_printf (_("Of %s in all"), number);
    }
  if (patron_bars_is_signal (self, slot, series))
    return g_strdup (patron_plot_signal_name (
      PATRON_POINT_TONE (patron_bars_get_mark (self, slot, series))));
  if (series + 1 < self->n_series
      && patron_plot_is_expected (plot, series + 1)
      && patron_bars_at (self, slot, series + 1)->point >= 0)
    return patron_plot_write_against (
      plot, bar->value, patron_bars_at (self, slot, series + 1)->value,
      series + 1);
  return NULL;
}

/* A place to point at of at least a few px, however short the bar is. */
static PatronBox
widen (const PatronBars *self,
       PatronBox         box)
{
  double least = 10 * self->plot->zoom;

  if (box.width < least && self->lying)
    box.width = least;
  if (box.height < least && !self->lying)
    {
      box.y -= least - box.height;
      box.height = least;
    }
  return box;
}

/* patron_bars_add_spots:
 *
 * Lets each value be pointed at and walked to: by series within a category,
 * or from category to category.
 */
void
patron_bars_add_spots (PatronBars *self)
{
  PatronPlot *plot = self->plot;
  gboolean group = self->stack == PATRON_STACK_NONE;

  for (guint slot = 0; slot < plot->n_slots; slot++)
    for (guint s = 0; s < self->n_series; s++)
      {
        const PatronBar *bar = patron_bars_at (self, slot, s);
        int along = (int) (group ? slot * self->n_series + s : slot);
        int part_of = group ? 0 : (int) s;
        g_autofree char *more = NULL;
        PatronBox box;
        PatronSpot *spot;

        if (bar->point < 0)
          continue;
        more = write_more (self, slot, s);
        box = widen (self, patron_bars_get_box (self, slot, s));
        spot = patron_scene_add_spot (plot->scene, PATRON_ROLE_SERIES, box.x,
                                      box.y, box.width, box.height);
        spot->series = (int) s;
        spot->point = (int) MIN (bar->point, G_MAXINT);
        spot->on_grid = TRUE;
        spot->row = self->lying ? along : -part_of;
        spot->column = self->lying ? part_of : along;
        if (!self->lying)
          spot->anchor_y = bar->value < 0 ? box.y + box.height : box.y;
        spot->value_x = get_points (self, s)->x[bar->point];
        spot->value_y = bar->value;
        spot->text = patron_plot_describe_point (plot, s, (gsize) bar->point,
                                                 bar->value, more);
      }
}
