/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

#include "patron-figure-private.h"

#include "patron-chart-query.h"

/* patron_figure_saved:
 *
 * Returns: (transfer full): a chart that the user keeps
 */
PatronScene *
patron_figure_saved (PatronDocument    *document,
                     PatronRecord      *saved,
                     const PatronTheme *theme,
                     PatronMeasurer    *measurer,
                     double             width,
                     double             height)
{
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autoptr (PatronQueryResult) result
      = patron_query_result_new_saved (saved, source);

  return patron_query_result_layout (result, theme, measurer, width, height);
}
