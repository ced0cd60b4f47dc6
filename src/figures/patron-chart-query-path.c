/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The ways from a record to what it is counted under: its own fields, and
 * those of the records that it belongs to. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-date.h"
#include "patron-error.h"

static const struct
{
  const char *id;
  const char *name;
} periods[PATRON_N_QUERY_PERIODS] = {
  [PATRON_QUERY_DAY] = { "day", N_("by day") },
  [PATRON_QUERY_WEEK] = { "week", N_("by week") },
  [PATRON_QUERY_MONTH] = { "month", N_("by month") },
  [PATRON_QUERY_QUARTER] = { "quarter", N_("by quarter") },
  [PATRON_QUERY_YEAR] = { "year", N_("by year") },
};

static gboolean
parse_period (PatronQueryPath *self,
              const char      *text)
{
  for (int i = 0; i < PATRON_N_QUERY_PERIODS; i++)
    if (g_strcmp0 (text, periods[i].id) == 0)
      {
        self->period = (PatronQueryPeriod) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
can_group (const PatronField *field)
{
  static const PatronKind kinds[]
      = { PATRON_KIND_TEXT,  PATRON_KIND_CHOICE,    PATRON_KIND_BOOLEAN,
          PATRON_KIND_SCALE, PATRON_KIND_REFERENCE, PATRON_KIND_DATE };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (field->kind == kinds[i])
      return TRUE;
  return FALSE;
}

static gboolean
add_hop (PatronQueryPath     *self,
         PatronRegistry      *registry,
         const PatronEntity **entity,
         const char          *name)
{
  int index = *entity != NULL ? patron_entity_find_field (*entity, name) : -1;
  const PatronField *field;

  if (index < 0 || self->n >= PATRON_QUERY_MAX_HOPS)
    return FALSE;
  field = &(*entity)->fields[index];
  if (!can_group (field))
    return FALSE;
  self->entities[self->n] = *entity;
  self->fields[self->n] = (guint) index;
  self->n++;
  *entity = field->kind == PATRON_KIND_REFERENCE
                ? patron_registry_lookup (registry, field->target)
                : NULL;
  return TRUE;
}

/* patron_query_path_parse:
 * @text: (nullable): such as "stage.journey" or "due/quarter"; nothing for
 *   the record itself
 *
 * Returns: whether @text leads somewhere from @entity
 */
gboolean
patron_query_path_parse (PatronQueryPath     *self,
                         PatronRegistry      *registry,
                         const PatronEntity  *entity,
                         const char          *text,
                         GError             **error)
{
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) names = NULL;
  gboolean good = TRUE;

  memset (self, 0, sizeof *self);
  if (text == NULL)
    return TRUE;
  parts = g_strsplit (text, "/", 2);
  names = g_strsplit (parts[0] != NULL ? parts[0] : "", ".", -1);
  for (guint i = 0; names[i] != NULL; i++)
    good = good && add_hop (self, registry, &entity, names[i]);
  good = good && self->n > 0;
  if (good && parts[1] != NULL)
    good = patron_query_path_dated (self) && parse_period (self, parts[1]);
  if (!good)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("A chart cannot be laid out over “%s”"), text);
  return good;
}

/* patron_query_path_find:
 * @target: the name of an entity
 *
 * Finds the way from @entity to the @target that it belongs to: up to what
 * owns it, and from there by one reference.
 *
 * Returns: whether there is one
 */
gboolean
patron_query_path_find (PatronQueryPath    *self,
                        PatronRegistry     *registry,
                        const PatronEntity *entity,
                        const char         *target)
{
  memset (self, 0, sizeof *self);
  if (strcmp (entity->name, target) == 0)
    return TRUE;
  while (entity != NULL && self->n < PATRON_QUERY_MAX_HOPS)
    {
      const PatronEntity *from = entity;
      const PatronField *owner = NULL;

      if (patron_entity_find_field (entity, target) >= 0)
        return add_hop (self, registry, &entity, target);
      for (guint i = 0; i < from->n_fields && owner == NULL; i++)
        if (from->fields[i].on_delete == PATRON_ON_DELETE_CASCADE
            && strcmp (from->fields[i].target, from->name) != 0)
          owner = &from->fields[i];
      if (owner == NULL || !add_hop (self, registry, &entity, owner->name))
        return FALSE;
    }
  return FALSE;
}

/* patron_query_path_end:
 *
 * Returns: (nullable): the field that the way ends at; %NULL for the record
 *   itself
 */
const PatronField *
patron_query_path_end (const PatronQueryPath *self)
{
  return self->n > 0
             ? &self->entities[self->n - 1]->fields[self->fields[self->n - 1]]
             : NULL;
}

/* patron_query_path_dated:
 *
 * Returns: whether it ends at a date
 */
gboolean
patron_query_path_dated (const PatronQueryPath *self)
{
  const PatronField *end = patron_query_path_end (self);

  return end != NULL && end->kind == PATRON_KIND_DATE;
}

/* patron_query_path_label:
 *
 * Returns: (transfer full): what people read
 */
char *
patron_query_path_label (const PatronQueryPath *self)
{
  const PatronField *end = patron_query_path_end (self);
  const char *label = end != NULL ? patron_field_get_label (end) : "";

  if (patron_query_path_dated (self) && self->period != PATRON_QUERY_DAY)
    /* Translators: a date field, and by what it is put together, such as
     * "Due, by month". */
    return g_strdup_printf (C_("chart over", "%s, %s"), label,
                            patron_query_period_name (self->period));
  if (self->n > 1 && end->kind != PATRON_KIND_REFERENCE)
    /* Translators: what a record belongs to, and a field of that, such as
     * "Stage: Phase". */
    return g_strdup_printf (
        C_("chart over", "%s: %s"),
        patron_entity_get_label (self->entities[self->n - 1]), label);
  return g_strdup (label);
}

/* patron_query_path_follow:
 *
 * Returns: (transfer none) (nullable): what stands at the end of the way
 */
const PatronValue *
patron_query_path_follow (const PatronQueryPath *self,
                          PatronChartSource     *source,
                          gsize                  row)
{
  const PatronValue *value = NULL;
  gssize at = (gssize) row;

  for (guint i = 0; i < self->n; i++)
    {
      const PatronRows *rows
          = patron_chart_source_get_rows (source, self->entities[i]->name);

      /* What is said of a goal holds no longer than its parts hold it up. */
      if (i + 1 == self->n && strcmp (self->entities[i]->name, "goal") == 0
          && strcmp (self->entities[i]->fields[self->fields[i]].name,
                     "status") == 0)
        return patron_chart_source_get_status (
            source, patron_rows_get_id (rows, (gsize) at));
      value = patron_rows_get (rows, (gsize) at, self->fields[i]);
      if (patron_value_is_null (value))
        return NULL;
      if (i + 1 == self->n)
        break;
      rows = patron_chart_source_get_rows (source,
                                           self->entities[i + 1]->name);
      at = patron_rows_find (rows, value->integer);
      if (at < 0)
        return NULL;
    }
  return value;
}

/* patron_query_period_start:
 *
 * Returns: the first day of the period that @date lies in; weeks begin on
 *   Monday, as in ISO 8601
 */
gint64
patron_query_period_start (PatronQueryPeriod period,
                           gint64            date)
{
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  switch (period)
    {
    case PATRON_QUERY_WEEK:
      /* 1970-01-01 was a Thursday. */
      return date - (((date + 3) % 7) + 7) % 7;
    case PATRON_QUERY_MONTH:
      return patron_date_from_ymd (year, month, 1);
    case PATRON_QUERY_QUARTER:
      return patron_date_from_ymd (year, (month - 1) / 3 * 3 + 1, 1);
    case PATRON_QUERY_YEAR:
      return patron_date_from_ymd (year, 1, 1);
    case PATRON_QUERY_DAY:
    default:
      return date;
    }
}

/* patron_query_period_next:
 *
 * Returns: the first day of the next period
 */
gint64
patron_query_period_next (PatronQueryPeriod period,
                          gint64            start)
{
  static const int days[PATRON_N_QUERY_PERIODS] = { 1, 7, 32, 95, 370 };

  return patron_query_period_start (period, start + days[period]);
}

/* patron_query_period_label:
 *
 * Returns: (transfer full): a period as people read it
 */
char *
patron_query_period_label (PatronQueryPeriod period,
                           gint64            start)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  patron_date_to_ymd (start, &year, &month, &day);
  if (period == PATRON_QUERY_YEAR)
    return g_strdup_printf ("%d", year);
  if (period == PATRON_QUERY_QUARTER)
    /* Translators: a quarter of a year, then the year. */
    return g_strdup_printf (C_("period", "Q%d %d"), (month + 2) / 3, year);
  if (period != PATRON_QUERY_MONTH)
    return patron_date_format (start);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: a month and its year; see the manual of strftime. */
  return g_date_time_format (time, C_("period", "%b %Y"));
}

/* patron_query_period_id:
 *
 * Returns: (transfer none): what queries call the period
 */
const char *
patron_query_period_id (PatronQueryPeriod period)
{
  return periods[period].id;
}

/* patron_query_period_name:
 *
 * Returns: (transfer none): what people read
 */
const char *
patron_query_period_name (PatronQueryPeriod period)
{
  return g_dgettext (GETTEXT_PACKAGE, periods[period].name);
}
