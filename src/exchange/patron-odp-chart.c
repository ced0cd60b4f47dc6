/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A chart of an OpenDocument presentation: OpenDocument 1.2 part 1,
 * chapter 11, its numbers in a table of its own. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "patron-odp-private.h"
#include "patron-xml.h"

typedef struct
{
  const PatronDeck  *deck;
  const PatronChart *chart;
  const PatronGrid  *grid;
  GString           *xml;
} Writer;

static const char *
get_class (const PatronChart *chart,
           const PatronGrid  *grid)
{
  if (chart->kind == PATRON_CHART_LINE)
    return "chart:line";
  if (chart->kind == PATRON_CHART_AREA)
    return "chart:area";
  if (chart->kind == PATRON_CHART_DONUT)
    return "chart:ring";
  if (chart->kind == PATRON_CHART_MATRIX)
    return grid->size >= 0 ? "chart:bubble" : "chart:scatter";
  return "chart:bar";
}

/* How the numbers of the axis are written. */
static void
add_number_style (Writer     *self,
                  const char *name)
{
  const PatronFormat *format = &self->chart->y.format;
  int decimals = MAX (0, format->decimals);

  if (self->chart->stack == PATRON_STACK_PERCENT
      || format->kind == PATRON_FORMAT_PERCENT)
    patron_xml_add (self->xml,
                    "<number:percentage-style style:name=\"%s\">"
                    "<number:number number:decimal-places=\"%d\""
                    " number:min-integer-digits=\"1\"/><number:text>%%"
                    "</number:text></number:percentage-style>",
                    name, decimals);
  else if (format->kind == PATRON_FORMAT_DURATION)
    patron_xml_add (self->xml,
                    "<number:time-style style:name=\"%s\""
                    " number:truncate-on-overflow=\"false\"><number:hours/>"
                    "<number:text>:</number:text>"
                    "<number:minutes number:style=\"long\"/>"
                    "</number:time-style>",
                    name);
  else
    {
      patron_xml_add (self->xml,
                      "<number:number-style style:name=\"%s\">"
                      "<number:number number:decimal-places=\"%d\""
                      " number:min-integer-digits=\"1\""
                      " number:grouping=\"true\"/>",
                      name, decimals);
      if (format->kind == PATRON_FORMAT_MONEY && *format->currency != '\0')
        patron_xml_add (self->xml, "<number:text> %s</number:text>",
                        format->currency);
      g_string_append (self->xml, "</number:number-style>");
    }
}

static void
add_line_style (Writer       *self,
                const char   *name,
                PatronColour  colour,
                double        width,
                gboolean      dashed)
{
  g_autofree char *hex = patron_deck_colour (colour);
  g_autofree char *size = patron_odp_length (width);

  patron_xml_add (self->xml,
                  "<style:style style:name=\"%s\" style:family=\"chart\">"
                  "<style:chart-properties chart:symbol-type=\"none\"/>"
                  "<style:graphic-properties draw:stroke=\"%s\""
                  " draw:stroke-dash=\"dash\" svg:stroke-width=\"%s\""
                  " svg:stroke-color=\"#%s\" draw:fill=\"none\"/>"
                  "</style:style>",
                  name, dashed ? "dash" : "solid", size, hex);
}

static void
add_fill_style (Writer       *self,
                const char   *name,
                PatronColour  colour,
                const char   *labels)
{
  g_autofree char *hex = patron_deck_colour (colour);
  g_autofree char *text
      = patron_deck_colour (self->chart->kind == PATRON_CHART_DONUT
                                ? patron_theme_text_on (
                                      &self->deck->theme, colour)
                                : self->deck->theme.text);

  patron_xml_add (self->xml,
                  "<style:style style:name=\"%s\" style:family=\"chart\""
                  " style:data-style-name=\"values\">"
                  "<style:chart-properties chart:data-label-number=\"%s\""
                  " chart:symbol-type=\"none\"/>"
                  "<style:graphic-properties draw:stroke=\"none\""
                  " draw:fill=\"solid\" draw:fill-color=\"#%s\"/>"
                  "<style:text-properties fo:font-size=\"12pt\""
                  " fo:color=\"#%s\"/></style:style>",
                  name, labels, hex, text);
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

static void
add_series_styles (Writer *self)
{
  gboolean lines = self->chart->kind == PATRON_CHART_LINE;
  gboolean labels = self->chart->value_labels == PATRON_LABELS_SHOWN
                    || (self->chart->value_labels == PATRON_LABELS_AUTO
                        && self->chart->stack == PATRON_STACK_NONE
                        && self->grid->n * self->grid->n_series <= 24
                        && self->chart->kind != PATRON_CHART_AREA
                        && self->chart->kind != PATRON_CHART_MATRIX);

  for (guint i = 0; i < self->grid->n_series; i++)
    {
      g_autofree char *name = g_strdup_printf ("series%u", i);
      gboolean expected = i < self->chart->series->len
                          && g_array_index (self->chart->series,
                                            PatronChartSeries, i).expected;

      if (lines)
        add_line_style (self, name, series_colour (self, i), 3, expected);
      else
        add_fill_style (self, name, series_colour (self, i),
                        labels ? "value" : "none");
    }
  for (gsize i = 0;
       self->chart->kind == PATRON_CHART_DONUT && i < self->grid->n; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("part%" G_GSIZE_FORMAT, i);

      add_fill_style (self, name,
                      patron_theme_series (&self->deck->theme, (int) i),
                      "percentage");
    }
  if (self->grid->target >= 0)
    add_line_style (self, "target", self->deck->theme.target, 2, TRUE);
}

static void
add_axis_style (Writer     *self,
                const char *name,
                const char *numbers,
                gboolean    reversed,
                gboolean    line,
                gboolean    at_end)
{
  g_autofree char *hex = patron_deck_colour (self->deck->theme.dim);
  g_autofree char *axis = patron_deck_colour (self->deck->theme.axis);

  patron_xml_add (self->xml,
                  "<style:style style:name=\"%s\" style:family=\"chart\"", name);
  if (numbers != NULL)
    patron_xml_add (self->xml, " style:data-style-name=\"%s\"", numbers);
  patron_xml_add (self->xml,
                  "><style:chart-properties chart:display-label=\"true\""
                  " chart:tick-marks-major-inner=\"false\""
                  " chart:tick-marks-major-outer=\"false\""
                  " chart:reverse-direction=\"%s\" chart:axis-position=\"%s\""
                  " chart:axis-label-position=\"%s\""
                  " style:rotation-angle=\"0\" chart:text-overlap=\"false\""
                  " text:line-break=\"true\""
                  " chart:label-arrangement=\"side-by-side\""
                  " chart:link-data-style-to-source=\"false\"/>"
                  "<style:graphic-properties draw:stroke=\"%s\""
                  " svg:stroke-color=\"#%s\"/><style:text-properties"
                  " fo:font-size=\"12pt\" fo:color=\"#%s\"/></style:style>",
                  reversed ? "true" : "false", at_end ? "end" : "start",
                  at_end ? "near-axis" : "outside-start",
                  line ? "solid" : "none", axis, hex);
}

static void
add_styles (Writer *self)
{
  g_autofree char *grid = patron_deck_colour (self->deck->theme.grid);
  gboolean across = self->chart->kind == PATRON_CHART_BAR;

  g_string_append (self->xml, "<office:automatic-styles>");
  add_number_style (self, "values");
  patron_xml_add (self->xml,
                  "<style:style style:name=\"chart\" style:family=\"chart\">"
                  "<style:graphic-properties draw:stroke=\"none\""
                  " draw:fill=\"none\"/></style:style>"
                  "<style:style style:name=\"legend\" style:family=\"chart\">"
                  "<style:graphic-properties draw:stroke=\"none\""
                  " draw:fill=\"none\"/><style:text-properties"
                  " fo:font-size=\"12pt\"/></style:style>"
                  "<style:style style:name=\"grid\" style:family=\"chart\">"
                  "<style:graphic-properties draw:stroke=\"solid\""
                  " svg:stroke-color=\"#%s\"/></style:style>"
                  "<style:style style:name=\"plot\" style:family=\"chart\">"
                  "<style:chart-properties chart:vertical=\"%s\""
                  " chart:stacked=\"%s\" chart:percentage=\"%s\""
                  " chart:treat-empty-cells=\"leave-gap\""
                  " chart:gap-width=\"50\" chart:overlap=\"%d\"/>"
                  "</style:style>",
                  grid, across ? "true" : "false",
                  self->chart->stack == PATRON_STACK_SUM ? "true" : "false",
                  self->chart->stack == PATRON_STACK_PERCENT ? "true"
                                                             : "false",
                  self->chart->stack != PATRON_STACK_NONE ? 100 : 0);
  add_axis_style (self, "x-axis", NULL, across, TRUE, FALSE);
  /* Rings run against the clock unless they are told otherwise. */
  add_axis_style (self, "y-axis", "values",
                  self->chart->kind == PATRON_CHART_DONUT, FALSE, across);
  add_series_styles (self);
  g_string_append (self->xml, "</office:automatic-styles>");
}

static char *
name_cells (const char *sheet,
            guint       column,
            gsize       first,
            gsize       n)
{
  char letter[3] = { (char) ('A' + column % 26), '\0', '\0' };

  if (column >= 26)
    {
      letter[1] = letter[0];
      letter[0] = (char) ('A' + column / 26 - 1);
    }
  if (n == 0)
    return g_strdup_printf ("%s.%s1", sheet, letter);
  return g_strdup_printf ("%s.%s%" G_GSIZE_FORMAT ":%s.%s%" G_GSIZE_FORMAT,
                          sheet, letter, first + 2, sheet, letter,
                          first + n + 1);
}

static void
add_series (Writer     *self,
            guint       series,
            guint       column,
            const char *style,
            const char *class)
{
  const PatronGridColumn *values
      = &g_array_index (self->grid->columns, PatronGridColumn, column);
  g_autofree char *cells
      = name_cells ("local-table", column + 1, values->first, values->n);
  g_autofree char *label = name_cells ("local-table", column + 1, 0, 0);

  if (self->grid->size >= 0)
    {
      g_autofree char *sizes
          = name_cells ("local-table", (guint) self->grid->size + 1,
                        values->first, values->n);

      patron_xml_add (self->xml,
                      "<chart:series chart:style-name=\"%s\""
                      " chart:values-cell-range-address=\"%s\""
                      " chart:label-cell-address=\"%s\""
                      " chart:class=\"%s\">",
                      style, sizes, label, class);
    }
  else
    patron_xml_add (self->xml,
                    "<chart:series chart:style-name=\"%s\""
                    " chart:values-cell-range-address=\"%s\""
                    " chart:label-cell-address=\"%s\""
                    " chart:class=\"%s\">",
                    style, cells, label, class);
  if (self->chart->kind == PATRON_CHART_MATRIX)
    {
      g_autofree char *x
          = name_cells ("local-table", 1, values->first, values->n);

      if (self->grid->size >= 0)
        patron_xml_add (self->xml, "<chart:domain table:cell-range-address="
                                   "\"%s\"/>", cells);
      patron_xml_add (self->xml,
                      "<chart:domain table:cell-range-address=\"%s\"/>", x);
    }
  for (gsize i = 0;
       self->chart->kind == PATRON_CHART_DONUT && i < self->grid->n; i++)
    patron_xml_add (self->xml,
                    "<chart:data-point chart:style-name=\"part%u\"/>",
                    (guint) i);
  g_string_append (self->xml, "</chart:series>");
}

static void
add_plot (Writer *self)
{
  g_autofree char *names = name_cells ("local-table", 0, 0, self->grid->n);
  gboolean matrix = self->chart->kind == PATRON_CHART_MATRIX;
  guint column;

  g_string_append (self->xml,
                   "<chart:plot-area chart:style-name=\"plot\""
                   " chart:data-source-has-labels=\"both\">"
                   "<chart:axis chart:dimension=\"x\""
                   " chart:name=\"primary-x\" chart:style-name=\"x-axis\">");
  if (!matrix)
    patron_xml_add (self->xml,
                    "<chart:categories table:cell-range-address=\"%s\"/>",
                    names);
  g_string_append (self->xml,
                   "</chart:axis><chart:axis chart:dimension=\"y\""
                   " chart:name=\"primary-y\" chart:style-name=\"y-axis\">"
                   "<chart:grid chart:style-name=\"grid\""
                   " chart:class=\"major\"/></chart:axis>");
  for (guint i = 0; i < self->grid->n_series; i++)
    {
      g_autofree char *style = g_strdup_printf ("series%u", i);

      patron_grid_get_series (self->grid, i, &column);
      /* The series of a ring are circles. */
      add_series (self, i, column, style,
                  self->chart->kind == PATRON_CHART_DONUT
                      ? "chart:circle"
                      : get_class (self->chart, self->grid));
    }
  if (self->grid->target >= 0 && self->chart->kind != PATRON_CHART_BAR)
    add_series (self, self->grid->n_series, (guint) self->grid->target,
                "target", "chart:line");
  g_string_append (self->xml, "<chart:wall chart:style-name=\"chart\"/>"
                              "</chart:plot-area>");
}

static void
add_text_cell (GString    *xml,
               const char *text)
{
  g_autofree char *clean = patron_xml_text (text);

  patron_xml_add (xml,
                  "<table:table-cell office:value-type=\"string\"><text:p>%s"
                  "</text:p></table:table-cell>",
                  clean);
}

static void
add_number_cell (GString *xml,
                 double   value)
{
  g_autofree char *number = patron_xml_number (value);

  if (!isfinite (value))
    g_string_append (xml, "<table:table-cell/>");
  else
    patron_xml_add (xml,
                    "<table:table-cell office:value-type=\"float\""
                    " office:value=\"%s\"><text:p>%s</text:p>"
                    "</table:table-cell>",
                    number, number);
}

static void
add_table (Writer *self)
{
  guint n = self->grid->columns->len;

  patron_xml_add (self->xml,
                  "<table:table table:name=\"local-table\">"
                  "<table:table-header-columns><table:table-column/>"
                  "</table:table-header-columns><table:table-columns>"
                  "<table:table-column table:number-columns-repeated=\"%u\"/>"
                  "</table:table-columns><table:table-header-rows>"
                  "<table:table-row><table:table-cell/>",
                  n);
  for (guint i = 0; i < n; i++)
    add_text_cell (self->xml, g_array_index (self->grid->columns,
                                             PatronGridColumn, i).name);
  g_string_append (self->xml, "</table:table-row></table:table-header-rows>"
                              "<table:table-rows>");
  for (gsize i = 0; i < self->grid->n; i++)
    {
      g_string_append (self->xml, "<table:table-row>");
      add_text_cell (self->xml, self->grid->names[i]);
      for (guint j = 0; j < n; j++)
        add_number_cell (self->xml,
                         g_array_index (self->grid->columns,
                                        PatronGridColumn, j).values[i]);
      g_string_append (self->xml, "</table:table-row>");
    }
  g_string_append (self->xml, "</table:table-rows></table:table>");
}

/* patron_odp_chart:
 *
 * Returns: (transfer full): the content of a chart
 */
GString *
patron_odp_chart (const PatronDeck  *deck,
                  const PatronSlide *slide,
                  const PatronGrid  *grid)
{
  Writer self = { deck, slide->chart, grid, g_string_new (PATRON_XML_HEAD) };
  g_autofree char *width = patron_odp_length (slide->box.width);
  g_autofree char *height = patron_odp_length (slide->box.height);
  gboolean legend = grid->n_series > 1 || grid->target >= 0
                    || slide->chart->kind == PATRON_CHART_DONUT;

  g_string_append (self.xml,
                   "<office:document-content" PATRON_ODP_NAMESPACES ">");
  add_styles (&self);
  patron_xml_add (self.xml,
                  "<office:body><office:chart><chart:chart svg:width=\"%s\""
                  " svg:height=\"%s\" chart:class=\"%s\""
                  " chart:style-name=\"chart\">",
                  width, height, get_class (slide->chart, grid));
  if (legend)
    g_string_append (self.xml,
                     "<chart:legend chart:legend-position=\"top\""
                     " chart:style-name=\"legend\"/>");
  add_plot (&self);
  add_table (&self);
  g_string_append (self.xml, "</chart:chart></office:chart></office:body>"
                             "</office:document-content>");
  return self.xml;
}
