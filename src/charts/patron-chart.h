/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "patron-format.h"
#include "patron-process-course.h"
#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

#define PATRON_TYPE_CHART (patron_chart_get_type ())
#define PATRON_TYPE_CHART_DATA (patron_chart_data_get_type ())

typedef enum
{
  PATRON_CHART_LINE,         /* values over dates, with their target */
  PATRON_CHART_AREA,         /* the same, filled down to zero */
  PATRON_CHART_SPARKLINE,    /* a line without axes, for cards and tables */
  PATRON_CHART_MULTIPLES,    /* a small line chart for each series */
  PATRON_CHART_BAR,          /* bars to the right */
  PATRON_CHART_COLUMN,       /* bars upwards */
  PATRON_CHART_LOLLIPOP,     /* a dot on a stem */
  PATRON_CHART_DUMBBELL,     /* two values a category, tied */
  PATRON_CHART_SLOPE,        /* from the first category to the last */
  PATRON_CHART_PARETO,       /* columns by size and their running share */
  PATRON_CHART_WATERFALL,    /* steps from one total to the next */
  PATRON_CHART_TORNADO,      /* low and high around a base */
  PATRON_CHART_HISTOGRAM,    /* how many values fall where */
  PATRON_CHART_DISTRIBUTION, /* answers per score of a scale */
  PATRON_CHART_EXPERIENCE,   /* felt against expected, along a journey */
  PATRON_CHART_MATRIX,       /* bubbles on two scales, with quadrants */
  PATRON_CHART_HEAT_MAP,     /* a colour per row and column */
  PATRON_CHART_BULLET,       /* a measure, its target and ranges */
  PATRON_CHART_FUNNEL,       /* what remains from step to step */
  PATRON_CHART_RADAR,        /* several scales around a centre */
  PATRON_CHART_DONUT,        /* two to five parts of a whole */
  PATRON_CHART_TREE,         /* what is part of what, such as goals */
} PatronChartKind;

#define PATRON_N_CHART_KINDS 22

/**
 * PatronChartShape:
 *
 * What the x of the points is.
 */
typedef enum
{
  PATRON_SHAPE_DATES,      /* days since 1970-01-01 */
  PATRON_SHAPE_CATEGORIES, /* the index of a category */
  PATRON_SHAPE_NUMBERS,    /* a number */
  PATRON_SHAPE_VALUES,     /* nothing: only how the values spread counts; the
                            * size of a point is how often it was given */
} PatronChartShape;

typedef enum
{
  PATRON_STACK_NONE,    /* series side by side */
  PATRON_STACK_SUM,     /* on top of one another */
  PATRON_STACK_PERCENT, /* as parts of 100 % */
} PatronStack;

typedef enum
{
  PATRON_LABELS_AUTO, /* values are written where there is room */
  PATRON_LABELS_SHOWN,
  PATRON_LABELS_HIDDEN,
} PatronValueLabels;

typedef enum
{
  PATRON_DIRECTION_NONE,
  PATRON_DIRECTION_UP,   /* more is better */
  PATRON_DIRECTION_DOWN, /* less is better */
} PatronDirection;

typedef enum
{
  PATRON_LEGEND_AUTO,   /* direct where it fits, else a row */
  PATRON_LEGEND_DIRECT, /* names beside the lines */
  PATRON_LEGEND_ROW,    /* names in a row above the plot */
  PATRON_LEGEND_NONE,
} PatronLegend;

typedef enum
{
  PATRON_ZERO_AUTO,  /* where it is near */
  PATRON_ZERO_SHOWN, /* always on the axis */
} PatronZero;

/**
 * PatronAverages:
 *
 * What a histogram marks beside its bars. Bits.
 */
typedef enum
{
  PATRON_AVERAGE_NONE = 0,
  PATRON_AVERAGE_MEAN = 1 << 0,
  PATRON_AVERAGE_MEDIAN = 1 << 1,
} PatronAverages;

/**
 * PatronChartAxis:
 * @title: (nullable): what the numbers are
 * @format: how they are written
 * @min: where the axis begins at the latest, or NaN
 * @max: where it ends at the earliest, or NaN
 * @zero: whether it shows zero
 * @logarithmic: whether equal distances are equal factors; it then says so.
 *   Kinds that draw values as lengths, and values that are not all above
 *   zero, do without
 * @split: where quadrants meet, or NaN for the middle; of a tornado whose two
 *   series are its ends, the base between them, or NaN for zero
 */
typedef struct
{
  char *title;
  PatronFormat format;
  double min;
  double max;
  PatronZero zero;
  gboolean logarithmic;
  double split;
} PatronChartAxis;

/**
 * PatronChartSeries:
 * @name: (nullable): its name
 * @colour: its colour of the theme, or -1 for the one of its place
 * @expected: whether it is what the series before it is held against: what
 *   was expected, a plan, the year before; drawn dashed and without fill
 */
typedef struct
{
  char *name;
  int colour;
  gboolean expected;
} PatronChartSeries;

/**
 * PatronChartTarget:
 * @from: the x from which it holds; -INFINITY for from the beginning
 * @value: the target; NaN where there is none from here on
 */
typedef struct
{
  double from;
  double value;
} PatronChartTarget;

/**
 * PatronChartAnnotation:
 * @x: where
 * @text: what happened
 * @record: the record that says so, or 0
 */
typedef struct
{
  double x;
  char *text;
  gint64 record;
} PatronChartAnnotation;

/**
 * PatronChartBand:
 * @across: whether the band is a range of values, rather than of x
 * @from: where it begins; -INFINITY for the edge
 * @to: where it ends; INFINITY for the edge
 * @label: (nullable): what it means
 * @tone: how it is tinted
 */
typedef struct
{
  gboolean across;
  double from;
  double to;
  char *label;
  PatronTone tone;
} PatronChartBand;

/**
 * PatronChartLimits:
 * @from: the x from which they hold; -INFINITY for from the beginning
 * @lower: the lower process limit, or NaN
 * @centre: the mean; NaN where there are no limits from here on
 * @upper: the upper process limit, or NaN
 */
typedef struct
{
  double from;
  double lower;
  double centre;
  double upper;
} PatronChartLimits;

/**
 * PatronChart:
 * @kind: what is drawn
 * @title: (nullable): the finding in words; see patron_chart_write_finding()
 * @subtitle: (nullable): what is shown: measure, unit, whom, when
 * @note: (nullable): source and remarks, in small print
 * @alt_text: (nullable): the message in words; written from the data where
 *   there is none
 * @empty_text: (nullable): what stands in place of a plot without values
 * @x: the dates
 * @y: the values
 * @series: (element-type PatronChartSeries): the series, in the order of data
 * @targets: (element-type PatronChartTarget): the target, by rising @from
 * @aim: the target that a finding is held against; NaN for the one that
 *   holds at the last value
 * @target_label: (nullable): its name; "Target" where there is none
 * @annotations: (element-type PatronChartAnnotation): events
 * @bands: (element-type PatronChartBand): ranges behind the plot
 * @limits: (element-type PatronChartLimits): process limits, by rising @from
 * @quadrants: (nullable): names of the quarters of a matrix: top left, top
 *   right, bottom left, bottom right
 * @tones: (nullable): what the tones of the points of a tree mean, such as
 *   "On track"; of each %NULL where it means nothing
 * @direction: what is better
 * @course: where its only line went, where somebody knows more of its limits
 *   than the values tell
 * @legend: where the series are named
 * @stack: how the series of bars, columns and areas stand to each other
 * @value_labels: whether values are written beside the marks
 * @averages: what a histogram marks
 * @least_samples: values that rest on fewer answers are drawn hollow, which
 *   the small print says; 0 for none. 30 unless set
 *
 * What a chart shows, without the numbers, colours or sizes.
 */
typedef struct
{
  PatronChartKind kind;
  char *title;
  char *subtitle;
  char *note;
  char *alt_text;
  char *empty_text;
  PatronChartAxis x;
  PatronChartAxis y;
  GArray *series;
  GArray *targets;
  double aim;
  char *target_label;
  GArray *annotations;
  GArray *bands;
  GArray *limits;
  char *quadrants[4];
  char *tones[PATRON_N_TONES];
  PatronDirection direction;
  PatronCourse course;
  PatronLegend legend;
  PatronStack stack;
  PatronValueLabels value_labels;
  PatronAverages averages;
  double least_samples;
} PatronChart;

/**
 * PatronPointMark:
 *
 * What is special about a point. Bits, on top of which a #PatronTone may
 * stand: see PATRON_POINT_TONE().
 */
typedef enum
{
  PATRON_POINT_PLAIN = 0,
  PATRON_POINT_TONE_MASK = 0x0f,
  PATRON_POINT_SIGNAL = 1 << 4,   /* stands out by a rule; its tone says how */
  PATRON_POINT_EXCLUDED = 1 << 5, /* shown, but left out of what is computed */
  PATRON_POINT_TOTAL = 1 << 6,    /* of a waterfall: a level, not a step */
  PATRON_POINT_FORECAST = 1 << 7, /* not measured yet */
} PatronPointMark;

#define PATRON_POINT_TONE(mark) ((PatronTone) ((mark) & PATRON_POINT_TONE_MASK))

/**
 * PatronChartPoints:
 * @x: (array length=n): days since 1970-01-01, the index of a category or a
 *   number, as the shape of the kind says
 * @y: (array length=n): values; NaN is a gap
 * @low: (array length=n) (nullable): where the interval of a value begins
 * @high: (array length=n) (nullable): where it ends
 * @size: (array length=n) (nullable): what the area of a bubble stands for
 * @samples: (array length=n) (nullable): how many answers a value rests on;
 *   NaN where that is unknown
 * @marks: (array length=n) (nullable): #PatronPointMark
 * @names: (array length=n) (nullable): names of single points
 * @parents: (array length=n) (nullable): of a tree, the x of the point that
 *   each is part of; NaN where it is part of none
 * @details: (array length=n) (nullable): what else is said of single points
 * @records: (array length=n) (nullable): the records that they show, or 0
 * @n: how many
 */
typedef struct
{
  double *x;
  double *y;
  double *low;
  double *high;
  double *size;
  double *samples;
  guint8 *marks;
  char **names;
  double *parents;
  char **details;
  gint64 *records;
  gsize n;
} PatronChartPoints;

/**
 * PatronChartData:
 * @series: (element-type PatronChartPoints): the points of each series by
 *   rising x
 * @categories: (element-type utf8): the names that x counts
 */
typedef struct
{
  GArray *series;
  GPtrArray *categories;
} PatronChartData;

GType            patron_chart_get_type        (void) G_GNUC_CONST;
PatronChart     *patron_chart_new             (PatronChartKind        kind);
PatronChart     *patron_chart_copy            (const PatronChart     *self);
void             patron_chart_free            (PatronChart           *self);
void             patron_chart_set_title       (PatronChart           *self,
                                               const char            *title);
void             patron_chart_set_subtitle    (PatronChart           *self,
                                               const char            *subtitle);
void             patron_chart_set_note        (PatronChart           *self,
                                               const char            *note);
void             patron_chart_set_alt_text    (PatronChart           *self,
                                               const char            *alt_text);
void             patron_chart_set_empty_text  (PatronChart           *self,
                                               const char            *text);
void             patron_chart_set_target_label (PatronChart          *self,
                                                const char           *label);
void             patron_chart_add_series      (PatronChart           *self,
                                               const char            *name);
void             patron_chart_add_target      (PatronChart           *self,
                                               double                 from,
                                               double                 value);
void             patron_chart_add_annotation  (PatronChart           *self,
                                               double                 x,
                                               const char            *text,
                                               gint64                 record);
void             patron_chart_add_band        (PatronChart           *self,
                                               gboolean               across,
                                               double                 from,
                                               double                 to,
                                               const char            *label,
                                               PatronTone             tone);
void             patron_chart_add_limits       (PatronChart           *self,
                                                double                 from,
                                                double                 lower,
                                                double                 centre,
                                                double                 upper);
void             patron_chart_set_quadrants    (PatronChart           *self,
                                                const char            *top_left,
                                                const char            *top_right,
                                                const char            *bottom_left,
                                                const char            *bottom_right);
void             patron_chart_set_tone_label   (PatronChart           *self,
                                                PatronTone             tone,
                                                const char            *label);
double           patron_chart_get_target_at   (const PatronChart     *self,
                                               double                 x);

GType            patron_chart_data_get_type   (void) G_GNUC_CONST;
PatronChartData *patron_chart_data_new        (void);
PatronChartData *patron_chart_data_copy       (const PatronChartData *self);
void             patron_chart_data_free       (PatronChartData       *self);
void             patron_chart_data_add        (PatronChartData       *self,
                                               const double          *x,
                                               const double          *y,
                                               gsize                  n);
void             patron_chart_data_take       (PatronChartData       *self,
                                               double                *x,
                                               double                *y,
                                               gsize                  n);
void             patron_chart_data_add_points (PatronChartData       *self,
                                               const PatronChartPoints *points);
void             patron_chart_data_add_category (PatronChartData     *self,
                                                 const char          *name);
guint            patron_chart_data_count_categories (
                                               const PatronChartData *self);
const char      *patron_chart_data_get_category (const PatronChartData *self,
                                                 gsize                 index);

/* patron-chart-kinds.c */
const char      *patron_chart_kind_get_id     (PatronChartKind        kind);
const char      *patron_chart_kind_get_label  (PatronChartKind        kind);
PatronChartShape patron_chart_kind_get_shape  (PatronChartKind        kind);
gboolean         patron_chart_kind_is_drawn   (PatronChartKind        kind);
gboolean         patron_chart_kind_has_notes  (PatronChartKind        kind);
gboolean         patron_chart_kind_from_id    (const char            *id,
                                               PatronChartKind       *kind);

/* patron-chart-words.c */
char            *patron_chart_write_finding   (const PatronChart     *self,
                                               const PatronChartData *data);
char            *patron_chart_write_event     (const PatronChart     *self,
                                               const PatronChartData *data,
                                               const PatronChartAnnotation *annotation);
char            *patron_chart_write_alt_text  (const PatronChart     *self,
                                               const PatronChartData *data);

/* patron-chart-layout.c */
PatronScene     *patron_chart_layout          (const PatronChart     *self,
                                               const PatronChartData *data,
                                               const PatronTheme     *theme,
                                               double                 width,
                                               double                 height,
                                               PatronMeasurer        *measurer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronChart, patron_chart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronChartData, patron_chart_data_free)

G_END_DECLS
