/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice kinds[] = {
  { "touchpoint", NC_("choice", "Touchpoints") },
  { "doing", NC_("choice", "Doing") },
  { "thinking", NC_("choice", "Thinking") },
  { "feeling", NC_("choice", "Feeling") },
  { "quote", NC_("choice", "Quotes") },
  { "pain", NC_("choice", "Pains") },
  { "gain", NC_("choice", "Gains") },
  { "opportunity", NC_("choice", "Opportunities") },
  { "kpi", NC_("choice", "KPIs") },
  { "image", NC_("choice", "Storyboard") },
  { "actor", NC_("choice", "Actors") },
  { "frontstage", NC_("choice", "Frontstage") },
  { "backstage", NC_("choice", "Backstage") },
  { "support", NC_("choice", "Support processes") },
  { "system", NC_("choice", "Systems") },
  { "time", NC_("choice", "Time") },
  { "evidence", NC_("choice", "Physical evidence") },
  { "text", NC_("choice", "Notes") },
  { NULL },
};

static const PatronField fields[] = {
  { "journey", PATRON_KIND_REFERENCE, NC_("field", "Journey"),
    .target = "journey",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "kind", PATRON_KIND_CHOICE, NC_("field", "Kind"),
    .choices = kinds,
    .initial = "touchpoint" },
  { "colour", PATRON_KIND_COLOUR, NC_("field", "Colour") },
  { "hidden", PATRON_KIND_BOOLEAN, NC_("field", "Hidden"),
    .initial = "false" },
  PATRON_POSITION_FIELD,
};

/* A row of a journey. */
const PatronEntity patron_lane_entity = {
  .name = "lane",
  .label = NC_("entity", "Lane"),
  .plural = NC_("entity", "Lanes"),
  .untitled = NC_("entity", "Untitled lane"),
  .page = "journeys",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
