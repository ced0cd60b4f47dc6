/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PatronReplyStyle:
 * @PATRON_REPLY_PLAIN: one of several
 * @PATRON_REPLY_SUGGESTED: what most people want
 * @PATRON_REPLY_DESTRUCTIVE: loses something
 */
typedef enum
{
  PATRON_REPLY_PLAIN,
  PATRON_REPLY_SUGGESTED,
  PATRON_REPLY_DESTRUCTIVE,
} PatronReplyStyle;

/**
 * PatronReply:
 * @id: what patron_ask_finish() returns
 * @label: the button, with a mnemonic; already translated
 */
typedef struct
{
  const char       *id;
  const char       *label;
  PatronReplyStyle  style;
} PatronReply;

void        patron_ask_async  (GtkWindow           *parent,
                               const char          *heading,
                               const char          *body,
                               GtkWidget           *extra,
                               const PatronReply   *replies,
                               guint                n_replies,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
const char *patron_ask_finish (GAsyncResult        *result);
void        patron_tell       (GtkWindow           *parent,
                               const char          *heading,
                               const char          *body);

G_END_DECLS
