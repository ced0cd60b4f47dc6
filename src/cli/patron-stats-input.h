/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-csv.h"
#include "patron-import.h"

G_BEGIN_DECLS

/**
 * PatronStatsAsk:
 * @path: a file of a CSV table
 * @value: the column of values, by name or number
 * @date: (nullable): the column of dates, likewise
 * @group: (nullable): the column of groups, likewise
 * @order: how dates are written
 *
 * What is read from a table.
 */
typedef struct
{
  const char      *path;
  const char      *value;
  const char      *date;
  const char      *group;
  PatronDateOrder  order;
} PatronStatsAsk;

/* A table whose rows are read one by one. */

typedef struct _PatronStatsInput PatronStatsInput;

PatronStatsInput *patron_stats_input_new      (const PatronStatsAsk  *ask,
                                               GError               **error);
void              patron_stats_input_free     (PatronStatsInput      *self);
PatronCsvResult   patron_stats_input_next     (PatronStatsInput      *self,
                                               GError               **error);
const char       *patron_stats_input_get_cell (PatronStatsInput      *self);
gboolean          patron_stats_input_read_number (PatronStatsInput   *self,
                                               double                *number);
gint64            patron_stats_input_get_date (PatronStatsInput      *self);
const char       *patron_stats_input_get_group (PatronStatsInput     *self);
void              patron_stats_input_refuse   (PatronStatsInput      *self,
                                               const char            *format,
                                               ...) G_GNUC_PRINTF (2, 3);
guint             patron_stats_input_get_n_refused
                                              (PatronStatsInput      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronStatsInput, patron_stats_input_free)

G_END_DECLS
