/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include <math.h>

#include "patron-scene-private.h"

/**
 * patron_scene_set_tag:
 * @series: a series or lane, or -1
 * @point: a point or stage, or -1
 * @record: a record, or 0
 *
 * Says what the items that are added from now on stand for.
 */
void
patron_scene_set_tag (PatronScene *self,
                      int          series,
                      int          point,
                      gint64       record)
{
  self->tag_series = series;
  self->tag_point = point;
  self->tag_record = record;
}

static PatronItem *
add_item (PatronScene    *self,
          PatronItemKind  kind,
          PatronRole      role)
{
  PatronItem *item = g_new0 (PatronItem, 1);

  item->kind = kind;
  item->role = role;
  item->series = self->tag_series;
  item->point = self->tag_point;
  item->record = self->tag_record;
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * patron_scene_add_rectangle:
 *
 * Returns: (transfer none): the item, without colours
 */
PatronItem *
patron_scene_add_rectangle (PatronScene *self,
                            PatronRole   role,
                            double       x,
                            double       y,
                            double       width,
                            double       height)
{
  PatronItem *item = add_item (self, PATRON_ITEM_RECTANGLE, role);

  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  return item;
}

/**
 * patron_scene_add_path:
 *
 * Returns: (transfer none): the item, without steps or colours
 */
PatronItem *
patron_scene_add_path (PatronScene *self,
                       PatronRole   role)
{
  PatronItem *item = add_item (self, PATRON_ITEM_PATH, role);

  item->steps = g_array_new (FALSE, FALSE, sizeof (PatronPathStep));
  return item;
}

/**
 * patron_scene_add_line:
 * @line_width: px
 *
 * Returns: (transfer none): a straight line
 */
PatronItem *
patron_scene_add_line (PatronScene  *self,
                       PatronRole    role,
                       double        x1,
                       double        y1,
                       double        x2,
                       double        y2,
                       PatronColour  stroke,
                       double        line_width)
{
  PatronItem *item = patron_scene_add_path (self, role);

  patron_item_move_to (item, x1, y1);
  patron_item_line_to (item, x2, y2);
  item->stroke = stroke;
  item->line_width = line_width;
  return item;
}

/**
 * patron_scene_add_arc:
 * @x: the centre
 * @y: the centre
 * @start: where it begins, in radians clockwise from three o'clock
 * @end: where it ends
 *
 * Returns: (transfer none): the item, a sector without colours
 */
PatronItem *
patron_scene_add_arc (PatronScene *self,
                      PatronRole   role,
                      double       x,
                      double       y,
                      double       radius,
                      double       start,
                      double       end)
{
  PatronItem *item = add_item (self, PATRON_ITEM_ARC, role);

  item->x = x;
  item->y = y;
  item->radius = radius;
  item->start = start;
  item->end = end;
  return item;
}

/**
 * patron_scene_add_circle:
 * @x: the centre
 * @y: the centre
 *
 * Returns: (transfer none): the item, without colours
 */
PatronItem *
patron_scene_add_circle (PatronScene *self,
                         PatronRole   role,
                         double       x,
                         double       y,
                         double       radius)
{
  return patron_scene_add_arc (self, role, x, y, radius, 0, 2 * G_PI);
}

/**
 * patron_scene_add_text:
 * @text: one line; see patron_text_wrap()
 * @x: what @align says of it
 * @y: the base line
 *
 * Returns: (transfer none): the item
 */
PatronItem *
patron_scene_add_text (PatronScene      *self,
                       PatronRole        role,
                       PatronMeasurer   *measurer,
                       const PatronFont *font,
                       const char       *text,
                       double            x,
                       double            y,
                       PatronAlign       align,
                       PatronColour      fill)
{
  PatronItem *item = add_item (self, PATRON_ITEM_TEXT, role);

  item->text = g_strdup (text);
  item->font = *font;
  item->x = x;
  item->y = y;
  item->align = align;
  item->fill = fill;
  item->rtl = patron_text_runs_from_right (text);
  item->width = patron_text_width (measurer, font, text);
  patron_text_metrics (measurer, font, &item->ascent, &item->descent);
  return item;
}

/**
 * patron_scene_add_lines:
 * @lines: (element-type PatronLine): what patron_text_wrap() gave
 * @x: what @align says of it
 * @top: the top of the first line's box
 *
 * Adds a paragraph. Each line stands in a box of patron_text_line_height().
 *
 * Returns: the height of the paragraph
 */
double
patron_scene_add_lines (PatronScene      *self,
                        PatronRole        role,
                        PatronMeasurer   *measurer,
                        const PatronFont *font,
                        GArray           *lines,
                        double            x,
                        double            top,
                        PatronAlign       align,
                        PatronColour      fill)
{
  double height = patron_text_line_height (font);
  double ascent, descent, base;
  gboolean rtl = FALSE;

  patron_text_metrics (measurer, font, &ascent, &descent);
  base = top + (height - ascent - descent) / 2 + ascent;
  for (guint i = 0; i < lines->len; i++)
    {
      const PatronLine *line = &g_array_index (lines, PatronLine, i);
      PatronItem *item;

      if (i == 0)
        rtl = patron_text_runs_from_right (line->text);
      if (*line->text == '\0')
        continue;
      item = add_item (self, PATRON_ITEM_TEXT, role);
      item->text = g_strdup (line->text);
      item->font = *font;
      item->x = x;
      item->y = base + i * height;
      item->align = align;
      item->fill = fill;
      item->rtl = rtl;
      item->width = line->width;
      item->ascent = ascent;
      item->descent = descent;
    }
  return lines->len * height;
}

/**
 * patron_scene_add_image:
 *
 * Returns: (transfer none): the item; its radius rounds the corners
 */
PatronItem *
patron_scene_add_image (PatronScene *self,
                        PatronRole   role,
                        PatronImage *image,
                        double       x,
                        double       y,
                        double       width,
                        double       height)
{
  PatronItem *item = add_item (self, PATRON_ITEM_IMAGE, role);

  item->image = patron_image_ref (image);
  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  return item;
}

/**
 * patron_scene_begin_clip:
 *
 * What is added until patron_scene_end_clip() is painted inside the rectangle
 * only. Clips nest.
 */
void
patron_scene_begin_clip (PatronScene *self,
                         double       x,
                         double       y,
                         double       width,
                         double       height)
{
  PatronItem *item = add_item (self, PATRON_ITEM_CLIP_BEGIN,
                               PATRON_ROLE_BACKGROUND);

  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
}

/**
 * patron_scene_end_clip:
 *
 * Ends what patron_scene_begin_clip() began.
 */
void
patron_scene_end_clip (PatronScene *self)
{
  add_item (self, PATRON_ITEM_CLIP_END, PATRON_ROLE_BACKGROUND);
}

/**
 * patron_scene_add_spot:
 *
 * Returns: (transfer none): an area to point at, good until the next spot is
 *   added; its anchor is the middle
 */
PatronSpot *
patron_scene_add_spot (PatronScene *self,
                       PatronRole   role,
                       double       x,
                       double       y,
                       double       width,
                       double       height)
{
  PatronSpot *spot;

  g_array_set_size (self->spots, self->spots->len + 1);
  spot = &g_array_index (self->spots, PatronSpot, self->spots->len - 1);
  spot->role = role;
  spot->series = -1;
  spot->point = -1;
  spot->whole = -1;
  spot->change = NAN;
  spot->low = spot->high = NAN;
  spot->samples = NAN;
  spot->x = x;
  spot->y = y;
  spot->width = width;
  spot->height = height;
  spot->anchor_x = x + width / 2;
  spot->anchor_y = y + height / 2;
  return spot;
}

/**
 * patron_scene_add_point_spot:
 *
 * Returns: (transfer none): a point of a plot, good until the next spot is
 *   added
 */
PatronSpot *
patron_scene_add_point_spot (PatronScene *self,
                             double       x,
                             double       y,
                             int          series,
                             int          point)
{
  PatronSpot *spot = patron_scene_add_spot (self, PATRON_ROLE_SERIES, x - 4,
                                            y - 4, 8, 8);

  spot->is_point = TRUE;
  spot->series = series;
  spot->point = point;
  return spot;
}

/**
 * patron_item_move_to:
 *
 * Begins a new part of a path.
 */
void
patron_item_move_to (PatronItem *self,
                     double      x,
                     double      y)
{
  PatronPathStep step = { PATRON_STEP_MOVE, x, y, 0, 0, 0, 0 };

  g_array_append_val (self->steps, step);
}

/**
 * patron_item_line_to:
 *
 * Goes on in a straight line.
 */
void
patron_item_line_to (PatronItem *self,
                     double      x,
                     double      y)
{
  PatronPathStep step = { PATRON_STEP_LINE, x, y, 0, 0, 0, 0 };

  g_array_append_val (self->steps, step);
}

/**
 * patron_item_curve_to:
 * @x1: the first control point
 * @y1: the first control point
 * @x2: the second
 * @y2: the second
 *
 * Goes on in a cubic Bézier curve.
 */
void
patron_item_curve_to (PatronItem *self,
                      double      x1,
                      double      y1,
                      double      x2,
                      double      y2,
                      double      x,
                      double      y)
{
  PatronPathStep step = { PATRON_STEP_CURVE, x, y, x1, y1, x2, y2 };

  g_array_append_val (self->steps, step);
}

/**
 * patron_item_close:
 *
 * Goes back to where this part of the path began.
 */
void
patron_item_close (PatronItem *self)
{
  PatronPathStep step = { PATRON_STEP_CLOSE, 0, 0, 0, 0, 0, 0 };

  g_array_append_val (self->steps, step);
}

/**
 * patron_item_add_polygon:
 * @corners: (array length=n): x and y of each corner, in turn
 * @n: how many corners
 * @x: where the origin of @corners lies
 * @y: where the origin of @corners lies
 * @size: what the corners are multiplied with
 *
 * Adds a closed outline to a path.
 */
void
patron_item_add_polygon (PatronItem   *self,
                         const double *corners,
                         gsize         n,
                         double        x,
                         double        y,
                         double        size)
{
  for (gsize i = 0; i < n; i++)
    if (i == 0)
      patron_item_move_to (self, x + corners[0] * size, y + corners[1] * size);
    else
      patron_item_line_to (self, x + corners[2 * i] * size,
                           y + corners[2 * i + 1] * size);
  patron_item_close (self);
}

/**
 * patron_scene_add_marker:
 * @marker: a shape; all have about one area
 *
 * Marks a place with a shape, so that things differ in more than colour.
 *
 * Returns: (transfer none): the item, without colours
 */
PatronItem *
patron_scene_add_marker (PatronScene  *self,
                         PatronRole    role,
                         PatronMarker  marker,
                         double        x,
                         double        y,
                         double        radius)
{
  static const double square[] = { -.89, -.89, .89, -.89, .89, .89, -.89,
                                   .89 };
  static const double triangle[] = { 0, -1.3, 1.18, .82, -1.18, .82 };
  static const double diamond[] = { 0, -1.27, 1.27, 0, 0, 1.27, -1.27, 0 };
  static const double cross[] = {
    -.98, -.52, -.52, -.98, 0, -.46, .52, -.98, .98, -.52, .46, 0,
    .98, .52, .52, .98, 0, .46, -.52, .98, -.98, .52, -.46, 0,
  };
  PatronItem *item;

  if (marker == PATRON_MARKER_CIRCLE)
    return patron_scene_add_circle (self, role, x, y, radius);
  item = patron_scene_add_path (self, role);
  switch (marker)
    {
    case PATRON_MARKER_SQUARE:
      patron_item_add_polygon (item, square, 4, x, y, radius);
      break;
    case PATRON_MARKER_TRIANGLE:
      patron_item_add_polygon (item, triangle, 3, x, y, radius);
      break;
    case PATRON_MARKER_CROSS:
      patron_item_add_polygon (item, cross, 12, x, y, radius);
      break;
    case PATRON_MARKER_CIRCLE:
    case PATRON_MARKER_DIAMOND:
    default:
      patron_item_add_polygon (item, diamond, 4, x, y, radius);
      break;
    }
  return item;
}
