/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-deck.h"
#include "patron-document.h"

G_BEGIN_DECLS

/**
 * PatronDeckPart:
 *
 * What of a strategy goes onto slides, in the usual order.
 */
typedef enum
{
  PATRON_DECK_COVER,
  PATRON_DECK_OVERVIEW,
  PATRON_DECK_PORTRAIT,
  PATRON_DECK_JOURNEY,
  PATRON_DECK_TREE,
  PATRON_DECK_GOALS,
  PATRON_DECK_KPIS,
  PATRON_DECK_KPI,
  PATRON_DECK_CHART,
} PatronDeckPart;

#define PATRON_N_DECK_PARTS 9

/**
 * PatronDeckItem:
 * @part: what it is
 * @record: the record that it shows, or 0
 * @label: what people choose it by
 */
typedef struct
{
  PatronDeckPart  part;
  gint64          record;
  char           *label;
} PatronDeckItem;

const char *patron_deck_part_get_id    (PatronDeckPart        part);
const char *patron_deck_part_get_label (PatronDeckPart        part);
gboolean    patron_deck_part_from_id   (const char           *id,
                                        PatronDeckPart       *part);
void        patron_deck_item_free      (PatronDeckItem       *self);
GPtrArray  *patron_deck_list_items     (PatronDocument       *document);
PatronDeck *patron_deck_new_of         (PatronDocument       *document,
                                        GPtrArray            *items,
                                        gboolean              pictures,
                                        gboolean              rtl);

G_END_DECLS
