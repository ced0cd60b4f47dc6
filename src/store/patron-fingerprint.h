/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PatronFingerprint:
 * @etag: (owned) (nullable): what the file system calls this state, if it
 *   tells states apart
 * @size: in bytes
 * @modified: microseconds since 1970, 0 where it is not told
 * @seen: microseconds since 1970, when the file was looked at
 *
 * A state of the user's file, known without reading it.
 */
typedef struct
{
  char   *etag;
  gint64  size;
  gint64  modified;
  gint64  seen;
} PatronFingerprint;

#define PATRON_FINGERPRINT_INIT { NULL, 0, 0, 0 }

void     patron_fingerprint_clear (PatronFingerprint       *self);
void     patron_fingerprint_copy  (PatronFingerprint       *self,
                                   const PatronFingerprint *from);
void     patron_fingerprint_set   (PatronFingerprint       *self,
                                   GFileInfo               *info);
gboolean patron_fingerprint_equal (const PatronFingerprint *self,
                                   const PatronFingerprint *now);

#define PATRON_FINGERPRINT_ATTRIBUTES                                         \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE           \
  "," G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_TIME_MODIFIED          \
  "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatronFingerprint, patron_fingerprint_clear)

G_END_DECLS
