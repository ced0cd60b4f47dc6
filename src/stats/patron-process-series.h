/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-fit.h"
#include "patron-process.h"

G_BEGIN_DECLS

/**
 * PatronProcessOptions:
 * @rules: which patterns are signals
 * @better: which way is an improvement
 * @median: whether medians are taken in place of means
 * @screen: whether outliers are left out of the mean moving range
 * @n_first: from how many of the first values of each segment the limits
 *   come; 0 for all
 * @lock_from: the first place whose value limits come from
 * @lock_to: the place after the last one; a segment that this range reaches
 *   into has its limits from what of it lies in the range, whatever
 *   @n_first; 0 for none
 * @trended: whether the limits follow a straight line
 * @x: (array) (nullable): when each value is, for the line; the place where
 *   it is not given
 * @n_seasons: into how many seasons a year falls; 0 or 1 where the limits
 *   are alike for all
 * @season: (array) (nullable): the season of each value
 * @rebases: (array length=n_rebases) (nullable): the places, rising, at which
 *   a new segment with limits of its own begins
 * @n_rebases: how many
 *
 * How the limits of a series are made. All zeros is what Wheeler does with a
 * whole series.
 */
typedef struct
{
  PatronProcessRules   rules;
  PatronProcessBetter  better;
  gboolean             median;
  gboolean             screen;
  gsize                n_first;
  gsize                lock_from;
  gsize                lock_to;
  gboolean             trended;
  const double        *x;
  guint                n_seasons;
  const guint         *season;
  const gsize         *rebases;
  gsize                n_rebases;
} PatronProcessOptions;

/**
 * PatronProcessSegment:
 * @start: the place of its first value
 * @end: the place after its last one
 * @known: whether it has limits
 * @locked: whether these come from a part of it
 * @fitted: whether they follow @fit, a line or seasons; else they are flat
 * @fit: what they follow
 * @process: the limits; where they follow a fit, of what is left of the values
 *
 * A part of a series that has limits of its own.
 */
typedef struct
{
  gsize         start;
  gsize         end;
  gboolean      known;
  gboolean      locked;
  gboolean      fitted;
  PatronFit     fit;
  PatronProcess process;
} PatronProcessSegment;

/**
 * PatronProcessLine:
 * @centre: mean or median, or the height of the line
 * @lower: lower natural process limit
 * @upper: upper natural process limit
 *
 * The lines of a chart at one place; NaN where there are no limits.
 */
typedef struct
{
  double centre;
  double lower;
  double upper;
} PatronProcessLine;

/**
 * PatronProcessSeries:
 * @n: how many places there are
 * @points: (array length=n): what each value says; the moving range is that of
 *   what is left where limits follow a fit
 * @lines: (array length=n): the lines at each place
 * @segments: (array length=n_segments): by rising place
 * @n_segments: how many; at least one
 *
 * A process behaviour chart as figures.
 */
typedef struct
{
  gsize                 n;
  PatronProcessPoint   *points;
  PatronProcessLine    *lines;
  PatronProcessSegment *segments;
  gsize                 n_segments;
} PatronProcessSeries;

PatronProcessSeries        *patron_process_series_new         (const double               *values,
                                                               gsize                       n,
                                                               const PatronProcessOptions *options);
void                        patron_process_series_free        (PatronProcessSeries        *self);
const PatronProcessSegment *patron_process_series_get_segment (const PatronProcessSeries  *self,
                                                               gsize                       place);
PatronProcess               patron_process_series_get_limits  (const PatronProcessSeries  *self,
                                                               gsize                       place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronProcessSeries, patron_process_series_free)

G_END_DECLS
