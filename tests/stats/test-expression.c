/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-expression.h"

#include <math.h>
#include <string.h>

#include "patron-error.h"

static double
evaluate (const char *text)
{
  static const double values[] = { 3, 4, 5 };
  static const double previous[] = { 30, 40, 50 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronExpression) expression
      = patron_expression_parse (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (patron_expression_get_n_names (expression), <=, 3);
  return patron_expression_evaluate (expression, values, previous);
}

/* The rules of mathematics: which binds first, and from which side. */
static void
test_values (void)
{
  static const struct
  {
    const char *text;
    double      value;
  } cases[] = {
    { "1 + 2 * 3", 7 },
    { "(1 + 2) * 3", 9 },
    { "7 - 2 - 1", 4 },
    { "24 / 4 / 2", 3 },
    { "2 ^ 3 ^ 2", 512 },
    { "-2 ^ 2", -4 },
    { "2 ^ -1", 0.5 },
    { "- - 2", 2 },
    { "1.5e2", 150 },
    { ".5", 0.5 },
    { "{a} * {b} - {c}", 7 },
    { "a * b - c", 7 },
    { "{a} + a + { a }", 9 },
    { "{Share of clients, in %} / b", 0.75 },
    { "previous({a}) / a", 10 },
    { "Ä_1 + 1", 4 },
    { "min (3, 1; 2) + max(4)", 5 },
    { "abs(2 - 5)", 3 },
    { "round(2.5) + round(-2.5)", 0 },
    { "round(3.14159, 2)", 3.14 },
    { "6 ÷ 3 × 2 − 1", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (evaluate (cases[i].text), ==, cases[i].value);
  /* Without a value there is none, and that shows. */
  g_assert_true (isnan (evaluate ("a / (b - b)")));
  g_assert_true (isnan (evaluate ("0 / 0")));
  g_assert_true (isnan (evaluate ("(-8) ^ (1 / 3)")));
}

static void
test_missing (void)
{
  static const char *const texts[]
      = { "a + b", "min(a, b)", "max(b, a)", "b ^ 0", "previous(a)" };
  static const double values[] = { 1, NAN };
  static const double swapped[] = { NAN, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PatronExpression) expression
          = patron_expression_parse (texts[i], NULL);
      gboolean first_is_b
          = strcmp (patron_expression_get_name (expression, 0), "b") == 0;

      g_assert_true (isnan (patron_expression_evaluate (
          expression, first_is_b ? swapped : values, NULL)));
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { "", "character 1:" },        { "1 +", "character 4:" },
    { "1 2", "character 3:" },     { "(1 + 2", "character 7:" },
    { "1 + 2)", "character 6:" },  { "{a", "character 1:" },
    { "{ }", "character 1:" },     { "ä * sum(1)", "character 5:" },
    { "abs(1, 2)", "character 1:" }, { "previous(1)", "character 1:" },
    { "previous(a + b)", "character 1:" }, { "1 $ 2", "character 3:" },
    { "min()", "character 5:" },   { "1e999", "character 1:" },
    { "0x10", "character 1:" },
  };
  g_autofree char *deep = g_strnfill (1000, '(');
  g_autofree char *signs = g_strnfill (1000, '-');
  g_autofree char *lengthy = g_strnfill (2001, '1');
  const char *const bad[] = { deep, signs, lengthy, "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (patron_expression_parse (cases[i].text, &error));
      g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
      if (strstr (error->message, cases[i].place) == NULL)
        g_error ("“%s”: %s", cases[i].text, error->message);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (patron_expression_parse (bad[i], &error));
      g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
    }
}

static void
test_units (void)
{
  /* a is money, b a percentage, c a time, d a number, e money */
  static const struct
  {
    const char *text;
    PatronUnit  unit;
  } cases[] = {
    { "a + e", PATRON_UNIT_MONEY },
    { "a * b", PATRON_UNIT_MONEY },
    { "a / d", PATRON_UNIT_MONEY },
    { "a / e", PATRON_UNIT_NUMBER },
    { "a - 100", PATRON_UNIT_MONEY },
    { "1 - b", PATRON_UNIT_PERCENT },
    { "a * c / c", PATRON_UNIT_MONEY },
    { "a / c", PATRON_UNIT_OTHER },
    { "a ^ 2 / e", PATRON_UNIT_MONEY },
    { "max(c, previous(c), 60)", PATRON_UNIT_DURATION },
    { "2 * 3", PATRON_UNIT_ANY },
    { "a + b", PATRON_UNIT_OTHER },
    { "c - a", PATRON_UNIT_OTHER },
    { "min(b, d)", PATRON_UNIT_OTHER },
    { "a ^ d", PATRON_UNIT_OTHER },
    { "a ^ 0.5", PATRON_UNIT_OTHER },
  };
  static const PatronUnit of_letters[]
      = { PATRON_UNIT_MONEY, PATRON_UNIT_PERCENT, PATRON_UNIT_DURATION,
          PATRON_UNIT_NUMBER, PATRON_UNIT_MONEY };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatronExpression) expression
          = patron_expression_parse (cases[i].text, NULL);
      g_autoptr (GError) error = NULL;
      PatronUnit units[5], unit;
      gboolean good;

      for (guint j = 0; j < patron_expression_get_n_names (expression); j++)
        units[j]
            = of_letters[*patron_expression_get_name (expression, j) - 'a'];
      good = patron_expression_find_unit (expression, units, &unit, &error);
      if (i > 10)
        {
          g_assert_false (good);
          g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (unit, ==, cases[i].unit);
    }
  g_assert_true (patron_unit_fits (PATRON_UNIT_NUMBER, PATRON_UNIT_PERCENT));
  g_assert_false (patron_unit_fits (PATRON_UNIT_MONEY, PATRON_UNIT_PERCENT));
}

/* Whatever people type, the parser ends, and what it takes has a value or
 * none. */
static void
test_fuzz (void)
{
  static const char *const pieces[] = {
    "1", ".5", "e", "+", "-", "*", "/", "^", "(", ")", ",", "{", "}", "a",
    "{b c}", "min(", "max(", "abs(", "round(", "previous(", " ", "\xc3\xa4",
    "\xe2\x88\x92", "\xff", "\n", ";", "{}", "inf", "nan",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  double values[PATRON_EXPRESSION_MAX_NAMES];
  guint n_good = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = g_rand_double_range (rand, -3, 3);
  for (int round = 0; round < 50000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (PatronExpression) expression = NULL;
      g_autoptr (GError) error = NULL;
      int n = g_rand_int_range (rand, 1, 12);

      for (int i = 0; i < n; i++)
        g_string_append (text, pieces[g_rand_int_range (
                                   rand, 0, G_N_ELEMENTS (pieces))]);
      expression = patron_expression_parse (text->str, &error);
      g_assert_true ((expression == NULL) == (error != NULL));
      if (expression == NULL)
        continue;
      n_good++;
      g_assert_false (isinf (
          patron_expression_evaluate (expression, values, values)));
    }
  g_assert_cmpuint (n_good, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/expression/values", test_values);
  g_test_add_func ("/stats/expression/missing", test_missing);
  g_test_add_func ("/stats/expression/errors", test_errors);
  g_test_add_func ("/stats/expression/units", test_units);
  g_test_add_func ("/stats/expression/fuzz", test_fuzz);
  return g_test_run ();
}
