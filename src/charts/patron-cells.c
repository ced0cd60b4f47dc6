/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-cells.h"

#include "patron-number.h"

/**
 * patron_cells_new:
 * @max_rows: series beyond these are counted, not held
 * @max_columns: likewise categories
 *
 * Puts the values of a chart of categories where their series and category
 * meet; where several points name one category, the last one counts. An index
 * that names no category is passed over.
 *
 * Returns: (transfer full): the cells
 */
PatronCells *
patron_cells_new (const PatronChartData *data,
                  guint                  max_rows,
                  guint                  max_columns)
{
  PatronCells *self = g_new0 (PatronCells, 1);
  gsize n;

  self->total_rows = data->series->len;
  self->total_columns = patron_chart_data_count_categories (data);
  self->n_rows = MIN (self->total_rows, max_rows);
  self->n_columns = MIN (self->total_columns, max_columns);
  n = (gsize) self->n_rows * self->n_columns;
  self->values = g_new (double, n + 1);
  self->points = g_new (int, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      self->values[i] = NAN;
      self->points[i] = -1;
    }
  for (guint row = 0; row < self->n_rows; row++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, row);

      for (gsize i = 0; i < points->n; i++)
        {
          double column = round (points->x[i]);
          gsize at;

          if (!(column >= 0 && column < self->n_columns))
            continue;
          at = (gsize) row * self->n_columns + (gsize) column;
          self->values[at] = isfinite (points->y[i]) ? points->y[i] : NAN;
          self->points[at] = (int) MIN (i, G_MAXINT);
        }
    }
  return self;
}

/**
 * patron_cells_free:
 *
 * Frees what patron_cells_new() made.
 */
void
patron_cells_free (PatronCells *self)
{
  g_free (self->values);
  g_free (self->points);
  g_free (self);
}

/**
 * patron_cells_get:
 *
 * Returns: the value of a cell; NaN where there is none
 */
double
patron_cells_get (const PatronCells *self,
                  guint              row,
                  guint              column)
{
  if (row >= self->n_rows || column >= self->n_columns)
    return NAN;
  return self->values[(gsize) row * self->n_columns + column];
}

/**
 * patron_cells_get_point:
 *
 * Returns: the point of the series that a cell comes from, or -1
 */
int
patron_cells_get_point (const PatronCells *self,
                        guint              row,
                        guint              column)
{
  if (row >= self->n_rows || column >= self->n_columns)
    return -1;
  return self->points[(gsize) row * self->n_columns + column];
}

/**
 * patron_cells_find_extremes:
 * @min: (out): the least value; infinite where there is none
 * @max: (out): the largest value
 *
 * Returns: how many values there are
 */
guint
patron_cells_find_extremes (const PatronCells *self,
                            double            *min,
                            double            *max)
{
  gsize n = (gsize) self->n_rows * self->n_columns;
  guint found = 0;

  *min = INFINITY;
  *max = -INFINITY;
  for (gsize i = 0; i < n; i++)
    if (!isnan (self->values[i]))
      {
        *min = MIN (*min, self->values[i]);
        *max = MAX (*max, self->values[i]);
        found++;
      }
  return found;
}

/**
 * patron_cells_count:
 *
 * Returns: how many values a row has
 */
guint
patron_cells_count (const PatronCells *self,
                    guint              row)
{
  guint found = 0;

  for (guint column = 0; column < self->n_columns; column++)
    found += !isnan (patron_cells_get (self, row, column));
  return found;
}

/**
 * patron_cells_name:
 *
 * Returns: (transfer full): the name of a category, or where it has none and
 *   is not the only one, its number, counted from 1
 */
char *
patron_cells_name (const PatronCells     *self,
                   const PatronChartData *data,
                   guint                  column)
{
  g_autofree char *name
    = patron_text_clean (patron_chart_data_get_category (data, column));

  if (*name == '\0' && self->total_columns > 1)
    return patron_number_format (column + 1, 0);
  return g_steal_pointer (&name);
}

/**
 * patron_cells_add_remark:
 *
 * Says in the small print that not all categories are drawn.
 */
void
patron_cells_add_remark (const PatronCells *self,
                         PatronPlot        *plot)
{
  g_autofree char *shown = patron_number_format (self->n_columns, 0);
  g_autofree char *total = patron_number_format (self->total_columns, 0);
  /* Translators: how many categories of a chart are drawn, of how many. */
  g_autofree char *text = g_strdup_printf (
    _("The first %s of %s categories are shown."), shown, total);

  patron_plot_add_remark (plot, text);
}

/**
 * patron_cells_write_extremes:
 *
 * Returns: (transfer full) (nullable): which category of a series is highest
 *   and which lowest; %NULL where they are all the same
 */
char *
patron_cells_write_extremes (const PatronCells     *self,
                             const PatronChart     *chart,
                             const PatronChartData *data,
                             guint                  row)
{
  PatronFormat format = patron_chart_value_format (chart, data);
  guint high = 0, low = 0;
  g_autofree char *most = NULL;
  g_autofree char *least = NULL;
  g_autofree char *high_name = NULL;
  g_autofree char *low_name = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double value = patron_cells_get (self, row, i);

      if (!(value <= patron_cells_get (self, row, high)))
        high = isnan (value) ? high : i;
      if (!(value >= patron_cells_get (self, row, low)))
        low = isnan (value) ? low : i;
    }
  if (isnan (patron_cells_get (self, row, high))
      || patron_cells_get (self, row, high)
           == patron_cells_get (self, row, low))
    return NULL;
  most = patron_format_value (&format, patron_cells_get (self, row, high));
  least = patron_format_value (&format, patron_cells_get (self, row, low));
  high_name = patron_cells_name (self, data, high);
  low_name = patron_cells_name (self, data, low);
  return g_strdup_printf (_("%s highest with %s, %s lowest with %s"),
                          high_name, most, low_name, least);
}
