/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-deck.h"

#include <math.h>
#include <string.h>

static PatronChart *
make_chart (PatronChartKind  kind,
            const char      *title)
{
  PatronChart *chart = patron_chart_new (kind);

  patron_chart_set_title (chart, title);
  patron_chart_set_subtitle (chart, "Points \xc2\xb7 by month");
  patron_chart_set_note (chart, "Source: made up for a test");
  return chart;
}

static void
add_line (PatronDeck *deck)
{
  const PatronSlideText text = { .remarks = "First line\nSecond <line>" };
  g_autoptr (PatronChart) chart
      = make_chart (PATRON_CHART_LINE, "Loyalty rose from 10 to 40");
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  double x[24], y[24], z[24];

  for (int i = 0; i < 24; i++)
    {
      x[i] = 19000 + i * 30;
      y[i] = i == 7 ? NAN : 10 + i * 1.3;
      z[i] = 20 - i * 0.4;
    }
  patron_chart_add_series (chart, "Firms & clinics");
  patron_chart_add_series (chart, "F\xc3\xa4lle \xe2\x80\x9eneu\xe2\x80\x9c");
  patron_chart_add_target (chart, -INFINITY, 30);
  patron_chart_data_add (data, x, y, 24);
  patron_chart_data_add (data, x, z, 24);
  patron_deck_add_chart (deck, &text, chart, data);
}

static void
add_categories (PatronDeck      *deck,
                PatronChartKind  kind,
                const char      *title,
                guint            n_series)
{
  static const char *const names[]
      = { "Advice", "Health care", "High-tech <& more>", "Public sector" };
  const PatronSlideText text = { 0 };
  g_autoptr (PatronChart) chart = make_chart (kind, title);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  double x[4], y[4];

  for (guint i = 0; i < 4; i++)
    patron_chart_data_add_category (data, names[i]);
  if (n_series == 1 && kind == PATRON_CHART_BAR)
    patron_chart_add_annotation (chart, 1, "Asked by phone", 0);
  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *name = g_strdup_printf ("Year %u", i + 1);

      for (int j = 0; j < 4; j++)
        {
          x[j] = j;
          y[j] = 4 + 3 * j + i;
        }
      patron_chart_add_series (chart, name);
      patron_chart_data_add (data, x, y, 4);
    }
  patron_deck_add_chart (deck, &text, chart, data);
}

/* One line, whose end and target are told beside it, and what happened. */
static void
add_money (PatronDeck *deck)
{
  const PatronSlideText text = { .title = "Revenue passed its target" };
  g_autoptr (PatronChart) chart
      = make_chart (PATRON_CHART_LINE, "Revenue");
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  double x[12], y[12], low[12], high[12];
  const PatronChartPoints points
      = { .x = x, .y = y, .low = low, .high = high, .n = 12 };

  for (int i = 0; i < 12; i++)
    {
      x[i] = 19000 + i * 30;
      y[i] = 10000 + i * 1250;
      low[i] = i == 3 ? NAN : y[i] - 2000;
      high[i] = y[i] + 1000;
    }
  patron_format_init (&chart->y.format, PATRON_FORMAT_MONEY);
  g_strlcpy (chart->y.format.currency, "USD",
             sizeof chart->y.format.currency);
  patron_chart_add_series (chart, "Revenue");
  patron_chart_add_target (chart, -INFINITY, 18000);
  patron_chart_add_annotation (chart, x[6], "Prices rose", 0);
  patron_chart_data_add_points (data, &points);
  patron_deck_add_chart (deck, &text, chart, data);
}

/* A single value, and a time. */
static void
add_duration (PatronDeck *deck)
{
  const PatronSlideText text = { .title = "It took 75 seconds" };
  g_autoptr (PatronChart) chart = make_chart (PATRON_CHART_LINE, "Time");
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  const double x = 19000, y = 75;

  patron_format_init (&chart->y.format, PATRON_FORMAT_DURATION);
  patron_chart_add_series (chart, "Time");
  patron_chart_data_add (data, &x, &y, 1);
  patron_deck_add_chart (deck, &text, chart, data);
}

static void
add_matrix (PatronDeck *deck,
            const char *title,
            gboolean    sized)
{
  double x[] = { 2, 2, 5, 3 }, y[] = { 5, 5, 1, 4 }, sizes[] = { 1, 2, 3, 4 };
  char *names[] = { "Phone", "Friends", "E-mail", "Letters <old>", NULL };
  const PatronSlideText text = { 0 };
  g_autoptr (PatronChart) chart = make_chart (PATRON_CHART_MATRIX, title);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  const PatronChartPoints points
      = { .x = x, .y = y, .size = sized ? sizes : NULL, .names = names,
          .n = 4 };

  chart->x.min = chart->y.min = 1;
  chart->x.max = chart->y.max = 5;
  chart->x.title = g_strdup ("Readiness");
  chart->y.title = g_strdup ("Importance");
  patron_chart_set_quadrants (chart, "Make ready", "Keep", "Leave",
                              "Too much");
  patron_chart_add_series (chart, "Channels");
  patron_chart_data_add_points (data, &points);
  patron_deck_add_chart (deck, &text, chart, data);
}

static void
add_stack (PatronDeck      *deck,
           PatronChartKind  kind,
           PatronStack      stack,
           const char      *title)
{
  const PatronSlideText text = { 0 };
  g_autoptr (PatronChart) chart = make_chart (kind, title);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  double x[6], y[6];

  chart->stack = stack;
  for (int i = 0; i < 2; i++)
    {
      for (int j = 0; j < 6; j++)
        {
          x[j] = kind == PATRON_CHART_AREA ? 19000 + j * 30 : j;
          y[j] = 3 + i + j;
        }
      patron_chart_add_series (chart, i == 0 ? "Old" : "New");
      patron_chart_data_add (data, x, y, 6);
    }
  for (int j = 0; j < 6; j++)
    patron_chart_data_add_category (data, "A category");
  patron_deck_add_chart (deck, &text, chart, data);
}

static void
add_table (PatronDeck *deck)
{
  static const char *const columns[] = { "KPI", "Latest", "Target", NULL };
  static const gboolean numeric[] = { FALSE, TRUE, TRUE };
  const PatronSlideText text = { .title = "Eight KPIs at a glance" };
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (int i = 0; i < 30; i++)
    {
      char *cells[] = { g_strdup_printf ("KPI number %d", i), "12 %", "14 %",
                        NULL };

      g_ptr_array_add (rows, g_strdupv (cells));
      g_free (cells[0]);
    }
  patron_deck_add_table (deck, &text, columns, numeric, rows);
}

static PatronDeck *
make_deck (gboolean rtl)
{
  const PatronSlideText cover = { .title = "Grow with those who stay",
                                  .subtitle = "Example & Partners",
                                  .note = "2026-01-31" };
  PatronTheme theme;
  PatronDeck *deck;

  patron_theme_init (&theme, PATRON_THEME_PRINT);
  theme.rtl = rtl;
  deck = patron_deck_new ("A strategy", "Example & Partners", &theme);
  patron_deck_add_cover (deck, &cover);
  add_line (deck);
  add_categories (deck, PATRON_CHART_COLUMN, "Public sector has the most", 2);
  add_categories (deck, PATRON_CHART_BAR, "The same to the right", 1);
  add_categories (deck, PATRON_CHART_DONUT, "Four parts of a whole", 1);
  add_money (deck);
  add_duration (deck);
  add_matrix (deck, "Phones matter most", FALSE);
  add_matrix (deck, "Phones matter most, by size", TRUE);
  add_stack (deck, PATRON_CHART_COLUMN, PATRON_STACK_SUM, "Two add up");
  add_stack (deck, PATRON_CHART_BAR, PATRON_STACK_PERCENT, "Two of 100 %");
  add_stack (deck, PATRON_CHART_AREA, PATRON_STACK_SUM, "Two areas");
  add_table (deck);
  return deck;
}

/* The files that check-deck.py looks into: deck.pptx, from-right.pptx, … */
static void
write_deck (gboolean    rtl,
            const char *name)
{
  g_autoptr (PatronDeck) deck = make_deck (rtl);
  const char *folder = g_getenv ("PATRON_DECK_FOLDER");

  if (folder == NULL)
    folder = g_get_tmp_dir ();
  for (int i = 0; i < PATRON_N_DECK_FORMATS; i++)
    {
      g_autofree char *path = g_strdup_printf (
          "%s/%s.%s", folder, name,
          patron_deck_format_get_id ((PatronDeckFormat) i));
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_assert_true (patron_deck_write_file (deck, (PatronDeckFormat) i, file,
                                             NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_write (void)
{
  write_deck (FALSE, "deck");
  write_deck (TRUE, "from-right");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/deck/write", test_write);
  return g_test_run ();
}
