/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What stands on and around a line: its points, the intervals of its values,
 * the process limits. */

#include <math.h>

#include "patron-chart-line-private.h"
#include "patron-reduce.h"

static int
marker_of (const PatronChartLine *self,
           const PatronPlot      *plot)
{
  /* Lines that have a panel each need not be told apart. */
  return plot->data->series->len > 1
             && plot->chart->kind != PATRON_CHART_MULTIPLES
           ? self->series % PATRON_N_SERIES_MARKERS
           : PATRON_MARKER_CIRCLE;
}

static PatronItem *
add_marker (PatronChartLine *self,
            PatronPlot      *plot,
            gsize            i,
            int              shape,
            double           radius)
{
  PatronItem *item = patron_scene_add_marker (
    plot->scene, PATRON_ROLE_SERIES, (PatronMarker) shape, self->px[i],
    self->py[i], radius * plot->zoom);

  item->series = self->series;
  item->point = (int) MIN (self->source[i], G_MAXINT);
  item->fill = self->colour;
  return item;
}

static void
set_ring (const PatronPlot *plot,
          PatronItem       *item,
          PatronColour      fill,
          PatronColour      stroke)
{
  item->fill = fill;
  item->stroke = stroke;
  item->line_width = 1.5 * plot->zoom;
}

/* Marks that stand close are smaller, so that each is seen. */
static double
signal_radius (const PatronChartLine *self,
               const PatronPlot      *plot,
               gsize                  i)
{
  double room = (plot->x.end - plot->x.start) / (double) MAX (1, self->n);
  double radius = CLAMP (room / plot->zoom * 0.5, 3, 5);

  return (gssize) i == self->last_measured ? radius + 0.5 : radius;
}

/* A point that something is special about; returns whether it was one. */
static gboolean
draw_special (PatronChartLine *self,
              PatronPlot      *plot,
              gsize            i)
{
  guint8 mark = patron_line_mark (self, i);
  PatronTone tone = PATRON_POINT_TONE (mark) < PATRON_N_TONES
                      ? PATRON_POINT_TONE (mark)
                      : PATRON_TONE_NEUTRAL;
  PatronColour paper = plot->theme->background;

  if (mark & PATRON_POINT_EXCLUDED)
    set_ring (plot, add_marker (self, plot, i, PATRON_MARKER_CIRCLE, 3.25),
              paper, plot->theme->dim);
  else if (mark & PATRON_POINT_SIGNAL)
    set_ring (plot, add_marker (self, plot, i, patron_plot_signal_marker (tone),
                                signal_radius (self, plot, i)),
              plot->theme->tones[tone], paper);
  else if (mark & PATRON_POINT_FORECAST)
    set_ring (plot, add_marker (self, plot, i, marker_of (self, plot),
                                MIN (signal_radius (self, plot, i), 2.75)),
              paper, self->colour);
  else if (patron_plot_is_small_sample (plot, self->points, self->source[i]))
    set_ring (plot, add_marker (self, plot, i, marker_of (self, plot),
                                (gssize) i == self->last_measured ? 4 : 3),
              paper, self->colour);
  else
    return FALSE;
  return TRUE;
}

static gboolean
stands_alone (const PatronChartLine *self,
              gsize                  i)
{
  return self->columns == NULL
         && (i == 0 || !isfinite (self->py[i - 1]))
         && (i + 1 == self->n || !isfinite (self->py[i + 1]));
}

/* patron_line_draw_markers:
 *
 * Draws the points: those that are special, the last, and the others where
 * there is room for them.
 */
void
patron_line_draw_markers (PatronChartLine *self,
                          PatronPlot      *plot)
{
  double room = (plot->x.end - plot->x.start) / (double) MAX (1, self->n);
  gboolean all = self->columns == NULL && room >= 9 * plot->zoom
                 && !self->expected;

  for (gsize i = 0; i < self->n; i++)
    {
      if (!isfinite (self->py[i]) || (gssize) i == self->last_measured)
        continue;
      if (draw_special (self, plot, i))
        continue;
      if (all || stands_alone (self, i))
        add_marker (self, plot, i, marker_of (self, plot), 2.5);
    }
  if (self->last_measured < 0
      || draw_special (self, plot, (gsize) self->last_measured))
    return;
  set_ring (plot,
            add_marker (self, plot, (gsize) self->last_measured,
                        marker_of (self, plot), self->expected ? 3.5 : 4.75),
            self->colour, plot->theme->background);
}

/* A way over the plot and back: the outline of an interval. */
typedef struct
{
  GArray *x, *low, *high;
} Ribbon;

static void
ribbon_add (Ribbon *ribbon,
            double  x,
            double  low,
            double  high)
{
  g_array_append_val (ribbon->x, x);
  g_array_append_val (ribbon->low, low);
  g_array_append_val (ribbon->high, high);
}

static void
add_whisker (PatronChartLine *self,
             PatronPlot      *plot,
             double           x,
             double           low,
             double           high)
{
  double cap = 3.5 * plot->zoom;
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_BAND);

  patron_item_move_to (item, x, low);
  patron_item_line_to (item, x, high);
  patron_item_move_to (item, x - cap, low);
  patron_item_line_to (item, x + cap, low);
  patron_item_move_to (item, x - cap, high);
  patron_item_line_to (item, x + cap, high);
  item->series = self->series;
  item->stroke = patron_colour_mix (plot->theme->background, self->colour,
                                    0.55);
  item->line_width = 1.25 * plot->zoom;
}

static void
ribbon_flush (Ribbon          *ribbon,
              PatronChartLine *self,
              PatronPlot      *plot)
{
  guint n = ribbon->x->len;
  PatronItem *item;

#define AT(what, i) g_array_index (ribbon->what, double, (i))
  if (n == 1)
    add_whisker (self, plot, AT (x, 0), AT (low, 0), AT (high, 0));
  if (n > 1)
    {
      item = patron_scene_add_path (plot->scene, PATRON_ROLE_BAND);
      item->series = self->series;
      item->fill = patron_colour_fade (self->colour, 0.16);
      patron_item_move_to (item, AT (x, 0), AT (high, 0));
      for (guint i = 1; i < n; i++)
        patron_item_line_to (item, AT (x, i), AT (high, i));
      for (guint i = n; i > 0; i--)
        patron_item_line_to (item, AT (x, i - 1), AT (low, i - 1));
      patron_item_close (item);
    }
#undef AT
  g_array_set_size (ribbon->x, 0);
  g_array_set_size (ribbon->low, 0);
  g_array_set_size (ribbon->high, 0);
}

static gboolean
has_interval (const PatronChartPoints *points,
              gsize                    i)
{
  return isfinite (points->low[i]) && isfinite (points->high[i]);
}

/* The interval of a forecast opens at the last value that was measured, and
 * is no part of the intervals that values have. */
static void
add_points (Ribbon          *ribbon,
            PatronChartLine *self,
            PatronPlot      *plot,
            gsize            from)
{
  const PatronChartPoints *points = self->points;
  gssize before = -1;

  for (gsize i = from; i < self->n; i++)
    {
      gsize source = self->source[i];
      guint8 mark = patron_line_mark (self, i);
      gboolean ahead = (mark & PATRON_POINT_FORECAST) != 0;

      if (mark & PATRON_POINT_EXCLUDED)
        continue;
      if (!has_interval (points, source)
          || (self->columns != NULL && !ahead))
        {
          ribbon_flush (ribbon, self, plot);
          before = isfinite (self->py[i]) ? (gssize) i : -1;
          continue;
        }
      if (before >= 0 && ahead
          && !(patron_line_mark (self, (gsize) before)
               & PATRON_POINT_FORECAST))
        {
          ribbon_flush (ribbon, self, plot);
          ribbon_add (ribbon, self->px[before], self->py[before],
                      self->py[before]);
        }
      ribbon_add (ribbon, self->px[i],
                  patron_scale_at (&plot->y, points->low[source]),
                  patron_scale_at (&plot->y, points->high[source]));
      before = isfinite (self->py[i]) ? (gssize) i : -1;
    }
}

static void
add_columns (Ribbon          *ribbon,
             PatronChartLine *self,
             PatronPlot      *plot)
{
  const PatronChartPoints *points = self->points;
  g_autoptr (GArray) low = NULL;
  g_autoptr (GArray) high = NULL;
  double width = (plot->x.end - plot->x.start) / self->n_columns;

  low = patron_reduce (points->x, points->low, self->n_reduced,
                       plot->x.from, plot->x.to, self->n_columns);
  high = patron_reduce (points->x, points->high, self->n_reduced,
                        plot->x.from, plot->x.to, self->n_columns);
  for (guint i = 0, j = 0; i < low->len && j < high->len;)
    {
      const PatronColumn *a = &g_array_index (low, PatronColumn, i);
      const PatronColumn *b = &g_array_index (high, PatronColumn, j);

      if (a->x == b->x)
        {
          if (a->broken || b->broken)
            ribbon_flush (ribbon, self, plot);
          ribbon_add (ribbon, plot->x.start + (a->x + 0.5) * width,
                      patron_scale_at (&plot->y, a->min),
                      patron_scale_at (&plot->y, b->max));
        }
      i += a->x <= b->x;
      j += b->x <= a->x;
    }
}

/* patron_line_draw_interval:
 *
 * Shades the interval of each value, to be called before any line is drawn.
 */
void
patron_line_draw_interval (PatronChartLine *self,
                           PatronPlot      *plot)
{
  Ribbon ribbon;

  if (self->points->low == NULL || self->points->high == NULL)
    return;
  ribbon.x = g_array_new (FALSE, FALSE, sizeof (double));
  ribbon.low = g_array_new (FALSE, FALSE, sizeof (double));
  ribbon.high = g_array_new (FALSE, FALSE, sizeof (double));
  if (self->columns != NULL)
    {
      add_columns (&ribbon, self, plot);
      ribbon_flush (&ribbon, self, plot);
    }
  add_points (&ribbon, self, plot,
              self->columns != NULL && self->columns->len > 0
                ? self->columns->len - 1
                : 0);
  ribbon_flush (&ribbon, self, plot);
  g_array_unref (ribbon.x);
  g_array_unref (ribbon.low);
  g_array_unref (ribbon.high);
}

/* patron_line_limits_at:
 *
 * Returns: (transfer none) (nullable): the process limits that hold at @x
 */
const PatronChartLimits *
patron_line_limits_at (const PatronChart *chart,
                       double             x)
{
  const PatronChartLimits *found = NULL;

  for (guint i = 0; i < chart->limits->len; i++)
    {
      const PatronChartLimits *limits
        = &g_array_index (chart->limits, PatronChartLimits, i);

      if (limits->from <= x)
        found = limits;
    }
  return found != NULL && isfinite (found->centre) ? found : NULL;
}

/* Limits change between two values: half-way. */
static double
boundary_of (const PatronPlot *plot,
             double            from)
{
  const PatronChartPoints *points;
  double before = NAN;

  if (plot->data->series->len == 0)
    return from;
  points = &g_array_index (plot->data->series, PatronChartPoints, 0);
  for (gsize i = 0; i < points->n; i++)
    {
      if (!isfinite (points->y[i]))
        continue;
      if (points->x[i] >= from)
        return isnan (before) ? from : before / 2 + points->x[i] / 2;
      before = points->x[i];
    }
  return from;
}

static void
add_limit (PatronPlot *plot,
           double      left,
           double      right,
           double      value,
           gboolean    centre)
{
  PatronItem *item;
  double y;

  if (!isfinite (value))
    return;
  y = patron_scale_at (&plot->y, value);
  item = patron_scene_add_line (plot->scene, PATRON_ROLE_LIMIT, left, y,
                                right, y, plot->theme->dim,
                                (centre ? 1.25 : 1) * plot->zoom);
  if (!centre)
    {
      item->dash = 1.5 * plot->zoom;
      item->gap = 2.5 * plot->zoom;
    }
}

static void
add_limit_room (PatronPlot              *plot,
                const PatronChartLimits *limits,
                double                   left,
                double                   right)
{
  double top = isfinite (limits->upper)
                 ? patron_scale_at (&plot->y, limits->upper)
                 : plot->plot.y;
  double bottom = isfinite (limits->lower)
                    ? patron_scale_at (&plot->y, limits->lower)
                    : plot->plot.y + plot->plot.height;

  if (bottom <= top || right <= left)
    return;
  patron_scene_add_rectangle (plot->scene, PATRON_ROLE_LIMIT, left, top,
                              right - left, bottom - top)
    ->fill = patron_colour_fade (plot->theme->dim, 0.07);
}

/* patron_line_draw_limits:
 *
 * Draws the process limits: a new step wherever they change, and between them
 * the room in which values go up and down without a cause.
 */
void
patron_line_draw_limits (PatronPlot *plot)
{
  const GArray *all = plot->chart->limits;

  for (guint i = 0; i < all->len; i++)
    {
      const PatronChartLimits *limits = &g_array_index (all,
                                                        PatronChartLimits, i);
      double until = i + 1 < all->len
                       ? boundary_of (plot, g_array_index (
                           all, PatronChartLimits, i + 1).from)
                       : INFINITY;
      double from = MAX (boundary_of (plot, limits->from), plot->x.from);
      double left = plot->plot.x, right = plot->plot.x + plot->plot.width;

      if (!isfinite (limits->centre) || from > plot->x.to
          || until < plot->x.from)
        continue;
      if (from > plot->x.from)
        left = patron_scale_at (&plot->x, from);
      if (until < plot->x.to)
        right = patron_scale_at (&plot->x, until);
      add_limit_room (plot, limits, left, right);
      add_limit (plot, left, right, limits->lower, FALSE);
      add_limit (plot, left, right, limits->upper, FALSE);
      add_limit (plot, left, right, limits->centre, TRUE);
    }
}
