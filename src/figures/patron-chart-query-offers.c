/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* What may be chosen of a strategy: what it holds, what of that can be
 * measured, and what it can be laid out over. */

#include "config.h"

#include "patron-chart-query-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people make charts of, in the order in which they think of it. */
static const char *const entities[]
    = { "measurement", "kpi",  "goal",   "action", "segment", "portrait", "need",
        "scale",       "card", "stage",  "hurdle", "channel", NULL };

static void
clear_offer (gpointer data)
{
  PatronQueryOffer *offer = data;

  g_free (offer->id);
  g_free (offer->label);
}

static GArray *
new_offers (void)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (PatronQueryOffer));

  g_array_set_clear_func (offers, clear_offer);
  return offers;
}

static void
add_offer (GArray     *offers,
           const char *id,
           char       *label)
{
  PatronQueryOffer offer = { g_strdup (id), label };

  g_array_append_val (offers, offer);
}

/**
 * patron_chart_query_offer_entities:
 *
 * Returns: (transfer full) (element-type PatronQueryOffer): what the strategy
 *   holds that a chart can be made of
 */
GArray *
patron_chart_query_offer_entities (PatronChartSource *source)
{
  PatronDocument *document = patron_chart_source_get_document (source);
  PatronRegistry *registry = patron_document_get_registry (document);
  GArray *offers = new_offers ();

  for (guint i = 0; entities[i] != NULL; i++)
    {
      const PatronEntity *entity
          = patron_registry_lookup (registry, entities[i]);

      if (entity != NULL && patron_document_count (document, entities[i]) > 0)
        add_offer (offers, entities[i],
                   g_strdup (strcmp (entities[i], "measurement") == 0
                                 ? _("Values of KPIs")
                                 : patron_entity_get_plural (entity)));
    }
  return offers;
}

static void
add_measure (GArray             *offers,
             const PatronEntity *entity,
             const char         *id)
{
  PatronQueryMeasure measure;

  if (patron_query_measure_parse (&measure, entity, id, NULL))
    add_offer (offers, id,
               patron_query_measure_label (&measure, entity, FALSE));
}

static void
add_field_measures (GArray             *offers,
                    const PatronEntity *entity,
                    const PatronField  *field,
                    gboolean            single)
{
  static const char *const hows[] = { "mean", "median", "sum" };
  gboolean adds
      = field->kind == PATRON_KIND_INTEGER || field->kind == PATRON_KIND_MONEY
        || field->kind == PATRON_KIND_DURATION
        || (field->kind == PATRON_KIND_NUMBER
            && (field->flags & PATRON_FIELD_KPI_UNIT) == 0);

  for (gsize i = 0; i < G_N_ELEMENTS (hows); i++)
    {
      g_autofree char *id = g_strconcat (hows[i], ":", field->name, NULL);
      PatronQueryMeasure measure;

      /* One value is its own mean. */
      if ((strcmp (hows[i], "sum") == 0 && !adds)
          || (strcmp (hows[i], "median") == 0 && single)
          || (strcmp (hows[i], "mean") == 0 && single && adds))
        continue;
      if (patron_query_measure_parse (&measure, entity, id, NULL))
        add_offer (offers, id,
                   patron_query_measure_label (&measure, entity, single));
    }
}

static gboolean
has_computed (PatronChartSource *source)
{
  g_autoptr (GArray) kpis = patron_chart_query_offer_computed (source);

  return kpis->len > 0;
}

/**
 * patron_chart_query_offer_computed:
 *
 * Returns: (transfer full) (element-type PatronQueryOffer): the KPIs that are
 *   computed from others, by their ids
 */
GArray *
patron_chart_query_offer_computed (PatronChartSource *source)
{
  const PatronRows *kpis = patron_chart_source_get_rows (source, "kpi");
  guint expression = (guint) patron_entity_find_field (
      patron_rows_get_entity (kpis), "expression");
  GArray *offers = new_offers ();

  for (gsize i = 0; i < patron_rows_get_n (kpis); i++)
    {
      g_autofree char *id = NULL;

      if (patron_rows_get (kpis, i, expression)->type != PATRON_VALUE_TEXT)
        continue;
      id = g_strdup_printf ("%" G_GINT64_FORMAT, patron_rows_get_id (kpis, i));
      add_offer (offers, id, patron_rows_get_title (kpis, i));
    }
  return offers;
}

/**
 * patron_chart_query_offer_measures:
 *
 * Returns: (transfer full) (element-type PatronQueryOffer): what can be
 *   measured of what the query looks at
 */
GArray *
patron_chart_query_offer_measures (const PatronChartQuery *self,
                                   PatronChartSource      *source)
{
  PatronRegistry *registry = patron_document_get_registry (
      patron_chart_source_get_document (source));
  const PatronEntity *entity = patron_registry_lookup (registry, self->entity);
  gboolean single = self->over == NULL;
  GArray *offers = new_offers ();

  if (strcmp (self->entity, "measurement") == 0)
    {
      add_measure (offers, entity, "value");
      if (has_computed (source))
        add_measure (offers, entity, "swing");
      add_offer (offers, "count",
                 /* Translators: how many measurements there are. */
                 g_strdup (C_("measure", "Number of measurements")));
      return offers;
    }
  if (strcmp (self->entity, "kpi") == 0)
    {
      add_measure (offers, entity, "mean:latest");
      add_measure (offers, entity, "mean:previous");
      add_measure (offers, entity, "mean:target");
    }
  if (strcmp (self->entity, "goal") == 0)
    add_measure (offers, entity, "mean:progress");
  if (single)
    for (guint i = 0; i < offers->len; i++)
      {
        PatronQueryOffer *offer = &g_array_index (offers, PatronQueryOffer, i);
        PatronQueryMeasure measure;

        patron_query_measure_parse (&measure, entity, offer->id, NULL);
        g_free (offer->label);
        offer->label = patron_query_measure_label (&measure, entity, TRUE);
      }
  for (guint i = 0; i < entity->n_fields; i++)
    if (strcmp (entity->fields[i].name, "decimals") != 0)
      add_field_measures (offers, entity, &entity->fields[i], single);
  if (!single || offers->len == 0)
    add_offer (offers, "count",
               /* Translators: how many records there are. */
               g_strdup (C_("measure", "Number")));
  return offers;
}

static void
add_path (GArray             *offers,
          PatronRegistry     *registry,
          const PatronEntity *entity,
          const char         *id)
{
  PatronQueryPath path;

  if (patron_query_path_parse (&path, registry, entity, id, NULL))
    add_offer (offers, id, patron_query_path_label (&path));
}

static void
add_field_paths (GArray             *offers,
                 PatronRegistry     *registry,
                 const PatronEntity *root,
                 const PatronField  *field,
                 const char         *before,
                 gboolean            dates)
{
  g_autofree char *id = g_strconcat (before, field->name, NULL);

  if (field->kind == PATRON_KIND_CHOICE || field->kind == PATRON_KIND_BOOLEAN
      || field->kind == PATRON_KIND_SCALE
      || field->kind == PATRON_KIND_REFERENCE
      || strcmp (field->name, "owner") == 0)
    add_path (offers, registry, root, id);
  if (field->kind != PATRON_KIND_DATE || !dates)
    return;
  for (int i = PATRON_QUERY_MONTH; i < PATRON_N_QUERY_PERIODS; i++)
    {
      g_autofree char *period = g_strconcat (
          id, "/", patron_query_period_id ((PatronQueryPeriod) i), NULL);

      add_path (offers, registry, root, period);
    }
}

static void
add_course_paths (GArray             *offers,
                  PatronRegistry     *registry,
                  const PatronEntity *entity)
{
  add_offer (offers, "date",
             /* Translators: values over the days they were measured on. */
             g_strdup (C_("chart over", "Date, as measured")));
  for (int i = PATRON_QUERY_WEEK; i < PATRON_N_QUERY_PERIODS; i++)
    {
      g_autofree char *id = g_strconcat (
          "date/", patron_query_period_id ((PatronQueryPeriod) i), NULL);

      add_path (offers, registry, entity, id);
    }
}

/**
 * patron_chart_query_offer_paths:
 * @split: whether for the series, rather than for the categories
 *
 * Returns: (transfer full) (element-type PatronQueryOffer): what the values
 *   can be laid out over; of an empty id, one value for each record or, of
 *   series, a single one
 */
GArray *
patron_chart_query_offer_paths (const PatronChartQuery *self,
                                PatronChartSource      *source,
                                gboolean                split)
{
  PatronRegistry *registry = patron_document_get_registry (
      patron_chart_source_get_document (source));
  const PatronEntity *root = patron_registry_lookup (registry, self->entity);
  const PatronEntity *entity = root;
  g_autoptr (GString) before = g_string_new (NULL);
  gboolean course = g_strcmp0 (self->measures[0], "value") == 0;
  GArray *offers = new_offers ();

  if (patron_chart_query_is_swing (self))
    {
      add_offer (offers, "", g_strdup (C_("chart split", "Nothing")));
      return offers;
    }
  if (split)
    add_offer (offers, "", g_strdup (C_("chart split", "Nothing")));
  else if (!course && strcmp (self->entity, "measurement") != 0)
    add_offer (offers, "",
               /* Translators: one bar for each record of a kind. */
               g_strdup_printf (C_("chart over", "Each of the %s"),
                                patron_entity_get_plural (root)));
  if (course && !split)
    {
      add_course_paths (offers, registry, root);
      return offers;
    }
  if (course)
    {
      add_path (offers, registry, root, "kpi");
      return offers;
    }
  while (entity != NULL)
    {
      const PatronField *owner = NULL;

      for (guint i = 0; i < entity->n_fields; i++)
        {
          const PatronField *field = &entity->fields[i];

          add_field_paths (offers, registry, root, field, before->str, !split);
          if (field->on_delete == PATRON_ON_DELETE_CASCADE
              && field->kind == PATRON_KIND_REFERENCE && owner == NULL
              && strcmp (field->target, entity->name) != 0)
            owner = field;
        }
      if (owner == NULL)
        break;
      g_string_append_printf (before, "%s.", owner->name);
      entity = patron_registry_lookup (registry, owner->target);
    }
  return offers;
}

/**
 * patron_chart_query_can_filter:
 * @target: kpi, segment, portrait or journey
 *
 * Returns: whether what the query looks at belongs to such records
 */
gboolean
patron_chart_query_can_filter (const PatronChartQuery *self,
                               PatronRegistry         *registry,
                               const char             *target)
{
  PatronQueryPath path;
  const PatronEntity *entity = patron_registry_lookup (registry, self->entity);

  return entity != NULL && strcmp (self->entity, target) != 0
         && patron_query_path_find (&path, registry, entity, target);
}
