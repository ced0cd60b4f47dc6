/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-import.h"

G_BEGIN_DECLS

/* The rows of a table below its head, one at a time, with what their cells
 * mean. A row that cannot be taken is refused with its reason. */

typedef struct _PatronScan PatronScan;

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

PatronScan     *patron_scan_new          (PatronImport     *table,
                                          PatronRefuseFunc  refuse,
                                          gpointer          user_data,
                                          GError          **error);
void            patron_scan_free         (PatronScan       *self);
gboolean        patron_scan_find_forms   (PatronScan       *self,
                                          int               date,
                                          const int        *numbers,
                                          gsize             n_numbers,
                                          PatronRowForms   *forms,
                                          GCancellable     *cancellable,
                                          GError          **error);
gboolean        patron_scan_rewind       (PatronScan       *self,
                                          GError          **error);
PatronCsvResult patron_scan_next         (PatronScan       *self,
                                          GError          **error);
guint           patron_scan_get_line     (PatronScan       *self);
double          patron_scan_get_progress (PatronScan       *self);
const char     *patron_scan_get_name     (PatronScan       *self,
                                          int               column);
const char     *patron_scan_get_cell     (PatronScan       *self,
                                          int               column);
gboolean        patron_scan_read_filled  (PatronScan       *self,
                                          int               column,
                                          const char      **cell);
gboolean        patron_scan_read_date    (PatronScan       *self,
                                          int               column,
                                          gint64           *date);
gboolean        patron_scan_read_number  (PatronScan       *self,
                                          int               column,
                                          double           *number);
gboolean        patron_scan_try_forms    (PatronScan       *self,
                                          int               date,
                                          const int        *numbers,
                                          gsize             n_numbers,
                                          PatronRowForms   *forms,
                                          GError          **error);
gboolean        patron_scan_confirm_forms (PatronScan      *self,
                                          PatronRowForms   *forms);
gboolean        patron_scan_refuse       (PatronScan       *self,
                                          const char       *format,
                                          ...) G_GNUC_PRINTF (2, 3);

char           *patron_quote_cell        (const char       *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronScan, patron_scan_free)

G_END_DECLS
