/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

#define PATRON_JSON_MAX_SIZE (512 * 1024 * 1024)

/* patron-json-write.c */
gboolean        patron_json_append_record (GString         *json,
                                           PatronDocument  *document,
                                           PatronRecord    *record,
                                           const char      *indent,
                                           GError         **error);
gboolean        patron_json_write         (PatronDocument  *document,
                                           GOutputStream   *stream,
                                           GCancellable    *cancellable,
                                           GError         **error);
gboolean        patron_json_write_file    (PatronDocument  *document,
                                           GFile           *file,
                                           GCancellable    *cancellable,
                                           GError         **error);

/* patron-json-read.c */
gboolean        patron_json_read          (PatronDocument  *document,
                                           const char      *text,
                                           gsize            length,
                                           GError         **error);
gboolean        patron_json_read_file     (PatronDocument  *document,
                                           GFile           *file,
                                           GCancellable    *cancellable,
                                           GError         **error);

G_END_DECLS
