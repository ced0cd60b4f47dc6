/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-record.h"
#include "patron-theme.h"

G_BEGIN_DECLS

#define PATRON_TYPE_JOURNEY_HEADER (patron_journey_header_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneyHeader, patron_journey_header, PATRON,
                      JOURNEY_HEADER, GtkWidget)

GtkWidget    *patron_journey_header_new          (GtkOrientation       orientation);
void          patron_journey_header_show         (PatronJourneyHeader *self,
                                                  PatronRecord        *record,
                                                  guint                index);
PatronRecord *patron_journey_header_get_record   (PatronJourneyHeader *self);
void          patron_journey_header_set_selected (PatronJourneyHeader *self,
                                                  gboolean             selected);

G_END_DECLS
