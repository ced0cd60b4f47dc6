/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

/* Goals are dragged before, after or into each other. */

#include "patron-goal-row.h"
#include "patron-goals-list.h"

typedef struct
{
  PatronGoalDropFunc drop;
  gpointer           data;
} Target;

static const char *const marks[]
    = { "drop-before", "drop-into", "drop-after" };

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y)
{
  PatronGoalRow *row = PATRON_GOAL_ROW (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  g_autoptr (GdkPaintable) paintable = NULL;

  if (patron_goal_row_is_renaming (row))
    return NULL;
  paintable = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);
  return gdk_content_provider_new_typed (PATRON_TYPE_RECORD,
                                         patron_goal_row_get_goal (row));
}

static void
show_mark (GtkWidget *row,
           int        place)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (marks); i++)
    if (i == place)
      gtk_widget_add_css_class (row, marks[i]);
    else
      gtk_widget_remove_css_class (row, marks[i]);
}

static gboolean
try_drop (GtkDropTarget   *controller,
          double           y,
          gboolean         commit,
          Target          *target,
          PatronGoalPlace *place)
{
  GtkWidget *row
      = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const GValue *value = gtk_drop_target_get_value (controller);
  double at = y / MAX (gtk_widget_get_height (row), 1);
  PatronRecord *goal = patron_goal_row_get_goal (PATRON_GOAL_ROW (row));
  PatronRecord *dropped;

  *place = at < 0.3   ? PATRON_GOAL_BEFORE
           : at > 0.7 ? PATRON_GOAL_AFTER
                      : PATRON_GOAL_INTO;
  if (value == NULL)
    return FALSE;
  dropped = g_value_get_object (value);
  return dropped != NULL && dropped != goal
         && target->drop (goal, dropped, *place, commit, target->data);
}

static GdkDragAction
motion_cb (GtkDropTarget *controller,
           double         x,
           double         y,
           Target        *target)
{
  PatronGoalPlace place;
  gboolean can = try_drop (controller, y, FALSE, target, &place);

  show_mark (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)),
      can ? (int) place : -1);
  return can ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *controller)
{
  show_mark (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)),
      -1);
}

static gboolean
drop_cb (GtkDropTarget *controller,
         const GValue  *value,
         double         x,
         double         y,
         Target        *target)
{
  PatronGoalPlace place;

  leave_cb (controller);
  return try_drop (controller, y, TRUE, target, &place);
}

/**
 * patron_goals_drag_install:
 * @row: a #PatronGoalRow
 * @drop: asked, and told, what to do with a goal that is dropped
 * @data: passed to @drop; must live as long as @row
 *
 * Lets the user drag @row, and drop others on it.
 */
void
patron_goals_drag_install (GtkWidget         *row,
                           PatronGoalDropFunc drop,
                           gpointer           data)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *controller
      = gtk_drop_target_new (PATRON_TYPE_RECORD, GDK_ACTION_MOVE);
  Target *target = g_new (Target, 1);

  *target = (Target) { drop, data };
  g_object_set_data_full (G_OBJECT (row), "patron-goals-drag", target,
                          g_free);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (controller, TRUE);
  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), target);
  g_signal_connect (controller, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect (controller, "drop", G_CALLBACK (drop_cb), target);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (controller));
}
