/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"
#include "patron-figure.h"
#include "patron-kpi-judgement.h"

G_BEGIN_DECLS

/* patron-figure-chart.c */
void         patron_figure_set_unit   (PatronFormat     *format,
                                       PatronDocument   *document,
                                       PatronRecord     *kpi);
PatronScene *patron_figure_chart (PatronDocument    *document,
                                  PatronRecord      *kpi,
                                  const PatronTheme *theme,
                                  PatronMeasurer    *measurer,
                                  double             width,
                                  double             height);

void         patron_figure_make_course (const PatronKpiJudgement *judgement,
                                       PatronChart      **chart,
                                       PatronChartData  **data);

/* patron-kpi-figure-words.c */
char        *patron_kpi_figure_write_ranges (const PatronKpiJudgement *judgement);
char        *patron_kpi_figure_write_spread (const PatronKpiJudgement *judgement);
char        *patron_kpi_figure_write_year   (const PatronKpiJudgement *judgement);

/* patron-figure-goals.c */
PatronScene *patron_figure_goals (PatronDocument    *document,
                                  PatronRecord      *strategy,
                                  gboolean           timeline,
                                  const PatronTheme *theme,
                                  PatronMeasurer    *measurer,
                                  double             width,
                                  double             height);

/* patron-figure-saved.c */
PatronScene *patron_figure_saved (PatronDocument    *document,
                                  PatronRecord      *saved,
                                  const PatronTheme *theme,
                                  PatronMeasurer    *measurer,
                                  double             width,
                                  double             height);

G_END_DECLS
