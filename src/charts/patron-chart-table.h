/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"

G_BEGIN_DECLS

typedef enum
{
  PATRON_COLUMN_TEXT,
  PATRON_COLUMN_NUMBER,
  PATRON_COLUMN_DATE, /* days since 1970-01-01 */
} PatronColumnKind;

typedef struct _PatronChartTable PatronChartTable;

PatronChartTable *patron_chart_table_new           (const PatronChart      *chart,
                                                    const PatronChartData  *data);
void              patron_chart_table_free          (PatronChartTable       *self);
guint             patron_chart_table_get_n_columns (const PatronChartTable *self);
guint             patron_chart_table_get_n_rows    (const PatronChartTable *self);
const char       *patron_chart_table_get_title     (const PatronChartTable *self,
                                                    guint                   column);
PatronColumnKind  patron_chart_table_get_kind      (const PatronChartTable *self,
                                                    guint                   column);
double            patron_chart_table_get_value     (const PatronChartTable *self,
                                                    guint                   row,
                                                    guint                   column);
char             *patron_chart_table_get_text      (const PatronChartTable *self,
                                                    guint                   row,
                                                    guint                   column);
char             *patron_chart_table_to_tsv        (const PatronChartTable *self);
char             *patron_chart_table_to_html       (const PatronChartTable *self,
                                                    const char             *caption);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronChartTable, patron_chart_table_free)

G_END_DECLS
