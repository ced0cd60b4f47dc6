/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-page-private.h"

#include <glib/gi18n-lib.h>

/* What can be done with goals. */

static const char *const kinds[PATRON_N_GOAL_KINDS]
    = { "business", "objective", "goal", "initiative" };

static PatronDocument *
get_document (PatronGoalsPage *self)
{
  return patron_page_get_document (PATRON_PAGE (self));
}

static const PatronGoalNode *
get_node (PatronGoalsPage *self)
{
  PatronRecord *goal = patron_goals_page_get_goal (self);
  int index = goal != NULL && self->tree != NULL
                  ? patron_goal_tree_find (self->tree,
                                           patron_record_get_id (goal))
                  : -1;

  return index >= 0 ? patron_goal_tree_get (self->tree, (guint) index) : NULL;
}

/* Makes a goal after another, or as the last one; one step to undo. */
static PatronRecord *
insert (PatronGoalsPage *self,
        PatronGoalKind   kind,
        gint64           parent,
        PatronRecord    *before,
        GError         **error)
{
  PatronDocument *document = get_document (self);
  g_autofree char *whole = parent != 0
                               ? g_strdup_printf ("%" G_GINT64_FORMAT, parent)
                               : g_strdup ("");
  g_autoptr (PatronRecord) goal = NULL;

  if (!patron_document_begin (document, _("Add Goal"), error))
    return NULL;
  goal = patron_document_insert (document, "goal", error, "parent", whole,
                                 "kind", kinds[kind], NULL);
  if (goal == NULL
      || (before != NULL
          && !patron_document_move (document, goal, before, error)))
    {
      patron_document_cancel (document);
      return NULL;
    }
  return patron_document_end (document, error) ? g_steal_pointer (&goal)
                                               : NULL;
}

static void
add (PatronGoalsPage *self,
     PatronGoalKind   kind,
     gint64           parent,
     PatronRecord    *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) goal = insert (self, kind, parent, before, &error);

  patron_page_report (PATRON_PAGE (self), error);
  patron_goals_page_refresh (self);
  if (goal == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->views, "list");
  patron_goals_list_rename (self->list, goal);
}

static void
add_business_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  add (PATRON_GOALS_PAGE (widget), PATRON_GOAL_KIND_BUSINESS, 0, NULL);
}

/* Another of the same kind, after the one that is selected. */
static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  const PatronGoalNode *node = get_node (self);
  const PatronGoalNode *next = NULL;

  if (node == NULL)
    {
      add (self, PATRON_GOAL_KIND_BUSINESS, 0, NULL);
      return;
    }
  if (node->end < patron_goal_tree_get_n (self->tree))
    next = patron_goal_tree_get (self->tree, node->end);
  add (self, node->kind, patron_record_get_integer (node->goal, "parent"),
       next != NULL && next->parent == node->parent ? next->goal : NULL);
}

/* One of the next kind, as the last part of the one that is selected. */
static void
add_part_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  const PatronGoalNode *node = get_node (self);

  if (node != NULL)
    add (self, MIN (node->kind + 1, PATRON_GOAL_KIND_INITIATIVE), node->id,
         NULL);
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  PatronRecord *goal = patron_goals_page_get_goal (self);

  if (goal == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->views, "list");
  patron_goals_list_rename (self->list, goal);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  PatronRecord *goal = patron_goals_page_get_goal (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) copy = NULL;

  if (goal == NULL)
    return;
  copy = patron_document_duplicate (get_document (self), goal, &error);
  patron_page_report (PATRON_PAGE (self), error);
  patron_goals_page_refresh (self);
  if (copy != NULL)
    patron_goals_page_show_goal (self, copy);
}

/* What is part of it goes with it, and the toast says how much that is. */
static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  const PatronGoalNode *node = get_node (self);
  g_autoptr (PatronRecord) goal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;
  guint n;

  if (node == NULL)
    return;
  goal = g_object_ref (node->goal);
  title = patron_record_get_title (goal);
  n = node->end
      - (guint) patron_goal_tree_find (self->tree, node->id) - 1;
  if (n == 0)
    /* Translators: the name of what was removed. */
    message = g_strdup_printf (_("“%s” removed"), title);
  else
    message = g_strdup_printf (
        /* Translators: the title of a goal, and how many are part of it. */
        ngettext ("“%s” and %u part removed", "“%s” and %u parts removed", n),
        title, n);
  if (!patron_document_remove (get_document (self), goal, &error))
    {
      patron_page_report (PATRON_PAGE (self), error);
      return;
    }
  patron_goals_page_refresh (self);
  patron_page_removed (PATRON_PAGE (self), message);
}

static void
details_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);

  if (patron_goals_page_get_goal (self) == NULL)
    return;
  patron_side_pane_set_shown (self->side, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
check_in_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);

  if (patron_goals_page_get_goal (self) == NULL)
    return;
  patron_side_pane_set_shown (self->side, TRUE);
  patron_goals_pane_check_in (self->pane);
}

static void
show_check_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  patron_goals_pane_show_check (PATRON_GOALS_PAGE (widget)->pane);
}

static void
close_pane_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);

  if (!patron_side_pane_get_shown (self->side))
    return;
  patron_side_pane_set_shown (self->side, FALSE);
  patron_goals_list_focus (self->list);
}

static void
fold_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);

  if (self->tree != NULL)
    patron_goals_list_expand_all (self->list,
                                  g_str_has_suffix (action, "unfold"));
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronGoalsDrawing *drawing
      = patron_goals_page_get_drawing (PATRON_GOALS_PAGE (widget));

  if (drawing != NULL)
    patron_goals_drawing_zoom (drawing, g_str_has_suffix (action, "-in")
                                            ? 1.2
                                        : g_str_has_suffix (action, "-out")
                                            ? 1 / 1.2
                                            : 0);
}

/* The next goal after the selected one that nobody looked at in time, round
 * and round. */
static void
next_stale_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  const PatronGoalNode *node = get_node (self);
  guint n = self->tree != NULL ? patron_goal_tree_get_n (self->tree) : 0;
  guint at = node != NULL
                 ? (guint) patron_goal_tree_find (self->tree, node->id)
                 : 0;

  for (guint i = 1; i <= n; i++)
    {
      node = patron_goal_tree_get (self->tree, (at + i) % n);
      if (node->stale)
        {
          patron_goals_page_show_goal (self, node->goal);
          patron_side_pane_set_shown (self->side, TRUE);
          patron_goals_pane_check_in (self->pane);
          return;
        }
    }
}

/**
 * patron_goals_page_update_actions:
 *
 * Enables what can be done now.
 */
void
patron_goals_page_update_actions (PatronGoalsPage *self)
{
  static const char *const of_goal[]
      = { "goals.add-part", "goals.rename",    "goals.duplicate",
          "goals.remove",   "goals.check-in",  "goals.move-up",
          "goals.move-down", "goals.move-in",  "goals.move-out" };
  static const char *const of_drawing[]
      = { "goals.zoom-in", "goals.zoom-out", "goals.zoom-reset" };
  PatronDocument *document = get_document (self);
  gboolean writable
      = document != NULL && !patron_document_get_read_only (document);
  gboolean selected = patron_goals_page_get_goal (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.add-business",
                                 writable);
  for (gsize i = 0; i < G_N_ELEMENTS (of_goal); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_goal[i],
                                   writable && selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.details",
                                 selected);
  for (gsize i = 0; i < G_N_ELEMENTS (of_drawing); i++)
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), of_drawing[i],
        patron_goals_page_get_drawing (self) != NULL);
}

/* patron_goals_page_install_actions:
 *
 * Adds what can be done with goals, and its keys.
 */
void
patron_goals_page_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                   *name;
    GtkWidgetActionActivateFunc   activate;
    guint                         key;
    GdkModifierType               modifiers;
  } actions[] = {
    { "goals.add-business", add_business_cb, 0, 0 },
    { "goals.add", add_cb, GDK_KEY_Return, GDK_CONTROL_MASK },
    { "goals.add-part", add_part_cb, GDK_KEY_Return,
      GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "goals.rename", rename_cb, GDK_KEY_F2, 0 },
    { "goals.duplicate", duplicate_cb, GDK_KEY_u, GDK_CONTROL_MASK },
    { "goals.remove", remove_cb, 0, 0 },
    { "goals.details", details_cb, GDK_KEY_Return, GDK_ALT_MASK },
    { "goals.check-in", check_in_cb, GDK_KEY_k, GDK_CONTROL_MASK },
    { "goals.show-check", show_check_cb, 0, 0 },
    { "goals.close-pane", close_pane_cb, 0, 0 },
    { "goals.unfold", fold_cb, 0, 0 },
    { "goals.fold", fold_cb, 0, 0 },
    { "goals.next-stale", next_stale_cb, 0, 0 },
    { "goals.zoom-in", zoom_cb, GDK_KEY_plus, GDK_CONTROL_MASK },
    { "goals.zoom-out", zoom_cb, GDK_KEY_minus, GDK_CONTROL_MASK },
    { "goals.zoom-reset", zoom_cb, GDK_KEY_0, GDK_CONTROL_MASK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (klass, actions[i].name, NULL,
                                       actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (klass, actions[i].key,
                                             actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal,
                                       GDK_CONTROL_MASK, "goals.zoom-in",
                                       NULL);
  gtk_widget_class_install_property_action (klass, "goals.show-pane",
                                            "pane-shown");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, 0, "goals.add",
                                       NULL);
}
