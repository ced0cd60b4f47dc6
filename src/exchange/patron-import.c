/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-cell.h"
#include "patron-date.h"
#include "patron-error.h"

#define N_SAMPLES 200
#define MOST_GROUPS 100

static char **
copy_row (PatronCsvReader *reader)
{
  guint n = patron_csv_reader_get_n_fields (reader);
  char **row = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    row[i] = g_utf8_make_valid (patron_csv_reader_get_cell (reader, i), -1);
  return row;
}

static gboolean
is_whole_date (const char *cell)
{
  gint64 date;

  return patron_cell_read_date (cell, PATRON_DATE_ORDER_YMD, &date)
         || patron_cell_read_date (cell, PATRON_DATE_ORDER_DMY, &date)
         || patron_cell_read_date (cell, PATRON_DATE_ORDER_MDY, &date);
}

/* A table that can be imported has dates, and no column is named by one. */
static gboolean
looks_like_head (char **cells)
{
  for (gsize i = 0; cells[i] != NULL; i++)
    if (is_whole_date (cells[i]))
      return FALSE;
  return TRUE;
}

static char **
number_columns (guint n)
{
  char **columns = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    columns[i] = g_strdup_printf (C_("table", "Column %u"), i + 1);
  return columns;
}

static gboolean
read_columns (PatronImport    *self,
              PatronCsvReader *reader,
              PatronImportHead head,
              GError         **error)
{
  PatronCsvResult result = patron_csv_reader_next (reader, error);
  g_auto (GStrv) first = NULL;

  if (result == PATRON_CSV_ERROR)
    return FALSE;
  if (result == PATRON_CSV_END)
    return TRUE;
  first = copy_row (reader);
  self->n_columns = g_strv_length (first);
  self->has_head = head == PATRON_IMPORT_HEAD_YES
                   || (head == PATRON_IMPORT_HEAD_AUTO
                       && looks_like_head (first));
  if (self->has_head)
    self->columns = g_steal_pointer (&first);
  else
    {
      self->columns = number_columns (self->n_columns);
      g_ptr_array_add (self->samples, g_steal_pointer (&first));
    }
  return TRUE;
}

/**
 * patron_import_new:
 * @text: a table
 * @form: (nullable): how it is written, as far as that is known
 * @head: whether its first row names the columns
 *
 * Looks at the first rows of a table, to know its columns.
 *
 * Returns: (transfer full) (nullable): the table; %NULL with an error of
 *   %PATRON_ERROR if it is none
 */
PatronImport *
patron_import_new (PatronCsvText       *text,
                   const PatronCsvForm *form,
                   PatronImportHead     head,
                   GError             **error)
{
  g_autoptr (PatronCsvReader) reader
      = patron_csv_reader_new_for_text (text, form, error);
  g_autoptr (PatronImport) self = NULL;
  PatronCsvResult result = PATRON_CSV_END;

  if (reader == NULL)
    return NULL;
  self = g_new0 (PatronImport, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = patron_csv_text_ref (text);
  self->form.separator = patron_csv_reader_get_separator (reader);
  self->form.quote = form != NULL ? form->quote : 0;
  self->samples
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (!read_columns (self, reader, head, error))
    return NULL;
  while (self->samples->len < N_SAMPLES
         && (result = patron_csv_reader_next (reader, error))
                == PATRON_CSV_ROW)
    g_ptr_array_add (self->samples, copy_row (reader));
  if (result == PATRON_CSV_ERROR)
    return NULL;
  if (self->samples->len == 0)
    {
      g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                           _("The table is empty. It needs a line of column "
                             "names, and rows below it"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * patron_import_new_for_file:
 *
 * Like patron_import_new(), for a file, which must stay as it is while the
 * table is used.
 *
 * Returns: (transfer full) (nullable): the table; %NULL with an error of
 *   %PATRON_ERROR if it is none
 */
PatronImport *
patron_import_new_for_file (GFile               *file,
                            const PatronCsvForm *form,
                            PatronImportHead     head,
                            GCancellable        *cancellable,
                            GError             **error)
{
  g_autoptr (PatronCsvText) text = patron_csv_text_new_for_file (
      file, form != NULL ? form->encoding : NULL, cancellable, error);

  return text != NULL ? patron_import_new (text, form, head, error) : NULL;
}

/**
 * patron_import_new_for_bytes:
 *
 * Like patron_import_new(), for a table in memory.
 *
 * Returns: (transfer full) (nullable): the table; %NULL with an error of
 *   %PATRON_ERROR if it is none
 */
PatronImport *
patron_import_new_for_bytes (GBytes              *bytes,
                             const PatronCsvForm *form,
                             PatronImportHead     head,
                             GError             **error)
{
  g_autoptr (PatronCsvText) text = patron_csv_text_new (
      bytes, form != NULL ? form->encoding : NULL, error);

  return text != NULL ? patron_import_new (text, form, head, error) : NULL;
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
  patron_csv_text_unref (self->text);
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
 * patron_import_has_head:
 *
 * Returns: whether the first row names the columns
 */
gboolean
patron_import_has_head (PatronImport *self)
{
  return self->has_head;
}

/**
 * patron_import_get_text:
 *
 * Returns: (transfer none): the text of the table
 */
PatronCsvText *
patron_import_get_text (PatronImport *self)
{
  return self->text;
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
  return self->form.separator;
}

/**
 * patron_import_get_encoding:
 *
 * Returns: (transfer none): what the table was encoded in
 */
const char *
patron_import_get_encoding (PatronImport *self)
{
  return patron_csv_text_get_encoding (self->text);
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
    .single_date = PATRON_IMPORT_NO_DATE,
    .group = -1,
    .value = -1,
    .numerator = -1,
    .denominator = -1,
    .share = { .column = -1 },
    .filter = { .column = -1 },
    .low = NAN,
    .high = NAN,
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
 * holds neither, but the same few words again and again. A table without
 * dates is of today.
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
  if (mapping->date < 0)
    mapping->single_date = patron_date_today ();
}
