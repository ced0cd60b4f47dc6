/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-export.h"

G_BEGIN_DECLS

/**
 * PatronSheet:
 * @scene: the picture
 * @title: what it is called
 * @author: (nullable): whose it is
 * @options: how it is written
 * @file: (nullable): where it goes
 *
 * A figure that is laid out and waits to be written.
 */
typedef struct
{
  PatronScene         *scene;
  char                *title;
  char                *author;
  PatronExportOptions  options;
  GFile               *file;
} PatronSheet;

/* patron-export-sheet.c */
PatronSheet *patron_sheet_new        (PatronDocument            *document,
                                      const char                *title,
                                      PatronScene               *scene,
                                      const PatronExportOptions *options);
void         patron_sheet_free       (gpointer                   sheet);
gboolean     patron_sheet_write      (GOutputStream             *stream,
                                      gpointer                   sheet,
                                      GCancellable              *cancellable,
                                      GError                   **error);
GBytes      *patron_sheet_to_bytes   (PatronSheet               *sheet,
                                      GError                   **error);
gboolean     patron_sheets_name      (GPtrArray                 *sheets,
                                      GFile                     *place,
                                      GError                   **error);
GPtrArray   *patron_sheets_write     (GPtrArray                 *sheets,
                                      GCancellable              *cancellable,
                                      GError                   **error);

G_END_DECLS
