/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Sees to it that every reference of the merged document leads somewhere,
 * and that nothing which somebody changed or added goes together with the
 * record that it is part of. */

#include "patron-merge-private.h"

#include "patron-schema.h"

static gboolean
contains (GHashTable *keys,
          gint64      key)
{
  return g_hash_table_contains (keys, &key);
}

/* Whether the record does not exist without the one it refers to. */
static gboolean
binds (const PatronField *field)
{
  return (field->flags & PATRON_FIELD_REQUIRED) != 0
         || field->on_delete == PATRON_ON_DELETE_CASCADE;
}

static PatronMergeChange *
find_change (PatronMergeTable *table,
             gint64            record,
             guint             field)
{
  PatronMergeChange change = { .record = record, .field = field };

  return g_hash_table_lookup (table->changed, &change);
}

static gboolean
exists_here (PatronMerge *self,
             const char  *entity,
             gint64       id)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT 1 FROM mine.\"%s\" WHERE id = ?1", entity);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, NULL);

  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, id);
  return patron_statement_step (statement, NULL) == PATRON_STEP_ROW;
}

static void fetch_targets (PatronMerge      *self,
                           PatronMergeTable *table,
                           gint64            record);

/* Has a row of theirs come that something needs and that is not here. */
static void
fetch (PatronMerge *self,
       const char  *target,
       gint64       id)
{
  PatronMergeTable *table = patron_merge_get_table (self, target);

  if (contains (table->inserts, id) || exists_here (self, target, id))
    return;
  patron_merge_add_insert (table, id);
  patron_merge_add_conflict (self, table->entity, id, NULL, NULL);
  fetch_targets (self, table, id);
}

/* What a row that comes is part of, or refers to since base, comes too. */
static void
fetch_targets (PatronMerge      *self,
               PatronMergeTable *table,
               gint64            record)
{
  for (guint i = 0; i < table->entity->n_fields; i++)
    {
      const PatronField *field = &table->entity->fields[i];
      const char *target = patron_schema_get_target (field);
      g_autofree char *sql = NULL;
      g_autoptr (PatronStatement) statement = NULL;

      if (target == NULL)
        continue;
      sql = g_strdup_printf (
          "SELECT t.\"%s\", t.\"%s\" IS NOT b.\"%s\" FROM main.\"%s\" AS t "
          "LEFT JOIN base.\"%s\" AS b ON b.id = t.id "
          "WHERE t.id = ?1 AND t.\"%s\" IS NOT NULL",
          field->name, field->name, field->name, table->entity->name,
          table->entity->name, field->name);
      statement = patron_db_prepare (self->db, sql, NULL);
      if (statement == NULL)
        continue;
      patron_statement_bind_integer (statement, 1, record);
      if (patron_statement_step (statement, NULL) == PATRON_STEP_ROW
          && (binds (field) || patron_statement_get_integer (statement, 1)))
        fetch (self, target, patron_statement_get_integer (statement, 0));
    }
}

static void
fetch_for_table (PatronMerge      *self,
                 PatronMergeTable *table)
{
  g_autofree gint64 **inserts
      = (gint64 **) g_hash_table_get_keys_as_array (table->inserts, NULL);

  for (gsize i = 0; inserts[i] != NULL; i++)
    fetch_targets (self, table, *inserts[i]);
  for (guint i = 0; i < table->changes->len; i++)
    {
      PatronMergeChange *change = g_ptr_array_index (table->changes, i);
      const char *target = patron_schema_get_target (
          &table->entity->fields[change->field]);

      if (target != NULL && change->value.type == PATRON_VALUE_INTEGER)
        fetch (self, target, change->value.integer);
    }
}

/* Whether a row that stays holds the other: it is part of it, or refers to
 * it since base. */
static gboolean
holds (PatronMerge      *self,
       PatronMergeTable *table,
       guint             field,
       gint64            target,
       PatronStatement  *statement)
{
  const PatronField *described = &table->entity->fields[field];
  gboolean held = FALSE;

  patron_statement_bind_integer (statement, 1, target);
  while (!held
         && patron_statement_step (statement, NULL) == PATRON_STEP_ROW)
    {
      gint64 record = patron_statement_get_integer (statement, 0);
      PatronMergeChange *change;

      if (contains (table->removes, record))
        continue;
      change = find_change (table, record, field);
      if (change != NULL
          && !(change->value.type == PATRON_VALUE_INTEGER
               && change->value.integer == target))
        continue;
      held = binds (described) || patron_statement_get_integer (statement, 1);
    }
  return held;
}

/* Takes rows off the list of those that go which some row holds by the
 * field. Returns whether there were any. */
static gboolean
keep_held (PatronMerge      *self,
           PatronMergeTable *table,
           guint             field,
           PatronMergeTable *target)
{
  const char *name = table->entity->fields[field].name;
  g_autofree gint64 **removes
      = (gint64 **) g_hash_table_get_keys_as_array (target->removes, NULL);
  g_autofree char *sql = g_strdup_printf (
      "SELECT m.id, m.\"%s\" IS NOT b.\"%s\" FROM mine.\"%s\" AS m "
      "LEFT JOIN base.\"%s\" AS b ON b.id = m.id WHERE m.\"%s\" = ?1",
      name, name, table->entity->name, table->entity->name, name);
  gboolean any = FALSE;

  for (gsize i = 0; removes[i] != NULL; i++)
    {
      g_autoptr (PatronStatement) statement
          = patron_db_prepare (self->db, sql, NULL);
      gint64 id = *removes[i];

      if (statement == NULL || !holds (self, table, field, id, statement))
        continue;
      g_hash_table_remove (target->removes, &id);
      patron_merge_add_conflict (self, target->entity, id, NULL, NULL);
      any = TRUE;
    }
  return any;
}

static gboolean
keep_held_by_any (PatronMerge *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      PatronMergeTable *table = &self->tables[i];

      for (guint j = 0; j < table->entity->n_fields; j++)
        {
          const char *target
              = patron_schema_get_target (&table->entity->fields[j]);

          if (target != NULL)
            any |= keep_held (self, table, j,
                              patron_merge_get_table (self, target));
        }
    }
  return any;
}

/* What the record will be part of, 0 for nothing. */
static gint64
get_parent (PatronMerge      *self,
            PatronMergeTable *table,
            guint             field,
            gint64            record)
{
  PatronMergeChange *change = find_change (table, record, field);
  g_autofree char *sql = NULL;
  g_autoptr (PatronStatement) statement = NULL;

  if (change != NULL)
    return change->value.type == PATRON_VALUE_INTEGER ? change->value.integer
                                                      : 0;
  sql = g_strdup_printf ("SELECT \"%s\" FROM %s.\"%s\" WHERE id = ?1",
                         table->entity->fields[field].name,
                         contains (table->inserts, record) ? "main" : "mine",
                         table->entity->name);
  statement = patron_db_prepare (self->db, sql, NULL);
  if (statement == NULL)
    return 0;
  patron_statement_bind_integer (statement, 1, record);
  return patron_statement_step (statement, NULL) == PATRON_STEP_ROW
             ? patron_statement_get_integer (statement, 0)
             : 0;
}

static gboolean
is_in_circle (PatronMerge      *self,
              PatronMergeTable *table,
              guint             field,
              gint64            record)
{
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 parent = get_parent (self, table, field, record);

  while (parent != 0 && parent != record)
    {
      if (!g_hash_table_add (seen, g_memdup2 (&parent, sizeof parent)))
        return FALSE;
      parent = get_parent (self, table, field, parent);
    }
  return parent == record;
}

/* Two moves, each sound, can make two records parts of each other. Records
 * that only point at each other are no circle. */
static void
drop_circles (PatronMerge      *self,
              PatronMergeTable *table)
{
  for (guint i = table->changes->len; i > 0; i--)
    {
      PatronMergeChange *change = g_ptr_array_index (table->changes, i - 1);
      const PatronField *field = &table->entity->fields[change->field];

      if (g_strcmp0 (field->target, table->entity->name) != 0
          || field->on_delete != PATRON_ON_DELETE_CASCADE
          || change->value.type != PATRON_VALUE_INTEGER
          || !is_in_circle (self, table, change->field, change->record))
        continue;
      patron_merge_add_conflict (self, table->entity, change->record, field,
                                 &change->value);
      g_hash_table_remove (table->changed, change);
      g_ptr_array_remove_index (table->changes, i - 1);
    }
}

/* patron_merge_plan_references:
 *
 * Completes the plan, so that the merged document is whole.
 *
 * Returns: whether it worked
 */
gboolean
patron_merge_plan_references (PatronMerge *self,
                              GError     **error)
{
  guint n = patron_registry_get_n_entities (self->registry);

  for (guint i = 0; i < n; i++)
    drop_circles (self, &self->tables[i]);
  for (guint i = 0; i < n; i++)
    fetch_for_table (self, &self->tables[i]);
  /* What is kept may hold others. */
  while (keep_held_by_any (self))
    ;
  return TRUE;
}
