/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What is told of categories that stand below each other: a label behind the
 * mark, in its row. */

#include "config.h"

#include <math.h>

#include "patron-chart-private.h"

#define MOST_WIDTH 150.0
#define LEAST_WIDTH 44.0
#define MOST_LINES 3u
#define GAP 8.0

static int
get_slot (const PatronPlot            *self,
          const PatronChartAnnotation *annotation)
{
  return patron_plot_get_slot (self, annotation->x);
}

static const PatronChartAnnotation *
get_note (const PatronPlot *self,
          guint             index)
{
  return &g_array_index (self->chart->annotations, PatronChartAnnotation,
                         index);
}

/* As many lines as the row has room for. */
static guint
count_lines (const PatronPlot *self,
             double            pitch)
{
  double line = patron_text_line_height (&self->note_font);

  return MIN (MOST_LINES, (guint) floor (pitch * 0.96 / line));
}

/* px that the plot has to be narrower so that a note of @width has its place
 * behind a mark that ends at @share of it, and the value beside that. */
static double
find_need (const PatronPlot *self,
           double            share,
           double            width)
{
  double plot = self->plot.width - self->room_low - self->room_high;

  share = CLAMP (share, 0.05, 1);
  return (width + GAP * self->zoom - plot * (1 - share)) / share;
}

/**
 * patron_plot_reserve_row_notes:
 * @ends: (array): of each slot, the value at which its marks end; NaN where
 *   it has none
 * @min: the least value that is drawn
 * @max: the largest
 *
 * Keeps room beyond the largest value for what is told of it. For kinds whose
 * categories stand below each other, before their scales are set.
 */
void
patron_plot_reserve_row_notes (PatronPlot   *self,
                               const double *ends,
                               double        min,
                               double        max)
{
  guint most = self->n_slots > 0
                 ? count_lines (self, self->plot.height / self->n_slots)
                 : 0;
  double need = 0;

  for (guint i = 0; most > 0 && i < self->chart->annotations->len; i++)
    {
      g_autofree char *clean = patron_text_clean (get_note (self, i)->text);
      g_autoptr (GArray) lines = NULL;
      int slot = get_slot (self, get_note (self, i));
      double share;

      if (slot < 0 || !isfinite (ends[slot]))
        continue;
      share = (ends[slot] / 2 - min / 2) / (max / 2 - min / 2);
      lines = patron_text_wrap_balanced (self->measurer, &self->note_font,
                                         clean, MOST_WIDTH * self->zoom,
                                         most);
      need = MAX (need, find_need (self, isfinite (share) ? share : 1,
                                   patron_text_lines_width (lines)));
    }
  self->room_high += MIN (need, self->plot.width * 0.3);
}

/* The left edge of the room behind all labels of a row, from @x on. */
static double
find_left (const PatronPlot *self,
           double            x,
           double            middle)
{
  double half = patron_text_line_height (&self->note_font) / 2;
  double left = x;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const PatronBox *box = &g_array_index (self->boxes, PatronBox, i);

      if (box->y < middle + half && box->y + box->height > middle - half
          && box->x + box->width > x)
        left = MAX (left, box->x + box->width + GAP * self->zoom);
    }
  return left;
}

/* Fewest lines first, and cut off last. */
static GArray *
fit (PatronPlot *self,
     const char *text,
     double      width,
     guint       most)
{
  for (guint n = 1; n <= most; n++)
    {
      GArray *lines = n < most
                        ? patron_text_wrap (self->measurer, &self->note_font,
                                            text, width, n)
                        : patron_text_wrap_balanced (self->measurer,
                                                     &self->note_font, text,
                                                     width, n);

      if (n == most || lines->len == 0
          || !g_str_has_suffix (g_array_index (lines, PatronLine,
                                               lines->len - 1).text,
                                "\xe2\x80\xa6"))
        return lines;
      g_array_unref (lines);
    }
  return g_array_new (FALSE, FALSE, sizeof (PatronLine));
}

static PatronSpot *
add_spot (PatronPlot                  *self,
          const PatronChartAnnotation *annotation,
          int                          slot,
          const PatronBox             *box)
{
  PatronSpot *spot = patron_scene_add_spot (
    self->scene, PATRON_ROLE_ANNOTATION, box->x, box->y, box->width,
    box->height);

  spot->record = annotation->record;
  spot->on_grid = TRUE;
  spot->row = slot;
  spot->column = G_MAXINT16;
  spot->text
    = patron_chart_write_event (self->chart, self->data, annotation);
  return spot;
}

static gboolean
add_text (PatronPlot                  *self,
          const PatronChartAnnotation *annotation,
          int                          slot,
          double                       left,
          double                       middle)
{
  g_autofree char *clean = patron_text_clean (annotation->text);
  double line = patron_text_line_height (&self->note_font);
  double width = self->area.x + self->area.width - left;
  guint most = count_lines (self, patron_plot_get_pitch (self));
  guint first = patron_scene_get_n_items (self->scene);
  g_autoptr (GArray) lines = NULL;
  PatronBox box;

  if (most == 0 || width < LEAST_WIDTH * self->zoom)
    return FALSE;
  lines = fit (self, clean, MIN (width, 2 * MOST_WIDTH * self->zoom), most);
  box = (PatronBox) { left, middle - lines->len * line / 2,
                      patron_text_lines_width (lines), lines->len * line };
  if (lines->len == 0 || !patron_plot_is_free (self, &box, 1))
    return FALSE;
  patron_scene_add_lines (self->scene, PATRON_ROLE_ANNOTATION, self->measurer,
                          &self->note_font, lines, left, box.y,
                          PATRON_ALIGN_LEFT, self->theme->text);
  for (guint i = first; i < patron_scene_get_n_items (self->scene); i++)
    {
      PatronItem *item
        = (PatronItem *) patron_scene_get_item (self->scene, i);

      patron_plot_add_halo (self, item);
      item->record = annotation->record;
    }
  g_array_append_val (self->boxes, box);
  add_spot (self, annotation, slot, &box);
  return TRUE;
}

/* Says that there is something to tell, where words have no room. */
static void
add_ring (PatronPlot                  *self,
          const PatronChartAnnotation *annotation,
          int                          slot,
          double                       left,
          double                       middle)
{
  double radius = 3 * self->zoom;
  double x = MIN (left + radius, self->width - radius);
  PatronBox box = { x - 2 * radius, middle - 2 * radius, 4 * radius,
                    4 * radius };
  PatronItem *ring = patron_scene_add_circle (
    self->scene, PATRON_ROLE_ANNOTATION, x, middle, radius);

  ring->fill = self->theme->background;
  ring->stroke = self->theme->text;
  ring->line_width = 1.25 * self->zoom;
  ring->record = annotation->record;
  add_spot (self, annotation, slot, &box);
}

/**
 * patron_plot_add_row_notes:
 * @ends: (array): of each slot, the value at which its marks end; NaN where
 *   it has none
 *
 * Tells what there is to tell of categories, each behind its mark and value,
 * as far as there is room; what has none is a ring to point at.
 */
void
patron_plot_add_row_notes (PatronPlot   *self,
                           const double *ends)
{
  for (guint i = 0; i < self->chart->annotations->len; i++)
    {
      const PatronChartAnnotation *annotation = get_note (self, i);
      int slot = get_slot (self, annotation);
      double left, middle;

      if (slot < 0 || !isfinite (ends[slot]))
        continue;
      middle = patron_scale_at (&self->y, slot);
      left = find_left (self,
                        patron_scale_at (&self->x, ends[slot])
                          + GAP * self->zoom,
                        middle);
      if (!add_text (self, annotation, slot, left, middle))
        add_ring (self, annotation, slot, left, middle);
    }
}
