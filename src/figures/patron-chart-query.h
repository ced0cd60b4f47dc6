/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-source.h"
#include "patron-chart.h"

G_BEGIN_DECLS

#define PATRON_QUERY_MAX_MEASURES 3

typedef enum
{
  PATRON_QUERY_SORT_OWN,     /* as the strategy orders them */
  PATRON_QUERY_SORT_LARGEST, /* the largest value first */
  PATRON_QUERY_SORT_LEAST,   /* the least value first */
  PATRON_QUERY_SORT_NAME,    /* by name */
} PatronQuerySort;

#define PATRON_N_QUERY_SORTS 4

/**
 * PatronQueryNote:
 * @at: the day since 1970-01-01, of something that happened
 * @on: (nullable): the category that it is told of, rather than a day
 * @text: what happened
 *
 * An annotation of the user's own.
 */
typedef struct
{
  double  at;
  char   *on;
  char   *text;
} PatronQueryNote;

/**
 * PatronChartQuery:
 * @entity: what is looked at: the name of an entity; of measurements, the
 *   values of KPIs
 * @measures: (array zero-terminated=1): what is measured of it, each "count"
 *   or "sum:FIELD", "mean:FIELD" or "median:FIELD"; of KPIs, "value", or
 *   "swing" for what moves one that is computed from others
 * @over: (nullable): what the values are laid out over: fields from the
 *   entity onward, such as "kind", "stage.journey" or "due/quarter"; %NULL
 *   for one value for each record
 * @split: (nullable): likewise, what makes the series
 * @kind: how it is drawn
 * @stack: how several series of bars stand to each other
 * @sort: the order of the categories
 * @limit: how many categories are shown; 0 for as many as fit
 * @others: whether the rest is shown as one, rather than left out
 * @decimals: digits after the mark, or -1 for as many as are needed
 * @averages: what a histogram marks beside its bars
 * @targets: whether the values of a KPI are held against its targets
 * @unit: (nullable): which kind of unit KPIs must have to be compared
 * @kpi: the only KPI that counts, or 0; kept in the record, not in JSON
 * @segment: the only segment, or 0; likewise
 * @portrait: the only pen portrait, or 0; likewise
 * @journey: the only journey, or 0; likewise
 * @headline: (nullable): the user's own title; the finding where absent
 * @note: (nullable): small print; kept in the record
 * @notes: (element-type PatronQueryNote): annotations of the user's own
 * @unknown: members of newer versions, as JSON, each with a comma before it
 *
 * A question to the strategy, which a chart answers.
 */
typedef struct
{
  char            *entity;
  char            *measures[PATRON_QUERY_MAX_MEASURES + 1];
  char            *over;
  char            *split;
  PatronChartKind  kind;
  PatronStack      stack;
  PatronQuerySort  sort;
  guint            limit;
  gboolean         others;
  int              decimals;
  PatronAverages   averages;
  gboolean         targets;
  char            *unit;
  gint64           kpi;
  gint64           segment;
  gint64           portrait;
  gint64           journey;
  char            *headline;
  char            *note;
  GArray          *notes;
  GString         *unknown;
} PatronChartQuery;

/**
 * PatronQueryOffer:
 * @id: what stands in a query
 * @label: what people read
 *
 * Something that may be chosen.
 */
typedef struct
{
  char *id;
  char *label;
} PatronQueryOffer;

/**
 * PatronQueryResult:
 * @chart: what is drawn, with its words
 * @data: its values
 * @finding: (nullable): what it shows in words, also where the user wrote
 *   another headline
 * @what: what is shown, as the subtitle says it
 * @colour: (nullable): the colour of the KPI that it shows
 * @kinds: which kinds can show it
 * @can_stack: whether its series may stand on each other
 * @n_categories: how many categories there are without a limit
 * @empty: whether there is nothing to show
 *
 * The answer to a query.
 */
typedef struct
{
  PatronChart     *chart;
  PatronChartData *data;
  char            *finding;
  char            *what;
  char            *colour;
  gboolean         kinds[PATRON_N_CHART_KINDS];
  gboolean         can_stack;
  guint            n_categories;
  gboolean         empty;
} PatronQueryResult;

PatronChartQuery  *patron_chart_query_new          (const char             *entity,
                                                    const char             *measure,
                                                    const char             *over,
                                                    PatronChartKind         kind);
PatronChartQuery  *patron_chart_query_copy         (const PatronChartQuery *self);
void               patron_chart_query_free         (PatronChartQuery       *self);
guint              patron_chart_query_get_n_measures (const PatronChartQuery *self);
void               patron_chart_query_set_measure  (PatronChartQuery       *self,
                                                    guint                   index,
                                                    const char             *measure);
void               patron_chart_query_set_over     (PatronChartQuery       *self,
                                                    const char             *over);
void               patron_chart_query_set_split    (PatronChartQuery       *self,
                                                    const char             *split);
void               patron_chart_query_add_note     (PatronChartQuery       *self,
                                                    double                  at,
                                                    const char             *on,
                                                    const char             *text);

/* patron-chart-query-json.c */
char              *patron_chart_query_to_json      (const PatronChartQuery *self);
PatronChartQuery  *patron_chart_query_from_json    (const char             *json,
                                                    PatronRegistry         *registry,
                                                    GError                **error);
PatronChartQuery  *patron_chart_query_from_record  (PatronRecord           *chart,
                                                    PatronRegistry         *registry,
                                                    GError                **error);
gboolean           patron_chart_query_store        (const PatronChartQuery *self,
                                                    PatronDocument         *document,
                                                    PatronRecord           *chart,
                                                    GError                **error);
PatronRecord      *patron_chart_query_keep         (const PatronChartQuery *self,
                                                    PatronDocument         *document,
                                                    const char             *title,
                                                    GError                **error);

/* patron-chart-query-offers.c */
GArray            *patron_chart_query_offer_entities (PatronChartSource    *source);
GArray            *patron_chart_query_offer_computed (PatronChartSource    *source);
GArray            *patron_chart_query_offer_measures (const PatronChartQuery *self,
                                                    PatronChartSource      *source);
GArray            *patron_chart_query_offer_paths  (const PatronChartQuery *self,
                                                    PatronChartSource      *source,
                                                    gboolean                split);
gboolean           patron_chart_query_can_filter   (const PatronChartQuery *self,
                                                    PatronRegistry         *registry,
                                                    const char             *target);

/* patron-chart-query-words.c */
gboolean           patron_query_names_category     (const char             *category,
                                                    const char             *name);

/* patron-chart-query-run.c */
gboolean           patron_chart_query_check        (const PatronChartQuery *self,
                                                    PatronRegistry         *registry,
                                                    GError                **error);
PatronQueryResult *patron_chart_query_run          (const PatronChartQuery *self,
                                                    PatronChartSource      *source);
PatronQueryResult *patron_query_result_new_refused (const char             *title,
                                                    const char             *why);
PatronQueryResult *patron_query_result_new_saved   (PatronRecord           *chart,
                                                    PatronChartSource      *source);
PatronScene       *patron_query_result_layout      (const PatronQueryResult *self,
                                                    const PatronTheme      *theme,
                                                    PatronMeasurer         *measurer,
                                                    double                  width,
                                                    double                  height);
PatronQueryResult *patron_query_result_ref         (PatronQueryResult      *self);
void               patron_query_result_unref       (PatronQueryResult      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronChartQuery, patron_chart_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronQueryResult, patron_query_result_unref)

G_END_DECLS
