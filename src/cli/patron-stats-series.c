/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-stats-series.h"

#include <math.h>

/* A row of the table. */
typedef struct
{
  gint64 date;
  guint  order; /* of its row in the table */
  double value; /* NAN where it is missing */
} Dated;

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const Dated *x = a;
  const Dated *y = b;

  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* Several values of one date become their mean. */
static PatronStatsSeries *
merge_dates (GArray *rows)
{
  PatronStatsSeries *series = g_new0 (PatronStatsSeries, 1);

  series->dates = g_new (gint64, rows->len + 1);
  series->values = g_new (double, rows->len + 1);
  for (guint i = 0; i < rows->len;)
    {
      gint64 date = g_array_index (rows, Dated, i).date;
      double sum = 0;
      guint n_there = 0;

      for (; i < rows->len && g_array_index (rows, Dated, i).date == date;
           i++)
        if (!isnan (g_array_index (rows, Dated, i).value))
          {
            sum += g_array_index (rows, Dated, i).value;
            n_there++;
          }
      series->dates[series->n] = date;
      series->values[series->n++] = n_there > 0 ? sum / n_there : NAN;
    }
  return series;
}

/* patron_stats_series_read:
 * @input: a table of dates and values
 *
 * Reads all rows, in any order; those that are refused are told.
 *
 * Returns: (transfer full) (nullable): the series, or %NULL where the table
 *   cannot be read
 */
PatronStatsSeries *
patron_stats_series_read (PatronStatsInput  *input,
                          GError           **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Dated));
  PatronCsvResult result;

  while ((result = patron_stats_input_next (input, error)) == PATRON_CSV_ROW)
    {
      Dated dated = { .date = patron_stats_input_get_date (input),
                      .order = rows->len,
                      .value = NAN };

      if (*patron_stats_input_get_cell (input) == '\0'
          || patron_stats_input_read_number (input, &dated.value))
        g_array_append_val (rows, dated);
    }
  if (result == PATRON_CSV_ERROR)
    return NULL;
  g_array_sort (rows, compare_dates);
  return merge_dates (rows);
}

void
patron_stats_series_free (PatronStatsSeries *self)
{
  g_free (self->dates);
  g_free (self->values);
  g_free (self);
}
