/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How values spread: bins, scores, and the charts of both. */

#include <math.h>
#include <string.h>

#include "patron-chart.h"
#include "patron-fixed-measurer.h"
#include "patron-scene-check.h"
#include "patron-score-scale.h"
#include "patron-values.h"

static const double sizes[][2] = {
  { 320, 200 }, { 800, 450 }, { 1920, 1080 },
};

static void
init_values (PatronValues *values,
             const double *y,
             gsize         n)
{
  PatronChartPoints points = { .x = (double *) y, .y = (double *) y, .n = n };

  patron_values_init (values, &points);
}

/* Definition 7 of Hyndman and Fan, as R's quantile() has it. */
static void
test_quantiles (void)
{
  const double y[] = { 3, 1, 4, 1, 5, 9, 2, 6 };
  PatronValues values;

  init_values (&values, y, 8);
  g_assert_cmpfloat (values.n, ==, 8);
  g_assert_true (values.whole);
  g_assert_cmpfloat_with_epsilon (patron_values_quantile (&values, 0), 1,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (patron_values_quantile (&values, 0.25),
                                  1.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (patron_values_quantile (&values, 0.5), 3.5,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (patron_values_quantile (&values, 0.9), 6.9,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (patron_values_quantile (&values, 1), 9,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (patron_values_mean (&values), 3.875, 1e-12);
  patron_values_clear (&values);
}

/* Counted values are the same as values given as often. */
static void
test_counted (void)
{
  double y[] = { 2, 5, 7, 7 }, size[] = { 3, 1, 0, NAN };
  guint8 marks[] = { 0, 0, 0, 0 };
  const double each[] = { 2, 2, 2, 5 };
  PatronChartPoints points = { .x = y, .y = y, .size = size, .marks = marks,
                               .n = 4 };
  PatronValues counted, given;

  patron_values_init (&counted, &points);
  init_values (&given, each, 4);
  g_assert_cmpfloat (counted.n, ==, given.n);
  for (double share = 0; share <= 1; share += 0.125)
    g_assert_cmpfloat_with_epsilon (patron_values_quantile (&counted, share),
                                    patron_values_quantile (&given, share),
                                    1e-12);
  marks[1] = PATRON_POINT_EXCLUDED;
  patron_values_clear (&counted);
  patron_values_init (&counted, &points);
  g_assert_cmpfloat (counted.n, ==, 3);
  patron_values_clear (&counted);
  patron_values_clear (&given);
}

static void
assert_bins (const double *y,
             gsize         n,
             guint         most,
             double        from,
             double        width,
             guint         n_bins)
{
  PatronValues values;
  PatronBins bins;

  init_values (&values, y, n);
  patron_bins_init (&bins, &values, most);
  g_assert_cmpfloat_with_epsilon (bins.from, from, 1e-9 * MAX (1, fabs (from)));
  g_assert_cmpfloat_with_epsilon (bins.width, width, 1e-9 * width);
  g_assert_cmpuint (bins.n, ==, n_bins);
  patron_values_clear (&values);
}

static void
test_bins (void)
{
  const double few[] = { 3, 5, 4, 4, 7 };
  const double same[] = { 12, 12, 12 };
  const double shares[] = { 0.11, 0.17, 0.2, 0.23, 0.31, 0.5 };
  double whole[101], orders[11];

  /* Whole numbers stand each in the middle of their own. */
  assert_bins (few, 5, 60, 2.5, 1, 5);
  assert_bins (same, 3, 60, 11.5, 1, 1);
  /* IQR 0.1125, so 0.124 wide: rounded up to 0.2. */
  assert_bins (shares, 6, 60, 0, 0.2, 3);
  /* 0 to 100: IQR 50, so 21.5 wide, rounded to 25: 75 to 99 are a bin, and
   * 100 is in the next. */
  for (int i = 0; i <= 100; i++)
    whole[i] = i;
  assert_bins (whole, 101, 60, 0, 25, 5);
  /* Ten orders of magnitude do not make more bins than there is room for. */
  for (int i = 0; i <= 10; i++)
    orders[i] = pow (10, i - 5);
  assert_bins (orders, 11, 20, 0, 1e4, 10);
}

/* Every value falls into a bin whose edges hold it, and none is lost. */
static void
test_bins_any (void)
{
  for (int round = 0; round < 300; round++)
    {
      double y[200];
      int n = g_test_rand_int_range (1, 200);
      double scale = pow (10, g_test_rand_double_range (-8, 12));
      gboolean whole = g_test_rand_bit ();
      PatronValues values;
      PatronBins bins;

      for (int i = 0; i < n; i++)
        {
          y[i] = g_test_rand_double_range (-1, 1) * scale;
          if (whole)
            y[i] = floor (y[i]);
        }
      init_values (&values, y, (gsize) n);
      patron_bins_init (&bins, &values, 40);
      g_assert_cmpuint (bins.n, >, 0);
      g_assert_cmpuint (bins.n, <=, 41);
      for (int i = 0; i < n; i++)
        {
          guint bin = patron_bins_find (&bins, y[i]);
          double left = bins.from + bins.width * bin;

          g_assert_cmpuint (bin, <, bins.n);
          g_assert_cmpfloat (y[i], >=, left - bins.width * 1e-6);
          g_assert_cmpfloat (y[i], <=, left + bins.width * (1 + 1e-6));
        }
      patron_values_clear (&values);
    }
}

static void
add_answers (PatronChart     *chart,
             PatronChartData *data,
             const char      *name,
             const double    *counts,
             int              from,
             int              n)
{
  double x[16], y[16];
  PatronChartPoints points = { .x = x, .y = y, .size = (double *) counts,
                               .n = (gsize) n };

  for (int i = 0; i < n; i++)
    {
      x[i] = i;
      y[i] = from + i;
    }
  patron_chart_add_series (chart, name);
  patron_chart_data_add_points (data, &points);
}

static const double recommend[] = { 3, 1, 2, 4, 3, 9, 8, 18, 31, 27, 22 };
static const double satisfied[] = { 4, 9, 20, 43, 31 };

static void
test_scales (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_DISTRIBUTION);
  g_autoptr (PatronChartData) ten = patron_chart_data_new ();
  g_autoptr (PatronChartData) five = patron_chart_data_new ();
  g_autoptr (PatronChartData) none = patron_chart_data_new ();
  const double odd[] = { 0.5, 0.25, 17, -3 };

  add_answers (chart, ten, "", recommend, 0, 11);
  add_answers (chart, five, "", satisfied, 1, 5);
  patron_chart_data_add (none, odd, odd, 4);
  g_assert_cmpint (patron_score_scale_find (chart, ten), ==,
                   PATRON_SCORES_RECOMMEND);
  g_assert_cmpint (patron_score_scale_find (chart, five), ==,
                   PATRON_SCORES_SATISFACTION);
  g_assert_cmpint (patron_score_scale_find (chart, none), ==,
                   PATRON_SCORES_NONE);
  chart->y.min = 1;
  chart->y.max = 7;
  g_assert_cmpint (patron_score_scale_find (chart, five), ==,
                   PATRON_SCORES_EFFORT);
}

static PatronScene *
lay_out (const PatronChart     *chart,
         const PatronChartData *data,
         const double          *size)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  return patron_chart_layout (chart, data, &theme, size[0], size[1], measurer);
}

static void
check (const PatronChart     *chart,
       const PatronChartData *data,
       const char            *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%g", name, sizes[i][0]);
      g_autoptr (PatronScene) scene = lay_out (chart, data, sizes[i]);

      patron_scene_check (scene);
      patron_scene_check_contrast (scene);
      patron_scene_check_reach (scene);
      patron_scene_check_golden (scene, "charts", file);
    }
}

/* Promoters, passives and detractors are bracketed with their shares, and the
 * score comes with its interval. */
static void
test_recommend (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_DISTRIBUTION);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *worst = NULL;

  add_answers (chart, data, "Recommend", recommend, 0, 11);
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (finding, ==, "38\xe2\x80\xaf% are promoters and"
                                " 23\xe2\x80\xaf% detractors: NPS +15");
  patron_chart_set_title (chart, finding);
  check (chart, data, "distribution");
  scene = lay_out (chart, data, sizes[1]);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Detractors 23\xe2\x80\xaf%"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Passives 38\xe2\x80\xaf%"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Promoters 38\xe2\x80\xaf%"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_SERIES_LABEL,
                                        "128 answers"));
  worst = patron_scene_describe_spot (scene, 0);
  g_assert_cmpstr (worst, ==, "0 (Detractors): 3 answers\n"
                              "2\xe2\x80\xaf% of all");
}

/* The published example: 74 of 107 are 69 %, between 60 and 77. */
static void
test_satisfied (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_DISTRIBUTION);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;

  add_answers (chart, data, "Satisfied", satisfied, 1, 5);
  scene = lay_out (chart, data, sizes[1]);
  patron_scene_check (scene);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_SERIES_LABEL,
                                        "CSAT 69\xe2\x80\xaf%"));
  g_assert_true (patron_scene_has_text (
    scene, PATRON_ROLE_SERIES_LABEL,
    "interval 60\xe2\x80\xaf% to 77\xe2\x80\xaf%"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Satisfied 69\xe2\x80\xaf%"));
}

/* Few answers and answers off the scale are said. */
static void
test_small (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_DISTRIBUTION);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  const double y[] = { 9, 10, 3, 11 };

  chart->y.min = 0;
  chart->y.max = 10;
  patron_chart_data_add (data, y, y, 4);
  scene = lay_out (chart, data, sizes[2]);
  patron_scene_check (scene);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_NOTE,
                                        "So few answers"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_NOTE,
                                        "1 answer is not on the scale"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_SERIES_LABEL,
                                        "NPS +33"));
}

/* Several groups of customers are rows, each with its score. */
static void
test_rows (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_DISTRIBUTION);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autofree char *finding = NULL;
  const double other[] = { 9, 9, 9, 0, 0, 0, 0, 1, 1, 1, 1 };

  add_answers (chart, data, "Owners", recommend, 0, 11);
  add_answers (chart, data, "Start-ups", other, 0, 11);
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (finding, ==,
                   "The score is highest for Owners with +15, lowest for"
                   " Start-ups with \xe2\x88\x92" "81");
  check (chart, data, "distributions");
}

static void
test_histogram (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_HISTOGRAM);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *first = NULL;
  double y[200];

  for (int i = 0; i < 200; i++)
    y[i] = 40 + 13 * sin (i * 1.7) + 11 * sin (i * 0.31) + 4 * cos (i * 9.1);
  chart->averages = PATRON_AVERAGE_MEAN | PATRON_AVERAGE_MEDIAN;
  chart->y.title = g_strdup ("hours");
  patron_chart_add_series (chart, "Time to answer");
  patron_chart_add_target (chart, -INFINITY, 48);
  patron_chart_data_add (data, y, y, 200);
  finding = patron_chart_write_finding (chart, data);
  patron_chart_set_title (chart, finding);
  check (chart, data, "histogram");
  scene = lay_out (chart, data, sizes[1]);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_NOTE,
                                        "rule of Freedman and Diaconis"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_ANNOTATION,
                                        "Target 48"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_ANNOTATION,
                                        "Median"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "hours"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Number of values"));
  first = patron_scene_describe_spot (scene, 3);
  g_assert_nonnull (strstr (first, " of all"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/values/quantiles", test_quantiles);
  g_test_add_func ("/charts/values/counted", test_counted);
  g_test_add_func ("/charts/values/bins", test_bins);
  g_test_add_func ("/charts/values/bins-any", test_bins_any);
  g_test_add_func ("/charts/values/scales", test_scales);
  g_test_add_func ("/charts/values/recommend", test_recommend);
  g_test_add_func ("/charts/values/satisfied", test_satisfied);
  g_test_add_func ("/charts/values/small", test_small);
  g_test_add_func ("/charts/values/rows", test_rows);
  g_test_add_func ("/charts/values/histogram", test_histogram);
  return g_test_run ();
}
