/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "patron-journey-layer.h"

#include <math.h>

/**
 * PatronJourneyLayer:
 *
 * A part of a map that scrolls by itself: the cells, the header row, the
 * header column, the corner. It cuts off what is outside of it and leaves
 * placing its children to the map.
 */
struct _PatronJourneyLayer
{
  GtkWidget             parent_instance;

  PatronJourneyAllocate allocate;
  PatronJourneyDraw     draw;
  gpointer              user_data;
};

G_DEFINE_FINAL_TYPE (PatronJourneyLayer, patron_journey_layer,
                     GTK_TYPE_WIDGET)

static void
patron_journey_layer_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  PatronJourneyLayer *self = PATRON_JOURNEY_LAYER (widget);

  self->allocate (widget, self->user_data);
}

static void
patron_journey_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  PatronJourneyLayer *self = PATRON_JOURNEY_LAYER (widget);

  self->draw (widget, snapshot, FALSE, self->user_data);
  GTK_WIDGET_CLASS (patron_journey_layer_parent_class)
      ->snapshot (widget, snapshot);
  self->draw (widget, snapshot, TRUE, self->user_data);
}

static void
patron_journey_layer_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (patron_journey_layer_parent_class)->dispose (object);
}

static void
patron_journey_layer_class_init (PatronJourneyLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_journey_layer_dispose;
  widget_class->size_allocate = patron_journey_layer_size_allocate;
  widget_class->snapshot = patron_journey_layer_snapshot;

  gtk_widget_class_set_css_name (widget_class, "journeylayer");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
patron_journey_layer_init (PatronJourneyLayer *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
patron_journey_layer_new (const char            *css_class,
                          PatronJourneyAllocate  allocate,
                          PatronJourneyDraw      draw,
                          gpointer               user_data)
{
  PatronJourneyLayer *self = g_object_new (PATRON_TYPE_JOURNEY_LAYER, NULL);

  self->allocate = allocate;
  self->draw = draw;
  self->user_data = user_data;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  return GTK_WIDGET (self);
}

/**
 * patron_journey_layer_place:
 * @x: from the start of the layer, in pixels on the screen
 * @y: likewise from its top
 * @width: at 100 %
 * @height: at 100 %
 *
 * Allocates a child, mirrored where text runs from right to left.
 */
void
patron_journey_layer_place (PatronJourneyLayer *self,
                            GtkWidget          *child,
                            double              zoom,
                            double              x,
                            double              y,
                            int                 width,
                            int                 height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GskTransform *transform;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width * zoom;
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT (round (x), round (y)));
  if (zoom != 1)
    transform = gsk_transform_scale (transform, zoom, zoom);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (child, width, height, -1, transform);
}
