/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"

/* Under this height a plot says nothing any more. */
#define LEAST_PLOT 80.0

static void
set_fonts (PatronPlot *self)
{
  double zoom = self->zoom;
  const PatronTheme *theme = self->theme;

  self->title_font = patron_theme_font (theme, 18 * zoom, 700);
  self->subtitle_font = patron_theme_font (theme, 13.5 * zoom, 400);
  self->label_font = patron_theme_font (theme, 12.5 * zoom, 400);
  self->strong_font = patron_theme_font (theme, 12.5 * zoom, 700);
  self->axis_font = patron_theme_font (theme, 12 * zoom, 400);
  self->axis_font.tabular = TRUE;
  self->note_font = patron_theme_font (theme, 11 * zoom, 400);
}

/**
 * patron_plot_begin:
 *
 * Starts a scene with its paper, and chooses type that fits the picture.
 */
void
patron_plot_begin (PatronPlot *self)
{
  self->scene = patron_scene_new (self->width, self->height);
  self->base = NAN;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (PatronBox));
  self->zoom = CLAMP (sqrt (MIN (self->width / 800, self->height / 450)), 0.9,
                      1.6);
  self->margin = MIN (20 * self->zoom,
                      MIN (self->width, self->height) * 0.06);
  set_fonts (self);
  self->value_format = patron_chart_value_format (self->chart, self->data);
  self->area = (PatronBox) { self->margin, self->margin,
                             self->width - 2 * self->margin,
                             self->height - 2 * self->margin };
  self->plot = self->area;
  patron_scene_add_rectangle (self->scene, PATRON_ROLE_BACKGROUND, 0, 0,
                              self->width, self->height)
    ->fill = self->theme->background;
}

/**
 * patron_plot_end:
 *
 * Returns: (transfer full): the finished scene
 */
PatronScene *
patron_plot_end (PatronPlot *self)
{
  g_autofree char *written = NULL;

  if (patron_text_is_empty (self->chart->alt_text))
    written = patron_chart_write_alt_text (self->chart, self->data);
  else
    written = patron_text_clean (self->chart->alt_text);
  if (self->remarks != NULL)
    {
      g_autofree char *alt_text = g_steal_pointer (&written);

      written = g_strconcat (alt_text, " ", self->remarks->str, NULL);
    }
  patron_scene_set_alt_text (self->scene, written);
  if (self->theme->rtl)
    patron_scene_mirror (self->scene);
  g_clear_pointer (&self->x_ticks, patron_ticks_free);
  g_clear_pointer (&self->y_ticks, patron_ticks_free);
  g_clear_pointer (&self->boxes, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->x_title, g_free);
  g_clear_pointer (&self->y_title, g_free);
  g_clear_pointer (&self->target_label, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->slot_of, g_free);
  g_clear_pointer (&self->slot_labels, g_ptr_array_unref);
  if (self->remarks != NULL)
    g_string_free (g_steal_pointer (&self->remarks), TRUE);
  return g_steal_pointer (&self->scene);
}

/**
 * patron_plot_add_remark:
 * @remark: a sentence
 *
 * Says in the small print what the picture leaves out or how it is to be
 * read. For layouts to call before the header.
 */
void
patron_plot_add_remark (PatronPlot *self,
                        const char *remark)
{
  if (self->remarks == NULL)
    self->remarks = g_string_new (NULL);
  if (self->remarks->len > 0)
    g_string_append_c (self->remarks, ' ');
  g_string_append (self->remarks, remark);
}

/**
 * patron_plot_claim:
 *
 * Keeps the place of @item free of the labels that come after it.
 */
void
patron_plot_claim (PatronPlot       *self,
                   const PatronItem *item)
{
  PatronBox box;

  patron_item_get_bounds (item, &box.x, &box.y, &box.width, &box.height);
  g_array_append_val (self->boxes, box);
}

/**
 * patron_plot_is_free:
 *
 * Returns: whether a label may stand in @box: inside of the picture, and
 *   @gap px from the others
 */
gboolean
patron_plot_is_free (const PatronPlot *self,
                     const PatronBox  *box,
                     double            gap)
{
  if (box->x < 0 || box->y < 0 || box->x + box->width > self->width
      || box->y + box->height > self->height)
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    if (patron_box_overlaps (box, &g_array_index (self->boxes, PatronBox, i),
                             gap))
      return FALSE;
  return TRUE;
}

/* How much of the header and footer is shown. */
typedef struct
{
  guint title_lines;
  guint subtitle_lines;
  guint note_lines;
  guint legend_rows;
} Budget;

/* From everything to nothing: what explains least goes first, and the finding
 * last. */
static const Budget budgets[] = {
  { 3, 2, 2, 3 }, { 3, 2, 1, 2 }, { 3, 1, 1, 2 }, { 3, 1, 0, 2 },
  { 3, 0, 0, 2 }, { 2, 0, 0, 2 }, { 1, 0, 0, 2 }, { 1, 0, 0, 1 },
  { 1, 0, 0, 0 }, { 0, 0, 0, 0 },
};

typedef struct
{
  GArray *title;
  GArray *subtitle;
  GArray *note;
  double legend;
  double height;
} Header;

static GArray *
wrap_clean (PatronPlot       *self,
            const PatronFont *font,
            const char       *text,
            guint             max_lines)
{
  g_autofree char *clean = patron_text_clean (text);

  return patron_text_wrap_balanced (self->measurer, font, clean,
                                    self->area.width, max_lines);
}

static void
header_clear (Header *header)
{
  g_clear_pointer (&header->title, g_array_unref);
  g_clear_pointer (&header->subtitle, g_array_unref);
  g_clear_pointer (&header->note, g_array_unref);
}

static double
lines_height (GArray           *lines,
              const PatronFont *font,
              double            space)
{
  return lines->len > 0 ? lines->len * patron_text_line_height (font) + space
                        : 0;
}

/* What the picture leaves out stands before what the author remarks, and
 * stays as long as the title. */
static GArray *
wrap_note (PatronPlot   *self,
           const Budget *budget)
{
  g_autofree char *note = NULL;

  if (self->remarks == NULL)
    return wrap_clean (self, &self->note_font, self->chart->note,
                       budget->note_lines);
  note = g_strconcat (self->remarks->str, " ", self->chart->note, NULL);
  return wrap_clean (self, &self->note_font, note,
                     MAX (budget->note_lines, budget->title_lines > 0));
}

static void
measure_header (PatronPlot   *self,
                const Budget *budget,
                gboolean      legend,
                Header       *header)
{
  double zoom = self->zoom;

  header->title = wrap_clean (self, &self->title_font, self->chart->title,
                              budget->title_lines);
  header->subtitle = wrap_clean (self, &self->subtitle_font,
                                 self->chart->subtitle,
                                 budget->subtitle_lines);
  header->note = wrap_note (self, budget);
  self->key_series = legend;
  header->legend = legend || self->explain != 0
                     ? patron_plot_add_legend (self, 0, budget->legend_rows,
                                               TRUE)
                     : 0;
  header->height = lines_height (header->title, &self->title_font, 4 * zoom)
                   + lines_height (header->subtitle, &self->subtitle_font,
                                   4 * zoom)
                   + lines_height (header->note, &self->note_font, 10 * zoom)
                   + (header->legend > 0 ? header->legend + 6 * zoom : 0)
                   + 8 * zoom;
}

static void
place_header (PatronPlot *self,
              Header     *header,
              guint       legend_rows)
{
  PatronBox *area = &self->area;
  double zoom = self->zoom;
  double y = area->y;
  double note = lines_height (header->note, &self->note_font, 0);

  if (header->title->len > 0)
    y += 4 * zoom
         + patron_scene_add_lines (self->scene, PATRON_ROLE_TITLE,
                                   self->measurer, &self->title_font,
                                   header->title, area->x, y,
                                   PATRON_ALIGN_LEFT, self->theme->text);
  if (header->subtitle->len > 0)
    y += 4 * zoom
         + patron_scene_add_lines (self->scene, PATRON_ROLE_SUBTITLE,
                                   self->measurer, &self->subtitle_font,
                                   header->subtitle, area->x, y,
                                   PATRON_ALIGN_LEFT, self->theme->dim);
  if (header->legend > 0)
    y += 6 * zoom + patron_plot_add_legend (self, y + 2 * zoom, legend_rows,
                                            FALSE);
  if (header->note->len > 0)
    patron_scene_add_lines (self->scene, PATRON_ROLE_NOTE, self->measurer,
                            &self->note_font, header->note, area->x,
                            area->y + area->height - note, PATRON_ALIGN_LEFT,
                            self->theme->dim);
  if (y > area->y)
    y += 8 * zoom;
  area->height = area->y + area->height - y
                 - (note > 0 ? note + 10 * zoom : 0);
  area->y = y;
  self->plot = *area;
}

/**
 * patron_plot_add_header:
 * @legend: whether the series are named in a row
 *
 * Sets title, subtitle, legend and note, as much of them as leaves the plot
 * its room, and takes them from the area.
 */
void
patron_plot_add_header (PatronPlot *self,
                        gboolean    legend)
{
  double least = MAX (LEAST_PLOT * self->theme->text_scale,
                      self->area.height * 0.45);

  for (gsize i = 0; i < G_N_ELEMENTS (budgets); i++)
    {
      Header header = { NULL };

      measure_header (self, &budgets[i], legend, &header);
      if (self->area.height - header.height >= least
          || i + 1 == G_N_ELEMENTS (budgets))
        {
          place_header (self, &header, budgets[i].legend_rows);
          header_clear (&header);
          return;
        }
      header_clear (&header);
    }
}

/**
 * patron_plot_add_empty:
 *
 * Says in the middle of the area that there is nothing to draw.
 */
void
patron_plot_add_empty (PatronPlot *self)
{
  g_autofree char *text = patron_text_clean (
    !patron_text_is_empty (self->chart->empty_text)
      ? self->chart->empty_text
      : _("There are no values yet"));
  g_autoptr (GArray) lines
    = patron_text_wrap (self->measurer, &self->subtitle_font, text,
                        MIN (self->area.width, 360 * self->zoom), 3);
  double height = lines->len * patron_text_line_height (&self->subtitle_font);
  double middle = self->area.y + self->area.height / 2;

  if (height > self->area.height)
    return;
  for (int i = 0; i < 5; i++)
    {
      double y = round (self->area.y + self->area.height * i / 4);

      if (fabs (y - middle) < height)
        continue;
      patron_scene_add_line (self->scene, PATRON_ROLE_GRID, self->area.x, y,
                             self->area.x + self->area.width, y,
                             self->theme->grid, 1);
    }
  patron_scene_add_lines (self->scene, PATRON_ROLE_EMPTY, self->measurer,
                          &self->subtitle_font, lines,
                          self->area.x + self->area.width / 2,
                          middle - height / 2, PATRON_ALIGN_CENTRE,
                          self->theme->dim);
}
