/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"

/* px at zoom 1 that the text of an annotation is wide at most */
#define ANNOTATION_WIDTH 150.0

static double
clamp_into (double value,
            double from,
            double to)
{
  return MAX (MIN (from, to), MIN (MAX (from, to), value));
}

static void
label_band (PatronPlot            *self,
            const PatronChartBand *band,
            const PatronBox       *box)
{
  g_autofree char *clean = patron_text_clean (band->label);
  g_autofree char *label = NULL;
  double width, ascent, descent;
  double pad = 4 * self->zoom;

  label = patron_text_ellipsize (self->measurer, &self->note_font, clean,
                                 box->width - 2 * pad, &width);
  patron_text_metrics (self->measurer, &self->note_font, &ascent, &descent);
  if (*label == '\0' || ascent + descent + pad > box->height)
    return;
  patron_plot_claim (self, patron_scene_add_text (
    self->scene, PATRON_ROLE_BAND, self->measurer, &self->note_font, label,
    box->x + pad, box->y + pad / 2 + ascent, PATRON_ALIGN_LEFT,
    patron_colour_readable (self->theme->tones[band->tone],
                            patron_theme_tint (self->theme,
                                               self->theme->tones[band->tone],
                                               0.1),
                            4.5)));
}

/* Bars would stand on a label inside: it stands over them, or right of
 * columns, in the room that patron_plot_set_target_room() has left. */
static void
label_band_beside (PatronPlot            *self,
                   const PatronChartBand *band,
                   const PatronBox       *box,
                   gboolean               flat)
{
  g_autofree char *clean = patron_text_clean (band->label);
  g_autofree char *label = NULL;
  double ascent, descent;
  double right = self->area.x + self->area.width;
  PatronBox place = { box->x, box->y - patron_text_line_height (
                                         &self->label_font), 0, 0 };

  patron_text_metrics (self->measurer, &self->note_font, &ascent, &descent);
  place.height = ascent + descent;
  if (flat)
    {
      place.x = box->x + box->width + 8 * self->zoom;
      place.y = box->y + (box->height - place.height) / 2;
    }
  label = patron_text_ellipsize (self->measurer, &self->note_font, clean,
                                 right - place.x, &place.width);
  if (*label == '\0' || place.x + place.width > right + 0.01
      || place.y < self->area.y - 1 || !patron_plot_is_free (self, &place, 1))
    return;
  patron_plot_claim (self, patron_scene_add_text (
    self->scene, PATRON_ROLE_BAND, self->measurer, &self->note_font, label,
    place.x, place.y + ascent, PATRON_ALIGN_LEFT,
    patron_colour_readable (self->theme->tones[band->tone],
                            self->theme->background, 4.5)));
}

/**
 * patron_plot_add_bands:
 *
 * Tints the ranges behind the plot, for layouts to call before the axes'
 * lines and the data. A range of categories has both of its ends in it.
 */
void
patron_plot_add_bands (PatronPlot *self)
{
  const PatronBox *plot = &self->plot;

  for (guint i = 0; i < self->chart->bands->len; i++)
    {
      const PatronChartBand *band = &g_array_index (self->chart->bands,
                                                    PatronChartBand, i);
      gboolean flat = band->across == (self->y_kind
                                       != PATRON_AXIS_CATEGORIES);
      const PatronScale *scale = flat ? &self->y : &self->x;
      double low = flat ? plot->y : plot->x;
      double high = low + (flat ? plot->height : plot->width);
      double half = !band->across && self->n_slots > 0 ? 0.5 : 0;
      double from, to;
      PatronBox box = *plot;

      if (isnan (band->from) || isnan (band->to)
          || (half > 0 && self->n_slots < self->n_categories))
        continue;
      from = clamp_into (patron_scale_at (scale, CLAMP (band->from - half,
                                                        -1e300, 1e300)),
                         low, high);
      to = clamp_into (patron_scale_at (scale, CLAMP (band->to + half,
                                                      -1e300, 1e300)),
                       low, high);
      if (flat)
        {
          box.y = MIN (from, to);
          box.height = fabs (to - from);
        }
      else
        {
          box.x = MIN (from, to);
          box.width = fabs (to - from);
        }
      if (box.width < 0.5 || box.height < 0.5)
        continue;
      patron_scene_add_rectangle (self->scene, PATRON_ROLE_BAND, box.x, box.y,
                                  box.width, box.height)
        ->fill = patron_theme_tint (self->theme,
                                    self->theme->tones[band->tone], 0.1);
      if (band->across && self->n_slots > 0)
        label_band_beside (self, band, &box, flat);
      else
        label_band (self, band, &box);
    }
}

/* An annotation that is told above the plot. */
typedef struct
{
  guint index;
  GArray *lines; /* (nullable): none where it found no room */
  double x;
  PatronBox box; /* y counts from the top of the room */
  gboolean left_side;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_clear_pointer (&note->lines, g_array_unref);
  g_free (note);
}

static gboolean
meets_note (const GPtrArray *notes,
            const PatronBox *box,
            const PatronBox *leader)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const Note *other = g_ptr_array_index (notes, i);
      PatronBox other_leader = { other->x - 1, other->box.y, 2, 1e6 };

      if (other->lines == NULL)
        continue;
      if (patron_box_overlaps (box, &other->box, 3)
          || patron_box_overlaps (box, &other_leader, 2)
          || patron_box_overlaps (leader, &other->box, 1))
        return TRUE;
    }
  return FALSE;
}

/* Tries the text right of its line, then left of it, from the top row down. */
static gboolean
place_note (PatronPlot *self,
            Note       *note,
            guint       n_rows)
{
  double line = patron_text_line_height (&self->note_font);
  double pad = 5 * self->zoom;
  double width = patron_text_lines_width (note->lines);
  double left = MAX (self->area.x, self->plot.x - 8 * self->zoom);
  double right = MIN (self->area.x + self->area.width,
                      self->plot.x + self->plot.width);

  for (guint row = 0; row + note->lines->len <= n_rows; row++)
    for (int side = 0; side < 2; side++)
      {
        double y = row * line;
        PatronBox leader = { note->x - 1, y, 2, 1e6 };

        note->box = (PatronBox) {
          side == 0 ? note->x + pad : note->x - pad - width, y, width,
          note->lines->len * line
        };
        note->left_side = side == 1;
        if (note->box.x >= left && note->box.x + width <= right
            && !meets_note (self->notes, &note->box, &leader))
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_shortened (const GArray *lines)
{
  return lines->len > 0
         && g_str_has_suffix (g_array_index (lines, PatronLine,
                                             lines->len - 1).text,
                              "\xe2\x80\xa6");
}

/* A few short lines read better than one long one, and one fits more often. */
static gboolean
fit_note (PatronPlot *self,
          Note       *note,
          guint       n_rows,
          gboolean    shorten)
{
  const PatronChartAnnotation *annotation = &g_array_index (
    self->chart->annotations, PatronChartAnnotation, note->index);
  g_autofree char *clean = patron_text_clean (annotation->text);

  for (guint max_lines = MIN (n_rows, 3); max_lines > 0; max_lines--)
    {
      note->lines = patron_text_wrap_balanced (
        self->measurer, &self->note_font, clean,
        ANNOTATION_WIDTH * self->zoom, max_lines);
      if (note->lines->len > 0 && (shorten || !is_shortened (note->lines))
          && place_note (self, note, n_rows))
        return TRUE;
      g_clear_pointer (&note->lines, g_array_unref);
    }
  return FALSE;
}

/* The scale of the bottom axis as it will be. */
static PatronScale
bottom_scale (const PatronPlot *self)
{
  if (self->x_kind == PATRON_AXIS_CATEGORIES)
    return (PatronScale) { -0.5, self->n_slots - 0.5, self->plot.x,
                           self->plot.x + self->plot.width };
  return (PatronScale) { self->x_ticks->min, self->x_ticks->max,
                         self->plot.x + self->marker_room,
                         self->plot.x + self->plot.width - self->marker_room,
                         self->x_ticks->logarithmic };
}

/* Where on the bottom axis something happened, or NaN. */
static double
find_place (const PatronPlot *self,
            double            at)
{
  int slot;

  if (self->x_kind != PATRON_AXIS_CATEGORIES)
    return at;
  slot = patron_plot_get_slot (self, at);
  return slot >= 0 ? slot : NAN;
}

static gboolean
place_notes (PatronPlot *self,
             guint       n_rows,
             gboolean    shorten)
{
  PatronScale x = bottom_scale (self);
  gboolean all = TRUE;

  g_ptr_array_set_size (self->notes, 0);
  for (guint i = 0; i < self->chart->annotations->len; i++)
    {
      double at = find_place (self, g_array_index (self->chart->annotations,
                                                   PatronChartAnnotation,
                                                   i).x);
      Note *note;

      if (!(at >= x.from && at <= x.to))
        continue;
      note = g_new0 (Note, 1);
      note->index = i;
      note->x = floor (patron_scale_at (&x, at)) + 0.5;
      all = fit_note (self, note, n_rows, shorten) && all;
      g_ptr_array_add (self->notes, note);
    }
  return all;
}

/* The fewest rows that hold everything, if need be shortened; else as many as
 * there may be, with what they hold. */
static guint
choose_rows (PatronPlot *self,
             guint       most)
{
  for (int shorten = 0; shorten < 2; shorten++)
    for (guint n_rows = 1; n_rows <= most; n_rows++)
      if (place_notes (self, n_rows, shorten))
        return n_rows;
  return most;
}

/**
 * patron_plot_set_annotations:
 *
 * Finds a place above the plot for what is told of dates, and takes the room
 * from the plot: at most a third of it.
 */
void
patron_plot_set_annotations (PatronPlot *self)
{
  double line = patron_text_line_height (&self->note_font);
  double spare = self->plot.height - 80 * self->theme->text_scale;
  guint most = (guint) CLAMP (floor (spare * 0.35 / line), 0, 6);
  double room;

  if (self->chart->annotations->len == 0)
    return;
  self->notes = g_ptr_array_new_with_free_func (note_free);
  if (most == 0)
    {
      place_notes (self, 0, FALSE);
      return;
    }
  room = choose_rows (self, most) * line + 6 * self->zoom;
  self->plot.y += room;
  self->plot.height -= room;
}

static void
add_note (PatronPlot *self,
          const Note *note,
          double      top)
{
  const PatronChartAnnotation *annotation = &g_array_index (
    self->chart->annotations, PatronChartAnnotation, note->index);
  double bottom = self->plot.y + self->plot.height;
  double from = note->lines != NULL ? top + note->box.y + 2 * self->zoom
                                    : self->plot.y;
  PatronItem *item
    = patron_scene_add_line (self->scene, PATRON_ROLE_ANNOTATION, note->x,
                             from, note->x, bottom, self->theme->axis, 1);
  PatronSpot *spot;

  item->dash = 2;
  item->gap = 3;
  item->record = annotation->record;
  if (note->lines != NULL)
    {
      PatronBox box = note->box;

      box.y += top;
      g_array_append_val (self->boxes, box);
      patron_scene_add_lines (self->scene, PATRON_ROLE_ANNOTATION,
                              self->measurer, &self->note_font, note->lines,
                              note->left_side ? box.x + box.width : box.x,
                              box.y,
                              note->left_side ? PATRON_ALIGN_RIGHT
                                              : PATRON_ALIGN_LEFT,
                              self->theme->text);
    }
  spot = patron_scene_add_spot (self->scene, PATRON_ROLE_ANNOTATION,
                                note->x - 4, from, 8,
                                MAX (self->plot.y - from, 12));
  spot->record = annotation->record;
  spot->text
    = patron_chart_write_event (self->chart, self->data, annotation);
}

/**
 * patron_plot_add_annotations:
 *
 * Draws a line at each date that has a story, and tells the story above the
 * plot; what found no room there is a spot to point at.
 */
void
patron_plot_add_annotations (PatronPlot *self)
{
  double line = patron_text_line_height (&self->note_font);
  double last = 0;

  if (self->notes == NULL)
    return;
  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *note = g_ptr_array_index (self->notes, i);

      if (note->lines != NULL)
        last = MAX (last, note->box.y + note->box.height);
    }
  last = ceil (last / line - 0.01) * line;
  for (guint i = 0; i < self->notes->len; i++)
    add_note (self, g_ptr_array_index (self->notes, i),
              self->plot.y - 6 * self->zoom - last);
}
