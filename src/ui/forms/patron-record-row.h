/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_RECORD_ROW (patron_record_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronRecordRow, patron_record_row, PATRON, RECORD_ROW,
                      AdwExpanderRow)

/**
 * PatronMarkFunc:
 * @record: what a row shows
 * @data: user data
 *
 * Returns: (transfer full) (nullable): why somebody should look at it, in a
 *   word or two, such as “Late”
 */
typedef char *(*PatronMarkFunc) (PatronRecord *record,
                                 gpointer      data);

GtkWidget    *patron_record_row_new        (PatronDocument  *document,
                                            PatronRecord    *record,
                                            const char      *reference);
PatronRecord *patron_record_row_get_record (PatronRecordRow *self);
void          patron_record_row_edit       (PatronRecordRow *self);
void          patron_record_row_set_mark   (PatronRecordRow *self,
                                            PatronMarkFunc   mark,
                                            gpointer         data);
void          patron_record_row_set_note   (PatronRecordRow *self,
                                            PatronMarkFunc   note,
                                            gpointer         data);

G_END_DECLS
