/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronColumn:
 * @x: the column, counted from 0
 * @min: the least value in it
 * @max: the largest
 * @first: the value that a line enters it with
 * @last: the value that a line leaves it with
 * @last_point: the index of that value
 * @broken: whether a gap parts it from the column before
 *
 * What is left of the points of a series that share a column of pixels.
 */
typedef struct
{
  int x;
  double min;
  double max;
  double first;
  double last;
  gsize last_point;
  gboolean broken;
} PatronColumn;

GArray *patron_reduce (const double *x,
                       const double *y,
                       gsize         n,
                       double        from,
                       double        to,
                       int           n_columns);

G_END_DECLS
