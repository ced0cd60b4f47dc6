/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-private.h"

G_BEGIN_DECLS

/**
 * PatronBar:
 * @point: the point of the series, or -1 where it has none here
 * @value: what it is drawn and labelled as
 * @from: where it begins on the value axis
 * @to: where it ends there
 * @fill: what it was filled with
 */
typedef struct
{
  gssize point;
  double value;
  double from;
  double to;
  PatronColour fill;
} PatronBar;

/**
 * PatronBars:
 * @lying: whether the values run to the right
 * @stems: whether dots on stems stand for bars
 * @stack: how the series stand to each other
 * @bars: (array length=n_slots * n_series): of one category after the other
 * @above: (array length=n_slots): where stacks end above zero
 * @below: (array length=n_slots): where they end below
 * @min: the least value on the axis
 * @max: the largest
 * @labelled: whether values are written at the ends of the bars
 * @thickness: px of one bar
 * @names: px of the names beside the last column; 0 where they are in a row
 */
typedef struct
{
  PatronPlot *plot;
  gboolean lying;
  gboolean stems;
  PatronStack stack;
  guint n_series;
  PatronBar *bars;
  double *above;
  double *below;
  double min;
  double max;
  gboolean labelled;
  double thickness;
  double names;
} PatronBars;

static inline PatronBar *
patron_bars_at (const PatronBars *self,
                guint             slot,
                guint             series)
{
  return &self->bars[(gsize) slot * self->n_series + series];
}

/* patron-chart-bar.c */
double    patron_bars_get_across (const PatronBars *self,
                                  guint             slot,
                                  guint             series);
PatronBox patron_bars_get_box    (const PatronBars *self,
                                  guint             slot,
                                  guint             series);

static inline guint8
patron_bars_get_mark (const PatronBars *self,
                      guint             slot,
                      guint             series)
{
  const PatronChartPoints *points = &g_array_index (
    self->plot->data->series, PatronChartPoints, series);
  gssize point = patron_bars_at (self, slot, series)->point;

  return point >= 0 && points->marks != NULL ? points->marks[point] : 0;
}

static inline gboolean
patron_bars_is_signal (const PatronBars *self,
                       guint             slot,
                       guint             series)
{
  return (patron_bars_get_mark (self, slot, series) & PATRON_POINT_SIGNAL)
         != 0 && self->stack == PATRON_STACK_NONE;
}

/* patron-chart-bar-draw.c */
void      patron_bars_draw       (PatronBars       *self);
void      patron_bars_add_spots  (PatronBars       *self);

/* patron-chart-bar-names.c */
void      patron_bars_plan_names    (PatronBars    *self);
void      patron_bars_reserve_names (PatronBars    *self);
void      patron_bars_add_names     (PatronBars    *self);

/* patron-chart-bar-labels.c */
void      patron_bars_plan_labels (PatronBars      *self);
void      patron_bars_add_labels  (PatronBars      *self);

G_END_DECLS
