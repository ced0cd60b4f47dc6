/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice kinds[] = {
  { "perception", NC_("choice", "Perception") },
  { "process", NC_("choice", "Process") },
  { "product", NC_("choice", "Product") },
  { NULL },
};

static const PatronChoice answer_kinds[] = {
  { "communication", NC_("choice", "Communication") },
  { "channel", NC_("choice", "Channel") },
  { "product", NC_("choice", "Product") },
  { NULL },
};

static const PatronField fields[] = {
  { "stage", PATRON_KIND_REFERENCE, NC_("field", "After Stage"),
    .help = N_("The stage that customers do not get beyond."),
    .target = "stage",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "title", PATRON_KIND_TEXT, NC_("field", "Hurdle"),
    .flags = PATRON_FIELD_TITLE },
  { "kind", PATRON_KIND_CHOICE, NC_("field", "Kind"),
    .choices = kinds },
  { "answer_kind", PATRON_KIND_CHOICE, NC_("field", "Kind of Answer"),
    .choices = answer_kinds },
  { "answer", PATRON_KIND_LONG_TEXT, NC_("field", "Answer"),
    .flags = PATRON_FIELD_SEARCH },
  { "conversion", PATRON_KIND_PERCENT, NC_("field", "Conversion"),
    .help = N_("The share of customers who get to the next stage."),
    .min = 0, .max = 1 },
  PATRON_POSITION_FIELD,
};

/* What stops customers between two stages. */
const PatronEntity patron_hurdle_entity = {
  .name = "hurdle",
  .label = NC_("entity", "Hurdle"),
  .plural = NC_("entity", "Hurdles"),
  .untitled = NC_("entity", "Untitled hurdle"),
  .page = "journeys",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
