/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-file-chooser.h"

#include <glib/gi18n-lib.h>

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  g_task_return_pointer (task, file, g_object_unref);
}

/**
 * patron_choose_file_async:
 * @parent: (nullable): the window that asks
 * @title: the dialog's title
 * @accept: (nullable): the label of the button that ends it, with a mnemonic
 * @filter: (nullable): the files to show; all others can be shown too
 * @name: (nullable): a name to suggest, when saving
 * @folder: (nullable): where to begin
 *
 * Asks for a file. Through the file portal the user may choose what the
 * program itself cannot see.
 */
void
patron_choose_file_async (GtkWindow           *parent,
                          PatronChoose         what,
                          const char          *title,
                          const char          *accept,
                          GtkFileFilter       *filter,
                          const char          *name,
                          GFile               *folder,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  static const GtkFileChooserAction actions[] = {
    [PATRON_CHOOSE_OPEN] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [PATRON_CHOOSE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
    [PATRON_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  };
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (title, parent, actions[what], accept,
                                        NULL);
  if (filter != NULL)
    {
      g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

      gtk_file_filter_set_name (all, _("All Files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
    }
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder,
                                         NULL);
  if (name != NULL && what == PATRON_CHOOSE_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), parent != NULL);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  /* The task holds the dialog, the answer gives up the task. */
  g_task_set_task_data (task, dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * patron_choose_file_finish:
 *
 * Returns: (transfer full) (nullable): the file, %NULL if the user did not
 *   choose one
 */
GFile *
patron_choose_file_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
