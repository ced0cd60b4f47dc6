/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-kpi-book.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_FINDINGS (patron_kpi_findings_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiFindings, patron_kpi_findings, PATRON,
                      KPI_FINDINGS, AdwBin)

GtkWidget *patron_kpi_findings_new     (PatronDocument    *document,
                                        PatronRecord      *kpi,
                                        PatronKpiBook     *book);
void       patron_kpi_findings_refresh (PatronKpiFindings *self);

G_END_DECLS
