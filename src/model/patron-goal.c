/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice kinds[] = {
  { "business", NC_("choice", "Business goal") },
  { "objective", NC_("choice", "Objective") },
  { "goal", NC_("choice", "SMART goal") },
  { "initiative", NC_("choice", "Initiative") },
  { NULL },
};

static const PatronChoice aims[] = {
  { "survival", NC_("choice", "Survival") },
  { "profit", NC_("choice", "Profit") },
  { "service", NC_("choice", "Provision of a service") },
  { "responsibility", NC_("choice", "Social responsibility") },
  { "satisfaction", NC_("choice", "Customer satisfaction") },
  { "share", NC_("choice", "Market share") },
  { "enterprise", NC_("choice", "Enterprise") },
  { NULL },
};

static const PatronChoice levels[] = {
  { "survive", NC_("choice", "Survive") },
  { "sustain", NC_("choice", "Sustain") },
  { "profit", NC_("choice", "Profit") },
  { NULL },
};

static const PatronChoice efforts[] = {
  { "acquire", NC_("choice", "Acquire") },
  { "retain", NC_("choice", "Retain") },
  { "grow", NC_("choice", "Grow") },
  { NULL },
};

static const PatronChoice statuses[] = {
  { "on_track", NC_("choice", "On track") },
  { "needs_attention", NC_("choice", "Needs attention") },
  { "off_track", NC_("choice", "Off track") },
  { "accomplished", NC_("choice", "Accomplished") },
  { NULL },
};

static const PatronField fields[] = {
  { "parent", PATRON_KIND_REFERENCE, NC_("field", "Part Of"),
    .target = "goal",
    .on_delete = PATRON_ON_DELETE_CASCADE },
  { "kind", PATRON_KIND_CHOICE, NC_("field", "Kind"),
    .choices = kinds,
    .initial = "goal" },
  { "title", PATRON_KIND_TEXT, NC_("field", "Title"),
    .flags = PATRON_FIELD_TITLE },
  { "reason", PATRON_KIND_LONG_TEXT, NC_("field", "Why"),
    .flags = PATRON_FIELD_SEARCH },
  { "aim", PATRON_KIND_CHOICE, NC_("field", "Main Objective"),
    .help = N_("Of a business goal."),
    .choices = aims },
  { "level", PATRON_KIND_CHOICE, NC_("field", "Level"),
    .choices = levels },
  { "effort", PATRON_KIND_CHOICE, NC_("field", "Acquire, Retain or Grow"),
    .choices = efforts },
  { "segment", PATRON_KIND_REFERENCE, NC_("field", "Segment"),
    .target = "segment" },
  { "owner", PATRON_KIND_TEXT, NC_("field", "Owner"),
    .flags = PATRON_FIELD_SEARCH },
  { "starts", PATRON_KIND_DATE, NC_("field", "Start") },
  { "due", PATRON_KIND_DATE, NC_("field", "Due") },
  { "kpi", PATRON_KIND_REFERENCE, NC_("field", "KPI"),
    .help = N_("The KPI that shows whether it is met."),
    .target = "kpi" },
  { "baseline", PATRON_KIND_NUMBER, NC_("field", "Baseline"),
    .flags = PATRON_FIELD_KPI_UNIT },
  { "target", PATRON_KIND_NUMBER, NC_("field", "Target"),
    .flags = PATRON_FIELD_KPI_UNIT },
  { "weight", PATRON_KIND_NUMBER, NC_("field", "Weight"),
    .min = 0, .max = 1000 },
  { "status", PATRON_KIND_CHOICE, NC_("field", "Status"),
    .choices = statuses },
  PATRON_POSITION_FIELD,
};

/* A node of the goal tree, from business goal down to initiative. */
const PatronEntity patron_goal_entity = {
  .name = "goal",
  .label = NC_("entity", "Goal"),
  .plural = NC_("entity", "Goals"),
  .untitled = NC_("entity", "Untitled goal"),
  .page = "goals",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
