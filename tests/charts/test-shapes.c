/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of charts without a plain pair of axes: what they tell, and what they
 * refuse to draw. */

#include <math.h>
#include <string.h>

#include "patron-chart.h"
#include "patron-chart-samples.h"
#include "patron-fixed-measurer.h"
#include "patron-scene-check.h"
#include "patron-shares.h"

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

static void
add_row (PatronChart     *chart,
         PatronChartData *data,
         const char      *name,
         const double    *values,
         int              n)
{
  double x[16];

  for (int i = 0; i < n; i++)
    x[i] = i;
  patron_chart_add_series (chart, name);
  patron_chart_data_add (data, x, values, (gsize) n);
}

static PatronScene *
lay_out_values (PatronChartKind kind,
                const double   *values,
                int             n)
{
  g_autoptr (PatronChart) chart = patron_chart_new (kind);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  PatronScene *scene;

  for (int i = 0; i < n; i++)
    {
      char name[2] = { (char) ('A' + i), '\0' };

      patron_chart_data_add_category (data, name);
    }
  add_row (chart, data, "Row", values, n);
  scene = lay_out (chart, data, 800, 450);
  patron_scene_check (scene);
  return scene;
}

static void
assert_refused (PatronChartKind kind,
                const double   *values,
                int             n,
                const char     *why)
{
  g_autoptr (PatronScene) scene = lay_out_values (kind, values, n);

  if (!patron_scene_has_text (scene, PATRON_ROLE_EMPTY, why))
    {
      g_test_message ("%s does not say: %s", patron_chart_kind_get_id (kind),
                      why);
      g_test_fail ();
    }
  g_assert_cmpuint (patron_scene_get_n_spots (scene), ==, 0);
}

/* What cannot be shown truly is not shown, and the picture says what to use. */
static void
test_refused (void)
{
  const double six[] = { 1, 2, 3, 4, 5, 6 };
  const double negative[] = { 4, -1, 2 };
  const double zeros[] = { 0, 0, 0 };

  assert_refused (PATRON_CHART_DONUT, six, 6, "two to five parts");
  assert_refused (PATRON_CHART_DONUT, six, 1, "only one part");
  assert_refused (PATRON_CHART_DONUT, negative, 3, "Parts of a whole");
  assert_refused (PATRON_CHART_DONUT, zeros, 3, "All parts are zero");
  assert_refused (PATRON_CHART_FUNNEL, negative, 3, "Steps cannot");
  assert_refused (PATRON_CHART_RADAR, negative, 3, "A radar begins");
  assert_refused (PATRON_CHART_RADAR, six, 2, "three axes");
}

/* Percentages that are not of one whole are no parts of it. */
static void
test_no_whole (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_DONUT);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  const double shares[] = { 0.5, 0.2 };

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  add_row (chart, data, "Share", shares, 2);
  scene = lay_out (chart, data, 800, 450);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_EMPTY, "70"));
}

static void
assert_shares (const double *values,
               int           n,
               const double *expected,
               int           expected_decimals,
               gboolean      expected_whole)
{
  double shares[8];
  int decimals;
  gboolean whole = patron_shares_round (values, (gsize) n, shares, &decimals);

  g_assert_cmpint (whole, ==, expected_whole);
  g_assert_cmpint (decimals, ==, expected_decimals);
  for (int i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (shares[i], expected[i], 1e-12);
}

static void
test_shares (void)
{
  /* Rounded, they add up by themselves. */
  assert_shares ((double[]) { 128, 74, 51, 22 }, 4,
                 (double[]) { 0.47, 0.27, 0.18, 0.08 }, 0, TRUE);
  /* 16.5, 16.5, 67: rounded they are 101 %, with a decimal they are right. */
  assert_shares ((double[]) { 165, 165, 670 }, 3,
                 (double[]) { 0.165, 0.165, 0.67 }, 1, TRUE);
  /* Nothing adds up, and equal parts must look equal. */
  assert_shares ((double[]) { 1, 1, 1 }, 3,
                 (double[]) { 0.333, 0.333, 0.333 }, 1, FALSE);
  /* 14.29, 28.57, 57.14: by largest remainder the second gets the rest. */
  assert_shares ((double[]) { 1, 2, 4 }, 3,
                 (double[]) { 0.14, 0.29, 0.57 }, 0, TRUE);
  /* A part that is there is not rounded away. */
  assert_shares ((double[]) { 1, 499 }, 2, (double[]) { 0.002, 0.998 }, 1,
                 TRUE);
  /* Sums of huge values do not overflow. */
  assert_shares ((double[]) { 1e308, 1e308 }, 2, (double[]) { 0.5, 0.5 }, 0,
                 TRUE);
}

/* A pointer finds a part wherever in it, and the total is in the middle. */
static void
test_donut (void)
{
  const double values[] = { 30, 10 };
  g_autoptr (PatronScene) scene
    = lay_out_values (PATRON_CHART_DONUT, values, 2);
  const PatronSpot *first = patron_scene_get_spot (scene, 0);
  double radius = first->radius * 0.8;

  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_VALUE_LABEL,
                                        "40"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_VALUE_LABEL,
                                        "75\xe2\x80\xaf%"));
  for (int i = 0; i < 8; i++)
    {
      double angle = -G_PI / 2 + 0.01 + i * (G_PI / 4 - 0.0005);
      int spot = patron_scene_hit (scene,
                                   first->centre_x + radius * cos (angle),
                                   first->centre_y + radius * sin (angle));

      g_assert_cmpint (spot, ==, i < 6 ? 0 : 1);
    }
  patron_scene_check_reach (scene);
}

/* Between steps stands what went on and what was lost; a step that grew, or
 * that nobody measured, is told as that. */
static void
test_funnel (void)
{
  const double values[] = { 400, 100, 120, NAN, 30 };
  g_autoptr (PatronScene) scene
    = lay_out_values (PATRON_CHART_FUNNEL, values, 5);
  g_autofree char *second = patron_scene_describe_spot (scene, 1);

  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_VALUE_LABEL,
                                        "25\xe2\x80\xaf%  (−300)"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_VALUE_LABEL,
                                        "120\xe2\x80\xaf%  (+20)"));
  g_assert_cmpuint (patron_scene_get_n_spots (scene), ==, 4);
  g_assert_nonnull (strstr (second, "300 lost"));
}

static guint
count_fills (const PatronScene *scene,
             PatronColour       fill)
{
  guint n = 0;

  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    n += patron_scene_get_item (scene, i)->fill == fill;
  return n;
}

/* Cells of one value look the same, the largest is the darkest, and what is
 * missing is hatched and said. */
static void
test_heat_map (void)
{
  const double rows[2][3] = { { 0, 50, 100 }, { 100, NAN, 0 } };
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_HEAT_MAP);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  PatronColour colours[6] = { 0 };
  guint n = 0;

  add_row (chart, data, "First", rows[0], 3);
  add_row (chart, data, "Second", rows[1], 3);
  scene = lay_out (chart, data, 800, 450);
  for (guint i = 0; i < patron_scene_get_n_items (scene) && n < 6; i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind == PATRON_ITEM_RECTANGLE
          && item->role == PATRON_ROLE_CELL)
        colours[n++] = item->fill;
    }
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmphex (colours[0], ==, colours[4]);
  g_assert_cmphex (colours[2], ==, colours[3]);
  g_assert_cmpfloat (patron_colour_contrast (colours[2], 0xffffffff), >,
                     patron_colour_contrast (colours[1], 0xffffffff));
  g_assert_cmpfloat (patron_colour_contrast (colours[1], 0xffffffff), >,
                     patron_colour_contrast (colours[0], 0xffffffff));
  g_assert_cmpuint (count_fills (scene, colours[2]), ==, 2);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LEGEND,
                                        "No value"));
}

/* A KPI's card has room for the bars and nothing else; a larger one for the
 * scale as well. */
static void
test_bullet_card (void)
{
  static const double sizes[][2] = {
    { 160, 24 }, { 220, 40 }, { 260, 64 }, { 90, 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_BULLET);
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronScene) scene = NULL;
      const double value[] = { 0.83 };

      patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
      patron_chart_add_target (chart, -INFINITY, 0.85);
      patron_chart_add_band (chart, TRUE, -INFINITY, 0.6, NULL,
                             PATRON_TONE_BAD);
      patron_chart_add_band (chart, TRUE, 0.6, INFINITY, NULL,
                             PATRON_TONE_GOOD);
      add_row (chart, data, NULL, value, 1);
      scene = lay_out (chart, data, sizes[i][0], sizes[i][1]);
      patron_scene_check (scene);
      g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_RECTANGLE,
                                            PATRON_ROLE_SERIES), ==, 1);
      /* The line of the target and the seam around it. */
      g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_RECTANGLE,
                                            PATRON_ROLE_TARGET), ==, 2);
    }
}

/* Letters that became shapes cover what the letters covered. */
static void
test_outline (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = patron_chart_sample (PATRON_CHART_FUNNEL,
                                                       data);
  g_autoptr (PatronScene) scene = lay_out (chart, data, 800, 450);
  guint n_halos = 0, n_texts = 0, n = patron_scene_get_n_items (scene);

  for (guint i = 0; i < n; i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      n_texts += item->kind == PATRON_ITEM_TEXT;
      n_halos += item->kind == PATRON_ITEM_TEXT && item->stroke != 0;
    }
  g_assert_cmpuint (n_texts, >, 10);
  patron_scene_outline (scene);
  g_assert_cmpuint (patron_scene_get_n_items (scene), ==, n + n_halos);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      g_assert_cmpint (item->kind, !=, PATRON_ITEM_TEXT);
      if (item->role == PATRON_ROLE_TITLE)
        g_assert_cmpuint (item->steps->len, >, 50);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/shapes/refused", test_refused);
  g_test_add_func ("/charts/shapes/no-whole", test_no_whole);
  g_test_add_func ("/charts/shapes/shares", test_shares);
  g_test_add_func ("/charts/shapes/donut", test_donut);
  g_test_add_func ("/charts/shapes/funnel", test_funnel);
  g_test_add_func ("/charts/shapes/heat-map", test_heat_map);
  g_test_add_func ("/charts/shapes/bullet-card", test_bullet_card);
  g_test_add_func ("/charts/shapes/outline", test_outline);
  return g_test_run ();
}
