/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-import.h"

#include <math.h>
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
          if (!patron_value_is_null (patron_record_get (m, "sample_size")))
            g_string_append_printf (
                text, "/%d",
                (int) patron_record_get_integer (m, "sample_size"));
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
      guint row;
      g_autofree char *reason = patron_refusals_get (
          patron_import_plan_get_refusals (planned), i, &row);

      g_string_append_printf (text, "%u: %s\n", row, reason);
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
  g_autoptr (GListModel) kpis = NULL;
  g_autoptr (PatronRecord) kpi = NULL;
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
  /* Which way is good is for people to say. */
  kpis = patron_document_list (document, "kpi");
  kpi = g_list_model_get_item (kpis, 0);
  g_assert_cmpstr (patron_record_get_text (kpi, "direction"), ==, "none");

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
    { PATRON_IMPORT_MEAN, "2024-02-01=1500.5/2 2024-02-13=10/1" },
    { PATRON_IMPORT_SUM, "2024-02-01=3001 2024-02-13=10/1" },
    { PATRON_IMPORT_LAST, "2024-02-01=2000.5 2024-02-13=10/1" },
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

/* A table of which no row is taken: each is listed, by row, though some are
 * refused as rows and others as the values of their dates. */
static void
test_many_refusals (void)
{
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronRecord) a G_GNUC_UNUSED = patron_document_insert (
      document, "kpi", NULL, "name", "a", "largest", "10", NULL);
  g_autoptr (PatronRecord) b G_GNUC_UNUSED = patron_document_insert (
      document, "kpi", NULL, "name", "b", "largest", "10", NULL);
  g_autoptr (GString) table = g_string_new ("day,kpi,value\n");
  g_autoptr (GString) expected = g_string_new ("row,reason\r\n");
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file
      = g_file_new_tmp ("patron-XXXXXX", &stream, NULL);
  g_autofree char *saved = NULL;
  g_autoptr (PatronImport) import = NULL;
  g_autoptr (PatronImportPlan) planned = NULL;
  PatronImportMapping mapping;

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *date = patron_date_to_text (i / 2);

      g_string_append_printf (table, "%s,%s,%s\n", date,
                              i % 2 == 0 ? "a" : "b",
                              i % 4 < 2 ? "none" : "50");
      g_string_append_printf (expected, "%d,%s\r\n", i + 2,
                              i % 4 < 2
                                  ? "“value”: “none” is not a number"
                                  : "50 is outside what the KPI can be");
    }
  import = load (table->str);
  patron_import_mapping_init (&mapping);
  mapping.date = 0;
  mapping.group = 1;
  mapping.value = 2;
  mapping.merge = PATRON_IMPORT_SUM;
  planned = plan (import, document, &mapping);
  g_assert_cmpuint (patron_import_plan_get_n_points (planned), ==, 0);
  g_assert_cmpuint (patron_import_plan_get_n_rows (planned), ==, 20000);
  g_assert_true (patron_refusals_save (
      patron_import_plan_get_refusals (planned), file, NULL, NULL));
  g_assert_true (
      g_file_load_contents (file, NULL, &saved, NULL, NULL, NULL));
  g_assert_cmpstr (saved, ==, expected->str);
  g_file_delete (file, NULL, NULL);
}

/* Only the last rows of a long table tell how all of them are written. */
static void
test_late_forms (void)
{
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (GString) table = g_string_new ("day;kind;sales\n");
  g_autoptr (PatronImport) import = NULL;
  g_autoptr (PatronImportPlan) planned = NULL;
  g_autofree char *values = NULL;
  PatronImportMapping mapping;
  gboolean ambiguous;

  for (int i = 0; i < 3000; i++)
    g_string_append (table, "02/01/2024;web;1.500\n");
  g_string_append (table, "31/12/2024;web;7,5\n\n01/02/2024;web;-\n");
  import = load (table->str);
  patron_import_mapping_init (&mapping);
  mapping.date = 0;
  mapping.group = 1;
  mapping.value = 2;
  planned = plan (import, document, &mapping);
  g_assert_cmpint (patron_import_plan_get_order (planned, &ambiguous), ==,
                   PATRON_DATE_ORDER_DMY);
  g_assert_false (ambiguous);
  g_assert_cmpint (patron_import_plan_get_decimal_mark (planned, &ambiguous),
                   ==, ',');
  g_assert_cmpuint (patron_import_plan_get_n_rows (planned), ==, 3002);
  g_assert_cmpuint (patron_import_plan_get_n_refusals (planned), ==, 1);
  apply (planned, document);
  values = describe (document, "web");
  g_assert_cmpstr (values, ==, "2024-01-02=1500/3000 2024-12-31=7.5/1");
}

/* What rows become, by hand and by spreadsheets' functions of the same
 * names. */
static void
test_merging (void)
{
  static const char table[]
      = "day,score,spent,kind\n"
        "2024-01-29,10,\"1,250.50 €\",new\n"
        "2024-01-31T23:30:00-05:00,9,\"$ 750\",old\n"
        "2024-02-01,8,1 000,new\n"
        "2024-02-15,3,250,New\n"
        "2024-02-29,0,250,old\n"
        "2024-04-01,11,100,old\n"
        "2024-04-02,6.5,100,old\n"
        "2024-12-30,10,12'345,old\n";
  static const struct
  {
    PatronImportMerge  merge;
    PatronImportPeriod period;
    int                value;
    const char        *expected;
    guint              n_refused;
  } cases[] = {
    { PATRON_IMPORT_NPS, PATRON_IMPORT_MONTH, 1,
      "2024-01-01=100/2 2024-02-01=-66.6667/3 2024-12-01=100/1", 2 },
    { PATRON_IMPORT_SUM, PATRON_IMPORT_QUARTER, 2,
      "2024-01-01=3500.5 2024-04-01=200 2024-10-01=12345", 0 },
    { PATRON_IMPORT_MEDIAN, PATRON_IMPORT_MONTH, 2,
      "2024-01-01=1000.25/2 2024-02-01=250/3 2024-04-01=100/2 "
      "2024-12-01=12345/1", 0 },
    { PATRON_IMPORT_P90, PATRON_IMPORT_QUARTER, 2,
      "2024-01-01=1150.3/5 2024-04-01=100/2 2024-10-01=12345/1", 0 },
    { PATRON_IMPORT_COUNT, PATRON_IMPORT_YEAR, -1, "2024-01-01=8", 0 },
    { PATRON_IMPORT_COUNT, PATRON_IMPORT_WEEK, -1,
      "2024-01-29=3 2024-02-12=1 2024-02-26=1 2024-04-01=2 2024-12-30=1", 0 },
    { PATRON_IMPORT_SHARE, PATRON_IMPORT_QUARTER, -1,
      "2024-01-01=0.6/5 2024-04-01=0/2 2024-10-01=0/1", 0 },
    { PATRON_IMPORT_MEAN, PATRON_IMPORT_DATE, 1,
      "2024-01-29=10 2024-01-31=9 2024-02-01=8 2024-02-15=3 2024-02-29=0 "
      "2024-04-02=6.5 2024-12-30=10", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronDocument) document
          = fixture_document (patron_registry_get_default ());
      g_autoptr (PatronImport) import = load (table);
      g_autoptr (PatronImportPlan) planned = NULL;
      g_autofree char *values = NULL;
      PatronImportMapping mapping;

      patron_import_mapping_init (&mapping);
      mapping.date = 0;
      mapping.merge = cases[i].merge;
      mapping.period = cases[i].period;
      mapping.value = cases[i].value;
      mapping.share.column = 3;
      mapping.share.value = "new";
      mapping.low = 0;
      mapping.high = cases[i].value == 1 ? 10 : NAN;
      mapping.name = "it";
      planned = plan (import, document, &mapping);
      g_assert_cmpuint (patron_import_plan_get_n_refusals (planned), ==,
                        cases[i].n_refused);
      apply (planned, document);
      values = describe (document, "it");
      g_assert_cmpstr (values, ==, cases[i].expected);
    }
}

/* What a score is made of is kept; a table that tells it of values that are
 * there already changes them. */
static void
test_parts (void)
{
  static const char table[] = "day,score\n2024-01-01,10\n2024-01-02,9\n"
                              "2024-01-03,7\n2024-01-04,2\n";
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronImport) import = load (table);
  g_autoptr (PatronRecord) kpi = patron_document_insert (
      document, "kpi", NULL, "name", "it", NULL);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autoptr (PatronRecord) one = patron_document_insert (
      document, "measurement", NULL, "kpi", id, "date", "2024-01-01", "value",
      "25", NULL);
  PatronImportMapping mapping;

  patron_import_mapping_init (&mapping);
  mapping.date = 0;
  mapping.merge = PATRON_IMPORT_NPS;
  mapping.period = PATRON_IMPORT_MONTH;
  mapping.value = 1;
  mapping.name = "it";
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PatronImportPlan) planned = plan (import, document, &mapping);

      g_assert_cmpuint (patron_import_plan_get_n_new (planned), ==, 0);
      g_assert_cmpuint (patron_import_plan_get_n_changes (planned), ==, 1 - i);
      apply (planned, document);
      g_assert_cmpfloat (patron_record_get_number (one, "value"), ==, 25);
      g_assert_cmpint (patron_record_get_integer (one, "promoters"), ==, 2);
      g_assert_cmpint (patron_record_get_integer (one, "detractors"), ==, 1);
      g_assert_cmpint (patron_record_get_integer (one, "sample_size"), ==, 4);
    }
}

/* A mapping finds its columns by name wherever they stand, and makes of each
 * group a KPI of the segment of that name. */
static void
test_remembered (void)
{
  static const char january[]
      = "when;who;how many\n31.01.2024;Owners;1.234,5\n"
        "31.01.2024;Tenants;7\n";
  static const char february[]
      = "who;extra;how many;when\nOwners;;8,25;29.02.2024\n"
        "Owners;;9,25;31.01.2024\n";
  static const char other[] = "who;how many\nOwners;1\n";
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronImport) first = load (january);
  g_autoptr (PatronImport) second = load (february);
  g_autoptr (PatronImport) third = load (other);
  g_autoptr (PatronImportPlan) planned = NULL;
  g_autoptr (PatronRecord) record = NULL;
  g_autoptr (PatronRecord) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *values = NULL;
  PatronImportMemory memory = { .head = PATRON_IMPORT_HEAD_YES };

  g_object_unref (patron_document_insert (document, "segment", NULL, "name",
                                          "Owners", NULL));
  memory.form.separator = ';';
  patron_import_mapping_init (&memory.mapping);
  memory.mapping.date = 0;
  memory.mapping.order = PATRON_DATE_ORDER_DMY;
  memory.mapping.group = 1;
  memory.mapping.segments = TRUE;
  memory.mapping.value = 2;
  memory.mapping.merge = PATRON_IMPORT_SUM;
  memory.mapping.decimal_mark = ',';
  planned = plan (first, document, &memory.mapping);
  apply (planned, document);
  g_clear_pointer (&planned, patron_import_plan_free);
  record = patron_import_remember (first, document, "Monthly", &memory,
                                   &error);
  g_assert_no_error (error);
  again = patron_import_remember (first, document, "monthly", &memory,
                                  &error);
  g_assert_no_error (error);
  g_assert_true (record == again);
  g_assert_cmpint (patron_document_count (document, "import_mapping"), ==, 1);

  memset (&memory, 0, sizeof memory);
  g_assert_true (patron_import_recall (second, record, &memory, &error));
  g_assert_no_error (error);
  g_assert_cmpint (memory.form.separator, ==, ';');
  planned = plan (second, document, &memory.mapping);
  g_assert_cmpuint (patron_import_plan_get_n_new (planned), ==, 1);
  g_assert_cmpuint (patron_import_plan_get_n_changes (planned), ==, 1);
  apply (planned, document);
  values = describe (document, "Owners");
  g_assert_cmpstr (values, ==, "2024-01-31=9.25 2024-02-29=8.25");
  g_assert_cmpint (patron_document_count (document, "segment"), ==, 2);
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, 2);

  g_assert_false (patron_import_recall (third, record, &memory, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND);
}

/* Without a head, the first row is data. */
static void
test_no_head (void)
{
  g_autoptr (PatronImport) import = load ("2024-01-01,5\n2024-02-01,6\n");
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronImportPlan) planned = NULL;
  g_autofree char *values = NULL;
  PatronImportMapping mapping;

  g_assert_false (patron_import_has_head (import));
  patron_import_mapping_init (&mapping);
  patron_import_suggest (import, &mapping);
  planned = plan (import, document, &mapping);
  apply (planned, document);
  values = describe (document, "Column 2");
  g_assert_cmpstr (values, ==, "2024-01-01=5 2024-02-01=6");
}

/* What is written in steps and given up leaves nothing. */
static void
test_cancelled (void)
{
  g_autoptr (PatronImport) import = load ("d,v\n2024-01-01,5\n2024-02-01,6\n");
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autofree char *before = fixture_dump (document);
  g_autofree char *after = NULL;
  g_autoptr (PatronImportPlan) planned = NULL;
  g_autoptr (PatronRecord) kpi = NULL;
  PatronImportWriter *writer;
  PatronImportMapping mapping;
  gboolean done;

  patron_import_mapping_init (&mapping);
  patron_import_suggest (import, &mapping);
  planned = plan (import, document, &mapping);
  writer = patron_import_writer_new (planned, document, NULL);
  g_assert_true (patron_import_writer_step (writer, 1, &done, NULL));
  g_assert_false (done);
  g_assert_cmpfloat (patron_import_writer_get_progress (writer), ==, 0.5);
  patron_import_writer_cancel (writer);
  after = fixture_dump (document);
  g_assert_cmpstr (after, ==, before);

  /* History records single inserts as before. */
  kpi = patron_document_insert (document, "kpi", NULL, "name", "One", NULL);
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, 0);
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
  g_test_add_func ("/exchange/import/many-refusals", test_many_refusals);
  g_test_add_func ("/exchange/import/late-forms", test_late_forms);
  g_test_add_func ("/exchange/import/merging", test_merging);
  g_test_add_func ("/exchange/import/parts", test_parts);
  g_test_add_func ("/exchange/import/remembered", test_remembered);
  g_test_add_func ("/exchange/import/no-head", test_no_head);
  g_test_add_func ("/exchange/import/cancelled", test_cancelled);
  g_test_add_func ("/exchange/import/no-table", test_no_table);
  return g_test_run ();
}
