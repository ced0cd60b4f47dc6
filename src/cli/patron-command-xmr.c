/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* The process behaviour chart of a table, as figures. */

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "patron-date.h"
#include "patron-number.h"
#include "patron-process.h"
#include "patron-report.h"
#include "patron-stats-series.h"

static char *value_column;
static char *date_column;
static char *rules_name;
static char *direction;
static char *target_text;
static gboolean screen;
static int n_first;
static gboolean median;
static char *date_order;
static char *format;
static gboolean strict;

const GOptionEntry patron_stats_xmr_options[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_column,
    N_("The column of dates"), N_("COLUMN") },
  { "value", 0, 0, G_OPTION_ARG_STRING, &value_column,
    N_("The column of values"), N_("COLUMN") },
  { "rules", 0, 0, G_OPTION_ARG_STRING, &rules_name,
    N_("Which patterns are signals: wheeler or nhs (wheeler if not given)"),
    N_("RULES") },
  { "direction", 0, 0, G_OPTION_ARG_STRING, &direction,
    N_("Which way is better: up, down or none (none if not given)"),
    N_("WAY") },
  { "target", 0, 0, G_OPTION_ARG_STRING, &target_text,
    N_("The value that should be reached, with a point before decimals"),
    N_("NUMBER") },
  { "screen-outliers", 0, 0, G_OPTION_ARG_NONE, &screen,
    N_("Leave outliers out of the mean moving range"), NULL },
  { "first", 0, 0, G_OPTION_ARG_INT, &n_first,
    N_("Take the limits from the first so many values"), N_("NUMBER") },
  { "median", 0, 0, G_OPTION_ARG_NONE, &median,
    N_("Take medians in place of means"), NULL },
  { "date-order", 0, 0, G_OPTION_ARG_STRING, &date_order,
    N_("How dates are written: ymd, dmy, mdy or ym (found out if not "
       "given)"),
    N_("ORDER") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text, csv or json"),
    N_("FORMAT") },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &strict,
    N_("Compute nothing if a row is refused"), NULL },
  { NULL },
};

static const char *const type_ids[]
    = { "common", "improvement", "concern", "high", "low" };
static const char *const assurance_ids[]
    = { "none", "pass", "hit-and-miss", "fail" };

/* What is asked for, in the words of the library. */
typedef struct
{
  PatronProcessRules  rules;
  PatronProcessBetter better;
  double              target;
  PatronReportFormat  format;
} Wish;

typedef struct
{
  PatronProcess       process;
  PatronStatsSeries  *series; /* (owned) */
  PatronProcessPoint *points; /* (owned) */
} Chart;

static void
add_rules (PatronReport         *report,
           PatronProcessRules    rules,
           PatronProcessSignals  signals)
{
  const struct
  {
    PatronProcessSignals signal;
    const char          *id;
  } names[] = {
    { PATRON_PROCESS_OUTSIDE, "outside" },
    { PATRON_PROCESS_RUN, "run" },
    { PATRON_PROCESS_TREND, "trend" },
    { PATRON_PROCESS_NEAR, rules == PATRON_PROCESS_WHEELER ? "3-of-4"
                                                           : "2-of-3" },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (signals & names[i].signal)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              names[i].id);
  patron_report_add_text (report, text->str);
}

static char *
report_points (const Chart *chart,
               const Wish  *wish)
{
  g_autoptr (PatronReport) report = patron_report_new (
      wish->format, "date value mean lower upper moving_range rule type");

  for (gsize i = 0; i < chart->series->n; i++)
    {
      const PatronProcessPoint *point = &chart->points[i];
      g_autofree char *date
          = patron_date_to_text (chart->series->dates[i]);

      patron_report_add_text (report, date);
      patron_report_add_number (report, chart->series->values[i], -1);
      patron_report_add_number (report, chart->process.centre, -1);
      patron_report_add_number (report, chart->process.lower, -1);
      patron_report_add_number (report, chart->process.upper, -1);
      patron_report_add_number (report, point->moving_range, -1);
      add_rules (report, wish->rules, point->signals);
      patron_report_add_text (report, isnan (chart->series->values[i])
                                          ? ""
                                          : type_ids[point->type]);
      patron_report_end_row (report);
    }
  return patron_report_end (report);
}

/* How many values are worse than the target. */
static guint
count_missed (const Chart *chart,
              const Wish  *wish)
{
  guint n = 0;

  for (gsize i = 0; i < chart->series->n; i++)
    n += wish->better == PATRON_PROCESS_UP
             ? chart->series->values[i] < wish->target
             : chart->series->values[i] > wish->target;
  return n;
}

static void
print_json (const Chart     *chart,
            const Wish      *wish,
            PatronAssurance  assurance,
            const char      *points)
{
  const PatronProcess *process = &chart->process;
  const struct
  {
    const char *name;
    double      number;
  } members[] = {
    { "n", (double) process->n },
    { "n_used", (double) process->n_used },
    { "n_screened", (double) process->n_screened },
    { "mean", process->centre },
    { "moving_range", process->range },
    { "lower", process->lower },
    { "upper", process->upper },
    { "lower_quartile", process->lower_quartile },
    { "upper_quartile", process->upper_quartile },
    { "moving_range_limit", process->range_limit },
    { "target", wish->target },
    { "missed", assurance != PATRON_ASSURANCE_NONE
                    ? (double) count_missed (chart, wish)
                    : NAN },
  };
  g_autoptr (GString) json = g_string_new ("{");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_string_append_printf (json, "%s\n\"%s\": ", i > 0 ? "," : "",
                              members[i].name);
      patron_report_append_number (json, members[i].number);
    }
  g_string_append_printf (
      json,
      ",\n\"centre\": \"%s\",\n\"provisional\": %s,\n\"rules\": \"%s\","
      "\n\"assurance\": \"%s\",\n\"points\": %s\n}\n",
      median ? "median" : "mean", process->provisional ? "true" : "false",
      wish->rules == PATRON_PROCESS_NHS ? "nhs" : "wheeler",
      assurance_ids[assurance], points);
  fputs (json->str, stdout);
}

static void
print_words (const Chart     *chart,
             const Wish      *wish,
             PatronAssurance  assurance)
{
  const PatronProcess *process = &chart->process;
  guint n_missed = count_missed (chart, wish);
  guint n = (guint) process->n;

  g_print ("\n");
  if (process->provisional)
    g_print (_("The limits come from %u values, and are provisional until "
               "there are %u.\n"),
             (guint) process->n_used, PATRON_PROCESS_FIRM_VALUES);
  if (assurance == PATRON_ASSURANCE_PASS)
    g_print ("%s\n", _("Assurance: the process will meet the target."));
  else if (assurance == PATRON_ASSURANCE_FAIL)
    g_print ("%s\n", _("Assurance: the process will not meet the target "
                       "unless it is changed."));
  else if (assurance == PATRON_ASSURANCE_HIT_AND_MISS)
    g_print ("%s\n", _("Assurance: the process will meet the target at "
                       "times, and miss it at others."));
  if (assurance != PATRON_ASSURANCE_NONE)
    /* Translators: of the values that there are. */
    g_print (_("Missed so far: %u of %u.\n"), n_missed, n);
}

/* FALSE after saying what is not understood. */
static gboolean
read_words (Wish            *wish,
            PatronDateOrder *order)
{
  *wish = (Wish){ .target = NAN };
  if (value_column == NULL || date_column == NULL)
    patron_command_misuse (_("give %s and %s"), "--date", "--value");
  else if (rules_name != NULL && strcmp (rules_name, "wheeler") != 0
           && strcmp (rules_name, "nhs") != 0)
    patron_command_misuse (_("“%s” is neither wheeler nor nhs"), rules_name);
  else if (direction != NULL && strcmp (direction, "up") != 0
           && strcmp (direction, "down") != 0
           && strcmp (direction, "none") != 0)
    patron_command_misuse (_("“%s” is none of up, down and none"),
                           direction);
  else if (target_text != NULL
           && !patron_number_from_text (target_text, &wish->target))
    patron_command_misuse (_("“%s” is not a number"), target_text);
  else if (n_first != 0 && n_first < PATRON_PROCESS_MIN_VALUES)
    patron_command_misuse (_("%s is at least %d"), "--first",
                           PATRON_PROCESS_MIN_VALUES);
  else if (median && screen)
    patron_command_misuse (_("%s and %s exclude each other"), "--median",
                           "--screen-outliers");
  else if (date_order != NULL
           && !patron_date_order_from_id (date_order, order))
    patron_command_misuse (_("“%s” is none of ymd, dmy, mdy and ym"),
                           date_order);
  else if (patron_report_read_format (format, &wish->format))
    {
      if (g_strcmp0 (rules_name, "nhs") == 0)
        wish->rules = PATRON_PROCESS_NHS;
      if (g_strcmp0 (direction, "up") == 0)
        wish->better = PATRON_PROCESS_UP;
      else if (g_strcmp0 (direction, "down") == 0)
        wish->better = PATRON_PROCESS_DOWN;
      return TRUE;
    }
  return FALSE;
}

static void
clear_chart (Chart *chart)
{
  g_clear_pointer (&chart->series, patron_stats_series_free);
  g_clear_pointer (&chart->points, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, clear_chart)

/* Takes the series; returns whether it is long enough. */
static gboolean
make_chart (Chart             *chart,
            PatronStatsSeries *series,
            const Wish        *wish)
{
  chart->series = series;
  chart->points = g_new (PatronProcessPoint, MAX (series->n, 1));
  if (!patron_process_limits (series->values, series->n, (gsize) n_first,
                              median, screen, &chart->process))
    return FALSE;
  patron_process_judge (&chart->process, series->values, series->n,
                        wish->rules, wish->better, chart->points);
  return TRUE;
}

static void
print_chart (const Chart *chart,
             const Wish  *wish)
{
  PatronAssurance assurance = patron_process_assure (
      &chart->process, wish->better, wish->target);
  g_autofree char *points = report_points (chart, wish);

  if (wish->format == PATRON_REPORT_TEXT)
    print_words (chart, wish, assurance);
  else if (wish->format == PATRON_REPORT_JSON)
    print_json (chart, wish, assurance, points);
  else
    fputs (points, stdout);
}

PatronStatus
patron_run_stats_xmr (char **args)
{
  g_autoptr (PatronStatsInput) input = NULL;
  g_auto (Chart) chart = { .series = NULL };
  PatronStatsAsk ask = { .path = args[0] };
  PatronStatsSeries *series = NULL;
  GError *error = NULL;
  guint n_refused;
  Wish wish;

  if (!read_words (&wish, &ask.order))
    return PATRON_STATUS_USAGE;
  ask.value = value_column;
  ask.date = date_column;
  input = patron_stats_input_new (&ask, &error);
  if (input != NULL)
    series = patron_stats_series_read (input, &error);
  if (series == NULL)
    {
      g_prefix_error (&error, "%s: ", args[0]);
      return patron_command_fail (error);
    }
  n_refused = patron_stats_input_get_n_refused (input);
  if (strict && n_refused > 0)
    {
      patron_stats_series_free (series);
      return patron_command_refuse (
          _("nothing was computed, because rows were refused"));
    }
  if (!make_chart (&chart, series, &wish))
    return patron_command_refuse (
        _("%s: limits need %u values, and there are %u"), args[0],
        PATRON_PROCESS_MIN_VALUES, (guint) chart.process.n_used);
  print_chart (&chart, &wish);
  return n_refused > 0 ? PATRON_STATUS_PROBLEMS : PATRON_STATUS_FINE;
}
