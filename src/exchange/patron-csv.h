/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a table may be at most. */
#define PATRON_CSV_MAX_SIZE (512 * 1024 * 1024)
#define PATRON_CSV_MAX_ROWS 5000000
#define PATRON_CSV_MAX_COLUMNS 2000
#define PATRON_CSV_MAX_FIELD (1024 * 1024)

/**
 * PatronCsvResult:
 * @PATRON_CSV_ROW: there is a row
 * @PATRON_CSV_END: there are no more
 * @PATRON_CSV_ERROR: the table cannot be read any further
 */
typedef enum
{
  PATRON_CSV_ROW,
  PATRON_CSV_END,
  PATRON_CSV_ERROR,
} PatronCsvResult;

/* A reader of RFC 4180 tables, a row at a time. */

typedef struct _PatronCsvReader PatronCsvReader;

PatronCsvReader *patron_csv_reader_new           (GBytes             *bytes,
                                                  char                separator,
                                                  GError            **error);
void             patron_csv_reader_free          (PatronCsvReader    *self);
PatronCsvResult  patron_csv_reader_next          (PatronCsvReader    *self,
                                                  GError            **error);
void             patron_csv_reader_rewind        (PatronCsvReader    *self);
guint            patron_csv_reader_get_n_fields  (PatronCsvReader    *self);
const char      *patron_csv_reader_get_field     (PatronCsvReader    *self,
                                                  guint               index);
guint            patron_csv_reader_get_line      (PatronCsvReader    *self);
gboolean         patron_csv_reader_get_well_quoted (PatronCsvReader  *self);
char             patron_csv_reader_get_separator (PatronCsvReader    *self);
const char      *patron_csv_reader_get_encoding  (PatronCsvReader    *self);

/* Text of any usual encoding to UTF-8: patron-csv-text.c. */
GBytes          *patron_csv_decode               (GBytes             *bytes,
                                                  const char        **encoding,
                                                  GError            **error);

/* Writing: patron-csv-writer.c. */
void             patron_csv_append               (GString            *row,
                                                  const char         *text);
void             patron_csv_append_text          (GString            *row,
                                                  const char         *text);
void             patron_csv_end_row              (GString            *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronCsvReader, patron_csv_reader_free)

G_END_DECLS
