/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* What importing a table would do. Nothing is written here. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-error.h"
#include "patron-numbers.h"

static gboolean
check_columns (PatronImport              *self,
               const PatronImportMapping *mapping)
{
  const int columns[]
      = { mapping->date,      mapping->group,       mapping->value,
          mapping->numerator, mapping->denominator, mapping->share.column,
          mapping->filter.column };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_return_val_if_fail (columns[i] < (int) self->n_columns, FALSE);
  return TRUE;
}

static gboolean
check_mapping (PatronImport              *self,
               const PatronImportMapping *mapping,
               GError                   **error)
{
  const char *lacks = NULL;

  if (!check_columns (self, mapping))
    return FALSE;
  if (mapping->date < 0 && mapping->single_date == PATRON_IMPORT_NO_DATE)
    lacks = _("Choose the column that holds the dates, or one date for all "
              "rows");
  else if (mapping->merge == PATRON_IMPORT_RATIO
           && (mapping->numerator < 0 || mapping->denominator < 0))
    lacks = _("Choose the two columns of the ratio");
  else if (mapping->merge == PATRON_IMPORT_SHARE && mapping->share.column < 0)
    lacks = _("Choose the column that says which rows count");
  else if (patron_import_merge_needs_value (mapping->merge)
           && mapping->value < 0)
    lacks = _("Choose the column that holds the values");
  if (lacks != NULL)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID, lacks);
  return lacks == NULL;
}

static void
keep_string (PatronImportPlan *self,
             const char      **string)
{
  if (*string != NULL)
    *string = g_string_chunk_insert (self->strings, *string);
}

/* Columns that the way of merging does not look at do not count. */
static void
keep_mapping (PatronImportPlan          *self,
              const PatronImportMapping *mapping)
{
  self->mapping = *mapping;
  if (!patron_import_merge_needs_value (mapping->merge))
    self->mapping.value = -1;
  if (mapping->merge != PATRON_IMPORT_RATIO)
    self->mapping.numerator = self->mapping.denominator = -1;
  if (mapping->merge != PATRON_IMPORT_SHARE)
    self->mapping.share.column = -1;
  if (mapping->merge != PATRON_IMPORT_RATIO
      && mapping->merge != PATRON_IMPORT_SHARE)
    self->mapping.complement = FALSE;
  keep_string (self, &self->mapping.share.value);
  keep_string (self, &self->mapping.filter.value);
  keep_string (self, &self->mapping.name);
  keep_string (self, &self->mapping.source);
}

/**
 * patron_import_plan_new:
 * @mapping: which columns are read, and as what
 *
 * Begins a plan. patron_import_plan_run() reads the table, in whatever
 * thread; after it, patron_import_plan_compare() says what in it is new.
 *
 * Returns: (transfer full) (nullable): the plan; %NULL with an error of
 *   %PATRON_ERROR if @mapping lacks a column
 */
PatronImportPlan *
patron_import_plan_new (PatronImport              *self,
                        PatronDocument            *document,
                        const PatronImportMapping *mapping,
                        GError                   **error)
{
  PatronImportPlan *plan;

  if (!check_mapping (self, mapping, error))
    return NULL;
  plan = g_new0 (PatronImportPlan, 1);
  plan->import = patron_import_ref (self);
  plan->strings = g_string_chunk_new (256);
  keep_mapping (plan, mapping);
  plan->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) patron_known_kpi_free);
  plan->piles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) patron_pile_free);
  plan->in_order = g_ptr_array_new ();
  plan->groups = g_ptr_array_new_with_free_func (
      (GDestroyNotify) patron_import_group_free);
  plan->refusals = patron_refusals_new ();
  patron_plan_look_up_kpis (plan, document);
  return plan;
}

/**
 * patron_import_plan_run:
 *
 * Reads the table. May run in a thread while the document is used in
 * another.
 *
 * Returns: whether the table could be read, and @cancellable let it
 */
gboolean
patron_import_plan_run (PatronImportPlan *self,
                        GCancellable     *cancellable,
                        GError          **error)
{
  if (!patron_plan_read_rows (self, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->in_order->len; i++)
    {
      PatronPile *pile = g_ptr_array_index (self->in_order, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      patron_plan_gather (self, pile);
      if (pile->group->points->len > 0)
        g_ptr_array_add (self->groups, g_steal_pointer (&pile->group));
    }
  g_ptr_array_set_size (self->in_order, 0);
  g_hash_table_remove_all (self->piles);
  if (!patron_refusals_finish (self->refusals, error))
    return FALSE;
  g_atomic_int_set (&self->progress, 1000);
  return TRUE;
}

typedef struct
{
  PatronImportPlan  *plan;
  PatronImportGroup *group;
  GArray            *changes; /* (nullable) */
  gboolean           parts;   /* whether they are read, too */
  guint              at;
  gint64             date;
} Comparison;

static gboolean
is_same (double there,
         double given)
{
  return there == given || isnan (given);
}

/* Whether the table tells what values are made of. */
static gboolean
has_parts (PatronImportPlan        *plan,
           const PatronImportGroup *group)
{
  return group->sampled || plan->mapping.merge == PATRON_IMPORT_NPS
         || plan->mapping.merge == PATRON_IMPORT_RATIO
         || plan->mapping.merge == PATRON_IMPORT_SHARE;
}

/* Also what a value is made of must be the same, as far as the table tells: of
 * two equal shares, that of more answers is surer. */
static gboolean
is_same_measurement (const Comparison        *self,
                     const PatronImportPoint *point,
                     const double            *numbers)
{
  PatronImportParts parts;

  if (numbers[0] != patron_import_plan_get_value (self->plan, point))
    return FALSE;
  if (!self->parts)
    return TRUE;
  patron_plan_get_parts (self->plan, self->group, point, &parts);
  return is_same (numbers[1], parts.numerator)
         && is_same (numbers[2], parts.denominator)
         && is_same (numbers[3], parts.promoters)
         && is_same (numbers[4], parts.detractors)
         && is_same (numbers[5], parts.sample_size);
}

/* Both are in the order of dates. Of several measurements of one date, the
 * first takes the value. */
static void
compare_measurement (gint64        id,
                     const double *numbers,
                     gpointer      user_data)
{
  Comparison *self = user_data;
  GArray *points = self->group->points;
  gint64 date = (gint64) numbers[0];
  PatronImportChange change = { id, self->group, NULL };
  PatronImportPoint *point;

  if (date == self->date)
    return;
  self->date = date;
  while (self->at < points->len
         && g_array_index (points, PatronImportPoint, self->at).date < date)
    self->at++;
  if (self->at == points->len)
    return;
  point = &g_array_index (points, PatronImportPoint, self->at);
  if (point->date != date)
    return;
  point->state = PATRON_IMPORT_SAME;
  if (is_same_measurement (self, point, numbers + 1))
    return;
  point->state = PATRON_IMPORT_CHANGED;
  change.point = point;
  if (self->changes != NULL)
    g_array_append_val (self->changes, change);
}

/* patron_plan_find_changes:
 * @changes: (nullable) (element-type PatronImportChange): where the
 *   measurements are added that get another value
 *
 * Finds out which values of the plan are new, and which change.
 *
 * Returns: whether the document could be read
 */
gboolean
patron_plan_find_changes (PatronImportPlan *self,
                          PatronDocument   *document,
                          GArray           *changes,
                          GError          **error)
{
  static const char *const fields[]
      = { "date",      "value",      "numerator", "denominator",
          "promoters", "detractors", "sample_size", NULL };
  static const char *const values[] = { "date", "value", NULL };

  for (guint i = 0; i < self->groups->len; i++)
    {
      PatronImportGroup *group = g_ptr_array_index (self->groups, i);
      Comparison comparison = { self, group, changes,
                                has_parts (self, group), 0, G_MININT64 };

      if (group->kpi == 0)
        continue;
      for (guint j = 0; j < group->points->len; j++)
        g_array_index (group->points, PatronImportPoint, j).state
            = PATRON_IMPORT_NEW;
      if (!patron_numbers_read (document, "measurement", "kpi", group->kpi,
                                comparison.parts ? fields : values,
                                compare_measurement, &comparison, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_import_plan_compare:
 *
 * Finds out which values of the plan are new, and which change.
 *
 * Returns: whether the document could be read
 */
gboolean
patron_import_plan_compare (PatronImportPlan *self,
                            PatronDocument   *document,
                            GError          **error)
{
  return patron_plan_find_changes (self, document, NULL, error);
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
  g_autoptr (PatronImportPlan) plan
      = patron_import_plan_new (self, document, mapping, error);

  if (plan == NULL || !patron_import_plan_run (plan, NULL, error)
      || !patron_import_plan_compare (plan, document, error))
    return NULL;
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
  patron_refusals_unref (plan->refusals);
  g_ptr_array_unref (plan->in_order);
  g_hash_table_unref (plan->piles);
  g_hash_table_unref (plan->known);
  g_clear_pointer (&plan->chosen, patron_known_kpi_free);
  g_string_chunk_free (plan->strings);
  patron_import_unref (plan->import);
  g_free (plan);
}

/**
 * patron_import_plan_get_progress:
 *
 * Returns: how much of the table was read, 0 to 1; from any thread
 */
double
patron_import_plan_get_progress (PatronImportPlan *plan)
{
  return g_atomic_int_get (&plan->progress) / 1000.0;
}

/**
 * patron_import_plan_get_value:
 *
 * Returns: what is stored, or shown, as the value of @point
 */
double
patron_import_plan_get_value (PatronImportPlan        *plan,
                              const PatronImportPoint *point)
{
  if (isnan (point->below))
    return point->above;
  if (plan->mapping.merge == PATRON_IMPORT_NPS)
    return 100 * (point->above - point->below) / point->n_rows;
  if (plan->mapping.complement)
    return 1 - (point->below - point->above) / point->below;
  return point->above / point->below;
}

/* patron_plan_get_parts:
 * @parts: (out): what a measurement keeps of what its value is made of; NaN
 *   where it is made of no such thing
 *
 * Says what the value of @point is made of.
 */
void
patron_plan_get_parts (PatronImportPlan        *plan,
                       const PatronImportGroup *group,
                       const PatronImportPoint *point,
                       PatronImportParts       *parts)
{
  gboolean net = plan->mapping.merge == PATRON_IMPORT_NPS;
  gboolean ratio = !net && !isnan (point->below);

  parts->numerator = ratio ? point->above : NAN;
  parts->denominator = ratio ? point->below : NAN;
  parts->promoters = net ? point->above : NAN;
  parts->detractors = net ? point->below : NAN;
  parts->sample_size = group->sampled ? point->n_rows : NAN;
}

/**
 * patron_import_plan_is_percent:
 *
 * Returns: whether the values of @group are parts of a whole
 */
gboolean
patron_import_plan_is_percent (PatronImportPlan        *plan,
                               const PatronImportGroup *group)
{
  PatronImportMerge merge = plan->mapping.merge;

  if (merge == PATRON_IMPORT_SHARE || plan->mapping.complement)
    return TRUE;
  if (merge != PATRON_IMPORT_RATIO)
    return plan->forms.percent && patron_import_merge_needs_value (merge)
           && merge != PATRON_IMPORT_NPS;
  for (guint i = 0; i < group->points->len; i++)
    {
      double value = patron_import_plan_get_value (
          plan, &g_array_index (group->points, PatronImportPoint, i));

      if (value < 0 || value > 1)
        return FALSE;
    }
  return TRUE;
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
  return patron_refusals_get_n (plan->refusals);
}

/**
 * patron_import_plan_get_refusals:
 *
 * Returns: (transfer none): the rows that are not taken, and why; by row
 */
PatronRefusals *
patron_import_plan_get_refusals (PatronImportPlan *plan)
{
  return plan->refusals;
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
              PatronImportState state)
{
  guint n = 0;

  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PatronImportGroup *group = g_ptr_array_index (plan->groups, i);

      for (guint j = 0; j < group->points->len; j++)
        n += g_array_index (group->points, PatronImportPoint, j).state
             == state;
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
  guint n = 0;

  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PatronImportGroup *group = g_ptr_array_index (plan->groups, i);

      n += group->points->len;
    }
  return n;
}

/**
 * patron_import_plan_get_n_new:
 *
 * Returns: how many of them are for a date that has none yet
 */
guint
patron_import_plan_get_n_new (PatronImportPlan *plan)
{
  return count_points (plan, PATRON_IMPORT_NEW);
}

/**
 * patron_import_plan_get_n_changes:
 *
 * Returns: how many of them replace another value
 */
guint
patron_import_plan_get_n_changes (PatronImportPlan *plan)
{
  return count_points (plan, PATRON_IMPORT_CHANGED);
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
    *ambiguous = plan->forms.order_ambiguous;
  return plan->forms.order;
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
    *ambiguous = plan->forms.mark_ambiguous;
  return plan->forms.decimal_mark;
}
