/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"
#include "patron-journey-layout.h"

G_BEGIN_DECLS

#define PATRON_TYPE_JOURNEY_MAP (patron_journey_map_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneyMap, patron_journey_map, PATRON,
                      JOURNEY_MAP, GObject)

PatronJourneyMap *patron_journey_map_new          (void);
void              patron_journey_map_set          (PatronJourneyMap   *self,
                                                   PatronDocument     *document,
                                                   PatronRecord       *journey);
PatronDocument   *patron_journey_map_get_document (PatronJourneyMap   *self);
PatronRecord     *patron_journey_map_get_journey  (PatronJourneyMap   *self);
gboolean          patron_journey_map_get_show_hidden (PatronJourneyMap *self);
void              patron_journey_map_set_show_hidden (PatronJourneyMap *self,
                                                   gboolean            show);
guint             patron_journey_map_get_n_hidden (PatronJourneyMap   *self);

guint             patron_journey_map_get_n_stages (PatronJourneyMap   *self);
guint             patron_journey_map_get_n_lanes  (PatronJourneyMap   *self);
guint             patron_journey_map_get_n_cards  (PatronJourneyMap   *self);
PatronRecord     *patron_journey_map_get_stage    (PatronJourneyMap   *self,
                                                   guint               stage);
PatronRecord     *patron_journey_map_get_lane     (PatronJourneyMap   *self,
                                                   guint               lane);
const guint      *patron_journey_map_get_cells    (PatronJourneyMap   *self);
PatronRecord     *patron_journey_map_get_nth_card (PatronJourneyMap   *self,
                                                   guint               n);
PatronRecord     *patron_journey_map_get_record   (PatronJourneyMap   *self,
                                                   const PatronJourneyPlace *place);
gboolean          patron_journey_map_find         (PatronJourneyMap   *self,
                                                   PatronRecord       *record,
                                                   PatronJourneyPlace *place);
void              patron_journey_map_get_experience (PatronJourneyMap *self,
                                                   guint               stage,
                                                   double             *expected,
                                                   double             *felt);
gboolean          patron_journey_map_has_experience (PatronJourneyMap *self);

G_END_DECLS
