/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Pictures: each is kept once, and as long as something shows it. */

#include "config.h"

#include "patron-document-private.h"

static gint64
find_asset (PatronDocument *self,
            GBytes         *data)
{
  g_autoptr (PatronStatement) statement = NULL;
  PatronValue value = { .type = PATRON_VALUE_DATA, .data = data };

  statement = patron_db_prepare (self->db,
                                 "SELECT id FROM asset WHERE "
                                 "length (data) = length (?1) AND data = ?1",
                                 NULL);
  if (statement == NULL)
    return 0;
  patron_statement_bind (statement, 1, &value);
  if (patron_statement_step (statement, NULL) != PATRON_STEP_ROW)
    return 0;
  return patron_statement_get_integer (statement, 0);
}

static void
set_field (const PatronEntity *entity,
           PatronValue        *values,
           const char         *field,
           const PatronValue  *value)
{
  patron_value_copy (&values[patron_entity_find_field (entity, field)], value);
}

/**
 * patron_document_insert_asset:
 * @data: an encoded picture
 * @name: (nullable): what it is called, such as the name of its file
 * @media_type: such as image/png
 * @width: in pixels
 * @height: in pixels
 *
 * Puts a picture into the document, for an image field to refer to; one that
 * is there already is not put in again. Pictures that no field refers to go
 * with the next removal, so do this and the setting of the field in one
 * compound edit.
 *
 * Returns: (transfer full) (nullable): the asset
 */
PatronRecord *
patron_document_insert_asset (PatronDocument *self,
                              GBytes         *data,
                              const char     *name,
                              const char     *media_type,
                              gint64          width,
                              gint64          height,
                              GError        **error)
{
  const PatronEntity *entity = patron_registry_lookup (self->registry, "asset");
  g_autofree PatronValue *values = NULL;
  g_auto (PatronValue) value = PATRON_VALUE_INIT;
  PatronRecord *record;
  gint64 id;

  g_return_val_if_fail (entity != NULL && self->db != NULL, NULL);

  id = find_asset (self, data);
  if (id != 0)
    return patron_document_get_record_of (self, entity, id);
  values = g_new0 (PatronValue, entity->n_fields);
  patron_value_set_text (&value, name);
  set_field (entity, values, "name", &value);
  patron_value_set_text (&value, media_type);
  set_field (entity, values, "media_type", &value);
  patron_value_set_integer (&value, width);
  set_field (entity, values, "width", &value);
  patron_value_set_integer (&value, height);
  set_field (entity, values, "height", &value);
  patron_value_take_data (&value, g_bytes_ref (data));
  set_field (entity, values, "data", &value);
  record = patron_document_insert_values (self, entity, 0, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return record;
}

/* patron_document_drop_assets:
 *
 * Removes the pictures that no field refers to any more, inside the open
 * transaction, so that undo brings them back.
 *
 * Returns: whether it worked
 */
gboolean
patron_document_drop_assets (PatronDocument *self,
                             GError        **error)
{
  g_autoptr (GString) sql = NULL;

  if (patron_registry_lookup (self->registry, "asset") == NULL)
    return TRUE;
  sql = g_string_new ("DELETE FROM asset WHERE 1");
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (self->registry, i);

      for (guint j = 0; j < entity->n_fields; j++)
        if (entity->fields[j].kind == PATRON_KIND_IMAGE)
          g_string_append_printf (sql,
                                  " AND NOT EXISTS (SELECT 1 FROM \"%s\" "
                                  "WHERE \"%s\" = asset.id)",
                                  entity->name, entity->fields[j].name);
    }
  return patron_db_exec (self->db, sql->str, error);
}
