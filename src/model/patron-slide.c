/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice forms[] = {
  { "chart", NC_("choice", "Chart that can be edited") },
  { "picture", NC_("choice", "Picture") },
  { NULL },
};

/* A slide shows one of these, or without any what its part says. */
static const PatronField fields[] = {
  { "part", PATRON_KIND_TEXT, NC_("field", "Part"),
    .help = N_("What it shows, as the command line calls it."),
    .min = 0, .max = 40,
    .flags = PATRON_FIELD_TITLE | PATRON_FIELD_REQUIRED
             | PATRON_FIELD_EXACT },
  { "portrait", PATRON_KIND_REFERENCE, NC_("field", "Pen Portrait"),
    .target = "portrait",
    .on_delete = PATRON_ON_DELETE_CASCADE },
  { "journey", PATRON_KIND_REFERENCE, NC_("field", "Journey"),
    .target = "journey",
    .on_delete = PATRON_ON_DELETE_CASCADE },
  { "kpi", PATRON_KIND_REFERENCE, NC_("field", "KPI"),
    .target = "kpi",
    .on_delete = PATRON_ON_DELETE_CASCADE },
  { "chart", PATRON_KIND_REFERENCE, NC_("field", "Chart"),
    .target = "chart",
    .on_delete = PATRON_ON_DELETE_CASCADE },
  { "shown", PATRON_KIND_BOOLEAN, NC_("field", "Shown"),
    .initial = "true" },
  { "form", PATRON_KIND_CHOICE, NC_("field", "Form"),
    .help = N_("Where it differs from that of the other charts."),
    .choices = forms },
  PATRON_POSITION_FIELD,
};

/* A slide of the presentation, in the order and form that the team gave it. */
const PatronEntity patron_slide_entity = {
  .name = "slide",
  .label = NC_("entity", "Slide"),
  .plural = NC_("entity", "Slides"),
  .untitled = NC_("entity", "Untitled slide"),
  .order = "position",
  .since = 2,
  PATRON_ENTITY_FIELDS (fields),
};
