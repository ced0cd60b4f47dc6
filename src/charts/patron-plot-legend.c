/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include <math.h>

#include "patron-chart-private.h"

typedef struct
{
  double x;
  double y;
  double row;
  guint rows;
} Cursor;

/**
 * patron_plot_series_colour:
 *
 * Returns: the place in the palette of a series
 */
int
patron_plot_series_colour (const PatronPlot *self,
                           guint             series)
{
  if (series < self->chart->series->len)
    {
      int colour = g_array_index (self->chart->series, PatronChartSeries,
                                  series).colour;

      if (colour >= 0)
        return colour;
    }
  return (int) series;
}

static void
add_patch (PatronPlot   *self,
           guint         series,
           double        x,
           double        middle,
           PatronColour  colour)
{
  double size = 12 * self->zoom;
  PatronItem *item
    = patron_scene_add_rectangle (self->scene, PATRON_ROLE_LEGEND, x,
                                  middle - size / 2, size, size);

  item->series = (int) series;
  item->radius = 2 * self->zoom;
  patron_plot_paint_mark (self, item, series, G_MAXSIZE, colour);
}

static void
add_dot (PatronPlot   *self,
         guint         series,
         double        x,
         double        middle,
         double        radius,
         PatronColour  colour)
{
  PatronItem *item
    = patron_scene_add_marker (self->scene, PATRON_ROLE_LEGEND,
                               series % PATRON_N_SERIES_MARKERS, x, middle,
                               radius);

  item->series = (int) series;
  if (self->key == PATRON_KEY_DOT)
    patron_plot_paint_mark (self, item, series, G_MAXSIZE, colour);
  else
    item->fill = colour;
}

static void
add_key (PatronPlot *self,
         guint       series,
         double      x,
         double      middle)
{
  double zoom = self->zoom;
  int place = patron_plot_series_colour (self, series);
  PatronColour colour = patron_theme_series (self->theme, place);

  switch (self->key)
    {
    case PATRON_KEY_PATCH:
      add_patch (self, series, x, middle, colour);
      break;
    case PATRON_KEY_DOT:
      add_dot (self, series, x + 6 * zoom, middle, 5 * zoom, colour);
      break;
    case PATRON_KEY_LINE:
    default:
      patron_scene_add_line (self->scene, PATRON_ROLE_LEGEND, x, middle,
                             x + 18 * zoom, middle, colour, 2.25 * zoom)
        ->series = (int) series;
      add_dot (self, series, x + 9 * zoom, middle, 3.75 * zoom, colour);
      break;
    }
}

/* Moves on to where an entry of @width may stand. */
static gboolean
advance (PatronPlot *self,
         Cursor     *cursor,
         double      width,
         guint       max_rows,
         double      rest)
{
  double right = self->area.x + self->area.width;
  Cursor before = *cursor;

  if (cursor->rows == 0)
    {
      cursor->rows = 1;
      cursor->x = self->area.x;
    }
  else if (cursor->x + width > right)
    {
      cursor->rows++;
      cursor->x = self->area.x;
      cursor->y += cursor->row;
    }
  /* In the last row, room is left to say how many are not named. */
  if (cursor->rows == max_rows && rest > 0)
    width += rest + 18 * self->zoom;
  if (cursor->rows <= max_rows && cursor->x + width <= right + 0.01)
    return TRUE;
  if (before.rows > 0)
    *cursor = before;
  return FALSE;
}

static void
add_rest (PatronPlot   *self,
          const Cursor *cursor,
          guint         n)
{
  g_autofree char *text = g_strdup_printf ("+%u", n);
  const PatronFont *font = &self->label_font;
  double ascent, descent;

  patron_text_metrics (self->measurer, font, &ascent, &descent);
  patron_scene_add_text (self->scene, PATRON_ROLE_LEGEND, self->measurer,
                         font, text, cursor->x,
                         cursor->y + (cursor->row - ascent - descent) / 2
                           + ascent,
                         PATRON_ALIGN_LEFT, self->theme->dim);
}

/**
 * patron_plot_add_legend:
 * @top: the top of the legend
 * @max_rows: the most rows
 * @measure_only: whether nothing is to be added
 *
 * Names the series in rows, each behind a piece of its line, as far as there
 * is room.
 *
 * Returns: the height in px; 0 where nothing is named
 */
double
patron_plot_add_legend (PatronPlot *self,
                        double      top,
                        guint       max_rows,
                        gboolean    measure_only)
{
  const PatronFont *font = &self->label_font;
  double zoom = self->zoom;
  double key = (self->key == PATRON_KEY_LINE ? 24 : 18) * zoom;
  double widest = MIN (self->area.width / 2 - 18 * zoom, 240 * zoom) - key;
  Cursor cursor = { 0, top, patron_text_line_height (font) + 2 * zoom, 0 };
  double rest = patron_text_width (self->measurer, font, "+99");
  double ascent, descent;
  guint n = self->data->series->len;

  if (max_rows == 0 || widest < 40 * zoom)
    return 0;
  patron_text_metrics (self->measurer, font, &ascent, &descent);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *clean
        = patron_text_clean (patron_chart_series_name (self->chart, i));
      g_autofree char *name = NULL;
      double width;

      name = patron_text_ellipsize (self->measurer, font, clean, widest,
                                    &width);
      if (!advance (self, &cursor, key + width, max_rows,
                    i + 1 < n ? rest : 0))
        {
          if (!measure_only)
            add_rest (self, &cursor, n - i);
          cursor.rows = max_rows;
          break;
        }
      if (!measure_only)
        {
          double base = cursor.y + (cursor.row - ascent - descent) / 2
                        + ascent;

          add_key (self, i, cursor.x, cursor.y + cursor.row / 2);
          if (*name != '\0')
            patron_scene_add_text (self->scene, PATRON_ROLE_LEGEND,
                                   self->measurer, font, name, cursor.x + key,
                                   base, PATRON_ALIGN_LEFT, self->theme->text)
              ->series = (int) i;
        }
      cursor.x += key + width + 18 * zoom;
    }
  return cursor.rows * cursor.row;
}
