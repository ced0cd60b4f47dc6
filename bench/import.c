/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The import of a table of a million measurements: by Patron with its step of
 * undo, and by a loop of C that knows what the table holds. */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "patron-date.h"
#include "patron-import.h"
#include "store.h"

#define N_KPIS 20

/* bench-import write FILE ROWS [changed|refused]: a table, the same with every
 * tenth value another, or one of which no row can be taken. */
static void
write_table (const char *path,
             int         n_rows,
             const char *how)
{
  FILE *file = fopen (path, "w");
  gint64 first = patron_date_from_ymd (1901, 1, 1);
  gboolean changed = g_strcmp0 (how, "changed") == 0;
  gboolean refused = g_strcmp0 (how, "refused") == 0;
  guint32 state = 1;

  if (file == NULL)
    bench_check (FALSE, NULL);
  fputs ("date,kpi,value\n", file);
  for (int i = 0; i < n_rows; i++)
    {
      g_autofree char *date = patron_date_to_text (first + i / N_KPIS);

      state = state * 1664525 + 1013904223;
      fprintf (file, "%s,Branch %d,%s%u.%02u\n", date, i % N_KPIS + 1,
               refused ? "about " : "",
               (state >> 16) % 1000 + (changed && i % 10 == 0 ? 1000 : 0),
               (state >> 8) % 100);
    }
  fclose (file);
}

/* What the process took, in microseconds, when nothing of it runs any more:
 * what is durable may still be put in its place. */
static double
take_cpu (struct rusage *usage)
{
  double before, now = 0;

  do
    {
      before = now;
      g_usleep (30000);
      getrusage (RUSAGE_SELF, usage);
      now = (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1e6
            + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec);
    }
  while (now - before > 1000);
  return now;
}

static void
print_taken (const char *what,
             double      taken)
{
  struct rusage usage;
  double cpu = take_cpu (&usage);

  printf ("%s\t%.0f\t%.0f\t%.1f\n", what, taken, cpu,
          (double) usage.ru_maxrss / 1024);
}

static PatronImportPlan *
plan_table (const char     *path,
            PatronDocument *document)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PatronImport) table = NULL;
  PatronImportPlan *plan;
  PatronImportMapping mapping;
  GError *error = NULL;

  table = patron_import_new_for_file (file, NULL, PATRON_IMPORT_HEAD_AUTO,
                                      NULL, &error);
  bench_check (table != NULL, error);
  patron_import_mapping_init (&mapping);
  mapping.date = 0;
  mapping.group = 1;
  mapping.value = 2;
  plan = patron_import_plan (table, document, &mapping, &error);
  bench_check (plan != NULL, error);
  return plan;
}

static void
import_table (const char     *path,
              PatronDocument *document,
              const char     *what)
{
  g_autoptr (PatronImportPlan) plan = NULL;
  GError *error = NULL;
  double start = bench_now ();

  plan = plan_table (path, document);
  bench_check (patron_import_plan_apply (plan, document, &error), error);
  print_taken (what, bench_now () - start);
  bench_check (patron_import_plan_get_n_points (plan)
                   == patron_document_count (document, "measurement"),
               NULL);
}

static void
take_back (PatronDocument *document,
           gboolean        undo,
           const char     *what)
{
  GError *error = NULL;
  double start = bench_now ();

  bench_check (undo ? patron_document_undo (document, &error)
                    : patron_document_redo (document, &error),
               error);
  print_taken (what, bench_now () - start);
}

/* What a word costs that makes a redo of so many rows impossible. */
static void
edit (PatronDocument *document)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  GError *error = NULL;
  double start = bench_now ();

  bench_check (patron_document_set_text (document, strategy, "title", "Other",
                                         &error),
               error);
  print_taken ("edit", bench_now () - start);
}

/* bench-import patron FILE [CHANGED] */
static void
import_tables (const char *path,
               const char *changed)
{
  g_autoptr (PatronDocument) document = NULL;
  GError *error = NULL;

  document = patron_document_new (patron_registry_get_default (), &error);
  bench_check (document != NULL, error);
  import_table (path, document, "patron");
  take_back (document, TRUE, "undo");
  take_back (document, FALSE, "redo");
  if (changed != NULL)
    {
      import_table (path, document, "again");
      import_table (changed, document, "changed");
      take_back (document, TRUE, "undo-changed");
    }
  take_back (document, TRUE, "undo-all");
  edit (document);
  patron_document_close (document);
}

/* bench-import refuse FILE */
static void
refuse_table (const char *path)
{
  g_autoptr (PatronDocument) document = NULL;
  g_autoptr (PatronImportPlan) plan = NULL;
  GError *error = NULL;
  double start = bench_now ();

  document = patron_document_new (patron_registry_get_default (), &error);
  bench_check (document != NULL, error);
  plan = plan_table (path, document);
  bench_check (patron_import_plan_get_n_points (plan) == 0, NULL);
  print_taken ("refused", bench_now () - start);
  patron_document_close (document);
}

static gint64
find_kpi (GHashTable   *kpis,
          sqlite3      *bare,
          const char   *name)
{
  gpointer known = g_hash_table_lookup (kpis, name);
  g_autofree char *sql = NULL;

  if (known != NULL)
    return GPOINTER_TO_INT (known);
  known = GINT_TO_POINTER (g_hash_table_size (kpis) + 1);
  g_hash_table_insert (kpis, g_strdup (name), known);
  sql = g_strdup_printf ("INSERT INTO kpi (id, name) VALUES (%d, '%s')",
                         GPOINTER_TO_INT (known), name);
  bare_exec (bare, sql);
  return GPOINTER_TO_INT (known);
}

static int
two_digits (const char *text)
{
  return (text[0] - '0') * 10 + text[1] - '0';
}

/* bench-import bare FILE: the columns that a row fills, the key, the index
 * and the reference of Patron's table. */
static void
insert_table (const char *path)
{
  g_autofree char *to = g_strconcat (path, ".bare", NULL);
  g_autoptr (GHashTable) kpis
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  double start = bench_now ();
  FILE *file = fopen (path, "r");
  char line[256];
  sqlite3_stmt *insert;
  sqlite3 *bare;
  gint64 id = 1;

  remove (to);
  bare = bare_open (to);
  bare_exec (bare,
             "CREATE TABLE kpi (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
             "CREATE TABLE measurement (id INTEGER PRIMARY KEY, "
             "kpi INTEGER NOT NULL REFERENCES kpi ON DELETE CASCADE "
             "DEFERRABLE INITIALLY DEFERRED, date INTEGER NOT NULL, "
             "value REAL) STRICT;"
             "CREATE INDEX measurement_kpi ON measurement (kpi, date);"
             "BEGIN");
  insert = bare_prepare (bare, "INSERT INTO measurement VALUES (?, ?, ?, ?)");
  if (file == NULL || fgets (line, sizeof line, file) == NULL)
    bench_check (FALSE, NULL);
  while (fgets (line, sizeof line, file) != NULL)
    {
      char *kpi = strchr (line, ',') + 1;
      char *value = strchr (kpi, ',');

      *value++ = '\0';
      sqlite3_bind_int64 (insert, 1, id++);
      sqlite3_bind_int64 (insert, 2, find_kpi (kpis, bare, kpi));
      sqlite3_bind_int64 (
          insert, 3,
          patron_date_from_ymd (two_digits (line) * 100
                                    + two_digits (line + 2),
                                two_digits (line + 5),
                                two_digits (line + 8)));
      sqlite3_bind_double (insert, 4, strtod (value, NULL));
      bare_run (insert);
    }
  sqlite3_finalize (insert);
  bare_exec (bare, "COMMIT");
  print_taken ("bare", bench_now () - start);
  fclose (file);
  sqlite3_close (bare);
  remove (to);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc >= 4 && g_str_equal (argv[1], "write"))
    write_table (argv[2], atoi (argv[3]), argc > 4 ? argv[4] : NULL);
  else if (argc >= 3 && g_str_equal (argv[1], "patron"))
    import_tables (argv[2], argc > 3 ? argv[3] : NULL);
  else if (argc == 3 && g_str_equal (argv[1], "refuse"))
    refuse_table (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "bare"))
    insert_table (argv[2]);
  else
    return 2;
  return 0;
}
