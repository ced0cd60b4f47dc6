/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The values of bars in digits: at their ends, or inside the parts of a
 * stack. */

#include <math.h>

#include "patron-chart-bar-private.h"

/* px between the end of a bar and its value, at zoom 1 */
#define VALUE_GAP 5.0
/* px between the two for the mark of what stands out, at zoom 1 */
#define SIGNAL_ROOM 14.0

static const PatronChartPoints *
get_points (const PatronBars *self,
            guint             series)
{
  return &g_array_index (self->plot->data->series, PatronChartPoints, series);
}

static double
text_height (const PatronPlot *plot)
{
  double ascent, descent;

  patron_text_metrics (plot->measurer, &plot->label_font, &ascent, &descent);
  return ascent + descent;
}

/* What stands at the end of a bar: its value, or the total of its stack. */
static gboolean
get_end (const PatronBars *self,
         guint             slot,
         guint             series,
         double           *value)
{
  const PatronBar *bar = patron_bars_at (self, slot, series);

  if (self->stack == PATRON_STACK_NONE)
    {
      *value = bar->value;
      return bar->point >= 0;
    }
  *value = self->above[slot] + self->below[slot];
  return series == 0 && (self->above[slot] != 0 || self->below[slot] != 0);
}

static void
measure_ends (const PatronBars *self,
              double           *above,
              double           *below)
{
  PatronPlot *plot = self->plot;

  *above = *below = 0;
  for (guint slot = 0; slot < plot->n_slots; slot++)
    for (guint s = 0; s < self->n_series; s++)
      {
        double value;
        g_autofree char *text = NULL;
        double *widest;

        if (!get_end (self, slot, s, &value))
          continue;
        text = patron_plot_write_value (plot, value);
        widest = value < 0 ? below : above;
        *widest = MAX (*widest, patron_text_width (plot->measurer,
                                                   &plot->label_font, text));
      }
}

static gboolean
mixed_stack (const PatronBars *self)
{
  for (guint slot = 0; slot < self->plot->n_slots; slot++)
    if (self->above[slot] > 0 && self->below[slot] < 0)
      return TRUE;
  return FALSE;
}

static gboolean
ends_fit (const PatronBars *self,
          double            widest)
{
  PatronPlot *plot = self->plot;
  double pitch = (self->lying ? plot->plot.height : plot->plot.width)
                 / MAX (1, plot->n_slots);
  double room = self->stack == PATRON_STACK_NONE && self->n_series > 1
                  ? pitch * 0.8 / self->n_series
                  : pitch * 0.96;

  if (self->lying)
    return text_height (plot) <= room && widest < plot->plot.width * 0.25;
  return widest + 3 * plot->zoom <= room
         && text_height (plot) < plot->plot.height * 0.15;
}

static gboolean
any_signal (const PatronBars *self)
{
  for (guint slot = 0; slot < self->plot->n_slots; slot++)
    for (guint s = 0; s < self->n_series; s++)
      if (patron_bars_is_signal (self, slot, s))
        return TRUE;
  return FALSE;
}

/* patron_bars_plan_labels:
 *
 * Decides whether all values can be written at the ends of their bars. Where
 * they can, they are read there, and the axis has nothing left to tell.
 */
void
patron_bars_plan_labels (PatronBars *self)
{
  PatronPlot *plot = self->plot;
  double gap = VALUE_GAP * plot->zoom;
  double signal = any_signal (self) ? SIGNAL_ROOM * plot->zoom : 0;
  double above, below;

  plot->room_high = plot->room_low = signal;
  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN
      || self->stack == PATRON_STACK_PERCENT || mixed_stack (self))
    return;
  measure_ends (self, &above, &below);
  self->labelled = ends_fit (self, MAX (above, below));
  if (!self->labelled)
    return;
  plot->bare = plot->lengths && plot->chart->bands->len == 0;
  if (self->stems)
    gap += 6 * plot->zoom;
  if (!self->lying)
    {
      above = above > 0 ? text_height (plot) - 2 * plot->zoom : 0;
      below = below > 0 ? text_height (plot) - 2 * plot->zoom : 0;
    }
  plot->room_high = signal + (above > 0 ? above + gap : 0);
  plot->room_low = below > 0 ? signal + below + gap : 0;
}

/* Beyond the interval, where there is one. */
static double
label_anchor (const PatronBars *self,
              guint             slot,
              guint             series,
              double            value)
{
  const PatronBar *bar = patron_bars_at (self, slot, series);
  const PatronScale *scale = self->lying ? &self->plot->x : &self->plot->y;
  const PatronChartPoints *points = get_points (self, series);
  double end = value < 0 ? self->below[slot] : self->above[slot];

  if (self->stack != PATRON_STACK_NONE)
    return patron_scale_at (scale, end);
  end = bar->to;
  if (points->low != NULL && points->high != NULL
      && isfinite (points->low[bar->point])
      && isfinite (points->high[bar->point]))
    end = value < 0 ? MIN (end, points->low[bar->point])
                    : MAX (end, points->high[bar->point]);
  return patron_scale_at (scale, end);
}

static void
add_end (PatronBars *self,
         guint       slot,
         guint       series,
         double      value)
{
  PatronPlot *plot = self->plot;
  const PatronBar *bar = patron_bars_at (self, slot, series);
  double gap = VALUE_GAP * plot->zoom;
  double at = label_anchor (self, slot, series, value);
  double across = patron_bars_get_across (self, slot, series);
  g_autofree char *text = patron_plot_write_value (plot, value);
  int direction = value < 0 ? -1 : 1;
  PatronItem *item;
  gsize point = (gsize) MAX (bar->point, 0);

  if (self->stems)
    gap += MIN (self->thickness / 2, 6 * plot->zoom);
  if (patron_bars_is_signal (self, slot, series))
    at += (self->lying ? direction : -direction) * SIGNAL_ROOM * plot->zoom;
  if (self->lying)
    item = patron_plot_add_value (
      plot, series, point, text, at + direction * gap, across,
      direction > 0 ? PATRON_ALIGN_LEFT : PATRON_ALIGN_RIGHT,
      plot->theme->text);
  else
    item = patron_plot_add_value (
      plot, series, point, text, across,
      at - direction * (text_height (plot) / 2 + 2 * plot->zoom),
      PATRON_ALIGN_CENTRE, plot->theme->text);
  patron_plot_add_halo (plot, item);
}

static void
add_inside (PatronBars *self,
            guint       slot,
            guint       series)
{
  PatronPlot *plot = self->plot;
  const PatronBar *bar = patron_bars_at (self, slot, series);
  PatronBox box = patron_bars_get_box (self, slot, series);
  g_autofree char *text = patron_plot_write_value (plot, bar->value);
  double width = patron_text_width (plot->measurer, &plot->label_font, text);
  double pad = 4 * plot->zoom;

  if (width + 2 * pad > box.width || text_height (plot) + 2 > box.height)
    return;
  patron_plot_add_value (plot, series, (gsize) bar->point, text,
                         box.x + box.width / 2, box.y + box.height / 2,
                         PATRON_ALIGN_CENTRE,
                         patron_theme_text_on (
                           plot->theme, bar->fill != 0
                                          ? bar->fill
                                          : plot->theme->background));
}

/* The shape tells what the colour of a bar means. */
static void
add_signal (PatronBars *self,
            guint       slot,
            guint       series)
{
  PatronPlot *plot = self->plot;
  const PatronBar *bar = patron_bars_at (self, slot, series);
  PatronTone tone
    = PATRON_POINT_TONE (patron_bars_get_mark (self, slot, series));
  double across = patron_bars_get_across (self, slot, series);
  double at = label_anchor (self, slot, series, bar->value);
  double radius = MIN (4.5 * plot->zoom, self->thickness / 2);
  double step = radius + 5 * plot->zoom;
  PatronItem *item;

  if (self->stems)
    step += MIN (self->thickness / 2, 6 * plot->zoom);
  at += (bar->value < 0) == self->lying ? -step : step;
  item = patron_scene_add_marker (plot->scene, PATRON_ROLE_MARK,
                                  patron_plot_signal_marker (tone),
                                  self->lying ? at : across,
                                  self->lying ? across : at, radius);
  item->fill = plot->theme->tones[tone < PATRON_N_TONES ? tone : 0];
  item->series = (int) series;
  item->point = (int) MIN (bar->point, G_MAXINT);
}

/* patron_bars_add_labels:
 *
 * Writes the values that have room.
 */
void
patron_bars_add_labels (PatronBars *self)
{
  PatronPlot *plot = self->plot;
  gboolean inside = self->stack != PATRON_STACK_NONE
                    && plot->chart->value_labels != PATRON_LABELS_HIDDEN
                    && plot->n_slots <= 60;

  for (guint slot = 0; slot < plot->n_slots; slot++)
    for (guint s = 0; s < self->n_series; s++)
      {
        double value;

        if (inside && patron_bars_at (self, slot, s)->point >= 0)
          add_inside (self, slot, s);
        if (patron_bars_is_signal (self, slot, s))
          add_signal (self, slot, s);
        if (self->labelled && get_end (self, slot, s, &value))
          add_end (self, slot, s, value);
      }
}
