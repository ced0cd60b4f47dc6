/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

/**
 * PatronDateOrder:
 * @PATRON_DATE_ORDER_AUTO: found out from the column
 * @PATRON_DATE_ORDER_YMD: 2024-03-31, as ISO 8601 writes it
 * @PATRON_DATE_ORDER_DMY: 31/03/2024, 31.3.24
 * @PATRON_DATE_ORDER_MDY: 03/31/2024
 * @PATRON_DATE_ORDER_YM: 2024-03, the first day of the month
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
 *
 * How several values of one date become one. Of a ratio, the sums are
 * divided.
 */
typedef enum
{
  PATRON_IMPORT_MEAN,
  PATRON_IMPORT_SUM,
  PATRON_IMPORT_LAST,
} PatronImportMerge;

#define PATRON_N_IMPORT_MERGES 3

/**
 * PatronImportMapping:
 * @date: the column of dates
 * @order: how it writes them
 * @group: the column whose every value makes a KPI of its own, or -1
 * @value: the column of values, or -1 where a ratio is taken
 * @numerator: the column above the line of a ratio, or -1
 * @denominator: the column below it, or -1
 * @complement: whether 1 − the ratio is meant
 * @filter: the column that rows are picked by, or -1
 * @filter_value: (nullable): what must stand there
 * @merge: how several values of one date become one
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
  int                group;
  int                value;
  int                numerator;
  int                denominator;
  gboolean           complement;
  int                filter;
  const char        *filter_value;
  PatronImportMerge  merge;
  char               decimal_mark;
  const char        *name;
  gint64             kpi;
  const char        *source;
} PatronImportMapping;

/**
 * PatronImportPoint:
 * @date: days since 1970-01-01
 * @value: what will be stored
 * @numerator: of a ratio, so that larger periods can be made; else NaN
 * @denominator: likewise
 * @n_rows: how many rows went into it
 * @row: the first of them
 * @is_new: whether the KPI has no measurement on that date yet
 * @changes: whether it has one, of another value
 */
typedef struct
{
  gint64   date;
  double   value;
  double   numerator;
  double   denominator;
  guint    n_rows;
  guint    row;
  gboolean is_new;
  gboolean changes;
} PatronImportPoint;

/**
 * PatronImportGroup:
 * @name: what the KPI is called
 * @key: (nullable): the value of the grouping column
 * @kpi: the KPI that takes the values, or 0 if one will be made
 * @points: (element-type PatronImportPoint): by date
 */
typedef struct
{
  char   *name;
  char   *key;
  gint64  kpi;
  GArray *points;
} PatronImportGroup;

/**
 * PatronImportRefusal:
 * @row: the line of the file that the row begins on, counted from 1
 * @reason: why it is not taken, for people
 */
typedef struct
{
  guint  row;
  char  *reason;
} PatronImportRefusal;

/* A table that was read: its columns, and what they seem to hold. */

typedef struct _PatronImport PatronImport;

PatronImport *patron_import_new             (GBytes                    *bytes,
                                             char                       separator,
                                             GError                   **error);
PatronImport *patron_import_ref             (PatronImport              *self);
void          patron_import_unref           (PatronImport              *self);
guint         patron_import_get_n_columns   (PatronImport              *self);
const char   *patron_import_get_column      (PatronImport              *self,
                                             guint                      column);
int           patron_import_find_column     (PatronImport              *self,
                                             const char                *name);
guint         patron_import_get_n_rows      (PatronImport              *self);
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
void          patron_import_plan_free       (PatronImportPlan          *plan);
guint         patron_import_plan_get_n_groups (PatronImportPlan        *plan);
const PatronImportGroup *
              patron_import_plan_get_group  (PatronImportPlan          *plan,
                                             guint                      index);
guint         patron_import_plan_get_n_refusals (PatronImportPlan      *plan);
const PatronImportRefusal *
              patron_import_plan_get_refusal (PatronImportPlan         *plan,
                                             guint                      index);
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

const char   *patron_date_order_get_id      (PatronDateOrder            order);
const char   *patron_date_order_get_label   (PatronDateOrder            order);
gboolean      patron_date_order_from_id     (const char                *id,
                                             PatronDateOrder           *order);
const char   *patron_import_merge_get_id    (PatronImportMerge          merge);
const char   *patron_import_merge_get_label (PatronImportMerge          merge);
gboolean      patron_import_merge_from_id   (const char                *id,
                                             PatronImportMerge         *merge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronImport, patron_import_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronImportPlan, patron_import_plan_free)

G_END_DECLS
