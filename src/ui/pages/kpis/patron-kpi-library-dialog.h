/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-dialog.h"
#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_LIBRARY_DIALOG (patron_kpi_library_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiLibraryDialog, patron_kpi_library_dialog,
                      PATRON, KPI_LIBRARY_DIALOG, PatronDialog)

GtkWidget *patron_kpi_library_dialog_new (PatronDocument *document);

G_END_DECLS
