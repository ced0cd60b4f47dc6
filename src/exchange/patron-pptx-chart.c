/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A chart of PowerPoint: ECMA-376 part 1, chapter 21.2. The order of elements
 * is the schema's. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "patron-pptx-private.h"
#include "patron-xml.h"

#define NAMESPACES                                                            \
  " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""      \
  " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""       \
  " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"        \
  "relationships\""

/* EMU: 12700 make a point */
#define LINE 28575

/* patron_pptx_add_text_style:
 * @size: in hundredths of a point
 *
 * Adds how texts are set.
 */
void
patron_pptx_add_text_style (PatronPptxChart *self,
                            int              size,
                            gboolean         bold,
                            PatronColour     colour)
{
  g_autofree char *hex = patron_deck_colour (colour);

  patron_xml_add (self->xml,
                  "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
                  "<a:defRPr sz=\"%d\" b=\"%d\"><a:solidFill>"
                  "<a:srgbClr val=\"%s\"/></a:solidFill></a:defRPr></a:pPr>"
                  "<a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>",
                  size, bold, hex);
}

/* patron_pptx_add_line:
 * @width: in EMU
 *
 * Adds how lines are drawn.
 */
void
patron_pptx_add_line (PatronPptxChart *self,
                      PatronColour     colour,
                      int              width,
                      gboolean         dashed)
{
  g_autofree char *hex = patron_deck_colour (colour);

  patron_xml_add (self->xml,
                  "<a:ln w=\"%d\" cap=\"rnd\"><a:solidFill>"
                  "<a:srgbClr val=\"%s\"/></a:solidFill>",
                  width, hex);
  if (dashed)
    g_string_append (self->xml, "<a:prstDash val=\"dash\"/>");
  g_string_append (self->xml, "<a:round/></a:ln>");
}

static void
add_fill (PatronPptxChart *self,
          PatronColour     colour)
{
  g_autofree char *hex = patron_deck_colour (colour);

  patron_xml_add (self->xml,
                  "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>", hex);
}

static void
add_strings (PatronPptxChart *self,
             guint            column,
             gsize            first,
             gsize            n)
{
  g_autofree char *range = patron_grid_range (self->grid, column, first, n);

  patron_xml_add (self->xml,
                  "<c:strRef><c:f>%s</c:f><c:strCache>"
                  "<c:ptCount val=\"%u\"/>",
                  range, (guint) n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = patron_xml_text (self->grid->names[first + i]);

      patron_xml_add (self->xml, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>",
                      (guint) i, name);
    }
  g_string_append (self->xml, "</c:strCache></c:strRef>");
}

static void
add_numbers (PatronPptxChart *self,
             guint            column,
             const double    *values,
             gsize            first,
             gsize            n,
             double           offset,
             const char      *format)
{
  g_autofree char *range = patron_grid_range (self->grid, column, first, n);

  patron_xml_add (self->xml,
                  "<c:numRef><c:f>%s</c:f><c:numCache>"
                  "<c:formatCode>%s</c:formatCode><c:ptCount val=\"%u\"/>",
                  range, format, (guint) n);
  for (gsize i = 0; i < n; i++)
    if (isfinite (values[first + i]))
      {
        g_autofree char *number
            = patron_xml_number (values[first + i] + offset);

        patron_xml_add (self->xml, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>",
                        (guint) i, number);
      }
  g_string_append (self->xml, "</c:numCache></c:numRef>");
}

static void
add_column (PatronPptxChart *self,
            const char      *element,
            guint            column,
            gsize            first,
            gsize            n,
            const char      *format)
{
  const PatronGridColumn *values
      = &g_array_index (self->grid->columns, PatronGridColumn, column);

  g_string_append_printf (self->xml, "<c:%s>", element);
  add_numbers (self, column + 1, values->values, first, n, 0, format);
  g_string_append_printf (self->xml, "</c:%s>", element);
}

static void
add_name (PatronPptxChart *self,
          guint            number,
          guint            column)
{
  g_autofree char *range = patron_grid_range (self->grid, column + 1, 0, 0);
  g_autofree char *name = patron_xml_text (
      g_array_index (self->grid->columns, PatronGridColumn, column).name);

  patron_xml_add (self->xml,
                  "<c:idx val=\"%u\"/><c:order val=\"%u\"/><c:tx><c:strRef>"
                  "<c:f>%s</c:f><c:strCache><c:ptCount val=\"1\"/>"
                  "<c:pt idx=\"0\"><c:v>%s</c:v></c:pt></c:strCache>"
                  "</c:strRef></c:tx>",
                  number, number, range, name);
}

static void
add_categories (PatronPptxChart *self)
{
  g_string_append (self->xml, "<c:cat>");
  if (patron_grid_has_dates (self->chart))
    add_numbers (self, 0, self->grid->x, 0, self->grid->n,
                 PATRON_SHEET_EPOCH, "yyyy\\-mm\\-dd");
  else
    add_strings (self, 0, 0, self->grid->n);
  g_string_append (self->xml, "</c:cat>");
}

/* The value of a bar, if it is shown, and what is told of it. The value is a
 * field, which changes with the numbers. */
static void
add_note (PatronPptxChart *self,
          guint            row,
          const char      *note,
          gboolean         shown,
          const char      *place)
{
  g_autofree char *clean = patron_xml_text (note);

  patron_xml_add (self->xml,
                  "<c:dLbl><c:idx val=\"%u\"/><c:tx><c:rich><a:bodyPr/>"
                  "<a:lstStyle/><a:p>",
                  row);
  if (shown)
    patron_xml_add (self->xml,
                    "<a:fld id=\"{7B1D3A50-2C64-4E0B-9A51-%012X}\""
                    " type=\"VALUE\"><a:rPr lang=\"en-US\" sz=\"1200\"/>"
                    "<a:pPr/><a:t>[VALUE]</a:t></a:fld>",
                    row);
  patron_xml_add (self->xml,
                  "<a:r><a:rPr lang=\"en-US\" sz=\"1200\"/><a:t>%s%s</a:t>"
                  "</a:r></a:p></c:rich></c:tx><c:dLblPos val=\"%s\"/>"
                  "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>"
                  "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
                  "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
                  "<c:extLst>"
                  "<c:ext uri=\"{CE6537A1-D6FC-4f65-9D91-7224C49458BB}\""
                  " xmlns:c15=\"http://schemas.microsoft.com/office/drawing/"
                  "2012/chart\"><c15:dlblFieldTable/>"
                  "<c15:showDataLabelsRange val=\"0\"/></c:ext></c:extLst>"
                  "</c:dLbl>",
                  shown ? "  " : "", clean, place);
}

/* Values are written where readers have no way to guess them. */
static void
add_labels (PatronPptxChart *self,
            guint            series,
            gboolean         shown,
            const char      *place)
{
  g_string_append (self->xml, "<c:dLbls>");
  for (gsize i = 0; series == 0 && i < self->grid->n; i++)
    {
      g_autofree char *note
          = patron_deck_write_note (self->chart, self->grid, i);

      if (note != NULL)
        add_note (self, (guint) i, note, shown, place);
    }
  if (shown)
    {
      patron_xml_add (self->xml,
                      "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/>"
                      "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
                      self->format);
      patron_pptx_add_text_style (self, 1200, FALSE, self->slide->theme.text);
      if (place != NULL)
        patron_xml_add (self->xml, "<c:dLblPos val=\"%s\"/>", place);
    }
  patron_xml_add (self->xml,
                  "<c:showLegendKey val=\"0\"/><c:showVal val=\"%d\"/>"
                  "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
                  "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
                  "</c:dLbls>",
                  shown);
}

static gboolean
wants_labels (PatronPptxChart *self)
{
  if (self->chart->value_labels != PATRON_LABELS_AUTO)
    return self->chart->value_labels == PATRON_LABELS_SHOWN;
  return self->grid->n * self->grid->n_series <= 24;
}

static const char *const places[]
    = { [PATRON_NAME_RIGHT] = "r",
        [PATRON_NAME_LEFT] = "l",
        [PATRON_NAME_ABOVE] = "t",
        [PATRON_NAME_BELOW] = "b" };

/* What a line ends at, beside its last value; one of several is named. */
static void
add_end_label (PatronPptxChart *self,
               guint            column,
               PatronColour     colour,
               gboolean         dashed)
{
  gboolean named = self->grid->n_series > 1 || dashed;
  PatronNamePlace place;
  gsize last;

  if (!patron_deck_place_end (self->slide, self->grid, column, &last, &place))
    return;
  patron_xml_add (self->xml,
                  "<c:dLbls><c:dLbl><c:idx val=\"%u\"/>"
                  "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/>"
                  "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
                  (guint) last, self->format);
  patron_pptx_add_text_style (
      self, 1200, !dashed,
      patron_colour_readable (colour, self->slide->theme.background, 4.5));
  patron_xml_add (self->xml,
                  "<c:dLblPos val=\"%s\"/><c:showLegendKey val=\"0\"/>"
                  "<c:showVal val=\"1\"/><c:showCatName val=\"0\"/>"
                  "<c:showSerName val=\"%d\"/><c:showPercent val=\"0\"/>"
                  "<c:showBubbleSize val=\"0\"/><c:separator> "
                  "</c:separator></c:dLbl><c:showLegendKey val=\"0\"/>"
                  "<c:showVal val=\"0\"/><c:showCatName val=\"0\"/>"
                  "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
                  "<c:showBubbleSize val=\"0\"/></c:dLbls>",
                  places[place], named);
}

static void
add_line_series (PatronPptxChart *self,
                 guint            number,
                 guint            column,
                 PatronColour     colour,
                 gboolean         dashed)
{
  const PatronGridColumn *values
      = &g_array_index (self->grid->columns, PatronGridColumn, column);

  g_string_append (self->xml, "<c:ser>");
  add_name (self, number, column);
  g_string_append (self->xml, "<c:spPr>");
  patron_pptx_add_line (self, colour, dashed ? LINE * 2 / 3 : LINE, dashed);
  g_string_append (self->xml, "</c:spPr><c:marker>");
  if (dashed || self->grid->n > 1)
    g_string_append (self->xml, "<c:symbol val=\"none\"/>");
  else
    {
      g_string_append (self->xml, "<c:symbol val=\"circle\"/>"
                                  "<c:size val=\"9\"/><c:spPr>");
      add_fill (self, colour);
      g_string_append (self->xml, "</c:spPr>");
    }
  g_string_append (self->xml, "</c:marker>");
  if (self->labelled)
    add_end_label (self, column, colour, dashed);
  if (number < self->grid->n_series)
    patron_pptx_add_intervals (self, number, colour);
  add_categories (self);
  add_column (self, "val", column, 0, values->n, self->format);
  g_string_append (self->xml, "<c:smooth val=\"0\"/></c:ser>");
}

static const char *
get_grouping (PatronPptxChart *self,
              const char      *apart)
{
  switch (self->chart->stack)
    {
    case PATRON_STACK_SUM:
      return "stacked";
    case PATRON_STACK_PERCENT:
      return "percentStacked";
    case PATRON_STACK_NONE:
    default:
      return apart;
    }
}

static void
add_axis_ids (PatronPptxChart *self)
{
  g_string_append (self->xml, "<c:axId val=\"111\"/><c:axId val=\"222\"/>");
}

/* What is expected and what is aimed at lie over the rest as dashed lines. */
static void
add_lines (PatronPptxChart *self,
           gboolean         targets_only)
{
  guint number = self->grid->n_series;
  guint column;

  g_string_append (self->xml, "<c:lineChart><c:grouping val=\"standard\"/>"
                              "<c:varyColors val=\"0\"/>");
  for (guint i = 0; i < self->grid->n_series && !targets_only; i++)
    {
      patron_grid_get_series (self->grid, i, &column);
      add_line_series (self, i, column,
                       patron_deck_series_colour (self->slide, i),
                       patron_deck_is_expected (self->slide, i));
    }
  if (self->grid->target >= 0)
    add_line_series (self, number, (guint) self->grid->target,
                     self->slide->theme.target, TRUE);
  g_string_append (self->xml, "<c:marker val=\"1\"/>");
  add_axis_ids (self);
  g_string_append (self->xml, "</c:lineChart>");
}

static void
add_areas (PatronPptxChart *self)
{
  guint column;

  patron_xml_add (self->xml,
                  "<c:areaChart><c:grouping val=\"%s\"/>"
                  "<c:varyColors val=\"0\"/>",
                  get_grouping (self, "standard"));
  for (guint i = 0; i < self->grid->n_series; i++)
    {
      patron_grid_get_series (self->grid, i, &column);
      g_string_append (self->xml, "<c:ser>");
      add_name (self, i, column);
      g_string_append (self->xml, "<c:spPr>");
      add_fill (self, patron_deck_series_colour (self->slide, i));
      g_string_append (self->xml, "</c:spPr>");
      add_categories (self);
      add_column (self, "val", column, 0, self->grid->n, self->format);
      g_string_append (self->xml, "</c:ser>");
    }
  add_axis_ids (self);
  g_string_append (self->xml, "</c:areaChart>");
  if (self->grid->target >= 0)
    add_lines (self, TRUE);
}

static void
add_bars (PatronPptxChart *self)
{
  gboolean stacked = self->chart->stack != PATRON_STACK_NONE;
  guint column;

  patron_xml_add (self->xml,
                  "<c:barChart><c:barDir val=\"%s\"/><c:grouping val=\"%s\"/>"
                  "<c:varyColors val=\"0\"/>",
                  self->chart->kind == PATRON_CHART_BAR ? "bar" : "col",
                  get_grouping (self, "clustered"));
  for (guint i = 0; i < self->grid->n_series; i++)
    {
      patron_grid_get_series (self->grid, i, &column);
      g_string_append (self->xml, "<c:ser>");
      add_name (self, i, column);
      g_string_append (self->xml, "<c:spPr>");
      add_fill (self, patron_deck_series_colour (self->slide, i));
      g_string_append (self->xml,
                       "</c:spPr><c:invertIfNegative val=\"0\"/>");
      add_labels (self, i, wants_labels (self) && !stacked, "outEnd");
      add_categories (self);
      add_column (self, "val", column, 0, self->grid->n, self->format);
      g_string_append (self->xml, "</c:ser>");
    }
  g_string_append (self->xml, "<c:gapWidth val=\"50\"/>");
  if (stacked)
    g_string_append (self->xml, "<c:overlap val=\"100\"/>");
  add_axis_ids (self);
  g_string_append (self->xml, "</c:barChart>");
  /* A line across bars to the right would be drawn from left to right. */
  if (self->grid->target >= 0 && self->chart->kind == PATRON_CHART_COLUMN)
    add_lines (self, TRUE);
}

/* In what can be read on the colour of the part. */
static void
add_share_label (PatronPptxChart *self,
                 PatronColour     colour)
{
  g_string_append (self->xml,
                   "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  patron_pptx_add_text_style (self, 1400, FALSE,
                  patron_theme_text_on (&self->slide->theme, colour));
  g_string_append (self->xml,
                   "<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/>"
                   "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
                   "<c:showPercent val=\"1\"/>"
                   "<c:showBubbleSize val=\"0\"/>");
}

static void
add_donut (PatronPptxChart *self)
{
  guint column;

  patron_grid_get_series (self->grid, 0, &column);
  g_string_append (self->xml,
                   "<c:doughnutChart><c:varyColors val=\"1\"/><c:ser>");
  add_name (self, 0, column);
  for (guint i = 0; i < self->grid->n; i++)
    {
      patron_xml_add (self->xml, "<c:dPt><c:idx val=\"%u\"/>"
                                 "<c:bubble3D val=\"0\"/><c:spPr>", i);
      add_fill (self, patron_theme_series (&self->slide->theme, (int) i));
      patron_pptx_add_line (self, self->slide->theme.background,
                            2 * PATRON_PPTX_THIN, FALSE);
      g_string_append (self->xml, "</c:spPr></c:dPt>");
    }
  g_string_append (self->xml, "<c:dLbls>");
  for (guint i = 0; i < self->grid->n; i++)
    {
      patron_xml_add (self->xml, "<c:dLbl><c:idx val=\"%u\"/>", i);
      add_share_label (self, patron_theme_series (&self->slide->theme,
                                                  (int) i));
      g_string_append (self->xml, "</c:dLbl>");
    }
  add_share_label (self, patron_theme_series (&self->slide->theme, 0));
  g_string_append (self->xml, "<c:showLeaderLines val=\"0\"/></c:dLbls>");
  add_categories (self);
  add_column (self, "val", column, 0, self->grid->n, self->format);
  g_string_append (self->xml,
                   "</c:ser><c:firstSliceAng val=\"0\"/>"
                   "<c:holeSize val=\"58\"/></c:doughnutChart>");
}

static void
add_point_name (PatronPptxChart *self,
                guint            point,
                const char      *name,
                PatronNamePlace  place)
{
  g_autofree char *clean = patron_xml_text (name);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  patron_xml_add (self->xml, "<c:dLbl><c:idx val=\"%u\"/>", point);
  if (*name == '\0')
    {
      g_string_append (self->xml, "<c:delete val=\"1\"/></c:dLbl>");
      return;
    }
  g_string_append (self->xml, "<c:tx><c:rich><a:bodyPr wrap=\"none\"/>"
                              "<a:lstStyle/>");
  for (guint i = 0; lines[i] != NULL; i++)
    patron_xml_add (self->xml,
                    "<a:p><a:r><a:rPr lang=\"en-US\" sz=\"1200\"/>"
                    "<a:t>%s</a:t></a:r></a:p>",
                    lines[i]);
  patron_xml_add (self->xml,
                  "</c:rich></c:tx><c:dLblPos val=\"%s\"/>"
                  "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>"
                  "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
                  "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
                  "</c:dLbl>",
                  places[place]);
}

/* The names of the points, which PowerPoint has no cells for, as texts. */
static void
add_point_names (PatronPptxChart        *self,
                 guint                   series,
                 const PatronGridColumn *values)
{
  g_string_append (self->xml, "<c:dLbls>");
  for (gsize i = 0; i < values->n; i++)
    {
      PatronNamePlace place;
      g_autofree char *name = patron_deck_name_point (self->slide, self->grid,
                                                      series, i, &place);

      add_point_name (self, (guint) i, name, place);
    }
  g_string_append (self->xml,
                   "<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/>"
                   "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
                   "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
                   "</c:dLbls>");
}

static void
add_points (PatronPptxChart *self)
{
  gboolean sized = self->grid->size >= 0;
  guint column;

  g_string_append (self->xml,
                   sized ? "<c:bubbleChart><c:varyColors val=\"0\"/>"
                         : "<c:scatterChart>"
                           "<c:scatterStyle val=\"lineMarker\"/>"
                           "<c:varyColors val=\"0\"/>");
  for (guint i = 0; i < self->grid->n_series; i++)
    {
      const PatronGridColumn *values
          = patron_grid_get_series (self->grid, i, &column);
      PatronColour colour = patron_deck_series_colour (self->slide, i);

      g_string_append (self->xml, "<c:ser>");
      add_name (self, i, column);
      if (sized)
        {
          g_string_append (self->xml, "<c:spPr>");
          add_fill (self, patron_theme_tint (&self->slide->theme, colour,
                                             0.6));
          patron_pptx_add_line (self, colour, PATRON_PPTX_THIN, FALSE);
          g_string_append (self->xml,
                           "</c:spPr><c:invertIfNegative val=\"0\"/>");
        }
      else
        {
          g_string_append (self->xml,
                           "<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln>"
                           "</c:spPr><c:marker><c:symbol val=\"circle\"/>"
                           "<c:size val=\"10\"/><c:spPr>");
          add_fill (self, colour);
          g_string_append (self->xml, "</c:spPr></c:marker>");
        }
      add_point_names (self, i, values);
      add_column (self, "xVal", 0, values->first, values->n, "General");
      add_column (self, "yVal", column, values->first, values->n,
                  self->format);
      if (sized)
        {
          add_column (self, "bubbleSize", (guint) self->grid->size,
                      values->first, values->n, "General");
          g_string_append (self->xml, "<c:bubble3D val=\"0\"/>");
        }
      else
        g_string_append (self->xml, "<c:smooth val=\"0\"/>");
      g_string_append (self->xml, "</c:ser>");
    }
  if (sized)
    g_string_append (self->xml, "<c:bubbleScale val=\"50\"/>"
                                "<c:showNegBubbles val=\"0\"/>");
  add_axis_ids (self);
  g_string_append (self->xml,
                   sized ? "</c:bubbleChart>" : "</c:scatterChart>");
}

/* The plot is where it is in the picture, so that what stands around it has
 * as much room. */
static void
add_plot_place (PatronPptxChart *self)
{
  PatronBox plot = patron_deck_get_plot (self->slide);
  const PatronBox *box = &self->slide->box;
  g_autofree char *x = patron_xml_number (plot.x / box->width);
  g_autofree char *y = patron_xml_number (plot.y / box->height);
  g_autofree char *width = patron_xml_number (plot.width / box->width);
  g_autofree char *height = patron_xml_number (plot.height / box->height);

  patron_xml_add (self->xml,
                  "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/>"
                  "<c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
                  "<c:x val=\"%s\"/><c:y val=\"%s\"/><c:w val=\"%s\"/>"
                  "<c:h val=\"%s\"/></c:manualLayout></c:layout>",
                  x, y, width, height);
}

static void
add_plot (PatronPptxChart *self)
{
  PatronChartKind kind = self->chart->kind;

  if (kind == PATRON_CHART_DONUT)
    {
      add_donut (self);
      return;
    }
  if (kind == PATRON_CHART_MATRIX)
    {
      add_points (self);
      patron_pptx_add_point_axis (self, FALSE, "General");
      patron_pptx_add_point_axis (self, TRUE, self->format);
      return;
    }
  if (kind == PATRON_CHART_LINE)
    add_lines (self, FALSE);
  else if (kind == PATRON_CHART_AREA)
    add_areas (self);
  else
    add_bars (self);
  patron_pptx_add_category_axis (self);
  patron_pptx_add_value_axis (self, kind == PATRON_CHART_BAR);
}

/* patron_pptx_chart:
 * @grid: the numbers of the slide's chart
 *
 * Returns: (transfer full): the part of a chart
 */
GString *
patron_pptx_chart (const PatronDeck  *deck,
                   const PatronSlide *slide,
                   const PatronGrid  *grid)
{
  g_autofree char *format
      = patron_grid_format (&slide->chart->y.format, grid);
  gboolean labelled = patron_deck_is_labelled (slide, grid);
  PatronPptxChart self = { deck, slide, slide->chart, grid,
                  g_string_new (PATRON_XML_HEAD), format, labelled };
  gboolean legend = (grid->n_series > 1 || grid->target >= 0
                     || slide->chart->kind == PATRON_CHART_DONUT)
                    && !labelled;

  g_string_append (self.xml,
                   "<c:chartSpace" NAMESPACES "><c:date1904 val=\"0\"/>"
                   "<c:roundedCorners val=\"0\"/><c:chart>"
                   "<c:autoTitleDeleted val=\"1\"/><c:plotArea>");
  if (patron_deck_is_placed (slide, grid))
    add_plot_place (&self);
  else
    g_string_append (self.xml, "<c:layout/>");
  add_plot (&self);
  g_string_append (self.xml, "</c:plotArea>");
  if (legend)
    {
      g_string_append (self.xml, "<c:legend><c:legendPos val=\"t\"/>"
                                 "<c:overlay val=\"0\"/>");
      patron_pptx_add_text_style (&self, 1200, FALSE, slide->theme.text);
      g_string_append (self.xml, "</c:legend>");
    }
  g_string_append (self.xml,
                   "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>"
                   "</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>"
                   "</c:spPr>");
  patron_pptx_add_text_style (&self, 1200, FALSE, slide->theme.text);
  g_string_append (self.xml,
                   "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/>"
                   "</c:externalData></c:chartSpace>");
  return self.xml;
}
