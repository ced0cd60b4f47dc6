/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the store against bare SQLite.
 *
 *   bench-store edits DIRECTORY REPEATS
 *   bench-store undo DIRECTORY REPEATS
 *   bench-store life DIRECTORY REPEATS MEGABYTES
 *
 * Prints a line for each time taken: row, column, microseconds, divided by
 * tabs. Columns of one row are taken in turn, so that the machine's moods
 * fall on all of them. Leaves its files in DIRECTORY. */

#include "store.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
bench_print (const char *row,
             const char *column,
             double      microseconds)
{
  printf ("%s\t%s\t%.3f\n", row, column, microseconds);
}

/* Inserts a record; the fields and their values, as files write them, are
 * pairs of text. Returns its key. */
gint64
bench_insert (PatronDocument *document,
              const char     *name,
              const char     *first_field,
              ...)
{
  const PatronEntity *entity
      = patron_registry_lookup (patron_document_get_registry (document), name);
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  GError *error = NULL;
  g_autoptr (PatronRecord) record = NULL;
  va_list args;

  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  va_start (args, first_field);
  for (const char *field = first_field; field != NULL;
       field = va_arg (args, const char *))
    {
      int index = patron_entity_find_field (entity, field);

      g_assert (index >= 0);
      bench_check (patron_field_from_text (&entity->fields[index],
                                           va_arg (args, const char *),
                                           &values[index], &error),
                   error);
    }
  va_end (args);
  record = patron_document_insert_values (document, entity, 0, values, &error);
  bench_check (record != NULL, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return patron_record_get_id (record);
}

void
bench_save_as (PatronDocument *document,
               const char     *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;

  bench_check (patron_document_save_as (document, file, &error), error);
}

int
main (int    argc,
      char **argv)
{
  int repeats = argc > 3 ? atoi (argv[3]) : 0;

  if (repeats > 0 && argc == 4 && strcmp (argv[1], "edits") == 0)
    measure_edits (argv[2], repeats);
  else if (repeats > 0 && argc == 4 && strcmp (argv[1], "undo") == 0)
    measure_undo (argv[2], repeats);
  else if (repeats > 0 && argc == 5 && strcmp (argv[1], "life") == 0)
    measure_life (argv[2], atoi (argv[4]), repeats);
  else
    {
      fprintf (stderr, "Usage: bench-store edits|undo DIRECTORY REPEATS\n"
                       "       bench-store life DIRECTORY REPEATS "
                       "MEGABYTES\n");
      return 2;
    }
  return 0;
}
