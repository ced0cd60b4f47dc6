/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-kpi-series.h"
#include "patron-scores.h"

G_BEGIN_DECLS

/**
 * PatronKpiInterval:
 * @net: whether it is of a net score; else it is of a share
 * @n: how many answers or cases the value comes from
 * @n_hits: how many of them it counts; of a net score, the promoters
 * @n_against: how many count against a net score
 * @lower: lower end of the interval of 95 %, in the unit of the KPI
 * @upper: its upper end
 *
 * How sure one can be of a value.
 */
typedef struct
{
  gboolean net;
  guint64  n;
  guint64  n_hits;
  guint64  n_against;
  double   lower;
  double   upper;
} PatronKpiInterval;

gboolean patron_kpi_series_get_interval   (const PatronKpiSeries *self,
                                           gssize                 place,
                                           PatronKpiInterval     *interval);
gboolean patron_kpi_series_get_difference (const PatronKpiSeries *self,
                                           gssize                 place,
                                           const PatronKpiSeries *other,
                                           gssize                 other_place,
                                           PatronDifference      *difference);

G_END_DECLS
