/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The way of a line through a plot. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-line-private.h"
#include "patron-reduce.h"

/* patron_line_mark:
 * @i: an index into what is drawn
 *
 * Returns: the #PatronPointMark of the point that is drawn there
 */
guint8
patron_line_mark (const PatronChartLine *self,
                  gsize                  i)
{
  return self->points->marks != NULL ? self->points->marks[self->source[i]]
                                     : PATRON_POINT_PLAIN;
}

/* patron_line_init:
 *
 * Reads what is known of a line before it has a place.
 */
void
patron_line_init (PatronChartLine  *self,
                  const PatronPlot *plot,
                  guint             series)
{
  int place = patron_plot_series_colour (plot, series);
  const PatronChartPoints *points;

  points = &g_array_index (plot->data->series, PatronChartPoints, series);
  self->series = (int) series;
  self->points = points;
  self->expected = patron_plot_is_expected (plot, series);
  self->colour = patron_theme_series (plot->theme, place);
  self->text_colour = patron_theme_series_text (plot->theme, place);
  self->last = self->last_measured = -1;
  self->last_value = self->last_forecast = NAN;
  for (gsize i = points->n; i > 0 && isnan (self->last_value); i--)
    {
      guint8 mark = points->marks != NULL ? points->marks[i - 1] : 0;

      if (!isfinite (points->y[i - 1]) || (mark & PATRON_POINT_EXCLUDED))
        continue;
      if (!(mark & PATRON_POINT_FORECAST))
        self->last_value = points->y[i - 1];
      else if (isnan (self->last_forecast))
        self->last_forecast = points->y[i - 1];
    }
}

/* patron_line_clear:
 *
 * Frees what patron_line_place() made.
 */
void
patron_line_clear (PatronChartLine *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->px, g_free);
  g_clear_pointer (&self->py, g_free);
  g_clear_pointer (&self->source, g_free);
}

static void
place_columns (PatronChartLine  *self,
               const PatronPlot *plot)
{
  double width = (plot->x.end - plot->x.start) / MAX (1, self->n_columns);

  self->n = self->columns->len;
  for (gsize i = 0; i < self->n; i++)
    {
      const PatronColumn *column = &g_array_index (self->columns,
                                                   PatronColumn, i);

      self->px[i] = plot->x.start + (column->x + 0.5) * width;
      self->py[i] = patron_scale_at (&plot->y, column->last);
      self->source[i] = column->last_point;
    }
}

static void
place_points (PatronChartLine  *self,
              const PatronPlot *plot,
              gsize             first)
{
  const PatronChartPoints *points = self->points;

  for (gsize i = first; i < points->n; i++)
    {
      if (points->x[i] < plot->x.from || points->x[i] > plot->x.to)
        continue;
      self->px[self->n] = patron_scale_at (&plot->x, points->x[i]);
      self->py[self->n] = isfinite (points->y[i])
                            ? patron_scale_at (&plot->y, points->y[i])
                            : NAN;
      self->source[self->n] = i;
      self->n++;
    }
}

/* What does not count is no part of a column. */
static GArray *
reduce (const PatronChartLine *self,
        const PatronPlot      *plot)
{
  const PatronChartPoints *points = self->points;
  g_autofree double *y = NULL;

  if (points->marks != NULL)
    {
      y = g_memdup2 (points->y, self->n_reduced * sizeof *y);
      for (gsize i = 0; i < self->n_reduced; i++)
        if (points->marks[i] & PATRON_POINT_EXCLUDED)
          y[i] = NAN;
    }
  return patron_reduce (points->x, y != NULL ? y : points->y,
                        self->n_reduced, plot->x.from, plot->x.to, self->n_columns);
}

/* What is to come stays apart from what was. */
static gsize
count_measured (const PatronChartPoints *points)
{
  gsize n = points->n;

  while (n > 0 && points->marks != NULL
         && (points->marks[n - 1] & PATRON_POINT_FORECAST))
    n--;
  return n;
}

/* patron_line_place:
 *
 * Gives the points of a line their px, when the scales are known.
 */
void
patron_line_place (PatronChartLine  *self,
                   const PatronPlot *plot)
{
  gsize n = count_measured (self->points);

  self->n_columns = (int) MAX (1, ceil (plot->x.end - plot->x.start));
  if (n > 2 * (gsize) self->n_columns)
    {
      self->n_reduced = n;
      self->columns = reduce (self, plot);
    }
  n = self->points->n - self->n_reduced
      + (self->columns != NULL ? self->columns->len : 0);
  self->px = g_new (double, n + 1);
  self->py = g_new (double, n + 1);
  self->source = g_new (gsize, n + 1);
  if (self->columns != NULL)
    place_columns (self, plot);
  place_points (self, plot, self->n_reduced);
  for (gsize i = 0; i < self->n; i++)
    {
      guint8 mark = patron_line_mark (self, i);

      if (!isfinite (self->py[i]))
        continue;
      self->n_finite++;
      if (mark & PATRON_POINT_EXCLUDED)
        continue;
      self->last = (gssize) i;
      if (!(mark & PATRON_POINT_FORECAST))
        self->last_measured = (gssize) i;
    }
}

static PatronItem *
add_stroke (PatronChartLine *self,
            PatronPlot      *plot,
            double           width,
            gboolean         dashed)
{
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);

  item->series = self->series;
  item->stroke = self->colour;
  item->line_width = width;
  if (dashed)
    {
      item->dash = 2.5 * width;
      item->gap = 1.75 * width;
    }
  return item;
}

/* What was measured in one stroke, what is a forecast in another. The line
 * passes by what does not count. */
static void
draw_stroked (PatronChartLine *self,
              PatronPlot      *plot,
              gsize            from,
              double           width)
{
  PatronItem *items[2] = { NULL, NULL };
  gboolean pen_down[2] = { FALSE, FALSE };
  gssize before = -1;

  for (gsize i = from; i < self->n; i++)
    {
      guint8 mark = patron_line_mark (self, i);
      int which = mark & PATRON_POINT_FORECAST ? 1 : 0;

      if (mark & PATRON_POINT_EXCLUDED)
        continue;
      if (!isfinite (self->py[i]))
        {
          before = -1;
          pen_down[0] = pen_down[1] = FALSE;
          continue;
        }
      if (before >= 0)
        {
          if (items[which] == NULL)
            items[which] = add_stroke (self, plot, width,
                                       which == 1 || self->expected);
          if (!pen_down[which])
            patron_item_move_to (items[which], self->px[before],
                                 self->py[before]);
          patron_item_line_to (items[which], self->px[i], self->py[i]);
          pen_down[which] = TRUE;
          pen_down[!which] = FALSE;
        }
      before = (gssize) i;
    }
}

/* One column runs from its least to its largest value, and on to where the
 * line came from. */
static void
column_extent (const PatronChartLine *self,
               const PatronPlot      *plot,
               gsize                  i,
               double                 width,
               double                *top,
               double                *bottom)
{
  const PatronColumn *column = &g_array_index (self->columns, PatronColumn, i);
  double min = column->min, max = column->max;

  if (i > 0 && !column->broken)
    {
      const PatronColumn *before = column - 1;

      if (before->x + 1 == column->x)
        {
          min = MIN (min, before->last);
          max = MAX (max, before->last);
        }
    }
  *top = patron_scale_at (&plot->y, max) - width / 2;
  *bottom = patron_scale_at (&plot->y, min) + width / 2;
}

/* A run of columns between two gaps as one outline. */
static void
add_run (const PatronChartLine *self,
         PatronPlot            *plot,
         PatronItem            *item,
         gsize                  from,
         gsize                  to,
         double                 width)
{
  double half = to - from == 1 ? width / 2 : 0;
  double top, bottom;

  for (gsize i = from; i < to; i++)
    {
      column_extent (self, plot, i, width, &top, &bottom);
      if (i == from)
        patron_item_move_to (item, self->px[i] - half, top);
      else
        patron_item_line_to (item, self->px[i], top);
      if (half > 0)
        patron_item_line_to (item, self->px[i] + half, top);
    }
  for (gsize i = to; i > from; i--)
    {
      column_extent (self, plot, i - 1, width, &top, &bottom);
      patron_item_line_to (item, self->px[i - 1] + half, bottom);
      if (half > 0)
        patron_item_line_to (item, self->px[i - 1] - half, bottom);
    }
  patron_item_close (item);
}

static void
draw_columns (PatronChartLine *self,
              PatronPlot      *plot,
              double           width)
{
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_SERIES);
  gsize from = 0;

  item->series = self->series;
  item->fill = self->colour;
  for (gsize i = 1; i <= self->columns->len; i++)
    if (i == self->columns->len
        || g_array_index (self->columns, PatronColumn, i).broken)
      {
        add_run (self, plot, item, from, i, width);
        from = i;
      }
}

/* patron_line_draw:
 * @width: px of the line
 *
 * Draws a line without its points.
 */
void
patron_line_draw (PatronChartLine *self,
                  PatronPlot      *plot,
                  double           width)
{
  if (self->n_finite == 0)
    return;
  if (self->columns != NULL && self->columns->len > 0)
    {
      draw_columns (self, plot, width);
      draw_stroked (self, plot, self->columns->len - 1, width);
    }
  else if (self->n_finite > 1)
    draw_stroked (self, plot, 0, width);
}

static const char *
remark_of (guint8 mark)
{
  if (mark & PATRON_POINT_EXCLUDED)
    return C_("chart point", "Left out");
  if (mark & PATRON_POINT_FORECAST)
    return C_("chart point", "Forecast");
  if (mark & PATRON_POINT_SIGNAL)
    return patron_plot_signal_name (PATRON_POINT_TONE (mark));
  return NULL;
}

/* patron_line_add_spots:
 *
 * Makes the points of a line places to point at, with what came before and
 * how many answers stand behind.
 */
void
patron_line_add_spots (PatronChartLine *self,
                       PatronPlot      *plot)
{
  const PatronChartPoints *points = self->points;
  double before = NAN;

  for (gsize i = 0; i < self->n; i++)
    {
      gsize source = self->source[i];
      guint8 mark = patron_line_mark (self, i);
      PatronSpot *spot;

      if (!isfinite (self->py[i]))
        continue;
      spot = patron_scene_add_point_spot (plot->scene, self->px[i],
                                          self->py[i], self->series,
                                          (int) MIN (source, G_MAXINT));
      spot->value_x = points->x[source];
      spot->value_y = points->y[source];
      spot->remark = remark_of (mark);
      if (points->low != NULL && points->high != NULL
          && self->columns == NULL)
        {
          spot->low = points->low[source];
          spot->high = points->high[source];
        }
      if (points->samples != NULL)
        {
          spot->samples = points->samples[source];
          spot->few = patron_plot_is_small_sample (plot, points, source);
        }
      if (mark & PATRON_POINT_EXCLUDED)
        continue;
      spot->change = spot->value_y - before;
      before = spot->value_y;
    }
}
