/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "patron-format.h"
#include "patron-scene.h"
#include "patron-theme.h"

G_BEGIN_DECLS

#define PATRON_TYPE_CHART (patron_chart_get_type ())
#define PATRON_TYPE_CHART_DATA (patron_chart_data_get_type ())

typedef enum
{
  PATRON_CHART_LINE, /* values over dates, with their target */
} PatronChartKind;

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
 * PatronChartAxis:
 * @title: (nullable): what the numbers are
 * @format: how they are written
 * @min: where the axis begins at the latest, or NaN
 * @max: where it ends at the earliest, or NaN
 * @zero: whether it shows zero
 */
typedef struct
{
  char *title;
  PatronFormat format;
  double min;
  double max;
  PatronZero zero;
} PatronChartAxis;

/**
 * PatronChartSeries:
 * @name: (nullable): its name
 * @colour: its colour of the theme, or -1 for the one of its place
 */
typedef struct
{
  char *name;
  int colour;
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
 * @target_label: (nullable): its name; "Target" where there is none
 * @annotations: (element-type PatronChartAnnotation): events
 * @bands: (element-type PatronChartBand): ranges behind the plot
 * @direction: what is better
 * @legend: where the series are named
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
  char *target_label;
  GArray *annotations;
  GArray *bands;
  PatronDirection direction;
  PatronLegend legend;
} PatronChart;

/**
 * PatronChartPoints:
 * @x: (array length=n): days since 1970-01-01
 * @y: (array length=n): values; NaN is a gap
 * @n: how many
 */
typedef struct
{
  double *x;
  double *y;
  gsize n;
} PatronChartPoints;

/**
 * PatronChartData:
 * @series: (element-type PatronChartPoints): the points of each series by
 *   rising x
 */
typedef struct
{
  GArray *series;
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

/* patron-chart-words.c */
char            *patron_chart_write_finding   (const PatronChart     *self,
                                               const PatronChartData *data);
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
