/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Does what the merge planned. */

#include "patron-merge-private.h"

#include "patron-schema.h"

static gboolean
exists (PatronMerge *self,
        PatronDb    *db,
        const char  *entity,
        gint64       id)
{
  PatronMergeTable *table = patron_merge_get_table (self, entity);
  g_autofree char *sql = NULL;
  g_autoptr (PatronStatement) statement = NULL;

  if (g_hash_table_contains (table->inserts, &id))
    return TRUE;
  sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", entity);
  statement = patron_db_prepare (db, sql, NULL);
  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, id);
  return patron_statement_step (statement, NULL) == PATRON_STEP_ROW;
}

static gboolean
insert_row (PatronMerge      *self,
            PatronMergeTable *table,
            PatronDb         *db,
            PatronStatement  *row,
            GError          **error)
{
  const PatronEntity *entity = table->entity;
  g_autofree char *sql = patron_schema_insert_sql (entity, "INSERT");
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (PatronStatement) insert = patron_db_prepare (db, sql, error);
  gboolean good;

  if (insert == NULL)
    return FALSE;
  patron_statement_bind_integer (insert, 1,
                                 patron_statement_get_integer (row, 0));
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const char *target = patron_schema_get_target (&entity->fields[i]);

      patron_statement_get (row, (int) i + 1, &values[i]);
      if (target != NULL && values[i].type == PATRON_VALUE_INTEGER
          && !exists (self, db, target, values[i].integer))
        patron_value_clear (&values[i]);
      patron_statement_bind (insert, (int) i + 2, &values[i]);
    }
  good = patron_statement_run (insert, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return good;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 first = **(gint64 *const *) a;
  gint64 second = **(gint64 *const *) b;

  return (first > second) - (first < second);
}

static gint64 **
sorted_keys (GHashTable *keys,
             guint      *n)
{
  gint64 **sorted = (gint64 **) g_hash_table_get_keys_as_array (keys, n);

  qsort (sorted, *n, sizeof *sorted, compare_keys);
  return sorted;
}

static gboolean
insert_rows (PatronMerge      *self,
             PatronMergeTable *table,
             PatronDb         *db,
             GError          **error)
{
  g_autofree char *columns
      = patron_schema_columns (table->entity, G_MAXUINT, "");
  g_autofree char *sql
      = g_strdup_printf ("SELECT id%s FROM main.\"%s\" WHERE id = ?1",
                         columns, table->entity->name);
  guint n;
  g_autofree gint64 **keys = sorted_keys (table->inserts, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronStatement) row
          = patron_db_prepare (self->db, sql, error);
      PatronStep step;

      if (row == NULL)
        return FALSE;
      patron_statement_bind_integer (row, 1, *keys[i]);
      step = patron_statement_step (row, error);
      if (step == PATRON_STEP_ERROR
          || (step == PATRON_STEP_ROW
              && !insert_row (self, table, db, row, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_field (PatronMerge       *self,
              PatronMergeTable  *table,
              PatronDb          *db,
              PatronMergeChange *change,
              GError           **error)
{
  const PatronField *field = &table->entity->fields[change->field];
  const char *name = table->entity->name;
  g_auto (PatronValue) value = PATRON_VALUE_INIT;
  g_autofree char *sql = g_strdup_printf (
      "UPDATE \"%s\" SET \"%s\" = ?1 WHERE id = ?2", name, field->name);
  g_autoptr (PatronStatement) update = patron_db_prepare (db, sql, error);

  if (update == NULL)
    return FALSE;
  if (field->kind == PATRON_KIND_DATA)
    {
      g_autofree char *query = g_strdup_printf (
          "SELECT \"%s\" FROM main.\"%s\" WHERE id = ?1", field->name, name);
      g_autoptr (PatronStatement) row
          = patron_db_prepare (self->db, query, error);

      if (row == NULL)
        return FALSE;
      patron_statement_bind_integer (row, 1, change->source);
      if (patron_statement_step (row, error) == PATRON_STEP_ERROR)
        return FALSE;
      patron_statement_get (row, 0, &value);
    }
  else
    patron_value_copy (&value, &change->value);
  patron_statement_bind (update, 1, &value);
  patron_statement_bind_integer (update, 2, change->record);
  return patron_statement_run (update, error);
}

static gboolean
change_fields (PatronMerge      *self,
               PatronMergeTable *table,
               PatronDb         *db,
               GError          **error)
{
  for (guint i = 0; i < table->changes->len; i++)
    if (!change_field (self, table, db, g_ptr_array_index (table->changes, i),
                       error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_rows (PatronMergeTable *table,
             PatronDb         *db,
             GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1",
                                          table->entity->name);
  guint n;
  g_autofree gint64 **keys = sorted_keys (table->removes, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronStatement) statement
          = patron_db_prepare (db, sql, error);

      if (statement == NULL)
        return FALSE;
      patron_statement_bind_integer (statement, 1, *keys[i]);
      if (!patron_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_merge_apply:
 * @db: the connection of the document that was planned for as mine, in a
 *   transaction
 *
 * Carries the plan out. The document must be as it was when it was planned.
 *
 * Returns: whether it worked; if not, the transaction must be rolled back
 */
gboolean
patron_merge_apply (PatronMerge *self,
                    PatronDb    *db,
                    GError     **error)
{
  guint n = patron_registry_get_n_entities (self->registry);

  /* References are whole again when all is done. */
  if (!patron_db_exec (db, "PRAGMA defer_foreign_keys=ON", error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!insert_rows (self, &self->tables[i], db, error))
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (!change_fields (self, &self->tables[i], db, error))
      return FALSE;
  /* What moved away from a record that goes does not go with it. */
  for (guint i = n; i > 0; i--)
    if (!remove_rows (&self->tables[i - 1], db, error))
      return FALSE;
  return TRUE;
}
