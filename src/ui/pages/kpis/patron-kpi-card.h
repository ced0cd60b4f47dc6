/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-kpi-book.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_CARD (patron_kpi_card_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiCard, patron_kpi_card, PATRON, KPI_CARD,
                      GtkFlowBoxChild)

GtkWidget    *patron_kpi_card_new       (PatronRecord  *kpi);
PatronRecord *patron_kpi_card_get_kpi   (PatronKpiCard *self);
gboolean      patron_kpi_card_is_filled (PatronKpiCard *self);
void          patron_kpi_card_fill      (PatronKpiCard *self,
                                         PatronKpiBook *book);
void          patron_kpi_card_empty     (PatronKpiCard *self);

G_END_DECLS
