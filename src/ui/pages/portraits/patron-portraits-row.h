/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_PORTRAITS_ROW (patron_portraits_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronPortraitsRow, patron_portraits_row, PATRON,
                      PORTRAITS_ROW, AdwBin)

GtkWidget    *patron_portraits_row_new        (PatronDocument     *document);
PatronRecord *patron_portraits_row_get_record (PatronPortraitsRow *self);
void          patron_portraits_row_set_record (PatronPortraitsRow *self,
                                               PatronRecord       *record);

G_END_DECLS
