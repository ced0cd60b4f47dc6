/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

#include <glib/gi18n-lib.h>

#include "patron-journey-card.h"
#include "patron-journey-curve.h"
#include "patron-journey-header.h"

/* The widgets of the map, and how each of them follows the focus. */

static void
focus_entered_cb (GtkEventController *controller,
                  PatronJourneyGrid  *self)
{
  PatronJourneyPlace place;

  if (patron_journey_grid_find_place (
          self, gtk_event_controller_get_widget (controller), &place)
      && !patron_journey_place_equal (&place, &self->cursor))
    patron_journey_grid_set_cursor (self, &place, FALSE);
}

static void
follow_focus (PatronJourneyGrid *self,
              GtkWidget         *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb),
                           self, 0);
  gtk_widget_add_controller (widget, focus);
}

static GtkWidget *
make_card (gpointer user_data)
{
  GtkWidget *card = patron_journey_card_new ();

  follow_focus (user_data, card);
  return card;
}

static GtkWidget *
make_stage (gpointer user_data)
{
  GtkWidget *header
      = patron_journey_header_new (GTK_ORIENTATION_HORIZONTAL);

  follow_focus (user_data, header);
  return header;
}

static GtkWidget *
make_lane (gpointer user_data)
{
  GtkWidget *header = patron_journey_header_new (GTK_ORIENTATION_VERTICAL);

  follow_focus (user_data, header);
  return header;
}

static GtkWidget *
make_phase (gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "phase");
  return label;
}

static void
slot_clicked_cb (PatronJourneyGrid *self,
                 GtkWidget         *button)
{
  PatronJourneyPlace place;

  if (patron_journey_grid_find_place (self, button, &place))
    patron_journey_grid_edit (self, &place);
}

static GtkWidget *
make_add (PatronJourneyGrid *self,
          const char        *css_class)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", G_CALLBACK (slot_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  follow_focus (self, button);
  return button;
}

static GtkWidget *
make_slot (gpointer user_data)
{
  return make_add (user_data, "slot");
}

static void
name_button (GtkWidget  *button,
             const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_sample (GtkWidget *parent,
             GtkWidget *sample)
{
  gtk_widget_set_parent (sample, parent);
  gtk_widget_set_child_visible (sample, FALSE);
  return sample;
}

/**
 * patron_journey_grid_make_children:
 *
 * Makes the layers, what always stands on them, and the pools of what comes
 * and goes.
 */
void
patron_journey_grid_make_children (PatronJourneyGrid *self)
{
  const PatronJourneyAllocate allocate = patron_journey_grid_allocate_layer;
  const PatronJourneyDraw draw = patron_journey_grid_draw_layer;
  GtkWidget *widget = GTK_WIDGET (self);

  self->body = patron_journey_layer_new ("body", allocate, draw, self);
  self->side = patron_journey_layer_new ("side", allocate, draw, self);
  self->top = patron_journey_layer_new ("top", allocate, draw, self);
  self->corner
      = patron_journey_layer_new ("corner", allocate, draw, self);
  gtk_widget_set_parent (self->body, widget);
  gtk_widget_set_parent (self->side, widget);
  gtk_widget_set_parent (self->top, widget);
  gtk_widget_set_parent (self->corner, widget);

  self->cards = patron_journey_pool_new (self->body, make_card, self);
  self->slots = patron_journey_pool_new (self->body, make_slot, self);
  self->stages = patron_journey_pool_new (self->top, make_stage, self);
  self->phases = patron_journey_pool_new (self->top, make_phase, self);
  self->lanes = patron_journey_pool_new (self->side, make_lane, self);

  self->curve = patron_journey_curve_new ();
  gtk_widget_set_parent (self->curve, self->body);
  self->curve_title = patron_journey_curve_title_new ();
  gtk_widget_set_parent (self->curve_title, self->side);
  self->add_stage = make_add (self, "add");
  name_button (self->add_stage, _("Add Stage"));
  gtk_widget_set_parent (self->add_stage, self->top);
  self->add_lane = make_add (self, "add");
  name_button (self->add_lane, _("Add Lane"));
  gtk_widget_set_parent (self->add_lane, self->side);

  self->sample_card = make_sample (self->body, patron_journey_card_new ());
  self->sample_stage = make_sample (
      self->top, patron_journey_header_new (GTK_ORIENTATION_HORIZONTAL));
  self->sample_lane = make_sample (
      self->side, patron_journey_header_new (GTK_ORIENTATION_VERTICAL));
}
