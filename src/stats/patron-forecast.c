/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

#include "patron-forecast.h"

#include <math.h>

#include "patron-process-series.h"

static gboolean
is_there (const double *x,
          const double *y,
          gsize         i)
{
  return isfinite (x[i]) && isfinite (y[i]);
}

/* Two full years: each season has been seen twice. */
static gboolean
has_seasons (const double *x,
             const double *y,
             const guint  *season,
             gsize         n,
             guint         n_seasons)
{
  guint counts[PATRON_FIT_MAX_SEASONS] = { 0 };

  if (season == NULL || n_seasons < 2)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (is_there (x, y, i))
      counts[season[i]]++;
  for (guint s = 0; s < n_seasons; s++)
    if (counts[s] < 2)
      return FALSE;
  return TRUE;
}

/* The rules that a changed process breaks sooner or later: a value outside
 * the limits, or many on one side of the line. */
static void
look_for_signals (const double        *x,
                  const double        *y,
                  gsize                n,
                  const guint         *season,
                  guint                n_seasons,
                  PatronProcessRules   rules,
                  PatronForecast      *forecast)
{
  PatronProcessOptions options = {
    .rules = rules,
    .median = forecast->method == PATRON_FORECAST_THEIL_SEN,
    .trended = TRUE,
    .x = x,
    .n_seasons = forecast->seasonal ? n_seasons : 0,
    .season = season,
  };
  g_autoptr (PatronProcessSeries) series
      = patron_process_series_new (y, n, &options);
  gsize n_seen = 0;

  for (gsize i = n; i-- > 0 && n_seen < PATRON_FORECAST_RECENT;)
    {
      PatronProcessSignals signals
          = series->points[i].signals
            & (PATRON_PROCESS_OUTSIDE | PATRON_PROCESS_RUN);

      if (!is_there (x, y, i))
        continue;
      n_seen++;
      if (signals != PATRON_PROCESS_NONE)
        {
          forecast->state = PATRON_FORECAST_BROKEN;
          forecast->broken_at = i;
          forecast->signals = signals;
        }
    }
}

/**
 * patron_forecast_make:
 * @x: (array length=n): when each value is, rising
 * @y: (array length=n): the values; what is not finite is missing
 * @season: (array length=n) (nullable): the season of each
 * @n_seasons: into how many seasons a year falls, at most
 *   %PATRON_FIT_MAX_SEASONS; 0 or 1 for none. They are used where each has two
 *   values, which takes two full years
 * @method: how the line is found
 * @rules: how the signals are found that refuse it
 * @forecast: (out): the line, and whether it may be used
 *
 * Fits a line (see #PatronFit) that tells how a series goes on. It may not be
 * used where one of the last %PATRON_FORECAST_RECENT values lies outside the
 * process limits around the line, or in a run on one side of it.
 */
void
patron_forecast_make (const double         *x,
                      const double         *y,
                      gsize                 n,
                      const guint          *season,
                      guint                 n_seasons,
                      PatronForecastMethod  method,
                      PatronProcessRules    rules,
                      PatronForecast       *forecast)
{
  PatronFitFlags flags = method == PATRON_FORECAST_THEIL_SEN
                             ? PATRON_FIT_ROBUST
                             : PATRON_FIT_NONE;
  gsize n_there = 0;

  *forecast = (PatronForecast){ .state = PATRON_FORECAST_TOO_FEW,
                                .method = method,
                                .first = NAN,
                                .last = NAN };
  for (gsize i = 0; i < n; i++)
    if (is_there (x, y, i))
      {
        forecast->first = n_there == 0 ? x[i] : forecast->first;
        forecast->last = x[i];
        n_there++;
      }
  forecast->seasonal = has_seasons (x, y, season, n, n_seasons);
  if (!patron_fit_line (x, y, season, n, forecast->seasonal ? n_seasons : 1,
                        flags, &forecast->fit)
      || n_there < PATRON_FORECAST_MIN_VALUES)
    return;
  forecast->state = PATRON_FORECAST_KNOWN;
  look_for_signals (x, y, n, season, n_seasons, rules, forecast);
}

/**
 * patron_forecast_at:
 * @x: when; after the last value, and no further from it than the first one is
 * @season: the season of @x; 0 where there are none
 * @value: (out): what is expected, with the interval that holds 95 % of new
 *   values: the line ± Student's t times the standard error of a new value,
 *   see patron_fit_get_error()
 *
 * Returns: whether there is a forecast; if not, @value is NaN
 */
PatronForecastState
patron_forecast_at (const PatronForecast *forecast,
                    double                x,
                    guint                 season,
                    PatronForecastValue  *value)
{
  guint own = forecast->seasonal ? season : 0;
  double reach;

  *value = (PatronForecastValue){ NAN, NAN, NAN };
  if (forecast->state != PATRON_FORECAST_KNOWN)
    return forecast->state;
  if (!(x > forecast->last)
      || x - forecast->last > forecast->last - forecast->first)
    return PATRON_FORECAST_TOO_FAR;
  reach = patron_fit_get_reach (forecast->fit.freedom)
          * patron_fit_get_error (&forecast->fit, x, own);
  value->value = patron_fit_at (&forecast->fit, x, own);
  value->lower = value->value - reach;
  value->upper = value->value + reach;
  return PATRON_FORECAST_KNOWN;
}
