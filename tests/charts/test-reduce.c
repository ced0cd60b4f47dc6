/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-reduce.h"

#include <math.h>

#include "patron-place.h"

static const PatronColumn *
find_column (GArray *columns,
             int     x)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, PatronColumn, i).x == x)
      return &g_array_index (columns, PatronColumn, i);
  return NULL;
}

/* What a reduced line shows in each column of pixels is what the whole line
 * would: its least and its largest value there, and nothing where there is
 * none. */
static void
test_keeps_extremes (void)
{
  for (int round = 0; round < 60; round++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, 4000);
      int n_columns = g_test_rand_int_range (1, 500);
      g_autofree double *x = g_new (double, n);
      g_autofree double *y = g_new (double, n);
      g_autofree double *least = g_new (double, n_columns);
      g_autofree double *largest = g_new (double, n_columns);
      g_autoptr (GArray) columns = NULL;
      double at = 0, from, to;
      guint n_filled = 0;

      for (gsize i = 0; i < n; i++)
        {
          x[i] = at += g_test_rand_double ();
          y[i] = g_test_rand_int_range (0, 20) == 0
                   ? NAN
                   : g_test_rand_double_range (-50, 50);
        }
      from = x[0];
      to = x[n - 1] > from ? x[n - 1] : from + 1;
      for (int i = 0; i < n_columns; i++)
        {
          least[i] = INFINITY;
          largest[i] = -INFINITY;
        }
      for (gsize i = 0; i < n; i++)
        {
          int column = MIN ((int) ((x[i] - from) * (n_columns / (to - from))),
                            n_columns - 1);

          if (isnan (y[i]))
            continue;
          least[column] = fmin (least[column], y[i]);
          largest[column] = fmax (largest[column], y[i]);
        }
      columns = patron_reduce (x, y, n, from, to, n_columns);
      for (int i = 0; i < n_columns; i++)
        {
          const PatronColumn *column = find_column (columns, i);

          g_assert_true ((column != NULL) == (least[i] <= largest[i]));
          if (column == NULL)
            continue;
          n_filled++;
          g_assert_cmpfloat (column->min, ==, least[i]);
          g_assert_cmpfloat (column->max, ==, largest[i]);
          g_assert_cmpfloat (y[column->last_point], ==, column->last);
        }
      g_assert_cmpuint (columns->len, ==, n_filled);
    }
}

static void
test_gaps (void)
{
  const double x[] = { 0, 1, 2, 3, 4, 5, 6 };
  const double y[] = { 1, 2, NAN, 4, INFINITY, -INFINITY, 7 };
  g_autoptr (GArray) columns = patron_reduce (x, y, 7, 0, 6, 7);
  g_autoptr (GArray) none = patron_reduce (x, y, 7, 100, 200, 7);

  g_assert_cmpuint (columns->len, ==, 4);
  g_assert_true (g_array_index (columns, PatronColumn, 0).broken);
  g_assert_false (g_array_index (columns, PatronColumn, 1).broken);
  g_assert_true (g_array_index (columns, PatronColumn, 2).broken);
  g_assert_true (g_array_index (columns, PatronColumn, 3).broken);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Labels in a column keep their order and their distance, and stay where they
 * wanted to be if nobody is in the way. */
static void
test_spread (void)
{
  double alone[] = { 20, 60, 100 };
  double crowd[] = { 50, 51, 52 };
  double edge[] = { 2, 3 };
  const double heights[] = { 10, 10, 10 };
  double full[] = { 1, 2, 3 };

  g_assert_true (patron_place_spread (alone, heights, 3, 0, 200));
  g_assert_cmpfloat (alone[0], ==, 20);
  g_assert_cmpfloat (alone[2], ==, 100);
  g_assert_true (patron_place_spread (crowd, heights, 3, 0, 200));
  g_assert_cmpfloat_with_epsilon (crowd[0], 41, 1e-9);
  g_assert_cmpfloat_with_epsilon (crowd[1], 51, 1e-9);
  g_assert_cmpfloat_with_epsilon (crowd[2], 61, 1e-9);
  g_assert_true (patron_place_spread (edge, heights, 2, 0, 200));
  g_assert_cmpfloat (edge[0], ==, 5);
  g_assert_cmpfloat (edge[1], ==, 15);
  g_assert_false (patron_place_spread (full, heights, 3, 0, 29));
  g_assert_cmpfloat (full[2], ==, 3);

  for (int round = 0; round < 200; round++)
    {
      double centres[8], tall[8], bottom = 0;

      for (int i = 0; i < 8; i++)
        {
          centres[i] = g_test_rand_double_range (0, 300);
          tall[i] = g_test_rand_double_range (5, 30);
        }
      g_assert_true (patron_place_spread (centres, tall, 8, 0, 300));
      for (int i = 0; i < 8; i++)
        {
          g_assert_cmpfloat (centres[i] - tall[i] / 2, >=, bottom - 1e-6);
          bottom = centres[i] + tall[i] / 2;
        }
      g_assert_cmpfloat (bottom, <=, 300 + 1e-6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/reduce/keeps-extremes", test_keeps_extremes);
  g_test_add_func ("/charts/reduce/gaps", test_gaps);
  g_test_add_func ("/charts/place/spread", test_spread);
  return g_test_run ();
}
