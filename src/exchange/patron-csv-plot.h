/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"
#include "patron-import.h"

G_BEGIN_DECLS

/**
 * PatronCsvPlotAsk:
 * @x: (nullable): the column of dates, categories or numbers, by name or
 *   number
 * @y: (nullable) (array zero-terminated=1): the columns of values, likewise;
 *   without, rows are counted
 * @split: (nullable): the column whose cells name the series, likewise
 * @order: how dates are written
 *
 * What of a table is drawn.
 */
typedef struct
{
  const char        *x;
  const char *const *y;
  const char        *split;
  PatronDateOrder    order;
} PatronCsvPlotAsk;

/**
 * PatronCsvPlotRefuse:
 *
 * Is told of a row that cannot be drawn.
 */
typedef void (*PatronCsvPlotRefuse) (guint       line,
                                     const char *why,
                                     gpointer    data);

gboolean patron_csv_plot_read (GBytes                  *bytes,
                               const PatronCsvPlotAsk  *ask,
                               PatronChart             *chart,
                               PatronChartData         *data,
                               PatronCsvPlotRefuse      refuse,
                               gpointer                 refuse_data,
                               GError                 **error);

G_END_DECLS
