/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-columns.h"
#include "patron-command.h"
#include "patron-csv.h"
#include "patron-json-field.h"
#include "patron-number.h"

/**
 * PatronReport:
 *
 * Writes rows as they come, but for text, whose columns are as wide as their
 * widest cell.
 */
struct _PatronReport
{
  PatronReportFormat  format;
  char              **names;
  guint               at; /* the column that comes next */
  guint               n_rows;
  PatronColumns      *columns; /* (nullable): of text */
  GString            *written;
};

/**
 * patron_report_read_format:
 * @text: (nullable): the word for a format; %NULL for text
 * @format: (out): the format
 *
 * Returns: whether there is such a format; if not, that is told on the
 *   standard error
 */
gboolean
patron_report_read_format (const char         *text,
                           PatronReportFormat *format)
{
  if (text == NULL || strcmp (text, "text") == 0)
    *format = PATRON_REPORT_TEXT;
  else if (strcmp (text, "csv") == 0)
    *format = PATRON_REPORT_CSV;
  else if (strcmp (text, "json") == 0)
    *format = PATRON_REPORT_JSON;
  else
    {
      patron_command_misuse (_("“%s” is none of text, csv and json"), text);
      return FALSE;
    }
  return TRUE;
}

/**
 * patron_report_new:
 * @columns: their names, with blanks between them
 *
 * Returns: (transfer full): a report without rows
 */
PatronReport *
patron_report_new (PatronReportFormat  format,
                   const char         *columns)
{
  g_auto (GStrv) names = g_strsplit (columns, " ", -1);

  return patron_report_new_for_names (format, names);
}

/**
 * patron_report_new_for_names:
 * @names: (array zero-terminated=1): of the columns
 *
 * Returns: (transfer full): a report without rows
 */
PatronReport *
patron_report_new_for_names (PatronReportFormat format,
                             char             **names)
{
  PatronReport *self = g_new0 (PatronReport, 1);

  self->format = format;
  self->names = g_strdupv (names);
  self->written = g_string_new (format == PATRON_REPORT_JSON ? "[" : NULL);
  if (format == PATRON_REPORT_TEXT)
    self->columns = patron_columns_new ();
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      if (format == PATRON_REPORT_TEXT)
        patron_columns_add (self->columns, self->names[i], FALSE);
      else if (format == PATRON_REPORT_CSV)
        patron_csv_append (self->written, self->names[i]);
    }
  if (format == PATRON_REPORT_TEXT)
    patron_columns_end_row (self->columns);
  else if (format == PATRON_REPORT_CSV)
    patron_csv_end_row (self->written);
  return self;
}

/**
 * patron_report_free:
 *
 * Frees the report.
 */
void
patron_report_free (PatronReport *self)
{
  g_strfreev (self->names);
  g_clear_pointer (&self->columns, patron_columns_free);
  g_string_free (self->written, TRUE);
  g_free (self);
}

static void
begin_member (PatronReport *self)
{
  if (self->at > 0)
    g_string_append (self->written, ", ");
  else
    g_string_append (self->written, self->n_rows > 0 ? ",\n  {" : "\n  {");
  patron_json_append_string (self->written, self->names[self->at]);
  g_string_append (self->written, ": ");
}

/**
 * patron_report_add_text:
 * @text: what the next cell of the row holds
 *
 * Adds a cell.
 */
void
patron_report_add_text (PatronReport *self,
                        const char   *text)
{
  switch (self->format)
    {
    case PATRON_REPORT_CSV:
      patron_csv_append_text (self->written, text);
      break;

    case PATRON_REPORT_JSON:
      begin_member (self);
      patron_json_append_string (self->written, text);
      break;

    case PATRON_REPORT_TEXT:
    default:
      patron_columns_add (self->columns, text, FALSE);
      break;
    }
  self->at++;
}

/**
 * patron_report_append_number:
 * @number: what a member of an object holds; null where it is not finite
 *
 * Appends it as JSON writes it.
 */
void
patron_report_append_number (GString *json,
                             double   number)
{
  g_autofree char *text
      = isfinite (number) ? patron_number_to_text (number) : NULL;

  g_string_append (json, text != NULL ? text : "null");
}

/**
 * patron_report_add_number:
 * @number: what the next cell of the row holds; NAN for nothing
 * @decimals: how many people see, as in patron_number_format()
 *
 * Adds a cell.
 */
void
patron_report_add_number (PatronReport *self,
                          double        number,
                          int           decimals)
{
  g_autofree char *text = NULL;

  switch (self->format)
    {
    case PATRON_REPORT_CSV:
      text = isfinite (number) ? patron_number_to_text (number)
                               : g_strdup ("");
      patron_csv_append (self->written, text);
      break;

    case PATRON_REPORT_JSON:
      begin_member (self);
      patron_report_append_number (self->written, number);
      break;

    case PATRON_REPORT_TEXT:
    default:
      text = isfinite (number) ? patron_number_format (number, decimals)
                               : g_strdup ("");
      patron_columns_add (self->columns, text, TRUE);
      break;
    }
  self->at++;
}

/**
 * patron_report_add_integer:
 * @integer: what the next cell of the row holds
 *
 * Adds a cell, to the last digit, as keys need it.
 */
void
patron_report_add_integer (PatronReport *self,
                           gint64        integer)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, integer);

  switch (self->format)
    {
    case PATRON_REPORT_CSV:
      patron_csv_append (self->written, text);
      break;

    case PATRON_REPORT_JSON:
      begin_member (self);
      g_string_append (self->written, text);
      break;

    case PATRON_REPORT_TEXT:
    default:
      patron_columns_add (self->columns, text, TRUE);
      break;
    }
  self->at++;
}

/**
 * patron_report_end_row:
 *
 * Ends the row.
 */
void
patron_report_end_row (PatronReport *self)
{
  if (self->format == PATRON_REPORT_TEXT)
    patron_columns_end_row (self->columns);
  else if (self->format == PATRON_REPORT_CSV)
    patron_csv_end_row (self->written);
  else
    g_string_append_c (self->written, '}');
  self->at = 0;
  self->n_rows++;
}

/**
 * patron_report_end:
 *
 * Prints what is for people, and ends what is for programs.
 *
 * Returns: (transfer full) (nullable): the CSV, or the JSON without a line
 *   end; %NULL for text
 */
char *
patron_report_end (PatronReport *self)
{
  if (self->format == PATRON_REPORT_TEXT)
    {
      patron_columns_print (self->columns, patron_columns_get_room ());
      return NULL;
    }
  if (self->format == PATRON_REPORT_JSON)
    g_string_append (self->written, self->n_rows > 0 ? "\n]" : "]");
  return g_strdup (self->written->str);
}
