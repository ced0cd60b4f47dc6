/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-goal-tree.h"
#include "patron-kpi-series.h"
#include "patron-rows.h"

G_BEGIN_DECLS

typedef struct _PatronChartSource PatronChartSource;

PatronChartSource     *patron_chart_source_new          (PatronDocument    *document);
PatronChartSource     *patron_chart_source_ref          (PatronChartSource *self);
void                   patron_chart_source_unref        (PatronChartSource *self);
PatronDocument        *patron_chart_source_get_document (PatronChartSource *self);
const PatronRows      *patron_chart_source_get_rows     (PatronChartSource *self,
                                                         const char        *entity);
const PatronKpiSeries *patron_chart_source_get_series   (PatronChartSource *self,
                                                         gint64             kpi);
const PatronGoalTree  *patron_chart_source_get_goals    (PatronChartSource *self);
const PatronValue     *patron_chart_source_get_status   (PatronChartSource *self,
                                                         gint64             goal);
double                 patron_chart_source_get_progress (PatronChartSource *self,
                                                         gint64             goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronChartSource, patron_chart_source_unref)

G_END_DECLS
