/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Builds a document's file out of a working copy, or out of a document of an
 * older schema.
 *
 * Tables are filled in the order of the registry, rows in the order of their
 * keys, and indexes are made last, so that the file depends on its content
 * alone: no edit that was undone, no row that was deleted and no free page
 * is left in it. */

#include "config.h"

#include "patron-builder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "patron-error.h"
#include "patron-migration.h"
#include "patron-schema.h"

/* Building 100 megabytes takes about a second. */
#define DEADLINE (G_GINT64_CONSTANT (600) * G_USEC_PER_SEC)

/* Where the header of a file tells which SQLite wrote it. The same content
 * shall give the same bytes whichever it was. */
#define WRITER_OFFSET 96
#define WRITER_VERSION "\x00\x2e\x60\x90" /* 3.40.0 */

static PatronDb *
open_new (const char    *source,
          const char    *path,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (PatronDb) db = NULL;

  g_unlink (path);
  db = patron_db_open (path, PATRON_DB_BUILD, error);
  if (db == NULL)
    return NULL;
  patron_db_set_deadline (db, DEADLINE, cancellable);
  if (!patron_db_exec (db,
                       "PRAGMA page_size=4096; PRAGMA encoding='UTF-8';"
                       "PRAGMA auto_vacuum=NONE; PRAGMA cache_size=-32000",
                       error)
      || !patron_db_attach (db, source, "source", error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
create_tables (PatronDb       *db,
               PatronRegistry *registry,
               GError        **error)
{
  guint schema = patron_registry_get_schema (registry);

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      g_autofree char *sql = patron_schema_table_sql (
          patron_registry_get_entity (registry, i), schema);

      if (!patron_db_exec (db, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
create_indexes (PatronDb       *db,
                PatronRegistry *registry,
                GError        **error)
{
  guint schema = patron_registry_get_schema (registry);

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      g_auto (GStrv) indexes = patron_schema_index_sql (
          patron_registry_get_entity (registry, i), schema);

      for (gsize j = 0; indexes[j] != NULL; j++)
        if (!patron_db_exec (db, indexes[j], error))
          return FALSE;
    }
  return TRUE;
}

/* Tables of one shape are copied row by row as bytes, without a look into
 * them, as long as the statement names no column. */
static gboolean
copy_rows (PatronDb       *db,
           PatronRegistry *registry,
           guint           schema,
           const char     *without,
           GError        **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      gboolean copied;

      if (g_strcmp0 (entity->name, without) == 0)
        continue;
      if (schema == patron_registry_get_schema (registry))
        copied = patron_db_exec_printf (
            db, error,
            "INSERT INTO main.\"%s\" SELECT * FROM source.\"%s\"",
            entity->name, entity->name);
      else
        copied = patron_migration_copy (db, entity, schema, error);
      if (!copied)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_counts (PatronDb       *db,
              PatronRegistry *registry,
              guint           schema,
              const char     *without,
              GError        **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      g_autofree char *sql = NULL;
      gint64 equal;

      if (!patron_schema_has_entity (entity, schema)
          || g_strcmp0 (entity->name, without) == 0)
        continue;
      sql = g_strdup_printf ("SELECT (SELECT count (*) FROM main.\"%s\") = "
                             "(SELECT count (*) FROM source.\"%s\")",
                             entity->name, entity->name);
      if (!patron_db_get_integer (db, sql, &equal, error))
        return FALSE;
      if (equal)
        continue;
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                   /* Translators: the label of an entity, in the plural. */
                   _("%s were not copied whole. The document’s file was left "
                     "as it is."),
                   patron_entity_get_plural (entity));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_references (PatronDb *db,
                  GError  **error)
{
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (db, "PRAGMA main.foreign_key_check", error);
  PatronStep step;

  if (statement == NULL)
    return FALSE;
  step = patron_statement_step (statement, error);
  if (step == PATRON_STEP_ROW)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
                 _("A record of “%s” refers to one that does not exist."),
                 patron_statement_get_text (statement, 0));
  return step == PATRON_STEP_DONE;
}

static gboolean
fill (PatronDb       *db,
      PatronRegistry *registry,
      guint           schema,
      const char     *without,
      PatronStamp    *stamp,
      GError        **error)
{
  /* The first read of the source fixes what all later ones see. */
  return (stamp == NULL
          || patron_history_read_stamp (db, "source", stamp, error))
         && create_tables (db, registry, error)
         && copy_rows (db, registry, schema, without, error)
         && patron_schema_insert_singles (db, registry, error)
         && patron_migration_run_steps (db, schema, error)
         && create_indexes (db, registry, error)
         && check_counts (db, registry, schema, without, error)
         && check_references (db, error)
         && patron_db_exec_printf (db, error,
                                   "PRAGMA main.application_id=%d;"
                                   "PRAGMA main.user_version=%u",
                                   PATRON_APPLICATION_ID,
                                   patron_registry_get_schema (registry));
}

static gboolean
hide_writer (const char *path,
             GError    **error)
{
  int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean good
      = descriptor >= 0
        && pwrite (descriptor, WRITER_VERSION, 4, WRITER_OFFSET) == 4;

  if (!good)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("The working copy could not be used (%s)."),
                 g_strerror (errno));
  if (descriptor >= 0)
    close (descriptor);
  return good;
}

static gboolean
check_built (const char   *path,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (PatronDb) db = patron_db_open (path, PATRON_DB_READ, error);

  if (db == NULL)
    return FALSE;
  patron_db_set_deadline (db, DEADLINE, cancellable);
  return patron_db_check (db, error);
}

static gboolean
build (PatronRegistry *registry,
       const char     *source,
       guint           schema,
       const char     *without,
       const char     *path,
       PatronStamp    *stamp,
       GCancellable   *cancellable,
       GError        **error)
{
  g_autoptr (PatronDb) db = open_new (source, path, cancellable, error);

  return db != NULL && patron_db_exec (db, "BEGIN", error)
         && fill (db, registry, schema, without, stamp, error)
         && patron_db_exec (db, "COMMIT", error);
}

/**
 * patron_builder_build:
 * @source: a working copy, which may be in use, or a checked document
 * @schema: the schema of @source, not newer than that of @registry
 * @without: (nullable): an entity whose rows are left out
 * @path: a private file, written anew; it is not forced to the disk
 * @stamp: (out) (optional): the stamp of the working copy, as it was built
 *
 * Builds and checks the file of a document. May be called from any thread.
 *
 * Returns: whether the file is there and sound; if not, there is none
 */
gboolean
patron_builder_build (PatronRegistry *registry,
                      const char     *source,
                      guint           schema,
                      const char     *without,
                      const char     *path,
                      PatronStamp    *stamp,
                      GCancellable   *cancellable,
                      GError        **error)
{
  if (build (registry, source, schema, without, path, stamp, cancellable,
             error)
      && hide_writer (path, error) && check_built (path, cancellable, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}
