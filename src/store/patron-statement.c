/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "patron-db.h"

#include <string.h>

#include "patron-db-private.h"

/**
 * PatronStatement:
 *
 * A prepared statement with typed parameters and columns. Connections keep
 * statements by their text, so preparing one again costs a look-up; one that
 * is in use is prepared a second time.
 */
struct _PatronStatement
{
  PatronDb     *db;     /* (unowned) */
  sqlite3_stmt *handle; /* (owned) */
  char         *sql;    /* (owned) */
  gboolean      kept;   /* by the connection */
  gboolean      used;
};

void
patron_statement_free (PatronStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

/**
 * patron_db_prepare:
 * @sql: one statement
 *
 * Returns: (transfer full) (nullable): the statement, to be given back by
 *   patron_statement_release()
 */
PatronStatement *
patron_db_prepare (PatronDb   *self,
                   const char *sql,
                   GError    **error)
{
  PatronStatement *statement = g_hash_table_lookup (self->statements, sql);
  gboolean keep = statement == NULL;
  int code;

  if (statement != NULL && !statement->used)
    {
      statement->used = TRUE;
      return statement;
    }

  statement = g_new0 (PatronStatement, 1);
  statement->db = self;
  statement->sql = g_strdup (sql);
  statement->kept = keep;
  statement->used = TRUE;
  code = sqlite3_prepare_v3 (self->handle, sql, -1,
                             keep ? SQLITE_PREPARE_PERSISTENT : 0,
                             &statement->handle, NULL);
  if (code != SQLITE_OK)
    {
      patron_db_set_error (self, code, error);
      patron_statement_free (statement);
      return NULL;
    }
  if (keep)
    g_hash_table_insert (self->statements, statement->sql, statement);
  return statement;
}

/**
 * patron_statement_release:
 *
 * Ends the use of a statement; its columns are gone.
 */
void
patron_statement_release (PatronStatement *self)
{
  if (!self->kept)
    {
      patron_statement_free (self);
      return;
    }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->used = FALSE;
}

/**
 * patron_statement_bind_integer:
 * @index: the parameter, from 1
 *
 * Sets a parameter.
 */
void
patron_statement_bind_integer (PatronStatement *self,
                               int              index,
                               gint64           integer)
{
  sqlite3_bind_int64 (self->handle, index, integer);
}

/**
 * patron_statement_bind_text:
 * @index: the parameter, from 1
 * @text: (nullable): copied
 *
 * Sets a parameter.
 */
void
patron_statement_bind_text (PatronStatement *self,
                            int              index,
                            const char      *text)
{
  sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT);
}

/**
 * patron_statement_bind:
 * @index: the parameter, from 1
 * @value: must stay as it is until the statement is released
 *
 * Sets a parameter.
 */
void
patron_statement_bind (PatronStatement   *self,
                       int                index,
                       const PatronValue *value)
{
  gconstpointer data;
  gsize size;

  switch (value->type)
    {
    case PATRON_VALUE_NULL:
      sqlite3_bind_null (self->handle, index);
      break;
    case PATRON_VALUE_INTEGER:
      sqlite3_bind_int64 (self->handle, index, value->integer);
      break;
    case PATRON_VALUE_REAL:
      sqlite3_bind_double (self->handle, index, value->real);
      break;
    case PATRON_VALUE_TEXT:
      sqlite3_bind_text (self->handle, index, value->text, -1, SQLITE_STATIC);
      break;
    case PATRON_VALUE_DATA:
      data = g_bytes_get_data (value->data, &size);
      sqlite3_bind_blob64 (self->handle, index, data != NULL ? data : "",
                           size, SQLITE_STATIC);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * patron_statement_step:
 *
 * Returns: whether there is a row, an end, or an @error
 */
PatronStep
patron_statement_step (PatronStatement *self,
                       GError         **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return PATRON_STEP_ROW;
  if (code == SQLITE_DONE)
    return PATRON_STEP_DONE;
  patron_db_set_error (self->db, code, error);
  return PATRON_STEP_ERROR;
}

/**
 * patron_statement_run:
 *
 * Steps to the end and makes the statement ready for the next parameters.
 *
 * Returns: whether it ended well
 */
gboolean
patron_statement_run (PatronStatement *self,
                      GError         **error)
{
  PatronStep step;

  do
    step = patron_statement_step (self, error);
  while (step == PATRON_STEP_ROW);
  sqlite3_reset (self->handle);
  return step == PATRON_STEP_DONE;
}

/**
 * patron_statement_get_integer:
 * @column: from 0
 *
 * Returns: the column as a whole number
 */
gint64
patron_statement_get_integer (PatronStatement *self,
                              int              column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * patron_statement_get_real:
 * @column: from 0
 *
 * Returns: the column as a number
 */
double
patron_statement_get_real (PatronStatement *self,
                           int              column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * patron_statement_get_text:
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the column as text, valid until the
 *   next step
 */
const char *
patron_statement_get_text (PatronStatement *self,
                           int              column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * patron_statement_get:
 * @column: from 0
 * @value: (out): an initialised value, overwritten
 *
 * Reads the column by its own type.
 */
void
patron_statement_get (PatronStatement *self,
                      int              column,
                      PatronValue     *value)
{
  switch (sqlite3_column_type (self->handle, column))
    {
    case SQLITE_INTEGER:
      patron_value_set_integer (value,
                                sqlite3_column_int64 (self->handle, column));
      break;
    case SQLITE_FLOAT:
      patron_value_set_real (value,
                             sqlite3_column_double (self->handle, column));
      break;
    case SQLITE_TEXT:
      patron_value_set_text (value, patron_statement_get_text (self, column));
      break;
    case SQLITE_BLOB:
      patron_value_take_data (
          value, g_bytes_new (sqlite3_column_blob (self->handle, column),
                              sqlite3_column_bytes (self->handle, column)));
      break;
    default:
      patron_value_clear (value);
    }
}

/**
 * patron_statement_peek:
 * @column: from 0
 * @value: (out): overwritten, whatever it holds; what it points to stays the
 *   statement's and is valid until the next step, so do not clear it
 *
 * Reads the column by its own type, without a copy.
 *
 * Returns: whether it could be read so; bytes cannot, and neither can what
 *   Patron never writes: empty text, and text with a zero byte in it
 */
gboolean
patron_statement_peek (PatronStatement *self,
                       int              column,
                       PatronValue     *value)
{
  value->type = PATRON_VALUE_NULL;
  switch (sqlite3_column_type (self->handle, column))
    {
    case SQLITE_INTEGER:
      patron_value_set_integer (value,
                                sqlite3_column_int64 (self->handle, column));
      return TRUE;
    case SQLITE_FLOAT:
      patron_value_set_real (value,
                             sqlite3_column_double (self->handle, column));
      return TRUE;
    case SQLITE_TEXT:
      value->text = (char *) sqlite3_column_text (self->handle, column);
      if (value->text == NULL || value->text[0] == '\0')
        return FALSE;
      value->type = PATRON_VALUE_TEXT;
      return strlen (value->text)
             == (gsize) sqlite3_column_bytes (self->handle, column);
    case SQLITE_NULL:
      return TRUE;
    default:
      return FALSE;
    }
}
