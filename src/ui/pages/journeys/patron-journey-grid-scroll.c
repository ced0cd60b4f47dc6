/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <math.h>

/* What part of the map can be seen. */

static double
settle_adjustment (GtkAdjustment *adjustment,
                   double         value,
                   double         upper,
                   double         page,
                   gboolean       flipped)
{
  upper = MAX (upper, page);
  value = CLAMP (value, 0, upper - page);
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment,
                              flipped ? upper - page - value : value, 0, upper,
                              page * 0.1, page * 0.9, page);
  return value;
}

/**
 * patron_journey_grid_settle:
 *
 * Tells the scroll bars how large the map is, and keeps what is in sight in
 * sight.
 */
void
patron_journey_grid_settle (PatronJourneyGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self))
              - patron_journey_grid_get_side (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self))
               - patron_journey_grid_get_top (self);

  self->settling = TRUE;
  self->scroll_x = settle_adjustment (
      self->hadjustment, self->scroll_x,
      ceil (patron_journey_layout_get_width (self->layout) * self->zoom),
      MAX (width, 1),
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  self->scroll_y = settle_adjustment (
      self->vadjustment, self->scroll_y,
      ceil (patron_journey_layout_get_height (self->layout) * self->zoom),
      MAX (height, 1), FALSE);
  self->settling = FALSE;
}

/* How far to scroll for a stretch to be in sight, its start first. */
static double
reveal (double scroll,
        double page,
        double start,
        double end)
{
  const double margin = 12;

  if (end + margin > scroll + page)
    scroll = end + margin - page;
  if (start - margin < scroll)
    scroll = MAX (start - margin, 0);
  return scroll;
}

/**
 * patron_journey_grid_scroll_to:
 *
 * Scrolls as little as it takes for @place to be in sight.
 */
void
patron_journey_grid_scroll_to (PatronJourneyGrid        *self,
                               const PatronJourneyPlace *place)
{
  PatronJourneyRect rect;
  double zoom = self->zoom;
  int width = gtk_widget_get_width (GTK_WIDGET (self))
              - patron_journey_grid_get_side (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self))
               - patron_journey_grid_get_top (self);

  if (!patron_journey_layout_get_rect (self->layout, place, &rect))
    return;
  if (rect.width > 0)
    self->scroll_x = reveal (self->scroll_x, width, rect.x * zoom,
                             (rect.x + rect.width) * zoom);
  if (rect.height > 0)
    self->scroll_y = reveal (self->scroll_y, height, rect.y * zoom,
                             (rect.y + rect.height) * zoom);
  /* The first lane's cards are seen together with the curve above them. */
  if (rect.height > 0 && rect.y <= self->metrics.top + self->metrics.padding)
    self->scroll_y = reveal (0, height, rect.y * zoom,
                             (rect.y + rect.height) * zoom);
  patron_journey_grid_settle (self);
  patron_journey_grid_realise (self, FALSE);
  patron_journey_grid_queue (self);
}

/**
 * patron_journey_grid_to_map:
 * @x: a point on the widget
 * @map_x: (out): where it is on the map, at 100 %
 */
void
patron_journey_grid_to_map (PatronJourneyGrid *self,
                            double             x,
                            double             y,
                            double            *map_x,
                            double            *map_y)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x;
  *map_x = (x - patron_journey_grid_get_side (self) + self->scroll_x)
           / self->zoom;
  *map_y = (y - patron_journey_grid_get_top (self) + self->scroll_y)
           / self->zoom;
}
