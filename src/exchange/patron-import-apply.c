/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Doing what a plan says: one step of undo, all of it or nothing. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-bulk.h"
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

/* Where values of a group go. */
typedef struct
{
  const PatronImportGroup *group;
  gint64                   kpi;
  GHashTable              *known; /* (owned): date → PatronRecord */
} Place;

static void
clear_place (gpointer data)
{
  g_hash_table_unref (((Place *) data)->known);
}

static gboolean
find_place (PatronImportPlan        *plan,
            PatronDocument          *document,
            const PatronImportGroup *group,
            GArray                  *places,
            GError                 **error)
{
  g_autoptr (PatronRecord) kpi
      = patron_document_get_record (document, "kpi", group->kpi);
  Place place = { group, 0, NULL };

  if (kpi == NULL)
    kpi = make_kpi (plan, document, group, error);
  if (kpi == NULL)
    return FALSE;
  place.kpi = patron_record_get_id (kpi);
  place.known = index_by_date (document, place.kpi);
  g_array_append_val (places, place);
  return TRUE;
}

static gboolean
update_points (PatronDocument  *document,
               const Place     *place,
               GError         **error)
{
  for (guint i = 0; i < place->group->points->len; i++)
    {
      const PatronImportPoint *point
          = &g_array_index (place->group->points, PatronImportPoint, i);
      PatronRecord *known = g_hash_table_lookup (place->known, &point->date);

      if (known != NULL
          && (!update_number (document, known, "value", point->value, error)
              || !update_number (document, known, "numerator",
                                 point->numerator, error)
              || !update_number (document, known, "denominator",
                                 point->denominator, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_points (PatronBulk   *bulk,
            const Place  *place,
            GError      **error)
{
  const PatronEntity *entity = &patron_measurement_entity;
  int kpi = patron_entity_find_field (entity, "kpi");
  int date = patron_entity_find_field (entity, "date");
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  gboolean good = TRUE;

  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  patron_value_set_integer (&values[kpi], place->kpi);
  for (guint i = 0; good && i < place->group->points->len; i++)
    {
      const PatronImportPoint *point
          = &g_array_index (place->group->points, PatronImportPoint, i);

      if (g_hash_table_contains (place->known, &point->date))
        continue;
      patron_value_set_integer (&values[date], point->date);
      set_number (entity, values, "value", point->value);
      set_number (entity, values, "numerator", point->numerator);
      set_number (entity, values, "denominator", point->denominator);
      good = patron_bulk_add (bulk, values, error);
    }
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return good;
}

static gboolean
has_new_points (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      for (guint j = 0; j < place->group->points->len; j++)
        if (!g_hash_table_contains (
                place->known,
                &g_array_index (place->group->points, PatronImportPoint, j)
                     .date))
          return TRUE;
    }
  return FALSE;
}

static gboolean
add_all_points (PatronDocument  *document,
                GArray          *places,
                GError         **error)
{
  PatronBulk *bulk;
  gboolean good = TRUE;

  /* An insertion of nothing would be a step of undo all the same. */
  if (!has_new_points (places))
    return TRUE;
  bulk = patron_bulk_begin (document, "measurement", error);
  if (bulk == NULL)
    return FALSE;
  for (guint i = 0; good && i < places->len; i++)
    good = add_points (bulk, &g_array_index (places, Place, i), error);
  return patron_bulk_end (bulk, good ? error : NULL) && good;
}

static gboolean
write_groups (PatronImportPlan  *plan,
              PatronDocument    *document,
              GError           **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < plan->groups->len; i++)
    if (!find_place (plan, document, g_ptr_array_index (plan->groups, i),
                     places, error))
      return FALSE;
  for (guint i = 0; i < places->len; i++)
    if (!update_points (document, &g_array_index (places, Place, i), error))
      return FALSE;
  return add_all_points (document, places, error);
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
  if (write_groups (plan, document, error))
    return patron_document_end (document, error);
  patron_document_cancel (document);
  return FALSE;
}
