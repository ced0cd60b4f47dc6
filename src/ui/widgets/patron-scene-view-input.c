/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* Where the pointer is in a scene, and where the arrow keys go. */

#include "patron-scene-view-private.h"

static int
hit (PatronSceneView *self,
     double           x,
     double           y)
{
  double zoom = patron_scene_view_get_zoom (self);

  if (self->scene == NULL || zoom <= 0)
    return -1;
  return patron_scene_hit (self->scene, x / zoom, y / zoom);
}

static void
motion_cb (PatronSceneView *self,
           double           x,
           double           y)
{
  patron_scene_view_set_spot (self, hit (self, x, y));
}

static void
leave_cb (PatronSceneView *self)
{
  patron_scene_view_set_spot (self, -1);
}

static void
released_cb (PatronSceneView *self,
             int              n_press,
             double           x,
             double           y)
{
  patron_scene_view_set_spot (self, hit (self, x, y));
  patron_scene_view_activate_spot (self);
}

static gboolean
key_pressed_cb (PatronSceneView *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  static const struct
  {
    guint      key;
    PatronWalk walk;
  } walks[] = {
    { GDK_KEY_Left, PATRON_WALK_LEFT }, { GDK_KEY_Right, PATRON_WALK_RIGHT },
    { GDK_KEY_Up, PATRON_WALK_UP },     { GDK_KEY_Down, PATRON_WALK_DOWN },
    { GDK_KEY_Home, PATRON_WALK_FIRST }, { GDK_KEY_End, PATRON_WALK_LAST },
  };

  if (self->scene == NULL
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    if (walks[i].key == key)
      {
        patron_scene_view_set_spot (
            self,
            patron_scene_walk (self->scene, self->spot, walks[i].walk));
        patron_scene_view_tell_spot (self);
        return GDK_EVENT_STOP;
      }
  if (self->spot < 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    patron_scene_view_activate_spot (self);
  else if (key == GDK_KEY_Escape)
    patron_scene_view_set_spot (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* patron_scene_view_add_input:
 *
 * Makes the view follow the pointer and the keys.
 */
void
patron_scene_view_add_input (PatronSceneView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb),
                            self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
