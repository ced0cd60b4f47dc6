/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gi18n-lib.h>

#include "patron-command.h"

G_BEGIN_DECLS

/* What the table of commands is made of; a file for each group. */

extern const GOptionEntry patron_new_options[];
extern const GOptionEntry patron_info_options[];
extern const GOptionEntry patron_check_options[];
extern const GOptionEntry patron_list_options[];
extern const GOptionEntry patron_export_options[];
extern const GOptionEntry patron_deck_options[];
extern const GOptionEntry patron_import_options[];
extern const GOptionEntry patron_plot_options[];
extern const GOptionEntry patron_query_options[];
extern const GOptionEntry patron_kpi_add_options[];
extern const GOptionEntry patron_stats_options[];
extern const GOptionEntry patron_stats_ces_options[];
extern const GOptionEntry patron_stats_xmr_options[];
extern const GOptionEntry patron_stats_forecast_options[];

/* In the table of all commands, and in that of the program which has only
 * this one. */
#define PATRON_PLOT_COMMAND                                                 \
  { "plot", "TABLE", N_("Draw a chart of a CSV table"),                     \
    N_("Columns are named as in the head of the table, or counted from 1. " \
       "Without --y, the rows of each category are counted. Rows that cannot "\
       "be drawn are told on the standard error, and the status is 1. Kinds "\
       "of charts are line, area, bar, column and others; an unknown one is "\
       "answered with all of them."),                                       \
    patron_plot_options, 1, 1, patron_run_plot }

PatronStatus patron_run_new      (char **args);
PatronStatus patron_run_info     (char **args);
PatronStatus patron_run_check    (char **args);
PatronStatus patron_run_list     (char **args);
PatronStatus patron_run_add      (char **args);
PatronStatus patron_run_set      (char **args);
PatronStatus patron_run_remove   (char **args);
PatronStatus patron_run_edit     (char **args);
PatronStatus patron_run_export   (char **args);
PatronStatus patron_run_deck     (char **args);
PatronStatus patron_run_import   (char **args);
PatronStatus patron_run_plot     (char **args);
PatronStatus patron_run_query    (char **args);
PatronStatus patron_run_kpi_list (char **args);
PatronStatus patron_run_kpi_show (char **args);
PatronStatus patron_run_kpi_add  (char **args);
PatronStatus patron_run_kpi_library (char **args);

PatronStatus patron_run_stats_nps  (char **args);
PatronStatus patron_run_stats_csat (char **args);
PatronStatus patron_run_stats_ces  (char **args);
PatronStatus patron_run_stats_rate (char **args);
PatronStatus patron_run_stats_xmr  (char **args);
PatronStatus patron_run_stats_forecast (char **args);

G_END_DECLS
