/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of values by category as a strategy has them. All figures are made
 * up. */

#include "patron-category-samples.h"

#include <math.h>
#include <string.h>

static const double places[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };

static void
add_names (PatronChartData   *data,
           const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    patron_chart_data_add_category (data, names[i]);
}

static void
add_series (PatronChart     *chart,
            PatronChartData *data,
            const char      *name,
            const double    *values,
            gsize            n)
{
  patron_chart_add_series (chart, name);
  patron_chart_data_add (data, places, values, n);
}

static const char *const segments[] = {
  "Key accounts", "Heads of finance", "Health-care networks", "Start-ups",
  "Public bodies", "Charities", NULL,
};

/* Shares with their intervals; of one segment too few answered. */
static void
make_bar (PatronChart     *chart,
          PatronChartData *data)
{
  static const double y[] = { 0.62, 0.55, 0.48, 0.41, 0.33, 0.21 };
  static const double low[] = { 0.55, 0.47, 0.38, 0.34, 0.17, 0.14 };
  static const double high[] = { 0.69, 0.63, 0.58, 0.48, 0.53, 0.30 };
  static const double n[] = { 184, 140, 92, 171, 21, 118 };
  PatronChartPoints points = {
    .x = (double *) places,
    .y = (double *) y,
    .low = (double *) low,
    .high = (double *) high,
    .samples = (double *) n,
    .n = 6,
  };

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  patron_chart_set_subtitle (chart, "Share of promoters, with 95 % intervals");
  patron_chart_set_note (chart, "Source: client survey.");
  patron_chart_add_annotation (chart, 1, "Asked by phone since March", 0);
  patron_chart_add_target (chart, -INFINITY, 0.5);
  patron_chart_add_series (chart, "Promoters");
  add_names (data, segments);
  patron_chart_data_add_points (data, &points);
}

static void
make_column (PatronChart     *chart,
             PatronChartData *data)
{
  static const double promoters[] = { 114, 77, 44, 70, 7, 25 };
  static const double passives[] = { 43, 42, 32, 61, 8, 52 };
  static const double detractors[] = { 27, 21, 16, 40, 6, 41 };

  chart->stack = PATRON_STACK_SUM;
  patron_chart_set_subtitle (chart, "Answers by segment");
  add_names (data, segments);
  add_series (chart, data, "Promoters", promoters, 6);
  add_series (chart, data, "Passives", passives, 6);
  add_series (chart, data, "Detractors", detractors, 6);
}

static void
make_lollipop (PatronChart     *chart,
               PatronChartData *data)
{
  static const double y[] = { 48, 31, 12, 4, -3, -18 };

  patron_format_init (&chart->y.format, PATRON_FORMAT_NUMBER);
  chart->y.title = g_strdup ("Net promoter score");
  patron_chart_add_annotation (chart, 2, "Two merged", 0);
  add_names (data, segments);
  add_series (chart, data, "NPS", y, 6);
}

static void
make_dumbbell (PatronChart     *chart,
               PatronChartData *data)
{
  static const char *const stages[] = {
    "Awareness", "Quote", "First meeting", "Proposal", "Contract", "Delivery",
    "Renewal", NULL,
  };
  static const double felt[] = { 4.1, 3.2, 6.8, 5.9, 4.6, 7.4, 6.1 };
  static const double expected[] = { 5.0, 6.0, 6.5, 6.4, 5.5, 8.0, 7.0 };

  patron_chart_set_subtitle (chart, "Rating from 0 to 10");
  patron_chart_add_annotation (chart, 1, "New form from 1 May", 0);
  add_names (data, stages);
  add_series (chart, data, "Felt", felt, 7);
  add_series (chart, data, "Expected", expected, 7);
  g_array_index (chart->series, PatronChartSeries, 1).expected = TRUE;
}

static void
make_slope (PatronChart     *chart,
            PatronChartData *data)
{
  static const char *const years[] = { "2022", "2023", "2024", NULL };
  static const double shares[][3] = {
    { 0.62, 0.66, 0.71 }, { 0.58, 0.55, 0.52 }, { 0.48, 0.55, 0.61 },
    { 0.41, 0.42, 0.40 }, { 0.33, 0.36, 0.35 },
  };

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  patron_chart_set_subtitle (chart, "Clients who bought again");
  add_names (data, years);
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    add_series (chart, data, segments[i], shares[i], 3);
}

static void
make_pareto (PatronChart     *chart,
             PatronChartData *data)
{
  static const char *const reasons[] = {
    "Late delivery", "Wrong invoice", "No call back", "Hard to reach",
    "Rude tone", "Damaged goods", "Missing manual", "Other", NULL,
  };
  static const double y[] = { 60, 145, 88, 31, 5, 12, 3, 8 };

  patron_chart_set_subtitle (chart, "Complaints by reason, 2024");
  add_names (data, reasons);
  add_series (chart, data, "Complaints", y, 8);
}

static void
make_waterfall (PatronChart     *chart,
                PatronChartData *data)
{
  static const char *const steps[] = {
    "Clients 2023", "New from referrals", "New from events", "Came back",
    "Left for price", "Left for service", "Clients 2024", NULL,
  };
  static const double y[] = { 412, 64, 38, 11, -47, -29, 449 };
  static const guint8 marks[] = { PATRON_POINT_TOTAL, 0, 0, 0, 0, 0,
                                  PATRON_POINT_TOTAL };
  PatronChartPoints points = {
    .x = (double *) places,
    .y = (double *) y,
    .marks = (guint8 *) marks,
    .n = 7,
  };

  chart->direction = PATRON_DIRECTION_UP;
  patron_chart_set_subtitle (chart, "Number of clients");
  patron_chart_add_series (chart, "Clients");
  add_names (data, steps);
  patron_chart_data_add_points (data, &points);
}

static void
make_tornado (PatronChart     *chart,
              PatronChartData *data)
{
  static const char *const inputs[] = {
    "Price", "Years as a client", "Cost of service", "Orders a year",
    "Discount rate", NULL,
  };
  static const double y[] = { 120, 120, 120, 120, 120 };
  static const double low[] = { 95, 70, 105, 110, 118 };
  static const double high[] = { 150, 190, 134, 131, 124 };
  PatronChartPoints points = {
    .x = (double *) places,
    .y = (double *) y,
    .low = (double *) low,
    .high = (double *) high,
    .n = 5,
  };

  patron_format_init (&chart->y.format, PATRON_FORMAT_MONEY);
  strcpy (chart->y.format.currency, "EUR");
  patron_chart_add_annotation (chart, 2, "Fixed until 2026", 0);
  patron_chart_set_subtitle (chart, "What a client is worth, as one input"
                                    " after the other changes");
  patron_chart_add_series (chart, "Value");
  add_names (data, inputs);
  patron_chart_data_add_points (data, &points);
}

/* Goals with how far they are, how far they should be, and who sees to it. */
static void
make_tree (PatronChart     *chart,
           PatronChartData *data)
{
  static const char *const goals[] = {
    "Grow with the clients we have", "Clients come back",
    "Raise the rate of second projects from 30 to 55 %", "Call on day 30",
    "Clients get what was promised", "Deliver 95 % on the agreed day",
    "Win clients of their kind", "Two referrals a client", NULL,
  };
  static const double y[] = { 0.5, 0.75, 0.84, 1, 0.2, 0.2, NAN, 0.1 };
  static const double plan[] = { 0.6, 0.6, 0.6, 1, 0.5, 0.5, NAN, 0.4 };
  static const double parents[] = { NAN, 0, 1, 1, 0, 4, NAN, 6 };
  static const char *const details[] = {
    "Mia Lund", "", "Sam Tiller \xc2\xb7 due 30 September", "Sam Tiller", "",
    "Ada Obi \xc2\xb7 due 31 December", "", "overdue since 31 March",
  };
  static const guint8 tones[]
    = { PATRON_TONE_WARNING, PATRON_TONE_GOOD, PATRON_TONE_GOOD,
        PATRON_TONE_ACCENT, PATRON_TONE_BAD, PATRON_TONE_BAD,
        PATRON_TONE_NEUTRAL, PATRON_TONE_WARNING };
  PatronChartPoints points = {
    .x = (double *) places,
    .y = (double *) y,
    .parents = (double *) parents,
    .details = (char **) details,
    .marks = (guint8 *) tones,
    .n = 8,
  };

  patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  patron_chart_set_tone_label (chart, PATRON_TONE_NEUTRAL, "Not judged");
  patron_chart_set_tone_label (chart, PATRON_TONE_GOOD, "On track");
  patron_chart_set_tone_label (chart, PATRON_TONE_WARNING, "Needs attention");
  patron_chart_set_tone_label (chart, PATRON_TONE_BAD, "Off track");
  patron_chart_set_tone_label (chart, PATRON_TONE_ACCENT, "Accomplished");
  patron_chart_set_subtitle (chart, "Goals as of 30 June");
  add_names (data, goals);
  patron_chart_add_series (chart, "Progress");
  patron_chart_data_add_points (data, &points);
  add_series (chart, data, "Expected by now", plan, 8);
  g_array_index (chart->series, PatronChartSeries, 1).expected = TRUE;
}

/* Fills @data, and returns a chart whose title is what it finds; %NULL for
 * kinds that are not of this file. */
PatronChart *
patron_category_sample (PatronChartKind  kind,
                        PatronChartData *data)
{
  static const struct
  {
    PatronChartKind kind;
    void (*make) (PatronChart *chart, PatronChartData *data);
  } samples[] = {
    { PATRON_CHART_BAR, make_bar },
    { PATRON_CHART_COLUMN, make_column },
    { PATRON_CHART_LOLLIPOP, make_lollipop },
    { PATRON_CHART_DUMBBELL, make_dumbbell },
    { PATRON_CHART_SLOPE, make_slope },
    { PATRON_CHART_PARETO, make_pareto },
    { PATRON_CHART_WATERFALL, make_waterfall },
    { PATRON_CHART_TORNADO, make_tornado },
    { PATRON_CHART_TREE, make_tree },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (samples[i].kind == kind)
      {
        PatronChart *chart = patron_chart_new (kind);
        g_autofree char *finding = NULL;

        samples[i].make (chart, data);
        finding = patron_chart_write_finding (chart, data);
        patron_chart_set_title (chart, finding);
        return chart;
      }
  return NULL;
}
