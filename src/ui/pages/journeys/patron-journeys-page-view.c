/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "config.h"

#include "patron-journeys-page-private.h"

#include <glib/gi18n-lib.h>

#include "patron-mnemonic.h"

/* The widgets of the page. */

static GtkWidget *
make_button (const char *icon,
             const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_zoom (PatronJourneysPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();

  self->zoom_button = GTK_BUTTON (button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  "journeys.zoom-reset");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "zoom");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Normal Size"));
  gtk_box_append (GTK_BOX (box),
                  make_button ("zoom-out-symbolic", _("Zoom Out"),
                               "journeys.zoom-out"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), make_button ("zoom-in-symbolic",
                                              _("Zoom In"),
                                              "journeys.zoom-in"));
  return box;
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  g_menu_append (edit, _("_Rename"), "journeys.rename");
  g_menu_append (edit, _("Du_plicate"), "journeys.duplicate");
  g_menu_append (edit, _("Duplicate as _To-Be"), "journeys.duplicate-to-be");
  g_menu_append (add, _("Add _Stage"), "journeys.add-stage");
  g_menu_append (add, _("Add _Lane"), "journeys.add-lane");
  g_menu_append (view, _("Show _Hidden Lanes"), "journeys.show-hidden");
  g_menu_append (view, _("Zoom _In"), "journeys.zoom-in");
  g_menu_append (view, _("Zoom _Out"), "journeys.zoom-out");
  g_menu_append (view, _("_Normal Size"), "journeys.zoom-reset");
  g_menu_append (remove, _("_Export…"), "win.export");
  g_menu_append (remove, _("Remove _Journey"), "journeys.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Journey Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Journey Menu"), -1);
  return button;
}

/**
 * patron_journeys_page_make_toolbar:
 *
 * Returns: (transfer floating): what stands above the map
 */
GtkWidget *
patron_journeys_page_make_toolbar (PatronJourneysPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *chooser = patron_journeys_chooser_new ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *toggle = gtk_toggle_button_new ();

  self->chooser = PATRON_JOURNEYS_CHOOSER (chooser);
  self->zoom_box = make_zoom (self);
  /* Until it is known that there is room: a narrow window would grow. */
  gtk_widget_set_visible (self->zoom_box, FALSE);
  self->counterpart = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->counterpart),
                                  "journeys.counterpart");
  gtk_widget_set_valign (self->counterpart, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_button_set_icon_name (GTK_BUTTON (toggle), "sidebar-show-right-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle),
                                  "journeys.show-pane");
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (toggle, _("Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Details"), -1);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (GTK_BOX (bar), chooser);
  gtk_box_append (GTK_BOX (bar), self->counterpart);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), self->zoom_box);
  gtk_box_append (GTK_BOX (bar), toggle);
  gtk_box_append (GTK_BOX (bar), make_menu_button ());
  g_signal_connect_object (chooser, "chosen",
                           G_CALLBACK (patron_journeys_page_show), self,
                           G_CONNECT_SWAPPED);
  return bar;
}

/**
 * patron_journeys_page_make_start:
 * @other_label: (nullable): a second way, less likely
 *
 * Returns: (transfer floating): what says which step comes first
 */
GtkWidget *
patron_journeys_page_make_start (const char *title,
                                 const char *description,
                                 const char *label,
                                 const char *action,
                                 const char *other_label,
                                 const char *other_action)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = patron_mnemonic_button_new (label);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status),
                                 "patron-journeys-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  if (other_label != NULL)
    {
      GtkWidget *other = patron_mnemonic_button_new (other_label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (other), other_action);
      gtk_widget_add_css_class (other, "pill");
      gtk_box_append (GTK_BOX (box), other);
    }
  adw_status_page_set_child (ADW_STATUS_PAGE (status), box);
  return status;
}

/**
 * patron_journeys_page_make_map:
 *
 * Returns: (transfer floating): the map, and what an empty one offers
 */
GtkWidget *
patron_journeys_page_make_map (PatronJourneysPage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = patron_journey_grid_new ();
  GtkWidget *starts = gtk_stack_new ();

  self->grid = PATRON_JOURNEY_GRID (grid);
  self->starts = GTK_STACK (starts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Journey map"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_stack_add_named (
      self->starts,
      patron_journeys_page_make_start (_("An Empty Map"),
                  _("Stages are the steps that a customer takes, from left "
                    "to right."),
                  _("Add the First _Stage"), "journeys.add-stage",
                  _("Use the _Five Steps"), "journeys.fill"),
      "stages");
  gtk_stack_add_named (
      self->starts,
      patron_journeys_page_make_start (_("No Lanes Yet"),
                  _("Lanes hold what happens in each stage: touchpoints, "
                    "what the customer does, thinks and feels."),
                  _("Add _Touchpoints"), "journeys.add-touchpoints", NULL,
                  NULL),
      "lanes");
  gtk_widget_set_valign (starts, GTK_ALIGN_END);
  gtk_widget_set_visible (starts, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), starts);
  return overlay;
}
