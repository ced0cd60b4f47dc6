/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Reads what can be read of a damaged document into a new one.
 *
 * A private copy gets a sound header and our own schema in the place of its
 * own, so that nothing in it can act and no damaged index is used. Then
 * every table is read in the order of its keys. Where a page cannot be read,
 * larger and larger keys are asked for until one can, and from there the
 * rows are read back to the gap: what is lost is what the page held. */

#include "config.h"

#include "patron-opener.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "patron-db.h"
#include "patron-error.h"
#include "patron-id.h"
#include "patron-schema.h"
#include "patron-transfer.h"

#define DEADLINE (G_GINT64_CONSTANT (120) * G_USEC_PER_SEC)
#define MAX_GAPS 100000

/* How far to look past a gap: two to the power of these. */
#define FIRST_BIT 4
#define LAST_BIT 62

typedef struct
{
  PatronRegistry     *registry;
  PatronDb           *from;
  PatronDb           *to;
  guint               schema;
  PatronSalvage      *salvage;

  /* The entity at hand. */
  const PatronEntity *entity;
  PatronStatement    *insert;
  PatronValue        *values;
  gint64              rows;
  gboolean            full; /* the new document cannot be written */
} Salvage;

static guint
read_schema (const char     *path,
             PatronRegistry *registry)
{
  guchar bytes[4] = { 0 };
  guint newest = patron_registry_get_schema (registry);
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  guint schema;

  if (descriptor < 0)
    return newest;
  if (pread (descriptor, bytes, 4, 60) != 4)
    memset (bytes, 0, sizeof bytes);
  close (descriptor);
  schema = (guint) bytes[0] << 24 | (guint) bytes[1] << 16
           | (guint) bytes[2] << 8 | bytes[3];
  return schema >= 1 && schema <= newest ? schema : newest;
}

/* The parts of the header that SQLite insists on and that are known. */
static void
mend_header (const char *path)
{
  int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  if (pwrite (descriptor, "SQLite format 3", 16, 0) == 16
      && pwrite (descriptor, "\x01\x01\x00\x40\x20\x20", 6, 18) == 6
      && pwrite (descriptor, "\x00\x00\x00\x01", 4, 56) != 4)
    g_debug ("The header could not be mended");
  close (descriptor);
}

/* Puts our schema in the place of the file's own. Where the page that holds
 * it cannot be written, the file is read as it is. */
static void
mend_schema (const char     *path,
             PatronRegistry *registry,
             guint           schema)
{
  g_autoptr (PatronDb) db = patron_db_open (path, PATRON_DB_BUILD, NULL);
  g_autoptr (GString) names = g_string_new ("''");

  if (db == NULL || !patron_db_exec (db, "PRAGMA writable_schema=ON", NULL))
    return;
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      g_autofree char *sql = NULL;
      g_autoptr (PatronStatement) statement = NULL;

      if (!patron_schema_has_entity (entity, schema))
        continue;
      g_string_append_printf (names, ", '%s'", entity->name);
      sql = patron_schema_table_sql (entity, schema);
      statement = patron_db_prepare (
          db,
          "UPDATE sqlite_schema SET sql = ?1 "
          "WHERE type = 'table' AND name = ?2 AND sql <> ?1",
          NULL);
      if (statement == NULL)
        continue;
      patron_statement_bind_text (statement, 1, sql);
      patron_statement_bind_text (statement, 2, entity->name);
      patron_statement_run (statement, NULL);
    }
  patron_db_exec_printf (db, NULL,
                         "DELETE FROM sqlite_schema WHERE type <> 'table' "
                         "OR name NOT IN (%s)",
                         names->str);
}

/* A value as it must be: mended, or absent. */
static void
mend_value (Salvage           *self,
            const PatronField *field,
            PatronValue       *value)
{
  if (value->type == PATRON_VALUE_TEXT
      && !g_utf8_validate (value->text, -1, NULL))
    patron_value_take_text (value, g_utf8_make_valid (value->text, -1));
  if (patron_field_validate (field, value, NULL))
    return;
  if (value->type != PATRON_VALUE_NULL)
    self->salvage->emptied++;
  patron_field_get_initial (field, value);
  if (value->type == PATRON_VALUE_NULL
      && field->kind == PATRON_KIND_POSITION)
    patron_value_set_real (value, (double) self->rows + 1);
}

static void
keep_row (Salvage         *self,
          PatronStatement *statement)
{
  const PatronEntity *entity = self->entity;
  gboolean good = patron_statement_get_integer (statement, 0) > 0;

  self->rows++;
  for (guint i = 0; i < entity->n_fields; i++)
    {
      patron_statement_get (statement, (int) i + 1, &self->values[i]);
      mend_value (self, &entity->fields[i], &self->values[i]);
      good &= patron_field_validate (&entity->fields[i], &self->values[i],
                                     NULL);
    }
  if (good)
    {
      g_autoptr (GError) error = NULL;

      patron_statement_bind_integer (
          self->insert, 1, patron_statement_get_integer (statement, 0));
      for (guint i = 0; i < entity->n_fields; i++)
        patron_statement_bind (self->insert, (int) i + 2, &self->values[i]);
      good = patron_statement_run (self->insert, &error);
      self->full |= g_error_matches (error, PATRON_ERROR, PATRON_ERROR_FULL);
    }
  if (good)
    self->salvage->kept++;
  else
    self->salvage->lost++;
}

static PatronStatement *
query (Salvage    *self,
       const char *columns,
       const char *where,
       gint64      first,
       gint64      last)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE %s",
                                          columns, self->entity->name, where);
  PatronStatement *statement = patron_db_prepare (self->from, sql, NULL);

  if (statement != NULL)
    {
      patron_statement_bind_integer (statement, 1, first);
      patron_statement_bind_integer (statement, 2, last);
    }
  return statement;
}

static char *
columns (Salvage *self)
{
  g_autoptr (GString) sql = g_string_new ("id");

  for (guint i = 0; i < self->entity->n_fields; i++)
    if (patron_schema_has_field (self->entity, &self->entity->fields[i],
                                 self->schema))
      g_string_append_printf (sql, ", \"%s\"", self->entity->fields[i].name);
    else
      g_string_append (sql, ", NULL");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Reads rows up or down until the end or a row that cannot be read. Sets the
 * bound to the last key that was read. */
static PatronStep
read_rows (Salvage    *self,
           const char *where,
           gint64      first,
           gint64      last,
           gboolean    down,
           gint64     *reached)
{
  g_autofree char *all = columns (self);
  g_autoptr (PatronStatement) statement
      = query (self, all, where, first, last);
  PatronStep step = PATRON_STEP_ERROR;

  if (statement == NULL)
    return PATRON_STEP_ERROR;
  while (!self->full
         && (step = patron_statement_step (statement, NULL))
                == PATRON_STEP_ROW)
    {
      gint64 id = patron_statement_get_integer (statement, 0);

      /* Pages in a circle. */
      if (down ? id >= last || id <= first : id <= *reached)
        return PATRON_STEP_ERROR;
      keep_row (self, statement);
      *reached = id;
      if (down)
        last = id;
    }
  return step;
}

/* The key of the next row, if that much of it can be read. */
static PatronStep
find_next (Salvage *self,
           gint64   after,
           gint64  *id)
{
  g_autoptr (PatronStatement) statement = query (
      self, "id", "id > ?1 AND id <= ?2 ORDER BY id LIMIT 1", after,
      G_MAXINT64);
  PatronStep step;

  if (statement == NULL)
    return PATRON_STEP_ERROR;
  step = patron_statement_step (statement, NULL);
  if (step != PATRON_STEP_ROW)
    return step;
  *id = patron_statement_get_integer (statement, 0);
  return *id > after ? PATRON_STEP_ROW : PATRON_STEP_ERROR;
}

/* Asks for a row behind a place in the gap. Past the gap, reads back to it. */
static PatronStep
probe (Salvage *self,
       gint64   after,
       gint64   place,
       gint64  *id)
{
  PatronStep step = find_next (self, place, id);
  gint64 reached = 0;

  if (step != PATRON_STEP_ERROR)
    read_rows (self, "id > ?1 AND id < ?2 ORDER BY id DESC", after,
               step == PATRON_STEP_ROW ? *id : G_MAXINT64, TRUE, &reached);
  return step;
}

/* After the key lies something that cannot be read. Goes past it; returns
 * whether there is more. Keys count time, so they are dense below now and,
 * in documents written by hand, above zero. */
static gboolean
cross_gap (Salvage *self,
           gint64  *after)
{
  gint64 now = patron_id_new ();
  gint64 id = 0;
  PatronStep step = find_next (self, *after, &id);

  self->salvage->gaps++;
  if (step == PATRON_STEP_ROW)
    {
      /* One row whose content is gone. */
      self->salvage->lost++;
      *after = id;
      return TRUE;
    }
  for (int bit = FIRST_BIT; step == PATRON_STEP_ERROR && bit <= LAST_BIT;
       bit++)
    {
      gint64 stride = G_GINT64_CONSTANT (1) << bit;

      if (stride < G_MAXINT64 - *after)
        step = probe (self, *after, *after + stride, &id);
    }
  for (int bit = LAST_BIT; step == PATRON_STEP_ERROR && bit >= FIRST_BIT;
       bit--)
    {
      gint64 place = now - (G_GINT64_CONSTANT (1) << bit);

      if (place > *after)
        step = probe (self, *after, place, &id);
    }
  *after = id - 1;
  return step == PATRON_STEP_ROW;
}

static void
salvage_table (Salvage *self)
{
  gint64 after = 0;
  gint64 gaps = self->salvage->gaps;

  while (read_rows (self, "id > ?1 AND id <= ?2 ORDER BY id", after,
                    G_MAXINT64, FALSE, &after)
         == PATRON_STEP_ERROR)
    if (self->full || self->salvage->gaps - gaps > MAX_GAPS
        || !cross_gap (self, &after))
      return;
}

static gboolean
salvage_tables (Salvage *self,
                GError **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      g_autofree char *sql = NULL;

      self->entity = patron_registry_get_entity (self->registry, i);
      if (!patron_schema_has_entity (self->entity, self->schema))
        continue;
      sql = patron_schema_insert_sql (self->entity, "INSERT OR IGNORE");
      self->insert = patron_db_prepare (self->to, sql, error);
      if (self->insert == NULL)
        return FALSE;
      self->values = g_new0 (PatronValue, self->entity->n_fields);
      self->rows = 0;
      salvage_table (self);
      for (guint j = 0; j < self->entity->n_fields; j++)
        patron_value_clear (&self->values[j]);
      g_clear_pointer (&self->values, g_free);
      g_clear_pointer (&self->insert, patron_statement_release);
    }
  if (!self->full)
    return TRUE;
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FULL,
                       _("The disk is full. Free some space and try "
                         "again; nothing was changed."));
  return FALSE;
}

/* References to what is lost. */
static gboolean
mend_references (Salvage            *self,
                 const PatronEntity *entity,
                 const PatronField  *field,
                 GError            **error)
{
  gboolean required = (field->flags & PATRON_FIELD_REQUIRED) != 0;
  const char *target = patron_schema_get_target (field);
  g_autofree char *what
      = required ? g_strdup_printf ("DELETE FROM \"%s\"", entity->name)
                 : g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL",
                                    entity->name, field->name);
  gint64 changes;

  if (!patron_db_exec_printf (self->to, error,
                              "%s WHERE \"%s\" NOT IN "
                              "(SELECT id FROM \"%s\")",
                              what, field->name, target)
      || !patron_db_get_integer (self->to, "SELECT changes ()", &changes,
                                 error))
    return FALSE;
  if (required)
    {
      self->salvage->lost += changes;
      self->salvage->kept -= changes;
    }
  else
    self->salvage->emptied += changes;
  return TRUE;
}

static gboolean
mend_tables (Salvage *self,
             GError **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (self->registry); i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (self->registry, i);

      for (guint j = 0; j < entity->n_fields; j++)
        if (patron_schema_get_target (&entity->fields[j]) != NULL
            && !mend_references (self, entity, &entity->fields[j], error))
          return FALSE;
      if (entity->single
          && !patron_db_exec_printf (self->to, error,
                                     "DELETE FROM \"%s\" WHERE id > "
                                     "(SELECT min (id) FROM \"%s\")",
                                     entity->name, entity->name))
        return FALSE;
    }
  return patron_schema_insert_singles (self->to, self->registry, error);
}

static gboolean
salvage (Salvage    *self,
         const char *copy,
         const char *path,
         GError    **error)
{
  g_autoptr (PatronDb) from = patron_db_open (copy, PATRON_DB_BUILD, error);
  g_autoptr (PatronDb) to = NULL;

  if (from == NULL
      || !patron_db_exec (from,
                          "PRAGMA writable_schema=ON; PRAGMA query_only=ON",
                          NULL))
    return FALSE;
  patron_db_set_deadline (from, DEADLINE, NULL);
  to = patron_db_open (path, PATRON_DB_BUILD, error);
  if (to == NULL || !patron_db_exec (to, "BEGIN", error)
      || !patron_schema_create (to, self->registry,
                                patron_registry_get_schema (self->registry),
                                error))
    return FALSE;
  self->from = from;
  self->to = to;
  return salvage_tables (self, error) && mend_tables (self, error)
         && patron_db_exec (to, "COMMIT", error);
}

/**
 * patron_opener_salvage:
 * @raw: a private file with the bytes of a damaged document
 * @name: what to call it in messages
 * @path: a private file, written anew: a sound document of the newest schema
 * @salvage: (out): what was kept and what was lost
 *
 * Reads what can be read, table by table and row by row. Values that break
 * the rules of their field become absent, and so do references to what is
 * lost.
 *
 * Returns: whether any record could be read
 */
gboolean
patron_opener_salvage (PatronRegistry *registry,
                       const char     *raw,
                       const char     *name,
                       const char     *path,
                       PatronSalvage  *salvage_out,
                       GError        **error)
{
  g_autofree char *copy = g_strconcat (path, ".damaged", NULL);
  Salvage self = { .registry = registry, .salvage = salvage_out };
  g_autoptr (GError) local = NULL;
  gboolean good;

  memset (salvage_out, 0, sizeof *salvage_out);
  g_unlink (path);
  if (!patron_transfer_copy (raw, copy, error))
    return FALSE;
  self.schema = read_schema (copy, registry);
  mend_header (copy);
  mend_schema (copy, registry, self.schema);
  good = salvage (&self, copy, path, &local);
  g_unlink (copy);
  if (good && salvage_out->kept > 0)
    return patron_transfer_sync (path, error);

  g_unlink (path);
  if (g_error_matches (local, PATRON_ERROR, PATRON_ERROR_FULL))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
                 _("“%s” is damaged so badly that no record of it can be "
                   "read."),
                 name);
  return FALSE;
}
