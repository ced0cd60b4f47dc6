/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journey-grid-private.h"

/* The keyboard of the map. Left and right are where they are on the screen,
 * so they change places where text runs from right to left. */

static gboolean
is_rtl (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  int step;

  if (self->editor != NULL)
    return FALSE;
  g_variant_get (args, "(i)", &step);
  if (is_rtl (widget) && step == PATRON_JOURNEY_BACK)
    step = PATRON_JOURNEY_FORWARD;
  else if (is_rtl (widget) && step == PATRON_JOURNEY_FORWARD)
    step = PATRON_JOURNEY_BACK;
  patron_journey_grid_walk (self, step);
  return TRUE;
}

/* A screen up or down, to what stands there. */
static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  PatronJourneyGrid *self = PATRON_JOURNEY_GRID (widget);
  PatronJourneyStep step;
  PatronJourneyPlace place = self->cursor;
  double room = gtk_widget_get_height (self->body) / self->zoom;
  PatronJourneyRect from, rect;
  int direction;

  if (self->editor != NULL)
    return FALSE;
  g_variant_get (args, "(i)", &direction);
  step = direction < 0 ? PATRON_JOURNEY_UP : PATRON_JOURNEY_DOWN;
  if (!patron_journey_layout_get_rect (self->layout, &place, &from))
    return TRUE;
  for (;;)
    {
      PatronJourneyPlace next
          = patron_journey_layout_walk (self->layout, &place, step);

      if (next.kind == PATRON_JOURNEY_AT_STAGE
          || next.kind == PATRON_JOURNEY_AT_ADD_LANE
          || patron_journey_place_equal (&next, &place)
          || !patron_journey_layout_get_rect (self->layout, &next, &rect)
          || ABS (rect.y - from.y) > room)
        break;
      place = next;
    }
  patron_journey_grid_scroll_to (self, &place);
  patron_journey_grid_set_cursor (self, &place, TRUE);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  const char *name, *mirrored;

  if (PATRON_JOURNEY_GRID (widget)->editor != NULL)
    return FALSE;
  g_variant_get (args, "(&s&s)", &name, &mirrored);
  gtk_widget_activate_action (widget, is_rtl (widget) ? mirrored : name,
                              NULL);
  return TRUE;
}

static void
bind_walk (GtkWidgetClass    *klass,
           guint              key,
           guint              keypad_key,
           GdkModifierType    modifiers,
           PatronJourneyStep  step)
{
  gtk_widget_class_add_binding (klass, key, modifiers, walk_cb, "(i)", step);
  gtk_widget_class_add_binding (klass, keypad_key, modifiers, walk_cb, "(i)",
                                step);
}

static void
bind_move (GtkWidgetClass  *klass,
           guint            key,
           GdkModifierType  modifiers,
           const char      *name,
           const char      *mirrored)
{
  gtk_widget_class_add_binding (klass, key, modifiers, activate_cb, "(ss)",
                                name, mirrored);
}

static const struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} keys[] = {
  { GDK_KEY_Return, 0, "journey.edit" },
  { GDK_KEY_KP_Enter, 0, "journey.edit" },
  { GDK_KEY_F2, 0, "journey.edit" },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "journey.add-card" },
  { GDK_KEY_Insert, 0, "journey.add-card" },
  { GDK_KEY_Delete, 0, "journey.remove" },
  { GDK_KEY_KP_Delete, 0, "journey.remove" },
  { GDK_KEY_u, GDK_CONTROL_MASK, "journey.duplicate" },
  { GDK_KEY_Menu, 0, "journey.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "journey.menu" },
};

void
patron_journey_grid_install_keys (GtkWidgetClass *klass)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  bind_walk (klass, GDK_KEY_Up, GDK_KEY_KP_Up, 0, PATRON_JOURNEY_UP);
  bind_walk (klass, GDK_KEY_Down, GDK_KEY_KP_Down, 0, PATRON_JOURNEY_DOWN);
  bind_walk (klass, GDK_KEY_Left, GDK_KEY_KP_Left, 0, PATRON_JOURNEY_BACK);
  bind_walk (klass, GDK_KEY_Right, GDK_KEY_KP_Right, 0,
             PATRON_JOURNEY_FORWARD);
  bind_walk (klass, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK,
             PATRON_JOURNEY_LANE_UP);
  bind_walk (klass, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK,
             PATRON_JOURNEY_LANE_DOWN);
  bind_walk (klass, GDK_KEY_Home, GDK_KEY_KP_Home, 0, PATRON_JOURNEY_FIRST);
  bind_walk (klass, GDK_KEY_End, GDK_KEY_KP_End, 0, PATRON_JOURNEY_LAST);
  bind_walk (klass, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK,
             PATRON_JOURNEY_TOP);
  bind_walk (klass, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK,
             PATRON_JOURNEY_BOTTOM);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, page_cb, "(i)",
                                -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, page_cb, "(i)",
                                1);

  bind_move (klass, GDK_KEY_Up, GDK_ALT_MASK, "journey.move-up",
             "journey.move-up");
  bind_move (klass, GDK_KEY_Down, GDK_ALT_MASK, "journey.move-down",
             "journey.move-down");
  bind_move (klass, GDK_KEY_Left, GDK_ALT_MASK, "journey.move-back",
             "journey.move-forward");
  bind_move (klass, GDK_KEY_Right, GDK_ALT_MASK, "journey.move-forward",
             "journey.move-back");
  bind_move (klass, GDK_KEY_Up, both, "journey.lane-up", "journey.lane-up");
  bind_move (klass, GDK_KEY_Down, both, "journey.lane-down",
             "journey.lane-down");
  bind_move (klass, GDK_KEY_Left, both, "journey.stage-back",
             "journey.stage-forward");
  bind_move (klass, GDK_KEY_Right, both, "journey.stage-forward",
             "journey.stage-back");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key,
                                         keys[i].modifiers, keys[i].action,
                                         NULL);
}

/* Whether a key is a character or begins one, and is not a command. */
static gboolean
is_text (guint           keyval,
         GdkModifierType state)
{
  const GdkModifierType command
      = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  gunichar character = gdk_keyval_to_unicode (keyval);

  if ((state & command) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Multi_key
      || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek))
    return TRUE;
  return character != 0 && !g_unichar_iscntrl (character)
         && !g_unichar_isspace (character);
}

/* Who types where the next card goes, writes it. */
static gboolean
key_pressed_cb (PatronJourneyGrid     *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  if (self->editor != NULL || !is_text (keyval, state)
      || (self->cursor.kind != PATRON_JOURNEY_AT_SLOT
          && self->cursor.kind != PATRON_JOURNEY_AT_ADD_STAGE))
    return FALSE;
  patron_journey_grid_edit (self, &self->cursor);
  if (self->editor == NULL)
    return FALSE;
  return gtk_event_controller_key_forward (
      controller, patron_journey_editor_get_view (
                      PATRON_JOURNEY_EDITOR (self->editor)));
}

void
patron_journey_grid_add_typing (PatronJourneyGrid *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed",
                           G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
