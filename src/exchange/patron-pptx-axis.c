/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* The axes of a chart of PowerPoint. */

#include "config.h"

#include <math.h>

#include "patron-pptx-private.h"
#include "patron-xml.h"

/* A title of the axis of heights stands above it, to be read upright. */
static void
add_axis_title (PatronPptxChart *self,
                const char      *title,
                gboolean         above)
{
  g_autofree char *clean = NULL;

  if (patron_text_is_empty (title))
    return;
  clean = patron_xml_text (title);
  patron_xml_add (self->xml,
                  "<c:title><c:tx><c:rich><a:bodyPr rot=\"0\""
                  " vert=\"horz\"/><a:lstStyle/><a:p><a:pPr>"
                  "<a:defRPr sz=\"1200\" b=\"0\"/></a:pPr><a:r>"
                  "<a:rPr lang=\"en-US\" sz=\"1200\" b=\"0\"/><a:t>%s</a:t>"
                  "</a:r></a:p></c:rich></c:tx>",
                  clean);
  if (above)
    patron_xml_add (self->xml,
                    "<c:layout><c:manualLayout><c:xMode val=\"edge\"/>"
                    "<c:yMode val=\"edge\"/><c:x val=\"%s\"/>"
                    "<c:y val=\"0\"/></c:manualLayout></c:layout>",
                    self->slide->theme.rtl ? "0.85" : "0");
  g_string_append (self->xml, "<c:overlay val=\"0\"/></c:title>");
}

static void
add_scaling (PatronPptxChart       *self,
             const PatronChartAxis *axis,
             gboolean               reversed)
{
  g_autofree char *min = patron_xml_number (axis != NULL ? axis->min : 0);
  g_autofree char *max = patron_xml_number (axis != NULL ? axis->max : 0);

  patron_xml_add (self->xml, "<c:scaling><c:orientation val=\"%s\"/>",
                  reversed ? "maxMin" : "minMax");
  if (axis != NULL && isfinite (axis->max))
    patron_xml_add (self->xml, "<c:max val=\"%s\"/>", max);
  if (axis != NULL && isfinite (axis->min))
    patron_xml_add (self->xml, "<c:min val=\"%s\"/>", min);
  g_string_append (self->xml, "</c:scaling><c:delete val=\"0\"/>");
}

static void
add_axis_style (PatronPptxChart *self,
                const char      *format,
                const char      *labels,
                gboolean         line)
{
  patron_xml_add (self->xml,
                  "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/>"
                  "<c:majorTickMark val=\"none\"/>"
                  "<c:minorTickMark val=\"none\"/>"
                  "<c:tickLblPos val=\"%s\"/><c:spPr>",
                  format, labels);
  if (line)
    patron_pptx_add_line (self, self->slide->theme.axis, PATRON_PPTX_THIN,
                          FALSE);
  else
    g_string_append (self->xml, "<a:ln><a:noFill/></a:ln>");
  g_string_append (self->xml, "</c:spPr>");
  patron_pptx_add_text_style (self, 1200, FALSE, self->slide->theme.dim);
}

static void
begin_value_axis (PatronPptxChart       *self,
                  const char            *id,
                  const char            *place,
                  const PatronChartAxis *axis)
{
  patron_xml_add (self->xml, "<c:valAx><c:axId val=\"%s\"/>", id);
  add_scaling (self, axis, self->slide->theme.rtl && place[0] == 'b');
  patron_xml_add (self->xml, "<c:axPos val=\"%s\"/><c:majorGridlines><c:spPr>",
                  place);
  patron_pptx_add_line (self, self->slide->theme.grid, PATRON_PPTX_THIN, FALSE);
  g_string_append (self->xml, "</c:spPr></c:majorGridlines>");
}

/* patron_pptx_add_value_axis:
 * @across: whether it runs from left to right
 *
 * Adds the axis of values.
 */
void
patron_pptx_add_value_axis (PatronPptxChart *self,
                            gboolean         across)
{
  PatronChartAxis axis = self->chart->y;

  if (self->chart->kind == PATRON_CHART_LINE)
    patron_pptx_cover_intervals (self, &axis);
  begin_value_axis (self, "222", across ? "b" : "l", &axis);
  add_axis_style (self,
                  self->chart->stack == PATRON_STACK_PERCENT ? "0%"
                                                             : self->format,
                  across ? "nextTo" : "low", FALSE);
  patron_xml_add (self->xml,
                  "<c:crossAx val=\"111\"/><c:crosses val=\"%s\"/>"
                  "<c:crossBetween val=\"between\"/>",
                  across ? "max" : "autoZero");
  if (self->chart->y.format.kind == PATRON_FORMAT_DURATION
      && self->chart->stack != PATRON_STACK_PERCENT)
    {
      g_autofree char *step
          = patron_xml_number (patron_grid_duration_step (self->grid));

      patron_xml_add (self->xml, "<c:majorUnit val=\"%s\"/>", step);
    }
  g_string_append (self->xml, "</c:valAx>");
}

/* patron_pptx_add_point_axis:
 *
 * Adds an axis of a matrix; they cross where its quadrants meet.
 */
void
patron_pptx_add_point_axis (PatronPptxChart *self,
                            gboolean         upright,
                            const char      *format)
{
  const PatronChartAxis *axis = upright ? &self->chart->y : &self->chart->x;
  g_autofree char *crossing = patron_xml_number (
      patron_deck_get_split (self->chart, self->grid, upright));

  begin_value_axis (self, upright ? "222" : "111", upright ? "l" : "b", axis);
  add_axis_title (self, axis->title, upright);
  add_axis_style (self, format, "low", TRUE);
  patron_xml_add (self->xml,
                  "<c:crossAx val=\"%s\"/><c:crossesAt val=\"%s\"/>"
                  "<c:crossBetween val=\"midCat\"/>",
                  upright ? "111" : "222", crossing);
  /* Ratings are whole numbers. */
  if (isfinite (axis->min) && isfinite (axis->max)
      && axis->max - axis->min <= 10 && axis->min == floor (axis->min)
      && axis->max == floor (axis->max))
    g_string_append (self->xml, "<c:majorUnit val=\"1\"/>");
  g_string_append (self->xml, "</c:valAx>");
}

/* patron_pptx_add_category_axis:
 *
 * Adds the axis of categories or dates. Months and years are named as the
 * locale has them, not by the workbook.
 */
void
patron_pptx_add_category_axis (PatronPptxChart *self)
{
  gboolean dates = patron_grid_has_dates (self->chart);
  gboolean across = self->chart->kind == PATRON_CHART_BAR;
  gboolean months;
  int step = patron_grid_date_step (self->grid, &months);

  patron_xml_add (self->xml, "<c:%s><c:axId val=\"111\"/>",
                  dates ? "dateAx" : "catAx");
  add_scaling (self, NULL, across || self->slide->theme.rtl);
  patron_xml_add (self->xml, "<c:axPos val=\"%s\"/>", across ? "l" : "b");
  add_axis_style (self,
                  !dates   ? "General"
                  : months ? "mmm\\ yyyy"
                           : "d\\ mmm",
                  "low", TRUE);
  g_string_append (self->xml,
                   "<c:crossAx val=\"222\"/><c:crosses val=\"autoZero\"/>");
  if (dates)
    patron_xml_add (self->xml,
                    "<c:auto val=\"1\"/><c:lblOffset val=\"100\"/>"
                    "<c:baseTimeUnit val=\"days\"/><c:majorUnit val=\"%d\"/>"
                    "<c:majorTimeUnit val=\"%s\"/></c:dateAx>",
                    step, months ? "months" : "days");
  else
    g_string_append (self->xml,
                     "<c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>"
                     "<c:lblOffset val=\"100\"/>"
                     "<c:noMultiLvlLbl val=\"1\"/></c:catAx>");
}
