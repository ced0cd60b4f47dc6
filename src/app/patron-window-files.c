/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-window-private.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-conflicts-dialog.h"
#include "patron-dialog.h"
#include "patron-drafts.h"
#include "patron-file-chooser.h"
#include "patron-location.h"
#include "patron-recent.h"
#include "patron-settings.h"

static void
open_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  PatronWindow *self = PATRON_WINDOW (object);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) file = patron_choose_file_finish (result);

  if (file == NULL || application == NULL)
    return;
  patron_settings_set_folder_of ("last-folder", file);
  patron_application_open_file (PATRON_APPLICATION (application), self,
                                file);
}

/* Asks for a document to open. */
void
patron_window_choose_open (PatronWindow *self)
{
  g_autoptr (GtkFileFilter) filter = patron_location_get_filter ();
  g_autoptr (GFile) folder = patron_settings_get_folder ("last-folder");

  patron_choose_file_async (GTK_WINDOW (self), PATRON_CHOOSE_OPEN,
                            _("Open Strategy"), _("_Open"), filter, NULL,
                            folder, open_chosen_cb, NULL);
}

static void
save_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  PatronWindow *self = PATRON_WINDOW (object);
  g_autoptr (GFile) chosen = patron_choose_file_finish (result);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (chosen == NULL || self->document == NULL)
    return;
  file = patron_location_add_extension (chosen);
  if (!patron_document_save_as (self->document, file, &error))
    {
      patron_tell (GTK_WINDOW (self), _("Could Not Save"), error->message);
      return;
    }
  patron_settings_set_folder_of ("last-folder", file);
  title = patron_document_get_title (self->document);
  patron_recent_add (file, title);
  patron_document_view_notice (self->view, PATRON_NOTICE_FAILED, NULL, NULL,
                               NULL);
  patron_document_view_notice (self->view, PATRON_NOTICE_SALVAGED, NULL, NULL,
                               NULL);
  patron_window_publish_start (self);
}

/* Asks where the document shall live from now on. */
void
patron_window_choose_save (PatronWindow *self)
{
  g_autoptr (GtkFileFilter) filter = patron_location_get_filter ();
  GFile *file = patron_document_get_file (self->document);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *title = patron_document_get_title (self->document);
  g_autofree char *name = NULL;

  if (file != NULL)
    {
      folder = g_file_get_parent (file);
      name = patron_location_get_name (file);
    }
  else
    {
      /* A slash would lead elsewhere, a leading dot would hide it. */
      folder = patron_settings_get_folder ("last-folder");
      g_strdelimit (title, "/", '-');
      name = g_strconcat (title[0] == '.' ? "_" : "", title, ".patron", NULL);
    }
  patron_choose_file_async (GTK_WINDOW (self), PATRON_CHOOSE_SAVE,
                            _("Save Strategy"), _("_Save"), filter, name,
                            folder, save_chosen_cb, NULL);
}

/* After a merge: says that there is something to choose. */
void
patron_window_note_conflicts (PatronWindow *self)
{
  self->to_review = patron_document_get_conflicts (self->document) != NULL;
  patron_window_update_notices (self);
}

static void
reviewed_cb (PatronWindow *self)
{
  self->to_review = FALSE;
  if (self->document != NULL)
    patron_window_update_notices (self);
}

/* Lets the user choose where both changed the same. */
void
patron_window_review (PatronWindow *self)
{
  GtkWidget *dialog = patron_conflicts_dialog_new (self->document);

  g_signal_connect_object (dialog, "destroy", G_CALLBACK (reviewed_cb), self,
                           G_CONNECT_SWAPPED);
  patron_dialog_present (PATRON_DIALOG (dialog), GTK_WINDOW (self));
}

static void
merge_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  PatronWindow *self = PATRON_WINDOW (object);
  g_autoptr (GFile) file = patron_choose_file_finish (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (file == NULL || self->document == NULL)
    return;
  if (!patron_document_merge (self->document, file, &error))
    {
      patron_tell (GTK_WINDOW (self), _("Could Not Merge"), error->message);
      return;
    }
  patron_window_note_conflicts (self);
  name = patron_location_get_name (file);
  /* Translators: %s is the name of a file. */
  message = g_strdup_printf (_("Merged “%s”"), name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-toast", "s",
                              message);
}

/* Asks for a copy of the document that others have changed. */
void
patron_window_choose_merge (PatronWindow *self)
{
  g_autoptr (GtkFileFilter) filter = patron_location_get_filter ();

  patron_choose_file_async (GTK_WINDOW (self), PATRON_CHOOSE_OPEN,
                            _("Merge a Copy"), _("_Merge"), filter, NULL,
                            NULL, merge_chosen_cb, NULL);
}

static void
discard_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  PatronWindow *self = PATRON_WINDOW (object);
  g_autofree char *draft = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (patron_ask_finish (result), "discard"))
    return;
  if (!patron_drafts_discard (draft, &error))
    patron_tell (GTK_WINDOW (self), _("Could Not Discard the Draft"),
                 error->message);
  patron_window_refresh_welcome (self);
}

/* Asks before a draft is erased, as that cannot be undone. */
void
patron_window_ask_discard (PatronWindow *self,
                           const char   *draft)
{
  const PatronReply replies[] = {
    { "cancel", _("_Cancel") },
    { "discard", _("_Discard"), PATRON_REPLY_DESTRUCTIVE },
  };

  patron_ask_async (GTK_WINDOW (self), _("Discard the Draft?"),
                    _("It was never saved to a file. What is discarded "
                      "cannot be brought back."),
                    NULL, replies, G_N_ELEMENTS (replies), discard_cb,
                    g_strdup (draft));
}

static void
decided_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  PatronWindow *self = PATRON_WINDOW (object);
  const char *reply = patron_ask_finish (result);
  PatronResolution resolution;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL
      || !patron_document_get_conflict (self->document))
    return;
  if (g_str_equal (reply, "mine"))
    resolution = PATRON_RESOLUTION_MINE;
  else if (g_str_equal (reply, "theirs"))
    resolution = PATRON_RESOLUTION_THEIRS;
  else if (g_str_equal (reply, "merged"))
    resolution = PATRON_RESOLUTION_MERGED;
  else
    return;

  if (!patron_document_resolve (self->document, resolution, &error))
    patron_tell (GTK_WINDOW (self), _("Could Not Bring Them Together"),
                 error->message);
  else if (resolution == PATRON_RESOLUTION_MERGED)
    patron_window_note_conflicts (self);
  patron_window_update_notices (self);
  patron_window_publish_later (self);
}

/* Asks what shall count: what is here, what is in the file, or both. */
void
patron_window_ask_conflict (PatronWindow *self)
{
  const PatronReply replies[] = {
    { "later", _("Decide _Later") },
    { "theirs", _("Take _Theirs") },
    { "mine", _("Keep _Mine") },
    { "merged", _("Keep _Both"), PATRON_REPLY_SUGGESTED },
  };

  patron_ask_async (
      GTK_WINDOW (self), _("Changed Here and Elsewhere"),
      _("Since you opened the file, somebody else wrote to it, or you did on "
        "another computer.\n\n"
        "Keep Both puts the changes together; where both changed the same "
        "text, both texts stay. Keep Mine drops the changes made elsewhere, "
        "Take Theirs those made here."),
      NULL, replies, G_N_ELEMENTS (replies), decided_cb, NULL);
}
