/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-journey-map.h"

G_BEGIN_DECLS

#define PATRON_TYPE_JOURNEY_GRID (patron_journey_grid_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneyGrid, patron_journey_grid, PATRON,
                      JOURNEY_GRID, GtkWidget)

GtkWidget        *patron_journey_grid_new           (void);
PatronJourneyMap *patron_journey_grid_get_map       (PatronJourneyGrid *self);
PatronRecord     *patron_journey_grid_get_selected  (PatronJourneyGrid *self);
void              patron_journey_grid_select        (PatronJourneyGrid *self,
                                                     PatronRecord      *record);
gboolean          patron_journey_grid_show_record   (PatronJourneyGrid *self,
                                                     PatronRecord      *record);
double            patron_journey_grid_get_zoom      (PatronJourneyGrid *self);
void              patron_journey_grid_set_zoom      (PatronJourneyGrid *self,
                                                     double             zoom);
gboolean          patron_journey_grid_is_editing    (PatronJourneyGrid *self);
void              patron_journey_grid_add_stage     (PatronJourneyGrid *self);
void              patron_journey_grid_add_lane      (PatronJourneyGrid *self,
                                                     const char        *kind);
void              patron_journey_grid_end_edit      (PatronJourneyGrid *self);
void              patron_journey_grid_update_actions (PatronJourneyGrid *self);
PatronJourneyPlace patron_journey_grid_get_cursor   (PatronJourneyGrid *self);
guint             patron_journey_grid_count_widgets (PatronJourneyGrid *self);

G_END_DECLS
