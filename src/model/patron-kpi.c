/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice categories[] = {
  { "satisfaction", NC_("choice", "Satisfaction") },
  { "recommendation", NC_("choice", "Recommendation") },
  { "effort", NC_("choice", "Effort") },
  { "service", NC_("choice", "Service") },
  { "retention", NC_("choice", "Retention") },
  { "revenue", NC_("choice", "Revenue") },
  { "cost", NC_("choice", "Cost") },
  { "experience", NC_("choice", "Experience") },
  { "other", NC_("choice", "Other") },
  { NULL },
};

static const PatronChoice measured_things[] = {
  { "efficiency", NC_("choice", "Efficiency") },
  { "quality", NC_("choice", "Quality") },
  { "timeliness", NC_("choice", "Timeliness") },
  { "performance", NC_("choice", "Performance") },
  { NULL },
};

static const PatronChoice unit_kinds[] = {
  { "number", NC_("choice", "Number") },
  { "percent", NC_("choice", "Percent") },
  { "money", NC_("choice", "Money") },
  { "duration", NC_("choice", "Duration") },
  { "score", NC_("choice", "Score") },
  { NULL },
};

static const PatronChoice directions[] = {
  { "up", NC_("choice", "Up is good") },
  { "down", NC_("choice", "Down is good") },
  { "none", NC_("choice", "Neither") },
  { NULL },
};

static const PatronChoice aggregations[] = {
  { "mean", NC_("choice", "Mean") },
  { "sum", NC_("choice", "Sum") },
  { "median", NC_("choice", "Median") },
  { "last", NC_("choice", "Last value") },
  { "ratio", NC_("choice", "Ratio of the sums") },
  { NULL },
};

static const PatronChoice cadences[] = {
  { "day", NC_("choice", "Day") },
  { "week", NC_("choice", "Week") },
  { "month", NC_("choice", "Month") },
  { "quarter", NC_("choice", "Quarter") },
  { "year", NC_("choice", "Year") },
  { NULL },
};

static const PatronChoice limits_from[] = {
  { "all", NC_("choice", "All values") },
  { "first", NC_("choice", "The first values") },
  { "range", NC_("choice", "The values between two dates") },
  { NULL },
};

static const PatronChoice limits_follow[] = {
  { "nothing", NC_("choice", "Nothing: they are level") },
  { "trend", NC_("choice", "A straight line") },
  { "season", NC_("choice", "The seasons") },
  { "both", NC_("choice", "A line and the seasons") },
  { NULL },
};

static const PatronChoice forecast_methods[] = {
  { "least_squares", NC_("choice", "Least squares") },
  { "theil_sen", NC_("choice", "Theil–Sen: the median of slopes") },
  { NULL },
};

static const PatronField fields[] = {
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "category", PATRON_KIND_CHOICE, NC_("field", "Category"),
    .choices = categories },
  { "measures", PATRON_KIND_FLAGS, NC_("field", "Measures"),
    .help = N_("What a good KPI tells of."),
    .choices = measured_things },
  { "unit_kind", PATRON_KIND_CHOICE, NC_("field", "Kind of Unit"),
    .choices = unit_kinds,
    .initial = "number" },
  { "unit", PATRON_KIND_TEXT, NC_("field", "Unit"),
    .help = N_("Such as “points” or “calls”."),
    .min = 0, .max = 40 },
  { "decimals", PATRON_KIND_INTEGER, NC_("field", "Decimals"),
    .min = 0, .max = 6 },
  { "direction", PATRON_KIND_CHOICE, NC_("field", "Good Direction"),
    .choices = directions,
    .initial = "up" },
  { "definition", PATRON_KIND_LONG_TEXT, NC_("field", "Definition"),
    .help = N_("What is counted, and what is not."),
    .flags = PATRON_FIELD_SEARCH },
  { "formula", PATRON_KIND_TEXT, NC_("field", "Formula"),
    .help = N_("In words."),
    .flags = PATRON_FIELD_SEARCH },
  { "method", PATRON_KIND_LONG_TEXT, NC_("field", "How to Measure"),
    .flags = PATRON_FIELD_SEARCH },
  { "caution", PATRON_KIND_LONG_TEXT, NC_("field", "Caution"),
    .help = N_("How the figure can mislead."),
    .flags = PATRON_FIELD_SEARCH },
  { "decision", PATRON_KIND_LONG_TEXT, NC_("field", "Decision"),
    .help = N_("Which decision it informs."),
    .flags = PATRON_FIELD_SEARCH },
  { "aggregation", PATRON_KIND_CHOICE, NC_("field", "Aggregation"),
    .help = N_("How several values of one period become one."),
    .choices = aggregations,
    .initial = "mean" },
  { "cadence", PATRON_KIND_CHOICE, NC_("field", "Cadence"),
    .help = N_("How often it is measured."),
    .choices = cadences,
    .initial = "month" },
  { "smallest", PATRON_KIND_NUMBER, NC_("field", "Smallest Possible Value"),
    .flags = PATRON_FIELD_KPI_UNIT },
  { "largest", PATRON_KIND_NUMBER, NC_("field", "Largest Possible Value"),
    .flags = PATRON_FIELD_KPI_UNIT },
  { "baseline", PATRON_KIND_NUMBER, NC_("field", "Baseline"),
    .help = N_("Where it stood when the strategy began."),
    .flags = PATRON_FIELD_KPI_UNIT },
  { "benchmark", PATRON_KIND_NUMBER, NC_("field", "Benchmark"),
    .help = N_("What industry peers reach."),
    .flags = PATRON_FIELD_KPI_UNIT },
  { "benchmark_source", PATRON_KIND_TEXT, NC_("field", "Benchmark Source"),
    .flags = PATRON_FIELD_SEARCH },
  { "counterpart", PATRON_KIND_REFERENCE, NC_("field", "Counter-Metric"),
    .help = N_("The KPI that must not get worse when this one improves."),
    .target = "kpi" },
  { "segment", PATRON_KIND_REFERENCE, NC_("field", "Segment"),
    .target = "segment" },
  { "owner", PATRON_KIND_TEXT, NC_("field", "Owner"),
    .flags = PATRON_FIELD_SEARCH },
  { "source", PATRON_KIND_TEXT, NC_("field", "Source"),
    .help = N_("Where the figures come from."),
    .flags = PATRON_FIELD_SEARCH },
  { "leading", PATRON_KIND_BOOLEAN, NC_("field", "Leading"),
    .help = N_("Whether it moves before the result does.") },
  { "colour", PATRON_KIND_COLOUR, NC_("field", "Colour") },
  { "limits_from", PATRON_KIND_CHOICE, NC_("field", "Limits From"),
    .help = N_("Which values the natural limits are computed from. Those of "
               "the first values, or between two dates, stay as they are when "
               "values are added. Without a choice, all."),
    .choices = limits_from,
    .initial = "all",
    .since = 2 },
  { "limits_count", PATRON_KIND_INTEGER, NC_("field", "How Many First Values"),
    .help = N_("At least 6; better 12 or more."),
    .min = 6, .max = 1000,
    .initial = "12",
    .since = 2 },
  { "limits_starts", PATRON_KIND_DATE, NC_("field", "Limits From the Date"),
    .since = 2 },
  { "limits_ends", PATRON_KIND_DATE, NC_("field", "Limits To the Date"),
    .since = 2 },
  { "limits_follow", PATRON_KIND_CHOICE, NC_("field", "Limits Follow"),
    .help = N_("A known trend, or what repeats each year, which takes two "
               "full years."),
    .choices = limits_follow,
    .initial = "nothing",
    .since = 2 },
  { "limits_median", PATRON_KIND_BOOLEAN, NC_("field", "Medians"),
    .help = N_("Medians in place of means, which single outliers do not "
               "move."),
    .since = 2 },
  { "limits_screen", PATRON_KIND_BOOLEAN, NC_("field", "Screen Outliers"),
    .help = N_("Leave very large moving ranges out of the mean that the "
               "limits come from, as the NHS does."),
    .since = 2 },
  { "forecast_method", PATRON_KIND_CHOICE, NC_("field", "Forecast By"),
    .help = N_("Without a choice, least squares."),
    .choices = forecast_methods,
    .initial = "least_squares",
    .since = 2 },
  { "expression", PATRON_KIND_TEXT, NC_("field", "Computed As"),
    .help = N_("Such as {Revenue} / {Clients}: KPIs in braces, numbers, + - * "
               "/ ^ and parentheses, min, max, abs, round, and "
               "previous({Clients}) for the period before."),
    .min = 0, .max = 2000,
    .flags = PATRON_FIELD_KPI_NAMES | PATRON_FIELD_EXACT,
    .since = 2 },
  PATRON_POSITION_FIELD,
};

const PatronEntity patron_kpi_entity = {
  .name = "kpi",
  .label = NC_("entity", "KPI"),
  .plural = NC_("entity", "KPIs"),
  .untitled = NC_("entity", "Untitled KPI"),
  .page = "kpis",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
