/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads JSON (RFC 8259) in the order in which it stands there, without a
 * tree. Whoever reads asks for what must come next, so the text can be nested
 * no deeper than the asking goes. */

typedef enum
{
  PATRON_JSON_OBJECT,
  PATRON_JSON_ARRAY,
  PATRON_JSON_STRING,
  PATRON_JSON_NUMBER,
  PATRON_JSON_BOOLEAN,
  PATRON_JSON_NULL,
  PATRON_JSON_NOTHING, /* no value begins here */
} PatronJsonKind;

typedef enum
{
  PATRON_JSON_MORE,
  PATRON_JSON_DONE,
  PATRON_JSON_FAILED,
} PatronJsonResult;

typedef struct _PatronJsonReader PatronJsonReader;

PatronJsonReader *patron_json_reader_new          (const char         *text,
                                                   gsize               length);
void              patron_json_reader_free         (PatronJsonReader   *self);
PatronJsonKind    patron_json_reader_peek         (PatronJsonReader   *self);
gboolean          patron_json_reader_enter_object (PatronJsonReader   *self,
                                                   GError            **error);
PatronJsonResult  patron_json_reader_next_member  (PatronJsonReader   *self,
                                                   char              **name,
                                                   GError            **error);
gboolean          patron_json_reader_enter_array  (PatronJsonReader   *self,
                                                   GError            **error);
PatronJsonResult  patron_json_reader_next_element (PatronJsonReader   *self,
                                                   GError            **error);
char             *patron_json_reader_read_string  (PatronJsonReader   *self,
                                                   GError            **error);
char             *patron_json_reader_read_number  (PatronJsonReader   *self,
                                                   GError            **error);
gboolean          patron_json_reader_read_integer (PatronJsonReader   *self,
                                                   gint64             *integer,
                                                   GError            **error);
gboolean          patron_json_reader_read_boolean (PatronJsonReader   *self,
                                                   gboolean           *boolean,
                                                   GError            **error);
gboolean          patron_json_reader_read_null    (PatronJsonReader   *self,
                                                   GError            **error);
gsize             patron_json_reader_tell         (PatronJsonReader   *self);
void              patron_json_reader_return       (PatronJsonReader   *self,
                                                   gsize               place);
gboolean          patron_json_reader_finish       (PatronJsonReader   *self,
                                                   GError            **error);
void              patron_json_reader_take_context (PatronJsonReader   *self,
                                                   char               *context);
void              patron_json_reader_get_place    (PatronJsonReader   *self,
                                                   guint              *line,
                                                   guint              *column);
gboolean          patron_json_reader_refuse       (PatronJsonReader   *self,
                                                   GError            **error,
                                                   const char         *format,
                                                   ...) G_GNUC_PRINTF (3, 4);

/* patron-json-skip.c */
gboolean          patron_json_reader_skip         (PatronJsonReader   *self,
                                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronJsonReader, patron_json_reader_free)

G_END_DECLS
