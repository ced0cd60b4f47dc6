/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Reading the rows of a table into piles, one for each KPI. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-cell.h"
#include "patron-error.h"
#include "patron-number.h"

#define ROWS_BETWEEN_LOOKS 4096
#define MOST_PILES 10000

typedef struct
{
  PatronImportPlan *plan;
  PatronScan       *rows;
  gboolean          too_many;
} Reading;

/* patron_import_group_free:
 *
 * Frees a group and its points.
 */
void
patron_import_group_free (PatronImportGroup *group)
{
  g_free (group->name);
  g_free (group->key);
  g_array_unref (group->points);
  g_free (group);
}

/* patron_pile_free:
 *
 * Frees a pile, and its group if that is still its own.
 */
void
patron_pile_free (PatronPile *pile)
{
  g_clear_pointer (&pile->group, patron_import_group_free);
  g_free (pile);
}

/* patron_plan_refuse:
 * @reason: (transfer full): why
 *
 * Notes why a row is not taken.
 */
void
patron_plan_refuse (PatronImportPlan *self,
                    guint             line,
                    char             *reason)
{
  patron_refusals_add (self->refusals, line, reason);
}

static void
refuse_cb (guint    line,
           char    *reason,
           gpointer user_data)
{
  PatronImportPlan *self = user_data;

  self->n_rows++;
  patron_plan_refuse (self, line, reason);
}

/* FALSE if the cell has no place in an order. */
static gboolean
compare_cell (Reading                *reading,
              const PatronImportTest *test,
              const char             *cell,
              int                    *order)
{
  char mark = reading->plan->forms.decimal_mark;
  const char *value = test->value != NULL ? test->value : "";
  double left, right;

  if (patron_cell_read_number (cell, mark, &left)
      && (patron_cell_read_number (value, '.', &right)
          || patron_cell_read_number (value, mark, &right)))
    {
      *order = left < right ? -1 : left > right;
      return TRUE;
    }
  *order = strcmp (cell, value) == 0 ? 0 : 1;
  if (*order != 0)
    {
      g_autofree char *a = g_utf8_casefold (cell, -1);
      g_autofree char *b = g_utf8_casefold (value, -1);

      *order = strcmp (a, b) != 0;
    }
  return test->operator == PATRON_IMPORT_IS
         || test->operator == PATRON_IMPORT_IS_NOT;
}

static gboolean
decide (PatronImportOperator operator,
        int                  order)
{
  switch (operator)
    {
    case PATRON_IMPORT_IS:
      return order == 0;
    case PATRON_IMPORT_IS_NOT:
      return order != 0;
    case PATRON_IMPORT_LESS:
      return order < 0;
    case PATRON_IMPORT_AT_MOST:
      return order <= 0;
    case PATRON_IMPORT_MORE:
      return order > 0;
    case PATRON_IMPORT_AT_LEAST:
      return order >= 0;
    default:
      return FALSE;
    }
}

/* A row that cannot be told to pass or not is refused. */
static gboolean
test_row (Reading                *reading,
          const PatronImportTest *test,
          gboolean               *passes)
{
  const char *cell = patron_scan_get_cell (reading->rows, test->column);
  g_autofree char *quoted = NULL;
  int order;

  if (compare_cell (reading, test, cell, &order))
    {
      *passes = decide (test->operator, order);
      return TRUE;
    }
  quoted = patron_quote_cell (cell);
  return patron_scan_refuse (
      reading->rows,
      /* Translators: the name of a column, and what a cell of it holds. */
      _("“%s”: “%s” is not a number"),
      patron_scan_get_name (reading->rows, test->column), quoted);
}

/* A row in which nothing was counted is sound: its neighbours of the same
 * date may hold what it is added to. */
static gboolean
read_ratio (Reading *reading,
            double  *above,
            double  *below)
{
  const PatronImportMapping *mapping = &reading->plan->mapping;
  PatronScan *rows = reading->rows;

  if (!patron_scan_read_number (rows, mapping->numerator, above)
      || !patron_scan_read_number (rows, mapping->denominator, below))
    return FALSE;
  if (*below == 0 && *above != 0)
    return patron_scan_refuse (
        rows, _("“%s” is 0, and cannot be divided by"),
        patron_scan_get_name (rows, mapping->denominator));
  if (*below < 0)
    return patron_scan_refuse (
        rows, _("“%s” is below 0, so there is no ratio"),
        patron_scan_get_name (rows, mapping->denominator));
  return TRUE;
}

static gboolean
refuse_scale (Reading *reading,
              double   number,
              double   low,
              double   high)
{
  g_autofree char *text = patron_number_format (number, -1);
  g_autofree char *from = patron_number_format (low, -1);
  g_autofree char *to = patron_number_format (high, -1);

  if (isnan (low))
    return patron_scan_refuse (reading->rows,
                               _("%s is more than the largest value, %s"),
                               text, to);
  if (isnan (high))
    return patron_scan_refuse (reading->rows,
                               _("%s is less than the smallest value, %s"),
                               text, from);
  return patron_scan_refuse (reading->rows,
                             _("%s is outside the scale of %s to %s"), text,
                             from, to);
}

/* Comparisons with NaN, an absent limit, let everything pass. */
static gboolean
check_scale (Reading *reading,
             double   number,
             double   low,
             double   high)
{
  return (!(number < low) && !(number > high))
         || refuse_scale (reading, number, low, high);
}

static gboolean
read_values (Reading *reading,
             double  *above,
             double  *below)
{
  const PatronImportMapping *mapping = &reading->plan->mapping;
  PatronScan *rows = reading->rows;
  gboolean passes;

  *below = NAN;
  *above = 1;
  switch (mapping->merge)
    {
    case PATRON_IMPORT_RATIO:
      return read_ratio (reading, above, below);
    case PATRON_IMPORT_SHARE:
      if (!test_row (reading, &mapping->share, &passes))
        return FALSE;
      *above = passes;
      *below = 1;
      return TRUE;
    case PATRON_IMPORT_COUNT:
      return TRUE;
    case PATRON_IMPORT_NPS:
      if (!patron_scan_read_number (rows, mapping->value, above)
          || !check_scale (reading, *above, 0, 10))
        return FALSE;
      return *above == floor (*above)
             || patron_scan_refuse (rows,
                                    _("“%s”: answers are whole numbers from "
                                      "0 to 10"),
                                    patron_scan_get_name (rows,
                                                          mapping->value));
    case PATRON_IMPORT_MEAN:
    case PATRON_IMPORT_SUM:
    case PATRON_IMPORT_LAST:
    case PATRON_IMPORT_MEDIAN:
    case PATRON_IMPORT_P90:
    default:
      return patron_scan_read_number (rows, mapping->value, above)
             && check_scale (reading, *above, mapping->low, mapping->high);
    }
}

/* What a KPI cannot be, none of the rows can be that its value is one of, or
 * lies between. */
static gboolean
shares_scale (PatronImportMerge merge)
{
  return merge == PATRON_IMPORT_MEAN || merge == PATRON_IMPORT_LAST
         || merge == PATRON_IMPORT_MEDIAN || merge == PATRON_IMPORT_P90;
}

static PatronPile *
new_pile (PatronImportPlan *plan,
          const char       *key)
{
  PatronPile *pile = g_new0 (PatronPile, 1);
  PatronImportGroup *group = g_new0 (PatronImportGroup, 1);

  pile->group = group;
  group->key = plan->mapping.group >= 0 ? g_utf8_make_valid (key, -1) : NULL;
  group->name = patron_plan_name_kpi (plan, key);
  group->points = g_array_new (FALSE, FALSE, sizeof (PatronImportPoint));
  pile->kpi = patron_plan_find_kpi (plan, group->name);
  pile->low = pile->high = NAN;
  pile->last = G_MININT32;
  if (pile->kpi != NULL)
    {
      group->kpi = pile->kpi->id;
      g_free (group->name);
      group->name = g_strdup (pile->kpi->title);
      pile->low = pile->kpi->smallest;
      pile->high = pile->kpi->largest;
    }
  else if (plan->mapping.complement)
    {
      pile->low = 0;
      pile->high = 1;
    }
  g_hash_table_insert (plan->piles, g_strdup (key), pile);
  g_ptr_array_add (plan->in_order, pile);
  return pile;
}

static PatronPile *
get_pile (Reading    *reading,
          const char *key)
{
  PatronPile *pile = g_hash_table_lookup (reading->plan->piles, key);

  if (pile == NULL && reading->plan->in_order->len >= MOST_PILES)
    reading->too_many = TRUE;
  else if (pile == NULL)
    pile = new_pile (reading->plan, key);
  return pile;
}

static gboolean
read_date (Reading *reading,
           gint64  *date)
{
  const PatronImportMapping *mapping = &reading->plan->mapping;

  if (mapping->date >= 0)
    return patron_scan_read_date (reading->rows, mapping->date, date);
  *date = mapping->single_date;
  return TRUE;
}

static void
read_row (Reading *reading)
{
  PatronImportPlan *plan = reading->plan;
  const PatronImportMapping *mapping = &plan->mapping;
  PatronImportPoint entry = { 0 };
  const char *key = "";
  PatronPile *pile;
  gboolean passes = TRUE;
  gint64 date;

  if (mapping->filter.column >= 0
      && !test_row (reading, &mapping->filter, &passes))
    return;
  if (!passes)
    {
      plan->n_filtered++;
      return;
    }
  if ((mapping->group >= 0
       && !patron_scan_read_filled (reading->rows, mapping->group, &key))
      || !read_date (reading, &date)
      || !read_values (reading, &entry.above, &entry.below))
    return;
  pile = get_pile (reading, key);
  if (pile == NULL
      || (shares_scale (mapping->merge)
          && !check_scale (reading, entry.above, pile->low, pile->high)))
    return;
  entry.date = (gint32) date;
  entry.n_rows = patron_scan_get_line (reading->rows) & 0x3fffffff;
  pile->mixed |= entry.date < pile->last;
  pile->last = entry.date;
  g_array_append_val (pile->group->points, entry);
}

static gboolean
try_forms (Reading *reading,
           GError **error)
{
  const PatronImportMapping *mapping = &reading->plan->mapping;
  const int numbers[] = { mapping->value, mapping->numerator,
                          mapping->denominator, mapping->share.column };

  reading->plan->forms = (PatronRowForms) {
    .order = mapping->order,
    .decimal_mark = mapping->decimal_mark,
  };
  return patron_scan_try_forms (reading->rows, mapping->date, numbers,
                                G_N_ELEMENTS (numbers),
                                &reading->plan->forms, error);
}

/* Forgets the rows that were read as they are not written. */
static gboolean
start_again (Reading *reading,
             GError **error)
{
  PatronImportPlan *plan = reading->plan;

  g_ptr_array_set_size (plan->in_order, 0);
  g_hash_table_remove_all (plan->piles);
  patron_refusals_clear (plan->refusals);
  plan->n_rows = plan->n_filtered = 0;
  reading->too_many = FALSE;
  return patron_scan_rewind (reading->rows, error);
}

static gboolean
read_rows (Reading       *reading,
           GCancellable  *cancellable,
           GError       **error)
{
  PatronImportPlan *plan = reading->plan;
  PatronCsvResult result;
  guint n = 0;

  while ((result = patron_scan_next (reading->rows, error))
         == PATRON_CSV_ROW)
    {
      guint n_refusals = patron_refusals_get_n (plan->refusals);

      read_row (reading);
      /* Whoever refuses a row has counted it. */
      plan->n_rows
          += patron_refusals_get_n (plan->refusals) == n_refusals;
      if (++n % ROWS_BETWEEN_LOOKS != 0)
        continue;
      g_atomic_int_set (
          &plan->progress,
          (int) (1000 * patron_scan_get_progress (reading->rows)));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return result == PATRON_CSV_END;
}

/* patron_plan_read_rows:
 *
 * Puts every row into its pile, or among the refusals.
 *
 * Returns: whether the table could be read
 */
gboolean
patron_plan_read_rows (PatronImportPlan *self,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autoptr (PatronScan) rows
      = patron_scan_new (self->import, refuse_cb, self, error);
  Reading reading = { self, rows, FALSE };

  if (rows == NULL || !try_forms (&reading, error)
      || !read_rows (&reading, cancellable, error))
    return FALSE;
  if (!patron_scan_confirm_forms (rows, &self->forms)
      && (!start_again (&reading, error)
          || !read_rows (&reading, cancellable, error)))
    return FALSE;
  if (!reading.too_many)
    return TRUE;
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
               _("The column “%s” has more than %d values. Choose one that "
                 "has a few"),
               patron_import_get_column (self->import,
                                         (guint) self->mapping.group),
               MOST_PILES);
  return FALSE;
}
