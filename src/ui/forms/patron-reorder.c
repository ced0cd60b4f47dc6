/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* Records are put into another order by dragging the widgets that show them,
 * and by keys. */

#include "patron-reorder.h"

#include <adwaita.h>

#define KEY "patron-reorder-record"

typedef struct
{
  PatronDropFunc drop;
  gpointer       data;
} Target;

static PatronRecord *
get_record (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), KEY);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y)
{
  GtkWidget *widget
      = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  PatronRecord *record = get_record (widget);
  g_autoptr (GdkPaintable) paintable = NULL;

  if (record == NULL)
    return NULL;
  paintable = gtk_widget_paintable_new (widget);
  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);
  return gdk_content_provider_new_typed (PATRON_TYPE_RECORD, record);
}

static void
show_mark (GtkWidget *widget,
           gboolean   before,
           gboolean   after)
{
  if (before)
    gtk_widget_add_css_class (widget, "drop-before");
  else
    gtk_widget_remove_css_class (widget, "drop-before");
  if (after)
    gtk_widget_add_css_class (widget, "drop-after");
  else
    gtk_widget_remove_css_class (widget, "drop-after");
}

static gboolean
try_drop (GtkDropTarget *controller,
          double         y,
          gboolean       commit,
          Target        *target,
          gboolean      *after)
{
  GtkWidget *widget
      = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const GValue *value = gtk_drop_target_get_value (controller);
  PatronRecord *record = get_record (widget);
  PatronRecord *dropped;

  *after = y > gtk_widget_get_height (widget) / 2.0;
  if (value == NULL || record == NULL)
    return FALSE;
  dropped = g_value_get_object (value);
  return dropped != record
         && target->drop (record, dropped, *after, commit, target->data);
}

static GdkDragAction
motion_cb (GtkDropTarget *controller,
           double         x,
           double         y,
           Target        *target)
{
  GtkWidget *widget
      = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean after;
  gboolean can = try_drop (controller, y, FALSE, target, &after);

  show_mark (widget, can && !after, can && after);
  return can ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *controller)
{
  show_mark (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)),
      FALSE, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *controller,
         const GValue  *value,
         double         x,
         double         y,
         Target        *target)
{
  gboolean after;

  leave_cb (controller);
  return try_drop (controller, y, TRUE, target, &after);
}

/**
 * patron_reorder_install:
 * @widget: shows @record
 * @record: (nullable): what is dragged
 * @drop: asked, and told, what to do with a record that is dropped
 * @data: passed to @drop; must live as long as @widget
 *
 * Lets the user drag @widget, and drop others on it.
 */
void
patron_reorder_install (GtkWidget     *widget,
                        PatronRecord  *record,
                        PatronDropFunc drop,
                        gpointer       data)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *controller
      = gtk_drop_target_new (PATRON_TYPE_RECORD, GDK_ACTION_MOVE);
  Target *target = g_new (Target, 1);

  *target = (Target){ drop, data };
  g_object_set_data_full (G_OBJECT (widget), "patron-reorder", target,
                          g_free);
  patron_reorder_update (widget, record);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (controller, TRUE);
  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), target);
  g_signal_connect (controller, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect (controller, "drop", G_CALLBACK (drop_cb), target);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (controller));
}

/**
 * patron_reorder_update:
 * @widget: was given to patron_reorder_install()
 * @record: (nullable): what it shows now
 */
void
patron_reorder_update (GtkWidget    *widget,
                       PatronRecord *record)
{
  g_object_set_data_full (G_OBJECT (widget), KEY,
                          record != NULL ? g_object_ref (record) : NULL,
                          g_object_unref);
}

static guint
find_position (GListModel   *siblings,
               PatronRecord *record)
{
  guint n = g_list_model_get_n_items (siblings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronRecord) item = g_list_model_get_item (siblings, i);

      if (item == record)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * patron_reorder_before:
 * @siblings: the list that @record is in
 * @by: -1 to move up, 1 to move down
 * @possible: (out): whether there is a place to move to
 *
 * Returns: (transfer full) (nullable): what patron_document_move() needs to
 *   know
 */
PatronRecord *
patron_reorder_before (GListModel   *siblings,
                       PatronRecord *record,
                       int           by,
                       gboolean     *possible)
{
  guint position = find_position (siblings, record);

  *possible = position != GTK_INVALID_LIST_POSITION
              && (by < 0 ? position > 0
                         : position + 1 < g_list_model_get_n_items (siblings));
  if (!*possible)
    return NULL;
  return g_list_model_get_item (siblings,
                                by < 0 ? position - 1 : position + 2);
}

/**
 * patron_reorder_after:
 * @siblings: the list that @record is in
 *
 * Returns: (transfer full) (nullable): what follows @record, which is what
 *   patron_document_move() needs to know to put another behind it
 */
PatronRecord *
patron_reorder_after (GListModel   *siblings,
                      PatronRecord *record)
{
  guint position = find_position (siblings, record);

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_list_model_get_item (siblings, position + 1);
}
