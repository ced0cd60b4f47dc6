/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-publisher.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "patron-builder.h"
#include "patron-earlier.h"
#include "patron-error.h"
#include "patron-transfer.h"

/**
 * PatronPublisher:
 *
 * Writes what a working copy holds to the user's file, in any thread, while
 * the working copy is being edited:
 *
 * 1. A new file is built beside the working copy, and checked.
 * 2. Has the user's file changed since it was read? Then nothing is written.
 * 3. The working copy notes what is about to be in the file. A crash from
 *    here on leaves enough to know which of the two it is.
 * 4. What the file was is kept as an earlier version.
 * 5. The file is replaced and read back.
 * 6. The working copy notes that this was done.
 *
 * While one runs, the fields of the working copy are its own.
 */
struct _PatronPublisher
{
  gatomicrefcount  ref_count;
  PatronRegistry  *registry;  /* (owned) */
  PatronWorkCopy  *work;      /* (unowned) */
  GFile           *target;    /* (owned) */
  gboolean         overwrite; /* whatever the file is now */
  PatronPublisher *previous;  /* (owned) (nullable): runs before */
  GMutex           mutex;
  GCond            cond;
  gboolean         done;
};

/**
 * patron_publisher_new:
 * @work: what to publish; it must stay until the publisher has run
 * @target: the user's file, as patron_work_copy_resolve() returned it
 * @overwrite: whether to write even if the file is not as it was
 * @previous: (nullable): one of the same working copy that runs before
 *
 * Returns: (transfer full): a publisher, to be run once
 */
PatronPublisher *
patron_publisher_new (PatronRegistry  *registry,
                      PatronWorkCopy  *work,
                      GFile           *target,
                      gboolean         overwrite,
                      PatronPublisher *previous)
{
  PatronPublisher *self = g_new0 (PatronPublisher, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->registry = patron_registry_ref (registry);
  self->work = work;
  self->target = g_object_ref (target);
  self->overwrite = overwrite;
  if (previous != NULL)
    self->previous = patron_publisher_ref (previous);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

/**
 * patron_publisher_ref:
 *
 * Returns: (transfer full): @self
 */
PatronPublisher *
patron_publisher_ref (PatronPublisher *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * patron_publisher_unref:
 *
 * Gives up a reference.
 */
void
patron_publisher_unref (PatronPublisher *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->previous, patron_publisher_unref);
  patron_registry_unref (self->registry);
  g_object_unref (self->target);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/**
 * patron_publisher_wait:
 *
 * Waits until the publisher has run.
 */
void
patron_publisher_wait (PatronPublisher *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static gboolean
refuse_changed (PatronPublisher *self,
                GError         **error)
{
  g_autofree char *name = patron_transfer_get_name (self->target);

  g_set_error (error, PATRON_ERROR, PATRON_ERROR_CHANGED,
               _("“%s” was changed by another program."), name);
  return FALSE;
}

/* Whether the user's file is still what was read or published last. Where
 * its etag cannot tell, its bytes do. */
static gboolean
check_unchanged (PatronPublisher *self,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_auto (PatronFingerprint) now = PATRON_FINGERPRINT_INIT;
  g_autofree char *published = patron_work_copy_get_published (self->work);
  gboolean equal;

  if (!patron_transfer_query (self->target, &now, NULL, cancellable, error))
    return FALSE;
  if (patron_fingerprint_equal (&self->work->print, &now))
    return TRUE;
  if (now.size != self->work->print.size)
    return refuse_changed (self, error);
  if (!patron_transfer_compare (self->target, published, &now, &equal,
                                cancellable, error))
    return FALSE;
  if (!equal)
    return refuse_changed (self, error);
  patron_fingerprint_copy (&self->work->print, &now);
  return TRUE;
}

/* What is replaced is kept; where it cannot be, the user's edits still have
 * to get into the file. */
static void
keep_earlier (PatronPublisher *self)
{
  g_autofree char *published = patron_work_copy_get_published (self->work);
  g_autofree char *there = patron_work_copy_get_there (self->work);
  g_auto (PatronFingerprint) print = PATRON_FINGERPRINT_INIT;
  g_autoptr (GError) error = NULL;

  if (!self->overwrite)
    {
      if (!patron_earlier_keep (self->target, published, &error))
        g_debug ("No earlier version: %s", error->message);
      return;
    }
  if (!patron_transfer_in (self->target, there, NULL, NULL, &print, NULL,
                           NULL))
    return;
  if (!patron_earlier_keep (self->target, there, &error))
    g_debug ("No earlier version: %s", error->message);
  g_unlink (there);
}

static gboolean
note_pending (PatronPublisher *self,
              PatronStamp      stamp,
              GError         **error)
{
  self->work->pending = stamp;
  return patron_work_copy_save (self->work, error);
}

/* Should this get lost, the next one who opens the document finds out. */
static gboolean
note_published (PatronPublisher *self,
                PatronStamp      stamp,
                GError         **error)
{
  self->work->published = stamp;
  self->work->pending = PATRON_STAMP_NONE;
  return patron_work_copy_note (self->work, error);
}

static gboolean
replace (PatronPublisher *self,
         const char      *next,
         const char      *published,
         PatronStamp      stamp,
         GCancellable    *cancellable,
         GError         **error)
{
  const char *etag = self->overwrite ? NULL : self->work->print.etag;
  g_auto (PatronFingerprint) print = PATRON_FINGERPRINT_INIT;

  if (!patron_transfer_sync (next, error)
      || !note_pending (self, stamp, error))
    return FALSE;
  keep_earlier (self);
  if (!patron_transfer_out (next, self->target, etag, &print, cancellable,
                            error))
    return FALSE;
  patron_fingerprint_copy (&self->work->print, &print);
  if (g_rename (next, published) != 0)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                   _("The working copy could not be used (%s)."),
                   g_strerror (errno));
      return FALSE;
    }
  return note_published (self, stamp, error);
}

static gboolean
publish (PatronPublisher *self,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autofree char *database = patron_work_copy_get_database (self->work);
  g_autofree char *published = patron_work_copy_get_published (self->work);
  g_autofree char *next = patron_work_copy_get_next (self->work);
  PatronStamp stamp;

  if (!patron_builder_build (self->registry, database,
                             patron_registry_get_schema (self->registry),
                             NULL, next, &stamp, cancellable, error))
    return FALSE;
  if (!self->overwrite && !check_unchanged (self, cancellable, error))
    return FALSE;
  if (self->overwrite || !patron_transfer_equal (next, published))
    return replace (self, next, published, stamp, cancellable, error);
  /* Edits that cancel each other out. */
  g_unlink (next);
  return note_published (self, stamp, error);
}

/**
 * patron_publisher_run:
 *
 * Publishes. To be called once, from any thread.
 *
 * Returns: whether the user's file holds what the working copy held; if not,
 *   it is as it was, and @error is among others %PATRON_ERROR_CHANGED
 */
gboolean
patron_publisher_run (PatronPublisher *self,
                      GCancellable    *cancellable,
                      GError         **error)
{
  gboolean good;

  if (self->previous != NULL)
    patron_publisher_wait (self->previous);
  g_clear_pointer (&self->previous, patron_publisher_unref);
  good = publish (self, cancellable, error);
  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  return good;
}
