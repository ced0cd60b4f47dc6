/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* What is measured: how many, or a number of each, and how several become
 * one. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "patron-error.h"

/* Numbers that no field holds. */
static const struct
{
  const char      *entity;
  const char      *name;
  PatronQueryFrom  from;
  const char      *label;
} made[] = {
  { "kpi", "latest", PATRON_QUERY_LATEST, NC_("measure", "Last Value") },
  { "kpi", "previous", PATRON_QUERY_PREVIOUS,
    NC_("measure", "Value Before") },
  { "kpi", "target", PATRON_QUERY_TARGET, NC_("measure", "Target") },
  { "goal", "progress", PATRON_QUERY_PROGRESS, NC_("measure", "Progress") },
};

static const char *const hows[] = {
  [PATRON_QUERY_SUM] = "sum",
  [PATRON_QUERY_MEAN] = "mean",
  [PATRON_QUERY_MEDIAN] = "median",
};

static gboolean
is_numeric (const PatronField *field)
{
  static const PatronKind kinds[]
      = { PATRON_KIND_NUMBER,  PATRON_KIND_MONEY,    PATRON_KIND_PERCENT,
          PATRON_KIND_INTEGER, PATRON_KIND_DURATION, PATRON_KIND_SCALE };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (field->kind == kinds[i])
      return TRUE;
  return FALSE;
}

static gboolean
parse_field (PatronQueryMeasure *self,
             const PatronEntity *entity,
             const char         *name)
{
  self->index = patron_entity_find_field (entity, name);
  if (self->index >= 0)
    {
      self->field = &entity->fields[self->index];
      self->from = PATRON_QUERY_STORED;
      return is_numeric (self->field);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    if (strcmp (made[i].entity, entity->name) == 0
        && strcmp (made[i].name, name) == 0)
      {
        self->from = made[i].from;
        return TRUE;
      }
  return FALSE;
}

/* patron_query_measure_parse:
 * @text: such as "count" or "mean:importance"
 *
 * Returns: whether @text is something that can be measured of @entity
 */
gboolean
patron_query_measure_parse (PatronQueryMeasure  *self,
                            const PatronEntity  *entity,
                            const char          *text,
                            GError             **error)
{
  const char *colon = strchr (text, ':');

  memset (self, 0, sizeof *self);
  self->index = -1;
  if (strcmp (text, "count") == 0)
    return TRUE;
  if (strcmp (text, "value") == 0 && strcmp (entity->name, "measurement") == 0)
    {
      self->how = PATRON_QUERY_VALUE;
      return TRUE;
    }
  if (strcmp (text, "swing") == 0 && strcmp (entity->name, "measurement") == 0)
    {
      self->how = PATRON_QUERY_SWING;
      return TRUE;
    }
  for (gsize i = PATRON_QUERY_SUM; i < G_N_ELEMENTS (hows); i++)
    if (colon != NULL && strlen (hows[i]) == (gsize) (colon - text)
        && strncmp (text, hows[i], (gsize) (colon - text)) == 0)
      {
        self->how = (PatronQueryHow) i;
        if (parse_field (self, entity, colon + 1))
          return TRUE;
      }
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
               _("A chart cannot measure “%s” of %s"), text,
               patron_entity_get_plural (entity));
  return FALSE;
}

/* patron_query_measure_name:
 *
 * Returns: (transfer full): what is measured, without how
 */
char *
patron_query_measure_name (const PatronQueryMeasure *self,
                           const PatronEntity       *entity)
{
  if (self->how == PATRON_QUERY_COUNT)
    return g_strdup (patron_entity_get_plural (entity));
  if (self->how == PATRON_QUERY_VALUE)
    return g_strdup (C_("measure", "Value"));
  if (self->how == PATRON_QUERY_SWING)
    /* Translators: which KPIs a KPI that is computed from them moves with. */
    return g_strdup (C_("measure", "What Moves It"));
  if (self->from == PATRON_QUERY_STORED)
    return g_strdup (patron_field_get_label (self->field));
  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    if (made[i].from == self->from)
      return g_strdup (
          g_dpgettext2 (GETTEXT_PACKAGE, "measure", made[i].label));
  return g_strdup ("");
}

/* patron_query_measure_label:
 * @single: whether every value is the one of one record
 *
 * Returns: (transfer full): what is measured, and how several become one
 */
char *
patron_query_measure_label (const PatronQueryMeasure *self,
                            const PatronEntity       *entity,
                            gboolean                  single)
{
  g_autofree char *name = patron_query_measure_name (self, entity);

  if (single)
    return g_steal_pointer (&name);
  switch (self->how)
    {
    case PATRON_QUERY_SUM:
      /* Translators: a field; its sum is shown. */
      return g_strdup_printf (C_("measure", "%s, total"), name);
    case PATRON_QUERY_MEAN:
      return g_strdup_printf (C_("measure", "%s, mean"), name);
    case PATRON_QUERY_MEDIAN:
      return g_strdup_printf (C_("measure", "%s, median"), name);
    case PATRON_QUERY_COUNT:
    case PATRON_QUERY_VALUE:
    case PATRON_QUERY_SWING:
    default:
      return g_steal_pointer (&name);
    }
}

/* patron_query_measure_adds:
 *
 * Returns: whether parts of it make a whole
 */
gboolean
patron_query_measure_adds (const PatronQueryMeasure *self)
{
  return self->how == PATRON_QUERY_COUNT || self->how == PATRON_QUERY_SUM;
}

/* patron_query_measure_in_unit:
 *
 * Returns: whether it counts in the unit of a KPI
 */
gboolean
patron_query_measure_in_unit (const PatronQueryMeasure *self)
{
  if (self->how == PATRON_QUERY_COUNT)
    return FALSE;
  if (self->how == PATRON_QUERY_VALUE || self->how == PATRON_QUERY_SWING)
    return TRUE;
  return self->from == PATRON_QUERY_STORED
             ? (self->field->flags & PATRON_FIELD_KPI_UNIT) != 0
             : self->from != PATRON_QUERY_PROGRESS;
}

/* patron_query_measure_get_range:
 * @min: (out): the least value that there can be, or NaN
 * @max: (out): the largest, or NaN
 */
void
patron_query_measure_get_range (const PatronQueryMeasure *self,
                                double                   *min,
                                double                   *max)
{
  *min = *max = NAN;
  if (self->field != NULL && self->field->kind == PATRON_KIND_SCALE
      && self->how != PATRON_QUERY_SUM)
    patron_field_get_limits (self->field, min, max);
}

static double
read_kpi (PatronQueryFrom    from,
          PatronChartSource *source,
          gint64             kpi,
          double            *sample)
{
  const PatronKpiSeries *series = patron_chart_source_get_series (source, kpi);
  gsize i = series != NULL ? series->n : 0;
  const PatronKpiTarget *target;

  while (i > 0 && isnan (series->values[i - 1]))
    i--;
  if (i > 0 && from == PATRON_QUERY_PREVIOUS)
    for (i--; i > 0 && isnan (series->values[i - 1]);)
      i--;
  if (i == 0)
    return NAN;
  *sample = series->samples[i - 1];
  if (from != PATRON_QUERY_TARGET)
    return series->values[i - 1];
  target = patron_kpi_series_get_target (series, series->dates[i - 1]);
  *sample = NAN;
  return target != NULL ? target->value : NAN;
}

/* patron_query_measure_read:
 * @sample: (out): how many answers the value rests on, or NaN
 *
 * Returns: the number of one record; NaN where it has none
 */
double
patron_query_measure_read (const PatronQueryMeasure *self,
                           PatronChartSource        *source,
                           const PatronRows         *rows,
                           gsize                     row,
                           double                   *sample)
{
  gint64 id = patron_rows_get_id (rows, row);

  *sample = NAN;
  if (self->how == PATRON_QUERY_COUNT)
    return 1;
  switch (self->from)
    {
    case PATRON_QUERY_LATEST:
    case PATRON_QUERY_PREVIOUS:
    case PATRON_QUERY_TARGET:
      return read_kpi (self->from, source, id, sample);
    case PATRON_QUERY_PROGRESS:
      return patron_chart_source_get_progress (source, id);
    case PATRON_QUERY_STORED:
    default:
      return patron_rows_get_number (rows, row, (guint) self->index);
    }
}

static const char *
get_text (const PatronRows *rows,
          gsize             row,
          const char       *name)
{
  const PatronValue *value = patron_rows_get (
      rows, row,
      (guint) patron_entity_find_field (patron_rows_get_entity (rows), name));

  return value->type == PATRON_VALUE_TEXT ? value->text : NULL;
}

/* patron_query_unit_key:
 *
 * Returns: (transfer full): what KPIs that share an axis agree in, such as
 *   "percent" or "number:calls"
 */
char *
patron_query_unit_key (const PatronRows *kpis,
                       gsize             row)
{
  const char *kind = get_text (kpis, row, "unit_kind");
  const char *unit = get_text (kpis, row, "unit");

  if (kind == NULL)
    kind = "number";
  if (unit == NULL || strcmp (kind, "percent") == 0
      || strcmp (kind, "money") == 0 || strcmp (kind, "duration") == 0)
    return g_strdup (kind);
  return g_strconcat (kind, ":", unit, NULL);
}

static int
compare_values (const void *a,
                const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* patron_query_measure_join:
 * @values: (array length=n): numbers, which are put in order
 *
 * Returns: what several values are together; NaN where there are none
 */
double
patron_query_measure_join (PatronQueryHow  how,
                           double         *values,
                           gsize           n)
{
  double sum = 0;

  if (n == 0)
    return NAN;
  for (gsize i = 0; i < n; i++)
    sum += values[i];
  if (how == PATRON_QUERY_SUM || how == PATRON_QUERY_COUNT)
    return sum;
  if (how != PATRON_QUERY_MEDIAN)
    return sum / (double) n;
  qsort (values, n, sizeof *values, compare_values);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}
