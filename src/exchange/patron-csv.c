/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"

#define SNIFFED_ROWS 30

/**
 * PatronCsvReader:
 *
 * Reads a table by RFC 4180, a row at a time, without keeping the rows. More
 * lenient than the standard where real files are: any of the usual
 * separators, LF or CR alone as line ends, empty lines, Excel's "sep=;" line.
 */
struct _PatronCsvReader
{
  GBytes     *text;
  const char *start; /* after a "sep=" line */
  const char *at;
  const char *end;
  const char *encoding;
  char        separator;
  guint       first_line;

  GString    *row;    /* the fields, each ended by a zero */
  GArray     *fields; /* (element-type gsize): where they begin in row */
  guint       n_rows;
  guint       line; /* that the row began on */
  guint       next_line;
  gboolean    well_quoted;
};

static gboolean
at_line_end (PatronCsvReader *self)
{
  return self->at == self->end || *self->at == '\n' || *self->at == '\r';
}

static void
skip_line_end (PatronCsvReader *self)
{
  if (self->at == self->end)
    return;
  if (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n')
    self->at++;
  self->at++;
  self->next_line++;
}

static void
count_lines (PatronCsvReader *self,
             const char      *from,
             const char      *to)
{
  for (const char *p = from; p < to; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == self->end || p[1] != '\n')))
      self->next_line++;
}

static gboolean
read_quoted (PatronCsvReader *self,
             GError         **error)
{
  guint line = self->next_line;

  self->at++;
  for (;;)
    {
      const char *quote = memchr (self->at, '"', self->end - self->at);

      if (quote == NULL)
        {
          g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       _("Line %u: the quotation mark is never closed"),
                       line);
          return FALSE;
        }
      count_lines (self, self->at, quote);
      g_string_append_len (self->row, self->at, quote - self->at);
      self->at = quote + 1;
      if (self->at == self->end || *self->at != '"')
        return TRUE;
      g_string_append_c (self->row, '"');
      self->at++;
    }
}

static void
read_plain (PatronCsvReader *self)
{
  const char *from = self->at;

  while (!at_line_end (self) && *self->at != self->separator)
    self->at++;
  g_string_append_len (self->row, from, self->at - from);
}

static gboolean
read_field (PatronCsvReader *self,
            GError         **error)
{
  gsize begin = self->row->len;

  if (self->fields->len == PATRON_CSV_MAX_COLUMNS)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("Line %u has more than %d columns"), self->line,
                   PATRON_CSV_MAX_COLUMNS);
      return FALSE;
    }
  g_array_append_val (self->fields, begin);

  if (self->at < self->end && *self->at == '"')
    {
      if (!read_quoted (self, error))
        return FALSE;
      self->well_quoted = self->well_quoted
                          && (at_line_end (self)
                              || *self->at == self->separator);
    }
  read_plain (self);

  if (self->row->len - begin > PATRON_CSV_MAX_FIELD)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("Line %u has a field of more than %d characters"),
                   self->line, PATRON_CSV_MAX_FIELD);
      return FALSE;
    }
  g_string_append_c (self->row, '\0');
  return TRUE;
}

/**
 * patron_csv_reader_next:
 *
 * Goes to the next row that is not an empty line.
 *
 * Returns: whether there is one; with %PATRON_CSV_ERROR, @error is of
 *   %PATRON_ERROR and names the line
 */
PatronCsvResult
patron_csv_reader_next (PatronCsvReader *self,
                        GError         **error)
{
  g_string_truncate (self->row, 0);
  g_array_set_size (self->fields, 0);
  self->well_quoted = TRUE;

  while (self->at < self->end && at_line_end (self))
    skip_line_end (self);
  if (self->at == self->end)
    return PATRON_CSV_END;
  self->line = self->next_line;
  if (++self->n_rows > PATRON_CSV_MAX_ROWS)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("The table has more than %d rows"), PATRON_CSV_MAX_ROWS);
      return PATRON_CSV_ERROR;
    }

  for (;;)
    {
      if (!read_field (self, error))
        return PATRON_CSV_ERROR;
      if (at_line_end (self))
        break;
      self->at++;
    }
  skip_line_end (self);
  return PATRON_CSV_ROW;
}

/**
 * patron_csv_reader_rewind:
 *
 * Goes back to before the first row.
 */
void
patron_csv_reader_rewind (PatronCsvReader *self)
{
  self->at = self->start;
  self->next_line = self->first_line;
  self->n_rows = 0;
  g_array_set_size (self->fields, 0);
}

/* How many fields the rows have with a separator, if all of those that are
 * looked at have as many as the first; else by how many rows do. */
static guint
rate_separator (PatronCsvReader *self,
                char             separator)
{
  guint n_fields = 0, n_rows = 0, n_alike = 0;

  self->separator = separator;
  patron_csv_reader_rewind (self);
  while (n_rows < SNIFFED_ROWS
         && patron_csv_reader_next (self, NULL) == PATRON_CSV_ROW)
    {
      if (n_rows++ == 0)
        n_fields = self->fields->len;
      if (self->fields->len == n_fields)
        n_alike++;
    }
  if (n_fields < 2)
    return 0;
  return n_alike == n_rows ? SNIFFED_ROWS + n_fields : n_alike;
}

static void
sniff_separator (PatronCsvReader *self)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  guint best = 0;
  char separator = ',';

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint rate = rate_separator (self, candidates[i]);

      if (rate > best)
        {
          best = rate;
          separator = candidates[i];
        }
    }
  self->separator = separator;
}

/**
 * patron_csv_reader_new:
 * @bytes: a table in UTF-8, UTF-16 or Windows-1252
 * @separator: what stands between fields, or 0 to find out whether it is
 *   a comma, semicolon, tab or bar
 *
 * Returns: (transfer full) (nullable): a reader before the first row; %NULL
 *   with an error of %PATRON_ERROR if @bytes are not text
 */
PatronCsvReader *
patron_csv_reader_new (GBytes  *bytes,
                       char     separator,
                       GError **error)
{
  const char *encoding;
  GBytes *text = patron_csv_decode (bytes, &encoding, error);
  PatronCsvReader *self;
  gsize size;

  if (text == NULL)
    return NULL;
  self = g_new0 (PatronCsvReader, 1);
  self->text = text;
  self->encoding = encoding;
  self->start = g_bytes_get_data (text, &size);
  if (self->start == NULL)
    self->start = "";
  self->end = self->start + size;
  self->first_line = 1;
  self->row = g_string_new (NULL);
  self->fields = g_array_new (FALSE, FALSE, sizeof (gsize));

  if (size > 5 && memcmp (self->start, "sep=", 4) == 0
      && (self->start[5] == '\r' || self->start[5] == '\n'))
    {
      if (separator == 0)
        separator = self->start[4];
      self->at = self->start + 5;
      skip_line_end (self);
      self->start = self->at;
      self->first_line = 2;
    }
  if (separator == 0)
    sniff_separator (self);
  else
    self->separator = separator;
  patron_csv_reader_rewind (self);
  return self;
}

/**
 * patron_csv_reader_free:
 *
 * Frees the reader and the fields that it gave.
 */
void
patron_csv_reader_free (PatronCsvReader *self)
{
  g_bytes_unref (self->text);
  g_string_free (self->row, TRUE);
  g_array_unref (self->fields);
  g_free (self);
}

/**
 * patron_csv_reader_get_n_fields:
 *
 * Returns: how many fields the row has
 */
guint
patron_csv_reader_get_n_fields (PatronCsvReader *self)
{
  return self->fields->len;
}

/**
 * patron_csv_reader_get_field:
 *
 * Returns: (transfer none): a field of the row, until the next one is read;
 *   "" where the row is too short
 */
const char *
patron_csv_reader_get_field (PatronCsvReader *self,
                             guint            index)
{
  if (index >= self->fields->len)
    return "";
  return self->row->str + g_array_index (self->fields, gsize, index);
}

/**
 * patron_csv_reader_get_line:
 *
 * Returns: the line that the row begins on, counted from 1
 */
guint
patron_csv_reader_get_line (PatronCsvReader *self)
{
  return self->line;
}

/**
 * patron_csv_reader_get_well_quoted:
 *
 * Returns: whether nothing stands in the row between a closing quotation
 *   mark and the next separator
 */
gboolean
patron_csv_reader_get_well_quoted (PatronCsvReader *self)
{
  return self->well_quoted;
}

/**
 * patron_csv_reader_get_separator:
 *
 * Returns: what stands between fields
 */
char
patron_csv_reader_get_separator (PatronCsvReader *self)
{
  return self->separator;
}

/**
 * patron_csv_reader_get_encoding:
 *
 * Returns: (transfer none): what the table was encoded in
 */
const char *
patron_csv_reader_get_encoding (PatronCsvReader *self)
{
  return self->encoding;
}
