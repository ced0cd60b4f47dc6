/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-csv.h"
#include "patron-document.h"
#include "patron-refusals.h"

G_BEGIN_DECLS

/**
 * PatronDateOrder:
 * @PATRON_DATE_ORDER_AUTO: found out from the column
 * @PATRON_DATE_ORDER_YMD: 2024-03-31, as ISO 8601 writes it
 * @PATRON_DATE_ORDER_DMY: 31/03/2024, 31.3.24
 * @PATRON_DATE_ORDER_MDY: 03/31/2024
 * @PATRON_DATE_ORDER_YM: 2024-03, 2024-Q1 or 2024-W13, the first day of it
 *
 * How a column writes dates.
 */
typedef enum
{
  PATRON_DATE_ORDER_AUTO,
  PATRON_DATE_ORDER_YMD,
  PATRON_DATE_ORDER_DMY,
  PATRON_DATE_ORDER_MDY,
  PATRON_DATE_ORDER_YM,
} PatronDateOrder;

#define PATRON_N_DATE_ORDERS 5

/**
 * PatronImportMerge:
 * @PATRON_IMPORT_MEAN: their mean
 * @PATRON_IMPORT_SUM: their sum
 * @PATRON_IMPORT_LAST: the one that stands last in the file
 * @PATRON_IMPORT_MEDIAN: the one in the middle, or the mean of the two there
 * @PATRON_IMPORT_P90: their 90th percentile: linear between the order
 *   statistics, as R's type 7 and PERCENTILE.INC of spreadsheets have it
 * @PATRON_IMPORT_COUNT: how many rows there are
 * @PATRON_IMPORT_SHARE: the share of the rows that pass a test
 * @PATRON_IMPORT_NPS: the net promoter score of answers from 0 to 10
 * @PATRON_IMPORT_RATIO: the sum of one column divided by that of another
 *
 * What the rows of one date, or of one period, become.
 */
typedef enum
{
  PATRON_IMPORT_MEAN,
  PATRON_IMPORT_SUM,
  PATRON_IMPORT_LAST,
  PATRON_IMPORT_MEDIAN,
  PATRON_IMPORT_P90,
  PATRON_IMPORT_COUNT,
  PATRON_IMPORT_SHARE,
  PATRON_IMPORT_NPS,
  PATRON_IMPORT_RATIO,
} PatronImportMerge;

#define PATRON_N_IMPORT_MERGES 9

/**
 * PatronImportPeriod:
 * @PATRON_IMPORT_DATE: the dates as they are
 * @PATRON_IMPORT_WEEK: from Monday to Sunday, as ISO 8601 has it
 * @PATRON_IMPORT_MONTH: a month
 * @PATRON_IMPORT_QUARTER: three months, the first from January
 * @PATRON_IMPORT_YEAR: a year
 *
 * What rows are gathered by. A value is dated by the first day of its period.
 */
typedef enum
{
  PATRON_IMPORT_DATE,
  PATRON_IMPORT_WEEK,
  PATRON_IMPORT_MONTH,
  PATRON_IMPORT_QUARTER,
  PATRON_IMPORT_YEAR,
} PatronImportPeriod;

#define PATRON_N_IMPORT_PERIODS 5

/**
 * PatronImportOperator:
 *
 * How a cell is compared with a value: as numbers where both are, else as
 * text, of which capital letters are no part.
 */
typedef enum
{
  PATRON_IMPORT_IS,
  PATRON_IMPORT_IS_NOT,
  PATRON_IMPORT_LESS,
  PATRON_IMPORT_AT_MOST,
  PATRON_IMPORT_MORE,
  PATRON_IMPORT_AT_LEAST,
} PatronImportOperator;

#define PATRON_N_IMPORT_OPERATORS 6

/**
 * PatronImportTest:
 * @column: the column that is looked at, or -1 for no test
 * @operator: how
 * @value: (nullable): what it is compared with
 *
 * What rows are picked or counted by.
 */
typedef struct
{
  int                  column;
  PatronImportOperator operator;
  const char          *value;
} PatronImportTest;

#define PATRON_IMPORT_NO_DATE G_MININT64

/**
 * PatronImportMapping:
 * @date: the column of dates, or -1
 * @order: how it writes them
 * @single_date: the date of all rows where there is no column of dates, or
 *   %PATRON_IMPORT_NO_DATE
 * @period: what rows are gathered by
 * @merge: what several rows of one date or period become
 * @value: the column of values, or -1 where none is needed
 * @numerator: the column above the line of a ratio, or -1
 * @denominator: the column below it, or -1
 * @complement: whether 1 − the ratio, or the share, is meant
 * @share: which rows count, of %PATRON_IMPORT_SHARE
 * @low: the smallest value that a row may have, or NaN
 * @high: the largest, or NaN
 * @group: the column whose every value makes a KPI of its own, or -1
 * @segments: whether the values of @group are names of segments
 * @filter: which rows are read
 * @decimal_mark: '.' or ',', or 0 to find out from the column
 * @name: (nullable): what the KPI is called; of several, what their names
 *   begin with, before the value of @group
 * @kpi: the KPI that takes the values where there is no @group, or 0 to
 *   match by @name, and make one where none matches
 * @source: (nullable): what KPIs that are made say of where they come from
 *
 * Which columns are read, and as what. Columns count from 0.
 */
typedef struct
{
  int                date;
  PatronDateOrder    order;
  gint64             single_date;
  PatronImportPeriod period;
  PatronImportMerge  merge;
  int                value;
  int                numerator;
  int                denominator;
  gboolean           complement;
  PatronImportTest   share;
  double             low;
  double             high;
  int                group;
  gboolean           segments;
  PatronImportTest   filter;
  char               decimal_mark;
  const char        *name;
  gint64             kpi;
  const char        *source;
} PatronImportMapping;

/**
 * PatronImportState:
 * @PATRON_IMPORT_NEW: the KPI has no measurement on that date yet
 * @PATRON_IMPORT_SAME: it has one that is the same
 * @PATRON_IMPORT_CHANGED: it has one that will be another
 *
 * What a value is to the document.
 */
typedef enum
{
  PATRON_IMPORT_NEW,
  PATRON_IMPORT_SAME,
  PATRON_IMPORT_CHANGED,
} PatronImportState;

/**
 * PatronImportPoint:
 * @date: days since 1970-01-01
 * @n_rows: how many rows went into it
 * @state: what it is to the document
 * @above: the value; of a ratio or a share, what stands above the line; of a
 *   net promoter score, the promoters
 * @below: what stands below the line, so that larger periods can be made, or
 *   the detractors; else NaN
 *
 * A value as it will be stored; patron_import_plan_get_value() says which it
 * is. There may be millions of them.
 */
typedef struct
{
  gint32  date;
  guint32 n_rows : 30;
  guint32 state : 2;
  double  above;
  double  below;
} PatronImportPoint;

/**
 * PatronImportGroup:
 * @name: what the KPI is called
 * @key: (nullable): the value of the grouping column
 * @kpi: the KPI that takes the values, or 0 if one will be made
 * @points: (element-type PatronImportPoint): by date
 * @sampled: whether the numbers of rows are sizes of samples
 */
typedef struct
{
  char    *name;
  char    *key;
  gint64   kpi;
  GArray  *points;
  gboolean sampled;
} PatronImportGroup;

/**
 * PatronImportHead:
 * @PATRON_IMPORT_HEAD_AUTO: found out: a head holds no dates and numbers
 * @PATRON_IMPORT_HEAD_YES: the first row names the columns
 * @PATRON_IMPORT_HEAD_NO: it is a row like all others
 *
 * Whether a table has a head.
 */
typedef enum
{
  PATRON_IMPORT_HEAD_AUTO,
  PATRON_IMPORT_HEAD_YES,
  PATRON_IMPORT_HEAD_NO,
} PatronImportHead;

/* A table that was looked at: its columns, and what they seem to hold. */

typedef struct _PatronImport PatronImport;

PatronImport *patron_import_new             (PatronCsvText             *text,
                                             const PatronCsvForm       *form,
                                             PatronImportHead           head,
                                             GError                   **error);
PatronImport *patron_import_new_for_file    (GFile                     *file,
                                             const PatronCsvForm       *form,
                                             PatronImportHead           head,
                                             GCancellable              *cancellable,
                                             GError                   **error);
PatronImport *patron_import_new_for_bytes   (GBytes                    *bytes,
                                             const PatronCsvForm       *form,
                                             PatronImportHead           head,
                                             GError                   **error);
PatronImport *patron_import_ref             (PatronImport              *self);
void          patron_import_unref           (PatronImport              *self);
guint         patron_import_get_n_columns   (PatronImport              *self);
const char   *patron_import_get_column      (PatronImport              *self,
                                             guint                      column);
int           patron_import_find_column     (PatronImport              *self,
                                             const char                *name);
gboolean      patron_import_has_head        (PatronImport              *self);
PatronCsvText *patron_import_get_text       (PatronImport              *self);
const char   *patron_import_get_cell        (PatronImport              *self,
                                             guint                      row,
                                             guint                      column);
guint         patron_import_get_n_samples   (PatronImport              *self);
char          patron_import_get_separator   (PatronImport              *self);
const char   *patron_import_get_encoding    (PatronImport              *self);
void          patron_import_mapping_init    (PatronImportMapping       *mapping);
void          patron_import_suggest         (PatronImport              *self,
                                             PatronImportMapping       *mapping);

/* What importing would do. */

typedef struct _PatronImportPlan PatronImportPlan;

PatronImportPlan *patron_import_plan        (PatronImport              *self,
                                             PatronDocument            *document,
                                             const PatronImportMapping *mapping,
                                             GError                   **error);
PatronImportPlan *patron_import_plan_new    (PatronImport              *self,
                                             PatronDocument            *document,
                                             const PatronImportMapping *mapping,
                                             GError                   **error);
gboolean      patron_import_plan_run        (PatronImportPlan          *plan,
                                             GCancellable              *cancellable,
                                             GError                   **error);
gboolean      patron_import_plan_compare    (PatronImportPlan          *plan,
                                             PatronDocument            *document,
                                             GError                   **error);
double        patron_import_plan_get_progress (PatronImportPlan        *plan);
void          patron_import_plan_free       (PatronImportPlan          *plan);
guint         patron_import_plan_get_n_groups (PatronImportPlan        *plan);
const PatronImportGroup *
              patron_import_plan_get_group  (PatronImportPlan          *plan,
                                             guint                      index);
guint         patron_import_plan_get_n_refusals (PatronImportPlan      *plan);
PatronRefusals *
              patron_import_plan_get_refusals (PatronImportPlan        *plan);
double        patron_import_plan_get_value  (PatronImportPlan          *plan,
                                             const PatronImportPoint   *point);
gboolean      patron_import_plan_is_percent (PatronImportPlan          *plan,
                                             const PatronImportGroup   *group);
guint         patron_import_plan_get_n_rows (PatronImportPlan          *plan);
guint         patron_import_plan_get_n_filtered (PatronImportPlan      *plan);
guint         patron_import_plan_get_n_points (PatronImportPlan        *plan);
guint         patron_import_plan_get_n_new  (PatronImportPlan          *plan);
guint         patron_import_plan_get_n_changes (PatronImportPlan       *plan);
PatronDateOrder
              patron_import_plan_get_order  (PatronImportPlan          *plan,
                                             gboolean                  *ambiguous);
char          patron_import_plan_get_decimal_mark (PatronImportPlan    *plan,
                                             gboolean                  *ambiguous);
gboolean      patron_import_plan_apply      (PatronImportPlan          *plan,
                                             PatronDocument            *document,
                                             GError                   **error);

/* The same in small steps, so that a window can go on in between. */

typedef struct _PatronImportWriter PatronImportWriter;

PatronImportWriter *
              patron_import_writer_new      (PatronImportPlan          *plan,
                                             PatronDocument            *document,
                                             GError                   **error);
gboolean      patron_import_writer_step     (PatronImportWriter        *self,
                                             guint                      n_values,
                                             gboolean                  *done,
                                             GError                   **error);
double        patron_import_writer_get_progress (PatronImportWriter    *self);
gboolean      patron_import_writer_end      (PatronImportWriter        *self,
                                             GError                   **error);
void          patron_import_writer_cancel   (PatronImportWriter        *self);

/* Words for what a mapping is made of. */

const char   *patron_date_order_get_id      (PatronDateOrder            order);
const char   *patron_date_order_get_label   (PatronDateOrder            order);
gboolean      patron_date_order_from_id     (const char                *id,
                                             PatronDateOrder           *order);
const char   *patron_import_merge_get_id    (PatronImportMerge          merge);
const char   *patron_import_merge_get_label (PatronImportMerge          merge);
gboolean      patron_import_merge_from_id   (const char                *id,
                                             PatronImportMerge         *merge);
gboolean      patron_import_merge_needs_value (PatronImportMerge       merge);
const char   *patron_import_period_get_id   (PatronImportPeriod         period);
const char   *patron_import_period_get_label (PatronImportPeriod        period);
gboolean      patron_import_period_from_id  (const char                *id,
                                             PatronImportPeriod        *period);
const char   *patron_import_operator_get_id (PatronImportOperator       operator);
const char   *patron_import_operator_get_label (PatronImportOperator    operator);

/* Mappings that a document remembers: patron-import-remember.c */

/**
 * PatronImportMemory:
 * @mapping: the mapping
 * @form: how the table is written
 * @head: whether it has a head
 *
 * All that a dialog lets one choose.
 */
typedef struct
{
  PatronImportMapping mapping;
  PatronCsvForm       form;
  PatronImportHead    head;
} PatronImportMemory;

PatronRecord *patron_import_find_mapping    (PatronDocument            *document,
                                             const char                *name,
                                             GError                   **error);
void          patron_import_recall_form     (PatronRecord              *record,
                                             PatronImportMemory        *memory);
gboolean      patron_import_recall          (PatronImport              *self,
                                             PatronRecord              *record,
                                             PatronImportMemory        *memory,
                                             GError                   **error);
PatronRecord *patron_import_remember        (PatronImport              *self,
                                             PatronDocument            *document,
                                             const char                *name,
                                             const PatronImportMemory  *memory,
                                             GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronImport, patron_import_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronImportPlan, patron_import_plan_free)

G_END_DECLS
