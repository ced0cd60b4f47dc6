/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>

#include "patron-error.h"

/**
 * patron_document_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what undo would take back, %NULL if
 *   there is nothing
 */
const char *
patron_document_get_undo_label (PatronDocument *self)
{
  const PatronEntry *entry
      = self->history != NULL ? patron_history_get_undo (self->history) : NULL;

  return entry != NULL ? entry->label : NULL;
}

/**
 * patron_document_get_redo_label:
 *
 * Returns: (transfer none) (nullable): what redo would bring back, %NULL if
 *   there is nothing
 */
const char *
patron_document_get_redo_label (PatronDocument *self)
{
  const PatronEntry *entry
      = self->history != NULL ? patron_history_get_redo (self->history) : NULL;

  return entry != NULL ? entry->label : NULL;
}

/**
 * patron_document_end_typing:
 *
 * Says that the user left the field: the next change of it is a step of its
 * own.
 */
void
patron_document_end_typing (PatronDocument *self)
{
  self->typing = FALSE;
}

static gboolean
swap (PatronDocument *self,
      gboolean        undo,
      GError        **error)
{
  gboolean good;

  g_array_set_size (self->touched, 0);
  self->bulk = 0;
  /* The pragma works outside of a transaction only. */
  if (!patron_db_exec (self->db, "PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE",
                       error))
    return FALSE;
  good = patron_history_swap (self->history, undo, error)
         && patron_db_exec (self->db, "COMMIT", error);
  if (!good)
    patron_db_rollback (self->db);
  return good;
}

static const char *
page_of (PatronDocument *self,
         const char     *entity)
{
  const PatronEntity *found
      = entity != NULL ? patron_registry_lookup (self->registry, entity)
                       : NULL;

  return found != NULL ? found->page : NULL;
}

static gboolean
step (PatronDocument *self,
      gboolean        undo,
      GError        **error)
{
  const PatronEntry *entry;
  g_autofree char *entity = NULL;
  gint64 record;
  gboolean good;

  g_return_val_if_fail (self->depth == 0, FALSE);

  entry = undo ? patron_history_get_undo (self->history)
               : patron_history_get_redo (self->history);
  if (entry == NULL)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                           undo ? _("There is nothing to undo.")
                                : _("There is nothing to redo."));
      return FALSE;
    }
  entity = g_strdup (entry->entity);
  record = entry->record;
  good = swap (self, undo, error);
  patron_db_exec (self->db, "PRAGMA foreign_keys=ON", NULL);
  self->typing = FALSE;
  patron_history_settle (self->history, good);
  patron_document_dispatch (self);
  if (good)
    patron_document_emit_went_to (self, page_of (self, entity), entity,
                                  record);
  return good;
}

/**
 * patron_document_undo:
 *
 * Takes the newest step back.
 *
 * Returns: whether it is on the disk; if not, nothing is changed
 */
gboolean
patron_document_undo (PatronDocument *self,
                      GError        **error)
{
  return step (self, TRUE, error);
}

/**
 * patron_document_redo:
 *
 * Brings the step back that was taken back last.
 *
 * Returns: whether it is on the disk; if not, nothing is changed
 */
gboolean
patron_document_redo (PatronDocument *self,
                      GError        **error)
{
  return step (self, FALSE, error);
}
