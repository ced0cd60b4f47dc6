/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-stats-input.h"

G_BEGIN_DECLS

/**
 * PatronStatsSeries:
 * @n: how many dates there are
 * @dates: (array length=n): days since 1970-01-01, rising
 * @values: (array length=n): the mean of those of the date; NaN where it has
 *   none
 *
 * A series that was read from a table.
 */
typedef struct
{
  gsize   n;
  gint64 *dates;
  double *values;
} PatronStatsSeries;

PatronStatsSeries *patron_stats_series_read (PatronStatsInput   *input,
                                             GError            **error);
void               patron_stats_series_free (PatronStatsSeries  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronStatsSeries, patron_stats_series_free)

G_END_DECLS
