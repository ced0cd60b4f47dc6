/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store.h"

#include <stdio.h>

#define N_CARDS 20000
#define N_EDITS 2000
#define N_ROWS 10000

static char *
to_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* A journey with more cards than any wall has room for. */
static PatronDocument *
make_journey (void)
{
  GError *error = NULL;
  PatronDocument *document
      = patron_document_new (patron_registry_get_default (), &error);
  g_autofree char *journey = NULL;
  g_autofree char *stage = NULL;
  g_autofree char *lane = NULL;

  bench_check (document != NULL
                   && patron_document_begin (document, "Fill", &error),
               error);
  journey = to_text (bench_insert (document, "journey", "title", "Journey",
                                   "position", "1", NULL));
  stage = to_text (bench_insert (document, "stage", "journey", journey,
                                 "name", "Stage", "position", "1", NULL));
  lane = to_text (bench_insert (document, "lane", "journey", journey, "name",
                                "Lane", "position", "1", NULL));
  for (int i = 1; i <= N_CARDS; i++)
    {
      g_autofree char *position = g_strdup_printf ("%d", i);

      bench_insert (document, "card", "stage", stage, "lane", lane, "title",
                    "Written proposal", "position", position, NULL);
    }
  bench_check (patron_document_end (document, &error), error);
  return document;
}

static double
edit (PatronDocument *document,
      PatronRecord   *card,
      const char     *text)
{
  GError *error = NULL;
  double start = bench_now ();

  bench_check (patron_document_set_text (document, card, "title", text,
                                         &error),
               error);
  return bench_now () - start;
}

static double
edit_bare (sqlite3_stmt *const *statements,
           PatronRecord        *card,
           const char          *text)
{
  double start = bench_now ();

  sqlite3_bind_text (statements[1], 1, text, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statements[1], 2, patron_record_get_id (card));
  for (int i = 0; i < 3; i++)
    bare_run (statements[i]);
  return bench_now () - start;
}

/* One field set, with history and notification, and on the disk; against a
 * prepared UPDATE and its COMMIT. No two edits in a row are of one card, so
 * that none is taken for typing. */
void
measure_edits (const char *directory,
               int         repeats)
{
  g_autofree char *path = g_build_filename (directory, "edits.patron", NULL);
  g_autofree char *bare_path = g_build_filename (directory, "bare.db", NULL);
  g_autoptr (PatronDocument) document = make_journey ();
  g_autoptr (GListModel) cards = patron_document_list (document, "card");
  sqlite3_stmt *statements[3];
  sqlite3 *bare;

  bench_save_as (document, path);
  bare_copy (path, bare_path);
  bare = bare_open (bare_path);
  statements[0] = bare_prepare (bare, "BEGIN IMMEDIATE");
  statements[1]
      = bare_prepare (bare, "UPDATE card SET title = ?1 WHERE id = ?2");
  statements[2] = bare_prepare (bare, "COMMIT");

  for (int repeat = 0; repeat < repeats; repeat++)
    for (int i = 0; i < N_EDITS; i++)
      {
        g_autoptr (PatronRecord) card = g_list_model_get_item (
            cards, (guint) (i * 7919 + repeat) % N_CARDS);
        g_autofree char *text
            = g_strdup_printf ("Written proposal, %d of %d", i, repeat);
        g_autofree char *row = g_strdup_printf ("edit %d", repeat);

        bench_print (row, "patron", edit (document, card, text));
        bench_print (row, "bare", edit_bare (statements, card, text));
      }

  for (int i = 0; i < 3; i++)
    sqlite3_finalize (statements[i]);
  sqlite3_close (bare);
  patron_document_close (document);
}

static PatronDocument *
make_kpi (gint64 *kpi)
{
  GError *error = NULL;
  PatronDocument *document
      = patron_document_new (patron_registry_get_default (), &error);
  g_autofree char *id = NULL;

  bench_check (document != NULL
                   && patron_document_begin (document, "Fill", &error),
               error);
  *kpi = bench_insert (document, "kpi", "name", "KPI", "position", "1", NULL);
  id = to_text (*kpi);
  for (int i = 0; i < N_ROWS; i++)
    {
      g_autofree char *date
          = g_strdup_printf ("%d-%02d-%02d", 2000 + i / 336, 1 + i / 28 % 12,
                             1 + i % 28);
      g_autofree char *value = g_strdup_printf ("%d.5", i % 97);

      bench_insert (document, "measurement", "kpi", id, "date", date, "value",
                    value, NULL);
    }
  bench_check (patron_document_end (document, &error), error);
  return document;
}

static void
undo_bare (sqlite3 *bare)
{
  double start = bench_now ();

  bare_exec (bare, "BEGIN IMMEDIATE; DELETE FROM kpi; COMMIT");
  bench_print ("delete", "bare", bench_now () - start);
  start = bench_now ();
  bare_exec (bare, "BEGIN IMMEDIATE;"
                   "INSERT INTO kpi SELECT * FROM saved_kpi;"
                   "INSERT INTO measurement SELECT * FROM saved_measurement;"
                   "COMMIT");
  bench_print ("undo", "bare", bench_now () - start);
}

/* Deletes the KPI, brings it back, deletes it again by redo, and brings it
 * back. @shown is added to the names of the rows. */
static void
undo (PatronDocument *document,
      gint64          id,
      const char     *shown)
{
  g_autofree char *delete_row = g_strdup_printf ("delete%s", shown);
  g_autofree char *undo_row = g_strdup_printf ("undo%s", shown);
  g_autofree char *redo_row = g_strdup_printf ("redo%s", shown);
  g_autoptr (PatronRecord) kpi
      = patron_document_get_record (document, "kpi", id);
  GError *error = NULL;
  double start = bench_now ();

  bench_check (patron_document_remove (document, kpi, &error), error);
  bench_print (delete_row, "patron", bench_now () - start);
  bench_check (patron_document_count (document, "measurement") == 0, NULL);
  start = bench_now ();
  bench_check (patron_document_undo (document, &error), error);
  bench_print (undo_row, "patron", bench_now () - start);
  bench_check (patron_document_count (document, "measurement") == N_ROWS,
               NULL);
  start = bench_now ();
  bench_check (patron_document_redo (document, &error), error);
  bench_print (redo_row, "patron", bench_now () - start);
  bench_check (patron_document_undo (document, &error), error);
}

/* Asks the list for all its records, as a chart does. */
static GPtrArray *
read_all (GListModel *list)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  double start = bench_now ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  bench_print ("read", "patron", bench_now () - start);
  return records;
}

static void
read_bare (sqlite3 *bare)
{
  sqlite3_stmt *statement
      = bare_prepare (bare, "SELECT * FROM measurement ORDER BY date, id");
  double start = bench_now ();

  while (sqlite3_step (statement) == SQLITE_ROW)
    ;
  bench_print ("read", "bare", bench_now () - start);
  sqlite3_finalize (statement);
}

/* A KPI with 10,000 measurements goes and comes back, while nobody holds
 * its records and while all are shown; against a cascading DELETE and an
 * INSERT from a table that has kept the rows. */
void
measure_undo (const char *directory,
              int         repeats)
{
  g_autofree char *path = g_build_filename (directory, "undo.patron", NULL);
  g_autofree char *bare_path = g_build_filename (directory, "bare.db", NULL);
  gint64 id;
  g_autoptr (PatronDocument) document = make_kpi (&id);
  g_autoptr (GListModel) list = patron_document_list (document, "measurement");
  sqlite3 *bare;

  bench_save_as (document, path);
  bare_copy (path, bare_path);
  bare = bare_open (bare_path);
  bare_exec (bare,
             "CREATE TABLE saved_kpi AS SELECT * FROM kpi;"
             "CREATE TABLE saved_measurement AS SELECT * FROM measurement");

  for (int repeat = 0; repeat < repeats; repeat++)
    {
      g_autoptr (GPtrArray) records = NULL;

      undo (document, id, "");
      undo_bare (bare);
      records = read_all (list);
      read_bare (bare);
      undo (document, id, ", all shown");
    }
  sqlite3_close (bare);
  patron_document_close (document);
}
