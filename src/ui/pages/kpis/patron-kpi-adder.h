/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_ADDER (patron_kpi_adder_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiAdder, patron_kpi_adder, PATRON, KPI_ADDER,
                      GtkWidget)

GtkWidget *patron_kpi_adder_new (PatronDocument     *document,
                                 PatronRecord       *kpi,
                                 const PatronEntity *entity);

G_END_DECLS
