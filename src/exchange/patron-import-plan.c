/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* What importing a table would do. Nothing is written here. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-error.h"
#include "patron-number.h"

static void
free_group (gpointer data)
{
  PatronImportGroup *group = data;

  g_free (group->name);
  g_free (group->key);
  g_array_unref (group->points);
  g_free (group);
}

static void
clear_refusal (gpointer data)
{
  PatronImportRefusal *refusal = data;

  g_free (refusal->reason);
}

static char *
name_group (const PatronImportMapping *mapping,
            PatronImport              *import,
            const char                *key)
{
  gboolean named = mapping->name != NULL && *mapping->name != '\0';

  if (mapping->group < 0 && named)
    return g_strdup (mapping->name);
  if (mapping->group < 0 && mapping->value >= 0)
    return g_strdup (patron_import_get_column (import,
                                               (guint) mapping->value));
  if (mapping->group < 0)
    /* Translators: two columns of a table, one divided by the other. */
    return g_strdup_printf (
        C_("ratio", "%s ÷ %s"),
        patron_import_get_column (import, (guint) mapping->numerator),
        patron_import_get_column (import, (guint) mapping->denominator));
  if (!named)
    return g_strdup (key);
  /* Translators: a KPI and the group that it is measured for, such as
   * “Seen in time – Northern branch”. */
  return g_strdup_printf (C_("KPI of a group", "%s – %s"), mapping->name,
                          key);
}

static PatronRecord *
find_kpi (PatronPlanning *self,
          PatronDocument *document,
          const char     *name)
{
  g_autoptr (GListModel) kpis = NULL;
  g_autofree char *key = g_utf8_casefold (name, -1);

  if (self->mapping->group < 0 && self->mapping->kpi != 0)
    return patron_document_get_record (document, "kpi", self->mapping->kpi);

  kpis = patron_document_list (document, "kpi");
  for (guint i = 0; i < g_list_model_get_n_items (kpis); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (kpis, i);
      const char *other = patron_record_get_text (kpi, "name");
      g_autofree char *folded
          = other != NULL ? g_utf8_casefold (other, -1) : NULL;

      if (g_strcmp0 (folded, key) == 0)
        return g_steal_pointer (&kpi);
    }
  return NULL;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const PatronImportPoint *left = a, *right = b;

  return left->date < right->date ? -1 : left->date > right->date;
}

static double
merge_values (const PatronBucket *bucket,
              PatronImportMerge   merge)
{
  if (merge == PATRON_IMPORT_SUM)
    return bucket->sum;
  if (merge == PATRON_IMPORT_LAST)
    return bucket->last;
  return bucket->sum / bucket->n_rows;
}

static gboolean
divide (PatronPlanning     *self,
        const PatronBucket *bucket,
        PatronImportPoint  *point)
{
  if (bucket->below == 0)
    return patron_planning_refuse (
        self, bucket->row, _("“%s” is 0, and cannot be divided by"),
        patron_import_get_column (self->import,
                                  (guint) self->mapping->denominator));
  point->denominator = bucket->below;
  point->numerator = bucket->sum;
  point->value = bucket->sum / bucket->below;
  if (self->plan->complement)
    {
      point->numerator = bucket->below - bucket->sum;
      point->value = 1 - point->value;
    }
  return TRUE;
}

static gboolean
make_point (PatronPlanning     *self,
            const PatronBucket *bucket,
            double              smallest,
            double              largest,
            PatronImportPoint  *point)
{
  g_autofree char *text = NULL;

  *point = (PatronImportPoint) {
    .date = bucket->date,
    .numerator = NAN,
    .denominator = NAN,
    .n_rows = bucket->n_rows,
    .row = bucket->row,
    .is_new = TRUE,
  };
  if (!self->plan->ratio)
    point->value = merge_values (bucket, self->plan->merge);
  else if (!divide (self, bucket, point))
    return FALSE;

  /* Written so that an absent limit, which is NaN, lets everything pass. */
  if (isfinite (point->value) && !(point->value < smallest)
      && !(point->value > largest))
    return TRUE;
  text = patron_number_format (point->value, -1);
  return patron_planning_refuse (self, bucket->row,
                                 _("%s is outside what the KPI can be"),
                                 text);
}

/* Which dates the KPI has values of already. */
static void
compare_with_document (PatronDocument    *document,
                       PatronImportGroup *group)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GListModel) list
      = patron_document_list_of (document, "measurement", "kpi", group->kpi);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) measurement = g_list_model_get_item (list, i);
      gint64 date = patron_record_get_integer (measurement, "date");
      double value = patron_record_get_number (measurement, "value");

      g_hash_table_insert (known, g_memdup2 (&date, sizeof date),
                           g_memdup2 (&value, sizeof value));
    }
  for (guint i = 0; i < group->points->len; i++)
    {
      PatronImportPoint *point
          = &g_array_index (group->points, PatronImportPoint, i);
      const double *value = g_hash_table_lookup (known, &point->date);

      point->is_new = value == NULL;
      point->changes = value != NULL && *value != point->value;
    }
}

static void
make_group (PatronPlanning   *self,
            PatronDocument   *document,
            const PatronPile *pile)
{
  PatronImportGroup *group = g_new0 (PatronImportGroup, 1);
  g_autoptr (PatronRecord) kpi = NULL;
  double smallest = NAN, largest = NAN;
  GHashTableIter iter;
  gpointer bucket;

  group->key = self->mapping->group >= 0 ? g_strdup (pile->key) : NULL;
  group->name = name_group (self->mapping, self->import, pile->key);
  g_strdelimit (group->name, "\r\n", ' ');
  group->points = g_array_new (FALSE, FALSE, sizeof (PatronImportPoint));
  kpi = find_kpi (self, document, group->name);
  if (kpi != NULL)
    {
      g_autofree char *title = patron_record_get_title (kpi);

      group->kpi = patron_record_get_id (kpi);
      g_free (group->name);
      group->name = g_steal_pointer (&title);
      smallest = patron_record_get_number (kpi, "smallest");
      largest = patron_record_get_number (kpi, "largest");
    }
  else if (self->plan->complement)
    {
      smallest = 0;
      largest = 1;
    }

  g_hash_table_iter_init (&iter, pile->buckets);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    {
      PatronImportPoint point;

      if (make_point (self, bucket, smallest, largest, &point))
        g_array_append_val (group->points, point);
    }
  g_array_sort (group->points, compare_points);
  if (group->kpi != 0)
    compare_with_document (document, group);
  if (group->points->len > 0)
    g_ptr_array_add (self->plan->groups, group);
  else
    free_group (group);
}

static int
compare_refusals (gconstpointer a,
                  gconstpointer b)
{
  const PatronImportRefusal *left = a, *right = b;

  return left->row < right->row ? -1 : left->row > right->row;
}

static gboolean
check_mapping (PatronImport              *self,
               const PatronImportMapping *mapping,
               GError                   **error)
{
  const int columns[] = { mapping->date, mapping->group, mapping->value,
                          mapping->numerator, mapping->denominator,
                          mapping->filter };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_return_val_if_fail (columns[i] < (int) self->n_columns, FALSE);
  if (mapping->date < 0)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                         _("Choose the column that holds the dates"));
  else if (mapping->value < 0
           && (mapping->numerator < 0 || mapping->denominator < 0))
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                         _("Choose the column that holds the values, or the "
                           "two columns of a ratio"));
  else
    return TRUE;
  return FALSE;
}

static PatronImportPlan *
plan_new (const PatronImportMapping *mapping)
{
  PatronImportPlan *plan = g_new0 (PatronImportPlan, 1);

  plan->groups = g_ptr_array_new_with_free_func (free_group);
  plan->refusals = g_array_new (FALSE, FALSE, sizeof (PatronImportRefusal));
  g_array_set_clear_func (plan->refusals, clear_refusal);
  plan->ratio = mapping->value < 0;
  plan->complement = plan->ratio && mapping->complement;
  plan->merge = mapping->merge;
  plan->source = g_strdup (mapping->source);
  return plan;
}

/**
 * patron_import_plan:
 * @mapping: which columns are read, and as what
 *
 * Works out what importing would do: which KPIs take values, which are made,
 * what is new, what changes, and which rows are refused, and why. Writes
 * nothing.
 *
 * Returns: (transfer full) (nullable): the plan; %NULL with an error of
 *   %PATRON_ERROR if @mapping lacks a column
 */
PatronImportPlan *
patron_import_plan (PatronImport              *self,
                    PatronDocument            *document,
                    const PatronImportMapping *mapping,
                    GError                   **error)
{
  g_autoptr (PatronImportPlan) plan = NULL;
  g_autoptr (GHashTable) piles
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                               (GDestroyNotify) patron_pile_free);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();
  PatronPlanning planning
      = { self, mapping, NULL, self->reader, piles, in_order };

  if (!check_mapping (self, mapping, error))
    return NULL;
  planning.plan = plan = plan_new (mapping);
  if (!patron_planning_find_forms (&planning, error)
      || !patron_planning_read_rows (&planning, error))
    return NULL;
  for (guint i = 0; i < in_order->len; i++)
    make_group (&planning, document, g_ptr_array_index (in_order, i));
  g_array_sort (plan->refusals, compare_refusals);
  return g_steal_pointer (&plan);
}

/**
 * patron_import_plan_free:
 *
 * Frees the plan, its groups and its refusals.
 */
void
patron_import_plan_free (PatronImportPlan *plan)
{
  g_ptr_array_unref (plan->groups);
  g_array_unref (plan->refusals);
  g_free (plan->source);
  g_free (plan);
}

/**
 * patron_import_plan_get_n_groups:
 *
 * Returns: how many KPIs take values
 */
guint
patron_import_plan_get_n_groups (PatronImportPlan *plan)
{
  return plan->groups->len;
}

/**
 * patron_import_plan_get_group:
 *
 * Returns: (transfer none): what one KPI takes; in the order of the table
 */
const PatronImportGroup *
patron_import_plan_get_group (PatronImportPlan *plan,
                              guint             index)
{
  return g_ptr_array_index (plan->groups, index);
}

/**
 * patron_import_plan_get_n_refusals:
 *
 * Returns: how many rows are not taken
 */
guint
patron_import_plan_get_n_refusals (PatronImportPlan *plan)
{
  return plan->refusals->len;
}

/**
 * patron_import_plan_get_refusal:
 *
 * Returns: (transfer none): a row that is not taken, and why; by row
 */
const PatronImportRefusal *
patron_import_plan_get_refusal (PatronImportPlan *plan,
                                guint             index)
{
  return &g_array_index (plan->refusals, PatronImportRefusal, index);
}

/**
 * patron_import_plan_get_n_rows:
 *
 * Returns: how many rows there are below the head
 */
guint
patron_import_plan_get_n_rows (PatronImportPlan *plan)
{
  return plan->n_rows;
}

/**
 * patron_import_plan_get_n_filtered:
 *
 * Returns: how many rows the filter leaves out
 */
guint
patron_import_plan_get_n_filtered (PatronImportPlan *plan)
{
  return plan->n_filtered;
}

static guint
count_points (PatronImportPlan *plan,
              gboolean          added,
              gboolean          changed)
{
  guint n = 0;

  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PatronImportGroup *group = g_ptr_array_index (plan->groups, i);

      for (guint j = 0; j < group->points->len; j++)
        {
          const PatronImportPoint *point
              = &g_array_index (group->points, PatronImportPoint, j);

          n += (added && point->is_new) || (changed && point->changes)
               || (!added && !changed);
        }
    }
  return n;
}

/**
 * patron_import_plan_get_n_points:
 *
 * Returns: how many measurements come out of the rows
 */
guint
patron_import_plan_get_n_points (PatronImportPlan *plan)
{
  return count_points (plan, FALSE, FALSE);
}

/**
 * patron_import_plan_get_n_new:
 *
 * Returns: how many of them are for a date that has none yet
 */
guint
patron_import_plan_get_n_new (PatronImportPlan *plan)
{
  return count_points (plan, TRUE, FALSE);
}

/**
 * patron_import_plan_get_n_changes:
 *
 * Returns: how many of them replace another value
 */
guint
patron_import_plan_get_n_changes (PatronImportPlan *plan)
{
  return count_points (plan, FALSE, TRUE);
}

/**
 * patron_import_plan_get_order:
 * @ambiguous: (out) (optional): whether another order reads the dates as
 *   well, as other days; then the user should be asked
 *
 * Returns: how the dates are read
 */
PatronDateOrder
patron_import_plan_get_order (PatronImportPlan *plan,
                              gboolean         *ambiguous)
{
  if (ambiguous != NULL)
    *ambiguous = plan->order_ambiguous;
  return plan->order;
}

/**
 * patron_import_plan_get_decimal_mark:
 * @ambiguous: (out) (optional): whether the other mark reads the numbers as
 *   well, as other numbers; then the user should be asked
 *
 * Returns: how the numbers are read, '.' or ','
 */
char
patron_import_plan_get_decimal_mark (PatronImportPlan *plan,
                                     gboolean         *ambiguous)
{
  if (ambiguous != NULL)
    *ambiguous = plan->mark_ambiguous;
  return plan->decimal_mark;
}
