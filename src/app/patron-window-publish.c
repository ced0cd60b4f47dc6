/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-window-private.h"

#include <glib/gi18n-lib.h>

/* An edit is durable at once, in the working copy. Publishing, which writes
 * the document's file, can therefore wait until the user pauses. */
#define PAUSE_MS 2000

/* Other programs replace a file in several steps. */
#define SETTLE_MS 200

static gboolean
can_publish (PatronWindow *self)
{
  return self->document != NULL
         && patron_document_get_file (self->document) != NULL
         && !patron_document_get_read_only (self->document)
         && !patron_document_get_conflict (self->document);
}

/* Says what stands between the document and its file. */
void
patron_window_update_notices (PatronWindow *self)
{
  patron_document_view_notice (
      self->view, PATRON_NOTICE_READ_ONLY,
      patron_document_get_read_only (self->document)
          ? _("This file cannot be written, so it is only shown. To edit it, "
              "save it somewhere else.")
          : NULL,
      _("Save _As…"), "win.save-as");
  patron_document_view_notice (
      self->view, PATRON_NOTICE_CONFLICT,
      patron_document_get_conflict (self->document)
          ? _("The file was changed elsewhere, and you changed it here. Both "
              "are kept until you decide.")
          : NULL,
      _("_Decide…"), "win.resolve");
  patron_document_view_notice (
      self->view, PATRON_NOTICE_MERGED,
      self->to_review
          ? _("Where both changed the same, yours was kept.")
          : NULL,
      _("_Review…"), "win.review");
}

static void
fail (PatronWindow *self,
      const GError *error)
{
  g_autofree char *text = NULL;

  /* Translators: %s is a sentence that says why. */
  text = g_strdup_printf (_("Your edits are safe on this computer, but not "
                            "in the file yet. %s"),
                          error->message);
  patron_document_view_notice (self->view, PATRON_NOTICE_FAILED, text,
                               _("Save _As…"), "win.save-as");
}

static void
published_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (PatronWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = patron_document_publish_finish (PATRON_DOCUMENT (object),
                                                  result, &error);

  self->publishing = FALSE;
  if (self->document == NULL)
    return;

  patron_window_update_notices (self);
  if (done)
    patron_document_view_notice (self->view, PATRON_NOTICE_FAILED, NULL, NULL,
                                 NULL);
  else if (!patron_document_get_conflict (self->document))
    fail (self, error);

  if (self->closing && !done)
    patron_window_present (self);
  else if (self->closing && patron_document_get_modified (self->document))
    patron_window_publish_now (self);
  else if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (done && patron_document_get_modified (self->document))
    patron_window_publish_later (self);
}

/* Writes the document's file, if it differs and there is one. */
void
patron_window_publish_now (PatronWindow *self)
{
  g_clear_handle_id (&self->publish_source, g_source_remove);
  if (self->publishing || !can_publish (self)
      || !patron_document_get_modified (self->document))
    return;

  self->publishing = TRUE;
  patron_document_publish_async (self->document, NULL, published_cb,
                                 g_object_ref (self));
}

static gboolean
pause_cb (gpointer user_data)
{
  PatronWindow *self = user_data;

  self->publish_source = 0;
  patron_window_publish_now (self);
  return G_SOURCE_REMOVE;
}

/* Writes it when there was no edit for a while. */
void
patron_window_publish_later (PatronWindow *self)
{
  g_clear_handle_id (&self->publish_source, g_source_remove);
  if (can_publish (self) && patron_document_get_modified (self->document))
    self->publish_source = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/* Takes up what others wrote. */
void
patron_window_check_outside (PatronWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->publishing || patron_document_get_file (self->document) == NULL)
    return;
  if (!patron_document_check_outside (self->document, &error))
    fail (self, error);
  patron_window_update_notices (self);
}

static gboolean
settled_cb (gpointer user_data)
{
  PatronWindow *self = user_data;

  self->check_source = 0;
  patron_window_check_outside (self);
  return G_SOURCE_REMOVE;
}

static void
monitor_cb (PatronWindow *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* Begins to follow the document and its file, also when it got another. */
void
patron_window_publish_start (PatronWindow *self)
{
  GFile *file = patron_document_get_file (self->document);

  patron_window_publish_stop (self);
  if (file != NULL)
    self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL,
                                         NULL);
  /* Where nothing can be watched, the window looks when it gets the focus. */
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed",
                              G_CALLBACK (monitor_cb), self);
  patron_window_update_notices (self);
  patron_window_publish_later (self);
}

void
patron_window_publish_stop (PatronWindow *self)
{
  g_clear_handle_id (&self->publish_source, g_source_remove);
  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}
