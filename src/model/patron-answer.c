/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronField fields[] = {
  { "question", PATRON_KIND_REFERENCE, NC_("field", "Question"),
    .target = "question",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "segment", PATRON_KIND_REFERENCE, NC_("field", "Segment"),
    .target = "segment" },
  { "text", PATRON_KIND_LONG_TEXT, NC_("field", "Answer"),
    .flags = PATRON_FIELD_SEARCH },
  { "date", PATRON_KIND_DATE, NC_("field", "Date") },
};

const PatronEntity patron_answer_entity = {
  .name = "answer",
  .label = NC_("entity", "Answer"),
  .plural = NC_("entity", "Answers"),
  .untitled = NC_("entity", "Answer"),
  .page = "overview",
  PATRON_ENTITY_FIELDS (fields),
};
