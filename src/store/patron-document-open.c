/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* How a document begins to live, and ends.
 *
 * The user's file is copied into a working copy, which is found again when
 * the same file is opened again. What then is the case depends on two
 * questions: has the working copy edits that are not in the file, and has
 * the file changed since?
 *
 *                  file as it was            file changed
 *   no edits       goes on, with history     the change is taken up
 *   edits          goes on: they were not    the user chooses
 *                  published, or a crash     (conflict)
 *                  came between
 */

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "patron-builder.h"
#include "patron-error.h"
#include "patron-opener.h"
#include "patron-schema.h"
#include "patron-transfer.h"

static PatronDocument *
create (PatronRegistry *registry,
        PatronWorkCopy *work)
{
  PatronDocument *self = g_object_new (PATRON_TYPE_DOCUMENT, NULL);

  self->registry = patron_registry_ref (registry);
  self->work = work;
  return self;
}

static gboolean
attach (PatronDocument *self,
        GError        **error)
{
  g_autofree char *path = patron_work_copy_get_database (self->work);
  PatronDb *db = patron_db_open (path, PATRON_DB_EDIT, error);

  if (db == NULL || !patron_document_attach (self, db, error))
    return FALSE;
  self->saved = self->work->published;
  self->modified = patron_document_get_modified (self);
  return TRUE;
}

static gboolean
build_empty (PatronDocument *self,
             const char     *path,
             GError        **error)
{
  g_autoptr (PatronDb) db = patron_db_open (path, PATRON_DB_EDIT, error);

  return db != NULL && patron_db_exec (db, "BEGIN", error)
         && patron_schema_create (db, self->registry,
                                  patron_registry_get_schema (self->registry),
                                  error)
         && patron_schema_insert_singles (db, self->registry, error)
         && patron_db_exec (db, "COMMIT", error);
}

/* Whoever fails to open a draft leaves none behind. */
static PatronDocument *
give_up (PatronDocument *self)
{
  patron_document_detach (self);
  if (self->work != NULL)
    patron_work_copy_discard (g_steal_pointer (&self->work));
  g_object_unref (self);
  return NULL;
}

/**
 * patron_document_new:
 *
 * Begins a draft: a document without a file.
 *
 * Returns: (transfer full) (nullable): a document with nothing but the
 *   records of which every document has one
 */
PatronDocument *
patron_document_new (PatronRegistry *registry,
                     GError        **error)
{
  PatronWorkCopy *work;
  PatronDocument *self;
  g_autofree char *path = NULL;

  patron_work_copy_clean_up ();
  work = patron_work_copy_new (FALSE, error);
  if (work == NULL)
    return NULL;
  self = create (registry, work);
  path = patron_work_copy_get_database (work);
  if (!build_empty (self, path, error) || !attach (self, error))
    return give_up (self);
  return self;
}

/* Whether the working copy is sound and of the newest schema. */
static gboolean
check_work_copy (PatronRegistry *registry,
                 PatronWorkCopy *work,
                 gint64         *schema,
                 GError        **error)
{
  g_autofree char *path = patron_work_copy_get_database (work);
  g_autoptr (PatronDb) db = patron_db_open (path, PATRON_DB_READ, error);

  return db != NULL
         && patron_db_get_integer (db, "PRAGMA user_version", schema, error)
         && patron_db_check (db, error)
         && (*schema > patron_registry_get_schema (registry)
             || patron_schema_verify_work_copy (db, registry, (guint) *schema,
                                                error));
}

/* A working copy that an older Patron left is built anew; its history, whose
 * rows have another shape, ends here. */
static gboolean
migrate_work_copy (PatronRegistry *registry,
                   PatronWorkCopy *work,
                   guint           schema,
                   GError        **error)
{
  g_autofree char *path = patron_work_copy_get_database (work);
  g_autofree char *built = patron_work_copy_get_scratch (work, "built.db");
  PatronDb *db = patron_db_open (path, PATRON_DB_EDIT, error);
  PatronStamp stamp;

  if (db == NULL)
    return FALSE;
  /* Closing puts the log into the database: beside another one, it would be
   * taken for that one's. */
  patron_db_close (db);
  if (!patron_work_copy_read_stamp (work, &stamp, error)
      || !patron_builder_build (registry, path, schema, NULL, built, NULL,
                                NULL, error)
      || !patron_transfer_sync (built, error))
    return FALSE;
  work->published = patron_stamp_equal (stamp, work->published)
                        ? (PatronStamp) { 0, 0 }
                        : PATRON_STAMP_NONE;
  work->pending = PATRON_STAMP_NONE;
  if (!patron_work_copy_save (work, error))
    return FALSE;
  if (g_rename (built, path) == 0)
    return TRUE;
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                       _("The working copy could not be replaced."));
  return FALSE;
}

static gboolean
ready_work_copy (PatronRegistry *registry,
                 PatronWorkCopy *work,
                 GError        **error)
{
  guint newest = patron_registry_get_schema (registry);
  gint64 schema = 0;

  if (!check_work_copy (registry, work, &schema, error))
    return FALSE;
  if (schema > newest)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NEWER,
                           _("The document was edited here with a newer "
                             "Patron. Update Patron to open it."));
      return FALSE;
    }
  return schema == newest
         || migrate_work_copy (registry, work, (guint) schema, error);
}

/**
 * patron_document_open_draft:
 * @name: the name of a draft of patron_drafts_list()
 *
 * Returns: (transfer full) (nullable): the draft, with its history
 */
PatronDocument *
patron_document_open_draft (PatronRegistry *registry,
                            const char     *name,
                            GError        **error)
{
  g_autoptr (PatronWorkCopy) work = patron_work_copy_open (name, error);
  g_autoptr (PatronDocument) self = NULL;

  if (work == NULL || !ready_work_copy (registry, work, error))
    return NULL;
  if (work->file != NULL)
    {
      /* The file is gone; whatever comes in its place is another document. */
      g_clear_object (&work->file);
      work->kept = TRUE;
      if (!patron_work_copy_save (work, error))
        return NULL;
    }
  self = create (registry, g_steal_pointer (&work));
  return attach (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Copies the file into an empty working copy. Until the last moment there is
 * nothing that could be taken for one. */
static gboolean
read_file (PatronDocument *self,
           GError        **error)
{
  g_autofree char *raw = patron_work_copy_get_published (self->work);
  g_autofree char *path = patron_work_copy_get_database (self->work);
  g_autofree char *read = patron_work_copy_get_scratch (self->work, "read.db");

  if (!patron_opener_read (self->registry, self->target, raw, read,
                           &self->work->print, NULL, error))
    return FALSE;
  self->work->published = (PatronStamp) { 0, 0 };
  if (!patron_work_copy_note (self->work, error))
    return FALSE;
  if (g_rename (read, path) == 0)
    return attach (self, error);
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                       _("The working copy could not be replaced."));
  return FALSE;
}

/* Where writing is not atomic, a crash can leave half a file. It is ours to
 * write again, over whatever is there. */
static gboolean
is_half_written (PatronDocument *self,
                 const char     *there)
{
  g_autoptr (GError) error = NULL;
  guint schema;

  return !patron_opener_check (self->registry, there, "", &schema, NULL,
                               &error)
         && (g_error_matches (error, PATRON_ERROR, PATRON_ERROR_DAMAGED)
             || g_error_matches (error, PATRON_ERROR,
                                 PATRON_ERROR_NOT_PATRON));
}

/* Settles what a crash in the middle of publishing left open: which of the
 * two states the file has. */
static gboolean
settle_pending (PatronDocument          *self,
                const PatronFingerprint *print,
                gboolean                *changed,
                GError                 **error)
{
  PatronWorkCopy *work = self->work;
  g_autofree char *next = patron_work_copy_get_next (work);
  g_autofree char *published = patron_work_copy_get_published (work);
  g_autofree char *there = patron_work_copy_get_there (work);

  if (work->pending.number < 0)
    return TRUE;
  if (!*changed && !g_file_test (next, G_FILE_TEST_EXISTS))
    work->published = work->pending;
  if (*changed && patron_transfer_equal (there, next))
    {
      work->published = work->pending;
      *changed = FALSE;
    }
  else if (*changed && is_half_written (self, there))
    {
      work->published = PATRON_STAMP_NONE;
      *changed = FALSE;
    }
  if (!*changed && g_rename (there, published) == 0)
    patron_fingerprint_copy (&work->print, print);
  work->pending = PATRON_STAMP_NONE;
  self->saved = work->published;
  return patron_work_copy_save (work, error);
}

/* Goes on with a working copy. */
static gboolean
resume (PatronDocument *self,
        GError        **error)
{
  g_auto (PatronFingerprint) print = PATRON_FINGERPRINT_INIT;
  gboolean changed;

  return patron_document_look_outside (self, &print, &changed, error)
         && attach (self, error)
         && settle_pending (self, &print, &changed, error)
         && (!changed
             || patron_document_take_outside (self, &print, TRUE, error));
}

/* A working copy that cannot be used, though it may hold edits, becomes a
 * draft: it must not stand between the user and the file. */
static gboolean
set_aside (PatronWorkCopy *work,
           GError        **error)
{
  g_clear_object (&work->file);
  work->kept = TRUE;
  return patron_work_copy_save (work, error);
}

static PatronWorkCopy *
claim_usable (PatronRegistry *registry,
              GFile          *target,
              GError        **error)
{
  g_autoptr (PatronWorkCopy) work = patron_work_copy_claim (target, error);
  g_autoptr (GError) local = NULL;

  if (work == NULL || patron_work_copy_is_empty (work)
      || ready_work_copy (registry, work, &local))
    return g_steal_pointer (&work);
  if (g_error_matches (local, PATRON_ERROR, PATRON_ERROR_NEWER))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!set_aside (work, error))
    return NULL;
  g_clear_pointer (&work, patron_work_copy_free);
  return patron_work_copy_claim (target, error);
}

static PatronDocument *
open_file (PatronRegistry *registry,
           GFile          *file,
           GFile          *target,
           gboolean        scratch,
           GError        **error)
{
  PatronWorkCopy *work = scratch
                             ? patron_work_copy_new (TRUE, error)
                             : claim_usable (registry, target, error);
  g_autoptr (PatronDocument) self = NULL;
  g_auto (PatronFingerprint) print = PATRON_FINGERPRINT_INIT;
  gboolean writable = TRUE;

  if (work == NULL)
    return NULL;
  self = create (registry, work);
  self->file = g_object_ref (file);
  self->target = g_object_ref (target);
  if (patron_work_copy_is_empty (work))
    {
      if (!read_file (self, error))
        return give_up (g_steal_pointer (&self));
    }
  else if (!resume (self, error))
    return NULL;
  if (patron_transfer_query (target, &print, &writable, NULL, NULL))
    self->read_only = !writable;
  self->modified = patron_document_get_modified (self);
  return g_steal_pointer (&self);
}

/* Says in the document itself what it is. */
static void
tell_salvage (PatronDocument      *self,
              const char          *name,
              const PatronSalvage *salvage)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (self);
  g_autofree char *kept = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *note = NULL;

  if (strategy == NULL
      || patron_entity_get_field (patron_record_get_entity (strategy), "note")
             == NULL)
    return;
  kept = g_strdup_printf (ngettext ("%d record of it could be read.",
                                    "%d records of it could be read.",
                                    (gulong) salvage->kept),
                          (int) salvage->kept);
  lost = g_strdup_printf (
      ngettext ("%d record or value is known to be lost.",
                "%d records or values are known to be lost.",
                (gulong) (salvage->lost + salvage->emptied)),
      (int) (salvage->lost + salvage->emptied));
  /* Translators: the name of a file, then two sentences that count what was
   * kept and what was lost, then what the note said before. */
  note = g_strdup_printf (
      _("Salvaged from “%s”, which was damaged. %s %s\n\n%s"), name, kept,
      lost,
      patron_record_get_text (strategy, "note") != NULL
          ? patron_record_get_text (strategy, "note")
          : "");
  patron_document_set_text (self, strategy, "note", g_strchomp (note), NULL);
}

/* If the document was open here before, its working copy is the best that
 * there is of it. */
static gboolean
copy_work_copy (PatronRegistry *registry,
                GFile          *target,
                const char     *path)
{
  g_autoptr (PatronWorkCopy) work = patron_work_copy_claim (target, NULL);
  g_autofree char *database = NULL;

  if (work == NULL)
    return FALSE;
  if (patron_work_copy_is_empty (work))
    {
      patron_work_copy_discard (g_steal_pointer (&work));
      return FALSE;
    }
  database = patron_work_copy_get_database (work);
  return ready_work_copy (registry, work, NULL)
         && patron_builder_build (registry, database,
                                  patron_registry_get_schema (registry), NULL,
                                  path, NULL, NULL, NULL);
}

static PatronDocument *
open_salvage (PatronRegistry *registry,
              GFile          *target,
              GError        **error)
{
  PatronWorkCopy *work = patron_work_copy_new (FALSE, error);
  g_autoptr (PatronDocument) self = NULL;
  g_auto (PatronFingerprint) print = PATRON_FINGERPRINT_INIT;
  g_autofree char *name = patron_transfer_get_name (target);
  g_autofree char *path = NULL;
  g_autofree char *raw = NULL;
  PatronSalvage salvage = { 0 };
  gboolean whole;

  if (work == NULL)
    return NULL;
  self = create (registry, work);
  path = patron_work_copy_get_database (work);
  raw = patron_work_copy_get_scratch (work, "damaged.patron");
  work->kept = TRUE;
  whole = copy_work_copy (registry, target, path);
  if (!whole
      && (!patron_transfer_in (target, raw, NULL, NULL, &print, NULL, error)
          || !patron_opener_salvage (registry, raw, name, path, &salvage,
                                     error)))
    return give_up (g_steal_pointer (&self));
  g_unlink (raw);
  if (!patron_work_copy_save (work, error) || !attach (self, error))
    return give_up (g_steal_pointer (&self));
  if (!whole)
    tell_salvage (self, name, &salvage);
  return g_steal_pointer (&self);
}

/**
 * patron_document_open:
 * @file: the user's file
 * @flags: how to open it
 *
 * Opens a document. Nothing is written to the file before it is published.
 * An older schema is brought up to date in the working copy.
 *
 * Returns: (transfer full) (nullable): the document; if %NULL, @error is
 *   among others %PATRON_ERROR_NOT_FOUND, %PATRON_ERROR_NOT_PATRON,
 *   %PATRON_ERROR_NEWER, %PATRON_ERROR_DAMAGED (%PATRON_OPEN_SALVAGE may
 *   help), or %PATRON_ERROR_BUSY, if it is open already
 */
PatronDocument *
patron_document_open (PatronRegistry  *registry,
                      GFile           *file,
                      PatronOpenFlags  flags,
                      GError         **error)
{
  g_autoptr (GFile) target = patron_work_copy_resolve (file);

  patron_work_copy_clean_up ();
  if (flags & PATRON_OPEN_SALVAGE)
    return open_salvage (registry, target, error);
  return open_file (registry, file, target,
                    (flags & PATRON_OPEN_PRIVATE) != 0, error);
}

/* A draft that was never edited is like the one that anybody can begin. */
static gboolean
is_worth_nothing (PatronDocument *self)
{
  return self->work->scratch
         || (self->file == NULL && !self->work->kept
             && !patron_document_get_modified (self));
}

/**
 * patron_document_close:
 *
 * Ends the life of the document; its records and lists stay as they are.
 * What was not published stays in the working copy, and is there when the
 * document is opened again.
 */
void
patron_document_close (PatronDocument *self)
{
  gboolean discard;

  if (self->work == NULL)
    {
      patron_document_detach (self);
      return;
    }
  patron_document_settle_publishing (self);
  discard = self->history != NULL && is_worth_nothing (self);
  patron_document_detach (self);
  if (discard)
    patron_work_copy_discard (g_steal_pointer (&self->work));
  else
    g_clear_pointer (&self->work, patron_work_copy_free);
}
