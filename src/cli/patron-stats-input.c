/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-stats-input.h"

#include <glib/gi18n-lib.h>

#include "patron-cell.h"
#include "patron-find-column.h"
#include "patron-scan.h"

/**
 * PatronStatsInput:
 *
 * Reads values, dates and groups from the rows of a table, and tells on the
 * standard error which rows it refuses.
 */
struct _PatronStatsInput
{
  char          *path;
  PatronScan    *rows;
  int            value;
  int            date; /* or -1 */
  int            group; /* or -1 */
  PatronRowForms forms;

  const char    *cell;
  const char    *group_cell;
  gint64         date_cell;
  guint          n_refused;
};

/**
 * patron_stats_input_free:
 *
 * Frees the input.
 */
void
patron_stats_input_free (PatronStatsInput *self)
{
  g_clear_pointer (&self->rows, patron_scan_free);
  g_free (self->path);
  g_free (self);
}

static gboolean
find_columns (PatronStatsInput      *self,
              const PatronStatsAsk  *ask,
              PatronImport          *table,
              GError               **error)
{
  self->date = -1;
  self->group = -1;
  return patron_find_column (table, ask->value, &self->value, error)
         && (ask->date == NULL
             || patron_find_column (table, ask->date, &self->date, error))
         && (ask->group == NULL
             || patron_find_column (table, ask->group, &self->group, error));
}

static void
tell_guesses (PatronStatsInput *self)
{
  if (self->forms.order_ambiguous)
    g_printerr (
        _("%s: days and months cannot be told apart; dates are read as "
          "%s. --date-order says how to\n"),
        self->path, patron_date_order_get_id (self->forms.order));
  if (self->forms.mark_ambiguous)
    g_printerr (
        _("%s: thousands and decimals cannot be told apart; “%c” is taken "
          "for the decimal mark\n"),
        self->path, self->forms.decimal_mark);
}

static void
refuse_cb (guint    line,
           char    *reason,
           gpointer user_data)
{
  PatronStatsInput *self = user_data;
  g_autofree char *why = reason;

  g_printerr ("%s:%u: %s\n", self->path, line, why);
  self->n_refused++;
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
  g_autoptr (PatronImport) table = patron_import_new_for_file (
      file, NULL, PATRON_IMPORT_HEAD_YES, NULL, error);

  self->path = g_strdup (ask->path);
  self->forms.order = ask->order;
  if (table == NULL || !find_columns (self, ask, table, error))
    return NULL;
  self->rows = patron_scan_new (table, refuse_cb, self, error);
  if (self->rows == NULL
      || !patron_scan_find_forms (self->rows, self->date, &self->value, 1,
                                  &self->forms, NULL, error))
    return NULL;
  tell_guesses (self);
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
  patron_scan_refuse (self->rows, "%s", why);
}

static gboolean
take_row (PatronStatsInput *self)
{
  if (self->group >= 0
      && !patron_scan_read_filled (self->rows, self->group,
                                   &self->group_cell))
    return FALSE;
  if (self->date >= 0
      && !patron_scan_read_date (self->rows, self->date, &self->date_cell))
    return FALSE;
  self->cell = patron_scan_get_cell (self->rows, self->value);
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
    result = patron_scan_next (self->rows, error);
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

  if (patron_cell_read_number (self->cell, self->forms.decimal_mark, number))
    return TRUE;
  quoted = patron_quote_cell (self->cell);
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
