/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* The numbers of a chart as a table, and the table as a workbook. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-deck-private.h"
#include "patron-error.h"
#include "patron-number.h"
#include "patron-office.h"

/* Above this a chart that can be edited is too slow to be of use. */
#define MAX_ROWS 5000
#define MAX_SERIES 60

#define SECONDS_PER_DAY 86400.0

/* A chart of a presentation would show what is expected as what was. */
static gboolean
has_forecast (const PatronChartData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
          = &g_array_index (data->series, PatronChartPoints, i);

      if (points->n > 0 && points->marks != NULL
          && (points->marks[points->n - 1] & PATRON_POINT_FORECAST))
        return TRUE;
    }
  return FALSE;
}

/* patron_deck_can_edit:
 *
 * Returns: whether presentation programs have charts of this kind, and what
 *   they show can be told by one
 */
gboolean
patron_deck_can_edit (const PatronChart     *chart,
                      const PatronChartData *data)
{
  gsize n = 0;

  for (guint i = 0; i < data->series->len; i++)
    n = MAX (n, g_array_index (data->series, PatronChartPoints, i).n);
  if (n == 0 || n > MAX_ROWS || data->series->len > MAX_SERIES
      || chart->limits->len > 0 || chart->y.logarithmic
      || has_forecast (data))
    return FALSE;
  return chart->kind == PATRON_CHART_LINE || chart->kind == PATRON_CHART_AREA
         || chart->kind == PATRON_CHART_BAR
         || chart->kind == PATRON_CHART_COLUMN
         || chart->kind == PATRON_CHART_DONUT
         || chart->kind == PATRON_CHART_MATRIX;
}

/* patron_grid_has_dates:
 *
 * Returns: whether the first column holds dates
 */
gboolean
patron_grid_has_dates (const PatronChart *chart)
{
  return patron_chart_kind_get_shape (chart->kind) == PATRON_SHAPE_DATES;
}

/* patron_grid_divisor:
 *
 * Returns: what values are divided by: spreadsheets count durations in days
 */
double
patron_grid_divisor (const PatronChart *chart)
{
  return chart->y.format.kind == PATRON_FORMAT_DURATION ? SECONDS_PER_DAY : 1;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static gsize
find_row (const PatronGrid *self,
          double            x)
{
  gsize low = 0, high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->x[middle] < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Every x that any series has, once. A gap that a series only marks is none
 * in a table. */
static void
gather_rows (PatronGrid            *self,
             const PatronChartData *data)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
          = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (isfinite (points->y[j]) || points->x[j] == floor (points->x[j]))
          g_array_append_val (all, points->x[j]);
    }
  g_array_sort (all, compare_doubles);
  self->x = g_new (double, all->len + 1);
  for (guint i = 0; i < all->len; i++)
    {
      double x = g_array_index (all, double, i);

      if (self->n == 0 || self->x[self->n - 1] != x)
        self->x[self->n++] = x;
    }
}

static PatronGridColumn *
add_column (PatronGrid *self,
            const char *name)
{
  PatronGridColumn column = { g_strdup (name), g_new (double, self->n + 1), 0,
                              self->n };

  for (gsize i = 0; i < self->n; i++)
    column.values[i] = NAN;
  g_array_append_val (self->columns, column);
  return &g_array_index (self->columns, PatronGridColumn,
                         self->columns->len - 1);
}

static PatronGridColumn *
add_series (PatronGrid        *self,
            const PatronChart *chart,
            guint              series)
{
  const char *name
      = series < chart->series->len
            ? g_array_index (chart->series, PatronChartSeries, series).name
            : NULL;
  g_autofree char *clean
      = patron_text_clean (name != NULL ? name : _("Value"));

  self->n_series++;
  return add_column (self, clean);
}

/* Values of months are named by their months. */
static char *
name_date (const PatronGrid  *self,
           const PatronChart *chart,
           gsize              row)
{
  g_autoptr (GDateTime) date = NULL;
  double span = self->x[self->n - 1] - self->x[0];

  if (self->n > 1 && span / (double) (self->n - 1) >= 27)
    date = g_date_time_new_from_unix_utc ((gint64) self->x[row] * 86400);
  return date != NULL ? g_date_time_format (date, "%b %Y")
                      : patron_format_value (&chart->x.format, self->x[row]);
}

static void
name_rows (PatronGrid            *self,
           const PatronChart     *chart,
           const PatronChartData *data)
{
  self->names = g_new0 (char *, self->n + 1);
  for (gsize i = 0; i < self->n; i++)
    self->names[i]
        = patron_grid_has_dates (chart)
              ? name_date (self, chart, i)
              : patron_text_clean (patron_chart_data_get_category (
                    data, (gsize) MAX (0, self->x[i])));
}

static void
add_target (PatronGrid        *self,
            const PatronChart *chart)
{
  gboolean any = FALSE;
  PatronGridColumn *column;

  for (gsize i = 0; i < self->n && !any; i++)
    any = isfinite (patron_chart_get_target_at (chart, self->x[i]));
  if (!any)
    return;
  self->target = (int) self->columns->len;
  column = add_column (self, chart->target_label != NULL
                                 ? chart->target_label
                                 : _("Target"));
  for (gsize i = 0; i < self->n; i++)
    column->values[i] = patron_chart_get_target_at (chart, self->x[i])
                        / patron_grid_divisor (chart);
}

static void
fill_grid (PatronGrid            *self,
           const PatronChart     *chart,
           const PatronChartData *data)
{
  gather_rows (self, data);
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
          = &g_array_index (data->series, PatronChartPoints, i);
      PatronGridColumn *column = add_series (self, chart, i);

      for (gsize j = 0; j < points->n; j++)
        {
          gsize row = find_row (self, points->x[j]);

          if (row < self->n && self->x[row] == points->x[j]
              && isfinite (points->y[j]))
            column->values[row] = points->y[j] / patron_grid_divisor (chart);
        }
    }
  if (chart->kind != PATRON_CHART_DONUT)
    add_target (self, chart);
  name_rows (self, chart, data);
}

/* In a matrix each point is a row of its own. */
static void
fill_matrix (PatronGrid            *self,
             const PatronChart     *chart,
             const PatronChartData *data)
{
  gboolean sized = FALSE;
  gsize row = 0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
          = &g_array_index (data->series, PatronChartPoints, i);

      self->n += points->n;
      sized = sized || points->size != NULL;
    }
  self->x = g_new (double, self->n + 1);
  self->names = g_new0 (char *, self->n + 1);
  add_column (self, chart->x.title != NULL ? chart->x.title : "X");
  for (guint i = 0; i < data->series->len; i++)
    add_series (self, chart, i);
  if (sized)
    {
      self->size = (int) self->columns->len;
      add_column (self, _("Size"));
    }
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
          = &g_array_index (data->series, PatronChartPoints, i);
      PatronGridColumn *columns = (PatronGridColumn *) self->columns->data;

      columns[i + 1].first = row;
      columns[i + 1].n = points->n;
      for (gsize j = 0; j < points->n; j++, row++)
        {
          self->x[row] = columns[0].values[row] = points->x[j];
          columns[i + 1].values[row] = points->y[j];
          if (sized)
            columns[self->size].values[row]
                = points->size != NULL ? points->size[j] : 1;
          self->names[row] = patron_text_clean (
              points->names != NULL && points->names[j] != NULL
                  ? points->names[j]
                  : "");
        }
    }
}

static void
clear_column (gpointer data)
{
  PatronGridColumn *column = data;

  g_free (column->name);
  g_free (column->values);
}

/* patron_grid_new:
 *
 * Returns: (transfer full): the numbers of a chart
 */
PatronGrid *
patron_grid_new (const PatronChart     *chart,
                 const PatronChartData *data)
{
  PatronGrid *self = g_new0 (PatronGrid, 1);

  self->target = self->size = -1;
  self->columns = g_array_new (FALSE, TRUE, sizeof (PatronGridColumn));
  g_array_set_clear_func (self->columns, clear_column);
  if (chart->kind == PATRON_CHART_MATRIX)
    fill_matrix (self, chart, data);
  else
    fill_grid (self, chart, data);
  return self;
}

/* patron_grid_free:
 *
 * Frees the table.
 */
void
patron_grid_free (PatronGrid *self)
{
  g_free (self->x);
  g_strfreev (self->names);
  g_array_unref (self->columns);
  g_free (self);
}

/* patron_grid_get_series:
 * @column: (out): which column it is
 *
 * Returns: (transfer none): the column of a series of the chart
 */
const PatronGridColumn *
patron_grid_get_series (const PatronGrid *self,
                        guint             series,
                        guint            *column)
{
  /* Only a matrix has a column before those of the series. */
  guint before = self->columns->len - self->n_series
                 - (self->target >= 0) - (self->size >= 0);

  *column = series + before;
  return &g_array_index (self->columns, PatronGridColumn, *column);
}

static char *
name_column (guint column)
{
  return column < 26 ? g_strdup_printf ("%c", 'A' + column)
                     : g_strdup_printf ("%c%c", 'A' + column / 26 - 1,
                                        'A' + column % 26);
}

/* patron_grid_range:
 * @column: of the sheet: 0 is that of the names
 * @first: the first row of the table
 * @n: how many rows; 0 for the head
 *
 * Returns: (transfer full): the cells of the workbook's sheet
 */
char *
patron_grid_range (const PatronGrid *self,
                   guint             column,
                   gsize             first,
                   gsize             n)
{
  g_autofree char *name = name_column (column);

  if (n == 0)
    return g_strdup_printf ("Sheet1!$%s$1", name);
  return g_strdup_printf ("Sheet1!$%s$%" G_GSIZE_FORMAT ":$%s$%" G_GSIZE_FORMAT,
                          name, first + 2, name, first + n + 1);
}

static double
find_largest (const PatronGrid *grid)
{
  double largest = 0;

  for (guint i = 0; i < grid->columns->len; i++)
    {
      const double *values
          = g_array_index (grid->columns, PatronGridColumn, i).values;

      for (gsize j = 0; j < grid->n; j++)
        if (isfinite (values[j]))
          largest = MAX (largest, fabs (values[j]));
    }
  return largest;
}

static gboolean
is_whole (const PatronGrid *grid)
{
  for (guint i = 0; i < grid->columns->len; i++)
    {
      const double *values
          = g_array_index (grid->columns, PatronGridColumn, i).values;

      for (gsize j = 0; j < grid->n; j++)
        if (isfinite (values[j]) && values[j] != floor (values[j]))
          return FALSE;
    }
  return TRUE;
}

static double
find_range (const PatronGrid *grid)
{
  double least = INFINITY, most = -INFINITY;

  for (guint i = 0; i < grid->columns->len; i++)
    {
      const double *values
          = g_array_index (grid->columns, PatronGridColumn, i).values;

      for (gsize j = 0; j < grid->n; j++)
        if (isfinite (values[j]))
          {
            least = MIN (least, values[j]);
            most = MAX (most, values[j]);
          }
    }
  return least < most ? most - least : 0;
}

/* Two digits that tell: 12, 1.2, 0.12, 0.012. */
static int
count_decimals (double number)
{
  if (!(number > 0))
    return 0;
  return CLAMP (1 - (int) floor (log10 (number)), 0, 6);
}

/* patron_grid_decimals:
 *
 * Returns: how many digits after the mark tell the numbers apart, or -1 where
 *   those between them need more than the numbers themselves
 */
int
patron_grid_decimals (const PatronFormat *format,
                      const PatronGrid   *grid)
{
  double largest = find_largest (grid);

  if (format->decimals >= 0)
    return format->decimals;
  if (format->kind == PATRON_FORMAT_PERCENT)
    return MIN (count_decimals (find_range (grid) * 100), 3);
  if (!is_whole (grid))
    return count_decimals (largest);
  /* Up to four, axes count in halves. */
  return largest < 5 ? -1 : 0;
}

/* patron_grid_is_short:
 *
 * Returns: whether durations are told in minutes and seconds, rather than in
 *   hours and minutes
 */
gboolean
patron_grid_is_short (const PatronGrid *grid)
{
  return find_largest (grid) * SECONDS_PER_DAY < 3600;
}

/* patron_grid_duration_step:
 *
 * Returns: how far apart durations are told on an axis, in days
 */
double
patron_grid_duration_step (const PatronGrid *grid)
{
  static const double steps[]
      = { 1,    2,    5,     10,    15,    30,    60,    120,   300,
          600,  900,  1800,  3600,  7200,  10800, 21600, 43200, 86400 };
  double largest = find_largest (grid) * SECONDS_PER_DAY;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (largest / steps[i] <= 8)
      return steps[i] / SECONDS_PER_DAY;
  return MAX (1, ceil (largest / SECONDS_PER_DAY / 8));
}

static char *
format_money (const char *digits,
              const char *currency)
{
  gboolean before;
  const char *sign = patron_money_get_sign (currency, &before);
  g_autofree char *clean = g_strdup (sign);

  g_strdelimit (clean, "\"", ' ');
  if (*clean == '\0')
    return g_strdup_printf ("#,##%s", digits);
  if (!before)
    return g_strdup_printf ("#,##%s\\ \"%s\"", digits, clean);
  return g_strdup_printf ("\"%s\"%s#,##%s", clean,
                          g_ascii_isalpha (*clean) ? "\\ " : "", digits);
}

/* patron_grid_format:
 *
 * Returns: (transfer full): how spreadsheets are told to write the numbers
 */
char *
patron_grid_format (const PatronFormat *format,
                    const PatronGrid   *grid)
{
  int decimals = patron_grid_decimals (format, grid);
  g_autoptr (GString) digits = g_string_new ("0");

  if (decimals < 0 && format->kind == PATRON_FORMAT_NUMBER)
    return g_strdup ("General");
  if (decimals > 0)
    g_string_append_c (digits, '.');
  for (int i = 0; i < decimals; i++)
    g_string_append_c (digits, '0');
  switch (format->kind)
    {
    case PATRON_FORMAT_PERCENT:
      return g_strdup_printf ("%s%%", digits->str);
    case PATRON_FORMAT_MONEY:
      return format_money (digits->str, format->currency);
    case PATRON_FORMAT_DURATION:
      return g_strdup (patron_grid_is_short (grid) ? "[m]:ss" : "[h]:mm");
    case PATRON_FORMAT_DATE:
      return g_strdup ("yyyy\\-mm\\-dd");
    case PATRON_FORMAT_NUMBER:
    default:
      return g_strdup_printf ("#,##%s", digits->str);
    }
}

/* patron_grid_date_step:
 * @months: (out): whether the step is of months, else of days
 *
 * Returns: how far apart dates are named, so that at most eight are
 */
int
patron_grid_date_step (const PatronGrid *grid,
                       gboolean         *months)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120 };
  double span = grid->n > 1 ? grid->x[grid->n - 1] - grid->x[0] : 0;

  *months = span > 100;
  if (!*months)
    return (int) MAX (1, ceil (span / 8));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= span / 30.4 / 8)
      return steps[i];
  return 240;
}

/* patron_grid_workbook:
 *
 * Returns: (transfer full) (nullable): the table as an .xlsx workbook with one
 *   sheet, "Sheet1", that begins in A1; %NULL with an error of %PATRON_ERROR
 */
GBytes *
patron_grid_workbook (const PatronGrid   *grid,
                      const PatronChart  *chart,
                      GError            **error)
{
  const PatronOffice *office = patron_office_load (error);
  g_autofree PatronOfficeColumn *columns
      = g_new0 (PatronOfficeColumn, grid->columns->len + 1);
  g_autofree char *format = patron_grid_format (&chart->y.format, grid);
  g_autofree double *dates = g_new (double, grid->n + 1);
  g_autofree char *problem = NULL;
  GBytes *bytes;

  if (office == NULL)
    return NULL;
  for (gsize i = 0; i < grid->n; i++)
    dates[i] = grid->x[i] + PATRON_SHEET_EPOCH;
  if (patron_grid_has_dates (chart))
    columns[0] = (PatronOfficeColumn) { .numbers = dates,
                                        .format = "yyyy\\-mm\\-dd" };
  else
    columns[0].texts = grid->names;
  for (guint i = 0; i < grid->columns->len; i++)
    {
      const PatronGridColumn *column = &g_array_index (grid->columns,
                                                       PatronGridColumn, i);

      columns[i + 1] = (PatronOfficeColumn) { .head = column->name,
                                              .numbers = column->values,
                                              .format = format };
    }
  bytes = office->tabulate (columns, grid->columns->len + 1, grid->n,
                            &problem);
  if (bytes == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
                 _("The numbers of a chart cannot be written into “%s”"),
                 problem);
  return bytes;
}
