/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-kpi-judgement.h"

G_BEGIN_DECLS

GPtrArray *patron_kpi_list_segments (PatronDocument           *document,
                                     PatronRecord             *kpi);
char      *patron_kpi_write_against (const PatronKpiJudgement *self,
                                     const PatronKpiJudgement *other);

G_END_DECLS
