/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-db.h"
#include "patron-document.h"

G_BEGIN_DECLS

typedef struct _PatronQuery PatronQuery;

PatronQuery *patron_query_new             (PatronDocument     *document,
                                           const char         *sql,
                                           guint               seconds,
                                           GError            **error);
void         patron_query_free            (PatronQuery        *self);
char       **patron_query_get_columns     (PatronQuery        *self);
PatronStep   patron_query_step            (PatronQuery        *self,
                                           GError            **error);
void         patron_query_get             (PatronQuery        *self,
                                           guint               column,
                                           PatronValue        *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronQuery, patron_query_free)

G_END_DECLS
