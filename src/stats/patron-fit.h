/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A straight line through a series, alike for each season or apart. */

/**
 * PatronFitFlags:
 * @PATRON_FIT_LEVEL: no trend: the line is flat
 * @PATRON_FIT_ROBUST: medians in place of means, so that single outliers do
 *   not move the line
 */
typedef enum
{
  PATRON_FIT_NONE = 0,
  PATRON_FIT_LEVEL = 1 << 0,
  PATRON_FIT_ROBUST = 1 << 1,
} PatronFitFlags;

/* The most seasons that a year can be cut into. */
#define PATRON_FIT_MAX_SEASONS 53

/**
 * PatronFitSeason:
 * @n: how many values it has
 * @middle: the mean of their x
 * @level: the height of the line there
 * @spread: the sum of the squared distances of their x from @middle
 *
 * A season of a fit.
 */
typedef struct
{
  gsize  n;
  double middle;
  double level;
  double spread;
} PatronFitSeason;

/**
 * PatronFit:
 * @flags: how it was made
 * @n: how many values it comes from
 * @n_seasons: into how many seasons they fall; 1 where there are none
 * @slope: how much a value rises while x rises by one
 * @spread: the sum of the squared distances of x from the middle of its
 *   season
 * @error: the standard deviation of the values around the line; robustly
 *   1.4826 times the median of their distances
 * @freedom: its degrees of freedom
 * @seasons: what belongs to each season
 *
 * A line, the same slope in each season, fitted by least squares, or robustly
 * by the median of the slopes of all pairs of one season (Theil 1950, Sen
 * 1968; by season: Hirsch, Slack and Smith 1982) and the median of what is
 * left. Of more than %PATRON_FIT_ALL_PAIRS values it takes only the pairs that
 * are half the season apart, which is Theil's incomplete method.
 */
typedef struct
{
  PatronFitFlags  flags;
  gsize           n;
  guint           n_seasons;
  double          slope;
  double          spread;
  double          error;
  gsize           freedom;
  PatronFitSeason seasons[PATRON_FIT_MAX_SEASONS];
} PatronFit;

#define PATRON_FIT_ALL_PAIRS 1000

gboolean patron_fit_line      (const double    *x,
                               const double    *y,
                               const guint     *season,
                               gsize            n,
                               guint            n_seasons,
                               PatronFitFlags   flags,
                               PatronFit       *fit);
double   patron_fit_at        (const PatronFit *fit,
                               double           x,
                               guint            season);
double   patron_fit_get_error (const PatronFit *fit,
                               double           x,
                               guint            season);
double   patron_fit_get_reach (gsize            freedom);

/* For the folder: the middle of @values, which are put into another order. */
double   patron_fit_median    (double          *values,
                               gsize            n);

G_END_DECLS
