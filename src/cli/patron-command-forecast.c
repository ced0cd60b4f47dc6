/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* Where the series of a table will be at a date. */

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "patron-date.h"
#include "patron-forecast.h"
#include "patron-report.h"
#include "patron-stats-series.h"

static char *value_column;
static char *date_column;
static char *to_text;
static char *method_name;
static char *season_name;
static char *rules_name;
static char *date_order;
static char *format;
static gboolean strict;

const GOptionEntry patron_stats_forecast_options[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_column,
    N_("The column of dates"), N_("COLUMN") },
  { "value", 0, 0, G_OPTION_ARG_STRING, &value_column,
    N_("The column of values"), N_("COLUMN") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_text,
    N_("The date to look ahead to, such as 2026-12-31"), N_("DATE") },
  { "method", 0, 0, G_OPTION_ARG_STRING, &method_name,
    N_("How the line is found: least-squares or theil-sen (least-squares if "
       "not given)"),
    N_("METHOD") },
  { "seasons", 0, 0, G_OPTION_ARG_STRING, &season_name,
    N_("What repeats each year: month, quarter or none (none if not given)"),
    N_("WHICH") },
  { "rules", 0, 0, G_OPTION_ARG_STRING, &rules_name,
    N_("Which patterns are signals: wheeler or nhs (wheeler if not given)"),
    N_("RULES") },
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

static const char *const methods[] = { "least-squares", "theil-sen", NULL };
static const char *const seasons[] = { "none", "month", "quarter", NULL };
static const char *const rule_sets[] = { "wheeler", "nhs", NULL };
static const guint n_seasons[] = { 1, 12, 4 };

typedef struct
{
  PatronForecastMethod method;
  PatronProcessRules   rules;
  guint                seasons; /* an index of both arrays */
  gint64               to;
  PatronReportFormat   format;
} Wish;

static guint
season_of (gint64 date,
           guint  which)
{
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  if (which == 0)
    return 0;
  return (guint) (month - 1) / (which == 1 ? 1 : 3);
}

/* The place of a word; the first one where it is not given. */
static gboolean
find_word (const char        *word,
           const char *const *words,
           guint             *place)
{
  *place = 0;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/* FALSE after saying what is not understood. */
static gboolean
read_words (Wish            *wish,
            PatronDateOrder *order)
{
  guint method, rules;

  *wish = (Wish){ 0 };
  if (value_column == NULL || date_column == NULL)
    patron_command_misuse (_("give %s and %s"), "--date", "--value");
  else if (to_text == NULL)
    patron_command_misuse (_("give %s"), "--to");
  else if (!patron_date_from_text (to_text, &wish->to))
    patron_command_misuse (_("“%s” is not a date"), to_text);
  else if (!find_word (method_name, methods, &method))
    patron_command_misuse (_("“%s” is neither least-squares nor theil-sen"),
                           method_name);
  else if (!find_word (season_name, seasons, &wish->seasons))
    patron_command_misuse (_("“%s” is none of none, month and quarter"),
                           season_name);
  else if (!find_word (rules_name, rule_sets, &rules))
    patron_command_misuse (_("“%s” is neither wheeler nor nhs"), rules_name);
  else if (date_order != NULL
           && !patron_date_order_from_id (date_order, order))
    patron_command_misuse (_("“%s” is none of ymd, dmy, mdy and ym"),
                           date_order);
  else if (patron_report_read_format (format, &wish->format))
    {
      wish->method = (PatronForecastMethod) method;
      wish->rules = (PatronProcessRules) rules;
      return TRUE;
    }
  return FALSE;
}

static PatronForecastState
compute (const PatronStatsSeries *series,
         const Wish              *wish,
         PatronForecast          *forecast,
         PatronForecastValue     *value)
{
  g_autofree double *x = g_new (double, series->n + 1);
  g_autofree guint *own = g_new (guint, series->n + 1);

  for (gsize i = 0; i < series->n; i++)
    {
      x[i] = (double) series->dates[i];
      own[i] = season_of (series->dates[i], wish->seasons);
    }
  patron_forecast_make (x, series->values, series->n, own,
                        n_seasons[wish->seasons], wish->method, wish->rules,
                        forecast);
  return patron_forecast_at (forecast, (double) wish->to,
                             season_of (wish->to, wish->seasons), value);
}

/* Why there is none, and what would help. */
static PatronStatus
refuse (const char              *path,
        PatronForecastState      state,
        const PatronForecast    *forecast,
        const PatronStatsSeries *series)
{
  g_autofree char *date = NULL;

  if (state == PATRON_FORECAST_TOO_FEW)
    return patron_command_refuse (
        _("%s: a forecast needs %u values of different dates, and there are "
          "%u"),
        path, PATRON_FORECAST_MIN_VALUES, (guint) forecast->fit.n);
  if (state == PATRON_FORECAST_TOO_FAR)
    return patron_command_refuse (
        _("%s: the date must lie after the last value, and no further from "
          "it than the first one does"),
        path);
  date = patron_date_to_text (series->dates[forecast->broken_at]);
  return patron_command_refuse (
      forecast->signals & PATRON_PROCESS_OUTSIDE
          ? _("%s: the value of %s lies outside the limits, so that what was "
              "before does not tell what comes")
          : _("%s: from %s on all values lie on one side of the line, so that "
              "what was before does not tell what comes"),
      path, date);
}

static char *
report (const PatronForecast      *forecast,
        const PatronForecastValue *value,
        const Wish                *wish)
{
  g_autoptr (PatronReport) made = patron_report_new (
      wish->format, "date value lower upper method seasons n");
  g_autofree char *date = patron_date_to_text (wish->to);

  patron_report_add_text (made, date);
  patron_report_add_number (made, value->value, -1);
  patron_report_add_number (made, value->lower, -1);
  patron_report_add_number (made, value->upper, -1);
  patron_report_add_text (made, methods[forecast->method]);
  patron_report_add_text (made,
                          seasons[forecast->seasonal ? wish->seasons : 0]);
  patron_report_add_number (made, (double) forecast->fit.n, 0);
  patron_report_end_row (made);
  return patron_report_end (made);
}

PatronStatus
patron_run_stats_forecast (char **args)
{
  g_autoptr (PatronStatsInput) input = NULL;
  g_autoptr (PatronStatsSeries) series = NULL;
  g_autofree char *written = NULL;
  PatronStatsAsk ask = { .path = args[0] };
  PatronForecast forecast;
  PatronForecastValue value;
  PatronForecastState state;
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
    return patron_command_refuse (
        _("nothing was computed, because rows were refused"));
  state = compute (series, &wish, &forecast, &value);
  if (state != PATRON_FORECAST_KNOWN)
    return refuse (args[0], state, &forecast, series);
  written = report (&forecast, &value, &wish);
  if (written != NULL)
    printf ("%s%s", written,
            wish.format == PATRON_REPORT_JSON ? "\n" : "");
  return n_refused > 0 ? PATRON_STATUS_PROBLEMS : PATRON_STATUS_FINE;
}
