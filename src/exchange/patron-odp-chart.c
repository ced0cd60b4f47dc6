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
add_end (PatronOdpChart *self,
         guint           column)
{
  PatronNamePlace place;
  gsize row;

  if (!patron_deck_place_end (self->slide, self->grid, column, &row, &place))
    return;
  if (row > 0)
    patron_xml_add (self->xml, "<chart:data-point chart:repeated=\"%u\"/>",
                    (guint) row);
  patron_xml_add (self->xml,
                  "<chart:data-point chart:style-name=\"end%u\"/>", column);
}

static void
add_point_names (PatronOdpChart *self,
                 guint           series,
                 gsize           n)
{
  for (gsize i = 0; i < n; i++)
    {
      PatronNamePlace place;
      g_autofree char *name = patron_deck_name_point (self->slide, self->grid,
                                                      series, i, &place);
      g_autofree char *clean = patron_xml_text (name);
      g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

      if (*name == '\0')
        {
          g_string_append (self->xml, "<chart:data-point/>");
          continue;
        }
      patron_xml_add (self->xml,
                      "<chart:data-point chart:style-name=\"%s\">"
                      "<chart:data-label><text:p>",
                      patron_odp_name_place (place));
      for (guint j = 0; lines[j] != NULL; j++)
        patron_xml_add (self->xml, "<text:span>%s%s</text:span>",
                        j > 0 ? "\n" : "", lines[j]);
      g_string_append (self->xml,
                       "</text:p></chart:data-label></chart:data-point>");
    }
}

/* The values of bars, and what is told of them. */
static void
add_notes (PatronOdpChart *self,
           guint           column)
{
  const double *values = g_array_index (self->grid->columns, PatronGridColumn,
                                        column).values;
  double divisor = patron_grid_divisor (self->chart);

  for (gsize i = 0; i < self->grid->n; i++)
    {
      g_autofree char *note
          = patron_deck_write_note (self->chart, self->grid, i);
      g_autofree char *clean = NULL;
      g_autofree char *value = NULL;

      if (note == NULL || !isfinite (values[i]))
        {
          g_string_append (self->xml, "<chart:data-point/>");
          continue;
        }
      clean = patron_xml_text (note);
      value = patron_format_value (&self->chart->y.format,
                                   values[i] * divisor);
      patron_xml_add (self->xml,
                      "<chart:data-point chart:style-name=\"noted\">"
                      "<chart:data-label><text:p><text:span>%s  </text:span>"
                      "<text:span>%s</text:span></text:p>"
                      "</chart:data-label></chart:data-point>",
                      value, clean);
    }
}

static gboolean
has_notes (PatronOdpChart *self)
{
  for (gsize i = 0; i < self->grid->n; i++)
    {
      g_autofree char *note
          = patron_deck_write_note (self->chart, self->grid, i);

      if (note != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_series (PatronOdpChart *self,
            guint           series,
            guint           column,
            const char     *style,
            const char     *class)
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
  if (self->chart->kind == PATRON_CHART_MATRIX)
    add_point_names (self, series, values->n);
  else if (self->labelled)
    add_end (self, column);
  else if (series == 0 && has_notes (self)
           && (self->chart->kind == PATRON_CHART_BAR
               || self->chart->kind == PATRON_CHART_COLUMN))
    add_notes (self, column);
  g_string_append (self->xml, "</chart:series>");
}

/* Where the plot is in the picture, so that what stands around it has as much
 * room. */
static void
begin_plot_area (PatronOdpChart *self)
{
  PatronBox plot = patron_deck_get_plot (self->slide);
  g_autofree char *x = patron_odp_length (plot.x);
  g_autofree char *y = patron_odp_length (plot.y);
  g_autofree char *width = patron_odp_length (plot.width);
  g_autofree char *height = patron_odp_length (plot.height);

  g_string_append (self->xml,
                   "<chart:plot-area chart:style-name=\"plot\""
                   " chart:data-source-has-labels=\"both\"");
  if (!patron_deck_is_placed (self->slide, self->grid))
    {
      g_string_append (self->xml, ">");
      return;
    }
  patron_xml_add (self->xml,
                  " svg:x=\"%s\" svg:y=\"%s\" svg:width=\"%s\""
                  " svg:height=\"%s\"><chart:coordinate-region svg:x=\"%s\""
                  " svg:y=\"%s\" svg:width=\"%s\" svg:height=\"%s\"/>",
                  x, y, width, height, x, y, width, height);
}

static void
add_axis_title (PatronOdpChart *self,
                const char     *title,
                gboolean        above)
{
  g_autofree char *clean = NULL;

  if (patron_text_is_empty (title)
      || self->chart->kind != PATRON_CHART_MATRIX)
    return;
  clean = patron_xml_text (title);
  g_string_append (self->xml, "<chart:title chart:style-name=\"axis-title\"");
  if (above)
    g_string_append (self->xml, " svg:x=\"0cm\" svg:y=\"0cm\"");
  patron_xml_add (self->xml, "><text:p>%s</text:p></chart:title>", clean);
}

static void
add_dates (PatronOdpChart *self)
{
  gboolean months;
  int step = patron_grid_date_step (self->grid, &months);

  patron_xml_add (self->xml,
                  "<chartooo:date-scale chart:base-time-unit=\"days\""
                  " chart:major-interval-value=\"%d\""
                  " chart:major-interval-unit=\"%s\"/>",
                  step, months ? "months" : "days");
}

static void
add_axes (PatronOdpChart *self)
{
  g_autofree char *names = name_cells ("local-table", 0, 0, self->grid->n);
  gboolean dates = patron_odp_has_dates (self);

  g_string_append (self->xml,
                   "<chart:axis chart:dimension=\"x\""
                   " chart:name=\"primary-x\" chart:style-name=\"x-axis\"");
  g_string_append (self->xml, dates ? " chartooo:axis-type=\"date\">" : ">");
  if (dates)
    add_dates (self);
  add_axis_title (self, self->chart->x.title, FALSE);
  if (self->chart->kind != PATRON_CHART_MATRIX)
    patron_xml_add (self->xml,
                    "<chart:categories table:cell-range-address=\"%s\"/>",
                    names);
  else
    g_string_append (self->xml, "<chart:grid chart:style-name=\"grid\""
                                " chart:class=\"major\"/>");
  g_string_append (self->xml,
                   "</chart:axis><chart:axis chart:dimension=\"y\""
                   " chart:name=\"primary-y\" chart:style-name=\"y-axis\">");
  add_axis_title (self, self->chart->y.title, TRUE);
  g_string_append (self->xml, "<chart:grid chart:style-name=\"grid\""
                              " chart:class=\"major\"/></chart:axis>");
}

static void
add_plot (PatronOdpChart *self)
{
  guint column;

  begin_plot_area (self);
  add_axes (self);
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
add_table (PatronOdpChart *self)
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
      if (patron_odp_has_dates (self))
        add_number_cell (self->xml, self->grid->x[i] + PATRON_SHEET_EPOCH);
      else
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
  gboolean labelled = patron_deck_is_labelled (slide, grid);
  PatronOdpChart self = { deck, slide, slide->chart, grid,
                  g_string_new (PATRON_XML_HEAD), labelled };
  g_autofree char *width = patron_odp_length (slide->box.width);
  g_autofree char *height = patron_odp_length (slide->box.height);
  gboolean legend = (grid->n_series > 1 || grid->target >= 0
                     || slide->chart->kind == PATRON_CHART_DONUT)
                    && !labelled;

  g_string_append (self.xml,
                   "<office:document-content" PATRON_ODP_NAMESPACES ">");
  patron_odp_add_chart_styles (&self);
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
