/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight-fixture.h"

#include <string.h>

#include "patron-date.h"
#include "patron-error.h"
#include "patron-kpi-expression.h"
#include "patron-kpi-judgement.h"

static PatronRecord *
add_kpi (PatronDocument *document,
         const char     *name,
         const char     *unit,
         const char     *rule,
         const char     *expression)
{
  g_autoptr (GError) error = NULL;
  PatronRecord *kpi = patron_document_insert (
      document, "kpi", &error, "name", name, "unit_kind", unit,
      "aggregation", rule, "cadence", "month", "expression", expression,
      NULL);

  g_assert_no_error (error);
  return kpi;
}

/* “2024-01=3 …” */
static char *
describe (const PatronKpiSeries *series)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < series->n; i++)
    {
      g_autofree char *date = patron_date_to_text (series->dates[i]);

      g_string_append_printf (text, "%s%.7s=%g", i > 0 ? " " : "", date,
                              series->values[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Revenue is in days, costs are in months, and clients are counted once a
 * quarter: each becomes a value of the period by its own rule, and where one
 * is missing, there is a gap. */
static void
test_periods (void)
{
  static const struct
  {
    const char *cadence;
    const char *unit;
    const char *expression;
    const char *expected;
  } cases[] = {
    { "month", "money", "{revenue} - Costs", "2024-01=20 2024-03=7 2024-05=0" },
    { "quarter", "money", "{Revenue} - {Costs}", "2024-01=39 2024-04=0" },
    { "month", "money", "Revenue - previous(Revenue)", "2024-02=-18 2024-03=5" },
    { "quarter", "money", "Revenue / Clients", "2024-01=5.9" },
    { "quarter", "number", "{Share} * 100", "2024-01=60" },
    { "month", "money", "Double + 1",
      "2024-01=61 2024-02=25 2024-03=35 2024-05=1" },
  };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) revenue
      = add_kpi (document, "Revenue", "money", "sum", NULL);
  g_autoptr (PatronRecord) costs
      = add_kpi (document, "Costs", "money", "sum", NULL);
  g_autoptr (PatronRecord) clients
      = add_kpi (document, "Clients", "number", "last", NULL);
  g_autoptr (PatronRecord) share
      = add_kpi (document, "Share", "percent", "ratio", NULL);
  g_autoptr (PatronRecord) twice G_GNUC_UNUSED
      = add_kpi (document, "Double", "money", "mean", "2 * Revenue");
  static const char *const revenues[][2] = {
    { "2024-01-05", "10" }, { "2024-01-31", "20" }, { "2024-02-29", "12" },
    { "2024-03-01", "8" },  { "2024-05-31", "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (revenues); i++)
    insight_add (document, "measurement", revenue, "date", revenues[i][0],
                 "value", revenues[i][1]);
  /* The cost of February is left out, and with it the month. */
  insight_add (document, "measurement", revenue, "date", "2024-03-09",
               "value", "9", NULL);
  insight_add (document, "measurement", costs, "date", "2024-01-01", "value",
               "10", NULL);
  insight_add (document, "measurement", costs, "date", "2024-02-01", "value",
               "500", "excluded", "true");
  insight_add (document, "measurement", costs, "date", "2024-03-01", "value",
               "10", NULL);
  insight_add (document, "measurement", costs, "date", "2024-05-01", "value",
               "0", NULL);
  insight_add (document, "measurement", clients, "date", "2024-03-31",
               "value", "10", NULL);
  insight_add (document, "measurement", share, "date", "2024-01-31",
               "numerator", "1", "denominator", "5");
  insight_add (document, "measurement", share, "date", "2024-02-29",
               "numerator", "5", "denominator", "5");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronRecord) kpi = add_kpi (
          document, "It", cases[i].unit, "mean", cases[i].expression);
      g_autoptr (PatronKpiSeries) series = NULL;
      g_autofree char *text = NULL;

      g_assert_true (patron_document_set_text (document, kpi, "cadence",
                                               cases[i].cadence, NULL));
      series = patron_kpi_series_new (document, kpi);
      text = describe (series);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpint (series->n > 0 ? series->ids[0] : 0, ==, 0);
      g_assert_true (patron_document_remove (document, kpi, NULL));
    }
  insight_close (document);
}

/* “How was this computed?” is answered with what went into it. */
static void
test_explained (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) sales
      = add_kpi (document, "Sales", "number", "sum", NULL);
  g_autoptr (PatronRecord) growth = add_kpi (
      document, "Growth", "percent", "mean", "Sales / previous(Sales) - 1");
  g_autoptr (PatronRecord) wrong
      = add_kpi (document, "Wrong", "percent", "mean", "Sales / Nothing");
  PatronRecord *const kpis[] = { growth, wrong };
  static const char *const expected[][3] = {
    { "Sales / previous(Sales) - 1", "Sales", "50" },
    { "There is no KPI “Nothing”", "", "" },
  };

  insight_add (document, "measurement", sales, "date", "2024-01-31", "value",
               "40");
  insight_add (document, "measurement", sales, "date", "2024-02-10", "value",
               "50");
  for (gsize i = 0; i < G_N_ELEMENTS (kpis); i++)
    {
      g_autoptr (PatronKpiJudgement) judgement = patron_kpi_judge (
          document, kpis[i], insight_date ("2024-03-01"));
      g_autoptr (PatronExplanation) explanation
          = patron_kpi_explain (judgement, PATRON_KPI_FIGURE_VALUE);
      g_autofree char *text = patron_explanation_to_text (explanation);

      for (gsize j = 0; j < 3; j++)
        if (strstr (text, expected[i][j]) == NULL)
          g_error ("“%s” is missing: %s", expected[i][j], text);
    }
  insight_close (document);
}

/* Cycles are named by their path, and nothing is computed around them. */
static void
test_cycles (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) a = add_kpi (document, "A", "number", "mean", NULL);
  g_autoptr (PatronRecord) b
      = add_kpi (document, "B", "number", "mean", "{A} + 1");
  g_autoptr (PatronRecord) c
      = add_kpi (document, "C", "number", "mean", "{B} * {A}");
  g_autoptr (PatronKpiSeries) series = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (patron_kpi_expression_check (document, c, "{B} * {A}",
                                              &error));
  g_assert_no_error (error);
  g_assert_false (
      patron_kpi_expression_check (document, a, "1 + {C}", &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "A → C → B → A"));
  g_clear_error (&error);
  g_assert_false (
      patron_kpi_expression_check (document, a, "previous(A)", &error));
  g_assert_nonnull (strstr (error->message, "A → A"));
  g_clear_error (&error);

  /* A merge can bring one. */
  g_assert_true (patron_document_set_text (document, a, "expression", "{C}",
                                           NULL));
  g_assert_null (patron_kpi_expression_series (document, b, NULL, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
  series = patron_kpi_series_new (document, b);
  g_assert_cmpuint (series->n, ==, 0);
  insight_close (document);
}

static void
test_units (void)
{
  static const struct
  {
    const char *expression;
    const char *unit;
    const char *wrong;
  } cases[] = {
    { "{Price} * {Part}", "money", NULL },
    { "{Price} / previous({Price}) - 1", "percent", NULL },
    { "{Price} + {Part}", "money", "money and a percentage cannot be added" },
    { "{Price} * 2", "percent", "the result is money" },
    { "{Cost}", "money", "There is no KPI “Cost”" },
    { "{Price", "money", "At character 1" },
  };
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) price G_GNUC_UNUSED
      = add_kpi (document, "Price", "money", "mean", NULL);
  g_autoptr (PatronRecord) part G_GNUC_UNUSED
      = add_kpi (document, "Part", "percent", "mean", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronRecord) kpi
          = add_kpi (document, "It", cases[i].unit, "mean", NULL);
      g_autoptr (GError) error = NULL;
      gboolean good = patron_kpi_expression_check (
          document, kpi, cases[i].expression, &error);

      g_assert_true (good == (cases[i].wrong == NULL));
      if (!good && strstr (error->message, cases[i].wrong) == NULL)
        g_error ("“%s”: %s", cases[i].expression, error->message);
    }
  insight_close (document);
}

/* A KPI may get another name: those that are computed from it follow, in the
 * step that renames it, and so does what people read. */
static void
test_rename (void)
{
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) revenue = insight_kpi (document, "cadence", "month");
  g_autoptr (PatronRecord) each = insight_kpi (document, "cadence", "month");
  const PatronField *field = patron_entity_get_field (
      patron_record_get_entity (each), "expression");
  g_autofree char *held = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (PatronKpiSeries) series = NULL;
  g_autoptr (PatronRecord) other = insight_kpi (document, "cadence", "month");
  g_autoptr (GError) error = NULL;

  insight_set (document, revenue, "name", "Revenue");
  insight_set (document, each, "name", "Each");
  insight_add (document, "measurement", revenue, "date", "2024-01-01", "value",
               "100");
  insight_set (document, each, "expression",
               "min (revenue, {Revenue}) / 1e2 - {Costs}");
  held = g_strdup_printf ("min (#%" G_GINT64_FORMAT ", {#%" G_GINT64_FORMAT
                          "}) / 1e2 - {Costs}",
                          patron_record_get_id (revenue),
                          patron_record_get_id (revenue));
  g_assert_cmpstr (patron_record_get_text (each, "expression"), ==, held);
  insight_set (document, each, "expression", "Revenue * 2");
  insight_set (document, revenue, "name", "All revenue");
  shown = patron_document_edit (document, each, field,
                                patron_record_get (each, "expression"));
  g_assert_cmpstr (shown, ==, "{All revenue} * 2");
  series = patron_kpi_series_new (document, each);
  g_assert_cmpfloat (series->values[0], ==, 200);

  /* It may be called by name before it is there. */
  g_clear_pointer (&series, patron_kpi_series_free);
  insight_set (document, each, "expression", "{later} * 3");
  insight_set (document, revenue, "name", "Later");
  g_assert_cmpstr (patron_record_get_text (each, "expression"), ==,
                   "{later} * 3");
  insight_set (document, other, "name", "Else");
  insight_set (document, revenue, "name", "Sales");
  series = patron_kpi_series_new (document, each);
  g_assert_cmpfloat (series->values[0], ==, 300);

  g_assert_null (patron_kpi_expression_series (document, each, "#1 + 2",
                                               &error));
  g_assert_nonnull (strstr (error->message, "was removed"));
  insight_close (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/kpi-expression/periods", test_periods);
  g_test_add_func ("/insight/kpi-expression/explained", test_explained);
  g_test_add_func ("/insight/kpi-expression/cycles", test_cycles);
  g_test_add_func ("/insight/kpi-expression/units", test_units);
  g_test_add_func ("/insight/kpi-expression/rename", test_rename);
  return g_test_run ();
}
