/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-chart.h"

PatronChart *patron_category_sample (PatronChartKind  kind,
                                     PatronChartData *data);
