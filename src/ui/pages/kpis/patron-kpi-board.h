/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-kpi-book.h"
#include "patron-reorder.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_BOARD (patron_kpi_board_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiBoard, patron_kpi_board, PATRON, KPI_BOARD,
                      AdwBin)

GtkWidget    *patron_kpi_board_new          (PatronDropFunc  drop,
                                             gpointer        data);
void          patron_kpi_board_set_kpis     (PatronKpiBoard *self,
                                             GListModel     *kpis,
                                             PatronKpiBook  *book);
void          patron_kpi_board_forget       (PatronKpiBoard *self);
void          patron_kpi_board_refresh      (PatronKpiBoard *self);
PatronRecord *patron_kpi_board_get_selected (PatronKpiBoard *self);
void          patron_kpi_board_select       (PatronKpiBoard *self,
                                             PatronRecord   *kpi,
                                             gboolean        focus);

G_END_DECLS
