/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* What the chart of an OpenDocument presentation looks like. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "patron-number.h"
#include "patron-odp-private.h"
#include "patron-xml.h"

static void
add_number (PatronOdpChart *self,
            int             decimals)
{
  /* Without a number of digits there are as many as are needed. */
  if (decimals < 0)
    g_string_append (self->xml,
                     "<number:number number:min-integer-digits=\"1\"/>");
  else
    patron_xml_add (self->xml,
                    "<number:number number:decimal-places=\"%d\""
                    " number:min-integer-digits=\"1\""
                    " number:grouping=\"true\"/>",
                    decimals);
}

static void
add_money_style (PatronOdpChart *self,
                 const char     *name,
                 int             decimals)
{
  gboolean before;
  const char *sign
      = patron_money_get_sign (self->chart->y.format.currency, &before);
  gboolean spaced = !before || g_ascii_isalpha (*sign);

  patron_xml_add (self->xml, "<number:number-style style:name=\"%s\">", name);
  if (before && *sign != '\0')
    patron_xml_add (self->xml, "<number:text>%s%s</number:text>", sign,
                    spaced ? " " : "");
  add_number (self, decimals);
  if (!before && *sign != '\0')
    patron_xml_add (self->xml, "<number:text> %s</number:text>", sign);
  g_string_append (self->xml, "</number:number-style>");
}

/* How the numbers of the axis are written. */
static void
add_number_style (PatronOdpChart *self,
                  const char     *name)
{
  const PatronFormat *format = &self->chart->y.format;
  int decimals = patron_grid_decimals (format, self->grid);

  if (self->chart->stack == PATRON_STACK_PERCENT
      || format->kind == PATRON_FORMAT_PERCENT)
    {
      patron_xml_add (self->xml,
                      "<number:percentage-style style:name=\"%s\">", name);
      add_number (self, format->kind == PATRON_FORMAT_PERCENT ? decimals : 0);
      g_string_append (self->xml, "<number:text>%</number:text>"
                                  "</number:percentage-style>");
    }
  else if (format->kind == PATRON_FORMAT_DURATION)
    {
      patron_xml_add (self->xml,
                      "<number:time-style style:name=\"%s\""
                      " number:truncate-on-overflow=\"false\">",
                      name);
      g_string_append (self->xml,
                       patron_grid_is_short (self->grid)
                           ? "<number:minutes/><number:text>:</number:text>"
                             "<number:seconds number:style=\"long\"/>"
                           : "<number:hours/><number:text>:</number:text>"
                             "<number:minutes number:style=\"long\"/>");
      g_string_append (self->xml, "</number:time-style>");
    }
  else if (format->kind == PATRON_FORMAT_MONEY)
    add_money_style (self, name, decimals);
  else
    {
      patron_xml_add (self->xml, "<number:number-style style:name=\"%s\">",
                      name);
      add_number (self, decimals);
      g_string_append (self->xml, "</number:number-style>");
    }
}

static void
add_date_style (PatronOdpChart *self)
{
  gboolean months;

  patron_grid_date_step (self->grid, &months);
  g_string_append (self->xml, "<number:date-style style:name=\"dates\">");
  g_string_append (self->xml,
                   months ? "<number:month number:textual=\"true\"/>"
                            "<number:text> </number:text>"
                            "<number:year number:style=\"long\"/>"
                          : "<number:day/><number:text> </number:text>"
                            "<number:month number:textual=\"true\"/>");
  g_string_append (self->xml, "</number:date-style>");
}

static void
add_line_style (PatronOdpChart *self,
                const char     *name,
                PatronColour    colour,
                double          width,
                gboolean        dashed)
{
  g_autofree char *hex = patron_deck_colour (colour);
  g_autofree char *size = patron_odp_length (width);
  gboolean alone = self->grid->n == 1 && !dashed;

  patron_xml_add (self->xml,
                  "<style:style style:name=\"%s\" style:family=\"chart\">"
                  "<style:chart-properties chart:symbol-type=\"%s\"",
                  name, alone ? "named-symbol" : "none");
  /* A line through one point is none. */
  if (alone)
    g_string_append (self->xml, " chart:symbol-name=\"circle\""
                                " chart:symbol-width=\"0.3cm\""
                                " chart:symbol-height=\"0.3cm\"");
  patron_xml_add (self->xml,
                  "/><style:graphic-properties draw:stroke=\"%s\""
                  " draw:stroke-dash=\"dash\" svg:stroke-width=\"%s\""
                  " svg:stroke-color=\"#%s\" draw:fill=\"solid\""
                  " draw:fill-color=\"#%s\"/></style:style>",
                  dashed ? "dash" : "solid", size, hex, hex);
}

/* patron_odp_name_place:
 *
 * Returns: on which side of a point its name stands, as OpenDocument calls it
 */
const char *
patron_odp_name_place (PatronNamePlace place)
{
  static const char *const places[]
      = { [PATRON_NAME_RIGHT] = "right",
          [PATRON_NAME_LEFT] = "left",
          [PATRON_NAME_ABOVE] = "top",
          [PATRON_NAME_BELOW] = "bottom" };

  return places[place];
}

/* What a line ends at; one of several is named. */
static void
add_end_style (PatronOdpChart *self,
               guint           column,
               PatronColour    colour,
               gboolean        dashed)
{
  g_autofree char *hex = patron_deck_colour (patron_colour_readable (
      colour, self->slide->theme.background, 4.5));
  PatronNamePlace place;
  gsize row;

  if (!patron_deck_place_end (self->slide, self->grid, column, &row, &place))
    return;
  patron_xml_add (self->xml,
                  "<style:style style:name=\"end%u\" style:family=\"chart\""
                  " style:data-style-name=\"values\">"
                  "<style:chart-properties chart:data-label-number=\"value\""
                  " chart:data-label-series=\"%s\""
                  " chart:label-position=\"%s\""
                  " chart:link-data-style-to-source=\"false\""
                  " chart:symbol-type=\"none\"><chart:label-separator>"
                  "<text:p> </text:p></chart:label-separator>"
                  "</style:chart-properties><style:text-properties"
                  " fo:font-size=\"12pt\" fo:font-weight=\"%s\""
                  " fo:color=\"#%s\"/></style:style>",
                  column,
                  self->grid->n_series > 1 || dashed ? "true" : "false",
                  patron_odp_name_place (place), dashed ? "normal" : "bold",
                  hex);
}

/* A point of a matrix, and on which side of it its name stands. */
static void
add_point_styles (PatronOdpChart *self)
{
  g_autofree char *text = patron_deck_colour (self->slide->theme.text);

  for (int i = 0; i <= PATRON_NAME_BELOW; i++)
    patron_xml_add (self->xml,
                    "<style:style style:name=\"%s\" style:family=\"chart\">"
                    "<style:chart-properties"
                    " chart:data-label-number=\"value\""
                    " chart:label-position=\"%s\""
                    " chart:symbol-type=\"named-symbol\""
                    " chart:symbol-name=\"circle\""
                    " chart:symbol-width=\"0.35cm\""
                    " chart:symbol-height=\"0.35cm\"/>"
                    "<style:text-properties fo:font-size=\"12pt\""
                    " fo:color=\"#%s\"/></style:style>",
                    patron_odp_name_place ((PatronNamePlace) i),
                    patron_odp_name_place ((PatronNamePlace) i), text);
}

static void
add_fill_style (PatronOdpChart *self,
                const char     *name,
                PatronColour    colour,
                const char     *labels)
{
  g_autofree char *hex = patron_deck_colour (colour);
  g_autofree char *text
      = patron_deck_colour (self->chart->kind == PATRON_CHART_DONUT
                                ? patron_theme_text_on (
                                      &self->slide->theme, colour)
                                : self->slide->theme.text);

  patron_xml_add (self->xml,
                  "<style:style style:name=\"%s\" style:family=\"chart\""
                  " style:data-style-name=\"values\">"
                  "<style:chart-properties chart:data-label-number=\"%s\""
                  " chart:symbol-type=\"%s\" chart:symbol-name=\"circle\""
                  " chart:symbol-width=\"0.35cm\""
                  " chart:symbol-height=\"0.35cm\"/>"
                  "<style:graphic-properties draw:stroke=\"none\""
                  " draw:fill=\"solid\" draw:fill-color=\"#%s\"/>"
                  "<style:text-properties fo:font-size=\"12pt\""
                  " fo:color=\"#%s\"/></style:style>",
                  name, labels,
                  self->chart->kind == PATRON_CHART_MATRIX ? "named-symbol"
                                                           : "none",
                  hex, text);
}

static void
add_series_styles (PatronOdpChart *self)
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
      gboolean expected = patron_deck_is_expected (self->slide, i);
      PatronColour colour = patron_deck_series_colour (self->slide, i);

      if (lines)
        {
          add_line_style (self, name, colour, 3, expected);
          add_end_style (self, i, colour, expected);
        }
      else
        add_fill_style (self, name, colour, labels ? "value" : "none");
    }
  for (gsize i = 0;
       self->chart->kind == PATRON_CHART_DONUT && i < self->grid->n; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("part%" G_GSIZE_FORMAT, i);

      add_fill_style (self, name,
                      patron_theme_series (&self->slide->theme, (int) i),
                      "percentage");
    }
  if (self->chart->kind == PATRON_CHART_MATRIX)
    add_point_styles (self);
  else if (!lines)
    add_fill_style (self, "noted", patron_deck_series_colour (self->slide, 0),
                    "value");
  if (self->grid->target < 0)
    return;
  add_line_style (self, "target", self->slide->theme.target, 2, TRUE);
  add_end_style (self, (guint) self->grid->target, self->slide->theme.target,
                 TRUE);
}

static void
add_limits (PatronOdpChart        *self,
            const PatronChartAxis *axis)
{
  g_autofree char *min = patron_xml_number (axis->min);
  g_autofree char *max = patron_xml_number (axis->max);

  if (isfinite (axis->min))
    patron_xml_add (self->xml, " chart:minimum=\"%s\"", min);
  if (isfinite (axis->max))
    patron_xml_add (self->xml, " chart:maximum=\"%s\"", max);
  if (axis == &self->chart->y && axis->format.kind == PATRON_FORMAT_DURATION
      && self->chart->stack != PATRON_STACK_PERCENT)
    {
      g_autofree char *step
          = patron_xml_number (patron_grid_duration_step (self->grid));

      patron_xml_add (self->xml, " chart:interval-major=\"%s\"", step);
    }
  /* Ratings are whole numbers. */
  if (self->chart->kind == PATRON_CHART_MATRIX && isfinite (axis->min)
      && isfinite (axis->max) && axis->max - axis->min <= 10)
    g_string_append (self->xml, " chart:interval-major=\"1\"");
}

/* @place: where the axis crosses the other one. */
static void
add_axis_style (PatronOdpChart        *self,
                const char            *name,
                const char            *numbers,
                const PatronChartAxis *axis,
                const char            *place,
                gboolean               reversed,
                gboolean               line)
{
  g_autofree char *hex = patron_deck_colour (self->slide->theme.dim);
  g_autofree char *stroke = patron_deck_colour (self->slide->theme.axis);

  patron_xml_add (self->xml,
                  "<style:style style:name=\"%s\" style:family=\"chart\"",
                  name);
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
                  " chart:link-data-style-to-source=\"false\"",
                  reversed ? "true" : "false", place,
                  strcmp (place, "end") == 0 ? "near-axis" : "outside-start");
  if (axis != NULL)
    add_limits (self, axis);
  patron_xml_add (self->xml,
                  "/><style:graphic-properties draw:stroke=\"%s\""
                  " svg:stroke-color=\"#%s\"/><style:text-properties"
                  " fo:font-size=\"12pt\" fo:color=\"#%s\"/></style:style>",
                  line ? "solid" : "none", stroke, hex);
}

static void
add_axis_styles (PatronOdpChart *self)
{
  gboolean across = self->chart->kind == PATRON_CHART_BAR;
  gboolean dates = patron_odp_has_dates (self);
  gboolean rtl = self->slide->theme.rtl;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (self->chart->kind != PATRON_CHART_MATRIX)
    {
      add_axis_style (self, "x-axis", dates ? "dates" : NULL, NULL, "start",
                      across || rtl, TRUE);
      /* Rings run against the clock unless they are told otherwise. */
      add_axis_style (self, "y-axis", "values", &self->chart->y,
                      across ? "end" : "start",
                      self->chart->kind == PATRON_CHART_DONUT
                          || (across && rtl),
                      FALSE);
      return;
    }
  /* The axes of a matrix cross where its quadrants meet. */
  x = patron_xml_number (
      patron_deck_get_split (self->chart, self->grid, TRUE));
  y = patron_xml_number (
      patron_deck_get_split (self->chart, self->grid, FALSE));
  add_axis_style (self, "x-axis", NULL, &self->chart->x, y, rtl, TRUE);
  add_axis_style (self, "y-axis", "values", &self->chart->y, x, FALSE, TRUE);
}

/* patron_odp_add_chart_styles:
 *
 * Adds what the parts of a chart look like.
 */
void
patron_odp_add_chart_styles (PatronOdpChart *self)
{
  g_autofree char *grid = patron_deck_colour (self->slide->theme.grid);
  gboolean across = self->chart->kind == PATRON_CHART_BAR;

  g_string_append (self->xml, "<office:automatic-styles>");
  add_number_style (self, "values");
  add_date_style (self);
  patron_xml_add (self->xml,
                  "<style:style style:name=\"chart\" style:family=\"chart\">"
                  "<style:graphic-properties draw:stroke=\"none\""
                  " draw:fill=\"none\"/></style:style>"
                  "<style:style style:name=\"legend\" style:family=\"chart\">"
                  "<style:graphic-properties draw:stroke=\"none\""
                  " draw:fill=\"none\"/><style:text-properties"
                  " fo:font-size=\"12pt\"/></style:style>"
                  "<style:style style:name=\"axis-title\""
                  " style:family=\"chart\"><style:chart-properties"
                  " style:rotation-angle=\"0\"/><style:text-properties"
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
  add_axis_styles (self);
  add_series_styles (self);
  g_string_append (self->xml, "</office:automatic-styles>");
}
