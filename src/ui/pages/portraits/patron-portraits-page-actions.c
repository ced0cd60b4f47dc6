/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-portraits"

#include "config.h"

#include "patron-portraits-page-private.h"

#include <glib/gi18n-lib.h>

#include "patron-portraits-drop.h"
#include "patron-reorder.h"
#include "patron-row.h"

static PatronDocument *
get_document (PatronPortraitsPage *self)
{
  return patron_page_get_document (PATRON_PAGE (self));
}

static void
add_segment_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  PatronPortraitsPage *self = PATRON_PORTRAITS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record = patron_document_insert (
      get_document (self), "segment", &error, NULL, NULL);

  if (record != NULL)
    patron_portraits_page_open (self, record);
  patron_page_report (PATRON_PAGE (self), error);
}

/* A new pen portrait stands for the segment that is selected, or for that of
 * the pen portrait that is. */
static gint64
selected_segment (PatronPortraitsPage *self)
{
  PatronRecord *selected = patron_portraits_list_get_selected (self->list);

  if (selected == NULL)
    return 0;
  return patron_record_is (selected, "segment")
             ? patron_record_get_id (selected)
             : patron_record_get_integer (selected, "segment");
}

static void
add_portrait_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  PatronPortraitsPage *self = PATRON_PORTRAITS_PAGE (widget);
  gint64 segment = selected_segment (self);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, segment);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record = patron_document_insert (
      get_document (self), "portrait", &error, segment ? "segment" : NULL, id,
      NULL);

  if (record != NULL)
    patron_portraits_page_open (self, record);
  patron_page_report (PATRON_PAGE (self), error);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PatronPortraitsPage *self = PATRON_PORTRAITS_PAGE (widget);
  PatronRecord *selected = patron_portraits_list_get_selected (self->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) copy = NULL;

  patron_row_flush_focus (widget);
  copy = patron_document_duplicate (get_document (self), selected, &error);
  if (copy != NULL)
    patron_portraits_page_open (self, copy);
  patron_page_report (PATRON_PAGE (self), error);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PatronPortraitsPage *self = PATRON_PORTRAITS_PAGE (widget);
  g_autoptr (PatronRecord) record
      = g_object_ref (patron_portraits_list_get_selected (self->list));
  g_autoptr (PatronRecord) neighbour
      = patron_portraits_list_get_neighbour (self->list);
  g_autofree char *title = patron_record_get_title (record);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  patron_row_flush_focus (widget);
  if (!patron_document_remove (get_document (self), record, &error))
    {
      patron_page_report (PATRON_PAGE (self), error);
      return;
    }
  patron_portraits_list_select (self->list, neighbour);
  patron_portraits_list_focus (self->list);
  /* Translators: what a record is called, such as “Alice”. */
  message = g_strdup_printf (_("“%s” removed"), title);
  patron_page_removed (PATRON_PAGE (self), message);
}

/* At the end of its list a pen portrait goes on to the neighbouring
 * segment. */
static gboolean
move_to_segment (PatronPortraitsPage *self,
                 PatronRecord        *portrait,
                 int                  by,
                 GError             **error)
{
  PatronDocument *document = get_document (self);
  g_autoptr (GListModel) segments
      = patron_document_list (document, "segment");
  guint n = g_list_model_get_n_items (segments);
  gint64 own = patron_record_get_integer (portrait, "segment");
  gint64 previous = 0;
  gint64 next = own == 0 ? -1 : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronRecord) segment = g_list_model_get_item (segments, i);
      gint64 id = patron_record_get_id (segment);

      if (id == own && i + 1 < n)
        {
          g_autoptr (PatronRecord) following
              = g_list_model_get_item (segments, i + 1);

          next = patron_record_get_id (following);
        }
      if (id == own && i == 0)
        previous = -1;
      if (id == own)
        break;
      previous = id;
    }
  if ((by < 0 ? previous : next) < 0 || (by < 0 && previous == 0))
    return FALSE;
  if (by > 0)
    {
      g_autoptr (GListModel) there = patron_document_list_of (
          document, "portrait", "segment", next);
      g_autoptr (PatronRecord) first = g_list_model_get_item (there, 0);

      return patron_portraits_place (document, portrait, next, first, error);
    }
  return patron_portraits_place (document, portrait, previous, NULL, error);
}

static void
move_by (PatronPortraitsPage *self,
         int                  by)
{
  PatronDocument *document = get_document (self);
  PatronRecord *record = patron_portraits_list_get_selected (self->list);
  GListModel *siblings
      = patron_portraits_list_get_siblings (self->list, record);
  g_autoptr (PatronRecord) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean possible = FALSE;

  if (siblings != NULL)
    before = patron_reorder_before (siblings, record, by, &possible);
  if (possible)
    patron_document_move (document, record, before, &error);
  else if (!patron_record_is (record, "portrait")
           || !move_to_segment (self, record, by, &error))
    gtk_widget_error_bell (GTK_WIDGET (self));
  patron_portraits_list_select (self->list, record);
  patron_portraits_list_focus (self->list);
  patron_page_report (PATRON_PAGE (self), error);
}

static void
move_up_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  move_by (PATRON_PORTRAITS_PAGE (widget), -1);
}

static void
move_down_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  move_by (PATRON_PORTRAITS_PAGE (widget), 1);
}

/**
 * patron_portraits_page_update_actions:
 *
 * Enables what can be done with what is selected.
 */
void
patron_portraits_page_update_actions (PatronPortraitsPage *self)
{
  static const char *const on_selected[] = {
    "portraits.duplicate",
    "portraits.remove",
    "portraits.move-up",
    "portraits.move-down",
  };
  PatronDocument *document = get_document (self);
  gboolean writable
      = document != NULL && !patron_document_get_read_only (document);
  gboolean selected
      = patron_portraits_list_get_selected (self->list) != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "portraits.add-segment", writable);
  gtk_widget_action_set_enabled (widget, "portraits.add-portrait", writable);
  for (gsize i = 0; i < G_N_ELEMENTS (on_selected); i++)
    gtk_widget_action_set_enabled (widget, on_selected[i],
                                   writable && selected);
}

/**
 * patron_portraits_page_install_actions:
 * @klass: the page's
 *
 * Adds the actions and those keys that work in the whole page.
 */
void
patron_portraits_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "portraits.add-segment", NULL,
                                   add_segment_cb);
  gtk_widget_class_install_action (klass, "portraits.add-portrait", NULL,
                                   add_portrait_cb);
  gtk_widget_class_install_action (klass, "portraits.duplicate", NULL,
                                   duplicate_cb);
  gtk_widget_class_install_action (klass, "portraits.remove", NULL,
                                   remove_cb);
  gtk_widget_class_install_action (klass, "portraits.move-up", NULL,
                                   move_up_cb);
  gtk_widget_class_install_action (klass, "portraits.move-down", NULL,
                                   move_down_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_u, GDK_CONTROL_MASK,
                                       "portraits.duplicate", NULL);
}
