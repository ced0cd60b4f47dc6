/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-scores.h"

#include <math.h>

/* To what the published numbers are rounded. */
static void
assert_rounds (double got,
               double published)
{
  g_assert_cmpfloat_with_epsilon (got, published, 0.000501);
}

static void
test_nps (void)
{
  static const struct
  {
    guint64 promoters, passives, detractors;
    double  score, error, wald_lower, wald_upper;
    double  adjusted, adjusted_error, lower, upper;
  } cases[] = {
    { 300, 200, 100, 33.333, 3.043, 27.369, 39.297, 33.167, 3.036, 27.217,
      39.118 },
    { 60, 25, 15, 45, 7.399, 30.497, 59.503, 43.689, 7.320, 29.343, 58.036 },
    { 3, 2, 1, 33.333, 30.429, -26.308, 92.974, 22.222, 24.983, -26.744,
      71.189 },
    { 10, 0, 0, 100, 0, 100, 100, 76.923, 15.010, 47.503, 100 },
    { 0, 0, 10, -100, 0, -100, -100, -76.923, 15.010, -100, -47.503 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatronNps nps;

      patron_nps (cases[i].promoters, cases[i].passives,
                  cases[i].detractors, &nps);
      assert_rounds (nps.score, cases[i].score);
      assert_rounds (nps.error, cases[i].error);
      assert_rounds (sqrt (nps.variance), cases[i].error);
      assert_rounds (nps.wald_lower, cases[i].wald_lower);
      assert_rounds (nps.wald_upper, cases[i].wald_upper);
      assert_rounds (nps.adjusted, cases[i].adjusted);
      assert_rounds (nps.adjusted_error, cases[i].adjusted_error);
      assert_rounds (nps.lower, cases[i].lower);
      assert_rounds (nps.upper, cases[i].upper);
    }
}

/* Published code has counted 6 as a passive, and those who gave no score. */
static void
test_answers (void)
{
  const guint64 answers[11] = { 1, 1, 1, 1, 1, 1, 1, 10, 10, 100, 100 };
  PatronNps nps;
  PatronProportion csat;

  patron_nps_of_answers (answers, &nps);
  g_assert_cmpuint (nps.n_detractors, ==, 7);
  g_assert_cmpuint (nps.n_passives, ==, 20);
  g_assert_cmpuint (nps.n_promoters, ==, 200);
  g_assert_cmpuint (nps.n, ==, 227);

  patron_csat_of_answers ((const guint64[6]){ 50, 10, 10, 13, 30, 44 },
                          &csat);
  g_assert_cmpuint (csat.n, ==, 107);
  g_assert_cmpuint (csat.n_hits, ==, 74);
  assert_rounds (100 * csat.share, 69.159);
  assert_rounds (100 * csat.lower, 59.871);
  assert_rounds (100 * csat.upper, 77.118);
}

static void
test_none (void)
{
  const guint64 answers[11] = { 0 };
  PatronNps nps;
  PatronProportion csat;
  PatronCes ces;

  patron_nps_of_answers (answers, &nps);
  g_assert_true (isnan (nps.score) && isnan (nps.lower) && isnan (nps.upper));
  patron_csat_of_answers (answers, &csat);
  g_assert_true (isnan (csat.share) && isnan (csat.lower));
  for (int kind = 0; kind < PATRON_N_CES_KINDS; kind++)
    {
      patron_ces_of_answers ((PatronCesKind) kind, answers, &ces);
      g_assert_true (isnan (ces.score) && isnan (ces.lower));
    }

  /* None and all of few are not certain. */
  patron_proportion (0, 5, &csat);
  g_assert_true (csat.lower == 0 && csat.upper > 0.4);
  patron_proportion (5, 5, &csat);
  g_assert_true (csat.upper == 1 && csat.lower < 0.6);
}

static void
test_ces (void)
{
  /* A sum of 4,080 of 1,000 answers, as in the published example. */
  const guint64 answers[8] = { 0, 100, 110, 180, 160, 175, 155, 120 };
  double scores[PATRON_N_CES_KINDS];
  PatronCes ces;

  for (int kind = 0; kind < PATRON_N_CES_KINDS; kind++)
    {
      patron_ces_of_answers ((PatronCesKind) kind, answers, &ces);
      scores[kind] = ces.score;
      g_assert_cmpuint (ces.n_high + ces.n_middle + ces.n_low, ==, ces.n);
      g_assert_true (ces.lower < ces.score && ces.score < ces.upper);
    }
  assert_rounds (scores[PATRON_CES_AGREE], 100 * 335 / 725.0);
  assert_rounds (scores[PATRON_CES_TOP], 45);
  assert_rounds (scores[PATRON_CES_MEAN], 4.145);
  assert_rounds (scores[PATRON_CES_INDEX], 27.5 - 39);
}

static void
test_differences (void)
{
  PatronNps a, b;
  PatronProportion p, q;
  PatronDifference there, back;

  patron_nps (60, 25, 15, &a);
  patron_nps (300, 200, 100, &b);
  patron_nps_difference (&a, &b, &there);
  patron_nps_difference (&b, &a, &back);
  assert_rounds (there.value, -11.667);
  g_assert_true (there.lower < there.value && there.value < there.upper);
  g_assert_cmpfloat (there.lower, ==, -back.upper);

  /* Newcombe (1998), table II: 56/70 and 48/80 differ by 0.0524 to 0.3339,
   * and 10/10 and 0/10 by 0.6075 to 1. */
  patron_proportion (48, 80, &p);
  patron_proportion (56, 70, &q);
  patron_proportion_difference (&p, &q, &there);
  g_assert_cmpfloat_with_epsilon (there.value, 0.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (there.lower, 0.0524, 0.00006);
  g_assert_cmpfloat_with_epsilon (there.upper, 0.3339, 0.00006);
  patron_proportion (0, 10, &p);
  patron_proportion (10, 10, &q);
  patron_proportion_difference (&p, &q, &there);
  g_assert_cmpfloat_with_epsilon (there.lower, 0.6075, 0.00006);
  g_assert_cmpfloat (there.upper, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/scores/nps", test_nps);
  g_test_add_func ("/stats/scores/answers", test_answers);
  g_test_add_func ("/stats/scores/none", test_none);
  g_test_add_func ("/stats/scores/ces", test_ces);
  g_test_add_func ("/stats/scores/differences", test_differences);
  return g_test_run ();
}
