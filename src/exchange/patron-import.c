/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-error.h"

#define N_SAMPLES 200
#define MOST_GROUPS 100

static const PatronChoice orders[PATRON_N_DATE_ORDERS] = {
  { "auto", NC_("date order", "Automatic") },
  { "ymd", NC_("date order", "Year, month, day") },
  { "dmy", NC_("date order", "Day, month, year") },
  { "mdy", NC_("date order", "Month, day, year") },
  { "ym", NC_("date order", "Year and month") },
};

static const PatronChoice merges[PATRON_N_IMPORT_MERGES] = {
  { "mean", NC_("merge", "Mean") },
  { "sum", NC_("merge", "Sum") },
  { "last", NC_("merge", "Last value") },
};

/**
 * patron_date_order_get_id:
 *
 * Returns: (transfer none): what command lines and settings call the order
 */
const char *
patron_date_order_get_id (PatronDateOrder order)
{
  return orders[order].id;
}

/**
 * patron_date_order_get_label:
 *
 * Returns: (transfer none): what people read
 */
const char *
patron_date_order_get_label (PatronDateOrder order)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "date order", orders[order].label);
}

/**
 * patron_date_order_from_id:
 *
 * Returns: whether @id is one of an order
 */
gboolean
patron_date_order_from_id (const char      *id,
                           PatronDateOrder *order)
{
  for (int i = 0; i < PATRON_N_DATE_ORDERS; i++)
    if (strcmp (orders[i].id, id) == 0)
      {
        *order = (PatronDateOrder) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * patron_import_merge_get_id:
 *
 * Returns: (transfer none): what command lines and settings call it
 */
const char *
patron_import_merge_get_id (PatronImportMerge merge)
{
  return merges[merge].id;
}

/**
 * patron_import_merge_get_label:
 *
 * Returns: (transfer none): what people read
 */
const char *
patron_import_merge_get_label (PatronImportMerge merge)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "merge", merges[merge].label);
}

/**
 * patron_import_merge_from_id:
 *
 * Returns: whether @id is one
 */
gboolean
patron_import_merge_from_id (const char        *id,
                             PatronImportMerge *merge)
{
  for (int i = 0; i < PATRON_N_IMPORT_MERGES; i++)
    if (strcmp (merges[i].id, id) == 0)
      {
        *merge = (PatronImportMerge) i;
        return TRUE;
      }
  return FALSE;
}

static char **
copy_row (PatronCsvReader *reader)
{
  guint n = patron_csv_reader_get_n_fields (reader);
  char **row = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    row[i] = g_strstrip (
        g_strdup (patron_csv_reader_get_field (reader, i)));
  return row;
}

/**
 * patron_import_new:
 * @bytes: a table with a head, in any encoding that patron_csv_reader_new()
 *   reads
 * @separator: what stands between fields, or 0 to find out
 *
 * Reads the table through once, to know its columns and that it can be read
 * to the end.
 *
 * Returns: (transfer full) (nullable): the table; %NULL with an error of
 *   %PATRON_ERROR if it is none
 */
PatronImport *
patron_import_new (GBytes  *bytes,
                   char     separator,
                   GError **error)
{
  g_autoptr (PatronCsvReader) reader
      = patron_csv_reader_new (bytes, separator, error);
  g_autoptr (PatronImport) self = NULL;
  PatronCsvResult result;

  if (reader == NULL)
    return NULL;
  self = g_new0 (PatronImport, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->samples
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  result = patron_csv_reader_next (reader, error);
  if (result == PATRON_CSV_ROW)
    self->columns = copy_row (reader);
  while (result == PATRON_CSV_ROW)
    {
      result = patron_csv_reader_next (reader, error);
      if (result != PATRON_CSV_ROW)
        break;
      self->n_rows++;
      if (self->samples->len < N_SAMPLES)
        g_ptr_array_add (self->samples, copy_row (reader));
    }
  if (result == PATRON_CSV_ERROR)
    return NULL;
  if (self->n_rows == 0)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                           _("The table is empty. It needs a line of column "
                             "names, and rows below it"));
      return NULL;
    }
  self->n_columns = g_strv_length (self->columns);
  self->reader = g_steal_pointer (&reader);
  return g_steal_pointer (&self);
}

/**
 * patron_import_ref:
 *
 * Returns: (transfer full): @self
 */
PatronImport *
patron_import_ref (PatronImport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * patron_import_unref:
 *
 * Gives up a reference.
 */
void
patron_import_unref (PatronImport *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->reader, patron_csv_reader_free);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->samples);
  g_free (self);
}

/**
 * patron_import_get_n_columns:
 *
 * Returns: how many columns the head names
 */
guint
patron_import_get_n_columns (PatronImport *self)
{
  return self->n_columns;
}

/**
 * patron_import_get_column:
 *
 * Returns: (transfer none): what the head calls a column
 */
const char *
patron_import_get_column (PatronImport *self,
                          guint         column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->columns[column];
}

/**
 * patron_import_find_column:
 * @name: what the head calls a column, in whatever letters
 *
 * Returns: the first column of that name, -1 if there is none
 */
int
patron_import_find_column (PatronImport *self,
                           const char   *name)
{
  g_autofree char *key = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *other = g_utf8_casefold (self->columns[i], -1);

      if (strcmp (key, other) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * patron_import_get_n_rows:
 *
 * Returns: how many rows there are below the head
 */
guint
patron_import_get_n_rows (PatronImport *self)
{
  return self->n_rows;
}

/**
 * patron_import_get_n_samples:
 *
 * Returns: how many of the first rows patron_import_get_cell() knows
 */
guint
patron_import_get_n_samples (PatronImport *self)
{
  return self->samples->len;
}

/**
 * patron_import_get_cell:
 *
 * Returns: (transfer none): a cell of one of the first rows, stripped
 */
const char *
patron_import_get_cell (PatronImport *self,
                        guint         row,
                        guint         column)
{
  char **cells;

  g_return_val_if_fail (row < self->samples->len, NULL);

  cells = g_ptr_array_index (self->samples, row);
  return column < g_strv_length (cells) ? cells[column] : "";
}

/**
 * patron_import_get_separator:
 *
 * Returns: what stands between the fields
 */
char
patron_import_get_separator (PatronImport *self)
{
  return patron_csv_reader_get_separator (self->reader);
}

/**
 * patron_import_get_encoding:
 *
 * Returns: (transfer none): what the table was encoded in
 */
const char *
patron_import_get_encoding (PatronImport *self)
{
  return patron_csv_reader_get_encoding (self->reader);
}

/**
 * patron_import_mapping_init:
 *
 * Sets @mapping to read nothing yet.
 */
void
patron_import_mapping_init (PatronImportMapping *mapping)
{
  *mapping = (PatronImportMapping) {
    .date = -1,
    .group = -1,
    .value = -1,
    .numerator = -1,
    .denominator = -1,
    .filter = -1,
  };
}

/* What the first rows of a column look like. */
typedef struct
{
  guint n_filled;
  guint n_dates;
  guint n_numbers;
  guint n_distinct;
} Looks;

static Looks
look_at (PatronImport *self,
         guint         column)
{
  g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash,
                                                      g_str_equal);
  Looks looks = { 0 };

  for (guint row = 0; row < self->samples->len; row++)
    {
      const char *cell = patron_import_get_cell (self, row, column);
      gboolean is_date = FALSE;
      gint64 date;
      double number;

      if (*cell == '\0')
        continue;
      looks.n_filled++;
      for (int i = 1; i < PATRON_N_DATE_ORDERS && !is_date; i++)
        is_date = patron_cell_read_date (cell, (PatronDateOrder) i, &date);
      looks.n_dates += is_date;
      looks.n_numbers += patron_cell_read_number (cell, '.', &number)
                         || patron_cell_read_number (cell, ',', &number);
      g_hash_table_add (distinct, (gpointer) cell);
    }
  looks.n_distinct = g_hash_table_size (distinct);
  return looks;
}

static gboolean
is_most (guint some,
         guint all)
{
  return all > 0 && some * 10 >= all * 9;
}

/**
 * patron_import_suggest:
 *
 * Sets the columns of @mapping by what the first rows look like: the first
 * that holds dates, the first after it that holds numbers, and the first that
 * holds neither, but the same few words again and again.
 */
void
patron_import_suggest (PatronImport        *self,
                       PatronImportMapping *mapping)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      Looks looks = look_at (self, i);

      if (is_most (looks.n_dates, looks.n_filled))
        {
          if (mapping->date < 0)
            mapping->date = (int) i;
        }
      else if (is_most (looks.n_numbers, looks.n_filled))
        {
          if (mapping->value < 0)
            mapping->value = (int) i;
        }
      else if (mapping->group < 0 && looks.n_distinct > 1
               && looks.n_distinct <= MOST_GROUPS
               && looks.n_distinct * 2 <= looks.n_filled)
        mapping->group = (int) i;
    }
}
