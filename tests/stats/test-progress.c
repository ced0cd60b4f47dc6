/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-progress.h"

#include <math.h>

#define EPSILON 1e-12

static void
assert_near (double value,
             double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, EPSILON);
}

/* By hand, from (value - baseline) / (target - baseline). */
static void
test_made (void)
{
  static const struct
  {
    PatronTargetKind kind;
    double baseline, target, value, progress;
  } cases[] = {
    { PATRON_TARGET_INCREASE, 0.30, 0.55, 0.51, 0.84 },
    { PATRON_TARGET_INCREASE, 0.30, 0.55, 0.25, -0.2 },
    { PATRON_TARGET_INCREASE, 0.30, 0.55, 0.60, 1.2 },
    { PATRON_TARGET_INCREASE, 5, 5, 5, NAN },
    { PATRON_TARGET_INCREASE, NAN, 5, 5, NAN },
    { PATRON_TARGET_DECREASE, 8.7, 5, 6.85, 0.5 },
    { PATRON_TARGET_DECREASE, 8.7, 5, 12.4, -1 },
    { PATRON_TARGET_STAY_ABOVE, NAN, 40, 40, 1 },
    { PATRON_TARGET_STAY_ABOVE, 10, 40, 39.9, 0 },
    { PATRON_TARGET_STAY_BELOW, NAN, 5, 5, 1 },
    { PATRON_TARGET_STAY_BELOW, NAN, 5, 5.1, 0 },
    { PATRON_TARGET_STAY_BELOW, NAN, NAN, 5.1, NAN },
    { PATRON_TARGET_STAY_ABOVE, NAN, 5, NAN, NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_near (patron_progress_made (cases[i].kind, cases[i].baseline,
                                       cases[i].target, cases[i].value),
                 cases[i].progress);
}

static void
test_kept (void)
{
  static const double values[] = { 41, 39, NAN, 40, 60 };
  gsize n;

  assert_near (patron_progress_kept (PATRON_TARGET_STAY_ABOVE, 40, values, 5,
                                     &n), 0.75);
  g_assert_cmpuint (n, ==, 4);
  assert_near (patron_progress_kept (PATRON_TARGET_STAY_BELOW, 40, values, 5,
                                     NULL), 0.5);
  assert_near (patron_progress_kept (PATRON_TARGET_STAY_BELOW, 40, values, 0,
                                     &n), NAN);
  g_assert_cmpuint (n, ==, 0);
}

/* A rise and the fall that mirrors it come equally far, in whatever unit. */
static void
test_symmetry (void)
{
  for (int i = 0; i < 1000; i++)
    {
      double baseline = g_test_rand_double_range (-100, 100);
      double target = baseline + g_test_rand_double_range (1, 100);
      double value = g_test_rand_double_range (-200, 200);
      double scale = g_test_rand_double_range (0.01, 1000);
      double shift = g_test_rand_double_range (-1000, 1000);
      double up = patron_progress_made (PATRON_TARGET_INCREASE, baseline,
                                        target, value);

      g_assert_cmpfloat_with_epsilon (
          patron_progress_made (PATRON_TARGET_DECREASE, -baseline, -target,
                                -value),
          up, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          patron_progress_made (PATRON_TARGET_INCREASE,
                                scale * baseline + shift,
                                scale * target + shift,
                                scale * value + shift),
          up, 1e-6);
      g_assert_true (patron_target_is_met (PATRON_TARGET_INCREASE, target,
                                           value)
                     == (up >= 1));
    }
}

static void
test_pace (void)
{
  static const struct
  {
    double progress, ideal;
    PatronGoalStatus status;
  } cases[] = {
    { 0.50, 0.50, PATRON_GOAL_ON_TRACK },
    { 0.475, 0.50, PATRON_GOAL_ON_TRACK },
    { 0.474, 0.50, PATRON_GOAL_NEEDS_ATTENTION },
    { 0.375, 0.50, PATRON_GOAL_NEEDS_ATTENTION },
    { 0.374, 0.50, PATRON_GOAL_OFF_TRACK },
    { -0.1, 0.50, PATRON_GOAL_OFF_TRACK },
    { 1.0, 0.01, PATRON_GOAL_ON_TRACK },
    { 0.0, 0.04, PATRON_GOAL_UNKNOWN },
    { 0.9, 1.0, PATRON_GOAL_NEEDS_ATTENTION },
    { NAN, 0.5, PATRON_GOAL_UNKNOWN },
    { 0.5, NAN, PATRON_GOAL_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (patron_progress_pace (cases[i].progress,
                                           cases[i].ideal),
                     ==, cases[i].status);
  assert_near (patron_progress_ideal (100, 200, 150), 0.5);
  assert_near (patron_progress_ideal (100, 200, 50), 0);
  assert_near (patron_progress_ideal (100, 200, 250), 1);
  assert_near (patron_progress_ideal (200, 200, 250), NAN);
}

/* One key result of 100 %, two of 0 %: 33 % (Perdoo). */
static void
test_roll_up (void)
{
  static const double published[] = { 1, 0, 0 };
  static const double equal[] = { 1, 1, 1 };
  static const double mixed[] = { -0.5, NAN, 1.4, 0.5 };
  static const double weights[] = { 1, 5, 2, 1 };
  static const double none[] = { 0, 0, 0 };
  gsize n;

  g_assert_cmpfloat_with_epsilon (
      patron_progress_roll_up (published, equal, 3, &n), 0.3333, 0.0001);
  g_assert_cmpuint (n, ==, 3);
  assert_near (patron_progress_roll_up (mixed, weights, 4, &n), 2.5 / 4);
  g_assert_cmpuint (n, ==, 3);
  assert_near (patron_progress_roll_up (published, none, 3, &n), NAN);
  g_assert_cmpuint (n, ==, 0);
  assert_near (patron_progress_roll_up (NULL, NULL, 0, NULL), NAN);
}

static void
test_weakest (void)
{
  static const PatronGoalStatus statuses[]
      = { PATRON_GOAL_ACCOMPLISHED, PATRON_GOAL_UNKNOWN,
          PATRON_GOAL_NEEDS_ATTENTION, PATRON_GOAL_ON_TRACK };

  g_assert_cmpint (patron_status_weakest (statuses, 4), ==,
                   PATRON_GOAL_NEEDS_ATTENTION);
  g_assert_cmpint (patron_status_weakest (statuses, 2), ==,
                   PATRON_GOAL_ACCOMPLISHED);
  g_assert_cmpint (patron_status_weakest (statuses, 0), ==,
                   PATRON_GOAL_UNKNOWN);
}

static void
test_confidence (void)
{
  static const PatronConfidence said[]
      = { PATRON_CONFIDENCE_ON_TRACK, PATRON_CONFIDENCE_ON_TRACK,
          PATRON_CONFIDENCE_ON_TRACK, PATRON_CONFIDENCE_NONE,
          PATRON_CONFIDENCE_AT_RISK, PATRON_CONFIDENCE_OFF_TRACK };
  PatronNetConfidence net;

  patron_net_confidence (said, 6, &net);
  g_assert_cmpuint (net.n, ==, 5);
  g_assert_cmpuint (net.n_at_risk, ==, 1);
  assert_near (net.score, 40);
  patron_net_confidence (said + 3, 1, &net);
  g_assert_cmpuint (net.n, ==, 0);
  assert_near (net.score, NAN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/progress/made", test_made);
  g_test_add_func ("/stats/progress/kept", test_kept);
  g_test_add_func ("/stats/progress/symmetry", test_symmetry);
  g_test_add_func ("/stats/progress/pace", test_pace);
  g_test_add_func ("/stats/progress/roll-up", test_roll_up);
  g_test_add_func ("/stats/progress/weakest", test_weakest);
  g_test_add_func ("/stats/progress/confidence", test_confidence);
  return g_test_run ();
}
