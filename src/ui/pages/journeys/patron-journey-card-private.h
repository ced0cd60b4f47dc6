/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-journey-card.h"

G_BEGIN_DECLS

/* The margins of the text on a card, which its editor has as well. */
#define CARD_START 12
#define CARD_END 8
#define CARD_PADDING 6
#define CARD_GAP 2 /* between lines below the title */

struct _PatronJourneyCard
{
  GtkWidget          parent_instance;

  PatronRecord      *record; /* (owned) (nullable) */
  PatronJourneyFace  face;
  PatronTheme        theme;
  PatronColour       colour;
  gboolean           compact;
  gboolean           selected;
  char              *cell;   /* (owned) (nullable): names of lane and stage */

  int                width;  /* that the layouts are for */
  int                line;   /* height of a line below the title */
  int                mark_y; /* where the experience is drawn, or -1 */
  PangoLayout       *title;  /* (owned) (nullable) */
  PangoLayout       *moment; /* (owned) (nullable) */
  PangoLayout       *contact; /* (owned) (nullable) */
  PangoLayout       *felt;   /* (owned) (nullable) */
  PangoLayout       *evidence; /* (owned) (nullable) */
  GtkIconPaintable  *icon;   /* (owned) (nullable) */
};

void patron_journey_card_set_title_shape (PangoLayout       *layout,
                                          int                width);
void patron_journey_card_set_detail_font (PangoLayout       *layout);
int  patron_journey_card_get_line_height (GtkWidget         *widget);
void patron_journey_card_make_layouts    (PatronJourneyCard *self,
                                          int                width);
void patron_journey_card_drop_layouts    (PatronJourneyCard *self);
void patron_journey_card_draw            (PatronJourneyCard *self,
                                          GtkSnapshot       *snapshot);

G_END_DECLS
