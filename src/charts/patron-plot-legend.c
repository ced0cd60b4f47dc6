/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"
#include "patron-chart-tree.h"

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
  /* What was expected is told from what it is held against by its dashes. */
  if (series > 0 && patron_plot_is_expected (self, series)
      && series < self->chart->series->len
      && g_array_index (self->chart->series, PatronChartSeries,
                        series).colour < 0)
    series--;
  if (series < self->chart->series->len)
    {
      int colour = g_array_index (self->chart->series, PatronChartSeries,
                                  series).colour;

      if (colour >= 0)
        return colour;
    }
  return (int) series;
}

/* patron_plot_signal_name:
 *
 * Returns: (transfer none): what a point is whose signal has @tone
 */
const char *
patron_plot_signal_name (PatronTone tone)
{
  switch (tone)
    {
    case PATRON_TONE_GOOD:
      return C_("chart point", "Unusually good");
    case PATRON_TONE_BAD:
      return C_("chart point", "Unusually bad");
    case PATRON_TONE_WARNING:
      return C_("chart point", "Close to unusual");
    case PATRON_TONE_NEUTRAL:
    case PATRON_TONE_ACCENT:
    default:
      return C_("chart point", "Unusual");
    }
}

/* patron_plot_signal_marker:
 *
 * Returns: the shape that tells a signal of @tone from the others
 */
PatronMarker
patron_plot_signal_marker (PatronTone tone)
{
  switch (tone)
    {
    case PATRON_TONE_GOOD:
      return PATRON_MARKER_DIAMOND;
    case PATRON_TONE_BAD:
      return PATRON_MARKER_SQUARE;
    case PATRON_TONE_WARNING:
      return PATRON_MARKER_TRIANGLE;
    case PATRON_TONE_NEUTRAL:
    case PATRON_TONE_ACCENT:
    default:
      return PATRON_MARKER_CIRCLE;
    }
}

/* patron_plot_explain:
 * @mark: the #PatronPointMark of a point that is drawn
 *
 * Has the legend explain what is special about the point.
 */
void
patron_plot_explain (PatronPlot *self,
                      guint8      mark)
{
  PatronTone tone = PATRON_POINT_TONE (mark);

  if (mark & PATRON_POINT_EXCLUDED)
    self->explain |= PATRON_EXPLAIN_EXCLUDED;
  else if (mark & PATRON_POINT_SIGNAL)
    self->explain |= PATRON_EXPLAIN_SIGNAL << (tone < PATRON_N_TONES ? tone : 0);
  else if (mark & PATRON_POINT_FORECAST)
    self->explain |= PATRON_EXPLAIN_FORECAST;
}

static PatronItem *
add_key_line (PatronPlot  *self,
              double       x,
              double       middle,
              PatronColour colour,
              gboolean     dashed)
{
  double width = 2.25 * self->zoom;
  PatronItem *item
    = patron_scene_add_line (self->scene, PATRON_ROLE_LEGEND, x, middle,
                             x + 18 * self->zoom, middle, colour, width);

  if (dashed)
    {
      item->dash = 2.5 * width;
      item->gap = 1.75 * width;
    }
  return item;
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
add_series_key (PatronPlot *self,
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
      add_key_line (self, x, middle, colour,
                    patron_plot_is_expected (self, series))
        ->series = (int) series;
      add_dot (self, series, x + 9 * zoom, middle, 3.75 * zoom, colour);
      break;
    }
}

/* Of bars, what is left out is faded and what is forecast has a dashed edge. */
static void
add_mark_patch (PatronPlot *self,
                gboolean    forecast,
                double      x,
                double      middle)
{
  double size = 12 * self->zoom;
  PatronColour colour = self->data->series->len > 1
                          ? self->theme->dim
                          : patron_theme_series (
                              self->theme,
                              patron_plot_series_colour (self, 0));
  PatronItem *item
    = patron_scene_add_rectangle (self->scene, PATRON_ROLE_LEGEND,
                                  x + 3 * self->zoom, middle - size / 2, size,
                                  size);

  item->radius = 2 * self->zoom;
  item->fill = patron_theme_tint (self->theme, colour, forecast ? 0.12 : 0.35);
  if (!forecast)
    return;
  item->stroke = colour;
  item->line_width = 1.5 * self->zoom;
  item->dash = 3 * self->zoom;
  item->gap = 2.25 * self->zoom;
}

static void
add_mark_key (PatronPlot *self,
              guint       key,
              double      x,
              double      middle)
{
  double zoom = self->zoom, centre = x + 9 * zoom;
  const PatronTheme *theme = self->theme;
  PatronItem *item;

  if (self->key == PATRON_KEY_PATCH
      && (key == PATRON_EXPLAIN_FORECAST || key == PATRON_EXPLAIN_EXCLUDED))
    add_mark_patch (self, key == PATRON_EXPLAIN_FORECAST, x, middle);
  else if (key == PATRON_EXPLAIN_FORECAST)
    {
      int place = patron_plot_series_colour (self, 0);
      PatronColour colour = patron_theme_series (theme, place);

      add_key_line (self, x, middle,
                    self->data->series->len > 1 ? theme->dim : colour, TRUE);
    }
  else if (key == PATRON_EXPLAIN_EXCLUDED)
    {
      item = patron_scene_add_circle (self->scene, PATRON_ROLE_LEGEND, centre,
                                      middle, 3.25 * zoom);
      item->stroke = theme->dim;
      item->line_width = 1.5 * zoom;
    }
  else if (key == PATRON_EXPLAIN_TRUTH)
    patron_scene_add_marker (self->scene, PATRON_ROLE_LEGEND,
                             PATRON_MARKER_DIAMOND, centre, middle,
                             4.5 * zoom)
      ->fill = theme->text;
  else if (key == PATRON_EXPLAIN_LIMITS)
    {
      item = patron_scene_add_line (self->scene, PATRON_ROLE_LEGEND, x, middle,
                                    x + 18 * zoom, middle, theme->dim, zoom);
      item->dash = 1.5 * zoom;
      item->gap = 2.5 * zoom;
    }
  else if (self->chart->kind == PATRON_CHART_TREE)
    patron_scene_add_status_mark (self->scene, PATRON_ROLE_LEGEND, theme,
                                  (PatronTone) g_bit_nth_lsf (key, -1),
                                  centre, middle, 4.5 * zoom);
  else
    {
      PatronTone tone = (PatronTone) g_bit_nth_lsf (key, -1);

      item = patron_scene_add_marker (self->scene, PATRON_ROLE_LEGEND,
                                      patron_plot_signal_marker (tone),
                                      centre, middle, 4.5 * zoom);
      item->fill = theme->tones[tone];
    }
}

/* An entry of the legend: a series, or what is special about points. */
typedef struct
{
  gboolean is_series;
  guint key;
} Entry;

static GArray *
list_entries (const PatronPlot *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; self->key_series && i < self->data->series->len; i++)
    {
      Entry entry = { TRUE, i };

      g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < PATRON_N_EXPLAINED; i++)
    if (self->explain & (1u << i))
      {
        Entry entry = { FALSE, 1u << i };

        g_array_append_val (entries, entry);
      }
  return entries;
}

static char *
name_tone (const PatronPlot *self,
           PatronTone        tone)
{
  if (self->chart->kind == PATRON_CHART_TREE)
    return patron_text_clean (self->chart->tones[tone]);
  return g_strdup (patron_plot_signal_name (tone));
}

static char *
name_entry (const PatronPlot *self,
            const Entry      *entry)
{
  if (entry->is_series)
    return patron_text_clean (patron_chart_series_name (self->chart,
                                                        entry->key));
  switch (entry->key)
    {
    case PATRON_EXPLAIN_EXCLUDED:
      return g_strdup (C_("chart point", "Left out"));
    case PATRON_EXPLAIN_FORECAST:
      return g_strdup (C_("chart point", "Forecast"));
    case PATRON_EXPLAIN_LIMITS:
      return g_strdup (C_("chart legend", "Process limits"));
    case PATRON_EXPLAIN_TRUTH:
      return g_strdup (C_("experience", "Moment of truth"));
    default:
      return name_tone (self, (PatronTone) g_bit_nth_lsf (entry->key, -1));
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

static void
add_entry (PatronPlot   *self,
           const Entry  *entry,
           const char   *name,
           const Cursor *cursor,
           double        key)
{
  double middle = cursor->y + cursor->row / 2;
  double ascent, descent;
  PatronItem *item;

  if (entry->is_series)
    add_series_key (self, entry->key, cursor->x, middle);
  else
    add_mark_key (self, entry->key, cursor->x, middle);
  if (*name == '\0')
    return;
  patron_text_metrics (self->measurer, &self->label_font, &ascent, &descent);
  item = patron_scene_add_text (self->scene, PATRON_ROLE_LEGEND,
                                self->measurer, &self->label_font, name,
                                cursor->x + key,
                                middle + (ascent - descent) / 2,
                                PATRON_ALIGN_LEFT, self->theme->text);
  if (entry->is_series)
    item->series = (int) entry->key;
}

/**
 * patron_plot_add_legend:
 * @top: the top of the legend
 * @max_rows: the most rows
 * @measure_only: whether nothing is to be added
 *
 * Names the series in rows, each behind a piece of its line, then what is
 * special about points, as far as there is room.
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
  g_autoptr (GArray) entries = list_entries (self);

  if (max_rows == 0 || widest < 40 * zoom)
    return 0;
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      g_autofree char *full = name_entry (self, entry);
      g_autofree char *name = NULL;
      double width;

      name = patron_text_ellipsize (self->measurer, font, full, widest,
                                    &width);
      if (!advance (self, &cursor, key + width, max_rows,
                    i + 1 < entries->len ? rest : 0))
        {
          if (!measure_only)
            add_rest (self, &cursor, entries->len - i);
          cursor.rows = max_rows;
          break;
        }
      if (!measure_only)
        add_entry (self, entry, name, &cursor, key);
      cursor.x += key + width + 18 * zoom;
    }
  return cursor.rows * cursor.row;
}
