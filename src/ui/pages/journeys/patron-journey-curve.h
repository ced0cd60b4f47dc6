/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-journey-map.h"
#include "patron-theme.h"

G_BEGIN_DECLS

#define PATRON_TYPE_JOURNEY_CURVE (patron_journey_curve_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneyCurve, patron_journey_curve, PATRON,
                      JOURNEY_CURVE, GtkWidget)

GtkWidget *patron_journey_curve_new       (void);
void       patron_journey_curve_show      (PatronJourneyCurve *self,
                                           PatronJourneyMap   *map,
                                           const PatronTheme  *theme,
                                           int                 stage_width);
GtkWidget *patron_journey_curve_title_new (void);

G_END_DECLS
