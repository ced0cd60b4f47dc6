/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-expression.h"
#include "patron-kpi-series.h"

G_BEGIN_DECLS

/* KPIs that are computed from others, by the period of their cadence. */

gboolean         patron_kpi_is_calculated     (PatronRecord    *kpi);
PatronUnit       patron_kpi_get_unit          (PatronRecord    *kpi);
gboolean         patron_kpi_expression_check  (PatronDocument  *document,
                                               PatronRecord    *kpi,
                                               const char      *text,
                                               GError         **error);
PatronKpiSeries *patron_kpi_expression_series (PatronDocument  *document,
                                               PatronRecord    *kpi,
                                               const char      *text,
                                               GError         **error);
GPtrArray       *patron_kpi_expression_list_inputs (PatronDocument *document,
                                               PatronRecord    *kpi);
gint64           patron_cadence_start         (PatronCadence    cadence,
                                               gint64           date);

/* patron-kpi-series.c */
PatronKpiSeries *patron_kpi_series_measured   (PatronDocument  *document,
                                               PatronRecord    *kpi,
                                               PatronCadence    period);

G_END_DECLS
