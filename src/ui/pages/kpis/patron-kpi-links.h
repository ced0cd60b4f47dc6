/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

GtkWidget           *patron_kpi_links_new_row   (const char          *title,
                                                 const char          *subtitle);
AdwPreferencesGroup *patron_kpi_links_add_group (GtkWidget           *box,
                                                 const char          *title);
void                 patron_kpi_links_add_opening
                                                (AdwPreferencesGroup *group,
                                                 PatronRecord        *record,
                                                 const char          *title,
                                                 const char          *text);
void                 patron_kpi_links_add       (GtkWidget           *box,
                                                 PatronDocument      *document,
                                                 PatronRecord        *kpi);
void                 patron_kpi_links_add_check_ins
                                                (GtkWidget           *box,
                                                 PatronDocument      *document,
                                                 PatronRecord        *kpi);

G_END_DECLS
