/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Which KPIs take the values of a table, and how those are made that are not
 * there yet. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-entities.h"

/* patron_known_kpi_free:
 *
 * Frees what is known of a KPI.
 */
void
patron_known_kpi_free (PatronKnownKpi *kpi)
{
  g_free (kpi->title);
  g_free (kpi);
}

static PatronKnownKpi *
know_kpi (PatronRecord *record)
{
  PatronKnownKpi *kpi = g_new0 (PatronKnownKpi, 1);

  kpi->id = patron_record_get_id (record);
  kpi->title = patron_record_get_title (record);
  kpi->smallest = patron_record_get_number (record, "smallest");
  kpi->largest = patron_record_get_number (record, "largest");
  return kpi;
}

/* patron_plan_look_up_kpis:
 *
 * Notes what KPIs there are, so that rows can be read in another thread.
 */
void
patron_plan_look_up_kpis (PatronImportPlan *self,
                          PatronDocument   *document)
{
  g_autoptr (GListModel) list = patron_document_list (document, "kpi");
  g_autoptr (PatronRecord) chosen = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);
      const char *name = patron_record_get_text (record, "name");
      g_autofree char *key = name != NULL ? g_utf8_casefold (name, -1) : NULL;

      if (key != NULL && !g_hash_table_contains (self->known, key))
        g_hash_table_insert (self->known, g_steal_pointer (&key),
                             know_kpi (record));
    }
  if (self->mapping.group < 0 && self->mapping.kpi != 0)
    chosen = patron_document_get_record (document, "kpi", self->mapping.kpi);
  if (chosen != NULL)
    self->chosen = know_kpi (chosen);
}

/* patron_plan_find_kpi:
 *
 * Returns: (transfer none) (nullable): the KPI that takes values of that name
 */
const PatronKnownKpi *
patron_plan_find_kpi (PatronImportPlan *self,
                      const char       *name)
{
  g_autofree char *key = NULL;

  if (self->chosen != NULL)
    return self->chosen;
  key = g_utf8_casefold (name, -1);
  return g_hash_table_lookup (self->known, key);
}

static char *
name_measure (PatronImportPlan *self)
{
  const PatronImportMapping *mapping = &self->mapping;
  PatronImport *table = self->import;

  switch (mapping->merge)
    {
    case PATRON_IMPORT_RATIO:
      /* Translators: two columns of a table, one divided by the other. */
      return g_strdup_printf (
          C_("ratio", "%s ÷ %s"),
          patron_import_get_column (table, (guint) mapping->numerator),
          patron_import_get_column (table, (guint) mapping->denominator));
    case PATRON_IMPORT_SHARE:
      return g_strdup_printf (
          "%s %s %s",
          patron_import_get_column (table, (guint) mapping->share.column),
          patron_import_operator_get_id (mapping->share.operator),
          mapping->share.value != NULL ? mapping->share.value : "");
    case PATRON_IMPORT_COUNT:
      return g_strdup (patron_import_merge_get_label (mapping->merge));
    case PATRON_IMPORT_MEAN:
    case PATRON_IMPORT_SUM:
    case PATRON_IMPORT_LAST:
    case PATRON_IMPORT_MEDIAN:
    case PATRON_IMPORT_P90:
    case PATRON_IMPORT_NPS:
    default:
      return g_strdup (
          patron_import_get_column (table, (guint) mapping->value));
    }
}

/* patron_plan_name_kpi:
 * @key: a value of the grouping column
 *
 * Returns: (transfer full): what the KPI is called
 */
char *
patron_plan_name_kpi (PatronImportPlan *self,
                      const char       *key)
{
  const PatronImportMapping *mapping = &self->mapping;
  gboolean named = mapping->name != NULL && *mapping->name != '\0';
  char *name;

  if (mapping->group < 0)
    name = named ? g_strdup (mapping->name) : name_measure (self);
  else if (!named)
    name = g_utf8_make_valid (key, -1);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (key, -1);

      /* Translators: a KPI and the group that it is measured for, such as
       * “Seen in time – Northern branch”. */
      name = g_strdup_printf (C_("KPI of a group", "%s – %s"), mapping->name,
                              valid);
    }
  return g_strdelimit (name, "\r\n", ' ');
}

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
  patron_value_set_real (&values[patron_entity_find_field (entity, field)],
                         number);
}

/* How far apart the values lie, as the middle one of the steps does. */
static const char *
find_cadence (PatronImportPlan *self,
              GArray           *points)
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

  if (self->mapping.period != PATRON_IMPORT_DATE)
    return patron_import_period_get_id (self->mapping.period);
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

/* How the values of a larger period are made of these. */
static const char *
get_aggregation (PatronImportMerge merge)
{
  switch (merge)
    {
    case PATRON_IMPORT_SUM:
    case PATRON_IMPORT_COUNT:
      return "sum";
    case PATRON_IMPORT_LAST:
      return "last";
    case PATRON_IMPORT_MEDIAN:
    case PATRON_IMPORT_P90:
      return "median";
    case PATRON_IMPORT_SHARE:
    case PATRON_IMPORT_RATIO:
    case PATRON_IMPORT_NPS:
      return "ratio";
    case PATRON_IMPORT_MEAN:
    default:
      return "mean";
    }
}

static gint64
get_segment (PatronDocument *document,
             const char     *name,
             GError        **error)
{
  g_autoptr (GListModel) list = patron_document_list (document, "segment");
  g_autoptr (PatronRecord) made = NULL;
  g_autofree char *key = g_utf8_casefold (name, -1);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) segment = g_list_model_get_item (list, i);
      const char *other = patron_record_get_text (segment, "name");
      g_autofree char *folded
          = other != NULL ? g_utf8_casefold (other, -1) : NULL;

      if (g_strcmp0 (folded, key) == 0)
        return patron_record_get_id (segment);
    }
  made = patron_document_insert (document, "segment", error, "name", name,
                                 NULL);
  return made != NULL ? patron_record_get_id (made) : 0;
}

static void
set_unit (PatronImportPlan        *self,
          const PatronImportGroup *group,
          PatronValue             *values)
{
  const PatronEntity *entity = &patron_kpi_entity;
  gboolean part = self->mapping.merge == PATRON_IMPORT_SHARE
                  || (self->mapping.merge == PATRON_IMPORT_RATIO
                      && self->mapping.complement);

  if (patron_import_plan_is_percent (self, group))
    set_text (entity, values, "unit_kind", "percent");
  if (part)
    {
      set_number (entity, values, "smallest", 0);
      set_number (entity, values, "largest", 1);
    }
  if (self->mapping.merge == PATRON_IMPORT_NPS)
    {
      set_text (entity, values, "unit_kind", "score");
      set_text (entity, values, "unit", C_("unit", "points"));
      patron_value_set_integer (
          &values[patron_entity_find_field (entity, "decimals")], 0);
      set_text (entity, values, "category", "recommendation");
      set_number (entity, values, "smallest", -100);
      set_number (entity, values, "largest", 100);
    }
}

/* patron_plan_make_kpi:
 *
 * Makes the KPI of a group, and its segment where there is none.
 *
 * Returns: its key, or 0 with an error
 */
gint64
patron_plan_make_kpi (PatronImportPlan        *self,
                      PatronDocument          *document,
                      const PatronImportGroup *group,
                      GError                 **error)
{
  const PatronEntity *entity = &patron_kpi_entity;
  g_autofree PatronValue *values = NULL;
  g_autoptr (PatronRecord) kpi = NULL;
  gint64 segment = 0;

  if (self->mapping.segments && group->key != NULL)
    {
      segment = get_segment (document, group->key, error);
      if (segment == 0)
        return 0;
    }
  values = g_new0 (PatronValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  set_text (entity, values, "name", group->name);
  set_text (entity, values, "source", self->mapping.source);
  set_text (entity, values, "cadence", find_cadence (self, group->points));
  set_text (entity, values, "aggregation",
            get_aggregation (self->mapping.merge));
  /* A table does not say which way is good; a net promoter score does. */
  if (self->mapping.merge != PATRON_IMPORT_NPS)
    set_text (entity, values, "direction", "none");
  set_unit (self, group, values);
  if (segment != 0)
    patron_value_set_integer (
        &values[patron_entity_find_field (entity, "segment")], segment);
  kpi = patron_document_insert_values (document, entity, 0, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return kpi != NULL ? patron_record_get_id (kpi) : 0;
}
