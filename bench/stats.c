/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The statistics of a series of a million values, against one pass over it
 * that adds up what limits are made of. */

#include "patron-forecast.h"
#include "patron-process-series.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct
{
  gsize   n;
  double *x;
  double *y;
  guint  *season;
} Series;

static volatile double sink;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static void
fill (Series *series,
      gsize   n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  series->n = n;
  series->x = g_new (double, n);
  series->y = g_new (double, n);
  series->season = g_new (guint, n);
  for (gsize i = 0; i < n; i++)
    {
      series->x[i] = (double) i;
      series->y[i] = g_rand_double_range (rand, -1, 1)
                     + g_rand_double_range (rand, -1, 1);
      series->season[i] = (guint) (i % 12);
    }
}

static void
pass (const Series *series)
{
  double sum = 0, ranges = 0;

  for (gsize i = 0; i < series->n; i++)
    {
      sum += series->y[i];
      if (i > 0)
        ranges += fabs (series->y[i] - series->y[i - 1]);
    }
  sink = sum + ranges;
}

static void
find_limits (const Series *series,
             gboolean      median)
{
  PatronProcess process;

  patron_process_limits (series->y, series->n, 0, median, !median, &process);
  sink = process.upper;
}

static void
limits (const Series *series)
{
  find_limits (series, FALSE);
}

static void
medians (const Series *series)
{
  find_limits (series, TRUE);
}

static void
judge (const Series       *series,
       PatronProcessOptions options)
{
  g_autoptr (PatronProcessSeries) made = NULL;

  options.x = series->x;
  options.season = series->season;
  made = patron_process_series_new (series->y, series->n, &options);
  sink = made->lines[series->n / 2].upper;
}

static void
signals_wheeler (const Series *series)
{
  judge (series, (PatronProcessOptions){ .rules = PATRON_PROCESS_WHEELER });
}

static void
signals_nhs (const Series *series)
{
  judge (series, (PatronProcessOptions){ .rules = PATRON_PROCESS_NHS });
}

static void
signals_seasonal (const Series *series)
{
  judge (series,
         (PatronProcessOptions){ .trended = TRUE, .n_seasons = 12 });
}

static void
look_ahead (const Series         *series,
            PatronForecastMethod  method)
{
  PatronForecast forecast;

  patron_forecast_make (series->x, series->y, series->n, series->season, 12,
                        method, PATRON_PROCESS_WHEELER, &forecast);
  sink = forecast.fit.slope;
}

static void
least_squares (const Series *series)
{
  look_ahead (series, PATRON_FORECAST_LEAST_SQUARES);
}

static void
theil_sen (const Series *series)
{
  look_ahead (series, PATRON_FORECAST_THEIL_SEN);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (const Series *series);
  } works[] = {
    { "one pass", pass },
    { "limits", limits },
    { "limits by medians", medians },
    { "limits and signals, Wheeler", signals_wheeler },
    { "limits and signals, NHS", signals_nhs },
    { "the same with trend and seasons", signals_seasonal },
    { "forecast, least squares", least_squares },
    { "forecast, Theil-Sen", theil_sen },
  };
  Series series;
  int repeats = argc > 2 ? atoi (argv[2]) : 5;

  fill (&series, argc > 1 ? (gsize) atoll (argv[1]) : 1000000);
  for (int round = 0; round < repeats; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
      {
        double start = now ();

        works[i].run (&series);
        printf ("%s\t%.3f\n", works[i].name, now () - start);
      }
  g_free (series.x);
  g_free (series.y);
  g_free (series.season);
  return 0;
}
