/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* Documents, as commands use them: open one, look or edit, publish, close. */

#include "config.h"

#include "patron-open.h"

#include <glib/gi18n-lib.h>

#include "patron-error.h"

/**
 * patron_open_to_read:
 *
 * Opens the document as it is published, beside whoever else has it open.
 *
 * Returns: (transfer full) (nullable): the document
 */
PatronDocument *
patron_open_to_read (const char  *path,
                     GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return patron_document_open (patron_registry_get_default (), file,
                               PATRON_OPEN_PRIVATE, error);
}

/**
 * patron_open_to_edit:
 *
 * Opens the document with its history. Where a window has it open, edits are
 * made in a copy, and the window takes them up when they are published.
 *
 * Returns: (transfer full) (nullable): the document
 */
PatronDocument *
patron_open_to_edit (const char  *path,
                     GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) why = NULL;
  g_autoptr (PatronOpen) document = patron_document_open (
      patron_registry_get_default (), file, PATRON_OPEN_NONE, &why);

  if (document == NULL
      && g_error_matches (why, PATRON_ERROR, PATRON_ERROR_BUSY))
    {
      g_clear_error (&why);
      document = patron_document_open (patron_registry_get_default (), file,
                                       PATRON_OPEN_PRIVATE, &why);
    }
  if (document == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }
  if (patron_document_get_conflict (document))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_CHANGED,
                 _("“%s” was changed here and elsewhere. Open it in a window, "
                   "and choose what shall be kept"),
                 path);
  else if (patron_document_get_read_only (document))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_READ_ONLY,
                 _("“%s” may not be written"), path);
  else
    return g_steal_pointer (&document);
  return NULL;
}

/**
 * patron_open_publish:
 *
 * Writes what was edited to the user's file.
 *
 * Returns: whether the file holds it now
 */
gboolean
patron_open_publish (PatronDocument *document,
                     GError        **error)
{
  return patron_document_publish (document, error);
}

/**
 * patron_open_close:
 * @document: (transfer full): a document
 *
 * Closes it, and gives it up.
 */
void
patron_open_close (PatronDocument *document)
{
  patron_document_close (document);
  g_object_unref (document);
}

/**
 * patron_open_entity:
 *
 * Returns: (transfer none) (nullable): the entity of that name
 */
const PatronEntity *
patron_open_entity (PatronDocument *document,
                    const char     *name,
                    GError        **error)
{
  PatronRegistry *registry = patron_document_get_registry (document);
  const PatronEntity *entity = patron_registry_lookup (registry, name);
  g_autoptr (GString) names = NULL;

  if (entity != NULL)
    return entity;
  names = g_string_new (NULL);
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            patron_registry_get_entity (registry, i)->name);
  /* Translators: what was asked for, then the names that there are. */
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
               _("There is no kind of record “%s”. There are: %s"), name,
               names->str);
  return NULL;
}

/**
 * patron_open_record:
 * @id: the key of a record of any entity, as text
 *
 * Returns: (transfer full) (nullable): the record
 */
PatronRecord *
patron_open_record (PatronDocument *document,
                    const char     *id,
                    GError        **error)
{
  PatronRecord *record = NULL;
  gint64 key;

  if (g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &key, NULL))
    record = patron_document_find_record (document, key);
  if (record == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no record “%s”"), id);
  return record;
}
