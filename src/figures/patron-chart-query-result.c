/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

#include "config.h"

#include "patron-chart-query.h"

/**
 * patron_query_result_new_refused:
 * @title: what was asked for
 * @why: why there is no answer
 *
 * Returns: (transfer full): a chart that shows nothing, and says why
 */
PatronQueryResult *
patron_query_result_new_refused (const char *title,
                                 const char *why)
{
  PatronQueryResult *self = g_rc_box_new0 (PatronQueryResult);

  self->chart = patron_chart_new (PATRON_CHART_LINE);
  self->data = patron_chart_data_new ();
  self->what = g_strdup (title);
  self->empty = TRUE;
  patron_chart_set_title (self->chart, title);
  patron_chart_set_empty_text (self->chart, why);
  return self;
}

/**
 * patron_query_result_new_saved:
 * @chart: a saved chart
 *
 * Returns: (transfer full): what it shows now, or why it cannot
 */
PatronQueryResult *
patron_query_result_new_saved (PatronRecord      *chart,
                               PatronChartSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronChartQuery) query = patron_chart_query_from_record (
      chart,
      patron_document_get_registry (patron_chart_source_get_document (source)),
      &error);
  g_autofree char *title = NULL;

  if (query != NULL)
    return patron_chart_query_run (query, source);
  title = patron_record_get_title (chart);
  return patron_query_result_new_refused (title, error->message);
}

/**
 * patron_query_result_layout:
 *
 * Returns: (transfer full): the chart as a picture
 */
PatronScene *
patron_query_result_layout (const PatronQueryResult *self,
                            const PatronTheme       *theme,
                            PatronMeasurer          *measurer,
                            double                   width,
                            double                   height)
{
  PatronTheme own = *theme;
  PatronColour colour;

  if (patron_colour_from_text (self->colour, &colour))
    own.series[0] = patron_colour_readable (colour, own.background, 3);
  return patron_chart_layout (self->chart, self->data, &own, width, height,
                              measurer);
}

/**
 * patron_query_result_ref:
 *
 * Returns: (transfer full): @self
 */
PatronQueryResult *
patron_query_result_ref (PatronQueryResult *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  PatronQueryResult *self = data;

  g_clear_pointer (&self->chart, patron_chart_free);
  g_clear_pointer (&self->data, patron_chart_data_free);
  g_free (self->finding);
  g_free (self->what);
  g_free (self->colour);
}

/**
 * patron_query_result_unref:
 *
 * Drops a reference.
 */
void
patron_query_result_unref (PatronQueryResult *self)
{
  g_rc_box_release_full (self, clear);
}
