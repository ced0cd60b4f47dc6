/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronField fields[] = {
  { "title", PATRON_KIND_TEXT, NC_("field", "Title"),
    .flags = PATRON_FIELD_TITLE },
  { "date", PATRON_KIND_DATE, NC_("field", "Date"),
    .flags = PATRON_FIELD_REQUIRED },
  { "attendees", PATRON_KIND_TEXT, NC_("field", "Attendees"),
    .flags = PATRON_FIELD_SEARCH },
  { "changed", PATRON_KIND_LONG_TEXT, NC_("field", "What Changed"),
    .help = N_("Since the last review."),
    .flags = PATRON_FIELD_SEARCH },
  { "learnt", PATRON_KIND_LONG_TEXT, NC_("field", "What Was Learnt"),
    .flags = PATRON_FIELD_SEARCH },
  { "next", PATRON_KIND_LONG_TEXT, NC_("field", "What Happens Next"),
    .flags = PATRON_FIELD_SEARCH },
  { "next_date", PATRON_KIND_DATE, NC_("field", "Next Review") },
};

const PatronEntity patron_review_entity = {
  .name = "review",
  .label = NC_("entity", "Review"),
  .plural = NC_("entity", "Reviews"),
  .untitled = NC_("entity", "Untitled review"),
  .page = "goals",
  .order = "date",
  PATRON_ENTITY_FIELDS (fields),
};
