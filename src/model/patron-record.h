/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-entity.h"

G_BEGIN_DECLS

#define PATRON_TYPE_RECORD (patron_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (PatronRecord, patron_record, PATRON, RECORD, GObject)

struct _PatronRecordClass
{
  GObjectClass        parent_class;
  const PatronEntity *entity;
};

PatronRecord       *patron_record_new         (const PatronEntity *entity,
                                               gint64              id);
const PatronEntity *patron_record_get_entity  (PatronRecord       *self);
gboolean            patron_record_is          (PatronRecord       *self,
                                               const char         *entity);
gint64              patron_record_get_id      (PatronRecord       *self);
gboolean            patron_record_get_exists  (PatronRecord       *self);
char               *patron_record_get_title   (PatronRecord       *self);

const PatronValue  *patron_record_get_value   (PatronRecord       *self,
                                               guint               field);
const PatronValue  *patron_record_get         (PatronRecord       *self,
                                               const char         *field);
const char         *patron_record_get_text    (PatronRecord       *self,
                                               const char         *field);
gint64              patron_record_get_integer (PatronRecord       *self,
                                               const char         *field);
double              patron_record_get_number  (PatronRecord       *self,
                                               const char         *field);

/* For patron_entity_get_type() alone. */
GType               patron_record_register_type (const char         *name,
                                                 const PatronEntity *entity);

/* For the store alone: records follow the document, nobody else writes. */
void                patron_record_load        (PatronRecord       *self,
                                               PatronValue        *values);
void                patron_record_set_exists  (PatronRecord       *self,
                                               gboolean            exists);

G_END_DECLS
