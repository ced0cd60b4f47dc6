/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-chart-gallery.h"
#include "patron-chart-table.h"

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
        "\"averages\":\"both\","
        "\"sort\":\"least\",\"limit\":7,\"others\":false,"
        "\"decimals\":1,\"headline\":\"Über \\\"alles\\\"\","
        "\"notes\":[{\"at\":\"2026-03-31\",\"text\":\"Moved\"},"
        "{\"on\":\"Email\",\"text\":\"New\"}],"
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

/* What is asked of the sample, and what anybody can count in it. */
static const struct
{
  const char *json;
  const char *kind;
  gint64 kpi;
  gint64 journey;
  const char *table;
  const char *note;
} figures[] = {
  { "{\"of\":\"card\",\"measures\":[\"count\"],\"over\":\"channel\","
    "\"sort\":\"largest\"}",
    "bar", 0, 0,
    "Name\tTouchpoints\nEmail\t9\nVideo call\t6\nIn person\t5\nWebsite\t4\n"
    "Peers and referrals\t4\nPhone\t2\nPost\t1\n",
    "42 without Channel are not shown" },
  { "{\"of\":\"card\",\"measures\":[\"count\"],\"over\":\"channel\","
    "\"sort\":\"largest\",\"limit\":3}",
    "bar", 0, 0,
    "Name\tTouchpoints\nEmail\t9\nVideo call\t6\nIn person\t5\nOther\t11\n",
    "42 without Channel are not shown" },
  { "{\"of\":\"card\",\"measures\":[\"count\"],\"over\":\"channel\","
    "\"sort\":\"least\",\"limit\":2,\"others\":false}",
    "column", 0, 0, "Name\tTouchpoints\nPost\t1\nPhone\t2\n",
    "5 more are not shown \xc2\xb7 42 without Channel are not shown" },
  { "{\"of\":\"need\",\"measures\":[\"mean:strength\"],\"over\":\"kind\"}",
    "bar", 0, 0,
    "Name\tStrength, mean\nFunctional\t4.8\nSocial\t3.6666666666666665\n"
    "Emotional\t4.5\n",
    NULL },
  { "{\"of\":\"segment\",\"measures\":[\"sum:size\"]}", "waterfall", 0, 0,
    "Name\tSize\nFounder-led technology companies\t92\n"
    "Regional health-care groups\t58\nTotal\t150\n",
    NULL },
  { "{\"of\":\"stage\",\"measures\":[\"mean:felt\",\"mean:expected\"]}",
    "experience", 0, 1701,
    "Name\tExperience Felt\tExperience Expected\nRealise\t1\t1\nExplore\t2\t1\n"
    "Decide\t-1\t1\nWork together\t2\t2\nAfter hand-over\t-2\t1\n"
    "Come back\t-1\t1\nRecommend\t0\t1\n",
    NULL },
  { "{\"of\":\"card\",\"measures\":[\"count\"],\"over\":\"lane\","
    "\"split\":\"stage.phase\"}",
    "heat-map", 0, 1701,
    "Name\tBefore\tDuring\tAfter\nTouchpoints\t4\t5\t6\n"
    "What she does\t2\t2\t3\nThinking and feeling\t2\t2\t3\nPains\t1\t2\t1\n"
    "Opportunities\t1\t0\t2\nBehind the scenes\t1\t1\t2\n",
    NULL },
  /* A month without an action stays a month; the ratio of a quarter is one
   * of sums: 14 of 42, 13 of 48. */
  { "{\"of\":\"action\",\"measures\":[\"count\"],\"over\":\"due/month\"}",
    "column", 0, 0,
    "Name\tActions\nMar 2026\t1\nApr 2026\t0\nMay 2026\t0\nJun 2026\t0\n"
    "Jul 2026\t0\nAug 2026\t1\nSep 2026\t2\nOct 2026\t2\nNov 2026\t3\n"
    "Dec 2026\t2\nJan 2027\t1\n",
    NULL },
  { "{\"of\":\"measurement\",\"measures\":[\"value\"],"
    "\"over\":\"date/quarter\"}",
    "line", 2001, 0,
    "Date\tRepeat-engagement rate\tSample\n"
    "2024-10-01\t0.3333333333333333\t42\n"
    "2025-01-01\t0.2708333333333333\t48\n"
    "2025-04-01\t0.3191489361702128\t47\n"
    "2025-07-01\t0.2978723404255319\t47\n"
    "2025-10-01\t0.375\t48\n2026-01-01\t0.4791666666666667\t48\n"
    "2026-04-01\t0.5\t50\n2026-07-01\t0.5098039215686274\t51\n",
    NULL },
};

static void
test_figures (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PatronChartQuery) query = patron_chart_query_from_json (
          figures[i].json, patron_document_get_registry (document), &error);
      g_autoptr (PatronQueryResult) result = NULL;
      g_autoptr (PatronChartTable) table = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      g_assert_true (
          patron_chart_kind_from_id (figures[i].kind, &query->kind));
      query->kpi = figures[i].kpi;
      query->journey = figures[i].journey;
      result = patron_chart_query_run (query, source);
      g_assert_cmpint (result->chart->kind, ==, query->kind);
      table = patron_chart_table_new (result->chart, result->data);
      text = patron_chart_table_to_tsv (table);
      g_assert_cmpstr (text, ==, figures[i].table);
      g_assert_cmpstr (result->chart->note, ==, figures[i].note);
    }
}

static void
offered (PatronChartSource *source,
         const char        *json,
         const char        *kinds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronChartQuery) query = patron_chart_query_from_json (
      json, patron_registry_get_default (), &error);
  g_autoptr (PatronQueryResult) result = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  result = patron_chart_query_run (query, source);
  for (int i = 0; i < PATRON_N_CHART_KINDS; i++)
    if (result->kinds[i])
      g_string_append_printf (
          text, "%s%s", text->len > 0 ? " " : "",
          patron_chart_kind_get_id ((PatronChartKind) i));
  g_assert_cmpstr (text->str, ==, kinds);
}

/* Nothing is offered that would mislead: no parts of a whole that means do
 * not make, no line through names, no axis for two units. */
static void
test_kinds (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);

  offered (source,
           "{\"of\":\"card\",\"measures\":[\"count\"],\"over\":\"channel\"}",
           "bar column lollipop pareto waterfall donut");
  offered (source,
           "{\"of\":\"need\",\"measures\":[\"mean:strength\"],"
           "\"over\":\"kind\"}",
           "bar column lollipop distribution radar");
  offered (source,
           "{\"of\":\"stage\",\"measures\":[\"sum:customers\"],"
           "\"over\":\"phase\",\"split\":\"journey\"}",
           "bar column dumbbell slope heat-map");
  offered (source,
           "{\"of\":\"measurement\",\"measures\":[\"value\"],"
           "\"over\":\"date\",\"unit\":\"percent\"}",
           "line multiples column");
  offered (source,
           "{\"of\":\"segment\",\"measures\":[\"sum:size\","
           "\"mean:profit_share\"]}",
           "matrix");
  offered (source, "{\"of\":\"goal\",\"measures\":[\"mean:progress\"]}",
           "bar column lollipop histogram tree");
  offered (source,
           "{\"of\":\"goal\",\"measures\":[\"mean:progress\"],"
           "\"over\":\"kind\"}",
           "bar column lollipop histogram");
}

/* The tree holds every goal, each under its whole, and the title counts those
 * that need somebody. */
static void
test_goals (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autoptr (GPtrArray) items = patron_chart_gallery_new (source);
  const PatronGalleryItem *item = find_item (items, "Tree of Goals");
  g_autoptr (GListModel) goals = patron_document_list (document, "goal");
  const PatronChartPoints *points
      = &g_array_index (item->result->data->series, PatronChartPoints, 0);
  g_autofree char *title = NULL;
  guint n = g_list_model_get_n_items (goals), warned = 0;

  g_assert_cmpint (item->result->chart->kind, ==, PATRON_CHART_TREE);
  g_assert_cmpuint (points->n, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronRecord) goal = patron_document_get_record (
          document, "goal", points->records[i]);
      gint64 whole = patron_record_get_integer (goal, "parent");
      double parent = points->parents[i];

      g_assert_nonnull (goal);
      g_assert_cmpint (whole, ==,
                       parent >= 0 ? points->records[(guint) parent] : 0);
      g_assert_cmpint (PATRON_POINT_TONE (points->marks[i]), !=,
                       PATRON_TONE_BAD);
      warned += PATRON_POINT_TONE (points->marks[i]) == PATRON_TONE_WARNING;
    }
  title = g_strdup_printf ("%u of %u goals need attention", warned, n);
  g_assert_cmpstr (item->result->chart->title, ==, title);
  /* The parts of a ring count the same. */
  item = find_item (items, "Goals by Status");
  points = &g_array_index (item->result->data->series, PatronChartPoints, 0);
  for (gsize i = 0; i < points->n; i++)
    if (strcmp (patron_chart_data_get_category (item->result->data, i),
                "Needs attention")
        == 0)
      {
        g_assert_cmpfloat (points->y[i], ==, warned);
        warned = 0;
      }
  g_assert_cmpuint (warned, ==, 0);
}

/* What moves a KPI is asked of those that are computed alone, and the widest
 * range is the title. */
static void
test_swings (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autoptr (GPtrArray) items = patron_chart_gallery_new (source);
  const PatronQueryResult *result
      = find_item (items, "What moves Lifetime value")->result;
  g_autoptr (GArray) offers = patron_chart_query_offer_computed (source);
  g_autoptr (PatronDocument) bare
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronChartSource) nothing = patron_chart_source_new (bare);
  g_autoptr (PatronChartQuery) query = patron_chart_query_new (
      "measurement", "swing", NULL, PATRON_CHART_LINE);
  g_autoptr (PatronQueryResult) none = NULL;

  g_assert_cmpuint (offers->len, ==, 1);
  g_assert_cmpstr (g_array_index (offers, PatronQueryOffer, 0).label, ==,
                   "Lifetime value");
  g_assert_cmpint (result->chart->kind, ==, PATRON_CHART_TORNADO);
  g_assert_cmpuint (result->n_categories, ==, 3);
  g_assert_true (g_str_has_prefix (result->chart->title,
                                   "Referral share of enquiries moves "
                                   "Lifetime value most: between "));
  g_assert_true (g_str_has_prefix (
      patron_chart_data_get_category (result->data, 0),
      "Referral share of enquiries, 13"));
  g_assert_nonnull (strstr (result->chart->note, "natural process limit"));
  none = patron_chart_query_run (query, nothing);
  g_assert_true (none->empty);
  g_assert_nonnull (strstr (none->chart->empty_text, "No KPI is computed"));
  refuse ("{\"of\":\"measurement\",\"measures\":[\"swing\"],"
          "\"over\":\"date\"}",
          "What moves a KPI");
}

/* A note stands at its category, or at the period that its day is in. */
static void
test_notes (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autoptr (PatronChartQuery) query = patron_chart_query_new (
      "card", "count", "channel", PATRON_CHART_BAR);
  g_autoptr (PatronChartQuery) dated = patron_chart_query_new (
      "action", "count", "due/month", PATRON_CHART_COLUMN);
  g_autoptr (PatronQueryResult) result = NULL;
  const PatronChartAnnotation *note;

  patron_chart_query_add_note (query, 0, "Email", "New tool");
  patron_chart_query_add_note (query, 0, "Telex", "Nobody has one");
  result = patron_chart_query_run (query, source);
  g_assert_cmpuint (result->chart->annotations->len, ==, 1);
  note = &g_array_index (result->chart->annotations, PatronChartAnnotation,
                         0);
  g_assert_cmpstr (patron_chart_data_get_category (result->data,
                                                   (gsize) note->x),
                   ==, "Email");
  g_clear_pointer (&result, patron_query_result_unref);

  /* 15 October 2026, a day of the eighth month from March on. */
  patron_chart_query_add_note (dated, 20741, NULL, "Holidays");
  result = patron_chart_query_run (dated, source);
  g_assert_cmpint (result->chart->kind, ==, PATRON_CHART_COLUMN);
  g_assert_cmpuint (result->chart->annotations->len, ==, 1);
  note = &g_array_index (result->chart->annotations, PatronChartAnnotation,
                         0);
  g_assert_cmpfloat (note->x, ==, 7);
}

/* Without a goal there is a picture that says so; one goal is a tree, too. */
static void
test_few_goals (void)
{
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  g_autoptr (PatronChartQuery) query = patron_chart_query_new (
      "goal", "mean:progress", NULL, PATRON_CHART_TREE);
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  for (guint n = 0; n < 2; n++)
    {
      g_autoptr (PatronChartSource) source
          = patron_chart_source_new (document);
      g_autoptr (PatronQueryResult) result
          = patron_chart_query_run (query, source);
      g_autoptr (PatronScene) scene = patron_query_result_layout (
          result, &theme, measurer, 480, 270);
      g_autoptr (PatronRecord) goal = NULL;

      g_assert_cmpint (result->chart->kind, ==, PATRON_CHART_TREE);
      g_assert_cmpint (result->empty, ==, n == 0);
      g_assert_cmpuint (patron_scene_get_n_spots (scene), ==, n);
      g_assert_cmpstr (result->chart->title, ==, "Tree of Goals");
      goal = patron_document_insert (document, "goal", NULL, NULL, NULL);
      g_assert_nonnull (goal);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/chart-query/gallery", test_gallery);
  g_test_add_func ("/figures/chart-query/figures", test_figures);
  g_test_add_func ("/figures/chart-query/kinds", test_kinds);
  g_test_add_func ("/figures/chart-query/goals", test_goals);
  g_test_add_func ("/figures/chart-query/swings", test_swings);
  g_test_add_func ("/figures/chart-query/notes", test_notes);
  g_test_add_func ("/figures/chart-query/few-goals", test_few_goals);
  g_test_add_func ("/figures/chart-query/json", test_json);
  g_test_add_func ("/figures/chart-query/refusal", test_refusal);
  return g_test_run ();
}
