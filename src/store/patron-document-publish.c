/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* How a document gets into its file. */

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "patron-builder.h"
#include "patron-error.h"
#include "patron-transfer.h"

/* When somebody else keeps writing the file, at some point one has to give
 * up. */
#define MAX_TRIES 4

/* patron_document_settle_publishing:
 *
 * Waits for what is being published, and takes note of it.
 */
void
patron_document_settle_publishing (PatronDocument *self)
{
  if (self->publishing != NULL)
    {
      patron_publisher_wait (self->publishing);
      g_clear_pointer (&self->publishing, patron_publisher_unref);
    }
  if (self->work == NULL)
    return;
  self->saved = self->work->published;
  patron_document_notify_state (self);
}

/* Whether it makes sense to try. */
static gboolean
check_publishable (PatronDocument *self,
                   GError        **error)
{
  if (self->work == NULL || self->db == NULL)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                         _("The document is closed."));
  else if (self->target == NULL)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                         _("The document has no file yet. Save it with "
                           "Save As."));
  else if (self->conflict)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_CHANGED,
                         _("The file was changed elsewhere, and the document "
                           "here. Decide first which of the two counts."));
  else
    return TRUE;
  return FALSE;
}

/* After a publisher found that the file is not what it was. Returns whether
 * it may try again, because the change is taken up. */
static gboolean
may_try_again (PatronDocument *self,
               const GError   *error,
               int             tries)
{
  return tries < MAX_TRIES
         && g_error_matches (error, PATRON_ERROR, PATRON_ERROR_CHANGED)
         && self->depth == 0 && patron_document_check_outside (self, NULL)
         && !self->conflict;
}

/* Follows what the publisher said of the file. */
static void
note_outcome (PatronDocument *self,
              const GError   *error)
{
  if (error == NULL)
    patron_document_set_read_only (self, FALSE);
  else if (g_error_matches (error, PATRON_ERROR, PATRON_ERROR_READ_ONLY))
    patron_document_set_read_only (self, TRUE);
}

static gboolean
publish_now (PatronDocument *self,
             gboolean        overwrite,
             GError        **error)
{
  for (int tries = 1;; tries++)
    {
      g_autoptr (PatronPublisher) publisher = NULL;
      g_autoptr (GError) local = NULL;
      gboolean good;

      patron_document_settle_publishing (self);
      publisher = patron_publisher_new (self->registry, self->work,
                                        self->target, overwrite, NULL);
      good = patron_publisher_run (publisher, NULL, &local);
      note_outcome (self, local);
      patron_document_settle_publishing (self);
      if (good)
        return TRUE;
      if (may_try_again (self, local, tries))
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
}

/**
 * patron_document_publish:
 *
 * Writes the document to its file. A change that others made to the file is
 * taken up first, if it does not collide with what was done here.
 *
 * Returns: whether the file holds the document; if not, the file is as it
 *   was, and @error is among others %PATRON_ERROR_CHANGED,
 *   %PATRON_ERROR_READ_ONLY, %PATRON_ERROR_FULL, or %PATRON_ERROR_NOT_FOUND
 */
gboolean
patron_document_publish (PatronDocument *self,
                         GError        **error)
{
  g_return_val_if_fail (self->depth == 0, FALSE);

  return check_publishable (self, error) && publish_now (self, FALSE, error);
}

typedef struct
{
  PatronPublisher *publisher; /* (owned) */
  int              tries;
} Attempt;

static void
attempt_free (gpointer data)
{
  Attempt *attempt = data;

  patron_publisher_unref (attempt->publisher);
  g_free (attempt);
}

static void
publish_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Attempt *attempt = task_data;
  GError *error = NULL;

  if (patron_publisher_run (attempt->publisher, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start (GTask *outer,
                   int    tries);

static void
attempted_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  PatronDocument *self = PATRON_DOCUMENT (object);
  g_autoptr (GTask) outer = user_data;
  Attempt *attempt = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  if (attempt->publisher == self->publishing)
    patron_document_settle_publishing (self);
  note_outcome (self, error);
  if (good)
    g_task_return_boolean (outer, TRUE);
  else if (self->work != NULL && may_try_again (self, error, attempt->tries))
    start (g_steal_pointer (&outer), attempt->tries + 1);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

/* Starts a publisher behind those that run. Takes the task. */
static void
start (GTask *outer,
       int    tries)
{
  PatronDocument *self = g_task_get_source_object (outer);
  g_autoptr (GTask) task = g_task_new (
      self, g_task_get_cancellable (outer), attempted_cb, outer);
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->tries = tries;
  attempt->publisher
      = patron_publisher_new (self->registry, self->work, self->target, FALSE,
                              self->publishing);
  g_clear_pointer (&self->publishing, patron_publisher_unref);
  self->publishing = patron_publisher_ref (attempt->publisher);
  /* What was done must be told, even when it was cancelled just then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, attempt, attempt_free);
  g_task_run_in_thread (task, publish_in_thread);
}

/**
 * patron_document_publish_async:
 *
 * Like patron_document_publish(), while the document can be edited on. What
 * is edited after this is called may or may not be in the file.
 */
void
patron_document_publish_async (PatronDocument      *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, patron_document_publish_async);
  g_task_set_check_cancellable (task, FALSE);
  if (check_publishable (self, &error))
    start (g_steal_pointer (&task), 1);
  else
    g_task_return_error (task, error);
}

/**
 * patron_document_publish_finish:
 *
 * Returns: whether the file holds the document, as it was when
 *   patron_document_publish_async() was called, or later
 */
gboolean
patron_document_publish_finish (PatronDocument *self,
                                GAsyncResult   *result,
                                GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What another working copy holds of a file that is about to be written over
 * is no longer about that file. If it is in use, nothing may be done. */
static gboolean
release_target (GFile   *target,
                GError **error)
{
  g_autoptr (PatronWorkCopy) other = patron_work_copy_claim (target, error);
  PatronStamp stamp;

  if (other == NULL)
    return FALSE;
  if (patron_work_copy_is_empty (other)
      || (patron_work_copy_read_stamp (other, &stamp, NULL)
          && patron_stamp_equal (stamp, other->published)))
    {
      patron_work_copy_discard (g_steal_pointer (&other));
      return TRUE;
    }
  /* It holds edits that were never published: they become a draft. */
  g_clear_object (&other->file);
  other->kept = TRUE;
  return patron_work_copy_save (other, error);
}

static void
set_file (PatronDocument *self,
          GFile          *file,
          GFile          *target)
{
  g_set_object (&self->file, file);
  g_set_object (&self->target, target);
  if (!self->work->scratch)
    g_set_object (&self->work->file, target);
}

/**
 * patron_document_save_as:
 * @file: where the document shall be from now on; what is there is replaced,
 *   and kept as an earlier version
 *
 * Writes the document to another file. The file that it had stays as it was
 * published last.
 *
 * Returns: whether @file holds the document; if not, nothing is changed, and
 *   @error is %PATRON_ERROR_BUSY if @file is open itself
 */
gboolean
patron_document_save_as (PatronDocument *self,
                         GFile          *file,
                         GError        **error)
{
  g_autoptr (GFile) target = patron_work_copy_resolve (file);
  g_autoptr (GFile) old_file = NULL;
  g_autoptr (GFile) old_target = NULL;
  PatronStamp published;

  g_return_val_if_fail (self->depth == 0 && self->work != NULL, FALSE);

  patron_document_settle_publishing (self);
  if ((self->target == NULL || self->work->scratch
       || !g_file_equal (self->target, target))
      && !release_target (target, error))
    return FALSE;
  g_set_object (&old_file, self->file);
  g_set_object (&old_target, self->target);
  published = self->work->published;
  set_file (self, file, target);
  self->work->published = PATRON_STAMP_NONE;
  if (publish_now (self, TRUE, error))
    {
      patron_document_set_conflict (self, FALSE);
      return TRUE;
    }
  set_file (self, old_file, old_target);
  self->work->published = published;
  self->work->pending = PATRON_STAMP_NONE;
  patron_work_copy_save (self->work, NULL);
  patron_document_settle_publishing (self);
  return FALSE;
}

/**
 * patron_document_get_published:
 *
 * Builds the file of the document without writing it anywhere.
 *
 * Returns: (transfer full) (nullable): the bytes that publishing would write
 *   now
 */
GBytes *
patron_document_get_published (PatronDocument *self,
                               GError        **error)
{
  g_autofree char *database = NULL;
  g_autofree char *built = NULL;
  char *data;
  gsize size;
  gboolean good;

  g_return_val_if_fail (self->work != NULL && self->depth == 0, NULL);

  database = patron_work_copy_get_database (self->work);
  built = patron_work_copy_get_scratch (self->work, "built.patron");
  good = patron_builder_build (self->registry, database,
                               patron_registry_get_schema (self->registry),
                               NULL, built, NULL, NULL, error)
         && g_file_get_contents (built, &data, &size, error);
  g_unlink (built);
  return good ? g_bytes_new_take (data, size) : NULL;
}
