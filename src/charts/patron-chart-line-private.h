/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-private.h"

G_BEGIN_DECLS

/**
 * PatronChartLine:
 * @columns: (nullable) (element-type PatronColumn): of a reduced series
 * @px: (array length=n): px of what is drawn
 * @py: (array length=n): px of what is drawn; NaN is a gap
 * @source: (array length=n): the point that each comes from
 * @last: the index of the last that is no gap, or -1
 */
typedef struct
{
  int series;
  const PatronChartPoints *points;
  PatronColour colour;
  PatronColour text_colour;
  double last_value;
  GArray *columns;
  int n_columns;
  double *px;
  double *py;
  gsize *source;
  gsize n;
  gsize n_finite;
  gssize last;
} PatronChartLine;

/**
 * PatronLineLabels:
 * @row_legend: whether the series are named in a row above the plot
 * @ends: (element-type EndLabel): labels right of the plot
 * @width: the room they take there
 * @target_inside: whether the target's label stands in the plot
 */
typedef struct
{
  gboolean row_legend;
  GPtrArray *ends;
  double width;
  gboolean target_inside;
} PatronLineLabels;

void patron_line_labels_init    (PatronLineLabels      *self,
                                 PatronPlot            *plot,
                                 const PatronChartLine *lines,
                                 guint                  n_lines,
                                 double                 x_max);
void patron_line_labels_reserve (PatronLineLabels      *self,
                                 PatronPlot            *plot);
void patron_line_labels_place   (PatronLineLabels      *self,
                                 PatronPlot            *plot,
                                 const PatronChartLine *lines,
                                 guint                  n_lines);
void patron_line_labels_clear   (PatronLineLabels      *self);

G_END_DECLS
