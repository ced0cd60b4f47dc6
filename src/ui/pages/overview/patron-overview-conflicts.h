/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_OVERVIEW_CONFLICTS (patron_overview_conflicts_get_type ())

G_DECLARE_FINAL_TYPE (PatronOverviewConflicts, patron_overview_conflicts,
                      PATRON, OVERVIEW_CONFLICTS, AdwBin)

GtkWidget *patron_overview_conflicts_new  (PatronDocument          *document);
void       patron_overview_conflicts_look (PatronOverviewConflicts *self);

G_END_DECLS
