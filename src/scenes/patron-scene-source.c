/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "patron-scene-source.h"

#include "patron-text.h"

/**
 * patron_scene_source_find:
 * @self: (nullable): where to look
 * @field: a reference of @record
 *
 * Returns: (transfer none) (nullable): the record that @field refers to
 */
PatronRecord *
patron_scene_source_find (const PatronSceneSource *self,
                          PatronRecord            *record,
                          const char              *field)
{
  gint64 id = patron_record_get_integer (record, field);

  if (id == 0 || self == NULL || self->find == NULL)
    return NULL;
  return self->find (id, self->data);
}

/**
 * patron_scene_source_name:
 *
 * Returns: (transfer full) (nullable): the title of the record that @field
 *   refers to
 */
char *
patron_scene_source_name (const PatronSceneSource *self,
                          PatronRecord            *record,
                          const char              *field)
{
  PatronRecord *other = patron_scene_source_find (self, record, field);

  return other != NULL ? patron_scene_record_title (other) : NULL;
}

/**
 * patron_scene_record_title:
 *
 * Returns: (transfer full): the title of @record, fit to be set; never empty
 */
char *
patron_scene_record_title (PatronRecord *record)
{
  g_autofree char *title = patron_record_get_title (record);
  char *clean = patron_text_clean (title);

  if (*clean != '\0')
    return clean;
  g_free (clean);
  return g_strdup (patron_entity_get_untitled (
    patron_record_get_entity (record)));
}

/**
 * patron_scene_source_load:
 *
 * Returns: (transfer full) (nullable): the picture of an image field
 */
PatronImage *
patron_scene_source_load (const PatronSceneSource *self,
                          PatronRecord            *record,
                          const char              *field)
{
  gint64 id = patron_record_get_integer (record, field);

  if (id == 0 || self == NULL || self->load == NULL)
    return NULL;
  return self->load (id, self->data);
}

/**
 * patron_scene_source_format:
 *
 * Returns: (transfer full): a field as the user reads it, fit to be set; ""
 *   where it is absent
 */
char *
patron_scene_source_format (const PatronSceneSource *self,
                            PatronRecord            *record,
                            const char              *field)
{
  const PatronField *description
    = patron_entity_get_field (patron_record_get_entity (record), field);
  g_autofree char *text = patron_field_format (
    description, patron_record_get (record, field),
    self != NULL ? self->currency : NULL);

  return patron_text_clean (text);
}
