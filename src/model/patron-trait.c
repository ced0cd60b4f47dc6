/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronField fields[] = {
  { "portrait", PATRON_KIND_REFERENCE, NC_("field", "Pen Portrait"),
    .target = "portrait",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "name", PATRON_KIND_TEXT, NC_("field", "Trait"),
    .flags = PATRON_FIELD_TITLE },
  { "detail", PATRON_KIND_LONG_TEXT, NC_("field", "Detail"),
    .flags = PATRON_FIELD_SEARCH },
  { "evidence", PATRON_KIND_CHOICE, NC_("field", "Evidence"),
    .choices = patron_evidence_levels },
  { "source", PATRON_KIND_TEXT, NC_("field", "Source"),
    .flags = PATRON_FIELD_SEARCH },
  PATRON_POSITION_FIELD,
};

/* Something worth knowing of a pen portrait that no field asks for. */
const PatronEntity patron_trait_entity = {
  .name = "trait",
  .label = NC_("entity", "Trait"),
  .plural = NC_("entity", "Traits"),
  .untitled = NC_("entity", "Untitled trait"),
  .page = "portraits",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
