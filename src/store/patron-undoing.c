/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-undoing.h"

#include <glib/gi18n-lib.h>

#include "patron-document-private.h"
#include "patron-error.h"

/**
 * PatronUndoing:
 *
 * An undo or a redo that is done in pieces, so that a window stays alive
 * while a million rows come or go. All of it is one transaction. Until it
 * ends or is cancelled, the document refuses to be written otherwise, and
 * records and lists show what there was before.
 */
struct _PatronUndoing
{
  PatronDocument *document; /* (owned) */
  PatronSwap     *swap;     /* (owned) */
  char           *entity;   /* (owned) (nullable): what the step is about */
  gint64          record;
};

static void
free_undoing (PatronUndoing *self)
{
  g_clear_pointer (&self->swap, patron_swap_free);
  g_object_unref (self->document);
  g_free (self->entity);
  g_free (self);
}

static gboolean
begin_swap (PatronUndoing *self,
            gboolean       undo,
            GError       **error)
{
  PatronDocument *document = self->document;

  g_array_set_size (document->touched, 0);
  document->bulk = 0;
  /* The pragma works outside of a transaction only. */
  if (!patron_db_exec (document->db,
                       "PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  document->depth = 1;
  document->broken = g_error_new_literal (
      PATRON_ERROR, PATRON_ERROR_FAILED,
      _("A step is being undone or redone. Wait until that is done."));
  self->swap = patron_history_begin_swap (document->history, undo, error);
  return self->swap != NULL;
}

/* Everybody hears of it, whether it was committed or rolled back. */
static void
settle (PatronDocument *document,
        gboolean        committed)
{
  if (!committed)
    patron_db_rollback (document->db);
  document->depth = 0;
  document->typing = FALSE;
  g_clear_error (&document->broken);
  patron_db_exec (document->db, "PRAGMA foreign_keys=ON", NULL);
  patron_history_settle (document->history, committed);
  patron_document_dispatch (document);
}

/**
 * patron_undoing_begin:
 * @document: a document with no compound edit
 * @undo: whether to undo or to redo
 *
 * Begins to take the newest step back, or to bring the step back that was
 * taken back last.
 *
 * Returns: (transfer full) (nullable): to be given to patron_undoing_end() or
 *   patron_undoing_cancel()
 */
PatronUndoing *
patron_undoing_begin (PatronDocument *document,
                      gboolean        undo,
                      GError        **error)
{
  const PatronEntry *entry = NULL;
  PatronUndoing *self;

  g_return_val_if_fail (document->depth == 0, NULL);

  if (document->history != NULL)
    entry = undo ? patron_history_get_undo (document->history)
                 : patron_history_get_redo (document->history);
  if (entry == NULL)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                           undo ? _("There is nothing to undo.")
                                : _("There is nothing to redo."));
      return NULL;
    }
  self = g_new0 (PatronUndoing, 1);
  self->document = g_object_ref (document);
  self->entity = g_strdup (entry->entity);
  self->record = entry->record;
  if (begin_swap (self, undo, error))
    return self;
  settle (document, FALSE);
  free_undoing (self);
  return NULL;
}

static gboolean
is_open (PatronUndoing *self)
{
  return self->document->db != NULL && self->document->depth > 0;
}

/**
 * patron_undoing_step:
 * @done: (out): whether there is no more to do
 *
 * Does a piece of it: a few thousand rows of an import, or all else.
 *
 * Returns: whether it could be done; if not, or if the document was closed,
 *   cancel it
 */
gboolean
patron_undoing_step (PatronUndoing *self,
                     gboolean      *done,
                     GError       **error)
{
  if (is_open (self))
    return patron_swap_step (self->swap, done, error);
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                       _("The document is closed."));
  return FALSE;
}

/**
 * patron_undoing_get_progress:
 *
 * Returns: how much is done, 0 to 1
 */
double
patron_undoing_get_progress (PatronUndoing *self)
{
  return patron_swap_get_progress (self->swap);
}

static const char *
get_page (PatronUndoing *self)
{
  const PatronEntity *found
      = self->entity != NULL
            ? patron_registry_lookup (self->document->registry, self->entity)
            : NULL;

  return found != NULL ? found->page : NULL;
}

/**
 * patron_undoing_end:
 * @self: (transfer full): freed; all its steps are done
 *
 * Makes it durable and tells everybody.
 *
 * Returns: whether it is on the disk; if not, nothing is changed
 */
gboolean
patron_undoing_end (PatronUndoing *self,
                    GError       **error)
{
  PatronDocument *document = self->document;
  gboolean good;

  g_return_val_if_fail (is_open (self), FALSE);

  good = document->bulk != 0
             ? patron_db_commit_many (document->db, error)
             : patron_db_run (document->db, "COMMIT", error);
  settle (document, good);
  if (good)
    patron_document_emit_went_to (document, get_page (self), self->entity,
                                  self->record);
  free_undoing (self);
  return good;
}

/**
 * patron_undoing_cancel:
 * @self: (transfer full): freed
 *
 * Leaves the document as it was.
 */
void
patron_undoing_cancel (PatronUndoing *self)
{
  if (is_open (self))
    settle (self->document, FALSE);
  free_undoing (self);
}
