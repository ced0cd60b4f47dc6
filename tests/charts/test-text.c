/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-text.h"

#include <string.h>

#include "patron-fixed-measurer.h"

/* In this font of 10 px every letter is 5 px wide. */
static const PatronFont font = { "Fixed", 10, 400, FALSE };

static void
assert_wrap (const char *text,
             double      width,
             guint       max_lines,
             const char *expected)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  g_autoptr (GArray) lines = patron_text_wrap (measurer, &font, text, width,
                                               max_lines);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const PatronLine *line = &g_array_index (lines, PatronLine, i);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", line->text);
      g_assert_cmpfloat (line->width, <=, width + 1e-9);
      g_assert_cmpfloat_with_epsilon (
        line->width, patron_text_width (measurer, &font, line->text), 1e-9);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_wrap (void)
{
  assert_wrap ("", 100, 9, "");
  assert_wrap ("one two three", 100, 9, "one two three");
  assert_wrap ("one two three", 40, 9, "one two|three");
  assert_wrap ("one two three", 20, 9, "one|two|thre|e");
  assert_wrap ("one\n\ntwo", 100, 9, "one||two");
  assert_wrap ("one two three", 40, 1, "one two…");
  assert_wrap ("one two three", 30, 1, "one t…");
  assert_wrap ("one two three", 40, 2, "one two|three");
  assert_wrap ("one two three four", 40, 2, "one two|three f…");
  /* White space at the end of a line takes no room in it. */
  assert_wrap ("one two", 35, 9, "one two");
  assert_wrap ("one     two", 15, 9, "one|two");
  /* A no-break space does not break, a hyphen does. */
  assert_wrap ("to 10\xc2\xa0km", 30, 9, "to|10\xc2\xa0km");
  assert_wrap ("well-known", 30, 9, "well-|known");
  /* Chinese breaks between any two letters. */
  assert_wrap ("客户战略", 10, 9, "客户|战略");
  /* No letter is torn from its marks. */
  assert_wrap ("e\xcc\x81" "e\xcc\x81" "e\xcc\x81", 10, 9,
               "e\xcc\x81" "e\xcc\x81|e\xcc\x81");
  /* Nothing fits. */
  assert_wrap ("wide", 3, 9, "");
}

static void
test_ellipsize (void)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  double width = -1;
  g_autofree char *whole = patron_text_ellipsize (measurer, &font, "Retention",
                                                  45, &width);
  g_autofree char *cut = patron_text_ellipsize (measurer, &font, "Retention",
                                                44, NULL);
  g_autofree char *none = patron_text_ellipsize (measurer, &font, "Retention",
                                                 4, NULL);

  g_assert_cmpstr (whole, ==, "Retention");
  g_assert_cmpfloat (width, ==, 45);
  g_assert_cmpstr (cut, ==, "Retenti…");
  g_assert_cmpstr (none, ==, "");
}

static void
test_balanced (void)
{
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();
  g_autoptr (GArray) lines = patron_text_wrap_balanced (
    measurer, &font, "Quarterly reviews for every client", 150, 3);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (g_array_index (lines, PatronLine, 0).text, ==,
                   "Quarterly reviews");
  g_assert_cmpstr (g_array_index (lines, PatronLine, 1).text, ==,
                   "for every client");
}

static void
assert_clean (const char *text,
              const char *expected)
{
  g_autofree char *clean = patron_text_clean (text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_clean (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *clean = patron_text_clean (long_text);

  assert_clean (NULL, "");
  assert_clean ("  plain \n", "plain");
  assert_clean ("a\tb\r\nc\rd", "a b\nc\nd");
  assert_clean ("bell\a and\x1b[0m", "bell and[0m");
  assert_clean ("broken \xff\xc3", "broken \xef\xbf\xbd\xef\xbf\xbd");
  g_assert_cmpuint (strlen (clean), <, 5000);
  g_assert_true (g_str_has_suffix (clean, "…"));
  g_assert_true (patron_text_is_empty (NULL));
  g_assert_true (patron_text_is_empty (" \n"));
  g_assert_false (patron_text_is_empty (" x"));
}

/* Any text at any width: no line is too wide, and no letter is lost but
 * the spaces at the ends of lines. */
static void
test_any (void)
{
  static const char *const letters[] = {
    "a", "b", " ", " ", "-", "\n", "é", "客", "ש", "\xcc\x81", "\xc2\xa0",
    "👩\xe2\x80\x8d🚒", ".",
  };
  g_autoptr (PatronMeasurer) measurer = patron_fixed_measurer_new ();

  for (int i = 0; i < 500; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) set = g_string_new (NULL);
      double width = g_test_rand_double_range (12, 200);
      g_autoptr (GArray) lines = NULL;

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (text, letters[g_test_rand_int_range (
                                 0, G_N_ELEMENTS (letters))]);
      lines = patron_text_wrap (measurer, &font, text->str, width, G_MAXUINT);
      for (guint j = 0; j < lines->len; j++)
        {
          const PatronLine *line = &g_array_index (lines, PatronLine, j);

          g_assert_true (g_utf8_validate (line->text, -1, NULL));
          g_string_append (set, line->text);
        }
      g_string_replace (set, " ", "", 0);
      g_string_replace (set, "\xc2\xa0", "", 0);
      g_string_replace (text, "\xc2\xa0", "", 0);
      g_string_replace (text, " ", "", 0);
      g_string_replace (text, "\n", "", 0);
      g_assert_cmpstr (set->str, ==, text->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/text/wrap", test_wrap);
  g_test_add_func ("/charts/text/ellipsize", test_ellipsize);
  g_test_add_func ("/charts/text/balanced", test_balanced);
  g_test_add_func ("/charts/text/clean", test_clean);
  g_test_add_func ("/charts/text/any", test_any);
  return g_test_run ();
}
