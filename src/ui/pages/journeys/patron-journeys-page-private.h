/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-journey-grid.h"
#include "patron-journeys-chooser.h"
#include "patron-journeys-page.h"
#include "patron-journeys-pane.h"
#include "patron-side-pane.h"

G_BEGIN_DECLS

struct _PatronJourneysPage
{
  PatronPage             parent_instance;

  GListModel            *journeys; /* (owned) (nullable) */
  PatronRecord          *shown;    /* (owned) (nullable): a journey */
  guint                  index;    /* of @shown among the journeys */

  GtkStack              *levels;
  PatronJourneysChooser *chooser;
  PatronJourneyGrid     *grid;
  GtkStack              *starts;   /* what an empty map offers */
  PatronSidePane        *side;
  gboolean               wants_pane; /* where there is room for it */
  gboolean               mapped;     /* ever */
  guint                  fold_source;
  PatronJourneysPane    *pane;
  GtkWidget             *zoom_box;
  GtkButton             *zoom_button;
  GtkWidget             *counterpart;
};

/* patron-journeys-page-view.c */
GtkWidget *patron_journeys_page_make_toolbar (PatronJourneysPage *self);
GtkWidget *patron_journeys_page_make_map  (PatronJourneysPage *self);
GtkWidget *patron_journeys_page_make_start (const char        *title,
                                           const char         *description,
                                           const char         *label,
                                           const char         *action,
                                           const char         *other_label,
                                           const char         *other_action);

void patron_journeys_page_show            (PatronJourneysPage *self,
                                           PatronRecord       *journey);
void patron_journeys_page_install_actions (GtkWidgetClass     *klass);
void patron_journeys_page_update_actions  (PatronJourneysPage *self);

G_END_DECLS
