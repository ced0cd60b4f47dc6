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

static const PatronChoice target_kinds[] = {
  { "stay_above", NC_("choice", "Stay at or above") },
  { "stay_below", NC_("choice", "Stay at or below") },
  { "increase_to", NC_("choice", "Increase to") },
  { "decrease_to", NC_("choice", "Decrease to") },
  { NULL },
};

static const PatronChoice periods[] = {
  { "month", NC_("choice", "Month") },
  { "quarter", NC_("choice", "Quarter") },
  { "year", NC_("choice", "Year") },
  { NULL },
};

static const PatronChoice check_in_periods[] = {
  { "week", NC_("choice", "Week") },
  { "month", NC_("choice", "Month") },
  { "quarter", NC_("choice", "Quarter") },
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
    .flags = PATRON_FIELD_TITLE | PATRON_FIELD_SENTENCE },
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
    .help = N_("Without one, the pace and the parts decide."),
    .choices = statuses },
  PATRON_POSITION_FIELD,
  { "target_kind", PATRON_KIND_CHOICE, NC_("field", "Kind of Target"),
    .help = N_("Without one, baseline and target tell."),
    .choices = target_kinds,
    .since = 2 },
  { "reset_every", PATRON_KIND_CHOICE, NC_("field", "Starts Again Every"),
    .help = N_("For what is counted from nothing in each period, such as "
               "sales. The target is that of one period."),
    .choices = periods,
    .since = 2 },
  { "counts", PATRON_KIND_BOOLEAN, NC_("field", "Counts as Progress"),
    .help = N_("Whether an initiative counts in what it is part of. Work "
               "done is not yet a result."),
    .since = 2 },
  { "check_in_every", PATRON_KIND_CHOICE, NC_("field", "Check In Every"),
    .help = N_("Without one, every month."),
    .choices = check_in_periods,
    .since = 2 },
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
