/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-scene.h"

#include "patron-scene-private.h"

G_DEFINE_BOXED_TYPE (PatronScene, patron_scene, patron_scene_ref,
                     patron_scene_unref)

/* patron_item_free:
 *
 * Frees an item of a scene.
 */
void
patron_item_free (gpointer data)
{
  PatronItem *item = data;

  g_clear_pointer (&item->steps, g_array_unref);
  g_clear_pointer (&item->image, patron_image_unref);
  g_free (item->text);
  g_free (item);
}

static void
clear_spot (gpointer data)
{
  g_free (((PatronSpot *) data)->text);
}

/**
 * patron_scene_new:
 * @width: px at 96 dpi
 * @height: px at 96 dpi
 *
 * Returns: (transfer full): an empty scene
 */
PatronScene *
patron_scene_new (double width,
                  double height)
{
  PatronScene *self = g_atomic_rc_box_new0 (PatronScene);

  self->width = width;
  self->height = height;
  self->tag_series = -1;
  self->tag_point = -1;
  self->items = g_ptr_array_new_with_free_func (patron_item_free);
  self->spots = g_array_new (FALSE, TRUE, sizeof (PatronSpot));
  g_array_set_clear_func (self->spots, clear_spot);
  self->series_names = g_ptr_array_new_with_free_func (g_free);
  patron_format_init (&self->x_format, PATRON_FORMAT_DATE);
  patron_format_init (&self->y_format, PATRON_FORMAT_NUMBER);
  return self;
}

/**
 * patron_scene_ref:
 *
 * Returns: (transfer full): @self
 */
PatronScene *
patron_scene_ref (PatronScene *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
scene_clear (gpointer data)
{
  PatronScene *self = data;

  g_ptr_array_unref (self->items);
  g_array_unref (self->spots);
  g_ptr_array_unref (self->series_names);
  g_free (self->alt_text);
}

/**
 * patron_scene_unref:
 *
 * Gives up a reference. May be called from any thread.
 */
void
patron_scene_unref (PatronScene *self)
{
  g_atomic_rc_box_release_full (self, scene_clear);
}

/**
 * patron_scene_get_width:
 *
 * Returns: the width in px at 96 dpi
 */
double
patron_scene_get_width (const PatronScene *self)
{
  return self->width;
}

/**
 * patron_scene_get_height:
 *
 * Returns: the height in px at 96 dpi
 */
double
patron_scene_get_height (const PatronScene *self)
{
  return self->height;
}

/**
 * patron_scene_get_alt_text:
 *
 * Returns: (nullable): the message of the scene in words, for screen readers
 *   and for those who get the picture without its data
 */
const char *
patron_scene_get_alt_text (const PatronScene *self)
{
  return self->alt_text;
}

/**
 * patron_scene_get_n_items:
 *
 * Returns: how many things there are to paint
 */
guint
patron_scene_get_n_items (const PatronScene *self)
{
  return self->items->len;
}

/**
 * patron_scene_get_item:
 *
 * Returns: (transfer none): the item at @index, from back to front
 */
const PatronItem *
patron_scene_get_item (const PatronScene *self,
                       guint              index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * patron_scene_get_n_spots:
 *
 * Returns: how many places can be pointed at
 */
guint
patron_scene_get_n_spots (const PatronScene *self)
{
  return self->spots->len;
}

/**
 * patron_scene_get_spot:
 *
 * Returns: (transfer none): the spot at @index, in reading order
 */
const PatronSpot *
patron_scene_get_spot (const PatronScene *self,
                       guint              index)
{
  g_return_val_if_fail (index < self->spots->len, NULL);

  return &g_array_index (self->spots, PatronSpot, index);
}

/**
 * patron_scene_set_height:
 *
 * Says how high the scene came out, for layouts that learn it at the end.
 */
void
patron_scene_set_height (PatronScene *self,
                         double       height)
{
  self->height = height;
}

/**
 * patron_scene_set_alt_text:
 * @text: (nullable): the message of the scene in words
 *
 * Sets what those get who do not see the scene.
 */
void
patron_scene_set_alt_text (PatronScene *self,
                           const char  *text)
{
  char *copy = g_strdup (text);

  g_free (self->alt_text);
  self->alt_text = copy;
}

/**
 * patron_scene_set_formats:
 *
 * Says how the values of point spots are written.
 */
void
patron_scene_set_formats (PatronScene        *self,
                          const PatronFormat *x,
                          const PatronFormat *y)
{
  self->x_format = *x;
  self->y_format = *y;
}

/**
 * patron_scene_name_series:
 *
 * Names the next series, for the words of its spots.
 */
void
patron_scene_name_series (PatronScene *self,
                          const char  *name)
{
  g_ptr_array_add (self->series_names, g_strdup (name));
}
