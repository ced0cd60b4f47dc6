/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

#include "patron-fingerprint.h"

/* Clocks of file systems are as coarse as two seconds. A file that was
 * looked at so soon after it was written can have changed again without a
 * change of its time. */
#define COARSE_CLOCK (G_GINT64_CONSTANT (2500) * 1000)

/**
 * patron_fingerprint_clear:
 *
 * Frees what the fingerprint holds and leaves it empty.
 */
void
patron_fingerprint_clear (PatronFingerprint *self)
{
  g_clear_pointer (&self->etag, g_free);
  self->size = self->modified = self->seen = 0;
}

/**
 * patron_fingerprint_copy:
 * @self: an initialised fingerprint, overwritten
 * @from: the fingerprint to copy
 */
void
patron_fingerprint_copy (PatronFingerprint       *self,
                         const PatronFingerprint *from)
{
  char *etag = g_strdup (from->etag);

  g_free (self->etag);
  *self = *from;
  self->etag = etag;
}

/**
 * patron_fingerprint_set:
 * @self: an initialised fingerprint, overwritten
 * @info: has %PATRON_FINGERPRINT_ATTRIBUTES, asked for just now
 */
void
patron_fingerprint_set (PatronFingerprint *self,
                        GFileInfo         *info)
{
  g_autoptr (GDateTime) modified
      = g_file_info_get_modification_date_time (info);

  patron_fingerprint_clear (self);
  self->etag = g_strdup (g_file_info_get_etag (info));
  self->size = g_file_info_get_size (info);
  if (modified != NULL)
    self->modified = g_date_time_to_unix (modified) * G_USEC_PER_SEC
                     + g_date_time_get_microsecond (modified);
  self->seen = g_get_real_time ();
}

/**
 * patron_fingerprint_equal:
 * @now: the file as it is
 *
 * Returns: whether the file is certainly as it was; %FALSE where only
 *   reading it can tell
 */
gboolean
patron_fingerprint_equal (const PatronFingerprint *self,
                          const PatronFingerprint *now)
{
  return self->etag != NULL && g_strcmp0 (self->etag, now->etag) == 0
         && self->size == now->size && self->modified == now->modified
         && self->modified != 0
         && self->seen - self->modified > COARSE_CLOCK;
}
