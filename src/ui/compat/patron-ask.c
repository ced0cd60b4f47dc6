/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-ask.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "patron-mnemonic.h"

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, (gpointer) g_intern_string (response), NULL);
}

/**
 * patron_ask_async:
 * @parent: (nullable): the window that asks
 * @heading: the question, as plain text
 * @body: (nullable): what hangs on it, as plain text
 * @extra: (nullable): a widget below the text
 * @replies: (array length=n_replies): the buttons. The first is the answer
 *   of Escape and of closing the dialog, the suggested one that of Enter
 *
 * Asks a question that blocks @parent.
 */
void
patron_ask_async (GtkWindow           *parent,
                  const char          *heading,
                  const char          *body,
                  GtkWidget           *extra,
                  const PatronReply   *replies,
                  guint                n_replies,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  static const AdwResponseAppearance appearances[] = {
    [PATRON_REPLY_PLAIN] = ADW_RESPONSE_DEFAULT,
    [PATRON_REPLY_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
    [PATRON_REPLY_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
  };
  AdwMessageDialog *dialog
      = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  for (guint i = 0; i < n_replies; i++)
    {
      adw_message_dialog_add_response (dialog, replies[i].id,
                                       replies[i].label);
      adw_message_dialog_set_response_appearance (
          dialog, replies[i].id, appearances[replies[i].style]);
      if (replies[i].style == PATRON_REPLY_SUGGESTED)
        adw_message_dialog_set_default_response (dialog, replies[i].id);
    }
  adw_message_dialog_set_close_response (dialog, replies[0].id);
  if (extra != NULL)
    adw_message_dialog_set_extra_child (dialog, extra);
  patron_mnemonic_name (GTK_WIDGET (dialog));

  g_signal_connect (dialog, "response", G_CALLBACK (response_cb),
                    g_task_new (parent, NULL, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * patron_ask_finish:
 *
 * Returns: (transfer none): the id of the reply, interned
 */
const char *
patron_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * patron_tell:
 * @heading: what is wrong, as plain text
 * @body: (nullable): why, and the way out, as plain text
 *
 * Says something that the user must have seen before going on.
 */
void
patron_tell (GtkWindow  *parent,
             const char *heading,
             const char *body)
{
  const PatronReply replies[] = { { "close", _("_Close") } };

  patron_ask_async (parent, heading, body, NULL, replies, 1, NULL, NULL);
}
