/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-window-private.h"

#include <glib/gi18n-lib.h>

#include "patron-painted.h"
#include "patron-row.h"
#include "patron-welcome.h"

/**
 * PatronWindow:
 *
 * Shows one document, or the welcome page while it has none. Closing it
 * closes the document, after what was edited is in its file.
 */
G_DEFINE_FINAL_TYPE (PatronWindow, patron_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (PatronWindow *self)
{
  g_autofree char *title = NULL;

  if (self->document != NULL)
    title = patron_document_get_title (self->document);
  gtk_window_set_title (GTK_WINDOW (self),
                        title != NULL ? title : _("Patron"));
}

static void
changed_cb (PatronWindow *self)
{
  /* Undo now means something else than what the toast offers. */
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  patron_window_publish_later (self);
}

static void
went_to_cb (PatronWindow *self,
            const char   *page,
            const char   *entity,
            gint64        record)
{
  if (page != NULL)
    patron_document_view_show_record (self->view, page, record);
}

static void
drop_document (PatronWindow *self)
{
  if (self->document == NULL)
    return;

  patron_window_stop_undoing (self);
  patron_window_publish_stop (self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  patron_document_view_close (self->view);
  self->view = NULL;
  patron_document_close (self->document);
  g_clear_object (&self->document);
}

static gboolean
drop_cb (PatronWindow *self,
         const GValue *value)
{
  GApplication *application = G_APPLICATION (
      gtk_window_get_application (GTK_WINDOW (self)));
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    patron_application_open_file (PATRON_APPLICATION (application), self,
                                  l->data);
  return files != NULL;
}

static gboolean
patron_window_close_request (GtkWindow *window)
{
  PatronWindow *self = PATRON_WINDOW (window);

  if (self->document == NULL)
    return FALSE;

  patron_window_stop_undoing (self);
  patron_row_flush_focus (GTK_WIDGET (self));
  patron_window_remember_view (self);
  if (!patron_document_get_modified (self->document)
      || patron_document_get_file (self->document) == NULL
      || patron_document_get_read_only (self->document)
      || patron_document_get_conflict (self->document))
    return FALSE;

  /* It goes out of the way at once, and comes back if that fails. */
  self->closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  patron_window_publish_now (self);
  return TRUE;
}

static void
is_active_cb (PatronWindow *self)
{
  gboolean active = gtk_window_is_active (GTK_WINDOW (self));

  if (self->document == NULL)
    {
      if (active && self->was_away)
        patron_window_refresh_welcome (self);
      self->was_away = !active;
      return;
    }
  if (active)
    patron_window_check_outside (self);
  else
    {
      patron_row_flush_focus (GTK_WIDGET (self));
      patron_window_publish_now (self);
    }
}

static void
patron_window_dispose (GObject *object)
{
  PatronWindow *self = PATRON_WINDOW (object);

  drop_document (self);

  G_OBJECT_CLASS (patron_window_parent_class)->dispose (object);
}

static void
patron_window_class_init (PatronWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = patron_window_close_request;

  patron_window_install_actions (GTK_WIDGET_CLASS (klass));
}

/* Some desktops show it in a list of windows. It is drawn from SVG, which has
 * time until the window is there. */
static void
painted_cb (GtkWidget *widget)
{
  if (gtk_window_get_default_icon_name () == NULL)
    gtk_window_set_default_icon_name (PATRON_APP_ID);
}

static void
patron_window_init (PatronWindow *self)
{
  GtkDropTarget *drop
      = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self),
                                      GTK_WIDGET (self->toasts));
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  patron_window_restore_size (self);

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb),
                    NULL);
  patron_when_painted (GTK_WIDGET (self), painted_cb);
}

/**
 * patron_window_new:
 *
 * Returns: (transfer none): a window that shows the welcome page, once it is
 *   presented without a document
 */
GtkWidget *
patron_window_new (GtkApplication *application)
{
  return g_object_new (PATRON_TYPE_WINDOW, "application", application, NULL);
}

/**
 * patron_window_get_document:
 *
 * Returns: (transfer none) (nullable): the document
 */
PatronDocument *
patron_window_get_document (PatronWindow *self)
{
  return self->document;
}

/**
 * patron_window_get_view:
 *
 * Returns: (transfer none) (nullable): what shows the document
 */
PatronDocumentView *
patron_window_get_view (PatronWindow *self)
{
  return self->view;
}

/**
 * patron_window_set_document:
 *
 * Shows @document, which the window closes with itself. A window takes only
 * one in its life.
 */
void
patron_window_set_document (PatronWindow   *self,
                            PatronDocument *document)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->view = PATRON_DOCUMENT_VIEW (patron_document_view_new (document));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb),
                            self);
  g_signal_connect_swapped (document, "went-to", G_CALLBACK (went_to_cb),
                            self);
  g_signal_connect_swapped (document, "notify::title",
                            G_CALLBACK (update_title), self);

  update_title (self);
  patron_window_restore_view (self);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->view));
  patron_window_update_actions (self);
  patron_window_publish_start (self);
}

/**
 * patron_window_present:
 *
 * Brings the window to the front, also one that was about to close.
 */
void
patron_window_present (PatronWindow *self)
{
  self->closing = FALSE;
  if (self->document == NULL
      && adw_toast_overlay_get_child (self->toasts) == NULL)
    {
      update_title (self);
      patron_window_update_actions (self);
      adw_toast_overlay_set_child (self->toasts, patron_welcome_new ());
    }
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * patron_window_toast:
 * @message: plain text
 *
 * Says something that nobody has to answer.
 */
void
patron_window_toast (PatronWindow *self,
                     const char   *message)
{
  g_autofree char *title = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
}

/**
 * patron_window_toast_file:
 * @message: plain text
 * @uri: the file that it is about
 *
 * Says something about a file, and offers to show it.
 */
void
patron_window_toast_file (PatronWindow *self,
                          const char   *message,
                          const char   *uri)
{
  g_autofree char *title = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Show in Files"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Shows what was opened, saved and discarded since, if nothing else. */
void
patron_window_refresh_welcome (PatronWindow *self)
{
  GtkWidget *child = adw_toast_overlay_get_child (self->toasts);

  if (child != NULL && PATRON_IS_WELCOME (child))
    patron_welcome_refresh (PATRON_WELCOME (child));
}
