/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-columns.h"
#include "patron-csv.h"
#include "patron-error.h"
#include "patron-find-column.h"
#include "patron-find-kpi.h"
#include "patron-import.h"
#include "patron-input.h"
#include "patron-open.h"

static char *date_column;
static char *value_column;
static char *ratio;
static gboolean complement;
static char *group_column;
static char *filter;
static char *merge;
static char *date_order;
static char *decimal_mark;
static char *separator;
static char *name;
static char *kpi_name;
static char *source;
static gboolean strict;
static gboolean dry_run;

const GOptionEntry patron_import_options[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_column,
    N_("The column of dates"), N_("COLUMN") },
  { "value", 0, 0, G_OPTION_ARG_STRING, &value_column,
    N_("The column of values"), N_("COLUMN") },
  { "ratio", 0, 0, G_OPTION_ARG_STRING, &ratio,
    N_("Take one column divided by another instead; rows of one date are "
       "added up before"),
    N_("COLUMN/COLUMN") },
  { "complement", 0, 0, G_OPTION_ARG_NONE, &complement,
    N_("Take 1 minus the ratio"), NULL },
  { "group", 0, 0, G_OPTION_ARG_STRING, &group_column,
    N_("The column whose every value is a KPI of its own"), N_("COLUMN") },
  { "filter", 0, 0, G_OPTION_ARG_STRING, &filter,
    N_("Take only rows that have the value in the column"),
    N_("COLUMN=VALUE") },
  { "merge", 0, 0, G_OPTION_ARG_STRING, &merge,
    N_("What several values of one date become: mean, sum or last (mean if "
       "not given)"),
    N_("HOW") },
  { "date-order", 0, 0, G_OPTION_ARG_STRING, &date_order,
    N_("How dates are written: ymd, dmy, mdy or ym (found out if not "
       "given)"),
    N_("ORDER") },
  { "decimal-mark", 0, 0, G_OPTION_ARG_STRING, &decimal_mark,
    N_("What stands before decimals: “.” or “,” (found out if not given)"),
    N_("MARK") },
  { "separator", 0, 0, G_OPTION_ARG_STRING, &separator,
    N_("What stands between cells (found out if not given)"), N_("MARK") },
  { "name", 0, 0, G_OPTION_ARG_STRING, &name,
    N_("The name of the KPI, or what the names of several begin with"),
    N_("NAME") },
  { "kpi", 0, 0, G_OPTION_ARG_STRING, &kpi_name,
    N_("The KPI that takes the values, by name or id"), N_("KPI") },
  { "source", 0, 0, G_OPTION_ARG_STRING, &source,
    N_("What KPIs that are made say of where they come from"), N_("TEXT") },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &strict,
    N_("Import nothing if a row is refused"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
    N_("Only say what would be imported"), NULL },
  { NULL },
};

/* Names of columns may hold the mark that separates them. */
static gboolean
find_pair (PatronImport  *import,
           const char    *text,
           char           mark,
           int           *first,
           int           *second,
           GError       **error)
{
  for (const char *p = strchr (text, mark); p != NULL;
       p = strchr (p + 1, mark))
    {
      g_autofree char *left = g_strndup (text, p - text);

      if (patron_find_column (import, left, first, NULL)
          && (second == NULL
              || patron_find_column (import, p + 1, second, NULL)))
        return TRUE;
    }
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
               _("“%s” does not name columns of the table"), text);
  return FALSE;
}

static gboolean
find_columns (PatronImport         *import,
              PatronImportMapping  *mapping,
              GError              **error)
{
  if (!patron_find_column (import, date_column, &mapping->date, error)
      || (group_column != NULL
          && !patron_find_column (import, group_column, &mapping->group,
                                  error))
      || (value_column != NULL
          && !patron_find_column (import, value_column, &mapping->value,
                                  error))
      || (ratio != NULL
          && !find_pair (import, ratio, '/', &mapping->numerator,
                         &mapping->denominator, error)))
    return FALSE;
  if (filter == NULL)
    return TRUE;
  if (!find_pair (import, filter, '=', &mapping->filter, NULL, error))
    return FALSE;
  mapping->filter_value
      = filter + strlen (patron_import_get_column (import,
                                                   (guint) mapping->filter))
        + 1;
  return TRUE;
}

/* The same in the words of the library; FALSE after saying what is not
 * understood. */
static gboolean
read_words (PatronImportMapping *mapping)
{
  if (date_column == NULL
      || (value_column == NULL) == (ratio == NULL))
    patron_command_misuse (_("give %s, and either %s or %s"), "--date",
                           "--value", "--ratio");
  else if (complement && ratio == NULL)
    patron_command_misuse (_("%s goes with %s"), "--complement", "--ratio");
  else if (kpi_name != NULL && group_column != NULL)
    patron_command_misuse (_("%s and %s exclude each other"), "--kpi",
                           "--group");
  else if (merge != NULL
           && !patron_import_merge_from_id (merge, &mapping->merge))
    patron_command_misuse (_("“%s” is none of mean, sum and last"), merge);
  else if (date_order != NULL
           && !patron_date_order_from_id (date_order, &mapping->order))
    patron_command_misuse (_("“%s” is none of ymd, dmy, mdy and ym"),
                           date_order);
  else if (decimal_mark != NULL && strcmp (decimal_mark, ".") != 0
           && strcmp (decimal_mark, ",") != 0)
    patron_command_misuse (_("“%s” is neither “.” nor “,”"), decimal_mark);
  else if (separator != NULL && strlen (separator) != 1
           && strcmp (separator, "\\t") != 0)
    patron_command_misuse (_("“%s” is not a single character"), separator);
  else
    {
      mapping->complement = complement;
      mapping->decimal_mark = decimal_mark != NULL ? *decimal_mark : 0;
      mapping->name = name;
      mapping->source = source;
      return TRUE;
    }
  return FALSE;
}

static PatronImport *
read_table (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes
      = patron_input_read_file (file, PATRON_CSV_MAX_SIZE, NULL, error);
  char mark = separator != NULL ? *separator : 0;

  if (g_strcmp0 (separator, "\\t") == 0)
    mark = '\t';
  return bytes != NULL ? patron_import_new (bytes, mark, error) : NULL;
}

static void
print_refusals (PatronImportPlan *plan,
                const char       *path)
{
  gboolean ambiguous;
  PatronDateOrder order = patron_import_plan_get_order (plan, &ambiguous);
  char mark;

  if (ambiguous)
    g_printerr (
        _("%s: days and months cannot be told apart; dates are read as "
          "%s. --date-order says how to\n"),
        path, patron_date_order_get_id (order));
  mark = patron_import_plan_get_decimal_mark (plan, &ambiguous);
  if (ambiguous)
    g_printerr (
        _("%s: thousands and decimals cannot be told apart; “%c” is taken "
          "for the decimal mark. --decimal-mark says which it is\n"),
        path, mark);
  for (guint i = 0; i < patron_import_plan_get_n_refusals (plan); i++)
    {
      const PatronImportRefusal *refusal
          = patron_import_plan_get_refusal (plan, i);

      g_printerr ("%s:%u: %s\n", path, refusal->row, refusal->reason);
    }
}

static void
print_plan (PatronImportPlan *plan)
{
  g_autoptr (PatronColumns) columns = patron_columns_new ();

  for (guint i = 0; i < patron_import_plan_get_n_groups (plan); i++)
    {
      const PatronImportGroup *group = patron_import_plan_get_group (plan, i);
      g_autofree char *count = g_strdup_printf (
          ngettext ("%u value", "%u values", group->points->len),
          group->points->len);

      patron_columns_add (columns, group->name, FALSE);
      patron_columns_add (columns, count, TRUE);
      patron_columns_add (columns,
                          group->kpi == 0 ? C_("KPI", "new KPI") : "", FALSE);
      patron_columns_end_row (columns);
    }
  patron_columns_print (columns, 0);
  g_print (_("Values: %u new, %u changed, %u as they were. Rows: %u refused, "
             "%u left out\n"),
           patron_import_plan_get_n_new (plan),
           patron_import_plan_get_n_changes (plan),
           patron_import_plan_get_n_points (plan)
               - patron_import_plan_get_n_new (plan)
               - patron_import_plan_get_n_changes (plan),
           patron_import_plan_get_n_refusals (plan),
           patron_import_plan_get_n_filtered (plan));
}

static PatronStatus
import (PatronDocument      *document,
        PatronImport        *table,
        PatronImportMapping *mapping,
        const char          *path)
{
  g_autoptr (PatronImportPlan) plan = NULL;
  GError *error = NULL;
  guint n_refused;

  if (kpi_name != NULL)
    {
      g_autoptr (PatronRecord) kpi
          = patron_find_kpi (document, kpi_name, &error);

      if (kpi == NULL)
        return patron_command_fail (error);
      mapping->kpi = patron_record_get_id (kpi);
    }
  plan = patron_import_plan (table, document, mapping, &error);
  if (plan == NULL)
    return patron_command_fail (error);
  print_refusals (plan, path);
  n_refused = patron_import_plan_get_n_refusals (plan);
  if (strict && n_refused > 0)
    return patron_command_refuse (
        _("nothing was imported, because rows were refused"));
  if (!dry_run
      && (!patron_import_plan_apply (plan, document, &error)
          || !patron_open_publish (document, &error)))
    return patron_command_fail (error);
  print_plan (plan);
  return n_refused > 0 ? PATRON_STATUS_PROBLEMS : PATRON_STATUS_FINE;
}

PatronStatus
patron_run_import (char **args)
{
  g_autoptr (PatronOpen) document = NULL;
  g_autoptr (PatronImport) table = NULL;
  PatronImportMapping mapping;
  GError *error = NULL;

  patron_import_mapping_init (&mapping);
  if (!read_words (&mapping))
    return PATRON_STATUS_USAGE;
  table = read_table (args[1], &error);
  if (table == NULL || !find_columns (table, &mapping, &error))
    {
      g_prefix_error (&error, "%s: ", args[1]);
      return patron_command_fail (error);
    }
  document = dry_run ? patron_open_to_read (args[0], &error)
                     : patron_open_to_edit (args[0], &error);
  if (document == NULL)
    return patron_command_fail (error);
  return import (document, table, &mapping, args[1]);
}
