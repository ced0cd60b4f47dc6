/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

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

/**
 * PatronCsvForm:
 * @separator: what stands between fields, or 0 to find out
 * @quote: what stands around them, 0 for the quotation mark, or
 *   %PATRON_CSV_NO_QUOTE
 * @encoding: (nullable): one of patron_csv_encodings, or %NULL to find out
 *
 * How a table is written.
 */
typedef struct
{
  char        separator;
  char        quote;
  const char *encoding;
} PatronCsvForm;

#define PATRON_CSV_NO_QUOTE '\1'

/* The encodings that are read, ended by %NULL. */
extern const char *const patron_csv_encodings[];

/* The text of a table, in memory or in a file: patron-csv-text.c. */

typedef struct _PatronCsvText PatronCsvText;

PatronCsvText   *patron_csv_text_new             (GBytes             *bytes,
                                                  const char         *encoding,
                                                  GError            **error);
PatronCsvText   *patron_csv_text_new_for_file    (GFile              *file,
                                                  const char         *encoding,
                                                  GCancellable       *cancellable,
                                                  GError            **error);
PatronCsvText   *patron_csv_text_ref             (PatronCsvText      *self);
void             patron_csv_text_unref           (PatronCsvText      *self);
const char      *patron_csv_text_get_encoding    (PatronCsvText      *self);
gsize            patron_csv_text_get_size        (PatronCsvText      *self);
GInputStream    *patron_csv_text_open            (PatronCsvText      *self,
                                                  GError            **error);

/* A reader of RFC 4180 tables, a row at a time. */

typedef struct _PatronCsvReader PatronCsvReader;

PatronCsvReader *patron_csv_reader_new           (GBytes             *bytes,
                                                  char                separator,
                                                  GError            **error);
PatronCsvReader *patron_csv_reader_new_for_text  (PatronCsvText      *text,
                                                  const PatronCsvForm *form,
                                                  GError            **error);
void             patron_csv_reader_free          (PatronCsvReader    *self);
PatronCsvResult  patron_csv_reader_next          (PatronCsvReader    *self,
                                                  GError            **error);
gboolean         patron_csv_reader_rewind        (PatronCsvReader    *self,
                                                  GError            **error);
guint            patron_csv_reader_get_n_fields  (PatronCsvReader    *self);
char            *patron_csv_reader_get_field     (PatronCsvReader    *self,
                                                  guint               index);
char            *patron_csv_reader_get_cell      (PatronCsvReader    *self,
                                                  guint               index);
gsize            patron_csv_reader_get_position  (PatronCsvReader    *self);
guint            patron_csv_reader_get_line      (PatronCsvReader    *self);
gboolean         patron_csv_reader_get_well_quoted (PatronCsvReader  *self);
char             patron_csv_reader_get_separator (PatronCsvReader    *self);
const char      *patron_csv_reader_get_encoding  (PatronCsvReader    *self);

/* Writing: patron-csv-writer.c. */
void             patron_csv_append               (GString            *row,
                                                  const char         *text);
void             patron_csv_append_text          (GString            *row,
                                                  const char         *text);
void             patron_csv_end_row              (GString            *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronCsvReader, patron_csv_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronCsvText, patron_csv_text_unref)

G_END_DECLS
