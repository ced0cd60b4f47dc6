/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-file-name.h"

#include <string.h>

static void
test_names (void)
{
  static const struct
  {
    const char *title;
    const char *expected;
  } cases[] = {
    { "Clara Berg", "Clara Berg.png" },
    { "As is: before/during", "As is before during.png" },
    { "../../etc/passwd", "etc passwd.png" },
    { "..", "Untitled.png" },
    { ".hidden", "hidden.png" },
    { "--help", "help.png" },
    { "", "Untitled.png" },
    { NULL, "Untitled.png" },
    { " a \t b\n", "a b.png" },
    { "R & D <5%", "R & D 5%.png" },
    { "con", "_con.png" },
    { "LPT1.txt", "_LPT1.txt.png" },
    { "Console", "Console.png" },
    { "M\xc3\xbcller \xe6\x97\xa5\xe6\x9c\xac",
      "M\xc3\xbcller \xe6\x97\xa5\xe6\x9c\xac.png" },
    { "txt\xe2\x80\xae" "gnp.exe", "txtgnp.exe.png" },
    { "bad\xff" "bytes", "bad\xef\xbf\xbd" "bytes.png" },
    { "ends. . ", "ends.png" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name
          = patron_export_file_name (cases[i].title, "png");

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_random_names (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GHashTable) taken
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 2000; i++)
    {
      char title[400];
      g_autofree char *name = NULL;
      g_autofree char *unique = NULL;
      int length = g_rand_int_range (rand, 0, sizeof title);

      for (int j = 0; j < length; j++)
        title[j] = (char) g_rand_int_range (rand, 1, 256);
      title[length] = '\0';
      name = patron_export_file_name (title, "svg");
      unique = patron_export_unique_name (name, taken);
      g_assert_cmpuint (strlen (unique), <=, 120);
      g_assert_true (g_utf8_validate (unique, -1, NULL));
      g_assert_null (strchr (unique, '/'));
      g_assert_cmpint (unique[0], !=, '.');
      g_assert_cmpint (unique[0], !=, '-');
      g_assert_true (g_str_has_suffix (unique, ".svg"));
    }
}

static void
test_unique (void)
{
  g_autoptr (GHashTable) taken
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *first = patron_export_unique_name ("A.png", taken);
  g_autofree char *second = patron_export_unique_name ("a.png", taken);
  g_autofree char *third = patron_export_unique_name ("a.png", taken);

  g_assert_cmpstr (first, ==, "A.png");
  g_assert_cmpstr (second, ==, "a (2).png");
  g_assert_cmpstr (third, ==, "a (3).png");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/file-name/names", test_names);
  g_test_add_func ("/exchange/file-name/random-names", test_random_names);
  g_test_add_func ("/exchange/file-name/unique", test_unique);
  return g_test_run ();
}
