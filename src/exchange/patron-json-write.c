/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A whole strategy as text: the same strategy gives the same bytes, and a
 * changed field a changed line, so that versions of it can be compared. */

#include "config.h"

#include "patron-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-json-field.h"
#include "patron-output.h"

#define LINE_WIDTH 100
#define FLUSH_SIZE (256 * 1024)

/* The members of a record, without braces, each in a place of its own. */
static GPtrArray *
get_members (PatronDocument *document,
             PatronRecord   *record,
             GError        **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (members,
                   g_strdup_printf ("\"id\": \"%" G_GINT64_FORMAT "\"",
                                    patron_record_get_id (record)));
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      g_auto (PatronValue) value = PATRON_VALUE_INIT;
      GString *member;

      if (field->kind == PATRON_KIND_DATA)
        {
          g_autoptr (GError) local = NULL;
          GBytes *data = patron_document_load_data (document, record,
                                                    field->name, &local);

          if (local != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&local));
              return NULL;
            }
          patron_value_take_data (&value, data);
        }
      else
        patron_value_copy (&value, patron_record_get_value (record, i));
      /* What is not said begins as in a new record. */
      if (patron_value_is_null (&value) && field->initial == NULL)
        continue;

      member = g_string_new (NULL);
      patron_json_append_string (member, field->name);
      g_string_append (member, ": ");
      patron_json_append_field (member, field, &value);
      g_ptr_array_add (members, g_string_free (member, FALSE));
    }
  return g_steal_pointer (&members);
}

static gboolean
fits_on_line (GPtrArray  *members,
              const char *indent)
{
  /* The braces, and the comma after them. */
  gsize width = strlen (indent) + 3;

  for (guint i = 0; i < members->len; i++)
    {
      const char *member = g_ptr_array_index (members, i);

      width += (gsize) g_utf8_strlen (member, LINE_WIDTH * 6);
      width += i > 0 ? 2 : 0;
      if (width > LINE_WIDTH)
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_json_append_record:
 * @json: the text so far
 * @indent: the white space that the lines begin with
 *
 * Adds a record as an object: on one line where it fits in 100 columns, else
 * with a line for each field. Absent fields are left out, unless they are
 * filled in a new record: then they are null.
 *
 * Returns: whether all of its data could be read
 */
gboolean
patron_json_append_record (GString        *json,
                           PatronDocument *document,
                           PatronRecord   *record,
                           const char     *indent,
                           GError        **error)
{
  g_autoptr (GPtrArray) members = get_members (document, record, error);
  gboolean one_line;

  if (members == NULL)
    return FALSE;
  one_line = fits_on_line (members, indent);
  g_string_append (json, indent);
  g_string_append_c (json, '{');
  for (guint i = 0; i < members->len; i++)
    {
      if (i > 0)
        g_string_append (json, one_line ? ", " : ",");
      if (!one_line)
        g_string_append_printf (json, "\n%s  ", indent);
      g_string_append (json, g_ptr_array_index (members, i));
    }
  if (!one_line)
    g_string_append_printf (json, "\n%s", indent);
  g_string_append_c (json, '}');
  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = patron_record_get_id (*(PatronRecord *const *) a);
  gint64 right = patron_record_get_id (*(PatronRecord *const *) b);

  return left < right ? -1 : left > right;
}

/* Lists are in the user's order; files are in that of the ids. */
static GPtrArray *
list_by_id (PatronDocument     *document,
            const PatronEntity *entity)
{
  GListModel *list = patron_document_list (document, entity->name);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  g_ptr_array_sort (records, compare_ids);
  return records;
}

static gboolean
flush (GString       *json,
       gsize          over,
       GOutputStream *stream,
       GCancellable  *cancellable,
       GError       **error)
{
  if (json->len > over
      && !g_output_stream_write_all (stream, json->str, json->len, NULL,
                                     cancellable, error))
    return FALSE;
  if (json->len > over)
    g_string_truncate (json, 0);
  return TRUE;
}

static gboolean
write_entity (PatronDocument     *document,
              const PatronEntity *entity,
              GString            *json,
              GOutputStream      *stream,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autoptr (GPtrArray) records = list_by_id (document, entity);

  if (records->len == 0)
    return TRUE;
  g_string_append_printf (json, ",\n  \"%s\": [\n", entity->name);
  for (guint i = 0; i < records->len; i++)
    {
      if (!patron_json_append_record (json, document,
                                      g_ptr_array_index (records, i), "    ",
                                      error))
        return FALSE;
      g_string_append (json, i + 1 < records->len ? ",\n" : "\n");
      if (!flush (json, FLUSH_SIZE, stream, cancellable, error))
        return FALSE;
    }
  g_string_append (json, "  ]");
  return TRUE;
}

/**
 * patron_json_write:
 *
 * Writes all of the strategy: entities in the order of the registry, records
 * by id, empty entities left out.
 *
 * Returns: whether all could be written
 */
gboolean
patron_json_write (PatronDocument *document,
                   GOutputStream  *stream,
                   GCancellable   *cancellable,
                   GError        **error)
{
  PatronRegistry *registry = patron_document_get_registry (document);
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_append_printf (json,
                          "{\n  \"format\": \"patron-strategy\",\n"
                          "  \"schema\": %u",
                          patron_registry_get_schema (registry));
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    if (!write_entity (document, patron_registry_get_entity (registry, i),
                       json, stream, cancellable, error))
      return FALSE;
  g_string_append (json, "\n}\n");
  return flush (json, 0, stream, cancellable, error);
}

static gboolean
write_document_cb (GOutputStream *stream,
                   gpointer       document,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return patron_json_write (document, stream, cancellable, error);
}

/**
 * patron_json_write_file:
 *
 * Writes all of the strategy to @file, or leaves @file as it was.
 *
 * Returns: whether it was written
 */
gboolean
patron_json_write_file (PatronDocument *document,
                        GFile          *file,
                        GCancellable   *cancellable,
                        GError        **error)
{
  return patron_output_write_file (file, write_document_cb, document,
                                   cancellable, error);
}
