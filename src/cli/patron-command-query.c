/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* Questions in SQL. */

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "patron-open.h"
#include "patron-query.h"
#include "patron-report.h"

#define SECONDS 30

static char *format;

const GOptionEntry patron_query_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text, csv or json"),
    N_("FORMAT") },
  { NULL },
};

static void
add_cell (PatronReport *report,
          PatronQuery  *query,
          guint         column)
{
  g_auto (PatronValue) value = PATRON_VALUE_INIT;

  patron_query_get (query, column, &value);
  switch (value.type)
    {
    case PATRON_VALUE_INTEGER:
      patron_report_add_integer (report, value.integer);
      break;
    case PATRON_VALUE_REAL:
      patron_report_add_number (report, value.real, -1);
      break;
    case PATRON_VALUE_TEXT:
      patron_report_add_text (report, value.text);
      break;
    case PATRON_VALUE_NULL:
    case PATRON_VALUE_DATA:
    default:
      patron_report_add_number (report, NAN, 0);
      break;
    }
}

PatronStatus
patron_run_query (char **args)
{
  PatronReportFormat chosen;
  g_autoptr (PatronOpen) document = NULL;
  g_autoptr (PatronQuery) query = NULL;
  g_autoptr (PatronReport) report = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *written = NULL;
  GError *error = NULL;
  PatronStep step;

  if (!patron_report_read_format (format, &chosen))
    return PATRON_STATUS_USAGE;
  document = patron_open_to_read (args[0], &error);
  if (document != NULL)
    query = patron_query_new (document, args[1], SECONDS, &error);
  if (query == NULL)
    return patron_command_fail (error);
  names = patron_query_get_columns (query);
  report = patron_report_new_for_names (chosen, names);
  while ((step = patron_query_step (query, &error)) == PATRON_STEP_ROW)
    {
      for (guint i = 0; names[i] != NULL; i++)
        add_cell (report, query, i);
      patron_report_end_row (report);
    }
  if (step == PATRON_STEP_ERROR)
    return patron_command_fail (error);
  written = patron_report_end (report);
  if (written != NULL)
    fputs (written, stdout);
  if (chosen == PATRON_REPORT_JSON)
    fputs ("\n", stdout);
  return PATRON_STATUS_FINE;
}
