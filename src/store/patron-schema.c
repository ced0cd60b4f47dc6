/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"
#include "patron-id.h"

/**
 * patron_schema_has_entity:
 *
 * Returns: whether documents of @schema have a table of @entity
 */
gboolean
patron_schema_has_entity (const PatronEntity *entity,
                          guint               schema)
{
  return MAX (entity->since, 1) <= schema;
}

/**
 * patron_schema_has_field:
 *
 * Returns: whether documents of @schema have a column of @field
 */
gboolean
patron_schema_has_field (const PatronEntity *entity,
                         const PatronField  *field,
                         guint               schema)
{
  return patron_schema_has_entity (entity, schema)
         && MAX (field->since, 1) <= schema;
}

static const char *
column_type (const PatronField *field)
{
  switch (patron_field_get_type (field))
    {
    case PATRON_VALUE_TEXT:
      return "TEXT";
    case PATRON_VALUE_REAL:
      return "REAL";
    case PATRON_VALUE_INTEGER:
      return "INTEGER";
    case PATRON_VALUE_DATA:
      return "BLOB";
    case PATRON_VALUE_NULL:
    default:
      g_assert_not_reached ();
    }
}

/**
 * patron_schema_get_target:
 *
 * Returns: (transfer none) (nullable): the name of the entity that the field
 *   refers to, %NULL if it is no reference
 */
const char *
patron_schema_get_target (const PatronField *field)
{
  return field->kind == PATRON_KIND_IMAGE ? "asset" : field->target;
}

static void
append_column (GString           *sql,
               const PatronField *field)
{
  g_string_append_printf (sql, ",\n  \"%s\" %s", field->name,
                          column_type (field));
  if (field->flags & PATRON_FIELD_REQUIRED)
    g_string_append (sql, " NOT NULL");
  if (patron_schema_get_target (field) != NULL)
    g_string_append_printf (
        sql, " REFERENCES \"%s\" ON DELETE %s", patron_schema_get_target (field),
        field->on_delete == PATRON_ON_DELETE_CASCADE ? "CASCADE"
                                                     : "SET NULL");
}

/**
 * patron_schema_table_sql:
 *
 * The rules of the field table that can change without a new schema, such as
 * limits and choices, are not in the SQL: they are checked when a value is
 * written and when a document is opened.
 *
 * Returns: (transfer full): the statement that makes the entity's table
 */
char *
patron_schema_table_sql (const PatronEntity *entity,
                         guint               schema)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\" (\n  id INTEGER PRIMARY "
                               "KEY CHECK (id > 0)",
                          entity->name);
  for (guint i = 0; i < entity->n_fields; i++)
    if (patron_schema_has_field (entity, &entity->fields[i], schema))
      append_column (sql, &entity->fields[i]);
  g_string_append (sql, "\n) STRICT");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * patron_schema_index_sql:
 *
 * Each reference has an index, ordered as lists of the referring records
 * are, so that lists and cascades read only what they need.
 *
 * Returns: (transfer full): the statements that make the entity's indexes
 */
char **
patron_schema_index_sql (const PatronEntity *entity,
                         guint               schema)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      g_autoptr (GString) sql = NULL;

      if (patron_schema_get_target (field) == NULL
          || !patron_schema_has_field (entity, field, schema))
        continue;
      sql = g_string_new (NULL);
      g_string_append_printf (sql, "CREATE INDEX \"%s_%s\" ON \"%s\" (\"%s\"",
                              entity->name, field->name, entity->name,
                              field->name);
      if (entity->order != NULL)
        g_string_append_printf (sql, ", \"%s\"", entity->order);
      g_string_append_c (sql, ')');
      g_strv_builder_add (builder, sql->str);
    }
  return g_strv_builder_end (builder);
}

/**
 * patron_schema_columns:
 * @prefix: what stands before each column's name
 *
 * Returns: (transfer full): the columns of the table without the key, quoted
 *   and joined by commas, each with a comma before it
 */
char *
patron_schema_columns (const PatronEntity *entity,
                       guint               schema,
                       const char         *prefix)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    if (patron_schema_has_field (entity, &entity->fields[i], schema))
      g_string_append_printf (columns, ", %s\"%s\"", prefix,
                              entity->fields[i].name);
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

/**
 * patron_schema_create:
 * @db: an empty database
 *
 * Makes the tables and indexes of @schema and marks the file as a document.
 *
 * Returns: whether it worked
 */
gboolean
patron_schema_create (PatronDb       *db,
                      PatronRegistry *registry,
                      guint           schema,
                      GError        **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      g_autofree char *table = NULL;
      g_auto (GStrv) indexes = NULL;

      if (!patron_schema_has_entity (entity, schema))
        continue;
      table = patron_schema_table_sql (entity, schema);
      if (!patron_db_exec (db, table, error))
        return FALSE;
      indexes = patron_schema_index_sql (entity, schema);
      for (gsize j = 0; indexes[j] != NULL; j++)
        if (!patron_db_exec (db, indexes[j], error))
          return FALSE;
    }
  return patron_db_exec_printf (db, error,
                                "PRAGMA application_id=%d;"
                                "PRAGMA user_version=%u",
                                PATRON_APPLICATION_ID, schema);
}

/**
 * patron_schema_insert_sql:
 * @verb: "INSERT", or one of its variants
 *
 * Returns: (transfer full): the statement that inserts a row; its first
 *   parameter is the key, the fields follow
 */
char *
patron_schema_insert_sql (const PatronEntity *entity,
                          const char         *verb)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "%s INTO main.\"%s\" VALUES (?1", verb,
                          entity->name);
  for (guint i = 0; i < entity->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
insert_single (PatronDb           *db,
               const PatronEntity *entity,
               GError            **error)
{
  g_autofree char *sql = patron_schema_insert_sql (entity, "INSERT");
  g_autoptr (PatronStatement) statement = patron_db_prepare (db, sql, error);
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  gboolean good;

  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, patron_id_new ());
  for (guint i = 0; i < entity->n_fields; i++)
    {
      patron_field_get_initial (&entity->fields[i], &values[i]);
      patron_statement_bind (statement, (int) i + 2, &values[i]);
    }
  good = patron_statement_run (statement, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return good;
}

/**
 * patron_schema_insert_singles:
 * @db: a database of the newest schema
 *
 * Makes the records of which every document has one, where they are missing.
 *
 * Returns: whether it worked
 */
gboolean
patron_schema_insert_singles (PatronDb       *db,
                              PatronRegistry *registry,
                              GError        **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      g_autofree char *sql = NULL;
      gint64 count;

      if (!entity->single)
        continue;
      sql = g_strdup_printf ("SELECT count (*) FROM main.\"%s\"",
                             entity->name);
      if (!patron_db_get_integer (db, sql, &count, error)
          || (count == 0 && !insert_single (db, entity, error)))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
expected_objects (PatronRegistry *registry,
                  guint           schema)
{
  GHashTable *expected = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                g_free, NULL);

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      g_auto (GStrv) indexes = NULL;

      if (!patron_schema_has_entity (entity, schema))
        continue;
      g_hash_table_add (expected, patron_schema_table_sql (entity, schema));
      indexes = patron_schema_index_sql (entity, schema);
      for (gsize j = 0; indexes[j] != NULL; j++)
        g_hash_table_add (expected, g_strdup (indexes[j]));
    }
  return expected;
}

static gboolean
verify (PatronDb       *db,
        PatronRegistry *registry,
        guint           schema,
        gboolean        work_copy,
        GError        **error)
{
  g_autoptr (GHashTable) expected = expected_objects (registry, schema);
  g_autoptr (PatronStatement) statement = NULL;
  PatronStep step;

  statement = patron_db_prepare (
      db, "SELECT name, sql FROM sqlite_schema ORDER BY name", error);
  if (statement == NULL)
    return FALSE;
  while ((step = patron_statement_step (statement, error)) == PATRON_STEP_ROW)
    {
      const char *name = patron_statement_get_text (statement, 0);
      const char *sql = patron_statement_get_text (statement, 1);

      if ((sql != NULL && g_hash_table_remove (expected, sql))
          || (work_copy && name != NULL && g_str_has_prefix (name, "past")))
        continue;
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
                   _("The file holds “%s”, which is not part of a Patron "
                     "document."),
                   name);
      return FALSE;
    }
  if (step == PATRON_STEP_ERROR)
    return FALSE;
  if (g_hash_table_size (expected) == 0)
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
               ngettext ("The file lacks %u table that every Patron "
                         "document has.",
                         "The file lacks %u tables that every Patron "
                         "document has.",
                         g_hash_table_size (expected)),
               g_hash_table_size (expected));
  return FALSE;
}

/**
 * patron_schema_verify:
 *
 * Compares the text of every table and index with what Patron makes for
 * @schema. A view, a trigger, a column more or less: all of it is refused
 * before any other statement runs.
 *
 * Returns: whether the schema is ours to the letter; if not, @error is
 *   %PATRON_ERROR_DAMAGED
 */
gboolean
patron_schema_verify (PatronDb       *db,
                      PatronRegistry *registry,
                      guint           schema,
                      GError        **error)
{
  return verify (db, registry, schema, FALSE, error);
}

/**
 * patron_schema_verify_work_copy:
 *
 * Like patron_schema_verify(), for a working copy, which has the history
 * beside the document.
 *
 * Returns: whether the schema is ours
 */
gboolean
patron_schema_verify_work_copy (PatronDb       *db,
                                PatronRegistry *registry,
                                guint           schema,
                                GError        **error)
{
  return verify (db, registry, schema, TRUE, error);
}
