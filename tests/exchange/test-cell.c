/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-cell.h"

#include <string.h>

#include "patron-date.h"

#define YMD PATRON_DATE_ORDER_YMD
#define DMY PATRON_DATE_ORDER_DMY
#define MDY PATRON_DATE_ORDER_MDY
#define YM PATRON_DATE_ORDER_YM

static void
test_dates (void)
{
  static const struct
  {
    const char      *text;
    PatronDateOrder  order;
    const char      *expected;
  } cases[] = {
    { "2024-02-29", YMD, "2024-02-29" },
    { "2024/2/9", YMD, "2024-02-09" },
    { "20240229", YMD, "2024-02-29" },
    { "2024-02-29T13:45:00Z", YMD, "2024-02-29" },
    { "2024-02-29 00:00:00.000", YMD, "2024-02-29" },
    { "2023-02-29", YMD, NULL },
    { "2024-13-01", YMD, NULL },
    { "24-02-29", YMD, NULL },
    { "2024-02-29x", YMD, NULL },
    { "2024-02-29 or so", YMD, NULL },
    { "", YMD, NULL },
    { "2024", YMD, NULL },
    { "31/03/2024", DMY, "2024-03-31" },
    { "31.3.24", DMY, "2024-03-31" },
    { "1-2-1999", DMY, "1999-02-01" },
    { "31/03/2024 10:00 AM", DMY, "2024-03-31" },
    { "03/31/2024", DMY, NULL },
    { "03/31/2024", MDY, "2024-03-31" },
    { "1/2/69", MDY, "1969-01-02" },
    { "1/2/68", MDY, "2068-01-02" },
    { "1/2/024", MDY, NULL },
    { "31 March 2024", DMY, "2024-03-31" },
    { "31-Mar-24", MDY, "2024-03-31" },
    { "March 31, 2024", MDY, "2024-03-31" },
    { "Marsh 31, 2024", MDY, "2024-03-31" },
    { "Foo 31, 2024", MDY, NULL },
    { "2024-03", YM, "2024-03-01" },
    { "202403", YM, "2024-03-01" },
    { "03/2024", YM, "2024-03-01" },
    { "Mar-24", YM, "2024-03-01" },
    { "March 2024", YM, "2024-03-01" },
    { "2024-Q1", YM, "2024-01-01" },
    { "2024 q4", YM, "2024-10-01" },
    { "Q3 2024", YM, "2024-07-01" },
    { "2024-Q5", YM, NULL },
    { "2024-W01", YM, "2024-01-01" },
    { "2021W01", YM, "2021-01-04" },
    { "2020-W53", YM, "2020-12-28" },
    { "2021-W53", YM, NULL },
    { "2024-W00", YM, NULL },
    { "2024-00", YM, NULL },
    { "2024-03-01", YM, NULL },
    { "1/2", YM, NULL },
    { "999999999999999999", YMD, NULL },
    { "\xc3\xa4\xc3\xb6\xc3\xbc", YM, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 date;
      g_autofree char *text = NULL;

      if (patron_cell_read_date (cases[i].text, cases[i].order, &date))
        text = patron_date_to_text (date);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    char        mark;
    double      expected; /* -1 for none */
  } cases[] = {
    { "12", '.', 12 },
    { "12.5", '.', 12.5 },
    { "12.5", ',', -1 },
    { "12,5", ',', 12.5 },
    { "12,5", '.', -1 },
    { "1,234", '.', 1234 },
    { "1,234", ',', 1.234 },
    { "0,234", '.', -1 },
    { "0,234", ',', 0.234 },
    { "1.234.567,89", ',', 1234567.89 },
    { "1,234,567.89", '.', 1234567.89 },
    { "12,34,567", '.', -1 },
    { "1234,567", '.', -1 },
    { "1 234", '.', 1234 },
    { "1\xc2\xa0" "234,5", ',', 1234.5 },
    { "1\xe2\x80\xaf" "234", '.', 1234 },
    { "1'234", '.', 1234 },
    { "\xc2\xa3 1,200.50", '.', 1200.5 },
    { "1200 \xe2\x82\xac", ',', 1200 },
    { "+7", '.', 7 },
    { "95 %", '.', 0.95 },
    { "95%", '.', 0.95 },
    { ".5", '.', 0.5 },
    { "5.", '.', 5 },
    { "1.5e3", '.', 1500 },
    { "1e400", '.', -1 },
    { ".", '.', -1 },
    { "-", '.', -1 },
    { "", '.', -1 },
    { "n/a", '.', -1 },
    { "1 2", '.', -1 },
    { "0x10", '.', -1 },
    { "nan", '.', -1 },
    { "inf", '.', -1 },
    { "12a", '.', -1 },
  };
  double number;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      number = -1;
      g_test_message ("%s", cases[i].text);
      if (!patron_cell_read_number (cases[i].text, cases[i].mark, &number))
        number = -1;
      g_assert_cmpfloat (number, ==, cases[i].expected);
    }
  g_assert_true (patron_cell_read_number ("\xe2\x88\x92" "1.5", '.', &number));
  g_assert_cmpfloat (number, ==, -1.5);
}

static PatronDateOrder
guess_order (const char *cells,
             gboolean   *ambiguous)
{
  g_auto (GStrv) parts = g_strsplit (cells, "|", -1);
  PatronDateGuess guess = { { 0 } };

  for (gsize i = 0; parts[i] != NULL; i++)
    patron_date_guess_add (&guess, parts[i]);
  return patron_date_guess_decide (&guess, ambiguous);
}

static void
test_orders (void)
{
  gboolean ambiguous;

  g_assert_cmpint (guess_order ("2024-01-02|2024-01-03", &ambiguous), ==, YMD);
  g_assert_false (ambiguous);
  g_assert_cmpint (guess_order ("01/02/2024|13/02/2024|x", &ambiguous), ==,
                   DMY);
  g_assert_false (ambiguous);
  g_assert_cmpint (guess_order ("01/02/2024|02/13/2024", &ambiguous), ==, MDY);
  g_assert_false (ambiguous);
  g_assert_cmpint (guess_order ("2024-01|2024-02", &ambiguous), ==, YM);
  g_assert_false (ambiguous);
  g_assert_cmpint (guess_order ("1 May 2024|2 May 2024", &ambiguous), ==, DMY);
  g_assert_false (ambiguous);
  /* Monthly figures are dated alike. */
  g_assert_cmpint (guess_order ("01/02/2024|01/03/2024", &ambiguous), ==, DMY);
  g_assert_true (ambiguous);
  g_assert_cmpint (guess_order ("02/01/2024|03/01/2024", &ambiguous), ==, MDY);
  g_assert_true (ambiguous);
  guess_order ("02/01/2024|03/02/2024", &ambiguous);
  g_assert_true (ambiguous);
}

static char
guess_mark (const char *cells,
            char        separator,
            gboolean   *ambiguous)
{
  g_auto (GStrv) parts = g_strsplit (cells, "|", -1);
  PatronMarkGuess guess = { 0 };

  for (gsize i = 0; parts[i] != NULL; i++)
    patron_mark_guess_add (&guess, parts[i]);
  return patron_mark_guess_decide (&guess, separator, ambiguous);
}

static void
test_marks (void)
{
  gboolean ambiguous;

  g_assert_cmpint (guess_mark ("1,234|1.5", ',', &ambiguous), ==, '.');
  g_assert_false (ambiguous);
  g_assert_cmpint (guess_mark ("1,23|4", ';', &ambiguous), ==, ',');
  g_assert_false (ambiguous);
  g_assert_cmpint (guess_mark ("1|2", ';', &ambiguous), ==, '.');
  g_assert_false (ambiguous);
  g_assert_cmpint (guess_mark ("1,234|2,345", ',', &ambiguous), ==, '.');
  g_assert_true (ambiguous);
  g_assert_cmpint (guess_mark ("1,234|2,345", ';', &ambiguous), ==, ',');
  g_assert_true (ambiguous);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/cell/dates", test_dates);
  g_test_add_func ("/exchange/cell/numbers", test_numbers);
  g_test_add_func ("/exchange/cell/orders", test_orders);
  g_test_add_func ("/exchange/cell/marks", test_marks);
  return g_test_run ();
}
