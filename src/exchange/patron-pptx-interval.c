/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* How sure the values of a line are: an error bar for each that has an
 * interval, as PowerPoint has no bands. */

#include "config.h"

#include <math.h>

#include "patron-pptx-private.h"
#include "patron-ticks.h"
#include "patron-xml.h"

/* EMU */
#define BAR_WIDTH 25400

static void
add_distances (PatronPptxChart         *self,
               const char              *element,
               const PatronChartPoints *points,
               const double            *ends)
{
  double divisor = patron_grid_divisor (self->chart);
  gsize row = 0;

  g_string_append_printf (self->xml, "<c:%s><c:numLit>", element);
  patron_xml_add (self->xml,
                  "<c:formatCode>General</c:formatCode>"
                  "<c:ptCount val=\"%u\"/>",
                  (guint) self->grid->n);
  for (gsize i = 0; i < points->n; i++)
    {
      double distance = fabs (ends[i] - points->y[i]) / divisor;

      while (row < self->grid->n && self->grid->x[row] < points->x[i])
        row++;
      if (isfinite (distance) && row < self->grid->n
          && self->grid->x[row] == points->x[i])
        {
          g_autofree char *number = patron_xml_number (distance);

          patron_xml_add (self->xml, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>",
                          (guint) row++, number);
        }
    }
  g_string_append_printf (self->xml, "</c:numLit></c:%s>", element);
}

/* patron_pptx_add_intervals:
 * @series: of the chart
 *
 * Adds the intervals of the values of a line, if they have any.
 */
void
patron_pptx_add_intervals (PatronPptxChart *self,
                           guint            series,
                           PatronColour     colour)
{
  const PatronChartPoints *points;

  if (series >= self->slide->data->series->len)
    return;
  points = &g_array_index (self->slide->data->series, PatronChartPoints,
                           series);
  if (points->low == NULL || points->high == NULL)
    return;
  g_string_append (self->xml,
                   "<c:errBars><c:errDir val=\"y\"/>"
                   "<c:errBarType val=\"both\"/><c:errValType val=\"cust\"/>"
                   "<c:noEndCap val=\"1\"/>");
  add_distances (self, "plus", points, points->high);
  add_distances (self, "minus", points, points->low);
  g_string_append (self->xml, "<c:spPr>");
  patron_pptx_add_line (
      self, patron_theme_tint (&self->slide->theme, colour, 0.3), BAR_WIDTH,
      FALSE);
  g_string_append (self->xml, "</c:spPr></c:errBars>");
}

static void
widen (PatronChartAxis *axis,
       double           value)
{
  if (!isfinite (value))
    return;
  axis->min = fmin (axis->min, value);
  axis->max = fmax (axis->max, value);
}

/* patron_pptx_cover_intervals:
 * @axis: (inout): the axis of a line's values, in what the sheet counts
 *
 * Has the axis reach over the intervals, which programs leave out of account.
 */
void
patron_pptx_cover_intervals (PatronPptxChart *self,
                             PatronChartAxis *axis)
{
  double divisor = patron_grid_divisor (self->chart);
  gboolean any = FALSE;
  g_autoptr (PatronTicks) ticks = NULL;

  for (guint i = 0; i < self->slide->data->series->len; i++)
    {
      const PatronChartPoints *points = &g_array_index (
          self->slide->data->series, PatronChartPoints, i);

      any = any || (points->low != NULL && points->high != NULL);
      for (gsize j = 0; j < points->n; j++)
        {
          widen (axis, points->y[j]);
          widen (axis, points->low != NULL ? points->low[j] : NAN);
          widen (axis, points->high != NULL ? points->high[j] : NAN);
        }
    }
  for (gsize i = 0; i < self->grid->n; i++)
    widen (axis, patron_chart_get_target_at (self->chart, self->grid->x[i]));
  if (!any || !(axis->min < axis->max))
    {
      *axis = self->chart->y;
      return;
    }
  if (axis->min > 0 && axis->min < axis->max / 2)
    axis->min = 0;
  ticks = patron_ticks_new_numbers (axis->min, axis->max, 8, &axis->format);
  axis->min = ticks->min / divisor;
  axis->max = ticks->max / divisor;
}
