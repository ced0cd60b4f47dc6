/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-csv.h"

#include <string.h>

#include "patron-error.h"

/* The table as text: fields in brackets, rows on lines with their number. */
static char *
read_all (const char *table,
          gsize       length,
          char        separator,
          char      **error_message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (table, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronCsvReader) reader
      = patron_csv_reader_new (bytes, separator, &error);
  g_autoptr (GString) dump = g_string_new (NULL);
  PatronCsvResult result = PATRON_CSV_ERROR;

  while (reader != NULL
         && (result = patron_csv_reader_next (reader, &error))
                == PATRON_CSV_ROW)
    {
      g_string_append_printf (
          dump, "%u%s:", patron_csv_reader_get_line (reader),
          patron_csv_reader_get_well_quoted (reader) ? "" : "!");
      for (guint i = 0; i < patron_csv_reader_get_n_fields (reader); i++)
        g_string_append_printf (dump, "[%s]",
                                patron_csv_reader_get_field (reader, i));
      g_string_append_c (dump, '\n');
    }
  g_assert_true ((result == PATRON_CSV_ERROR) == (error != NULL));
  if (error_message != NULL)
    *error_message = error != NULL ? g_strdup (error->message) : NULL;
  else
    g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

static void
test_tables (void)
{
  static const struct
  {
    const char *table;
    const char *expected;
  } cases[] = {
    { "a,b\n1,2\n", "1:[a][b]\n2:[1][2]\n" },
    /* A comma may be the decimal mark of all numbers. */
    { "1.2.2024\t1,5\n1.3.2024\t2,5\n",
      "1:[1.2.2024][1,5]\n2:[1.3.2024][2,5]\n" },
    { "1,5;2,5;3,5\n4,5;5,5;6,5\n",
      "1:[1,5][2,5][3,5]\n2:[4,5][5,5][6,5]\n" },
    { "a,b\r\n1,2", "1:[a][b]\n2:[1][2]\n" },
    { "a,b\r1,2\r", "1:[a][b]\n2:[1][2]\n" },
    { "a,b\n\n\n1,2\n", "1:[a][b]\n4:[1][2]\n" },
    { "a,b\n,\n", "1:[a][b]\n2:[][]\n" },
    { "a,b\n\"1,\"\"x\"\"\",\"2\r\n3\"\n4,5\n",
      "1:[a][b]\n2:[1,\"x\"][2\r\n3]\n4:[4][5]\n" },
    { "a,b\n\"1\"x,2\n3 \"4\",5\n",
      "1:[a][b]\n2!:[1x][2]\n3:[3 \"4\"][5]\n" },
    { "a;b;c\n1,5;2;\n", "1:[a][b][c]\n2:[1,5][2][]\n" },
    { "a\tb\n1,5\t2\n", "1:[a][b]\n2:[1,5][2]\n" },
    { "a|b\n1|2\n", "1:[a][b]\n2:[1][2]\n" },
    { "sep=;\na;b\n1;2\n", "2:[a][b]\n3:[1][2]\n" },
    { "only\none, two\n", "1:[only]\n2:[one][ two]\n" },
    { "\"a;b\",c\n\"d;e\",f\n", "1:[a;b][c]\n2:[d;e][f]\n" },
    { "a,b\n1,2,3\n4\n", "1:[a][b]\n2:[1][2][3]\n3:[4]\n" },
    { "\xef\xbb\xbf\"a\",b\n1,2\n", "1:[a][b]\n2:[1][2]\n" },
    { "\n", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dump
          = read_all (cases[i].table, strlen (cases[i].table), 0, NULL);

      g_assert_cmpstr (dump, ==, cases[i].expected);
    }
}

static void
test_encodings (void)
{
  static const char windows[] = "n\xe4me,\x80\nM\xfcller \x96 R\xf3,1\n";
  static const char expected[]
      = "1:[n\xc3\xa4me][\xe2\x82\xac]\n"
        "2:[M\xc3\xbcller \xe2\x80\x93 R\xc3\xb3][1]\n";
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };
  g_autofree char *dump
      = read_all (windows, sizeof windows - 1, 0, NULL);
  static const char utf_8[]
      = "n\xc3\xa4me,\xe2\x82\xac\nM\xc3\xbcller \xe2\x80\x93 R\xc3\xb3,1\n";

  g_assert_cmpstr (dump, ==, expected);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (int mark = 0; mark < 2; mark++)
      {
        g_autofree char *marked
            = g_strconcat (mark ? "\xef\xbb\xbf" : "", utf_8, NULL);
        gsize size;
        g_autofree char *text = g_convert (marked, -1, encodings[i], "UTF-8",
                                           NULL, &size, NULL);
        g_autofree char *read = read_all (text, size, 0, NULL);

        g_assert_cmpstr (read, ==, expected);
      }
}

static void
test_refused (void)
{
  static const char zero[] = "a,b\n1,\0002\n";
  g_autofree char *message = NULL;
  g_autofree char *dump = read_all ("a,b\n1,2\n\"3,4\n5,6\n", 17, 0,
                                    &message);

  g_assert_cmpstr (dump, ==, "1:[a][b]\n2:[1][2]\n");
  g_assert_nonnull (strstr (message, "Line 3"));
  g_clear_pointer (&message, g_free);
  g_clear_pointer (&dump, g_free);

  dump = read_all (zero, sizeof zero - 1, 0, &message);
  g_assert_cmpstr (dump, ==, "");
  g_assert_nonnull (message);
}

/* What the writer writes, the reader reads; and no spreadsheet runs it. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "plain", "", "with, comma", "with \"quotes\"", "two\r\nlines", " blanks ",
    "\xc3\xbc\xe6\x97\xa5", "'quoted", "a=b", "1-2",
  };
  static const char *const formulas[] = {
    "=1+1", "+1", "-1", "@x", "\tx", "\rx", "=cmd|' /C calc'!A0",
    "\xef\xbc\x9d" "1+1", "\xef\xbc\x8b" "1", "\xef\xbc\x8d" "1",
    "\xef\xbc\xa0x",
  };
  g_autoptr (GString) table = g_string_new (NULL);
  g_autofree char *dump = NULL;
  g_autoptr (GString) expected = g_string_new ("1:");
  guint line = 2;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      patron_csv_append_text (table, texts[i]);
      g_string_append_printf (expected, "[%s]", texts[i]);
      line += strchr (texts[i], '\n') != NULL;
    }
  patron_csv_end_row (table);
  g_string_append_printf (expected, "\n%u:[][-12.5]\n", line);
  patron_csv_append (table, "");
  patron_csv_append (table, "-12.5");
  patron_csv_end_row (table);
  dump = read_all (table->str, table->len, ',', NULL);
  g_assert_cmpstr (dump, ==, expected->str);

  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autoptr (GString) row = g_string_new (NULL);

      patron_csv_append_text (row, formulas[i]);
      g_assert_true (row->str[0] == '\'' || row->str[1] == '\'');
      g_assert_nonnull (strstr (row->str, formulas[i]));
    }
}

/* Bytes of any kind give rows or a reason, within the limits. */
static void
test_random_bytes (void)
{
  static const char marks[] = "\",;\t|\n\r'= 1a\xc3\xa4\xff\xfe";
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240229);

  for (int i = 0; i < 3000; i++)
    {
      gsize size = (gsize) g_rand_int_range (rand, 0, 200);
      g_autofree char *table = g_malloc (size + 1);
      g_autofree char *message = NULL;
      g_autofree char *dump = NULL;

      for (gsize j = 0; j < size; j++)
        table[j] = g_rand_boolean (rand)
                       ? marks[g_rand_int_range (rand, 0, sizeof marks - 1)]
                       : (char) g_rand_int_range (rand, 0, 256);
      dump = read_all (table, size, 0, &message);
      g_assert_true (g_utf8_validate (dump, -1, NULL));
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new ("a");
  g_autoptr (GString) deep = g_string_new ("\"");
  g_autofree char *message = NULL;
  g_autofree char *dump = NULL;

  for (int i = 0; i < PATRON_CSV_MAX_COLUMNS; i++)
    g_string_append (wide, ",a");
  dump = read_all (wide->str, wide->len, ',', &message);
  g_assert_nonnull (message);
  g_clear_pointer (&message, g_free);
  g_clear_pointer (&dump, g_free);

  for (int i = 0; i < PATRON_CSV_MAX_FIELD; i++)
    g_string_append_c (deep, 'x');
  g_string_append (deep, "x\"\n");
  dump = read_all (deep->str, deep->len, ',', &message);
  g_assert_nonnull (message);
}

/* Whatever a file holds, the reader comes to its end, and what it says of
 * rows is sound; over pieces of tables, so that all of its states meet, and
 * longer than the reader's buffer now and then. */
static void
test_fuzz (void)
{
  static const char *const pieces[] = {
    ",", ";", "\n", "\r\n", "\r", "\"", "\"\"", "a", "2024-01-31", "1,5",
    "\t", "|", " ", "\xc3\xa4", "\xff", "sep=;\n", "\xef\xbb\xbf", "'",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autofree char *filler = g_strnfill (70000, 'x');

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GString) table = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PatronCsvReader) reader = NULL;
      int n = g_rand_int_range (rand, 0, 60);
      guint line = 0, n_rows = 0;

      for (int i = 0; i < n; i++)
        g_string_append (
            table, round % 500 == 0 && i % 5 == 0
                       ? filler
                       : pieces[g_rand_int_range (rand, 0,
                                                  G_N_ELEMENTS (pieces))]);
      bytes = g_bytes_new (table->str, table->len);
      reader = patron_csv_reader_new (bytes, 0, NULL);
      while (reader != NULL
             && patron_csv_reader_next (reader, NULL) == PATRON_CSV_ROW)
        {
          g_assert_cmpuint (patron_csv_reader_get_line (reader), >, line);
          line = patron_csv_reader_get_line (reader);
          g_assert_cmpuint (patron_csv_reader_get_n_fields (reader), >, 0);
          for (guint i = 0; i < patron_csv_reader_get_n_fields (reader); i++)
            g_assert_cmpuint (
                strlen (patron_csv_reader_get_cell (reader, i)), <=,
                table->len * 4);
          g_assert_cmpuint (++n_rows, <=, table->len);
        }
    }
}

/* A row that does not fit into what is read at once, and a line end that is
 * cut in two there. */
static void
test_long (void)
{
  const gsize chunk = 256 * 1024;
  g_autoptr (GString) table = g_string_new ("a,b\r\n");
  g_autoptr (GString) expected = g_string_new ("1:[a][b]\n");
  g_autofree char *dump = NULL;
  guint line = 2;

  while (table->len < chunk * 3)
    {
      gsize length = table->len < chunk && table->len + 500 > chunk
                         ? chunk - table->len - 3
                         : 200 + line % 100;
      g_autofree char *field = g_strnfill (length, 'x');

      g_string_append_printf (table, "%s,y\r\n", field);
      g_string_append_printf (expected, "%u:[%s][y]\n", line++, field);
    }
  g_string_append (table, "\"");
  g_string_append (expected, "");
  for (int i = 0; i < 60000; i++)
    g_string_append (table, "line\r\n");
  g_string_append (table, "\",z\n1,2\n");
  dump = read_all (table->str, table->len, 0, NULL);
  g_assert_true (g_str_has_prefix (dump, expected->str));
  g_string_printf (expected, "][z]\n%u:[1][2]\n", line + 60001);
  g_assert_true (g_str_has_suffix (dump, expected->str));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/tables", test_tables);
  g_test_add_func ("/exchange/csv/encodings", test_encodings);
  g_test_add_func ("/exchange/csv/refused", test_refused);
  g_test_add_func ("/exchange/csv/round-trip", test_round_trip);
  g_test_add_func ("/exchange/csv/random-bytes", test_random_bytes);
  g_test_add_func ("/exchange/csv/limits", test_limits);
  g_test_add_func ("/exchange/csv/fuzz", test_fuzz);
  g_test_add_func ("/exchange/csv/long", test_long);
  return g_test_run ();
}
