/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice states[] = {
  { "open", NC_("choice", "Open") },
  { "started", NC_("choice", "Started") },
  { "done", NC_("choice", "Done") },
  { "dropped", NC_("choice", "Dropped") },
  { NULL },
};

static const PatronField fields[] = {
  { "title", PATRON_KIND_TEXT, NC_("field", "Action"),
    .flags = PATRON_FIELD_TITLE | PATRON_FIELD_SENTENCE },
  { "goal", PATRON_KIND_REFERENCE, NC_("field", "Goal"),
    .target = "goal" },
  { "card", PATRON_KIND_REFERENCE, NC_("field", "Touchpoint"),
    .target = "card" },
  { "channel", PATRON_KIND_REFERENCE, NC_("field", "Channel"),
    .target = "channel" },
  { "owner", PATRON_KIND_TEXT, NC_("field", "Owner"),
    .flags = PATRON_FIELD_SEARCH },
  { "due", PATRON_KIND_DATE, NC_("field", "Due") },
  { "state", PATRON_KIND_CHOICE, NC_("field", "State"),
    .choices = states,
    .initial = "open" },
  { "escalation", PATRON_KIND_TEXT, NC_("field", "Escalation"),
    .help = N_("Who steps in when it is late."),
    .flags = PATRON_FIELD_SEARCH },
  { "note", PATRON_KIND_LONG_TEXT, NC_("field", "Note"),
    .flags = PATRON_FIELD_SEARCH },
  PATRON_POSITION_FIELD,
};

const PatronEntity patron_action_entity = {
  .name = "action",
  .label = NC_("entity", "Action"),
  .plural = NC_("entity", "Actions"),
  .untitled = NC_("entity", "Untitled action"),
  .page = "goals",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
