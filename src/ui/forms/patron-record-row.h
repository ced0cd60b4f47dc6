/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_RECORD_ROW (patron_record_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronRecordRow, patron_record_row, PATRON, RECORD_ROW,
                      AdwExpanderRow)

GtkWidget    *patron_record_row_new        (PatronDocument  *document,
                                            PatronRecord    *record,
                                            const char      *reference);
PatronRecord *patron_record_row_get_record (PatronRecordRow *self);
void          patron_record_row_edit       (PatronRecordRow *self);

G_END_DECLS
