/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Brings two descendants of one document together, by row and by field.
 *
 * Three documents are looked at: base, what both began from; theirs; and
 * mine. What differs between theirs and base is what they did, and it is
 * planned as a change of mine:
 *
 * - a field that only they changed is taken; one that both changed is taken
 *   in both versions if it is text, as a set if it is one, and otherwise
 *   stays mine and is listed as a conflict (patron-merge-fields.c);
 * - a row that they added comes, with its key;
 * - a row that they removed goes, unless it was changed here; one that was
 *   removed here but changed there comes back;
 * - nothing goes that something which stays newly refers to, or is part of
 *   (patron-merge-references.c).
 *
 * So nothing that anybody did is lost, and it matters little who merges
 * first: two who merge each other's state end with the same document. */

#include "config.h"

#include "patron-merge-private.h"

/**
 * patron_conflict_free:
 *
 * Frees a conflict.
 */
void
patron_conflict_free (PatronConflict *self)
{
  patron_value_clear (&self->mine);
  patron_value_clear (&self->theirs);
  g_free (self);
}

static void
change_free (gpointer data)
{
  PatronMergeChange *change = data;

  patron_value_clear (&change->value);
  g_free (change);
}

static guint
change_hash (gconstpointer key)
{
  const PatronMergeChange *change = key;

  return g_int64_hash (&change->record) * 31 + change->field;
}

static gboolean
change_equal (gconstpointer a,
              gconstpointer b)
{
  const PatronMergeChange *first = a;
  const PatronMergeChange *second = b;

  return first->record == second->record && first->field == second->field;
}

/* patron_merge_get_table:
 *
 * Returns: (transfer none): what is planned for the entity of that name
 */
PatronMergeTable *
patron_merge_get_table (PatronMerge *self,
                        const char  *entity)
{
  const PatronEntity *found = patron_registry_lookup (self->registry, entity);

  return &self->tables[patron_registry_find (self->registry, found)];
}

/* patron_merge_add_conflict:
 *
 * Lists what could not be brought together.
 */
void
patron_merge_add_conflict (PatronMerge        *self,
                           const PatronEntity *entity,
                           gint64              record,
                           const PatronField  *field,
                           const PatronValue  *theirs)
{
  PatronConflict *conflict = g_new0 (PatronConflict, 1);

  conflict->entity = entity;
  conflict->record = record;
  conflict->field = field;
  if (theirs != NULL)
    patron_value_copy (&conflict->theirs, theirs);
  g_ptr_array_add (self->conflicts, conflict);
  self->collides = TRUE;
}

static void
add_key (GHashTable *keys,
         gint64      key)
{
  g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
}

/* patron_merge_add_insert:
 *
 * Plans that a row of theirs comes.
 */
void
patron_merge_add_insert (PatronMergeTable *table,
                         gint64            record)
{
  add_key (table->inserts, record);
}

/* Whether two rows differ in what counts: a place in a list does not keep a
 * row alive that somebody removed. */
static char *
differ_sql (const PatronEntity *entity,
            const char         *a,
            const char         *b)
{
  g_autoptr (GString) sql = g_string_new ("(0");

  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].kind != PATRON_KIND_POSITION)
      g_string_append_printf (sql, " OR %s.\"%s\" IS NOT %s.\"%s\"", a,
                              entity->fields[i].name, b,
                              entity->fields[i].name);
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Rows of theirs that are not here: new ones come, and so do those that were
 * removed here and changed there. */
static gboolean
plan_inserts (PatronMerge      *self,
              PatronMergeTable *table,
              GError          **error)
{
  const char *name = table->entity->name;
  g_autofree char *differ = differ_sql (table->entity, "t", "b");
  g_autofree char *sql = g_strdup_printf (
      "SELECT t.id, b.id IS NOT NULL FROM main.\"%s\" AS t "
      "LEFT JOIN base.\"%s\" AS b ON b.id = t.id "
      "WHERE t.id NOT IN (SELECT id FROM mine.\"%s\") "
      "AND (b.id IS NULL OR %s)",
      name, name, name, differ);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, error);
  PatronStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = patron_statement_step (statement, error)) == PATRON_STEP_ROW)
    {
      gint64 id = patron_statement_get_integer (statement, 0);

      patron_merge_add_insert (table, id);
      if (patron_statement_get_integer (statement, 1))
        patron_merge_add_conflict (self, table->entity, id, NULL, NULL);
    }
  return step == PATRON_STEP_DONE;
}

/* Rows of base that are here and not there: they go, unless they were
 * changed here. */
static gboolean
plan_removes (PatronMerge      *self,
              PatronMergeTable *table,
              GError          **error)
{
  const char *name = table->entity->name;
  g_autofree char *differ = differ_sql (table->entity, "m", "b");
  g_autofree char *sql = g_strdup_printf (
      "SELECT m.id, %s FROM mine.\"%s\" AS m JOIN base.\"%s\" AS b "
      "ON b.id = m.id WHERE m.id NOT IN (SELECT id FROM main.\"%s\")",
      differ, name, name, name);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->db, sql, error);
  PatronStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = patron_statement_step (statement, error)) == PATRON_STEP_ROW)
    {
      gint64 id = patron_statement_get_integer (statement, 0);

      if (patron_statement_get_integer (statement, 1))
        patron_merge_add_conflict (self, table->entity, id, NULL, NULL);
      else
        add_key (table->removes, id);
    }
  return step == PATRON_STEP_DONE;
}

static gboolean
plan (PatronMerge *self,
      GError     **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      PatronMergeTable *table = &self->tables[i];

      if (!patron_merge_plan_fields (self, table, error))
        return FALSE;
      if (!table->entity->single
          && (!plan_inserts (self, table, error)
              || !plan_removes (self, table, error)))
        return FALSE;
    }
  return patron_merge_plan_references (self, error);
}

/**
 * patron_merge_new:
 * @base: the path of what both began from; with an empty one, nothing is
 *   removed, and what differs was changed by both
 * @theirs: the path of the document to take up
 * @mine: the path of the working copy, which may be in use
 *
 * Plans a merge; nothing is changed yet. All are checked documents of the
 * newest schema.
 *
 * Returns: (transfer full) (nullable): the plan
 */
PatronMerge *
patron_merge_new (PatronRegistry *registry,
                  const char     *base,
                  const char     *theirs,
                  const char     *mine,
                  GError        **error)
{
  g_autoptr (PatronMerge) self = g_new0 (PatronMerge, 1);
  guint n = patron_registry_get_n_entities (registry);

  self->registry = patron_registry_ref (registry);
  self->conflicts = g_ptr_array_new_with_free_func (
      (GDestroyNotify) patron_conflict_free);
  self->tables = g_new0 (PatronMergeTable, n);
  for (guint i = 0; i < n; i++)
    {
      PatronMergeTable *table = &self->tables[i];

      table->entity = patron_registry_get_entity (registry, i);
      table->inserts
          = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      table->removes
          = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      table->changes = g_ptr_array_new_with_free_func (change_free);
      table->changed = g_hash_table_new (change_hash, change_equal);
    }
  self->db = patron_db_open (theirs, PATRON_DB_READ, error);
  if (self->db == NULL || !patron_db_attach (self->db, mine, "mine", error)
      || !patron_db_attach (self->db, base, "base", error) || !plan (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * patron_merge_free:
 *
 * Frees the plan.
 */
void
patron_merge_free (PatronMerge *self)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      g_hash_table_unref (self->tables[i].inserts);
      g_hash_table_unref (self->tables[i].removes);
      g_hash_table_unref (self->tables[i].changed);
      g_ptr_array_unref (self->tables[i].changes);
    }
  g_free (self->tables);
  g_ptr_array_unref (self->conflicts);
  g_clear_pointer (&self->db, patron_db_close);
  patron_registry_unref (self->registry);
  g_free (self);
}

/**
 * patron_merge_leave:
 * @entity: the name of an entity that nothing refers to
 *
 * Leaves the records of @entity as they are here.
 */
void
patron_merge_leave (PatronMerge *self,
                    const char  *entity)
{
  PatronMergeTable *table = patron_merge_get_table (self, entity);

  g_hash_table_remove_all (table->inserts);
  g_hash_table_remove_all (table->removes);
  g_hash_table_remove_all (table->changed);
  g_ptr_array_set_size (table->changes, 0);
}

/**
 * patron_merge_is_empty:
 *
 * Returns: whether there is nothing to do, and nothing in conflict
 */
gboolean
patron_merge_is_empty (PatronMerge *self)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    if (g_hash_table_size (self->tables[i].inserts) > 0
        || g_hash_table_size (self->tables[i].removes) > 0
        || self->tables[i].changes->len > 0)
      return FALSE;
  return !self->collides;
}

/**
 * patron_merge_collides:
 *
 * Returns: whether somewhere both changed the same, so that the user should
 *   have a look
 */
gboolean
patron_merge_collides (PatronMerge *self)
{
  return self->collides;
}

/**
 * patron_merge_get_conflicts:
 *
 * Returns: (transfer none) (element-type PatronConflict): what stays mine
 *   although they changed it too
 */
GPtrArray *
patron_merge_get_conflicts (PatronMerge *self)
{
  return self->conflicts;
}
