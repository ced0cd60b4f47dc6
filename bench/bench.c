/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all that measures the store needs. */

#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Microseconds since some moment. */
double
bench_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

/* Ends the program if something measured did not work. */
void
bench_check (gboolean good,
             GError  *error)
{
  if (good)
    return;
  fprintf (stderr, "%s\n",
           error != NULL ? error->message : "failed without a reason");
  exit (1);
}
