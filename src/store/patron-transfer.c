/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* The way between the user's file and private copies of it. The user's file
 * is only ever read as a stream and replaced as a whole: it may lie in a
 * portal, on a share, or in a folder that something synchronises. */

#include "config.h"

#include "patron-transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "patron-error.h"

#define CHUNK (256 * 1024)

/**
 * patron_transfer_get_name:
 *
 * Returns: (transfer full): the file's name, for messages
 */
char *
patron_transfer_get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (name == NULL)
    return g_file_get_uri (file);
  return g_filename_display_name (name);
}

/* Says in words what went wrong with the user's file. */
static gboolean
fail (GFile    *file,
      gboolean  writing,
      GError   *local,
      GError  **error)
{
  g_autoptr (GError) owned = local;
  g_autofree char *name = patron_transfer_get_name (file);

  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || local->domain == PATRON_ERROR)
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 writing ? _("The folder of “%s” does not exist any more.")
                         : _("There is no file “%s” any more."),
                 name);
  else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_CHANGED,
                 _("“%s” was changed by another program."), name);
  else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FULL,
                 _("The disk is full, so “%s” was left as it is. Free some "
                   "space and try again."),
                 name);
  else if (writing
           && (g_error_matches (local, G_IO_ERROR,
                                G_IO_ERROR_PERMISSION_DENIED)
               || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_READ_ONLY)))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_READ_ONLY,
                 _("“%s” cannot be written. Save the document elsewhere "
                   "with Save As."),
                 name);
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 writing ? _("“%s” could not be written (%s).")
                         : _("“%s” could not be read (%s)."),
                 name, local->message);
  return FALSE;
}

static gboolean
fail_private (const char *path,
              GError    **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_FULL,
                         _("The disk is full. Free some space and try "
                           "again; nothing was changed."));
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("“%s” could not be written (%s)."), name,
                 g_strerror (code));
  return FALSE;
}

static gboolean
fail_errno (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       g_strerror (errno));
  return FALSE;
}

/* A pipe or a device would be read for ever. */
static gboolean
check_type (GFile     *file,
            GFileInfo *info,
            GError   **error)
{
  g_autofree char *name = NULL;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
      || g_file_info_get_file_type (info) == G_FILE_TYPE_UNKNOWN)
    return TRUE;
  name = patron_transfer_get_name (file);
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_PATRON,
               _("“%s” is not a file."), name);
  return FALSE;
}

/**
 * patron_transfer_query:
 * @print: (out): an initialised fingerprint, set to that of the file
 * @writable: (out) (optional): whether the file can be written
 *
 * Looks at the user's file without reading it.
 *
 * Returns: whether it is there and a file
 */
gboolean
patron_transfer_query (GFile             *file,
                       PatronFingerprint *print,
                       gboolean          *writable,
                       GCancellable      *cancellable,
                       GError           **error)
{
  g_autoptr (GFileInfo) info = NULL;
  GError *local = NULL;

  info = g_file_query_info (file,
                            PATRON_FINGERPRINT_ATTRIBUTES
                            "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local);
  if (info == NULL)
    return fail (file, FALSE, local, error);
  if (!check_type (file, info, error))
    return FALSE;
  patron_fingerprint_set (print, info);
  if (writable != NULL)
    *writable
        = !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
          || g_file_info_get_attribute_boolean (
              info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
  return TRUE;
}

static gboolean
write_all (int           descriptor,
           const guchar *data,
           gsize         size)
{
  while (size > 0)
    {
      gssize n = write (descriptor, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

static int
create_private (const char *path,
                GError    **error)
{
  int descriptor;

  /* Other names may lead to what is there: it is not written over. */
  unlink (path);
  descriptor
      = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    fail_private (path, error);
  return descriptor;
}

static gboolean
check_size (GFile   *file,
            gint64   size,
            GError **error)
{
  g_autofree char *name = NULL;

  if (size <= PATRON_TRANSFER_LIMIT)
    return TRUE;
  name = patron_transfer_get_name (file);
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
               _("“%s” is larger than %d megabytes, more than a Patron "
                 "document can be."),
               name, (int) (PATRON_TRANSFER_LIMIT / (1024 * 1024)));
  return FALSE;
}

static gboolean
pour_in (GFile          *file,
         GInputStream   *stream,
         int             descriptor,
         const char     *path,
         PatronHeadFunc  check_head,
         gpointer        user_data,
         GCancellable   *cancellable,
         GError        **error)
{
  g_autofree guchar *buffer = g_malloc (CHUNK);
  gint64 total = 0;
  gsize n;

  do
    {
      gsize wanted = total == 0 ? PATRON_TRANSFER_HEAD : CHUNK;
      GError *local = NULL;

      if (!g_input_stream_read_all (stream, buffer, wanted, &n, cancellable,
                                    &local))
        return fail (file, FALSE, local, error);
      if (total == 0 && check_head != NULL
          && !check_head (buffer, n, user_data, error))
        return FALSE;
      total += (gint64) n;
      if (!check_size (file, total, error))
        return FALSE;
      if (!write_all (descriptor, buffer, n))
        return fail_private (path, error);
    }
  while (n == CHUNK || (n == PATRON_TRANSFER_HEAD && total == (gint64) n));
  return TRUE;
}

/* Opens the user's file; @print says which state of it is read. */
static GFileInputStream *
open_in (GFile             *file,
         PatronFingerprint *print,
         GCancellable      *cancellable,
         GError           **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GError *local = NULL;

  if (!patron_transfer_query (file, print, NULL, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &local);
  if (stream == NULL)
    {
      fail (file, FALSE, local, error);
      return NULL;
    }
  /* Not every stream can say what it reads; then what was asked holds. */
  info = g_file_input_stream_query_info (
      stream, PATRON_FINGERPRINT_ATTRIBUTES, cancellable, NULL);
  if (info != NULL && g_file_info_get_etag (info) != NULL)
    patron_fingerprint_set (print, info);
  return check_size (file, print->size, error) ? g_steal_pointer (&stream)
                                               : NULL;
}

/**
 * patron_transfer_in:
 * @file: the user's file
 * @path: a private file, written anew
 * @check_head: (nullable) (scope call): looks at the first bytes
 * @print: (out): an initialised fingerprint, set to that of what was read
 *
 * Copies the user's file.
 *
 * Returns: whether it worked; if not, there is no file at @path
 */
gboolean
patron_transfer_in (GFile             *file,
                    const char        *path,
                    PatronHeadFunc     check_head,
                    gpointer           user_data,
                    PatronFingerprint *print,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autoptr (GFileInputStream) stream
      = open_in (file, print, cancellable, error);
  int descriptor;
  gboolean good;

  if (stream == NULL)
    return FALSE;
  descriptor = create_private (path, error);
  if (descriptor < 0)
    return FALSE;
  good = pour_in (file, G_INPUT_STREAM (stream), descriptor, path, check_head,
                  user_data, cancellable, error);
  close (descriptor);
  if (!good)
    unlink (path);
  return good;
}

/**
 * patron_transfer_compare:
 * @path: a private file
 * @print: (inout): what the user's file was when it was read
 * @equal: (out): whether it holds the bytes of @path
 *
 * Compares the user's file with one of ours, without a copy of it.
 *
 * Returns: whether it could be read
 */
gboolean
patron_transfer_compare (GFile             *file,
                         const char        *path,
                         PatronFingerprint *print,
                         gboolean          *equal,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_autoptr (GFileInputStream) stream
      = open_in (file, print, cancellable, error);
  g_autoptr (GMappedFile) ours = g_mapped_file_new (path, FALSE, NULL);
  g_autofree char *buffer = g_malloc (CHUNK);
  gsize size = ours != NULL ? g_mapped_file_get_length (ours) : 0;
  gsize total = 0;
  gsize n;

  *equal = FALSE;
  if (stream == NULL)
    return FALSE;
  do
    {
      GError *local = NULL;

      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, CHUNK,
                                    &n, cancellable, &local))
        return fail (file, FALSE, local, error);
      if (n > size - total
          || (n > 0
              && memcmp (g_mapped_file_get_contents (ours) + total, buffer, n)
                     != 0))
        return TRUE;
      total += n;
    }
  while (n == CHUNK);
  *equal = ours != NULL && total == size;
  return TRUE;
}

static gboolean
pour_out (int            descriptor,
          GOutputStream *stream,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree guchar *buffer = g_malloc (CHUNK);
  gssize n;

  while ((n = read (descriptor, buffer, CHUNK)) > 0)
    if (!g_output_stream_write_all (stream, buffer, (gsize) n, NULL,
                                    cancellable, error))
      return FALSE;
  return n == 0 || fail_errno (error);
}

/* Ends a stream without putting what it holds in place. */
static void
abandon (GFileOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

/* A rename survives a power cut when its folder is on the disk. */
static void
sync_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;
  int descriptor;

  if (path == NULL)
    return;
  descriptor = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

/* Whether the file holds what was written, read back. */
static gboolean
verify (GFile             *file,
        int                descriptor,
        PatronFingerprint *print,
        GCancellable      *cancellable,
        GError           **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guchar *mine = g_malloc (CHUNK);
  g_autofree guchar *theirs = g_malloc (CHUNK);
  gssize n;
  gsize got;

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (lseek (descriptor, 0, SEEK_SET) != 0)
    return fail_errno (error);
  do
    {
      n = read (descriptor, mine, CHUNK);
      if (n < 0)
        return fail_errno (error);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), theirs, CHUNK,
                                    &got, cancellable, error))
        return FALSE;
      if (got != (gsize) n || memcmp (mine, theirs, got) != 0)
        {
          g_set_error_literal (
              error, PATRON_ERROR, PATRON_ERROR_FAILED,
              _("The file does not hold what was written to it. Save the "
                "document elsewhere with Save As."));
          return FALSE;
        }
    }
  while (n == CHUNK);
  return patron_transfer_query (file, print, NULL, cancellable, error);
}

static gboolean
replace (GFile             *file,
         int                descriptor,
         const char        *etag,
         PatronFingerprint *print,
         GCancellable      *cancellable,
         GError           **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  GError *local = NULL;

  stream = g_file_replace (file, etag, FALSE, G_FILE_CREATE_NONE,
                           cancellable, &local);
  if (stream == NULL)
    return fail (file, TRUE, local, error);
  if (!pour_out (descriptor, G_OUTPUT_STREAM (stream), cancellable, &local))
    {
      abandon (stream);
      return fail (file, TRUE, local, error);
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &local))
    return fail (file, TRUE, local, error);
  sync_folder (file);
  if (!verify (file, descriptor, print, NULL, &local))
    return fail (file, TRUE, local, error);
  return TRUE;
}

/**
 * patron_transfer_out:
 * @path: a private file
 * @file: the user's file, replaced as a whole
 * @etag: (nullable): what the file must be, or nothing is written
 * @print: (out): an initialised fingerprint, set to that of what was written
 *
 * Puts a private file in the place of the user's, and reads it back. Where
 * the file system allows, there is no moment without one of the two.
 *
 * Returns: whether the file holds the same bytes as @path
 */
gboolean
patron_transfer_out (const char        *path,
                     GFile             *file,
                     const char        *etag,
                     PatronFingerprint *print,
                     GCancellable      *cancellable,
                     GError           **error)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gboolean good;

  if (descriptor < 0)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                   _("The working copy could not be read (%s)."),
                   g_strerror (errno));
      return FALSE;
    }
  good = replace (file, descriptor, etag, print, cancellable, error);
  close (descriptor);
  return good;
}

static gboolean
copy_by_hand (int in,
              int out)
{
  g_autofree guchar *buffer = g_malloc (CHUNK);
  gssize n;

  while ((n = read (in, buffer, CHUNK)) > 0)
    if (!write_all (out, buffer, (gsize) n))
      return FALSE;
  return n == 0;
}

/* The kernel copies, and shares blocks where the file system can; not all
 * can, and then nothing was copied yet. */
static gboolean
copy_all (int in,
          int out)
{
  gssize n;

  do
    n = copy_file_range (in, NULL, out, NULL, 1 << 30, 0);
  while (n > 0);
  if (n == 0)
    return TRUE;
  if (errno != EXDEV && errno != EINVAL && errno != ENOSYS
      && errno != EOPNOTSUPP && errno != EPERM)
    return FALSE;
  return copy_by_hand (in, out);
}

/**
 * patron_transfer_copy:
 * @from: a private file
 * @to: a private file, written anew; it is not forced to the disk
 *
 * Returns: whether it worked; if not, there is no file at @to
 */
gboolean
patron_transfer_copy (const char *from,
                      const char *to,
                      GError    **error)
{
  int in = open (from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  int out;
  gboolean good;

  if (in < 0)
    return fail_private (from, error);
  out = create_private (to, error);
  if (out < 0)
    {
      close (in);
      return FALSE;
    }
  good = copy_all (in, out) || fail_private (to, error);
  close (in);
  close (out);
  if (!good)
    unlink (to);
  return good;
}

/**
 * patron_transfer_equal:
 *
 * Returns: whether two private files can be read and hold the same bytes
 */
gboolean
patron_transfer_equal (const char *a,
                       const char *b)
{
  g_autoptr (GMappedFile) first = g_mapped_file_new (a, FALSE, NULL);
  g_autoptr (GMappedFile) second = g_mapped_file_new (b, FALSE, NULL);
  gsize size;

  if (first == NULL || second == NULL)
    return FALSE;
  size = g_mapped_file_get_length (first);
  return size == g_mapped_file_get_length (second)
         && (size == 0
             || memcmp (g_mapped_file_get_contents (first),
                        g_mapped_file_get_contents (second), size)
                    == 0);
}

/**
 * patron_transfer_sync:
 *
 * Puts a private file on the disk.
 *
 * Returns: whether it worked
 */
gboolean
patron_transfer_sync (const char *path,
                      GError    **error)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gboolean good;

  if (descriptor < 0)
    return fail_private (path, error);
  good = fdatasync (descriptor) == 0 || fail_private (path, error);
  close (descriptor);
  return good;
}
