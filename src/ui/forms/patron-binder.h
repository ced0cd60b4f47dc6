/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"
#include "patron-row.h"

G_BEGIN_DECLS

PatronRow    *patron_binder_new_row    (PatronDocument    *document,
                                        const PatronField *field);
gboolean      patron_binder_can_bind   (const PatronField *field);
PatronRecord *patron_binder_get_record (PatronRow         *row);
void          patron_binder_set_record (PatronRow         *row,
                                        PatronRecord      *record);
void          patron_binder_refresh    (PatronRow         *row);

G_END_DECLS
