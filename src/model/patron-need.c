/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice kinds[] = {
  { "functional", NC_("choice", "Functional") },
  { "social", NC_("choice", "Social") },
  { "emotional", NC_("choice", "Emotional") },
  { NULL },
};

static const PatronField fields[] = {
  { "portrait", PATRON_KIND_REFERENCE, NC_("field", "Pen Portrait"),
    .target = "portrait",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "title", PATRON_KIND_TEXT, NC_("field", "Need"),
    .flags = PATRON_FIELD_TITLE },
  { "kind", PATRON_KIND_CHOICE, NC_("field", "Kind"),
    .choices = kinds },
  { "known", PATRON_KIND_BOOLEAN, NC_("field", "Known"),
    .help = N_("Whether the customer can say it."),
    .initial = "true" },
  { "strength", PATRON_KIND_SCALE, NC_("field", "Strength"),
    .help = N_("How much it matters to them.") },
  { "served", PATRON_KIND_SCALE, NC_("field", "Served Today"),
    .help = N_("How well anyone serves it today.") },
  { "answer", PATRON_KIND_LONG_TEXT, NC_("field", "Our Answer"),
    .help = N_("What of ours answers it."),
    .flags = PATRON_FIELD_SEARCH },
  { "proof", PATRON_KIND_LONG_TEXT, NC_("field", "Proof"),
    .help = N_("Why they should believe it."),
    .flags = PATRON_FIELD_SEARCH },
  PATRON_POSITION_FIELD,
};

const PatronEntity patron_need_entity = {
  .name = "need",
  .label = NC_("entity", "Need"),
  .plural = NC_("entity", "Needs"),
  .untitled = NC_("entity", "Untitled need"),
  .page = "portraits",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
