/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-import.h"
#include "patron-scan.h"

G_BEGIN_DECLS

struct _PatronImport
{
  gatomicrefcount ref_count;
  PatronCsvText  *text; /* (owned) */
  PatronCsvForm   form; /* with nothing left to find out */
  gboolean        has_head;
  char          **columns;
  guint           n_columns;
  GPtrArray      *samples; /* (element-type GStrv) */
};

/* What reading must know of a KPI that is there, in any thread. */
typedef struct
{
  gint64 id;
  char  *title;
  double smallest;
  double largest;
} PatronKnownKpi;

/* The rows of one KPI. Those of a million rows are 24 bytes each, are
 * gathered where they stand, and then are the points of the group. */
typedef struct
{
  PatronImportGroup    *group; /* (owned) */
  const PatronKnownKpi *kpi;   /* (nullable) */
  double                low;
  double                high;
  gint32                last;  /* the date of the newest entry */
  gboolean              mixed; /* whether dates fall */
} PatronPile;

struct _PatronImportPlan
{
  PatronImport       *import;     /* (owned) */
  PatronImportMapping mapping;    /* its strings are in @strings */
  GStringChunk       *strings;    /* (owned) */
  GHashTable         *known;      /* (owned): casefolded name → PatronKnownKpi */
  PatronKnownKpi     *chosen;     /* (owned) (nullable) */
  GHashTable         *piles;      /* (owned): key → PatronPile */
  GPtrArray          *in_order;   /* (owned) (element-type PatronPile) */

  GPtrArray          *groups;   /* (element-type PatronImportGroup) */
  PatronRefusals     *refusals; /* (owned) */
  guint               n_rows;
  guint               n_filtered;
  PatronRowForms      forms;
  int                 progress; /* atomic: of 1000 */
};

/* What the value of a measurement is made of; NaN where it is not. */
typedef struct
{
  double numerator;
  double denominator;
  double promoters;
  double detractors;
  double sample_size;
} PatronImportParts;

/* A measurement that gets another value. */
typedef struct
{
  gint64                   id;
  const PatronImportGroup *group;
  const PatronImportPoint *point;
} PatronImportChange;

/* An entry before it is gathered: n_rows and state hold the row's line. */
static inline guint
patron_entry_get_row (const PatronImportPoint *entry)
{
  return (guint) entry->n_rows;
}

void     patron_import_group_free      (PatronImportGroup *group);
void     patron_pile_free              (PatronPile       *pile);
gboolean patron_plan_read_rows         (PatronImportPlan *self,
                                        GCancellable     *cancellable,
                                        GError          **error);
void     patron_plan_refuse            (PatronImportPlan *self,
                                        guint             line,
                                        char             *reason);
void     patron_plan_gather            (PatronImportPlan *self,
                                        PatronPile       *pile);
gboolean patron_plan_find_changes      (PatronImportPlan *self,
                                        PatronDocument   *document,
                                        GArray           *changes,
                                        GError          **error);
void     patron_plan_get_parts         (PatronImportPlan *self,
                                        const PatronImportGroup *group,
                                        const PatronImportPoint *point,
                                        PatronImportParts *parts);

/* patron-import-kpis.c */
void     patron_known_kpi_free         (PatronKnownKpi   *kpi);
void     patron_plan_look_up_kpis      (PatronImportPlan *self,
                                        PatronDocument   *document);
const PatronKnownKpi *
         patron_plan_find_kpi          (PatronImportPlan *self,
                                        const char       *name);
char    *patron_plan_name_kpi          (PatronImportPlan *self,
                                        const char       *key);
gint64   patron_plan_make_kpi          (PatronImportPlan *self,
                                        PatronDocument   *document,
                                        const PatronImportGroup *group,
                                        GError          **error);

G_END_DECLS
