/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-record.h"

/**
 * patron_entity_get_label:
 *
 * Returns: (transfer none): what one is called, in the user's language
 */
const char *
patron_entity_get_label (const PatronEntity *entity)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "entity", entity->label);
}

/**
 * patron_entity_get_plural:
 *
 * Returns: (transfer none): what several are called, in the user's language
 */
const char *
patron_entity_get_plural (const PatronEntity *entity)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "entity", entity->plural);
}

/**
 * patron_entity_get_untitled:
 *
 * Returns: (transfer none): what a record without a title is called, in the
 *   user's language
 */
const char *
patron_entity_get_untitled (const PatronEntity *entity)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "entity", entity->untitled);
}

/**
 * patron_entity_find_field:
 *
 * Returns: the row of the field in the table, -1 if there is none
 */
int
patron_entity_find_field (const PatronEntity *entity,
                          const char         *name)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (strcmp (entity->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * patron_entity_get_field:
 *
 * Returns: (transfer none) (nullable): the field of that name
 */
const PatronField *
patron_entity_get_field (const PatronEntity *entity,
                         const char         *name)
{
  int index = patron_entity_find_field (entity, name);

  return index >= 0 ? &entity->fields[index] : NULL;
}

/**
 * patron_entity_get_title:
 *
 * Returns: (transfer none) (nullable): the field that names the records
 */
const PatronField *
patron_entity_get_title (const PatronEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].flags & PATRON_FIELD_TITLE)
      return &entity->fields[i];
  return NULL;
}

static char *
type_name (const PatronEntity *entity)
{
  g_autoptr (GString) name = g_string_new ("PatronRecord");
  gboolean upper = TRUE;

  for (const char *p = entity->name; *p != '\0'; p++)
    {
      if (*p != '_')
        g_string_append_c (name, upper ? g_ascii_toupper (*p) : *p);
      upper = *p == '_';
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * patron_entity_get_type:
 *
 * The type is registered on first use and has a read-only property for each
 * field, so that bindings and expressions work on records.
 *
 * Returns: the #GType of the entity's records, derived from #PatronRecord
 */
GType
patron_entity_get_type (const PatronEntity *entity)
{
  static GMutex mutex;
  static GHashTable *types;
  gpointer type;

  g_mutex_lock (&mutex);
  if (types == NULL)
    types = g_hash_table_new (NULL, NULL);
  type = g_hash_table_lookup (types, entity);
  if (type == NULL)
    {
      g_autofree char *name = type_name (entity);

      type = GSIZE_TO_POINTER (
          patron_record_register_type (name, entity));
      g_hash_table_insert (types, (gpointer) entity, type);
    }
  g_mutex_unlock (&mutex);
  return GPOINTER_TO_SIZE (type);
}
