/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-page-private.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-goals-resources.h"
#include "patron-style.h"

/* How wide the page is where the pane is there from the start. */
#define WIDE_ENOUGH 880

/**
 * PatronGoalsPage:
 *
 * The goals of the strategy as a tree, and the selected one in full.
 */

enum
{
  PROP_PANE_SHOWN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PatronGoalsPage, patron_goals_page, PATRON_TYPE_PAGE)

/**
 * patron_goals_page_get_goal:
 *
 * Returns: (transfer none) (nullable): the goal that is selected
 */
PatronRecord *
patron_goals_page_get_goal (PatronGoalsPage *self)
{
  return patron_goals_list_get_selected (self->list);
}

static void
update_pane (PatronGoalsPage *self)
{
  /* Nothing is bound while nobody sees it. */
  gboolean shown = patron_side_pane_get_shown (self->side);

  patron_goals_pane_set_goal (
      self->pane, shown ? patron_goals_page_get_goal (self) : NULL);
  if (shown && self->tree != NULL)
    patron_goals_pane_show (self->pane, self->tree);
}

/* The list has no form on paper; the tree stands for it. */
static void
update_exportable (PatronGoalsPage *self)
{
  PatronDocument *document = patron_page_get_document (PATRON_PAGE (self));
  g_autoptr (PatronRecord) strategy
      = document != NULL ? patron_document_get_strategy (document) : NULL;
  gboolean timeline
      = g_strcmp0 (adw_view_stack_get_visible_child_name (self->views),
                   "timeline")
        == 0;

  if (strategy != NULL && patron_goal_tree_get_n (self->tree) > 0)
    patron_page_set_exportable (PATRON_PAGE (self),
                                timeline ? "timeline" : "goals",
                                patron_record_get_id (strategy));
  else
    patron_page_set_exportable (PATRON_PAGE (self), NULL, 0);
}

/* Actions come from journeys, too, before there are goals. */
static gboolean
has_anything (PatronGoalsPage *self)
{
  g_autoptr (GListModel) actions = patron_document_list (
      patron_page_get_document (PATRON_PAGE (self)), "action");

  return patron_goal_tree_get_n (self->tree) > 0
         || g_list_model_get_n_items (actions) > 0;
}

/**
 * patron_goals_page_refresh:
 *
 * Reads the goals again, and shows them.
 */
void
patron_goals_page_refresh (PatronGoalsPage *self)
{
  PatronDocument *document = patron_page_get_document (PATRON_PAGE (self));

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (document == NULL)
    return;
  if (self->tree == NULL)
    self->tree = patron_goal_tree_new (document, patron_date_today ());
  else
    patron_goal_tree_refresh (self->tree, self->changed,
                              patron_date_today ());
  self->changed = 0;
  patron_goals_list_show (self->list, self->tree);
  gtk_stack_set_visible_child_name (
      self->levels, has_anything (self) ? "goals" : "empty");
  patron_goals_page_show_confidence (self);
  patron_goals_page_show_reminder (self);
  for (gsize i = 0; i < G_N_ELEMENTS (self->drawings); i++)
    patron_goals_drawing_refresh (self->drawings[i]);
  patron_goals_actions_refresh (self->actions);
  patron_goals_reviews_refresh (self->reviews);
  update_exportable (self);
  update_pane (self);
  patron_goals_page_update_actions (self);
}

static gboolean
refresh_cb (gpointer data)
{
  PatronGoalsPage *self = data;

  self->refresh_source = 0;
  patron_goals_page_refresh (self);
  return G_SOURCE_REMOVE;
}

/* Many changes come at once. */
static void
document_changed_cb (PatronGoalsPage *self,
                     guint64          entities)
{
  static const char *const read[]
      = { "goal", "check_in", "action", "kpi", "measurement", "target",
          "annotation", "strategy", "review" };
  PatronDocument *document = patron_page_get_document (PATRON_PAGE (self));
  PatronRegistry *registry;
  guint64 ours = 0;

  /* The last word of a document that is shown no more. */
  if (document == NULL)
    return;
  registry = patron_document_get_registry (document);
  for (gsize i = 0; i < G_N_ELEMENTS (read); i++)
    ours |= G_GUINT64_CONSTANT (1)
            << patron_registry_find (
                registry, patron_registry_lookup (registry, read[i]));
  if ((entities & ours) == 0)
    return;
  self->changed |= entities;
  if (self->refresh_source == 0)
    self->refresh_source
        = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
forget (PatronGoalsPage *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  patron_goals_pane_flush (self->pane);
  patron_goals_pane_set_goal (self->pane, NULL);
  patron_goals_list_show (self->list, NULL);
  g_clear_pointer (&self->tree, patron_goal_tree_free);
}

static void
patron_goals_page_document_set (PatronPage     *page,
                                PatronDocument *document)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (page);

  forget (self);
  patron_goals_pane_set_document (self->pane, document);
  for (gsize i = 0; i < G_N_ELEMENTS (self->drawings); i++)
    patron_goals_drawing_set_document (self->drawings[i], document);
  patron_goals_actions_set_document (self->actions, document);
  patron_goals_reviews_set_document (self->reviews, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed",
                           G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::read-only",
                           G_CALLBACK (patron_goals_page_update_actions),
                           self, G_CONNECT_SWAPPED);
  patron_goals_page_refresh (self);
}

/**
 * patron_goals_page_show_goal:
 *
 * Selects a goal and brings it into view.
 */
void
patron_goals_page_show_goal (PatronGoalsPage *self,
                             PatronRecord    *goal)
{
  patron_goals_list_select (self->list, goal);
  patron_goals_list_focus (self->list);
}

static gboolean
patron_goals_page_show_record (PatronPage   *page,
                               PatronRecord *record)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (page);
  g_autoptr (PatronRecord) goal = NULL;

  if (self->tree == NULL || !patron_record_get_exists (record))
    return FALSE;
  if (patron_record_is (record, "review"))
    {
      adw_view_stack_set_visible_child_name (self->views, "reviews");
      return patron_goals_reviews_show_record (self->reviews, record);
    }
  if (patron_record_is (record, "goal"))
    goal = g_object_ref (record);
  else if (patron_record_is (record, "check_in")
           || patron_record_is (record, "action"))
    goal = patron_document_get_record (
        patron_page_get_document (page), "goal",
        patron_record_get_integer (record, "goal"));
  if (goal == NULL && patron_record_is (record, "action"))
    {
      adw_view_stack_set_visible_child_name (self->views, "actions");
      return patron_goals_actions_show_record (self->actions, record);
    }
  if (goal == NULL)
    return FALSE;
  if (self->changed != 0)
    patron_goals_page_refresh (self);
  if (!patron_goals_list_select (self->list, goal))
    return FALSE;
  if (goal == record)
    return TRUE;
  patron_side_pane_set_shown (self->side, TRUE);
  return patron_goals_pane_show_record (self->pane, record);
}

static gboolean
follow_folded_cb (gpointer data)
{
  PatronGoalsPage *self = data;
  gboolean folded = patron_side_pane_get_folded (self->side);

  if (!self->mapped)
    self->wants_pane
        = gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE_ENOUGH;
  if (!self->mapped)
    self->was_folded = !folded;
  self->mapped = TRUE;
  self->fold_source = 0;
  adw_view_switcher_bar_set_reveal (self->switcher_bar,
                                    !self->switcher_shown);
  /* A pane that lies over the list is in the way until it is called. */
  if (folded != self->was_folded)
    patron_side_pane_set_shown (self->side, !folded && self->wants_pane);
  self->was_folded = folded;
  return G_SOURCE_REMOVE;
}

/* It folds while sizes are given out, when none may be asked for. */
static void
folded_cb (PatronGoalsPage *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE,
                                         follow_folded_cb, self, NULL);
}

/**
 * patron_goals_page_follow:
 * @switcher: whether there is room for the switcher in the toolbar
 *
 * Shows the switcher below, where there is none above.
 */
void
patron_goals_page_follow (PatronGoalsPage *self,
                          gboolean         switcher)
{
  self->switcher_shown = switcher;
  folded_cb (self);
}

static void
pane_shown_cb (PatronGoalsPage *self)
{
  if (!patron_side_pane_get_folded (self->side) && self->fold_source == 0)
    self->wants_pane = patron_side_pane_get_shown (self->side);
  update_pane (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_SHOWN]);
}

static void
selected_cb (PatronGoalsPage *self)
{
  update_pane (self);
  patron_goals_page_update_actions (self);
}

static void
activated_cb (PatronGoalsPage *self)
{
  if (patron_side_pane_get_folded (self->side))
    patron_side_pane_set_shown (self->side, TRUE);
}

static void
view_changed_cb (PatronGoalsPage *self)
{
  patron_goals_page_update_actions (self);
  if (self->tree != NULL)
    update_exportable (self);
}

static void
renamed_cb (PatronGoalsPage *self,
            PatronRecord    *goal,
            const char      *title)
{
  PatronDocument *document = patron_page_get_document (PATRON_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (document == NULL || !patron_record_get_exists (goal))
    return;
  patron_document_set_text (document, goal, "title", title, &error);
  patron_document_end_typing (document);
  patron_page_report (PATRON_PAGE (self), error);
}

static gboolean
list_key_cb (PatronGoalsPage *self,
             guint            key)
{
  if (patron_goals_list_is_typing (self->list))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    return gtk_widget_activate_action (GTK_WIDGET (self), "goals.remove",
                                       NULL);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
pane_key_cb (PatronGoalsPage *self,
             guint            key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (patron_side_pane_get_folded (self->side))
    gtk_widget_activate_action (GTK_WIDGET (self), "goals.close-pane", NULL);
  else
    patron_goals_list_focus (self->list);
  return GDK_EVENT_STOP;
}

static void
patron_goals_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patron_goals_page_parent_class)->map (widget);

  folded_cb (PATRON_GOALS_PAGE (widget));
}

static gboolean
patron_goals_page_grab_focus (GtkWidget *widget)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);

  if (patron_goals_page_get_goal (self) == NULL)
    return gtk_widget_child_focus (
        gtk_stack_get_visible_child (self->levels), GTK_DIR_TAB_FORWARD);
  patron_goals_list_focus (self->list);
  return TRUE;
}

static void
patron_goals_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (object);

  if (prop_id == PROP_PANE_SHOWN)
    g_value_set_boolean (value, patron_side_pane_get_shown (self->side));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
patron_goals_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (object);

  if (prop_id == PROP_PANE_SHOWN)
    patron_side_pane_set_shown (self->side, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
patron_goals_page_dispose (GObject *object)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->tree, patron_goal_tree_free);

  G_OBJECT_CLASS (patron_goals_page_parent_class)->dispose (object);
}

static void
patron_goals_page_class_init (PatronGoalsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = patron_goals_page_get_property;
  object_class->set_property = patron_goals_page_set_property;
  object_class->dispose = patron_goals_page_dispose;
  widget_class->map = patron_goals_page_map;
  widget_class->grab_focus = patron_goals_page_grab_focus;
  PATRON_PAGE_CLASS (klass)->document_set = patron_goals_page_document_set;
  PATRON_PAGE_CLASS (klass)->show_record = patron_goals_page_show_record;

  /* What the action of the same name shows and changes. */
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean (
      "pane-shown", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  patron_goals_page_install_actions (widget_class);
  patron_goals_page_install_moves (widget_class);

  patron_goals_register_resource ();
  patron_style_add_resource (
      "/io/github/patron_app/Patron/goals/patron-goals.css");
}

static void
connect_keys (PatronGoalsPage *self)
{
  GtkEventController *list = gtk_event_controller_key_new ();
  GtkEventController *pane = gtk_event_controller_key_new ();

  g_signal_connect_swapped (list, "key-pressed", G_CALLBACK (list_key_cb),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), list);
  g_signal_connect_swapped (pane, "key-pressed", G_CALLBACK (pane_key_cb),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self->pane), pane);
}

static void
patron_goals_page_init (PatronGoalsPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *side;

  self->switcher_shown = TRUE;
  self->views = ADW_VIEW_STACK (adw_view_stack_new ());
  self->list = PATRON_GOALS_LIST (patron_goals_list_new ());
  self->pane = PATRON_GOALS_PANE (patron_goals_pane_new ());
  self->switcher_bar = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());
  patron_goals_list_set_drop (self->list, patron_goals_page_drop, self);
  gtk_list_box_set_placeholder (patron_goals_list_get_box (self->list),
                                patron_goals_page_make_empty ());
  adw_view_stack_add_titled (self->views, GTK_WIDGET (self->list), "list",
                             _("List"));
  adw_view_stack_page_set_icon_name (
      adw_view_stack_get_page (self->views, GTK_WIDGET (self->list)),
      "view-list-symbolic");
  patron_goals_page_add_drawings (self);
  patron_goals_page_add_actions (self);
  patron_goals_page_add_reviews (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  gtk_box_append (GTK_BOX (content), patron_goals_page_make_toolbar (self));
  gtk_box_append (GTK_BOX (content), patron_goals_page_make_reminder (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->views));
  adw_view_switcher_bar_set_stack (self->switcher_bar, self->views);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->switcher_bar));
  side = patron_side_pane_new (content, GTK_WIDGET (self->pane));
  self->side = PATRON_SIDE_PANE (side);
  self->levels = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->levels, patron_goals_page_make_empty (),
                       "empty");
  gtk_stack_add_named (self->levels, side, "goals");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->levels));

  g_signal_connect_object (self->list, "selected", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated",
                           G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "renamed", G_CALLBACK (renamed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child",
                           G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (side, "notify::folded", G_CALLBACK (folded_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (side, "notify::shown", G_CALLBACK (pane_shown_cb),
                           self, G_CONNECT_SWAPPED);
  connect_keys (self);
  patron_goals_page_add_menu (self);
}
