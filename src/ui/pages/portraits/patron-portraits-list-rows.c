/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-portraits"

/* The rows of the list, and what the pointer and the keys do with them. */

#include "config.h"

#include "patron-portraits-list-private.h"

#include <glib/gi18n-lib.h>

#include "patron-portraits-drop.h"
#include "patron-portraits-row.h"
#include "patron-reorder.h"

static void
show_menu (PatronPortraitsList *self,
           const GdkRectangle  *at)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The menu key: at the row that has the focus. */
static void
menu_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PatronPortraitsList *self = PATRON_PORTRAITS_LIST (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->view)
      && gtk_widget_compute_bounds (focus, widget, &bounds))
    show_menu (self, &(GdkRectangle){ (int) bounds.origin.x + 24,
                                      (int) (bounds.origin.y
                                             + bounds.size.height / 2),
                                      1, 1 });
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y)
{
  GtkWidget *row
      = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  PatronPortraitsList *self = PATRON_PORTRAITS_LIST (
      gtk_widget_get_ancestor (row, PATRON_TYPE_PORTRAITS_LIST));
  graphene_point_t at;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  patron_portraits_list_select (
      self, patron_portraits_row_get_record (PATRON_PORTRAITS_ROW (row)));
  if (gtk_widget_compute_point (
          row, GTK_WIDGET (self),
          &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    show_menu (self, &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
}

/* A list view that is activated by a click selects what is merely pointed
 * at, so the rows see to it themselves. */
static void
released_cb (GtkGestureClick *gesture)
{
  GtkWidget *row
      = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  PatronPortraitsList *self = PATRON_PORTRAITS_LIST (
      gtk_widget_get_ancestor (row, PATRON_TYPE_PORTRAITS_LIST));

  if (!self->single)
    return;
  patron_portraits_list_select (
      self, patron_portraits_row_get_record (PATRON_PORTRAITS_ROW (row)));
  patron_portraits_list_activate (self);
}

static gboolean
key_pressed_cb (PatronPortraitsList *self,
                guint                key,
                guint                code,
                GdkModifierType      state)
{
  static const struct
  {
    guint           key;
    GdkModifierType state;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "portraits.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "portraits.move-down" },
    { GDK_KEY_Delete, 0, "portraits.remove" },
    { GDK_KEY_KP_Delete, 0, "portraits.remove" },
  };

  state &= gtk_accelerator_get_default_mod_mask ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && keys[i].state == state)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action,
                                         NULL);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
drop_cb (PatronRecord *target,
         PatronRecord *dropped,
         gboolean      after,
         gboolean      commit,
         gpointer      data)
{
  PatronPortraitsList *self = data;

  return patron_portraits_drop (GTK_WIDGET (self), self->document,
                                patron_portraits_list_get_siblings (
                                    self, target),
                                target, dropped, after, commit);
}

static void
setup_cb (PatronPortraitsList *self,
          GtkListItem         *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = patron_portraits_row_new (self->document);
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (menu));
  g_signal_connect (click, "released", G_CALLBACK (released_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  patron_reorder_install (row, NULL, drop_cb, self);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (PatronPortraitsList *self,
         GtkListItem         *item)
{
  GtkTreeExpander *expander
      = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_tree_expander_get_child (expander);
  g_autoptr (PatronRecord) record = gtk_tree_list_row_get_item (tree_row);

  gtk_tree_expander_set_list_row (expander, tree_row);
  patron_portraits_row_set_record (PATRON_PORTRAITS_ROW (row), record);
  patron_reorder_update (row, record);
}

static void
unbind_cb (PatronPortraitsList *self,
           GtkListItem         *item)
{
  GtkTreeExpander *expander
      = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *row = gtk_tree_expander_get_child (expander);

  patron_portraits_row_set_record (PATRON_PORTRAITS_ROW (row), NULL);
  patron_reorder_update (row, NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (add, _("Add _Pen Portrait"), "portraits.add-portrait");
  g_menu_append (add, _("Add _Segment"), "portraits.add-segment");
  g_menu_append (move, _("Move _Up"), "portraits.move-up");
  g_menu_append (move, _("Move _Down"), "portraits.move-down");
  g_menu_append (change, _("D_uplicate"), "portraits.duplicate");
  g_menu_append (change, _("_Remove"), "portraits.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  return popover;
}

/* patron_portraits_list_install_menu:
 * @klass: the list's
 *
 * Adds the keys that open the menu.
 */
void
patron_portraits_list_install_menu (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "menu.popup", NULL, menu_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0,
                                       "menu.popup", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10,
                                       GDK_SHIFT_MASK, "menu.popup", NULL);
}

/* patron_portraits_list_add_rows:
 *
 * Gives the view its rows, its menu and its keys.
 */
void
patron_portraits_list_add_rows (PatronPortraitsList *self)
{
  g_autoptr (GtkListItemFactory) factory
      = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);

  self->menu = make_menu ();
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  gtk_widget_add_controller (self->view, keys);
}
