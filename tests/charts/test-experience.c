/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "patron-chart.h"
#include "patron-fixed-measurer.h"
#include "patron-scene-check.h"

static PatronChart *
make_journey (PatronChartData *data)
{
  static const char *const stages[] = { "Quote", "Meeting", "Delivery" };
  PatronChart *chart = patron_chart_new (PATRON_CHART_EXPERIENCE);
  double x[] = { 0, 1, 2 }, felt[] = { 3, 8, 6 }, expected[] = { 6, 7, 6 };
  guint8 marks[] = { PATRON_POINT_SIGNAL, 0, 0 };
  char *names[] = { (char *) "The long wait", NULL, NULL };
  PatronChartPoints points = { .x = x, .y = felt, .marks = marks,
                               .names = names, .n = 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    patron_chart_data_add_category (data, stages[i]);
  patron_chart_add_series (chart, "Felt");
  patron_chart_add_series (chart, "Expected");
  g_array_index (chart->series, PatronChartSeries, 1).expected = TRUE;
  patron_chart_data_add_points (data, &points);
  patron_chart_data_add (data, x, expected, 3);
  return chart;
}

static PatronScene *
lay_out (const PatronChart     *chart,
         const PatronChartData *data)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  return patron_chart_layout (chart, data, &theme, 800, 450, measurer);
}

static guint
count_bands (const PatronScene *scene,
             PatronTone         tone)
{
  PatronTheme theme;
  guint n = 0;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      n += item->role == PATRON_ROLE_BAND && item->kind == PATRON_ITEM_PATH
           && item->fill >> 8 == theme.tones[tone] >> 8;
    }
  return n;
}

/* The gap is shaded in two pieces, for the curves cross once; the moment of
 * truth is marked and named; the expected curve is dashed. */
static void
test_gap (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = make_journey (data);
  g_autoptr (PatronScene) scene = lay_out (chart, data);
  g_autofree char *spot = patron_scene_describe_spot (scene, 0);
  guint dashed = 0;

  patron_scene_check (scene);
  patron_scene_check_reach (scene);
  g_assert_cmpuint (count_bands (scene, PATRON_TONE_BAD), ==, 1);
  g_assert_cmpuint (count_bands (scene, PATRON_TONE_GOOD), ==, 1);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_VALUE_LABEL,
                                        "The long wait"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LEGEND,
                                        "Moment of truth"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_SERIES_LABEL,
                                        "Expected 6"));
  g_assert_nonnull (strstr (spot, "Expected: 6\nMoment of truth"));
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      dashed += item->role == PATRON_ROLE_SERIES && item->dash > 0;
    }
  g_assert_cmpuint (dashed, ==, 1);
}

/* A curve passes its points and swings beyond none of them. */
static void
test_curve (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = make_journey (data);
  g_autoptr (PatronScene) scene = lay_out (chart, data);

  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->role != PATRON_ROLE_SERIES || item->kind != PATRON_ITEM_PATH
          || item->stroke == 0 || item->fill != 0)
        continue;
      for (guint j = 1; j < item->steps->len; j++)
        {
          const PatronPathStep *step
            = &g_array_index (item->steps, PatronPathStep, j);
          double top = MIN (step[-1].y, step->y) - 1e-6;
          double bottom = MAX (step[-1].y, step->y) + 1e-6;

          g_assert_cmpint (step->kind, ==, PATRON_STEP_CURVE);
          g_assert_cmpfloat (MIN (step->y1, step->y2), >=, top);
          g_assert_cmpfloat (MAX (step->y1, step->y2), <=, bottom);
        }
    }
}

static void
assert_finding (double      quote,
                const char *expected)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = make_journey (data);
  g_autofree char *finding = NULL;

  g_array_index (data->series, PatronChartPoints, 0).y[0] = quote;
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (finding, ==, expected);
}

static void
test_finding (void)
{
  assert_finding (3, "The experience falls farthest short at Quote: 3, with 6"
                     " expected");
  assert_finding (6, "The experience is nowhere worse than expected");
  assert_finding (9, "The experience is nowhere worse than expected");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/experience/gap", test_gap);
  g_test_add_func ("/charts/experience/curve", test_curve);
  g_test_add_func ("/charts/experience/finding", test_finding);
  return g_test_run ();
}
