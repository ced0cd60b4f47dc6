/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "patron-csv-fast.h"
#include "patron-csv-plot.h"
#include "patron-date.h"
#include "patron-number.h"

typedef struct
{
  PatronChart     *chart;
  PatronChartData *data;
  guint            n_refused;
  guint            last_line;
  GError          *error;
  gboolean         read;
} Plot;

static void
refuse_cb (guint       line,
           const char *why,
           gpointer    data)
{
  Plot *plot = data;

  g_assert_true (g_utf8_validate (why, -1, NULL));
  plot->n_refused++;
  plot->last_line = line;
}

static void
plot_read (Plot            *plot,
           PatronChartKind  kind,
           const char      *text,
           gssize           length,
           const char      *x,
           const char      *y,
           const char      *split)
{
  g_autoptr (GBytes) bytes
      = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  const char *const columns[] = { y, NULL };
  PatronCsvPlotAsk ask
      = { x, columns, split, PATRON_DATE_ORDER_AUTO, { NULL } };

  *plot = (Plot) { .chart = patron_chart_new (kind),
                   .data = patron_chart_data_new () };
  plot->read = patron_csv_plot_read (bytes, &ask, plot->chart, plot->data,
                                     refuse_cb, plot, &plot->error);
  g_assert_cmpint (plot->read, ==, plot->error == NULL);
}

static void
plot_clear (Plot *plot)
{
  patron_chart_free (plot->chart);
  patron_chart_data_free (plot->data);
  g_clear_error (&plot->error);
}

static const PatronChartPoints *
points_of (const Plot *plot,
           guint       series)
{
  g_assert_cmpuint (series, <, plot->data->series->len);
  return &g_array_index (plot->data->series, PatronChartPoints, series);
}

/* The fast way reads what the slow way reads, to the last bit, or not. */
static void
test_numbers (void)
{
  static const char *const odd[] = {
    "", "-", ".", "-.", "1.", ".5", "1..2", "1e5", "+1", "1,5", "0x1f", "nan",
    "inf", "--1", "1-", " 1", "1 ", "123456789012345", "1234567890123456",
    "0.1234567890123456", "00000000000000001", "-0", "0.000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      double fast = 0, slow = 0;

      if (patron_csv_fast_number (odd[i], strlen (odd[i]), &fast))
        {
          g_assert_true (patron_number_from_text (odd[i], &slow));
          g_assert_cmpfloat (fast, ==, slow);
        }
    }
  for (int i = 0; i < 20000; i++)
    {
      char text[64];
      double fast = 0, slow = 0;

      g_snprintf (text, sizeof text, "%.*f", g_test_rand_int_range (0, 8),
                  g_test_rand_double_range (-1e6, 1e6));
      g_assert_true (patron_csv_fast_number (text, strlen (text), &fast));
      g_assert_true (patron_number_from_text (text, &slow));
      g_assert_cmpfloat (fast, ==, slow);
    }
}

static char *
random_table (gboolean quoted)
{
  static const char *const cells[] = {
    "1", "-2.5", "", "1e3", "x", "12345678901234567890", "0.1", " 7 ",
    "2024-02-30", "2024-03-01", "1.5.2", "9999-01-01", "2024-01-01T08:30",
  };
  GString *text = g_string_new ("day,value,more\n");
  int n = g_test_rand_int_range (0, 60);

  for (int i = 0; i < n; i++)
    {
      const char *value
          = g_test_rand_int_range (0, 3) == 0
                ? cells[g_test_rand_int_range (0, G_N_ELEMENTS (cells))]
                : "3.25";
      gboolean odd = g_test_rand_int_range (0, 8) == 0;

      if (odd)
        g_string_append (text, cells[g_test_rand_int_range (
                                   0, G_N_ELEMENTS (cells))]);
      else
        g_string_append_printf (text, "2024-%02d-%02d", 1 + i / 28,
                                1 + i % 28);
      if (g_test_rand_int_range (0, 10) > 0)
        g_string_append_printf (text, ",%s,rest", value);
      g_string_append (text, g_test_rand_bit () ? "\n" : "\r\n");
      if (g_test_rand_int_range (0, 10) == 0)
        g_string_append (text, "\n");
    }
  /* One quotation mark, in a column that nobody asks for, and all of the
   * table is read the slow way. */
  if (quoted)
    g_string_append (text, "2025-01-01,5,\"quoted\"\n");
  else
    g_string_append (text, "2025-01-01,5,plain\n");
  return g_string_free (text, FALSE);
}

/* Any table is read the same whether it is plain or has a quotation mark. */
static void
test_same (void)
{
  for (int i = 0; i < 400; i++)
    {
      g_autofree char *plain = random_table (FALSE);
      g_autofree char *quoted = g_strdup (plain);
      Plot a, b;

      memcpy (strrchr (quoted, ',') + 1, "\"lai\"", 5);
      plot_read (&a, PATRON_CHART_LINE, plain, -1, "day", "value", NULL);
      plot_read (&b, PATRON_CHART_LINE, quoted, -1, "day", "value", NULL);
      g_assert_cmpint (a.read, ==, b.read);
      g_assert_cmpuint (a.n_refused, ==, b.n_refused);
      g_assert_cmpuint (a.last_line, ==, b.last_line);
      if (a.read)
        {
          const PatronChartPoints *p = points_of (&a, 0);
          const PatronChartPoints *q = points_of (&b, 0);

          g_assert_cmpuint (p->n, ==, q->n);
          for (gsize j = 0; j < p->n; j++)
            {
              g_assert_cmpfloat (p->x[j], ==, q->x[j]);
              g_assert_true (p->y[j] == q->y[j]
                             || (isnan (p->y[j]) && isnan (q->y[j])));
            }
        }
      plot_clear (&a);
      plot_clear (&b);
    }
}

/* What rows are part of, and their intervals, may be anything, too. */
static void
plot_read_extra (const char *text,
                 gsize       length)
{
  static const char *const y[] = { "2", NULL };
  static const PatronChartKind kinds[]
      = { PATRON_CHART_TREE, PATRON_CHART_BAR, PATRON_CHART_MATRIX };
  int which = g_test_rand_int_range (0, 3);
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  PatronCsvPlotAsk ask = { "1", y, NULL, PATRON_DATE_ORDER_AUTO, { NULL } };
  Plot plot = { .chart = patron_chart_new (kinds[which]),
                .data = patron_chart_data_new () };

  if (which == 0)
    ask.extras[PATRON_CSV_PLOT_WHOLE] = "3";
  else if (which == 1)
    ask.extras[PATRON_CSV_PLOT_LOW] = ask.extras[PATRON_CSV_PLOT_HIGH] = "3";
  else
    ask.extras[PATRON_CSV_PLOT_NAME] = ask.extras[PATRON_CSV_PLOT_BUBBLE]
        = "3";
  plot.read = patron_csv_plot_read (bytes, &ask, plot.chart, plot.data,
                                    refuse_cb, &plot, &plot.error);
  g_assert_cmpint (plot.read, ==, plot.error == NULL);
  plot_clear (&plot);
}

/* Anything may come: it ends in a chart or in words. */
static void
test_any (void)
{
  static const char alphabet[] = "0123456789,;\t\"\n\r.-ab \xc3\xff";

  for (int i = 0; i < 3000; i++)
    {
      int n = g_test_rand_int_range (0, 200);
      g_autofree char *text = g_malloc ((gsize) n + 8);
      PatronChartKind kind = (PatronChartKind) g_test_rand_int_range (
          0, PATRON_N_CHART_KINDS);
      gboolean values = patron_chart_kind_get_shape (kind)
                        == PATRON_SHAPE_VALUES;
      Plot plot;

      memcpy (text, "a,b,c\n\n", 7);
      for (int j = 6; j < n; j++)
        text[j] = g_test_rand_int_range (0, 100) == 0
                      ? '\0'
                      : alphabet[g_test_rand_int_range (
                            0, sizeof alphabet - 1)];
      plot_read (&plot, kind, text, MAX (n, 6), values ? NULL : "1", "2",
                 g_test_rand_bit () ? "3" : NULL);
      plot_clear (&plot);
      plot_read_extra (text, MAX (n, 6));
    }
}

static void
test_categories (void)
{
  Plot plot;

  plot_read (&plot, PATRON_CHART_COLUMN,
             "what,how,who\nred,1,us\nblue,2,us\nred,3,them\n", -1, "what",
             "how", "who");
  g_assert_no_error (plot.error);
  g_assert_cmpuint (plot.data->categories->len, ==, 2);
  g_assert_cmpstr (patron_chart_data_get_category (plot.data, 1), ==, "blue");
  g_assert_cmpuint (plot.data->series->len, ==, 2);
  g_assert_cmpstr (g_array_index (plot.chart->series, PatronChartSeries, 1)
                       .name, ==, "them");
  g_assert_cmpfloat (points_of (&plot, 1)->y[0], ==, 3);
  plot_clear (&plot);
}

static void
test_forms (void)
{
  Plot plot;

  /* German: days first, decimal commas, points between thousands. */
  plot_read (&plot, PATRON_CHART_LINE,
             "Tag;Wert\n31.12.2023;1.234,5\n15.01.2024;0,5\n", -1, "Tag",
             "wert", NULL);
  g_assert_no_error (plot.error);
  g_assert_cmpuint (plot.n_refused, ==, 0);
  g_assert_cmpfloat (points_of (&plot, 0)->y[0], ==, 1234.5);
  g_assert_cmpfloat (points_of (&plot, 0)->x[1], ==,
                     (double) patron_date_from_ymd (2024, 1, 15));
  plot_clear (&plot);

  /* Rows in any order become a line in order. */
  plot_read (&plot, PATRON_CHART_LINE, "x,y\n3,30\n1,10\n2,\n", -1, "x", "y",
             NULL);
  g_assert_cmpint (plot.chart->x.format.kind, ==, PATRON_FORMAT_NUMBER);
  g_assert_cmpfloat (points_of (&plot, 0)->x[0], ==, 1);
  g_assert_true (isnan (points_of (&plot, 0)->y[1]));
  g_assert_cmpfloat (points_of (&plot, 0)->y[2], ==, 30);
  plot_clear (&plot);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-plot/numbers", test_numbers);
  g_test_add_func ("/exchange/csv-plot/same", test_same);
  g_test_add_func ("/exchange/csv-plot/any", test_any);
  g_test_add_func ("/exchange/csv-plot/categories", test_categories);
  g_test_add_func ("/exchange/csv-plot/forms", test_forms);
  return g_test_run ();
}
