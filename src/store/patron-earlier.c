/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* What the file of a document was before: a folder a document, a file a
 * state, named after the moment when it was replaced. The ten newest are
 * kept, then one a day for thirty days, up to a size. */

#include "config.h"

#include "patron-earlier.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "patron-error.h"
#include "patron-transfer.h"
#include "patron-work-copy.h"

#define SUFFIX ".patron"
#define NEWEST 10
#define DAYS 30
#define SIZE_CAP (G_GINT64_CONSTANT (200) * 1024 * 1024)
#define DAY_US (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)

static char *
get_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "patron", "earlier", NULL);
}

static char *
get_folder (GFile *file)
{
  g_autoptr (GFile) resolved = patron_work_copy_resolve (file);
  g_autofree char *uri = g_file_get_uri (resolved);
  g_autofree char *hash
      = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *root = get_root ();

  return g_build_filename (root, hash, NULL);
}

static void
earlier_free (gpointer data)
{
  PatronEarlier *self = data;

  g_free (self->name);
  g_free (self);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const PatronEarlier *first = *(PatronEarlier *const *) a;
  const PatronEarlier *second = *(PatronEarlier *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

static PatronEarlier *
look (const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  PatronEarlier *self;
  GStatBuf info;
  gint64 time;
  char *rest;

  time = g_ascii_strtoll (name, &rest, 10);
  if (time <= 0 || strcmp (rest, SUFFIX) != 0 || g_stat (path, &info) != 0)
    return NULL;
  self = g_new0 (PatronEarlier, 1);
  self->name = g_strdup (name);
  self->time = time;
  self->size = info.st_size;
  return self;
}

static GPtrArray *
list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (earlier_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      PatronEarlier *earlier = look (folder, name);

      if (earlier != NULL)
        g_ptr_array_add (list, earlier);
    }
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

/**
 * patron_earlier_list:
 * @file: the user's file
 *
 * Returns: (transfer full) (element-type PatronEarlier): what the file was
 *   before, the newest first
 */
GPtrArray *
patron_earlier_list (GFile *file)
{
  g_autofree char *folder = get_folder (file);

  return list_folder (folder);
}

/* Whether a state stays: the newest do, and the newest of each day. */
static gboolean
stays (const PatronEarlier *earlier,
       const PatronEarlier *newer,
       guint                rank,
       gint64               now,
       gint64               held)
{
  if (rank == 0)
    return TRUE;
  if (held > SIZE_CAP)
    return FALSE;
  return rank < NEWEST
         || (now - earlier->time < DAYS * DAY_US
             && earlier->time / DAY_US != newer->time / DAY_US);
}

static void
thin_out (const char *folder,
          GPtrArray  *list)
{
  const PatronEarlier *newer = NULL;
  gint64 now = g_get_real_time ();
  gint64 held = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const PatronEarlier *earlier = g_ptr_array_index (list, i);
      g_autofree char *path = g_build_filename (folder, earlier->name, NULL);

      held += earlier->size;
      if (stays (earlier, newer, i, now, held))
        newer = earlier;
      else
        {
          held -= earlier->size;
          g_unlink (path);
        }
    }
}

/**
 * patron_earlier_keep:
 * @file: the user's file
 * @path: a private file: what the file was before it was replaced
 *
 * Keeps a state, unless it is the newest one that is kept already, and drops
 * what is too old or too much. May be called from any thread.
 *
 * Returns: whether it is kept
 */
gboolean
patron_earlier_keep (GFile       *file,
                     const char  *path,
                     GError     **error)
{
  g_autofree char *folder = get_folder (file);
  g_autoptr (GPtrArray) list = patron_earlier_list (file);
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *name = NULL;
  g_autofree char *to = NULL;
  gint64 now = g_get_real_time ();

  if (list->len > 0)
    {
      const PatronEarlier *newest = g_ptr_array_index (list, 0);
      g_autofree char *last = g_build_filename (folder, newest->name, NULL);

      if (patron_transfer_equal (path, last))
        return TRUE;
      /* The clock may have been set back. */
      now = MAX (now, newest->time + 1);
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                   _("Earlier versions cannot be kept (%s)."),
                   g_strerror (errno));
      return FALSE;
    }
  name = g_strdup_printf ("%" G_GINT64_FORMAT SUFFIX, now);
  to = g_build_filename (folder, name, NULL);
  /* Private files are replaced, never written over, so a link will do. */
  if (link (path, to) != 0 && !patron_transfer_copy (path, to, error))
    return FALSE;
  kept = patron_earlier_list (file);
  thin_out (folder, kept);
  return TRUE;
}

/**
 * patron_earlier_find:
 * @file: the user's file
 * @name: the name of a state of patron_earlier_list()
 *
 * Returns: (transfer full) (nullable): the path of its bytes
 */
char *
patron_earlier_find (GFile      *file,
                     const char *name)
{
  g_autofree char *folder = get_folder (file);
  char *path;

  if (strchr (name, G_DIR_SEPARATOR) != NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_clear_pointer (&path, g_free);
  return path;
}

/**
 * patron_earlier_read:
 * @file: the user's file
 * @name: the name of a state of patron_earlier_list()
 *
 * Returns: (transfer full) (nullable): the bytes of the document as it was
 */
GBytes *
patron_earlier_read (GFile       *file,
                     const char  *name,
                     GError     **error)
{
  g_autofree char *path = patron_earlier_find (file, name);
  char *data;
  gsize size;

  if (path != NULL && g_file_get_contents (path, &data, &size, NULL))
    return g_bytes_new_take (data, size);
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                       _("There is no such earlier version any more."));
  return NULL;
}

static gboolean
erase_folder (const char *folder,
              GError    **error)
{
  g_autoptr (GPtrArray) list = list_folder (folder);
  gboolean good = TRUE;

  for (guint i = 0; i < list->len; i++)
    {
      const PatronEarlier *earlier = g_ptr_array_index (list, i);
      g_autofree char *path = g_build_filename (folder, earlier->name, NULL);

      good &= g_unlink (path) == 0;
    }
  g_rmdir (folder);
  if (!good)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                         _("Some earlier versions could not be erased."));
  return good;
}

/**
 * patron_earlier_erase:
 * @file: the user's file
 *
 * Erases everything that is kept of what the file was before.
 *
 * Returns: whether nothing is left
 */
gboolean
patron_earlier_erase (GFile   *file,
                      GError **error)
{
  g_autofree char *folder = get_folder (file);

  return erase_folder (folder, error);
}

/**
 * patron_earlier_measure:
 * @n_states: (out): how many states are kept, of all files
 * @size: (out): their size in bytes
 *
 * Measures what is kept on this computer.
 */
void
patron_earlier_measure (guint  *n_states,
                        gint64 *size)
{
  g_autofree char *root = get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  *n_states = 0;
  *size = 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      g_autoptr (GPtrArray) list = list_folder (folder);

      *n_states += list->len;
      for (guint i = 0; i < list->len; i++)
        *size += ((PatronEarlier *) g_ptr_array_index (list, i))->size;
    }
}

/**
 * patron_earlier_erase_all:
 *
 * Erases what is kept of all files.
 *
 * Returns: whether nothing is left
 */
gboolean
patron_earlier_erase_all (GError **error)
{
  g_autofree char *root = get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;
  gboolean good = TRUE;

  while (good && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);

      good = erase_folder (folder, error);
    }
  return good;
}
