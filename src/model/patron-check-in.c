/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice confidences[] = {
  { "on_track", NC_("choice", "On track") },
  { "at_risk", NC_("choice", "At risk") },
  { "off_track", NC_("choice", "Off track") },
  { NULL },
};

static const PatronField fields[] = {
  { "goal", PATRON_KIND_REFERENCE, NC_("field", "Goal"),
    .target = "goal",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "date", PATRON_KIND_DATE, NC_("field", "Date"),
    .flags = PATRON_FIELD_REQUIRED | PATRON_FIELD_TITLE },
  { "progress", PATRON_KIND_PERCENT, NC_("field", "Progress"),
    .min = -10, .max = 10 },
  { "confidence", PATRON_KIND_CHOICE, NC_("field", "Confidence"),
    .choices = confidences },
  { "note", PATRON_KIND_LONG_TEXT, NC_("field", "Note"),
    .flags = PATRON_FIELD_SEARCH },
  { "blockers", PATRON_KIND_LONG_TEXT, NC_("field", "Blockers"),
    .flags = PATRON_FIELD_SEARCH },
  { "author", PATRON_KIND_TEXT, NC_("field", "Author"),
    .flags = PATRON_FIELD_SEARCH },
};

const PatronEntity patron_check_in_entity = {
  .name = "check_in",
  .label = NC_("entity", "Check-In"),
  .plural = NC_("entity", "Check-Ins"),
  .untitled = NC_("entity", "Check-in"),
  .page = "goals",
  .order = "date",
  PATRON_ENTITY_FIELDS (fields),
};
