/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-csv-columns.h"
#include "patron-csv-plot.h"

G_BEGIN_DECLS

/* What rows say of their points beside x and y: intervals, sizes, names. */

typedef struct _PatronCsvExtras PatronCsvExtras;

PatronCsvExtras *patron_csv_extras_new       (PatronCsvColumns        *table,
                                              const PatronCsvPlotAsk  *ask,
                                              PatronChartKind          kind,
                                              GError                 **error);
void             patron_csv_extras_free      (PatronCsvExtras         *self);
gboolean         patron_csv_extras_is_empty  (const PatronCsvExtras   *self);
char            *patron_csv_extras_read      (PatronCsvExtras         *self,
                                              char                     decimal_mark);
void             patron_csv_extras_keep      (PatronCsvExtras         *self,
                                              guint                    series);
void             patron_csv_extras_fill      (PatronCsvExtras         *self,
                                              guint                    series,
                                              GHashTable              *categories,
                                              PatronCsvPlotRefuse      refuse,
                                              gpointer                 refuse_data,
                                              PatronChartPoints       *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronCsvExtras, patron_csv_extras_free)

G_END_DECLS
