/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* A colour per series and category: stage by lane, weekday by hour. Values
 * all on one side of zero go from light to dark; those on both sides go two
 * ways from it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-cells.h"
#include "patron-plot-keys.h"

/* Cells of which nobody can point at one are not drawn, in px. */
#define LEAST_CELL 3.0
#define MOST_COLUMNS 400
#define MOST_ROWS 200
#define LEGEND_STEPS 24

typedef struct
{
  PatronPlot *plot;
  PatronCells *cells;
  double min, max;
  gboolean two_sided;
  gboolean any_missing;
  double names;
  double width, height; /* of a cell */
  double gap;
  GPtrArray *columns; /* (element-type GArray): names in lines, or %NULL */
  guint every;        /* of so many columns one is named */
  double head;        /* the height of the names of columns */
} HeatMap;

static PatronColour
one_way (const PatronTheme *theme,
         PatronColour       colour,
         double             share)
{
  PatronColour deep = patron_colour_mix (colour, theme->text, 0.45);

  /* Lightness changes evenly: most of it lies before the colour itself. */
  if (share < 0.8)
    return patron_colour_mix (patron_theme_tint (theme, colour, 0.1), colour,
                              share / 0.8);
  return patron_colour_mix (colour, deep, (share - 0.8) / 0.2);
}

/* The colour of a place on the scale: 0 to 1, or, of two sides, -1 to 1. */
static PatronColour
colour_at (const HeatMap *self,
           double         place)
{
  const PatronTheme *theme = self->plot->theme;

  return one_way (theme, patron_theme_series (theme, place < 0 ? 1 : 0),
                  CLAMP (fabs (place), 0, 1));
}

static double
place_of (const HeatMap *self,
          double         value)
{
  if (self->two_sided)
    return value / MAX (self->max, -self->min);
  if (self->max == self->min)
    return 0.5;
  /* Halved, because the distance of two large values may overflow. */
  return (value / 2 - self->min / 2) / (self->max / 2 - self->min / 2);
}

static void
find_scale (HeatMap *self)
{
  const PatronChartAxis *axis = &self->plot->chart->y;
  guint n = patron_cells_find_extremes (self->cells, &self->min, &self->max);

  self->any_missing
    = n < (guint64) self->cells->n_rows * self->cells->n_columns;
  if (isfinite (axis->min))
    self->min = MIN (self->min, axis->min);
  if (isfinite (axis->max))
    self->max = MAX (self->max, axis->max);
  self->two_sided = self->min < 0 && self->max > 0;
}

static char *
row_name (const HeatMap *self,
          guint          row)
{
  g_autofree char *name = g_strdup ("");

  if (row < self->plot->chart->series->len)
    {
      g_free (name);
      name = patron_text_clean (
        g_array_index (self->plot->chart->series, PatronChartSeries, row)
          .name);
    }
  return g_steal_pointer (&name);
}

static void
measure_rows (HeatMap *self)
{
  PatronPlot *plot = self->plot;
  double widest = MIN (plot->area.width * 0.3, 190 * plot->zoom);

  for (guint i = 0; i < self->cells->n_rows; i++)
    {
      g_autofree char *name = row_name (self, i);
      g_autofree char *shown = NULL;
      double width;

      shown = patron_text_ellipsize (plot->measurer, &plot->label_font, name,
                                     widest, &width);
      self->names = MAX (self->names, width);
    }
  if (self->names > 0)
    self->names += 8 * plot->zoom;
}

static gboolean
is_shortened (const GArray *lines,
              const char   *name)
{
  return lines->len == 0
         || (g_str_has_suffix (g_array_index (lines, PatronLine,
                                              lines->len - 1).text,
                               "\xe2\x80\xa6")
             && !g_str_has_suffix (name, "\xe2\x80\xa6"));
}

/* Wraps the names of every @every-th column. Returns whether none had to be
 * shortened, or broken inside of a word. */
static gboolean
wrap_columns (HeatMap *self,
              guint    every,
              guint    max_lines)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->axis_font);
  double room = every * self->width - 6 * plot->zoom;
  gboolean whole = TRUE;
  guint most = 0;

  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < self->cells->n_columns; i++)
    {
      g_autofree char *name = NULL;
      GArray *lines;

      if (i % every != 0)
        {
          g_ptr_array_add (self->columns, NULL);
          continue;
        }
      name = patron_cells_name (self->cells, plot->data, i);
      lines = patron_text_wrap_balanced (plot->measurer, &plot->axis_font,
                                         name, room, max_lines);
      whole = whole && (*name == '\0' || !is_shortened (lines, name));
      most = MAX (most, lines->len);
      g_ptr_array_add (self->columns, lines);
    }
  self->every = every;
  self->head = most > 0 ? most * line + 4 * plot->zoom : 0;
  return whole;
}

static double
widest_word (HeatMap *self)
{
  PatronPlot *plot = self->plot;
  double widest = 0;

  for (guint i = 0; i < self->cells->n_columns; i++)
    {
      g_autofree char *name = patron_cells_name (self->cells, plot->data, i);
      g_auto (GStrv) words = g_strsplit_set (name, " \n-/", 0);

      for (gsize j = 0; words[j] != NULL; j++)
        widest = MAX (widest, patron_text_width (plot->measurer,
                                                 &plot->axis_font,
                                                 words[j]));
    }
  return widest + 6 * plot->zoom;
}

/* As many columns are named as their names leave each other room. */
static void
choose_columns (HeatMap *self)
{
  guint max_lines = self->plot->area.height > 160 * self->plot->zoom ? 3 : 1;
  guint first = 1;

  /* A word is not broken where fewer names would do, unless it is very
   * long. */
  if (self->cells->n_columns > 8)
    first = (guint) CLAMP (ceil (MIN (widest_word (self),
                                      90 * self->plot->zoom) / self->width),
                           1, self->cells->n_columns);
  for (guint every = first; every <= MAX (first, 12); every++)
    if (wrap_columns (self, every, max_lines))
      return;
  wrap_columns (self, first, max_lines);
  if (self->head > self->plot->area.height * 0.4)
    wrap_columns (self, first, 1);
}

static void
free_lines (gpointer lines)
{
  if (lines != NULL)
    g_array_unref (lines);
}

static void
set_cells (HeatMap *self)
{
  PatronPlot *plot = self->plot;

  self->columns = g_ptr_array_new_with_free_func (free_lines);
  measure_rows (self);
  if (plot->area.width - self->names < 60 * plot->zoom)
    self->names = 0;
  self->width = (plot->area.width - self->names) / self->cells->n_columns;
  choose_columns (self);
  if (self->head > plot->area.height * 0.5)
    {
      self->head = 0;
      g_ptr_array_set_size (self->columns, 0);
    }
  self->height = MIN ((plot->area.height - self->head) / self->cells->n_rows,
                      110 * plot->zoom);
  self->gap = MIN (self->width, self->height) >= 9 ? 1.5 * plot->zoom : 0;
  if (self->height < patron_text_line_height (&plot->label_font) * 0.82)
    {
      self->width += self->names / self->cells->n_columns;
      self->names = 0;
    }
  plot->plot = (PatronBox) { plot->area.x + self->names,
                             plot->area.y + self->head,
                             self->width * self->cells->n_columns,
                             self->height * self->cells->n_rows };
}

static PatronBox
box_of (const HeatMap *self,
        guint          row,
        guint          column)
{
  const PatronBox *plot = &self->plot->plot;

  return (PatronBox) {
    plot->x + column * self->width + self->gap / 2,
    plot->y + row * self->height + self->gap / 2,
    self->width - self->gap, self->height - self->gap,
  };
}

/* Either all values are written, or none: a few would look like the ones
 * that matter. Returns a font in which they fit, or %NULL. */
static const PatronFont *
find_value_font (const HeatMap *self)
{
  PatronPlot *plot = self->plot;
  const PatronFont *fonts[] = { &plot->label_font, &plot->note_font };

  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN
      || (guint64) self->cells->n_columns * self->cells->n_rows > 2000)
    return NULL;
  for (gsize f = 0; f < G_N_ELEMENTS (fonts); f++)
    {
      double widest = 0;

      for (guint row = 0; row < self->cells->n_rows; row++)
        for (guint column = 0; column < self->cells->n_columns; column++)
          {
            double value = patron_cells_get (self->cells, row, column);
            g_autofree char *text = patron_plot_write_value (plot, value);

            if (!isnan (value))
              widest = MAX (widest, patron_text_width (plot->measurer,
                                                       fonts[f], text));
          }
      if (widest + 6 * plot->zoom <= self->width
          && patron_text_line_height (fonts[f]) <= self->height - self->gap)
        return fonts[f];
    }
  return NULL;
}

static void
add_cell_spot (HeatMap         *self,
               guint            row,
               guint            column,
               const PatronBox *box)
{
  PatronPlot *plot = self->plot;
  int point = patron_cells_get_point (self->cells, row, column);
  PatronSpot *spot = patron_scene_add_spot (plot->scene, PATRON_ROLE_CELL,
                                            box->x, box->y, box->width,
                                            box->height);

  spot->series = (int) row;
  spot->point = point;
  spot->value_x = column;
  spot->value_y = patron_cells_get (self->cells, row, column);
  spot->on_grid = TRUE;
  spot->row = (int) row;
  spot->column = (int) column;
  if (point >= 0 && !isnan (spot->value_y))
    spot->text = patron_plot_describe_point (plot, row, (gsize) point,
                                             spot->value_y, NULL);
  else
    {
      g_autofree char *name = row_name (self, row);
      g_autofree char *category = patron_cells_name (self->cells, plot->data,
                                                     column);

      /* Translators: a cell: its row, its column. */
      spot->text = g_strdup_printf (C_("chart point", "%s, %s: no value"),
                                    name, category);
    }
}

static void
draw_cell (HeatMap          *self,
           guint             row,
           guint             column,
           const PatronFont *font)
{
  PatronPlot *plot = self->plot;
  double value = patron_cells_get (self->cells, row, column);
  PatronBox box = box_of (self, row, column);
  PatronColour colour;
  PatronItem *item;

  if (isnan (value))
    {
      if (box.width >= 6 && box.height >= 6)
        patron_plot_add_hatching (plot, &box);
      return;
    }
  colour = colour_at (self, place_of (self, value));
  item = patron_scene_add_rectangle (plot->scene, PATRON_ROLE_CELL, box.x,
                                     box.y, box.width, box.height);
  item->fill = colour;
  item->series = (int) row;
  item->point = patron_cells_get_point (self->cells, row, column);
  if (self->gap > 0)
    item->radius = MIN (2 * plot->zoom, MIN (box.width, box.height) / 4);
  if (font != NULL)
    {
      g_autofree char *text = patron_plot_write_value (plot, value);

      patron_plot_add_middle (plot, PATRON_ROLE_VALUE_LABEL, font, text,
                              box.x + box.width / 2, box.y + box.height / 2,
                              PATRON_ALIGN_CENTRE, patron_theme_text_on (self->plot->theme,
                                                    colour));
    }
}

static void
draw_names (HeatMap *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->axis_font);

  for (guint i = 0; i < self->cells->n_rows && self->names > 0; i++)
    {
      g_autofree char *name = row_name (self, i);
      g_autofree char *shown = patron_text_ellipsize (
        plot->measurer, &plot->label_font, name,
        self->names - 8 * plot->zoom + 0.01, NULL);

      if (*shown != '\0')
        patron_plot_add_middle (plot, PATRON_ROLE_AXIS_LABEL,
                                &plot->label_font, shown,
                                plot->area.x,
                                plot->plot.y + (i + 0.5) * self->height,
                                PATRON_ALIGN_LEFT, plot->theme->text);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      GArray *lines = g_ptr_array_index (self->columns, i);
      double x = plot->plot.x + (i + 0.5) * self->width;

      if (lines == NULL || lines->len == 0)
        continue;
      /* Where not all are named, a name begins at its column. */
      if (self->every > 1)
        x = plot->plot.x + i * self->width + self->gap / 2;
      if (x + patron_text_lines_width (lines)
              / (self->every > 1 ? 1 : 2)
          > plot->area.x + plot->area.width + 0.01)
        continue;
      patron_scene_add_lines (plot->scene, PATRON_ROLE_AXIS_LABEL,
                              plot->measurer, &plot->axis_font, lines, x,
                              plot->plot.y - 4 * plot->zoom
                                - lines->len * line,
                              self->every > 1 ? PATRON_ALIGN_LEFT
                                              : PATRON_ALIGN_CENTRE,
                              plot->theme->dim);
    }
}

/* The numbers of the scale: its ends, and zero or the middle. */
static guint
find_marks (const HeatMap *self,
            double        *values,
            double        *places)
{
  if (self->max == self->min)
    {
      values[0] = self->min;
      places[0] = 0.5;
      return 1;
    }
  if (self->two_sided)
    {
      double end = MAX (self->max, -self->min);

      values[0] = -end;
      values[1] = 0;
      values[2] = end;
    }
  else
    {
      values[0] = self->min;
      values[1] = self->min / 2 + self->max / 2;
      values[2] = self->max;
    }
  places[0] = 0;
  places[1] = 0.5;
  places[2] = 1;
  return 3;
}

/* A strip of all colours with its numbers, and what hatching means. Takes its
 * room from the area. */
static void
add_legend (HeatMap *self)
{
  PatronPlot *plot = self->plot;
  double line = patron_text_line_height (&plot->note_font);
  double strip = 8 * plot->zoom;
  double height = strip + 3 * plot->zoom + line + 8 * plot->zoom;
  double width = MIN (200 * plot->zoom, plot->area.width * 0.6);
  double x = plot->area.x, y = plot->area.y;
  double values[3], places[3];
  guint n = find_marks (self, values, places);
  double free_from = x, free_to = x + width;

  if (plot->chart->legend == PATRON_LEGEND_NONE
      || plot->area.height < 100 * plot->zoom * plot->theme->text_scale)
    return;
  for (int i = 0; i < LEGEND_STEPS; i++)
    {
      double place = n == 1 ? 0.5 : (i + 0.5) / LEGEND_STEPS;

      patron_scene_add_rectangle (plot->scene, PATRON_ROLE_LEGEND,
                                  x + i * width / LEGEND_STEPS, y,
                                  width / LEGEND_STEPS + 0.3, strip)
        ->fill = colour_at (self, self->two_sided ? 2 * place - 1 : place);
    }
  for (guint i = 0; i < n; i++)
    {
      /* The ends first: the middle goes where they leave it room. */
      guint j = n == 3 ? (i == 0 ? 0 : i == 1 ? 2 : 1) : i;
      g_autofree char *text = patron_format_value (&plot->value_format,
                                                   values[j]);
      double wide = patron_text_width (plot->measurer, &plot->note_font,
                                       text);
      double left = x + places[j] * (width - wide);

      if (left < free_from || left + wide > free_to)
        continue;
      if (i == 0)
        free_from = left + wide + 6 * plot->zoom;
      else
        free_to = left - 6 * plot->zoom;
      patron_plot_add_middle (plot, PATRON_ROLE_LEGEND, &plot->note_font,
                              text, left, y + strip + 3 * plot->zoom
                                            + line / 2,
                              PATRON_ALIGN_LEFT, plot->theme->dim);
    }
  if (self->any_missing)
    {
      g_autofree char *text = patron_text_ellipsize (
        plot->measurer, &plot->note_font, _("No value"),
        plot->area.width - width - 40 * plot->zoom, NULL);
      PatronBox box = { x + width + 18 * plot->zoom, y, 14 * plot->zoom,
                        strip };

      if (*text != '\0')
        {
          patron_plot_add_hatching (plot, &box);
          patron_plot_add_middle (plot, PATRON_ROLE_LEGEND, &plot->note_font,
                                  text, box.x + box.width + 5 * plot->zoom,
                                  y + strip / 2, PATRON_ALIGN_LEFT,
                                  plot->theme->dim);
        }
    }
  plot->area.y += height;
  plot->area.height -= height;
}

static void
draw (HeatMap *self)
{
  const PatronFont *font;

  find_scale (self);
  add_legend (self);
  set_cells (self);
  font = find_value_font (self);
  for (guint row = 0; row < self->cells->n_rows; row++)
    for (guint column = 0; column < self->cells->n_columns; column++)
      {
        PatronBox box = box_of (self, row, column);

        draw_cell (self, row, column, font);
        add_cell_spot (self, row, column, &box);
      }
  draw_names (self);
  g_ptr_array_unref (self->columns);
}

static void
remark_rows (const PatronCells *cells,
             PatronPlot        *plot)
{
  g_autofree char *text = NULL;

  if (cells->n_columns < cells->total_columns)
    patron_cells_add_remark (cells, plot);
  if (cells->n_rows == cells->total_rows)
    return;
  text = g_strdup_printf (_("The first %u of %u rows are shown."),
                          cells->n_rows, cells->total_rows);
  patron_plot_add_remark (plot, text);
}

/**
 * patron_chart_layout_heat_map:
 *
 * Lays out the series as rows and the categories as columns.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_heat_map (PatronPlot *plot)
{
  guint rows = (guint) CLAMP (plot->area.height * 0.4 / LEAST_CELL, 1,
                              MOST_ROWS);
  guint columns = (guint) CLAMP (plot->area.width * 0.6 / LEAST_CELL, 1,
                                 MOST_COLUMNS);
  g_autoptr (PatronCells) cells = patron_cells_new (plot->data, rows,
                                                    columns);
  HeatMap self = { .plot = plot, .cells = cells };
  double min, max;

  patron_plot_name_series (plot);
  if (patron_cells_find_extremes (cells, &min, &max) == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
      return patron_plot_end (plot);
    }
  remark_rows (cells, plot);
  patron_plot_add_header (plot, FALSE);
  draw (&self);
  return patron_plot_end (plot);
}

static char *
cell_name (const PatronChart     *chart,
           const PatronChartData *data,
           const PatronCells     *cells,
           gsize                  at)
{
  guint row = (guint) (at / cells->n_columns);
  g_autofree char *column
    = patron_cells_name (cells, data, (guint) (at % cells->n_columns));
  g_autofree char *name
    = patron_text_clean (patron_chart_series_name (chart, row));

  if (*name == '\0' || cells->n_rows == 1)
    return g_steal_pointer (&column);
  if (*column == '\0')
    return g_steal_pointer (&name);
  /* Translators: a cell of a table: its column, its row. */
  return g_strdup_printf (C_("chart cell", "%s (%s)"), column, name);
}

/* patron_chart_write_heat_map:
 *
 * Says which cell is highest and which lowest.
 *
 * Returns: (transfer full) (nullable): the finding
 */
char *
patron_chart_write_heat_map (const PatronChart     *chart,
                             const PatronChartData *data)
{
  g_autoptr (PatronCells) cells = patron_cells_new (data, MOST_ROWS,
                                                    MOST_COLUMNS);
  PatronFormat format = patron_chart_value_format (chart, data);
  gsize n = (gsize) cells->n_rows * cells->n_columns;
  gsize high = 0, low = 0;
  double min, max;
  g_autofree char *most = NULL;
  g_autofree char *least = NULL;
  g_autofree char *high_name = NULL;
  g_autofree char *low_name = NULL;

  if (patron_cells_find_extremes (cells, &min, &max) == 0 || min == max)
    return NULL;
  for (gsize i = n; i > 0; i--)
    {
      if (cells->values[i - 1] == max)
        high = i - 1;
      if (cells->values[i - 1] == min)
        low = i - 1;
    }
  most = patron_format_value (&format, max);
  least = patron_format_value (&format, min);
  high_name = cell_name (chart, data, cells, high);
  low_name = cell_name (chart, data, cells, low);
  return g_strdup_printf (_("%s highest with %s, %s lowest with %s"),
                          high_name, most, low_name, least);
}
