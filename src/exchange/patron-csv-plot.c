/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Columns of a table as the data of a chart. */

#include "config.h"

#include "patron-csv-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "patron-cell.h"
#include "patron-csv-columns.h"
#include "patron-csv-fast.h"
#include "patron-csv-plot-extras.h"
#include "patron-date.h"
#include "patron-error.h"
#include "patron-large.h"

#define MOST_SERIES 1000
#define QUOTED_LENGTH 60
#define NO_COLUMN G_MAXUINT

typedef struct
{
  char   *name;
  double *x;
  double *y;
  gsize   n;
  gsize   room;
  guint8 *taken; /* (nullable): by category, whether there is a value */
  guint   n_taken;
} Series;

typedef struct
{
  PatronCsvColumns       *table;
  const PatronCsvPlotAsk *ask;
  PatronChart            *chart;
  PatronChartData        *data;
  PatronChartShape        shape;
  guint                   x;     /* cells, or NO_COLUMN */
  guint                   split;
  GArray                 *y;     /* (element-type guint) */
  PatronCsvExtras        *extras; /* (owned) */
  const char             *x_name;
  PatronDateOrder         order;
  char                    decimal_mark;
  gboolean                numbers; /* whether the x of dates is a number */
  gboolean                named;   /* whether it is neither */
  GPtrArray              *series;
  GHashTable             *series_of;   /* names to indices */
  GHashTable             *category_of;
  PatronCsvPlotRefuse     refuse;
  gpointer                refuse_data;
} Plot;

static void
series_free (gpointer data)
{
  Series *series = data;

  g_free (series->name);
  g_free (series->x);
  g_free (series->y);
  g_free (series->taken);
  g_free (series);
}

static guint
add_series (Plot *self,
            char *name)
{
  Series *series = g_new0 (Series, 1);

  series->name = name;
  g_ptr_array_add (self->series, series);
  return self->series->len - 1;
}

static void
series_grow (Series *series,
             gsize   first)
{
  if (series->room == 0)
    {
      series->room = first;
      series->x = patron_large_new (first * sizeof (double));
      series->y = patron_large_new (first * sizeof (double));
      return;
    }
  series->room *= 2;
  series->x = g_renew (double, series->x, series->room);
  series->y = g_renew (double, series->y, series->room);
}

static void
series_append (Plot  *self,
               guint  index,
               double x,
               double y)
{
  Series *series = g_ptr_array_index (self->series, index);

  if (series->n == series->room)
    series_grow (series, self->split == NO_COLUMN
                           ? patron_csv_columns_guess_rows (self->table)
                           : 64);
  series->x[series->n] = x;
  series->y[series->n++] = y;
}

static void
refuse_row (Plot       *self,
            const char *format,
            ...) G_GNUC_PRINTF (2, 3);

static void
refuse_row (Plot       *self,
            const char *format,
            ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  self->refuse (patron_csv_columns_get_line (self->table), why,
                self->refuse_data);
}

/* As much of a cell as a message can show. */
static char *
quote (PatronCsvCell cell)
{
  g_autofree char *valid
      = g_utf8_make_valid (cell.text, (gssize) MIN (cell.length, 1000));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= QUOTED_LENGTH)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, QUOTED_LENGTH);
  return g_strconcat (start, "…", NULL);
}

static PatronCsvCell
get_cell (Plot *self,
          guint wanted)
{
  PatronCsvCell cell = patron_csv_columns_get_cell (self->table, wanted);

  while (cell.length > 0 && g_ascii_isspace (cell.text[0]))
    {
      cell.text++;
      cell.length--;
    }
  while (cell.length > 0 && g_ascii_isspace (cell.text[cell.length - 1]))
    cell.length--;
  return cell;
}

static gboolean
read_number (Plot          *self,
             PatronCsvCell  cell,
             double        *number)
{
  g_autofree char *text = NULL;

  if (self->decimal_mark != ','
      && patron_csv_fast_number (cell.text, cell.length, number))
    return TRUE;
  text = g_strndup (cell.text, cell.length);
  return patron_cell_read_number (text, self->decimal_mark, number);
}

/* The time of a day, as a part of it: "T09:30", " 09:30:15". */
static gboolean
read_time (const char *text,
           gsize       length,
           double     *part)
{
  int hours, minutes, seconds = 0, n = 0;
  g_autofree char *copy = g_strndup (text, length);

  *part = 0;
  if (length == 0)
    return TRUE;
  if (sscanf (copy, "%*1[T ]%2d:%2d%n:%2d%n", &hours, &minutes, &n, &seconds,
              &n) < 2
      || (gsize) n != length || hours > 23 || minutes > 59 || seconds > 60)
    return FALSE;
  *part = (hours * 3600 + minutes * 60 + seconds) / 86400.0;
  return TRUE;
}

static gboolean
read_date (Plot          *self,
           PatronCsvCell  cell,
           double        *x)
{
  g_autofree char *text = NULL;
  int year, month, day;
  gint64 date;
  double part;

  if (patron_csv_fast_ymd (cell.text, cell.length, &year, &month, &day)
      && patron_date_is_valid_ymd (year, month, day))
    {
      if (cell.length > 10 && !read_time (cell.text + 10, cell.length - 10,
                                          &part))
        return FALSE;
      *x = (double) patron_date_from_ymd (year, month, day)
           + (cell.length > 10 ? part : 0);
      return *x >= PATRON_DATE_MIN && *x <= PATRON_DATE_MAX;
    }
  text = g_strndup (cell.text, cell.length);
  if (!patron_cell_read_date (text, self->order, &date))
    return FALSE;
  *x = (double) date;
  return TRUE;
}

static guint
find_name (GHashTable    *names,
           PatronCsvCell  cell,
           gboolean      *is_new)
{
  g_autofree char *name = g_strndup (cell.text, cell.length);
  gpointer found;

  *is_new = !g_hash_table_lookup_extended (names, name, NULL, &found);
  if (!*is_new)
    return GPOINTER_TO_UINT (found);
  found = GUINT_TO_POINTER (g_hash_table_size (names));
  g_hash_table_insert (names, g_steal_pointer (&name), found);
  return GPOINTER_TO_UINT (found);
}

static gboolean
read_x (Plot   *self,
        double *x)
{
  PatronCsvCell cell;
  g_autofree char *quoted = NULL;
  gboolean is_new;

  cell = get_cell (self, self->x);
  if (cell.length == 0)
    {
      refuse_row (self, _("“%s” is empty"), self->x_name);
      return FALSE;
    }
  if (self->shape == PATRON_SHAPE_CATEGORIES)
    {
      *x = find_name (self->category_of, cell, &is_new);
      if (is_new)
        {
          g_autofree char *name = g_strndup (cell.text, cell.length);

          patron_chart_data_add_category (self->data, name);
        }
      return TRUE;
    }
  if (self->shape == PATRON_SHAPE_DATES && !self->numbers)
    {
      if (read_date (self, cell, x))
        return TRUE;
      quoted = quote (cell);
      /* Translators: the name of a column, and what a cell of it holds. */
      refuse_row (self, _("“%s”: “%s” is not a date"), self->x_name, quoted);
      return FALSE;
    }
  if (read_number (self, cell, x))
    return TRUE;
  quoted = quote (cell);
  refuse_row (self, _("“%s”: “%s” is not a number"), self->x_name, quoted);
  return FALSE;
}

/* Whether a category of a series is free: two rows for one would have to be
 * added up or averaged, which is for the user to decide. */
static gboolean
take_category (Plot   *self,
               Series *series,
               guint   category)
{
  if (category >= series->n_taken)
    {
      guint room = MAX (64, (category + 1) * 2);

      series->taken = g_realloc (series->taken, room);
      memset (series->taken + series->n_taken, 0, room - series->n_taken);
      series->n_taken = room;
    }
  if (series->taken[category])
    {
      refuse_row (self, _("“%s” has a value already. A chart has one for"
                          " each; add rows up first, or split them by"
                          " another column"),
                  patron_chart_data_get_category (self->data, category));
      return FALSE;
    }
  series->taken[category] = 1;
  return TRUE;
}

static void
count_row (Plot  *self,
           guint  index,
           double x)
{
  Series *series = g_ptr_array_index (self->series, index);

  while (series->n <= (gsize) x)
    series_append (self, index, (double) series->n, 0);
  series->y[(gsize) x]++;
}

static gboolean
find_series (Plot  *self,
             guint *index)
{
  PatronCsvCell cell;
  gboolean is_new;

  *index = 0;
  if (self->split == NO_COLUMN)
    return TRUE;
  cell = get_cell (self, self->split);
  *index = find_name (self->series_of, cell, &is_new);
  if (is_new && self->series->len < MOST_SERIES)
    add_series (self, g_strndup (cell.text, cell.length));
  return *index < self->series->len;
}

static void
append_value (Plot  *self,
              guint  series,
              double x,
              double y)
{
  if (self->shape == PATRON_SHAPE_CATEGORIES
      && !take_category (self, g_ptr_array_index (self->series, series),
                         (guint) x))
    return;
  series_append (self, series, x, y);
  if (!patron_csv_extras_is_empty (self->extras))
    patron_csv_extras_keep (self->extras, series);
}

static void
take_row (Plot *self,
          gsize row)
{
  double x = (double) row;
  guint first;

  if ((self->x != NO_COLUMN && !read_x (self, &x)))
    return;
  if (!find_series (self, &first))
    {
      refuse_row (self, _("there are more than %d series"), MOST_SERIES);
      return;
    }
  if (!patron_csv_extras_is_empty (self->extras))
    {
      g_autofree char *why
          = patron_csv_extras_read (self->extras, self->decimal_mark);

      if (why != NULL)
        {
          refuse_row (self, "%s", why);
          return;
        }
    }
  if (self->y->len == 0 && self->chart->kind == PATRON_CHART_TREE)
    {
      append_value (self, first, x, NAN);
      return;
    }
  if (self->y->len == 0)
    {
      count_row (self, first, x);
      return;
    }
  for (guint i = 0; i < self->y->len; i++)
    {
      PatronCsvCell cell = get_cell (self, g_array_index (self->y, guint, i));
      double y = NAN;

      if (cell.length > 0 && !read_number (self, cell, &y))
        {
          g_autofree char *quoted = quote (cell);

          refuse_row (self, _("“%s” is not a number"), quoted);
          continue;
        }
      append_value (self, first + i, x, y);
    }
}

/* Finds out how the columns write numbers and dates, where the first rows do
 * not write them as most files do. */
static gboolean
find_forms (Plot    *self,
            GError **error)
{
  PatronDateGuess dates = { { 0 } };
  PatronMarkGuess marks = { 0 };
  gboolean plain = TRUE, dated = FALSE, numbered = FALSE, digits = FALSE;
  gboolean ambiguous;
  PatronCsvResult result;
  guint n = 0;

  while ((result = patron_csv_columns_next (self->table, error))
           == PATRON_CSV_ROW
         && (n < 1000 || !plain))
    {
      double number;

      n++;
      for (guint i = 0; i < self->y->len; i++)
        {
          PatronCsvCell cell = get_cell (self,
                                         g_array_index (self->y, guint, i));
          g_autofree char *text = NULL;

          if (cell.length == 0
              || patron_csv_fast_number (cell.text, cell.length, &number))
            continue;
          text = g_strndup (cell.text, cell.length);
          patron_mark_guess_add (&marks, text);
          plain = FALSE;
        }
      if (self->x == NO_COLUMN)
        continue;
      if (self->shape == PATRON_SHAPE_DATES)
        {
          PatronCsvCell cell = get_cell (self, self->x);
          g_autofree char *text = g_strndup (cell.text, cell.length);
          int ymd[3];

          if (patron_csv_fast_ymd (cell.text, cell.length, &ymd[0], &ymd[1],
                                   &ymd[2]))
            {
              dated = TRUE;
              continue;
            }
          numbered = numbered
                     || patron_csv_fast_number (cell.text, cell.length,
                                                &number);
          digits = digits || strpbrk (text, "0123456789") != NULL;
          patron_date_guess_add (&dates, text);
          plain = plain && !dated && numbered;
        }
    }
  if (result == PATRON_CSV_ERROR)
    return FALSE;
  self->order = self->ask->order;
  if (self->order == PATRON_DATE_ORDER_AUTO)
    self->order = patron_date_guess_decide (&dates, &ambiguous);
  for (int i = 0; i < PATRON_N_DATE_ORDERS; i++)
    dated = dated || dates.n[i] > 0;
  self->numbers = numbered && !dated;
  self->named = n > 0 && self->x != NO_COLUMN && !digits && !dated;
  self->decimal_mark = patron_mark_guess_decide (
      &marks, patron_csv_columns_get_separator (self->table), &ambiguous);
  return patron_csv_columns_rewind (self->table, error);
}

/* A line through names would say that they follow each other. */
static gboolean
check_forms (Plot    *self,
             GError **error)
{
  if (self->shape != PATRON_SHAPE_DATES || !self->named)
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
               /* Translators: a kind of chart, and the name of a column. */
               _("%s: the cells of “%s” are neither dates nor numbers. "
                 "--kind column, bar or slope stand for categories"),
               patron_chart_kind_get_label (self->chart->kind), self->x_name);
  return FALSE;
}

static gboolean
find_column (Plot        *self,
             const char  *name,
             guint       *wanted,
             int         *column,
             GError     **error)
{
  *wanted = NO_COLUMN;
  *column = -1;
  if (name == NULL)
    return TRUE;
  *column = patron_csv_columns_find (self->table, name, error);
  if (*column < 0)
    return FALSE;
  *wanted = patron_csv_columns_want (self->table, (guint) *column);
  return TRUE;
}

static gboolean
check_ask (Plot    *self,
           GError **error)
{
  const PatronCsvPlotAsk *ask = self->ask;
  const char *kind = patron_chart_kind_get_label (self->chart->kind);
  guint n = ask->y != NULL ? g_strv_length ((char **) ask->y) : 0;
  const char *why = NULL;

  if (self->shape == PATRON_SHAPE_VALUES && ask->x != NULL)
    /* Translators: a kind of chart. */
    why = _("%s: it shows how the values of --y spread, and has no --x");
  else if (self->shape != PATRON_SHAPE_VALUES && ask->x == NULL)
    why = self->shape == PATRON_SHAPE_DATES
              ? _("%s: name the column of dates, or of numbers, with --x")
          : self->shape == PATRON_SHAPE_CATEGORIES
              ? _("%s: name the column of categories with --x")
              : _("%s: name the column of numbers with --x");
  else if (n == 0 && self->shape != PATRON_SHAPE_CATEGORIES)
    why = _("%s: name the column of values with --y");
  else if (n > 1 && ask->split != NULL)
    why = _("%s: --split goes with one --y only");
  if (why == NULL)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID, why, kind);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
find_columns (Plot    *self,
              GError **error)
{
  int column;

  if (!check_ask (self, error)
      || !find_column (self, self->ask->x, &self->x, &column, error))
    return FALSE;
  if (column >= 0)
    self->x_name = patron_csv_columns_get_name (self->table, (guint) column);
  if (!find_column (self, self->ask->split, &self->split, &column, error))
    return FALSE;
  for (guint i = 0; self->ask->y != NULL && self->ask->y[i] != NULL; i++)
    {
      guint wanted;

      if (!find_column (self, self->ask->y[i], &wanted, &column, error))
        return FALSE;
      g_array_append_val (self->y, wanted);
      if (self->split == NO_COLUMN)
        add_series (self, g_strdup (patron_csv_columns_get_name (
                              self->table, (guint) column)));
    }
  if (self->y->len == 0 && self->split == NO_COLUMN)
    add_series (self, g_strdup (self->chart->kind == PATRON_CHART_TREE
                                    ? ""
                                    : _("Rows")));
  self->extras = patron_csv_extras_new (self->table, self->ask,
                                        self->chart->kind, error);
  return self->extras != NULL;
}

static void
name_axes (Plot *self)
{
  const char *first = self->ask->y != NULL ? self->ask->y[0] : NULL;
  PatronChart *chart = self->chart;

  if (self->shape == PATRON_SHAPE_NUMBERS || self->numbers)
    chart->x.title = g_strdup (self->x_name);
  if (self->numbers)
    patron_format_init (&chart->x.format, PATRON_FORMAT_NUMBER);
  if (first != NULL && self->y->len == 1)
    chart->y.title = g_strdup (patron_csv_columns_get_name (
        self->table,
        (guint) patron_csv_columns_find (self->table, first, NULL)));
}

static void
hand_over (Plot *self)
{
  name_axes (self);
  for (guint i = 0; i < self->series->len; i++)
    {
      Series *series = g_ptr_array_index (self->series, i);

      patron_chart_add_series (self->chart, series->name);
      if (!patron_csv_extras_is_empty (self->extras))
        {
          PatronChartPoints points
              = { .x = series->x, .y = series->y, .n = series->n };

          patron_csv_extras_fill (self->extras, i, self->category_of,
                                  self->refuse, self->refuse_data, &points);
          patron_chart_data_add_points (self->data, &points);
          continue;
        }
      patron_chart_data_take (self->data, g_steal_pointer (&series->x),
                              g_steal_pointer (&series->y), series->n);
    }
}

/* The rows up to the next that is not as plain as can be. */
static void
take_plain_rows (Plot *self)
{
  Series *series = g_ptr_array_index (self->series, 0);
  gboolean dated = self->shape == PATRON_SHAPE_DATES && !self->numbers;
  double *numbers[2];
  gsize room, n;

  do
    {
      if (series->room - series->n < 64)
        {
          series_grow (series,
                       64 + patron_csv_columns_guess_rows (self->table));
        }
      room = series->room - series->n;
      numbers[self->x] = series->x + series->n;
      numbers[g_array_index (self->y, guint, 0)] = series->y + series->n;
      n = patron_csv_columns_take (self->table, dated ? 1u << self->x : 0,
                                   numbers, room);
      series->n += n;
    }
  while (n == room);
}

static gboolean
is_plain (const Plot *self)
{
  return (self->shape == PATRON_SHAPE_DATES
          || self->shape == PATRON_SHAPE_NUMBERS)
         && self->split == NO_COLUMN && self->y->len == 1
         && patron_csv_extras_is_empty (self->extras)
         && self->x != g_array_index (self->y, guint, 0)
         && self->decimal_mark != ',';
}

static gboolean
read_rows (Plot    *self,
           GError **error)
{
  PatronCsvResult result;
  gboolean plain = is_plain (self);
  gsize row = 0;

  do
    {
      if (plain)
        take_plain_rows (self);
      result = patron_csv_columns_next (self->table, error);
      if (result == PATRON_CSV_ROW)
        take_row (self, row++);
    }
  while (result == PATRON_CSV_ROW);
  return result == PATRON_CSV_END;
}

/**
 * patron_csv_plot_read:
 * @bytes: a table with a head
 * @chart: a new chart of the kind that is wanted
 * @data: new data
 * @refuse: told of rows that cannot be drawn
 *
 * Fills @chart and @data with columns of a table. Empty cells are gaps.
 *
 * Returns: whether the columns go with the kind of chart; if not, @error of
 *   %PATRON_ERROR says what to name instead
 */
gboolean
patron_csv_plot_read (GBytes                  *bytes,
                      const PatronCsvPlotAsk  *ask,
                      PatronChart             *chart,
                      PatronChartData         *data,
                      PatronCsvPlotRefuse      refuse,
                      gpointer                 refuse_data,
                      GError                 **error)
{
  g_autoptr (PatronCsvColumns) table = patron_csv_columns_new (bytes, error);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (series_free);
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) series_of
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) category_of
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Plot self = {
    .table = table,
    .ask = ask,
    .chart = chart,
    .data = data,
    .shape = patron_chart_kind_get_shape (chart->kind),
    .y = y,
    .series = series,
    .series_of = series_of,
    .category_of = category_of,
    .refuse = refuse,
    .refuse_data = refuse_data,
  };
  gboolean good;

  good = table != NULL && find_columns (&self, error)
         && find_forms (&self, error) && check_forms (&self, error)
         && read_rows (&self, error);
  if (good)
    hand_over (&self);
  g_clear_pointer (&self.extras, patron_csv_extras_free);
  return good;
}
