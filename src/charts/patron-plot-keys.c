/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What layouts without a plain pair of axes share: keys, texts around a
 * middle, hatching, and words in place of marks. */

#include "config.h"

#include <math.h>

#include "patron-plot-keys.h"

static void
clear_key (gpointer data)
{
  PatronPlotKey *key = data;

  g_free (key->text);
}

/* patron_keys_new:
 *
 * Returns: (transfer full) (element-type PatronPlotKey): no keys yet
 */
GArray *
patron_keys_new (void)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (PatronPlotKey));

  g_array_set_clear_func (keys, clear_key);
  return keys;
}

/* patron_keys_add:
 * @text: (nullable): what it says; without, nothing is added
 *
 * Adds a key.
 */
void
patron_keys_add (GArray        *keys,
                 PatronPlotKeyKind  kind,
                 PatronColour   colour,
                 const char    *text)
{
  PatronPlotKey key = { kind, colour, patron_text_clean (text) };

  if (*key.text == '\0')
    clear_key (&key);
  else
    g_array_append_val (keys, key);
}

static double
key_width (const PatronPlot *self,
           PatronPlotKeyKind     kind)
{
  switch (kind)
    {
    case PATRON_PLOT_KEY_TICK:
    case PATRON_PLOT_KEY_LIGHT_TICK:
      return 3 * self->zoom;
    case PATRON_PLOT_KEY_BAR:
      return 18 * self->zoom;
    case PATRON_PLOT_KEY_AREA:
    case PATRON_PLOT_KEY_HATCH:
    default:
      return 12 * self->zoom;
    }
}

static void
add_picture (PatronPlot      *self,
             const PatronPlotKey *key,
             double           x,
             double           middle)
{
  double zoom = self->zoom;
  double width = key_width (self, key->kind);
  double height = 12 * zoom;
  PatronBox box;

  if (key->kind == PATRON_PLOT_KEY_BAR)
    height = 6 * zoom;
  else if (key->kind == PATRON_PLOT_KEY_LIGHT_TICK)
    width = 1.5 * zoom;
  box = (PatronBox) { x, middle - height / 2, width, height };
  if (key->kind == PATRON_PLOT_KEY_HATCH)
    patron_plot_add_hatching (self, &box);
  else
    patron_scene_add_rectangle (self->scene, PATRON_ROLE_LEGEND, box.x, box.y,
                                box.width, box.height)
      ->fill = key->colour;
}

/* patron_plot_add_keys:
 * @keys: (element-type PatronPlotKey): what is explained
 * @top: the top of the rows
 * @max_rows: the most rows
 * @measure_only: whether nothing is to be added
 *
 * Explains the pieces of a chart in rows: all of them, or where there is no
 * room for that, none.
 *
 * Returns: the height in px; 0 where nothing is explained
 */
double
patron_plot_add_keys (PatronPlot   *self,
                      const GArray *keys,
                      double        top,
                      guint         max_rows,
                      gboolean      measure_only)
{
  const PatronFont *font = &self->label_font;
  double row = patron_text_line_height (font) + 2 * self->zoom;
  double right = self->area.x + self->area.width;
  double x = self->area.x;
  guint rows = 1;

  if (keys->len == 0 || max_rows == 0)
    return 0;
  if (!measure_only
      && patron_plot_add_keys (self, keys, top, max_rows, TRUE) == 0)
    return 0;
  for (guint i = 0; i < keys->len; i++)
    {
      const PatronPlotKey *key = &g_array_index (keys, PatronPlotKey, i);
      double picture = key_width (self, key->kind) + 6 * self->zoom;
      double width;
      g_autofree char *text
        = patron_text_ellipsize (self->measurer, font, key->text,
                                 MIN (self->area.width - picture,
                                      240 * self->zoom), &width);

      if (*text == '\0')
        return 0;
      if (x > self->area.x && x + picture + width > right)
        {
          x = self->area.x;
          rows++;
        }
      if (rows > max_rows)
        return 0;
      if (!measure_only)
        {
          double middle = top + (rows - 0.5) * row;

          add_picture (self, key, x, middle);
          patron_plot_add_middle (self, PATRON_ROLE_LEGEND, font, text,
                                  x + picture, middle, PATRON_ALIGN_LEFT,
                                  self->theme->dim);
        }
      x += picture + width + 18 * self->zoom;
    }
  return rows * row;
}

/* patron_plot_add_hatching:
 *
 * Fills a box with slanting lines: there is no value here.
 */
void
patron_plot_add_hatching (PatronPlot      *self,
                          const PatronBox *box)
{
  double gap = MAX (6 * self->zoom, (box->width + box->height) / 24);
  PatronItem *item;

  patron_scene_add_rectangle (self->scene, PATRON_ROLE_GRID, box->x, box->y,
                              box->width, box->height)
    ->fill = self->theme->surface;
  item = patron_scene_add_path (self->scene, PATRON_ROLE_GRID);
  item->stroke = patron_colour_mix (self->theme->grid, self->theme->axis, 0.3);
  item->line_width = 1;
  /* Each line runs where x + y is the same, from edge to edge. */
  for (double sum = gap / 2; sum < box->width + box->height; sum += gap)
    {
      double x = MIN (sum, box->width);
      double y = MIN (sum, box->height);

      patron_item_move_to (item, box->x + x, box->y + sum - x);
      patron_item_line_to (item, box->x + sum - y, box->y + y);
    }
}

/* patron_plot_add_middle:
 * @x: what @align says of it
 * @middle: the height that the text is centred on
 *
 * Adds one line of text.
 *
 * Returns: (transfer none): the item
 */
PatronItem *
patron_plot_add_middle (PatronPlot       *self,
                        PatronRole        role,
                        const PatronFont *font,
                        const char       *text,
                        double            x,
                        double            middle,
                        PatronAlign       align,
                        PatronColour      colour)
{
  double ascent, descent;

  patron_text_metrics (self->measurer, font, &ascent, &descent);
  return patron_scene_add_text (self->scene, role, self->measurer, font, text,
                                x, middle + (ascent - descent) / 2, align,
                                colour);
}

/* patron_plot_add_block:
 * @lines: (element-type PatronLine): some lines
 * @x: what @align says of it
 * @middle: the height that the lines are centred on
 *
 * Adds a few lines of text.
 */
void
patron_plot_add_block (PatronPlot       *self,
                       PatronRole        role,
                       const PatronFont *font,
                       GArray           *lines,
                       double            x,
                       double            middle,
                       PatronAlign       align,
                       PatronColour      colour)
{
  double height = lines->len * patron_text_line_height (font);

  patron_scene_add_lines (self->scene, role, self->measurer, font, lines, x,
                          middle - height / 2, align, colour);
}

/* patron_plot_add_message:
 *
 * Says in the middle of the area why nothing is drawn there.
 */
void
patron_plot_add_message (PatronPlot *self,
                         const char *text)
{
  const PatronFont *fonts[] = { &self->subtitle_font, &self->label_font,
                                &self->note_font };

  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      double line = patron_text_line_height (fonts[i]);
      guint most = (guint) CLAMP (floor (self->area.height / line), 0, 6);
      double width = MIN (self->area.width, 380 * self->zoom);
      g_autoptr (GArray) whole = patron_text_wrap (
        self->measurer, fonts[i], text, width, most + 1);
      g_autoptr (GArray) lines = NULL;

      if (most == 0 || (whole->len > most && i + 1 < G_N_ELEMENTS (fonts)))
        continue;
      lines = patron_text_wrap_balanced (self->measurer, fonts[i], text,
                                         width, most);
      patron_plot_add_block (self, PATRON_ROLE_EMPTY, fonts[i], lines,
                             self->area.x + self->area.width / 2,
                             self->area.y + self->area.height / 2,
                             PATRON_ALIGN_CENTRE, self->theme->dim);
      return;
    }
}
