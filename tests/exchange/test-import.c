/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-import.h"

#include <string.h>

#include "patron-date.h"
#include "store-fixture.h"

static PatronImport *
load (const char *table)
{
  g_autoptr (GBytes) bytes = g_bytes_new (table, strlen (table));
  g_autoptr (GError) error = NULL;
  PatronImport *import = patron_import_new_for_bytes (
      bytes, NULL, PATRON_IMPORT_HEAD_AUTO, &error);

  g_assert_no_error (error);
  return import;
}

static PatronImportPlan *
plan (PatronImport              *import,
      PatronDocument            *document,
      const PatronImportMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  PatronImportPlan *made
      = patron_import_plan (import, document, mapping, &error);

  g_assert_no_error (error);
  return made;
}

static void
apply (PatronImportPlan *planned,
       PatronDocument   *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (patron_import_plan_apply (planned, document, &error));
  g_assert_no_error (error);
}

/* "date=value …" of a KPI's measurements. */
static char *
describe (PatronDocument *document,
          const char     *kpi_name)
{
  g_autoptr (GListModel) kpis = patron_document_list (document, "kpi");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (kpis); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (kpis, i);
      g_autoptr (GListModel) list = patron_document_list_of (
          document, "measurement", "kpi", patron_record_get_id (kpi));

      if (g_strcmp0 (patron_record_get_text (kpi, "name"), kpi_name) != 0)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (PatronRecord) m = g_list_model_get_item (list, j);
          g_autofree char *date = patron_date_to_text (
              patron_record_get_integer (m, "date"));

          g_string_append_printf (text, "%s%s=%g", j > 0 ? " " : "", date,
                                  patron_record_get_number (m, "value"));
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
list_refusals (PatronImportPlan *planned)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < patron_import_plan_get_n_refusals (planned); i++)
    {
      const PatronImportRefusal *refusal
          = patron_import_plan_get_refusal (planned, i);

      g_string_append_printf (text, "%u: %s\n", refusal->row,
                              refusal->reason);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Real data: seven hospitals, three years of months, three departments. */
static void
test_emergency_waits (void)
{
  g_autofree char *path = g_test_build_filename (
      G_TEST_DIST, "exchange", "data", "emergency_waits.csv", NULL);
  g_autofree char *table = NULL;
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronImport) import = NULL;
  g_autoptr (PatronImportPlan) planned = NULL;
  g_autoptr (PatronImportPlan) again = NULL;
  g_autofree char *before = fixture_dump (document);
  g_autofree char *after = NULL;
  PatronImportMapping mapping;
  const PatronImportGroup *group;
  const PatronImportPoint *point = NULL;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  import = load (table);
  patron_import_mapping_init (&mapping);
  patron_import_suggest (import, &mapping);
  g_assert_cmpint (mapping.date, ==, 0);
  g_assert_cmpint (mapping.group, ==, 1);
  g_assert_cmpint (mapping.value, ==, 3);

  mapping.merge = PATRON_IMPORT_RATIO;
  mapping.numerator = patron_import_find_column (import, "Breaches");
  mapping.denominator = patron_import_find_column (import, "attendances");
  mapping.complement = TRUE;
  mapping.name = "Seen within four hours";
  planned = plan (import, document, &mapping);
  g_assert_cmpuint (patron_import_plan_get_n_rows (planned), ==, 667);
  g_assert_cmpuint (patron_import_plan_get_n_groups (planned), ==, 7);
  g_assert_cmpuint (patron_import_plan_get_n_points (planned), ==, 252);
  g_assert_cmpuint (patron_import_plan_get_n_new (planned), ==, 252);
  g_assert_cmpuint (patron_import_plan_get_n_refusals (planned), ==, 0);

  group = patron_import_plan_get_group (planned, 0);
  g_assert_cmpstr (group->name, ==, "Seen within four hours – RF4");
  g_assert_cmpuint (group->points->len, ==, 36);
  for (guint i = 0; i < group->points->len; i++)
    {
      point = &g_array_index (group->points, PatronImportPoint, i);
      if (point->date == patron_date_from_ymd (2017, 3, 1))
        break;
    }
  /* 2,879 + 22 + 6 breaches of 21,289 + 813 + 2,850 attendances. */
  g_assert_cmpuint (point->n_rows, ==, 3);
  g_assert_cmpfloat (point->above, ==, 24952 - 2907);
  g_assert_cmpfloat (point->below, ==, 24952);
  g_assert_cmpfloat (patron_import_plan_get_value (planned, point), ==,
                     1 - 2907.0 / 24952);

  apply (planned, document);
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, 7);
  g_assert_cmpint (patron_document_count (document, "measurement"), ==, 252);
  g_assert_cmpstr (patron_document_get_undo_label (document), ==,
                   "Import Measurements");

  /* Again: nothing new, nothing changed, nothing doubled. */
  again = plan (import, document, &mapping);
  g_assert_cmpuint (patron_import_plan_get_n_new (again), ==, 0);
  g_assert_cmpuint (patron_import_plan_get_n_changes (again), ==, 0);
  apply (again, document);
  g_assert_cmpint (patron_document_count (document, "measurement"), ==, 252);

  /* It was one step. */
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, 0);
  after = fixture_dump (document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refusals (void)
{
  static const char table[]
      = "when,site,good,all,note\n"
        "2024-01-01,N,9,10,\n"
        "2024-01-01,S,1,0,\n"
        "2024-01-32,N,9,10,\n"
        "2024-02-01,N,nine,10,\n"
        ",N,9,10,\n"
        "2024-02-01,,9,10,\n"
        "2024-02-01,N,9\n"
        "2024-02-01,N,9,10,a,b\n"
        "2024-02-01,N,9,-10,\n"
        "2024-03-01,S,0,0,\n"
        "2024-04-01,N,12,10,\n"
        "2024-05-01,N,,10,\n"
        "2024-06-01,N,\"8\"x,10,\n"
        "2024-07-01,N,8,10,,,,\n";
  static const char expected[]
      = "3: “all” is 0, and cannot be divided by\n"
        "4: “when”: “2024-01-32” is not a date\n"
        "5: “good”: “nine” is not a number\n"
        "6: “when” is empty\n"
        "7: “site” is empty\n"
        "8: the row has 3 cells, the head has 5\n"
        "9: the row has 6 cells, the head has 5\n"
        "10: “all” is below 0, so there is no ratio\n"
        "11: “all” is 0, and cannot be divided by\n"
        "12: \xe2\x88\x92" "0.2 is outside what the KPI can be\n"
        "13: “good” is empty\n"
        "14: text follows a closing quotation mark\n";
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronImport) import = load (table);
  g_autoptr (PatronImportPlan) planned = NULL;
  g_autofree char *refusals = NULL;
  g_autofree char *values = NULL;
  PatronImportMapping mapping;

  patron_import_mapping_init (&mapping);
  mapping.date = 0;
  mapping.group = 1;
  mapping.merge = PATRON_IMPORT_RATIO;
  mapping.numerator = 2;
  mapping.denominator = 3;
  mapping.complement = TRUE;
  planned = plan (import, document, &mapping);
  refusals = list_refusals (planned);
  g_assert_cmpstr (refusals, ==, expected);
  apply (planned, document);
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, 1);
  values = describe (document, "N");
  g_assert_cmpstr (values, ==, "2024-01-01=0.1 2024-07-01=0.2");
}

/* Values that stand on one date become one; filters pick rows; what is there
 * already is updated, and what the KPI cannot be is refused. */
static void
test_values (void)
{
  static const char table[]
      = "Datum;Kanal;Wert\n"
        "01.02.2024;Web;1.000,5\n01.02.2024;Web;2.000,5\n"
        "13.02.2024;Web;10\n13.02.2024;Shop;99\n";
  static const struct
  {
    PatronImportMerge  merge;
    const char        *expected;
  } cases[] = {
    { PATRON_IMPORT_MEAN, "2024-02-01=1500.5 2024-02-13=10" },
    { PATRON_IMPORT_SUM, "2024-02-01=3001 2024-02-13=10" },
    { PATRON_IMPORT_LAST, "2024-02-01=2000.5 2024-02-13=10" },
  };
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronRecord) kpi = patron_document_insert (
      document, "kpi", NULL, "name", "SALES", "largest", "5000", NULL);
  g_autoptr (PatronImport) import = load (table);
  PatronImportMapping mapping;

  patron_import_mapping_init (&mapping);
  patron_import_suggest (import, &mapping);
  mapping.group = -1;
  mapping.filter.column = 1;
  mapping.filter.value = "web";
  mapping.name = "sales";
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronImportPlan) planned = NULL;
      g_autofree char *values = NULL;
      gboolean ambiguous;

      mapping.merge = cases[i].merge;
      planned = plan (import, document, &mapping);
      g_assert_cmpuint (patron_import_plan_get_n_filtered (planned), ==, 1);
      g_assert_cmpuint (patron_import_plan_get_n_new (planned), ==,
                        i == 0 ? 2 : 0);
      g_assert_cmpuint (patron_import_plan_get_n_changes (planned), ==,
                        i == 0 ? 0 : 1);
      g_assert_cmpint (patron_import_plan_get_order (planned, &ambiguous), ==,
                       PATRON_DATE_ORDER_DMY);
      g_assert_false (ambiguous);
      g_assert_cmpint (
          patron_import_plan_get_decimal_mark (planned, &ambiguous), ==, ',');
      apply (planned, document);
      values = describe (document, "SALES");
      g_assert_cmpstr (values, ==, cases[i].expected);
    }
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, 1);

  g_assert_true (
      patron_document_set_number (document, kpi, "largest", 1000, NULL));
  {
    g_autoptr (PatronImportPlan) planned = plan (import, document, &mapping);

    g_assert_cmpuint (patron_import_plan_get_n_refusals (planned), ==, 2);
    g_assert_cmpuint (patron_import_plan_get_n_points (planned), ==, 1);
  }
}

static void
test_no_table (void)
{
  static const char *const tables[] = { "", "\n\n", "a,b\n", "a\n\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (tables[i], strlen (tables[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (patron_import_new_for_bytes (
      bytes, NULL, PATRON_IMPORT_HEAD_AUTO, &error));
      g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import/emergency-waits", test_emergency_waits);
  g_test_add_func ("/exchange/import/refusals", test_refusals);
  g_test_add_func ("/exchange/import/values", test_values);
  g_test_add_func ("/exchange/import/no-table", test_no_table);
  return g_test_run ();
}
