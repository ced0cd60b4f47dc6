/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Tables come from spreadsheets of every age and country. */

#include "config.h"

#include "patron-csv.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"

/* Windows-1252, 0x80 to 0x9f. The five bytes that it leaves open stand for
 * the control characters of Latin 1, as browsers read them. */
static const gunichar windows_1252[32] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
  0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

static GBytes *
decode_windows_1252 (const guchar *data,
                     gsize         size)
{
  GByteArray *text = g_byte_array_sized_new ((guint) MIN (size + size / 8,
                                                          G_MAXUINT));

  for (gsize i = 0; i < size; i++)
    {
      gunichar c = data[i];
      char buffer[6];

      if (c >= 0x80 && c < 0xa0)
        c = windows_1252[c - 0x80];
      g_byte_array_append (text, (guchar *) buffer,
                           (guint) g_unichar_to_utf8 (c, buffer));
    }
  return g_byte_array_free_to_bytes (text);
}

/* Without a byte order mark, UTF-16 shows by its zeros: ASCII, of which any
 * table has plenty, leaves every other byte zero. */
static const char *
guess_utf_16 (const guchar *data,
              gsize         size)
{
  gsize n = MIN (size, 4096) & ~(gsize) 1;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    if (data[i] == 0)
      zeros[i % 2]++;
  if (n >= 4 && zeros[1] * 5 > n && zeros[0] * 20 < n)
    return "UTF-16LE";
  if (n >= 4 && zeros[0] * 5 > n && zeros[1] * 20 < n)
    return "UTF-16BE";
  return NULL;
}

static GBytes *
decode_utf_16 (const guchar *data,
               gsize         size,
               const char   *encoding,
               GError      **error)
{
  gsize written;
  char *text = g_convert ((const char *) data, (gssize) (size & ~(gsize) 1),
                          "UTF-8", encoding, NULL, &written, NULL);

  if (text == NULL)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("The text looks like %s, but is not. Save the table "
                     "again, as CSV in UTF-8"),
                   encoding);
      return NULL;
    }
  return g_bytes_new_take (text, written);
}

/* A zero byte passes here, and is refused by what follows. */
static gboolean
is_utf_8 (const guchar *data,
          gsize         size)
{
  return size == 0
         || g_utf8_validate_len ((const char *) data, size, NULL)
         || memchr (data, 0, size) != NULL;
}

/**
 * patron_csv_decode:
 * @bytes: text in UTF-8, UTF-16 or Windows-1252
 * @encoding: (out) (optional): the name of the encoding that was found
 *
 * Finds the encoding by the byte order mark, by the zeros of UTF-16, or by
 * whether the bytes are valid UTF-8; all else is read as Windows-1252.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, without a byte
 *   order mark; %NULL with an error of %PATRON_ERROR if it is no text
 */
GBytes *
patron_csv_decode (GBytes      *bytes,
                   const char **encoding,
                   GError     **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const char *found = "UTF-8";
  gsize skip = 0;
  g_autoptr (GBytes) text = NULL;

  /* An empty file has no data at all, not even a place to count from. */
  if (data == NULL)
    data = (const guchar *) "";
  if (size > PATRON_CSV_MAX_SIZE)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("The table is larger than %d megabytes"),
                   PATRON_CSV_MAX_SIZE / (1024 * 1024));
      return NULL;
    }

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    skip = 3;
  else if (size >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    {
      found = "UTF-16LE";
      skip = 2;
    }
  else if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    {
      found = "UTF-16BE";
      skip = 2;
    }
  else if (guess_utf_16 (data, size) != NULL)
    found = guess_utf_16 (data, size);

  if (strcmp (found, "UTF-8") != 0)
    text = decode_utf_16 (data + skip, size - skip, found, error);
  else if (is_utf_8 (data + skip, size - skip))
    text = g_bytes_new_from_bytes (bytes, skip, size - skip);
  else
    {
      found = "Windows-1252";
      text = decode_windows_1252 (data + skip, size - skip);
    }
  if (text == NULL)
    return NULL;

  data = g_bytes_get_data (text, &size);
  if (size > 0 && memchr (data, 0, size) != NULL)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                           _("This is not a table as text. Save it as CSV"));
      return NULL;
    }
  if (encoding != NULL)
    *encoding = found;
  return g_steal_pointer (&text);
}
