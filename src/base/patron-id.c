/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-base"

#include "patron-id.h"

#define RANDOM_BITS 22

/**
 * patron_id_new:
 *
 * Makes the key of a new record: 41 bits of milliseconds since 1970 above
 * 22 random bits. Keys made apart do not meet, so that copies of a document
 * can be merged; keys made by one process rise, so that insertion order and
 * key order agree.
 *
 * Thread-safe.
 *
 * Returns: a positive number, larger than every one returned before
 */
gint64
patron_id_new (void)
{
  return patron_id_new_after (0);
}

/**
 * patron_id_new_after:
 * @after: a key, perhaps made on a machine whose clock is ahead
 *
 * Like patron_id_new(), for a row that must come after all others.
 *
 * Returns: a positive number, larger than @after and than every one returned
 *   before
 */
gint64
patron_id_new_after (gint64 after)
{
  return patron_id_new_range (after, 1);
}

/**
 * patron_id_new_range:
 * @after: a key that all of them must be larger than
 * @n: how many, at least 1
 *
 * Like patron_id_new_after(), for many rows at once.
 *
 * Returns: the first of @n keys, each larger by 1 than the one before
 */
gint64
patron_id_new_range (gint64 after,
                     guint  n)
{
  static GMutex mutex;
  static gint64 last;
  gint64 id;

  id = (g_get_real_time () / 1000) << RANDOM_BITS;
  id |= g_random_int () & ((1u << RANDOM_BITS) - 1);
  id &= G_MAXINT64;

  g_mutex_lock (&mutex);
  /* Within one millisecond, and when the clock is set back, count on. */
  last = MAX (last, after);
  if (id <= last)
    id = last + 1;
  last = id + n - 1;
  g_mutex_unlock (&mutex);

  return id;
}
