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

/* How many rows of a range are swapped at once: a few milliseconds. */
#define ROWS_AT_ONCE 4000

/* Rows that the entry made, with none among them that it did not make. */
typedef struct
{
  const PatronEntity *entity;
  gint64              first;
  gint64              last;
  gint64              next; /* from which on they are still to be swapped */
} Range;

/**
 * PatronSwap:
 *
 * An undo or a redo under way. Ranges come first, piece by piece: undo moves
 * their rows into the twin, redo moves them back, and neither keeps a marker
 * of each.
 */
struct _PatronSwap
{
  PatronHistory *history; /* (unowned) */
  gint64         slot;    /* of the entry; negative if it was undone */
  GArray        *ranges;  /* (owned) (element-type Range) */
  guint          at;
};

/* Runs a statement for the rows from the range's next key to @last, and,
 * where it speaks of ?3, for the slot that they have while they are undone. */
static gboolean
run_on_range (PatronSwap  *self,
              const Range *range,
              gint64       last,
              const char  *sql,
              gint64      *found,
              GError     **error)
{
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self->history->db, sql, error);
  PatronStep step;

  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, range->next);
  patron_statement_bind_integer (statement, 2, last);
  patron_statement_bind_integer (statement, 3, -ABS (self->slot));
  step = patron_statement_step (statement, error);
  if (step == PATRON_STEP_ROW && found != NULL)
    *found = patron_statement_get_integer (statement, 0);
  return step != PATRON_STEP_ERROR;
}

/* Finds the last key of the next piece, 0 if there is no more. */
static gboolean
find_piece (PatronSwap  *self,
            const Range *range,
            gint64      *last,
            GError     **error)
{
  gboolean undo = self->slot > 0;
  g_autofree char *sql = g_strdup_printf (
      "SELECT max (id) FROM (SELECT id FROM \"%s%s\" WHERE %s "
      "id BETWEEN ?1 AND ?2 ORDER BY id LIMIT " G_STRINGIFY (ROWS_AT_ONCE)
      ")",
      undo ? "" : "past_", range->entity->name, undo ? "" : "slot = ?3 AND");

  return run_on_range (self, range, range->last, sql, last, error);
}

static gboolean
move_piece (PatronSwap  *self,
            const Range *range,
            gint64       last,
            GError     **error)
{
  g_autofree char *columns
      = patron_schema_columns (range->entity, G_MAXUINT, "");
  const char *name = range->entity->name;
  g_autofree char *copy = NULL;
  g_autofree char *delete = NULL;

  if (self->slot > 0)
    {
      copy = g_strdup_printf (
          "INSERT INTO \"past_%s\" (slot, id, existed%s) "
          "SELECT ?3, id, 1%s FROM \"%s\" WHERE id BETWEEN ?1 AND ?2",
          name, columns, columns, name);
      delete = g_strdup_printf (
          "DELETE FROM \"%s\" WHERE id BETWEEN ?1 AND ?2", name);
    }
  else
    {
      copy = g_strdup_printf (
          "INSERT INTO \"%s\" (id%s) SELECT id%s FROM \"past_%s\" "
          "WHERE slot = ?3 AND id BETWEEN ?1 AND ?2 ORDER BY id",
          name, columns, columns, name);
      delete = g_strdup_printf ("DELETE FROM \"past_%s\" WHERE slot = ?3 "
                                "AND id BETWEEN ?1 AND ?2",
                                name);
    }
  return run_on_range (self, range, last, copy, NULL, error)
         && run_on_range (self, range, last, delete, NULL, error);
}

static gboolean
swap_range (PatronSwap *self,
            Range      *range,
            GError    **error)
{
  gint64 last = 0;

  if (!find_piece (self, range, &last, error))
    return FALSE;
  if (last == 0)
    {
      self->at++;
      return TRUE;
    }
  if (!move_piece (self, range, last, error))
    return FALSE;
  range->next = last + 1;
  return TRUE;
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

/* Everything that is not in a range, at once. */
static gboolean
swap_tables (PatronSwap *self,
             GError    **error)
{
  PatronHistory *history = self->history;
  guint n = patron_registry_get_n_entities (history->registry);
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (history->registry, i);
      g_autofree char *twin = g_strdup_printf ("past_%s", entity->name);
      gboolean holds;

      if (!holds_slot (history, twin, self->slot, &holds, error))
        return FALSE;
      if (!holds)
        continue;
      if (!take_aside (history, entity, self->slot, error))
        return FALSE;
      g_ptr_array_add (touched, (gpointer) entity);
    }
  for (guint i = 0; i < touched->len; i++)
    if (!bring_back (history, g_ptr_array_index (touched, i), self->slot,
                     error))
      return FALSE;
  /* Rows that go take their references along. */
  for (guint i = 0; self->slot < 0 && i < self->ranges->len; i++)
    {
      gpointer entity
          = (gpointer) g_array_index (self->ranges, Range, i).entity;

      if (!g_ptr_array_find (touched, entity, NULL))
        g_ptr_array_add (touched, entity);
    }
  for (guint i = 0; i < touched->len; i++)
    if (!check_references (history, g_ptr_array_index (touched, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_swapped (PatronSwap *self,
               GError    **error)
{
  gint64 bytes = 0;

  if (!patron_history_weigh (self->history, -self->slot, G_MAXUINT64, &bytes,
                             error))
    return FALSE;
  return patron_db_exec_printf (
      self->history->db, error,
      "UPDATE past SET slot = %" G_GINT64_FORMAT ", undone = %d, "
      "bytes = %" G_GINT64_FORMAT " WHERE entry = %" G_GINT64_FORMAT ";"
      "UPDATE past_range SET slot = %" G_GINT64_FORMAT
      " WHERE slot = %" G_GINT64_FORMAT,
      -self->slot, self->slot > 0, bytes, ABS (self->slot), -self->slot,
      self->slot);
}

/* What an entry did to the rows that it made itself does not matter: they
 * were not there before it. */
static gboolean
prepare_range (PatronSwap  *self,
               const Range *range,
               GError     **error)
{
  if (!patron_history_drop_triggers (self->history, range->entity, error))
    return FALSE;
  return self->slot < 0
         || patron_db_exec_printf (
             self->history->db, error,
             "DELETE FROM \"past_%s\" WHERE slot = %" G_GINT64_FORMAT
             " AND id BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT,
             range->entity->name, self->slot, range->first, range->last);
}

static gboolean
load_ranges (PatronSwap *self,
             GError    **error)
{
  g_autoptr (PatronStatement) statement = patron_db_prepare (
      self->history->db,
      "SELECT entity, first, last FROM past_range WHERE slot = ?1", error);
  PatronStep step;

  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, self->slot);
  while ((step = patron_statement_step (statement, error)) == PATRON_STEP_ROW)
    {
      Range range = { patron_registry_lookup (
                          self->history->registry,
                          patron_statement_get_text (statement, 0)),
                      patron_statement_get_integer (statement, 1),
                      patron_statement_get_integer (statement, 2), 0 };

      range.next = range.first;
      if (range.entity != NULL)
        g_array_append_val (self->ranges, range);
    }
  return step == PATRON_STEP_DONE;
}

/**
 * patron_history_begin_swap:
 * @undo: whether to undo or to redo; there must be such an entry
 *
 * Begins to swap the newest entry that is not undone, or the oldest that is.
 * To be called inside a transaction, with foreign keys off: the state that
 * comes back was whole once, and it is checked.
 *
 * Returns: (transfer full) (nullable): to be stepped through; if %NULL, the
 *   transaction must be rolled back
 */
PatronSwap *
patron_history_begin_swap (PatronHistory *self,
                           gboolean       undo,
                           GError       **error)
{
  g_autoptr (PatronSwap) swap = NULL;

  g_return_val_if_fail ((undo ? self->undo : self->redo).number != 0, NULL);

  self->recording = 0;
  self->reload = TRUE;
  swap = g_new0 (PatronSwap, 1);
  swap->history = self;
  swap->slot = undo ? self->undo.number : -self->redo.number;
  swap->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  if (!load_ranges (swap, error))
    return NULL;
  for (guint i = 0; i < swap->ranges->len; i++)
    if (!prepare_range (swap, &g_array_index (swap->ranges, Range, i), error))
      return NULL;
  return g_steal_pointer (&swap);
}

/**
 * patron_swap_step:
 * @done: (out): whether that was the last
 *
 * Swaps a few thousand rows of a range, or, at the end, all that is not in
 * ranges.
 *
 * Returns: whether it worked; if not, the transaction must be rolled back
 */
gboolean
patron_swap_step (PatronSwap *self,
                  gboolean   *done,
                  GError    **error)
{
  *done = self->at == self->ranges->len;
  if (*done)
    return swap_tables (self, error) && write_swapped (self, error);
  return swap_range (self, &g_array_index (self->ranges, Range, self->at),
                     error);
}

/**
 * patron_swap_get_progress:
 *
 * Returns: how much is swapped, 0 to 1
 */
double
patron_swap_get_progress (PatronSwap *self)
{
  const Range *range;
  double part;

  if (self->at == self->ranges->len)
    return 1;
  range = &g_array_index (self->ranges, Range, self->at);
  /* Keys rise with time, and rows are made one like the other. */
  part = (double) (range->next - range->first)
         / (double) (range->last - range->first + 1);
  return (self->at + part) / self->ranges->len;
}

/**
 * patron_swap_free:
 *
 * Frees the swap, whether it is done or not.
 */
void
patron_swap_free (PatronSwap *self)
{
  g_array_unref (self->ranges);
  g_free (self);
}
