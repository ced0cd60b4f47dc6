/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-page-private.h"

#include <glib/gi18n-lib.h>

#include "patron-goal-words.h"
#include "patron-goals-toolbar.h"
#include "patron-mnemonic.h"

/* The widgets of the page. */

static void
name_button (GtkWidget  *button,
             const char *label)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Transfer full: what can be done with one goal. */
static GMenuModel *
make_goal_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  g_menu_append (add, _("Add _After It"), "goals.add");
  g_menu_append (add, _("Add a _Part of It"), "goals.add-part");
  g_menu_append (edit, _("_Rename"), "goals.rename");
  g_menu_append (edit, _("_Check In"), "goals.check-in");
  g_menu_append (edit, _("_Details"), "goals.details");
  g_menu_append (move, _("Move _Up"), "goals.move-up");
  g_menu_append (move, _("Move Do_wn"), "goals.move-down");
  g_menu_append (move, _("Make It Part of the One Above"), "goals.move-in");
  g_menu_append (move, _("Take It Out"), "goals.move-out");
  g_menu_append (remove, _("Du_plicate"), "goals.duplicate");
  g_menu_append (remove, _("Re_move"), "goals.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) of_goal = make_goal_menu ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();

  g_menu_append (view, _("Zoom _In"), "goals.zoom-in");
  g_menu_append (view, _("Zoom O_ut"), "goals.zoom-out");
  g_menu_append (view, _("_Normal Size"), "goals.zoom-reset");
  g_menu_append (all, _("Add _Business Goal"), "goals.add-business");
  g_menu_append (all, _("_Expand All"), "goals.unfold");
  g_menu_append (all, _("C_ollapse All"), "goals.fold");
  g_menu_append (all, _("E_xport…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_section (menu, NULL, of_goal);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button),
                                  G_MENU_MODEL (menu));
  name_button (button, _("Goal Menu"));
  return button;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: what was chosen is carried out after the menu has closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb,
                   g_object_ref (popover), g_object_unref);
}

static void
pop_up (GtkListBoxRow      *row,
        const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = make_goal_menu ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, GTK_WIDGET (row));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), at == NULL);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            PatronGoalsPage *self)
{
  GtkListBox *box = patron_goals_list_get_box (self->list);
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (box, (int) y);
  double row_x, row_y;
  GdkRectangle at = { .width = 1, .height = 1 };

  if (row == NULL)
    return;
  gtk_list_box_select_row (box, row);
  gtk_widget_translate_coordinates (GTK_WIDGET (box), GTK_WIDGET (row), x, y,
                                    &row_x, &row_y);
  at.x = (int) row_x;
  at.y = (int) row_y;
  pop_up (row, &at);
}

static gboolean
menu_key_cb (PatronGoalsPage *self,
             guint            key,
             guint            code,
             GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (
      patron_goals_list_get_box (self->list));

  if (row == NULL
      || !(key == GDK_KEY_Menu
           || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK))))
    return GDK_EVENT_PROPAGATE;
  pop_up (row, NULL);
  return GDK_EVENT_STOP;
}

/**
 * patron_goals_page_add_menu:
 *
 * Gives goals a menu of their own.
 */
void
patron_goals_page_add_menu (PatronGoalsPage *self)
{
  GtkWidget *box = GTK_WIDGET (patron_goals_list_get_box (self->list));
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (menu_key_cb),
                            self);
  gtk_widget_add_controller (box, keys);
}

static GtkWidget *
make_add_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Business Goal"), "goals.add-business");
  g_menu_append (menu, _("_After the Selected Goal"), "goals.add");
  g_menu_append (menu, _("_Part of the Selected Goal"), "goals.add-part");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button),
                                  G_MENU_MODEL (menu));
  name_button (button, _("Add Goal"));
  return button;
}

static GtkWidget *
make_confidence (PatronGoalsPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->confidence = GTK_MENU_BUTTON (button);
  self->formula = GTK_LABEL (label);
  gtk_label_set_wrap (self->formula, TRUE);
  gtk_label_set_max_width_chars (self->formula, 40);
  gtk_label_set_xalign (self->formula, 0);
  gtk_widget_add_css_class (label, "goal-formula");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (self->confidence, popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "goal-confidence");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
switcher_cb (gboolean shown,
             gpointer data)
{
  patron_goals_page_follow (data, shown);
}

/**
 * patron_goals_page_make_toolbar:
 *
 * Returns: (transfer floating): what stands above the goals
 */
GtkWidget *
patron_goals_page_make_toolbar (PatronGoalsPage *self)
{
  GtkWidget *switcher = adw_view_switcher_new ();
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *confidence = make_confidence (self);
  GtkWidget *const children[] = { make_add_button (), switcher, confidence,
                                  toggle, make_menu_button () };

  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher),
                                ADW_VIEW_SWITCHER_POLICY_WIDE);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->views);
  gtk_button_set_icon_name (GTK_BUTTON (toggle),
                            "sidebar-show-right-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "goals.show-pane");
  name_button (toggle, _("Details"));
  return patron_goals_toolbar_new (children, G_N_ELEMENTS (children), 1, 2,
                                   switcher_cb, self);
}

/**
 * patron_goals_page_make_reminder:
 *
 * Returns: (transfer floating): what reminds of overdue check-ins
 */
GtkWidget *
patron_goals_page_make_reminder (PatronGoalsPage *self)
{
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = patron_mnemonic_button_new (_("Check I_n"));

  self->reminder = GTK_REVEALER (revealer);
  self->reminder_text = GTK_LABEL (label);
  gtk_label_set_wrap (self->reminder_text, TRUE);
  gtk_label_set_xalign (self->reminder_text, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  "goals.next-stale");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "goal-reminder");
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                "alarm-symbolic", NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_revealer_set_child (self->reminder, box);
  return revealer;
}

static void
drawing_activated_cb (PatronGoalsPage *self,
                      gint64           id)
{
  PatronDocument *document = patron_page_get_document (PATRON_PAGE (self));
  g_autoptr (PatronRecord) record
      = document != NULL ? patron_document_find_record (document, id) : NULL;

  if (record == NULL)
    return;
  patron_side_pane_set_shown (self->side, TRUE);
  patron_page_show_record (PATRON_PAGE (self), record);
}

/**
 * patron_goals_page_add_drawings:
 *
 * Adds the views that draw all goals.
 */
void
patron_goals_page_add_drawings (PatronGoalsPage *self)
{
  const struct
  {
    PatronFigureKind kind;
    const char      *name;
    const char      *title;
    const char      *label;
    const char      *icon_name;
  } drawings[] = {
    { PATRON_FIGURE_GOALS, "tree", C_("view", "Tree"), _("Tree of Goals"),
      "network-workgroup-symbolic" },
    { PATRON_FIGURE_TIMELINE, "timeline", C_("view", "Timeline"),
      _("Timeline of Goals"), "x-office-calendar-symbolic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      GtkWidget *drawing
          = patron_goals_drawing_new (drawings[i].kind, drawings[i].label);

      self->drawings[i] = PATRON_GOALS_DRAWING (drawing);
      adw_view_stack_add_titled (self->views, drawing, drawings[i].name,
                                 drawings[i].title);
      adw_view_stack_page_set_icon_name (
          adw_view_stack_get_page (self->views, drawing),
          drawings[i].icon_name);
      g_signal_connect_object (drawing, "activated",
                               G_CALLBACK (drawing_activated_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * patron_goals_page_add_actions:
 *
 * Adds the view of all actions.
 */
void
patron_goals_page_add_actions (PatronGoalsPage *self)
{
  GtkWidget *actions = patron_goals_actions_new ();

  self->actions = PATRON_GOALS_ACTIONS (actions);
  adw_view_stack_add_titled (self->views, actions, "actions", _("Actions"));
  adw_view_stack_page_set_icon_name (
      adw_view_stack_get_page (self->views, actions),
      "checkbox-checked-symbolic");
}

/**
 * patron_goals_page_add_reviews:
 *
 * Adds the view of reviews.
 */
void
patron_goals_page_add_reviews (PatronGoalsPage *self)
{
  GtkWidget *reviews = patron_goals_reviews_new ();

  self->reviews = PATRON_GOALS_REVIEWS (reviews);
  adw_view_stack_add_titled (self->views, reviews, "reviews", _("Reviews"));
  adw_view_stack_page_set_icon_name (
      adw_view_stack_get_page (self->views, reviews),
      "text-x-generic-symbolic");
  g_signal_connect_object (reviews, "chosen",
                           G_CALLBACK (drawing_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * patron_goals_page_get_drawing:
 *
 * Returns: (transfer none) (nullable): the drawing that is shown
 */
PatronGoalsDrawing *
patron_goals_page_get_drawing (PatronGoalsPage *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (self->views);

  return PATRON_IS_GOALS_DRAWING (shown) ? PATRON_GOALS_DRAWING (shown)
                                         : NULL;
}

/**
 * patron_goals_page_make_empty:
 *
 * Returns: (transfer floating): what says which step comes first
 */
GtkWidget *
patron_goals_page_make_empty (void)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = patron_mnemonic_button_new (_("Add _Business Goal"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status),
                                 "patron-goals-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status),
                             _("What Is to Be Achieved?"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (status),
      _("Begin with what the business wants. Objectives below it say how, and "
        "SMART goals below those say how much and by when."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  "goals.add-business");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

/**
 * patron_goals_page_show_confidence:
 *
 * Says how sure people are of all goals together.
 */
void
patron_goals_page_show_confidence (PatronGoalsPage *self)
{
  PatronNetConfidence net;
  g_autofree char *text = NULL;
  g_autofree char *formula = NULL;

  patron_goal_tree_confidence (self->tree, &net);
  text = patron_net_confidence_write (&net);
  formula = patron_net_confidence_explain (&net);
  gtk_menu_button_set_label (self->confidence, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confidence),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->confidence),
                               _("How Was This Computed?"));
  gtk_label_set_text (self->formula, formula);
  gtk_widget_set_visible (GTK_WIDGET (self->confidence), net.n > 0);
}

/**
 * patron_goals_page_show_reminder:
 *
 * Says how many check-ins are overdue, if any.
 */
void
patron_goals_page_show_reminder (PatronGoalsPage *self)
{
  guint n = patron_goal_tree_count_stale (self->tree);
  g_autofree char *text = NULL;

  if (n > 0)
    {
      text = g_strdup_printf (ngettext ("A check-in is overdue on %u goal.",
                                        "Check-ins are overdue on %u goals.",
                                        n),
                              n);
      gtk_label_set_text (self->reminder_text, text);
    }
  gtk_revealer_set_reveal_child (self->reminder, n > 0);
}
