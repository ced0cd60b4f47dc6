/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-fingerprint.h"
#include "patron-registry.h"

G_BEGIN_DECLS

/**
 * PatronSalvage:
 * @kept: records that were read
 * @lost: records that were refused; how many could not even be found, nobody
 *   knows
 * @emptied: values that were refused in records that were kept
 * @gaps: places where pages could not be read
 *
 * What became of a damaged document.
 */
typedef struct
{
  gint64 kept;
  gint64 lost;
  gint64 emptied;
  gint64 gaps;
} PatronSalvage;

/* patron-opener.c */
gboolean patron_opener_read    (PatronRegistry    *registry,
                                GFile             *file,
                                const char        *raw,
                                const char        *path,
                                PatronFingerprint *print,
                                GCancellable      *cancellable,
                                GError           **error);
gboolean patron_opener_check   (PatronRegistry    *registry,
                                const char        *raw,
                                const char        *name,
                                guint             *schema,
                                GCancellable      *cancellable,
                                GError           **error);
gboolean patron_opener_import  (PatronRegistry    *registry,
                                const char        *raw,
                                const char        *name,
                                const char        *path,
                                GCancellable      *cancellable,
                                GError           **error);

/* patron-salvage.c */
gboolean patron_opener_salvage (PatronRegistry    *registry,
                                const char        *raw,
                                const char        *name,
                                const char        *path,
                                PatronSalvage     *salvage,
                                GError           **error);

G_END_DECLS
