/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PatronJourneyPool PatronJourneyPool;

/* Makes a widget of the pool. */
typedef GtkWidget *(*PatronJourneyMake) (gpointer user_data);

PatronJourneyPool *patron_journey_pool_new     (GtkWidget          *parent,
                                                PatronJourneyMake   make,
                                                gpointer            user_data);
void               patron_journey_pool_free    (PatronJourneyPool  *self);
void               patron_journey_pool_begin   (PatronJourneyPool  *self);
GtkWidget         *patron_journey_pool_take    (PatronJourneyPool  *self,
                                                gpointer            key,
                                                gboolean           *fresh);
void               patron_journey_pool_end     (PatronJourneyPool  *self);
guint              patron_journey_pool_count   (PatronJourneyPool  *self);

G_END_DECLS
