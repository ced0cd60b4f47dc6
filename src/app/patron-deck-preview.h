/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-deck.h"

G_BEGIN_DECLS

GdkTexture *patron_deck_picture_new     (const PatronDeck *deck,
                                         guint             slide,
                                         int               width);
void        patron_deck_preview_present (GtkWindow        *parent,
                                         PatronDeck       *deck);

G_END_DECLS
