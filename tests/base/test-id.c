/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-id.h"

#define N_THREADS 4
#define N_IDS     20000

static void
test_rise (void)
{
  gint64 last = 0;

  for (int i = 0; i < N_IDS; i++)
    {
      gint64 id = patron_id_new ();

      g_assert_cmpint (id, >, last);
      last = id;
    }
}

static void
test_time (void)
{
  gint64 now = g_get_real_time () / 1000;
  gint64 id = patron_id_new ();

  /* The upper bits tell when the record was made: 2^22 is the share of one
   * millisecond, and burning ids ahead of the clock may add a few. */
  g_assert_cmpint (ABS ((id >> 22) - now), <, 5000);
}

static gpointer
make_ids (gpointer data)
{
  gint64 *ids = data;

  for (int i = 0; i < N_IDS; i++)
    ids[i] = patron_id_new ();
  return NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
test_threads (void)
{
  g_autofree gint64 *ids = g_new0 (gint64, N_THREADS * N_IDS);
  GThread *threads[N_THREADS];

  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, ids + i * N_IDS);
  for (int i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  for (int i = 0; i < N_THREADS; i++)
    for (int j = 1; j < N_IDS; j++)
      g_assert_cmpint (ids[i * N_IDS + j], >, ids[i * N_IDS + j - 1]);

  qsort (ids, N_THREADS * N_IDS, sizeof *ids, compare_ids);
  for (int i = 1; i < N_THREADS * N_IDS; i++)
    g_assert_cmpint (ids[i], !=, ids[i - 1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/id/rise", test_rise);
  g_test_add_func ("/base/id/time", test_time);
  g_test_add_func ("/base/id/threads", test_threads);

  return g_test_run ();
}
