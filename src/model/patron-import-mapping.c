/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

/* The order of each is that of the enumeration in exchange. */

const PatronChoice patron_date_orders[] = {
  { "auto", NC_("choice", "Automatic") },
  { "ymd", NC_("choice", "Year, month, day") },
  { "dmy", NC_("choice", "Day, month, year") },
  { "mdy", NC_("choice", "Month, day, year") },
  { "ym", NC_("choice", "Year and month, quarter or week") },
  { NULL },
};

const PatronChoice patron_import_merges[] = {
  { "mean", NC_("choice", "Mean") },
  { "sum", NC_("choice", "Sum") },
  { "last", NC_("choice", "Last value") },
  { "median", NC_("choice", "Median") },
  { "p90", NC_("choice", "90th percentile") },
  { "count", NC_("choice", "Number of rows") },
  { "share", NC_("choice", "Share of rows") },
  { "nps", NC_("choice", "Net promoter score") },
  { "ratio", NC_("choice", "Ratio of two columns") },
  { NULL },
};

const PatronChoice patron_import_periods[] = {
  { "day", NC_("choice", "Day") },
  { "week", NC_("choice", "Week") },
  { "month", NC_("choice", "Month") },
  { "quarter", NC_("choice", "Quarter") },
  { "year", NC_("choice", "Year") },
  { NULL },
};

const PatronChoice patron_import_operators[] = {
  { "=", NC_("choice", "Is") },
  { "!=", NC_("choice", "Is not") },
  { "<", NC_("choice", "Is less than") },
  { "<=", NC_("choice", "Is at most") },
  { ">", NC_("choice", "Is more than") },
  { ">=", NC_("choice", "Is at least") },
  { NULL },
};

const PatronChoice patron_import_heads[] = {
  { "auto", NC_("choice", "Automatic") },
  { "yes", NC_("choice", "Names of columns") },
  { "no", NC_("choice", "Values") },
  { NULL },
};

static const PatronChoice decimal_marks[] = {
  { ".", NC_("choice", "Point") },
  { ",", NC_("choice", "Comma") },
  { NULL },
};

/* Columns go by their names, so that a table may have them in another order
 * the next time. */
static const PatronField fields[] = {
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE | PATRON_FIELD_REQUIRED },
  { "separator", PATRON_KIND_TEXT, NC_("field", "Separator"),
    .help = N_("What stands between cells."),
    .flags = PATRON_FIELD_EXACT },
  { "quote", PATRON_KIND_TEXT, NC_("field", "Quotation Mark"),
    .flags = PATRON_FIELD_EXACT },
  { "encoding", PATRON_KIND_TEXT, NC_("field", "Encoding"),
    .flags = PATRON_FIELD_EXACT },
  { "head", PATRON_KIND_CHOICE, NC_("field", "First Row"),
    .choices = patron_import_heads,
    .initial = "auto" },
  { "date_column", PATRON_KIND_TEXT, NC_("field", "Dates"),
    .flags = PATRON_FIELD_EXACT },
  { "date_order", PATRON_KIND_CHOICE, NC_("field", "Order of the Date"),
    .choices = patron_date_orders,
    .initial = "auto" },
  { "single_date", PATRON_KIND_DATE, NC_("field", "Date of All Rows"),
    .help = N_("Of a table that has no dates.") },
  { "period", PATRON_KIND_CHOICE, NC_("field", "Period"),
    .choices = patron_import_periods,
    .initial = "day" },
  { "merge", PATRON_KIND_CHOICE, NC_("field", "Value of a Period"),
    .choices = patron_import_merges,
    .initial = "mean" },
  { "value_column", PATRON_KIND_TEXT, NC_("field", "Values"),
    .flags = PATRON_FIELD_EXACT },
  { "numerator_column", PATRON_KIND_TEXT, NC_("field", "Numerator"),
    .flags = PATRON_FIELD_EXACT },
  { "denominator_column", PATRON_KIND_TEXT, NC_("field", "Denominator"),
    .flags = PATRON_FIELD_EXACT },
  { "complement", PATRON_KIND_BOOLEAN, NC_("field", "What Is Left"),
    .help = N_("Whether the ratio is taken from 1.") },
  { "share_column", PATRON_KIND_TEXT, NC_("field", "Rows Count Where"),
    .flags = PATRON_FIELD_EXACT },
  { "share_operator", PATRON_KIND_CHOICE, NC_("field", "Comparison"),
    .choices = patron_import_operators },
  { "share_value", PATRON_KIND_TEXT, NC_("field", "Compared With"),
    .flags = PATRON_FIELD_EXACT },
  { "low", PATRON_KIND_NUMBER, NC_("field", "Smallest Possible Value") },
  { "high", PATRON_KIND_NUMBER, NC_("field", "Largest Possible Value") },
  { "decimal_mark", PATRON_KIND_CHOICE, NC_("field", "Decimal Mark"),
    .choices = decimal_marks },
  { "group_column", PATRON_KIND_TEXT, NC_("field", "One KPI for Each"),
    .flags = PATRON_FIELD_EXACT },
  { "segments", PATRON_KIND_BOOLEAN, NC_("field", "Segments"),
    .help = N_("Whether the values of that column are segments.") },
  { "filter_column", PATRON_KIND_TEXT, NC_("field", "Only Rows Where"),
    .flags = PATRON_FIELD_EXACT },
  { "filter_operator", PATRON_KIND_CHOICE, NC_("field", "Comparison"),
    .choices = patron_import_operators },
  { "filter_value", PATRON_KIND_TEXT, NC_("field", "Compared With"),
    .flags = PATRON_FIELD_EXACT },
  { "kpi_name", PATRON_KIND_TEXT, NC_("field", "Name of the KPI"),
    .flags = PATRON_FIELD_EXACT },
  { "kpi", PATRON_KIND_REFERENCE, NC_("field", "KPI"),
    .target = "kpi" },
  { "source", PATRON_KIND_TEXT, NC_("field", "Source") },
};

const PatronEntity patron_import_mapping_entity = {
  .name = "import_mapping",
  .label = NC_("entity", "Import Mapping"),
  .plural = NC_("entity", "Import Mappings"),
  .untitled = NC_("entity", "Untitled mapping"),
  .page = "kpis",
  .since = 2,
  PATRON_ENTITY_FIELDS (fields),
};
