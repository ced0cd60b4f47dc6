/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <math.h>

/* The pointer on the map: click, drag and drop, zoom by scrolling. Whatever
 * it does, keys do as well. */

#define EDGE 40        /* how near to the border a drag scrolls */
#define SCROLL_SPEED 900 /* pixels a second at the border itself */

static gboolean
find_place_at (PatronJourneyGrid  *self,
               double              x,
               double              y,
               PatronJourneyPlace *place)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y,
                                       GTK_PICK_DEFAULT);

  return widget != NULL && patron_journey_grid_find_place (self, widget, place);
}

static gboolean
is_in_editor (PatronJourneyGrid *self,
              double             x,
              double             y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y,
                                       GTK_PICK_DEFAULT);

  return self->editor != NULL && widget != NULL
         && gtk_widget_is_ancestor (widget, self->editor);
}

static void
pressed_cb (PatronJourneyGrid *self,
            int                n_press,
            double             x,
            double             y,
            GtkGesture        *gesture)
{
  guint button
      = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  PatronJourneyPlace place;

  if (is_in_editor (self, x, y))
    return;
  patron_journey_grid_end_edit (self);
  if (!find_place_at (self, x, y, &place))
    return;

  if (button == GDK_BUTTON_SECONDARY)
    {
      patron_journey_grid_popup_menu (self, &place);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (button == GDK_BUTTON_PRIMARY
           && (place.kind == PATRON_JOURNEY_AT_CARD
               || place.kind == PATRON_JOURNEY_AT_STAGE
               || place.kind == PATRON_JOURNEY_AT_LANE))
    {
      patron_journey_grid_set_cursor (self, &place, TRUE);
      if (n_press == 2)
        patron_journey_grid_edit (self, &place);
    }
}

static void
long_pressed_cb (PatronJourneyGrid *self,
                 double             x,
                 double             y)
{
  PatronJourneyPlace place;

  if (!is_in_editor (self, x, y) && find_place_at (self, x, y, &place))
    patron_journey_grid_popup_menu (self, &place);
}

/* Zooms round the pointer: what it points at stays there. */
static gboolean
scrolled_cb (PatronJourneyGrid  *self,
             double              dx,
             double              dy,
             GtkEventController *controller)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (controller);
  double zoom = self->zoom * pow (1.1, -dy);
  double x, y, ratio;

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  zoom = CLAMP (zoom, PATRON_JOURNEY_MIN_ZOOM, PATRON_JOURNEY_MAX_ZOOM);
  if (fabs (zoom - 1) < 0.04)
    zoom = 1;
  ratio = zoom / self->zoom;
  x = self->pointer_x - gtk_widget_get_width (self->side);
  y = self->pointer_y - gtk_widget_get_height (self->top);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (self->body) - self->pointer_x;
  x = (self->scroll_x + MAX (x, 0)) * ratio - MAX (x, 0);
  y = (self->scroll_y + MAX (y, 0)) * ratio - MAX (y, 0);
  patron_journey_grid_set_zoom (self, zoom);
  self->scroll_x = MAX (x, 0);
  self->scroll_y = MAX (y, 0);
  patron_journey_grid_settle (self);
  patron_journey_grid_realise (self, FALSE);
  return TRUE;
}

static void
moved_cb (PatronJourneyGrid *self,
          double             x,
          double             y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static GdkContentProvider *
drag_prepare_cb (PatronJourneyGrid *self,
                 double             x,
                 double             y,
                 GtkDragSource     *source)
{
  PatronJourneyPlace place;
  PatronRecord *record;
  GtkWidget *widget;
  graphene_rect_t bounds;
  g_autoptr (GdkPaintable) icon = NULL;

  if (self->editor != NULL || patron_journey_grid_is_read_only (self)
      || !find_place_at (self, x, y, &place))
    return NULL;
  record = patron_journey_map_get_record (self->map, &place);
  widget = patron_journey_grid_get_widget (self, &place);
  if (record == NULL
      || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return NULL;

  g_set_object (&self->dragged, record);
  icon = gtk_widget_paintable_new (widget);
  gtk_drag_source_set_icon (source, icon, x - bounds.origin.x,
                            y - bounds.origin.y);
  return gdk_content_provider_new_typed (PATRON_TYPE_RECORD, record);
}

static void
clear_drop (PatronJourneyGrid *self)
{
  self->drop.kind = PATRON_JOURNEY_AT_NOWHERE;
  if (self->drag_scroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_scroll);
  self->drag_scroll = 0;
  gtk_widget_queue_draw (self->body);
  gtk_widget_queue_draw (self->top);
  gtk_widget_queue_draw (self->side);
}

static void
drag_ended_cb (PatronJourneyGrid *self)
{
  g_clear_object (&self->dragged);
  clear_drop (self);
}

/* Where what is dragged would go if it were dropped now. */
static gboolean
find_drop (PatronJourneyGrid *self)
{
  double x, y;

  self->drop.kind = PATRON_JOURNEY_AT_NOWHERE;
  if (self->dragged == NULL)
    return FALSE;
  patron_journey_grid_to_map (self, self->drag_x, self->drag_y, &x, &y);
  if (patron_record_is (self->dragged, "stage"))
    self->drop = (PatronJourneyPlace) {
      PATRON_JOURNEY_AT_STAGE,
      patron_journey_layout_drop_stage (self->layout, x), -1, -1
    };
  else if (patron_record_is (self->dragged, "lane"))
    self->drop = (PatronJourneyPlace) {
      PATRON_JOURNEY_AT_LANE, -1,
      patron_journey_layout_drop_lane (self->layout, y), -1
    };
  else
    self->drop = patron_journey_layout_drop_card (self->layout, x, y,
                                                  &self->drop_mark);
  return self->drop.kind != PATRON_JOURNEY_AT_NOWHERE;
}

static double
find_speed (double at,
            double start,
            double end)
{
  if (at < start + EDGE)
    return -MIN ((start + EDGE - at) / EDGE, 1) * SCROLL_SPEED;
  if (at > end - EDGE)
    return MIN ((at - end + EDGE) / EDGE, 1) * SCROLL_SPEED;
  return 0;
}

/* Scrolls while something is held at the border of the map. */
static gboolean
drag_scroll_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN ((now - self->drag_time) / 1e6, 0.1);
  graphene_rect_t body;

  self->drag_time = now;
  if (self->dragged == NULL
      || !gtk_widget_compute_bounds (self->body, widget, &body))
    return G_SOURCE_CONTINUE;
  if (!patron_record_is (self->dragged, "lane") && self->hadjustment != NULL)
    gtk_adjustment_set_value (
        self->hadjustment,
        gtk_adjustment_get_value (self->hadjustment)
            + seconds
                  * find_speed (self->drag_x, body.origin.x,
                                body.origin.x + body.size.width));
  if (!patron_record_is (self->dragged, "stage") && self->vadjustment != NULL)
    gtk_adjustment_set_value (
        self->vadjustment,
        gtk_adjustment_get_value (self->vadjustment)
            + seconds
                  * find_speed (self->drag_y, body.origin.y,
                                body.origin.y + body.size.height));
  find_drop (self);
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
drop_motion_cb (PatronJourneyGrid *self,
                double             x,
                double             y)
{
  self->drag_x = x;
  self->drag_y = y;
  if (self->drag_scroll == 0)
    {
      self->drag_time = g_get_monotonic_time ();
      self->drag_scroll = gtk_widget_add_tick_callback (
          GTK_WIDGET (self), drag_scroll_cb, NULL, NULL);
    }
  gtk_widget_queue_draw (self->body);
  gtk_widget_queue_draw (self->top);
  gtk_widget_queue_draw (self->side);
  return find_drop (self) ? GDK_ACTION_MOVE : 0;
}

static gboolean
dropped_cb (PatronJourneyGrid *self,
            const GValue      *value,
            double             x,
            double             y)
{
  g_autoptr (PatronRecord) record = g_value_dup_object (value);
  PatronJourneyPlace drop;
  gboolean there;

  self->drag_x = x;
  self->drag_y = y;
  there = record == self->dragged && find_drop (self);
  drop = self->drop;
  clear_drop (self);
  if (!there)
    return FALSE;
  if (drop.kind == PATRON_JOURNEY_AT_STAGE)
    patron_journey_grid_move_header (self, record, drop.stage);
  else if (drop.kind == PATRON_JOURNEY_AT_LANE)
    patron_journey_grid_move_header (self, record, drop.lane);
  else
    patron_journey_grid_move_card (self, record, &drop);
  return TRUE;
}

static void
add_drag (PatronJourneyGrid *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target
      = gtk_drop_target_new (PATRON_TYPE_RECORD, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_ended_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self),
                             GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (clear_drop), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self),
                             GTK_EVENT_CONTROLLER (target));
}

void
patron_journey_grid_add_pointer (PatronJourneyGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_object (long_press, "pressed",
                           G_CALLBACK (long_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  add_drag (self);
}
