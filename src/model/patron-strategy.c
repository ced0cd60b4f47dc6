/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice commercial_models[] = {
  { "mass", NC_("choice", "Mass market, repeat purchase") },
  { "targeted", NC_("choice", "High value, targeted") },
  { NULL },
};

/* Which patterns in a series are signals. */
static const PatronChoice rule_sets[] = {
  { "wheeler", NC_("choice", "Wheeler") },
  { "nhs", NC_("choice", "NHS Making Data Count") },
  { NULL },
};

static const PatronField fields[] = {
  { "title", PATRON_KIND_TEXT, NC_("field", "Title"),
    .flags = PATRON_FIELD_TITLE },
  { "organisation", PATRON_KIND_TEXT, NC_("field", "Organisation"),
    .flags = PATRON_FIELD_SEARCH },
  { "summary", PATRON_KIND_LONG_TEXT, NC_("field", "Summary"),
    .help = N_("How the business will acquire, retain and grow its "
               "customers."),
    .flags = PATRON_FIELD_SEARCH },
  { "note", PATRON_KIND_LONG_TEXT, NC_("field", "Note"),
    .help = N_("Anything a reader must know first, such as that the example "
               "is fictional."),
    .flags = PATRON_FIELD_SEARCH },
  { "owner", PATRON_KIND_TEXT, NC_("field", "Owner"),
    .flags = PATRON_FIELD_SEARCH },
  { "started", PATRON_KIND_DATE, NC_("field", "Started") },
  { "currency", PATRON_KIND_TEXT, NC_("field", "Currency"),
    .help = N_("Three letters such as USD or EUR."),
    .min = 0, .max = 3,
    .flags = PATRON_FIELD_EXACT,
    .initial = "USD" },
  { "commercial_model", PATRON_KIND_CHOICE, NC_("field", "Commercial Model"),
    .help = N_("Mass market with repeat purchase, or high value and "
               "targeted; decides how relationships are managed."),
    .choices = commercial_models },
  { "unique_selling_point", PATRON_KIND_LONG_TEXT, NC_("field", "Unique Selling Point"),
    .help = N_("Why a customer would choose us over anyone."),
    .flags = PATRON_FIELD_SEARCH },
  { "brand_colour", PATRON_KIND_COLOUR, NC_("field", "Brand Colour") },
  { "accent_colour", PATRON_KIND_COLOUR, NC_("field", "Accent Colour") },
  { "logo", PATRON_KIND_IMAGE, NC_("field", "Logo") },
  { "brand_font", PATRON_KIND_TEXT, NC_("field", "Brand Font"),
    .help = N_("The family that charts and slides are set in, where it is "
               "installed."),
    .min = 0, .max = 80,
    .flags = PATRON_FIELD_EXACT,
    .since = 2 },
  { "rule_set", PATRON_KIND_CHOICE, NC_("field", "Rules for Signals"),
    .help = N_("Wheeler: outside the limits, 8 on one side of the mean, 3 of "
               "4 near a limit. NHS: outside, 7 on one side, 7 that rise or "
               "fall, 2 of 3 near a limit. Without a choice, Wheeler."),
    .choices = rule_sets,
    .initial = "wheeler",
    .since = 2 },
};

/* The strategy itself: a document holds exactly one. */
const PatronEntity patron_strategy_entity = {
  .name = "strategy",
  .label = NC_("entity", "Strategy"),
  .plural = NC_("entity", "Strategies"),
  .untitled = NC_("entity", "Untitled strategy"),
  .page = "overview",
  .single = TRUE,
  PATRON_ENTITY_FIELDS (fields),
};
