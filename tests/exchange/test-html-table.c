/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-html-table.h"

static void
test_tables (void)
{
  static const struct
  {
    const char *html;
    const char *expected;
  } cases[] = {
    { "<p>text</p>", NULL },
    { "", NULL },
    { "<table></table>", NULL },
    { "a<table><tr><td>1</td><td>2</td></tr></table>b<td>3", "1,2\r\n" },
    { "<TABLE border=1><TR><TH>Day\n<TH><b>Sum, all</b>"
      "<TR><TD x='y'>2024-01-01<TD>1&nbsp;000&#44;5 &euro;</TABLE>",
      "Day,\"Sum, all\"\r\n"
      "2024-01-01,\"1\xc2\xa0" "000,5 \xe2\x82\xac\"\r\n" },
    { "<table><tr><td>a<br>b</td><td>&#x2212;5 &amp; &bogus; &</td>",
      "a b,\xe2\x88\x92" "5 & &bogus; &\r\n" },
    { "<table><tr><td>a<", "a<\r\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = patron_html_table_to_csv (cases[i].html);

      g_assert_cmpstr (csv, ==, cases[i].expected);
    }
}

/* Whatever is copied, the reader comes to its end. */
static void
test_fuzz (void)
{
  static const char *const pieces[] = {
    "<table>", "</table>", "<tr>", "<td", ">", "<", "&", ";", "&#", "x41;",
    "&#0;", "&#1114112;", "text", "\"", "\n", "</td>", "<br/>", "\xc3\xa4",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GString) html = g_string_new ("<table>");
      g_autofree char *csv = NULL;

      for (int i = g_rand_int_range (rand, 0, 30); i > 0; i--)
        g_string_append (html, pieces[g_rand_int_range (
                                   rand, 0, G_N_ELEMENTS (pieces))]);
      csv = patron_html_table_to_csv (html->str);
      g_assert_true (csv == NULL || g_utf8_validate (csv, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/html-table/tables", test_tables);
  g_test_add_func ("/exchange/html-table/fuzz", test_fuzz);
  return g_test_run ();
}
