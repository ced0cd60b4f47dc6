/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-entities.h"
#include "patron-scene-source.h"

G_BEGIN_DECLS

PatronRecord *patron_fixture_record  (const PatronEntity *entity,
                                      gint64              id,
                                      ...) G_GNUC_NULL_TERMINATED;
void          patron_fixture_set     (PatronRecord       *record,
                                      const char         *field,
                                      const char         *text);
GPtrArray    *patron_fixture_list    (PatronRecord       *first,
                                      ...) G_GNUC_NULL_TERMINATED;
PatronRecord *patron_fixture_find_cb (gint64              id,
                                      gpointer            records);
char         *patron_fixture_text    (guint               max_chars);

G_END_DECLS
