/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_CELL (patron_kpi_cell_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiCell, patron_kpi_cell, PATRON, KPI_CELL,
                      GtkWidget)

GtkWidget *patron_kpi_cell_new        (PatronDocument *document,
                                       const char     *field);
void       patron_kpi_cell_set_record (PatronKpiCell  *self,
                                       PatronRecord   *record);

G_END_DECLS
