/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"
#include "patron-import.h"

G_BEGIN_DECLS

/**
 * PatronCsvPlotExtra:
 *
 * What else a row may say of its point.
 */
typedef enum
{
  PATRON_CSV_PLOT_LOW,     /* where the interval of its value begins */
  PATRON_CSV_PLOT_HIGH,    /* where it ends */
  PATRON_CSV_PLOT_BUBBLE,  /* what the area of its bubble stands for */
  PATRON_CSV_PLOT_SAMPLES, /* how many answers its value rests on */
  PATRON_CSV_PLOT_TOTAL,   /* of a waterfall, whether it is a level */
  PATRON_CSV_PLOT_NAME,    /* what it is called */
  PATRON_CSV_PLOT_WHOLE,   /* of a tree, the category that it is part of */
} PatronCsvPlotExtra;

#define PATRON_N_CSV_PLOT_EXTRAS 7

/**
 * PatronCsvPlotAsk:
 * @x: (nullable): the column of dates, categories or numbers, by name or
 *   number
 * @y: (nullable) (array zero-terminated=1): the columns of values, likewise;
 *   without, rows are counted
 * @split: (nullable): the column whose cells name the series, likewise
 * @order: how dates are written
 * @extras: (nullable): of each #PatronCsvPlotExtra its column, likewise
 *
 * What of a table is drawn.
 */
typedef struct
{
  const char        *x;
  const char *const *y;
  const char        *split;
  PatronDateOrder    order;
  const char        *extras[PATRON_N_CSV_PLOT_EXTRAS];
} PatronCsvPlotAsk;

/**
 * PatronCsvPlotRefuse:
 *
 * Is told of a row that cannot be drawn.
 */
typedef void (*PatronCsvPlotRefuse) (guint       line,
                                     const char *why,
                                     gpointer    data);

const char *patron_csv_plot_extra_get_id (PatronCsvPlotExtra extra);
gboolean patron_csv_plot_read (GBytes                  *bytes,
                               const PatronCsvPlotAsk  *ask,
                               PatronChart             *chart,
                               PatronChartData         *data,
                               PatronCsvPlotRefuse      refuse,
                               gpointer                 refuse_data,
                               GError                 **error);

G_END_DECLS
