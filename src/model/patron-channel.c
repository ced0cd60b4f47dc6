/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice kinds[] = {
  { "online", NC_("choice", "Online") },
  { "phone", NC_("choice", "Phone") },
  { "in_person", NC_("choice", "In person") },
  { "post", NC_("choice", "Post") },
  { "email", NC_("choice", "Email") },
  { "messaging", NC_("choice", "Messaging") },
  { "social", NC_("choice", "Social media") },
  { "third_party", NC_("choice", "Third party") },
  { NULL },
};

static const PatronField fields[] = {
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "kind", PATRON_KIND_CHOICE, NC_("field", "Kind"),
    .choices = kinds },
  { "direct", PATRON_KIND_BOOLEAN, NC_("field", "Direct"),
    .help = N_("Whether we speak with the customer ourselves."),
    .initial = "true" },
  { "importance", PATRON_KIND_SCALE, NC_("field", "Importance"),
    .help = N_("How much customers need this channel.") },
  { "readiness", PATRON_KIND_SCALE, NC_("field", "Readiness"),
    .help = N_("How well we can manage it today.") },
  { "risk", PATRON_KIND_LONG_TEXT, NC_("field", "Risk"),
    .help = N_("What happens if we cannot manage an essential channel."),
    .flags = PATRON_FIELD_SEARCH },
  { "owner", PATRON_KIND_TEXT, NC_("field", "Owner"),
    .flags = PATRON_FIELD_SEARCH },
  PATRON_POSITION_FIELD,
};

const PatronEntity patron_channel_entity = {
  .name = "channel",
  .label = NC_("entity", "Channel"),
  .plural = NC_("entity", "Channels"),
  .untitled = NC_("entity", "Untitled channel"),
  .page = "journeys",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
