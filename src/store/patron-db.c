/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-db.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "patron-db-private.h"
#include "patron-error.h"

/* SQLite's own: how many pages the log holds before they are copied. */
#define PAGES_IN_LOG 1000

static PatronError
error_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return PATRON_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PATRON_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return PATRON_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return PATRON_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return PATRON_ERROR_INVALID;
    case SQLITE_TOOBIG:
      return PATRON_ERROR_TOO_LARGE;
    default:
      return PATRON_ERROR_FAILED;
    }
}

/**
 * patron_db_set_error:
 * @code: what an SQLite function returned
 *
 * Makes an error that a user can act on from what SQLite says.
 */
void
patron_db_set_error (PatronDb *self,
                     int       code,
                     GError  **error)
{
  const char *detail = sqlite3_errmsg (self->handle);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
        g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
                             _("It takes far too long to read."));
      return;
    }
  switch (error_code (code))
    {
    case PATRON_ERROR_FULL:
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FULL,
                           _("The disk is full. Free some space and try "
                             "again; nothing was changed."));
      break;
    case PATRON_ERROR_INVALID:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                             _("The record that it refers to does not "
                               "exist."));
      else
        g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                     _("The document refuses the value (%s)."), detail);
      break;
    case PATRON_ERROR_DAMAGED:
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
                   _("The file is damaged (%s)."), detail);
      break;
    case PATRON_ERROR_FAILED:
    case PATRON_ERROR_NOT_FOUND:
    case PATRON_ERROR_NOT_PATRON:
    case PATRON_ERROR_NEWER:
    case PATRON_ERROR_READ_ONLY:
    case PATRON_ERROR_BUSY:
    case PATRON_ERROR_CHANGED:
    case PATRON_ERROR_TOO_LARGE:
    default:
      g_set_error (error, PATRON_ERROR, error_code (code),
                   _("The working copy could not be used (%s)."), detail);
    }
}

/* Nothing of a document may run code: no extensions, no views, no functions
 * out of a schema, no double-quoted strings, and no row or statement beyond
 * what Patron itself makes. */
static void
harden (sqlite3     *handle,
        PatronDbMode mode)
{
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE,
                     mode != PATRON_DB_BUILD, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
  /* Only a working copy has triggers, and those are TEMP ones of ours. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                     mode == PATRON_DB_EDIT, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 600 * 1024 * 1024);
  sqlite3_limit (handle, SQLITE_LIMIT_SQL_LENGTH, 100 * 1000);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 2);
  sqlite3_limit (handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit (handle, SQLITE_LIMIT_TRIGGER_DEPTH, 50);
  sqlite3_limit (handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
}

static const char *
settings (PatronDbMode mode)
{
  switch (mode)
    {
    case PATRON_DB_READ:
      return "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
             "PRAGMA temp_store=MEMORY; PRAGMA query_only=ON";
    case PATRON_DB_EDIT:
      return "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
             "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;"
             "PRAGMA recursive_triggers=ON";
    case PATRON_DB_BUILD:
      return "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
             "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
             "PRAGMA foreign_keys=OFF";
    default:
      g_assert_not_reached ();
    }
}

static int
keep_first_text_cb (void  *user_data,
                    int    n_columns,
                    char **columns,
                    char **names)
{
  g_free (*(char **) user_data);
  *(char **) user_data = g_strdup (columns[0]);
  return 0;
}

/* Has a working copy keep a log. SQLite itself would wait for the disk five
 * times to say so in the file, as if there were something to lose yet; once
 * is enough, before the first edit. */
static int
start_log (sqlite3 *handle)
{
  g_autofree char *mode = NULL;
  sqlite3_file *file = NULL;
  int code = sqlite3_exec (handle, "PRAGMA journal_mode", keep_first_text_cb,
                           &mode, NULL);

  if (code == SQLITE_OK && g_strcmp0 (mode, "wal") != 0)
    code = sqlite3_exec (handle,
                         "PRAGMA synchronous=OFF; PRAGMA journal_mode=WAL",
                         NULL, NULL, NULL);
  if (code == SQLITE_OK && g_strcmp0 (mode, "wal") != 0)
    code = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER,
                                 &file);
  if (code == SQLITE_OK && file != NULL && file->pMethods != NULL)
    code = file->pMethods->xSync (file, SQLITE_SYNC_NORMAL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (handle, "PRAGMA synchronous=FULL", NULL, NULL, NULL);
  return code;
}

static gboolean
open_failed (PatronDb *self,
             int       code,
             GError  **error)
{
  if (code == SQLITE_OK)
    return FALSE;
  patron_db_set_error (self, code, error);
  patron_db_close (self);
  return TRUE;
}

/**
 * patron_db_get_version:
 *
 * Returns: (transfer none): the version of SQLite that this program runs on
 */
const char *
patron_db_get_version (void)
{
  return sqlite3_libversion ();
}

/* SQLite would let others read what it creates, and makes its log like it. A
 * file that is there is left alone: to close another descriptor of it would
 * drop the locks of this program. */
static void
create_private (const char *path)
{
  int descriptor;

  if (*path == ':')
    return;
  descriptor = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor >= 0)
    close (descriptor);
}

/**
 * patron_db_open:
 * @path: a private file, never the user's own
 *
 * Opens a hardened connection. For use by one thread at a time.
 *
 * Returns: (transfer full) (nullable): the connection
 */
PatronDb *
patron_db_open (const char  *path,
                PatronDbMode mode,
                GError     **error)
{
  PatronDb *self = g_new0 (PatronDb, 1);
  int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  int code;

  flags |= mode == PATRON_DB_READ
               ? SQLITE_OPEN_READONLY
               : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  self->statements = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify) patron_statement_free);
  if (mode != PATRON_DB_READ)
    create_private (path);
  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (open_failed (self, code, error))
    return NULL;
  harden (self->handle, mode);
  sqlite3_busy_timeout (self->handle, 5000);
  code = sqlite3_exec (self->handle, settings (mode), NULL, NULL, NULL);
  if (code == SQLITE_OK && mode == PATRON_DB_EDIT)
    code = start_log (self->handle);
  if (open_failed (self, code, error))
    return NULL;
  return self;
}

/**
 * patron_db_close:
 *
 * Closes the connection and frees it.
 */
void
patron_db_close (PatronDb *self)
{
  g_clear_pointer (&self->checkpoint, g_thread_join);
  g_hash_table_unref (self->statements);
  g_clear_object (&self->cancellable);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement outlives its connection");
  g_free (self);
}

/**
 * patron_db_get_handle:
 *
 * Returns: (transfer none): SQLite's own handle, for src/store alone
 */
sqlite3 *
patron_db_get_handle (PatronDb *self)
{
  return self->handle;
}

static int
progress_cb (gpointer user_data)
{
  PatronDb *self = user_data;

  return g_get_monotonic_time () > self->deadline
         || g_cancellable_is_cancelled (self->cancellable);
}

/**
 * patron_db_set_deadline:
 * @microseconds: how long statements may run from now on, all together
 * @cancellable: (nullable): ends them before
 *
 * A document that is damaged with intent could keep SQLite busy for ever.
 * What runs into the deadline fails with %PATRON_ERROR_DAMAGED.
 */
void
patron_db_set_deadline (PatronDb     *self,
                        gint64        microseconds,
                        GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  self->deadline = g_get_monotonic_time () + microseconds;
  sqlite3_progress_handler (self->handle, 10000, progress_cb, self);
}

/**
 * patron_db_exec:
 * @sql: statements without parameters
 *
 * Returns: whether all of them ran
 */
gboolean
patron_db_exec (PatronDb   *self,
                const char *sql,
                GError    **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  patron_db_set_error (self, code, error);
  return FALSE;
}

/**
 * patron_db_run:
 * @sql: one statement without parameters, kept prepared
 *
 * Returns: whether it ran
 */
gboolean
patron_db_run (PatronDb   *self,
               const char *sql,
               GError    **error)
{
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self, sql, error);

  return statement != NULL && patron_statement_run (statement, error);
}

/**
 * patron_db_enforce_references:
 * @enforce: whether SQLite looks for what each row refers to
 *
 * Unlike the pragma, this works inside a transaction, too. Whoever switches it
 * off has to see to the references.
 */
void
patron_db_enforce_references (PatronDb *self,
                              gboolean  enforce)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, enforce,
                     NULL);
}

/* Takes what is in the log into the database, by a connection of its own. */
static gpointer
checkpoint_thread (gpointer data)
{
  g_autofree char *path = data;
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (path, &handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL)
      == SQLITE_OK)
    sqlite3_exec (handle, "PRAGMA wal_checkpoint(PASSIVE)", NULL, NULL, NULL);
  sqlite3_close (handle);
  return NULL;
}

/**
 * patron_db_commit_many:
 *
 * Commits a transaction that wrote very many rows. It is durable then, but
 * they are in the log; to copy them from there takes as long as to write them
 * did, and happens in a thread.
 *
 * Returns: whether it is on the disk
 */
gboolean
patron_db_commit_many (PatronDb *self,
                       GError  **error)
{
  const char *path = sqlite3_db_filename (self->handle, "main");
  gboolean good;

  g_clear_pointer (&self->checkpoint, g_thread_join);
  sqlite3_wal_autocheckpoint (self->handle, 0);
  good = patron_db_run (self, "COMMIT", error);
  sqlite3_wal_autocheckpoint (self->handle, PAGES_IN_LOG);
  if (good && path != NULL && *path != '\0')
    self->checkpoint = g_thread_new ("checkpoint", checkpoint_thread,
                                     g_strdup (path));
  return good;
}

/**
 * patron_db_rollback:
 *
 * Gives the open transaction up, if there is one: some failures do that by
 * themselves.
 */
void
patron_db_rollback (PatronDb *self)
{
  if (patron_db_in_transaction (self))
    patron_db_run (self, "ROLLBACK", NULL);
}

/**
 * patron_db_exec_printf:
 * @format: statements; only names out of field tables and numbers go in
 *
 * Returns: whether all of them ran
 */
gboolean
patron_db_exec_printf (PatronDb   *self,
                       GError    **error,
                       const char *format,
                       ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  return patron_db_exec (self, sql, error);
}

/**
 * patron_db_get_integer:
 * @sql: a query without parameters
 * @integer: (out): the first column of its first row, 0 if there is none
 *
 * Returns: whether the query ran
 */
gboolean
patron_db_get_integer (PatronDb   *self,
                       const char *sql,
                       gint64     *integer,
                       GError    **error)
{
  g_autoptr (PatronStatement) statement = NULL;
  PatronStep step;

  *integer = 0;
  statement = patron_db_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  step = patron_statement_step (statement, error);
  if (step == PATRON_STEP_ROW)
    *integer = patron_statement_get_integer (statement, 0);
  return step != PATRON_STEP_ERROR;
}

/**
 * patron_db_in_transaction:
 *
 * Returns: whether a transaction is open; some failures end one by
 *   themselves
 */
gboolean
patron_db_in_transaction (PatronDb *self)
{
  return !sqlite3_get_autocommit (self->handle);
}

/**
 * patron_db_check:
 *
 * Reads the structure of the whole file.
 *
 * Returns: whether it is sound; if not, @error is %PATRON_ERROR_DAMAGED
 */
gboolean
patron_db_check (PatronDb *self,
                 GError  **error)
{
  g_autoptr (PatronStatement) statement = NULL;
  PatronStep step;
  const char *verdict;

  statement = patron_db_prepare (self, "PRAGMA quick_check(1)", error);
  if (statement == NULL)
    return FALSE;
  step = patron_statement_step (statement, error);
  if (step == PATRON_STEP_ERROR)
    return FALSE;
  verdict = patron_statement_get_text (statement, 0);
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
               _("The file is damaged (%s)."), verdict);
  return FALSE;
}

/**
 * patron_db_attach:
 * @path: a private file
 * @name: what the connection shall call it
 *
 * Makes the connection see another database.
 *
 * Returns: whether it worked
 */
gboolean
patron_db_attach (PatronDb    *self,
                  const char  *path,
                  const char  *name,
                  GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("ATTACH ?1 AS \"%s\"", name);
  g_autoptr (PatronStatement) statement
      = patron_db_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  patron_statement_bind_text (statement, 1, path);
  return patron_statement_run (statement, error);
}
