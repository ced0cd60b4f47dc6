/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Values by category: bars, columns, lollipops, dumbbells, slopes, paretos,
 * waterfalls, tornados. */

#include <math.h>
#include <string.h>

#include "patron-category-samples.h"
#include "patron-fixed-measurer.h"
#include "patron-scene-check.h"

static const PatronChartKind kinds[] = {
  PATRON_CHART_BAR, PATRON_CHART_COLUMN, PATRON_CHART_LOLLIPOP,
  PATRON_CHART_DUMBBELL, PATRON_CHART_SLOPE, PATRON_CHART_PARETO,
  PATRON_CHART_WATERFALL, PATRON_CHART_TORNADO,
};

static PatronScene *
lay_out (const PatronChart     *chart,
         const PatronChartData *data,
         double                 width,
         double                 height)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  PatronTheme theme;
  PatronScene *scene;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  scene = patron_chart_layout (chart, data, &theme, width, height, measurer);
  patron_scene_check (scene);
  patron_scene_check_contrast (scene);
  return scene;
}

static void
add_values (PatronChart     *chart,
            PatronChartData *data,
            const char      *name,
            const double    *y,
            gsize            n)
{
  g_autofree double *x = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *category
        = g_strdup_printf ("%c", (char) ('A' + (int) (i % 26)));

      x[i] = (double) i;
      if (data->series->len == 0)
        patron_chart_data_add_category (data, category);
    }
  patron_chart_add_series (chart, name);
  patron_chart_data_add (data, x, y, n);
}

/* The bar of a point, or %NULL. */
static const PatronItem *
find_bar (const PatronScene *scene,
          int                series,
          int                point)
{
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind == PATRON_ITEM_RECTANGLE
          && item->role == PATRON_ROLE_SERIES && item->series == series
          && item->point == point)
        return item;
    }
  return NULL;
}

static void
test_golden (void)
{
  static const double sizes[][2] = { { 320, 200 }, { 800, 450 } };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (PatronChartData) data = patron_chart_data_new ();
        g_autoptr (PatronChart) chart
          = patron_category_sample (kinds[k], data);
        g_autofree char *name = g_strdup_printf (
          "%s-%g", patron_chart_kind_get_id (kinds[k]), sizes[i][0]);
        g_autoptr (PatronScene) scene = lay_out (chart, data, sizes[i][0],
                                                 sizes[i][1]);

        patron_scene_check_golden (scene, "charts", name);
      }
}

static void
assert_sample (PatronChartKind  kind,
               const char      *finding)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = patron_category_sample (kind, data);

  g_assert_cmpstr (chart->title, ==, finding);
}

#define SPACE "\xe2\x80\xaf"

static void
test_finding (void)
{
  assert_sample (PATRON_CHART_BAR,
                 "Key accounts above Charities: 62" SPACE "% against"
                 " 21" SPACE "%");
  assert_sample (PATRON_CHART_COLUMN,
                 "Key accounts highest with 184, Public bodies lowest with"
                 " 21");
  assert_sample (PATRON_CHART_LOLLIPOP,
                 "Key accounts highest with 48, Charities lowest with"
                 " \xe2\x88\x92" "18");
  assert_sample (PATRON_CHART_DUMBBELL,
                 "Widest gap at Quote: Felt 3.2, Expected 6.0");
  assert_sample (PATRON_CHART_SLOPE,
                 "Health-care networks rose most, from 48" SPACE "% to 61"
                 SPACE "%; Heads of finance fell most, from 58" SPACE "% to"
                 " 52" SPACE "%");
  assert_sample (PATRON_CHART_PARETO,
                 "3 of 8 make up 83" SPACE "% of the total");
  assert_sample (PATRON_CHART_WATERFALL,
                 "Largest rise: New from referrals (+64), largest fall: Left"
                 " for price (\xe2\x88\x92" "47)");
  assert_sample (PATRON_CHART_TORNADO,
                 "Widest range: Years as a client, from €70 to €190");
}

static char *
find_with_intervals (double half,
                     double samples)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_BAR);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  double x[] = { 0, 1, 2 }, y[] = { 50, 40, 20 };
  double low[] = { 50 - half, 40 - half, 20 - half };
  double high[] = { 50 + half, 40 + half, 20 + half };
  double n[] = { samples, 100, 100 };
  PatronChartPoints points = { .x = x, .y = y, .low = low, .high = high,
                               .samples = n, .n = 3 };

  patron_chart_data_add_category (data, "A");
  patron_chart_data_add_category (data, "B");
  patron_chart_data_add_category (data, "C");
  patron_chart_add_series (chart, "Score");
  patron_chart_data_add_points (data, &points);
  return patron_chart_write_finding (chart, data);
}

/* What the values cannot carry is not said. */
static void
test_honest_finding (void)
{
  g_autofree char *sure = find_with_intervals (4, 100);
  g_autofree char *half = find_with_intervals (6, 100);
  g_autofree char *unsure = find_with_intervals (16, 100);
  g_autofree char *few = find_with_intervals (4, 9);

  g_assert_cmpstr (sure, ==, "A highest with 50, C lowest with 20");
  g_assert_cmpstr (half, ==, "A above C: 50 against 20");
  g_assert_cmpstr (unsure, ==,
                   "The differences are within the margins of error");
  g_assert_null (few);
}

/* What is forecast or left out is drawn so, explained, and found nothing
 * about; what stands out has a mark beside its colour. */
static void
test_marks (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_COLUMN);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *words = NULL;
  double x[] = { 0, 1, 2, 3 }, y[] = { 70, 50, 60, 10 };
  guint8 marks[] = { PATRON_POINT_FORECAST, 0,
                     PATRON_POINT_SIGNAL | PATRON_TONE_GOOD,
                     PATRON_POINT_EXCLUDED };
  PatronChartPoints points = { .x = x, .y = y, .marks = marks, .n = 4 };

  for (int i = 0; i < 4; i++)
    patron_chart_data_add_category (data, (const char *[]) { "A", "B", "C",
                                                             "D" }[i]);
  patron_chart_add_series (chart, "Score");
  patron_chart_data_add_points (data, &points);
  patron_chart_add_annotation (chart, 2, "Relaunch", 7);
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (finding, ==, "C highest with 60, B lowest with 50");
  scene = lay_out (chart, data, 800, 450);
  g_assert_cmpfloat (find_bar (scene, 0, 0)->dash, >, 0);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LEGEND,
                                        "Forecast"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LEGEND,
                                        "Left out"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_LEGEND,
                                        "Unusually good"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_ANNOTATION,
                                        "Relaunch"));
  g_assert_cmpuint (patron_scene_count (scene, PATRON_ITEM_PATH,
                                        PATRON_ROLE_MARK), ==, 1);
  words = patron_scene_describe_spot (
    scene, (guint) patron_scene_find_record (scene, 7));
  g_assert_cmpstr (words, ==, "C: Relaunch");
}

/* A bar is as long as its value, from zero, whatever the axis was asked to
 * begin with; twice the value is twice the bar. */
static void
test_from_zero (void)
{
  const double y[] = { 90, 45, 96, -30 };

  for (int lying = 0; lying < 2; lying++)
    {
      g_autoptr (PatronChart) chart = patron_chart_new (
        lying ? PATRON_CHART_BAR : PATRON_CHART_COLUMN);
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronScene) scene = NULL;
      const PatronItem *bars[4];
      double lengths[4];

      chart->y.min = 40;
      chart->y.logarithmic = TRUE;
      add_values (chart, data, "Score", y, 4);
      scene = lay_out (chart, data, 800, 450);
      for (int i = 0; i < 4; i++)
        {
          bars[i] = find_bar (scene, 0, i);
          g_assert_nonnull (bars[i]);
          lengths[i] = lying ? bars[i]->width : bars[i]->height;
        }
      g_assert_cmpfloat_with_epsilon (lengths[0] / lengths[1], 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (lengths[0] / lengths[3], 3, 1e-6);
      if (lying)
        g_assert_cmpfloat_with_epsilon (bars[3]->x + bars[3]->width,
                                        bars[0]->x, 1e-6);
      else
        g_assert_cmpfloat_with_epsilon (bars[0]->y + bars[0]->height,
                                        bars[3]->y, 1e-6);
    }
}

/* Where every value stands at its bar, an axis would say it twice; where not,
 * there is one. */
static void
test_axis_or_labels (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_COLUMN);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) labelled = NULL;
  g_autoptr (PatronScene) plain = NULL;
  const double y[] = { 90, 45, 30 };

  add_values (chart, data, "Score", y, 3);
  labelled = lay_out (chart, data, 800, 450);
  g_assert_true (patron_scene_has_text (labelled, PATRON_ROLE_VALUE_LABEL,
                                        "45"));
  g_assert_cmpuint (patron_scene_count (labelled, PATRON_ITEM_PATH,
                                        PATRON_ROLE_GRID), ==, 0);
  chart->value_labels = PATRON_LABELS_HIDDEN;
  plain = lay_out (chart, data, 800, 450);
  g_assert_cmpuint (patron_scene_count (plain, PATRON_ITEM_TEXT,
                                        PATRON_ROLE_VALUE_LABEL), ==, 0);
  g_assert_true (patron_scene_has_text (plain, PATRON_ROLE_AXIS_LABEL,
                                        "100"));
  g_assert_cmpuint (patron_scene_count (plain, PATRON_ITEM_PATH,
                                        PATRON_ROLE_GRID), >, 2);
}

/* Parts stand on top of one another and fill 100 %; a negative part has no
 * share, which is said instead of drawn. */
static void
test_shares (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_COLUMN);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  g_autoptr (PatronScene) negative = NULL;
  g_autofree char *words = NULL;
  g_autofree char *finding = NULL;
  const double a[] = { 30, 10 }, b[] = { 70, 10 }, c[] = { 5, -5 };
  const PatronItem *lower, *upper, *half;

  chart->stack = PATRON_STACK_PERCENT;
  add_values (chart, data, "Yes", a, 2);
  add_values (chart, data, "No", b, 2);
  scene = lay_out (chart, data, 800, 450);
  lower = find_bar (scene, 0, 0);
  upper = find_bar (scene, 1, 0);
  half = find_bar (scene, 1, 1);
  g_assert_cmpfloat_with_epsilon (upper->y + upper->height, lower->y, 1.5);
  g_assert_cmpfloat_with_epsilon (upper->y, half->y, 1e-6);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_VALUE_LABEL,
                                        "70" SPACE "%"));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "100" SPACE "%"));
  words = patron_scene_describe_spot (scene, 0);
  g_assert_cmpstr (words, ==, "Yes, A: 30" SPACE "%\n30");
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (finding, ==, "Yes: B highest with 50" SPACE "%, A lowest"
                                " with 30" SPACE "%");
  add_values (chart, data, "Perhaps", c, 2);
  negative = lay_out (chart, data, 800, 450);
  g_assert_true (patron_scene_has_text (negative, PATRON_ROLE_NOTE,
                                        "Negative values have no share"));
}

/* Parts are named beside the last column; in little room, in a row above. */
static void
test_names (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart
    = patron_category_sample (PATRON_CHART_COLUMN, data);
  g_autoptr (PatronScene) wide = lay_out (chart, data, 800, 450);
  g_autoptr (PatronScene) narrow = lay_out (chart, data, 320, 200);

  g_assert_true (patron_scene_has_text (wide, PATRON_ROLE_SERIES_LABEL,
                                        "Passives"));
  g_assert_cmpuint (patron_scene_count (wide, PATRON_ITEM_TEXT,
                                        PATRON_ROLE_LEGEND), ==, 0);
  g_assert_true (patron_scene_has_text (narrow, PATRON_ROLE_LEGEND,
                                        "Passives"));
  g_assert_cmpuint (patron_scene_count (narrow, PATRON_ITEM_TEXT,
                                        PATRON_ROLE_SERIES_LABEL), ==, 0);
}

/* Few answers are seen, said in the small print, and heard. */
static void
test_small_samples (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = patron_category_sample (PATRON_CHART_BAR,
                                                          data);
  g_autoptr (PatronScene) scene = lay_out (chart, data, 800, 450);
  const PatronItem *many = find_bar (scene, 0, 0);
  const PatronItem *few = find_bar (scene, 0, 4);
  g_autofree char *words = patron_scene_describe_spot (scene, 4);

  g_assert_cmphex (many->stroke, ==, 0);
  g_assert_cmphex (few->stroke, ==, many->fill);
  g_assert_cmphex (few->fill, !=, many->fill);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_NOTE,
                                        "Hollow: fewer than 30 answers."));
  g_assert_cmpstr (words, ==, "Public bodies: 33" SPACE "%\nBetween 17" SPACE
                              "% and 53" SPACE "%\nOnly 21 answers");
}

/* A hundred thousand categories: the largest are drawn, in their order, and
 * the picture says so. */
static void
test_many (void)
{
  for (gsize k = 0; k < 2; k++)
    {
      g_autoptr (PatronChart) chart = patron_chart_new (kinds[k]);
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronScene) scene = NULL;
      g_autofree double *y = g_new (double, 100000);

      for (int i = 0; i < 100000; i++)
        y[i] = i == 4711 ? 5000 : i % 997;
      add_values (chart, data, "Sales", y, 100000);
      scene = lay_out (chart, data, 800, 450);
      g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_NOTE,
                                            "largest of 100"));
      g_assert_nonnull (find_bar (scene, 0, 4711));
      g_assert_cmpuint (patron_scene_get_n_spots (scene), <, 400);
      for (guint i = 1; i < patron_scene_get_n_spots (scene); i++)
        g_assert_cmpint (patron_scene_get_spot (scene, i)->point, >,
                         patron_scene_get_spot (scene, i - 1)->point);
    }
}

/* Keys go from bar to bar, however long they are, and to what lies across. */
static void
test_keys (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_BAR);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  const double y[] = { 100, 1, 90, 2 };
  int spot = 0;

  add_values (chart, data, "Score", y, 4);
  scene = lay_out (chart, data, 800, 450);
  for (int i = 1; i < 4; i++)
    {
      spot = patron_scene_walk (scene, spot, PATRON_WALK_DOWN);
      g_assert_cmpint (patron_scene_get_spot (scene, (guint) spot)->point, ==,
                       i);
    }
  g_assert_cmpint (patron_scene_walk (scene, spot, PATRON_WALK_DOWN), ==,
                   spot);
}

/* The names of categories are never cut without a word: the full name is
 * where one points. */
static void
test_long_names (void)
{
  const char *name = "Donaudampfschifffahrtsgesellschaft with branches";

  for (gsize k = 0; k < 2; k++)
    {
      g_autoptr (PatronChart) chart = patron_chart_new (kinds[k]);
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronScene) scene = NULL;
      g_autofree char *words = NULL;
      double x[12], y[12];

      for (int i = 0; i < 12; i++)
        {
          patron_chart_data_add_category (data, name);
          x[i] = i;
          y[i] = i;
        }
      patron_chart_data_add (data, x, y, 12);
      scene = lay_out (chart, data, 500, 300);
      g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                            "\xe2\x80\xa6"));
      words = patron_scene_describe_spot (scene, 0);
      g_assert_nonnull (strstr (words, name));
    }
}

static double
text_y (const PatronScene *scene,
        const char        *text)
{
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind == PATRON_ITEM_TEXT
          && item->role == PATRON_ROLE_AXIS_LABEL
          && strcmp (item->text, text) == 0)
        return item->y - (item->ascent - item->descent) / 2;
    }
  return NAN;
}

/* Both axes tell the same of one height: the first column ends at its share,
 * and the line ends at 100 %. */
static void
test_pareto (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_PARETO);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  const double y[] = { 30, 100, 60, 10, -7 };
  const PatronItem *first, *line = NULL;
  double zero, all;

  add_values (chart, data, "Complaints", y, 5);
  scene = lay_out (chart, data, 800, 450);
  first = find_bar (scene, 0, 1);
  zero = text_y (scene, "0" SPACE "%");
  all = text_y (scene, "100" SPACE "%");
  g_assert_cmpfloat_with_epsilon (first->height, (zero - all) / 2, 1);
  g_assert_null (find_bar (scene, 0, 4));
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_NOTE,
                                        "1 negative value has no share"));
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    if (patron_scene_get_item (scene, i)->kind == PATRON_ITEM_PATH
        && patron_scene_get_item (scene, i)->role == PATRON_ROLE_CURVE)
      line = patron_scene_get_item (scene, i);
  g_assert_nonnull (line);
  g_assert_cmpuint (line->steps->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (
    g_array_index (line->steps, PatronPathStep, 0).y, first->y, 1e-6);
  g_assert_cmpfloat_with_epsilon (
    g_array_index (line->steps, PatronPathStep, 3).y, all, 1);
}

/* A step begins where the one before it ends; a total begins at zero, and
 * one that is not the sum of its steps is questioned. */
static void
test_waterfall (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart
    = patron_category_sample (PATRON_CHART_WATERFALL, data);
  g_autoptr (PatronScene) scene = lay_out (chart, data, 800, 450);
  g_autoptr (PatronScene) wrong = NULL;
  g_autofree char *words = patron_scene_describe_spot (scene, 4);
  const PatronItem *start = find_bar (scene, 0, 0);
  const PatronItem *step = find_bar (scene, 0, 1);
  const PatronItem *end = find_bar (scene, 0, 6);

  g_assert_cmpfloat_with_epsilon (step->y + step->height, start->y, 1e-6);
  g_assert_cmpfloat_with_epsilon (start->y + start->height,
                                  end->y + end->height, 1e-6);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_VALUE_LABEL,
                                        "+64"));
  g_assert_cmpstr (words, ==, "Left for price: \xe2\x88\x92" "47\nLeads to"
                              " 478");
  g_assert_false (patron_scene_has_text (scene, PATRON_ROLE_NOTE, "add up"));
  g_array_index (data->series, PatronChartPoints, 0).y[6] = 500;
  wrong = lay_out (chart, data, 800, 450);
  g_assert_true (patron_scene_has_text (wrong, PATRON_ROLE_NOTE,
                                        "add up to 449, not 500."));
}

/* The widest is on top. */
static void
test_tornado (void)
{
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart
    = patron_category_sample (PATRON_CHART_TORNADO, data);
  g_autoptr (PatronScene) scene = lay_out (chart, data, 800, 450);

  g_assert_cmpfloat (find_bar (scene, 0, 1)->y, <, find_bar (scene, 0, 0)->y);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Base €120"));
}

/* What is held against an expectation says by how much, shares in points. */
static void
test_against (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_DUMBBELL);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  g_autofree char *words = NULL;
  const double felt[] = { 0.4 }, expected[] = { 0.65 };

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  add_values (chart, data, "Felt", felt, 1);
  add_values (chart, data, "Expected", expected, 1);
  scene = lay_out (chart, data, 800, 450);
  words = patron_scene_describe_spot (scene, 0);
  g_assert_cmpstr (words, ==,
                   "Felt, A: 40" SPACE "%\n25 points less than Expected (65"
                   SPACE "%)");
}

/* Lollipops may be logarithmic, which is said, and then have no length. */
static void
test_logarithmic (void)
{
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_LOLLIPOP);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronScene) scene = NULL;
  const double y[] = { 1, 100, 10000 };
  double dots[3];
  int n = 0;

  chart->y.logarithmic = TRUE;
  add_values (chart, data, "Sales", y, 3);
  scene = lay_out (chart, data, 800, 450);
  g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_AXIS_LABEL,
                                        "Logarithmic scale"));
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    {
      const PatronItem *item = patron_scene_get_item (scene, i);

      if (item->kind == PATRON_ITEM_ARC && item->role == PATRON_ROLE_SERIES)
        dots[n++ % 3] = item->x;
    }
  g_assert_cmpint (n, ==, 3);
  g_assert_cmpfloat_with_epsilon (dots[1] - dots[0], dots[2] - dots[1], 1e-6);
}

static void
assert_leaders (const double *first,
                const double *second,
                const double *third,
                const char   *expected)
{
  static const char *const years[] = { "2022", "2023", "2024" };
  g_autoptr (PatronChart) chart = patron_chart_new (PATRON_CHART_COLUMN);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autofree char *finding = NULL;

  for (int i = 0; i < 3; i++)
    patron_chart_data_add_category (data, years[i]);
  add_values (chart, data, "Email", first, 3);
  add_values (chart, data, "Phone", second, 3);
  add_values (chart, data, "Post", third, 3);
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpstr (finding, ==, expected);
}

/* Of three series and more: who leads, and where; a tie is nobody's lead. */
static void
test_leaders (void)
{
  static const double low[] = { 1, 2, 3 }, high[] = { 7, 8, 9 };
  static const double some[] = { 8, 9, 4 }, once[] = { 2, 2, 12 };
  static const double gaps[] = { NAN, NAN, NAN };

  assert_leaders (low, high, low,
                  "Phone highest everywhere, most at 2024 with 9");
  assert_leaders (low, high, some,
                  "Post highest in 2 of 3, most at 2023 with 9");
  assert_leaders (once, high, high, "Email highest at 2024 with 12");
  assert_leaders (low, low, low, NULL);
  assert_leaders (low, gaps, gaps, NULL);
}

static const PatronSpot *
find_note (const PatronScene *scene)
{
  for (guint i = 0; i < patron_scene_get_n_spots (scene); i++)
    if (patron_scene_get_spot (scene, i)->role == PATRON_ROLE_ANNOTATION)
      return patron_scene_get_spot (scene, i);
  return NULL;
}

/* What is told of a category stands behind its mark, in its row; without room
 * there is a ring to point at. */
static void
test_notes (void)
{
  static const PatronChartKind noted[] = {
    PATRON_CHART_BAR, PATRON_CHART_LOLLIPOP, PATRON_CHART_DUMBBELL,
    PATRON_CHART_TORNADO,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (noted); i++)
    for (int small = 0; small < 2; small++)
      {
        g_autoptr (PatronChartData) data = patron_chart_data_new ();
        g_autoptr (PatronChart) chart
          = patron_category_sample (noted[i], data);
        const PatronChartAnnotation *note = &g_array_index (
          chart->annotations, PatronChartAnnotation, 0);
        g_autoptr (PatronScene) scene
          = lay_out (chart, data, small ? 160 : 800, small ? 100 : 450);
        const PatronSpot *spot = find_note (scene);
        g_autofree char *words
          = patron_chart_write_event (chart, data, note);

        patron_scene_check (scene);
        patron_scene_check_reach (scene);
        g_assert_nonnull (spot);
        g_assert_cmpstr (spot->text, ==, words);
        g_assert_cmpint (patron_scene_has_text (
                           scene, PATRON_ROLE_ANNOTATION, note->text),
                         ==, !small);
        g_assert_nonnull (strstr (patron_scene_get_alt_text (scene), words));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/bars/golden", test_golden);
  g_test_add_func ("/charts/bars/finding", test_finding);
  g_test_add_func ("/charts/bars/honest-finding", test_honest_finding);
  g_test_add_func ("/charts/bars/marks", test_marks);
  g_test_add_func ("/charts/bars/from-zero", test_from_zero);
  g_test_add_func ("/charts/bars/axis-or-labels", test_axis_or_labels);
  g_test_add_func ("/charts/bars/shares", test_shares);
  g_test_add_func ("/charts/bars/names", test_names);
  g_test_add_func ("/charts/bars/small-samples", test_small_samples);
  g_test_add_func ("/charts/bars/many", test_many);
  g_test_add_func ("/charts/bars/keys", test_keys);
  g_test_add_func ("/charts/bars/long-names", test_long_names);
  g_test_add_func ("/charts/bars/pareto", test_pareto);
  g_test_add_func ("/charts/bars/waterfall", test_waterfall);
  g_test_add_func ("/charts/bars/tornado", test_tornado);
  g_test_add_func ("/charts/bars/against", test_against);
  g_test_add_func ("/charts/bars/logarithmic", test_logarithmic);
  g_test_add_func ("/charts/bars/leaders", test_leaders);
  g_test_add_func ("/charts/bars/notes", test_notes);
  return g_test_run ();
}
