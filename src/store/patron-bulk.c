/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-bulk.h"

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
  PatronStatement    *statement; /* (owned) (nullable) */
  PatronValue        *bound;     /* (owned): numbers as they were last bound */
  int                *places;    /* (owned): of the fields that are filled */
  gint64              newest;    /* the largest key that was there before */
  gint64              first;
  gint64              last;
  guint               n_left;    /* keys after @last that are ours */
  GError             *failed;    /* (owned) (nullable) */
};

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
  self->bound = g_new0 (PatronValue, found->n_fields);
  self->places = g_new0 (int, found->n_fields);
  self->newest = newest;
  document->bulk |= G_GUINT64_CONSTANT (1) << self->index;
  return self;
}

/* The statement for records that fill the same fields as this one: the others
 * cost time, too. */
static gboolean
prepare (PatronBulk        *self,
         const PatronValue *values,
         GError           **error)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) places = g_string_new ("?1");
  g_autofree char *sql = NULL;
  int n = 1;

  g_clear_pointer (&self->statement, patron_statement_release);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      self->bound[i].type = PATRON_VALUE_NULL;
      self->places[i] = 0;
      if (values[i].type == PATRON_VALUE_NULL)
        continue;
      self->places[i] = ++n;
      g_string_append_printf (columns, ", \"%s\"",
                              self->entity->fields[i].name);
      g_string_append_printf (places, ", ?%d", n);
    }
  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)",
                         self->entity->name, columns->str, places->str);
  self->statement = patron_db_prepare (self->document->db, sql, error);
  return self->statement != NULL;
}

static gboolean
is_alike (PatronBulk        *self,
          const PatronValue *values)
{
  if (self->statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->entity->n_fields; i++)
    if ((self->places[i] > 0) != (values[i].type != PATRON_VALUE_NULL))
      return FALSE;
  return TRUE;
}

/* What is bound already was valid before. */
static gboolean
is_bound (const PatronValue *bound,
          const PatronValue *value)
{
  return bound->type == PATRON_VALUE_INTEGER
         && value->type == PATRON_VALUE_INTEGER
         && bound->integer == value->integer;
}

static gboolean
bind (PatronBulk        *self,
      const PatronValue *values,
      GError           **error)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      if (is_bound (&self->bound[i], &values[i]))
        continue;
      if (!patron_field_validate (&self->entity->fields[i], &values[i],
                                  error))
        return FALSE;
      if (self->places[i] == 0)
        continue;
      patron_statement_bind (self->statement, self->places[i], &values[i]);
      self->bound[i].type = PATRON_VALUE_NULL;
      if (values[i].type == PATRON_VALUE_INTEGER)
        self->bound[i] = values[i];
    }
  return TRUE;
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

/**
 * patron_bulk_add:
 * @values: (array): a value for each field of the entity
 *
 * Inserts a record.
 *
 * Returns: whether @values are valid and inserted; after an invalid record
 *   others may still be added
 */
gboolean
patron_bulk_add (PatronBulk        *self,
                 const PatronValue *values,
                 GError           **error)
{
  if (self->failed != NULL)
    {
      g_propagate_error (error, g_error_copy (self->failed));
      return FALSE;
    }
  if (!is_alike (self, values) && !prepare (self, values, &self->failed))
    {
      g_propagate_error (error, g_error_copy (self->failed));
      return FALSE;
    }
  if (!bind (self, values, error))
    return FALSE;
  take_key (self);
  patron_statement_bind_integer (self->statement, 1, self->last);
  if (patron_document_run (self->document, self->statement, &self->failed))
    return TRUE;
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
  g_autoptr (GError) failed = g_steal_pointer (&self->failed);
  PatronHistory *history = self->document->history;
  gboolean good;

  g_clear_pointer (&self->statement, patron_statement_release);
  good = patron_history_resume (history, self->entity,
                                failed == NULL ? error : NULL)
         && failed == NULL
         && (self->first == 0
             || patron_history_add_range (history, self->entity, self->first,
                                          self->last, error));
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  g_free (self->bound);
  g_free (self->places);
  g_free (self);
  return good;
}
