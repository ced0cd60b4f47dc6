/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "patron-chart.h"
#include "patron-date.h"
#include "patron-fixed-measurer.h"
#include "patron-scene-check.h"

static const double sizes[][2] = {
  { 320, 200 }, { 800, 450 }, { 1920, 1080 },
};

/* A small repeatable generator: goldens must not depend on a library. */
static double
wobble (guint *state)
{
  *state = *state * 1103515245u + 12345u;
  return ((*state >> 16) & 0x7fff) / 32768.0;
}

static void
add_walk (PatronChartData *data,
          double           start,
          guint            seed,
          int              gap)
{
  double x[24], y[24];

  for (int i = 0; i < 24; i++)
    {
      x[i] = (double) patron_date_from_ymd (2023 + i / 12, i % 12 + 1, 1);
      start += (wobble (&seed) - 0.44) * 0.02;
      y[i] = i == gap ? NAN : start;
    }
  patron_chart_data_add (data, x, y, 24);
}

static PatronChart *
make_retention (void)
{
  PatronChart *chart = patron_chart_new (PATRON_CHART_LINE);

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  chart->direction = PATRON_DIRECTION_UP;
  patron_chart_add_series (chart, "Client retention");
  patron_chart_set_subtitle (chart, "Share of clients who bought again");
  patron_chart_set_note (chart, "Source: client accounts. Fictional.");
  patron_chart_add_target (chart, -INFINITY, 0.75);
  patron_chart_add_target (chart,
                           (double) patron_date_from_ymd (2024, 1, 1), 0.8);
  patron_chart_add_annotation (chart,
                               (double) patron_date_from_ymd (2023, 10, 1),
                               "Key-account team starts", 42);
  patron_chart_add_annotation (chart,
                               (double) patron_date_from_ymd (2024, 5, 1),
                               "Quarterly reviews for every client", 43);
  return chart;
}

static PatronChart *
make_segments (PatronChartData *data,
               guint            n)
{
  static const char *const names[] = {
    "Owners", "Heads of finance", "Health-care networks", "High-tech",
    "Start-ups", "Public bodies", "Charities", "Schools", "Farms", "Others",
  };
  PatronChart *chart = patron_chart_new (PATRON_CHART_LINE);

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  for (guint i = 0; i < n; i++)
    {
      patron_chart_add_series (chart, names[i]);
      add_walk (data, 0.6 + 0.02 * i, i + 7, -1);
    }
  patron_chart_set_title (chart, "Segments drift apart");
  return chart;
}

static PatronScene *
lay_out (const PatronChart     *chart,
         const PatronChartData *data,
         PatronThemeKind        kind,
         double                 width,
         double                 height)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  PatronTheme theme;

  patron_theme_init (&theme, kind);
  return patron_chart_layout (chart, data, &theme, width, height, measurer);
}

static void
test_golden (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PatronChart) chart = make_retention ();
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronScene) scene = NULL;
      g_autofree char *finding = NULL;
      g_autofree char *name = g_strdup_printf ("line-%g", sizes[i][0]);

      add_walk (data, 0.71, 3, 13);
      finding = patron_chart_write_finding (chart, data);
      patron_chart_set_title (chart, finding);
      scene = lay_out (chart, data, PATRON_THEME_LIGHT, sizes[i][0],
                       sizes[i][1]);
      patron_scene_check (scene);
      patron_scene_check_golden (scene, "charts", name);
    }
}

static void
test_golden_several (void)
{
  for (gsize i = 0; i < 2; i++)
    {
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronChart) chart = make_segments (data, 4);
      g_autofree char *name = g_strdup_printf ("lines-%g", sizes[i][0]);
      g_autoptr (PatronScene) scene = lay_out (
        chart, data, PATRON_THEME_DARK, sizes[i][0], sizes[i][1]);

      patron_scene_check (scene);
      patron_scene_check_golden (scene, "charts", name);
    }
}

static void
test_empty (void)
{
  g_autoptr (PatronChart) chart = make_retention ();
  g_autoptr (PatronChartData) none = patron_chart_data_new ();
  g_autoptr (PatronChartData) gaps = patron_chart_data_new ();
  const double x[] = { 19000, 19001 };
  const double y[] = { NAN, INFINITY };
  const PatronChartData *both[] = { none, gaps };

  patron_chart_data_add (gaps, x, y, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autoptr (PatronScene) scene = lay_out (chart, both[i],
                                               PATRON_THEME_LIGHT, 800, 450);

      g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_EMPTY,
                                            "There are no values yet"));
      g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_PATH,
                                            PATRON_ROLE_SERIES), ==, 0);
      g_assert_cmpuint (patron_scene_get_n_spots (scene), ==, 0);
      g_assert_nonnull (strstr (patron_scene_get_alt_text (scene),
                                "There are no values yet."));
      patron_scene_check (scene);
    }
}

static void
test_one_point (void)
{
  g_autoptr (PatronChart) chart = make_retention ();
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  g_autofree char *finding = NULL;
  const double x[] = { 19782 };
  const double y[] = { 0.62 };

  patron_chart_data_add (data, x, y, 1);
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (finding, ==, "Client retention stood at 62\xe2\x80\xaf% on"
                                " 29\xc2\xa0" "Feb 2024 and misses its target"
                                " of 80\xe2\x80\xaf%");
  scene = lay_out (chart, data, PATRON_THEME_LIGHT, 800, 450);
  patron_scene_check (scene);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "29\xc2\xa0" "Feb 2024"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_SERIES_LABEL,
                                        "62\xe2\x80\xaf%"));
  g_assert_cmpuint (patron_scene_get_n_spots (scene), ==, 1);
}

/* Values month by month, from January 2025 on. */
static void
assert_finding (const double    *values,
                gsize            n,
                double           target,
                PatronDirection  direction,
                const char      *expected)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_LINE);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  double x[24];
  g_autofree char *finding = NULL;

  for (gsize i = 0; i < n; i++)
    x[i] = (double) patron_date_from_ymd (2025 + (int) i / 12,
                                          (int) i % 12 + 1, 1);
  patron_chart_add_series (chart, "NPS");
  chart->direction = direction;
  patron_format_init (&chart->x.format, PATRON_FORMAT_DATE);
  if (!isnan (target))
    patron_chart_add_target (chart, -INFINITY, target);
  patron_chart_data_add (data, x, values, n);
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (finding, ==, expected);
}

/* A title never makes a change of two values that differ. */
static void
test_finding (void)
{
#define LAST "1\xc2\xa0" "Feb 2025"
  static const double two[] = { 10, 40 };
  static const double noise[]
    = { 29, 33, 38, 25, 33, 24, 38, 31, 27, 36, 27, 34 };
  static const double step[]
    = { 29, 33, 38, 25, 33, 24, 38, 31, 27, 36, 27, 28, 33, 29,
        50, 47, 53, 44, 53, 50, 47, 56, 47, 50 };
  static const double slope[]
    = { 50, 48, 49, 46, 45, 45, 42, 42, 40, 41, 38, 37, 36, 36, 33, 33, 31 };
  static const double same[] = { 7, 7, 7, 7, 7, 7 };

  assert_finding (two, 2, NAN, PATRON_DIRECTION_UP, "NPS stood at 40 on " LAST);
  assert_finding (two, 2, 40, PATRON_DIRECTION_UP,
                  "NPS stood at 40 on " LAST " and meets its target of 40");
  assert_finding (two, 2, 20, PATRON_DIRECTION_DOWN,
                  "NPS stood at 40 on " LAST " and misses its target of 20");
  assert_finding (noise, 12, NAN, PATRON_DIRECTION_UP, "NPS stays around 31");
  assert_finding (noise, 12, 50, PATRON_DIRECTION_UP,
                  "NPS stays around 31 and misses its target of 50");
  assert_finding (noise, 12, 30, PATRON_DIRECTION_UP,
                  "NPS stays around 31 and meets its target of 30 at times");
  /* Not “around 31” of a target of 31. */
  assert_finding (noise, 12, 31, PATRON_DIRECTION_UP,
                  "NPS stays around 31.3 and meets its target of 31 at times");
  assert_finding (step, 24, NAN, PATRON_DIRECTION_UP,
                  "NPS rose from about 31 to about 50 since March 2026");
  assert_finding (step, 24, 50, PATRON_DIRECTION_UP,
                  "NPS rose from about 31 to about 49.7 since March 2026 and"
                  " meets its target of 50 at times");
  assert_finding (step, 24, 60, PATRON_DIRECTION_UP,
                  "NPS rose from about 31 to about 50 since March 2026, but"
                  " still misses its target of 60");
  assert_finding (step, 24, 20, PATRON_DIRECTION_DOWN,
                  "NPS rose from about 31 to about 50 since March 2026 and"
                  " misses its target of 20");
  assert_finding (slope, 17, 35, PATRON_DIRECTION_DOWN,
                  "NPS fell gradually from about 50 to about 31 since January"
                  " 2025 and meets its target of 35");
  assert_finding (same, 6, 7, PATRON_DIRECTION_UP,
                  "NPS stays around 7 and meets its target of 7");
#undef LAST
}

/* A target that holds from today on is what the last value is held against,
 * where somebody knows of today. */
static void
test_aim (void)
{
  g_autoptr (PatronChart) chart = make_retention ();
  g_autoptr (PatronChart) copy = NULL;
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autofree char *finding = NULL;
  const double x[] = { 19782 };
  const double y[] = { 0.62 };

  patron_chart_data_add (data, x, y, 1);
  chart->aim = 0.6;
  copy = patron_chart_copy (chart);
  finding = patron_chart_write_finding (copy, data);
  g_assert_true (g_str_has_suffix (finding, " and meets its target of 60"
                                            "\xe2\x80\xaf%"));
}

/* The target is a dashed line of steps; its label says the last one. */
static void
test_target (void)
{
  g_autoptr (PatronChart) chart = make_retention ();
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  const PatronItem *target = NULL;

  add_walk (data, 0.71, 3, -1);
  scene = lay_out (chart, data, PATRON_THEME_LIGHT, 800, 450);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    if (patron_scene_get_item (scene, i)->role == PATRON_ROLE_TARGET)
      target = patron_scene_get_item (scene, i);
  g_assert_nonnull (target);
  g_assert_cmpfloat (target->dash, >, 0);
  g_assert_cmpuint (target->steps->len, ==, 4);
  /* The second target is higher, so it is drawn above the first. */
  g_assert_cmpfloat (g_array_index (target->steps, PatronPathStep, 3).y, <,
                     g_array_index (target->steps, PatronPathStep, 0).y);
  g_assert_cmpfloat (g_array_index (target->steps, PatronPathStep, 1).x, ==,
                     g_array_index (target->steps, PatronPathStep, 2).x);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_TARGET_LABEL,
                                        "Target 80\xe2\x80\xaf%"));
  g_assert_cmpfloat (patron_chart_get_target_at (chart, 0), ==, 0.75);
  g_assert_cmpfloat (patron_chart_get_target_at (chart, 99999), ==, 0.8);
}

/* A gap is a gap: the line lifts its pen, and a value between two gaps is
 * still seen as a point. */
static void
test_gaps (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_LINE);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  double x[300], y[300];
  guint n_moves = 0;

  for (int i = 0; i < 300; i++)
    {
      x[i] = 19000 + i;
      y[i] = i == 100 || i == 102 ? NAN : i;
    }
  patron_chart_data_add (data, x, y, 300);
  scene = lay_out (chart, data, PATRON_THEME_LIGHT, 800, 450);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind != PATRON_ITEM_PATH || item->role != PATRON_ROLE_SERIES)
        continue;
      for (guint j = 0; j < item->steps->len; j++)
        n_moves += g_array_index (item->steps, PatronPathStep, j).kind
                   == PATRON_STEP_MOVE;
    }
  g_assert_cmpuint (n_moves, ==, 2);
  g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_ARC,
                                        PATRON_ROLE_SERIES), ==, 2);
}

/* A hundred thousand points become one shape of a few thousand corners, which
 * reaches as high and as low as they do. */
static void
test_long (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_LINE);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  g_autofree double *x = g_new (double, 100000);
  g_autofree double *y = g_new (double, 100000);
  guint n_steps = 0;

  for (int i = 0; i < 100000; i++)
    {
      x[i] = 10000 + i / 20.0;
      y[i] = i == 31415 ? 1000 : sin (i / 700.0);
    }
  patron_chart_data_add (data, x, y, 100000);
  scene = lay_out (chart, data, PATRON_THEME_LIGHT, 800, 450);
  patron_scene_check (scene);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);
      double left, top, width, height;

      if (item->kind != PATRON_ITEM_PATH || item->role != PATRON_ROLE_SERIES)
        continue;
      n_steps += item->steps->len;
      patron_item_get_bounds (item, &left, &top, &width, &height);
      g_assert_cmphex (item->fill, !=, 0);
      g_assert_cmphex (item->stroke, ==, 0);
      g_assert_cmpfloat (height, >, 300);
    }
  g_assert_cmpuint (n_steps, >, 800);
  g_assert_cmpuint (n_steps, <, 2500);
  g_assert_cmpuint (patron_scene_get_n_spots (scene), <, 900);
}

/* A process that shifted, with a value left out, one unlike the others and a
 * forecast. */
static PatronChart *
make_process (PatronChartData *data)
{
  PatronChart *chart = patron_chart_new (PATRON_CHART_LINE);
  double x[20], y[20], low[20], high[20], samples[20];
  guint8 marks[20] = { 0 };
  PatronChartPoints points = { .x = x, .y = y, .low = low, .high = high,
                               .samples = samples, .marks = marks, .n = 20 };
  guint seed = 5;

  for (int i = 0; i < 20; i++)
    {
      x[i] = (double) patron_date_from_ymd (2023 + i / 12, i % 12 + 1, 1);
      y[i] = (i < 10 ? 40 : 60) + round (wobble (&seed) * 8);
      low[i] = high[i] = NAN;
      samples[i] = i == 0 ? 1 : 100 + i;
    }
  y[4] = 95;
  marks[4] = PATRON_POINT_EXCLUDED;
  y[7] = 20;
  marks[7] = PATRON_POINT_SIGNAL | PATRON_TONE_BAD;
  marks[12] = PATRON_POINT_SIGNAL | PATRON_TONE_GOOD;
  for (int i = 17; i < 20; i++)
    {
      marks[i] = PATRON_POINT_FORECAST;
      low[i] = y[i] - 4 * (i - 16);
      high[i] = y[i] + 4 * (i - 16);
    }
  patron_chart_data_add_points (data, &points);
  patron_chart_add_series (chart, "NPS");
  patron_chart_set_title (chart, "NPS shifted");
  patron_chart_add_limits (chart, -INFINITY, 32, 44, 56);
  patron_chart_add_limits (chart, x[10], 52, 64.5, 77);
  patron_chart_add_target (chart, -INFINITY, 64);
  return chart;
}

static const PatronItem *
find_marker (const PatronScene *scene,
             int                point)
{
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->role == PATRON_ROLE_SERIES && item->point == point)
        return item;
    }
  return NULL;
}

static void
test_process (void)
{
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronChart) chart = make_process (data);
      g_autofree char *name = g_strdup_printf ("process-%g", sizes[i][0]);
      g_autoptr (PatronScene) scene = lay_out (
        chart, data, PATRON_THEME_LIGHT, sizes[i][0], sizes[i][1]);

      patron_scene_check (scene);
      patron_scene_check_golden (scene, "charts", name);
      /* Told by shape and by colour: a square, a diamond, a hollow ring. */
      g_assert_cmphex (find_marker (scene, 7)->fill, ==,
                       theme.tones[PATRON_TONE_BAD]);
      g_assert_cmpint (find_marker (scene, 7)->kind, ==, PATRON_ITEM_PATH);
      g_assert_cmphex (find_marker (scene, 12)->fill, ==,
                       theme.tones[PATRON_TONE_GOOD]);
      g_assert_cmphex (find_marker (scene, 4)->fill, ==, theme.background);
      g_assert_cmphex (find_marker (scene, 4)->stroke, ==, theme.dim);
    }
}

/* Limits, signals and forecasts are said in words. */
static void
test_process_words (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = make_process (data);
  g_autoptr (PatronScene) scene = lay_out (chart, data, PATRON_THEME_LIGHT,
                                           800, 450);
  g_autofree char *first = patron_scene_describe_spot (scene, 0);
  g_autofree char *left_out = patron_scene_describe_spot (scene, 4);
  g_autofree char *after = patron_scene_describe_spot (scene, 5);
  g_autofree char *signal = patron_scene_describe_spot (scene, 7);
  g_autofree char *forecast = patron_scene_describe_spot (scene, 19);

  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LIMIT_LABEL,
                                        "Upper limit 77.0"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LIMIT_LABEL,
                                        "Mean 64.5"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LIMIT_LABEL,
                                        "Lower limit 52.0"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LEGEND,
                                        "Unusually bad"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LEGEND,
                                        "Left out"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_SERIES_LABEL,
                                        "forecast"));
  g_assert_cmpstr (first, ==, "NPS, 1\xc2\xa0Jan 2023: 45\nOnly 1 answer");
  g_assert_true (g_str_has_suffix (left_out, ": 95\n104 answers\nLeft out"));
  /* What was left out is nothing to compare with. */
  g_assert_nonnull (strstr (after, ": 46\nDown 2\n105 answers"));
  g_assert_true (g_str_has_suffix (signal, "\nUnusually bad"));
  g_assert_true (
    g_str_has_suffix (forecast, "\nBetween 54 and 78\n119 answers\nForecast"));
}

static PatronChart *
make_area (PatronChartData *data,
           PatronStack      stack)
{
  PatronChart *chart = patron_chart_new (PATRON_CHART_AREA);
  const double x[] = { 19000, 19031, 19062, 19093 };
  const double phone[] = { 40, 30, NAN, 10 };
  const double chat[] = { 10, 20, 30, 40 };

  patron_chart_add_series (chart, "Phone");
  patron_chart_add_series (chart, "Chat");
  patron_chart_data_add (data, x, phone, 4);
  patron_chart_data_add (data, x + 1, chat + 1, 3);
  chart->stack = stack;
  return chart;
}

/* Layers stand on one another and begin at zero; where one is missing, the
 * sum is not known. */
static void
test_area (void)
{
  static const char *const names[] = { "area", "area-sum", "area-percent" };

  for (int stack = 0; stack < 3; stack++)
    for (gsize i = 0; i < 2; i++)
      {
        g_autoptr (PatronChartData) data = patron_chart_data_new ();
        g_autoptr (PatronChart) chart = make_area (data, (PatronStack) stack);
        g_autofree char *name = g_strdup_printf ("%s-%g", names[stack],
                                                 sizes[i][0]);
        g_autoptr (PatronScene) scene = lay_out (
          chart, data, PATRON_THEME_LIGHT, sizes[i][0], sizes[i][1]);

        patron_scene_check (scene);
        patron_scene_check_golden (scene, "charts", name);
        g_assert_true (patron_scene_has_text (
          scene, PATRON_ROLE_AXIS_LABEL, stack == 2 ? "0\xe2\x80\xaf%" : "0"));
        if (i > 0)
          g_assert_true (patron_scene_has_text (
            scene, PATRON_ROLE_SERIES_LABEL,
            stack == 2 ? "Chat 80\xe2\x80\xaf%" : "Chat 40"));
      }
}

/* What goes below zero is not stacked on what goes above. */
static void
test_area_negative (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = make_area (data, PATRON_STACK_SUM);
  g_autoptr (PatronScene) scene = NULL;
  const double x[] = { 19000, 19093 };
  const double y[] = { -50, 30 };

  patron_chart_data_add (data, x, y, 2);
  scene = lay_out (chart, data, PATRON_THEME_LIGHT, 800, 450);
  patron_scene_check (scene);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "\xe2\x88\x92" "40"));
}

/* Of a sparkline there is the line, the target and the last value: no words,
 * but spots that say them. */
static void
test_sparkline (void)
{
  g_autoptr (PatronChart) chart = make_retention ();
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;

  chart->kind = PATRON_CHART_SPARKLINE;
  add_walk (data, 0.71, 3, 13);
  scene = lay_out (chart, data, PATRON_THEME_LIGHT, 120, 32);
  patron_scene_check (scene);
  patron_scene_check_golden (scene, "charts", "sparkline-120");
  g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_ARC,
                                        PATRON_ROLE_SERIES), ==, 1);
  g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_PATH,
                                        PATRON_ROLE_TARGET), ==, 1);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);
      double left, top, width, height;

      g_assert_cmpint (item->kind, !=, PATRON_ITEM_TEXT);
      patron_item_get_bounds (item, &left, &top, &width, &height);
      g_assert_cmpfloat (left, >=, 0);
      g_assert_cmpfloat (top, >=, 0);
      g_assert_cmpfloat (left + width, <=, 120);
      g_assert_cmpfloat (top + height, <=, 32);
    }
  g_assert_cmpuint (patron_scene_get_n_spots (scene), ==, 23);
  g_assert_nonnull (strstr (patron_scene_get_alt_text (scene), "71.5"));
}

/* Points come in any order; those that are nowhere are left out, with all that
 * is known of them. */
static void
test_order (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  double x[] = { 3, NAN, 1, INFINITY, 2, -INFINITY };
  double y[] = { 30, 99, 10, 99, INFINITY, 99 };
  double rising[] = { 1, 2, 2, 7 }, same[] = { 5, 6, -INFINITY, 8 };
  char *names[] = { (char *) "c", (char *) "-", (char *) "a", (char *) "-",
                    (char *) "b", (char *) "-" };
  PatronChartPoints points = { .x = x, .y = y, .names = names, .n = 6 };
  const PatronChartPoints *sorted, *kept;

  patron_chart_data_add_points (data, &points);
  patron_chart_data_add (data, rising, same, 4);
  sorted = &g_array_index (data->series, PatronChartPoints, 0);
  g_assert_cmpuint (sorted->n, ==, 3);
  g_assert_cmpfloat (sorted->x[0], ==, 1);
  g_assert_cmpfloat (sorted->x[2], ==, 3);
  g_assert_cmpfloat (sorted->y[2], ==, 30);
  g_assert_true (isnan (sorted->y[1]));
  g_assert_cmpstr (sorted->names[1], ==, "b");
  kept = &g_array_index (data->series, PatronChartPoints, 1);
  g_assert_cmpuint (kept->n, ==, 4);
  g_assert_cmpfloat (kept->y[1], ==, 6);
  g_assert_true (isnan (kept->y[2]));
  g_assert_cmpfloat (kept->x[3], ==, 7);
}

static guint
count_headings (const PatronScene *scene)
{
  return patron_scene_count (scene, PATRON_ITEM_TEXT, PATRON_ROLE_HEADING);
}

/* Every series has a panel with its name; all panels have one size and one
 * scale, and what finds no room is counted. */
static void
test_multiples (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = make_segments (data, 10);
  g_autoptr (PatronScene) wide = NULL;
  g_autoptr (PatronScene) narrow = NULL;
  double heights[10] = { 0 };

  chart->kind = PATRON_CHART_MULTIPLES;
  patron_chart_add_target (chart, -INFINITY, 0.7);
  wide = lay_out (chart, data, PATRON_THEME_LIGHT, 800, 450);
  narrow = lay_out (chart, data, PATRON_THEME_LIGHT, 200, 160);
  patron_scene_check (wide);
  patron_scene_check (narrow);
  patron_scene_check_reach (wide);
  g_assert_cmpuint (count_headings (wide), ==, 10);
  g_assert_true (patron_scene_has_text (wide, PATRON_ROLE_HEADING, "Farms"));
  g_assert_true (patron_scene_has_text (wide, PATRON_ROLE_NOTE,
                                        "Target 70\xe2\x80\xaf%"));
  g_assert_cmpuint (patron_scene_count (wide, PATRON_ITEM_PATH,
                                        PATRON_ROLE_TARGET), ==, 10);
  g_assert_cmpuint (count_headings (narrow), <, 10);
  /* The same change is as many px in each panel. */
  for (guint i = 0; i < patron_scene_get_n_spots (wide); i++)
    {
      const PatronSpot *spot = patron_scene_get_spot (wide, i);
      const PatronSpot *next = i + 1 < patron_scene_get_n_spots (wide)
                                 ? patron_scene_get_spot (wide, i + 1)
                                 : NULL;

      if (next != NULL && next->series == spot->series
          && fabs (next->value_y - spot->value_y) > 1e-6)
        heights[spot->series] = (next->anchor_y - spot->anchor_y)
                                / (next->value_y - spot->value_y);
    }
  for (int i = 1; i < 10; i++)
    g_assert_cmpfloat_with_epsilon (heights[i], heights[0], 1e-6);
}

/* Many series in little room are named above, and what finds no room there is
 * counted. */
static void
test_legend (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = make_segments (data, 10);
  g_autoptr (PatronScene) wide = lay_out (chart, data, PATRON_THEME_LIGHT,
                                          800, 450);
  g_autoptr (PatronScene) narrow = lay_out (chart, data, PATRON_THEME_LIGHT,
                                            320, 200);

  patron_scene_check (wide);
  patron_scene_check (narrow);
  g_assert_true (patron_scene_has_text (wide, PATRON_ROLE_LEGEND, "Others"));
  g_assert_true (patron_scene_has_text (narrow, PATRON_ROLE_LEGEND, "+"));
  g_assert_false (patron_scene_has_text (narrow, PATRON_ROLE_LEGEND,
                                         "Others"));
}

static void
test_right_to_left (void)
{
  g_autoptr (PatronChart) chart = make_retention ();
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  g_autoptr (PatronScene) scene = NULL;
  PatronTheme theme;

  patron_chart_set_title (chart, "שימור הלקוחות עלה");
  add_walk (data, 0.71, 3, -1);
  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  theme.rtl = TRUE;
  scene = patron_chart_layout (chart, data, &theme, 800, 450, measurer);
  patron_scene_check (scene);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->role != PATRON_ROLE_TITLE)
        continue;
      g_assert_true (item->rtl);
      g_assert_cmpint (item->align, ==, PATRON_ALIGN_RIGHT);
      g_assert_cmpfloat (item->x, >, 700);
    }
  /* Time runs to the left. */
  g_assert_cmpfloat (patron_scene_get_spot (scene, 2)->anchor_x, >,
                     patron_scene_get_spot (scene, 3)->anchor_x);
}

static char *
random_text (void)
{
  static const char *const samples[] = {
    "", "NPS", "Share of clients who bought again within twelve months",
    "broken \xff\xfe utf-8", "two\nlines\r\nand\ttabs", "שימור הלקוחות",
    "客户保留率客户保留率客户保留率客户保留率", "Donaudampfschifffahrtsgesellschaft",
    "   ", "👩\xe2\x80\x8d🚒👨\xe2\x80\x8d👩\xe2\x80\x8d👧",
  };
  int i = g_test_rand_int_range (0, G_N_ELEMENTS (samples) + 1);

  return i < (int) G_N_ELEMENTS (samples) ? g_strdup (samples[i])
                                          : g_strnfill (5000, 'w');
}

static double
random_number (void)
{
  static const double odd[] = {
    NAN, INFINITY, -INFINITY, 1e308, -1e308, 0, 5e-324, 1e15,
  };
  int i = g_test_rand_int_range (0, 60);

  if (i < (int) G_N_ELEMENTS (odd))
    return odd[i];
  return g_test_rand_double_range (-100, 100);
}

static void
add_special (PatronChartData *data,
             double          *x,
             double          *y,
             int              n,
             gboolean         odd)
{
  g_autofree double *low = g_new (double, n + 1);
  g_autofree double *high = g_new (double, n + 1);
  g_autofree double *samples = g_new (double, n + 1);
  g_autofree guint8 *marks = g_new0 (guint8, n + 1);
  PatronChartPoints points = { .x = x, .y = y, .low = low, .high = high,
                               .samples = samples, .marks = marks,
                               .n = (gsize) n };

  for (int i = 0; i < n; i++)
    {
      low[i] = odd ? random_number () : y[i] - 5;
      high[i] = odd ? random_number () : y[i] + 5;
      samples[i] = random_number ();
      marks[i] = g_test_rand_int_range (0, 3) == 0
                   ? (guint8) g_test_rand_int_range (0, 256)
                   : PATRON_POINT_PLAIN;
    }
  patron_chart_data_add_points (data, &points);
}

static void
add_random_series (PatronChartData *data,
                   gboolean         special)
{
  static const int counts[] = { 0, 1, 2, 3, 24, 400, 5000 };
  int n = counts[g_test_rand_int_range (0, G_N_ELEMENTS (counts))];
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = g_new (double, n + 1);
  gboolean odd = g_test_rand_bit ();

  for (int i = 0; i < n; i++)
    {
      x[i] = odd && g_test_rand_int_range (0, 20) == 0
               ? random_number () * 1e4
               : 19000 + i * 7;
      y[i] = odd ? random_number () : 50 + 40 * sin (i / 9.0);
    }
  if (!special)
    {
      patron_chart_data_add (data, x, y, (gsize) n);
      return;
    }
  add_special (data, x, y, n, odd);
}

static PatronChart *
random_chart (PatronChartData *data)
{
  static const PatronChartKind kinds[] = {
    PATRON_CHART_LINE, PATRON_CHART_LINE, PATRON_CHART_AREA,
    PATRON_CHART_SPARKLINE,
  };
  PatronChart *chart = patron_chart_new (
    kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
  int n = g_test_rand_int_range (0, 12);

  patron_format_init (&chart->y.format,
                      (PatronFormatKind) g_test_rand_int_range (0, 4));
  chart->y.title = random_text ();
  chart->y.zero = g_test_rand_bit () ? PATRON_ZERO_SHOWN : PATRON_ZERO_AUTO;
  chart->direction = (PatronDirection) g_test_rand_int_range (0, 3);
  chart->legend = (PatronLegend) g_test_rand_int_range (0, 4);
  chart->stack = (PatronStack) g_test_rand_int_range (0, 3);
  chart->value_labels = (PatronValueLabels) g_test_rand_int_range (0, 3);
  chart->title = random_text ();
  chart->subtitle = random_text ();
  chart->note = random_text ();
  chart->target_label = random_text ();
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = random_text ();

      if (g_test_rand_int_range (0, 5) > 0)
        patron_chart_add_series (chart, name);
      add_random_series (data, g_test_rand_bit ());
    }
  if (chart->series->len > 1)
    g_array_index (chart->series, PatronChartSeries, 1).expected
      = g_test_rand_bit ();
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    patron_chart_add_limits (chart, i == 3 ? -INFINITY : 19000 + i * 60,
                             random_number (), random_number (),
                             random_number ());
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    patron_chart_add_target (chart, g_test_rand_bit () ? -INFINITY : 19300,
                             random_number ());
  for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
    {
      g_autofree char *text = random_text ();

      patron_chart_add_annotation (chart, 19000 + 40 * i, text, i);
      patron_chart_add_band (chart, g_test_rand_bit (), random_number (),
                             random_number () + 19000, text,
                             (PatronTone) (i % PATRON_N_TONES));
    }
  return chart;
}

/* Any chart of any data at any size: everything has a place, all text is
 * inside of the picture, no label stands over another. */
static void
test_any (void)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();

  for (int i = 0; i < 400 && !g_test_failed (); i++)
    {
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronChart) chart = random_chart (data);
      g_autoptr (PatronChart) copy = patron_chart_copy (chart);
      g_autoptr (PatronScene) scene = NULL;
      int size = g_test_rand_int_range (0, 5);
      double width = size < 3 ? sizes[size][0]
                              : g_test_rand_double_range (1, 1200);
      double height = size < 3 ? sizes[size][1]
                               : g_test_rand_double_range (1, 800);
      PatronTheme theme;

      patron_theme_init (&theme, (PatronThemeKind) (i % PATRON_N_THEMES));
      theme.rtl = g_test_rand_bit ();
      theme.text_scale = g_test_rand_int_range (0, 4) == 0 ? 2 : 1;
      scene = patron_chart_layout (copy, data, &theme, width, height,
                                   measurer);
      patron_scene_check (scene);
      g_assert_true (g_utf8_validate (patron_scene_get_alt_text (scene), -1,
                                      NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/line/golden", test_golden);
  g_test_add_func ("/charts/line/golden-several", test_golden_several);
  g_test_add_func ("/charts/line/empty", test_empty);
  g_test_add_func ("/charts/line/one-point", test_one_point);
  g_test_add_func ("/charts/line/finding", test_finding);
  g_test_add_func ("/charts/line/aim", test_aim);
  g_test_add_func ("/charts/line/target", test_target);
  g_test_add_func ("/charts/line/gaps", test_gaps);
  g_test_add_func ("/charts/line/long", test_long);
  g_test_add_func ("/charts/line/process", test_process);
  g_test_add_func ("/charts/line/process-words", test_process_words);
  g_test_add_func ("/charts/line/area", test_area);
  g_test_add_func ("/charts/line/area-negative", test_area_negative);
  g_test_add_func ("/charts/line/sparkline", test_sparkline);
  g_test_add_func ("/charts/line/multiples", test_multiples);
  g_test_add_func ("/charts/line/order", test_order);
  g_test_add_func ("/charts/line/legend", test_legend);
  g_test_add_func ("/charts/line/right-to-left", test_right_to_left);
  g_test_add_func ("/charts/line/any", test_any);
  return g_test_run ();
}
