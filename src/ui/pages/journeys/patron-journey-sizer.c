/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "patron-journey-sizer.h"

#include "patron-journey-card-private.h"

/**
 * patron_journey_sizer_init:
 * @card: any card of the map, for its font
 * @width: of all cards
 * @compact: whether cards are their titles alone
 */
void
patron_journey_sizer_init (PatronJourneySizer *self,
                           GtkWidget          *card,
                           int                 width,
                           gboolean            compact)
{
  self->layout = gtk_widget_create_pango_layout (card, NULL);
  patron_journey_card_set_title_shape (self->layout, width);
  self->line = patron_journey_card_get_line_height (card);
  self->compact = compact;
}

void
patron_journey_sizer_clear (PatronJourneySizer *self)
{
  g_clear_object (&self->layout);
}

/**
 * patron_journey_sizer_measure:
 *
 * Returns: how tall @card stands on the map
 */
int
patron_journey_sizer_measure (PatronJourneySizer *self,
                              PatronRecord       *card)
{
  const char *title = patron_record_get_text (card, "title");
  g_autofree char *text = title != NULL ? patron_journey_cut_title (title)
                                        : patron_record_get_title (card);
  guint n = self->compact ? 0 : patron_journey_count_details (card);
  int height;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return 2 * CARD_PADDING + height + n * (self->line + CARD_GAP);
}
