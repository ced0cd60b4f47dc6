/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-document-private.h"

#include "patron-undoing.h"

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

/* All of it at once. */
static gboolean
run (PatronDocument *document,
     gboolean        undo,
     GError        **error)
{
  PatronUndoing *self = patron_undoing_begin (document, undo, error);
  gboolean done = FALSE;

  if (self == NULL)
    return FALSE;
  while (!done)
    if (!patron_undoing_step (self, &done, error))
      {
        patron_undoing_cancel (self);
        return FALSE;
      }
  return patron_undoing_end (self, error);
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
  return run (self, TRUE, error);
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
  return run (self, FALSE, error);
}
