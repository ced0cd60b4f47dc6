/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice kinds[] = {
  { "person", NC_("choice", "Person") },
  { "company", NC_("choice", "Company") },
  { NULL },
};

static const PatronChoice genders[] = {
  { "female", NC_("choice", "Female") },
  { "male", NC_("choice", "Male") },
  { "non_binary", NC_("choice", "Non-binary") },
  { "any", NC_("choice", "Any") },
  { NULL },
};

static const PatronChoice marital_statuses[] = {
  { "single", NC_("choice", "Single") },
  { "partnered", NC_("choice", "Living with a partner") },
  { "married", NC_("choice", "Married") },
  { "separated", NC_("choice", "Separated or divorced") },
  { "widowed", NC_("choice", "Widowed") },
  { NULL },
};

static const PatronChoice social_grades[] = {
  { "a", NC_("choice", "A") },
  { "b", NC_("choice", "B") },
  { "c1", NC_("choice", "C1") },
  { "c2", NC_("choice", "C2") },
  { "d", NC_("choice", "D") },
  { "e", NC_("choice", "E") },
  { NULL },
};

static const PatronChoice buying_roles[] = {
  { "initiator", NC_("choice", "Initiator") },
  { "user", NC_("choice", "User") },
  { "influencer", NC_("choice", "Influencer") },
  { "decider", NC_("choice", "Decider") },
  { "buyer", NC_("choice", "Buyer") },
  { "gatekeeper", NC_("choice", "Gatekeeper") },
  { NULL },
};

static const PatronField fields[] = {
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "segment", PATRON_KIND_REFERENCE, NC_("field", "Segment"),
    .help = N_("The segment that this person stands for."),
    .target = "segment" },
  { "kind", PATRON_KIND_CHOICE, NC_("field", "Kind"),
    .choices = kinds,
    .initial = "person" },
  { "main", PATRON_KIND_BOOLEAN, NC_("field", "Primary Portrait"),
    .help = N_("Whether this is the customer that decisions are checked "
               "against first. Only one is."),
    .initial = "false",
    .unique_in = "" },
  { "picture", PATRON_KIND_IMAGE, NC_("field", "Picture") },
  { "quotation", PATRON_KIND_LONG_TEXT, NC_("field", "Quotation"),
    .help = N_("One sentence in their own words."),
    .flags = PATRON_FIELD_SEARCH },
  { "biography", PATRON_KIND_LONG_TEXT, NC_("field", "Biography"),
    .flags = PATRON_FIELD_SEARCH },
  { "age", PATRON_KIND_INTEGER, NC_("field", "Age"),
    .min = 0, .max = 150 },
  { "gender", PATRON_KIND_CHOICE, NC_("field", "Gender"),
    .choices = genders },
  { "occupation", PATRON_KIND_TEXT, NC_("field", "Occupation"),
    .flags = PATRON_FIELD_SEARCH },
  { "marital_status", PATRON_KIND_CHOICE, NC_("field", "Marital Status"),
    .choices = marital_statuses },
  { "household", PATRON_KIND_TEXT, NC_("field", "Household"),
    .flags = PATRON_FIELD_SEARCH },
  { "income", PATRON_KIND_MONEY, NC_("field", "Income"),
    .help = N_("Of the household, in a year."),
    .min = 0, .max = 1e15 },
  { "social_grade", PATRON_KIND_CHOICE, NC_("field", "Social Grade"),
    .help = N_("The NRS grade of the chief income earner."),
    .choices = social_grades },
  { "classification", PATRON_KIND_TEXT, NC_("field", "Other Classification"),
    .help = N_("A group of a classification that you name, such as “ACORN: "
               "Rising Prosperity”."),
    .flags = PATRON_FIELD_SEARCH },
  { "country", PATRON_KIND_TEXT, NC_("field", "Country"),
    .flags = PATRON_FIELD_SEARCH },
  { "region", PATRON_KIND_TEXT, NC_("field", "Region"),
    .flags = PATRON_FIELD_SEARCH },
  { "town", PATRON_KIND_TEXT, NC_("field", "Town"),
    .flags = PATRON_FIELD_SEARCH },
  { "buying_role", PATRON_KIND_CHOICE, NC_("field", "Buying Role"),
    .help = N_("What they do when their company buys."),
    .choices = buying_roles },
  { "revenue_from", PATRON_KIND_MONEY, NC_("field", "Revenue From"),
    .help = N_("Of the company, in a year."),
    .min = 0, .max = 1e15 },
  { "revenue_to", PATRON_KIND_MONEY, NC_("field", "Revenue To"),
    .min = 0, .max = 1e15 },
  { "headcount_from", PATRON_KIND_INTEGER, NC_("field", "Headcount From"),
    .min = 0, .max = 1e9 },
  { "headcount_to", PATRON_KIND_INTEGER, NC_("field", "Headcount To"),
    .min = 0, .max = 1e9 },
  { "verticals", PATRON_KIND_TAGS, NC_("field", "Verticals"),
    .help = N_("Industries, such as health care."),
    .flags = PATRON_FIELD_SEARCH },
  { "motivations", PATRON_KIND_LONG_TEXT, NC_("field", "Motivations"),
    .help = N_("What gets them going."),
    .flags = PATRON_FIELD_SEARCH },
  { "goals", PATRON_KIND_LONG_TEXT, NC_("field", "Goals"),
    .help = N_("What they want to get done."),
    .flags = PATRON_FIELD_SEARCH },
  { "frustrations", PATRON_KIND_LONG_TEXT, NC_("field", "Frustrations"),
    .help = N_("What stands in their way."),
    .flags = PATRON_FIELD_SEARCH },
  { "values_held", PATRON_KIND_LONG_TEXT, NC_("field", "Values"),
    .flags = PATRON_FIELD_SEARCH },
  { "beliefs", PATRON_KIND_LONG_TEXT, NC_("field", "Beliefs"),
    .flags = PATRON_FIELD_SEARCH },
  { "attitudes", PATRON_KIND_LONG_TEXT, NC_("field", "Attitudes"),
    .flags = PATRON_FIELD_SEARCH },
  { "perceptions", PATRON_KIND_LONG_TEXT, NC_("field", "Perceptions"),
    .help = N_("How they see us and our market."),
    .flags = PATRON_FIELD_SEARCH },
  { "behaviour", PATRON_KIND_LONG_TEXT, NC_("field", "Behaviour"),
    .flags = PATRON_FIELD_SEARCH },
  { "hangouts_online", PATRON_KIND_LONG_TEXT, NC_("field", "Hangs Out Online"),
    .flags = PATRON_FIELD_SEARCH },
  { "hangouts_offline", PATRON_KIND_LONG_TEXT, NC_("field", "Hangs Out Offline"),
    .flags = PATRON_FIELD_SEARCH },
  { "associates", PATRON_KIND_LONG_TEXT, NC_("field", "Associates With"),
    .flags = PATRON_FIELD_SEARCH },
  { "technologies", PATRON_KIND_TAGS, NC_("field", "Technologies"),
    .flags = PATRON_FIELD_SEARCH },
  { "surplus_spending", PATRON_KIND_LONG_TEXT, NC_("field", "Spends Surplus Income On"),
    .flags = PATRON_FIELD_SEARCH },
  { "preferred_channel", PATRON_KIND_REFERENCE, NC_("field", "Preferred Channel"),
    .help = N_("How they like to be contacted."),
    .target = "channel" },
  { "evidence", PATRON_KIND_CHOICE, NC_("field", "Evidence"),
    .help = N_("Whether this was seen, is believed, or is hoped for."),
    .choices = patron_evidence_levels },
  { "source", PATRON_KIND_TEXT, NC_("field", "Source"),
    .help = N_("Interviews, survey or records that this rests on."),
    .flags = PATRON_FIELD_SEARCH },
  { "reviewed", PATRON_KIND_DATE, NC_("field", "Last Reviewed") },
  PATRON_POSITION_FIELD,
};

/* A named, pictured person or company who stands for a segment. */
const PatronEntity patron_portrait_entity = {
  .name = "portrait",
  .label = NC_("entity", "Pen Portrait"),
  .plural = NC_("entity", "Pen Portraits"),
  .untitled = NC_("entity", "Untitled pen portrait"),
  .page = "portraits",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
