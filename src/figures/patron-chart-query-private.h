/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-query.h"

G_BEGIN_DECLS

#define PATRON_QUERY_MAX_HOPS 4

typedef enum
{
  PATRON_QUERY_COUNT,
  PATRON_QUERY_SUM,
  PATRON_QUERY_MEAN,
  PATRON_QUERY_MEDIAN,
  PATRON_QUERY_VALUE, /* of a KPI, by its own rule */
  PATRON_QUERY_SWING, /* what each KPI that it is computed from moves it */
} PatronQueryHow;

typedef enum
{
  PATRON_QUERY_STORED,   /* a field of the entity */
  PATRON_QUERY_LATEST,   /* the last value of a KPI */
  PATRON_QUERY_PREVIOUS, /* the one before */
  PATRON_QUERY_TARGET,   /* the target that holds on the day of the last */
  PATRON_QUERY_PROGRESS, /* how far a goal is */
} PatronQueryFrom;

typedef enum
{
  PATRON_QUERY_DAY,
  PATRON_QUERY_WEEK,
  PATRON_QUERY_MONTH,
  PATRON_QUERY_QUARTER,
  PATRON_QUERY_YEAR,
} PatronQueryPeriod;

#define PATRON_N_QUERY_PERIODS 5

/**
 * PatronQueryMeasure:
 * @how: how several values become one
 * @from: where a value comes from
 * @field: (nullable): the field
 * @index: its index, or -1
 *
 * What is measured, as the tables know it.
 */
typedef struct
{
  PatronQueryHow     how;
  PatronQueryFrom    from;
  const PatronField *field;
  int                index;
} PatronQueryMeasure;

/**
 * PatronQueryPath:
 * @n: how many fields lead there; 0 for the record itself
 * @entities: the entity of each field
 * @fields: the index of each field
 * @period: into what dates are put together
 *
 * The way from a record to what it is counted under.
 */
typedef struct
{
  guint               n;
  const PatronEntity *entities[PATRON_QUERY_MAX_HOPS];
  guint               fields[PATRON_QUERY_MAX_HOPS];
  PatronQueryPeriod   period;
} PatronQueryPath;

/**
 * PatronQueryGroup:
 * @label: what people read
 * @rank: its place in the strategy's order
 * @total: what it is sorted by
 *
 * A category, or what makes a series.
 */
typedef struct
{
  char     *label;
  double    rank;
  double    total;
} PatronQueryGroup;

/**
 * PatronQueryTable:
 * @entity: what is looked at
 * @measures: what is measured
 * @n_measures: of how many kinds
 * @over: what @columns are
 * @split: what @rows are
 * @columns: (element-type PatronQueryGroup): the categories
 * @rows: (element-type PatronQueryGroup): one for each series of a measure
 * @values: (array): of measure, row and column; NaN where there is none
 * @samples: (array): how many each rests on; NaN where that is not known
 * @all: (element-type double): every single value of the first measure
 * @hidden: how many categories are left out
 * @unset: how many records are left out, as they have no category or series
 * @n_columns: how many there were before that
 * @n_nodes: how many records there are that are part of one another
 * @kpi: a KPI in whose unit the values are, or 0
 * @direction: which way is better, where all agree
 *
 * What a query found, before it is drawn.
 */
typedef struct
{
  const PatronEntity *entity;
  PatronQueryMeasure  measures[PATRON_QUERY_MAX_MEASURES];
  guint               n_measures;
  PatronQueryPath     over;
  PatronQueryPath     split;
  GArray             *columns;
  GArray             *rows;
  double             *values;
  double             *samples;
  GArray             *all;
  guint               hidden;
  guint               unset;
  guint               n_columns;
  gsize               n_nodes;
  gint64              kpi;
  PatronDirection     direction;
} PatronQueryTable;

/* patron-chart-query-path.c */
gboolean           patron_query_path_parse   (PatronQueryPath       *self,
                                              PatronRegistry        *registry,
                                              const PatronEntity    *entity,
                                              const char            *text,
                                              GError               **error);
gboolean           patron_query_path_find    (PatronQueryPath       *self,
                                              PatronRegistry        *registry,
                                              const PatronEntity    *entity,
                                              const char            *target);
const PatronField *patron_query_path_end     (const PatronQueryPath *self);
gboolean           patron_query_path_dated   (const PatronQueryPath *self);
char              *patron_query_path_label   (const PatronQueryPath *self);
const PatronValue *patron_query_path_follow  (const PatronQueryPath *self,
                                              PatronChartSource     *source,
                                              gsize                  row);
gint64             patron_query_period_start (PatronQueryPeriod      period,
                                              gint64                 date);
gint64             patron_query_period_next  (PatronQueryPeriod      period,
                                              gint64                 start);
char              *patron_query_period_label (PatronQueryPeriod      period,
                                              gint64                 start);
const char        *patron_query_period_id    (PatronQueryPeriod      period);
const char        *patron_query_period_name  (PatronQueryPeriod      period);

/* patron-chart-query-measure.c */
gboolean           patron_query_measure_parse (PatronQueryMeasure   *self,
                                              const PatronEntity    *entity,
                                              const char            *text,
                                              GError               **error);
char              *patron_query_measure_name (const PatronQueryMeasure *self,
                                              const PatronEntity    *entity);
char              *patron_query_measure_label (const PatronQueryMeasure *self,
                                              const PatronEntity    *entity,
                                              gboolean               single);
gboolean           patron_query_measure_adds (const PatronQueryMeasure *self);
gboolean           patron_query_measure_in_unit (const PatronQueryMeasure *self);
void               patron_query_measure_get_range (const PatronQueryMeasure *self,
                                              double                *min,
                                              double                *max);
double             patron_query_measure_read (const PatronQueryMeasure *self,
                                              PatronChartSource     *source,
                                              const PatronRows      *rows,
                                              gsize                  row,
                                              double                *sample);
char              *patron_query_unit_key     (const PatronRows      *kpis,
                                              gsize                  row);
double             patron_query_measure_join (PatronQueryHow         how,
                                              double                *values,
                                              gsize                  n);

/* patron-chart-query-table.c */
PatronQueryTable  *patron_query_table_new    (const PatronChartQuery *query,
                                              PatronChartSource     *source);
void               patron_query_table_free   (PatronQueryTable      *self);
gsize              patron_query_table_at     (const PatronQueryTable *self,
                                              guint                  measure,
                                              guint                  row,
                                              guint                  column);

/* patron-chart-query-course.c */
PatronQueryTable  *patron_query_table_new_course (const PatronChartQuery *query,
                                              PatronChartSource     *source);

/* patron-chart-query-fill.c */
char              *patron_query_table_name_measure (const PatronQueryTable *self,
                                              guint                  measure);
void               patron_query_table_set_axes (const PatronQueryTable *table,
                                              const PatronChartQuery *query,
                                              PatronDocument        *document,
                                              PatronChart           *chart);
void               patron_query_table_fill   (const PatronQueryTable *table,
                                              PatronChart           *chart,
                                              PatronChartData       *data);

/* patron-chart-query-words.c */
char              *patron_query_table_write_what (const PatronQueryTable *table,
                                              const PatronChartQuery *query,
                                              PatronDocument        *document);
void               patron_query_table_set_note (const PatronQueryTable *table,
                                              const PatronChartQuery *query,
                                              PatronChart           *chart);
void               patron_query_result_add_notes (PatronQueryResult     *self,
                                              const PatronChartQuery *query,
                                              const PatronQueryTable *table);

/* patron-chart-query-swing.c */
gboolean           patron_chart_query_is_swing (const PatronChartQuery *self);
void               patron_query_result_take_swing (PatronQueryResult    *self,
                                              PatronChartQuery      *query,
                                              PatronChartSource     *source);

/* patron-chart-query-kinds.c */
void               patron_query_table_find_kinds (const PatronQueryTable *self,
                                              gboolean              *kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronQueryTable, patron_query_table_free)

G_END_DECLS
