/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

/* KPIs to begin from, of data/kpis/library.xml. */

typedef struct _PatronKpiModel PatronKpiModel;

GPtrArray    *patron_kpi_library_read       (GBytes               *bytes,
                                             GError              **error);
GPtrArray    *patron_kpi_library_get        (void);
PatronKpiModel *patron_kpi_library_find     (GPtrArray            *library,
                                             const char           *name);
const char   *patron_kpi_model_get_id       (const PatronKpiModel *self);
const char   *patron_kpi_model_get_text     (const PatronKpiModel *self,
                                             const char           *field);
const char   *patron_kpi_model_get_choice   (const PatronKpiModel *self,
                                             const char           *field);
char        **patron_kpi_model_get_pairs    (const PatronKpiModel *self);
gboolean      patron_kpi_model_matches      (const PatronKpiModel *self,
                                             const char           *words);
PatronRecord *patron_kpi_model_find_record  (const PatronKpiModel *self,
                                             PatronDocument       *document);
PatronRecord *patron_kpi_model_add          (const PatronKpiModel *self,
                                             GPtrArray            *library,
                                             PatronDocument       *document,
                                             GError              **error);

G_END_DECLS
