/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* From which of the states that a document went through does a copy of it
 * descend? Were a later one taken as base of a merge, all that was done in
 * between would seem to have been undone in the copy. */

#include "patron-merge.h"

/**
 * Evidence:
 * @added: rows that came with the state and are in the copy: it is that
 *   young, since no key is made twice
 * @removed: rows that went with the state and are in the copy: it is older
 * @with: what else the copy has in common with the state, and not with the
 *   one before: fields that are like that in the copy, rows that went with
 *   the state and are not in the copy
 * @before: what it has in common with the one before, and not with the state
 *
 * What tells on which side of a change the copy was made. The first two are
 * proofs; the others may also be what was done to the copy.
 */
typedef struct
{
  gint64 added;
  gint64 removed;
  gint64 with;
  gint64 before;
} Evidence;

static gboolean
count (PatronDb *db,
       gint64   *sum,
       GError  **error,
       const char *format,
       ...) G_GNUC_PRINTF (4, 5);

static gboolean
count (PatronDb   *db,
       gint64     *sum,
       GError    **error,
       const char *format,
       ...)
{
  g_autofree char *sql = NULL;
  va_list args;
  gint64 n;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  if (!patron_db_get_integer (db, sql, &n, error))
    return FALSE;
  *sum += n;
  return TRUE;
}

/* How many fields that changed with the state are in the copy like those of
 * one of the two. */
static char *
alike_sql (const PatronEntity *entity,
           const char         *one)
{
  g_autoptr (GString) sql = g_string_new ("SELECT sum (0");

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const char *name = entity->fields[i].name;

      g_string_append_printf (sql,
                              " + (s.\"%s\" IS NOT p.\"%s\" "
                              "AND c.\"%s\" IS %s.\"%s\")",
                              name, name, name, one, name);
    }
  g_string_append_printf (sql,
                          ") FROM main.\"%s\" AS c "
                          "JOIN state.\"%s\" AS s ON s.id = c.id "
                          "JOIN previous.\"%s\" AS p ON p.id = c.id",
                          entity->name, entity->name, entity->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Counts rows that are in one of the two, not in the other, and in the copy
 * or not. */
static gboolean
count_rows (PatronDb           *db,
            const PatronEntity *entity,
            const char         *in,
            const char         *out,
            const char         *copy,
            gint64             *sum,
            GError            **error)
{
  const char *name = entity->name;

  return count (db, sum, error,
                "SELECT count (*) FROM %s.\"%s\" WHERE id NOT IN "
                "(SELECT id FROM %s.\"%s\") AND id %s "
                "(SELECT id FROM main.\"%s\")",
                in, name, out, name, copy, name);
}

static gboolean
collect (PatronDb           *db,
         const PatronEntity *entity,
         Evidence           *evidence,
         GError            **error)
{
  g_autofree char *with = alike_sql (entity, "s");
  g_autofree char *before = alike_sql (entity, "p");

  return count_rows (db, entity, "state", "previous", "IN", &evidence->added,
                     error)
         && count_rows (db, entity, "previous", "state", "IN",
                        &evidence->removed, error)
         && count_rows (db, entity, "previous", "state", "NOT IN",
                        &evidence->with, error)
         && count_rows (db, entity, "state", "previous", "NOT IN",
                        &evidence->before, error)
         && count (db, &evidence->with, error, "%s", with)
         && count (db, &evidence->before, error, "%s", before);
}

/**
 * patron_merge_descends:
 * @copy: the path of a document
 * @state: the path of what another document once was
 * @previous: the path of what that document was before
 * @descent: (out): on which side of the change @copy was made
 *
 * Tells where two documents parted. All are checked documents of the newest
 * schema.
 *
 * Returns: whether it worked
 */
gboolean
patron_merge_descends (PatronRegistry *registry,
                       const char     *copy,
                       const char     *state,
                       const char     *previous,
                       PatronDescent  *descent,
                       GError        **error)
{
  g_autoptr (PatronDb) db = patron_db_open (copy, PATRON_DB_READ, error);
  Evidence evidence = { 0 };

  if (db == NULL || !patron_db_attach (db, state, "state", error)
      || !patron_db_attach (db, previous, "previous", error))
    return FALSE;
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    if (!collect (db, patron_registry_get_entity (registry, i), &evidence,
                  error))
      return FALSE;
  *descent = PATRON_DESCENT_UNKNOWN;
  if (evidence.added > 0
      || (evidence.removed == 0 && evidence.with > evidence.before))
    *descent = PATRON_DESCENT_YOUNGER;
  else if (evidence.removed > 0 || evidence.with < evidence.before)
    *descent = PATRON_DESCENT_OLDER;
  return TRUE;
}

/**
 * patron_merge_are_related:
 * @a: the path of a document
 * @b: the path of a document
 * @related: (out): whether they have any record in common
 *
 * Tells a copy of a document from another document.
 *
 * Returns: whether it worked
 */
gboolean
patron_merge_are_related (PatronRegistry *registry,
                          const char     *a,
                          const char     *b,
                          gboolean       *related,
                          GError        **error)
{
  g_autoptr (PatronDb) db = patron_db_open (a, PATRON_DB_READ, error);
  gint64 common = 0;

  if (db == NULL || !patron_db_attach (db, b, "other", error))
    return FALSE;
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const char *name = patron_registry_get_entity (registry, i)->name;

      if (!count (db, &common, error,
                  "SELECT count (*) FROM main.\"%s\" WHERE id IN "
                  "(SELECT id FROM other.\"%s\")",
                  name, name))
        return FALSE;
    }
  *related = common > 0;
  return TRUE;
}
