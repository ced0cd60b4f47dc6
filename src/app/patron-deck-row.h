/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-deck-strategy.h"

G_BEGIN_DECLS

#define PATRON_TYPE_DECK_ROW (patron_deck_row_get_type ())

G_DECLARE_FINAL_TYPE (PatronDeckRow, patron_deck_row, PATRON, DECK_ROW,
                      AdwActionRow)

GtkWidget      *patron_deck_row_new          (PatronDeckItem *item);
PatronDeckItem *patron_deck_row_get_item     (PatronDeckRow  *self);
void            patron_deck_row_set_shown    (PatronDeckRow  *self,
                                              gboolean        shown);
void            patron_deck_row_offer_forms  (PatronDeckRow  *self,
                                              gboolean        offered);
void            patron_deck_row_set_ends     (PatronDeckRow  *self,
                                              gboolean        first,
                                              gboolean        last);
gboolean        patron_deck_row_is_laid_out  (PatronDeckRow  *self);
guint           patron_deck_row_get_n_slides (PatronDeckRow  *self);
void            patron_deck_row_lay_out      (PatronDeckRow  *self,
                                              PatronDocument *document);

G_END_DECLS
