/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The numbers of a chart. */

#include "patron-chart.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (PatronChartData, patron_chart_data,
                     patron_chart_data_copy, patron_chart_data_free)

static void
clear_texts (char **texts,
             gsize  n)
{
  for (gsize i = 0; texts != NULL && i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
clear_points (gpointer data)
{
  PatronChartPoints *points = data;

  g_free (points->x);
  g_free (points->y);
  g_free (points->low);
  g_free (points->high);
  g_free (points->size);
  g_free (points->samples);
  g_free (points->marks);
  clear_texts (points->names, points->n);
  g_free (points->parents);
  clear_texts (points->details, points->n);
  g_free (points->records);
}

/**
 * patron_chart_data_new:
 *
 * Returns: (transfer full): data without series
 */
PatronChartData *
patron_chart_data_new (void)
{
  PatronChartData *self = g_new0 (PatronChartData, 1);

  self->series = g_array_new (FALSE, TRUE, sizeof (PatronChartPoints));
  g_array_set_clear_func (self->series, clear_points);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * patron_chart_data_copy:
 *
 * Returns: (transfer full): the same points
 */
PatronChartData *
patron_chart_data_copy (const PatronChartData *self)
{
  PatronChartData *copy = patron_chart_data_new ();

  for (guint i = 0; i < self->series->len; i++)
    patron_chart_data_add_points (copy, &g_array_index (self->series,
                                                        PatronChartPoints, i));
  for (guint i = 0; i < self->categories->len; i++)
    patron_chart_data_add_category (copy,
                                    g_ptr_array_index (self->categories, i));
  return copy;
}

/**
 * patron_chart_data_free:
 *
 * Frees the points.
 */
void
patron_chart_data_free (PatronChartData *self)
{
  g_array_unref (self->series);
  g_ptr_array_unref (self->categories);
  g_free (self);
}

static int
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      data)
{
  const double *all = data;
  gsize i = *(const gsize *) a, j = *(const gsize *) b;

  if (all[i] != all[j])
    return all[i] < all[j] ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* Which points are somewhere, by rising x; %NULL where all are, in order, as
 * in nearly every table. */
static gsize *
find_order (const PatronChartPoints *points,
            gsize                   *n)
{
  gboolean rising = TRUE;
  double before = -INFINITY;
  gsize *order;

  for (*n = 0; *n < points->n; (*n)++)
    {
      double x = points->x[*n];

      if (!(x >= before && x < INFINITY) || x == -INFINITY)
        break;
      before = x;
    }
  if (*n == points->n)
    return NULL;
  order = g_new (gsize, points->n + 1);
  *n = 0;
  for (gsize i = 0; i < points->n; i++)
    if (isfinite (points->x[i]))
      {
        if (*n > 0 && points->x[order[*n - 1]] > points->x[i])
          rising = FALSE;
        order[(*n)++] = i;
      }
  if (!rising)
    g_qsort_with_data (order, (int) *n, sizeof (gsize), compare_x, points->x);
  return order;
}

static double *
take (const double *all,
      const gsize  *order,
      gsize         n)
{
  double *taken;

  if (all == NULL)
    return NULL;
  taken = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      double value = all[order != NULL ? order[i] : i];

      taken[i] = isfinite (value) ? value : NAN;
    }
  return taken;
}

static char **
take_texts (char *const *all,
            const gsize *order,
            gsize        n)
{
  char **taken;

  if (all == NULL)
    return NULL;
  taken = g_new (char *, n + 1);
  for (gsize i = 0; i < n; i++)
    taken[i] = g_strdup (all[order != NULL ? order[i] : i]);
  return taken;
}

/**
 * patron_chart_data_add_points:
 * @points: what is known of each point
 *
 * Copies the points of the next series, sorted by x. Points without a finite
 * x are nowhere, and left out; what else is not finite is missing.
 */
void
patron_chart_data_add_points (PatronChartData         *self,
                              const PatronChartPoints *points)
{
  gsize n;
  g_autofree gsize *order = find_order (points, &n);
  PatronChartPoints copy = {
    .x = take (points->x, order, n),
    .y = take (points->y, order, n),
    .low = take (points->low, order, n),
    .high = take (points->high, order, n),
    .size = take (points->size, order, n),
    .samples = take (points->samples, order, n),
    .names = take_texts (points->names, order, n),
    .parents = take (points->parents, order, n),
    .details = take_texts (points->details, order, n),
    .n = n,
  };

  if (points->marks != NULL)
    {
      copy.marks = g_new (guint8, n + 1);
      for (gsize i = 0; i < n; i++)
        copy.marks[i] = points->marks[order != NULL ? order[i] : i];
    }
  if (points->records != NULL)
    {
      copy.records = g_new (gint64, n + 1);
      for (gsize i = 0; i < n; i++)
        copy.records[i] = points->records[order != NULL ? order[i] : i];
    }
  g_array_append_val (self->series, copy);
}

/**
 * patron_chart_data_add:
 * @x: (array length=n): where the points are
 * @y: (array length=n): values; what is not finite is a gap
 * @n: how many
 *
 * Copies the points of the next series, of which no more is known; see
 * patron_chart_data_add_points().
 */
void
patron_chart_data_add (PatronChartData *self,
                       const double    *x,
                       const double    *y,
                       gsize            n)
{
  PatronChartPoints points = { .x = (double *) x, .y = (double *) y, .n = n };

  patron_chart_data_add_points (self, &points);
}

static gboolean
is_in_order (const double *x,
             gsize         n)
{
  for (gsize i = 0; i < n; i++)
    if (!isfinite (x[i]) || (i > 0 && x[i] < x[i - 1]))
      return FALSE;
  return TRUE;
}

/**
 * patron_chart_data_take:
 * @x: (array length=n) (transfer full): where the points are
 * @y: (array length=n) (transfer full): values; what is not finite is a gap
 * @n: how many
 *
 * Takes the points of the next series, as patron_chart_data_add() copies
 * them. A million points in order are not touched.
 */
void
patron_chart_data_take (PatronChartData *self,
                        double          *x,
                        double          *y,
                        gsize            n)
{
  PatronChartPoints points = { .x = x, .y = y, .n = n };

  if (n > 0 && is_in_order (x, n))
    {
      for (gsize i = 0; i < n; i++)
        if (!isfinite (y[i]))
          y[i] = NAN;
      g_array_append_val (self->series, points);
      return;
    }
  patron_chart_data_add_points (self, &points);
  g_free (x);
  g_free (y);
}

/**
 * patron_chart_data_add_category:
 * @name: what it is called
 *
 * Adds the next category, which points name by its index.
 */
void
patron_chart_data_add_category (PatronChartData *self,
                                const char      *name)
{
  g_ptr_array_add (self->categories, g_strdup (name));
}

/**
 * patron_chart_data_get_category:
 *
 * Returns: (transfer none): the name of a category; "" where there is none
 */
const char *
patron_chart_data_get_category (const PatronChartData *self,
                                gsize                  index)
{
  const char *name = index < self->categories->len
                       ? g_ptr_array_index (self->categories, index)
                       : NULL;

  return name != NULL ? name : "";
}

/* No chart tells more of them apart, and a stray x must not make so many. */
#define MOST_UNNAMED 100000

/**
 * patron_chart_data_count_categories:
 *
 * Returns: how many categories there are, those included that points count
 *   but nobody named
 */
guint
patron_chart_data_count_categories (const PatronChartData *self)
{
  guint n = self->categories->len;

  for (guint i = 0; i < self->series->len; i++)
    {
      const PatronChartPoints *points = &g_array_index (self->series,
                                                        PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (points->x[j] > -0.5 && points->x[j] < MOST_UNNAMED - 0.5)
          n = MAX (n, (guint) round (points->x[j]) + 1);
    }
  return n;
}
