/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-kpi-book.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_DETAIL (patron_kpi_detail_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiDetail, patron_kpi_detail, PATRON, KPI_DETAIL,
                      AdwBin)

GtkWidget    *patron_kpi_detail_new         (PatronDocument  *document,
                                             PatronRecord    *kpi,
                                             PatronKpiBook   *book);
PatronRecord *patron_kpi_detail_get_kpi     (PatronKpiDetail *self);
void          patron_kpi_detail_refresh     (PatronKpiDetail *self);
gboolean      patron_kpi_detail_show_record (PatronKpiDetail *self,
                                             PatronRecord    *record);
void          patron_kpi_detail_focus       (PatronKpiDetail *self);
void          patron_kpi_detail_define      (PatronKpiDetail *self);

G_END_DECLS
