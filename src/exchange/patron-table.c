/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* The records of one entity, for other programs. */

#include "config.h"

#include "patron-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-csv.h"
#include "patron-error.h"
#include "patron-json.h"

/**
 * patron_table_get_fields:
 * @names: (nullable): names of fields, separated by commas; %NULL for all
 *   but data, which no table has room for
 *
 * Returns: (transfer full) (element-type guint) (nullable): rows of the field
 *   table of @entity; %NULL with an error that names what is no field
 */
GArray *
patron_table_get_fields (const PatronEntity *entity,
                         const char         *names,
                         GError            **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; names == NULL && i < entity->n_fields; i++)
    if (entity->fields[i].kind != PATRON_KIND_DATA)
      g_array_append_val (fields, i);
  if (names == NULL)
    return g_steal_pointer (&fields);

  parts = g_strsplit (names, ",", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      int found = patron_entity_find_field (entity, g_strstrip (parts[i]));
      guint field = (guint) found;

      if (found < 0 || entity->fields[found].kind == PATRON_KIND_DATA)
        {
          g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                       _("“%s” has no field “%s” that a table can show"),
                       entity->name, parts[i]);
          return NULL;
        }
      g_array_append_val (fields, field);
    }
  return g_steal_pointer (&fields);
}

/* What people write may look like a formula; what Patron writes is a number,
 * a date, an id or a word of its own. */
static gboolean
is_free_text (const PatronField *field)
{
  return field->kind == PATRON_KIND_TEXT
         || field->kind == PATRON_KIND_LONG_TEXT
         || field->kind == PATRON_KIND_TAGS;
}

/**
 * patron_table_to_csv:
 * @fields: (element-type guint): what patron_table_get_fields() gives
 *
 * Writes the records in their order, with their ids, below the names of the
 * fields. Values are in the language of files. Text that a spreadsheet would
 * run as a formula is quoted with an apostrophe.
 *
 * Returns: (transfer full): CSV by RFC 4180
 */
char *
patron_table_to_csv (PatronDocument     *document,
                     const PatronEntity *entity,
                     GArray             *fields)
{
  g_autoptr (GListModel) list = patron_document_list (document, entity->name);
  GString *csv = g_string_new (NULL);

  patron_csv_append (csv, "id");
  for (guint i = 0; i < fields->len; i++)
    patron_csv_append (
        csv, entity->fields[g_array_index (fields, guint, i)].name);
  patron_csv_end_row (csv);

  for (guint row = 0; row < g_list_model_get_n_items (list); row++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, row);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             patron_record_get_id (record));

      patron_csv_append (csv, id);
      for (guint i = 0; i < fields->len; i++)
        {
          guint index = g_array_index (fields, guint, i);
          const PatronField *field = &entity->fields[index];
          g_autofree char *text = patron_field_to_text (
              field, patron_record_get_value (record, index));

          if (is_free_text (field))
            patron_csv_append_text (csv, text);
          else
            patron_csv_append (csv, text);
        }
      patron_csv_end_row (csv);
    }
  return g_string_free (csv, FALSE);
}

/**
 * patron_table_to_json:
 *
 * Writes the records in their order, each as in the text of a strategy.
 *
 * Returns: (transfer full) (nullable): a JSON array
 */
char *
patron_table_to_json (PatronDocument     *document,
                      const PatronEntity *entity,
                      GError            **error)
{
  g_autoptr (GListModel) list = patron_document_list (document, entity->name);
  g_autoptr (GString) json = g_string_new ("[");
  guint n = g_list_model_get_n_items (list);

  for (guint row = 0; row < n; row++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, row);

      g_string_append (json, row > 0 ? ",\n" : "\n");
      if (!patron_json_append_record (json, document, record, "  ", error))
        return NULL;
    }
  g_string_append (json, n > 0 ? "\n]\n" : "]\n");
  return g_string_free (g_steal_pointer (&json), FALSE);
}
