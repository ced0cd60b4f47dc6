/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-base"

#include "patron-large.h"

#include <stdlib.h>
#include <sys/mman.h>

#define HUGE_PAGE (2 * 1024 * 1024)

/**
 * patron_large_new:
 * @size: in bytes
 *
 * Allocates memory like g_malloc(). Many megabytes that are filled at once
 * are asked for in large pages, where the system has them: to be given them
 * one by one would take longer than to fill them.
 *
 * Returns: (transfer full): the memory; free or grow it as that of g_malloc()
 */
gpointer
patron_large_new (gsize size)
{
  gpointer memory = NULL;

  if (size < 2 * HUGE_PAGE
      || posix_memalign (&memory, HUGE_PAGE, size) != 0)
    return g_malloc (size);
#ifdef MADV_HUGEPAGE
  madvise (memory, size, MADV_HUGEPAGE);
#endif
  return memory;
}
