/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-input.h"

#include <glib/gi18n-lib.h>

#include "patron-error.h"
#include "patron-large.h"

#define CHUNK (256 * 1024)

/* How much is expected: a file that is read at once in one place. */
static gsize
guess_size (GInputStream *stream,
            gsize         max_size,
            GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  if (G_IS_FILE_INPUT_STREAM (stream))
    info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (stream),
                                           G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                           cancellable, NULL);
  if (info == NULL)
    return 0;
  return (gsize) CLAMP (g_file_info_get_size (info), 0, (goffset) max_size);
}

/**
 * patron_input_read_stream:
 * @name: what the stream reads, for errors
 * @max_size: the most bytes that are taken
 *
 * Returns: (transfer full) (nullable): all that @stream holds; %NULL with
 *   %PATRON_ERROR_TOO_LARGE where that is too much
 */
GBytes *
patron_input_read_stream (GInputStream  *stream,
                          const char    *name,
                          gsize          max_size,
                          GCancellable  *cancellable,
                          GError       **error)
{
  gsize room = guess_size (stream, max_size, cancellable) + CHUNK;
  g_autofree guchar *bytes = patron_large_new (room);
  gsize length = 0;

  for (;;)
    {
      g_autoptr (GError) why = NULL;
      gssize n;

      if (room - length < CHUNK)
        {
          room *= 2;
          bytes = g_realloc (bytes, room);
        }
      n = g_input_stream_read (stream, bytes + length, room - length,
                               cancellable, &why);

      if (n < 0)
        {
          if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            g_propagate_error (error, g_steal_pointer (&why));
          else
            g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                         _("“%s” cannot be read: %s"), name, why->message);
          return NULL;
        }
      if (n == 0)
        return g_bytes_new_take (g_steal_pointer (&bytes), length);
      if ((gsize) n > max_size - length)
        {
          g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                       _("“%s” is larger than %d megabytes"), name,
                       (int) (max_size / (1024 * 1024)));
          return NULL;
        }
      length += (gsize) n;
    }
}

/**
 * patron_input_read_file:
 * @max_size: the most bytes that are taken
 *
 * Returns: (transfer full) (nullable): what @file holds; %NULL with an error
 *   of %PATRON_ERROR that names it
 */
GBytes *
patron_input_read_file (GFile         *file,
                        gsize          max_size,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &why);

  if (stream != NULL)
    return patron_input_read_stream (G_INPUT_STREAM (stream), name, max_size,
                                     cancellable, error);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no file “%s”"), name);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&why));
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("“%s” cannot be read: %s"), name, why->message);
  return NULL;
}
