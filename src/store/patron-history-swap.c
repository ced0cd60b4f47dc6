/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* The swap that is undo and redo; patron-history.c says how it works. */

#include "config.h"

#include "patron-history.h"

#include "patron-db-private.h"
#include "patron-history-private.h"
#include "patron-schema.h"

/* The keys that a slot is about in one table. */
#define KEYS_OF_SLOT                                                          \
  "(SELECT id FROM \"past_%s\" WHERE slot = %" G_GINT64_FORMAT ")"

/* Turns ranges of inserted rows into one marker a row, which the swap then
 * treats as any other. */
static gboolean
expand_ranges (PatronHistory *self,
               gint64         slot,
               GError       **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      const char *name
          = patron_registry_get_entity (self->registry, i)->name;

      if (!patron_db_exec_printf (
              self->db, error,
              "INSERT OR IGNORE INTO \"past_%s\" (slot, id, existed) "
              "SELECT %" G_GINT64_FORMAT ", \"%s\".id, 0 "
              "FROM past_range CROSS JOIN \"%s\" ON \"%s\".id "
              "BETWEEN first AND last WHERE slot = %" G_GINT64_FORMAT
              " AND entity = '%s'",
              name, slot, name, name, name, slot, name))
        return FALSE;
    }
  return patron_db_exec_printf (self->db, error,
                                "DELETE FROM past_range WHERE slot = "
                                "%" G_GINT64_FORMAT,
                                slot);
}

static gboolean
holds_slot (PatronHistory *self,
            const char    *table,
            gint64         slot,
            gboolean      *holds,
            GError       **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT 1 FROM \"%s\" WHERE slot = %" G_GINT64_FORMAT " LIMIT 1", table,
      slot);
  gint64 found;

  if (!patron_db_get_integer (self->db, sql, &found, error))
    return FALSE;
  *holds = found == 1;
  return TRUE;
}

/* First half for one table: the rows as they are go into the twin, under the
 * other sign, and leave the table. */
static gboolean
take_aside (PatronHistory      *self,
            const PatronEntity *entity,
            gint64              slot,
            GError            **error)
{
  g_autofree char *columns = patron_schema_columns (entity, G_MAXUINT, "");
  const char *name = entity->name;

  return patron_db_exec_printf (
      self->db, error,
      "INSERT INTO \"past_%s\" (slot, id, existed%s) "
      "SELECT %" G_GINT64_FORMAT ", id, 1%s FROM \"%s\" WHERE id IN "
      KEYS_OF_SLOT ";"
      "INSERT OR IGNORE INTO \"past_%s\" (slot, id, existed) "
      "SELECT %" G_GINT64_FORMAT ", id, 0 FROM \"past_%s\" "
      "WHERE slot = %" G_GINT64_FORMAT ";"
      "DELETE FROM \"%s\" WHERE id IN " KEYS_OF_SLOT,
      name, columns, -slot, columns, name, name, slot, name, -slot, name, slot,
      name, name, slot);
}

/* Second half: the images come back into the table. */
static gboolean
bring_back (PatronHistory      *self,
            const PatronEntity *entity,
            gint64              slot,
            GError            **error)
{
  g_autofree char *columns = patron_schema_columns (entity, G_MAXUINT, "");
  const char *name = entity->name;

  return patron_db_exec_printf (
      self->db, error,
      "INSERT INTO \"%s\" (id%s) SELECT id%s FROM \"past_%s\" "
      "WHERE slot = %" G_GINT64_FORMAT " AND existed ORDER BY id;"
      "DELETE FROM \"past_%s\" WHERE slot = %" G_GINT64_FORMAT,
      name, columns, columns, name, slot, name, slot);
}

static gboolean
check_references (PatronHistory      *self,
                  const PatronEntity *entity,
                  GError            **error)
{
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA foreign_key_check (\"%s\")", entity->name);
  g_autoptr (PatronStatement) statement = NULL;
  PatronStep step;

  statement = patron_db_prepare (self->db, sql, error);
  if (statement == NULL)
    return FALSE;
  step = patron_statement_step (statement, error);
  if (step == PATRON_STEP_ROW)
    patron_db_set_error (self->db, SQLITE_CONSTRAINT_FOREIGNKEY, error);
  return step == PATRON_STEP_DONE;
}

static gboolean
swap_tables (PatronHistory *self,
             gint64         slot,
             GError       **error)
{
  guint n = patron_registry_get_n_entities (self->registry);
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (self->registry, i);
      g_autofree char *twin = g_strdup_printf ("past_%s", entity->name);
      gboolean holds;

      if (!holds_slot (self, twin, slot, &holds, error))
        return FALSE;
      if (!holds)
        continue;
      if (!take_aside (self, entity, slot, error))
        return FALSE;
      g_ptr_array_add (touched, (gpointer) entity);
    }
  for (guint i = 0; i < touched->len; i++)
    if (!bring_back (self, g_ptr_array_index (touched, i), slot, error))
      return FALSE;
  for (guint i = 0; i < touched->len; i++)
    if (!check_references (self, g_ptr_array_index (touched, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_swapped (PatronHistory *self,
               gint64         number,
               gint64         slot,
               gboolean       undone,
               GError       **error)
{
  gint64 bytes = 0;

  if (!patron_history_weigh (self, slot, G_MAXUINT64, &bytes, error))
    return FALSE;
  return patron_db_exec_printf (self->db, error,
                                "UPDATE past SET slot = %" G_GINT64_FORMAT
                                ", undone = %d, bytes = %" G_GINT64_FORMAT
                                " WHERE entry = %" G_GINT64_FORMAT,
                                slot, undone, bytes, number);
}

/**
 * patron_history_swap:
 * @undo: whether to undo or to redo; there must be such an entry
 *
 * Swaps the newest entry that is not undone, or the oldest that is. To be
 * called inside a transaction, with foreign keys off: the state that comes
 * back was whole once, and it is checked.
 *
 * Returns: whether it worked; if not, the transaction must be rolled back
 */
gboolean
patron_history_swap (PatronHistory *self,
                     gboolean       undo,
                     GError       **error)
{
  gint64 number = undo ? self->undo.number : self->redo.number;
  gint64 slot = undo ? number : -number;
  gboolean ranges;

  g_return_val_if_fail (number != 0, FALSE);

  self->recording = 0;
  self->reload = TRUE;
  if (!holds_slot (self, "past_range", slot, &ranges, error))
    return FALSE;
  if (ranges && !expand_ranges (self, slot, error))
    return FALSE;
  return swap_tables (self, slot, error)
         && write_swapped (self, number, -slot, undo, error);
}
