/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include <math.h>

#include "patron-chart-private.h"

/* Keeps what comes of odd window sizes and of command lines drawable. */
static double
mend_size (double size)
{
  return isfinite (size) ? CLAMP (size, 1, 20000) : 1;
}

/**
 * patron_chart_layout:
 * @width: px at 96 dpi
 * @height: px at 96 dpi
 * @measurer: what type measures
 *
 * Works out the whole picture of a chart. Nothing is drawn: the same
 * arguments give the same scene on any machine with the same fonts.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout (const PatronChart     *self,
                     const PatronChartData *data,
                     const PatronTheme     *theme,
                     double                 width,
                     double                 height,
                     PatronMeasurer        *measurer)
{
  PatronPlot plot = {
    .chart = self,
    .data = data,
    .theme = theme,
    .measurer = measurer,
    .width = mend_size (width),
    .height = mend_size (height),
  };

  patron_plot_begin (&plot);
  return patron_chart_kind_get_layout (self->kind) (&plot);
}
