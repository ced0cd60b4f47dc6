/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-forecast.h"
#include "patron-process-course.h"

#include <math.h>
#include <string.h>

#define N_MAX 64

typedef struct
{
  gsize  n;
  double x[N_MAX];
  double y[N_MAX];
  guint  season[N_MAX];
} Points;

static PatronProcessSeries *
judge (const Points         *points,
       PatronProcessOptions *options)
{
  options->x = points->x;
  options->season = points->season;
  return patron_process_series_new (points->y, points->n, options);
}

/* A part that begins anew is as if it were alone. */
static void
test_rebase (void)
{
  double values[] = { 1, 2, 1, 3, 1, 2, 2, 9, 8, 9, 7, 9, 8, 8, 9 };
  gsize rebase = 7;
  PatronProcessOptions options = { .rebases = &rebase, .n_rebases = 1 };
  g_autoptr (PatronProcessSeries) series = patron_process_series_new (
      values, G_N_ELEMENTS (values), &options);
  PatronProcess before, after;

  patron_process_limits (values, 7, 0, FALSE, FALSE, &before);
  patron_process_limits (values + 7, 8, 0, FALSE, FALSE, &after);
  g_assert_cmpuint (series->n_segments, ==, 2);
  g_assert_cmpfloat (series->lines[6].upper, ==, before.upper);
  g_assert_cmpfloat (series->lines[7].upper, ==, after.upper);
  g_assert_true (isnan (series->points[7].moving_range));
  for (gsize i = 0; i < series->n; i++)
    g_assert_cmpint (series->points[i].signals, ==, PATRON_PROCESS_NONE);
}

/* Limits that are locked do not move with what comes later, and judge it. */
static void
test_locked (void)
{
  double values[] = { 1, 2, 1, 3, 1, 2, 2, 9, 8, 9, 7, 9, 8, 8, 9 };
  PatronProcessOptions locked = { .lock_from = 0, .lock_to = 7 };
  PatronProcessOptions first = { .n_first = 7 };
  g_autoptr (PatronProcessSeries) a = patron_process_series_new (
      values, G_N_ELEMENTS (values), &locked);
  g_autoptr (PatronProcessSeries) b = patron_process_series_new (
      values, G_N_ELEMENTS (values), &first);
  PatronProcess process;

  patron_process_limits (values, 7, 0, FALSE, FALSE, &process);
  g_assert_true (a->segments[0].locked);
  g_assert_cmpuint (a->segments[0].process.n, ==, G_N_ELEMENTS (values));
  g_assert_cmpuint (a->segments[0].process.n_used, ==, 7);
  for (gsize i = 0; i < a->n; i++)
    {
      g_assert_cmpfloat (a->lines[i].upper, ==, process.upper);
      g_assert_cmpfloat (b->lines[i].upper, ==, process.upper);
      g_assert_true ((a->points[i].signals & PATRON_PROCESS_OUTSIDE)
                     == (i >= 7 ? PATRON_PROCESS_OUTSIDE : 0));
    }
}

/* What follows its line exactly is no signal, however steep that is; nor is
 * what repeats itself each year. */
static void
test_followed (void)
{
  Points points = { .n = 24 };
  PatronProcessOptions flat = { .rules = PATRON_PROCESS_NHS };
  PatronProcessOptions trended
      = { .rules = PATRON_PROCESS_NHS, .trended = TRUE, .n_seasons = 4 };
  g_autoptr (PatronProcessSeries) without = NULL;
  g_autoptr (PatronProcessSeries) with = NULL;

  for (gsize i = 0; i < points.n; i++)
    {
      points.x[i] = 19000.0 + 91.3 * (double) i;
      points.season[i] = (guint) i % 4;
      points.y[i] = 0.1 * points.x[i] + 30.7 * (double) points.season[i];
    }
  without = judge (&points, &flat);
  g_assert_cmpint (without->points[0].signals, !=, PATRON_PROCESS_NONE);
  for (int median = 0; median < 2; median++)
    {
      g_clear_pointer (&with, patron_process_series_free);
      trended.median = median == 1;
      with = judge (&points, &trended);
      for (gsize i = 0; i < points.n; i++)
        {
          g_assert_cmpint (with->points[i].signals, ==, PATRON_PROCESS_NONE);
          g_assert_cmpfloat_with_epsilon (with->lines[i].centre,
                                          points.y[i], 1e-9);
        }
    }
  /* A season that was seen once is not known. */
  points.n = 7;
  g_clear_pointer (&with, patron_process_series_free);
  with = judge (&points, &trended);
  g_assert_false (with->segments[0].known);
  g_assert_true (isnan (with->lines[6].upper));
}

static void
fill (Points *points,
      GRand  *rand)
{
  double x = 0, y = 0;

  points->n = (gsize) g_rand_int_range (rand, 12, N_MAX);
  for (gsize i = 0; i < points->n; i++)
    {
      x += g_rand_double_range (rand, 20, 40);
      y = 0.7 * y + g_rand_double_range (rand, -1, 1);
      points->x[i] = x;
      points->y[i] = y + x / 500;
      points->season[i] = (guint) i % 3;
    }
}

static PatronProcessOptions
choose (guint round)
{
  return (PatronProcessOptions){
    .rules = round & 1 ? PATRON_PROCESS_NHS : PATRON_PROCESS_WHEELER,
    .better = PATRON_PROCESS_UP,
    .median = (round & 2) != 0,
    .trended = (round & 4) != 0,
    .n_seasons = round & 8 ? 3 : 0,
    .screen = (round & 16) != 0,
  };
}

/* The series times a and plus b has the lines times a and plus b, and the same
 * signals, turned where a is negative. */
static void
check_moved (const Points *points,
             guint         round,
             double        a,
             double        b)
{
  PatronProcessOptions options = choose (round);
  g_autoptr (PatronProcessSeries) one = judge (points, &options);
  g_autoptr (PatronProcessSeries) other = NULL;
  Points moved = *points;
  double blur = 1e-10 * (fabs (a) + fabs (b));

  for (gsize i = 0; i < points->n; i++)
    moved.y[i] = a * points->y[i] + b;
  if (a < 0)
    options.better = PATRON_PROCESS_DOWN;
  other = judge (&moved, &options);
  for (gsize i = 0; i < points->n; i++)
    {
      const PatronProcessLine *line = &one->lines[i];

      g_assert_cmpint (other->points[i].signals, ==, one->points[i].signals);
      g_assert_cmpint (other->points[i].type, ==, one->points[i].type);
      g_assert_cmpfloat_with_epsilon (other->lines[i].centre,
                                      a * line->centre + b, blur);
      g_assert_cmpfloat_with_epsilon (
          other->lines[i].upper,
          a * (a < 0 ? line->lower : line->upper) + b, blur);
    }
}

static void
check_excluded (const Points *points,
                guint         round,
                gsize         at)
{
  PatronProcessOptions options = choose (round);
  Points excluded = *points, deleted = *points;
  gsize n_after = points->n - at - 1;
  g_autoptr (PatronProcessSeries) one = NULL;
  g_autoptr (PatronProcessSeries) other = NULL;

  excluded.y[at] = NAN;
  memmove (deleted.x + at, deleted.x + at + 1, n_after * sizeof (double));
  memmove (deleted.y + at, deleted.y + at + 1, n_after * sizeof (double));
  memmove (deleted.season + at, deleted.season + at + 1,
           n_after * sizeof (guint));
  deleted.n--;
  one = judge (&excluded, &options);
  other = judge (&deleted, &options);
  for (gsize i = 0; i < deleted.n; i++)
    {
      gsize k = i + (i >= at);

      g_assert_cmpint (one->points[k].signals, ==, other->points[i].signals);
      g_assert_cmpint (one->points[k].type, ==, other->points[i].type);
      g_assert_cmpfloat (one->lines[k].upper, ==, other->lines[i].upper);
    }
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 640; round++)
    {
      Points points;

      fill (&points, rand);
      check_moved (&points, round, 1, g_rand_double_range (rand, -90, 90));
      check_moved (&points, round, g_rand_double_range (rand, 0.1, 90), 0);
      check_moved (&points, round, -1, 0);
      check_moved (&points, round, -3, 7);
      check_excluded (&points, round,
                      (gsize) g_rand_int_range (rand, 0, (int) points.n));
    }
}

static void
forecast (const Points        *points,
          PatronForecastMethod method,
          double               at,
          PatronForecastState  expected,
          PatronForecastValue *value)
{
  PatronForecast made;

  patron_forecast_make (points->x, points->y, points->n, points->season, 3,
                        method, PATRON_PROCESS_WHEELER, &made);
  g_assert_cmpint (patron_forecast_at (&made, at, 0, value), ==, expected);
}

/* A textbook regression: x 1 to 12, y x and ±1 by turns. */
static void
test_forecast (void)
{
  Points points = { .n = 12 };
  PatronForecastValue value, moved;

  for (gsize i = 0; i < points.n; i++)
    {
      points.x[i] = (double) i + 1;
      points.y[i] = (double) i + 1 + (i % 2 == 0 ? 1 : -1);
      /* No season is seen twice, so that none is used. */
      points.season[i] = i == 0 ? 1 : 0;
    }
  forecast (&points, PATRON_FORECAST_LEAST_SQUARES, 20,
            PATRON_FORECAST_KNOWN, &value);
  /* The slope is 137/143, and (12 - 36/143) is left of the squares. */
  g_assert_cmpfloat_with_epsilon (value.value,
                                  6.5 + 137.0 / 143 * 13.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (
      value.upper - value.value,
      2.2281388519862744
          * sqrt ((12 - 36.0 / 143) / 10
                  * (1 + 1.0 / 12 + 13.5 * 13.5 / 143)),
      1e-9);

  forecast (&points, PATRON_FORECAST_LEAST_SQUARES, 23.5,
            PATRON_FORECAST_TOO_FAR, &value);
  g_assert_true (isnan (value.value));
  forecast (&points, PATRON_FORECAST_LEAST_SQUARES, 12,
            PATRON_FORECAST_TOO_FAR, &value);

  /* One outlier moves the one line and not the other, and stops both. */
  forecast (&points, PATRON_FORECAST_THEIL_SEN, 20, PATRON_FORECAST_KNOWN,
            &value);
  points.y[1] = 1000;
  forecast (&points, PATRON_FORECAST_THEIL_SEN, 20, PATRON_FORECAST_BROKEN,
            &moved);
  g_assert_true (isnan (moved.value));
  points.y[1] = NAN;
  forecast (&points, PATRON_FORECAST_THEIL_SEN, 20, PATRON_FORECAST_TOO_FEW,
            &moved);
}

static PatronCourse
find_course (const double               *values,
             gsize                       n,
             const PatronProcessOptions *options)
{
  g_autoptr (PatronProcessSeries) series
      = patron_process_series_new (values, n, options);

  return patron_process_series_get_course (series, values, NULL);
}

static void
assert_course (const PatronCourse *course,
               PatronCourseKind    kind,
               double              since,
               double              before,
               double              after)
{
  g_assert_cmpint (course->kind, ==, kind);
  g_assert_cmpfloat (course->since, ==, since);
  g_assert_cmpfloat_with_epsilon (course->before, before, 1e-9);
  g_assert_cmpfloat_with_epsilon (course->after, after, 1e-9);
}

/* The first and the last value differ in all of them. */
static void
test_course (void)
{
  PatronProcessOptions options = { .rules = PATRON_PROCESS_WHEELER };
  double values[24];
  PatronCourse course;
  gsize rebase = 12;

  /* 40 and 44 in turn; five are too few. */
  for (gsize i = 0; i < 24; i++)
    values[i] = i % 2 == 0 ? 40 : 44;
  course = find_course (values, 5, &options);
  g_assert_cmpint (course.kind, ==, PATRON_COURSE_OPEN);
  course = find_course (values, 24, &options);
  assert_course (&course, PATRON_COURSE_STEADY, 0, 42, 42);

  /* New limits at the same level are no change. */
  options.rebases = &rebase;
  options.n_rebases = 1;
  course = find_course (values, 24, &options);
  assert_course (&course, PATRON_COURSE_STEADY, 12, 42, 42);
  for (gsize i = 12; i < 24; i++)
    values[i] += 20;
  course = find_course (values, 24, &options);
  assert_course (&course, PATRON_COURSE_STEP, 12, 42, 62);

  /* Without them, the values themselves tell it; one left out counts not. */
  options.n_rebases = 0;
  values[3] = NAN;
  values[23] = NAN;
  course = find_course (values, 24, &options);
  assert_course (&course, PATRON_COURSE_STEP, 12,
                 (42.0 * 12 - 44) / 11, (62.0 * 12 - 64) / 11);

  /* The limits of the first year hold all of the second for news. */
  values[3] = 44;
  values[11] = 40;
  values[23] = 64;
  options.n_first = 12;
  course = find_course (values, 24, &options);
  assert_course (&course, PATRON_COURSE_STEP, 12, 500.0 / 12, 62);
  options.n_first = 0;

  /* What came back is neither news nor steady. */
  values[22] = values[23] = 41;
  course = find_course (values, 24, &options);
  g_assert_cmpint (course.kind, ==, PATRON_COURSE_OPEN);

  /* No two levels come as near to a line as it does itself. */
  for (gsize i = 0; i < 24; i++)
    values[i] = 10 + (double) i + (i % 2 == 0 ? 0.5 : -0.5);
  course = find_course (values, 24, &options);
  g_assert_cmpint (course.kind, ==, PATRON_COURSE_SLOPE);
  g_assert_cmpfloat (course.since, ==, 0);
  g_assert_cmpfloat_with_epsilon (course.before, 10, 0.3);
  g_assert_cmpfloat_with_epsilon (course.after, 33, 0.3);
  options.trended = TRUE;
  course = find_course (values, 24, &options);
  g_assert_cmpint (course.kind, ==, PATRON_COURSE_SLOPE);
  g_assert_cmpfloat_with_epsilon (course.after, 33, 0.3);
}

/* The seasons are no change, and no part of the levels. */
static void
test_seasonal_course (void)
{
  PatronProcessOptions options
      = { .rules = PATRON_PROCESS_WHEELER, .n_seasons = 4 };
  guint season[32];
  double values[32];
  PatronCourse course;

  for (guint i = 0; i < 32; i++)
    {
      season[i] = i % 4;
      values[i] = 50 + 10.0 * season[i] + (i % 3 == 0 ? 1 : -1);
    }
  options.season = season;
  course = find_course (values, 30, &options);
  g_assert_cmpint (course.kind, ==, PATRON_COURSE_STEADY);
  g_assert_cmpfloat_with_epsilon (course.after, 65, 1.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/process-series/rebase", test_rebase);
  g_test_add_func ("/stats/process-series/locked", test_locked);
  g_test_add_func ("/stats/process-series/followed", test_followed);
  g_test_add_func ("/stats/process-series/course", test_course);
  g_test_add_func ("/stats/process-series/course/seasons",
                   test_seasonal_course);
  g_test_add_func ("/stats/process-series/properties", test_properties);
  g_test_add_func ("/stats/forecast", test_forecast);
  return g_test_run ();
}
