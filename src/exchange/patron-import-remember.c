/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Mappings that a document remembers by name. Columns are kept by what the
 * head calls them. */

#include "config.h"

#include "patron-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "patron-entities.h"
#include "patron-error.h"

#define OFFSET(member) offsetof (PatronImportMapping, member)

/* Members that are columns. */
static const struct
{
  const char *field;
  gsize       offset;
} columns[] = {
  { "date_column", OFFSET (date) },
  { "value_column", OFFSET (value) },
  { "numerator_column", OFFSET (numerator) },
  { "denominator_column", OFFSET (denominator) },
  { "share_column", OFFSET (share.column) },
  { "group_column", OFFSET (group) },
  { "filter_column", OFFSET (filter.column) },
};

/* Members that are enumerations, all of them as large as an integer. */
static const struct
{
  const char         *field;
  gsize               offset;
  const PatronChoice *choices;
} choices[] = {
  { "date_order", OFFSET (order), patron_date_orders },
  { "period", OFFSET (period), patron_import_periods },
  { "merge", OFFSET (merge), patron_import_merges },
  { "share_operator", OFFSET (share.operator), patron_import_operators },
  { "filter_operator", OFFSET (filter.operator), patron_import_operators },
};

/* Members that are text. */
static const struct
{
  const char *field;
  gsize       offset;
} texts[] = {
  { "share_value", OFFSET (share.value) },
  { "filter_value", OFFSET (filter.value) },
  { "kpi_name", OFFSET (name) },
  { "source", OFFSET (source) },
};

G_STATIC_ASSERT (sizeof (PatronDateOrder) == sizeof (int));
G_STATIC_ASSERT (sizeof (PatronImportMerge) == sizeof (int));

static int *
int_at (const PatronImportMapping *mapping,
        gsize                      offset)
{
  return (int *) (gpointer) ((char *) mapping + offset);
}

static const char **
text_at (const PatronImportMapping *mapping,
         gsize                      offset)
{
  return (const char **) (gpointer) ((char *) mapping + offset);
}

static int
find_choice (const PatronChoice *among,
             const char         *id)
{
  for (int i = 0; id != NULL && among[i].id != NULL; i++)
    if (strcmp (among[i].id, id) == 0)
      return i;
  return 0;
}

/**
 * patron_import_find_mapping:
 * @name: what the user called it, in whatever letters
 *
 * Returns: (transfer full) (nullable): the mapping of that name; %NULL with
 *   an error that names those there are
 */
PatronRecord *
patron_import_find_mapping (PatronDocument *document,
                            const char     *name,
                            GError        **error)
{
  g_autoptr (GListModel) list
      = patron_document_list (document, "import_mapping");
  g_autofree char *key = g_utf8_casefold (name, -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);
      const char *other = patron_record_get_text (record, "name");
      g_autofree char *folded = g_utf8_casefold (other, -1);

      if (strcmp (folded, key) == 0)
        return g_steal_pointer (&record);
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "",
                              other);
    }
  if (names->len > 0)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 /* Translators: the second is a list of names. */
                 _("There is no mapping “%s”. There is %s"), name,
                 names->str);
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no mapping “%s”. The document remembers none"),
                 name);
  return NULL;
}

static char
get_character (PatronRecord *record,
               const char   *field)
{
  const char *text = patron_record_get_text (record, field);

  if (text == NULL)
    return 0;
  if (strcmp (text, "tab") == 0)
    return '\t';
  if (strcmp (text, "none") == 0)
    return PATRON_CSV_NO_QUOTE;
  return *text;
}

/**
 * patron_import_recall_form:
 * @record: a mapping
 * @memory: (out): its mapping is that of no column yet
 *
 * Says how tables of that mapping are written, to open one.
 */
void
patron_import_recall_form (PatronRecord       *record,
                           PatronImportMemory *memory)
{
  patron_import_mapping_init (&memory->mapping);
  memory->form = (PatronCsvForm) {
    .separator = get_character (record, "separator"),
    .quote = get_character (record, "quote"),
    .encoding = patron_record_get_text (record, "encoding"),
  };
  memory->head = (PatronImportHead) find_choice (
      patron_import_heads, patron_record_get_text (record, "head"));
}

/**
 * patron_import_recall:
 * @self: a table
 * @record: a mapping
 * @memory: (out): what @record says of @self; its strings are those of
 *   @record
 *
 * Returns: whether @self has all the columns; if not, @error names one
 */
gboolean
patron_import_recall (PatronImport       *self,
                      PatronRecord       *record,
                      PatronImportMemory *memory,
                      GError            **error)
{
  PatronImportMapping *mapping = &memory->mapping;
  const char *mark = patron_record_get_text (record, "decimal_mark");

  patron_import_recall_form (record, memory);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *name = patron_record_get_text (record, columns[i].field);
      int column = name != NULL ? patron_import_find_column (self, name) : -1;

      if (name != NULL && column < 0)
        {
          g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                       _("The table has no column “%s”"), name);
          return FALSE;
        }
      *int_at (mapping, columns[i].offset) = column;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    *int_at (mapping, choices[i].offset)
        = find_choice (choices[i].choices,
                       patron_record_get_text (record, choices[i].field));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *text_at (mapping, texts[i].offset)
        = patron_record_get_text (record, texts[i].field);
  mapping->complement = patron_record_get_integer (record, "complement") == 1;
  mapping->segments = patron_record_get_integer (record, "segments") == 1;
  if (!patron_value_is_null (patron_record_get (record, "single_date")))
    mapping->single_date = patron_record_get_integer (record, "single_date");
  mapping->low = patron_record_get_number (record, "low");
  mapping->high = patron_record_get_number (record, "high");
  mapping->kpi = patron_record_get_integer (record, "kpi");
  mapping->decimal_mark = mark != NULL ? *mark : 0;
  return TRUE;
}

static PatronValue *
get_value (PatronValue *values,
           const char  *field)
{
  return &values[patron_entity_find_field (&patron_import_mapping_entity,
                                           field)];
}

static void
set_character (PatronValue *values,
               const char  *field,
               char         character)
{
  const char text[] = { character, '\0' };

  if (character == '\t')
    patron_value_set_text (get_value (values, field), "tab");
  else if (character == PATRON_CSV_NO_QUOTE)
    patron_value_set_text (get_value (values, field), "none");
  else
    patron_value_set_text (get_value (values, field),
                           character != 0 ? text : NULL);
}

static void
set_number (PatronValue *values,
            const char  *field,
            double       number)
{
  if (!isnan (number))
    patron_value_set_real (get_value (values, field), number);
}

static void
set_mapping (PatronImport              *table,
             const PatronImportMapping *mapping,
             PatronValue               *values)
{
  const char mark[] = { mapping->decimal_mark, '\0' };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int column = *int_at (mapping, columns[i].offset);

      if (column >= 0)
        patron_value_set_text (
            get_value (values, columns[i].field),
            patron_import_get_column (table, (guint) column));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    patron_value_set_text (
        get_value (values, choices[i].field),
        choices[i].choices[*int_at (mapping, choices[i].offset)].id);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    patron_value_set_text (get_value (values, texts[i].field),
                           *text_at (mapping, texts[i].offset));
  patron_value_set_integer (get_value (values, "complement"),
                            mapping->complement != FALSE);
  patron_value_set_integer (get_value (values, "segments"),
                            mapping->segments != FALSE);
  if (mapping->single_date != PATRON_IMPORT_NO_DATE)
    patron_value_set_integer (get_value (values, "single_date"),
                              mapping->single_date);
  set_number (values, "low", mapping->low);
  set_number (values, "high", mapping->high);
  if (mapping->kpi != 0)
    patron_value_set_integer (get_value (values, "kpi"), mapping->kpi);
  if (mapping->decimal_mark != 0)
    patron_value_set_text (get_value (values, "decimal_mark"), mark);
}

static gboolean
replace_record (PatronDocument    *document,
                PatronRecord      *record,
                const PatronValue *values,
                GError           **error)
{
  const PatronEntity *entity = &patron_import_mapping_entity;

  if (!patron_document_begin (document, _("Remember Import Mapping"), error))
    return FALSE;
  for (guint i = 0; i < entity->n_fields; i++)
    if (!patron_value_equal (patron_record_get_value (record, i), &values[i])
        && !patron_document_set (document, record, entity->fields[i].name,
                                 &values[i], error))
      {
        patron_document_cancel (document);
        return FALSE;
      }
  return patron_document_end (document, error);
}

/**
 * patron_import_remember:
 * @name: what to call it; a mapping of that name is replaced
 *
 * Keeps a mapping in the document.
 *
 * Returns: (transfer full) (nullable): its record; %NULL with an error
 */
PatronRecord *
patron_import_remember (PatronImport             *self,
                        PatronDocument           *document,
                        const char               *name,
                        const PatronImportMemory *memory,
                        GError                  **error)
{
  const PatronEntity *entity = &patron_import_mapping_entity;
  g_autoptr (PatronRecord) record
      = patron_import_find_mapping (document, name, NULL);
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);

  patron_value_set_text (get_value (values, "name"), name);
  set_character (values, "separator", memory->form.separator);
  set_character (values, "quote", memory->form.quote);
  patron_value_set_text (get_value (values, "encoding"),
                         memory->form.encoding);
  patron_value_set_text (get_value (values, "head"),
                         patron_import_heads[memory->head].id);
  set_mapping (self, &memory->mapping, values);
  if (record == NULL)
    record = patron_document_insert_values (document, entity, 0, values,
                                            error);
  else if (!replace_record (document, record, values, error))
    g_clear_object (&record);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return g_steal_pointer (&record);
}
