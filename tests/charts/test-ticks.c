/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-ticks.h"

#include <float.h>
#include <math.h>

#include "patron-date.h"
#include "patron-scale.h"

static const PatronTick *
tick_at (const PatronTicks *ticks,
         guint              i)
{
  return &g_array_index (ticks->ticks, PatronTick, i);
}

static char *
join_labels (const PatronTicks *ticks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, tick_at (ticks, i)->label);
      if (tick_at (ticks, i)->second != NULL)
        g_string_append_printf (text, "/%s", tick_at (ticks, i)->second);
    }
  return g_string_free (text, FALSE);
}

static void
assert_numbers (PatronFormatKind  kind,
                double            min,
                double            max,
                guint             most,
                const char       *expected)
{
  PatronFormat format;
  g_autoptr (PatronTicks) ticks = NULL;
  g_autofree char *labels = NULL;

  patron_format_init (&format, kind);
  if (kind == PATRON_FORMAT_MONEY)
    g_strlcpy (format.currency, "GBP", sizeof format.currency);
  ticks = patron_ticks_new_numbers (min, max, most, &format);
  labels = join_labels (ticks);
  g_assert_cmpstr (labels, ==, expected);
}

#define S "\xe2\x80\xaf" /* narrow no-break space */
#define M "\xe2\x88\x92" /* minus */
#define P "\xc2\xa3"     /* pound */

static void
test_labels (void)
{
  assert_numbers (PATRON_FORMAT_NUMBER, 0, 100, 6, "0 20 40 60 80 100");
  assert_numbers (PATRON_FORMAT_NUMBER, 0, 100, 5, "0 25 50 75 100");
  assert_numbers (PATRON_FORMAT_NUMBER, -3, 7, 7, M "4 " M "2 0 2 4 6 8");
  assert_numbers (PATRON_FORMAT_NUMBER, 0, 0.0007, 5,
                  "0.0000 0.0002 0.0004 0.0006 0.0008");
  assert_numbers (PATRON_FORMAT_NUMBER, 0, 2e6, 5,
                  "0 0.5M 1.0M 1.5M 2.0M");
  assert_numbers (PATRON_FORMAT_NUMBER, 0, 0, 4, "0.0 0.5 1.0");
  assert_numbers (PATRON_FORMAT_NUMBER, NAN, NAN, 4, "0.0 0.5 1.0");
  assert_numbers (PATRON_FORMAT_PERCENT, 0.71, 0.83, 5,
                  "70" S "% 75" S "% 80" S "% 85" S "%");
  /* There is no more than all of it. */
  assert_numbers (PATRON_FORMAT_PERCENT, 0.52, 0.999, 5,
                  "40" S "% 60" S "% 80" S "% 100" S "%");
  assert_numbers (PATRON_FORMAT_MONEY, -5e4, 1e5, 5,
                  M P "50k " P "0 " P "50k " P "100k");
  assert_numbers (PATRON_FORMAT_DURATION, 0, 5 * 3600, 6,
                  "0 1" S "h 2" S "h 3" S "h 4" S "h 5" S "h");
  assert_numbers (PATRON_FORMAT_DURATION, 0, 400, 5,
                  "0 2" S "min 4" S "min 6" S "min 8" S "min");
}

static void
assert_sound (const PatronTicks *ticks,
              double             min,
              double             max,
              guint              most)
{
  double slack = ticks->step * 1e-6;

  g_assert_true (isfinite (ticks->min) && isfinite (ticks->max));
  g_assert_cmpfloat (ticks->min, <, ticks->max);
  g_assert_cmpfloat (ticks->min, <=, min + slack);
  g_assert_cmpfloat (ticks->max, >=, max - slack);
  g_assert_cmpuint (ticks->ticks->len, >=, 1);
  g_assert_cmpuint (ticks->ticks->len, <=, MAX (most, 3));
  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const PatronTick *tick = tick_at (ticks, i);

      g_assert_true (isfinite (tick->value));
      g_assert_cmpstr (tick->label, !=, "");
      if (i == 0)
        continue;
      g_assert_cmpfloat (tick->value, >, tick_at (ticks, i - 1)->value);
      /* Two ticks that read the same would say that nothing changes. */
      if (fabs (tick->value) < 1e15)
        g_assert_cmpstr (tick->label, !=, tick_at (ticks, i - 1)->label);
    }
}

/* Any two numbers, of any size, give an axis that holds them. */
static void
test_any_numbers (void)
{
  static const double special[] = {
    0, -0.0, 1, -1, 1e-300, -1e-300, 1e308, -1e308, DBL_MAX, -DBL_MAX,
    DBL_MIN, 5e-324, 1e15, 1e15 + 1, 0.1, 0.3, 99.999999999, 123456789,
  };
  PatronFormat format;

  patron_format_init (&format, PATRON_FORMAT_NUMBER);
  for (gsize i = 0; i < G_N_ELEMENTS (special); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (special); j++)
      {
        double min = MIN (special[i], special[j]);
        double max = MAX (special[i], special[j]);
        g_autoptr (PatronTicks) ticks
          = patron_ticks_new_numbers (min, max, 5, &format);

        assert_sound (ticks, min, max, 5);
      }
  for (int i = 0; i < 3000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-10, 10));
      double min = g_test_rand_double_range (-1, 1) * size;
      double max = min + g_test_rand_double_range (0, 2) * size;
      guint most = (guint) g_test_rand_int_range (2, 12);
      g_autoptr (PatronTicks) ticks
        = patron_ticks_new_numbers (min, max, most, &format);

      assert_sound (ticks, min, max, most);
    }
}

static void
assert_dates (const char         *from,
              const char         *to,
              PatronCalendarStep  step,
              const char         *expected)
{
  gint64 min, max;
  g_autoptr (PatronTicks) ticks = NULL;
  g_autofree char *labels = NULL;

  g_assert_true (patron_date_from_text (from, &min));
  g_assert_true (patron_date_from_text (to, &max));
  ticks = patron_ticks_new_dates ((double) min, (double) max, step);
  labels = join_labels (ticks);
  g_assert_cmpstr (labels, ==, expected);
}

#define N "\xc2\xa0" /* no-break space */

static void
test_dates (void)
{
  assert_dates ("2023-11-15", "2024-03-01", PATRON_CALENDAR_MONTH,
                "Dec/2023 Jan/2024 Feb Mar");
  assert_dates ("2023-01-01", "2024-12-01", PATRON_CALENDAR_QUARTER,
                "Jan/2023 Apr Jul Oct Jan/2024 Apr Jul Oct");
  assert_dates ("2019-06-30", "2024-01-01", PATRON_CALENDAR_YEAR,
                "2020 2021 2022 2023 2024");
  assert_dates ("2024-02-27", "2024-03-01", PATRON_CALENDAR_DAY,
                "27" N "Feb/2024 28" N "Feb 29" N "Feb 1" N "Mar");
  /* Weeks begin on Sunday in the C locale. */
  assert_dates ("2024-01-01", "2024-01-15", PATRON_CALENDAR_WEEK,
                "7" N "Jan/2024 14" N "Jan");
  assert_dates ("1999-12-31", "2000-01-01", PATRON_CALENDAR_100_YEARS, "2000");
  assert_dates ("2024-01-02", "2024-01-03", PATRON_CALENDAR_YEAR, "");
}

/* However wide the range, ticks rise, stay inside, and are as many as was
 * foretold, give or take the ends. */
static void
test_any_dates (void)
{
  for (int i = 0; i < 400; i++)
    {
      double min = g_test_rand_int_range (PATRON_DATE_MIN, PATRON_DATE_MAX);
      double max = min + g_test_rand_int_range (0, 4000);
      int step = g_test_rand_int_range (0, PATRON_N_CALENDAR_STEPS);
      g_autoptr (PatronTicks) ticks
        = patron_ticks_new_dates (min, max, (PatronCalendarStep) step);
      gsize foretold = patron_ticks_count_dates (min, max,
                                                 (PatronCalendarStep) step);

      g_assert_cmpuint (ticks->ticks->len, <=, foretold + 2);
      g_assert_cmpuint (ticks->ticks->len + 2, >=, foretold);
      for (guint j = 0; j < ticks->ticks->len; j++)
        {
          g_assert_cmpfloat (tick_at (ticks, j)->value, >=, ticks->min);
          g_assert_cmpfloat (tick_at (ticks, j)->value, <=, ticks->max);
          if (j > 0)
            g_assert_cmpfloat (tick_at (ticks, j)->value, >,
                               tick_at (ticks, j - 1)->value);
        }
    }
  patron_ticks_free (patron_ticks_new_dates (-1e308, 1e308,
                                             PATRON_CALENDAR_100_YEARS));
  patron_ticks_free (patron_ticks_new_dates (NAN, INFINITY,
                                             PATRON_CALENDAR_100_YEARS));
}

static void
test_scale (void)
{
  PatronScale scale = { -1e308, 1e308, 400, 0 };
  PatronScale point = { 7, 7, 0, 100 };

  g_assert_cmpfloat_with_epsilon (patron_scale_at (&scale, 0), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (patron_scale_at (&scale, 1e308), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (patron_scale_at (&scale, -1e308), 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (patron_scale_at (&point, 7), 50, 1e-9);
}

static void
test_values (void)
{
  static const struct
  {
    PatronFormatKind kind;
    double value;
    const char *text;
  } values[] = {
    { PATRON_FORMAT_NUMBER, 1234.5678, "1235" },
    { PATRON_FORMAT_NUMBER, 12.345, "12.3" },
    { PATRON_FORMAT_NUMBER, -0.00123, M "0.00123" },
    { PATRON_FORMAT_NUMBER, NAN, "\xe2\x80\x93" },
    { PATRON_FORMAT_PERCENT, 0.8325, "83.3" S "%" },
    { PATRON_FORMAT_PERCENT, 0.8, "80" S "%" },
    { PATRON_FORMAT_MONEY, 1234.5, "\xc2\xa3" "1235" },
    { PATRON_FORMAT_MONEY, 12.5, "\xc2\xa3" "12.50" },
    { PATRON_FORMAT_DURATION, 5400, "1" S "h 30" S "min" },
    { PATRON_FORMAT_DURATION, 1e300, "36525" S "d" },
    { PATRON_FORMAT_DATE, 19782, "29" N "Feb 2024" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      PatronFormat format;
      g_autofree char *text = NULL;

      patron_format_init (&format, values[i].kind);
      if (values[i].kind == PATRON_FORMAT_MONEY)
        g_strlcpy (format.currency, "GBP", sizeof format.currency);
      text = patron_format_value (&format, values[i].value);
      g_assert_cmpstr (text, ==, values[i].text);
    }
}

static void
assert_factors (double      min,
                double      max,
                guint       most,
                const char *expected)
{
  PatronFormat format;
  g_autoptr (PatronTicks) ticks = NULL;
  g_autofree char *labels = NULL;

  patron_format_init (&format, PATRON_FORMAT_NUMBER);
  ticks = patron_ticks_new_logarithmic (min, max, most, &format);
  g_assert_true (ticks->logarithmic);
  g_assert_cmpfloat (ticks->min, <=, min * (1 + 1e-9));
  g_assert_cmpfloat (ticks->max, >=, max * (1 - 1e-9));
  labels = join_labels (ticks);
  g_assert_cmpstr (labels, ==, expected);
}

static void
test_logarithmic (void)
{
  PatronScale scale = { 1, 1000, 100, 400, TRUE };
  PatronFormat format;

  assert_factors (3, 80, 7, "2 5 10 20 50 100");
  assert_factors (1, 1e10, 6, "1 100 10k 1M 100M 10bn");
  assert_factors (0.02, 700, 7, "0.01 0.1 1 10 100 1000");
  assert_factors (7, 7, 7, "5 10");
  g_assert_cmpfloat_with_epsilon (patron_scale_at (&scale, 10), 200, 1e-9);
  g_assert_cmpfloat (patron_scale_at (&scale, 0), ==, 100);
  g_assert_cmpfloat (patron_scale_at (&scale, -5), ==, 100);
  patron_format_init (&format, PATRON_FORMAT_NUMBER);
  for (double min = 1e-308; min < 1e300; min *= 1e19)
    for (double max = min; max < 1e307; max *= 31623)
      {
        g_autoptr (PatronTicks) ticks
          = patron_ticks_new_logarithmic (min, max, 7, &format);

        g_assert_true (isfinite (ticks->max));
        g_assert_cmpfloat (ticks->min, >, 0);
        g_assert_cmpfloat (ticks->max, >, ticks->min);
        g_assert_cmpuint (ticks->ticks->len, >=, 1);
        g_assert_cmpuint (ticks->ticks->len, <=, 11);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/ticks/labels", test_labels);
  g_test_add_func ("/charts/ticks/any-numbers", test_any_numbers);
  g_test_add_func ("/charts/ticks/dates", test_dates);
  g_test_add_func ("/charts/ticks/any-dates", test_any_dates);
  g_test_add_func ("/charts/ticks/scale", test_scale);
  g_test_add_func ("/charts/ticks/values", test_values);
  g_test_add_func ("/charts/ticks/logarithmic", test_logarithmic);
  return g_test_run ();
}
