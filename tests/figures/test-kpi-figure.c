/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-kpi-figure.h"

#include <string.h>

#include "patron-date.h"
#include "patron-json.h"
#include "patron-pango.h"
#include "store-fixture.h"

/* How many items of a scene stand for something. */
static guint
count_role (const PatronScene *scene,
            PatronRole         role)
{
  guint n = 0;

  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    n += patron_scene_get_item (scene, i)->role == role;
  return n;
}

static PatronScene *
lay_out (PatronKpiView             view,
         const PatronKpiJudgement *judgement)
{
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  return patron_kpi_view_layout (view, judgement, &theme, measurer, 700, 400);
}

/* Every way to look at a KPI shows something, in any size, with values and
 * without. */
static void
test_views (void)
{
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autofree char *path
      = g_build_filename (g_getenv ("PATRON_SOURCE_DIR"), "data", "samples",
                          "consulting.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) kpis = NULL;
  g_autoptr (PatronRecord) bare = NULL;

  g_assert_true (patron_json_read_file (document, file, NULL, NULL));
  bare = patron_document_insert (document, "kpi", NULL, NULL);
  kpis = patron_document_list (document, "kpi");
  for (guint i = 0; i < g_list_model_get_n_items (kpis); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (kpis, i);
      g_autoptr (PatronKpiJudgement) judgement = patron_kpi_judge (
          document, kpi, patron_date_from_ymd (2026, 11, 1));

      for (int view = 0; view < PATRON_N_KPI_VIEWS; view++)
        {
          g_autoptr (PatronScene) scene
              = lay_out ((PatronKpiView) view, judgement);

          g_assert_nonnull (patron_scene_get_alt_text (scene));
          g_assert_cmpuint (
              count_role (scene, kpi == bare ? PATRON_ROLE_EMPTY
                                             : PATRON_ROLE_SERIES),
              >, 0);
          g_assert_nonnull (
              patron_kpi_view_get_label ((PatronKpiView) view));
        }
    }
}

/* The chart of the process has its limits, broken where they begin anew. */
static void
test_limits (void)
{
  static const double values[] = { 1, 2, 1, 3, 1, 2, 2, 9, 8, 9, 7, 9, 8, 8 };
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronRecord) kpi
      = patron_document_insert (document, "kpi", NULL, NULL);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autoptr (PatronRecord) note = NULL;
  guint n_before;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *date = g_strdup_printf (
          "%d-%02d-01", 2024 + (int) i / 12, (int) i % 12 + 1);
      g_autofree char *value = g_strdup_printf ("%g", values[i]);
      g_autoptr (PatronRecord) made G_GNUC_UNUSED = patron_document_insert (
          document, "measurement", NULL, "kpi", id, "date", date, "value",
          value, NULL);
    }
  for (int round = 0; round < 2; round++)
    {
      g_autoptr (PatronKpiJudgement) judgement = patron_kpi_judge (
          document, kpi, patron_date_from_ymd (2025, 3, 1));
      g_autoptr (PatronScene) scene
          = lay_out (PATRON_KPI_VIEW_PROCESS, judgement);
      guint n = count_role (scene, PATRON_ROLE_LIMIT);

      if (round == 1)
        {
          g_assert_cmpuint (n, >, n_before);
          break;
        }
      g_assert_cmpuint (n, >=, 3);
      n_before = n;
      note = patron_document_insert (document, "annotation", NULL, "kpi", id,
                                     "date", "2024-08-01", "text", "New desk",
                                     "rebase", "true", NULL);
      g_assert_nonnull (note);
    }
}

static char *
dump_process (PatronDocument *document,
              PatronRecord   *kpi)
{
  g_autoptr (PatronKpiJudgement) judgement = patron_kpi_judge (
      document, kpi, patron_date_from_ymd (2026, 11, 1));
  g_autoptr (PatronQueryResult) result
      = patron_kpi_view_make (PATRON_KPI_VIEW_PROCESS, judgement);
  const PatronChartPoints *points
      = &g_array_index (result->data->series, PatronChartPoints, 0);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->chart->limits->len; i++)
    {
      const PatronChartLimits *limits
          = &g_array_index (result->chart->limits, PatronChartLimits, i);

      g_string_append_printf (text, "%g %g %g|", limits->lower,
                              limits->centre, limits->upper);
    }
  for (gsize i = 0; i < points->n; i++)
    g_string_append_printf (text, "%d", points->marks[i]);
  return g_string_free (text, FALSE);
}

/* Every way to make limits shows in the chart, and undoing it shows, too. The
 * last 7 of the values lie above the mean: a run for the NHS alone. */
static void
test_variants (void)
{
  static const char *const variants[][4] = {
    { "limits_from", "first" },
    { "limits_from", "range", "limits_ends", "2023-09-01" },
    { "limits_median", "true" },
    { "limits_screen", "true" },
    { "limits_follow", "trend" },
    { "limits_follow", "season" },
    { "limits_follow", "both" },
    { "rule_set", "nhs" },
  };
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronRecord) strategy
      = patron_document_insert (document, "strategy", NULL, NULL);
  g_autoptr (PatronRecord) kpi
      = patron_document_insert (document, "kpi", NULL, NULL);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autofree char *plain = NULL;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *date
          = g_strdup_printf ("%d-%02d-01", 2023 + i / 12, i % 12 + 1);
      g_autofree char *value = g_strdup_printf (
          "%d", i == 20 ? 60
                        : 20 + (i * 7) % 5 + (i % 12 < 3) * 4 + (i > 22) * 6);
      g_autoptr (PatronRecord) made G_GNUC_UNUSED = patron_document_insert (
          document, "measurement", NULL, "kpi", id, "date", date, "value",
          value, NULL);
    }
  plain = dump_process (document, kpi);
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *varied = NULL;
      g_autofree char *undone = NULL;
      PatronRecord *record
          = g_str_equal (variants[i][0], "rule_set") ? strategy : kpi;

      for (gsize k = 0; k < 4 && variants[i][k] != NULL; k += 2)
        g_assert_true (patron_document_set_text (
            document, record, variants[i][k], variants[i][k + 1], NULL));
      varied = dump_process (document, kpi);
      if (g_str_equal (varied, plain))
        g_error ("%s = %s changes nothing", variants[i][0], variants[i][1]);
      for (gsize k = 0; k < 4 && variants[i][k] != NULL; k += 2)
        g_assert_true (patron_document_undo (document, NULL));
      undone = dump_process (document, kpi);
      g_assert_cmpstr (undone, ==, plain);
    }
}

/* How far percentages move is in points; the bullet says which target holds,
 * and which one held for the value. */
static void
test_units (void)
{
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autofree char *path
      = g_build_filename (g_getenv ("PATRON_SOURCE_DIR"), "data", "samples",
                          "consulting.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PatronRecord) kpi = NULL;
  g_autoptr (PatronKpiJudgement) judgement = NULL;
  g_autoptr (PatronQueryResult) ranges = NULL;
  g_autoptr (PatronQueryResult) bullet = NULL;
  const PatronChartPoints *points;

  g_assert_true (patron_json_read_file (document, file, NULL, NULL));
  kpi = patron_document_get_record (document, "kpi", 2001);
  judgement = patron_kpi_judge (document, kpi,
                                patron_date_from_ymd (2026, 11, 1));
  ranges = patron_kpi_view_make (PATRON_KPI_VIEW_RANGES, judgement);
  points = &g_array_index (ranges->data->series, PatronChartPoints, 0);
  g_assert_cmpint (ranges->chart->y.format.kind, ==, PATRON_FORMAT_NUMBER);
  g_assert_cmpfloat_with_epsilon (points->y[1], 4.7, 1e-9);
  g_assert_nonnull (strstr (ranges->chart->subtitle, "in points"));
  bullet = patron_kpi_view_make (PATRON_KPI_VIEW_BULLET, judgement);
  g_assert_nonnull (strstr (bullet->chart->note, "for the latest value"));
}

static PatronQueryResult *
make_line (PatronDocument *document,
           PatronRecord   *kpi)
{
  g_autoptr (PatronKpiJudgement) judgement = patron_kpi_judge (
      document, kpi, patron_date_from_ymd (2026, 11, 1));

  return patron_kpi_view_make (PATRON_KPI_VIEW_LINE, judgement);
}

/* The line goes on to the due date of a goal, within what can be; where the
 * past tells nothing, the small print says why. */
static void
test_forecast (void)
{
  g_autoptr (PatronDocument) document
      = fixture_document (patron_registry_get_default ());
  g_autoptr (PatronRecord) kpi = patron_document_insert (
      document, "kpi", NULL, "largest", "40", NULL);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, patron_record_get_id (kpi));
  g_autoptr (PatronRecord) goal = patron_document_insert (
      document, "goal", NULL, "kpi", id, "due", "2025-06-15", NULL);
  g_autoptr (PatronRecord) extra = NULL;
  const PatronChartPoints *points;

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *date = g_strdup_printf ("2024-%02d-01", i + 1);
      g_autofree char *value = g_strdup_printf ("%d", 2 * i + i % 3);
      g_autoptr (PatronQueryResult) before = NULL;
      g_autoptr (PatronRecord) made G_GNUC_UNUSED = patron_document_insert (
          document, "measurement", NULL, "kpi", id, "date", date, "value",
          value, NULL);

      if (i != 10)
        continue;
      before = make_line (document, kpi);
      g_assert_nonnull (strstr (before->chart->note, "needs 12 values"));
    }
  {
    g_autoptr (PatronQueryResult) line = make_line (document, kpi);
    g_autofree char *told
        = patron_chart_write_alt_text (line->chart, line->data);

    points = &g_array_index (line->data->series, PatronChartPoints, 0);
    g_assert_cmpuint (points->n, ==, 12 + 7);
    g_assert_cmpint (points->marks[11], ==, PATRON_POINT_PLAIN);
    for (gsize i = 12; i < points->n; i++)
      {
        g_assert_cmpint (points->marks[i], ==, PATRON_POINT_FORECAST);
        g_assert_cmpfloat (points->low[i], <, points->y[i]);
        g_assert_cmpfloat (points->high[i], <=, 40);
      }
    g_assert_cmpfloat (points->x[18], ==,
                       (double) patron_date_from_ymd (2025, 6, 15));
    g_assert_nonnull (strstr (line->chart->note, "least squares"));
    /* The title and what is told are of what was measured. */
    g_assert_nonnull (strstr (told, "to 24 on 1\xc2\xa0" "Dec 2024"));
    g_assert_nonnull (strstr (told, "Forecast for 15\xc2\xa0Jun 2025: "));
  }
  extra = patron_document_insert (document, "measurement", NULL, "kpi", id,
                                  "date", "2025-01-01", "value", "-90", NULL);
  {
    g_autoptr (PatronQueryResult) line = make_line (document, kpi);

    points = &g_array_index (line->data->series, PatronChartPoints, 0);
    g_assert_cmpuint (points->n, ==, 13);
    g_assert_nonnull (strstr (line->chart->note, "No forecast: "));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/kpi/views", test_views);
  g_test_add_func ("/figures/kpi/limits", test_limits);
  g_test_add_func ("/figures/kpi/variants", test_variants);
  g_test_add_func ("/figures/kpi/units", test_units);
  g_test_add_func ("/figures/kpi/forecast", test_forecast);
  return g_test_run ();
}
