/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* What others do to the file, or to a copy of it, and how a document takes
 * it up: as one edit, which undo takes back like any other. */

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "patron-earlier.h"
#include "patron-error.h"
#include "patron-merge.h"
#include "patron-opener.h"
#include "patron-schema.h"
#include "patron-transfer.h"

/* How much may be read to find out what a copy descends from. */
#define ANCESTORS_SIZE (G_GINT64_CONSTANT (64) * 1024 * 1024)

/* patron_document_look_outside:
 * @print: (out): an initialised fingerprint, set to that of the file
 * @changed: (out): whether the file is not what was read or published last;
 *   if so, its bytes are in patron_work_copy_get_there()
 *
 * Looks at the file, and reads it only where its etag cannot tell.
 *
 * Returns: whether the file is there
 */
gboolean
patron_document_look_outside (PatronDocument    *self,
                              PatronFingerprint *print,
                              gboolean          *changed,
                              GError           **error)
{
  g_autofree char *there = patron_work_copy_get_there (self->work);
  g_autofree char *published = patron_work_copy_get_published (self->work);
  gboolean writable = TRUE;
  gboolean equal;

  *changed = FALSE;
  if (!patron_transfer_query (self->target, print, &writable, NULL, error))
    return FALSE;
  patron_document_set_read_only (self, !writable);
  if (patron_fingerprint_equal (&self->work->print, print))
    return TRUE;
  if (!patron_transfer_compare (self->target, published, print, &equal, NULL,
                                error))
    return FALSE;
  if (!equal)
    {
      if (!patron_transfer_in (self->target, there, NULL, NULL, print, NULL,
                               error))
        return FALSE;
      /* It may be back to what it was by now. */
      *changed = !patron_transfer_equal (there, published);
      if (*changed)
        return TRUE;
      g_unlink (there);
    }
  patron_fingerprint_copy (&self->work->print, print);
  return patron_work_copy_note (self->work, error);
}

/* What is here stays, and may be overwritten later. */
static void
note_mine (PatronDocument *self,
           PatronConflict *conflict)
{
  g_autoptr (PatronRecord) record = NULL;

  if (conflict->field == NULL || conflict->field->kind == PATRON_KIND_DATA)
    return;
  record = patron_document_get_record (self, conflict->entity->name,
                                       conflict->record);
  if (record != NULL)
    patron_value_copy (&conflict->mine,
                       patron_record_get (record, conflict->field->name));
}

static void
keep_conflicts (PatronDocument *self,
                PatronMerge    *merge)
{
  GPtrArray *conflicts = patron_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    note_mine (self, g_ptr_array_index (conflicts, i));
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  if (conflicts->len > 0)
    self->conflicts = g_ptr_array_ref (conflicts);
}

static gboolean
apply (PatronDocument *self,
       PatronMerge    *merge,
       const char     *label,
       GError        **error)
{
  keep_conflicts (self, merge);
  if (!patron_document_begin (self, label, error))
    return FALSE;
  if (patron_merge_apply (merge, self->db, error))
    return patron_document_end (self, error);
  patron_document_cancel (self);
  return FALSE;
}

static gboolean
build_empty (PatronDocument *self,
             const char     *path,
             GError        **error)
{
  g_autoptr (PatronDb) db = NULL;

  g_unlink (path);
  db = patron_db_open (path, PATRON_DB_BUILD, error);
  return db != NULL
         && patron_schema_create (db, self->registry,
                                  patron_registry_get_schema (self->registry),
                                  error);
}

/* Makes the base of a merge. One that cannot be used is like none: then
 * nothing counts as removed. */
static gboolean
import_base (PatronDocument *self,
             const char     *raw,
             const char     *base,
             GError        **error)
{
  return patron_opener_import (self->registry, raw, "", base, NULL, NULL)
         || build_empty (self, base, error);
}

/* Goes back through what the document was, to the state from which the copy
 * descends. Of states that nothing in the copy tells apart, as where it
 * changed just what had been changed before, the youngest counts. */
static void
go_back (PatronDocument *self,
         const char     *theirs,
         const char     *base)
{
  g_autofree char *state
      = patron_work_copy_get_scratch (self->work, "state.db");
  g_autofree char *previous
      = patron_work_copy_get_scratch (self->work, "previous.db");
  g_autoptr (GPtrArray) list
      = self->target != NULL ? patron_earlier_list (self->target) : NULL;
  PatronDescent descent = PATRON_DESCENT_UNKNOWN;
  gint64 read = 0;

  if (list == NULL || !patron_transfer_copy (base, state, NULL))
    return;
  for (guint i = 0; i < list->len && descent != PATRON_DESCENT_YOUNGER; i++)
    {
      const PatronEarlier *earlier = g_ptr_array_index (list, i);
      g_autofree char *path
          = patron_earlier_find (self->target, earlier->name);

      read += earlier->size;
      if (read > ANCESTORS_SIZE || path == NULL
          || !patron_opener_import (self->registry, path, "", previous, NULL,
                                    NULL)
          || !patron_merge_descends (self->registry, theirs, state, previous,
                                     &descent, NULL)
          || (descent == PATRON_DESCENT_OLDER
              && !patron_transfer_copy (previous, base, NULL))
          || g_rename (previous, state) != 0)
        break;
    }
  g_unlink (previous);
  g_unlink (state);
}

static gboolean
import_ancestor (PatronDocument *self,
                 const char     *theirs,
                 const char     *base,
                 GError        **error)
{
  g_autofree char *published = patron_work_copy_get_published (self->work);
  gboolean related;

  if (!import_base (self, published, base, error)
      || !patron_merge_are_related (self->registry, theirs, base, &related,
                                    error))
    return FALSE;
  if (!related)
    return build_empty (self, base, error);
  go_back (self, theirs, base);
  return TRUE;
}

/* The bytes that were looked at are what the file holds and what the next
 * merge begins from. */
static gboolean
adopt (PatronDocument          *self,
       const PatronFingerprint *print,
       gboolean                 same,
       GError                 **error)
{
  g_autofree char *there = patron_work_copy_get_there (self->work);
  g_autofree char *published = patron_work_copy_get_published (self->work);
  g_autoptr (GError) local = NULL;

  /* What the file was before others replaced it would be lost otherwise. */
  if (!patron_earlier_keep (self->target, published, &local))
    g_debug ("No earlier version: %s", local->message);
  if (g_rename (there, published) != 0)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                           _("The working copy could not be replaced."));
      return FALSE;
    }
  patron_fingerprint_copy (&self->work->print, print);
  self->work->published = same ? patron_history_get_stamp (self->history)
                               : PATRON_STAMP_NONE;
  self->saved = self->work->published;
  if (!patron_work_copy_save (self->work, error))
    return FALSE;
  patron_document_set_conflict (self, FALSE);
  patron_document_notify_state (self);
  return TRUE;
}

/* Makes the document what the other one is. */
static gboolean
become (PatronDocument *self,
        const char     *theirs,
        GError        **error)
{
  g_autofree char *mine = patron_work_copy_get_database (self->work);
  g_autoptr (PatronMerge) merge
      = patron_merge_new (self->registry, mine, theirs, mine, error);

  return merge != NULL
         && (patron_merge_is_empty (merge)
             || apply (self, merge,
                       C_("undo", "Take Up Outside Changes"), error));
}

static gboolean
join (PatronDocument          *self,
      const PatronFingerprint *print,
      PatronMerge             *merge,
      GError                 **error)
{
  return apply (self, merge, C_("undo", "Take Up Outside Changes"), error)
         && adopt (self, print, FALSE, error);
}

static gboolean
take_imported (PatronDocument          *self,
               const PatronFingerprint *print,
               const char              *theirs,
               const char              *base,
               gboolean                 ask,
               GError                 **error)
{
  g_autofree char *published = patron_work_copy_get_published (self->work);
  g_autofree char *mine = patron_work_copy_get_database (self->work);
  g_autoptr (PatronMerge) merge = NULL;

  if (!patron_document_get_modified (self))
    return become (self, theirs, error) && adopt (self, print, TRUE, error);
  if (!import_base (self, published, base, error))
    return FALSE;
  merge = patron_merge_new (self->registry, base, theirs, mine, error);
  if (merge == NULL)
    return FALSE;
  if (patron_merge_is_empty (merge))
    return adopt (self, print, FALSE, error);
  if (!ask && !patron_merge_collides (merge))
    return join (self, print, merge, error);
  patron_document_set_conflict (self, TRUE);
  return TRUE;
}

/* patron_document_take_outside:
 * @print: the fingerprint that patron_document_look_outside() found
 * @ask: whether the user shall choose even if nothing collides
 *
 * Takes up the bytes that patron_document_look_outside() read, or finds a
 * conflict.
 *
 * Returns: whether it worked
 */
gboolean
patron_document_take_outside (PatronDocument          *self,
                              const PatronFingerprint *print,
                              gboolean                 ask,
                              GError                 **error)
{
  g_autofree char *there = patron_work_copy_get_there (self->work);
  g_autofree char *name = patron_transfer_get_name (self->target);
  g_autofree char *theirs
      = patron_work_copy_get_scratch (self->work, "theirs.db");
  g_autofree char *base
      = patron_work_copy_get_scratch (self->work, "base.db");
  gboolean good;

  good = patron_opener_import (self->registry, there, name, theirs, NULL,
                               error)
         && take_imported (self, print, theirs, base, ask, error);
  g_unlink (there);
  g_unlink (theirs);
  g_unlink (base);
  return good;
}

/**
 * patron_document_check_outside:
 *
 * Looks whether others changed the file. If so, and nothing was changed here,
 * or nothing of it collides, the change is taken up as one step of undo; else
 * #PatronDocument:conflict is set. To be called when the window gets the
 * focus, and when the file is said to have changed.
 *
 * Returns: whether all is well; if not, the file cannot be read as a document
 *   and nothing was taken up
 */
gboolean
patron_document_check_outside (PatronDocument *self,
                               GError        **error)
{
  g_auto (PatronFingerprint) print = PATRON_FINGERPRINT_INIT;
  gboolean changed;

  if (self->target == NULL || self->work == NULL || self->db == NULL
      || self->publishing != NULL || self->depth > 0)
    return TRUE;
  if (!patron_document_look_outside (self, &print, &changed, error))
    return FALSE;
  if (changed)
    return patron_document_take_outside (self, &print, FALSE, error);
  patron_document_set_conflict (self, FALSE);
  return TRUE;
}

static gboolean
restore_imported (PatronDocument *self,
                  const char     *theirs,
                  GError        **error)
{
  g_autofree char *mine = patron_work_copy_get_database (self->work);
  g_autoptr (PatronMerge) merge
      = patron_merge_new (self->registry, mine, theirs, mine, error);

  if (merge == NULL)
    return FALSE;
  /* To go back does not cost the versions that were kept since. */
  patron_merge_leave (merge, PATRON_VERSION_ENTITY);
  return patron_merge_is_empty (merge)
         || apply (self, merge, C_("undo", "Restore Version"), error);
}

/**
 * patron_document_restore:
 * @bytes: what the document once was, see patron_earlier_read() and
 *   patron_version_open_bytes()
 *
 * Makes the document what it was, except that the versions that the user kept
 * stay. It is one step of undo.
 *
 * Returns: whether it worked; if not, nothing is changed
 */
gboolean
patron_document_restore (PatronDocument *self,
                         GBytes         *bytes,
                         GError        **error)
{
  g_autofree char *title = patron_document_get_title (self);
  g_autofree char *raw = NULL;
  g_autofree char *theirs = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean good;

  g_return_val_if_fail (self->work != NULL && self->depth == 0, FALSE);

  raw = patron_work_copy_get_scratch (self->work, "version.patron");
  theirs = patron_work_copy_get_scratch (self->work, "version.db");
  good = g_file_set_contents_full (raw, data, (gssize) size,
                                   G_FILE_SET_CONTENTS_NONE, 0600, error)
         && patron_opener_import (self->registry, raw, title, theirs, NULL,
                                  error)
         && restore_imported (self, theirs, error);
  g_unlink (raw);
  g_unlink (theirs);
  return good;
}

static gboolean
merge_ancestor (PatronDocument *self,
                const char     *theirs,
                const char     *label,
                GError        **error)
{
  g_autofree char *mine = patron_work_copy_get_database (self->work);
  g_autofree char *base
      = patron_work_copy_get_scratch (self->work, "base.db");
  g_autoptr (PatronMerge) merge = NULL;
  gboolean good;

  if (!import_ancestor (self, theirs, base, error))
    return FALSE;
  merge = patron_merge_new (self->registry, base, theirs, mine, error);
  good = merge != NULL && apply (self, merge, label, error);
  g_unlink (base);
  return good;
}

static gboolean
resolve_with (PatronDocument          *self,
              const PatronFingerprint *print,
              PatronResolution         resolution,
              GError                 **error)
{
  g_autofree char *there = patron_work_copy_get_there (self->work);
  g_autofree char *name = patron_transfer_get_name (self->target);
  g_autofree char *theirs
      = patron_work_copy_get_scratch (self->work, "theirs.db");
  gboolean good;

  /* Whatever there is, mine goes over it. */
  if (resolution == PATRON_RESOLUTION_MINE)
    return adopt (self, print, FALSE, error);
  if (!patron_opener_import (self->registry, there, name, theirs, NULL,
                             error))
    return FALSE;
  if (resolution == PATRON_RESOLUTION_THEIRS)
    good = become (self, theirs, error) && adopt (self, print, TRUE, error);
  else
    good = merge_ancestor (self, theirs,
                           C_("undo", "Take Up Outside Changes"), error)
           && adopt (self, print, FALSE, error);
  g_unlink (theirs);
  return good;
}

/**
 * patron_document_resolve:
 * @resolution: which of the two counts
 *
 * Ends a conflict between the document and its file. The document is then
 * what was chosen, and can be published.
 *
 * Returns: whether it worked; if not, the conflict stays
 */
gboolean
patron_document_resolve (PatronDocument  *self,
                         PatronResolution resolution,
                         GError         **error)
{
  g_autofree char *there = NULL;
  g_auto (PatronFingerprint) print = PATRON_FINGERPRINT_INIT;
  gboolean changed;
  gboolean good;

  g_return_val_if_fail (self->work != NULL && self->target != NULL, FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);

  patron_document_settle_publishing (self);
  if (!patron_document_look_outside (self, &print, &changed, error))
    return FALSE;
  if (!changed)
    {
      patron_document_set_conflict (self, FALSE);
      return TRUE;
    }
  good = resolve_with (self, &print, resolution, error);
  there = patron_work_copy_get_there (self->work);
  g_unlink (there);
  return good;
}

/**
 * patron_document_merge:
 * @copy: a file that began as a copy of this document, or another one
 *
 * Takes up what is in the copy, by row and by field: as base serves, of all
 * states of this document that are known, the one that is nearest to the
 * copy. It is one step of undo. What could not be brought together is in
 * patron_document_get_conflicts().
 *
 * Returns: whether it worked; if not, nothing is changed
 */
gboolean
patron_document_merge (PatronDocument *self,
                       GFile          *copy,
                       GError        **error)
{
  g_auto (PatronFingerprint) print = PATRON_FINGERPRINT_INIT;
  g_autofree char *raw = NULL;
  g_autofree char *theirs = NULL;
  gboolean good;

  g_return_val_if_fail (self->work != NULL && self->depth == 0, FALSE);

  raw = patron_work_copy_get_scratch (self->work, "copy.patron");
  theirs = patron_work_copy_get_scratch (self->work, "copy.db");
  good = patron_opener_read (self->registry, copy, raw, theirs, &print, NULL,
                             error)
         && merge_ancestor (self, theirs, C_("undo", "Merge Copy"), error);
  g_unlink (raw);
  g_unlink (theirs);
  return good;
}
