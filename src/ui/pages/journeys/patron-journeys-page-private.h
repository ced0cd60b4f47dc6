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
  guint                  fold_source;
  PatronJourneysPane    *pane;
  GtkWidget             *zoom_box;
  GtkButton             *zoom_button;
  GtkWidget             *counterpart;
};

void patron_journeys_page_show            (PatronJourneysPage *self,
                                           PatronRecord       *journey);
void patron_journeys_page_install_actions (GtkWidgetClass     *klass);
void patron_journeys_page_update_actions  (PatronJourneysPage *self);

G_END_DECLS
