/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include <math.h>
#include <pango/pangocairo.h>

#include "patron-pango.h"
#include "patron-scene-private.h"

static void
set_colour (cairo_t      *cr,
            PatronColour  colour)
{
  double red, green, blue, alpha;

  patron_colour_get (colour, &red, &green, &blue, &alpha);
  cairo_set_source_rgba (cr, red, green, blue, alpha);
}

static void
trace_rectangle (cairo_t          *cr,
                 const PatronItem *item)
{
  double x = item->x, y = item->y;
  double w = item->width, h = item->height;
  double r = MIN (item->radius, MIN (w, h) / 2);

  cairo_new_path (cr);
  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, w, h);
      return;
    }
  cairo_arc (cr, x + w - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + h - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace_arc (cairo_t          *cr,
           const PatronItem *item)
{
  cairo_new_path (cr);
  if (item->end - item->start >= 2 * G_PI - 1e-9)
    {
      cairo_arc (cr, item->x, item->y, item->radius, 0, 2 * G_PI);
      cairo_close_path (cr);
      if (item->inner > 0)
        {
          cairo_new_sub_path (cr);
          cairo_arc_negative (cr, item->x, item->y, item->inner, 2 * G_PI, 0);
          cairo_close_path (cr);
        }
      return;
    }
  if (item->inner == 0)
    cairo_move_to (cr, item->x, item->y);
  cairo_arc (cr, item->x, item->y, item->radius, item->start, item->end);
  if (item->inner > 0)
    cairo_arc_negative (cr, item->x, item->y, item->inner, item->end,
                        item->start);
  if (item->inner >= 0)
    cairo_close_path (cr);
}

static void
trace_path (cairo_t          *cr,
            const PatronItem *item)
{
  cairo_new_path (cr);
  for (guint i = 0; i < item->steps->len; i++)
    {
      const PatronPathStep *step
        = &g_array_index (item->steps, PatronPathStep, i);

      switch (step->kind)
        {
        case PATRON_STEP_MOVE:
          cairo_move_to (cr, step->x, step->y);
          break;
        case PATRON_STEP_LINE:
          cairo_line_to (cr, step->x, step->y);
          break;
        case PATRON_STEP_CURVE:
          cairo_curve_to (cr, step->x1, step->y1, step->x2, step->y2, step->x,
                          step->y);
          break;
        case PATRON_STEP_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
paint_path (cairo_t          *cr,
            const PatronItem *item)
{
  double dashes[2] = { item->dash, item->gap };
  gboolean stroked = item->stroke != 0 && item->line_width > 0;

  if (item->fill != 0)
    {
      set_colour (cr, item->fill);
      if (stroked)
        cairo_fill_preserve (cr);
      else
        cairo_fill (cr);
    }
  if (stroked)
    {
      set_colour (cr, item->stroke);
      cairo_set_line_width (cr, item->line_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (cr, item->dash > 0 ? CAIRO_LINE_CAP_BUTT
                                             : CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dashes, item->dash > 0 ? 2 : 0, 0);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

/* Sets the text, and moves to where it begins. */
static PangoLayoutLine *
set_text (cairo_t          *cr,
          PangoLayout      *layout,
          const PatronItem *item)
{
  double left = item->x;

  if (item->align == PATRON_ALIGN_CENTRE)
    left -= item->width / 2;
  else if (item->align == PATRON_ALIGN_RIGHT)
    left -= item->width;
  pango_context_set_base_dir (pango_layout_get_context (layout),
                              item->rtl ? PANGO_DIRECTION_RTL
                                        : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (layout);
  patron_pango_layout_set_font (layout, &item->font);
  pango_layout_set_text (layout, item->text, -1);
  cairo_move_to (cr, left, item->y);
  return pango_layout_get_line_readonly (layout, 0);
}

/* patron_scene_trace_text:
 * @layout: of patron_pango_context_new(), to work with
 *
 * Makes the shapes of a text's letters the current path.
 */
void
patron_scene_trace_text (const PatronItem *item,
                         cairo_t          *cr,
                         PangoLayout      *layout)
{
  PangoLayoutLine *line;

  cairo_new_path (cr);
  line = set_text (cr, layout, item);
  pango_cairo_layout_line_path (cr, line);
}

static void
draw_text (cairo_t          *cr,
           PangoLayout      *layout,
           const PatronItem *item)
{
  PangoLayoutLine *line;

  if (item->stroke != 0)
    {
      patron_scene_trace_text (item, cr, layout);
      set_colour (cr, item->stroke);
      cairo_set_line_width (cr, item->line_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke (cr);
    }
  set_colour (cr, item->fill);
  line = set_text (cr, layout, item);
  pango_cairo_show_layout_line (cr, line);
  cairo_new_path (cr);
}

/* The image covers its rectangle; what is too much is cut at both sides. */
static void
draw_image (cairo_t          *cr,
            const PatronItem *item)
{
  double width = patron_image_get_width (item->image);
  double height = patron_image_get_height (item->image);
  double scale = MAX (item->width / width, item->height / height);

  cairo_save (cr);
  trace_rectangle (cr, item);
  cairo_clip (cr);
  cairo_translate (cr, item->x + (item->width - width * scale) / 2,
                   item->y + (item->height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, patron_image_get_surface (item->image), 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
  if (item->stroke != 0)
    {
      PatronItem frame = *item;

      frame.fill = 0;
      trace_rectangle (cr, &frame);
      paint_path (cr, &frame);
    }
}

static void
draw_item (cairo_t          *cr,
           PangoLayout      *layout,
           const PatronItem *item)
{
  switch (item->kind)
    {
    case PATRON_ITEM_PATH:
      trace_path (cr, item);
      paint_path (cr, item);
      break;
    case PATRON_ITEM_RECTANGLE:
      trace_rectangle (cr, item);
      paint_path (cr, item);
      break;
    case PATRON_ITEM_ARC:
      trace_arc (cr, item);
      paint_path (cr, item);
      break;
    case PATRON_ITEM_TEXT:
      draw_text (cr, layout, item);
      break;
    case PATRON_ITEM_IMAGE:
      draw_image (cr, item);
      break;
    case PATRON_ITEM_CLIP_BEGIN:
      cairo_save (cr);
      trace_rectangle (cr, item);
      cairo_clip (cr);
      break;
    case PATRON_ITEM_CLIP_END:
    default:
      cairo_restore (cr);
      break;
    }
}

static gboolean
is_outside (const PatronItem *item,
            double            left,
            double            top,
            double            right,
            double            bottom)
{
  double x, y, width, height;
  double margin = item->line_width;

  if (item->kind == PATRON_ITEM_CLIP_BEGIN
      || item->kind == PATRON_ITEM_CLIP_END)
    return FALSE;
  /* Letters may reach out of the box of their font. */
  if (item->kind == PATRON_ITEM_TEXT)
    margin += item->font.size;
  patron_item_get_bounds (item, &x, &y, &width, &height);
  return x - margin > right || x + width + margin < left || y - margin > bottom
         || y + height + margin < top;
}

/**
 * patron_scene_draw:
 * @cr: the target; one unit is one px
 *
 * Paints the scene with its top left corner at the origin. Items outside the
 * clip of @cr are passed over, so that scrolling a large scene costs what is
 * seen of it.
 */
void
patron_scene_draw (const PatronScene *self,
                   cairo_t           *cr)
{
  PangoContext *context = patron_pango_context_new ();
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  double left, top, right, bottom;

  g_object_unref (context);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  cairo_save (cr);
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  for (guint i = 0; i < self->items->len; i++)
    {
      const PatronItem *item = g_ptr_array_index (self->items, i);

      if (!is_outside (item, left, top, right, bottom))
        draw_item (cr, layout, item);
    }
  cairo_restore (cr);
}
