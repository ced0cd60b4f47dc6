/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_ENTRY_ROW (patron_entry_row_get_type ())

G_DECLARE_DERIVABLE_TYPE (PatronEntryRow, patron_entry_row, PATRON, ENTRY_ROW,
                          PatronRow)

struct _PatronEntryRowClass
{
  PatronRowClass parent_class;
};

PatronRow  *patron_entry_row_new         (void);
PatronRow  *patron_number_row_new        (gboolean        buttons);
const char *patron_entry_row_get_text    (PatronEntryRow *self);
void        patron_entry_row_set_text    (PatronEntryRow *self,
                                          const char     *text);
void        patron_entry_row_set_purpose (PatronEntryRow *self,
                                          GtkInputPurpose purpose);
GtkWidget  *patron_entry_row_get_entry   (PatronEntryRow *self);

G_END_DECLS
