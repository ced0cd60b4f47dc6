/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-private.h"

G_BEGIN_DECLS

/**
 * PatronCells:
 * @n_rows: the series that are held
 * @n_columns: the categories that are held
 * @total_rows: how many series there are
 * @total_columns: how many categories there are
 * @values: (array): row by row; NaN where there is no value
 * @points: (array): the point of the series that each comes from, or -1
 *
 * The values of a chart of categories, as a table.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint total_rows;
  guint total_columns;
  double *values;
  int *points;
} PatronCells;

PatronCells *patron_cells_new      (const PatronChartData *data,
                                    guint                  max_rows,
                                    guint                  max_columns);
void         patron_cells_free     (PatronCells           *self);
double       patron_cells_get      (const PatronCells     *self,
                                    guint                  row,
                                    guint                  column);
int          patron_cells_get_point (const PatronCells    *self,
                                     guint                 row,
                                     guint                 column);
guint        patron_cells_find_extremes (const PatronCells *self,
                                         double            *min,
                                         double            *max);
guint        patron_cells_count    (const PatronCells     *self,
                                    guint                  row);
char        *patron_cells_name     (const PatronCells     *self,
                                    const PatronChartData *data,
                                    guint                  column);
void         patron_cells_add_remark (const PatronCells    *self,
                                      PatronPlot           *plot);
char        *patron_cells_write_extremes (const PatronCells *self,
                                          const PatronChart *chart,
                                          const PatronChartData *data,
                                          guint              row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronCells, patron_cells_free)

G_END_DECLS
