/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "config.h"

#include "patron-work-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "patron-error.h"
#include "patron-transfer.h"

#define STATE "state.ini"
#define GROUP "Working Copy"
#define SCRATCH "scratch-"

#define LONG_UNUSED (30 * 24 * 60 * 60)
#define MAX_REMOVED 8

/* A look at a working copy holds its lock for a moment. */
#define LOCK_TRIES 10
#define LOCK_PAUSE_US (20 * 1000)

/**
 * patron_stamp_equal:
 *
 * Returns: whether both are stamps of one state
 */
gboolean
patron_stamp_equal (PatronStamp a,
                    PatronStamp b)
{
  return a.number == b.number && a.revision == b.revision;
}

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "patron", "work", NULL);
}

static gboolean
fail (const char *path,
      GError    **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FULL,
                         _("The disk is full. Free some space and try "
                           "again; nothing was changed."));
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("The folder for working copies, “%s”, cannot be used "
                   "(%s)."),
                 name, g_strerror (code));
  return FALSE;
}

static int
open_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);

  return g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/* While it is held, no working copy comes or goes. Returns a descriptor. */
static int
lock_folder (GError **error)
{
  g_autofree char *folder = get_folder ();
  int lock;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (folder, error);
      return -1;
    }
  lock = open_lock (folder);
  if (lock < 0 || flock (lock, LOCK_EX) != 0)
    {
      fail (folder, error);
      if (lock >= 0)
        close (lock);
      return -1;
    }
  return lock;
}

static gboolean
take_lock (PatronWorkCopy *self,
           int             tries)
{
  if (self->lock < 0)
    self->lock = open_lock (self->path);
  if (self->lock < 0)
    return FALSE;
  while (flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    {
      if (--tries <= 0)
        return FALSE;
      g_usleep (LOCK_PAUSE_US);
    }
  return TRUE;
}

/**
 * patron_work_copy_free:
 *
 * Lets go of the working copy, which stays.
 */
void
patron_work_copy_free (PatronWorkCopy *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_clear_object (&self->file);
  patron_fingerprint_clear (&self->print);
  g_free (self);
}

static PatronWorkCopy *
allocate (char *path)
{
  PatronWorkCopy *self = g_new0 (PatronWorkCopy, 1);

  self->path = path;
  self->lock = -1;
  self->published = PATRON_STAMP_NONE;
  self->pending = PATRON_STAMP_NONE;
  return self;
}

/* One that is half removed when the program is killed is a scratch one. */
static void
remove_folder (const char *path)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *scratch
      = g_strconcat (folder, G_DIR_SEPARATOR_S, SCRATCH, uuid, NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_rename (path, scratch) != 0)
    return;
  dir = g_dir_open (scratch, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (scratch, name, NULL);

      g_unlink (file);
    }
  g_rmdir (scratch);
}

/**
 * patron_work_copy_discard:
 * @self: (transfer full): the working copy, freed
 *
 * Removes the working copy from the disk.
 */
void
patron_work_copy_discard (PatronWorkCopy *self)
{
  remove_folder (self->path);
  patron_work_copy_free (self);
}

static char *
join_stamp (PatronStamp stamp)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          stamp.number, stamp.revision);
}

static PatronStamp
split_stamp (GKeyFile   *keys,
             const char *key)
{
  g_autofree char *text = g_key_file_get_string (keys, GROUP, key, NULL);
  PatronStamp stamp = PATRON_STAMP_NONE;
  char *rest;

  if (text == NULL)
    return PATRON_STAMP_NONE;
  stamp.number = g_ascii_strtoll (text, &rest, 10);
  stamp.revision = g_ascii_strtoll (rest, NULL, 10);
  return stamp;
}

static gboolean
write_state (PatronWorkCopy        *self,
             GFileSetContentsFlags  flags,
             GError               **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->path, STATE, NULL);
  g_autofree char *published = join_stamp (self->published);
  g_autofree char *pending = join_stamp (self->pending);
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;

  g_key_file_set_string (keys, GROUP, "version", PATRON_VERSION);
  if (self->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (self->file);

      g_key_file_set_string (keys, GROUP, "uri", uri);
    }
  if (self->print.etag != NULL)
    g_key_file_set_string (keys, GROUP, "etag", self->print.etag);
  g_key_file_set_int64 (keys, GROUP, "size", self->print.size);
  g_key_file_set_int64 (keys, GROUP, "modified", self->print.modified);
  g_key_file_set_int64 (keys, GROUP, "seen", self->print.seen);
  g_key_file_set_string (keys, GROUP, "published", published);
  g_key_file_set_string (keys, GROUP, "pending", pending);
  g_key_file_set_boolean (keys, GROUP, "kept", self->kept);
  text = g_key_file_to_data (keys, NULL, NULL);
  if (g_file_set_contents_full (path, text, -1, flags, 0600, &local))
    return TRUE;
  if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    errno = ENOSPC;
  else
    errno = EIO;
  return fail (self->path, error);
}

/**
 * patron_work_copy_save:
 *
 * Puts the fields on the disk.
 *
 * Returns: whether it worked
 */
gboolean
patron_work_copy_save (PatronWorkCopy *self,
                       GError        **error)
{
  return write_state (self,
                      G_FILE_SET_CONTENTS_CONSISTENT
                          | G_FILE_SET_CONTENTS_DURABLE,
                      error);
}

/**
 * patron_work_copy_note:
 *
 * Writes the fields, but does not wait for the disk: for what can be found
 * out again.
 *
 * Returns: whether it worked
 */
gboolean
patron_work_copy_note (PatronWorkCopy *self,
                       GError        **error)
{
  return write_state (self, G_FILE_SET_CONTENTS_CONSISTENT, error);
}

static gboolean
load (PatronWorkCopy *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->path, STATE, NULL);
  g_autofree char *uri = NULL;

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  uri = g_key_file_get_string (keys, GROUP, "uri", NULL);
  if (uri != NULL)
    self->file = g_file_new_for_uri (uri);
  self->print.etag = g_key_file_get_string (keys, GROUP, "etag", NULL);
  self->print.size = g_key_file_get_int64 (keys, GROUP, "size", NULL);
  self->print.modified = g_key_file_get_int64 (keys, GROUP, "modified", NULL);
  self->print.seen = g_key_file_get_int64 (keys, GROUP, "seen", NULL);
  self->published = split_stamp (keys, "published");
  self->pending = split_stamp (keys, "pending");
  self->kept = g_key_file_get_boolean (keys, GROUP, "kept", NULL);
  return TRUE;
}

/* The folder must be locked. */
static PatronWorkCopy *
make (GFile    *file,
      gboolean  scratch,
      GError  **error)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (scratch ? SCRATCH : "", uuid, NULL);
  g_autoptr (PatronWorkCopy) self
      = allocate (g_build_filename (folder, name, NULL));

  self->scratch = scratch;
  g_set_object (&self->file, file);
  if (g_mkdir (self->path, 0700) != 0 || !take_lock (self, 1))
    {
      fail (self->path, error);
      remove_folder (self->path);
      return NULL;
    }
  if (!patron_work_copy_note (self, error))
    {
      patron_work_copy_discard (g_steal_pointer (&self));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * patron_work_copy_new:
 * @scratch: whether it is worth nothing once it is closed
 *
 * Returns: (transfer full) (nullable): an empty working copy without a file
 */
PatronWorkCopy *
patron_work_copy_new (gboolean scratch,
                      GError **error)
{
  PatronWorkCopy *self;
  int lock = lock_folder (error);

  if (lock < 0)
    return NULL;
  self = make (NULL, scratch, error);
  close (lock);
  return self;
}

/**
 * patron_work_copy_list:
 *
 * Returns: (transfer full): the name of each working copy that outlives its
 *   program
 */
char **
patron_work_copy_list (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_uuid_string_is_valid (name))
      g_strv_builder_add (names, name);
  return g_strv_builder_end (names);
}

static PatronWorkCopy *
load_named (const char *name)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (PatronWorkCopy) self
      = allocate (g_build_filename (folder, name, NULL));

  return load (self) ? g_steal_pointer (&self) : NULL;
}

static gboolean
claim (PatronWorkCopy *self,
       GError        **error)
{
  g_autofree char *name = NULL;

  if (take_lock (self, LOCK_TRIES))
    return TRUE;
  name = self->file != NULL ? patron_transfer_get_name (self->file) : NULL;
  if (name != NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_BUSY,
                 _("“%s” is open already, in another window or program."),
                 name);
  else
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_BUSY,
                         _("The draft is open already, in another window "
                           "or program."));
  return FALSE;
}

/**
 * patron_work_copy_open:
 * @name: one that patron_work_copy_list() returned
 *
 * Returns: (transfer full) (nullable): the working copy
 */
PatronWorkCopy *
patron_work_copy_open (const char *name,
                       GError    **error)
{
  g_autoptr (PatronWorkCopy) self
      = g_uuid_string_is_valid (name) ? load_named (name) : NULL;

  if (self == NULL)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                           _("There is no such draft any more."));
      return NULL;
    }
  return claim (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * patron_work_copy_claim:
 * @file: the user's file, as patron_work_copy_resolve() returned it
 *
 * Finds the working copy of a file, or makes one.
 *
 * Returns: (transfer full) (nullable): the working copy; if %NULL, another
 *   program may have it, %PATRON_ERROR_BUSY
 */
PatronWorkCopy *
patron_work_copy_claim (GFile   *file,
                        GError **error)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (PatronWorkCopy) self = NULL;
  gboolean good;
  int lock = lock_folder (error);

  if (lock < 0)
    return NULL;
  names = patron_work_copy_list ();
  for (gsize i = 0; names[i] != NULL && self == NULL; i++)
    {
      self = load_named (names[i]);
      if (self != NULL
          && (self->file == NULL || !g_file_equal (self->file, file)))
        g_clear_pointer (&self, patron_work_copy_free);
    }
  if (self == NULL)
    {
      self = make (file, FALSE, error);
      good = self != NULL;
    }
  else
    good = claim (self, error);
  close (lock);
  return good ? g_steal_pointer (&self) : NULL;
}

static char *
get_path (PatronWorkCopy *self,
          const char     *name)
{
  return g_build_filename (self->path, name, NULL);
}

/**
 * patron_work_copy_get_database:
 *
 * Returns: (transfer full): the path of what is edited
 */
char *
patron_work_copy_get_database (PatronWorkCopy *self)
{
  return get_path (self, "strategy.db");
}

/**
 * patron_work_copy_get_published:
 *
 * Returns: (transfer full): the path of the bytes of the user's file, as
 *   they were read or published last
 */
char *
patron_work_copy_get_published (PatronWorkCopy *self)
{
  return get_path (self, "published.patron");
}

/**
 * patron_work_copy_get_next:
 *
 * Returns: (transfer full): the path of bytes that are to be published
 */
char *
patron_work_copy_get_next (PatronWorkCopy *self)
{
  return get_path (self, "next.patron");
}

/**
 * patron_work_copy_get_there:
 *
 * Returns: (transfer full): the path of bytes of the user's file that are not
 *   those of patron_work_copy_get_published(), while they are looked at
 */
char *
patron_work_copy_get_there (PatronWorkCopy *self)
{
  return get_path (self, "there.patron");
}

/**
 * patron_work_copy_get_scratch:
 * @name: a name that no other use has
 *
 * Returns: (transfer full): the path of a file that is needed for a moment
 */
char *
patron_work_copy_get_scratch (PatronWorkCopy *self,
                              const char     *name)
{
  return get_path (self, name);
}

/**
 * patron_work_copy_is_empty:
 *
 * Returns: whether nothing was put into it yet
 */
gboolean
patron_work_copy_is_empty (PatronWorkCopy *self)
{
  g_autofree char *path = patron_work_copy_get_database (self);

  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * patron_work_copy_read_stamp:
 * @stamp: (out): the stamp of what the working copy holds
 *
 * For working copies that no document has open.
 *
 * Returns: whether it worked
 */
gboolean
patron_work_copy_read_stamp (PatronWorkCopy *self,
                             PatronStamp    *stamp,
                             GError        **error)
{
  g_autofree char *path = patron_work_copy_get_database (self);
  g_autoptr (PatronDb) db = patron_db_open (path, PATRON_DB_READ, error);

  return db != NULL && patron_history_read_stamp (db, "main", stamp, error);
}

/* Whether it is worth a closer look, which locks it for a moment. */
static gboolean
looks_unused (PatronWorkCopy *self,
              const char     *name)
{
  g_autofree char *state = get_path (self, STATE);
  GStatBuf info;

  return g_file_test (self->path, G_FILE_TEST_IS_DIR)
         && (g_str_has_prefix (name, SCRATCH) || g_stat (state, &info) != 0
             || info.st_mtime < time (NULL) - LONG_UNUSED);
}

/* Whether it holds nothing that anybody could miss. */
static gboolean
is_unused (PatronWorkCopy *self,
           const char     *name)
{
  PatronStamp stamp;

  if (g_str_has_prefix (name, SCRATCH))
    return TRUE;
  if (!load (self))
    return patron_work_copy_is_empty (self);
  if (self->file == NULL)
    return FALSE;
  return patron_work_copy_is_empty (self)
         || (patron_work_copy_read_stamp (self, &stamp, NULL)
             && patron_stamp_equal (stamp, self->published));
}

/**
 * patron_work_copy_clean_up:
 *
 * Removes a few working copies that nobody can miss: what programs left that
 * were killed in the middle of something, and those of documents that were
 * published whole and not opened for thirty days.
 */
void
patron_work_copy_clean_up (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int removed = 0;
  int lock = lock_folder (NULL);

  if (lock < 0)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && removed < MAX_REMOVED
         && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (PatronWorkCopy) self
          = allocate (g_build_filename (folder, name, NULL));

      if (!looks_unused (self, name) || !take_lock (self, 1)
          || !is_unused (self, name))
        continue;
      remove_folder (self->path);
      removed++;
    }
  close (lock);
}

static gint64
measure_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  gint64 size = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf info;

      if (g_stat (file, &info) == 0)
        size += info.st_size;
    }
  return size;
}

/* Calls @func with each working copy that nobody can miss. */
static void
visit_unused (void   (*func) (PatronWorkCopy *self,
                              gpointer        user_data),
              gpointer user_data)
{
  g_autofree char *folder = get_folder ();
  g_auto (GStrv) names = NULL;
  int lock = lock_folder (NULL);

  if (lock < 0)
    return;
  names = patron_work_copy_list ();
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autoptr (PatronWorkCopy) self
          = allocate (g_build_filename (folder, names[i], NULL));

      if (take_lock (self, 1) && is_unused (self, names[i]))
        func (self, user_data);
    }
  close (lock);
}

typedef struct
{
  guint  n_copies;
  gint64 size;
} Measure;

static void
measure_cb (PatronWorkCopy *self,
            gpointer        user_data)
{
  Measure *measure = user_data;

  measure->n_copies++;
  measure->size += measure_folder (self->path);
}

static void
erase_cb (PatronWorkCopy *self,
          gpointer        user_data)
{
  guint *n_erased = user_data;

  remove_folder (self->path);
  (*n_erased)++;
}

/**
 * patron_work_copy_measure:
 * @n_copies: (out): how many there are
 * @size: (out): their size in bytes
 *
 * Measures the working copies that patron_work_copy_erase() would remove.
 */
void
patron_work_copy_measure (guint  *n_copies,
                          gint64 *size)
{
  Measure measure = { 0 };

  visit_unused (measure_cb, &measure);
  *n_copies = measure.n_copies;
  *size = measure.size;
}

/**
 * patron_work_copy_erase:
 *
 * Removes the working copies of documents that are closed and whole in their
 * files, and with them what undo remembers of these. Those of open documents,
 * of drafts, and of edits that are in no file yet stay.
 *
 * Returns: how many were removed
 */
guint
patron_work_copy_erase (void)
{
  guint n_erased = 0;

  visit_unused (erase_cb, &n_erased);
  return n_erased;
}

/**
 * patron_work_copy_resolve:
 * @file: what the user calls a file
 *
 * Returns: (transfer full): the file itself, whatever links lead to it, so
 *   that one document has one working copy and no link is replaced
 */
GFile *
patron_work_copy_resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  GFile *resolved;

  if (real == NULL)
    return g_object_ref (file);
  resolved = g_file_new_for_path (real);
  free (real);
  return resolved;
}
