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

/* What stands for a series in the legend. */
typedef enum
{
  PATRON_KEY_LINE,
  PATRON_KEY_PATCH,
  PATRON_KEY_DOT,
} PatronKey;

typedef enum
{
  PATRON_AXIS_NONE,
  PATRON_AXIS_VALUES,
  PATRON_AXIS_DATES,
  PATRON_AXIS_CATEGORIES,
} PatronAxisKind;

/**
 * PatronPlot:
 * @zoom: what all type and distances are multiplied with, as the picture is
 *   larger or smaller than 800 by 450
 * @area: what the header and the footer leave of the picture
 * @plot: where values are drawn: @area without axes and labels
 * @top: where the room beside the plot begins, below the title of the values
 * @marker_room: px at either end of the x axis, for marks on the edge
 * @value_format: how values are written
 * @lengths: whether values are told by length, so that their axis has zero on
 *   it and is never logarithmic; set before the axes
 * @bare: whether all values are written on the plot, so that their axis needs
 *   neither ticks nor grid; set before the axes
 * @no_grid: whether the value axis has labels but no lines; set before the
 *   axes are drawn
 * @base: the value that the line of a category axis stands at; NaN for the
 *   edge of the plot, unless @lengths
 * @key: what stands before names in the legend; set before the header
 * @room_low: px kept free beyond the least value, for labels; set before the
 *   scales
 * @room_high: px kept free beyond the largest value
 * @x: from left to right
 * @y: from bottom to top; of categories, from top to bottom
 * @x_ticks: (nullable): of the axis below; none for categories
 * @y_ticks: (nullable): of the axis on the left; none for categories
 * @x_title: (nullable): what is written below the axis
 * @y_title: (nullable): what is written over the axis
 * @slots: (array length=n_slots): the categories that are drawn, in order
 * @slot_of: (array length=n_categories): the place of each category on the
 *   axis, or -1 where there are too many and it is left out
 * @slot_labels: (element-type GArray): for each slot its name in lines, or
 *   %NULL
 * @target_label: (nullable): the name of the target, in lines, where it has
 *   room beside or above the plot
 * @remarks: (nullable): what has to be said about the picture in small print
 * @notes: (nullable): annotations that have found their place
 * @key_series: whether the legend names the series
 * @explain: what kinds of points the legend explains: bits of PatronExplained
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
  gboolean lengths;
  gboolean bare;
  gboolean no_grid;
  double base;
  PatronKey key;
  double room_low;
  double room_high;
  PatronAxisKind x_kind;
  PatronAxisKind y_kind;
  PatronScale x;
  PatronScale y;
  PatronTicks *y_ticks;
  PatronTicks *x_ticks;
  char *x_title;
  char *y_title;
  gboolean has_second_row;
  guint n_categories;
  guint n_slots;
  guint *slots;
  int *slot_of;
  GPtrArray *slot_labels;
  GArray *target_label;
  GString *remarks;
  gboolean key_series;
  guint explain;
  GArray *boxes;
  GPtrArray *notes;
} PatronPlot;

/* The first ones are signals, by their tone. */
typedef enum
{
  PATRON_EXPLAIN_SIGNAL = 1 << 0,
  PATRON_EXPLAIN_EXCLUDED = 1 << PATRON_N_TONES,
  PATRON_EXPLAIN_FORECAST = 1 << (PATRON_N_TONES + 1),
  PATRON_EXPLAIN_LIMITS = 1 << (PATRON_N_TONES + 2),
  PATRON_EXPLAIN_TRUTH = 1 << (PATRON_N_TONES + 3),
} PatronExplained;

#define PATRON_N_EXPLAINED (PATRON_N_TONES + 4)

typedef PatronScene *(*PatronChartLayout) (PatronPlot *plot);

/**
 * PatronChartWords:
 *
 * Writes a finding, or what a kind of chart shows to those who cannot see it.
 *
 * Returns: (transfer full) (nullable): text; %NULL where there is nothing to
 *   say
 */
typedef char *(*PatronChartWords) (const PatronChart     *chart,
                                   const PatronChartData *data);

/* patron-chart-kinds.c */
PatronChartLayout patron_chart_kind_get_layout   (PatronChartKind kind);
PatronChartWords  patron_chart_kind_get_finding  (PatronChartKind kind);
PatronChartWords  patron_chart_kind_get_describe (PatronChartKind kind);

/* patron-chart-words.c */
PatronFormat patron_chart_value_format   (const PatronChart *self,
                                          const PatronChartData *data);
const char  *patron_chart_series_name    (const PatronChart *self,
                                          guint              series);
char        *patron_chart_name_category  (const PatronChartData *data,
                                          const PatronChartPoints *points,
                                          gsize              i);

/* findings */
char        *patron_chart_write_single   (const PatronChart *self,
                                          const PatronChartPoints *points,
                                          gsize              last,
                                          const PatronFormat *format);
char        *patron_chart_write_course   (const PatronChart *self,
                                          const PatronChartData *data);
char        *patron_chart_write_extremes (const PatronChart *self,
                                          const PatronChartData *data);
char        *patron_chart_describe_course (const PatronChart *self,
                                           const PatronChartData *data);
gboolean     patron_chart_point_counts   (const PatronChartPoints *points,
                                          gsize              i);

/* patron-chart-leaders.c */
char        *patron_chart_write_leaders  (const PatronChart *self,
                                          const PatronChartData *data);

/* patron-plot.c */
void         patron_plot_begin           (PatronPlot        *self);
void         patron_plot_add_header      (PatronPlot        *self,
                                          gboolean           legend);
void         patron_plot_add_empty       (PatronPlot        *self);
PatronScene *patron_plot_end             (PatronPlot        *self);
void         patron_plot_add_remark      (PatronPlot        *self,
                                          const char        *remark);
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
void         patron_plot_explain        (PatronPlot        *self,
                                          guint8             mark);
const char  *patron_plot_signal_name     (PatronTone         tone);
PatronMarker patron_plot_signal_marker   (PatronTone         tone);

/* patron-plot-axis-values.c */
void         patron_plot_set_values      (PatronPlot        *self,
                                          double             min,
                                          double             max);
void         patron_plot_begin_values_below (PatronPlot     *self,
                                             double          min);
void         patron_plot_set_values_below (PatronPlot       *self,
                                           double            min,
                                           double            max);
void         patron_plot_set_numbers     (PatronPlot        *self,
                                          double             min,
                                          double             max);

/* patron-plot-axis-dates.c */
void         patron_plot_set_dates       (PatronPlot        *self,
                                          double             min,
                                          double             max,
                                          double             spacing);

/* patron-plot-axis-categories.c */
void         patron_plot_take_categories (PatronPlot        *self,
                                          double             room,
                                          double             least);
void         patron_plot_take_weighed    (PatronPlot        *self,
                                          double             room,
                                          double             least,
                                          const double      *weights);
void         patron_plot_sort_slots      (PatronPlot        *self,
                                          const double      *weights);
void         patron_plot_set_categories  (PatronPlot        *self);
void         patron_plot_set_categories_left (PatronPlot    *self);
int          patron_plot_get_slot        (const PatronPlot  *self,
                                          double             x);
double       patron_plot_get_pitch       (const PatronPlot  *self);

/* patron-plot-axes.c */
void         patron_plot_set_scales      (PatronPlot        *self);
void         patron_plot_add_axes        (PatronPlot        *self);

/* patron-plot-points.c */
void         patron_plot_name_series     (PatronPlot        *self);
gboolean     patron_plot_is_expected     (const PatronPlot  *self,
                                          guint              series);
gboolean     patron_plot_is_small_sample (const PatronPlot  *self,
                                          const PatronChartPoints *points,
                                          gsize              i);
void         patron_plot_remark_samples  (PatronPlot        *self);
void         patron_plot_paint_mark      (PatronPlot        *self,
                                          PatronItem        *item,
                                          guint              series,
                                          gsize              i,
                                          PatronColour       colour);
void         patron_plot_add_whisker     (PatronPlot        *self,
                                          guint              series,
                                          gsize              i,
                                          const PatronScale *values,
                                          double             across);
char        *patron_plot_write_value     (const PatronPlot  *self,
                                          double             value);
PatronItem  *patron_plot_add_value       (PatronPlot        *self,
                                          guint              series,
                                          gsize              i,
                                          const char        *text,
                                          double             x,
                                          double             middle,
                                          PatronAlign        align,
                                          PatronColour       colour);
void         patron_plot_add_halo        (PatronPlot        *self,
                                          PatronItem        *item);
void         patron_plot_remark_series   (PatronPlot        *self,
                                          guint              n_shown);
char        *patron_plot_write_against   (const PatronPlot  *self,
                                          double             value,
                                          double             other,
                                          guint              series);
char        *patron_plot_write_difference (const PatronPlot *self,
                                           double            difference);
char        *patron_plot_write_category  (const PatronPlot  *self,
                                          guint              series,
                                          gsize              i);
char        *patron_plot_describe_point  (const PatronPlot  *self,
                                          guint              series,
                                          gsize              i,
                                          double             value,
                                          const char        *more);

/* patron-plot-target.c */
char        *patron_chart_write_target   (const PatronChart *self,
                                          double             value);
void         patron_plot_set_target_room (PatronPlot        *self,
                                          gboolean           lying);
void         patron_plot_add_category_target (PatronPlot    *self);

/* patron-plot-marks.c */
void         patron_plot_add_bands       (PatronPlot        *self);
void         patron_plot_set_annotations (PatronPlot        *self);
void         patron_plot_add_annotations (PatronPlot        *self);

/* patron-plot-row-notes.c */
void         patron_plot_reserve_row_notes (PatronPlot      *self,
                                            const double    *ends,
                                            double           min,
                                            double           max);
void         patron_plot_add_row_notes   (PatronPlot        *self,
                                          const double      *ends);

/* patron-chart-area.c */
PatronScene *patron_chart_layout_area    (PatronPlot        *self);

/* patron-chart-sparkline.c */
PatronScene *patron_chart_layout_sparkline (PatronPlot      *self);
/* patron-chart-bar.c */
PatronScene *patron_chart_layout_bar     (PatronPlot        *self);
PatronScene *patron_chart_layout_column  (PatronPlot        *self);
PatronScene *patron_chart_layout_lollipop (PatronPlot       *self);

/* patron-chart-experience.c */
PatronScene *patron_chart_layout_experience (PatronPlot     *self);

/* patron-chart-experience-words.c */
char        *patron_chart_write_experience (const PatronChart *self,
                                            const PatronChartData *data);
char        *patron_chart_describe_experience (const PatronChart *self,
                                               const PatronChartData *data);

/* patron-chart-multiples.c */
PatronScene *patron_chart_layout_multiples (PatronPlot      *self);

/* patron-chart-matrix.c */
PatronScene *patron_chart_layout_matrix  (PatronPlot        *self);

/* patron-chart-matrix-words.c */
char        *patron_chart_write_matrix   (const PatronChart *self,
                                          const PatronChartData *data);
char        *patron_chart_describe_matrix (const PatronChart *self,
                                           const PatronChartData *data);

/* patron-chart-histogram.c */
PatronScene *patron_chart_layout_histogram (PatronPlot      *self);

/* patron-chart-distribution.c */
PatronScene *patron_chart_layout_distribution (PatronPlot   *self);

/* patron-chart-values-words.c */
char        *patron_chart_write_histogram (const PatronChart *self,
                                           const PatronChartData *data);
char        *patron_chart_describe_histogram (const PatronChart *self,
                                              const PatronChartData *data);
char        *patron_chart_write_distribution (const PatronChart *self,
                                              const PatronChartData *data);
char        *patron_chart_describe_distribution (const PatronChart *self,
                                                 const PatronChartData *data);
/* patron-chart-dumbbell.c */
PatronScene *patron_chart_layout_dumbbell (PatronPlot       *self);

/* patron-chart-slope.c */
PatronScene *patron_chart_layout_slope   (PatronPlot        *self);
char        *patron_chart_write_slope    (const PatronChart *self,
                                          const PatronChartData *data);

/* patron-chart-pareto.c */
PatronScene *patron_chart_layout_pareto  (PatronPlot        *self);
char        *patron_chart_write_pareto   (const PatronChart *self,
                                          const PatronChartData *data);

/* patron-chart-waterfall.c */
PatronScene *patron_chart_layout_waterfall (PatronPlot      *self);
char        *patron_chart_write_waterfall (const PatronChart *self,
                                           const PatronChartData *data);

/* patron-chart-tornado.c */
PatronScene *patron_chart_layout_tornado (PatronPlot        *self);
char        *patron_chart_write_tornado  (const PatronChart *self,
                                          const PatronChartData *data);
char        *patron_chart_describe_tornado (const PatronChart *self,
                                            const PatronChartData *data);

/* patron-chart-line.c */
PatronScene *patron_chart_layout_line    (PatronPlot        *self);

/* patron-chart-bullet.c */
PatronScene *patron_chart_layout_bullet  (PatronPlot        *self);

/* patron-chart-donut.c */
PatronScene *patron_chart_layout_donut   (PatronPlot        *self);
char        *patron_chart_write_donut    (const PatronChart *self,
                                          const PatronChartData *data);

/* patron-chart-funnel.c */
PatronScene *patron_chart_layout_funnel (PatronPlot        *self);
char        *patron_chart_write_funnel (const PatronChart *self,
                                    const PatronChartData *data);

/* patron-chart-radar.c */
PatronScene *patron_chart_layout_radar (PatronPlot        *self);
char        *patron_chart_write_radar (const PatronChart *self,
                                    const PatronChartData *data);

/* patron-chart-tree.c */
PatronScene *patron_chart_layout_tree    (PatronPlot        *self);

/* patron-chart-tree-words.c */
char        *patron_chart_describe_tree  (const PatronChart *self,
                                          const PatronChartData *data);

/* patron-chart-heat-map.c */
PatronScene *patron_chart_layout_heat_map (PatronPlot        *self);
char        *patron_chart_write_heat_map (const PatronChart *self,
                                    const PatronChartData *data);

/* patron-chart-bullet-words.c */
char        *patron_chart_write_bullet   (const PatronChart *self,
                                          const PatronChartData *data);

G_END_DECLS
