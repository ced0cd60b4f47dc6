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
#include "patron-input.h"

#define CHUNK (64 * 1024)

/**
 * PatronCsvText:
 *
 * The text of a table. That of a file in UTF-8 stays in the file; all other
 * text is in memory, in UTF-8.
 */
struct _PatronCsvText
{
  gatomicrefcount ref_count;
  GBytes         *bytes; /* (owned) (nullable) */
  GFile          *file;  /* (owned) (nullable) */
  gsize           skip;  /* of the file: the byte order mark */
  gsize           size;
  const char     *encoding;
};

const char *const patron_csv_encodings[] = {
  "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252", NULL,
};

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

static gboolean
refuse_utf_8 (GError **error)
{
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       _("The text is not UTF-8. Choose another encoding"));
  return FALSE;
}

static gboolean
refuse_zero (GError **error)
{
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       _("This is not a table as text. Save it as CSV"));
  return FALSE;
}

/* By the byte order mark, or by the zeros of UTF-16; NULL if it is one of
 * those that ASCII is a part of. */
static const char *
guess_encoding (const guchar *data,
                gsize         size,
                gsize        *skip)
{
  *skip = 0;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    *skip = 3;
  else if (size >= 2
           && (memcmp (data, "\xff\xfe", 2) == 0
               || memcmp (data, "\xfe\xff", 2) == 0))
    {
      *skip = 2;
      return data[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
    }
  else
    return guess_utf_16 (data, size);
  return NULL;
}

static const char *
intern_encoding (const char *encoding)
{
  for (gsize i = 0; encoding != NULL && patron_csv_encodings[i] != NULL; i++)
    if (g_ascii_strcasecmp (patron_csv_encodings[i], encoding) == 0)
      return patron_csv_encodings[i];
  return NULL;
}

static GBytes *
decode (PatronCsvText *self,
        GBytes        *bytes,
        const char    *encoding,
        GError       **error)
{
  gsize size, skip;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const char *found = intern_encoding (encoding);
  const char *guess;
  gboolean valid;

  /* An empty file has no data at all, not even a place to count from. */
  if (data == NULL)
    data = (const guchar *) "";
  guess = guess_encoding (data, size, &skip);
  /* A byte order mark that is not of the encoding is text. */
  if (found != NULL && skip > 0
      && g_strcmp0 (guess != NULL ? guess : "UTF-8", found) != 0)
    skip = 0;
  if (found == NULL)
    found = intern_encoding (guess);
  if (found != NULL && g_str_has_prefix (found, "UTF-16"))
    {
      self->encoding = found;
      return decode_utf_16 (data + skip, size - skip, found, error);
    }

  /* A zero byte passes here, and is refused by what follows. */
  valid = size == skip
          || g_utf8_validate_len ((const char *) data + skip, size - skip,
                                  NULL)
          || memchr (data, 0, size) != NULL;
  if (found == NULL)
    found = valid ? "UTF-8" : "Windows-1252";
  self->encoding = intern_encoding (found);
  if (g_str_equal (found, "Windows-1252"))
    return decode_windows_1252 (data + skip, size - skip);
  if (valid)
    return g_bytes_new_from_bytes (bytes, skip, size - skip);
  refuse_utf_8 (error);
  return NULL;
}

static PatronCsvText *
text_new (void)
{
  PatronCsvText *self = g_new0 (PatronCsvText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * patron_csv_text_new:
 * @bytes: text in UTF-8, UTF-16 or Windows-1252
 * @encoding: (nullable): one of patron_csv_encodings, or %NULL to find out
 *
 * Finds the encoding by the byte order mark, by the zeros of UTF-16, or by
 * whether the bytes are valid UTF-8; all else is read as Windows-1252.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with an error of
 *   %PATRON_ERROR if it is no text
 */
PatronCsvText *
patron_csv_text_new (GBytes     *bytes,
                     const char *encoding,
                     GError    **error)
{
  g_autoptr (PatronCsvText) self = text_new ();
  gconstpointer data;

  if (g_bytes_get_size (bytes) > PATRON_CSV_MAX_SIZE)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("The table is larger than %d megabytes"),
                   PATRON_CSV_MAX_SIZE / (1024 * 1024));
      return NULL;
    }
  self->bytes = decode (self, bytes, encoding, error);
  if (self->bytes == NULL)
    return NULL;
  data = g_bytes_get_data (self->bytes, &self->size);
  if (self->size > 0 && memchr (data, 0, self->size) != NULL
      && !refuse_zero (error))
    return NULL;
  return g_steal_pointer (&self);
}

/* How many bytes at the beginning are ASCII without zeros, eight at a time:
 * most tables are nothing else. */
static gsize
count_ascii (const char *data,
             gsize       size)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;
  gsize n = 0;

  for (; size - n >= sizeof word; n += sizeof word)
    {
      memcpy (&word, data + n, sizeof word);
      /* The high bits, and those that borrow from a byte of zero. */
      if (((word | (word - ones)) & (ones << 7)) != 0)
        break;
    }
  return n;
}

/* Whether a piece of text is UTF-8 without zeros; what is left of a character
 * at its end is moved to the beginning. */
static gboolean
check_piece (char    *data,
             gsize    size,
             gboolean last,
             gsize   *rest)
{
  const char *end;
  gsize plain = count_ascii (data, size);

  *rest = 0;
  if (g_utf8_validate_len (data + plain, size - plain, &end))
    return TRUE;
  *rest = size - (gsize) (end - data);
  if (last || *rest > 3 || *end == '\0'
      || g_utf8_get_char_validated (end, (gssize) *rest) != (gunichar) -2)
    return FALSE;
  memmove (data, end, *rest);
  return TRUE;
}

/* Whether the file is UTF-8 that can be read where it is. */
static gboolean
check_stream (PatronCsvText *self,
              GInputStream  *stream,
              GCancellable  *cancellable)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  gboolean first = TRUE;
  gsize rest = 0;
  gsize n;

  do
    {
      gsize size, skip = 0;

      if (!g_input_stream_read_all (stream, chunk + rest, CHUNK - rest, &n,
                                    cancellable, NULL))
        return FALSE;
      size = rest + n;
      if (first
          && guess_encoding ((guchar *) chunk, size, &self->skip) != NULL)
        return FALSE;
      if (first)
        skip = self->skip;
      first = FALSE;
      self->size += size - rest - skip;
      if (self->size > PATRON_CSV_MAX_SIZE
          || !check_piece (chunk + skip, size - skip, size < CHUNK, &rest))
        return FALSE;
      if (rest > 0 && skip > 0)
        memmove (chunk, chunk + skip, rest);
    }
  while (n > 0);
  return TRUE;
}

/**
 * patron_csv_text_new_for_file:
 * @encoding: (nullable): one of patron_csv_encodings, or %NULL to find out
 *
 * The same for a file. One in UTF-8 is not taken into memory, so it must stay
 * as it is.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with an error of
 *   %PATRON_ERROR if there is none
 */
PatronCsvText *
patron_csv_text_new_for_file (GFile        *file,
                              const char   *encoding,
                              GCancellable *cancellable,
                              GError      **error)
{
  const char *wanted = intern_encoding (encoding);
  g_autoptr (PatronCsvText) self = text_new ();
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (wanted == NULL || g_str_equal (wanted, "UTF-8"))
    stream = g_file_read (file, cancellable, NULL);
  /* What cannot be rewound can be read but once. */
  if (stream != NULL && g_seekable_can_seek (G_SEEKABLE (stream))
      && check_stream (self, G_INPUT_STREAM (stream), cancellable))
    {
      self->file = g_object_ref (file);
      self->encoding = "UTF-8";
      return g_steal_pointer (&self);
    }
  g_clear_object (&stream);
  bytes = patron_input_read_file (file, PATRON_CSV_MAX_SIZE, cancellable,
                                  error);
  return bytes != NULL ? patron_csv_text_new (bytes, encoding, error) : NULL;
}

/**
 * patron_csv_text_ref:
 *
 * Returns: (transfer full): @self
 */
PatronCsvText *
patron_csv_text_ref (PatronCsvText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * patron_csv_text_unref:
 *
 * Gives up a reference.
 */
void
patron_csv_text_unref (PatronCsvText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->file);
  g_free (self);
}

/**
 * patron_csv_text_get_encoding:
 *
 * Returns: (transfer none): what the text was encoded in
 */
const char *
patron_csv_text_get_encoding (PatronCsvText *self)
{
  return self->encoding;
}

/**
 * patron_csv_text_get_size:
 *
 * Returns: the bytes of the text
 */
gsize
patron_csv_text_get_size (PatronCsvText *self)
{
  return self->size;
}

/**
 * patron_csv_text_open:
 *
 * Returns: (transfer full) (nullable): the text in UTF-8 from its beginning,
 *   without a byte order mark; %NULL with an error
 */
GInputStream *
patron_csv_text_open (PatronCsvText *self,
                      GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) why = NULL;

  if (self->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (self->bytes);
  stream = g_file_read (self->file, NULL, &why);
  if (stream != NULL
      && g_seekable_seek (G_SEEKABLE (stream), (goffset) self->skip,
                          G_SEEK_SET, NULL, &why))
    return G_INPUT_STREAM (g_steal_pointer (&stream));
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
               _("The table cannot be read: %s"), why->message);
  return NULL;
}
