/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What moves a KPI that is computed from others, against limits and results
 * that are computed here once more, by hand. */

#include "insight-fixture.h"

#include <string.h>

#include "patron-kpi-sensitivity.h"
#include "patron-number.h"

#define N 24

static PatronRecord *
add_kpi (PatronDocument *document,
         const char     *name,
         const char     *unit,
         const char     *expression)
{
  g_autoptr (GError) error = NULL;
  PatronRecord *kpi = patron_document_insert (
      document, "kpi", &error, "name", name, "unit_kind", unit, "aggregation",
      "mean", "cadence", "month", "expression", expression, NULL);

  g_assert_no_error (error);
  return kpi;
}

static void
add_values (PatronDocument *document,
            PatronRecord   *kpi,
            const double   *values,
            int             n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *date
          = g_strdup_printf ("%d-%02d-01", 2024 + i / 12, i % 12 + 1);
      g_autofree char *value = patron_number_to_text (values[i]);

      insight_add (document, "measurement", kpi, "date", date, "value",
                   value);
    }
}

typedef struct
{
  double lower, mean, upper;
} Limits;

/* Wheeler's limits of an XmR chart. */
static Limits
get_limits (const double *values,
            int           n)
{
  double mean = 0, range = 0;

  for (int i = 0; i < n; i++)
    mean += values[i] / n;
  for (int i = 1; i < n; i++)
    range += fabs (values[i] - values[i - 1]) / (n - 1);
  return (Limits) { mean - 2.66 * range, mean, mean + 2.66 * range };
}

static const PatronKpiSwing *
get_swing (const PatronKpiSensitivity *self,
           guint                       index,
           const char                 *name)
{
  const PatronKpiSwing *swing
      = &g_array_index (self->swings, PatronKpiSwing, index);

  g_assert_cmpstr (patron_record_get_text (swing->input, "name"), ==, name);
  return swing;
}

static void
assert_near (double value,
             double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected,
                                  1e-9 * MAX (1, fabs (expected)));
}

/* Over random series: revenue divided by the share that leaves. */
static void
test_results (void)
{
  for (int round = 0; round < 6; round++)
    {
      PatronDocument *document = insight_document ();
      g_autoptr (PatronRecord) revenue
          = add_kpi (document, "Revenue", "money", NULL);
      g_autoptr (PatronRecord) leaving
          = add_kpi (document, "Leaving", "percent", NULL);
      g_autoptr (PatronRecord) worth
          = add_kpi (document, "Worth", "money", "12 * Revenue / Leaving");
      g_autoptr (PatronKpiSensitivity) found = NULL;
      double revenues[N], leavers[N];
      const PatronKpiSwing *first, *second;
      Limits r, l;

      for (int i = 0; i < N; i++)
        {
          revenues[i] = g_test_rand_double_range (900, 1100);
          leavers[i] = g_test_rand_double_range (0.48, 0.49);
        }
      add_values (document, revenue, revenues, N);
      add_values (document, leaving, leavers, N);
      r = get_limits (revenues, N);
      l = get_limits (leavers, N);
      found = patron_kpi_sensitivity_new (document, worth,
                                          insight_date ("2026-01-01"));
      g_assert_cmpstr (found->problem, ==, NULL);
      g_assert_cmpuint (found->swings->len, ==, 2);
      assert_near (found->base, 12 * r.mean / l.mean);
      first = get_swing (found, 0, "Revenue");
      second = get_swing (found, 1, "Leaving");
      assert_near (first->lower, r.lower);
      assert_near (first->upper, r.upper);
      assert_near (first->at_lower, 12 * r.lower / l.mean);
      assert_near (first->at_upper, 12 * r.upper / l.mean);
      /* More that leave make it less. */
      assert_near (second->at_lower, 12 * r.mean / l.lower);
      assert_near (second->at_upper, 12 * r.mean / l.upper);
      g_assert_false (first->provisional);
      insight_close (document);
    }
}

/* A share ends at 100 %, what a limit divides by nothing has no result, and
 * what is too short for limits stays where it is. */
static void
test_bounds (void)
{
  static const double kept[] = { 0.9, 1, 0.8, 1, 0.85, 1, 0.9, 0.95 };
  static const double fees[] = { 10, 20, 30, 20, 20 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) fee = add_kpi (document, "Fee", "money", NULL);
  g_autoptr (PatronRecord) share
      = add_kpi (document, "Kept", "percent", NULL);
  g_autoptr (PatronRecord) worth
      = add_kpi (document, "Worth", "money", "Fee / (1 - Kept)");
  g_autoptr (PatronKpiSensitivity) found = NULL;
  const PatronKpiSwing *swing;
  double lower = get_limits (kept, 8).lower;

  insight_set (document, share, "largest", "1");
  add_values (document, share, kept, 8);
  found = patron_kpi_sensitivity_new (document, worth, 20000);
  g_assert_cmpstr (found->problem, ==, "“Fee” has no values yet");
  g_assert_true (isnan (found->base));
  g_clear_pointer (&found, patron_kpi_sensitivity_free);

  add_values (document, fee, fees, 5);
  found = patron_kpi_sensitivity_new (document, worth, 20000);
  g_assert_cmpstr (found->problem, ==, NULL);
  swing = get_swing (found, 0, "Kept");
  g_assert_true (swing->provisional);
  g_assert_cmpfloat (swing->upper, ==, 1);
  g_assert_true (isnan (swing->at_upper));
  assert_near (swing->at_lower, 20 / (1 - lower));
  swing = get_swing (found, 1, "Fee");
  g_assert_true (swing->held);
  g_assert_cmpuint (swing->n, ==, 5);
  g_assert_cmpfloat (swing->centre, ==, 20);
  g_assert_true (isnan (swing->at_lower) && isnan (swing->at_upper));
  insight_close (document);
}

/* What has changed for good moves within the limits that it has since. */
static void
test_changed (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) fee = add_kpi (document, "Fee", "money", NULL);
  g_autoptr (PatronRecord) year
      = add_kpi (document, "Year", "money", "12 * Fee");
  g_autoptr (PatronKpiSensitivity) found = NULL;
  const PatronKpiSwing *swing;
  double fees[N];
  int first;
  Limits limits;

  for (int i = 0; i < N; i++)
    fees[i] = (i < 14 ? 100 : 200) + (i % 3) - i % 2;
  add_values (document, fee, fees, N);
  found = patron_kpi_sensitivity_new (document, year,
                                      insight_date ("2026-01-01"));
  swing = get_swing (found, 0, "Fee");
  g_assert_cmpint (swing->since, !=, 0);
  for (first = 0; first < N; first++)
    {
      g_autofree char *date
          = g_strdup_printf ("%d-%02d-01", 2024 + first / 12, first % 12 + 1);

      if (insight_date (date) == swing->since)
        break;
    }
  g_assert_cmpint (first, ==, 14);
  limits = get_limits (fees + first, N - first);
  assert_near (swing->lower, limits.lower);
  assert_near (swing->at_upper, 12 * limits.upper);
  g_assert_true (swing->provisional);
  insight_close (document);
}

/* What is measured, or computed wrongly, says so. */
static void
test_problems (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) wrong
      = add_kpi (document, "Wrong", "number", "Nothing + 1");
  g_autoptr (PatronRecord) alone = add_kpi (document, "Alone", "number", "7");
  g_autoptr (PatronKpiSensitivity) found
      = patron_kpi_sensitivity_new (document, wrong, 20000);

  g_assert_cmpstr (found->problem, ==, "There is no KPI “Nothing”");
  g_clear_pointer (&found, patron_kpi_sensitivity_free);
  found = patron_kpi_sensitivity_new (document, alone, 20000);
  g_assert_cmpuint (found->swings->len, ==, 0);
  insight_close (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/kpi-sensitivity/results", test_results);
  g_test_add_func ("/insight/kpi-sensitivity/bounds", test_bounds);
  g_test_add_func ("/insight/kpi-sensitivity/changed", test_changed);
  g_test_add_func ("/insight/kpi-sensitivity/problems", test_problems);
  return g_test_run ();
}
