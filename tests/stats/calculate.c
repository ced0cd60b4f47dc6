/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Computes what the lines of the standard input ask for, so that
 * check-stats.py can compare it with what it computes itself. */

#include "patron-forecast.h"
#include "patron-process-series.h"
#include "patron-scores.h"

#include <stdio.h>
#include <stdlib.h>

static void
print_numbers (const double *numbers,
               guint         n)
{
  for (guint i = 0; i < n; i++)
    printf ("%.17g%c", numbers[i], i + 1 < n ? ' ' : '\n');
}

static guint64
get_count (char  **words,
           guint   index)
{
  return g_ascii_strtoull (words[index], NULL, 10);
}

static void
print_nps (char **words)
{
  PatronNps a, b;
  PatronDifference difference;

  patron_nps (get_count (words, 1), get_count (words, 2),
              get_count (words, 3), &a);
  patron_nps (get_count (words, 4), get_count (words, 5),
              get_count (words, 6), &b);
  patron_nps_difference (&a, &b, &difference);
  print_numbers ((double[]){ a.score, a.variance, a.error, a.wald_lower,
                             a.wald_upper, a.adjusted, a.adjusted_error,
                             a.lower, a.upper, difference.value,
                             difference.lower, difference.upper },
                 12);
}

static void
print_share (char **words)
{
  PatronProportion a, b;
  PatronDifference difference;

  patron_proportion (get_count (words, 1), get_count (words, 2), &a);
  patron_proportion (get_count (words, 3), get_count (words, 4), &b);
  patron_proportion_difference (&a, &b, &difference);
  print_numbers ((double[]){ a.share, a.lower, a.upper, difference.value,
                             difference.lower, difference.upper },
                 6);
}

static void
print_ces (char **words)
{
  PatronCesKind kind = (PatronCesKind) get_count (words, 1);
  guint64 answers[8] = { 0 };
  PatronCes ces;

  for (guint i = 1; i <= 7; i++)
    answers[i] = get_count (words, 1 + i);
  patron_ces_of_answers (kind, answers, &ces);
  print_numbers ((double[]){ (double) ces.n, (double) ces.n_high,
                             (double) ces.n_middle, (double) ces.n_low,
                             ces.score, ces.lower, ces.upper },
                 7);
}

/* Limits on one line; what each value says on the next. */
static void
print_process (char **words)
{
  guint n = g_strv_length (words) - 7;
  PatronProcessBetter better = (PatronProcessBetter) get_count (words, 5);
  g_autofree double *values = g_new (double, n + 1);
  g_autofree PatronProcessPoint *points = g_new (PatronProcessPoint, n + 1);
  PatronProcess process;

  for (guint i = 0; i < n; i++)
    values[i] = g_ascii_strtod (words[7 + i], NULL);
  if (!patron_process_limits (values, n, get_count (words, 1),
                              get_count (words, 2) != 0,
                              get_count (words, 3) != 0, &process))
    {
      printf ("few\n\n");
      return;
    }
  patron_process_judge (&process, values, n,
                        (PatronProcessRules) get_count (words, 4), better,
                        points);
  print_numbers (
      (double[]){ (double) process.n, (double) process.n_used,
                  (double) process.n_screened, process.provisional,
                  patron_process_assure (&process, better,
                                         g_ascii_strtod (words[6], NULL)),
                  process.centre, process.range, process.lower,
                  process.upper, process.lower_quartile,
                  process.upper_quartile, process.range_limit },
      12);
  for (guint i = 0; i < n; i++)
    printf ("%.17g:%d:%d%c", points[i].moving_range, points[i].signals,
            points[i].type, i + 1 < n ? ' ' : '\n');
}

/* Points as x:y:season. */
typedef struct
{
  guint   n;
  double *x;
  double *y;
  guint  *season;
} Points;

static void
clear_points (Points *points)
{
  g_free (points->x);
  g_free (points->y);
  g_free (points->season);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Points, clear_points)

static void
read_points (char  **words,
             Points *points)
{
  guint n = g_strv_length (words);

  points->n = n;
  points->x = g_new (double, n + 1);
  points->y = g_new (double, n + 1);
  points->season = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", -1);

      points->x[i] = g_ascii_strtod (parts[0], NULL);
      points->y[i] = g_ascii_strtod (parts[1], NULL);
      points->season[i] = (guint) get_count (parts, 2);
    }
}

/* The lines and what each value says. */
static void
print_series (char **words)
{
  PatronProcessOptions options = {
    .median = get_count (words, 1) != 0,
    .screen = get_count (words, 2) != 0,
    .n_first = get_count (words, 3),
    .lock_from = get_count (words, 4),
    .lock_to = get_count (words, 5),
    .trended = get_count (words, 6) != 0,
    .n_seasons = (guint) get_count (words, 7),
    .rules = (PatronProcessRules) get_count (words, 8),
    .better = (PatronProcessBetter) get_count (words, 9),
    .n_rebases = get_count (words, 10),
  };
  g_autofree gsize *rebases = g_new (gsize, options.n_rebases + 1);
  g_auto (Points) points = { 0 };
  g_autoptr (PatronProcessSeries) series = NULL;

  for (guint i = 0; i < options.n_rebases; i++)
    rebases[i] = get_count (words, 11 + i);
  read_points (words + 11 + options.n_rebases, &points);
  options.rebases = rebases;
  options.x = points.x;
  options.season = points.season;
  series = patron_process_series_new (points.y, points.n, &options);
  for (guint i = 0; i < points.n; i++)
    printf ("%.17g:%.17g:%.17g:%.17g:%d:%d ", series->lines[i].centre,
            series->lines[i].lower, series->lines[i].upper,
            series->points[i].moving_range, series->points[i].signals,
            series->points[i].type);
  printf ("\n");
}

static void
print_forecast (char **words)
{
  g_auto (Points) points = { 0 };
  PatronForecast forecast;
  PatronForecastValue value;
  PatronForecastState state;

  read_points (words + 6, &points);
  patron_forecast_make (points.x, points.y, points.n, points.season,
                        (guint) get_count (words, 3),
                        (PatronForecastMethod) get_count (words, 1),
                        (PatronProcessRules) get_count (words, 2), &forecast);
  state = patron_forecast_at (&forecast, g_ascii_strtod (words[4], NULL),
                              (guint) get_count (words, 5), &value);
  print_numbers ((double[]){ state, forecast.seasonal, forecast.fit.slope,
                             forecast.fit.error, value.value, value.lower,
                             value.upper },
                 7);
}

static void
print_reach (char **words)
{
  double reach = patron_fit_get_reach (get_count (words, 1));

  print_numbers (&reach, 1);
}

int
main (void)
{
  g_autofree char *line = NULL;
  gsize size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", -1);

      if (g_str_equal (words[0], "nps"))
        print_nps (words);
      else if (g_str_equal (words[0], "share"))
        print_share (words);
      else if (g_str_equal (words[0], "ces"))
        print_ces (words);
      else if (g_str_equal (words[0], "series"))
        print_series (words);
      else if (g_str_equal (words[0], "forecast"))
        print_forecast (words);
      else if (g_str_equal (words[0], "reach"))
        print_reach (words);
      else
        print_process (words);
    }
  return EXIT_SUCCESS;
}
