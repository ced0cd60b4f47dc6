/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* A document of an older schema is not changed in place: a new one is built
 * beside it, and what the older schema had is copied. Fields that it had not
 * begin with their initial values. Field tables are therefore nearly all
 * that a new schema needs. */

#include "patron-migration.h"

#include "patron-schema.h"

/**
 * PatronMigrationStep:
 * @schema: the schema that needs it
 * @run: what to do beyond copying, on the new document, whose tables have
 *   the shape of the newest schema
 *
 * What field tables cannot say of the way to a schema.
 */
typedef struct
{
  guint      schema;
  gboolean (*run) (PatronDb *db, GError **error);
} PatronMigrationStep;

/* In rising order of the schema, ended by 0. */
static const PatronMigrationStep steps[] = {
  { 0, NULL },
};

static void
append_column (GString            *sql,
               const PatronEntity *entity,
               guint               index,
               guint               schema)
{
  const PatronField *field = &entity->fields[index];

  if (patron_schema_has_field (entity, field, schema))
    g_string_append_printf (sql, ", \"%s\"", field->name);
  else if (field->kind == PATRON_KIND_POSITION)
    g_string_append (sql, ", row_number () OVER (ORDER BY id)");
  else
    g_string_append_printf (sql, ", ?%u", index + 1);
}

static gboolean
copy_older (PatronDb           *db,
            const PatronEntity *entity,
            guint               schema,
            GError            **error)
{
  g_autoptr (PatronStatement) statement = NULL;
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean good;

  g_string_printf (sql, "INSERT INTO main.\"%s\" SELECT id", entity->name);
  for (guint i = 0; i < entity->n_fields; i++)
    append_column (sql, entity, i, schema);
  g_string_append_printf (sql, " FROM source.\"%s\" ORDER BY id",
                          entity->name);
  statement = patron_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++)
    {
      if (patron_schema_has_field (entity, &entity->fields[i], schema))
        continue;
      patron_field_get_initial (&entity->fields[i], &values[i]);
      patron_statement_bind (statement, (int) i + 1, &values[i]);
    }
  good = patron_statement_run (statement, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return good;
}

/**
 * patron_migration_copy:
 * @db: a new document with empty tables, with the older one attached as
 *   "source"
 * @schema: the schema of the older one
 *
 * Copies the rows of one entity.
 *
 * Returns: whether it worked
 */
gboolean
patron_migration_copy (PatronDb           *db,
                       const PatronEntity *entity,
                       guint               schema,
                       GError            **error)
{
  return !patron_schema_has_entity (entity, schema)
         || copy_older (db, entity, schema, error);
}

/**
 * patron_migration_run_steps:
 * @db: a new document with all the rows of the older one
 * @schema: the schema of the older one
 *
 * Does what remains to be done.
 *
 * Returns: whether it worked
 */
gboolean
patron_migration_run_steps (PatronDb *db,
                            guint     schema,
                            GError  **error)
{
  for (const PatronMigrationStep *step = steps; step->schema != 0; step++)
    if (step->schema > schema && !step->run (db, error))
      return FALSE;
  return TRUE;
}
