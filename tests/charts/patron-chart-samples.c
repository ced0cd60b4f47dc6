/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of each kind that looks like one of a strategy, for goldens and for
 * the contact sheet. All figures are made up. */

#include "patron-chart-samples.h"

#include <math.h>

#include "patron-category-samples.h"
#include "patron-date.h"

static void
add_categories (PatronChartData   *data,
                const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    patron_chart_data_add_category (data, names[i]);
}

static void
add_row (PatronChart     *chart,
         PatronChartData *data,
         const char      *name,
         const double    *values,
         gsize            n)
{
  g_autofree double *x = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    x[i] = (double) i;
  patron_chart_add_series (chart, name);
  patron_chart_data_add (data, x, values, n);
}

static void
make_bullet (PatronChart     *chart,
             PatronChartData *data)
{
  static const char *const names[] = {
    "Retention", "Referral", "On-time delivery", "First-contact resolution",
    "Answered within a day", NULL,
  };
  static const double now[] = { 0.83, 0.41, 0.96, 0.68, 0.87 };
  static const double before[] = { 0.79, 0.44, 0.91, 0.61, 0.74 };

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  chart->direction = PATRON_DIRECTION_UP;
  patron_chart_set_title (chart, "Two of five measures meet their target");
  patron_chart_set_subtitle (chart, "Share of clients, third quarter");
  add_categories (data, names);
  add_row (chart, data, "This quarter", now, 5);
  add_row (chart, data, "Year before", before, 5);
  g_array_index (chart->series, PatronChartSeries, 1).expected = TRUE;
  patron_chart_add_target (chart, -INFINITY, 0.85);
  patron_chart_add_band (chart, TRUE, 0, 0.5, "Poor", PATRON_TONE_BAD);
  patron_chart_add_band (chart, TRUE, 0.5, 0.75, "Fair",
                         PATRON_TONE_WARNING);
  patron_chart_add_band (chart, TRUE, 0.75, 1, "Good", PATRON_TONE_GOOD);
}

static void
make_donut (PatronChart     *chart,
            PatronChartData *data)
{
  static const char *const names[] = {
    "Key accounts", "Heads of finance", "Health-care networks", "Start-ups",
    NULL,
  };
  static const double clients[] = { 128, 74, 51, 22 };

  patron_chart_set_title (chart, "Key accounts are almost half of all clients");
  chart->y.title = g_strdup ("clients");
  add_categories (data, names);
  add_row (chart, data, "Clients", clients, 4);
}

static void
make_funnel (PatronChart     *chart,
             PatronChartData *data)
{
  static const char *const names[] = {
    "Visited the site", "Asked for a quote", "Had a first meeting",
    "Got a proposal", "Became a client", NULL,
  };
  static const double people[] = { 4820, 1210, 655, 402, 188 };

  patron_chart_set_title (chart, "Three of four visitors never ask for a"
                                 " quote");
  patron_chart_set_subtitle (chart, "People per quarter");
  add_categories (data, names);
  add_row (chart, data, "People", people, 5);
}

static void
make_radar (PatronChart     *chart,
            PatronChartData *data)
{
  static const char *const names[] = {
    "Price", "Speed", "Advice", "Reliability", "Reach", "Ease of use",
    "Service", NULL,
  };
  static const double us[] = { 5, 7, 9, 8, 4, 6, 8 };
  static const double them[] = { 8, 8, 5, 7, 9, 7, 4 };

  patron_chart_set_title (chart, "We lead on advice and service, not on"
                                 " reach");
  patron_chart_set_subtitle (chart, "Rating by clients, 0 to 10");
  chart->y.max = 10;
  add_categories (data, names);
  add_row (chart, data, "We", us, 7);
  add_row (chart, data, "Northwind", them, 7);
}

static void
make_heat_map (PatronChart     *chart,
               PatronChartData *data)
{
  static const char *const names[] = {
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", NULL,
  };
  static const char *const hours[] = { "8 to 10", "10 to 12", "12 to 14",
                                       "14 to 16", "16 to 18" };
  static const double calls[5][7] = {
    { 64, 41, 38, 36, 33, 8, NAN },  { 58, 52, 47, 45, 40, 21, NAN },
    { 31, 28, 27, 25, 22, 12, NAN }, { 49, 44, 42, 39, 28, 4, NAN },
    { 55, 39, 35, 30, 12, 2, NAN },
  };

  patron_chart_set_title (chart, "Clients call on Monday mornings");
  patron_chart_set_subtitle (chart, "Calls by hour and weekday");
  add_categories (data, names);
  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    add_row (chart, data, hours[i], calls[i], 7);
}

static void
make_dates (PatronChart     *chart,
            PatronChartData *data)
{
  static const char *const names[] = { "Key accounts", "Start-ups",
                                       "Public bodies" };
  double x[24], y[24];

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  patron_chart_set_title (chart, "Start-ups stay less often");
  patron_chart_set_subtitle (chart, "Share of clients who bought again");
  for (int i = 0; i < 3; i++)
    {
      for (int j = 0; j < 24; j++)
        {
          x[j] = (double) patron_date_from_ymd (2023 + j / 12, j % 12 + 1, 1);
          y[j] = 0.82 - 0.11 * i + 0.006 * j * (1 - i)
                 + 0.02 * sin (j * 0.9 + i * 2);
        }
      patron_chart_add_series (chart, names[i]);
      patron_chart_data_add (data, x, y, 24);
      if (chart->kind == PATRON_CHART_SPARKLINE)
        break;
    }
}

static void
make_categories (PatronChart     *chart,
                 PatronChartData *data)
{
  static const char *const names[] = {
    "Awareness", "Quote", "First meeting", "Proposal", "Contract", "Delivery",
    "Renewal", NULL,
  };
  static const double now[] = { 4.1, 3.2, 6.8, 5.9, 4.6, 7.4, 6.1 };
  static const double then[] = { 5.0, 6.0, 6.5, 6.4, 5.5, 8.0, 7.0 };

  patron_chart_set_title (chart, "Clients are let down most by the quote");
  patron_chart_set_subtitle (chart, "Rating from 0 to 10");
  add_categories (data, names);
  add_row (chart, data, "Felt", now, 7);
  add_row (chart, data, "Expected", then, 7);
  g_array_index (chart->series, PatronChartSeries, 1).expected
    = chart->kind == PATRON_CHART_EXPERIENCE;
}

static void
make_numbers (PatronChart     *chart,
              PatronChartData *data)
{
  static const double x[] = { 8, 7, 3, 5, 2, 9 };
  static const double y[] = { 4, 8, 7, 5, 2, 9 };
  static const double size[] = { 40, 25, 30, 12, 8, 20 };
  static const char *const names[] = {
    "Self-service quotes", "Client portal", "Key-account team",
    "Quarterly reviews", "New brochure", "Onboarding in one day",
  };
  PatronChartPoints points = {
    .x = (double *) x,
    .y = (double *) y,
    .size = (double *) size,
    .names = (char **) names,
    .n = 6,
  };

  patron_chart_set_title (chart, "Two ideas are worth doing first");
  chart->x.title = g_strdup ("Effort");
  chart->y.title = g_strdup ("Impact");
  patron_chart_add_series (chart, "Ideas");
  patron_chart_set_quadrants (chart, "Quick wins", "Big bets", "Fill-ins",
                              "Time sinks");
  patron_chart_data_add_points (data, &points);
}

static void
make_values (PatronChart     *chart,
             PatronChartData *data)
{
  static const int answers[] = { 3, 1, 2, 4, 3, 9, 8, 18, 31, 27, 22 };
  double x[256], y[256];
  gsize n = 0;

  patron_chart_set_title (chart, "Four of ten clients are promoters");
  for (int score = 0; score <= 10; score++)
    for (int i = 0; i < answers[score] && n < 256; i++, n++)
      {
        x[n] = (double) n;
        y[n] = score;
      }
  patron_chart_add_series (chart, "Likely to recommend us");
  patron_chart_data_add (data, x, y, n);
}

/* Fills @data with what a chart of @kind shows, and returns the chart. */
PatronChart *
patron_chart_sample (PatronChartKind  kind,
                     PatronChartData *data)
{
  PatronChart *chart = patron_category_sample (kind, data);

  if (chart != NULL)
    return chart;
  chart = patron_chart_new (kind);
  switch ((int) kind)
    {
    case PATRON_CHART_BULLET:
      make_bullet (chart, data);
      return chart;
    case PATRON_CHART_DONUT:
      make_donut (chart, data);
      return chart;
    case PATRON_CHART_FUNNEL:
      make_funnel (chart, data);
      return chart;
    case PATRON_CHART_RADAR:
      make_radar (chart, data);
      return chart;
    case PATRON_CHART_HEAT_MAP:
      make_heat_map (chart, data);
      return chart;
    default:
      break;
    }
  switch (patron_chart_kind_get_shape (kind))
    {
    case PATRON_SHAPE_CATEGORIES:
      make_categories (chart, data);
      break;
    case PATRON_SHAPE_NUMBERS:
      make_numbers (chart, data);
      break;
    case PATRON_SHAPE_VALUES:
      make_values (chart, data);
      break;
    case PATRON_SHAPE_DATES:
    default:
      make_dates (chart, data);
      break;
    }
  return chart;
}
