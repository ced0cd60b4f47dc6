/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_TEXT_ROW (patron_text_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronTextRow, patron_text_row, PATRON, TEXT_ROW,
                      PatronRow)

PatronRow *patron_text_row_new      (void);
PatronRow *patron_sentence_row_new  (void);
char      *patron_text_row_get_text (PatronTextRow *self);
void       patron_text_row_set_text (PatronTextRow *self,
                                     const char    *text);

G_END_DECLS
