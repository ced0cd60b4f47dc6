/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "patron-journey-face.h"
#include "patron-theme.h"

G_BEGIN_DECLS

void         patron_journey_look_init        (PatronTheme         *theme,
                                              GtkWidget           *widget);
GdkRGBA      patron_journey_look_colour      (PatronColour         colour);
PatronColour patron_journey_look_lane        (const PatronTheme   *theme,
                                              PatronRecord        *lane,
                                              guint                index);
void         patron_journey_look_fill        (GtkSnapshot         *snapshot,
                                              PatronColour         colour,
                                              float                x,
                                              float                y,
                                              float                width,
                                              float                height);
void         patron_journey_look_ring        (GtkSnapshot         *snapshot,
                                              PatronColour         colour,
                                              float                x,
                                              float                y,
                                              float                size,
                                              float                line);
void         patron_journey_look_moment      (GtkSnapshot         *snapshot,
                                              PatronJourneyMoment  moment,
                                              PatronColour         colour,
                                              float                x,
                                              float                y,
                                              float                size);
PatronColour patron_journey_look_moment_tone (const PatronTheme   *theme,
                                              PatronJourneyMoment  moment);

G_END_DECLS
