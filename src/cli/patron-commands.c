/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* All commands, in the order of the help. data/patron.1 tells of the same. */

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>

const PatronCommand patron_commands[] = {
  { "new", "FILE", N_("Make a strategy"), NULL, patron_new_options, 1, 1,
    patron_run_new },
  { "info", "FILE", N_("Say what a strategy holds"), NULL,
    patron_info_options, 1, 1, patron_run_info },
  { "check", "FILE…", N_("Check that strategies are sound and complete"),
    N_("What a strategy lacks is listed, such as a KPI without an owner; "
       "then the status is 1."),
    patron_check_options, 1, -1, patron_run_check },
  { "list", "FILE KIND", N_("List the records of a kind"),
    N_("“patron info FILE” lists the kinds."), patron_list_options, 2, 2,
    patron_run_list },
  { "add", "FILE KIND [FIELD=VALUE…]",
    N_("Add a record, and print its id"),
    N_("Values are written as in files: dates as 2024-03-31, numbers with a "
       "point, choices and references by their ids. A picture is read from "
       "a file where its value is “@” and the name of the file."),
    NULL, 2, -1, patron_run_add },
  { "set", "FILE ID FIELD=VALUE…", N_("Change fields of a record"),
    N_("“FIELD=” empties a field."), NULL, 3, -1, patron_run_set },
  { "remove", "FILE ID…",
    N_("Remove records, and what is part of them"), NULL, NULL, 2, -1,
    patron_run_remove },
  { "edit", "FILE", N_("Edit by commands from the standard input"),
    N_("Each line is a command in JSON, and is answered by one. See the "
       "manual page."),
    NULL, 1, 1, patron_run_edit },
  { "export", "FILE",
    N_("Write portraits, charts and journeys as pictures, or the whole "
       "strategy as text"),
    N_("The name of each file that is written is printed."),
    patron_export_options, 1, 1, patron_run_export },
  { "deck", "FILE", N_("Write the strategy as a presentation"),
    N_("Titles, texts and tables can be edited, and so can bars, columns, "
       "lines, areas, donuts and matrices, with their numbers inside. All "
       "else is drawn."),
    patron_deck_options, 1, 1, patron_run_deck },
  { "import", "FILE TABLE",
    N_("Import the measurements of KPIs from a CSV table"),
    N_("Columns are named as in the head of the table, or counted from 1. "
       "Rows that are refused are told on the standard error, and the status "
       "is 1. A date that has a value already gets the new one."),
    patron_import_options, 2, 2, patron_run_import },
  PATRON_PLOT_COMMAND,
  { "query", "FILE SQL", N_("Ask a strategy a question in SQL"),
    N_("One SELECT, which can only read. Tables are the kinds that “patron "
       "info FILE” lists, and columns their fields. Dates are counted in "
       "days from 1970-01-01."),
    patron_query_options, 2, 2, patron_run_query },
  { "kpi list", "FILE", N_("List the KPIs with their last values"), NULL,
    NULL, 1, 1, patron_run_kpi_list },
  { "kpi show", "FILE KPI", N_("List the measurements of a KPI"),
    N_("KPIs are named by their names or ids."), NULL, 2, 2,
    patron_run_kpi_show },
  { "kpi add", "FILE KPI DATE [VALUE]", N_("Add a measurement to a KPI"),
    N_("A date that has a value already gets the new one. Before a negative "
       "value, write “--”. With “--from-library”, a KPI is added instead, "
       "and only FILE is given."),
    patron_kpi_add_options, 1, 4, patron_run_kpi_add },
  { "kpi library", "", N_("List the KPIs that come with Patron"),
    N_("“patron kpi add FILE --from-library NAME” adds one to a strategy."),
    NULL, 0, 0, patron_run_kpi_library },
  { "stats nps", "TABLE",
    N_("Compute the net promoter score of answers from 0 to 10"),
    N_("The interval is the adjusted Wald one, of 95 %. Rows without an "
       "answer do not count."),
    patron_stats_options, 1, 1, patron_run_stats_nps },
  { "stats csat", "TABLE",
    N_("Compute the percentage of 4 and 5 in answers from 1 to 5"),
    N_("The interval is Wilson’s, of 95 %. Rows without an answer do not "
       "count."),
    patron_stats_options, 1, 1, patron_run_stats_csat },
  { "stats ces", "TABLE",
    N_("Compute the customer effort score of answers from 1"),
    N_("By convention, it is the percentage of 4 and 5 in answers from 1 to "
       "5 (agree), or, from 1 to 7, the percentage of 5 to 7 (top), the mean "
       "(mean), or the percentage of 6 and 7 less that of 1 to 3 (index)."),
    patron_stats_ces_options, 1, 1, patron_run_stats_ces },
  { "stats rate", "TABLE",
    N_("Compute the percentage of yes in answers of yes and no"),
    N_("The interval is Wilson’s, of 95 %. Answers are 1 and 0, yes and no, "
       "or true and false."),
    patron_stats_options, 1, 1, patron_run_stats_rate },
  { "stats xmr", "TABLE",
    N_("Tell signals from noise in a series, by its natural limits"),
    N_("Several values of one date become their mean; a date without a value "
       "is left out of the limits. Before a negative target, write "
       "“--target=”."),
    patron_stats_xmr_options, 1, 1, patron_run_stats_xmr },
  { "stats forecast", "TABLE",
    N_("Say where a series will be at a date if it goes on as it has"),
    N_("The interval holds 95 % of new values. Several values of one date "
       "become their mean. There is no forecast from fewer than twelve "
       "values, further ahead than they reach back, or where one of the last "
       "twelve is a signal that the process has changed."),
    patron_stats_forecast_options, 1, 1, patron_run_stats_forecast },
  { NULL },
};
