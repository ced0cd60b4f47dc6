/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronField fields[] = {
  { "text", PATRON_KIND_TEXT, NC_("field", "Question"),
    .flags = PATRON_FIELD_TITLE },
  { "hint", PATRON_KIND_LONG_TEXT, NC_("field", "Hint"),
    .flags = PATRON_FIELD_SEARCH },
  PATRON_POSITION_FIELD,
};

/* A question to open the work on a strategy with. */
const PatronEntity patron_question_entity = {
  .name = "question",
  .label = NC_("entity", "Question"),
  .plural = NC_("entity", "Questions"),
  .untitled = NC_("entity", "Untitled question"),
  .page = "overview",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
