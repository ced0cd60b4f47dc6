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

/* Which values of a measurement the points give. */
typedef enum
{
  FIELD_KPI,
  FIELD_DATE,
  FIELD_VALUE,
  FIELD_NUMERATOR,
  FIELD_DENOMINATOR,
  FIELD_SAMPLE_SIZE,
  FIELD_PROMOTERS,
  FIELD_DETRACTORS,
  N_FIELDS
} Field;

static const char *const field_names[N_FIELDS] = {
  "kpi",         "date",      "value",     "numerator", "denominator",
  "sample_size", "promoters", "detractors",
};

/**
 * PatronImportWriter:
 *
 * Writes a plan into a document, a few values at a time, in one compound
 * edit. Until it ends or is cancelled, nothing else may write the document.
 */
struct _PatronImportWriter
{
  PatronImportPlan *plan;     /* (unowned) */
  PatronDocument   *document; /* (owned) */
  GArray           *kpis;     /* (element-type gint64): of each group */
  GArray           *updates;  /* (element-type PatronImportChange) */
  PatronBulk       *bulk;     /* (nullable) */
  PatronValue      *values;   /* (owned): of the measurement that is made */
  int               fields[N_FIELDS];
  guint             group;
  guint             point;
  guint             updated;
  guint             n_done;
  guint             n_all;
};

static void
free_writer (PatronImportWriter *self)
{
  for (guint i = 0; i < patron_measurement_entity.n_fields; i++)
    patron_value_clear (&self->values[i]);
  g_free (self->values);
  g_array_unref (self->kpis);
  g_array_unref (self->updates);
  g_object_unref (self->document);
  g_free (self);
}

/* A KPI that is gone since the plan was made is made again. */
static gboolean
find_place (PatronImportWriter      *self,
            const PatronImportGroup *group,
            GError                 **error)
{
  g_autoptr (PatronRecord) kpi
      = patron_document_get_record (self->document, "kpi", group->kpi);
  gint64 id = group->kpi;

  if (kpi == NULL)
    id = patron_plan_make_kpi (self->plan, self->document, group, error);
  if (id == 0)
    return FALSE;
  g_array_append_val (self->kpis, id);
  return TRUE;
}

static gboolean
find_places (PatronImportWriter *self,
             GError            **error)
{
  GPtrArray *groups = self->plan->groups;

  /* The document may be another than when the plan was shown. */
  if (!patron_plan_find_changes (self->plan, self->document, self->updates,
                                 error))
    return FALSE;
  self->n_all = patron_import_plan_get_n_new (self->plan);
  for (guint i = 0; i < groups->len; i++)
    if (!find_place (self, g_ptr_array_index (groups, i), error))
      return FALSE;
  self->n_all += self->updates->len;
  return TRUE;
}

/**
 * patron_import_writer_new:
 * @plan: a plan that was run; must stay until the writer is gone
 *
 * Opens a compound edit and makes the KPIs that are not there yet.
 *
 * Returns: (transfer full) (nullable): to be given to
 *   patron_import_writer_end() or patron_import_writer_cancel(); %NULL with
 *   an error if nothing can be written
 */
PatronImportWriter *
patron_import_writer_new (PatronImportPlan *plan,
                          PatronDocument   *document,
                          GError          **error)
{
  const PatronEntity *entity = &patron_measurement_entity;
  PatronImportWriter *self;

  if (!patron_document_begin (document, _("Import Measurements"), error))
    return NULL;
  self = g_new0 (PatronImportWriter, 1);
  self->plan = plan;
  self->document = g_object_ref (document);
  self->kpis = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->updates = g_array_new (FALSE, FALSE, sizeof (PatronImportChange));
  self->values = g_new0 (PatronValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &self->values[i]);
  for (guint i = 0; i < N_FIELDS; i++)
    self->fields[i] = patron_entity_find_field (entity, field_names[i]);
  if (find_places (self, error))
    return self;
  patron_import_writer_cancel (self);
  return NULL;
}

static void
set_number (PatronImportWriter *self,
            Field               field,
            double              number)
{
  PatronValue *value = &self->values[self->fields[field]];

  if (isnan (number))
    patron_value_clear (value);
  else if (field < FIELD_SAMPLE_SIZE)
    patron_value_set_real (value, number);
  else
    patron_value_set_integer (value, (gint64) number);
}

/* What a point says of a measurement. */
static void
fill_in (PatronImportWriter      *self,
         const PatronImportGroup *group,
         const PatronImportPoint *point)
{
  PatronImportParts parts;

  patron_plan_get_parts (self->plan, group, point, &parts);
  set_number (self, FIELD_VALUE,
              patron_import_plan_get_value (self->plan, point));
  set_number (self, FIELD_NUMERATOR, parts.numerator);
  set_number (self, FIELD_DENOMINATOR, parts.denominator);
  set_number (self, FIELD_SAMPLE_SIZE, parts.sample_size);
  set_number (self, FIELD_PROMOTERS, parts.promoters);
  set_number (self, FIELD_DETRACTORS, parts.detractors);
}

static gboolean
write_update (PatronImportWriter       *self,
              const PatronImportChange *update,
              GError                  **error)
{
  g_autoptr (PatronRecord) record = patron_document_get_record (
      self->document, "measurement", update->id);

  if (record == NULL)
    return TRUE;
  fill_in (self, update->group, update->point);
  for (Field i = FIELD_VALUE; i < N_FIELDS; i++)
    {
      const PatronValue *value = &self->values[self->fields[i]];

      if (!patron_value_equal (patron_record_get (record, field_names[i]),
                               value)
          && !patron_document_set (self->document, record, field_names[i],
                                   value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_point (PatronImportWriter      *self,
             const PatronImportGroup *group,
             const PatronImportPoint *point,
             GError                 **error)
{
  patron_value_set_integer (&self->values[self->fields[FIELD_DATE]],
                            point->date);
  fill_in (self, group, point);
  return patron_bulk_add (self->bulk, self->values, error);
}

static gboolean
write_updates (PatronImportWriter *self,
               guint              *budget,
               GError            **error)
{
  while (*budget > 0 && self->updated < self->updates->len)
    {
      const PatronImportChange *update = &g_array_index (
          self->updates, PatronImportChange, self->updated);

      if (!write_update (self, update, error))
        return FALSE;
      self->updated++;
      self->n_done++;
      *budget -= 1;
    }
  return TRUE;
}

/* The rest of the group that is being written, as far as the budget goes. */
static gboolean
write_points (PatronImportWriter *self,
              guint              *budget,
              GError            **error)
{
  const PatronImportGroup *group
      = g_ptr_array_index (self->plan->groups, self->group);

  patron_value_set_integer (
      &self->values[self->fields[FIELD_KPI]],
      g_array_index (self->kpis, gint64, self->group));
  for (; *budget > 0 && self->point < group->points->len; self->point++)
    {
      const PatronImportPoint *point = &g_array_index (
          group->points, PatronImportPoint, self->point);

      if (point->state != PATRON_IMPORT_NEW)
        continue;
      if (!write_point (self, group, point, error))
        return FALSE;
      self->n_done++;
      *budget -= 1;
    }
  if (self->point == group->points->len)
    {
      self->group++;
      self->point = 0;
    }
  return TRUE;
}

/**
 * patron_import_writer_step:
 * @n_values: how many to write
 * @done: (out): whether there are no more
 *
 * Writes a few values.
 *
 * Returns: whether they could be written; if not, the writer must be
 *   cancelled
 */
gboolean
patron_import_writer_step (PatronImportWriter *self,
                           guint               n_values,
                           gboolean           *done,
                           GError            **error)
{
  guint budget = n_values;

  *done = FALSE;
  if (!write_updates (self, &budget, error))
    return FALSE;
  if (self->updated < self->updates->len)
    return TRUE;
  /* An insertion of nothing would be a step of undo all the same. */
  if (self->n_done < self->n_all && self->bulk == NULL)
    {
      self->bulk = patron_bulk_begin (self->document, "measurement", error);
      if (self->bulk == NULL)
        return FALSE;
    }
  while (budget > 0 && self->n_done < self->n_all
         && self->group < self->plan->groups->len)
    if (!write_points (self, &budget, error))
      return FALSE;
  *done = self->n_done == self->n_all
          || self->group == self->plan->groups->len;
  return TRUE;
}

/**
 * patron_import_writer_get_progress:
 *
 * Returns: how much of the plan is written, 0 to 1
 */
double
patron_import_writer_get_progress (PatronImportWriter *self)
{
  return self->n_all == 0 ? 1 : (double) self->n_done / self->n_all;
}

/**
 * patron_import_writer_end:
 * @self: (transfer full): the writer, freed
 *
 * Ends the compound edit.
 *
 * Returns: whether all of it is in the document; if not, nothing is
 */
gboolean
patron_import_writer_end (PatronImportWriter *self,
                          GError            **error)
{
  g_autoptr (PatronDocument) document = g_object_ref (self->document);
  gboolean good
      = self->bulk == NULL
        || patron_bulk_end (g_steal_pointer (&self->bulk), error);

  free_writer (self);
  if (good)
    return patron_document_end (document, error);
  patron_document_cancel (document);
  return FALSE;
}

/**
 * patron_import_writer_cancel:
 * @self: (transfer full): the writer, freed
 *
 * Leaves the document as it was.
 */
void
patron_import_writer_cancel (PatronImportWriter *self)
{
  g_autoptr (PatronDocument) document = g_object_ref (self->document);

  if (self->bulk != NULL)
    patron_bulk_end (g_steal_pointer (&self->bulk), NULL);
  free_writer (self);
  patron_document_cancel (document);
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
  PatronImportWriter *writer
      = patron_import_writer_new (plan, document, error);
  gboolean done = FALSE;

  if (writer == NULL)
    return FALSE;
  while (!done)
    if (!patron_import_writer_step (writer, G_MAXUINT, &done, error))
      {
        patron_import_writer_cancel (writer);
        return FALSE;
      }
  return patron_import_writer_end (writer, error);
}
