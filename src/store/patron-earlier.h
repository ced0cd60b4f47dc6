/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PatronEarlier:
 * @name: (owned): what the store calls it
 * @time: microseconds since 1970, when it was replaced
 * @size: in bytes
 *
 * A state that the file of a document once had.
 */
typedef struct
{
  char   *name;
  gint64  time;
  gint64  size;
} PatronEarlier;

gboolean   patron_earlier_keep  (GFile        *file,
                                 const char   *path,
                                 GError      **error);
GPtrArray *patron_earlier_list  (GFile        *file);
GBytes    *patron_earlier_read  (GFile        *file,
                                 const char   *name,
                                 GError      **error);
char      *patron_earlier_find  (GFile        *file,
                                 const char   *name);
gboolean   patron_earlier_erase (GFile        *file,
                                 GError      **error);

/* Of all documents. */

void       patron_earlier_measure (guint     *n_states,
                                   gint64    *size);
gboolean   patron_earlier_erase_all (GError  **error);

G_END_DECLS
