/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronReportFormat:
 * @PATRON_REPORT_TEXT: columns for people, in their locale
 * @PATRON_REPORT_CSV: RFC 4180, in the language of files
 * @PATRON_REPORT_JSON: an array of objects
 *
 * How a report is written.
 */
typedef enum
{
  PATRON_REPORT_TEXT,
  PATRON_REPORT_CSV,
  PATRON_REPORT_JSON,
} PatronReportFormat;

/* Rows of named columns, for people and for programs. */

typedef struct _PatronReport PatronReport;

gboolean      patron_report_read_format (const char          *text,
                                         PatronReportFormat  *format);

PatronReport *patron_report_new         (PatronReportFormat   format,
                                         const char          *columns);
PatronReport *patron_report_new_for_names (PatronReportFormat format,
                                         char               **names);
void          patron_report_free        (PatronReport        *self);
void          patron_report_add_text    (PatronReport        *self,
                                         const char          *text);
void          patron_report_add_number  (PatronReport        *self,
                                         double               number,
                                         int                  decimals);
void          patron_report_add_integer  (PatronReport        *self,
                                         gint64               integer);
void          patron_report_end_row     (PatronReport        *self);
char         *patron_report_end         (PatronReport        *self);

void          patron_report_append_number (GString           *json,
                                         double               number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronReport, patron_report_free)

G_END_DECLS
