/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-chart-query.h"

G_BEGIN_DECLS

#define PATRON_TYPE_CHART_CARD (patron_chart_card_get_type ())

G_DECLARE_FINAL_TYPE (PatronChartCard, patron_chart_card, PATRON, CHART_CARD,
                      GtkFlowBoxChild)

GtkWidget              *patron_chart_card_new        (PatronDocument         *document,
                                                      PatronQueryResult      *result,
                                                      const PatronChartQuery *query,
                                                      const char             *name,
                                                      PatronRecord           *saved);
const char             *patron_chart_card_get_name   (PatronChartCard        *self);
const PatronChartQuery *patron_chart_card_get_query  (PatronChartCard        *self);
PatronRecord           *patron_chart_card_get_saved  (PatronChartCard        *self);
gboolean                patron_chart_card_draw       (PatronChartCard        *self);
void                    patron_chart_card_drop       (PatronChartCard        *self);
void                    patron_chart_card_refresh    (PatronChartCard        *self);

G_END_DECLS
