/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "patron-chart.h"
#include "patron-chart-samples.h"
#include "patron-fixed-measurer.h"
#include "patron-scene-check.h"

static PatronScene *
lay_out (const PatronChart     *chart,
         const PatronChartData *data,
         double                 width,
         double                 height)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  return patron_chart_layout (chart, data, &theme, width, height, measurer);
}

static const PatronItem *
find_bubble (const PatronScene *scene,
             int                point)
{
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->role == PATRON_ROLE_SERIES && item->kind == PATRON_ITEM_ARC
          && item->point == point)
        return item;
    }
  return NULL;
}

/* Not the radius but the area of a bubble grows with its size. */
static void
test_area (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_MATRIX);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  double x[] = { 1, 5, 9 }, y[] = { 2, 8, 4 }, size[] = { 10, 40, 90 };
  PatronChartPoints points = { .x = x, .y = y, .size = size, .n = 3 };
  double first;

  patron_chart_data_add_points (data, &points);
  scene = lay_out (chart, data, 1920, 1080);
  patron_scene_check (scene);
  first = find_bubble (scene, 0)->radius;
  g_assert_cmpfloat_with_epsilon (find_bubble (scene, 1)->radius, 2 * first,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (find_bubble (scene, 2)->radius, 3 * first,
                                  1e-6);
}

static gboolean
covers (const PatronItem *bubble,
        const PatronItem *text)
{
  double x, y, width, height;

  patron_item_get_bounds (text, &x, &y, &width, &height);
  return hypot (bubble->x - CLAMP (bubble->x, x, x + width),
                bubble->y - CLAMP (bubble->y, y, y + height))
         < bubble->radius - 0.5;
}

/* Names stand beside the bubbles and over none; what has a quadrant's name
 * has it in that quadrant. */
static void
test_labels (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = patron_chart_sample (PATRON_CHART_MATRIX,
                                                       data);
  g_autoptr (PatronScene) scene = lay_out (chart, data, 800, 450);
  guint n_names = 0, n_quadrants = 0;

  patron_scene_check (scene);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *text = patron_scene_get_item (scene, i);

      n_quadrants += text->kind == PATRON_ITEM_TEXT
                     && text->role == PATRON_ROLE_HEADING;
      if (text->kind != PATRON_ITEM_TEXT
          || text->role != PATRON_ROLE_SERIES_LABEL)
        continue;
      n_names++;
      for (int j = 0; j < 6; j++)
        g_assert_false (covers (find_bubble (scene, j), text));
    }
  g_assert_cmpuint (n_names, ==, 6);
  g_assert_cmpuint (n_quadrants, ==, 4);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Impact"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Effort"));
}

/* What is rated from 1 to 10 is split in the middle of that scale, and told
 * by the quadrant that holds most. */
static void
test_finding (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_MATRIX);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  const double x[] = { 1, 2, 6, 9 }, y[] = { 6, 8, 5, 10 };
  g_autofree char *highest = NULL;
  g_autofree char *most = NULL;
  g_autofree char *fewer = NULL;
  char *names[] = { (char *) "A", (char *) "B", (char *) "C", (char *) "D" };
  PatronChartPoints points = { .x = (double *) x, .y = (double *) y,
                               .names = names, .n = 4 };

  patron_chart_data_add_points (data, &points);
  chart->y.title = g_strdup ("Impact");
  highest = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (highest, ==, "D is highest in Impact, with 10");
  patron_chart_set_quadrants (chart, "Quick wins", "Big bets", NULL, NULL);
  most = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (most, ==, "2 of 4 are in “Quick wins”");
  chart->y.split = 7;
  chart->x.split = 1.5;
  fewer = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (fewer, ==, "2 of 4 are in “Big bets”");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/matrix/area", test_area);
  g_test_add_func ("/charts/matrix/labels", test_labels);
  g_test_add_func ("/charts/matrix/finding", test_finding);
  return g_test_run ();
}
