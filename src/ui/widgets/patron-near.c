/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-near.h"

/* How far out of view something is drawn still, in views: as far as it may
 * come into view without the view being scrolled. */
#define AROUND 0.5

typedef struct
{
  GtkWidget     *content;    /* (unowned): owns this */
  GtkAdjustment *adjustment; /* (owned) */
  guint          tick;
} Near;

static void
near_free (gpointer data)
{
  Near *self = data;

  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_object_unref (self->adjustment);
  g_free (self);
}

static void
update (Near *self)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double top = gtk_adjustment_get_value (self->adjustment) - page * AROUND;
  double bottom = top + page * (1 + 2 * AROUND);

  for (GtkWidget *child = gtk_widget_get_first_child (self->content);
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t place;

      if (gtk_widget_compute_bounds (child, self->content, &place))
        gtk_widget_set_opacity (
            child, place.origin.y < bottom
                           && place.origin.y + place.size.height > top
                       ? 1
                       : 0);
    }
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Near *self = data;

  self->tick = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Its parts get their places after the adjustment has changed. */
static void
update_soon (Near *self)
{
  if (self->tick == 0)
    self->tick
        = gtk_widget_add_tick_callback (self->content, tick_cb, self, NULL);
}

/**
 * patron_near_install:
 * @scroller: what shows @content, and nothing above it
 * @content: what has very many parts, one below the other
 *
 * Has the parts of @content drawn only where they are near what is in view.
 * GTK hands all of them to the renderer, and that of cairo takes its time with
 * each, seen or not. They stay as they are for whoever hears them.
 */
void
patron_near_install (GtkScrolledWindow *scroller,
                     GtkWidget         *content)
{
  Near *self = g_new0 (Near, 1);

  self->content = content;
  self->adjustment
      = g_object_ref (gtk_scrolled_window_get_vadjustment (scroller));
  g_signal_connect_swapped (self->adjustment, "value-changed",
                            G_CALLBACK (update), self);
  g_signal_connect_swapped (self->adjustment, "changed",
                            G_CALLBACK (update_soon), self);
  g_object_set_data_full (G_OBJECT (content), "patron-near", self, near_free);
}
