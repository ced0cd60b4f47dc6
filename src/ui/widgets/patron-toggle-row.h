/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_TOGGLE_ROW (patron_toggle_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronToggleRow, patron_toggle_row, PATRON, TOGGLE_ROW,
                      PatronRow)

PatronRow *patron_toggle_row_new       (const char *const *labels);
PatronRow *patron_scale_row_new        (int                min,
                                        int                max);
guint64    patron_toggle_row_get_flags (PatronToggleRow   *self);
void       patron_toggle_row_set_flags (PatronToggleRow   *self,
                                        guint64            flags);
gboolean   patron_scale_row_get_score  (PatronToggleRow   *self,
                                        int               *score);
void       patron_scale_row_set_score  (PatronToggleRow   *self,
                                        int                score);
void       patron_scale_row_clear      (PatronToggleRow   *self);

G_END_DECLS
