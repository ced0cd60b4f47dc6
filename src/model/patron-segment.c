/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice value_bands[] = {
  { "most_valuable", NC_("choice", "Broadest and deepest profitability") },
  { "profitable", NC_("choice", "Profitable") },
  { "marginal", NC_("choice", "Barely profitable") },
  { "unprofitable", NC_("choice", "Not profitable") },
  { "not_served", NC_("choice", "Rather not served") },
  { NULL },
};

static const PatronChoice brand_bands[] = {
  { "high_end", NC_("choice", "High-end") },
  { "value", NC_("choice", "Value") },
  { "mass_market", NC_("choice", "Mass market") },
  { NULL },
};

static const PatronChoice stages[] = {
  { "aware", NC_("choice", "Aware") },
  { "trial", NC_("choice", "Trial") },
  { "purchase", NC_("choice", "Purchase") },
  { "multiple_purchase", NC_("choice", "Multiple purchase") },
  { "loyalty", NC_("choice", "Loyalty") },
  { NULL },
};

static const PatronField fields[] = {
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "colour", PATRON_KIND_COLOUR, NC_("field", "Colour") },
  { "description", PATRON_KIND_LONG_TEXT, NC_("field", "Description"),
    .flags = PATRON_FIELD_SEARCH },
  { "demographic", PATRON_KIND_LONG_TEXT, NC_("field", "Demographic"),
    .help = N_("Who they are: age, household, income; or size and industry "
               "of companies."),
    .flags = PATRON_FIELD_SEARCH },
  { "geographic", PATRON_KIND_LONG_TEXT, NC_("field", "Geographic"),
    .help = N_("Where they are."),
    .flags = PATRON_FIELD_SEARCH },
  { "behavioural", PATRON_KIND_LONG_TEXT, NC_("field", "Behavioural"),
    .help = N_("What they do: how they choose, buy and use."),
    .flags = PATRON_FIELD_SEARCH },
  { "value_band", PATRON_KIND_CHOICE, NC_("field", "Value Band"),
    .help = N_("How profitable the relationship is."),
    .choices = value_bands },
  { "brand_band", PATRON_KIND_CHOICE, NC_("field", "Brand Band"),
    .help = N_("Which end of the market they buy at."),
    .choices = brand_bands },
  { "size", PATRON_KIND_INTEGER, NC_("field", "Size"),
    .help = N_("How many customers."),
    .min = 0, .max = 1e12 },
  { "profit_share", PATRON_KIND_PERCENT, NC_("field", "Share of Profit"),
    .min = -10, .max = 10 },
  { "stage", PATRON_KIND_CHOICE, NC_("field", "Stage"),
    .help = N_("Where most of them stand with us."),
    .choices = stages },
  { "strategy", PATRON_KIND_LONG_TEXT, NC_("field", "Strategy"),
    .help = N_("What we do for this segment and for no other."),
    .flags = PATRON_FIELD_SEARCH },
  { "marketing", PATRON_KIND_LONG_TEXT, NC_("field", "Marketing Approach"),
    .flags = PATRON_FIELD_SEARCH },
  { "selling", PATRON_KIND_LONG_TEXT, NC_("field", "Selling Approach"),
    .flags = PATRON_FIELD_SEARCH },
  { "aftercare", PATRON_KIND_LONG_TEXT, NC_("field", "Aftercare Approach"),
    .flags = PATRON_FIELD_SEARCH },
  { "preferred_channel", PATRON_KIND_REFERENCE, NC_("field", "Preferred Channel"),
    .target = "channel" },
  { "acquire_budget", PATRON_KIND_MONEY, NC_("field", "Budget to Acquire"),
    .min = 0, .max = 1e15 },
  { "retain_budget", PATRON_KIND_MONEY, NC_("field", "Budget to Retain"),
    .min = 0, .max = 1e15 },
  { "grow_budget", PATRON_KIND_MONEY, NC_("field", "Budget to Grow"),
    .min = 0, .max = 1e15 },
  PATRON_POSITION_FIELD,
};

const PatronEntity patron_segment_entity = {
  .name = "segment",
  .label = NC_("entity", "Segment"),
  .plural = NC_("entity", "Segments"),
  .untitled = NC_("entity", "Untitled segment"),
  .page = "portraits",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
