/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-builder.h"
#include "patron-chart-view.h"
#include "patron-charts-gallery.h"
#include "patron-charts-page.h"
#include "patron-side-pane.h"

G_BEGIN_DECLS

struct _PatronChartsPage
{
  PatronPage           parent_instance;

  GtkStack            *stack; /* empty, gallery or chart */
  PatronChartsGallery *gallery;
  PatronChartSource   *source;  /* (owned) (nullable): as the document is */
  gboolean             stale;   /* whether the gallery shows another one */

  GtkWidget           *detail;  /* (nullable): made for the first chart */
  GtkLabel            *title;
  GtkWidget           *save;
  GtkWidget           *buttons; /* what the menu does, where there is room */
  PatronSidePane      *side;
  guint                fold_source;
  PatronChartView     *view;
  PatronChartBuilder  *builder;
  PatronChartQuery    *query;   /* (owned) (nullable): what is shown */
  PatronRecord        *saved;   /* (owned) (nullable): as which saved chart */
  char                *name;    /* (owned) (nullable) */
};

/* patron-charts-page.c */
PatronChartSource *patron_charts_page_get_source (PatronChartsPage       *self);
void               patron_charts_page_open       (PatronChartsPage       *self,
                                                  const PatronChartQuery *query,
                                                  PatronRecord           *saved,
                                                  const char             *name);
void               patron_charts_page_close      (PatronChartsPage       *self);
void               patron_charts_page_show_pane  (PatronChartsPage       *self);

/* patron-charts-page-actions.c */
void               patron_charts_page_install_actions (GtkWidgetClass    *klass);
void               patron_charts_page_update_actions (PatronChartsPage   *self);
GMenuModel        *patron_charts_page_new_menu   (void);

G_END_DECLS
