/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PatronWriteFunc:
 *
 * Writes a whole file to @stream, without closing it.
 *
 * Returns: whether all could be written
 */
typedef gboolean (*PatronWriteFunc) (GOutputStream *stream,
                                     gpointer       data,
                                     GCancellable  *cancellable,
                                     GError       **error);

gboolean patron_output_write_file (GFile           *file,
                                   PatronWriteFunc  write,
                                   gpointer         data,
                                   GCancellable    *cancellable,
                                   GError         **error);
gboolean patron_output_make_folder (GFile          *folder,
                                   GCancellable    *cancellable,
                                   GError         **error);

G_END_DECLS
