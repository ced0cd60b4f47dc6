/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice phases[] = {
  { "before", NC_("choice", "Before") },
  { "during", NC_("choice", "During") },
  { "after", NC_("choice", "After") },
  { NULL },
};

static const PatronChoice steps[] = {
  { "aware", NC_("choice", "Aware") },
  { "trial", NC_("choice", "Trial") },
  { "purchase", NC_("choice", "Purchase") },
  { "multiple_purchase", NC_("choice", "Multiple purchase") },
  { "loyalty", NC_("choice", "Loyalty") },
  { "satisfied", NC_("choice", "Satisfied") },
  { "loyal", NC_("choice", "Loyal") },
  { "advocate", NC_("choice", "Advocate") },
  { "referrer", NC_("choice", "Referrer") },
  { NULL },
};

static const PatronField fields[] = {
  { "journey", PATRON_KIND_REFERENCE, NC_("field", "Journey"),
    .target = "journey",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "phase", PATRON_KIND_CHOICE, NC_("field", "Phase"),
    .choices = phases },
  { "step", PATRON_KIND_CHOICE, NC_("field", "Step"),
    .help = N_("The step on the way to loyalty."),
    .choices = steps },
  { "goal", PATRON_KIND_TEXT, NC_("field", "Customer Goal"),
    .help = N_("What the customer wants here."),
    .flags = PATRON_FIELD_SEARCH },
  { "description", PATRON_KIND_LONG_TEXT, NC_("field", "Description"),
    .flags = PATRON_FIELD_SEARCH },
  { "expected", PATRON_KIND_SCALE, NC_("field", "Experience Expected"),
    .help = N_("The brand promise."),
    .min = -2, .max = 2 },
  { "felt", PATRON_KIND_SCALE, NC_("field", "Experience Felt"),
    .min = -2, .max = 2 },
  { "customers", PATRON_KIND_INTEGER, NC_("field", "Customers"),
    .help = N_("How many reach this stage."),
    .min = 0, .max = 1e12 },
  { "leaving", PATRON_KIND_LONG_TEXT, NC_("field", "Why They Leave"),
    .flags = PATRON_FIELD_SEARCH },
  PATRON_POSITION_FIELD,
};

/* A column of a journey. */
const PatronEntity patron_stage_entity = {
  .name = "stage",
  .label = NC_("entity", "Stage"),
  .plural = NC_("entity", "Stages"),
  .untitled = NC_("entity", "Untitled stage"),
  .page = "journeys",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
