/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-csv-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-csv-fast.h"
#include "patron-date.h"
#include "patron-error.h"

/* So much of a table is looked at to tell how it is written. */
#define SNIFFED_BYTES 65536

/**
 * PatronCsvColumns:
 *
 * @wanted tells for each column which of the cells it is, or -1.
 */
struct _PatronCsvColumns
{
  GBytes          *text;
  const char      *start; /* of the first row below the head */
  const char      *at;
  const char      *end;
  char             separator;
  PatronCsvReader *reader; /* (nullable): of a table that is not plain */
  char           **names;
  guint            n_columns;
  int             *wanted;
  GArray          *cells;   /* (element-type PatronCsvCell) */
  GArray          *columns; /* (element-type guint): of each cell */
  guint            head_lines;
  guint            n_rows;
};

/**
 * patron_csv_columns_free:
 *
 * Frees the table and what cells point at.
 */
void
patron_csv_columns_free (PatronCsvColumns *self)
{
  g_clear_pointer (&self->reader, patron_csv_reader_free);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_strfreev (self->names);
  g_free (self->wanted);
  g_array_unref (self->cells);
  g_array_unref (self->columns);
  g_free (self);
}

/* Whether all bytes are ASCII and none is a quotation mark or zero. Eight are
 * looked at in one step. */
static gboolean
is_plain (const char *text,
          gsize       n)
{
  guint64 bits = 0;
  gsize i = 0;

  for (; i + 8 <= n; i += 8)
    {
      guint64 word;

      memcpy (&word, text + i, 8);
      bits |= word;
    }
  for (; i < n; i++)
    bits |= (guchar) text[i];
  return (bits & G_GUINT64_CONSTANT (0x8080808080808080)) == 0
         && memchr (text, '"', n) == NULL && memchr (text, '\0', n) == NULL;
}

static gboolean
read_head (PatronCsvColumns  *self,
           PatronCsvReader   *reader,
           GError           **error)
{
  PatronCsvResult result = patron_csv_reader_next (reader, error);

  if (result == PATRON_CSV_ERROR)
    return FALSE;
  if (result == PATRON_CSV_END)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                           _("The table is empty"));
      return FALSE;
    }
  self->n_columns = patron_csv_reader_get_n_fields (reader);
  self->names = g_new0 (char *, self->n_columns + 1);
  self->wanted = g_new (int, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->names[i]
          = g_strstrip (g_strdup (patron_csv_reader_get_field (reader, i)));
      self->wanted[i] = -1;
    }
  self->head_lines = patron_csv_reader_get_line (reader);
  self->separator = patron_csv_reader_get_separator (reader);
  return TRUE;
}

static void
skip_line (PatronCsvColumns *self)
{
  const char *end = memchr (self->at, '\n', (gsize) (self->end - self->at));

  self->at = end != NULL ? end + 1 : self->end;
}

static gboolean
open_plain (PatronCsvColumns  *self,
            GError           **error)
{
  gsize n = (gsize) (self->end - self->start);
  g_autoptr (GBytes) sample = NULL;
  g_autoptr (PatronCsvReader) reader = NULL;

  if (n > SNIFFED_BYTES)
    {
      const char *last = g_strrstr_len (self->start, SNIFFED_BYTES, "\n");

      n = last != NULL ? (gsize) (last + 1 - self->start) : n;
    }
  sample = g_bytes_new_from_bytes (self->text, 0, n);
  reader = patron_csv_reader_new (sample, 0, error);
  if (reader == NULL || !read_head (self, reader, error))
    return FALSE;
  self->at = self->start;
  for (guint i = 0; i < self->head_lines; i++)
    skip_line (self);
  self->start = self->at;
  return TRUE;
}

/**
 * patron_csv_columns_new:
 * @bytes: a table with a head, in any encoding that patron_csv_reader_new()
 *   reads
 *
 * Returns: (transfer full) (nullable): the table before its first row, with
 *   no columns wanted yet; %NULL with an error of %PATRON_ERROR if it is none
 */
PatronCsvColumns *
patron_csv_columns_new (GBytes  *bytes,
                        GError **error)
{
  g_autoptr (PatronCsvColumns) self = g_new0 (PatronCsvColumns, 1);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  self->cells = g_array_new (FALSE, TRUE, sizeof (PatronCsvCell));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  if (size > 0 && is_plain (text, size)
      /* Lines that end as on old computers are left to the reader. */
      && (memchr (text, '\r', MIN (size, SNIFFED_BYTES)) == NULL
          || memchr (text, '\n', MIN (size, SNIFFED_BYTES)) != NULL))
    {
      self->text = g_bytes_ref (bytes);
      self->start = text;
      self->end = text + size;
      return open_plain (self, error) ? g_steal_pointer (&self) : NULL;
    }
  self->reader = patron_csv_reader_new (bytes, 0, error);
  if (self->reader == NULL || !read_head (self, self->reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * patron_csv_columns_get_n:
 *
 * Returns: how many columns the head has
 */
guint
patron_csv_columns_get_n (PatronCsvColumns *self)
{
  return self->n_columns;
}

/**
 * patron_csv_columns_get_name:
 *
 * Returns: (transfer none): what the head calls a column
 */
const char *
patron_csv_columns_get_name (PatronCsvColumns *self,
                             guint             column)
{
  return self->names[column];
}

static int
find_column (PatronCsvColumns *self,
             const char       *name)
{
  guint64 number;

  for (guint i = 0; i < self->n_columns; i++)
    if (g_strcmp0 (self->names[i], name) == 0)
      return (int) i;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *a = g_utf8_casefold (self->names[i], -1);
      g_autofree char *b = g_utf8_casefold (name, -1);

      if (strcmp (a, b) == 0)
        return (int) i;
    }
  if (g_ascii_string_to_unsigned (name, 10, 1, self->n_columns, &number,
                                  NULL))
    return (int) number - 1;
  return -1;
}

/* More than this nobody reads. */
#define MOST_NAMED 12

/**
 * patron_csv_columns_find:
 * @name: the name of a column, or its number, counted from 1, where there is
 *   none of that name
 *
 * Returns: the column, counted from 0; or -1 with an error of %PATRON_ERROR
 *   that says which there are
 */
int
patron_csv_columns_find (PatronCsvColumns  *self,
                         const char        *name,
                         GError           **error)
{
  int column = find_column (self, name);
  g_autoptr (GString) names = g_string_new (NULL);

  if (column >= 0)
    return column;
  for (guint i = 0; i < MIN (self->n_columns, MOST_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", self->names[i]);
  if (self->n_columns > MOST_NAMED)
    g_string_append (names, ", …");
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
               /* Translators: a word, and the names of columns. */
               _("The table has no column “%s”. It has: %s"), name,
               names->str);
  return -1;
}

/**
 * patron_csv_columns_want:
 *
 * Asks for a column before the first row is read.
 *
 * Returns: what patron_csv_columns_get_cell() calls it
 */
guint
patron_csv_columns_want (PatronCsvColumns *self,
                         guint             column)
{
  PatronCsvCell cell = { "", 0 };

  if (self->wanted[column] < 0)
    {
      self->wanted[column] = (int) self->cells->len;
      g_array_append_val (self->cells, cell);
      g_array_append_val (self->columns, column);
    }
  return (guint) self->wanted[column];
}

/**
 * patron_csv_columns_rewind:
 *
 * Goes back to before the first row below the head.
 *
 * Returns: whether the table could be read again
 */
gboolean
patron_csv_columns_rewind (PatronCsvColumns  *self,
                           GError           **error)
{
  self->at = self->start;
  self->n_rows = 0;
  return self->reader == NULL
         || (patron_csv_reader_rewind (self->reader, error)
             && patron_csv_reader_next (self->reader, error)
                    != PATRON_CSV_ERROR);
}

static PatronCsvResult
next_by_reader (PatronCsvColumns  *self,
                GError           **error)
{
  PatronCsvResult result = patron_csv_reader_next (self->reader, error);

  for (guint i = 0; result == PATRON_CSV_ROW && i < self->cells->len; i++)
    {
      PatronCsvCell *cell = &g_array_index (self->cells, PatronCsvCell, i);

      cell->text = patron_csv_reader_get_field (
          self->reader, g_array_index (self->columns, guint, i));
      cell->length = strlen (cell->text);
    }
  return result;
}

static void
skip_empty_lines (PatronCsvColumns *self)
{
  while (self->at < self->end && (*self->at == '\n' || *self->at == '\r'))
    {
      self->n_rows += *self->at == '\n';
      self->at++;
    }
}

/**
 * patron_csv_columns_next:
 *
 * Goes to the next row that is not an empty line.
 *
 * Returns: whether there is one; with %PATRON_CSV_ERROR, @error names the line
 */
PatronCsvResult
patron_csv_columns_next (PatronCsvColumns  *self,
                         GError           **error)
{
  PatronCsvCell *cells = (PatronCsvCell *) (void *) self->cells->data;
  const char *at, *end = self->end;
  char separator = self->separator;
  guint column = 0;

  if (self->reader != NULL)
    return next_by_reader (self, error);
  skip_empty_lines (self);
  if (self->at == end)
    return PATRON_CSV_END;
  self->n_rows++;
  for (guint i = 0; i < self->cells->len; i++)
    cells[i] = (PatronCsvCell) { "", 0 };
  for (at = self->at;; column++)
    {
      const char *from = at;

      while (at < end && *at != separator && *at != '\n')
        at++;
      if (column < self->n_columns && self->wanted[column] >= 0)
        {
          PatronCsvCell *cell = &cells[self->wanted[column]];

          cell->text = from;
          cell->length = (gsize) (at - from);
          if (cell->length > 0 && at[-1] == '\r')
            cell->length--;
        }
      if (at == end || *at == '\n')
        break;
      at++;
    }
  self->at = at < end ? at + 1 : end;
  return PATRON_CSV_ROW;
}

/* One cell that is a plain number, up to 15 digits, which a double holds
 * exactly, as patron_csv_fast_number() reads them, but without looking for
 * the end of the cell before. Returns where it ends, or %NULL. */
static inline const char *
take_number (const char *at,
             const char *end,
             double     *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
                                   1e15 };
  gboolean negative = at < end && *at == '-';
  const char *from = at += negative;
  const char *point = NULL;
  guint64 digits = 0;
  gsize n, decimals = 0;

  for (; at < end; at++)
    {
      guint digit = (guint) (guchar) *at - '0';

      if (digit <= 9)
        digits = digits * 10 + digit;
      else if (*at == '.' && point == NULL && at > from)
        point = at;
      else
        break;
    }
  n = (gsize) (at - from);
  if (point != NULL)
    {
      decimals = (gsize) (at - point) - 1;
      n--;
    }
  if (n == 0 || n > 15 || (point != NULL && decimals == 0))
    return NULL;
  *number = (double) digits / powers[decimals];
  if (negative)
    *number = -*number;
  return at;
}

static inline const char *
take_date (const char *at,
           const char *end,
           double     *date)
{
  int year, month, day;

  if (!patron_csv_fast_ymd (at, (gsize) (end - at), &year, &month, &day)
      || !patron_date_is_valid_ymd (year, month, day))
    return NULL;
  *date = (double) patron_date_from_ymd (year, month, day);
  return *date >= PATRON_DATE_MIN && *date <= PATRON_DATE_MAX ? at + 10 : NULL;
}

/**
 * patron_csv_columns_take:
 * @dates: one bit for each wanted column: whether it holds dates
 * @numbers: for each wanted column an array of @room numbers
 *
 * Reads rows as long as all wanted cells are plain numbers with a point, or
 * dates such as 2024-03-31, up to @room of them. The row that is not, if any,
 * is the next one.
 *
 * Returns: how many rows were read
 */
gsize
patron_csv_columns_take (PatronCsvColumns  *self,
                         guint              dates,
                         double           **numbers,
                         gsize              room)
{
  const char *at = self->at, *end = self->end;
  char separator = self->separator;
  gsize n = 0;

  if (self->reader != NULL)
    return 0;
  while (n < room && at < end && *at != '\n' && *at != '\r')
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          int wanted = self->wanted[column];

          if (wanted < 0)
            while (at < end && *at != separator && *at != '\n')
              at++;
          else if ((dates >> wanted & 1) != 0)
            at = take_date (at, end, &numbers[wanted][n]);
          else
            at = take_number (at, end, &numbers[wanted][n]);
          if (at != NULL && column + 1 == self->n_columns)
            at += at < end && *at == '\r';
          if (at == NULL
              || (at < end
                  && *at != (column + 1 < self->n_columns ? separator
                                                          : '\n'))
              || (at == end && column + 1 < self->n_columns))
            return n;
          at += at < end;
        }
      self->at = at;
      self->n_rows++;
      n++;
    }
  return n;
}

/**
 * patron_csv_columns_get_cell:
 * @wanted: what patron_csv_columns_want() gave
 *
 * Returns: a cell of the row, good until the next row is read; empty where the
 *   row is too short
 */
PatronCsvCell
patron_csv_columns_get_cell (PatronCsvColumns *self,
                             guint             wanted)
{
  return g_array_index (self->cells, PatronCsvCell, wanted);
}

/**
 * patron_csv_columns_get_line:
 *
 * Returns: the line that the row stands on, counted from 1
 */
guint
patron_csv_columns_get_line (PatronCsvColumns *self)
{
  if (self->reader != NULL)
    return patron_csv_reader_get_line (self->reader);
  return self->head_lines + self->n_rows;
}

/**
 * patron_csv_columns_get_separator:
 *
 * Returns: what stands between cells
 */
char
patron_csv_columns_get_separator (PatronCsvColumns *self)
{
  return self->separator;
}

/**
 * patron_csv_columns_guess_rows:
 *
 * Returns: about how many rows there are, for arrays to begin with
 */
gsize
patron_csv_columns_guess_rows (PatronCsvColumns *self)
{
  const char *from = self->start, *line;
  gsize n = 0;

  if (self->reader != NULL || from == NULL || from == self->end)
    return 64;
  for (line = from; n < 64 && line < self->end; n++)
    {
      line = memchr (line, '\n', (gsize) (self->end - line));
      line = line != NULL ? line + 1 : self->end;
    }
  return (gsize) ((double) (self->end - from) / (double) (line - from)
                  * (double) n * 1.05)
         + 16;
}
