/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-private.h"

G_BEGIN_DECLS

/**
 * PatronBubble:
 * @series: whose it is
 * @point: which of its points
 * @size: what its area stands for; NaN where that is unknown
 * @x: px
 * @y: px
 * @radius: px
 * @hollow: whether nothing is inside it
 */
typedef struct
{
  guint series;
  gsize point;
  double size;
  double x;
  double y;
  double radius;
  gboolean hollow;
} PatronBubble;

/**
 * PatronMatrixAxis:
 * @min: the least value
 * @max: the largest
 * @scale: whether these are the ends of a scale of ratings, rather than what
 *   happened to be there
 * @split: where the quadrants meet
 */
typedef struct
{
  double min;
  double max;
  gboolean scale;
  double split;
} PatronMatrixAxis;

/* patron-chart-matrix-words.c */
gboolean patron_matrix_has_point  (const PatronChartPoints *points,
                                   gsize                    i);
gboolean patron_matrix_find_axis  (const PatronChartAxis   *axis,
                                   const PatronChartData   *data,
                                   gboolean                 across,
                                   PatronMatrixAxis        *found);
char    *patron_matrix_name_point (const PatronChart       *chart,
                                   const PatronChartData   *data,
                                   guint                    series,
                                   gsize                    i);

/* patron-matrix-labels.c */
void     patron_matrix_add_labels (PatronPlot              *plot,
                                   GArray                  *bubbles,
                                   double                   split_x,
                                   double                   split_y);
gboolean patron_matrix_meets      (const GArray            *bubbles,
                                   const PatronBox         *box,
                                   double                   gap);

G_END_DECLS
