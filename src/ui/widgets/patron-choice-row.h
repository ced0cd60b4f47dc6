/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-row.h"

G_BEGIN_DECLS

#define PATRON_TYPE_CHOICE_ROW (patron_choice_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronChoiceRow, patron_choice_row, PATRON, CHOICE_ROW,
                      PatronRow)

/**
 * PatronLabelFunc:
 * @item: an item of the model
 *
 * Returns: (transfer full): what people call it
 */
typedef char *(*PatronLabelFunc) (gpointer item);

PatronRow *patron_choice_row_new          (GListModel      *model,
                                           PatronLabelFunc  label,
                                           const char      *changed_signal,
                                           const char      *none);
gpointer   patron_choice_row_get_selected (PatronChoiceRow *self);
void       patron_choice_row_set_selected (PatronChoiceRow *self,
                                           gpointer         item);

G_END_DECLS
