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
  { "low", PATRON_KIND_TEXT, NC_("field", "Low End"),
    .help = N_("Such as “Decides alone”."),
    .flags = PATRON_FIELD_TITLE },
  { "high", PATRON_KIND_TEXT, NC_("field", "High End"),
    .help = N_("Such as “Decides in a group”."),
    .flags = PATRON_FIELD_SEARCH },
  { "score", PATRON_KIND_SCALE, NC_("field", "Score"),
    .min = -2, .max = 2 },
  PATRON_POSITION_FIELD,
};

/* A pair of opposites and where a pen portrait stands between them. */
const PatronEntity patron_scale_entity = {
  .name = "scale",
  .label = NC_("entity", "Scale"),
  .plural = NC_("entity", "Scales"),
  .untitled = NC_("entity", "Untitled scale"),
  .page = "portraits",
  .order = "position",
  PATRON_ENTITY_FIELDS (fields),
};
