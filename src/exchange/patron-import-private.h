/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-cell.h"
#include "patron-csv.h"
#include "patron-import.h"

G_BEGIN_DECLS

struct _PatronImport
{
  gatomicrefcount  ref_count;
  PatronCsvReader *reader;
  char           **columns;
  guint            n_columns;
  guint            n_rows;
  GPtrArray       *samples; /* (element-type GStrv) */
};

struct _PatronImportPlan
{
  GPtrArray       *groups;   /* (element-type PatronImportGroup) */
  GArray          *refusals; /* (element-type PatronImportRefusal) */
  guint            n_rows;
  guint            n_filtered;
  PatronDateOrder  order;
  gboolean         order_ambiguous;
  char             decimal_mark;
  gboolean         mark_ambiguous;

  /* What KPIs that are made are made of. */
  gboolean          ratio;
  gboolean          complement;
  gboolean          percent;
  PatronImportMerge merge;
  char             *source;
};

/* Planning: rows in piles, one for each KPI, of buckets, one for each date. */
typedef struct
{
  gint64 date;
  double sum; /* or the numerator's */
  double below;
  double last;
  guint  n_rows;
  guint  row;
} PatronBucket;

typedef struct
{
  char       *key;
  GHashTable *buckets; /* date → PatronBucket */
} PatronPile;

typedef struct
{
  PatronImport              *import;
  const PatronImportMapping *mapping;
  PatronImportPlan          *plan;
  PatronCsvReader           *reader;
  GHashTable                *piles;    /* key → PatronPile */
  GPtrArray                 *in_order; /* (element-type PatronPile) */
} PatronPlanning;

void     patron_pile_free              (PatronPile      *pile);
gboolean patron_planning_refuse        (PatronPlanning  *self,
                                        guint            row,
                                        const char      *format,
                                        ...) G_GNUC_PRINTF (3, 4);
gboolean patron_planning_find_forms    (PatronPlanning  *self,
                                        GError         **error);
gboolean patron_planning_read_rows     (PatronPlanning  *self,
                                        GError         **error);

G_END_DECLS
