/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-columns.h"
#include "patron-csv.h"
#include "patron-date.h"
#include "patron-error.h"
#include "patron-find-column.h"
#include "patron-find-kpi.h"
#include "patron-import.h"
#include "patron-number.h"
#include "patron-open.h"

static char *date_column;
static char *single_date;
static char *value_column;
static char *ratio;
static gboolean complement;
static char *share;
static gboolean count;
static char *group_column;
static gboolean segments;
static char *filter;
static char *merge;
static char *period;
static char *scale;
static char *date_order;
static char *decimal_mark;
static char *separator;
static char *quote;
static char *encoding;
static gboolean no_head;
static char *name;
static char *kpi_name;
static char *source;
static char *mapping_name;
static char *remembered_name;
static gboolean strict;
static gboolean dry_run;

const GOptionEntry patron_import_options[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_column,
    N_("The column of dates"), N_("COLUMN") },
  { "on", 0, 0, G_OPTION_ARG_STRING, &single_date,
    N_("The date of all rows, of a table without dates"), N_("DATE") },
  { "value", 0, 0, G_OPTION_ARG_STRING, &value_column,
    N_("The column of values"), N_("COLUMN") },
  { "ratio", 0, 0, G_OPTION_ARG_STRING, &ratio,
    N_("Take one column divided by another instead; rows of one date are "
       "added up before"),
    N_("COLUMN/COLUMN") },
  { "share", 0, 0, G_OPTION_ARG_STRING, &share,
    N_("Take the share of the rows that pass a test instead, such as "
       "“Score>=4”; also with =, !=, <, <= and >"),
    N_("TEST") },
  { "count", 0, 0, G_OPTION_ARG_NONE, &count,
    N_("Take the number of rows instead"), NULL },
  { "complement", 0, 0, G_OPTION_ARG_NONE, &complement,
    N_("Take 1 minus the ratio or the share"), NULL },
  { "group", 0, 0, G_OPTION_ARG_STRING, &group_column,
    N_("The column whose every value is a KPI of its own"), N_("COLUMN") },
  { "segments", 0, 0, G_OPTION_ARG_NONE, &segments,
    N_("Tie the KPIs of groups to the segments of those names, which are "
       "made where they are missing"),
    NULL },
  { "filter", 0, 0, G_OPTION_ARG_STRING, &filter,
    N_("Take only rows that pass a test, such as “Type=1”"), N_("TEST") },
  { "merge", 0, 0, G_OPTION_ARG_STRING, &merge,
    N_("What several values of one period become: mean, sum, median, p90, "
       "last or nps (mean if not given)"),
    N_("HOW") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &period,
    N_("Gather rows by day, week, month, quarter or year (day if not "
       "given)"),
    N_("PERIOD") },
  { "scale", 0, 0, G_OPTION_ARG_STRING, &scale,
    N_("Refuse rows whose value is not between the two"), N_("LOW..HIGH") },
  { "date-order", 0, 0, G_OPTION_ARG_STRING, &date_order,
    N_("How dates are written: ymd, dmy, mdy or ym (found out if not "
       "given)"),
    N_("ORDER") },
  { "decimal-mark", 0, 0, G_OPTION_ARG_STRING, &decimal_mark,
    N_("What stands before decimals: “.” or “,” (found out if not given)"),
    N_("MARK") },
  { "separator", 0, 0, G_OPTION_ARG_STRING, &separator,
    N_("What stands between cells (found out if not given)"), N_("MARK") },
  { "quote", 0, 0, G_OPTION_ARG_STRING, &quote,
    N_("What stands around cells, or “none” (the quotation mark if not "
       "given)"),
    N_("MARK") },
  { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding,
    N_("UTF-8, UTF-16LE, UTF-16BE or Windows-1252 (found out if not given)"),
    N_("ENCODING") },
  { "no-head", 0, 0, G_OPTION_ARG_NONE, &no_head,
    N_("The first row names no columns, but holds values"), NULL },
  { "name", 0, 0, G_OPTION_ARG_STRING, &name,
    N_("The name of the KPI, or what the names of several begin with"),
    N_("NAME") },
  { "kpi", 0, 0, G_OPTION_ARG_STRING, &kpi_name,
    N_("The KPI that takes the values, by name or id"), N_("KPI") },
  { "source", 0, 0, G_OPTION_ARG_STRING, &source,
    N_("What KPIs that are made say of where they come from"), N_("TEXT") },
  { "mapping", 0, 0, G_OPTION_ARG_STRING, &mapping_name,
    N_("Read as a mapping says that the document remembers; other options "
       "override it"),
    N_("NAME") },
  { "remember", 0, 0, G_OPTION_ARG_STRING, &remembered_name,
    N_("Remember all this in the document, for --mapping"), N_("NAME") },
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
          && patron_find_column (import, p + 1, second, NULL))
        return TRUE;
    }
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
               _("“%s” does not name columns of the table"), text);
  return FALSE;
}

/* The longer of two operators that stand at one place is meant. */
static gboolean
find_test (PatronImport      *import,
           const char        *text,
           PatronImportTest  *test,
           GError           **error)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      g_autofree char *left = g_strndup (text, p - text);
      gsize longest = 0;

      for (int i = 0; i < PATRON_N_IMPORT_OPERATORS; i++)
        {
          const char *id
              = patron_import_operator_get_id ((PatronImportOperator) i);

          if (!g_str_has_prefix (p, id) || strlen (id) <= longest)
            continue;
          longest = strlen (id);
          test->operator = (PatronImportOperator) i;
          test->value = p + longest;
        }
      if (longest > 0
          && patron_find_column (import, g_strstrip (left), &test->column,
                                 NULL))
        {
          while (g_ascii_isspace (*test->value))
            test->value++;
          return TRUE;
        }
    }
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
               _("“%s” is no test of a column, such as “Type=1”"), text);
  return FALSE;
}

static gboolean
find_columns (PatronImport         *import,
              PatronImportMapping  *mapping,
              GError              **error)
{
  return (date_column == NULL
          || patron_find_column (import, date_column, &mapping->date, error))
         && (group_column == NULL
             || patron_find_column (import, group_column, &mapping->group,
                                    error))
         && (value_column == NULL
             || patron_find_column (import, value_column, &mapping->value,
                                    error))
         && (ratio == NULL
             || find_pair (import, ratio, '/', &mapping->numerator,
                           &mapping->denominator, error))
         && (share == NULL
             || find_test (import, share, &mapping->share, error))
         && (filter == NULL
             || find_test (import, filter, &mapping->filter, error));
}

static gboolean
read_scale (double *low,
            double *high)
{
  g_auto (GStrv) parts = g_strsplit (scale, "..", -1);

  return g_strv_length (parts) == 2
         && (*parts[0] == '\0' || patron_number_from_text (parts[0], low))
         && (*parts[1] == '\0' || patron_number_from_text (parts[1], high));
}

static gboolean
check_together (void)
{
  guint n_kinds = (value_column != NULL) + (ratio != NULL) + (share != NULL)
                  + (count != FALSE);

  if (mapping_name == NULL
      && ((date_column == NULL && single_date == NULL) || n_kinds == 0))
    patron_command_misuse (
        _("give %s or %s, and one of %s, %s, %s and %s; or %s"), "--date",
        "--on", "--value", "--ratio", "--share", "--count", "--mapping");
  else if (date_column != NULL && single_date != NULL)
    patron_command_misuse (_("%s and %s exclude each other"), "--date",
                           "--on");
  else if (n_kinds > 1)
    patron_command_misuse (_("give only one of %s, %s, %s and %s"),
                           "--value", "--ratio", "--share", "--count");
  else if (mapping_name == NULL && complement && ratio == NULL
           && share == NULL)
    patron_command_misuse (_("%s goes with %s or %s"), "--complement",
                           "--ratio", "--share");
  else if (merge != NULL && (ratio != NULL || share != NULL || count))
    patron_command_misuse (_("%s goes with %s"), "--merge", "--value");
  else if (kpi_name != NULL && group_column != NULL)
    patron_command_misuse (_("%s and %s exclude each other"), "--kpi",
                           "--group");
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_mark (const char *text)
{
  return text == NULL || strlen (text) == 1 || strcmp (text, "\\t") == 0;
}

static gboolean
is_encoding (const char *text)
{
  for (gsize i = 0; patron_csv_encodings[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, patron_csv_encodings[i]) == 0)
      return TRUE;
  return FALSE;
}

/* How the table is written; FALSE after saying what is not understood. */
static gboolean
read_form (PatronImportMemory *memory)
{
  if (!is_mark (separator))
    patron_command_misuse (_("“%s” is not a single character"), separator);
  else if (g_strcmp0 (quote, "none") != 0 && !is_mark (quote))
    patron_command_misuse (_("“%s” is neither a single character nor "
                             "“none”"),
                           quote);
  else if (encoding != NULL && !is_encoding (encoding))
    patron_command_misuse (_("“%s” is no encoding that is read"), encoding);
  else
    {
      if (separator != NULL)
        memory->form.separator = strlen (separator) == 1 ? *separator : '\t';
      if (quote != NULL)
        memory->form.quote = strlen (quote) == 1 ? *quote
                                                 : PATRON_CSV_NO_QUOTE;
      if (encoding != NULL)
        memory->form.encoding = encoding;
      if (no_head)
        memory->head = PATRON_IMPORT_HEAD_NO;
      return TRUE;
    }
  return FALSE;
}

/* The same in the words of the library; FALSE after saying what is not
 * understood. */
static gboolean
read_words (PatronImportMapping *mapping)
{
  if (value_column != NULL)
    mapping->merge = PATRON_IMPORT_MEAN;
  if (merge != NULL
      && (!patron_import_merge_from_id (merge, &mapping->merge)
          || !patron_import_merge_needs_value (mapping->merge)))
    patron_command_misuse (
        _("“%s” is none of mean, sum, median, p90, last and nps"), merge);
  else if (period != NULL
           && !patron_import_period_from_id (period, &mapping->period))
    patron_command_misuse (
        _("“%s” is none of day, week, month, quarter and year"), period);
  else if (single_date != NULL
           && !patron_date_from_text (single_date, &mapping->single_date))
    patron_command_misuse (_("“%s” is no date, such as 2024-03-31"),
                           single_date);
  else if (scale != NULL && !read_scale (&mapping->low, &mapping->high))
    patron_command_misuse (_("“%s” is no scale, such as 0..10"), scale);
  else if (date_order != NULL
           && !patron_date_order_from_id (date_order, &mapping->order))
    patron_command_misuse (_("“%s” is none of ymd, dmy, mdy and ym"),
                           date_order);
  else if (decimal_mark != NULL && strcmp (decimal_mark, ".") != 0
           && strcmp (decimal_mark, ",") != 0)
    patron_command_misuse (_("“%s” is neither “.” nor “,”"), decimal_mark);
  else
    return TRUE;
  return FALSE;
}

/* What is given replaces what a mapping remembers. */
static void
override (PatronImportMapping *mapping)
{
  if (ratio != NULL)
    mapping->merge = PATRON_IMPORT_RATIO;
  if (share != NULL)
    mapping->merge = PATRON_IMPORT_SHARE;
  if (count)
    mapping->merge = PATRON_IMPORT_COUNT;
  if (ratio != NULL || share != NULL || complement)
    mapping->complement = complement;
  if (single_date != NULL)
    mapping->date = -1;
  if (segments)
    mapping->segments = TRUE;
  if (decimal_mark != NULL)
    mapping->decimal_mark = *decimal_mark;
  if (name != NULL)
    mapping->name = name;
  if (source != NULL)
    mapping->source = source;
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
      guint row;
      g_autofree char *reason = patron_refusals_get (
          patron_import_plan_get_refusals (plan), i, &row);

      g_printerr ("%s:%u: %s\n", path, row, reason);
    }
}

static void
print_plan (PatronImportPlan *plan)
{
  g_autoptr (PatronColumns) columns = patron_columns_new ();

  for (guint i = 0; i < patron_import_plan_get_n_groups (plan); i++)
    {
      const PatronImportGroup *group = patron_import_plan_get_group (plan, i);
      g_autofree char *n_values = g_strdup_printf (
          ngettext ("%u value", "%u values", group->points->len),
          group->points->len);

      patron_columns_add (columns, group->name, FALSE);
      patron_columns_add (columns, n_values, TRUE);
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

static gboolean
find_kpi (PatronDocument       *document,
          PatronImportMapping  *mapping,
          GError              **error)
{
  g_autoptr (PatronRecord) kpi = NULL;

  if (kpi_name == NULL)
    return TRUE;
  kpi = patron_find_kpi (document, kpi_name, error);
  if (kpi != NULL)
    mapping->kpi = patron_record_get_id (kpi);
  return kpi != NULL;
}

static gboolean
write_plan (PatronDocument            *document,
            PatronImport              *table,
            const PatronImportMemory  *memory,
            PatronImportPlan          *plan,
            GError                   **error)
{
  g_autoptr (PatronRecord) record = NULL;

  if (remembered_name != NULL)
    {
      record = patron_import_remember (table, document, remembered_name,
                                       memory, error);
      if (record == NULL)
        return FALSE;
    }
  return patron_import_plan_apply (plan, document, error)
         && patron_open_publish (document, error);
}

static PatronStatus
import (PatronDocument     *document,
        PatronImport       *table,
        PatronImportMemory *memory,
        const char         *path)
{
  g_autoptr (PatronImportPlan) plan = NULL;
  GError *error = NULL;
  guint n_refused;

  if (find_kpi (document, &memory->mapping, &error))
    plan = patron_import_plan (table, document, &memory->mapping, &error);
  if (plan == NULL)
    return patron_command_fail (error);
  print_refusals (plan, path);
  n_refused = patron_import_plan_get_n_refusals (plan);
  if (strict && n_refused > 0)
    return patron_command_refuse (
        _("nothing was imported, because rows were refused"));
  if (!dry_run && !write_plan (document, table, memory, plan, &error))
    return patron_command_fail (error);
  print_plan (plan);
  return n_refused > 0 ? PATRON_STATUS_PROBLEMS : PATRON_STATUS_FINE;
}

/* Opens the table as it is remembered, or as it seems, and finds the
 * columns; NULL after saying why not. */
static PatronImport *
read_table (const char          *path,
            PatronRecord        *remembered,
            PatronImportMemory  *memory,
            GError             **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (PatronImport) table = patron_import_new_for_file (
      file, &memory->form, memory->head, NULL, error);
  const PatronCsvForm form = memory->form;
  const PatronImportHead head = memory->head;
  gboolean good = table != NULL;

  if (good && remembered != NULL)
    good = patron_import_recall (table, remembered, memory, error);
  memory->form = form;
  memory->head = head;
  if (good && find_columns (table, &memory->mapping, error))
    return g_steal_pointer (&table);
  g_prefix_error (error, "%s: ", path);
  return NULL;
}

PatronStatus
patron_run_import (char **args)
{
  g_autoptr (PatronOpen) document = NULL;
  g_autoptr (PatronRecord) remembered = NULL;
  g_autoptr (PatronImport) table = NULL;
  PatronImportMemory memory = { .head = PATRON_IMPORT_HEAD_YES };
  GError *error = NULL;

  patron_import_mapping_init (&memory.mapping);
  if (!check_together () || !read_form (&memory)
      || !read_words (&memory.mapping))
    return PATRON_STATUS_USAGE;
  document = dry_run ? patron_open_to_read (args[0], &error)
                     : patron_open_to_edit (args[0], &error);
  if (document == NULL)
    return patron_command_fail (error);
  if (mapping_name != NULL)
    {
      remembered = patron_import_find_mapping (document, mapping_name,
                                               &error);
      if (remembered == NULL)
        return patron_command_fail (error);
      patron_import_recall_form (remembered, &memory);
      read_form (&memory);
    }
  table = read_table (args[1], remembered, &memory, &error);
  if (table == NULL)
    return patron_command_fail (error);
  read_words (&memory.mapping);
  override (&memory.mapping);
  return import (document, table, &memory, args[1]);
}
