/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"

#define SNIFFED_ROWS 30
#define CHUNK (256 * 1024)

/* Where a field stands, counted from the beginning of its row. */
typedef struct
{
  gsize    at;
  gsize    length;
  gboolean quoted;
} Field;

/**
 * PatronCsvReader:
 *
 * Reads a table by RFC 4180, a row at a time, without keeping the rows. More
 * lenient than the standard where real files are: any of the usual
 * separators, LF or CR alone as line ends, empty lines, Excel's "sep=;" line.
 *
 * The text comes in chunks. A row is looked through first, and only when it
 * is there as a whole are its fields ended by zeros, where they stand.
 */
struct _PatronCsvReader
{
  PatronCsvText *text;   /* (owned) */
  GInputStream  *stream; /* (owned) */
  char          *buffer; /* (owned): with a line end after what is filled */
  gsize          size;
  gsize          filled;
  gsize          at;     /* where the next row begins */
  gsize          passed; /* bytes that were in the buffer before */
  gboolean       ended;  /* whether the buffer holds the end of the text */
  char           separator;
  char           quote;
  guchar         stops[256]; /* 1 for what ends a field without quotes */
  gboolean       told;   /* whether there is a "sep=" line */

  Field         *fields; /* (owned) */
  guint          n_fields;
  guint          most_fields; /* that there is room for */
  gsize          row;    /* where the row begins in the buffer */
  gsize          row_end;
  guint          n_lines; /* how many the row takes */
  guint          n_rows;
  guint          line;    /* that the row began on */
  guint          next_line;
  gboolean       well_quoted;
};

typedef enum
{
  SCAN_DONE,
  SCAN_MORE, /* the row goes on after the buffer */
  SCAN_ERROR,
} Scan;

/* Reads on, keeping what stands from the next row on. */
static gboolean
fill (PatronCsvReader *self,
      GError         **error)
{
  gsize rest = self->filled - self->at;
  gsize n;

  if (self->at > 0)
    memmove (self->buffer, self->buffer + self->at, rest);
  else if (rest == self->size)
    {
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size + 1);
    }
  self->passed += self->at;
  self->at = 0;
  if (!g_input_stream_read_all (self->stream, self->buffer + rest,
                                self->size - rest, &n, NULL, error))
    return FALSE;
  self->filled = rest + n;
  self->buffer[self->filled] = '\n';
  self->ended = self->filled < self->size;
  return TRUE;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Goes past the text between quotes, to what follows the closing one. */
static Scan
scan_quoted (PatronCsvReader *self,
             const char     **at,
             GError         **error)
{
  const char *end = self->buffer + self->filled;
  const char *p = *at + 1;
  guint line = self->n_lines;

  for (;;)
    {
      const char *quote = memchr (p, self->quote, (gsize) (end - p));

      for (const char *c = p; c < (quote != NULL ? quote : end); c++)
        if (*c == '\n' || (*c == '\r' && c[1] != '\n'))
          self->n_lines++;
      if (quote == NULL)
        {
          if (!self->ended)
            return SCAN_MORE;
          g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       _("Line %u: the quotation mark is never closed"),
                       self->line + line);
          return SCAN_ERROR;
        }
      if (quote + 1 == end && !self->ended)
        return SCAN_MORE;
      if (quote + 1 == end || quote[1] != self->quote)
        {
          *at = quote + 1;
          return SCAN_DONE;
        }
      p = quote + 2;
    }
}

static Scan
refuse_length (PatronCsvReader *self,
               GError         **error)
{
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
               _("Line %u has a field of more than %d characters"),
               self->line, PATRON_CSV_MAX_FIELD);
  return SCAN_ERROR;
}

static Scan
refuse_columns (PatronCsvReader *self,
                GError         **error)
{
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
               _("Line %u has more than %d columns"), self->line,
               PATRON_CSV_MAX_COLUMNS);
  return SCAN_ERROR;
}

static void
add_field (PatronCsvReader *self,
           const Field     *field)
{
  if (self->n_fields == self->most_fields)
    {
      self->most_fields = MAX (16, self->most_fields * 2);
      self->fields = g_renew (Field, self->fields, self->most_fields);
    }
  self->fields[self->n_fields++] = *field;
}

/* Finds where the fields of the row stand. */
static Scan
scan_row (PatronCsvReader *self,
          GError         **error)
{
  const char *start = self->buffer + self->at;
  const char *end = self->buffer + self->filled;
  const char *p = start;
  const char separator = self->separator;
  Scan scan;

  self->n_fields = 0;
  self->n_lines = 0;
  self->well_quoted = TRUE;
  for (;;)
    {
      const char *from = p;
      Field field = { (gsize) (p - start), 0, p < end && *p == self->quote };

      if (field.quoted)
        {
          scan = scan_quoted (self, &p, error);
          if (scan == SCAN_MORE && end - from > PATRON_CSV_MAX_FIELD)
            return refuse_length (self, error);
          if (scan != SCAN_DONE)
            return scan;
          self->well_quoted = self->well_quoted
                              && (p == end || is_line_end (*p)
                                  || *p == separator);
        }
      while (!self->stops[(guchar) *p])
        p++;
      field.length = (gsize) (p - from);
      if (field.length > PATRON_CSV_MAX_FIELD)
        return refuse_length (self, error);
      if (self->n_fields == PATRON_CSV_MAX_COLUMNS)
        return refuse_columns (self, error);
      add_field (self, &field);
      if (*p == separator)
        p++;
      else
        break;
    }

  /* A carriage return at the end may be half a line end. */
  if (!self->ended && p + (p < end && *p == '\r') >= end)
    return SCAN_MORE;
  self->n_lines += p < end;
  if (p + 1 < end && *p == '\r' && p[1] == '\n')
    p++;
  self->row_end = MIN ((gsize) (p + 1 - self->buffer), self->filled);
  return SCAN_DONE;
}

/* What stands between quotes, with the doubled ones single. */
static void
unquote (PatronCsvReader *self,
         Field           *field)
{
  char *from = self->buffer + self->row + field->at + 1;
  char *end = from - 1 + field->length;
  char *to = from;
  gboolean inside = TRUE;

  field->at++;
  for (; from < end; from++)
    if (inside && *from == self->quote)
      {
        if (from + 1 < end && from[1] == self->quote)
          *to++ = *from++;
        else
          inside = FALSE;
      }
    else
      *to++ = *from;
  field->length = (gsize) (to - self->buffer) - self->row - field->at;
}

/* Goes past empty lines to where a row begins. */
static PatronCsvResult
skip_empty (PatronCsvReader *self,
            GError         **error)
{
  for (;;)
    {
      char c;

      if (self->at == self->filled)
        {
          if (self->ended)
            return PATRON_CSV_END;
          if (!fill (self, error))
            return PATRON_CSV_ERROR;
          continue;
        }
      c = self->buffer[self->at];
      if (!is_line_end (c))
        return PATRON_CSV_ROW;
      if (c == '\r' && self->at + 1 == self->filled && !self->ended)
        {
          if (!fill (self, error))
            return PATRON_CSV_ERROR;
          continue;
        }
      if (c == '\r' && self->at + 1 < self->filled
          && self->buffer[self->at + 1] == '\n')
        self->at++;
      self->at++;
      self->next_line++;
    }
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
  PatronCsvResult result;
  Scan scan;

  self->n_fields = 0;
  result = skip_empty (self, error);
  if (result != PATRON_CSV_ROW)
    return result;
  self->line = self->next_line;
  if (++self->n_rows > PATRON_CSV_MAX_ROWS)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                   _("The table has more than %d rows"), PATRON_CSV_MAX_ROWS);
      return PATRON_CSV_ERROR;
    }

  while ((scan = scan_row (self, error)) == SCAN_MORE)
    if (!fill (self, error))
      return PATRON_CSV_ERROR;
  if (scan == SCAN_ERROR)
    return PATRON_CSV_ERROR;

  self->row = self->at;
  for (guint i = 0; i < self->n_fields; i++)
    {
      Field *field = &self->fields[i];

      if (field->quoted)
        unquote (self, field);
      self->buffer[self->row + field->at + field->length] = '\0';
    }
  self->at = self->row_end;
  self->next_line += self->n_lines;
  return PATRON_CSV_ROW;
}

/* Excel says in the first line what separates the fields. */
static gboolean
skip_told_separator (PatronCsvReader *self)
{
  const char *start = self->buffer;

  if (self->filled <= 5 || memcmp (start, "sep=", 4) != 0
      || !is_line_end (start[5]))
    return FALSE;
  self->at = start[5] == '\r' && start[6] == '\n' && self->filled > 6 ? 7 : 6;
  self->next_line = 2;
  return TRUE;
}

/**
 * patron_csv_reader_rewind:
 *
 * Goes back to before the first row.
 *
 * Returns: whether the text could be read again
 */
gboolean
patron_csv_reader_rewind (PatronCsvReader *self,
                          GError         **error)
{
  g_clear_object (&self->stream);
  self->stream = patron_csv_text_open (self->text, error);
  self->at = self->filled = 0;
  self->passed = 0;
  self->ended = FALSE;
  self->next_line = 1;
  self->n_rows = 0;
  self->n_fields = 0;
  memset (self->stops, 0, sizeof self->stops);
  self->stops['\n'] = self->stops['\r'] = 1;
  self->stops[(guchar) self->separator] = 1;
  if (self->stream == NULL || !fill (self, error))
    return FALSE;
  self->told = skip_told_separator (self);
  return TRUE;
}

/* How many fields the rows have with a separator, if all of those that are
 * looked at have as many as the first; else by how many rows do. A comma may
 * be the decimal mark of each number, so that it yields to any other that all
 * rows have. */
static guint
rate_separator (PatronCsvReader *self,
                char             separator)
{
  guint n_fields = 0, n_rows = 0, n_alike = 0;

  self->separator = separator;
  if (!patron_csv_reader_rewind (self, NULL))
    return 0;
  while (n_rows < SNIFFED_ROWS
         && patron_csv_reader_next (self, NULL) == PATRON_CSV_ROW)
    {
      if (n_rows++ == 0)
        n_fields = self->n_fields;
      if (self->n_fields == n_fields)
        n_alike++;
    }
  if (n_fields < 2)
    return 0;
  if (n_alike < n_rows)
    return n_alike;
  return SNIFFED_ROWS + (separator == ',' ? 1 : n_fields);
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
 * patron_csv_reader_new_for_text:
 * @form: (nullable): how the table is written, as far as that is known
 *
 * Returns: (transfer full) (nullable): a reader before the first row; %NULL
 *   with an error of %PATRON_ERROR if @text cannot be read
 */
PatronCsvReader *
patron_csv_reader_new_for_text (PatronCsvText       *text,
                                const PatronCsvForm *form,
                                GError             **error)
{
  g_autoptr (PatronCsvReader) self = g_new0 (PatronCsvReader, 1);

  self->text = patron_csv_text_ref (text);
  self->size = CHUNK;
  self->buffer = g_malloc (self->size + 1);
  self->quote = form != NULL && form->quote != 0 ? form->quote : '"';
  if (!patron_csv_reader_rewind (self, error))
    return NULL;
  if (form != NULL && form->separator != 0)
    self->separator = form->separator;
  else if (self->told)
    self->separator = self->buffer[4];
  else
    sniff_separator (self);
  if (!patron_csv_reader_rewind (self, error))
    return NULL;
  return g_steal_pointer (&self);
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
  const PatronCsvForm form = { .separator = separator };
  g_autoptr (PatronCsvText) text = patron_csv_text_new (bytes, NULL, error);

  return text != NULL ? patron_csv_reader_new_for_text (text, &form, error)
                      : NULL;
}

/**
 * patron_csv_reader_free:
 *
 * Frees the reader and the fields that it gave.
 */
void
patron_csv_reader_free (PatronCsvReader *self)
{
  g_clear_object (&self->stream);
  patron_csv_text_unref (self->text);
  g_free (self->buffer);
  g_free (self->fields);
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
  return self->n_fields;
}

/**
 * patron_csv_reader_get_field:
 *
 * Returns: (transfer none): a field of the row, until the next one is read;
 *   "" where the row is too short
 */
char *
patron_csv_reader_get_field (PatronCsvReader *self,
                             guint            index)
{
  static char none[1];

  if (index >= self->n_fields)
    return none;
  return self->buffer + self->row + self->fields[index].at;
}

/**
 * patron_csv_reader_get_cell:
 *
 * Returns: (transfer none): a field of the row without the blanks around it,
 *   until the next one is read; "" where the row is too short
 */
char *
patron_csv_reader_get_cell (PatronCsvReader *self,
                            guint            index)
{
  char *cell = patron_csv_reader_get_field (self, index);

  /* Most come without. */
  return *cell == '\0' || (!g_ascii_isspace (*cell)
                           && !g_ascii_isspace (cell[strlen (cell) - 1]))
             ? cell
             : g_strstrip (cell);
}

/**
 * patron_csv_reader_get_position:
 *
 * Returns: how many bytes of the text were read; of as many as
 *   patron_csv_text_get_size() says
 */
gsize
patron_csv_reader_get_position (PatronCsvReader *self)
{
  return self->passed + self->at;
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
  return patron_csv_text_get_encoding (self->text);
}
