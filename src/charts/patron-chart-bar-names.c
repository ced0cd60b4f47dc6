/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The names of stacked series beside the last column, where they need neither
 * a key nor colour vision. */

#include <math.h>

#include "patron-chart-bar-private.h"

/* Narrower pictures, at text scale 1, have no room beside the plot. */
#define NARROW 420.0
#define MOST_NAMES 6
/* px between the last column's room and the names, at zoom 1 */
#define NAME_GAP 4.0

static double
widest_name (const PatronPlot *plot)
{
  return MIN (plot->area.width * 0.24, 170 * plot->zoom);
}

static char *
get_name (const PatronBars *self,
          guint             series,
          double           *width)
{
  PatronPlot *plot = self->plot;
  g_autofree char *clean
    = patron_text_clean (patron_chart_series_name (plot->chart, series));

  return patron_text_ellipsize (plot->measurer, &plot->strong_font, clean,
                                widest_name (plot), width);
}

/* patron_bars_plan_names:
 *
 * Decides whether the series are named beside the last column: where it has a
 * part of each, and nothing else is written there. For before the header.
 */
void
patron_bars_plan_names (PatronBars *self)
{
  PatronPlot *plot = self->plot;
  const PatronChart *chart = plot->chart;
  double line = patron_text_line_height (&plot->strong_font);

  if (self->lying || self->stack == PATRON_STACK_NONE
      || self->n_series > MOST_NAMES
      || self->n_series < plot->data->series->len
      || (chart->legend != PATRON_LEGEND_AUTO
          && chart->legend != PATRON_LEGEND_DIRECT)
      || chart->targets->len > 0 || chart->bands->len > 0
      || plot->width < NARROW * plot->theme->text_scale
      || self->n_series * line > plot->area.height * 0.4)
    return;
  for (guint s = 0; s < self->n_series; s++)
    {
      double width;
      g_autofree char *name = get_name (self, s, &width);

      if (*name == '\0' || patron_bars_at (self, plot->n_slots - 1, s)->point
                             < 0)
        return;
      self->names = MAX (self->names, width);
    }
}

/* patron_bars_reserve_names:
 *
 * Takes the room of the names from the plot.
 */
void
patron_bars_reserve_names (PatronBars *self)
{
  if (self->names > 0)
    self->plot->plot.width -= self->names + NAME_GAP * self->plot->zoom;
}

static void
add_name (PatronBars *self,
          guint       series,
          double      wanted,
          double      centre)
{
  PatronPlot *plot = self->plot;
  PatronBox bar = patron_bars_get_box (self, plot->n_slots - 1, series);
  double left = plot->plot.x + plot->plot.width + NAME_GAP * plot->zoom;
  double ascent, descent, width;
  g_autofree char *name = get_name (self, series, &width);
  PatronItem *item;

  patron_text_metrics (plot->measurer, &plot->strong_font, &ascent, &descent);
  item = patron_scene_add_text (
    plot->scene, PATRON_ROLE_SERIES_LABEL, plot->measurer,
    &plot->strong_font, name, left, centre + (ascent - descent) / 2,
    PATRON_ALIGN_LEFT,
    patron_theme_series_text (plot->theme,
                              patron_plot_series_colour (plot, series)));
  item->series = (int) series;
  patron_plot_claim (plot, item);
  if (fabs (centre - wanted) < 5 * plot->zoom)
    return;
  patron_scene_add_line (plot->scene, PATRON_ROLE_SERIES_LABEL,
                         bar.x + bar.width + 3 * plot->zoom, wanted,
                         left - 3 * plot->zoom, centre, plot->theme->axis, 1)
    ->series = (int) series;
}

typedef struct
{
  guint series;
  double at;
} Wish;

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *p = a, *q = b;

  if (p->at != q->at)
    return p->at < q->at ? -1 : 1;
  /* Of parts without height, the upper comes first. */
  return p->series > q->series ? -1 : p->series < q->series;
}

/* patron_bars_add_names:
 *
 * Names each series at its part of the last column.
 */
void
patron_bars_add_names (PatronBars *self)
{
  PatronPlot *plot = self->plot;
  Wish wishes[MOST_NAMES];
  double centres[MOST_NAMES], heights[MOST_NAMES];
  guint n = self->n_series;

  if (self->names == 0)
    return;
  for (guint s = 0; s < n; s++)
    {
      PatronBox bar = patron_bars_get_box (self, plot->n_slots - 1, s);

      wishes[s] = (Wish) { s, bar.y + bar.height / 2 };
    }
  qsort (wishes, n, sizeof *wishes, compare_wishes);
  for (guint i = 0; i < n; i++)
    {
      centres[i] = wishes[i].at;
      heights[i] = patron_text_line_height (&plot->strong_font);
    }
  if (!patron_place_spread (centres, heights, n, plot->top,
                            plot->area.y + plot->area.height))
    return;
  for (guint i = 0; i < n; i++)
    add_name (self, wishes[i].series, wishes[i].at, centres[i]);
}
