/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PatronChoose:
 * @PATRON_CHOOSE_OPEN: a file that is there
 * @PATRON_CHOOSE_SAVE: a file to write; the user is asked before one is
 *   replaced
 * @PATRON_CHOOSE_FOLDER: a folder
 */
typedef enum
{
  PATRON_CHOOSE_OPEN,
  PATRON_CHOOSE_SAVE,
  PATRON_CHOOSE_FOLDER,
} PatronChoose;

void   patron_choose_file_async  (GtkWindow           *parent,
                                  PatronChoose         what,
                                  const char          *title,
                                  const char          *accept,
                                  GtkFileFilter       *filter,
                                  const char          *name,
                                  GFile               *folder,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
GFile *patron_choose_file_finish (GAsyncResult        *result);

G_END_DECLS
