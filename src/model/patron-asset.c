/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronField fields[] = {
  { "name", PATRON_KIND_TEXT, NC_("field", "Name"),
    .flags = PATRON_FIELD_TITLE },
  { "media_type", PATRON_KIND_TEXT, NC_("field", "Media Type"),
    .flags = PATRON_FIELD_REQUIRED | PATRON_FIELD_FIXED },
  { "width", PATRON_KIND_INTEGER, NC_("field", "Width"),
    .min = 1, .max = 100000,
    .flags = PATRON_FIELD_FIXED },
  { "height", PATRON_KIND_INTEGER, NC_("field", "Height"),
    .min = 1, .max = 100000,
    .flags = PATRON_FIELD_FIXED },
  { "description", PATRON_KIND_TEXT, NC_("field", "Description"),
    .help = N_("What the picture shows, for those who cannot see it."),
    .flags = PATRON_FIELD_SEARCH },
  { "data", PATRON_KIND_DATA, NC_("field", "Data"),
    .flags = PATRON_FIELD_REQUIRED | PATRON_FIELD_FIXED },
};

/* A picture, kept once and referred to by image fields. */
const PatronEntity patron_asset_entity = {
  .name = "asset",
  .label = NC_("entity", "Picture"),
  .plural = NC_("entity", "Pictures"),
  .untitled = NC_("entity", "Untitled picture"),
  PATRON_ENTITY_FIELDS (fields),
};
