/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

typedef struct _PatronRows PatronRows;

PatronRows         *patron_rows_read        (PatronDocument    *document,
                                             const char        *entity);
void                patron_rows_free        (PatronRows        *self);
const PatronEntity *patron_rows_get_entity  (const PatronRows  *self);
gsize               patron_rows_get_n       (const PatronRows  *self);
gint64              patron_rows_get_id      (const PatronRows  *self,
                                             gsize              row);
gssize              patron_rows_find        (const PatronRows  *self,
                                             gint64             id);
const PatronValue  *patron_rows_get         (const PatronRows  *self,
                                             gsize              row,
                                             guint              field);
gint64              patron_rows_get_integer (const PatronRows  *self,
                                             gsize              row,
                                             guint              field);
double              patron_rows_get_number  (const PatronRows  *self,
                                             gsize              row,
                                             guint              field);
char               *patron_rows_get_title   (const PatronRows  *self,
                                             gsize              row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronRows, patron_rows_free)

G_END_DECLS
