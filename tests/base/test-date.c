/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-date.h"

#include <locale.h>
#include <time.h>

/* Locales whose short dates differ in order, marks, length of the year and
 * digits; the Arabic one spells the month, and GLib cannot write the Marathi
 * one at all. */
static const char *const locales[] = {
  "C",           "ar_EG.UTF-8", "de_DE.UTF-8", "en_IN.UTF-8", "en_US.UTF-8",
  "fa_IR.UTF-8", "fr_FR.UTF-8", "mr_IN.UTF-8", "sv_SE.UTF-8",
};

static gboolean
enter_locale (const char *locale)
{
  if (setlocale (LC_ALL, locale) != NULL)
    return TRUE;
  g_test_message ("this machine cannot make the locale %s", locale);
  return FALSE;
}

static void
leave_locale (void)
{
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

/* Walks every day of the range and counts the calendar forward by hand, so
 * that the arithmetic is held against the rule that people learn. */
static void
test_every_day (void)
{
  static const int lengths[] = {
    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
  };
  int year = 1900, month = 1, day = 1;

  for (gint64 date = PATRON_DATE_MIN; date <= PATRON_DATE_MAX; date++)
    {
      gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
      g_autofree char *text = patron_date_to_text (date);
      g_autofree char *expected = NULL;
      gint64 back = 0;
      int y, m, d;

      patron_date_to_ymd (date, &y, &m, &d);
      g_assert_cmpint (y, ==, year);
      g_assert_cmpint (m, ==, month);
      g_assert_cmpint (d, ==, day);
      g_assert_cmpint (patron_date_from_ymd (year, month, day), ==, date);

      expected = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
      g_assert_cmpstr (text, ==, expected);
      g_assert_true (patron_date_from_text (text, &back));
      g_assert_cmpint (back, ==, date);

      if (++day > lengths[month - 1] + (month == 2 && leap))
        {
          day = 1;
          if (++month > 12)
            {
              month = 1;
              year++;
            }
        }
    }
  g_assert_cmpint (year, ==, 2300);
}

static void
test_known_days (void)
{
  g_assert_cmpint (patron_date_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (patron_date_from_ymd (2000, 2, 29), ==, 11016);
  g_assert_cmpint (patron_date_from_ymd (1900, 1, 1), ==, PATRON_DATE_MIN);
  g_assert_cmpint (patron_date_from_ymd (2299, 12, 31), ==, PATRON_DATE_MAX);
}

static void
test_refuse (void)
{
  static const char *const wrong[] = {
    "",           "2024",       "2024-02",     "2024-02-30", "2023-02-29",
    "1900-02-29", "2024-00-01", "2024-13-01",  "2024-01-00", "2024-1-1",
    "1899-12-31", "2300-01-01", "2024-01-01 ", " 2024-01-01", "2024-01-011",
    "2024/01/01", "-024-01-01", "2024-01-0a",  "24-01-01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 date = 42;

      g_test_message ("\"%s\"", wrong[i]);
      g_assert_false (patron_date_from_text (wrong[i], &date));
      g_assert_cmpint (date, ==, 42);
    }
}

/* What is shown can be typed, in each locale, over the whole range. */
static void
test_locale_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (!enter_locale (locales[i]))
        continue;
      for (gint64 date = PATRON_DATE_MIN; date <= PATRON_DATE_MAX; date += 13)
        {
          g_autofree char *text = patron_date_format (date);
          g_autofree char *iso = patron_date_to_text (date);
          gint64 back = 0;

          if (!patron_date_parse (text, &back))
            g_error ("%s: \"%s\" is refused", locales[i], text);
          g_assert_cmpint (back, ==, date);
          g_assert_true (patron_date_parse (iso, &back));
          g_assert_cmpint (back, ==, date);
        }
    }
  leave_locale ();
}

/* Times are shown to the minute, and can be typed without one. */
static void
test_locale_time_round_trip (void)
{
  const gint64 minute = 19782 * 86400 + 23 * 3600 + 59 * 60;

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *text = NULL;
      gint64 back = 0;

      if (!enter_locale (locales[i]))
        continue;
      text = patron_date_time_format (minute);
      if (!patron_date_time_parse (text, &back))
        g_error ("%s: \"%s\" is refused", locales[i], text);
      g_assert_cmpint (back, ==, minute);
      g_assert_true (patron_date_time_parse ("2024-02-29", &back));
      g_assert_cmpint (back, ==, 19782 * 86400);
      g_assert_false (patron_date_time_parse ("2024-02-29 24:00", &back));
      g_assert_false (patron_date_time_parse ("2024-02-29 9:5", &back));
      g_assert_false (patron_date_time_parse ("12:00", &back));
    }
  leave_locale ();
}

static void
assert_format (gint64      date,
               const char *expected)
{
  g_autofree char *text = patron_date_format (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_locale_format (void)
{
  gint64 leap_day = patron_date_from_ymd (2024, 2, 29);
  gint64 born = patron_date_from_ymd (1951, 2, 28);

  /* Two digits would make a person of 73 years one that is yet to come. */
  assert_format (leap_day, "2024-02-29");
  assert_format (born, "1951-02-28");
  if (enter_locale ("de_DE.UTF-8"))
    {
      assert_format (leap_day, "29.02.2024");
      assert_format (born, "28.02.1951");
    }
  if (enter_locale ("en_US.UTF-8"))
    assert_format (leap_day, "02/29/2024");
  if (enter_locale ("ar_EG.UTF-8"))
    assert_format (leap_day, "2024-02-29");
  leave_locale ();
}

static void
assert_parse (const char *text,
              const char *expected)
{
  g_autofree char *iso = NULL;
  gint64 date = 0;
  gboolean parsed = patron_date_parse (text, &date);

  g_test_message ("\"%s\"", text);
  if (expected == NULL)
    {
      g_assert_false (parsed);
      return;
    }
  g_assert_true (parsed);
  iso = patron_date_to_text (date);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_locale_order (void)
{
  if (enter_locale ("de_DE.UTF-8"))
    {
      assert_parse ("29.02.2024", "2024-02-29");
      assert_parse ("1.3.24", "2024-03-01");
      assert_parse (" 1. 3. 2024 ", "2024-03-01");
      assert_parse ("30.02.2024", NULL);
      assert_parse ("12.31.2024", NULL);
      assert_parse ("2024-12-31", "2024-12-31");
    }
  if (enter_locale ("en_US.UTF-8"))
    {
      assert_parse ("02/29/2024", "2024-02-29");
      assert_parse ("12/31/68", "2068-12-31");
      assert_parse ("12/31/69", "1969-12-31");
      assert_parse ("31/12/2024", NULL);
    }
  if (enter_locale ("fr_FR.UTF-8"))
    assert_parse ("31/12/2024", "2024-12-31");
  if (enter_locale ("sv_SE.UTF-8"))
    assert_parse ("2024-12-31", "2024-12-31");
  leave_locale ();

  assert_parse ("", NULL);
  assert_parse ("tomorrow", NULL);
  assert_parse ("1/2", NULL);
  assert_parse ("1/2/3/4", NULL);
  assert_parse ("1/2/2024 noon", NULL);
}

static void
test_time_round_trip (void)
{
  static const struct
  {
    gint64 time;
    const char *text;
  } times[] = {
    { 0, "1970-01-01T00:00:00Z" },
    { -1, "1969-12-31T23:59:59Z" },
    { -86400, "1969-12-31T00:00:00Z" },
    { 1709199000, "2024-02-29T09:30:00Z" },
    { PATRON_DATE_MIN * G_GINT64_CONSTANT (86400), "1900-01-01T00:00:00Z" },
    { PATRON_DATE_MAX * G_GINT64_CONSTANT (86400) + 86399,
      "2299-12-31T23:59:59Z" },
  };
  static const char *const wrong[] = {
    "",
    "2024-02-29",
    "2024-02-29T09:30:00",
    "2024-02-29T09:30Z",
    "2024-02-29T24:00:00Z",
    "2024-02-29T09:60:00Z",
    "2024-02-29T09:30:60Z",
    "2024-02-29 09:30:00Z",
    "2024-02-30T09:30:00Z",
    "2024-02-29T09:30:00Zulu",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = patron_date_time_to_text (times[i].time);
      gint64 time = 42;

      g_assert_cmpstr (text, ==, times[i].text);
      g_assert_true (patron_date_time_from_text (text, &time));
      g_assert_cmpint (time, ==, times[i].time);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 time = 42;

      g_test_message ("\"%s\"", wrong[i]);
      g_assert_false (patron_date_time_from_text (wrong[i], &time));
      g_assert_cmpint (time, ==, 42);
    }
}

static void
test_now (void)
{
  gint64 before = time (NULL);
  gint64 now = patron_date_time_now ();
  gint64 after = time (NULL);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, after);
  /* The tests run in UTC. */
  g_assert_cmpint (patron_date_today (), >=, before / 86400);
  g_assert_cmpint (patron_date_today (), <=, time (NULL) / 86400);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/base/date/every-day", test_every_day);
  g_test_add_func ("/base/date/known-days", test_known_days);
  g_test_add_func ("/base/date/refuse", test_refuse);
  g_test_add_func ("/base/date/locale-round-trip", test_locale_round_trip);
  g_test_add_func ("/base/date/locale-time-round-trip",
                   test_locale_time_round_trip);
  g_test_add_func ("/base/date/locale-format", test_locale_format);
  g_test_add_func ("/base/date/locale-order", test_locale_order);
  g_test_add_func ("/base/date/time-round-trip", test_time_round_trip);
  g_test_add_func ("/base/date/now", test_now);

  return g_test_run ();
}
