/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-view.h"

G_BEGIN_DECLS

/* The size of a chart on a slide, where nobody asks for another: half of full
 * HD. */
#define PATRON_CHART_WIDTH 960
#define PATRON_CHART_HEIGHT 540

/* patron-chart-copy.c */
GdkContentProvider *patron_chart_copy_new       (PatronChartView *view);
GdkContentProvider *patron_chart_table_copy_new (PatronChartView *view);
void                patron_chart_drag_install   (PatronChartView *view,
                                                 GtkWidget       *widget);

/* patron-chart-dialog.c */
void                patron_chart_table_present  (PatronChartView *view);

/* patron-chart-print.c */
void                patron_chart_print          (PatronChartView *view);

/* patron-chart-export.c */
void                patron_chart_export_present (PatronChartView *view);

G_END_DECLS
