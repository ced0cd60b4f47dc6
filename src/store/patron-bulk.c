/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-bulk.h"

#include <string.h>

#include "patron-document-private.h"
#include "patron-id.h"

/**
 * PatronBulk:
 *
 * Inserts very many records of one entity inside a compound edit. Undo
 * remembers their range instead of each, and nobody is told before the
 * compound edit ends.
 */
struct _PatronBulk
{
  PatronDocument     *document;  /* (unowned) */
  const PatronEntity *entity;
  guint               index;
  PatronStatement    *single;    /* (owned) (nullable): inserts one row */
  PatronStatement    *batch;     /* (owned) (nullable): inserts ROWS */
  guint              *filled;    /* (owned): the fields that have values */
  guint               n_filled;
  PatronValue        *checked;   /* (owned): integers that were valid last */
  PatronValue        *waiting;   /* (owned): of rows, numbers alone */
  gint64             *keys;      /* (owned): of those rows */
  guint               n_waiting;
  gint64              newest;    /* the largest key that was there before */
  gint64              first;
  gint64              last;
  guint               n_left;    /* keys after @last that are ours */
  GError             *failed;    /* (owned) (nullable) */
};

/* How many rows one statement inserts: the most of what a statement takes is
 * for itself, not for its rows. */
#define ROWS 16

/* How many keys are taken at once. */
#define KEYS 1024

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
  self->filled = g_new0 (guint, found->n_fields);
  self->checked = g_new0 (PatronValue, found->n_fields);
  self->waiting = g_new0 (PatronValue, ROWS * found->n_fields);
  self->keys = g_new0 (gint64, ROWS);
  self->newest = newest;
  document->bulk |= G_GUINT64_CONSTANT (1) << self->index;
  return self;
}

static PatronStatement *
prepare_rows (PatronBulk  *self,
              guint        n_rows,
              GError     **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n = 0;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (id", self->entity->name);
  for (guint i = 0; i < self->n_filled; i++)
    g_string_append_printf (sql, ", \"%s\"",
                            self->entity->fields[self->filled[i]].name);
  g_string_append (sql, ") VALUES ");
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row > 0 ? ", (" : "(");
      for (guint i = 0; i <= self->n_filled; i++)
        g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", ++n);
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
  self->n_filled = 0;
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (values[i].type != PATRON_VALUE_NULL)
      self->filled[self->n_filled++] = i;
  self->single = prepare_rows (self, 1, error);
  if (self->single != NULL)
    self->batch = prepare_rows (self, ROWS, error);
  return self->batch != NULL;
}

static gboolean
is_alike (PatronBulk        *self,
          const PatronValue *values)
{
  guint n = 0;

  if (self->batch == NULL)
    return FALSE;
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (values[i].type != PATRON_VALUE_NULL
        && (n == self->n_filled || self->filled[n++] != i))
      return FALSE;
  return n == self->n_filled;
}

static gboolean
validate (PatronBulk        *self,
          const PatronValue *values,
          gboolean          *numbers,
          GError           **error)
{
  *numbers = TRUE;
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      if (values[i].type == PATRON_VALUE_TEXT
          || values[i].type == PATRON_VALUE_DATA)
        *numbers = FALSE;
      if (values[i].type == PATRON_VALUE_INTEGER
          && self->checked[i].type == PATRON_VALUE_INTEGER
          && self->checked[i].integer == values[i].integer)
        continue;
      if (!patron_field_validate (&self->entity->fields[i], &values[i],
                                  error))
        return FALSE;
      self->checked[i].type = PATRON_VALUE_NULL;
      if (values[i].type == PATRON_VALUE_INTEGER)
        self->checked[i] = values[i];
    }
  return TRUE;
}

static void
bind_row (PatronBulk        *self,
          PatronStatement   *statement,
          guint              row,
          gint64             key,
          const PatronValue *values)
{
  int place = (int) (row * (self->n_filled + 1)) + 1;

  patron_statement_bind_integer (statement, place++, key);
  for (guint i = 0; i < self->n_filled; i++)
    patron_statement_bind (statement, place++, &values[self->filled[i]]);
}

static const PatronValue *
get_waiting (PatronBulk *self,
             guint       row)
{
  return self->waiting + row * self->entity->n_fields;
}

/* Inserts what waits. */
static gboolean
flush (PatronBulk *self)
{
  guint n = self->n_waiting;
  gboolean whole = n == ROWS;

  self->n_waiting = 0;
  for (guint i = 0; i < n && self->failed == NULL; i++)
    {
      bind_row (self, whole ? self->batch : self->single, whole ? i : 0,
                self->keys[i], get_waiting (self, i));
      if (!whole || i + 1 == ROWS)
        patron_document_run (self->document,
                             whole ? self->batch : self->single,
                             &self->failed);
    }
  return self->failed == NULL;
}

/* The range must hold no row that was there before. */
static void
take_key (PatronBulk *self)
{
  if (self->n_left == 0)
    {
      gint64 id = patron_id_new_range (MAX (self->newest, self->last), KEYS);

      if (self->first == 0)
        self->first = id;
      self->last = id - 1;
      self->n_left = KEYS;
    }
  self->last++;
  self->n_left--;
}

/* A row of numbers waits for others; whoever calls owns the text of another,
 * and that does not. */
static gboolean
insert (PatronBulk        *self,
        const PatronValue *values,
        gboolean           numbers)
{
  if (!is_alike (self, values)
      && (!flush (self) || !prepare (self, values, &self->failed)))
    return FALSE;
  if (!numbers && !flush (self))
    return FALSE;
  take_key (self);
  if (!numbers)
    {
      bind_row (self, self->single, 0, self->last, values);
      return patron_document_run (self->document, self->single,
                                  &self->failed);
    }
  memcpy (self->waiting + self->n_waiting * self->entity->n_fields, values,
          self->entity->n_fields * sizeof *values);
  self->keys[self->n_waiting++] = self->last;
  return self->n_waiting < ROWS || flush (self);
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
  gboolean numbers;

  if (self->failed == NULL)
    {
      if (!validate (self, values, &numbers, error))
        return FALSE;
      if (insert (self, values, numbers))
        return TRUE;
    }
  g_propagate_error (error, g_error_copy (self->failed));
  return FALSE;
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
  good = patron_history_resume (history, self->entity,
                                failed == NULL ? error : NULL)
         && failed == NULL
         && (self->first == 0
             || patron_history_add_range (history, self->entity, self->first,
                                          self->last, error));
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  g_free (self->filled);
  g_free (self->checked);
  g_free (self->waiting);
  g_free (self->keys);
  g_free (self);
  return good;
}
