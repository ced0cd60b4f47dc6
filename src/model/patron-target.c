/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice kinds[] = {
  { "stay_above", NC_("choice", "Stay at or above") },
  { "stay_below", NC_("choice", "Stay at or below") },
  { "increase_to", NC_("choice", "Increase to") },
  { "decrease_to", NC_("choice", "Decrease to") },
  { NULL },
};

static const PatronField fields[] = {
  { "kpi", PATRON_KIND_REFERENCE, NC_("field", "KPI"),
    .target = "kpi",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "starts", PATRON_KIND_DATE, NC_("field", "From"),
    .help = N_("The first day on which it holds."),
    .unique_in = "kpi",
    .flags = PATRON_FIELD_REQUIRED | PATRON_FIELD_TITLE },
  { "kind", PATRON_KIND_CHOICE, NC_("field", "Kind"),
    .choices = kinds,
    .initial = "stay_above" },
  { "value", PATRON_KIND_NUMBER, NC_("field", "Target"),
    .flags = PATRON_FIELD_KPI_UNIT | PATRON_FIELD_REQUIRED },
  { "note", PATRON_KIND_TEXT, NC_("field", "Note"),
    .flags = PATRON_FIELD_SEARCH },
};

const PatronEntity patron_target_entity = {
  .name = "target",
  .label = NC_("entity", "Target"),
  .plural = NC_("entity", "Targets"),
  .untitled = NC_("entity", "Target"),
  .page = "kpis",
  .order = "starts",
  PATRON_ENTITY_FIELDS (fields),
};
