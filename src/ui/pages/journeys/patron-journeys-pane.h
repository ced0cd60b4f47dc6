/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_JOURNEYS_PANE (patron_journeys_pane_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneysPane, patron_journeys_pane, PATRON,
                      JOURNEYS_PANE, AdwBin)

GtkWidget    *patron_journeys_pane_new          (void);
void          patron_journeys_pane_set_document (PatronJourneysPane *self,
                                                 PatronDocument     *document);
void          patron_journeys_pane_set_record   (PatronJourneysPane *self,
                                                 PatronRecord       *record);
PatronRecord *patron_journeys_pane_get_record   (PatronJourneysPane *self);
void          patron_journeys_pane_flush        (PatronJourneysPane *self);

G_END_DECLS
