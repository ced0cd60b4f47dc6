/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Doing what a plan says: one step of undo, all of it or nothing. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-entities.h"

static void
set_text (const PatronEntity *entity,
          PatronValue        *values,
          const char         *field,
          const char         *text)
{
  patron_value_set_text (&values[patron_entity_find_field (entity, field)],
                         text);
}

static void
set_number (const PatronEntity *entity,
            PatronValue        *values,
            const char         *field,
            double              number)
{
  PatronValue *value = &values[patron_entity_find_field (entity, field)];

  if (isnan (number))
    patron_value_clear (value);
  else
    patron_value_set_real (value, number);
}

/* How far apart the values lie, as the middle one of the steps does. */
static const char *
find_cadence (GArray *points)
{
  static const struct
  {
    gint64      days;
    const char *cadence;
  } steps[] = {
    { 3, "day" }, { 15, "week" }, { 60, "month" }, { 200, "quarter" },
  };
  gint64 counts[G_N_ELEMENTS (steps) + 1] = { 0 };
  guint best = 2;

  for (guint i = 1; i < points->len; i++)
    {
      gint64 days = g_array_index (points, PatronImportPoint, i).date
                    - g_array_index (points, PatronImportPoint, i - 1).date;
      guint step = 0;

      while (step < G_N_ELEMENTS (steps) && days > steps[step].days)
        step++;
      counts[step]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return best < G_N_ELEMENTS (steps) ? steps[best].cadence : "year";
}

static PatronRecord *
make_kpi (PatronImportPlan        *plan,
          PatronDocument          *document,
          const PatronImportGroup *group,
          GError                 **error)
{
  static const char *const aggregations[PATRON_N_IMPORT_MERGES] = {
    [PATRON_IMPORT_MEAN] = "mean",
    [PATRON_IMPORT_SUM] = "sum",
    [PATRON_IMPORT_LAST] = "last",
  };
  const PatronEntity *entity = &patron_kpi_entity;
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  PatronRecord *kpi;

  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  set_text (entity, values, "name", group->name);
  set_text (entity, values, "source", plan->source);
  set_text (entity, values, "cadence", find_cadence (group->points));
  set_text (entity, values, "aggregation",
            plan->ratio ? "ratio" : aggregations[plan->merge]);
  if (plan->ratio || plan->percent)
    set_text (entity, values, "unit_kind", "percent");
  if (plan->complement)
    {
      set_number (entity, values, "smallest", 0);
      set_number (entity, values, "largest", 1);
    }
  kpi = patron_document_insert_values (document, entity, 0, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return kpi;
}

static GHashTable *
index_by_date (PatronDocument *document,
               gint64          kpi)
{
  g_autoptr (GListModel) list
      = patron_document_list_of (document, "measurement", "kpi", kpi);
  GHashTable *known = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                             g_free, g_object_unref);

  /* Backwards, so that of two on one date the first is found. */
  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      PatronRecord *measurement = g_list_model_get_item (list, i - 1);
      gint64 date = patron_record_get_integer (measurement, "date");

      g_hash_table_insert (known, g_memdup2 (&date, sizeof date),
                           measurement);
    }
  return known;
}

static gboolean
update_number (PatronDocument *document,
               PatronRecord   *measurement,
               const char     *field,
               double          number,
               GError        **error)
{
  PatronValue value = PATRON_VALUE_INIT;

  if (!isnan (number))
    patron_value_set_real (&value, number);
  if (patron_value_equal (patron_record_get (measurement, field), &value))
    return TRUE;
  return patron_document_set (document, measurement, field, &value, error);
}

static gboolean
write_point (PatronDocument          *document,
             gint64                   kpi,
             PatronRecord            *known,
             const PatronImportPoint *point,
             GError                 **error)
{
  const PatronEntity *entity = &patron_measurement_entity;
  g_autofree PatronValue *values = NULL;
  g_autoptr (PatronRecord) record = NULL;

  if (known != NULL)
    return update_number (document, known, "value", point->value, error)
           && update_number (document, known, "numerator", point->numerator,
                             error)
           && update_number (document, known, "denominator",
                             point->denominator, error);

  values = g_new0 (PatronValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  patron_value_set_integer (
      &values[patron_entity_find_field (entity, "kpi")], kpi);
  patron_value_set_integer (
      &values[patron_entity_find_field (entity, "date")], point->date);
  set_number (entity, values, "value", point->value);
  set_number (entity, values, "numerator", point->numerator);
  set_number (entity, values, "denominator", point->denominator);
  record = patron_document_insert_values (document, entity, 0, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return record != NULL;
}

static gboolean
write_group (PatronImportPlan        *plan,
             PatronDocument          *document,
             const PatronImportGroup *group,
             GError                 **error)
{
  g_autoptr (PatronRecord) kpi
      = patron_document_get_record (document, "kpi", group->kpi);
  g_autoptr (GHashTable) known = NULL;

  if (kpi == NULL)
    kpi = make_kpi (plan, document, group, error);
  if (kpi == NULL)
    return FALSE;
  known = index_by_date (document, patron_record_get_id (kpi));
  for (guint i = 0; i < group->points->len; i++)
    {
      const PatronImportPoint *point
          = &g_array_index (group->points, PatronImportPoint, i);

      if (!write_point (document, patron_record_get_id (kpi),
                        g_hash_table_lookup (known, &point->date), point,
                        error))
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_import_plan_apply:
 *
 * Makes the KPIs and measurements of the plan. A date that has a measurement
 * already gets the new value, so that a table can be imported again when it
 * has grown.
 *
 * Returns: whether all of it was written; if not, nothing was
 */
gboolean
patron_import_plan_apply (PatronImportPlan *plan,
                          PatronDocument   *document,
                          GError          **error)
{
  if (!patron_document_begin (document, _("Import Measurements"), error))
    return FALSE;
  for (guint i = 0; i < plan->groups->len; i++)
    if (!write_group (plan, document, g_ptr_array_index (plan->groups, i),
                      error))
      {
        patron_document_cancel (document);
        return FALSE;
      }
  return patron_document_end (document, error);
}
