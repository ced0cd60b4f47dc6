/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-fit.h"
#include "patron-process.h"

G_BEGIN_DECLS

/* Where a series will be if it goes on as it has. */

/* How many values a forecast needs. */
#define PATRON_FORECAST_MIN_VALUES 12

/* Among how many of the last values a signal refuses a forecast. */
#define PATRON_FORECAST_RECENT 12

/**
 * PatronForecastMethod:
 * @PATRON_FORECAST_LEAST_SQUARES: a straight line by least squares
 * @PATRON_FORECAST_THEIL_SEN: the median of all slopes, which single outliers
 *   do not move
 */
typedef enum
{
  PATRON_FORECAST_LEAST_SQUARES,
  PATRON_FORECAST_THEIL_SEN,
} PatronForecastMethod;

/**
 * PatronForecastState:
 * @PATRON_FORECAST_KNOWN: there is a forecast
 * @PATRON_FORECAST_TOO_FEW: there are fewer than
 *   %PATRON_FORECAST_MIN_VALUES, or all at one date
 * @PATRON_FORECAST_BROKEN: a recent signal says that the process is not any
 *   more what it was, so that its past does not tell its future
 * @PATRON_FORECAST_TOO_FAR: further ahead than the record reaches back, or
 *   before its last value
 *
 * Whether there is a forecast, and if not, why.
 */
typedef enum
{
  PATRON_FORECAST_KNOWN,
  PATRON_FORECAST_TOO_FEW,
  PATRON_FORECAST_BROKEN,
  PATRON_FORECAST_TOO_FAR,
} PatronForecastState;

/**
 * PatronForecast:
 * @state: whether there is a forecast
 * @method: how the line was found
 * @seasonal: whether it has a level for each season
 * @fit: the line
 * @first: x of the first value
 * @last: x of the last value
 * @broken_at: the place of the first value of the signal that refuses it
 * @signals: what that is
 *
 * A line that tells what comes, or why none does.
 */
typedef struct
{
  PatronForecastState  state;
  PatronForecastMethod method;
  gboolean             seasonal;
  PatronFit            fit;
  double               first;
  double               last;
  gsize                broken_at;
  PatronProcessSignals signals;
} PatronForecast;

/**
 * PatronForecastValue:
 * @value: the height of the line
 * @lower: below it is a new value with a probability of 2.5 %
 * @upper: above it likewise
 *
 * What is expected at one x.
 */
typedef struct
{
  double value;
  double lower;
  double upper;
} PatronForecastValue;

void                patron_forecast_make (const double         *x,
                                          const double         *y,
                                          gsize                 n,
                                          const guint          *season,
                                          guint                 n_seasons,
                                          PatronForecastMethod  method,
                                          PatronProcessRules    rules,
                                          PatronForecast       *forecast);
PatronForecastState patron_forecast_at   (const PatronForecast *forecast,
                                          double                x,
                                          guint                 season,
                                          PatronForecastValue  *value);

G_END_DECLS
