/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-page-private.h"

#include <glib/gi18n-lib.h>

/* Goals are put elsewhere: among their neighbours, into another goal, out of
 * one; by keys and by dragging. */

static PatronDocument *
get_document (PatronGoalsPage *self)
{
  return patron_page_get_document (PATRON_PAGE (self));
}

/* The index of the goal before (-1) or after (1) @index that is part of the
 * same goal, or -1. */
static int
find_neighbour (PatronGoalsPage *self,
                guint            index,
                int              by)
{
  const PatronGoalNode *node = patron_goal_tree_get (self->tree, index);
  guint from = node->parent >= 0 ? (guint) node->parent + 1 : 0;
  guint end = node->parent >= 0
                  ? patron_goal_tree_get (self->tree, (guint) node->parent)->end
                  : patron_goal_tree_get_n (self->tree);
  int before = -1;

  if (by > 0)
    return node->end < end ? (int) node->end : -1;
  while (from < index)
    {
      before = (int) from;
      from = patron_goal_tree_get (self->tree, from)->end;
    }
  return before;
}

static PatronRecord *
get_neighbour (PatronGoalsPage *self,
               guint            index,
               int              by)
{
  int neighbour = find_neighbour (self, index, by);

  return neighbour >= 0
             ? patron_goal_tree_get (self->tree, (guint) neighbour)->goal
             : NULL;
}

/* Makes the goal part of another, or of none, before one of the parts or
 * after all of them: one step to undo. */
static void
put (PatronGoalsPage *self,
     PatronRecord    *goal,
     PatronRecord    *whole,
     PatronRecord    *before)
{
  PatronDocument *document = get_document (self);
  g_autoptr (PatronRecord) moved = g_object_ref (goal);
  g_autoptr (GError) error = NULL;
  gint64 id = whole != NULL ? patron_record_get_id (whole) : 0;
  g_autofree char *text
      = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup ("");

  if (!patron_document_begin (document, _("Move Goal"), &error))
    {
      patron_page_report (PATRON_PAGE (self), error);
      return;
    }
  if ((patron_record_get_integer (moved, "parent") != id
       && !patron_document_set_text (document, moved, "parent", text, &error))
      || !patron_document_move (document, moved, before, &error))
    patron_document_cancel (document);
  else
    patron_document_end (document, &error);
  patron_page_report (PATRON_PAGE (self), error);
  patron_goals_page_refresh (self);
  patron_goals_list_select (self->list, moved);
  patron_goals_list_focus (self->list);
}

static int
get_index (PatronGoalsPage *self)
{
  PatronRecord *goal = patron_goals_page_get_goal (self);

  return goal != NULL && self->tree != NULL
             ? patron_goal_tree_find (self->tree, patron_record_get_id (goal))
             : -1;
}

static PatronRecord *
get_whole (PatronGoalsPage *self,
           guint            index)
{
  int parent = patron_goal_tree_get (self->tree, index)->parent;

  return parent >= 0
             ? patron_goal_tree_get (self->tree, (guint) parent)->goal
             : NULL;
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  gboolean down = g_str_has_suffix (action, "down");
  int index = get_index (self);
  PatronRecord *before;
  int next;

  if (index < 0)
    return;
  next = find_neighbour (self, (guint) index, down ? 1 : -1);
  if (next < 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  before = down ? get_neighbour (self, (guint) next, 1)
                : patron_goal_tree_get (self->tree, (guint) next)->goal;
  put (self, patron_goals_page_get_goal (self),
       get_whole (self, (guint) index), before);
}

/* Into the goal above it. */
static void
move_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  int index = get_index (self);
  PatronRecord *whole;

  if (index < 0)
    return;
  whole = get_neighbour (self, (guint) index, -1);
  if (whole == NULL)
    gtk_widget_error_bell (widget);
  else
    put (self, patron_goals_page_get_goal (self), whole, NULL);
}

/* Out of the goal that it is part of, to the place after that. */
static void
move_out_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PatronGoalsPage *self = PATRON_GOALS_PAGE (widget);
  int index = get_index (self);
  int parent;

  if (index < 0)
    return;
  parent = patron_goal_tree_get (self->tree, (guint) index)->parent;
  if (parent < 0)
    gtk_widget_error_bell (widget);
  else
    put (self, patron_goals_page_get_goal (self),
         get_whole (self, (guint) parent),
         get_neighbour (self, (guint) parent, 1));
}

/**
 * patron_goals_page_drop:
 *
 * A goal was dropped on another, or is held there.
 */
gboolean
patron_goals_page_drop (PatronRecord    *target,
                        PatronRecord    *dropped,
                        PatronGoalPlace  place,
                        gboolean         commit,
                        gpointer         page)
{
  PatronGoalsPage *self = page;
  int index;
  PatronRecord *whole;
  PatronRecord *before = NULL;

  if (self->tree == NULL || !patron_record_is (dropped, "goal")
      || patron_document_get_read_only (get_document (self)))
    return FALSE;
  index = patron_goal_tree_find (self->tree, patron_record_get_id (target));
  if (index < 0)
    return FALSE;
  whole = place == PATRON_GOAL_INTO ? target
                                    : get_whole (self, (guint) index);
  if (!patron_goal_tree_can_move (
          self->tree, patron_record_get_id (dropped),
          whole != NULL ? patron_record_get_id (whole) : 0))
    return FALSE;
  if (!commit)
    return TRUE;
  if (place == PATRON_GOAL_BEFORE)
    before = target;
  else if (place == PATRON_GOAL_AFTER)
    before = get_neighbour (self, (guint) index, 1);
  if (before != dropped)
    put (self, dropped, whole, before);
  return TRUE;
}

/* patron_goals_page_install_moves:
 *
 * Adds what puts goals elsewhere.
 */
void
patron_goals_page_install_moves (GtkWidgetClass *klass)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Up, "goals.move-up" },
    { GDK_KEY_Down, "goals.move-down" },
    { GDK_KEY_Right, "goals.move-in" },
    { GDK_KEY_Left, "goals.move-out" },
  };

  gtk_widget_class_install_action (klass, "goals.move-up", NULL, move_cb);
  gtk_widget_class_install_action (klass, "goals.move-down", NULL, move_cb);
  gtk_widget_class_install_action (klass, "goals.move-in", NULL, move_in_cb);
  gtk_widget_class_install_action (klass, "goals.move-out", NULL,
                                   move_out_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, GDK_ALT_MASK,
                                         keys[i].action, NULL);
}
