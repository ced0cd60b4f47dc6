/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-query.h"
#include "patron-kpi-judgement.h"
#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

/**
 * PatronKpiView:
 * @PATRON_KPI_VIEW_LINE: the values with their target
 * @PATRON_KPI_VIEW_PROCESS: the values with their natural limits and signals
 * @PATRON_KPI_VIEW_RANGES: the moving ranges with their limit
 * @PATRON_KPI_VIEW_YEARS: a line for each of the last years
 * @PATRON_KPI_VIEW_DISTRIBUTION: how the values spread
 * @PATRON_KPI_VIEW_BULLET: the latest value against target and limits
 *
 * The ways to look at one KPI.
 */
typedef enum
{
  PATRON_KPI_VIEW_LINE,
  PATRON_KPI_VIEW_PROCESS,
  PATRON_KPI_VIEW_RANGES,
  PATRON_KPI_VIEW_YEARS,
  PATRON_KPI_VIEW_DISTRIBUTION,
  PATRON_KPI_VIEW_BULLET,
} PatronKpiView;

#define PATRON_N_KPI_VIEWS 6

const char  *patron_kpi_view_get_id    (PatronKpiView             view);
const char  *patron_kpi_view_get_label (PatronKpiView             view);
PatronQueryResult *patron_kpi_view_make (PatronKpiView             view,
                                         const PatronKpiJudgement *judgement);
PatronScene *patron_kpi_view_layout    (PatronKpiView             view,
                                        const PatronKpiJudgement *judgement,
                                        const PatronTheme        *theme,
                                        PatronMeasurer           *measurer,
                                        double                    width,
                                        double                    height);
PatronScene *patron_kpi_spark_layout   (const PatronKpiJudgement *judgement,
                                        const PatronTheme        *theme,
                                        PatronMeasurer           *measurer,
                                        double                    width,
                                        double                    height);

G_END_DECLS
