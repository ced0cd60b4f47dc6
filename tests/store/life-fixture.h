/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of the life of a document share: files in the home of the
 * test, and documents in them. */

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "patron-opener.h"
#include "patron-transfer.h"

static inline GFile *
life_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);

  return g_file_new_for_path (path);
}

static inline PatronDocument *
life_open (GFile *file)
{
  g_autoptr (GError) error = NULL;
  PatronDocument *document = patron_document_open (
      patron_registry_get_default (), file, PATRON_OPEN_NONE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static inline void
life_refuse (GFile      *file,
             PatronError code,
             const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = patron_transfer_get_name (file);
  PatronDocument *document = patron_document_open (
      patron_registry_get_default (), file, PATRON_OPEN_NONE, &error);

  g_assert_error (error, PATRON_ERROR, (int) code);
  g_assert_null (document);
  g_assert_nonnull (strstr (error->message, name));
  if (says != NULL && strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static inline void
life_close (PatronDocument *document)
{
  patron_document_close (document);
  g_object_unref (document);
}

static inline gint64
life_add (PatronDocument *document,
          const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record
      = patron_document_insert (document, "segment", &error, "name", name,
                                NULL);

  g_assert_no_error (error);
  return patron_record_get_id (record);
}

static inline void
life_rename (PatronDocument *document,
             gint64          segment,
             const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, "segment", segment);

  g_assert_nonnull (record);
  g_assert_true (patron_document_set_text (document, record, "name", name,
                                           &error));
  g_assert_no_error (error);
  patron_document_end_typing (document);
}

static inline char *
life_name (PatronDocument *document,
           gint64          segment)
{
  g_autoptr (PatronRecord) record
      = patron_document_get_record (document, "segment", segment);

  return record != NULL ? g_strdup (patron_record_get_text (record, "name"))
                        : NULL;
}

static inline void
life_expect (PatronDocument *document,
             gint64          segment,
             const char     *name)
{
  g_autofree char *is = life_name (document, segment);

  g_assert_cmpstr (is, ==, name);
}

static inline void
life_publish (PatronDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (patron_document_publish (document, &error));
  g_assert_no_error (error);
  g_assert_false (patron_document_get_modified (document));
}

/* A published document with one segment. */
static inline GFile *
life_make (const char *name,
           gint64     *segment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronDocument) document
      = patron_document_new (patron_registry_get_default (), &error);
  GFile *file = life_file (name);
  gint64 id;

  g_assert_no_error (error);
  id = life_add (document, "Clara");
  g_assert_true (patron_document_save_as (document, file, &error));
  g_assert_no_error (error);
  patron_document_close (document);
  if (segment != NULL)
    *segment = id;
  return file;
}

static inline GBytes *
life_bytes (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static inline void
life_write (GFile        *file,
            gconstpointer data,
            gsize         size)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE,
                           NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What another program would do to the file. */
static inline void
life_edit_elsewhere (GFile      *file,
                     gint64      segment,
                     const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronDocument) document
      = patron_document_open (patron_registry_get_default (), file,
                              PATRON_OPEN_PRIVATE, &error);

  g_assert_no_error (error);
  if (segment != 0)
    life_rename (document, segment, name);
  else
    life_add (document, name);
  life_publish (document);
  patron_document_close (document);
}

/* Runs SQL on a file as any SQLite could. */
static inline void
life_sql (GFile      *file,
          const char *sql)
{
  g_autoptr (GError) error = NULL;
  PatronDb *db
      = patron_db_open (g_file_peek_path (file), PATRON_DB_BUILD, &error);

  g_assert_no_error (error);
  patron_db_exec (db, sql, &error);
  g_assert_no_error (error);
  patron_db_close (db);
}
