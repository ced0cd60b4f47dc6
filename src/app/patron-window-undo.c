/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-window-private.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"

/* Nearly every step is undone within a frame. What takes longer than this
 * goes on in pieces, between the frames, and shows how far it is. */
#define AT_ONCE_MS 100
#define PIECE_MS 8

static void
close_progress (PatronWindow *self)
{
  GtkRoot *dialog = self->undo_bar != NULL
                        ? gtk_widget_get_root (self->undo_bar)
                        : NULL;

  g_clear_handle_id (&self->undo_source, g_source_remove);
  g_clear_weak_pointer (&self->undo_bar);
  if (dialog != NULL)
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
end (PatronWindow *self,
     const GError *error)
{
  close_progress (self);
  if (error != NULL)
    patron_window_toast (self, error->message);
}

/* Goes on for a while; whether there is more to do. */
static gboolean
go_on (PatronWindow *self,
       int           milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  do
    if (!patron_undoing_step (self->undoing, &done, &error))
      {
        patron_undoing_cancel (g_steal_pointer (&self->undoing));
        end (self, error);
        return FALSE;
      }
  while (!done && g_get_monotonic_time () < until);
  if (!done)
    return TRUE;
  patron_undoing_end (g_steal_pointer (&self->undoing), &error);
  end (self, error);
  return FALSE;
}

static gboolean
go_on_cb (gpointer user_data)
{
  PatronWindow *self = user_data;

  if (!go_on (self, PIECE_MS))
    return G_SOURCE_REMOVE;
  if (self->undo_bar != NULL)
    gtk_progress_bar_set_fraction (
        GTK_PROGRESS_BAR (self->undo_bar),
        patron_undoing_get_progress (self->undoing));
  return G_SOURCE_CONTINUE;
}

static void
replied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  PatronWindow *self = PATRON_WINDOW (source);

  patron_ask_finish (result);
  /* Its end closes it, too, and may have been followed by another. */
  if (self->undo_source == GPOINTER_TO_UINT (user_data))
    patron_window_stop_undoing (self);
}

static void
show_progress (PatronWindow *self,
               const char   *heading)
{
  const PatronReply replies[] = { { "cancel", _("_Cancel") } };
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Progress"), -1);
  gtk_widget_set_size_request (bar, 240, -1);
  g_set_weak_pointer (&self->undo_bar, bar);
  self->undo_source = g_idle_add (go_on_cb, self);
  patron_ask_async (GTK_WINDOW (self), heading, NULL, bar, replies,
                    G_N_ELEMENTS (replies), replied_cb,
                    GUINT_TO_POINTER (self->undo_source));
}

/* Takes the newest step back, or brings back the one that was taken back
 * last. */
void
patron_window_undo (PatronWindow *self,
                    gboolean      undo)
{
  const char *label
      = undo ? patron_document_get_undo_label (self->document)
             : patron_document_get_redo_label (self->document);
  g_autofree char *heading = NULL;
  g_autoptr (GError) error = NULL;

  if (self->undoing != NULL || label == NULL)
    return;
  /* Translators: %s is a step such as “Import Measurements”. */
  heading = g_strdup_printf (undo ? _("Undoing “%s”") : _("Redoing “%s”"),
                             label);
  self->undoing = patron_undoing_begin (self->document, undo, &error);
  if (self->undoing == NULL)
    patron_window_toast (self, error->message);
  else if (go_on (self, AT_ONCE_MS))
    show_progress (self, heading);
}

/* Leaves the document as it was before an undo that is under way. */
void
patron_window_stop_undoing (PatronWindow *self)
{
  close_progress (self);
  g_clear_pointer (&self->undoing, patron_undoing_cancel);
}
