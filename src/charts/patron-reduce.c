/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-reduce.h"

#include <math.h>

/**
 * patron_reduce:
 * @x: (array length=n): rising x values
 * @y: (array length=n): values; what is not finite is a gap
 * @n: how many
 * @from: the x of the left edge of the first column
 * @to: the x of the right edge of the last column
 * @n_columns: the columns of pixels
 *
 * Reduces a series to the least and the largest value of each column, which
 * is all that a line of a pixel's width can show. Points outside of @from to
 * @to are left out.
 *
 * Returns: (transfer full) (element-type PatronColumn): the columns that hold
 *   points, in order
 */
GArray *
patron_reduce (const double *x,
               const double *y,
               gsize         n,
               double        from,
               double        to,
               int           n_columns)
{
  GArray *columns = g_array_sized_new (FALSE, FALSE, sizeof (PatronColumn),
                                       (guint) MIN (n, (gsize) n_columns));
  double factor = to > from ? n_columns / (to - from) : 0;
  PatronColumn *open = NULL;
  gboolean gap = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      PatronColumn column;
      int at;

      if (!(x[i] >= from && x[i] <= to))
        continue;
      if (!isfinite (y[i]))
        {
          gap = TRUE;
          continue;
        }
      at = MIN ((int) ((x[i] - from) * factor), n_columns - 1);
      if (open != NULL && open->x == at)
        {
          /* A gap narrower than a pixel cannot be seen. */
          open->min = MIN (open->min, y[i]);
          open->max = MAX (open->max, y[i]);
          open->last = y[i];
          open->last_point = i;
          gap = FALSE;
          continue;
        }
      column = (PatronColumn) { at, y[i], y[i], y[i], y[i], i, gap };
      g_array_append_val (columns, column);
      open = &g_array_index (columns, PatronColumn, columns->len - 1);
      gap = FALSE;
    }
  return columns;
}
