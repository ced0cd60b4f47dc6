/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-builder.h"
#include "patron-form.h"

G_BEGIN_DECLS

typedef enum
{
  PATRON_CHOOSE_ENTITY,
  PATRON_CHOOSE_MEASURE,
  PATRON_CHOOSE_SECOND,
  PATRON_CHOOSE_SIZE,
  PATRON_CHOOSE_OVER,
  PATRON_CHOOSE_SPLIT,
  PATRON_CHOOSE_KPI,
  PATRON_CHOOSE_SEGMENT,
  PATRON_CHOOSE_PORTRAIT,
  PATRON_CHOOSE_JOURNEY,
  PATRON_CHOOSE_SORT,
  PATRON_CHOOSE_STACK,
  PATRON_CHOOSE_AVERAGES,
  PATRON_CHOOSE_DECIMALS,
} PatronBuilderChoice;

#define PATRON_N_BUILDER_CHOICES 14

struct _PatronChartBuilder
{
  AdwBin             parent_instance;

  PatronDocument    *document; /* (owned) */
  PatronChartSource *source;   /* (owned) (nullable) */
  PatronChartQuery  *query;    /* (owned) (nullable) */
  PatronQueryResult *result;   /* (owned) (nullable) */
  PatronRecord      *saved;    /* (owned) (nullable) */
  gboolean           filling;

  AdwComboRow       *rows[PATRON_N_BUILDER_CHOICES];
  GArray            *offers[PATRON_N_BUILDER_CHOICES]; /* (nullable) */
  GtkFlowBox        *kinds;
  GtkSpinButton     *limit;
  GtkWidget         *limit_row;
  GtkSwitch         *others;
  GtkWidget         *others_row;
  GtkSwitch         *targets;
  GtkWidget         *targets_row;
  GtkWidget         *order_group;
  PatronForm        *form; /* (nullable) */
  AdwBin            *form_place;
  AdwEntryRow       *headline;
  GtkWidget         *finding;
  GtkWidget         *notes_group;
  GPtrArray         *note_rows; /* (element-type GtkWidget) */
};

/* patron-chart-builder.c */
void   patron_chart_builder_changed       (PatronChartBuilder *self);

/* patron-chart-builder-choices.c */
GArray *patron_chart_builder_offer        (PatronChartBuilder  *self,
                                           PatronBuilderChoice  choice,
                                           char               **current);
void   patron_chart_builder_choose        (PatronChartBuilder  *self,
                                           PatronBuilderChoice  choice,
                                           const char          *id);
const char *patron_chart_builder_label    (PatronBuilderChoice  choice);

/* patron-chart-builder-kinds.c */
void   patron_chart_builder_add_kinds     (PatronChartBuilder *self,
                                           GtkWidget          *page);
void   patron_chart_builder_update_kinds  (PatronChartBuilder *self);

/* patron-chart-builder-words.c */
void   patron_chart_builder_add_words     (PatronChartBuilder *self,
                                           GtkWidget          *page);
void   patron_chart_builder_update_words  (PatronChartBuilder *self);

G_END_DECLS
