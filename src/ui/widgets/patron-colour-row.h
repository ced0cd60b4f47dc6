/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_COLOUR_ROW (patron_colour_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronColourRow, patron_colour_row, PATRON, COLOUR_ROW,
                      PatronRow)

PatronRow  *patron_colour_row_new        (void);
const char *patron_colour_row_get_colour (PatronColourRow *self);
void        patron_colour_row_set_colour (PatronColourRow *self,
                                          const char      *colour);

G_END_DECLS
