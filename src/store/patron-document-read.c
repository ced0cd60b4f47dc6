/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>

#include "patron-error.h"
#include "patron-list.h"

/* One live record. The table of an entity holds these by key, and each is
 * dropped when nobody holds its record any more. */
typedef struct
{
  gint64        id;
  PatronRecord *record; /* (unowned) */
  GHashTable   *table;  /* (unowned) */
} LiveRecord;

static void
record_gone_cb (gpointer  user_data,
                GObject  *record)
{
  LiveRecord *live = user_data;

  live->record = NULL;
  g_hash_table_remove (live->table, &live->id);
}

static void
live_record_free (gpointer data)
{
  LiveRecord *live = data;

  if (live->record != NULL)
    g_object_weak_unref (G_OBJECT (live->record), record_gone_cb, live);
  g_free (live);
}

/* patron_document_new_records:
 *
 * Returns: (transfer full): an empty table of live records
 */
GHashTable *
patron_document_new_records (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                live_record_free);
}

/* patron_document_peek_record:
 *
 * Returns: (transfer none) (nullable): the record, if somebody holds it
 */
PatronRecord *
patron_document_peek_record (PatronDocument *self,
                             guint           entity,
                             gint64          id)
{
  LiveRecord *live = g_hash_table_lookup (self->records[entity], &id);

  return live != NULL ? live->record : NULL;
}

static const char *
select_sql (const PatronEntity *entity)
{
  static GHashTable *queries;
  GString *sql;

  if (queries == NULL)
    queries = g_hash_table_new (NULL, NULL);
  sql = g_hash_table_lookup (queries, entity);
  if (sql != NULL)
    return sql->str;

  sql = g_string_new ("SELECT id");
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].kind == PATRON_KIND_DATA)
      g_string_append (sql, ", NULL");
    else
      g_string_append_printf (sql, ", \"%s\"", entity->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?1", entity->name);
  g_hash_table_insert (queries, (gpointer) entity, sql);
  return sql->str;
}

/* Reads a row. Returns whether it is there; with an array for the values,
 * they are set. */
static gboolean
read_row (PatronDocument     *self,
          const PatronEntity *entity,
          gint64              id,
          PatronValue        *values)
{
  g_autoptr (PatronStatement) statement = NULL;

  if (self->db == NULL)
    return FALSE;
  statement = patron_db_prepare (self->db, select_sql (entity), NULL);
  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, id);
  if (patron_statement_step (statement, NULL) != PATRON_STEP_ROW)
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++)
    patron_statement_get (statement, (int) i + 1, &values[i]);
  return TRUE;
}

/* patron_document_reload:
 *
 * Makes the record show its row, or that the row is gone.
 *
 * Returns: whether the row is there
 */
gboolean
patron_document_reload (PatronDocument *self,
                        PatronRecord   *record)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  gboolean found
      = read_row (self, entity, patron_record_get_id (record), values);

  if (found)
    patron_record_load (record, values);
  patron_record_set_exists (record, found);
  return found;
}

/* patron_document_get_record_of:
 *
 * Returns: (transfer full) (nullable): the one record of the row, %NULL if
 *   there is no such row
 */
PatronRecord *
patron_document_get_record_of (PatronDocument     *self,
                               const PatronEntity *entity,
                               gint64              id)
{
  int index = patron_registry_find (self->registry, entity);
  g_autoptr (PatronRecord) record = NULL;
  LiveRecord *live;

  g_return_val_if_fail (index >= 0, NULL);

  record = patron_document_peek_record (self, (guint) index, id);
  if (record != NULL)
    {
      g_object_ref (record);
      return patron_record_get_exists (record) ? g_steal_pointer (&record)
                                               : NULL;
    }
  record = patron_record_new (entity, id);
  if (!patron_document_reload (self, record))
    return NULL;
  live = g_new0 (LiveRecord, 1);
  live->id = id;
  live->record = record;
  live->table = self->records[index];
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, live);
  g_hash_table_insert (live->table, &live->id, live);
  return g_steal_pointer (&record);
}

/**
 * patron_document_get_record:
 * @entity: the name of an entity
 * @id: a key, or 0
 *
 * Returns: (transfer full) (nullable): the one record of the row, %NULL if
 *   there is no such row
 */
PatronRecord *
patron_document_get_record (PatronDocument *self,
                            const char     *entity,
                            gint64          id)
{
  const PatronEntity *found = patron_registry_lookup (self->registry, entity);

  return found != NULL && id > 0
             ? patron_document_get_record_of (self, found, id)
             : NULL;
}

/**
 * patron_document_find_record:
 * @id: a key of any entity
 *
 * Returns: (transfer full) (nullable): the record that has the key
 */
PatronRecord *
patron_document_find_record (PatronDocument *self,
                             gint64          id)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      PatronRecord *record = patron_document_get_record_of (
          self, patron_registry_get_entity (self->registry, i), id);

      if (record != NULL)
        return record;
    }
  return NULL;
}

/**
 * patron_document_get_strategy:
 *
 * Returns: (transfer full) (nullable): the one record of the entity of which
 *   every document has one
 */
PatronRecord *
patron_document_get_strategy (PatronDocument *self)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (self->registry, i);
      g_autofree char *sql = NULL;
      gint64 id;

      if (!entity->single || self->db == NULL)
        continue;
      sql = g_strdup_printf ("SELECT min (id) FROM \"%s\"", entity->name);
      if (!patron_db_get_integer (self->db, sql, &id, NULL) || id == 0)
        return NULL;
      return patron_document_get_record_of (self, entity, id);
    }
  return NULL;
}

/**
 * patron_document_list:
 * @entity: the name of an entity
 *
 * Returns: (transfer full): all its records, as a live list in their order
 */
GListModel *
patron_document_list (PatronDocument *self,
                      const char     *entity)
{
  const PatronEntity *found = patron_registry_lookup (self->registry, entity);

  g_return_val_if_fail (found != NULL, NULL);

  return G_LIST_MODEL (patron_list_new (self, found, NULL, 0));
}

/**
 * patron_document_list_of:
 * @entity: the name of an entity
 * @reference: the name of a field of it that refers to a record
 * @target: the key of that record, or 0 for records that refer to none
 *
 * Returns: (transfer full): the records that refer to @target, as a live
 *   list in their order
 */
GListModel *
patron_document_list_of (PatronDocument *self,
                         const char     *entity,
                         const char     *reference,
                         gint64          target)
{
  const PatronEntity *found = patron_registry_lookup (self->registry, entity);

  g_return_val_if_fail (found != NULL, NULL);
  g_return_val_if_fail (patron_entity_find_field (found, reference) >= 0,
                        NULL);

  return G_LIST_MODEL (patron_list_new (self, found, reference, target));
}

/**
 * patron_document_get_last_of:
 * @entity: the name of an entity
 * @reference: the name of a field of it that refers to a record
 * @target: the key of that record
 *
 * Looks at the end of a list without reading the list: the newest of very
 * many measurements costs as much as one.
 *
 * Returns: (transfer full) (nullable): the last of the records that refer to
 *   @target
 */
PatronRecord *
patron_document_get_last_of (PatronDocument *self,
                             const char     *entity,
                             const char     *reference,
                             gint64          target)
{
  const PatronEntity *found = patron_registry_lookup (self->registry, entity);
  const char *order;
  g_autofree char *sql = NULL;
  g_autoptr (PatronStatement) statement = NULL;

  g_return_val_if_fail (found != NULL, NULL);
  g_return_val_if_fail (patron_entity_find_field (found, reference) >= 0,
                        NULL);

  if (self->db == NULL)
    return NULL;
  order = found->order != NULL ? found->order : "id";
  sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 "
                         "ORDER BY \"%s\" DESC, id DESC LIMIT 1",
                         found->name, reference, order);
  statement = patron_db_prepare (self->db, sql, NULL);
  if (statement == NULL)
    return NULL;
  patron_statement_bind_integer (statement, 1, target);
  if (patron_statement_step (statement, NULL) != PATRON_STEP_ROW)
    return NULL;
  return patron_document_get_record_of (
      self, found, patron_statement_get_integer (statement, 0));
}

/**
 * patron_document_count:
 * @entity: the name of an entity
 *
 * Returns: how many records there are
 */
gint64
patron_document_count (PatronDocument *self,
                       const char     *entity)
{
  const PatronEntity *found = patron_registry_lookup (self->registry, entity);
  g_autofree char *sql = NULL;
  gint64 count = 0;

  g_return_val_if_fail (found != NULL, 0);

  sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", found->name);
  if (self->db != NULL)
    patron_db_get_integer (self->db, sql, &count, NULL);
  return count;
}

/**
 * patron_document_load_data:
 * @record: a record of this document
 * @field: a field of kind data, which records do not hold
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
patron_document_load_data (PatronDocument *self,
                           PatronRecord   *record,
                           const char     *field,
                           GError        **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autoptr (PatronStatement) statement = NULL;
  g_autofree char *sql = NULL;
  g_auto (PatronValue) value = PATRON_VALUE_INIT;
  PatronStep step;

  g_return_val_if_fail (patron_entity_find_field (entity, field) >= 0, NULL);
  g_return_val_if_fail (self->db != NULL, NULL);

  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", field,
                         entity->name);
  statement = patron_db_prepare (self->db, sql, error);
  if (statement == NULL)
    return NULL;
  patron_statement_bind_integer (statement, 1, patron_record_get_id (record));
  step = patron_statement_step (statement, error);
  if (step == PATRON_STEP_ROW)
    {
      patron_statement_get (statement, 0, &value);
      if (value.type == PATRON_VALUE_DATA)
        return g_bytes_ref (value.data);
    }
  if (step != PATRON_STEP_ERROR)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                         _("The picture or version is not in the document."));
  return NULL;
}
