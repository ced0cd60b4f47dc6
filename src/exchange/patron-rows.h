/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-import.h"

G_BEGIN_DECLS

/* The rows of a table below its head, one at a time, with what their cells
 * mean. A row that cannot be taken is refused with its reason. */

typedef struct _PatronRows PatronRows;

/**
 * PatronRefuseFunc:
 * @line: the line of the file that the row begins on, counted from 1
 * @reason: (transfer full): why it is not taken, for people
 *
 * Hears of a row that is not taken.
 */
typedef void (*PatronRefuseFunc) (guint    line,
                                  char    *reason,
                                  gpointer user_data);

/**
 * PatronRowForms:
 * @order: how dates are written
 * @order_ambiguous: whether another order reads them as well, as other days
 * @decimal_mark: '.' or ','
 * @mark_ambiguous: whether the other mark reads the numbers as well, as
 *   others
 * @percent: whether numbers have percent signs
 *
 * How columns write what they hold.
 */
typedef struct
{
  PatronDateOrder order;
  gboolean        order_ambiguous;
  char            decimal_mark;
  gboolean        mark_ambiguous;
  gboolean        percent;
} PatronRowForms;

PatronRows     *patron_rows_new          (PatronImport     *table,
                                          PatronRefuseFunc  refuse,
                                          gpointer          user_data,
                                          GError          **error);
void            patron_rows_free         (PatronRows       *self);
gboolean        patron_rows_find_forms   (PatronRows       *self,
                                          int               date,
                                          const int        *numbers,
                                          gsize             n_numbers,
                                          PatronRowForms   *forms,
                                          GCancellable     *cancellable,
                                          GError          **error);
gboolean        patron_rows_rewind       (PatronRows       *self,
                                          GError          **error);
PatronCsvResult patron_rows_next         (PatronRows       *self,
                                          GError          **error);
guint           patron_rows_get_line     (PatronRows       *self);
double          patron_rows_get_progress (PatronRows       *self);
const char     *patron_rows_get_name     (PatronRows       *self,
                                          int               column);
const char     *patron_rows_get_cell     (PatronRows       *self,
                                          int               column);
gboolean        patron_rows_read_filled  (PatronRows       *self,
                                          int               column,
                                          const char      **cell);
gboolean        patron_rows_read_date    (PatronRows       *self,
                                          int               column,
                                          gint64           *date);
gboolean        patron_rows_read_number  (PatronRows       *self,
                                          int               column,
                                          double           *number);
gboolean        patron_rows_refuse       (PatronRows       *self,
                                          const char       *format,
                                          ...) G_GNUC_PRINTF (2, 3);

char           *patron_quote_cell        (const char       *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronRows, patron_rows_free)

G_END_DECLS
