/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_JOURNEYS_CHOOSER (patron_journeys_chooser_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneysChooser, patron_journeys_chooser, PATRON,
                      JOURNEYS_CHOOSER, AdwBin)

GtkWidget *patron_journeys_chooser_new          (void);
void       patron_journeys_chooser_set_document (PatronJourneysChooser *self,
                                                 PatronDocument        *document);
void       patron_journeys_chooser_set_shown    (PatronJourneysChooser *self,
                                                 PatronRecord          *journey);

G_END_DECLS
