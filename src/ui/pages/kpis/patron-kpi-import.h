/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-dialog.h"
#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPI_IMPORT (patron_kpi_import_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpiImport, patron_kpi_import, PATRON, KPI_IMPORT,
                      PatronDialog)

PatronKpiImport *patron_kpi_import_new     (PatronDocument   *document,
                                            const char       *file_name,
                                            GBytes           *bytes,
                                            GError          **error);
PatronKpiImport *patron_kpi_import_new_for_file
                                           (PatronDocument   *document,
                                            GFile            *file,
                                            GError          **error);
void             patron_kpi_import_set_kpi (PatronKpiImport  *self,
                                            PatronRecord     *kpi);

G_END_DECLS
