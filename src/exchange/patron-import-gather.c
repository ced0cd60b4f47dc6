/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* From rows to values: those of one period become one, where they stand. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "patron-date.h"
#include "patron-number.h"

#define PROMOTER 9
#define PASSIVE 7

static gint32
start_period (gint32             date,
              PatronImportPeriod period)
{
  int year, month, day;

  /* 1970-01-01 was a Thursday. */
  if (period == PATRON_IMPORT_WEEK)
    return date - ((date + 3) % 7 + 7) % 7;
  if (period == PATRON_IMPORT_DATE)
    return date;
  patron_date_to_ymd (date, &year, &month, &day);
  if (period == PATRON_IMPORT_QUARTER)
    month -= (month - 1) % 3;
  if (period == PATRON_IMPORT_YEAR)
    month = 1;
  return (gint32) patron_date_from_ymd (year, month, 1);
}

/* Rows of one date stay in the order of the file. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const PatronImportPoint *left = a, *right = b;
  guint left_row = patron_entry_get_row (left);
  guint right_row = patron_entry_get_row (right);

  if (left->date != right->date)
    return left->date < right->date ? -1 : 1;
  return left_row < right_row ? -1 : left_row > right_row;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* R's type 7: linear between the order statistics. */
static double
take_quantile (const PatronImportPoint *entries,
               guint                    n,
               double                   p,
               GArray                  *scratch)
{
  double at = (n - 1) * p;
  guint below = (guint) floor (at);
  const double *numbers;

  g_array_set_size (scratch, 0);
  for (guint i = 0; i < n; i++)
    g_array_append_val (scratch, entries[i].above);
  qsort (scratch->data, n, sizeof (double), compare_numbers);
  numbers = (const double *) (gconstpointer) scratch->data;
  if (below + 1 >= n || at == below)
    return numbers[below];
  return numbers[below] + (at - below) * (numbers[below + 1] - numbers[below]);
}

static double
add_up (const PatronImportPoint *entries,
        guint                    n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += entries[i].above;
  return sum;
}

/* Promoters above, detractors below. */
static void
count_answers (PatronImportPoint       *point,
               const PatronImportPoint *entries,
               guint                    n)
{
  point->above = point->below = 0;
  for (guint i = 0; i < n; i++)
    {
      point->above += entries[i].above >= PROMOTER;
      point->below += entries[i].above < PASSIVE;
    }
}

static double
merge_entries (PatronImportMerge        merge,
               const PatronImportPoint *entries,
               guint                    n,
               GArray                  *scratch)
{
  switch (merge)
    {
    case PATRON_IMPORT_SUM:
    case PATRON_IMPORT_COUNT:
    case PATRON_IMPORT_SHARE:
    case PATRON_IMPORT_RATIO:
      return add_up (entries, n);
    case PATRON_IMPORT_LAST:
      return entries[n - 1].above;
    case PATRON_IMPORT_MEDIAN:
      return take_quantile (entries, n, 0.5, scratch);
    case PATRON_IMPORT_P90:
      return take_quantile (entries, n, 0.9, scratch);
    case PATRON_IMPORT_MEAN:
    case PATRON_IMPORT_NPS: /* counted by count_answers () */
    default:
      return add_up (entries, n) / n;
    }
}

static gboolean
refuse_point (PatronImportPlan *self,
              guint             row,
              char             *reason)
{
  patron_plan_refuse (self, row, reason);
  return FALSE;
}

static gboolean
check_point (PatronImportPlan        *self,
             const PatronPile        *pile,
             const PatronImportPoint *point,
             guint                    row)
{
  double value = patron_import_plan_get_value (self, point);
  g_autofree char *text = NULL;

  if (point->below == 0 && self->mapping.merge != PATRON_IMPORT_NPS)
    return refuse_point (
        self, row,
        g_strdup_printf (
            _("“%s” is 0, and cannot be divided by"),
            patron_import_get_column (self->import,
                                      (guint) self->mapping.denominator)));
  /* Written so that an absent limit, which is NaN, lets everything pass. */
  if (isfinite (value) && !(value < pile->low) && !(value > pile->high))
    return TRUE;
  text = patron_number_format (value, -1);
  return refuse_point (
      self, row,
      g_strdup_printf (_("%s is outside what the KPI can be"), text));
}

/* How many of the entries from the first on are of its period. */
static guint
find_run (const PatronImportPoint *entries,
          guint                    n,
          PatronImportPeriod       period,
          gint32                  *start)
{
  guint i = 1;

  *start = start_period (entries[0].date, period);
  while (i < n
         && (entries[i].date == entries[i - 1].date
             || start_period (entries[i].date, period) == *start))
    i++;
  return i;
}

/* Whether the number of rows is the size of a sample: where each row is a
 * value of its own already, nobody knows what it is made of. */
static gboolean
is_sampled (PatronImportMerge merge,
            gboolean          many)
{
  switch (merge)
    {
    case PATRON_IMPORT_SHARE:
    case PATRON_IMPORT_NPS:
      return TRUE;
    case PATRON_IMPORT_MEAN:
    case PATRON_IMPORT_MEDIAN:
    case PATRON_IMPORT_P90:
      return many;
    case PATRON_IMPORT_SUM:
    case PATRON_IMPORT_LAST:
    case PATRON_IMPORT_COUNT:
    case PATRON_IMPORT_RATIO:
    default:
      return FALSE;
    }
}

/* patron_plan_gather:
 *
 * Makes the rows of a pile the values of its group.
 */
void
patron_plan_gather (PatronImportPlan *self,
                    PatronPile       *pile)
{
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *points = pile->group->points;
  PatronImportPoint *entries
      = (PatronImportPoint *) (gpointer) points->data;
  gboolean ratio = self->mapping.merge == PATRON_IMPORT_RATIO
                   || self->mapping.merge == PATRON_IMPORT_SHARE;
  gboolean many = FALSE;
  guint n = 0;

  if (pile->mixed)
    g_array_sort (points, compare_entries);
  for (guint i = 0, run; i < points->len; i += run)
    {
      PatronImportPoint point = { .n_rows = 0, .below = NAN };
      guint row = patron_entry_get_row (&entries[i]);

      run = find_run (entries + i, points->len - i, self->mapping.period,
                      &point.date);
      point.n_rows = run & 0x3fffffff;
      point.above
          = merge_entries (self->mapping.merge, entries + i, run, scratch);
      if (ratio)
        point.below = 0;
      for (guint j = i; ratio && j < i + run; j++)
        point.below += entries[j].below;
      if (self->mapping.merge == PATRON_IMPORT_NPS)
        count_answers (&point, entries + i, run);
      if (ratio && self->mapping.complement)
        point.above = point.below - point.above;
      many |= run > 1;
      if (check_point (self, pile, &point, row))
        entries[n++] = point;
    }
  g_array_set_size (points, n);
  pile->group->sampled = is_sampled (self->mapping.merge, many);
}
