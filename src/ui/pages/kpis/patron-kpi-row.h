/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_ROW (patron_kpi_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiRow, patron_kpi_row, PATRON, KPI_ROW,
                      GtkListBoxRow)

GtkWidget    *patron_kpi_row_new        (PatronDocument *document,
                                         PatronRecord   *kpi);
PatronRecord *patron_kpi_row_get_kpi    (PatronKpiRow   *self);

G_END_DECLS
