/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_TABLE (patron_kpi_table_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiTable, patron_kpi_table, PATRON, KPI_TABLE,
                      GtkWidget)

GtkWidget *patron_kpi_table_new         (PatronDocument    *document,
                                         PatronRecord      *kpi,
                                         const char        *entity,
                                         const char *const *fields);
gboolean   patron_kpi_table_show_record (PatronKpiTable    *self,
                                         PatronRecord      *record);

G_END_DECLS
