/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-expression.h"
#include "patron-kpi-series.h"

G_BEGIN_DECLS

/* KPIs that are computed from others, by the period of their cadence. */

/**
 * PatronKpiInputFunc:
 * @input: a KPI that another is computed from
 * @value: its value of the period, in its unit; NaN where there is none
 * @previous: that of the period before; NaN where the expression does not
 *   use such values
 *
 * Hears of what went into a value.
 */
typedef void (*PatronKpiInputFunc) (PatronRecord *input,
                                    double        value,
                                    double        previous,
                                    gpointer      user_data);

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
gboolean         patron_kpi_expression_open   (PatronDocument  *document,
                                               PatronRecord    *kpi,
                                               PatronExpression **expression,
                                               GPtrArray      **inputs,
                                               GPtrArray      **series,
                                               GError         **error);
void             patron_kpi_expression_inputs (PatronDocument  *document,
                                               PatronRecord    *kpi,
                                               gint64           date,
                                               PatronKpiInputFunc func,
                                               gpointer         user_data);
gint64           patron_cadence_start         (PatronCadence    cadence,
                                               gint64           date);

/* patron-kpi-series.c */
PatronKpiSeries *patron_kpi_series_measured   (PatronDocument  *document,
                                               PatronRecord    *kpi,
                                               PatronCadence    period);

G_END_DECLS
