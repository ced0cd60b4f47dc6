/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Undo and redo by before-images.
 *
 * Each table has a twin, past_<table>, with its columns and three of its
 * own: the slot of an entry, the key of a row, and whether the row existed.
 * While an entry is recorded, TEMP triggers put each row as it was before
 * its first change into the twin. Undo swaps: the rows as they are now go
 * into the twin, those of the twin go into the table, and the entry's slot
 * changes its sign, because what the twin now holds is what redo needs. Redo
 * is the same swap. Cascades, bulk statements and reordering need no code of
 * their own, and neither does a new entity.
 *
 * An insert of many rows records the range of their keys instead of a row
 * each; the twin holds those rows only while they are undone. The twins are
 * part of the working copy, never of a document. */

#include "config.h"

#include "patron-history.h"

#include <string.h>

#include "patron-db-private.h"
#include "patron-history-private.h"
#include "patron-schema.h"

#define DEFAULT_CAP (G_GINT64_CONSTANT (128) * 1024 * 1024)

/**
 * patron_entry_clear:
 *
 * Frees what @entry holds.
 */
void
patron_entry_clear (PatronEntry *entry)
{
  g_free (entry->label);
  g_free (entry->entity);
  g_free (entry->field);
  memset (entry, 0, sizeof *entry);
}

static void
recording_slot (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  PatronHistory *self = sqlite3_user_data (context);

  if (self->recording > 0)
    sqlite3_result_int64 (context, self->recording);
  else
    sqlite3_result_null (context);
}

static char *
twin_sql (const PatronEntity *entity)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "CREATE TABLE IF NOT EXISTS \"past_%s\" ("
                          "slot INTEGER, id INTEGER, existed INTEGER",
                          entity->name);
  for (guint i = 0; i < entity->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", entity->fields[i].name);
  g_string_append (sql, ", PRIMARY KEY (slot, id)) WITHOUT ROWID");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
create_insert_trigger (PatronHistory      *self,
                       const PatronEntity *entity,
                       GError            **error)
{
  return patron_db_exec_printf (
      self->db, error,
      "CREATE TEMP TRIGGER IF NOT EXISTS \"past_%s_insert\" AFTER INSERT ON main.\"%s\" "
      "WHEN recording_slot () IS NOT NULL BEGIN "
      "INSERT OR IGNORE INTO \"past_%s\" (slot, id, existed) "
      "VALUES (recording_slot (), NEW.id, 0); END",
      entity->name, entity->name, entity->name);
}

static gboolean
create_triggers (PatronHistory      *self,
                 const PatronEntity *entity,
                 GError            **error)
{
  static const struct
  {
    const char *name;
    const char *event;
  } kept[] = { { "update", "BEFORE UPDATE" }, { "delete", "BEFORE DELETE" } };
  g_autofree char *old = patron_schema_columns (entity, G_MAXUINT, "OLD.");

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!patron_db_exec_printf (
            self->db, error,
            "CREATE TEMP TRIGGER IF NOT EXISTS \"past_%s_%s\" %s ON main.\"%s\" "
            "WHEN recording_slot () IS NOT NULL BEGIN "
            "INSERT OR IGNORE INTO \"past_%s\" "
            "VALUES (recording_slot (), OLD.id, 1%s); END",
            entity->name, kept[i].name, kept[i].event, entity->name,
            entity->name, old))
      return FALSE;
  return create_insert_trigger (self, entity, error);
}

static gboolean
create_tables (PatronHistory *self,
               GError       **error)
{
  if (!patron_db_exec (
          self->db,
          "CREATE TABLE IF NOT EXISTS past (entry INTEGER PRIMARY KEY, "
          "slot INTEGER NOT NULL, undone INTEGER NOT NULL, "
          "revision INTEGER NOT NULL, time INTEGER NOT NULL, "
          "bytes INTEGER NOT NULL, label TEXT, entity TEXT, record INTEGER, "
          "field TEXT) STRICT;"
          "CREATE INDEX IF NOT EXISTS past_undone ON past (entry) "
          "WHERE undone;"
          "CREATE TABLE IF NOT EXISTS past_range (slot INTEGER, entity TEXT, "
          "first INTEGER, last INTEGER)",
          error))
    return FALSE;
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (self->registry, i);
      g_autofree char *sql = twin_sql (entity);

      if (!patron_db_exec (self->db, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* A working copy without twins has no edits that a power cut could take, and
 * twins are easily made again: they need not wait for the disk. */
static gboolean
ready_tables (PatronHistory *self,
              GError       **error)
{
  gint64 there;

  if (!patron_db_get_integer (
          self->db, "SELECT count (*) FROM sqlite_schema WHERE name = 'past'",
          &there, error)
      || (there == 0
          && !patron_db_exec (self->db, "PRAGMA synchronous=OFF", error))
      || !patron_db_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!create_tables (self, error))
    {
      patron_db_rollback (self->db);
      return FALSE;
    }
  return patron_db_exec (self->db, "COMMIT", error)
         && patron_db_exec (self->db, "PRAGMA synchronous=FULL", error);
}

/* What the rows of a slot weigh: long values by their length, all others by
 * a constant. */
static char *
weight_sql (const PatronEntity *entity)
{
  g_autoptr (GString) sql = g_string_new ("SELECT sum (64");

  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].kind == PATRON_KIND_LONG_TEXT
        || entity->fields[i].kind == PATRON_KIND_DATA)
      g_string_append_printf (sql, " + coalesce (length (\"%s\"), 0)",
                              entity->fields[i].name);
  g_string_append_printf (sql, ") FROM \"past_%s\" WHERE slot = ?1",
                          entity->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char **
weight_queries (PatronRegistry *registry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      g_autofree char *sql
          = weight_sql (patron_registry_get_entity (registry, i));

      g_strv_builder_add (builder, sql);
    }
  return g_strv_builder_end (builder);
}

static gboolean
load_entry (PatronHistory *self,
            const char    *sql,
            PatronEntry   *entry)
{
  g_autoptr (PatronStatement) statement = NULL;

  patron_entry_clear (entry);
  statement = patron_db_prepare (self->db, sql, NULL);
  if (statement == NULL
      || patron_statement_step (statement, NULL) != PATRON_STEP_ROW)
    return FALSE;
  entry->number = patron_statement_get_integer (statement, 0);
  entry->revision = patron_statement_get_integer (statement, 1);
  entry->time = patron_statement_get_integer (statement, 2);
  entry->label = g_strdup (patron_statement_get_text (statement, 3));
  entry->entity = g_strdup (patron_statement_get_text (statement, 4));
  entry->record = patron_statement_get_integer (statement, 5);
  entry->field = g_strdup (patron_statement_get_text (statement, 6));
  return TRUE;
}

#define ENTRY_COLUMNS "entry, revision, time, label, entity, record, field"

static void
load_state (PatronHistory *self)
{
  load_entry (self,
              "SELECT " ENTRY_COLUMNS " FROM past WHERE NOT undone "
              "ORDER BY entry DESC LIMIT 1",
              &self->undo);
  load_entry (self,
              "SELECT " ENTRY_COLUMNS " FROM past WHERE undone "
              "ORDER BY entry LIMIT 1",
              &self->redo);
  patron_db_get_integer (self->db, "SELECT max (revision) FROM past",
                         &self->revision, NULL);
  patron_db_get_integer (self->db, "SELECT sum (bytes) FROM past",
                         &self->size, NULL);
}

/**
 * patron_history_settle:
 * @committed: whether the transaction was committed or rolled back
 *
 * Ends recording and takes over where the history stands now.
 */
void
patron_history_settle (PatronHistory *self,
                       gboolean       committed)
{
  self->recording = 0;
  self->paused = 0;
  if (committed && self->reload)
    load_state (self);
  else if (committed && self->next.number != 0)
    {
      patron_entry_clear (&self->undo);
      self->undo = self->next;
      memset (&self->next, 0, sizeof self->next);
      self->revision = self->undo.revision;
      self->size = self->next_size;
    }
  patron_entry_clear (&self->next);
  self->reload = FALSE;
}

/**
 * patron_history_new:
 * @db: (transfer none): a working copy; it must outlive the history
 *
 * Makes the twins where they are missing.
 *
 * Returns: (transfer full) (nullable): the history of the working copy
 */
PatronHistory *
patron_history_new (PatronDb       *db,
                    PatronRegistry *registry,
                    GError        **error)
{
  g_autoptr (PatronHistory) self = g_new0 (PatronHistory, 1);
  int code;

  self->db = db;
  self->registry = patron_registry_ref (registry);
  self->cap = DEFAULT_CAP;
  self->weights = weight_queries (registry);
  code = sqlite3_create_function (
      patron_db_get_handle (db), "recording_slot", 0,
      SQLITE_UTF8 | SQLITE_INNOCUOUS, self, recording_slot, NULL, NULL);
  if (code != SQLITE_OK)
    {
      patron_db_set_error (db, code, error);
      return NULL;
    }
  if (!ready_tables (self, error))
    return NULL;
  load_state (self);
  return g_steal_pointer (&self);
}

/**
 * patron_history_free:
 *
 * Frees the history object; the history itself stays in the working copy.
 */
void
patron_history_free (PatronHistory *self)
{
  patron_entry_clear (&self->undo);
  patron_entry_clear (&self->redo);
  patron_entry_clear (&self->next);
  patron_registry_unref (self->registry);
  g_strfreev (self->weights);
  g_free (self);
}

/**
 * patron_history_get_undo:
 *
 * Returns: (transfer none) (nullable): the entry that undo takes back
 */
const PatronEntry *
patron_history_get_undo (PatronHistory *self)
{
  return self->undo.number != 0 ? &self->undo : NULL;
}

/**
 * patron_history_get_redo:
 *
 * Returns: (transfer none) (nullable): the entry that redo brings back
 */
const PatronEntry *
patron_history_get_redo (PatronHistory *self)
{
  return self->redo.number != 0 ? &self->redo : NULL;
}

/**
 * patron_history_get_stamp:
 *
 * Returns: the stamp of the present state
 */
PatronStamp
patron_history_get_stamp (PatronHistory *self)
{
  return (PatronStamp) { self->undo.number, self->undo.revision };
}

/**
 * patron_history_read_stamp:
 * @db: a connection that sees a working copy
 * @name: what the working copy is called there, such as "main"
 * @stamp: (out): the stamp of its state
 *
 * Reads the stamp without the history, as other connections must.
 *
 * Returns: whether it worked
 */
gboolean
patron_history_read_stamp (PatronDb    *db,
                           const char  *name,
                           PatronStamp *stamp,
                           GError     **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT entry, revision FROM \"%s\".past "
                         "WHERE NOT undone ORDER BY entry DESC LIMIT 1",
                         name);
  g_autoptr (PatronStatement) statement = patron_db_prepare (db, sql, error);
  PatronStep step;

  *stamp = (PatronStamp) { 0, 0 };
  if (statement == NULL)
    return FALSE;
  step = patron_statement_step (statement, error);
  if (step == PATRON_STEP_ROW)
    {
      stamp->number = patron_statement_get_integer (statement, 0);
      stamp->revision = patron_statement_get_integer (statement, 1);
    }
  return step != PATRON_STEP_ERROR;
}

/**
 * patron_history_set_cap:
 * @bytes: how much the before-images may hold; the oldest entries go first
 *
 * Caps the history.
 */
void
patron_history_set_cap (PatronHistory *self,
                        gint64         bytes)
{
  self->cap = bytes;
}

/**
 * patron_history_get_size:
 *
 * Returns: about how many bytes the before-images hold
 */
gint64
patron_history_get_size (PatronHistory *self)
{
  return self->size;
}

/**
 * patron_history_prepare:
 *
 * Makes the triggers, unless they are there. To be called before each
 * transaction that is recorded: a document that is only looked at does not
 * need them, and they take longer than all else when it is opened.
 *
 * Returns: whether they are there
 */
gboolean
patron_history_prepare (PatronHistory *self,
                        GError       **error)
{
  if (self->prepared)
    return TRUE;
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    if (!create_triggers (
            self, patron_registry_get_entity (self->registry, i), error))
      return FALSE;
  self->prepared = TRUE;
  return TRUE;
}

/* patron_history_drop_triggers:
 *
 * Drops the triggers of a table, until the next patron_history_prepare():
 * even those that have nothing to record take as long as what they watch.
 *
 * Returns: whether they are gone
 */
gboolean
patron_history_drop_triggers (PatronHistory      *self,
                              const PatronEntity *entity,
                              GError            **error)
{
  const char *name = entity->name;

  self->prepared = FALSE;
  return patron_db_exec_printf (
      self->db, error,
      "DROP TRIGGER IF EXISTS temp.\"past_%s_insert\";"
      "DROP TRIGGER IF EXISTS temp.\"past_%s_update\";"
      "DROP TRIGGER IF EXISTS temp.\"past_%s_delete\"",
      name, name, name);
}

/**
 * patron_history_start:
 * @merge: whether to go on with the newest entry instead of a new one
 *
 * Begins to record. Entries that were undone stay until
 * patron_history_finish(), so that a rollback keeps them.
 */
void
patron_history_start (PatronHistory *self,
                      gboolean       merge)
{
  gint64 newest = 0;

  self->merging = merge;
  if (!merge)
    patron_db_get_integer (self->db, "SELECT max (entry) FROM past", &newest,
                           NULL);
  self->recording = merge ? self->undo.number : newest + 1;
}

/**
 * patron_history_pause:
 * @entity: what is inserted now
 *
 * Stops recording rows, until patron_history_resume(). A trigger that has
 * nothing to record takes as long as an insert, so it goes.
 *
 * Returns: whether it is gone; if not, recording goes on
 */
gboolean
patron_history_pause (PatronHistory      *self,
                      const PatronEntity *entity,
                      GError            **error)
{
  if (!patron_db_exec_printf (self->db, error,
                              "DROP TRIGGER IF EXISTS temp.\"past_%s_insert\"",
                              entity->name))
    return FALSE;
  self->paused = self->recording;
  self->recording = 0;
  return TRUE;
}

/**
 * patron_history_resume:
 * @entity: what patron_history_pause() was told
 *
 * Goes on recording rows.
 *
 * Returns: whether it does
 */
gboolean
patron_history_resume (PatronHistory      *self,
                       const PatronEntity *entity,
                       GError            **error)
{
  self->recording = self->paused;
  self->paused = 0;
  /* The next transaction looks for all triggers. */
  self->prepared = create_insert_trigger (self, entity, error);
  return self->prepared;
}

/**
 * patron_history_add_range:
 *
 * Records that all rows with keys from @first to @last were inserted while
 * recording was paused. No other row may have such a key.
 *
 * Returns: whether it worked
 */
gboolean
patron_history_add_range (PatronHistory      *self,
                          const PatronEntity *entity,
                          gint64              first,
                          gint64              last,
                          GError            **error)
{
  return patron_db_exec_printf (
      self->db, error,
      "INSERT INTO past_range VALUES (%" G_GINT64_FORMAT ", '%s', "
      "%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
      self->recording, entity->name, first, last);
}

static gboolean
forget (PatronHistory *self,
        const char    *which,
        GError       **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    if (!patron_db_exec_printf (
            self->db, error,
            "DELETE FROM \"past_%s\" WHERE slot IN "
            "(SELECT slot FROM past WHERE %s)",
            patron_registry_get_entity (self->registry, i)->name, which))
      return FALSE;
  return patron_db_exec_printf (self->db, error,
                                "DELETE FROM past_range WHERE slot IN "
                                "(SELECT slot FROM past WHERE %s);"
                                "DELETE FROM past WHERE %s",
                                which, which);
}

/* patron_history_weigh:
 * @tables: a bit for each entity whose twin is looked at
 * @bytes: (out): what the rows of the slot weigh
 *
 * Returns: whether they could be read
 */
gboolean
patron_history_weigh (PatronHistory *self,
                      gint64         slot,
                      guint64        tables,
                      gint64        *bytes,
                      GError       **error)
{
  *bytes = 0;
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      g_autoptr (PatronStatement) statement = NULL;
      PatronStep step;

      if ((tables & (G_GUINT64_CONSTANT (1) << i)) == 0)
        continue;
      statement = patron_db_prepare (self->db, self->weights[i], error);
      if (statement == NULL)
        return FALSE;
      patron_statement_bind_integer (statement, 1, slot);
      step = patron_statement_step (statement, error);
      if (step == PATRON_STEP_ERROR)
        return FALSE;
      *bytes += patron_statement_get_integer (statement, 0);
    }
  return TRUE;
}

/* Where nothing but undone rows is in a twin, SQLite can drop them without
 * looking at each: those of an import may be very many. */
static gboolean
empty_undone (PatronHistory *self,
              GError       **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      const char *name
          = patron_registry_get_entity (self->registry, i)->name;
      g_autofree char *sql
          = g_strdup_printf ("SELECT max (slot) FROM \"past_%s\"", name);
      gint64 newest;

      if (!patron_db_get_integer (self->db, sql, &newest, error)
          || (newest < 0
              && !patron_db_exec_printf (self->db, error,
                                         "DELETE FROM \"past_%s\"", name)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
trim (PatronHistory *self,
      GError       **error)
{
  gint64 oldest_kept = 0;
  g_autofree char *which = NULL;

  /* The newest entry stays whatever it weighs; room is made for a while. */
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce (max (entry), 0) + 1 FROM (SELECT entry, "
      "sum (bytes) OVER (ORDER BY entry DESC) AS held FROM past) "
      "WHERE held > %" G_GINT64_FORMAT " AND entry < "
      "(SELECT max (entry) FROM past)",
      self->cap - self->cap / 8);

  if (!patron_db_get_integer (self->db, sql, &oldest_kept, error))
    return FALSE;
  which = g_strdup_printf ("entry < %" G_GINT64_FORMAT, oldest_kept);
  return forget (self, which, error);
}

static gboolean
insert_entry (PatronHistory     *self,
              const PatronEntry *entry,
              gint64             bytes,
              GError           **error)
{
  g_autoptr (PatronStatement) statement = NULL;

  statement = patron_db_prepare (
      self->db,
      "INSERT INTO past (entry, slot, undone, revision, time, bytes, label, "
      "entity, record, field) VALUES (?1, ?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
      "ON CONFLICT (entry) DO UPDATE SET revision = ?2, time = ?3",
      error);
  if (statement == NULL)
    return FALSE;
  patron_statement_bind_integer (statement, 1, self->recording);
  patron_statement_bind_integer (statement, 2, self->revision + 1);
  patron_statement_bind_integer (statement, 3, entry->time);
  patron_statement_bind_integer (statement, 4, bytes);
  patron_statement_bind_text (statement, 5, entry->label);
  patron_statement_bind_text (statement, 6, entry->entity);
  patron_statement_bind_integer (statement, 7, entry->record);
  patron_statement_bind_text (statement, 8, entry->field);
  return patron_statement_run (statement, error);
}

/**
 * patron_history_finish:
 * @entry: what the entry is called and about; its number is not looked at
 * @tables: a bit for each entity of the registry whose rows were touched
 *
 * Writes the entry, drops what was undone before it, and keeps to the cap.
 * To be called before the transaction is committed.
 *
 * Returns: whether it worked
 */
gboolean
patron_history_finish (PatronHistory     *self,
                       const PatronEntry *entry,
                       guint64            tables,
                       GError           **error)
{
  gint64 bytes = 0;

  if (self->redo.number != 0)
    {
      self->reload = TRUE;
      if (!empty_undone (self, error) || !forget (self, "undone", error))
        return FALSE;
    }
  if (!self->merging && !patron_history_weigh (self, self->recording, tables,
                                                 &bytes, error))
    return FALSE;
  if (!insert_entry (self, entry, bytes, error))
    return FALSE;
  if (self->size + bytes > self->cap)
    {
      self->reload = TRUE;
      if (!trim (self, error))
        return FALSE;
    }

  patron_entry_clear (&self->next);
  self->next.number = self->recording;
  self->next.revision = self->revision + 1;
  self->next.time = entry->time;
  self->next.label = g_strdup (entry->label);
  self->next.entity = g_strdup (entry->entity);
  self->next.record = entry->record;
  self->next.field = g_strdup (entry->field);
  self->next_size = self->size + bytes;
  return TRUE;
}
