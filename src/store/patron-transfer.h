/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-fingerprint.h"

G_BEGIN_DECLS

/* The largest document that is opened. */
#define PATRON_TRANSFER_LIMIT (G_GINT64_CONSTANT (512) * 1024 * 1024)

/* How much of a file patron_transfer_in() shows before it reads on. */
#define PATRON_TRANSFER_HEAD 100

/**
 * PatronHeadFunc:
 * @head: the first bytes of the file
 * @size: %PATRON_TRANSFER_HEAD, or less in a shorter file
 *
 * Returns: whether the file is worth reading
 */
typedef gboolean (*PatronHeadFunc) (const guchar      *head,
                                    gsize              size,
                                    gpointer           user_data,
                                    GError           **error);

char    *patron_transfer_get_name (GFile              *file);
gboolean patron_transfer_query    (GFile              *file,
                                   PatronFingerprint  *print,
                                   gboolean           *writable,
                                   GCancellable       *cancellable,
                                   GError            **error);
gboolean patron_transfer_in       (GFile              *file,
                                   const char         *path,
                                   PatronHeadFunc      check_head,
                                   gpointer            user_data,
                                   PatronFingerprint  *print,
                                   GCancellable       *cancellable,
                                   GError            **error);
gboolean patron_transfer_compare  (GFile              *file,
                                   const char         *path,
                                   PatronFingerprint  *print,
                                   gboolean           *equal,
                                   GCancellable       *cancellable,
                                   GError            **error);
gboolean patron_transfer_out      (const char         *path,
                                   GFile              *file,
                                   const char         *etag,
                                   PatronFingerprint  *print,
                                   GCancellable       *cancellable,
                                   GError            **error);
gboolean patron_transfer_copy     (const char         *from,
                                   const char         *to,
                                   GError            **error);
gboolean patron_transfer_equal    (const char         *a,
                                   const char         *b);
gboolean patron_transfer_sync     (const char         *path,
                                   GError            **error);

G_END_DECLS
