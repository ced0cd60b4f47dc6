/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "patron-columns.h"
#include "patron-error.h"
#include "patron-image.h"
#include "patron-input.h"
#include "patron-open.h"
#include "patron-table.h"

#define LARGEST_PICTURE (20 * 1024 * 1024)

static char *format;
static char *field_names;

const GOptionEntry patron_list_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text, csv or json"),
    N_("FORMAT") },
  { "fields", 0, 0, G_OPTION_ARG_STRING, &field_names,
    N_("Which fields text and CSV show, separated by commas"),
    N_("FIELDS") },
  { NULL },
};

static gboolean
is_number (const PatronField *field)
{
  PatronValueType type = patron_field_get_type (field);

  return type == PATRON_VALUE_REAL
         || (type == PATRON_VALUE_INTEGER
             && field->kind != PATRON_KIND_BOOLEAN
             && field->kind != PATRON_KIND_FLAGS
             && field->kind != PATRON_KIND_DATE
             && field->kind != PATRON_KIND_DATE_TIME);
}

/* Text leaves out what no record has, and where a record stands. */
static gboolean
is_worth_a_column (GListModel *list,
                   guint       index)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);

      if (!patron_value_is_null (patron_record_get_value (record, index)))
        return TRUE;
    }
  return FALSE;
}

static void
drop_columns (GListModel         *list,
              const PatronEntity *entity,
              GArray             *fields)
{
  for (guint i = fields->len; i > 0; i--)
    {
      guint index = g_array_index (fields, guint, i - 1);
      PatronKind kind = entity->fields[index].kind;

      if (kind == PATRON_KIND_LONG_TEXT || kind == PATRON_KIND_POSITION
          || !is_worth_a_column (list, index))
        g_array_remove_index (fields, i - 1);
    }
}

static void
print_text (PatronDocument     *document,
            const PatronEntity *entity,
            GArray             *fields)
{
  g_autoptr (GListModel) list = patron_document_list (document, entity->name);
  g_autoptr (PatronColumns) columns = patron_columns_new ();

  if (field_names == NULL)
    drop_columns (list, entity, fields);
  patron_columns_add (columns, "id", FALSE);
  for (guint i = 0; i < fields->len; i++)
    {
      const PatronField *field
          = &entity->fields[g_array_index (fields, guint, i)];

      patron_columns_add (columns, field->name, is_number (field));
    }
  patron_columns_end_row (columns);
  for (guint row = 0; row < g_list_model_get_n_items (list); row++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, row);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             patron_record_get_id (record));

      patron_columns_add (columns, id, FALSE);
      for (guint i = 0; i < fields->len; i++)
        {
          guint index = g_array_index (fields, guint, i);
          const PatronField *field = &entity->fields[index];
          g_autofree char *text = patron_document_format (
              document, record, field,
              patron_record_get_value (record, index));

          patron_columns_add (columns, text, is_number (field));
        }
      patron_columns_end_row (columns);
    }
  patron_columns_print (columns,
                        field_names == NULL ? patron_columns_get_room () : 0);
}

PatronStatus
patron_run_list (char **args)
{
  g_autoptr (PatronOpen) document = NULL;
  g_autoptr (GArray) fields = NULL;
  g_autofree char *text = NULL;
  const PatronEntity *entity = NULL;
  GError *error = NULL;

  if (format != NULL && strcmp (format, "text") != 0
      && strcmp (format, "csv") != 0 && strcmp (format, "json") != 0)
    return patron_command_misuse (_("there is no format “%s”"), format);
  document = patron_open_to_read (args[0], &error);
  if (document != NULL)
    entity = patron_open_entity (document, args[1], &error);
  if (entity != NULL)
    fields = patron_table_get_fields (entity, field_names, &error);
  if (fields == NULL)
    return patron_command_fail (error);

  if (g_strcmp0 (format, "csv") == 0)
    text = patron_table_to_csv (document, entity, fields);
  else if (g_strcmp0 (format, "json") == 0)
    text = patron_table_to_json (document, entity, &error);
  else
    print_text (document, entity, fields);
  if (error != NULL)
    return patron_command_fail (error);
  if (text != NULL)
    fputs (text, stdout);
  return PATRON_STATUS_FINE;
}

static gboolean
read_picture (PatronDocument  *document,
              const char      *path,
              PatronValue     *value,
              GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GBytes) bytes
      = patron_input_read_file (file, LARGEST_PICTURE, NULL, error);
  g_autoptr (PatronImage) image
      = bytes != NULL ? patron_image_new (bytes, error) : NULL;
  g_autoptr (PatronRecord) asset = NULL;

  if (image == NULL)
    return FALSE;
  asset = patron_document_insert_asset (
      document, bytes, shown, patron_image_get_mime_type (image),
      patron_image_get_width (image), patron_image_get_height (image), error);
  if (asset == NULL)
    return FALSE;
  patron_value_set_integer (value, patron_record_get_id (asset));
  return TRUE;
}

/* Takes FIELD=VALUE apart. */
static const PatronField *
read_assignment (PatronDocument     *document,
                 const PatronEntity *entity,
                 const char         *assignment,
                 PatronValue        *value,
                 GError            **error)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *name
      = equals != NULL ? g_strndup (assignment, equals - assignment) : NULL;
  const PatronField *field
      = name != NULL ? patron_entity_get_field (entity, name) : NULL;

  if (name == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("“%s” is not written as FIELD=VALUE"), assignment);
  else if (field == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("“%s” has no field “%s”"), entity->name, name);
  else if (field->kind == PATRON_KIND_IMAGE && equals[1] == '@')
    return read_picture (document, equals + 2, value, error) ? field : NULL;
  else if (patron_field_from_text (field, equals + 1, value, error))
    return field;
  return NULL;
}

static PatronRecord *
add_record (PatronDocument     *document,
            const PatronEntity *entity,
            char              **assignments,
            GError            **error)
{
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  PatronRecord *record = NULL;
  gboolean good = TRUE;

  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  for (gsize i = 0; good && assignments[i] != NULL; i++)
    {
      g_auto (PatronValue) value = PATRON_VALUE_INIT;
      const PatronField *field
          = read_assignment (document, entity, assignments[i], &value, error);

      good = field != NULL;
      if (good)
        patron_value_copy (&values[field - entity->fields], &value);
    }
  if (good)
    record
        = patron_document_insert_values (document, entity, 0, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return record;
}

static gboolean
set_fields (PatronDocument  *document,
            PatronRecord    *record,
            char           **assignments,
            GError         **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);

  for (gsize i = 0; assignments[i] != NULL; i++)
    {
      g_auto (PatronValue) value = PATRON_VALUE_INIT;
      const PatronField *field
          = read_assignment (document, entity, assignments[i], &value, error);

      if (field == NULL
          || !patron_document_set (document, record, field->name, &value,
                                   error))
        return FALSE;
    }
  return TRUE;
}

/* What one command does is one step of undo, and all or nothing. */
static gboolean
finish (PatronDocument  *document,
        gboolean         good,
        GError         **error)
{
  if (!good)
    {
      patron_document_cancel (document);
      return FALSE;
    }
  return patron_document_end (document, error)
         && patron_open_publish (document, error);
}

PatronStatus
patron_run_add (char **args)
{
  GError *error = NULL;
  g_autoptr (PatronOpen) document = patron_open_to_edit (args[0], &error);
  g_autoptr (PatronRecord) record = NULL;
  const PatronEntity *entity;

  if (document == NULL)
    return patron_command_fail (error);
  entity = patron_open_entity (document, args[1], &error);
  if (entity == NULL || !patron_document_begin (document, NULL, &error))
    return patron_command_fail (error);
  record = add_record (document, entity, args + 2, &error);
  if (!finish (document, record != NULL, &error))
    return patron_command_fail (error);
  g_print ("%" G_GINT64_FORMAT "\n", patron_record_get_id (record));
  return PATRON_STATUS_FINE;
}

PatronStatus
patron_run_set (char **args)
{
  GError *error = NULL;
  g_autoptr (PatronOpen) document = patron_open_to_edit (args[0], &error);
  g_autoptr (PatronRecord) record = NULL;

  if (document != NULL)
    record = patron_open_record (document, args[1], &error);
  if (record == NULL || !patron_document_begin (document, NULL, &error))
    return patron_command_fail (error);
  if (!finish (document, set_fields (document, record, args + 2, &error),
               &error))
    return patron_command_fail (error);
  return PATRON_STATUS_FINE;
}

static gboolean
remove_records (PatronDocument  *document,
                char           **ids,
                GError         **error)
{
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (PatronRecord) record
          = patron_open_record (document, ids[i], error);

      if (record == NULL || !patron_document_remove (document, record, error))
        return FALSE;
    }
  return TRUE;
}

PatronStatus
patron_run_remove (char **args)
{
  GError *error = NULL;
  g_autoptr (PatronOpen) document = patron_open_to_edit (args[0], &error);

  if (document == NULL || !patron_document_begin (document, NULL, &error))
    return patron_command_fail (error);
  if (!finish (document, remove_records (document, args + 1, &error), &error))
    return patron_command_fail (error);
  return PATRON_STATUS_FINE;
}
