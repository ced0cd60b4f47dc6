/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronField fields[] = {
  { "title", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "kind", PATRON_KIND_TEXT, NC_("field", "Kind"),
    .min = 0, .max = 40 },
  { "kpi", PATRON_KIND_REFERENCE, NC_("field", "KPI"),
    .target = "kpi" },
  { "segment", PATRON_KIND_REFERENCE, NC_("field", "Segment"),
    .target = "segment" },
  { "specification", PATRON_KIND_LONG_TEXT, NC_("field", "Specification"),
    .help = N_("What is drawn, as JSON."),
    .min = 0, .max = 1000000,
    .flags = PATRON_FIELD_EXACT },
  { "note", PATRON_KIND_LONG_TEXT, NC_("field", "Note"),
    .flags = PATRON_FIELD_SEARCH },
  { "portrait", PATRON_KIND_REFERENCE, NC_("field", "Pen Portrait"),
    .target = "portrait",
    .since = 2 },
  { "journey", PATRON_KIND_REFERENCE, NC_("field", "Journey"),
    .target = "journey",
    .since = 2 },
  PATRON_POSITION_FIELD,
};

/* A chart that the user keeps. */
const PatronEntity patron_chart_entity = {
  .name = "chart",
  .label = NC_("entity", "Chart"),
  .plural = NC_("entity", "Charts"),
  .untitled = NC_("entity", "Untitled chart"),
  .page = "charts",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
