/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-model"

#include "config.h"

#include "patron-entities.h"

#include <glib/gi18n-lib.h>

static const PatronChoice kinds[] = {
  { "event", NC_("choice", "Event") },
  { "change", NC_("choice", "Change we made") },
  { "cause", NC_("choice", "Known cause") },
  { "note", NC_("choice", "Note") },
  { NULL },
};

static const PatronField fields[] = {
  { "kpi", PATRON_KIND_REFERENCE, NC_("field", "KPI"),
    .target = "kpi",
    .on_delete = PATRON_ON_DELETE_CASCADE,
    .flags = PATRON_FIELD_REQUIRED },
  { "date", PATRON_KIND_DATE, NC_("field", "Date"),
    .flags = PATRON_FIELD_REQUIRED },
  { "text", PATRON_KIND_TEXT, NC_("field", "Text"),
    .flags = PATRON_FIELD_TITLE },
  { "kind", PATRON_KIND_CHOICE, NC_("field", "Kind"),
    .choices = kinds,
    .initial = "event" },
  { "rebase", PATRON_KIND_BOOLEAN, NC_("field", "New Limits"),
    .help = N_("Whether the natural limits begin anew on this date, because "
               "what happened changed the process for good."),
    .since = 2 },
};

const PatronEntity patron_annotation_entity = {
  .name = "annotation",
  .label = NC_("entity", "Annotation"),
  .plural = NC_("entity", "Annotations"),
  .untitled = NC_("entity", "Untitled annotation"),
  .page = "kpis",
  .order = "date",
  PATRON_ENTITY_FIELDS (fields),
};
