/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-bulk.h"

#include "patron-db-private.h"
#include "patron-document-private.h"
#include "patron-id.h"
#include "patron-schema.h"

/* How many rows one statement inserts: the most of what a statement takes is
 * for itself, not for its rows. */
#define ROWS 64

/* A field that the records fill, with numbers between these. */
typedef struct
{
  guint       field;
  double      min;
  double      max;
  const char *target; /* (nullable): the table that it refers to */
  gint64      known;  /* a key that is there, or 0 */
} Column;

/**
 * PatronBulk:
 *
 * Inserts very many records of one entity inside a compound edit. Undo
 * remembers their range instead of each, and nobody is told before the
 * compound edit ends.
 *
 * The first row gets a key that is larger than all in the table; the next
 * leave theirs to SQLite, which counts on from the largest, and need not look
 * for a place in the table then. Of rows that refer to the same record, only
 * the first is looked at for whether it is there: nothing else is written
 * meanwhile.
 */
struct _PatronBulk
{
  PatronDocument     *document;  /* (unowned) */
  const PatronEntity *entity;
  guint               index;
  PatronStatement    *single;    /* (owned) (nullable): inserts one row */
  PatronStatement    *batch;     /* (owned) (nullable): inserts ROWS */
  PatronValueType    *types;     /* (owned): of the values of the last row */
  Column             *columns;   /* (owned) */
  guint               n_columns;
  gboolean            numbers;   /* whether the last row held nothing else */
  PatronValue        *waiting;   /* (owned): the columns of some rows */
  guint               n_waiting;
  gint64              newest;    /* the largest key that was there before */
  gint64              first;
  gint64              n_rows;
  GError             *failed;    /* (owned) (nullable) */
};

/**
 * patron_bulk_begin:
 * @document: a document in a compound edit
 * @entity: the name of an entity
 *
 * Begins to insert; until patron_bulk_end(), the document must not be
 * written otherwise.
 *
 * Returns: (transfer full) (nullable): to be given to patron_bulk_end()
 */
PatronBulk *
patron_bulk_begin (PatronDocument *document,
                   const char     *entity,
                   GError        **error)
{
  const PatronEntity *found
      = patron_registry_lookup (document->registry, entity);
  g_autofree char *sql = NULL;
  PatronBulk *self;
  gint64 newest;

  g_return_val_if_fail (found != NULL && !found->single, NULL);
  g_return_val_if_fail (document->depth > 0, NULL);

  sql = g_strdup_printf ("SELECT max (id) FROM \"%s\"", found->name);
  if (!patron_db_get_integer (document->db, sql, &newest, error)
      || !patron_history_pause (document->history, found, error))
    return NULL;

  self = g_new0 (PatronBulk, 1);
  self->document = document;
  self->entity = found;
  self->index = (guint) patron_registry_find (document->registry, found);
  self->types = g_new0 (PatronValueType, found->n_fields);
  self->columns = g_new0 (Column, found->n_fields);
  self->waiting = g_new0 (PatronValue, ROWS * found->n_fields);
  self->newest = newest;
  patron_db_enforce_references (document->db, FALSE);
  document->bulk |= G_GUINT64_CONSTANT (1) << self->index;
  return self;
}

static PatronStatement *
prepare_rows (PatronBulk  *self,
              guint        n_rows,
              gboolean     with_key,
              GError     **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", self->entity->name);
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (
        sql, "%s\"%s\"", i > 0 ? ", " : "",
        self->entity->fields[self->columns[i].field].name);
  g_string_append (sql, with_key ? ", id) VALUES " : ") VALUES ");
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row > 0 ? ", (?" : "(?");
      for (guint i = !with_key; i < self->n_columns; i++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
    }
  return patron_db_prepare (self->document->db, sql->str, error);
}

/* Statements for records that fill the same fields as this one: the others
 * cost time, too. */
static gboolean
prepare (PatronBulk        *self,
         const PatronValue *values,
         GError           **error)
{
  g_clear_pointer (&self->single, patron_statement_release);
  g_clear_pointer (&self->batch, patron_statement_release);
  self->n_columns = 0;
  self->numbers = TRUE;
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      Column *column = &self->columns[self->n_columns];

      self->types[i] = values[i].type;
      /* A statement needs a column, whatever is in it. */
      if (values[i].type == PATRON_VALUE_NULL
          && (self->n_columns > 0 || i + 1 < self->entity->n_fields))
        continue;
      self->numbers &= values[i].type == PATRON_VALUE_INTEGER
                       || values[i].type == PATRON_VALUE_REAL;
      column->field = i;
      patron_field_get_limits (&self->entity->fields[i], &column->min,
                               &column->max);
      column->target = patron_schema_get_target (&self->entity->fields[i]);
      column->known = 0;
      self->n_columns++;
    }
  self->single = prepare_rows (self, 1, FALSE, error);
  if (self->single != NULL)
    self->batch = prepare_rows (self, ROWS, FALSE, error);
  return self->batch != NULL;
}

static gboolean
is_alike (PatronBulk        *self,
          const PatronValue *values)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (values[i].type != self->types[i])
      return FALSE;
  return self->batch != NULL;
}

/* Whether the values are numbers like those of a valid row before, and within
 * the same limits: then they are valid, too. */
static gboolean
is_surely_valid (PatronBulk        *self,
                 const PatronValue *values)
{
  if (!self->numbers || !is_alike (self, values))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const Column *column = &self->columns[i];
      const PatronValue *value = &values[column->field];
      double number = value->type == PATRON_VALUE_REAL
                          ? value->real
                          : (double) value->integer;

      if (column->target != NULL && value->integer != column->known)
        return FALSE;
      if (!(number >= column->min && number <= column->max))
        return FALSE;
    }
  return TRUE;
}

static gboolean
validate (PatronBulk        *self,
          const PatronValue *values,
          GError           **error)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (!patron_field_validate (&self->entity->fields[i], &values[i], error))
      return FALSE;
  return TRUE;
}

/* Whether the records are there that the values refer to. */
static gboolean
find_targets (PatronBulk        *self,
              const PatronValue *values)
{
  PatronDb *db = self->document->db;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];
      const PatronValue *value = &values[column->field];
      g_autofree char *sql = NULL;

      if (column->target == NULL || value->type == PATRON_VALUE_NULL
          || value->integer == column->known)
        continue;
      sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE id = "
                             "%" G_GINT64_FORMAT,
                             column->target, value->integer);
      if (!patron_db_get_integer (db, sql, &column->known, &self->failed))
        return FALSE;
      if (column->known == value->integer)
        continue;
      patron_db_set_error (db, SQLITE_CONSTRAINT_FOREIGNKEY, &self->failed);
      return FALSE;
    }
  return TRUE;
}

/* Inserts what waits. */
static gboolean
flush (PatronBulk *self)
{
  guint n = self->n_waiting;
  gboolean whole = n == ROWS;
  PatronStatement *statement = whole ? self->batch : self->single;
  const PatronValue *value = self->waiting;
  int place = 1;

  self->n_waiting = 0;
  for (guint row = 0; row < n && self->failed == NULL; row++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        patron_statement_bind (statement, place++, value++);
      if (whole && row + 1 < ROWS)
        continue;
      patron_document_run (self->document, statement, &self->failed);
      place = 1;
    }
  return self->failed == NULL;
}

static gboolean
insert_first (PatronBulk        *self,
              const PatronValue *values)
{
  g_autoptr (PatronStatement) statement
      = prepare_rows (self, 1, TRUE, &self->failed);

  if (statement == NULL)
    return FALSE;
  self->first = patron_id_new_after (self->newest);
  for (guint i = 0; i < self->n_columns; i++)
    patron_statement_bind (statement, (int) i + 1,
                           &values[self->columns[i].field]);
  patron_statement_bind_integer (statement, (int) self->n_columns + 1,
                                 self->first);
  return patron_document_run (self->document, statement, &self->failed);
}

/* A row of numbers waits for others; whoever calls owns the text of another,
 * and that does not. */
static gboolean
insert (PatronBulk        *self,
        const PatronValue *values,
        gboolean           known)
{
  if (!is_alike (self, values)
      && (!flush (self) || !prepare (self, values, &self->failed)))
    return FALSE;
  if (!known && !find_targets (self, values))
    return FALSE;
  self->n_rows++;
  if (self->first == 0)
    return insert_first (self, values);
  for (guint i = 0; i < self->n_columns; i++)
    self->waiting[self->n_waiting * self->n_columns + i]
        = values[self->columns[i].field];
  self->n_waiting++;
  return (self->numbers && self->n_waiting < ROWS) || flush (self);
}

/**
 * patron_bulk_add:
 * @values: (array): a value for each field of the entity
 *
 * Inserts a record, at the latest when the insertion ends.
 *
 * Returns: whether @values are valid and all is well so far; after an invalid
 *   record others may still be added
 */
gboolean
patron_bulk_add (PatronBulk        *self,
                 const PatronValue *values,
                 GError           **error)
{
  if (self->failed == NULL)
    {
      gboolean sure = is_surely_valid (self, values);

      if (!sure && !validate (self, values, error))
        return FALSE;
      if (insert (self, values, sure))
        return TRUE;
    }
  g_propagate_error (error, g_error_copy (self->failed));
  return FALSE;
}

/* Keys that are made from now on come after those that SQLite made. */
static gboolean
add_range (PatronBulk  *self,
           GError     **error)
{
  gint64 last = self->first + self->n_rows - 1;
  gint64 made;

  if (self->first == 0)
    return TRUE;
  patron_id_new_after (last);
  if (!patron_db_get_integer (self->document->db,
                              "SELECT last_insert_rowid ()", &made, error))
    return FALSE;
  g_return_val_if_fail (made == last, FALSE);
  return patron_history_add_range (self->document->history, self->entity,
                                   self->first, last, error);
}

/**
 * patron_bulk_end:
 * @self: (transfer full): the insertion, freed
 *
 * Ends the insertion; the compound edit goes on.
 *
 * Returns: whether all is well; if not, the compound edit must be cancelled
 */
gboolean
patron_bulk_end (PatronBulk *self,
                 GError    **error)
{
  g_autoptr (GError) failed = NULL;
  PatronHistory *history = self->document->history;
  gboolean good;

  flush (self);
  failed = g_steal_pointer (&self->failed);
  g_clear_pointer (&self->single, patron_statement_release);
  g_clear_pointer (&self->batch, patron_statement_release);
  patron_db_enforce_references (self->document->db, TRUE);
  good = patron_history_resume (history, self->entity,
                                failed == NULL ? error : NULL)
         && failed == NULL && add_range (self, error);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  g_free (self->types);
  g_free (self->columns);
  g_free (self->waiting);
  g_free (self);
  return good;
}
