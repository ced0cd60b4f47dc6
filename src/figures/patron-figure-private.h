/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-figure.h"

G_BEGIN_DECLS

/* patron-figure-chart.c */
PatronScene *patron_figure_chart (PatronDocument    *document,
                                  PatronRecord      *kpi,
                                  const PatronTheme *theme,
                                  PatronMeasurer    *measurer,
                                  double             width,
                                  double             height);

G_END_DECLS
