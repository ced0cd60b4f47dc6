/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws on a layer, below or above its children. */
typedef void (*PatronJourneyDraw) (GtkWidget   *layer,
                                   GtkSnapshot *snapshot,
                                   gboolean     above,
                                   gpointer     user_data);

/* Places the children of a layer. */
typedef void (*PatronJourneyAllocate) (GtkWidget *layer,
                                       gpointer   user_data);

#define PATRON_TYPE_JOURNEY_LAYER (patron_journey_layer_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneyLayer, patron_journey_layer, PATRON,
                      JOURNEY_LAYER, GtkWidget)

GtkWidget *patron_journey_layer_new   (const char            *css_class,
                                       PatronJourneyAllocate  allocate,
                                       PatronJourneyDraw      draw,
                                       gpointer               user_data);
void       patron_journey_layer_place (PatronJourneyLayer    *self,
                                       GtkWidget             *child,
                                       double                 zoom,
                                       double                 x,
                                       double                 y,
                                       int                    width,
                                       int                    height);

G_END_DECLS
