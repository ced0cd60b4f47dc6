/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_LIST (patron_list_get_type ())

G_DECLARE_FINAL_TYPE (PatronList, patron_list, PATRON, LIST, GObject)

PatronList         *patron_list_new        (PatronDocument     *document,
                                            const PatronEntity *entity,
                                            const char         *reference,
                                            gint64              target);
const PatronEntity *patron_list_get_entity (PatronList         *self);
void                patron_list_refresh    (PatronList         *self);

G_END_DECLS
