/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart-private.h"

G_BEGIN_DECLS

int      patron_experience_expected_of (const PatronChart     *chart,
                                        const PatronChartData *data,
                                        guint                  series);
gboolean patron_experience_is_expected (const PatronChart     *chart,
                                        guint                  series);

G_END_DECLS
