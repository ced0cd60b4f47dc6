/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-output.h"

#include <glib/gi18n-lib.h>

#include "patron-error.h"

/* Says in the user's terms why a file could not be written. */
static gboolean
refuse_file (GFile   *file,
             GError  *why,
             GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (why == NULL || why->domain == PATRON_ERROR
      || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FULL,
                 _("The disk is full: “%s” was not written"), name);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
           || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_READ_ONLY,
                 _("“%s” may not be written. Choose another folder"), name);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("The folder of “%s” does not exist"), name);
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("“%s” cannot be written: %s"), name, why->message);
  g_error_free (why);
  return FALSE;
}

/* Closing with a cancelled cancellable leaves what was there before. A file
 * that was not there was begun in place, and must go. */
static void
abandon (GOutputStream *stream,
         GFile         *file,
         gboolean       existed)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
  if (!existed)
    g_file_delete (file, NULL, NULL);
}

/**
 * patron_output_write_file:
 * @write: called once, with a stream
 *
 * Writes a file as a whole: until all of it is written, @file holds what it
 * held before, and when something fails, it still does.
 *
 * Returns: whether @file was written; if not, @error is of %PATRON_ERROR or
 *   says that it was cancelled
 */
gboolean
patron_output_write_file (GFile           *file,
                          PatronWriteFunc  write,
                          gpointer         data,
                          GCancellable    *cancellable,
                          GError         **error)
{
  GError *why = NULL;
  gboolean existed = g_file_query_exists (file, NULL);
  g_autoptr (GFileOutputStream) base
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable,
                        &why);
  g_autoptr (GOutputStream) stream = NULL;

  if (base == NULL)
    return refuse_file (file, why, error);
  stream = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (base),
                                               64 * 1024);
  g_filter_output_stream_set_close_base_stream (
      G_FILTER_OUTPUT_STREAM (stream), FALSE);
  if (!write (stream, data, cancellable, &why)
      || !g_output_stream_flush (stream, cancellable, &why)
      || !g_output_stream_close (G_OUTPUT_STREAM (base), cancellable, &why))
    {
      abandon (G_OUTPUT_STREAM (base), file, existed);
      return refuse_file (file, why, error);
    }
  return TRUE;
}

/**
 * patron_output_make_folder:
 *
 * Returns: whether @folder is there now, with all that it lies in
 */
gboolean
patron_output_make_folder (GFile        *folder,
                           GCancellable *cancellable,
                           GError      **error)
{
  GError *why = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &why))
    return TRUE;
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_EXISTS)
      && g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, cancellable)
             == G_FILE_TYPE_DIRECTORY)
    {
      g_error_free (why);
      return TRUE;
    }
  return refuse_file (folder, why, error);
}
