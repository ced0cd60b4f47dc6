/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include <pango/pangocairo.h>

#include "patron-pango.h"
#include "patron-scene-private.h"

static void
take_path (PatronItem         *item,
           const cairo_path_t *path)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          patron_item_move_to (item, data[1].point.x, data[1].point.y);
          break;
        case CAIRO_PATH_LINE_TO:
          patron_item_line_to (item, data[1].point.x, data[1].point.y);
          break;
        case CAIRO_PATH_CURVE_TO:
          patron_item_curve_to (item, data[1].point.x, data[1].point.y,
                                data[2].point.x, data[2].point.y,
                                data[3].point.x, data[3].point.y);
          break;
        case CAIRO_PATH_CLOSE_PATH:
        default:
          patron_item_close (item);
          break;
        }
    }
}

/* Letters as a path, in place of the text. Its halo, which lies behind it, is
 * a path of its own. */
static void
add_outline (GPtrArray        *items,
             const PatronItem *text,
             cairo_t          *cr,
             gboolean          halo)
{
  PatronItem *item = g_new0 (PatronItem, 1);
  cairo_path_t *path;

  item->kind = PATRON_ITEM_PATH;
  item->role = text->role;
  item->series = text->series;
  item->point = text->point;
  item->record = text->record;
  item->steps = g_array_new (FALSE, FALSE, sizeof (PatronPathStep));
  item->fill = halo ? 0 : text->fill;
  item->stroke = halo ? text->stroke : 0;
  item->line_width = halo ? text->line_width : 0;
  path = cairo_copy_path (cr);
  take_path (item, path);
  cairo_path_destroy (path);
  g_ptr_array_add (items, item);
}

/**
 * patron_scene_outline:
 *
 * Turns all text of a finished scene into shapes, for programs that lack the
 * fonts. It can no longer be searched or edited then.
 */
void
patron_scene_outline (PatronScene *self)
{
  PangoContext *context = patron_pango_context_new ();
  PangoLayout *layout = pango_layout_new (context);
  cairo_surface_t *surface
    = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  GPtrArray *items = g_ptr_array_new_with_free_func (patron_item_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      PatronItem *item = g_ptr_array_index (self->items, i);

      if (item->kind != PATRON_ITEM_TEXT)
        {
          g_ptr_array_add (items, item);
          continue;
        }
      patron_scene_trace_text (item, cr, layout);
      if (item->stroke != 0)
        add_outline (items, item, cr, TRUE);
      add_outline (items, item, cr, FALSE);
      cairo_new_path (cr);
      patron_item_free (item);
    }
  g_ptr_array_set_free_func (self->items, NULL);
  g_ptr_array_unref (self->items);
  self->items = items;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (layout);
  g_object_unref (context);
}
