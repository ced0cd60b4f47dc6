/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-chart-query.h"

G_BEGIN_DECLS

#define PATRON_TYPE_CHART_VIEW (patron_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (PatronChartView, patron_chart_view, PATRON, CHART_VIEW,
                      AdwBin)

GtkWidget         *patron_chart_view_new        (PatronDocument    *document);
void               patron_chart_view_set_result (PatronChartView   *self,
                                                 PatronQueryResult *result,
                                                 const char        *name);
PatronQueryResult *patron_chart_view_get_result (PatronChartView   *self);
PatronDocument    *patron_chart_view_get_document (PatronChartView *self);
const char        *patron_chart_view_get_name   (PatronChartView   *self);
GtkWidget         *patron_chart_view_new_bar    (PatronChartView   *self);
void               patron_chart_view_grab_focus (PatronChartView   *self);
void               patron_chart_theme_init      (PatronTheme       *theme,
                                                 const PatronTheme *screen,
                                                 PatronDocument    *document);

G_END_DECLS
