/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight-fixture.h"

#include "patron-kpi-series.h"

static void
assert_near (double value,
             double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-12);
}

/* Several values of one date become one by the rule of the KPI; one that is
 * left out has no part in it. */
static void
test_aggregation (void)
{
  static const struct
  {
    const char *rule;
    double expected;
  } cases[] = {
    { "mean", (0.5 + 0.2 + 0.9) / 3 },
    { "sum", 0.5 + 0.2 + 0.9 },
    { "median", 0.5 },
    { "last", 0.9 },
    { "ratio", (1.0 + 20 + 9) / (2 + 100 + 10) },
  };
  PatronDocument *document = insight_document ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronRecord) kpi
          = insight_kpi (document, "aggregation", cases[i].rule);
      g_autoptr (PatronKpiSeries) series = NULL;

      insight_add (document, "measurement", kpi, "date", "2024-03-05",
                   "numerator", "1", "denominator", "2");
      insight_add (document, "measurement", kpi, "date", "2024-03-05",
                   "value", "1000", "excluded", "true");
      insight_add (document, "measurement", kpi, "date", "2024-03-05",
                   "numerator", "20", "denominator", "100");
      insight_add (document, "measurement", kpi, "date", "2024-03-05",
                   "numerator", "9", "denominator", "10", "sample_size",
                   "10");
      series = patron_kpi_series_new (document, kpi);
      g_assert_cmpuint (series->n, ==, 1);
      g_assert_cmpuint (series->n_measurements, ==, 4);
      g_assert_cmpuint (series->counts[0], ==, 4);
      g_assert_false (series->excluded[0]);
      assert_near (series->values[0], cases[i].expected);
    }
  insight_close (document);
}

/* What is left out keeps its place and its value, but is not judged. */
static void
test_excluded (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "unit_kind", "percent");
  g_autoptr (PatronKpiSeries) series = NULL;

  insight_add (document, "measurement", kpi, "date", "2024-02-01", "value",
               "0.4", "excluded", "true");
  insight_add (document, "measurement", kpi, "date", "2024-01-01",
               "numerator", "30", "denominator", "40");
  insight_add (document, "measurement", kpi, "date", "2024-03-01", "note",
               "nobody counted");
  series = patron_kpi_series_new (document, kpi);
  g_assert_cmpuint (series->n, ==, 3);
  g_assert_cmpint (series->dates[0], ==, insight_date ("2024-01-01"));
  assert_near (series->values[0], 0.75);
  assert_near (series->samples[0], 40);
  g_assert_true (series->excluded[1]);
  g_assert_true (isnan (series->values[1]));
  assert_near (series->measured[1], 0.4);
  g_assert_false (series->excluded[2]);
  g_assert_true (isnan (series->values[2]));
  g_assert_cmpint (patron_kpi_series_find (
                       series, insight_date ("2024-02-29")), ==, 1);
  g_assert_cmpint (patron_kpi_series_find (
                       series, insight_date ("2023-12-31")), ==, -1);
  insight_close (document);
}

/* Missing months are gaps; weekends, and a KPI that is said to be measured
 * more often than it is, are not. */
static void
test_gaps (void)
{
  static const double months[] = { 1, 2, NAN, NAN, 3, 4 };
  static const char *const days[] = {
    "2024-03-07", "2024-03-08", "2024-03-11", "2024-03-12", "2024-03-18",
  };
  static const guint missing_days[] = { 0, 0, 0, 0, 5 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) monthly = insight_kpi (document, "cadence", "month");
  g_autoptr (PatronRecord) daily = insight_kpi (document, "cadence", "day");
  g_autoptr (PatronRecord) rare = insight_kpi (document, "cadence", "week");
  g_autoptr (PatronKpiSeries) of_months = NULL;
  g_autoptr (PatronKpiSeries) of_days = NULL;
  g_autoptr (PatronKpiSeries) of_quarters = NULL;

  insight_add_months (document, monthly, 2024, months, G_N_ELEMENTS (months));
  of_months = patron_kpi_series_new (document, monthly);
  g_assert_cmpuint (of_months->n, ==, 4);
  g_assert_cmpuint (of_months->missing[1], ==, 0);
  g_assert_cmpuint (of_months->missing[2], ==, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    insight_add (document, "measurement", daily, "date", days[i], "value",
                 "1");
  of_days = patron_kpi_series_new (document, daily);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpuint (of_days->missing[i], ==, missing_days[i]);

  insight_add (document, "measurement", rare, "date", "2024-01-01", "value",
               "1");
  insight_add (document, "measurement", rare, "date", "2024-04-01", "value",
               "1");
  insight_add (document, "measurement", rare, "date", "2024-07-01", "value",
               "1");
  of_quarters = patron_kpi_series_new (document, rare);
  g_assert_cmpuint (of_quarters->missing[1], ==, 0);
  g_assert_cmpuint (of_quarters->missing[2], ==, 0);
  insight_close (document);
}

static void
test_targets (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "direction", "up");
  g_autoptr (PatronKpiSeries) series = NULL;

  insight_add (document, "target", kpi, "starts", "2024-06-01", "value", "9",
               "kind", "increase_to");
  insight_add (document, "target", kpi, "starts", "2024-01-01", "value", "7");
  series = patron_kpi_series_new (document, kpi);
  g_assert_null (patron_kpi_series_get_target (
      series, insight_date ("2023-12-31")));
  assert_near (patron_kpi_series_get_target (
                   series, insight_date ("2024-05-31"))->value, 7);
  assert_near (patron_kpi_series_get_target (
                   series, insight_date ("2024-06-01"))->value, 9);
  g_assert_cmpstr (patron_kpi_series_get_target (
                       series, insight_date ("2025-01-01"))->kind, ==,
                   "increase_to");
  insight_close (document);
}

/* Very many measurements are read as one. */
static void
test_many (void)
{
  const int n = 100000;
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "cadence", "day");
  const PatronEntity *entity
      = patron_registry_lookup (patron_registry_get_default (), "measurement");
  PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (PatronKpiSeries) series = NULL;
  g_autoptr (GError) error = NULL;
  PatronBulk *bulk;

  g_assert_true (patron_document_begin (document, "Import", &error));
  bulk = patron_bulk_begin (document, "measurement", &error);
  g_assert_no_error (error);
  patron_value_set_integer (
      &values[patron_entity_find_field (entity, "kpi")],
      patron_record_get_id (kpi));
  for (int i = 0; i < n; i++)
    {
      patron_value_set_integer (
          &values[patron_entity_find_field (entity, "date")], i / 4);
      patron_value_set_real (
          &values[patron_entity_find_field (entity, "value")], i);
      g_assert_true (patron_bulk_add (bulk, values, &error));
    }
  g_assert_true (patron_bulk_end (bulk, &error));
  g_assert_true (patron_document_end (document, &error));
  g_assert_no_error (error);

  series = patron_kpi_series_new (document, kpi);
  g_assert_cmpuint (series->n, ==, n / 4);
  g_assert_cmpuint (series->n_measurements, ==, n);
  assert_near (series->values[1000], 4001.5);
  g_assert_cmpuint (series->counts[1000], ==, 4);
  g_free (values);
  insight_close (document);
}

static void
test_computed (void)
{
  static const double values[] = { 1, NAN, 3 };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) kpi = insight_kpi (document, "cadence", "month");
  gint64 dates[] = { insight_date ("2024-01-31"), insight_date ("2024-02-29"),
                     insight_date ("2024-05-31") };
  g_autoptr (PatronKpiSeries) series
      = patron_kpi_series_new_from (document, kpi, dates, values, NULL, 3);

  g_assert_cmpuint (series->n, ==, 3);
  g_assert_cmpuint (series->missing[2], ==, 2);
  g_assert_true (isnan (series->samples[0]));
  g_assert_cmpint (patron_cadence_add (PATRON_CADENCE_MONTH, dates[0], 1),
                   ==, dates[1]);
  g_assert_cmpint (patron_cadence_add (PATRON_CADENCE_YEAR, dates[1], -1),
                   ==, insight_date ("2023-02-28"));
  g_assert_cmpint (patron_cadence_add (PATRON_CADENCE_QUARTER,
                                       insight_date ("2024-01-15"), -1),
                   ==, insight_date ("2023-10-15"));
  insight_close (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kpi-series/aggregation", test_aggregation);
  g_test_add_func ("/kpi-series/excluded", test_excluded);
  g_test_add_func ("/kpi-series/gaps", test_gaps);
  g_test_add_func ("/kpi-series/targets", test_targets);
  g_test_add_func ("/kpi-series/many", test_many);
  g_test_add_func ("/kpi-series/computed", test_computed);
  return g_test_run ();
}
