/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronField fields[] = {
  { "kpi", PATRON_KIND_REFERENCE, NC_("field", "KPI"),
    .target = "kpi",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "date", PATRON_KIND_DATE, NC_("field", "Date"),
    .flags = PATRON_FIELD_REQUIRED | PATRON_FIELD_TITLE },
  { "value", PATRON_KIND_NUMBER, NC_("field", "Value"),
    .flags = PATRON_FIELD_KPI_UNIT },
  { "numerator", PATRON_KIND_NUMBER, NC_("field", "Numerator") },
  { "denominator", PATRON_KIND_NUMBER, NC_("field", "Denominator") },
  { "sample_size", PATRON_KIND_INTEGER, NC_("field", "Sample Size"),
    .min = 0, .max = 1e12 },
  { "promoters", PATRON_KIND_INTEGER, NC_("field", "Promoters"),
    .help = N_("Of the answers, those that count for a net score: 9 and 10 "
               "of 10."),
    .min = 0, .max = 1e12,
    .since = 2 },
  { "detractors", PATRON_KIND_INTEGER, NC_("field", "Detractors"),
    .help = N_("Of the answers, those that count against it: 0 to 6 of 10."),
    .min = 0, .max = 1e12,
    .since = 2 },
  { "note", PATRON_KIND_TEXT, NC_("field", "Note"),
    .flags = PATRON_FIELD_SEARCH },
  { "excluded", PATRON_KIND_BOOLEAN, NC_("field", "Excluded"),
    .help = N_("Whether the value is left out of limits and judgements.") },
  { "reason", PATRON_KIND_TEXT, NC_("field", "Reason"),
    .help = N_("Why it is left out."),
    .flags = PATRON_FIELD_SEARCH },
};

const PatronEntity patron_measurement_entity = {
  .name = "measurement",
  .label = NC_("entity", "Measurement"),
  .plural = NC_("entity", "Measurements"),
  .untitled = NC_("entity", "Measurement"),
  .page = "kpis",
  .order = "date",
  PATRON_ENTITY_FIELDS (fields),
};
