/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-process.h"

#include <math.h>
#include <string.h>

#define N_MAX 64

/* To what the published numbers are rounded. */
static void
assert_rounds (double got,
               double published)
{
  g_assert_cmpfloat_with_epsilon (got, published, 0.0000501);
}

static void
test_published (void)
{
  const double values[]
      = { 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1 };
  PatronProcess process;
  PatronProcessPoint points[G_N_ELEMENTS (values)];

  g_assert_true (patron_process_limits (values, G_N_ELEMENTS (values), 0,
                                        FALSE, FALSE, &process));
  assert_rounds (process.centre, 1.9444);
  assert_rounds (process.range, 1.8824);
  assert_rounds (process.lower, -3.0626);
  assert_rounds (process.upper, 6.9515);
  assert_rounds (process.range_limit, 6.1515);
  g_assert_false (process.provisional);
  patron_process_judge (&process, values, G_N_ELEMENTS (values),
                        PATRON_PROCESS_NHS, PATRON_PROCESS_DOWN, points);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpint (points[i].type, ==,
                     i == 4 ? PATRON_PROCESS_CONCERN
                            : PATRON_PROCESS_COMMON);

  patron_process_limits (values, G_N_ELEMENTS (values), 0, FALSE, TRUE,
                         &process);
  assert_rounds (process.range, 1);
  assert_rounds (process.lower, -0.7156);
  assert_rounds (process.upper, 4.6044);
  g_assert_cmpuint (process.n_screened, ==, 2);

  patron_process_limits (values, G_N_ELEMENTS (values), 0, TRUE, FALSE,
                         &process);
  assert_rounds (process.centre, 1.5);
  assert_rounds (process.range, 1);
  assert_rounds (process.upper, 4.645);
  assert_rounds (process.range_limit, 3.865);
}

static void
test_too_few (void)
{
  const double values[] = { 1, NAN, 3, 2, INFINITY, 4, 3, 2, 5 };
  PatronProcess process;

  g_assert_false (patron_process_limits (values, 8, 5, FALSE, FALSE,
                                         &process));
  g_assert_cmpuint (process.n, ==, 6);
  g_assert_cmpuint (process.n_used, ==, 5);
  g_assert_true (isnan (process.upper));
  g_assert_false (patron_process_limits (NULL, 0, 0, FALSE, FALSE,
                                         &process));
  g_assert_true (patron_process_limits (values, 8, 0, FALSE, FALSE,
                                        &process));
  g_assert_true (process.provisional);
  g_assert_cmpint (patron_process_assure (&process, PATRON_PROCESS_UP, NAN),
                   ==, PATRON_ASSURANCE_NONE);
}

/* Judges by the limits -2.66 and 2.66 around 0; returns the signals as text,
 * a digit each. */
static void
assert_signals (PatronProcessRules  rules,
                const char         *values,
                const char         *expected)
{
  PatronProcess process = { .centre = 0,
                            .range = 1,
                            .lower = -2.66,
                            .upper = 2.66,
                            .lower_quartile = -1.33,
                            .upper_quartile = 1.33 };
  g_auto (GStrv) words = g_strsplit (values, " ", -1);
  guint n = g_strv_length (words);
  double numbers[N_MAX];
  PatronProcessPoint points[N_MAX];
  char found[N_MAX + 1] = "";

  g_assert_cmpuint (n, <=, N_MAX);
  for (guint sign = 0; sign < 2; sign++)
    {
      for (guint i = 0; i < n; i++)
        numbers[i] = g_ascii_strtod (words[i], NULL) * (sign ? -1 : 1);
      patron_process_judge (&process, numbers, n, rules,
                            PATRON_PROCESS_NEITHER, points);
      for (guint i = 0; i < n; i++)
        found[i] = (char) ('0' + points[i].signals);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_wheeler (void)
{
  /* On a limit is not outside. */
  assert_signals (PATRON_PROCESS_WHEELER, "2.66 -2.66 2.67 -2.67 0", "00110");
  /* Eight, not seven; a value on the centre breaks the run; a missing one
   * does not. */
  assert_signals (PATRON_PROCESS_WHEELER, "-1 1 1 1 1 1 1 1 -1",
                  "000000000");
  assert_signals (PATRON_PROCESS_WHEELER, "-1 1 1 1 1 1 1 1 1 -1",
                  "0222222220");
  assert_signals (PATRON_PROCESS_WHEELER, "1 1 1 1 0 1 1 1 1", "000000000");
  assert_signals (PATRON_PROCESS_WHEELER, "1 1 1 1 nan 1 1 1 1",
                  "222202222");
  /* Three of four beyond the same line, not on it, nor beyond both. */
  assert_signals (PATRON_PROCESS_WHEELER, "0 2 2 -1 2 0", "088080");
  assert_signals (PATRON_PROCESS_WHEELER, "0 1.33 2 -1 2 0", "000000");
  assert_signals (PATRON_PROCESS_WHEELER, "0 2 2 -2 -2 0", "000000");
  /* What is outside is beyond the quartile line, too. */
  assert_signals (PATRON_PROCESS_WHEELER, "0 3 2 0 2 0", "098080");
  assert_signals (PATRON_PROCESS_WHEELER, "-1 -.9 -.8 -.7 .1 .2 .3 .4",
                  "00000000");
}

static void
test_nhs (void)
{
  assert_signals (PATRON_PROCESS_NHS, "2.66 -2.66 2.67 -2.67 0", "00110");
  assert_signals (PATRON_PROCESS_NHS, "-1 1 1 1 1 1 1 -1", "00000000");
  assert_signals (PATRON_PROCESS_NHS, "-1 1 1 1 1 1 1 1 -1", "022222220");
  /* Seven that rise; equal ones end a trend. */
  assert_signals (PATRON_PROCESS_NHS, "0 -.4 -.3 -.2 .1 .2 .3 0", "00000000");
  assert_signals (PATRON_PROCESS_NHS, "0 -.4 -.3 -.2 .1 .2 .3 .4 0",
                  "044444440");
  assert_signals (PATRON_PROCESS_NHS, "0 -.4 -.3 -.2 .1 .1 .3 .4 0",
                  "000000000");
  /* Two of three beyond two thirds of the way, which is 1.7733 here, all on
   * one side; what is outside does not count. */
  assert_signals (PATRON_PROCESS_NHS, "0 1.8 1 1.8 0", "08080");
  assert_signals (PATRON_PROCESS_NHS, "0 1.7 1 1.8 0", "00000");
  assert_signals (PATRON_PROCESS_NHS, "0 1.8 -1 1.8 0", "00000");
  assert_signals (PATRON_PROCESS_NHS, "0 1.8 1 2.7 0", "00010");
  assert_signals (PATRON_PROCESS_NHS, "0 1.8 2.7 1.8 0", "08180");
}

static void
test_assurance (void)
{
  PatronProcess process = { .centre = 5, .lower = 2, .upper = 8 };
  const struct
  {
    PatronProcessBetter better;
    double              target;
    PatronAssurance     expected;
  } cases[] = {
    { PATRON_PROCESS_UP, 9, PATRON_ASSURANCE_FAIL },
    { PATRON_PROCESS_UP, 1, PATRON_ASSURANCE_PASS },
    { PATRON_PROCESS_UP, 8, PATRON_ASSURANCE_HIT_AND_MISS },
    { PATRON_PROCESS_DOWN, 9, PATRON_ASSURANCE_PASS },
    { PATRON_PROCESS_DOWN, 1, PATRON_ASSURANCE_FAIL },
    { PATRON_PROCESS_DOWN, 2, PATRON_ASSURANCE_HIT_AND_MISS },
    { PATRON_PROCESS_NEITHER, 9, PATRON_ASSURANCE_NONE },
    { PATRON_PROCESS_UP, NAN, PATRON_ASSURANCE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        patron_process_assure (&process, cases[i].better, cases[i].target),
        ==, cases[i].expected);
}

typedef struct
{
  PatronProcess      process;
  PatronProcessPoint points[N_MAX];
} Outcome;

static void
judge (const double        *values,
       gsize                n,
       guint                how,
       PatronProcessBetter  better,
       Outcome             *outcome)
{
  memset (outcome, 0, sizeof *outcome);
  g_assert_true (patron_process_limits (values, n, 0, (how & 1) != 0,
                                        (how & 2) != 0, &outcome->process));
  patron_process_judge (&outcome->process, values, n,
                        how & 4 ? PATRON_PROCESS_NHS : PATRON_PROCESS_WHEELER,
                        better, outcome->points);
}

/* The series times a and plus b has the limits times a and plus b, and the
 * same signals. */
static void
check_moved (const double *values,
             gsize         n,
             guint         how,
             double        a,
             double        b)
{
  double moved[N_MAX];
  Outcome one, other;
  double blur;

  for (gsize i = 0; i < n; i++)
    moved[i] = a * values[i] + b;
  judge (values, n, how, PATRON_PROCESS_UP, &one);
  judge (moved, n, how, a < 0 ? PATRON_PROCESS_DOWN : PATRON_PROCESS_UP,
         &other);
  blur = 1e-12 * (fabs (a) * (fabs (one.process.centre)
                              + 10 * one.process.range) + fabs (b));
  g_assert_cmpfloat_with_epsilon (other.process.centre,
                                  a * one.process.centre + b, blur);
  g_assert_cmpfloat_with_epsilon (
      other.process.upper,
      a * (a < 0 ? one.process.lower : one.process.upper) + b, blur);
  g_assert_cmpfloat_with_epsilon (other.process.range_limit,
                                  fabs (a) * one.process.range_limit, blur);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpint (other.points[i].signals, ==, one.points[i].signals);
      g_assert_cmpint (other.points[i].type, ==, one.points[i].type);
    }
}

/* Leaving a value out is as if it were not there. */
static void
check_excluded (double *values,
                gsize   n,
                guint   how,
                gsize   at)
{
  double value = values[at];
  double without[N_MAX];
  Outcome excluded, deleted;

  memcpy (without, values, at * sizeof *values);
  memcpy (without + at, values + at + 1, (n - at - 1) * sizeof *values);
  values[at] = NAN;
  judge (values, n, how, PATRON_PROCESS_UP, &excluded);
  judge (without, n - 1, how, PATRON_PROCESS_UP, &deleted);
  values[at] = value;
  g_assert_cmpuint (excluded.process.n, ==, deleted.process.n);
  g_assert_cmpfloat (excluded.process.centre, ==, deleted.process.centre);
  g_assert_cmpfloat (excluded.process.lower, ==, deleted.process.lower);
  g_assert_cmpfloat (excluded.process.upper, ==, deleted.process.upper);
  g_assert_cmpint (excluded.points[at].type, ==, PATRON_PROCESS_COMMON);
  for (gsize i = 0; i < n - 1; i++)
    {
      const PatronProcessPoint *point = &excluded.points[i + (i >= at)];

      g_assert_cmpint (point->signals, ==, deleted.points[i].signals);
      g_assert_cmpint (point->type, ==, deleted.points[i].type);
      g_assert_true (i == 0
                     || point->moving_range
                            == deleted.points[i].moving_range);
    }
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 1000; round++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 7, N_MAX);
      guint how = round % 8;
      double values[N_MAX];

      /* A walk, so that there are signals of every kind. */
      for (gsize i = 0; i < n; i++)
        values[i] = (i > 0 ? values[i - 1] * 0.7 : 0)
                    + g_rand_double_range (rand, -1, 1);
      check_moved (values, n, how, 1, g_rand_double_range (rand, -90, 90));
      check_moved (values, n, how, g_rand_double_range (rand, 0.01, 90), 0);
      check_moved (values, n, how, -1, 0);
      check_moved (values, n, how, -3, 7);
      check_excluded (values, n, how,
                      (gsize) g_rand_int_range (rand, 0, (int) n));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/process/published", test_published);
  g_test_add_func ("/stats/process/too-few", test_too_few);
  g_test_add_func ("/stats/process/wheeler", test_wheeler);
  g_test_add_func ("/stats/process/nhs", test_nhs);
  g_test_add_func ("/stats/process/assurance", test_assurance);
  g_test_add_func ("/stats/process/properties", test_properties);
  return g_test_run ();
}
