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
#define THIN 9525
#define LINE 28575

typedef struct
{
  const PatronDeck  *deck;
  const PatronSlide *slide;
  const PatronChart *chart;
  const PatronGrid  *grid;
  GString           *xml;
  char              *format;
} Writer;

static void
add_text_style (Writer       *self,
                int           size,
                PatronColour  colour)
{
  g_autofree char *hex = patron_deck_colour (colour);

  patron_xml_add (self->xml,
                  "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
                  "<a:defRPr sz=\"%d\"><a:solidFill><a:srgbClr val=\"%s\"/>"
                  "</a:solidFill></a:defRPr></a:pPr>"
                  "<a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>",
                  size, hex);
}

static void
add_line (Writer       *self,
          PatronColour  colour,
          int           width,
          gboolean      dashed)
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
add_fill (Writer       *self,
          PatronColour  colour)
{
  g_autofree char *hex = patron_deck_colour (colour);

  patron_xml_add (self->xml,
                  "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>", hex);
}

static void
add_strings (Writer *self,
             guint   column,
             gsize   first,
             gsize   n)
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
add_numbers (Writer       *self,
             guint         column,
             const double *values,
             gsize         first,
             gsize         n,
             double        offset,
             const char   *format)
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
add_column (Writer     *self,
            const char *element,
            guint       column,
            gsize       first,
            gsize       n,
            const char *format)
{
  const PatronGridColumn *values
      = &g_array_index (self->grid->columns, PatronGridColumn, column);

  g_string_append_printf (self->xml, "<c:%s>", element);
  add_numbers (self, column + 1, values->values, first, n, 0, format);
  g_string_append_printf (self->xml, "</c:%s>", element);
}

static void
add_name (Writer *self,
          guint   number,
          guint   column)
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

static PatronColour
series_colour (Writer *self,
               guint   series)
{
  int own = series < self->chart->series->len
                ? g_array_index (self->chart->series, PatronChartSeries,
                                 series).colour
                : -1;

  return patron_theme_series (&self->deck->theme,
                              own >= 0 ? own : (int) series);
}

static gboolean
is_expected (Writer *self,
             guint   series)
{
  return series < self->chart->series->len
         && g_array_index (self->chart->series, PatronChartSeries,
                           series).expected;
}

static void
add_categories (Writer *self)
{
  g_string_append (self->xml, "<c:cat>");
  if (patron_grid_has_dates (self->chart))
    add_numbers (self, 0, self->grid->x, 0, self->grid->n,
                 PATRON_SHEET_EPOCH, "yyyy\\-mm\\-dd");
  else
    add_strings (self, 0, 0, self->grid->n);
  g_string_append (self->xml, "</c:cat>");
}

/* Values are written where readers have no way to guess them. */
static void
add_labels (Writer     *self,
            gboolean    shown,
            const char *place)
{
  g_string_append (self->xml, "<c:dLbls>");
  if (shown)
    {
      patron_xml_add (self->xml,
                      "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/>"
                      "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
                      self->format);
      add_text_style (self, 1200, self->deck->theme.text);
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
wants_labels (Writer *self)
{
  if (self->chart->value_labels != PATRON_LABELS_AUTO)
    return self->chart->value_labels == PATRON_LABELS_SHOWN;
  return self->grid->n * self->grid->n_series <= 24;
}

static void
add_line_series (Writer       *self,
                 guint         number,
                 guint         column,
                 PatronColour  colour,
                 gboolean      dashed)
{
  const PatronGridColumn *values
      = &g_array_index (self->grid->columns, PatronGridColumn, column);

  g_string_append (self->xml, "<c:ser>");
  add_name (self, number, column);
  g_string_append (self->xml, "<c:spPr>");
  add_line (self, colour, dashed ? LINE * 2 / 3 : LINE, dashed);
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
  add_categories (self);
  add_column (self, "val", column, 0, values->n, self->format);
  g_string_append (self->xml, "<c:smooth val=\"0\"/></c:ser>");
}

static const char *
get_grouping (Writer     *self,
              const char *apart)
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
add_axis_ids (Writer *self)
{
  g_string_append (self->xml, "<c:axId val=\"111\"/><c:axId val=\"222\"/>");
}

/* What is expected and what is aimed at lie over the rest as dashed lines. */
static void
add_lines (Writer *self,
           gboolean targets_only)
{
  guint number = self->grid->n_series;
  guint column;

  g_string_append (self->xml, "<c:lineChart><c:grouping val=\"standard\"/>"
                              "<c:varyColors val=\"0\"/>");
  for (guint i = 0; i < self->grid->n_series && !targets_only; i++)
    {
      patron_grid_get_series (self->grid, i, &column);
      add_line_series (self, i, column, series_colour (self, i),
                       is_expected (self, i));
    }
  if (self->grid->target >= 0)
    add_line_series (self, number, (guint) self->grid->target,
                     self->deck->theme.target, TRUE);
  g_string_append (self->xml, "<c:marker val=\"1\"/>");
  add_axis_ids (self);
  g_string_append (self->xml, "</c:lineChart>");
}

static void
add_areas (Writer *self)
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
      add_fill (self, series_colour (self, i));
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
add_bars (Writer *self)
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
      add_fill (self, series_colour (self, i));
      g_string_append (self->xml,
                       "</c:spPr><c:invertIfNegative val=\"0\"/>");
      add_labels (self, wants_labels (self) && !stacked, "outEnd");
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

static void
add_donut (Writer *self)
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
      add_fill (self, patron_theme_series (&self->deck->theme, (int) i));
      add_line (self, self->deck->theme.background, 2 * THIN, FALSE);
      g_string_append (self->xml, "</c:spPr></c:dPt>");
    }
  g_string_append (self->xml, "<c:dLbls>");
  g_string_append (self->xml,
                   "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  add_text_style (self, 1400, PATRON_RGB (0xffffff));
  g_string_append (self->xml,
                   "<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/>"
                   "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
                   "<c:showPercent val=\"1\"/><c:showBubbleSize val=\"0\"/>"
                   "<c:showLeaderLines val=\"0\"/></c:dLbls>");
  add_categories (self);
  add_column (self, "val", column, 0, self->grid->n, self->format);
  g_string_append (self->xml,
                   "</c:ser><c:firstSliceAng val=\"0\"/>"
                   "<c:holeSize val=\"58\"/></c:doughnutChart>");
}

/* The names of the points, which PowerPoint has no cells for, as texts. */
static void
add_point_names (Writer                 *self,
                 const PatronGridColumn *values)
{
  g_string_append (self->xml, "<c:dLbls>");
  for (gsize i = 0; i < values->n; i++)
    {
      g_autofree char *name
          = patron_xml_text (self->grid->names[values->first + i]);

      if (*name == '\0')
        continue;
      patron_xml_add (self->xml,
                      "<c:dLbl><c:idx val=\"%u\"/><c:tx><c:rich><a:bodyPr/>"
                      "<a:p><a:r><a:rPr lang=\"en-US\" sz=\"1200\"/>"
                      "<a:t>%s</a:t></a:r></a:p></c:rich></c:tx>"
                      "<c:dLblPos val=\"r\"/><c:showLegendKey val=\"0\"/>"
                      "<c:showVal val=\"1\"/><c:showCatName val=\"0\"/>"
                      "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
                      "<c:showBubbleSize val=\"0\"/></c:dLbl>",
                      (guint) i, name);
    }
  g_string_append (self->xml,
                   "<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/>"
                   "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
                   "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
                   "</c:dLbls>");
}

static void
add_points (Writer *self)
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
      PatronColour colour = series_colour (self, i);

      g_string_append (self->xml, "<c:ser>");
      add_name (self, i, column);
      if (sized)
        {
          g_string_append (self->xml, "<c:spPr>");
          add_fill (self, patron_theme_tint (&self->deck->theme, colour,
                                             0.6));
          add_line (self, colour, THIN, FALSE);
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
      add_point_names (self, values);
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

static void
add_axis_title (Writer     *self,
                const char *title)
{
  g_autofree char *clean = NULL;

  if (patron_text_is_empty (title))
    return;
  clean = patron_xml_text (title);
  patron_xml_add (self->xml,
                  "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>"
                  "<a:defRPr sz=\"1200\" b=\"0\"/></a:pPr><a:r>"
                  "<a:rPr lang=\"en-US\" sz=\"1200\" b=\"0\"/><a:t>%s</a:t>"
                  "</a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/>"
                  "</c:title>",
                  clean);
}

static void
add_scaling (Writer                *self,
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
add_axis_style (Writer     *self,
                const char *format,
                const char *labels,
                gboolean    line)
{
  patron_xml_add (self->xml,
                  "<c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/>"
                  "<c:majorTickMark val=\"none\"/>"
                  "<c:minorTickMark val=\"none\"/>"
                  "<c:tickLblPos val=\"%s\"/><c:spPr>",
                  format, labels);
  if (line)
    add_line (self, self->deck->theme.axis, THIN, FALSE);
  else
    g_string_append (self->xml, "<a:ln><a:noFill/></a:ln>");
  g_string_append (self->xml, "</c:spPr>");
  add_text_style (self, 1200, self->deck->theme.dim);
}

static void
add_value_axis (Writer                *self,
                const char            *id,
                const char            *other,
                const char            *place,
                const PatronChartAxis *axis,
                const char            *format,
                gboolean               at_end)
{
  gboolean points = self->chart->kind == PATRON_CHART_MATRIX;

  patron_xml_add (self->xml, "<c:valAx><c:axId val=\"%s\"/>", id);
  add_scaling (self, axis, FALSE);
  patron_xml_add (self->xml, "<c:axPos val=\"%s\"/><c:majorGridlines><c:spPr>",
                  place);
  add_line (self, self->deck->theme.grid, THIN, FALSE);
  g_string_append (self->xml, "</c:spPr></c:majorGridlines>");
  add_axis_title (self, points ? axis->title : NULL);
  add_axis_style (self, format, at_end ? "nextTo" : "low", points);
  patron_xml_add (self->xml,
                  "<c:crossAx val=\"%s\"/><c:crosses val=\"%s\"/>"
                  "<c:crossBetween val=\"%s\"/></c:valAx>",
                  other, at_end ? "max" : points ? "min" : "autoZero",
                  points ? "midCat" : "between");
}

/* At most eight dates are named, in months or days between them. */
static int
choose_step (double span)
{
  static const int months[] = { 1, 2, 3, 6, 12, 24, 60, 120 };
  double wanted = span / 30.4 / 8;

  if (span <= 100)
    return (int) MAX (1, ceil (span / 8));
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (months[i] >= wanted)
      return months[i];
  return 240;
}

/* Months and years are named as the locale has them, not by the workbook. */
static void
add_category_axis (Writer *self)
{
  gboolean dates = patron_grid_has_dates (self->chart);
  gboolean across = self->chart->kind == PATRON_CHART_BAR;
  double span = self->grid->n > 1
                    ? self->grid->x[self->grid->n - 1] - self->grid->x[0]
                    : 0;

  patron_xml_add (self->xml, "<c:%s><c:axId val=\"111\"/>",
                  dates ? "dateAx" : "catAx");
  add_scaling (self, NULL, across);
  patron_xml_add (self->xml, "<c:axPos val=\"%s\"/>", across ? "l" : "b");
  add_axis_style (self,
                  !dates       ? "General"
                  : span > 100 ? "mmm\\ yyyy"
                               : "d\\ mmm",
                  "low", TRUE);
  g_string_append (self->xml,
                   "<c:crossAx val=\"222\"/><c:crosses val=\"autoZero\"/>");
  if (dates)
    patron_xml_add (self->xml,
                    "<c:auto val=\"1\"/><c:lblOffset val=\"100\"/>"
                    "<c:baseTimeUnit val=\"days\"/><c:majorUnit val=\"%d\"/>"
                    "<c:majorTimeUnit val=\"%s\"/></c:dateAx>",
                    choose_step (span), span > 100 ? "months" : "days");
  else
    g_string_append (self->xml,
                     "<c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>"
                     "<c:lblOffset val=\"100\"/>"
                     "<c:noMultiLvlLbl val=\"1\"/></c:catAx>");
}

static void
add_plot (Writer *self)
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
      add_value_axis (self, "111", "222", "b", &self->chart->x, "General",
                      FALSE);
      add_value_axis (self, "222", "111", "l", &self->chart->y, self->format,
                      FALSE);
      return;
    }
  if (kind == PATRON_CHART_LINE)
    add_lines (self, FALSE);
  else if (kind == PATRON_CHART_AREA)
    add_areas (self);
  else
    add_bars (self);
  add_category_axis (self);
  add_value_axis (self, "222", "111",
                  kind == PATRON_CHART_BAR ? "b" : "l", &self->chart->y,
                  self->chart->stack == PATRON_STACK_PERCENT ? "0%"
                                                             : self->format,
                  kind == PATRON_CHART_BAR);
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
  Writer self = { deck, slide, slide->chart, grid,
                  g_string_new (PATRON_XML_HEAD), format };
  gboolean legend = grid->n_series > 1 || grid->target >= 0
                    || slide->chart->kind == PATRON_CHART_DONUT;

  g_string_append (self.xml,
                   "<c:chartSpace" NAMESPACES "><c:date1904 val=\"0\"/>"
                   "<c:roundedCorners val=\"0\"/><c:chart>"
                   "<c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>");
  add_plot (&self);
  g_string_append (self.xml, "</c:plotArea>");
  if (legend)
    {
      g_string_append (self.xml, "<c:legend><c:legendPos val=\"t\"/>"
                                 "<c:overlay val=\"0\"/>");
      add_text_style (&self, 1200, deck->theme.text);
      g_string_append (self.xml, "</c:legend>");
    }
  g_string_append (self.xml,
                   "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>"
                   "</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>"
                   "</c:spPr>");
  add_text_style (&self, 1200, deck->theme.text);
  g_string_append (self.xml,
                   "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/>"
                   "</c:externalData></c:chartSpace>");
  return self.xml;
}
