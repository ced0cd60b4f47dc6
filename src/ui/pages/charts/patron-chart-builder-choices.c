/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts-page"

/* What each row of the builder offers, and what choosing does. */

#include "config.h"

#include "patron-chart-builder-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *label;
  const char *target; /* of those that narrow down */
} choices[PATRON_N_BUILDER_CHOICES] = {
  [PATRON_CHOOSE_ENTITY] = { N_("What"), NULL },
  [PATRON_CHOOSE_MEASURE] = { N_("Measure"), NULL },
  [PATRON_CHOOSE_SECOND] = { N_("Compared With"), NULL },
  [PATRON_CHOOSE_SIZE] = { N_("Size of Bubbles"), NULL },
  [PATRON_CHOOSE_OVER] = { N_("Over"), NULL },
  [PATRON_CHOOSE_SPLIT] = { N_("Split By"), NULL },
  [PATRON_CHOOSE_KPI] = { N_("Only the KPI"), "kpi" },
  [PATRON_CHOOSE_SEGMENT] = { N_("Only the Segment"), "segment" },
  [PATRON_CHOOSE_PORTRAIT] = { N_("Only the Pen Portrait"), "portrait" },
  [PATRON_CHOOSE_JOURNEY] = { N_("Only the Journey"), "journey" },
  [PATRON_CHOOSE_SORT] = { N_("Order"), NULL },
  [PATRON_CHOOSE_STACK] = { N_("Series"), NULL },
  [PATRON_CHOOSE_AVERAGES] = { N_("Marked"), NULL },
  [PATRON_CHOOSE_DECIMALS] = { N_("Decimals"), NULL },
};

const char *
patron_chart_builder_label (PatronBuilderChoice choice)
{
  return _(choices[choice].label);
}

static void
clear_offer (gpointer data)
{
  g_free (((PatronQueryOffer *) data)->id);
  g_free (((PatronQueryOffer *) data)->label);
}

static GArray *
new_offers (void)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (PatronQueryOffer));

  g_array_set_clear_func (offers, clear_offer);
  return offers;
}

static void
add (GArray     *offers,
     const char *id,
     const char *label)
{
  PatronQueryOffer offer = { g_strdup (id), g_strdup (label) };

  g_array_append_val (offers, offer);
}

static void
put_first (GArray     *offers,
           const char *id,
           const char *label)
{
  PatronQueryOffer offer = { g_strdup (id), g_strdup (label) };

  g_array_prepend_val (offers, offer);
}

/* Where a measure is compared, numbers alone can be. */
static GArray *
offer_measures (PatronChartBuilder *self,
                guint               index)
{
  GArray *offers
      = patron_chart_query_offer_measures (self->query, self->source);

  if (index == 0)
    return offers;
  for (guint i = offers->len; i-- > 0;)
    {
      const PatronQueryOffer *offer
          = &g_array_index (offers, PatronQueryOffer, i);
      gboolean used = strchr (offer->id, ':') == NULL;

      for (guint j = 0; j < index; j++)
        used = used
               || g_strcmp0 (self->query->measures[j], offer->id) == 0;
      if (used)
        g_array_remove_index (offers, i);
    }
  if (strchr (self->query->measures[index - 1] != NULL
                  ? self->query->measures[index - 1]
                  : "",
              ':')
      == NULL)
    g_array_set_size (offers, 0);
  if (offers->len > 0)
    put_first (offers, "", index == 1 ? C_("compared with", "Nothing")
                                      : C_("bubble size", "All the Same"));
  return offers;
}

static GArray *
offer_records (PatronChartBuilder *self,
               const char         *target)
{
  const PatronRows *rows = patron_chart_source_get_rows (self->source, target);
  GArray *offers;

  if (g_strcmp0 (self->query->measures[0], "swing") == 0)
    return strcmp (target, "kpi") == 0
               ? patron_chart_query_offer_computed (self->source)
               : new_offers ();
  offers = new_offers ();
  if (!patron_chart_query_can_filter (
          self->query, patron_document_get_registry (self->document), target)
      || patron_rows_get_n (rows) == 0)
    return offers;
  add (offers, "0", C_("no filter", "All"));
  for (gsize i = 0; i < patron_rows_get_n (rows) && i < 200; i++)
    {
      g_autofree char *title = patron_rows_get_title (rows, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             patron_rows_get_id (rows, i));

      add (offers, id, title);
    }
  return offers;
}

static GArray *
offer_numbered (const char *const *labels,
                guint              n)
{
  GArray *offers = new_offers ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      add (offers, id, labels[i]);
    }
  return offers;
}

static GArray *
offer_order (PatronChartBuilder  *self,
             PatronBuilderChoice  choice)
{
  const char *sorts[]
      = { _("As in the Strategy"), _("Largest First"), _("Least First"),
          _("By Name") };
  const char *stacks[] = { _("Side by Side"), _("On Each Other"),
                           _("As Parts of 100 %") };
  const char *averages[] = { C_("marked", "Nothing"), _("Mean"), _("Median"),
                             _("Mean and Median") };
  const char *decimals[] = { _("As Needed"), "0", "1", "2", "3" };

  if (choice == PATRON_CHOOSE_SORT)
    return offer_numbered (sorts, G_N_ELEMENTS (sorts));
  if (choice == PATRON_CHOOSE_DECIMALS)
    return offer_numbered (decimals, G_N_ELEMENTS (decimals));
  if (choice == PATRON_CHOOSE_AVERAGES)
    return self->result != NULL
                   && self->result->chart->kind == PATRON_CHART_HISTOGRAM
               ? offer_numbered (averages, G_N_ELEMENTS (averages))
               : new_offers ();
  if (self->result != NULL && self->result->can_stack)
    return offer_numbered (stacks, G_N_ELEMENTS (stacks));
  return new_offers ();
}

static gint64 *
get_filter (PatronChartQuery    *query,
            PatronBuilderChoice  choice)
{
  if (choice == PATRON_CHOOSE_KPI)
    return &query->kpi;
  if (choice == PATRON_CHOOSE_SEGMENT)
    return &query->segment;
  return choice == PATRON_CHOOSE_PORTRAIT ? &query->portrait
                                          : &query->journey;
}

static char *
get_current (PatronChartBuilder  *self,
             PatronBuilderChoice  choice)
{
  const PatronChartQuery *query = self->query;

  switch (choice)
    {
    case PATRON_CHOOSE_ENTITY:
      return g_strdup (query->entity);
    case PATRON_CHOOSE_MEASURE:
    case PATRON_CHOOSE_SECOND:
    case PATRON_CHOOSE_SIZE:
      return g_strdup (query->measures[choice - PATRON_CHOOSE_MEASURE]);
    case PATRON_CHOOSE_OVER:
      return g_strdup (query->over);
    case PATRON_CHOOSE_SPLIT:
      return g_strdup (query->split);
    case PATRON_CHOOSE_SORT:
      return g_strdup_printf ("%d", query->sort);
    case PATRON_CHOOSE_STACK:
      return g_strdup_printf ("%d", query->stack);
    case PATRON_CHOOSE_AVERAGES:
      return g_strdup_printf ("%d", query->averages);
    case PATRON_CHOOSE_DECIMALS:
      return g_strdup_printf ("%d", query->decimals + 1);
    case PATRON_CHOOSE_KPI:
    case PATRON_CHOOSE_SEGMENT:
    case PATRON_CHOOSE_PORTRAIT:
    case PATRON_CHOOSE_JOURNEY:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT,
                              *get_filter (self->query, choice));
    }
}

/* patron_chart_builder_offer:
 * @current: (out): what is chosen now
 *
 * Returns: (transfer full) (element-type PatronQueryOffer): what the row
 *   offers; nothing where it has no place
 */
GArray *
patron_chart_builder_offer (PatronChartBuilder   *self,
                            PatronBuilderChoice   choice,
                            char                **current)
{
  char *now = get_current (self, choice);

  *current = now != NULL ? now : g_strdup ("");
  if (choices[choice].target != NULL)
    return offer_records (self, choices[choice].target);
  if (choice == PATRON_CHOOSE_ENTITY)
    return patron_chart_query_offer_entities (self->source);
  if (choice == PATRON_CHOOSE_OVER || choice == PATRON_CHOOSE_SPLIT)
    return patron_chart_query_offer_paths (self->query, self->source,
                                           choice == PATRON_CHOOSE_SPLIT);
  if (choice == PATRON_CHOOSE_MEASURE || choice == PATRON_CHOOSE_SECOND
      || choice == PATRON_CHOOSE_SIZE)
    return offer_measures (self, choice - PATRON_CHOOSE_MEASURE);
  return offer_order (self, choice);
}

/* Something else is looked at: what was chosen of the other is no use. */
static void
start_anew (PatronChartBuilder *self,
            const char         *entity)
{
  PatronChartQuery *query = self->query;
  gboolean course = strcmp (entity, "measurement") == 0;
  g_autoptr (GArray) paths = NULL;

  g_free (query->entity);
  query->entity = g_strdup (entity);
  patron_chart_query_set_measure (query, 0, NULL);
  patron_chart_query_set_measure (query, 0, course ? "value" : "count");
  patron_chart_query_set_split (query, NULL);
  patron_chart_query_set_over (query, NULL);
  g_clear_pointer (&query->unit, g_free);
  query->kpi = query->segment = query->portrait = query->journey = 0;
  paths = patron_chart_query_offer_paths (query, self->source, FALSE);
  for (guint i = 0; i < paths->len && query->over == NULL; i++)
    if (*g_array_index (paths, PatronQueryOffer, i).id != '\0')
      patron_chart_query_set_over (
          query, g_array_index (paths, PatronQueryOffer, i).id);
}

/* What moves a KPI is asked of one that is computed from others. */
static void
choose_computed (PatronChartBuilder *self)
{
  PatronChartQuery *query = self->query;
  g_autoptr (GArray) kpis = patron_chart_query_offer_computed (self->source);
  gboolean known = FALSE;

  patron_chart_query_set_over (query, NULL);
  g_clear_pointer (&query->unit, g_free);
  query->segment = query->portrait = query->journey = 0;
  for (guint i = 0; i < kpis->len; i++)
    known = known
            || query->kpi
                   == g_ascii_strtoll (
                       g_array_index (kpis, PatronQueryOffer, i).id, NULL,
                       10);
  if (!known && kpis->len > 0)
    query->kpi = g_ascii_strtoll (
        g_array_index (kpis, PatronQueryOffer, 0).id, NULL, 10);
}

static void
choose_measure (PatronChartBuilder *self,
                guint               index,
                const char         *id)
{
  PatronChartQuery *query = self->query;
  gboolean course = strcmp (query->entity, "measurement") == 0;

  patron_chart_query_set_measure (query, index, *id != '\0' ? id : NULL);
  if (index == 0 && strchr (id, ':') == NULL)
    patron_chart_query_set_measure (query, 1, NULL);
  if (index != 0 || !course)
    return;
  if (strcmp (id, "value") != 0)
    patron_chart_query_set_split (query, NULL);
  if (strcmp (id, "swing") == 0)
    choose_computed (self);
  else if (strcmp (id, "count") == 0)
    patron_chart_query_set_over (query, "date/month");
  else if (query->over == NULL)
    patron_chart_query_set_over (query, "date");
}

/* One of each has one measure; a count of each would be one. */
static void
choose_over (PatronChartBuilder *self,
             const char         *id)
{
  PatronChartQuery *query = self->query;

  patron_chart_query_set_over (query, *id != '\0' ? id : NULL);
  if (*id == '\0' && strcmp (query->measures[0], "count") == 0)
    {
      g_autoptr (GArray) measures
          = patron_chart_query_offer_measures (query, self->source);

      if (measures->len > 0)
        patron_chart_query_set_measure (
            query, 0, g_array_index (measures, PatronQueryOffer, 0).id);
    }
}

/* patron_chart_builder_choose:
 *
 * Puts what was chosen into the query.
 */
void
patron_chart_builder_choose (PatronChartBuilder  *self,
                             PatronBuilderChoice  choice,
                             const char          *id)
{
  PatronChartQuery *query = self->query;

  if (choice == PATRON_CHOOSE_ENTITY)
    start_anew (self, id);
  else if (choice == PATRON_CHOOSE_MEASURE || choice == PATRON_CHOOSE_SECOND
           || choice == PATRON_CHOOSE_SIZE)
    choose_measure (self, choice - PATRON_CHOOSE_MEASURE, id);
  else if (choice == PATRON_CHOOSE_OVER)
    choose_over (self, id);
  else if (choice == PATRON_CHOOSE_SPLIT)
    patron_chart_query_set_split (query, *id != '\0' ? id : NULL);
  else if (choice == PATRON_CHOOSE_SORT)
    query->sort = (PatronQuerySort) g_ascii_strtoll (id, NULL, 10);
  else if (choice == PATRON_CHOOSE_STACK)
    query->stack = (PatronStack) g_ascii_strtoll (id, NULL, 10);
  else if (choice == PATRON_CHOOSE_AVERAGES)
    query->averages = (PatronAverages) g_ascii_strtoll (id, NULL, 10);
  else if (choice == PATRON_CHOOSE_DECIMALS)
    query->decimals = (int) g_ascii_strtoll (id, NULL, 10) - 1;
  else
    *get_filter (query, choice) = g_ascii_strtoll (id, NULL, 10);
}
