/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store.h"

#include <stdio.h>
#include <string.h>

#define PICTURE_SIZE (500 * 1000)
#define ROW_SIZE 100

static void
add_pictures (PatronDocument *document,
              gsize           size)
{
  g_autofree guint8 *bytes = g_malloc (PICTURE_SIZE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const PatronEntity *entity = patron_registry_lookup (
      patron_document_get_registry (document), "asset");
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  GError *error = NULL;

  patron_value_set_text (
      &values[patron_entity_find_field (entity, "media_type")], "image/png");
  while (size >= PICTURE_SIZE)
    {
      PatronValue *data = &values[patron_entity_find_field (entity, "data")];
      g_autoptr (PatronRecord) asset = NULL;

      for (gsize i = 0; i + 4 <= PICTURE_SIZE; i += 4)
        {
          guint32 random = g_rand_int (rand);

          memcpy (bytes + i, &random, 4);
        }
      patron_value_take_data (data, g_bytes_new (bytes, PICTURE_SIZE));
      asset = patron_document_insert_values (document, entity, 0, values,
                                             &error);
      bench_check (asset != NULL, error);
      size -= PICTURE_SIZE;
    }
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
}

static void
add_rows (PatronDocument *document,
          gsize           size)
{
  g_autofree char *id = g_strdup_printf (
      "%" G_GINT64_FORMAT,
      bench_insert (document, "kpi", "name", "KPI", "position", "1", NULL));

  for (gsize i = 0; i < size / ROW_SIZE; i++)
    {
      g_autofree char *date = g_strdup_printf (
          "%d-%02d-%02d", 1950 + (int) (i / 336 % 250),
          1 + (int) (i / 28 % 12), 1 + (int) (i % 28));
      g_autofree char *value = g_strdup_printf ("%d.25", (int) (i % 9973));

      bench_insert (document, "measurement", "kpi", id, "date", date, "value",
                    value, "note",
                    "A remark about as long as people leave beside a figure",
                    NULL);
    }
}

/* A document of the size: nine tenths of it pictures, one tenth rows. */
static void
make_document (const char *path,
               gsize       size)
{
  GError *error = NULL;
  g_autoptr (PatronDocument) document
      = patron_document_new (patron_registry_get_default (), &error);

  bench_check (document != NULL
                   && patron_document_begin (document, "Fill", &error),
               error);
  add_pictures (document, size - size / 10);
  add_rows (document, size / 10);
  bench_check (patron_document_end (document, &error), error);
  bench_save_as (document, path);
  patron_document_close (document);
}

static PatronDocument *
open_document (GFile      *file,
               const char *row,
               const char *column)
{
  GError *error = NULL;
  double start = bench_now ();
  PatronDocument *document = patron_document_open (
      patron_registry_get_default (), file, PATRON_OPEN_NONE, &error);

  bench_check (document != NULL, error);
  bench_print (row, column, bench_now () - start);
  return document;
}

/* Opens a file that was never seen before, changes a word, publishes,
 * closes, and opens it again. */
static void
live (const char *path,
      const char *row)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PatronDocument *document = open_document (file, row, "open");
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  GError *error = NULL;
  double start;

  bench_check (patron_document_set_text (document, strategy, "title",
                                         "Another title", &error),
               error);
  start = bench_now ();
  bench_check (patron_document_publish (document, &error), error);
  bench_print (row, "publish", bench_now () - start);
  patron_document_close (document);
  g_object_unref (document);

  document = open_document (file, row, "open again");
  patron_document_close (document);
  g_object_unref (document);
}

static void
live_bare (const char *path,
           const char *copy,
           const char *row)
{
  g_autofree char *vacuum = g_strdup_printf ("VACUUM INTO '%s'", copy);
  sqlite3 *bare;
  double start;

  remove (copy);
  start = bench_now ();
  bare_copy (path, copy);
  bench_print (row, "cp", bench_now () - start);
  remove (copy);
  bench_check (sqlite3_open_v2 (path, &bare, SQLITE_OPEN_READONLY, NULL)
                   == SQLITE_OK,
               NULL);
  start = bench_now ();
  bare_exec (bare, "PRAGMA quick_check(1)");
  bench_print (row, "quick_check", bench_now () - start);
  start = bench_now ();
  bare_exec (bare, vacuum);
  bench_print (row, "VACUUM INTO", bench_now () - start);
  sqlite3_close (bare);
}

/* Opening and publishing a document, against what SQLite and the file
 * system take for its bytes. */
void
measure_life (const char *directory,
              int         megabytes,
              int         repeats)
{
  g_autofree char *path = g_build_filename (directory, "life.patron", NULL);
  g_autofree char *copy = g_build_filename (directory, "copy.db", NULL);
  g_autofree char *row = g_strdup_printf ("%d MB", megabytes);

  make_document (path, (gsize) megabytes * 1000 * 1000);
  for (int repeat = 0; repeat < repeats; repeat++)
    {
      g_autofree char *name = g_strdup_printf ("life-%d.patron", repeat);
      g_autofree char *new_path = g_build_filename (directory, name, NULL);

      bare_copy (path, new_path);
      live (new_path, row);
      live_bare (new_path, copy, row);
      remove (new_path);
    }
}
