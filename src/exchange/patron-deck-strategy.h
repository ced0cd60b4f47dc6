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
 * PatronDeckForm:
 *
 * How a chart is put in: as the presentation has them, or in a form of its
 * own.
 */
typedef enum
{
  PATRON_DECK_USUAL,
  PATRON_DECK_EDITABLE,
  PATRON_DECK_PICTURE,
} PatronDeckForm;

#define PATRON_N_DECK_FORMS 3

/**
 * PatronDeckItem:
 * @part: what it is
 * @record: the record that it shows, or 0
 * @label: what people choose it by
 * @shown: whether it goes onto slides
 * @form: of a chart, how it is put in
 * @slide: the record that keeps the choice, or 0
 */
typedef struct
{
  PatronDeckPart  part;
  gint64          record;
  char           *label;
  gboolean        shown;
  PatronDeckForm  form;
  gint64          slide;
} PatronDeckItem;

const char *patron_deck_part_get_id    (PatronDeckPart        part);
const char *patron_deck_part_get_label (PatronDeckPart        part);
const char *patron_deck_part_get_entity (PatronDeckPart       part);
gboolean    patron_deck_part_is_chart  (PatronDeckPart        part);
gboolean    patron_deck_part_from_id   (const char           *id,
                                        PatronDeckPart       *part);
void        patron_deck_item_free      (PatronDeckItem       *self);
GPtrArray  *patron_deck_list_items     (PatronDocument       *document);
gboolean    patron_deck_keep_items     (PatronDocument       *document,
                                        GPtrArray            *items,
                                        GError              **error);
PatronDeck *patron_deck_new_of         (PatronDocument       *document,
                                        GPtrArray            *items,
                                        gboolean              pictures,
                                        gboolean              rtl);

G_END_DECLS
