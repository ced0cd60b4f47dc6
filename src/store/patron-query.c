/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Questions in SQL, from whoever writes scripts. They may only read, only
 * this document, and not for ever. */

#include "config.h"

#include "patron-query.h"

#include <glib/gi18n-lib.h>

#include "patron-db-private.h"
#include "patron-document-private.h"
#include "patron-error.h"

struct _PatronQuery
{
  PatronDb     *db;        /* (owned) */
  sqlite3_stmt *statement; /* (owned) */
  guint         seconds;
};

static int
authorize_cb (void       *data,
              int         action,
              const char *first,
              const char *second,
              const char *database,
              const char *trigger)
{
  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    default:
      return SQLITE_DENY;
    }
}

static void
set_error (PatronQuery *self,
           int          code,
           GError     **error)
{
  if (code == SQLITE_INTERRUPT)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 ngettext ("The query takes longer than %u second.",
                           "The query takes longer than %u seconds.",
                           self->seconds),
                 self->seconds);
  else if (code == SQLITE_AUTH)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                         _("A query can only read."));
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 /* Translators: what SQLite says, in English. */
                 _("The query cannot be run: %s"),
                 sqlite3_errmsg (patron_db_get_handle (self->db)));
}

static gboolean
prepare (PatronQuery *self,
         const char  *sql,
         GError     **error)
{
  const char *rest = NULL;
  int code;

  code = sqlite3_prepare_v2 (patron_db_get_handle (self->db), sql, -1,
                             &self->statement, &rest);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return FALSE;
    }
  while (g_ascii_isspace (*rest) || *rest == ';')
    rest++;
  if (self->statement != NULL && *rest == '\0')
    return TRUE;
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       _("A query is one SELECT."));
  return FALSE;
}

/**
 * patron_query_new:
 * @document: an open document; what is being edited in it is not seen
 * @sql: one SELECT. Tables are named as in `patron info`, columns as in files
 * @seconds: how long it may take
 *
 * Begins a query, on a connection of its own that cannot write.
 *
 * Returns: (transfer full) (nullable): the query; it is %NULL with
 *   %PATRON_ERROR_INVALID where @sql does not read, or does more
 */
PatronQuery *
patron_query_new (PatronDocument *document,
                  const char     *sql,
                  guint           seconds,
                  GError        **error)
{
  g_autofree char *path = patron_work_copy_get_database (document->work);
  g_autoptr (PatronQuery) self = g_new0 (PatronQuery, 1);

  self->seconds = seconds;
  self->db = patron_db_open (path, PATRON_DB_READ, error);
  if (self->db == NULL)
    return NULL;
  sqlite3_limit (patron_db_get_handle (self->db), SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_set_authorizer (patron_db_get_handle (self->db), authorize_cb,
                          NULL);
  patron_db_set_deadline (self->db, (gint64) seconds * G_USEC_PER_SEC, NULL);
  return prepare (self, sql, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * patron_query_free:
 *
 * Ends the query.
 */
void
patron_query_free (PatronQuery *self)
{
  sqlite3_finalize (self->statement);
  g_clear_pointer (&self->db, patron_db_close);
  g_free (self);
}

/**
 * patron_query_get_columns:
 *
 * Returns: (transfer full): the names of the columns
 */
char **
patron_query_get_columns (PatronQuery *self)
{
  int n = sqlite3_column_count (self->statement);
  char **names = g_new0 (char *, (gsize) n + 1);

  for (int i = 0; i < n; i++)
    names[i] = g_strdup (sqlite3_column_name (self->statement, i));
  return names;
}

/**
 * patron_query_step:
 *
 * Goes to the next row.
 *
 * Returns: whether there is one
 */
PatronStep
patron_query_step (PatronQuery *self,
                   GError     **error)
{
  int code = sqlite3_step (self->statement);

  if (code == SQLITE_ROW)
    return PATRON_STEP_ROW;
  if (code == SQLITE_DONE)
    return PATRON_STEP_DONE;
  set_error (self, code, error);
  return PATRON_STEP_ERROR;
}

/**
 * patron_query_get:
 * @column: which, from 0
 * @value: (out): an initialised value. Of bytes, it tells how many there are
 *
 * Reads a cell of the row.
 */
void
patron_query_get (PatronQuery *self,
                  guint        column,
                  PatronValue *value)
{
  int at = (int) column;

  patron_value_clear (value);
  switch (sqlite3_column_type (self->statement, at))
    {
    case SQLITE_INTEGER:
      patron_value_set_integer (value,
                                sqlite3_column_int64 (self->statement, at));
      break;
    case SQLITE_FLOAT:
      patron_value_set_real (value,
                             sqlite3_column_double (self->statement, at));
      break;
    case SQLITE_TEXT:
      patron_value_set_text (
          value, (const char *) sqlite3_column_text (self->statement, at));
      break;
    case SQLITE_BLOB:
      patron_value_take_text (
          value, g_format_size ((guint64) sqlite3_column_bytes (
                     self->statement, at)));
      break;
    default:
      break;
    }
}
