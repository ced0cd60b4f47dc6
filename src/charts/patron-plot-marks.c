/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

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

/**
 * patron_plot_add_bands:
 *
 * Tints the ranges behind the plot, for layouts to call before the axes'
 * lines and the data.
 */
void
patron_plot_add_bands (PatronPlot *self)
{
  const PatronBox *plot = &self->plot;

  for (guint i = 0; i < self->chart->bands->len; i++)
    {
      const PatronChartBand *band = &g_array_index (self->chart->bands,
                                                    PatronChartBand, i);
      const PatronScale *scale = band->across ? &self->y : &self->x;
      double low = band->across ? plot->y : plot->x;
      double high = low + (band->across ? plot->height : plot->width);
      double from, to;
      PatronBox box = *plot;

      if (isnan (band->from) || isnan (band->to))
        continue;
      from = clamp_into (patron_scale_at (scale, CLAMP (band->from, -1e300,
                                                        1e300)), low, high);
      to = clamp_into (patron_scale_at (scale, CLAMP (band->to, -1e300,
                                                      1e300)), low, high);
      if (band->across)
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
      label_band (self, band, &box);
    }
}

static guint
annotation_rows (PatronPlot *self)
{
  double line = patron_text_line_height (&self->note_font);
  double spare = self->plot.height - 96 * self->theme->text_scale;

  if (self->chart->annotations->len == 0)
    return 0;
  return (guint) CLAMP (floor (spare * 0.3 / line), 0,
                        MIN (self->chart->annotations->len * 2, 4));
}

/**
 * patron_plot_annotation_room:
 *
 * Returns: the px above the plot that its annotations want
 */
double
patron_plot_annotation_room (PatronPlot *self)
{
  guint rows = annotation_rows (self);

  return rows > 0 ? rows * patron_text_line_height (&self->note_font)
                      + 4 * self->zoom
                  : 0;
}

/* Tries the text right of its line, then left of it, from the top row down. */
static gboolean
place_annotation (PatronPlot *self,
                  GArray     *lines,
                  double      x,
                  double      top,
                  PatronBox  *box,
                  gboolean   *left_side)
{
  double line = patron_text_line_height (&self->note_font);
  double pad = 5 * self->zoom;
  double width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, g_array_index (lines, PatronLine, i).width);
  for (double y = top; y + lines->len * line <= self->plot.y + 0.01;
       y += line)
    for (int side = 0; side < 2; side++)
      {
        PatronBox leader = { x - 1, y, 2, self->plot.y - y };

        *box = (PatronBox) { side == 0 ? x + pad : x - pad - width, y, width,
                             lines->len * line };
        *left_side = side == 1;
        if (box->x >= self->area.x
            && box->x + width <= self->area.x + self->area.width
            && patron_plot_is_free (self, box, 3)
            && patron_plot_is_free (self, &leader, 0))
          return TRUE;
      }
  return FALSE;
}

static double
annotate (PatronPlot *self,
          guint       index,
          double      x,
          double      top)
{
  const PatronChartAnnotation *annotation
    = &g_array_index (self->chart->annotations, PatronChartAnnotation, index);
  g_autofree char *clean = patron_text_clean (annotation->text);
  double line = patron_text_line_height (&self->note_font);
  guint rows = (guint) floor ((self->plot.y - top) / line + 0.01);

  /* Two lines read better than one long one, and one fits more often. */
  for (guint max_lines = MIN (rows, 2); max_lines > 0; max_lines--)
    {
      g_autoptr (GArray) lines = patron_text_wrap (
        self->measurer, &self->note_font, clean, ANNOTATION_WIDTH * self->zoom,
        max_lines);
      PatronBox box, line_box;
      gboolean left_side;

      if (lines->len == 0
          || !place_annotation (self, lines, x, top, &box, &left_side))
        continue;
      patron_scene_add_lines (self->scene, PATRON_ROLE_ANNOTATION,
                              self->measurer, &self->note_font, lines,
                              left_side ? box.x + box.width : box.x, box.y,
                              left_side ? PATRON_ALIGN_RIGHT
                                        : PATRON_ALIGN_LEFT,
                              self->theme->text);
      g_array_append_val (self->boxes, box);
      /* Nothing is set over the line that leads up to the text. */
      line_box = (PatronBox) { x - 1, box.y, 2, self->plot.y - box.y };
      g_array_append_val (self->boxes, line_box);
      return box.y + 2 * self->zoom;
    }
  return self->plot.y;
}

/**
 * patron_plot_add_annotations:
 * @top: the top of the room above the plot
 *
 * Draws a line at each date that has a story, and tells the story above the
 * plot as far as there is room; what has none is a spot to point at.
 */
void
patron_plot_add_annotations (PatronPlot *self,
                             double      top)
{
  double bottom = self->plot.y + self->plot.height;

  for (guint i = 0; i < self->chart->annotations->len; i++)
    {
      const PatronChartAnnotation *annotation
        = &g_array_index (self->chart->annotations, PatronChartAnnotation, i);
      double x, from;
      PatronItem *item;
      PatronSpot *spot;

      if (!(annotation->x >= self->x.from && annotation->x <= self->x.to))
        continue;
      x = floor (patron_scale_at (&self->x, annotation->x)) + 0.5;
      from = annotate (self, i, x, top);
      item = patron_scene_add_line (self->scene, PATRON_ROLE_ANNOTATION, x,
                                    from, x, bottom, self->theme->axis, 1);
      item->dash = 2;
      item->gap = 3;
      item->record = annotation->record;
      spot = patron_scene_add_spot (self->scene, PATRON_ROLE_ANNOTATION, x - 4,
                                    from, 8, MAX (self->plot.y - from, 12));
      spot->record = annotation->record;
      spot->text = patron_text_clean (annotation->text);
    }
}
