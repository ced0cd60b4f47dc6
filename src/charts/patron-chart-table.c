/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The numbers of a chart, for those who want to read, copy or check them. */

#include "config.h"

#include "patron-chart-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-chart-private.h"
#include "patron-date.h"
#include "patron-number.h"
#include "patron-tree.h"

typedef struct
{
  char             *title;
  PatronColumnKind  kind;
  PatronFormat      format;
  GArray           *values; /* (element-type double), of numbers and dates */
  GPtrArray        *texts;  /* (element-type utf8), of texts */
} Column;

/**
 * PatronChartTable:
 *
 * A table with a column for the dates or categories and one for each series.
 */
struct _PatronChartTable
{
  GPtrArray *columns; /* (element-type Column) */
  guint      n_rows;
};

static void
column_free (gpointer data)
{
  Column *self = data;

  g_free (self->title);
  g_array_unref (self->values);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

static Column *
add_column (PatronChartTable   *self,
            const char         *title,
            PatronColumnKind    kind,
            const PatronFormat *format)
{
  Column *column = g_new0 (Column, 1);

  column->title = patron_text_clean (title);
  column->kind = kind;
  if (format != NULL)
    column->format = *format;
  else
    patron_format_init (&column->format, PATRON_FORMAT_NUMBER);
  column->values = g_array_new (FALSE, FALSE, sizeof (double));
  column->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->columns, column);
  return column;
}

static const char *
series_title (const PatronChart *chart,
              guint              series)
{
  const char *name = patron_chart_series_name (chart, series);

  return *name != '\0' ? name : _("Value");
}

static gboolean
has_samples (const PatronChartPoints *points)
{
  for (gsize i = 0; i < points->n && points->samples != NULL; i++)
    if (isfinite (points->samples[i]))
      return TRUE;
  return FALSE;
}

/* The value of @from at each of the x of the table, in order. */
static void
add_values (Column                  *column,
            const GArray            *xs,
            const PatronChartPoints *points,
            const double            *from)
{
  gsize at = 0;

  for (guint i = 0; i < xs->len; i++)
    {
      double x = g_array_index (xs, double, i), value = NAN;

      /* Those of a tree go back and forth. */
      if (i > 0 && x < g_array_index (xs, double, i - 1))
        at = 0;
      while (at < points->n && points->x[at] < x)
        at++;
      if (at < points->n && points->x[at] == x)
        value = from[at];
      g_array_append_val (column->values, value);
    }
}

static void
add_series (PatronChartTable      *self,
            const PatronChart     *chart,
            const PatronChartData *data,
            const GArray          *xs)
{
  PatronFormat format = patron_chart_value_format (chart, data);
  PatronFormat count;

  patron_format_init (&count, PATRON_FORMAT_NUMBER);
  count.decimals = 0;
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);
      const char *name = series_title (chart, i);

      add_values (add_column (self, name, PATRON_COLUMN_NUMBER, &format), xs,
                  points, points->y);
      if (!has_samples (points))
        continue;
      add_values (add_column (self,
                              data->series->len == 1 ? _("Sample") : "",
                              PATRON_COLUMN_NUMBER, &count),
                  xs, points, points->samples);
      if (data->series->len > 1)
        {
          Column *column
            = g_ptr_array_index (self->columns, self->columns->len - 1);

          g_free (column->title);
          /* Translators: a series; how many answers its values rest on. */
          column->title = g_strdup_printf (_("%s, sample"), name);
        }
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* Every x at which a series has a value, once. */
static GArray *
find_xs (const PatronChartData *data)
{
  GArray *xs = g_array_new (FALSE, FALSE, sizeof (double));
  guint kept = 0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (isfinite (points->y[j]) && isfinite (points->x[j]))
          g_array_append_val (xs, points->x[j]);
    }
  g_array_sort (xs, compare_doubles);
  for (guint i = 0; i < xs->len; i++)
    if (kept == 0
        || g_array_index (xs, double, i)
             != g_array_index (xs, double, kept - 1))
      g_array_index (xs, double, kept++) = g_array_index (xs, double, i);
  g_array_set_size (xs, kept);
  return xs;
}

static void
fill_dates (PatronChartTable      *self,
            const PatronChart     *chart,
            const PatronChartData *data)
{
  g_autoptr (GArray) xs = find_xs (data);
  Column *dates
    = add_column (self, _("Date"), PATRON_COLUMN_DATE, &chart->x.format);

  g_array_append_vals (dates->values, xs->data, xs->len);
  add_series (self, chart, data, xs);
  self->n_rows = xs->len;
}

static void
fill_categories (PatronChartTable      *self,
                 const PatronChart     *chart,
                 const PatronChartData *data)
{
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  Column *names = add_column (self, _("Name"), PATRON_COLUMN_TEXT, NULL);

  for (guint i = 0; i < data->categories->len; i++)
    {
      double x = i;

      g_array_append_val (xs, x);
      g_ptr_array_add (names->texts, patron_text_clean (
                                       patron_chart_data_get_category (data,
                                                                       i)));
    }
  add_series (self, chart, data, xs);
  self->n_rows = xs->len;
}

static const char *
find_tone (const PatronChart       *chart,
           const PatronChartPoints *points,
           gsize                    i)
{
  PatronTone tone
    = points->marks != NULL ? PATRON_POINT_TONE (points->marks[i]) : 0;

  return points->marks != NULL && tone < PATRON_N_TONES ? chart->tones[tone]
                                                        : NULL;
}

/* The nodes of a tree, each after what it is part of. */
static void
fill_tree (PatronChartTable      *self,
           const PatronChart     *chart,
           const PatronChartData *data)
{
  static const PatronChartPoints none;
  g_autoptr (PatronTree) tree = patron_tree_new (data);
  const PatronChartPoints *points
    = data->series->len > 0
        ? &g_array_index (data->series, PatronChartPoints, 0)
        : &none;
  Column *names = add_column (self, _("Name"), PATRON_COLUMN_TEXT, NULL);
  Column *wholes = add_column (self, _("Part of"), PATRON_COLUMN_TEXT, NULL);
  Column *tones = points->marks != NULL
                    ? add_column (self, _("Status"), PATRON_COLUMN_TEXT, NULL)
                    : NULL;
  Column *details;
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < tree->n; i++)
    {
      const PatronTreeNode *node = &tree->nodes[i];

      g_array_append_val (xs, points->x[node->point]);
      g_ptr_array_add (names->texts, patron_chart_name_category (
                                       data, points, node->point));
      g_ptr_array_add (wholes->texts,
                       node->parent >= 0
                         ? patron_chart_name_category (
                             data, points, tree->nodes[node->parent].point)
                         : g_strdup (""));
      if (tones != NULL)
        g_ptr_array_add (tones->texts, patron_text_clean (find_tone (
                                         chart, points, node->point)));
    }
  self->n_rows = tree->n;
  add_series (self, chart, data, xs);
  if (points->details == NULL)
    return;
  details = add_column (self, _("Details"), PATRON_COLUMN_TEXT, NULL);
  for (guint i = 0; i < tree->n; i++)
    g_ptr_array_add (details->texts, patron_text_clean (
                                       points->details[tree->nodes[i].point]));
}

static const char *
axis_title (const PatronChartAxis *axis,
            const char            *otherwise)
{
  return !patron_text_is_empty (axis->title) ? axis->title : otherwise;
}

static void
fill_points (PatronChartTable      *self,
             const PatronChart     *chart,
             const PatronChartData *data)
{
  Column *series = data->series->len > 1
                     ? add_column (self, _("Series"), PATRON_COLUMN_TEXT, NULL)
                     : NULL;
  Column *names = add_column (self, _("Name"), PATRON_COLUMN_TEXT, NULL);
  Column *x = add_column (self, axis_title (&chart->x, "x"),
                          PATRON_COLUMN_NUMBER, &chart->x.format);
  Column *y = add_column (self, axis_title (&chart->y, "y"),
                          PATRON_COLUMN_NUMBER, &chart->y.format);
  Column *size = NULL;

  for (guint i = 0; i < data->series->len && size == NULL; i++)
    if (g_array_index (data->series, PatronChartPoints, i).size != NULL)
      size = add_column (self, _("Size"), PATRON_COLUMN_NUMBER, NULL);
  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++, self->n_rows++)
        {
          double bubble = points->size != NULL ? points->size[j] : NAN;

          if (series != NULL)
            g_ptr_array_add (series->texts,
                             patron_text_clean (series_title (chart, i)));
          g_ptr_array_add (names->texts,
                           patron_text_clean (points->names != NULL
                                                ? points->names[j]
                                                : NULL));
          g_array_append_val (x->values, points->x[j]);
          g_array_append_val (y->values, points->y[j]);
          if (size != NULL)
            g_array_append_val (size->values, bubble);
        }
    }
}

static void
fill_values (PatronChartTable      *self,
             const PatronChart     *chart,
             const PatronChartData *data)
{
  PatronFormat format = patron_chart_value_format (chart, data);

  for (guint i = 0; i < data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (data->series, PatronChartPoints, i);
      Column *column = add_column (self, series_title (chart, i),
                                   PATRON_COLUMN_NUMBER, &format);

      g_array_append_vals (column->values, points->y, (guint) points->n);
      self->n_rows = MAX (self->n_rows, (guint) points->n);
    }
}

/**
 * patron_chart_table_new:
 *
 * Returns: (transfer full): the numbers of a chart as a table
 */
PatronChartTable *
patron_chart_table_new (const PatronChart     *chart,
                        const PatronChartData *data)
{
  PatronChartTable *self = g_new0 (PatronChartTable, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  if (chart->kind == PATRON_CHART_TREE)
    {
      fill_tree (self, chart, data);
      return self;
    }
  switch (patron_chart_kind_get_shape (chart->kind))
    {
    case PATRON_SHAPE_DATES:
      fill_dates (self, chart, data);
      break;
    case PATRON_SHAPE_NUMBERS:
      fill_points (self, chart, data);
      break;
    case PATRON_SHAPE_VALUES:
      fill_values (self, chart, data);
      break;
    case PATRON_SHAPE_CATEGORIES:
    default:
      fill_categories (self, chart, data);
      break;
    }
  return self;
}

/**
 * patron_chart_table_free:
 *
 * Frees the table.
 */
void
patron_chart_table_free (PatronChartTable *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self);
}

/**
 * patron_chart_table_get_n_columns:
 *
 * Returns: how many columns there are
 */
guint
patron_chart_table_get_n_columns (const PatronChartTable *self)
{
  return self->columns->len;
}

/**
 * patron_chart_table_get_n_rows:
 *
 * Returns: how many rows there are, without the titles
 */
guint
patron_chart_table_get_n_rows (const PatronChartTable *self)
{
  return self->n_rows;
}

static const Column *
get_column (const PatronChartTable *self,
            guint                   column)
{
  return g_ptr_array_index (self->columns, column);
}

/**
 * patron_chart_table_get_title:
 *
 * Returns: (transfer none): the title of a column
 */
const char *
patron_chart_table_get_title (const PatronChartTable *self,
                              guint                   column)
{
  return get_column (self, column)->title;
}

/**
 * patron_chart_table_get_kind:
 *
 * Returns: what a column holds
 */
PatronColumnKind
patron_chart_table_get_kind (const PatronChartTable *self,
                             guint                   column)
{
  return get_column (self, column)->kind;
}

/**
 * patron_chart_table_get_value:
 *
 * Returns: the number or the day of a cell; NaN for texts and where there is
 *   none
 */
double
patron_chart_table_get_value (const PatronChartTable *self,
                              guint                   row,
                              guint                   column)
{
  const Column *found = get_column (self, column);

  return row < found->values->len
           ? g_array_index (found->values, double, row)
           : NAN;
}

/**
 * patron_chart_table_get_text:
 *
 * Returns: (transfer full): a cell as people read it; "" where there is
 *   nothing
 */
char *
patron_chart_table_get_text (const PatronChartTable *self,
                             guint                   row,
                             guint                   column)
{
  const Column *found = get_column (self, column);
  double value = patron_chart_table_get_value (self, row, column);

  if (found->kind == PATRON_COLUMN_TEXT)
    return g_strdup (row < found->texts->len
                       ? g_ptr_array_index (found->texts, row)
                       : "");
  return isfinite (value) ? patron_format_value (&found->format, value)
                          : g_strdup ("");
}

/* A cell as a spreadsheet reads it in any country: the point, no unit, and
 * dates of ISO 8601. */
static char *
get_plain (const PatronChartTable *self,
           guint                   row,
           guint                   column)
{
  double value = patron_chart_table_get_value (self, row, column);

  if (get_column (self, column)->kind == PATRON_COLUMN_TEXT)
    return patron_chart_table_get_text (self, row, column);
  if (!isfinite (value))
    return g_strdup ("");
  if (get_column (self, column)->kind == PATRON_COLUMN_DATE)
    return patron_date_to_text ((gint64) value);
  return patron_number_to_text (value);
}

static void
append_tsv (GString    *text,
            guint       column,
            const char *cell)
{
  if (column > 0)
    g_string_append_c (text, '\t');
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' '
                                                                    : *p);
}

/**
 * patron_chart_table_to_tsv:
 *
 * Returns: (transfer full): the table with tabs between the cells, with the
 *   point and dates of ISO 8601, for spreadsheets
 */
char *
patron_chart_table_to_tsv (const PatronChartTable *self)
{
  GString *text = g_string_new (NULL);

  for (guint j = 0; j < self->columns->len; j++)
    append_tsv (text, j, patron_chart_table_get_title (self, j));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->n_rows; i++)
    {
      for (guint j = 0; j < self->columns->len; j++)
        {
          g_autofree char *cell = get_plain (self, i, j);

          append_tsv (text, j, cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
append_html (GString    *html,
             const char *tag,
             const char *cell,
             gboolean    right)
{
  g_autofree char *escaped = g_markup_escape_text (cell, -1);

  g_string_append_printf (html, "<%s%s>%s</%s>", tag,
                          right ? " style=\"text-align:right\"" : "", escaped,
                          tag);
}

/**
 * patron_chart_table_to_html:
 * @caption: (nullable): what stands above the table
 *
 * Returns: (transfer full): the table as HTML, for documents and mail
 */
char *
patron_chart_table_to_html (const PatronChartTable *self,
                            const char             *caption)
{
  GString *html = g_string_new (
    "<meta charset=\"utf-8\"><table border=\"1\" cellpadding=\"4\" "
    "style=\"border-collapse:collapse\">");

  if (!patron_text_is_empty (caption))
    append_html (html, "caption", caption, FALSE);
  g_string_append (html, "<tr>");
  for (guint j = 0; j < self->columns->len; j++)
    append_html (html, "th", patron_chart_table_get_title (self, j), FALSE);
  g_string_append (html, "</tr>");
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_string_append (html, "<tr>");
      for (guint j = 0; j < self->columns->len; j++)
        {
          g_autofree char *cell = patron_chart_table_get_text (self, i, j);

          append_html (html, "td", cell,
                       patron_chart_table_get_kind (self, j)
                         == PATRON_COLUMN_NUMBER);
        }
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table>");
  return g_string_free (html, FALSE);
}
