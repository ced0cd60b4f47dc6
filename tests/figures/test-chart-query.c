/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-chart-gallery.h"

#include <math.h>
#include <string.h>

#include "patron-error.h"
#include "patron-json.h"
#include "patron-pango.h"
#include "store-fixture.h"

static PatronDocument *
open_sample (void)
{
  PatronDocument *document
      = fixture_document (patron_registry_get_default ());
  g_autofree char *path
      = g_build_filename (g_getenv ("PATRON_SOURCE_DIR"), "data", "samples",
                          "consulting.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (patron_json_read_file (document, file, NULL, &error));
  g_assert_no_error (error);
  return document;
}

static const PatronGalleryItem *
find_item (GPtrArray  *items,
           const char *name)
{
  for (guint i = 0; i < items->len; i++)
    {
      const PatronGalleryItem *item = g_ptr_array_index (items, i);

      if (strcmp (item->name, name) == 0)
        return item;
    }
  g_error ("The gallery has no chart of %s", name);
}

/* Every KPI has its line, and each chart of the gallery says what it shows,
 * can be drawn, and can be saved and asked again. */
static void
test_gallery (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autoptr (GPtrArray) items = patron_chart_gallery_new (source);
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  for (guint i = 0; i < items->len; i++)
    {
      const PatronGalleryItem *item = g_ptr_array_index (items, i);
      g_autoptr (PatronScene) scene
          = patron_chart_layout (item->result->chart, item->result->data,
                                 &theme, 480, 270, measurer);
      g_autoptr (PatronRecord) saved = NULL;
      g_autoptr (PatronChartQuery) again = NULL;
      g_autoptr (PatronQueryResult) result = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s [%s] %s: %s", item->page,
                      patron_chart_kind_get_id (item->query->kind),
                      item->name, item->result->chart->title);
      g_assert_nonnull (item->result->chart->title);
      g_assert_cmpuint (patron_scene_get_n_items (scene), >, 5);
      saved = patron_chart_query_keep (item->query, document, item->name,
                                       &error);
      g_assert_no_error (error);
      again = patron_chart_query_from_record (
          saved, patron_document_get_registry (document), &error);
      g_assert_no_error (error);
      result = patron_chart_query_run (again, source);
      g_assert_cmpstr (result->chart->title, ==, item->result->chart->title);
      g_assert_cmpint (result->chart->kind, ==, item->query->kind);
    }
  g_assert_cmpint (find_item (items, "Net promoter score")->query->kind, ==,
                   PATRON_CHART_LINE);
}

/* What another version wrote into a saved chart is kept. */
static void
test_json (void)
{
  PatronRegistry *registry = patron_registry_get_default ();
  const char *json
      = "{\"version\":1,\"of\":\"card\",\"measures\":[\"mean:felt\","
        "\"mean:expected\"],\"over\":\"stage\",\"split\":\"lane\","
        "\"sort\":\"least\",\"limit\":7,\"others\":false,"
        "\"decimals\":1,\"headline\":\"Über \\\"alles\\\"\","
        "\"notes\":[{\"at\":\"2026-03-31\",\"text\":\"Moved\"}],"
        "\"glow\":{\"of\":[1,2,null]},\"tilt\":true}";
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronChartQuery) query
      = patron_chart_query_from_json (json, registry, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = patron_chart_query_to_json (query);
  g_assert_cmpstr (again, ==, json);
}

static void
refuse (const char *json,
        const char *why)
{
  g_autoptr (GError) error = NULL;
  PatronChartQuery *query = patron_chart_query_from_json (
      json, patron_registry_get_default (), &error);

  g_assert_null (query);
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, PATRON_ERROR);
  if (strstr (error->message, why) == NULL)
    g_error ("“%s” does not say “%s”", error->message, why);
}

static void
test_refusal (void)
{
  refuse ("", "Line 1");
  refuse ("{\"version\":2}", "newer Patron");
  refuse ("{\"of\":\"unicorn\",\"measures\":[\"count\"]}", "unicorn");
  refuse ("{\"of\":\"card\"}", "what it measures");
  refuse ("{\"of\":\"card\",\"measures\":[\"mean:title\"]}",
          "mean:title");
  refuse ("{\"of\":\"card\",\"measures\":[\"count\"],"
          "\"over\":\"stage.note\"}",
          "stage.note");
  refuse ("{\"of\":\"card\",\"measures\":[\"count\"],"
          "\"sort\":\"up\"}",
          "up");
  refuse ("{\"of\":\"card\",\"measures\":[\"count\"],\"limit\":-1}",
          "-1");
  refuse ("{\"of\":\"measurement\",\"measures\":[\"value\"],"
          "\"over\":\"kpi\"}",
          "over dates");
  refuse ("{\"of\":\"card\",\"measures\":[\"count\"],\"notes\":"
          "[{\"at\":\"soon\",\"text\":\"\"}]}",
          "soon");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/chart-query/gallery", test_gallery);
  g_test_add_func ("/figures/chart-query/json", test_json);
  g_test_add_func ("/figures/chart-query/refusal", test_refusal);
  return g_test_run ();
}
