/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include "patron-journey-look.h"

#define MARK 3 /* how wide the mark of an insertion is */

/* The mark that shows where what is dragged would go. */
static void
draw_drop (PatronJourneyGrid *self,
           GtkWidget         *layer,
           GtkSnapshot       *snapshot)
{
  PatronColour colour = self->theme.tones[PATRON_TONE_ACCENT];
  const PatronJourneyPlace *drop = &self->drop;
  double zoom = self->zoom;
  int width = gtk_widget_get_width (layer);
  int height = gtk_widget_get_height (layer);
  gboolean rtl = gtk_widget_get_direction (layer) == GTK_TEXT_DIR_RTL;
  PatronJourneyRect rect;
  double x, y, length;

  if (drop->kind == PATRON_JOURNEY_AT_CARD && layer == self->body)
    {
      length = self->drop_mark.width * zoom;
      x = self->drop_mark.x * zoom - self->scroll_x;
      y = self->drop_mark.y * zoom - self->scroll_y
          - (self->metrics.gap * zoom + MARK) / 2;
      patron_journey_look_fill (snapshot, colour,
                                rtl ? width - x - length : x, y, length,
                                MARK);
    }
  else if (drop->kind == PATRON_JOURNEY_AT_STAGE && layer != self->side)
    {
      x = drop->stage * self->metrics.stage_width * zoom - self->scroll_x
          - (drop->stage > 0 ? 2 : 0);
      patron_journey_look_fill (snapshot, colour,
                                rtl ? width - x - MARK : x, 0, MARK, height);
    }
  else if (drop->kind == PATRON_JOURNEY_AT_LANE && layer != self->top)
    {
      PatronJourneyPlace place = { PATRON_JOURNEY_AT_LANE, -1, drop->lane, -1 };

      if (!patron_journey_layout_get_rect (self->layout, &place, &rect))
        {
          place.kind = PATRON_JOURNEY_AT_ADD_LANE;
          patron_journey_layout_get_rect (self->layout, &place, &rect);
        }
      patron_journey_look_fill (snapshot, colour, 0,
                                rect.y * zoom - self->scroll_y - 2, width,
                                MARK);
    }
}

/* What stays is set off from what scrolls. */
static void
draw_edges (PatronJourneyGrid *self,
            GtkWidget         *layer,
            GtkSnapshot       *snapshot)
{
  int width = gtk_widget_get_width (layer);
  int height = gtk_widget_get_height (layer);
  gboolean rtl = gtk_widget_get_direction (layer) == GTK_TEXT_DIR_RTL;

  if (layer == self->top || layer == self->corner)
    patron_journey_look_fill (snapshot, self->theme.axis, 0, height - 1,
                              width, 1);
  if (layer == self->side || layer == self->corner)
    patron_journey_look_fill (snapshot, self->theme.axis,
                              rtl ? 0 : width - 1, 0, 1, height);
}

/**
 * patron_journey_grid_draw_layer:
 * @above: whether to draw what is above the children of the layer
 *
 * Draws the lines between columns and rows, and the mark of a drop.
 */
void
patron_journey_grid_draw_layer (GtkWidget   *layer,
                                GtkSnapshot *snapshot,
                                gboolean     above,
                                gpointer     user_data)
{
  PatronJourneyGrid *self = user_data;
  int width = gtk_widget_get_width (layer);
  int height = gtk_widget_get_height (layer);
  gboolean rtl = gtk_widget_get_direction (layer) == GTK_TEXT_DIR_RTL;
  PatronJourneyRect rect;

  if (above)
    {
      draw_edges (self, layer, snapshot);
      draw_drop (self, layer, snapshot);
      return;
    }
  for (int i = 0;
       (layer == self->body || layer == self->top)
       && i < patron_journey_layout_get_n_stages (self->layout);
       i++)
    {
      double x = (i + 1) * self->metrics.stage_width * self->zoom
                 - self->scroll_x - 1;
      double y = layer == self->top ? self->band_height * self->zoom : 0;

      if (x >= 0 && x < width)
        patron_journey_look_fill (snapshot, self->theme.grid,
                                  (int) (rtl ? width - 1 - x : x), y, 1,
                                  height - y);
    }
  for (int i = 0;
       (layer == self->body || layer == self->side)
       && i < patron_journey_layout_get_n_lanes (self->layout);
       i++)
    {
      patron_journey_layout_get_rect (
          self->layout,
          &(PatronJourneyPlace) { PATRON_JOURNEY_AT_LANE, -1, i, -1 }, &rect);
      double y = (rect.y + rect.height) * self->zoom - self->scroll_y - 1;

      if (i == 0 && self->metrics.top > 0)
        patron_journey_look_fill (
            snapshot, self->theme.grid, 0,
            (int) (rect.y * self->zoom - self->scroll_y - 1), width, 1);
      if (y >= 0 && y < height)
        patron_journey_look_fill (snapshot, self->theme.grid, 0, (int) y,
                                  width, 1);
    }
}
