/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-cell.h"
#include "patron-import-private.h"

#define QUOTED_LENGTH 60
#define ROWS_BETWEEN_LOOKS 4096

/* How many rows must mostly say enough of how a table is written. */
#define ROWS_TO_TRY 1000
#define MOST_NUMBERS 4

/* How columns write dates and numbers, as far as rows have shown. */
typedef struct
{
  int             date;
  int             numbers[MOST_NUMBERS];
  gsize           n_numbers;
  PatronDateGuess dates;
  PatronMarkGuess marks;
  gboolean        percent;
} Looks;

struct _PatronScan
{
  PatronImport    *table;  /* (owned) */
  PatronCsvReader *reader; /* (owned) */
  PatronRefuseFunc refuse; /* (nullable) */
  gpointer         user_data;
  PatronRowForms   forms;
  Looks            looks;
  PatronRowForms   wanted;  /* what the caller knew of the forms */
  gboolean         looking; /* whether rows are looked at as they are read */
};

/**
 * patron_scan_new:
 * @refuse: (nullable) (scope notified): hears of rows that are not taken
 *
 * Returns: (transfer full) (nullable): the rows, before the first of them;
 *   %NULL with an error where the table cannot be read any more
 */
PatronScan *
patron_scan_new (PatronImport    *table,
                 PatronRefuseFunc refuse,
                 gpointer         user_data,
                 GError         **error)
{
  g_autoptr (PatronScan) self = g_new0 (PatronScan, 1);

  self->table = patron_import_ref (table);
  self->refuse = refuse;
  self->user_data = user_data;
  self->forms.order = PATRON_DATE_ORDER_YMD;
  self->forms.decimal_mark = '.';
  self->reader
      = patron_csv_reader_new_for_text (table->text, &table->form, error);
  if (self->reader == NULL || !patron_scan_rewind (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * patron_scan_free:
 *
 * Frees the rows.
 */
void
patron_scan_free (PatronScan *self)
{
  g_clear_pointer (&self->reader, patron_csv_reader_free);
  patron_import_unref (self->table);
  g_free (self);
}

/**
 * patron_scan_rewind:
 *
 * Goes back to before the first row.
 *
 * Returns: whether the table could be read again
 */
gboolean
patron_scan_rewind (PatronScan *self,
                    GError    **error)
{
  return patron_csv_reader_rewind (self->reader, error)
         && (!self->table->has_head
             || patron_csv_reader_next (self->reader, error)
                    != PATRON_CSV_ERROR);
}

static void
look_at_row (PatronScan *self)
{
  Looks *looks = &self->looks;

  if (looks->date >= 0)
    patron_date_guess_add (
        &looks->dates,
        patron_csv_reader_get_field (self->reader, (guint) looks->date));
  for (gsize i = 0; i < looks->n_numbers; i++)
    if (looks->numbers[i] >= 0)
      {
        const char *cell = patron_csv_reader_get_field (
            self->reader, (guint) looks->numbers[i]);

        patron_mark_guess_add (&looks->marks, cell);
        if (i == 0 && !looks->percent && strchr (cell, '%') != NULL)
          looks->percent = TRUE;
      }
}

/* Looks at so many rows from the first on. */
static gboolean
look_at_rows (PatronScan   *self,
              guint         n_rows,
              GCancellable *cancellable,
              GError      **error)
{
  PatronCsvResult result = PATRON_CSV_ROW;

  if (!patron_scan_rewind (self, error))
    return FALSE;
  for (guint n = 0; n < n_rows; n++)
    {
      result = patron_csv_reader_next (self->reader, error);
      if (result != PATRON_CSV_ROW)
        break;
      look_at_row (self);
      if ((n + 1) % ROWS_BETWEEN_LOOKS == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return result != PATRON_CSV_ERROR;
}

static void
begin_looking (PatronScan           *self,
               int                   date,
               const int            *numbers,
               gsize                 n_numbers,
               const PatronRowForms *forms)
{
  g_return_if_fail (n_numbers <= MOST_NUMBERS);

  self->wanted = *forms;
  self->looks = (Looks) { .date = date, .n_numbers = n_numbers };
  memcpy (self->looks.numbers, numbers, n_numbers * sizeof *numbers);
}

/* Reads rows from now on as those that were looked at are written. */
static void
decide (PatronScan     *self,
        PatronRowForms *forms)
{
  self->forms = self->wanted;
  self->forms.percent = self->looks.percent;
  if (self->wanted.order == PATRON_DATE_ORDER_AUTO)
    self->forms.order = patron_date_guess_decide (
        &self->looks.dates, &self->forms.order_ambiguous);
  if (self->wanted.decimal_mark == 0)
    self->forms.decimal_mark = patron_mark_guess_decide (
        &self->looks.marks, patron_csv_reader_get_separator (self->reader),
        &self->forms.mark_ambiguous);
  *forms = self->forms;
}

/**
 * patron_scan_find_forms:
 * @date: a column, or -1
 * @numbers: (array length=n_numbers): at most four columns, or -1; percent
 *   signs are looked for in the first
 * @forms: (inout): with %PATRON_DATE_ORDER_AUTO and a decimal mark of 0 where
 *   they are to be found out
 *
 * Finds out, in one pass, how the columns write dates and numbers, and reads
 * them so from now on.
 *
 * Returns: whether the table could be read
 */
gboolean
patron_scan_find_forms (PatronScan     *self,
                        int             date,
                        const int      *numbers,
                        gsize           n_numbers,
                        PatronRowForms *forms,
                        GCancellable   *cancellable,
                        GError        **error)
{
  begin_looking (self, date, numbers, n_numbers, forms);
  if (!look_at_rows (self, G_MAXUINT, cancellable, error))
    return FALSE;
  decide (self, forms);
  return patron_scan_rewind (self, error);
}

/**
 * patron_scan_try_forms:
 *
 * Like patron_scan_find_forms(), by the first rows alone. All are looked at
 * as they are read; patron_scan_confirm_forms() says at the end whether they
 * were read well.
 *
 * Returns: whether the table could be read
 */
gboolean
patron_scan_try_forms (PatronScan     *self,
                       int             date,
                       const int      *numbers,
                       gsize           n_numbers,
                       PatronRowForms *forms,
                       GError        **error)
{
  PatronRowForms wanted = *forms;

  begin_looking (self, date, numbers, n_numbers, forms);
  if (!look_at_rows (self, ROWS_TO_TRY, NULL, error))
    return FALSE;
  decide (self, forms);
  begin_looking (self, date, numbers, n_numbers, &wanted);
  self->looking = TRUE;
  return patron_scan_rewind (self, error);
}

/**
 * patron_scan_confirm_forms:
 * @forms: (out): how all rows together say that they are written
 *
 * To be called when all rows were read after patron_scan_try_forms().
 *
 * Returns: whether they were read so; if not, rewind and read them again
 */
gboolean
patron_scan_confirm_forms (PatronScan     *self,
                           PatronRowForms *forms)
{
  PatronRowForms tried = self->forms;

  self->looking = FALSE;
  decide (self, forms);
  return tried.order == forms->order
         && tried.decimal_mark == forms->decimal_mark;
}

/**
 * patron_scan_refuse:
 * @format: why the row is not taken
 *
 * Tells of it.
 *
 * Returns: %FALSE
 */
gboolean
patron_scan_refuse (PatronScan *self,
                    const char *format,
                    ...)
{
  va_list args;

  if (self->refuse == NULL)
    return FALSE;
  va_start (args, format);
  self->refuse (patron_csv_reader_get_line (self->reader),
                g_strdup_vprintf (format, args), self->user_data);
  va_end (args);
  return FALSE;
}

static gboolean
check_shape (PatronScan *self)
{
  guint n = patron_csv_reader_get_n_fields (self->reader);
  guint expected = self->table->n_columns;

  if (!patron_csv_reader_get_well_quoted (self->reader))
    return patron_scan_refuse (self,
                               _("text follows a closing quotation mark"));
  /* Separators at the end of a row, for cells that are not used. */
  while (n > expected
         && *patron_csv_reader_get_field (self->reader, n - 1) == '\0')
    n--;
  if (n == expected)
    return TRUE;
  return patron_scan_refuse (
      self,
      ngettext ("the row has %u cell, the head has %u",
                "the row has %u cells, the head has %u", n),
      n, expected);
}

/**
 * patron_scan_next:
 *
 * Goes to the next row that has as many cells as the head. The others are
 * refused.
 *
 * Returns: whether there is one
 */
PatronCsvResult
patron_scan_next (PatronScan *self,
                  GError    **error)
{
  PatronCsvResult result;

  do
    {
      result = patron_csv_reader_next (self->reader, error);
      if (result == PATRON_CSV_ROW && self->looking)
        look_at_row (self);
    }
  while (result == PATRON_CSV_ROW && !check_shape (self));
  return result;
}

/**
 * patron_scan_get_line:
 *
 * Returns: the line that the row begins on, counted from 1
 */
guint
patron_scan_get_line (PatronScan *self)
{
  return patron_csv_reader_get_line (self->reader);
}

/**
 * patron_scan_get_progress:
 *
 * Returns: how much of the table was read, 0 to 1
 */
double
patron_scan_get_progress (PatronScan *self)
{
  gsize size = patron_csv_text_get_size (self->table->text);

  return size == 0
             ? 1
             : (double) patron_csv_reader_get_position (self->reader)
                   / (double) size;
}

/**
 * patron_scan_get_name:
 *
 * Returns: (transfer none): what the head calls the column
 */
const char *
patron_scan_get_name (PatronScan *self,
                      int         column)
{
  return patron_import_get_column (self->table, (guint) column);
}

/**
 * patron_scan_get_cell:
 *
 * Returns: (transfer none): a cell of the row without the blanks around it,
 *   until the next row
 */
const char *
patron_scan_get_cell (PatronScan *self,
                      int         column)
{
  return patron_csv_reader_get_cell (self->reader, (guint) column);
}

/**
 * patron_quote_cell:
 *
 * Returns: (transfer full): as much of a cell as a message can show
 */
char *
patron_quote_cell (const char *cell)
{
  g_autofree char *valid = g_utf8_make_valid (cell, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= QUOTED_LENGTH)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, QUOTED_LENGTH);
  return g_strconcat (start, "…", NULL);
}

/**
 * patron_scan_read_filled:
 * @cell: (out) (transfer none): what the row holds in the column
 *
 * Returns: whether there is anything; if not, the row is refused
 */
gboolean
patron_scan_read_filled (PatronScan  *self,
                         int          column,
                         const char **cell)
{
  *cell = patron_scan_get_cell (self, column);
  return **cell != '\0'
         || patron_scan_refuse (self, _("“%s” is empty"),
                                patron_scan_get_name (self, column));
}

/**
 * patron_scan_read_date:
 * @date: (out): days since 1970-01-01
 *
 * Returns: whether the row has a date in the column; if not, it is refused
 */
gboolean
patron_scan_read_date (PatronScan *self,
                       int         column,
                       gint64     *date)
{
  g_autofree char *quoted = NULL;
  const char *cell;

  if (!patron_scan_read_filled (self, column, &cell))
    return FALSE;
  if (patron_cell_read_date (cell, self->forms.order, date))
    return TRUE;
  quoted = patron_quote_cell (cell);
  return patron_scan_refuse (
      self,
      /* Translators: the name of a column, and what a cell of it holds. */
      _("“%s”: “%s” is not a date"), patron_scan_get_name (self, column),
      quoted);
}

/**
 * patron_scan_read_number:
 * @number: (out): the number
 *
 * Returns: whether the row has a number in the column; if not, it is refused
 */
gboolean
patron_scan_read_number (PatronScan *self,
                         int         column,
                         double     *number)
{
  g_autofree char *quoted = NULL;
  const char *cell;

  if (!patron_scan_read_filled (self, column, &cell))
    return FALSE;
  if (patron_cell_read_number (cell, self->forms.decimal_mark, number))
    return TRUE;
  quoted = patron_quote_cell (cell);
  return patron_scan_refuse (
      self,
      /* Translators: the name of a column, and what a cell of it holds. */
      _("“%s”: “%s” is not a number"), patron_scan_get_name (self, column),
      quoted);
}
