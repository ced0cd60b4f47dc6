/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronField fields[] = {
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "note", PATRON_KIND_LONG_TEXT, NC_("field", "Note"),
    .flags = PATRON_FIELD_SEARCH },
  { "made", PATRON_KIND_DATE_TIME, NC_("field", "Kept On"),
    .flags = PATRON_FIELD_REQUIRED | PATRON_FIELD_FIXED },
  { "content", PATRON_KIND_DATA, NC_("field", "Content"),
    .min = 0, .max = 536870912.0,
    .flags = PATRON_FIELD_REQUIRED | PATRON_FIELD_FIXED },
};

/* The whole strategy as it once was: a published document, compressed. */
const PatronEntity patron_version_entity = {
  .name = "version",
  .label = NC_("entity", "Version"),
  .plural = NC_("entity", "Versions"),
  .untitled = NC_("entity", "Untitled version"),
  .page = "overview",
  .order = "made",
  PATRON_ENTITY_FIELDS (fields),
};
