/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "patron-field.h"

G_BEGIN_DECLS

/**
 * PatronEntity:
 * @name: table and JSON name, in lower case with underscores
 * @label: what people read, in Header Capitals, marked with NC_("entity", …)
 * @plural: the label of several, marked likewise
 * @untitled: what a record without a title is called, marked with
 *   NC_("entity", …)
 * @page: (nullable): id of the page that shows such records
 * @order: (nullable): the field that orders records; by id where absent
 * @fields: the field table
 * @n_fields: its rows
 * @single: whether every document has exactly one such record
 * @since: the schema that added the entity; 0 stands for 1
 *
 * A kind of record. Everything Patron knows of it follows from this table:
 * the SQL, the migrations, the properties, the forms, JSON and CSV, undo
 * labels and search text.
 */
typedef struct
{
  const char        *name;
  const char        *label;
  const char        *plural;
  const char        *untitled;
  const char        *page;
  const char        *order;
  const PatronField *fields;
  guint              n_fields;
  gboolean           single;
  guint              since;
} PatronEntity;

#define PATRON_ENTITY_FIELDS(table)                                           \
  .fields = (table), .n_fields = G_N_ELEMENTS (table)

/* The field that keeps a list in the user's order. */
#define PATRON_POSITION_FIELD                                                 \
  {                                                                           \
    "position", PATRON_KIND_POSITION, NC_("field", "Position"),               \
        .flags = PATRON_FIELD_REQUIRED                                        \
  }

const char        *patron_entity_get_label    (const PatronEntity *entity);
const char        *patron_entity_get_plural   (const PatronEntity *entity);
const char        *patron_entity_get_untitled (const PatronEntity *entity);
int                patron_entity_find_field   (const PatronEntity *entity,
                                               const char         *name);
const PatronField *patron_entity_get_field    (const PatronEntity *entity,
                                               const char         *name);
const PatronField *patron_entity_get_title    (const PatronEntity *entity);
GType              patron_entity_get_type     (const PatronEntity *entity);

G_END_DECLS
