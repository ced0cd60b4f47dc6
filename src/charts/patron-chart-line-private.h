/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-private.h"

G_BEGIN_DECLS

/**
 * PatronChartLine:
 * @last_value: the last value that was measured and counts; NaN for none
 * @last_forecast: the last value that is a forecast; NaN for none
 * @columns: (nullable) (element-type PatronColumn): of a reduced series
 * @n_reduced: how many points they hold; those of a forecast come after them,
 *   each for itself
 * @px: (array length=n): px of what is drawn
 * @py: (array length=n): px of what is drawn; NaN is a gap
 * @source: (array length=n): the point that each comes from
 * @last: the index of the last that is no gap and counts, or -1
 * @last_measured: the index of the last of these that is no forecast, or -1
 */
typedef struct
{
  int series;
  gboolean expected;
  const PatronChartPoints *points;
  PatronColour colour;
  PatronColour text_colour;
  double last_value;
  double last_forecast;
  GArray *columns;
  int n_columns;
  gsize n_reduced;
  double *px;
  double *py;
  gsize *source;
  gsize n;
  gsize n_finite;
  gssize last;
  gssize last_measured;
} PatronChartLine;

/**
 * PatronLineRange:
 * @spacing: the usual distance between two points of the longest series
 * @n_points: the points of the longest series
 *
 * What the axes have to show.
 */
typedef struct
{
  double x_min, x_max;
  double y_min, y_max;
  double spacing;
  gsize n_points;
} PatronLineRange;

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

/* patron-chart-line.c */
PatronLineRange patron_line_find_range  (const PatronPlot      *plot);
void patron_line_draw_target    (PatronPlot            *plot);
void patron_line_find_key       (PatronPlot            *plot);

/* patron-chart-area.c */
void patron_area_fill           (PatronChartLine       *line,
                                 PatronPlot            *plot);

/* patron-line-draw.c */
guint8 patron_line_mark         (const PatronChartLine *self,
                                 gsize                  i);
void patron_line_init           (PatronChartLine       *self,
                                 const PatronPlot      *plot,
                                 guint                  series);
void patron_line_place          (PatronChartLine       *self,
                                 const PatronPlot      *plot);
void patron_line_draw           (PatronChartLine       *self,
                                 PatronPlot            *plot,
                                 double                 width);
void patron_line_add_spots      (PatronChartLine       *self,
                                 PatronPlot            *plot);
void patron_line_clear          (PatronChartLine       *self);

/* patron-line-marks.c */
void patron_line_draw_interval  (PatronChartLine       *self,
                                 PatronPlot            *plot);
void patron_line_draw_markers   (PatronChartLine       *self,
                                 PatronPlot            *plot);
void patron_line_draw_limits    (PatronPlot            *plot);
const PatronChartLimits *patron_line_limits_at (const PatronChart *chart,
                                 double                 x);

/* patron-line-values.c */
void patron_line_label_target   (PatronPlot            *plot,
                                 const PatronChartLine *lines,
                                 guint                  n_lines);
void patron_line_label_values   (PatronPlot            *plot,
                                 const PatronChartLine *lines,
                                 guint                  n_lines);

/* patron-chart-line-labels.c */
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
