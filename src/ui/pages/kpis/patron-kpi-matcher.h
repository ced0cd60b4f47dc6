/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-import.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_MATCHER (patron_kpi_matcher_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiMatcher, patron_kpi_matcher, PATRON,
                      KPI_MATCHER, GtkBox)

GtkWidget *patron_kpi_matcher_new         (PatronDocument   *document,
                                           PatronImport     *table,
                                           const char       *name);
void       patron_kpi_matcher_get_mapping (PatronKpiMatcher *self,
                                           PatronImportMapping *mapping);
void       patron_kpi_matcher_set_mapping (PatronKpiMatcher *self,
                                           const PatronImportMapping *mapping);
void       patron_kpi_matcher_show_found  (PatronKpiMatcher *self,
                                           PatronImportPlan *plan);

/* Rows of dialogs, whose titles are no markup. */
GtkWidget   *patron_kpi_add_group  (GtkWidget           *box,
                                    const char          *title);
AdwComboRow *patron_kpi_add_combo  (GtkWidget           *group,
                                    const char          *title,
                                    GtkStringList       *choices);
AdwEntryRow *patron_kpi_add_entry  (GtkWidget           *group,
                                    const char          *title);
GtkSwitch   *patron_kpi_add_switch (GtkWidget           *group,
                                    const char          *title,
                                    const char          *subtitle);
void         patron_kpi_set_subtitle (AdwComboRow       *row,
                                    const char          *text);

G_END_DECLS
