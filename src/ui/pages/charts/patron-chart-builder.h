/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-chart-query.h"

G_BEGIN_DECLS

#define PATRON_TYPE_CHART_BUILDER (patron_chart_builder_get_type ())

G_DECLARE_FINAL_TYPE (PatronChartBuilder, patron_chart_builder, PATRON,
                      CHART_BUILDER, AdwBin)

GtkWidget              *patron_chart_builder_new        (PatronDocument         *document);
void                    patron_chart_builder_set        (PatronChartBuilder     *self,
                                                         const PatronChartQuery *query,
                                                         PatronRecord           *saved,
                                                         PatronChartSource      *source);
const PatronChartQuery *patron_chart_builder_get_query  (PatronChartBuilder     *self);
PatronQueryResult      *patron_chart_builder_get_result (PatronChartBuilder     *self);
void                    patron_chart_builder_focus_name (PatronChartBuilder     *self);

G_END_DECLS
