/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Reading the rows of a table into piles and buckets. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define QUOTED_LENGTH 60

/* patron_pile_free:
 *
 * Frees a pile and its buckets.
 */
void
patron_pile_free (PatronPile *pile)
{
  g_free (pile->key);
  g_hash_table_unref (pile->buckets);
  g_free (pile);
}

/* patron_planning_refuse:
 *
 * Notes why a row is not taken.
 *
 * Returns: FALSE
 */
gboolean
patron_planning_refuse (PatronPlanning *self,
                        guint           row,
                        const char     *format,
                        ...)
{
  PatronImportRefusal refusal = { .row = row };
  va_list args;

  va_start (args, format);
  refusal.reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->plan->refusals, refusal);
  return FALSE;
}

static guint
get_line (PatronPlanning *self)
{
  return patron_csv_reader_get_line (self->reader);
}

static const char *
get_column (PatronPlanning *self,
            int             column)
{
  return patron_import_get_column (self->import, (guint) column);
}

/* Cells come with blanks around them; most come without. */
static const char *
get_cell (PatronPlanning *self,
          int             column,
          char          **copy)
{
  const char *cell
      = patron_csv_reader_get_field (self->reader, (guint) column);
  gsize length = strlen (cell);

  if (length == 0
      || (!g_ascii_isspace (cell[0]) && !g_ascii_isspace (cell[length - 1])))
    return cell;
  g_free (*copy);
  *copy = g_strstrip (g_strdup (cell));
  return *copy;
}

/* As much of a cell as a message can show. */
static char *
quote_cell (const char *cell)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (cell, -1) <= QUOTED_LENGTH)
    return g_strdup (cell);
  start = g_utf8_substring (cell, 0, QUOTED_LENGTH);
  return g_strconcat (start, "…", NULL);
}

static gboolean
refuse_empty (PatronPlanning *self,
              int             column)
{
  return patron_planning_refuse (self, get_line (self), _("“%s” is empty"),
                                 get_column (self, column));
}

static gboolean
check_shape (PatronPlanning *self)
{
  guint n = patron_csv_reader_get_n_fields (self->reader);
  guint expected = self->import->n_columns;

  if (!patron_csv_reader_get_well_quoted (self->reader))
    return patron_planning_refuse (
        self, get_line (self), _("text follows a closing quotation mark"));
  /* Separators at the end of a row, for cells that are not used. */
  while (n > expected
         && *patron_csv_reader_get_field (self->reader, n - 1) == '\0')
    n--;
  if (n == expected)
    return TRUE;
  return patron_planning_refuse (
      self, get_line (self),
      ngettext ("the row has %u cell, the head has %u",
                "the row has %u cells, the head has %u", n),
      n, expected);
}

static gboolean
read_number (PatronPlanning *self,
             int             column,
             double         *number)
{
  g_autofree char *copy = NULL;
  g_autofree char *quoted = NULL;
  const char *cell = get_cell (self, column, &copy);

  if (*cell == '\0')
    return refuse_empty (self, column);
  if (patron_cell_read_number (cell, self->plan->decimal_mark, number))
    return TRUE;
  quoted = quote_cell (cell);
  return patron_planning_refuse (
      self, get_line (self),
      /* Translators: the name of a column, and what a cell of it holds. */
      _("“%s”: “%s” is not a number"), get_column (self, column), quoted);
}

static gboolean
read_date (PatronPlanning *self,
           gint64         *date)
{
  int column = self->mapping->date;
  g_autofree char *copy = NULL;
  g_autofree char *quoted = NULL;
  const char *cell = get_cell (self, column, &copy);

  if (*cell == '\0')
    return refuse_empty (self, column);
  if (patron_cell_read_date (cell, self->plan->order, date))
    return TRUE;
  quoted = quote_cell (cell);
  return patron_planning_refuse (
      self, get_line (self),
      /* Translators: the name of a column, and what a cell of it holds. */
      _("“%s”: “%s” is not a date"), get_column (self, column), quoted);
}

/* A row in which nothing was counted is sound: its neighbours of the same
 * date may hold what it is added to. */
static gboolean
read_numbers (PatronPlanning *self,
              double         *above,
              double         *below)
{
  const PatronImportMapping *mapping = self->mapping;

  *below = 0;
  if (mapping->value >= 0)
    return read_number (self, mapping->value, above);
  if (!read_number (self, mapping->numerator, above)
      || !read_number (self, mapping->denominator, below))
    return FALSE;
  if (*below == 0 && *above != 0)
    return patron_planning_refuse (
        self, get_line (self), _("“%s” is 0, and cannot be divided by"),
        get_column (self, mapping->denominator));
  if (*below < 0)
    return patron_planning_refuse (
        self, get_line (self), _("“%s” is below 0, so there is no ratio"),
        get_column (self, mapping->denominator));
  return TRUE;
}

static PatronBucket *
get_bucket (PatronPlanning *self,
            const char     *key,
            gint64          date)
{
  PatronPile *pile = g_hash_table_lookup (self->piles, key);
  PatronBucket *bucket;

  if (pile == NULL)
    {
      pile = g_new0 (PatronPile, 1);
      pile->key = g_strdup (key);
      pile->buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                             NULL, g_free);
      g_hash_table_insert (self->piles, pile->key, pile);
      g_ptr_array_add (self->in_order, pile);
    }
  bucket = g_hash_table_lookup (pile->buckets, &date);
  if (bucket == NULL)
    {
      bucket = g_new0 (PatronBucket, 1);
      bucket->date = date;
      bucket->row = get_line (self);
      g_hash_table_insert (pile->buckets, &bucket->date, bucket);
    }
  return bucket;
}

static gboolean
is_filtered (PatronPlanning *self)
{
  g_autofree char *copy = NULL;

  return self->mapping->filter >= 0
         && g_strcmp0 (get_cell (self, self->mapping->filter, &copy),
                       self->mapping->filter_value)
                != 0;
}

static gboolean
read_row (PatronPlanning *self)
{
  int group = self->mapping->group;
  g_autofree char *copy = NULL;
  const char *key = "";
  PatronBucket *bucket;
  double above, below;
  gint64 date;

  if (!check_shape (self))
    return FALSE;
  if (is_filtered (self))
    {
      self->plan->n_filtered++;
      return TRUE;
    }
  if (group >= 0)
    key = get_cell (self, group, &copy);
  if (group >= 0 && *key == '\0')
    return refuse_empty (self, group);
  if (!read_date (self, &date) || !read_numbers (self, &above, &below))
    return FALSE;

  bucket = get_bucket (self, key, date);
  bucket->sum += above;
  bucket->below += below;
  bucket->last = above;
  bucket->n_rows++;
  return TRUE;
}

static const char *
get_raw (PatronPlanning *self,
         int             column)
{
  return patron_csv_reader_get_field (self->reader, (guint) column);
}

/* patron_planning_find_forms:
 *
 * Finds out, in one pass, how the columns write dates and numbers.
 *
 * Returns: whether the table could be read
 */
gboolean
patron_planning_find_forms (PatronPlanning *self,
                            GError        **error)
{
  const PatronImportMapping *mapping = self->mapping;
  const int numbers[] = { mapping->value, mapping->numerator,
                          mapping->denominator };
  PatronImportPlan *plan = self->plan;
  PatronDateGuess dates = { { 0 } };
  PatronMarkGuess marks = { 0 };
  PatronCsvResult result;

  patron_csv_reader_rewind (self->reader);
  result = patron_csv_reader_next (self->reader, error);
  while (result == PATRON_CSV_ROW)
    {
      result = patron_csv_reader_next (self->reader, error);
      if (result != PATRON_CSV_ROW)
        break;
      patron_date_guess_add (&dates, get_raw (self, mapping->date));
      for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
        if (numbers[i] >= 0)
          patron_mark_guess_add (&marks, get_raw (self, numbers[i]));
      if (mapping->value >= 0
          && strchr (get_raw (self, mapping->value), '%') != NULL)
        plan->percent = TRUE;
    }
  if (result == PATRON_CSV_ERROR)
    return FALSE;

  plan->order = mapping->order;
  if (mapping->order == PATRON_DATE_ORDER_AUTO)
    plan->order = patron_date_guess_decide (&dates, &plan->order_ambiguous);
  plan->decimal_mark = mapping->decimal_mark;
  if (mapping->decimal_mark == 0)
    plan->decimal_mark = patron_mark_guess_decide (
        &marks, patron_csv_reader_get_separator (self->reader),
        &plan->mark_ambiguous);
  return TRUE;
}

/* patron_planning_read_rows:
 *
 * Puts every row into its bucket, or among the refusals.
 *
 * Returns: whether the table could be read
 */
gboolean
patron_planning_read_rows (PatronPlanning *self,
                           GError        **error)
{
  PatronCsvResult result;

  patron_csv_reader_rewind (self->reader);
  result = patron_csv_reader_next (self->reader, error);
  while (result == PATRON_CSV_ROW)
    {
      result = patron_csv_reader_next (self->reader, error);
      if (result != PATRON_CSV_ROW)
        break;
      self->plan->n_rows++;
      read_row (self);
    }
  return result == PATRON_CSV_END;
}
