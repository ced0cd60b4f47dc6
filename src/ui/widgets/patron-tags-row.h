/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_TAGS_ROW (patron_tags_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronTagsRow, patron_tags_row, PATRON, TAGS_ROW,
                      PatronRow)

PatronRow *patron_tags_row_new      (void);
char     **patron_tags_row_get_tags (PatronTagsRow     *self);
void       patron_tags_row_set_tags (PatronTagsRow     *self,
                                     const char *const *tags);

G_END_DECLS
