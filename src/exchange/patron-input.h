/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *patron_input_read_file   (GFile         *file,
                                  gsize          max_size,
                                  GCancellable  *cancellable,
                                  GError       **error);
GBytes *patron_input_read_stream (GInputStream  *stream,
                                  const char    *name,
                                  gsize          max_size,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
