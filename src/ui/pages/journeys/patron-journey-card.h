/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-journey-face.h"
#include "patron-theme.h"

G_BEGIN_DECLS

#define PATRON_TYPE_JOURNEY_CARD (patron_journey_card_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneyCard, patron_journey_card, PATRON,
                      JOURNEY_CARD, GtkWidget)

GtkWidget    *patron_journey_card_new          (void);
void          patron_journey_card_show         (PatronJourneyCard *self,
                                                PatronDocument    *document,
                                                PatronRecord      *record,
                                                PatronColour       colour,
                                                gboolean           compact);
void          patron_journey_card_place        (PatronJourneyCard *self,
                                                const char        *cell);
PatronRecord *patron_journey_card_get_record   (PatronJourneyCard *self);
void          patron_journey_card_set_selected (PatronJourneyCard *self,
                                                gboolean           selected);
int           patron_journey_card_measure      (PatronJourneyCard *self);
void          patron_journey_card_restyle      (PatronJourneyCard *self);

G_END_DECLS
