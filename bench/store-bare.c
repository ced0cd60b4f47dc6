/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What a working copy is opened with; see src/store/patron-db.c. */
#define SETTINGS                                                              \
  "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"  \
  "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"                         \
  "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON"

static void
check (sqlite3 *bare,
       int      code)
{
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return;
  fprintf (stderr, "bench-store: SQLite: %s\n", sqlite3_errmsg (bare));
  exit (1);
}

sqlite3 *
bare_open (const char *path)
{
  sqlite3 *bare;

  check (NULL, sqlite3_open (path, &bare));
  bare_exec (bare, SETTINGS);
  return bare;
}

sqlite3_stmt *
bare_prepare (sqlite3    *bare,
              const char *sql)
{
  sqlite3_stmt *statement;

  check (bare, sqlite3_prepare_v3 (bare, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                   &statement, NULL));
  return statement;
}

void
bare_run (sqlite3_stmt *statement)
{
  check (sqlite3_db_handle (statement), sqlite3_step (statement));
  sqlite3_reset (statement);
}

void
bare_exec (sqlite3    *bare,
           const char *sql)
{
  check (bare, sqlite3_exec (bare, sql, NULL, NULL, NULL));
}

/* Copies a file as cp would, and waits until it is on the disk. */
void
bare_copy (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  GError *error = NULL;
  int fd;

  bench_check (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL,
                            NULL, &error),
               error);
  fd = open (to, O_RDONLY);
  if (fd < 0 || fsync (fd) != 0)
    bench_check (FALSE, NULL);
  close (fd);
}
