/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-kpi-judgement.h"

G_BEGIN_DECLS

/* The judgements of a document's KPIs, each made when it is asked for. */

typedef struct _PatronKpiBook PatronKpiBook;

PatronKpiBook            *patron_kpi_book_new           (PatronDocument    *document,
                                                         gint64             today);
void                      patron_kpi_book_free          (PatronKpiBook     *self);
gboolean                  patron_kpi_book_is_concerned  (PatronKpiBook     *self,
                                                         guint64            entities);
void                      patron_kpi_book_forget        (PatronKpiBook     *self);
const PatronKpiJudgement *patron_kpi_book_get           (PatronKpiBook     *self,
                                                         PatronRecord      *kpi);
gboolean                  patron_kpi_book_find_conflict (PatronKpiBook     *self,
                                                         PatronRecord      *kpi,
                                                         PatronKpiConflict *conflict);
GArray                   *patron_kpi_book_list_conflicts (PatronKpiBook    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronKpiBook, patron_kpi_book_free)

G_END_DECLS
