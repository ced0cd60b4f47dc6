/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be true of every kind of chart, whatever it is given. */

#include <locale.h>
#include <math.h>
#include <string.h>

#include "patron-chart-private.h"
#include "patron-chart-samples.h"
#include "patron-fixed-measurer.h"
#include "patron-scene-check.h"

static const double sizes[][2] = {
  { 320, 200 }, { 800, 450 }, { 1920, 1080 },
};

static const char *const locales[] = {
  "C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8",
};

typedef enum
{
  DATA_PLAIN,
  DATA_SIXTY,
  DATA_LONG_NAMES,
  DATA_NEGATIVE,
  DATA_ZEROS,
  DATA_ONE,
  DATA_TEN_ORDERS,
  DATA_GAPS,
} DataCase;

#define N_DATA_CASES 8

static const PatronChartKind golden[] = {
  PATRON_CHART_BULLET,
  PATRON_CHART_DONUT,
  PATRON_CHART_HEAT_MAP,
  PATRON_CHART_RADAR,
  PATRON_CHART_FUNNEL,
  PATRON_CHART_EXPERIENCE,
  PATRON_CHART_MATRIX,
  PATRON_CHART_MULTIPLES,
  PATRON_CHART_TREE,
};

static gboolean
has_layout (int kind)
{
  return patron_chart_kind_get_layout ((PatronChartKind) kind) != NULL;
}

static double
case_value (DataCase which,
            int      series,
            int      i)
{
  switch (which)
    {
    case DATA_NEGATIVE:
      return (i % 2 == 0 ? -1 : 1) * (12.5 + 3 * i + series);
    case DATA_ZEROS:
      return 0;
    case DATA_TEN_ORDERS:
      return pow (10, i % 11 - 3) * (1 + series);
    case DATA_GAPS:
      return (i + series) % 3 == 0 ? NAN : 20 + i;
    case DATA_PLAIN:
    case DATA_SIXTY:
    case DATA_LONG_NAMES:
    case DATA_ONE:
    default:
      return 40 + 30 * sin (i * 0.7 + series);
    }
}

static double
place_of (PatronChartKind kind,
          int             i)
{
  switch (patron_chart_kind_get_shape (kind))
    {
    case PATRON_SHAPE_DATES:
      return 19000 + 30 * i;
    case PATRON_SHAPE_NUMBERS:
      return 10 * cos (i);
    case PATRON_SHAPE_CATEGORIES:
    case PATRON_SHAPE_VALUES:
    default:
      return i;
    }
}

static PatronChart *
make_case (PatronChartKind  kind,
           DataCase         which,
           PatronChartData *data)
{
  PatronChart *chart = patron_chart_new (kind);
  int n = which == DATA_ONE ? 1 : which == DATA_SIXTY ? 60 : 3;
  int n_series = kind == PATRON_CHART_HEAT_MAP ? 4 : 2;

  if (which == DATA_TEN_ORDERS)
    n = 10;
  patron_chart_set_title (chart, "What the chart says");
  patron_chart_add_target (chart, -INFINITY, 30);
  patron_chart_add_band (chart, TRUE, -INFINITY, 25, "Low", PATRON_TONE_BAD);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;

      if (which == DATA_LONG_NAMES)
        name = g_strdup_printf ("Donaudampfschifffahrtsgesellschaftskapitän"
                                " %d and the many words that follow it", i);
      else
        name = g_strdup_printf ("Part %d", i + 1);
      if (patron_chart_kind_get_shape (kind) == PATRON_SHAPE_CATEGORIES)
        patron_chart_data_add_category (data, name);
    }
  for (int series = 0; series < n_series; series++)
    {
      double x[64], y[64], parents[64];
      guint8 marks[64];
      char *details[64];
      PatronChartPoints points
        = { .x = x, .y = y, .parents = parents, .marks = marks,
            .details = details, .n = (gsize) n };
      g_autofree char *name = g_strdup_printf (
        which == DATA_LONG_NAMES
          ? "A series whose name nobody has ever read to its end %d"
          : "Row %d", series);

      for (int i = 0; i < n; i++)
        {
          x[i] = place_of (kind, i);
          y[i] = case_value (which, series, i);
          parents[i] = i % 20 == 0 ? NAN : (i - 1) / 3;
          marks[i] = (guint8) (i % PATRON_N_TONES);
          details[i] = name;
        }
      patron_chart_add_series (chart, name);
      if (kind == PATRON_CHART_TREE)
        patron_chart_data_add_points (data, &points);
      else
        patron_chart_data_add (data, x, y, (gsize) n);
    }
  for (int i = 0; i < PATRON_N_TONES; i++)
    patron_chart_set_tone_label (chart, (PatronTone) i, "Needs attention");
  return chart;
}

static void
check_case (PatronChartKind kind,
            DataCase        which,
            const double   *size,
            gboolean        rtl,
            PatronThemeKind kind_of_theme)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = make_case (kind, which, data);
  g_autoptr (PatronScene) scene = NULL;
  PatronTheme theme;

  patron_theme_init (&theme, kind_of_theme);
  theme.rtl = rtl;
  scene = patron_chart_layout (chart, data, &theme, size[0], size[1],
                               measurer);
  patron_scene_check (scene);
  patron_scene_check_contrast (scene);
  if (g_test_failed ())
    g_test_message ("in %s, data %d, %g by %g, %s",
                    patron_chart_kind_get_id (kind), (int) which, size[0],
                    size[1], setlocale (LC_NUMERIC, NULL));
}

/* The cases that charts are known to fail on, at three sizes, in three
 * number formats, both ways round, in one theme after the other. */
static void
test_cases (gconstpointer data)
{
  PatronChartKind kind = (PatronChartKind) GPOINTER_TO_INT (data);
  guint n = 0;

  for (gsize l = 0; l < G_N_ELEMENTS (locales); l++)
    {
      if (setlocale (LC_ALL, locales[l]) == NULL)
        continue;
      for (int which = 0; which < N_DATA_CASES; which++)
        for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
          for (int rtl = 0; rtl < 2; rtl++)
            check_case (kind, (DataCase) which, sizes[size], rtl,
                        (PatronThemeKind) (n++ % PATRON_N_THEMES));
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/* Without a value there is nothing to point at, and the picture and the alt
 * text say so. */
static void
test_empty (gconstpointer user_data)
{
  PatronChartKind kind = (PatronChartKind) GPOINTER_TO_INT (user_data);
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  const double x[] = { 0, 1 };
  const double y[] = { NAN, INFINITY };
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (PatronChart) chart = patron_chart_new (kind);
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronScene) scene = NULL;
      g_autofree char *finding = NULL;

      patron_chart_add_series (chart, "Row");
      if (i > 0)
        patron_chart_data_add (data, x, y, i == 1 ? 0 : 2);
      scene = patron_chart_layout (chart, data, &theme, 800, 450, measurer);
      patron_scene_check (scene);
      g_assert_cmpuint (patron_scene_get_n_spots (scene), ==, 0);
      if (kind != PATRON_CHART_SPARKLINE)
        g_assert_true (patron_scene_has_text (scene, PATRON_ROLE_EMPTY,
                                              "There are no values yet"));
      g_assert_nonnull (strstr (patron_scene_get_alt_text (scene),
                                "There are no values yet."));
      finding = patron_chart_write_finding (chart, data);
      g_assert_null (finding);
    }
}

/* The sample of each kind says what it shows, and lets every part be reached
 * by keys. */
static void
test_sample (gconstpointer user_data)
{
  PatronChartKind kind = (PatronChartKind) GPOINTER_TO_INT (user_data);
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = patron_chart_sample (kind, data);
  g_autoptr (PatronScene) scene = NULL;
  g_autofree char *finding = patron_chart_write_finding (chart, data);
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  scene = patron_chart_layout (chart, data, &theme, 800, 450, measurer);
  patron_scene_check (scene);
  g_test_message ("%s: %s", patron_chart_kind_get_id (kind), finding);
  g_assert_nonnull (finding);
  g_assert_true (g_utf8_validate (finding, -1, NULL));
  g_assert_null (strstr (finding, " nan"));
  g_assert_cmpuint (patron_scene_get_n_spots (scene), >, 0);
  g_assert_cmpuint (strlen (patron_scene_get_alt_text (scene)), >, 20);
  patron_scene_check_reach (scene);
}

/* What the kinds without axes look like, small and large. */
static void
test_golden (gconstpointer user_data)
{
  PatronChartKind kind = (PatronChartKind) GPOINTER_TO_INT (user_data);
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = patron_chart_sample (kind, data);
  PatronTheme theme;

  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  for (gsize i = 0; i < 2; i++)
    {
      g_autoptr (PatronScene) scene = patron_chart_layout (
        chart, data, &theme, sizes[i][0], sizes[i][1], measurer);
      g_autofree char *name = g_strdup_printf (
        "%s-%g", patron_chart_kind_get_id (kind), sizes[i][0]);

      patron_scene_check_golden (scene, "charts", name);
    }
}

static char *
random_text (void)
{
  static const char *const samples[] = {
    "", "NPS", "Share of clients who bought again within twelve months",
    "broken \xff\xfe utf-8", "two\nlines\r\nand\ttabs", "שימור הלקוחות",
    "客户保留率客户保留率客户保留率客户保留率", "%s%n%d", "<b>&amp;</b>",
    "   ", "👩\xe2\x80\x8d🚒👨\xe2\x80\x8d👩\xe2\x80\x8d👧",
  };
  int i = g_test_rand_int_range (0, G_N_ELEMENTS (samples) + 1);

  return i < (int) G_N_ELEMENTS (samples) ? g_strdup (samples[i])
                                          : g_strnfill (3000, 'w');
}

static double
random_number (gboolean odd)
{
  static const double oddities[] = {
    NAN, INFINITY, -INFINITY, 1e308, -1e308, 0, 5e-324, 1e15, -1,
  };
  int i = g_test_rand_int_range (0, 40);

  if (odd && i < (int) G_N_ELEMENTS (oddities))
    return oddities[i];
  if (g_test_rand_int_range (0, 4) == 0)
    return floor (g_test_rand_double_range (0, 11));
  return g_test_rand_double_range (odd ? -100 : 0, 100);
}

static double *
random_numbers (gsize    n,
                gboolean odd)
{
  double *numbers = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    numbers[i] = random_number (odd);
  return numbers;
}

static void
add_random_series (PatronChart     *chart,
                   PatronChartData *data,
                   int              n)
{
  gboolean odd = g_test_rand_bit ();
  gboolean extras = g_test_rand_bit ();
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = random_numbers ((gsize) n, odd);
  g_autofree double *low = random_numbers ((gsize) n, odd);
  g_autofree double *high = random_numbers ((gsize) n, odd);
  g_autofree double *size = random_numbers ((gsize) n, odd);
  g_autofree guint8 *marks = g_new0 (guint8, n + 1);
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  g_autofree double *parents = g_new (double, n + 1);
  g_autofree char *name = random_text ();
  PatronChartPoints points = { .x = x, .y = y, .n = (gsize) n };

  for (int i = 0; i < n; i++)
    {
      x[i] = odd && g_test_rand_int_range (0, 12) == 0
               ? random_number (TRUE) * 1e4
               : place_of (chart->kind, i);
      marks[i] = (guint8) g_test_rand_int_range (0, 256);
      if ((marks[i] & PATRON_POINT_TONE_MASK) >= PATRON_N_TONES)
        marks[i] &= (guint8) ~PATRON_POINT_TONE_MASK;
      names[i] = random_text ();
      parents[i] = g_test_rand_int_range (0, 4) == 0
                     ? random_number (TRUE)
                     : place_of (chart->kind, g_test_rand_int_range (0, n));
    }
  if (extras)
    {
      points.low = low;
      points.high = high;
      points.size = size;
      points.samples = size;
      points.marks = marks;
      points.names = names;
      points.details = names;
    }
  if (g_test_rand_int_range (0, 4) > 0)
    points.parents = parents;
  if (g_test_rand_int_range (0, 6) > 0)
    {
      patron_chart_add_series (chart, name);
      g_array_index (chart->series, PatronChartSeries, chart->series->len - 1)
        .expected = g_test_rand_int_range (0, 4) == 0;
    }
  patron_chart_data_add_points (data, &points);
}

static void
add_random_extras (PatronChart *chart)
{
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    patron_chart_add_target (chart, g_test_rand_bit () ? -INFINITY : 19300,
                             random_number (TRUE));
  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      g_autofree char *text = random_text ();

      patron_chart_add_annotation (chart, place_of (chart->kind, i), text, i);
      patron_chart_add_band (chart, g_test_rand_bit (), random_number (TRUE),
                             random_number (TRUE), text,
                             (PatronTone) (i % PATRON_N_TONES));
    }
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    patron_chart_add_limits (chart, i == 1 ? -INFINITY : 19000 + 100 * i,
                             random_number (TRUE), random_number (TRUE),
                             random_number (TRUE));
  if (g_test_rand_bit ())
    {
      g_autofree char *text = random_text ();

      patron_chart_set_quadrants (chart, text, text, text, text);
    }
}

static void
set_random_axis (PatronChartAxis *axis)
{
  axis->title = random_text ();
  axis->zero = g_test_rand_bit () ? PATRON_ZERO_SHOWN : PATRON_ZERO_AUTO;
  axis->logarithmic = g_test_rand_int_range (0, 4) == 0;
  if (g_test_rand_int_range (0, 3) == 0)
    {
      axis->min = random_number (TRUE);
      axis->max = random_number (TRUE);
      axis->split = random_number (TRUE);
    }
}

static PatronChart *
random_chart (PatronChartKind  kind,
              PatronChartData *data)
{
  static const int counts[] = { 0, 1, 2, 3, 4, 5, 7, 24, 60, 400 };
  PatronChart *chart = patron_chart_new (kind);
  int n = counts[g_test_rand_int_range (0, G_N_ELEMENTS (counts))];
  int n_names = g_test_rand_bit () ? n : g_test_rand_int_range (0, 8);
  int n_series = g_test_rand_int_range (0, 12);

  patron_format_init (&chart->y.format,
                      (PatronFormatKind) g_test_rand_int_range (0, 4));
  set_random_axis (&chart->y);
  set_random_axis (&chart->x);
  chart->direction = (PatronDirection) g_test_rand_int_range (0, 3);
  chart->legend = (PatronLegend) g_test_rand_int_range (0, 4);
  chart->stack = (PatronStack) g_test_rand_int_range (0, 3);
  chart->value_labels = (PatronValueLabels) g_test_rand_int_range (0, 3);
  chart->title = random_text ();
  chart->subtitle = random_text ();
  chart->note = random_text ();
  chart->target_label = random_text ();
  for (int i = g_test_rand_int_range (0, PATRON_N_TONES); i > 0; i--)
    {
      g_autofree char *text = random_text ();

      patron_chart_set_tone_label (chart, (PatronTone) i, text);
    }
  for (int i = 0; i < n_names; i++)
    {
      g_autofree char *name = random_text ();

      patron_chart_data_add_category (data, name);
    }
  if (g_test_rand_bit ())
    n_series = MIN (n_series, 2);
  for (int i = 0; i < n_series; i++)
    add_random_series (chart, data, n);
  add_random_extras (chart);
  return chart;
}

/* Any chart of any data at any size: everything has a place, all text is
 * inside of the picture, no label stands over another. */
static void
test_any (gconstpointer user_data)
{
  PatronChartKind kind = (PatronChartKind) GPOINTER_TO_INT (user_data);
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();

  for (int i = 0; i < 150 && !g_test_failed (); i++)
    {
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronChart) chart = random_chart (kind, data);
      g_autoptr (PatronChart) copy = patron_chart_copy (chart);
      g_autoptr (PatronScene) scene = NULL;
      g_autofree char *finding = NULL;
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
      patron_scene_check_contrast (scene);
      g_assert_true (g_utf8_validate (patron_scene_get_alt_text (scene), -1,
                                      NULL));
      finding = patron_chart_write_finding (copy, data);
      if (g_test_failed ())
        g_test_message ("in %s %g by %g, round %d, %u series, %u names",
                        patron_chart_kind_get_id (kind), width, height, i,
                        data->series->len, data->categories->len);
    }
}

/* 100,000 categories are no reason to wait, nor to draw what nobody sees. */
static void
test_many (gconstpointer user_data)
{
  PatronChartKind kind = (PatronChartKind) GPOINTER_TO_INT (user_data);
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronChart) chart = patron_chart_new (kind);
  g_autoptr (PatronScene) scene = NULL;
  g_autofree char *finding = NULL;
  int n = 100000;
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  PatronTheme theme;

  for (int i = 0; i < n; i++)
    {
      char name[32];

      g_snprintf (name, sizeof name, "Category %d", i);
      if (patron_chart_kind_get_shape (kind) == PATRON_SHAPE_CATEGORIES)
        patron_chart_data_add_category (data, name);
      x[i] = place_of (kind, i);
      y[i] = 50 + i % 100;
    }
  patron_chart_add_series (chart, "First");
  patron_chart_add_series (chart, "Second");
  patron_chart_data_add (data, x, y, (gsize) n);
  patron_chart_data_add (data, x, y, (gsize) n);
  patron_theme_init (&theme, PATRON_THEME_LIGHT);
  scene = patron_chart_layout (chart, data, &theme, 800, 450, measurer);
  g_test_message ("%s: %u items, %u spots", patron_chart_kind_get_id (kind),
                  patron_scene_get_n_items (scene),
                  patron_scene_get_n_spots (scene));
  g_assert_cmpuint (patron_scene_get_n_items (scene), <, 20000);
  patron_scene_check (scene);
  finding = patron_chart_write_finding (chart, data);
  g_assert_cmpuint (strlen (patron_scene_get_alt_text (scene)), <, 5000);
}

static void
add (const char     *name,
     int             kind,
     GTestDataFunc   function)
{
  g_autofree char *path = g_strdup_printf (
    "/charts/kinds/%s/%s", patron_chart_kind_get_id ((PatronChartKind) kind),
    name);

  g_test_add_data_func (path, GINT_TO_POINTER (kind), function);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int kind = 0; kind < PATRON_N_CHART_KINDS; kind++)
    {
      if (!has_layout (kind))
        continue;
      add ("empty", kind, test_empty);
      add ("sample", kind, test_sample);
      add ("cases", kind, test_cases);
      add ("any", kind, test_any);
      add ("many", kind, test_many);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (golden); i++)
    add ("golden", (int) golden[i], test_golden);
  return g_test_run ();
}
