/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice states[] = {
  { "as_is", NC_("choice", "As is") },
  { "to_be", NC_("choice", "To be") },
  { "research", NC_("choice", "Research") },
  { NULL },
};

static const PatronField fields[] = {
  { "title", PATRON_KIND_TEXT, NC_("field", "Title"),
    .flags = PATRON_FIELD_TITLE },
  { "segment", PATRON_KIND_REFERENCE, NC_("field", "Segment"),
    .target = "segment" },
  { "portrait", PATRON_KIND_REFERENCE, NC_("field", "Pen Portrait"),
    .help = N_("In whose shoes the journey is walked."),
    .target = "portrait" },
  { "state", PATRON_KIND_CHOICE, NC_("field", "State"),
    .choices = states,
    .initial = "as_is" },
  { "counterpart", PATRON_KIND_REFERENCE, NC_("field", "Counterpart"),
    .help = N_("The as-is or to-be journey that this one is compared with."),
    .target = "journey" },
  { "scenario", PATRON_KIND_LONG_TEXT, NC_("field", "Scenario"),
    .help = N_("What the customer sets out to do, and expects."),
    .flags = PATRON_FIELD_SEARCH },
  { "description", PATRON_KIND_LONG_TEXT, NC_("field", "Description"),
    .flags = PATRON_FIELD_SEARCH },
  { "owner", PATRON_KIND_TEXT, NC_("field", "Owner"),
    .flags = PATRON_FIELD_SEARCH },
  { "reviewed", PATRON_KIND_DATE, NC_("field", "Last Reviewed") },
  PATRON_POSITION_FIELD,
};

const PatronEntity patron_journey_entity = {
  .name = "journey",
  .label = NC_("entity", "Journey"),
  .plural = NC_("entity", "Journeys"),
  .untitled = NC_("entity", "Untitled journey"),
  .page = "journeys",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
