/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"
#include "patron-place.h"
#include "patron-scale.h"
#include "patron-scene.h"
#include "patron-theme.h"
#include "patron-ticks.h"

G_BEGIN_DECLS

/**
 * PatronPlot:
 * @zoom: what all type and distances are multiplied with, as the picture is
 *   larger or smaller than 800 by 450
 * @area: what the header and the footer leave of the picture
 * @plot: where values are drawn: @area without axes and labels
 * @top: where the room beside the plot begins, below the title of the values
 * @marker_room: px at either end of the x axis, for marks on the edge
 * @value_format: how values are written
 * @notes: (nullable): annotations that have found their place
 * @boxes: (element-type PatronBox): labels placed so far, for those to come
 *
 * A layout in the making. Each kind of chart goes through the same steps:
 * begin, header, axes, its own marks, end.
 */
typedef struct
{
  const PatronChart *chart;
  const PatronChartData *data;
  const PatronTheme *theme;
  PatronMeasurer *measurer;
  PatronScene *scene;
  double width;
  double height;
  double zoom;
  double margin;
  PatronFormat value_format;
  PatronFont title_font;
  PatronFont subtitle_font;
  PatronFont label_font;
  PatronFont strong_font;
  PatronFont axis_font;
  PatronFont note_font;
  PatronBox area;
  PatronBox plot;
  double top;
  double marker_room;
  PatronScale x;
  PatronScale y;
  PatronTicks *y_ticks;
  PatronTicks *x_ticks;
  gboolean has_second_row;
  GArray *boxes;
  GPtrArray *notes;
} PatronPlot;

typedef PatronScene *(*PatronChartLayout) (PatronPlot *plot);

/* patron-chart-kinds.c */
PatronChartLayout patron_chart_kind_get_layout (PatronChartKind kind);

/* patron-chart-words.c */
PatronFormat patron_chart_value_format   (const PatronChart *self,
                                          const PatronChartData *data);
const char  *patron_chart_series_name    (const PatronChart *self,
                                          guint              series);

/* patron-plot.c */
void         patron_plot_begin           (PatronPlot        *self);
void         patron_plot_add_header      (PatronPlot        *self,
                                          gboolean           legend);
void         patron_plot_add_empty       (PatronPlot        *self);
PatronScene *patron_plot_end             (PatronPlot        *self);
void         patron_plot_claim           (PatronPlot        *self,
                                          const PatronItem  *item);
gboolean     patron_plot_is_free         (const PatronPlot  *self,
                                          const PatronBox   *box,
                                          double             gap);

/* patron-plot-legend.c */
double       patron_plot_add_legend      (PatronPlot        *self,
                                          double             top,
                                          guint              max_rows,
                                          gboolean           measure_only);
int          patron_plot_series_colour   (const PatronPlot  *self,
                                          guint              series);

/* patron-plot-axes.c */
void         patron_plot_set_values      (PatronPlot        *self,
                                          double             min,
                                          double             max);
void         patron_plot_set_dates       (PatronPlot        *self,
                                          double             min,
                                          double             max,
                                          double             spacing);
void         patron_plot_set_scales      (PatronPlot        *self);
void         patron_plot_add_axes        (PatronPlot        *self);

/* patron-plot-marks.c */
void         patron_plot_add_bands       (PatronPlot        *self);
void         patron_plot_set_annotations (PatronPlot        *self);
void         patron_plot_add_annotations (PatronPlot        *self);

/* patron-chart-line.c */
PatronScene *patron_chart_layout_line    (PatronPlot        *self);

G_END_DECLS
