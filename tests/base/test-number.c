/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-number.h"

#include <float.h>
#include <locale.h>
#include <math.h>

#define NARROW  "\xe2\x80\xaf" /* narrow no-break space */
#define NO_BREAK "\xc2\xa0"
#define MINUS   "\xe2\x88\x92"

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

static void
assert_parse (const char *text,
              double      expected)
{
  double number = 0;

  g_test_message ("\"%s\"", text);
  g_assert_true (patron_number_parse (text, &number));
  g_assert_cmpfloat (number, ==, expected);
}

static void
assert_refuse (const char *text)
{
  double number = 42;

  g_test_message ("\"%s\"", text);
  g_assert_false (patron_number_parse (text, &number));
  g_assert_cmpfloat (number, ==, 42);
}

static void
assert_format (double      number,
               int         decimals,
               const char *expected)
{
  g_autofree char *text = patron_number_format (number, decimals);

  g_assert_cmpstr (text, ==, expected);
}

/* Every double survives the way into a file and back, and the file says it
 * in as few digits as it takes. */
static void
test_text_round_trip (void)
{
  static const struct
  {
    double number;
    const char *text;
  } known[] = {
    { 0, "0" },         { 0.1, "0.1" },       { -12.5, "-12.5" },
    { 1e21, "1e+21" },  { 1234567, "1234567" }, { 1.0 / 3, "0.3333333333333333" },
    { 0.1 + 0.2, "0.30000000000000004" },
  };
  static const double edges[] = {
    DBL_MAX, -DBL_MAX, DBL_MIN, DBL_TRUE_MIN, DBL_EPSILON, 9007199254740993.0,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *text = patron_number_to_text (known[i].number);

      g_assert_cmpstr (text, ==, known[i].text);
    }
  for (int i = 0; i < 20000 + (int) G_N_ELEMENTS (edges); i++)
    {
      double number = i < (int) G_N_ELEMENTS (edges)
                        ? edges[i]
                        : ldexp (g_test_rand_double_range (-1, 1),
                                 g_test_rand_int_range (-300, 300));
      g_autofree char *text = patron_number_to_text (number);
      double back = 0;

      g_assert_true (patron_number_from_text (text, &back));
      g_assert_cmpfloat (back, ==, number);
    }
}

static void
test_text_refuse (void)
{
  static const char *const wrong[] = {
    "",     " 1",  "1 ",  "1,5",   "1.5.2", "x",         "1x",
    "nan",  "inf", "-",   "1e999", "0x1p",  "infinity",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      double number = 42;

      g_test_message ("\"%s\"", wrong[i]);
      g_assert_false (patron_number_from_text (wrong[i], &number));
      g_assert_cmpfloat (number, ==, 42);
    }
}

/* Files never follow the locale. */
static void
test_text_in_locale (void)
{
  g_autofree char *text = NULL;
  double number = 0;

  if (!enter_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("no German locale");
      return;
    }
  text = patron_number_to_text (1234.5);
  g_assert_cmpstr (text, ==, "1234.5");
  g_assert_true (patron_number_from_text ("1234.5", &number));
  g_assert_cmpfloat (number, ==, 1234.5);
  g_assert_false (patron_number_from_text ("1234,5", &number));
  leave_locale ();
}

static void
test_c (void)
{
  assert_parse ("1234.5", 1234.5);
  assert_parse (" -3 ", -3);
  assert_parse ("+3", 3);
  assert_parse (MINUS "3", -3);
  assert_parse (".5", 0.5);
  assert_parse ("1e3", 1000);
  assert_parse ("1 234 567.5", 1234567.5);
  assert_parse ("1" NARROW "234", 1234);
  assert_parse ("1'234", 1234);
  assert_refuse ("");
  assert_refuse ("-");
  assert_refuse (".");
  assert_refuse ("1,5");
  assert_refuse ("1 5");
  assert_refuse ("1 2345");
  assert_refuse ("1.5.5");
  assert_refuse ("1.5 000");
  assert_refuse ("12 monkeys");
  assert_refuse ("e5");
  assert_refuse ("1e999");
  assert_refuse ("nan");
  assert_refuse ("--1");
  assert_format (1234.5, 2, "1234.50");
  assert_format (1234.5, -1, "1234.5");
  assert_format (1e6, 0, "1" NARROW "000" NARROW "000");
  assert_format (-0.001, 2, "0.00");
  assert_format (-1.5, 1, MINUS "1.5");
  assert_format (2.0 / 3, -1, "0.666667");
}

static void
test_german (void)
{
  if (!enter_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("no German locale");
      return;
    }
  assert_format (1234567.5, 2, "1.234.567,50");
  assert_format (-1234.5, -1, MINUS "1.234,5");
  assert_parse ("1.234.567,5", 1234567.5);
  assert_parse ("1234,5", 1234.5);
  assert_parse ("1.234", 1234);
  assert_parse (",5", 0.5);
  /* A point groups thousands here: fifteen is not what was meant. */
  assert_refuse ("1.5");
  assert_refuse ("1.23");
  assert_refuse ("1.2345");
  assert_refuse ("1.234.5");
  assert_refuse ("1,5,5");
  assert_refuse ("1,234.5");
  leave_locale ();
}

static void
test_french (void)
{
  if (!enter_locale ("fr_FR.UTF-8"))
    {
      g_test_skip ("no French locale");
      return;
    }
  assert_format (1234567.5, 1, "1" NARROW "234" NARROW "567,5");
  assert_parse ("1" NARROW "234" NARROW "567,5", 1234567.5);
  assert_parse ("1" NO_BREAK "234,5", 1234.5);
  assert_parse ("1 234,5", 1234.5);
  assert_refuse ("1 23,5");
  assert_refuse ("1.5");
  leave_locale ();
}

static void
test_indian (void)
{
  if (!enter_locale ("en_IN.UTF-8"))
    {
      g_test_skip ("no Indian locale");
      return;
    }
  assert_format (1234567.5, 1, "12,34,567.5");
  assert_parse ("12,34,567.5", 1234567.5);
  assert_parse ("1,234,567.5", 1234567.5);
  assert_refuse ("1,23");
  assert_refuse ("1,2,345");
  assert_refuse ("12,34,56");
  leave_locale ();
}

/* What is shown can be typed, in each locale that can be had, whatever its
 * groups and digits. */
static void
test_locale_round_trip (void)
{
  static const char *const locales[] = {
    "C",           "de_DE.UTF-8", "en_IN.UTF-8", "en_US.UTF-8",
    "fa_IR.UTF-8", "fr_FR.UTF-8", "sv_SE.UTF-8",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (!enter_locale (locales[i]))
        continue;
      for (int j = 0; j < 2000; j++)
        {
          double number = round (ldexp (g_test_rand_double_range (-1, 1),
                                        g_test_rand_int_range (0, 44)))
                          / 8;
          g_autofree char *text = patron_number_format (number, -1);
          g_autofree char *money = patron_money_format (number, "EUR", 3);
          g_autofree char *share = patron_percent_format (number, 1);
          double back = 0;

          if (!patron_number_parse (text, &back))
            g_error ("%s: \"%s\" is refused", locales[i], text);
          g_assert_cmpfloat (back, ==, number);
          if (!patron_money_parse (money, &back))
            g_error ("%s: \"%s\" is refused", locales[i], money);
          g_assert_cmpfloat (back, ==, number);
          g_assert_true (patron_percent_parse (share, &back));
          g_assert_cmpfloat_with_epsilon (back, number, 1e-9 + 1e-12
                                                  * fabs (number));
        }
    }
  leave_locale ();
}

static void
test_percent (void)
{
  g_autofree char *text = patron_percent_format (0.955, 1);
  static const char *const same[] = {
    "95.5", "95.5%", "95.5 %", "95.5" NARROW "%", "95.5" NO_BREAK "%",
  };

  g_assert_cmpstr (text, ==, "95.5" NARROW "%");
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      double share = 0;

      g_test_message ("\"%s\"", same[i]);
      g_assert_true (patron_percent_parse (same[i], &share));
      g_assert_cmpfloat_with_epsilon (share, 0.955, 1e-12);
    }
  g_assert_false (patron_percent_parse ("%", &(double){ 0 }));
  g_assert_false (patron_percent_parse ("5%%", &(double){ 0 }));
}

static void
test_money (void)
{
  static const struct
  {
    const char *locale;
    double amount;
    const char *currency;
    const char *text;
  } sums[] = {
    { "C", 1250, "EUR", "\xe2\x82\xac" "1250" },
    { "C", -1250, "USD", MINUS "$1250" },
    { "C", 1250, "CHF", "CHF" NARROW "1250" },
    { "C", 1250, NULL, "1250" },
    { "en_US.UTF-8", 1250, "USD", "$1,250" },
    { "de_DE.UTF-8", 1250, "EUR", "1.250" NARROW "\xe2\x82\xac" },
    { "de_DE.UTF-8", -1250, "USD", MINUS "1.250" NARROW "$" },
    { "fr_FR.UTF-8", 1250, "CHF", "1" NARROW "250" NARROW "CHF" },
    { "en_IN.UTF-8", 1250000, "INR", "\xe2\x82\xb9" "12,50,000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *text = NULL;
      double amount = 0;

      if (!enter_locale (sums[i].locale))
        continue;
      text = patron_money_format (sums[i].amount, sums[i].currency, 0);
      g_assert_cmpstr (text, ==, sums[i].text);
      g_assert_true (patron_money_parse (text, &amount));
      g_assert_cmpfloat (amount, ==, sums[i].amount);
    }
  leave_locale ();
}

static void
test_duration (void)
{
  static const struct
  {
    const char *typed;
    gint64 seconds;
  } typed[] = {
    { "2h 30m", 9000 },     { "90 min", 5400 }, { "1:30", 5400 },
    { "1d 4h", 100800 },    { "45s", 45 },      { "2h30m", 9000 },
    { "1.5h", 5400 },       { "0s", 0 },        { "-2h", -7200 },
    { "1" NARROW "d 4" NARROW "h", 100800 },
  };
  static const char *const wrong[] = {
    "", "-", "5", "h", "5x", "30m 2h", "1h 1h", "1:60", "1:2:3", "90000d",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 seconds = -42, back = 0;
      g_autofree char *text = NULL;

      g_test_message ("\"%s\"", typed[i].typed);
      g_assert_true (patron_duration_parse (typed[i].typed, &seconds));
      g_assert_cmpint (seconds, ==, typed[i].seconds);
      text = patron_duration_to_text (seconds);
      g_assert_true (patron_duration_from_text (text, &back));
      g_assert_cmpint (back, ==, seconds);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 seconds = 42;

      g_test_message ("\"%s\"", wrong[i]);
      g_assert_false (patron_duration_parse (wrong[i], &seconds));
      g_assert_cmpint (seconds, ==, 42);
    }
  for (gint64 seconds = 1; seconds < 3155760000; seconds = seconds * 7 / 4 + 1)
    {
      g_autofree char *text = patron_duration_to_text (seconds);
      gint64 back = 0;

      g_assert_true (patron_duration_from_text (text, &back));
      g_assert_cmpint (back, ==, seconds);
    }
}

/* A duration as it is shown can be typed, as far as it is shown. */
static void
test_duration_format (void)
{
  static const struct
  {
    gint64 seconds;
    const char *text;
  } shown[] = {
    { 0, "0" NARROW "s" },
    { 59, "59" NARROW "s" },
    { 90, "1" NARROW "min 30" NARROW "s" },
    { 3600, "1" NARROW "h" },
    { 9000, "2" NARROW "h 30" NARROW "min" },
    { 100800, "1" NARROW "d 4" NARROW "h" },
    { -7200, MINUS "2" NARROW "h" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = patron_duration_format (shown[i].seconds);
      gint64 seconds = 42;

      g_assert_cmpstr (text, ==, shown[i].text);
      g_assert_true (patron_duration_parse (text, &seconds));
      g_assert_cmpint (seconds, ==, shown[i].seconds);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/base/number/text-round-trip", test_text_round_trip);
  g_test_add_func ("/base/number/text-refuse", test_text_refuse);
  g_test_add_func ("/base/number/text-in-locale", test_text_in_locale);
  g_test_add_func ("/base/number/c", test_c);
  g_test_add_func ("/base/number/german", test_german);
  g_test_add_func ("/base/number/french", test_french);
  g_test_add_func ("/base/number/indian", test_indian);
  g_test_add_func ("/base/number/locale-round-trip", test_locale_round_trip);
  g_test_add_func ("/base/number/percent", test_percent);
  g_test_add_func ("/base/number/money", test_money);
  g_test_add_func ("/base/number/duration", test_duration);
  g_test_add_func ("/base/number/duration-format", test_duration_format);

  return g_test_run ();
}
