/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-csv.h"

G_BEGIN_DECLS

/**
 * PatronCsvCell:
 * @text: where the cell begins; not ended by a zero byte
 * @length: its length in bytes
 */
typedef struct
{
  const char *text;
  gsize length;
} PatronCsvCell;

/* Some columns of a table, row by row. Where the table is plain (no quotation
 * marks), cells are pointed at in the text itself, which is several times as
 * fast as PatronCsvReader; where not, that is what reads them. */

typedef struct _PatronCsvColumns PatronCsvColumns;

PatronCsvColumns *patron_csv_columns_new        (GBytes            *bytes,
                                                 GError           **error);
void              patron_csv_columns_free       (PatronCsvColumns  *self);
guint             patron_csv_columns_get_n      (PatronCsvColumns  *self);
const char       *patron_csv_columns_get_name   (PatronCsvColumns  *self,
                                                 guint              column);
int               patron_csv_columns_find       (PatronCsvColumns  *self,
                                                 const char        *name,
                                                 GError           **error);
guint             patron_csv_columns_want       (PatronCsvColumns  *self,
                                                 guint              column);
gboolean          patron_csv_columns_rewind     (PatronCsvColumns  *self,
                                                 GError           **error);
PatronCsvResult   patron_csv_columns_next       (PatronCsvColumns  *self,
                                                 GError           **error);
gsize             patron_csv_columns_take       (PatronCsvColumns  *self,
                                                 guint              dates,
                                                 double           **numbers,
                                                 gsize              room);
PatronCsvCell     patron_csv_columns_get_cell   (PatronCsvColumns  *self,
                                                 guint              wanted);
guint             patron_csv_columns_get_line   (PatronCsvColumns  *self);
gsize             patron_csv_columns_guess_rows (PatronCsvColumns  *self);
char              patron_csv_columns_get_separator (PatronCsvColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronCsvColumns, patron_csv_columns_free)

G_END_DECLS
