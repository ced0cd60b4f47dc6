/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "patron-import.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_PREVIEW (patron_kpi_preview_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiPreview, patron_kpi_preview, PATRON,
                      KPI_PREVIEW, AdwPreferencesGroup)

GtkWidget *patron_kpi_preview_new  (PatronDocument   *document);
void       patron_kpi_preview_show (PatronKpiPreview *self,
                                    PatronImportPlan *plan,
                                    const GError     *error);

G_END_DECLS
