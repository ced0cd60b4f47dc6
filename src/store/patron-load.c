/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-load.h"

#include <glib/gi18n-lib.h>

#include "patron-document-private.h"
#include "patron-error.h"

/**
 * PatronLoad:
 *
 * Gives a new document its first content: records with the keys that they
 * bring, in any order, since references are checked at the end. What the
 * document held is dropped, and undo does not go back behind it.
 */
struct _PatronLoad
{
  PatronDocument   *document;   /* (owned) */
  PatronStatement **statements; /* (owned) (nullable) for each entity */
};

static gboolean
empty_tables (PatronDocument  *document,
              GError         **error)
{
  for (guint i = patron_registry_get_n_entities (document->registry); i > 0;
       i--)
    if (!patron_db_exec_printf (
            document->db, error, "DELETE FROM \"%s\"",
            patron_registry_get_entity (document->registry, i - 1)->name))
      return FALSE;
  return TRUE;
}

/**
 * patron_load_begin:
 * @document: a document without history, in no compound edit
 *
 * Begins to load; until the end, the document must not be used otherwise.
 *
 * Returns: (transfer full) (nullable): to be given to patron_load_end() or
 *   patron_load_cancel()
 */
PatronLoad *
patron_load_begin (PatronDocument *document,
                   GError        **error)
{
  guint n = patron_registry_get_n_entities (document->registry);
  PatronLoad *self;

  g_return_val_if_fail (document->depth == 0, NULL);
  g_return_val_if_fail (patron_document_get_undo_label (document) == NULL,
                        NULL);

  if (!patron_db_exec (document->db, "BEGIN IMMEDIATE", error))
    return NULL;
  self = g_new0 (PatronLoad, 1);
  self->document = g_object_ref (document);
  self->statements = g_new0 (PatronStatement *, n);
  if (!patron_db_exec (document->db, "PRAGMA defer_foreign_keys = ON", error)
      || !empty_tables (document, error))
    {
      patron_load_cancel (self);
      return NULL;
    }
  return self;
}

/**
 * patron_load_add:
 * @entity: an entity of the document's registry
 * @id: the key of the record
 * @values: (array): a value for each field of @entity
 *
 * Adds a record. When one fails, the loading must be cancelled.
 *
 * Returns: whether it worked; if not, @error names the field and the reason
 */
gboolean
patron_load_add (PatronLoad         *self,
                 const PatronEntity *entity,
                 gint64              id,
                 const PatronValue  *values,
                 GError            **error)
{
  int index = patron_registry_find (self->document->registry, entity);
  PatronStatement *statement;

  g_return_val_if_fail (index >= 0 && id > 0, FALSE);

  if (self->statements[index] == NULL)
    {
      g_autofree char *sql = patron_document_insert_sql (entity);

      self->statements[index]
          = patron_db_prepare (self->document->db, sql, error);
    }
  statement = self->statements[index];
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++)
    if (!patron_field_validate (&entity->fields[i], &values[i], error))
      return FALSE;
  patron_statement_bind_integer (statement, 1, id);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_statement_bind (statement, (int) i + 2, &values[i]);
  return patron_statement_run (statement, error);
}

/* Everybody looks at everything again. */
static void
release (PatronLoad *self)
{
  PatronDocument *document = self->document;
  guint n = patron_registry_get_n_entities (document->registry);

  for (guint i = 0; i < n; i++)
    g_clear_pointer (&self->statements[i], patron_statement_release);
  g_free (self->statements);
  patron_db_rollback (document->db);
  g_array_set_size (document->touched, 0);
  document->bulk = n < 64 ? (G_GUINT64_CONSTANT (1) << n) - 1 : G_MAXUINT64;
  patron_document_dispatch (document);
  g_object_unref (document);
  g_free (self);
}

static gboolean
check_single (PatronDocument  *document,
              GError         **error)
{
  for (guint i = 0; i < patron_registry_get_n_entities (document->registry);
       i++)
    {
      const PatronEntity *entity
          = patron_registry_get_entity (document->registry, i);

      if (entity->single
          && patron_document_count (document, entity->name) != 1)
        {
          g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       /* Translators: the label of an entity. */
                       _("%s: every document has exactly one"),
                       patron_entity_get_label (entity));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * patron_load_end:
 * @self: (transfer full): the loading, freed
 *
 * Checks references, and makes the records the document's.
 *
 * Returns: whether they are; if not, the document holds what it held before
 */
gboolean
patron_load_end (PatronLoad  *self,
                 GError     **error)
{
  gboolean good = check_single (self->document, error)
                  && patron_db_exec (self->document->db, "COMMIT", error);

  release (self);
  return good;
}

/**
 * patron_load_cancel:
 * @self: (transfer full): the loading, freed
 *
 * Leaves the document as it was.
 */
void
patron_load_cancel (PatronLoad *self)
{
  release (self);
}
