/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* How records come into a document: one, a copy, or very many. */

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"
#include "patron-id.h"
#include "patron-schema.h"

/* patron_document_insert_sql:
 *
 * Returns: (transfer full): the statement that inserts a row; its first
 *   parameter is the key, the fields follow
 */
char *
patron_document_insert_sql (const PatronEntity *entity)
{
  return patron_schema_insert_sql (entity, "INSERT");
}

static gboolean
validate_all (const PatronEntity *entity,
              const PatronValue  *values,
              GError            **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (!patron_field_validate (&entity->fields[i], &values[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_row (PatronDocument     *self,
            const PatronEntity *entity,
            gint64              id,
            const PatronValue  *values,
            GError            **error)
{
  g_autofree char *sql = patron_document_insert_sql (entity);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, id);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_statement_bind (statement, (int) i + 2, &values[i]);
  return patron_document_run (self, statement, error);
}

static gboolean
refuse_second (PatronDocument     *self,
               const PatronEntity *entity,
               GError            **error)
{
  if (!entity->single || patron_document_count (self, entity->name) == 0)
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
               /* Translators: the label of an entity. */
               _("%s: every document has exactly one"),
               patron_entity_get_label (entity));
  return FALSE;
}

/* A record without a position becomes the last. */
static gboolean
complete (PatronDocument     *self,
          const PatronEntity *entity,
          PatronValue        *values,
          GError            **error)
{
  int index = patron_entity_find_field (entity, "position");
  double position;

  if (index < 0 || values[index].type != PATRON_VALUE_NULL)
    return TRUE;
  if (!patron_document_last_position (self, entity, &position, error))
    return FALSE;
  patron_value_set_real (&values[index], position);
  return TRUE;
}

/**
 * patron_document_insert_values:
 * @entity: an entity of the document's registry
 * @id: the key, or 0 to make one
 * @values: (array): a value for each field of @entity; a record without a
 *   position becomes the last
 *
 * Makes a record.
 *
 * Returns: (transfer full) (nullable): the record; if %NULL, @error names the
 *   field and the reason
 */
PatronRecord *
patron_document_insert_values (PatronDocument     *self,
                               const PatronEntity *entity,
                               gint64              id,
                               const PatronValue  *values,
                               GError            **error)
{
  g_autofree PatronValue *row = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (PatronRecord) record = NULL;
  gboolean good;

  if (id == 0)
    id = patron_id_new ();
  if (!patron_document_begin (self, NULL, error))
    return NULL;
  patron_document_name_entry (self,
                              /* Translators: the label of an entity, as in
                               * “Undo Add Segment”. */
                              g_strdup_printf (
                                  C_("undo", "Add %s"),
                                  patron_entity_get_label (entity)),
                              entity, id, NULL);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      patron_value_copy (&row[i], &values[i]);
      patron_document_hold_names (self, &entity->fields[i], &row[i]);
    }
  good = refuse_second (self, entity, error)
         && complete (self, entity, row, error)
         && validate_all (entity, row, error)
         && patron_document_make_unique (self, entity, id, row, NULL, error)
         && insert_row (self, entity, id, row, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&row[i]);
  if (good)
    record = patron_document_get_record_of (self, entity, id);
  if (!patron_document_end_edit (self, good, error))
    return NULL;
  return g_steal_pointer (&record);
}

static gboolean
read_values (const PatronEntity *entity,
             PatronValue        *values,
             va_list             args,
             GError            **error)
{
  const char *field;

  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      int index = patron_entity_find_field (entity, field);
      const char *text = va_arg (args, const char *);

      if (index < 0)
        g_error ("Entity %s has no field %s", entity->name, field);
      if (!patron_field_from_text (&entity->fields[index],
                                   text != NULL ? text : "", &values[index],
                                   error))
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_document_insert:
 * @entity: the name of an entity
 * @error: a return location
 * @...: names of fields, each with its value as files write it, then %NULL
 *
 * Makes a record. Fields that are not named have their initial values.
 *
 * Returns: (transfer full) (nullable): the record; if %NULL, @error names the
 *   field and the reason
 */
PatronRecord *
patron_document_insert (PatronDocument *self,
                        const char     *entity,
                        GError        **error,
                        ...)
{
  const PatronEntity *found = patron_registry_lookup (self->registry, entity);
  g_autofree PatronValue *values = NULL;
  PatronRecord *record = NULL;
  va_list args;

  g_return_val_if_fail (found != NULL, NULL);

  values = g_new0 (PatronValue, found->n_fields);
  va_start (args, error);
  if (read_values (found, values, args, error))
    record = patron_document_insert_values (self, found, 0, values, error);
  va_end (args);
  for (guint i = 0; i < found->n_fields; i++)
    patron_value_clear (&values[i]);
  return record;
}
