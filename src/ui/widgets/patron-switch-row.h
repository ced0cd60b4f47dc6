/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_SWITCH_ROW (patron_switch_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronSwitchRow, patron_switch_row, PATRON, SWITCH_ROW,
                      PatronRow)

PatronRow *patron_switch_row_new        (void);
gboolean   patron_switch_row_get_active (PatronSwitchRow *self);
void       patron_switch_row_set_active (PatronSwitchRow *self,
                                         gboolean         active);

G_END_DECLS
