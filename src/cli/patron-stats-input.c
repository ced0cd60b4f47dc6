/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-stats-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-cell.h"
#include "patron-find-column.h"
#include "patron-input.h"

#define QUOTED_LENGTH 60

/**
 * PatronStatsInput:
 *
 * Reads values, dates and groups from the rows of a table, and tells on the
 * standard error which rows it refuses.
 */
struct _PatronStatsInput
{
  char            *path;
  PatronCsvReader *reader;
  guint            n_columns;
  int              value;
  int              date; /* or -1 */
  int              group; /* or -1 */
  char            *date_name;
  char            *group_name;
  PatronDateOrder  order;
  char             decimal_mark;

  char            *cell;
  char            *group_cell;
  gint64           date_cell;
  guint            n_refused;
};

/**
 * patron_stats_input_free:
 *
 * Frees the input.
 */
void
patron_stats_input_free (PatronStatsInput *self)
{
  g_clear_pointer (&self->reader, patron_csv_reader_free);
  g_free (self->path);
  g_free (self->date_name);
  g_free (self->group_name);
  g_free (self->cell);
  g_free (self->group_cell);
  g_free (self);
}

static gboolean
find_columns (PatronStatsInput      *self,
              const PatronStatsAsk  *ask,
              PatronImport          *table,
              GError               **error)
{
  self->n_columns = patron_import_get_n_columns (table);
  self->date = -1;
  self->group = -1;
  if (!patron_find_column (table, ask->value, &self->value, error)
      || (ask->date != NULL
          && !patron_find_column (table, ask->date, &self->date, error))
      || (ask->group != NULL
          && !patron_find_column (table, ask->group, &self->group, error)))
    return FALSE;
  if (self->date >= 0)
    self->date_name
        = g_strdup (patron_import_get_column (table, (guint) self->date));
  if (self->group >= 0)
    self->group_name
        = g_strdup (patron_import_get_column (table, (guint) self->group));
  return TRUE;
}

static void
tell_guesses (PatronStatsInput *self,
              gboolean          order_ambiguous,
              gboolean          mark_ambiguous)
{
  if (order_ambiguous)
    g_printerr (
        _("%s: days and months cannot be told apart; dates are read as "
          "%s. --date-order says how to\n"),
        self->path, patron_date_order_get_id (self->order));
  if (mark_ambiguous)
    g_printerr (
        _("%s: thousands and decimals cannot be told apart; “%c” is taken "
          "for the decimal mark\n"),
        self->path, self->decimal_mark);
}

static PatronCsvResult
skip_head (PatronStatsInput  *self,
           GError           **error)
{
  patron_csv_reader_rewind (self->reader);
  return patron_csv_reader_next (self->reader, error);
}

/* Finds out, in one pass, how the columns write dates and numbers. */
static gboolean
find_forms (PatronStatsInput  *self,
            PatronDateOrder    order,
            GError           **error)
{
  PatronDateGuess dates = { { 0 } };
  PatronMarkGuess marks = { 0 };
  gboolean order_ambiguous = FALSE;
  gboolean mark_ambiguous = FALSE;
  PatronCsvResult result = skip_head (self, error);

  while (result == PATRON_CSV_ROW
         && (result = patron_csv_reader_next (self->reader, error))
                == PATRON_CSV_ROW)
    {
      patron_mark_guess_add (
          &marks, patron_csv_reader_get_field (self->reader,
                                               (guint) self->value));
      if (self->date >= 0)
        patron_date_guess_add (
            &dates, patron_csv_reader_get_field (self->reader,
                                                 (guint) self->date));
    }
  if (result == PATRON_CSV_ERROR)
    return FALSE;

  self->order = order;
  if (self->date >= 0 && order == PATRON_DATE_ORDER_AUTO)
    self->order = patron_date_guess_decide (&dates, &order_ambiguous);
  self->decimal_mark = patron_mark_guess_decide (
      &marks, patron_csv_reader_get_separator (self->reader),
      &mark_ambiguous);
  tell_guesses (self, order_ambiguous, mark_ambiguous);
  return skip_head (self, error) != PATRON_CSV_ERROR;
}

/**
 * patron_stats_input_new:
 *
 * Reads a table, and says on the standard error what in it is ambiguous.
 *
 * Returns: (transfer full) (nullable): the input before its first row
 */
PatronStatsInput *
patron_stats_input_new (const PatronStatsAsk  *ask,
                        GError               **error)
{
  g_autoptr (PatronStatsInput) self = g_new0 (PatronStatsInput, 1);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (ask->path);
  g_autoptr (GBytes) bytes
      = patron_input_read_file (file, PATRON_CSV_MAX_SIZE, NULL, error);
  g_autoptr (PatronImport) table = NULL;

  self->path = g_strdup (ask->path);
  if (bytes != NULL)
    table = patron_import_new (bytes, 0, error);
  if (table == NULL || !find_columns (self, ask, table, error))
    return NULL;
  self->reader = patron_csv_reader_new (
      bytes, patron_import_get_separator (table), error);
  if (self->reader == NULL || !find_forms (self, ask->order, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * patron_stats_input_refuse:
 * @format: why the row is not taken
 *
 * Says so on the standard error.
 */
void
patron_stats_input_refuse (PatronStatsInput *self,
                           const char       *format,
                           ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s:%u: %s\n", self->path,
              patron_csv_reader_get_line (self->reader), why);
  self->n_refused++;
}

static void
take_cell (PatronStatsInput  *self,
           int                column,
           char             **cell)
{
  g_free (*cell);
  *cell = g_strstrip (g_strdup (
      patron_csv_reader_get_field (self->reader, (guint) column)));
}

static gboolean
check_shape (PatronStatsInput *self)
{
  guint n = patron_csv_reader_get_n_fields (self->reader);

  if (!patron_csv_reader_get_well_quoted (self->reader))
    {
      patron_stats_input_refuse (
          self, _("text follows a closing quotation mark"));
      return FALSE;
    }
  while (n > self->n_columns
         && *patron_csv_reader_get_field (self->reader, n - 1) == '\0')
    n--;
  if (n == self->n_columns)
    return TRUE;
  patron_stats_input_refuse (
      self,
      ngettext ("the row has %u cell, the head has %u",
                "the row has %u cells, the head has %u", n),
      n, self->n_columns);
  return FALSE;
}

/* As much of a cell as a message can show. */
static char *
quote_cell (const char *cell)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (cell, -1) <= QUOTED_LENGTH)
    return g_strdup (cell);
  start = g_utf8_substring (cell, 0, QUOTED_LENGTH);
  return g_strconcat (start, "…", NULL);
}

static gboolean
take_date (PatronStatsInput *self)
{
  g_autofree char *cell = NULL;
  g_autofree char *quoted = NULL;

  take_cell (self, self->date, &cell);
  if (patron_cell_read_date (cell, self->order, &self->date_cell))
    return TRUE;
  quoted = quote_cell (cell);
  if (*cell == '\0')
    patron_stats_input_refuse (self, _("“%s” is empty"), self->date_name);
  else
    patron_stats_input_refuse (
        self,
        /* Translators: the name of a column, and what a cell of it holds. */
        _("“%s”: “%s” is not a date"), self->date_name, quoted);
  return FALSE;
}

static gboolean
take_row (PatronStatsInput *self)
{
  if (!check_shape (self))
    return FALSE;
  if (self->group >= 0)
    {
      take_cell (self, self->group, &self->group_cell);
      if (*self->group_cell == '\0')
        {
          patron_stats_input_refuse (self, _("“%s” is empty"),
                                     self->group_name);
          return FALSE;
        }
    }
  if (self->date >= 0 && !take_date (self))
    return FALSE;
  take_cell (self, self->value, &self->cell);
  return TRUE;
}

/**
 * patron_stats_input_next:
 *
 * Goes to the next row that has a date and a group, where those are asked
 * for. The others are told on the standard error.
 *
 * Returns: whether there is one
 */
PatronCsvResult
patron_stats_input_next (PatronStatsInput  *self,
                         GError           **error)
{
  PatronCsvResult result;

  do
    result = patron_csv_reader_next (self->reader, error);
  while (result == PATRON_CSV_ROW && !take_row (self));
  return result;
}

/**
 * patron_stats_input_get_cell:
 *
 * Returns: (transfer none): the value of the row, without blanks around it;
 *   "" where there is none
 */
const char *
patron_stats_input_get_cell (PatronStatsInput *self)
{
  return self->cell;
}

/**
 * patron_stats_input_read_number:
 * @number: (out): the value of the row
 *
 * Returns: whether it is a number; if not, the row is refused
 */
gboolean
patron_stats_input_read_number (PatronStatsInput *self,
                                double           *number)
{
  g_autofree char *quoted = NULL;

  if (patron_cell_read_number (self->cell, self->decimal_mark, number))
    return TRUE;
  quoted = quote_cell (self->cell);
  patron_stats_input_refuse (self, _("“%s” is not a number"), quoted);
  return FALSE;
}

/**
 * patron_stats_input_get_date:
 *
 * Returns: the date of the row, in days since 1970-01-01; 0 where none is
 *   asked for
 */
gint64
patron_stats_input_get_date (PatronStatsInput *self)
{
  return self->date_cell;
}

/**
 * patron_stats_input_get_group:
 *
 * Returns: (transfer none): the group of the row; "" where none is asked for
 */
const char *
patron_stats_input_get_group (PatronStatsInput *self)
{
  return self->group_cell != NULL ? self->group_cell : "";
}

/**
 * patron_stats_input_get_n_refused:
 *
 * Returns: how many rows were refused so far
 */
guint
patron_stats_input_get_n_refused (PatronStatsInput *self)
{
  return self->n_refused;
}
