/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-record.h"

G_BEGIN_DECLS

/**
 * PatronJourneySizer:
 *
 * Finds out how tall cards are without making them.
 */
typedef struct
{
  PangoLayout *layout; /* (owned) */
  int          line;   /* height of a line below the title */
  gboolean     compact;
} PatronJourneySizer;

void patron_journey_sizer_init    (PatronJourneySizer *self,
                                   GtkWidget          *card,
                                   int                 width,
                                   gboolean            compact);
void patron_journey_sizer_clear   (PatronJourneySizer *self);
int  patron_journey_sizer_measure (PatronJourneySizer *self,
                                   PatronRecord       *card);

G_END_DECLS
