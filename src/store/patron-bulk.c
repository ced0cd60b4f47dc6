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
  PatronStatement    *statement; /* (owned) */
  gint64              newest;    /* the largest key that was there before */
  gint64              first;
  gint64              last;
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
  g_autofree char *insert = NULL;
  PatronStatement *statement;
  PatronBulk *self;
  gint64 newest;

  g_return_val_if_fail (found != NULL && !found->single, NULL);
  g_return_val_if_fail (document->depth > 0, NULL);

  sql = g_strdup_printf ("SELECT max (id) FROM \"%s\"", found->name);
  if (!patron_db_get_integer (document->db, sql, &newest, error))
    return NULL;
  insert = patron_document_insert_sql (found);
  statement = patron_db_prepare (document->db, insert, error);
  if (statement == NULL)
    return NULL;

  self = g_new0 (PatronBulk, 1);
  self->document = document;
  self->entity = found;
  self->index = (guint) patron_registry_find (document->registry, found);
  self->statement = statement;
  self->newest = newest;
  document->bulk |= G_GUINT64_CONSTANT (1) << self->index;
  patron_history_pause (document->history);
  return self;
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
  gint64 id;

  if (self->failed != NULL)
    {
      g_propagate_error (error, g_error_copy (self->failed));
      return FALSE;
    }
  for (guint i = 0; i < self->entity->n_fields; i++)
    if (!patron_field_validate (&self->entity->fields[i], &values[i], error))
      return FALSE;

  /* The range must hold no row that was there before. */
  id = patron_id_new_after (self->newest);
  patron_statement_bind_integer (self->statement, 1, id);
  for (guint i = 0; i < self->entity->n_fields; i++)
    patron_statement_bind (self->statement, (int) i + 2, &values[i]);
  if (!patron_document_run (self->document, self->statement, &self->failed))
    {
      g_propagate_error (error, g_error_copy (self->failed));
      return FALSE;
    }
  if (self->first == 0)
    self->first = id;
  self->last = id;
  return TRUE;
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

  patron_statement_release (self->statement);
  patron_history_resume (history);
  good = failed == NULL
         && (self->first == 0
             || patron_history_add_range (history, self->entity, self->first,
                                          self->last, error));
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  g_free (self);
  return good;
}
