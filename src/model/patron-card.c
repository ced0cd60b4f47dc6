/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice moments[] = {
  { "truth", NC_("choice", "Moment of truth") },
  { "pain", NC_("choice", "Pain") },
  { "delight", NC_("choice", "Delight") },
  { "wait", NC_("choice", "Wait") },
  { "drop_off", NC_("choice", "Drop-off") },
  { NULL },
};

static const PatronField fields[] = {
  { "stage", PATRON_KIND_REFERENCE, NC_("field", "Stage"),
    .target = "stage",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "lane", PATRON_KIND_REFERENCE, NC_("field", "Lane"),
    .target = "lane",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "title", PATRON_KIND_TEXT, NC_("field", "Title"),
    .flags = PATRON_FIELD_TITLE },
  { "note", PATRON_KIND_LONG_TEXT, NC_("field", "Note"),
    .flags = PATRON_FIELD_SEARCH },
  { "channel", PATRON_KIND_REFERENCE, NC_("field", "Channel"),
    .target = "channel" },
  { "owner", PATRON_KIND_TEXT, NC_("field", "Owner"),
    .flags = PATRON_FIELD_SEARCH },
  { "importance", PATRON_KIND_SCALE, NC_("field", "Importance") },
  { "expected", PATRON_KIND_SCALE, NC_("field", "Experience Expected"),
    .help = N_("The brand promise."),
    .min = -2, .max = 2 },
  { "felt", PATRON_KIND_SCALE, NC_("field", "Experience Felt"),
    .min = -2, .max = 2 },
  { "moment", PATRON_KIND_CHOICE, NC_("field", "Moment"),
    .help = N_("What makes this contact stand out."),
    .choices = moments },
  { "target_time", PATRON_KIND_DURATION, NC_("field", "Target Time"),
    .help = N_("The service level: how soon it must be done."),
    .min = 0, .max = 3155760000.0 },
  { "escalation", PATRON_KIND_TEXT, NC_("field", "Escalation"),
    .help = N_("Who steps in when the target time is missed."),
    .flags = PATRON_FIELD_SEARCH },
  { "consistency", PATRON_KIND_SCALE, NC_("field", "Consistency"),
    .help = N_("How alike it is across locations and visits.") },
  { "pain", PATRON_KIND_LONG_TEXT, NC_("field", "Pain"),
    .flags = PATRON_FIELD_SEARCH },
  { "opportunity", PATRON_KIND_LONG_TEXT, NC_("field", "Opportunity"),
    .flags = PATRON_FIELD_SEARCH },
  { "process", PATRON_KIND_TEXT, NC_("field", "Process"),
    .help = N_("What happens behind it."),
    .flags = PATRON_FIELD_SEARCH },
  { "kpi", PATRON_KIND_REFERENCE, NC_("field", "KPI"),
    .help = N_("The KPI that measures it."),
    .target = "kpi" },
  { "picture", PATRON_KIND_IMAGE, NC_("field", "Picture") },
  { "evidence", PATRON_KIND_CHOICE, NC_("field", "Evidence"),
    .choices = patron_evidence_levels },
  { "source", PATRON_KIND_TEXT, NC_("field", "Source"),
    .flags = PATRON_FIELD_SEARCH },
  PATRON_POSITION_FIELD,
};

/* A card on a journey, in one stage and one lane; in a lane of touchpoints,
 * a touchpoint. */
const PatronEntity patron_card_entity = {
  .name = "card",
  .label = NC_("entity", "Touchpoint"),
  .plural = NC_("entity", "Touchpoints"),
  .untitled = NC_("entity", "Untitled card"),
  .page = "journeys",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
