/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-record.h"

G_BEGIN_DECLS

char    *patron_kpi_format (PatronRecord *kpi,
                            double        value,
                            const char   *currency);
char    *patron_kpi_edit   (PatronRecord *kpi,
                            double        value);
gboolean patron_kpi_parse  (PatronRecord *kpi,
                            const char   *text,
                            double       *value);

G_END_DECLS
