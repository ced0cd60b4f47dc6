/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-store"

/* Versions that the user names and keeps: part of the document, each the
 * whole strategy as it was, without the versions of that time. */

#include "config.h"

#include "patron-document-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "patron-builder.h"
#include "patron-date.h"
#include "patron-error.h"
#include "patron-transfer.h"


/* Pours bytes through a converter; stops at the size of the largest
 * document, since a few compressed bytes can stand for very many. */
static GBytes *
convert (GBytes     *bytes,
         GConverter *converter,
         GError    **error)
{
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) stream
      = g_converter_input_stream_new (source, converter);
  g_autoptr (GByteArray) result = g_byte_array_new ();
  guchar buffer[16 * 1024];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL,
                                   error))
         > 0)
    {
      g_byte_array_append (result, buffer, (guint) n);
      if (result->len > PATRON_TRANSFER_LIMIT)
        {
          g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_TOO_LARGE,
                               _("The version is larger than a document can "
                                 "be."));
          return NULL;
        }
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&result))
                : NULL;
}

static GBytes *
build_content (PatronDocument *self,
               GError        **error)
{
  g_autofree char *database = patron_work_copy_get_database (self->work);
  g_autofree char *built
      = patron_work_copy_get_scratch (self->work, "version.patron");
  g_autoptr (GConverter) compressor = G_CONVERTER (
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  if (patron_builder_build (self->registry, database,
                            patron_registry_get_schema (self->registry),
                            PATRON_VERSION_ENTITY, built, NULL, NULL, error)
      && g_file_get_contents (built, &data, &size, error))
    bytes = g_bytes_new_take (data, size);
  g_unlink (built);
  return bytes != NULL ? convert (bytes, compressor, error) : NULL;
}

/**
 * patron_document_keep_version:
 * @name: what the user calls it
 * @note: (nullable): what there is to say of it
 *
 * Keeps the document as it is now in the document itself. It is an edit like
 * any other, which undo takes back.
 *
 * Returns: (transfer full) (nullable): the record of the version
 */
PatronRecord *
patron_document_keep_version (PatronDocument *self,
                              const char     *name,
                              const char     *note,
                              GError        **error)
{
  const PatronEntity *entity
      = patron_registry_lookup (self->registry, PATRON_VERSION_ENTITY);
  g_autofree PatronValue *values = NULL;
  GBytes *content;
  PatronRecord *record;

  g_return_val_if_fail (entity != NULL && self->work != NULL, NULL);
  g_return_val_if_fail (self->depth == 0, NULL);

  content = build_content (self, error);
  if (content == NULL)
    return NULL;
  values = g_new0 (PatronValue, entity->n_fields);
  patron_value_set_text (&values[patron_entity_find_field (entity, "name")],
                         name);
  patron_value_set_text (&values[patron_entity_find_field (entity, "note")],
                         note);
  patron_value_set_integer (
      &values[patron_entity_find_field (entity, "made")],
      patron_date_time_now ());
  patron_value_take_data (
      &values[patron_entity_find_field (entity, "content")], content);
  record = patron_document_insert_values (self, entity, 0, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return record;
}

/**
 * patron_version_open_bytes:
 * @version: a record of a version of this document
 *
 * Returns: (transfer full) (nullable): the bytes of the document that was
 *   kept, as they could have stood in a file; they are not checked yet
 */
GBytes *
patron_version_open_bytes (PatronDocument *document,
                           PatronRecord   *version,
                           GError        **error)
{
  g_autoptr (GBytes) content
      = patron_document_load_data (document, version, "content", error);
  g_autoptr (GConverter) decompressor = G_CONVERTER (
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GError) local = NULL;
  GBytes *bytes;

  if (content == NULL)
    return NULL;
  bytes = convert (content, decompressor, &local);
  if (bytes == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_DAMAGED,
                 _("The version cannot be read (%s)."), local->message);
  return bytes;
}
