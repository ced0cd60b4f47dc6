/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight-fixture.h"

#include <string.h>

#include "patron-kpi-library.h"

static GPtrArray *
load (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("PATRON_SOURCE_DIR"), "data", "kpis",
                          "library.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *library;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, &error));
  bytes = g_bytes_new (text, size);
  library = patron_kpi_library_read (bytes, &error);
  g_assert_no_error (error);
  return library;
}

/* Each is whole, may be added, and names counter-metrics that there are. */
static void
test_whole (void)
{
  static const char *const ids[] = {
    "csat", "nps", "ces", "first_response_time", "first_contact_resolution",
    "average_resolution_time", "active_issues", "resolved_issues",
    "number_of_issues", "retention_rate", "churn", "repeat_contacts",
    "average_handle_time", "customer_data_share", "quality_of_experience",
    "revenue_growth", "revenue_per_client", "profit_margin", "conversion",
    "referral_rate", "cost_to_serve", "lifetime_value",
  };
  static const char *const texts[] = { "name", "definition", "formula",
                                       "method", "caution", "decision" };
  g_autoptr (GPtrArray) library = load ();
  PatronDocument *document = insight_document ();

  g_assert_cmpuint (library->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < library->len; i++)
    {
      PatronKpiModel *model = g_ptr_array_index (library, i);
      g_autoptr (PatronRecord) kpi = NULL;
      g_autoptr (GError) error = NULL;
      char **pairs = patron_kpi_model_get_pairs (model);

      g_assert_cmpstr (patron_kpi_model_get_id (model), ==, ids[i]);
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        g_assert_cmpstr (patron_kpi_model_get_text (model, texts[j]), !=, "");
      g_assert_cmpuint (g_strv_length (pairs), >, 0);
      for (gsize j = 0; pairs[j] != NULL; j++)
        {
          g_assert_cmpstr (pairs[j], !=, ids[i]);
          g_assert_nonnull (patron_kpi_library_find (library, pairs[j]));
        }
      g_assert_cmpstr (patron_kpi_model_get_choice (model, "direction"), !=,
                       "");
      kpi = patron_kpi_model_add (model, library, document, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (patron_record_get_text (kpi, "caution"), ==,
                       patron_kpi_model_get_text (model, "caution"));
    }
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, library->len);
  insight_close (document);
}

/* Handle time is not to be read alone: whichever of two comes second ties
 * them. Undo takes both back at once. */
static void
test_pairs (void)
{
  g_autoptr (GPtrArray) library = load ();
  PatronDocument *document = insight_document ();
  g_autoptr (PatronRecord) handle = patron_kpi_model_add (
      patron_kpi_library_find (library, "call HANDLE time"), library,
      document, NULL);
  g_autoptr (PatronRecord) resolution = NULL;

  g_assert_true (
      patron_value_is_null (patron_record_get (handle, "counterpart")));
  resolution = patron_kpi_model_add (
      patron_kpi_library_find (library, "first_contact_resolution"), library,
      document, NULL);
  g_assert_cmpint (patron_record_get_integer (handle, "counterpart"), ==,
                   patron_record_get_id (resolution));
  g_assert_cmpint (patron_record_get_integer (resolution, "counterpart"), ==,
                   patron_record_get_id (handle));
  g_assert_true (patron_document_undo (document, NULL));
  g_assert_true (
      patron_value_is_null (patron_record_get (handle, "counterpart")));
  g_assert_cmpint (patron_document_count (document, "kpi"), ==, 1);
  insight_close (document);
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) library = load ();
  PatronKpiModel *churn = patron_kpi_library_find (library, "churn");

  g_assert_true (patron_kpi_model_matches (churn, ""));
  g_assert_true (patron_kpi_model_matches (churn, "LOST retention"));
  g_assert_false (patron_kpi_model_matches (churn, "lost telephone"));
  g_assert_null (patron_kpi_library_find (library, "chur"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/kpi-library/whole", test_whole);
  g_test_add_func ("/insight/kpi-library/pairs", test_pairs);
  g_test_add_func ("/insight/kpi-library/search", test_search);
  return g_test_run ();
}
