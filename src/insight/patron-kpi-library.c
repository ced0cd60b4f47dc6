/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

#include "config.h"

#include "patron-kpi-library.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-entities.h"
#include "patron-error.h"

#define RESOURCE "/io/github/patron_app/Patron/kpis/library.xml"

/**
 * PatronKpiModel:
 *
 * A KPI as the library describes it: texts for people, in English, and values
 * in the language of files. Both are fields of the entity.
 */
struct _PatronKpiModel
{
  char       *id;
  GHashTable *texts;  /* (owned): field → text */
  GHashTable *values; /* (owned): field → text */
  char      **pairs;  /* (owned) */
};

typedef struct
{
  GPtrArray      *library;
  PatronKpiModel *model; /* (unowned) (nullable) */
  GString        *text;  /* (nullable): of the element that is open */
} Reader;

static void
model_free (PatronKpiModel *self)
{
  g_free (self->id);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->values);
  g_strfreev (self->pairs);
  g_free (self);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Attributes are fields, but for the id and the pairs. */
static void
begin_model (Reader      *reader,
             const char **names,
             const char **values)
{
  PatronKpiModel *self = g_new0 (PatronKpiModel, 1);

  self->texts = new_table ();
  self->values = new_table ();
  for (gsize i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "id") == 0)
      self->id = g_strdup (values[i]);
    else if (strcmp (names[i], "pairs") == 0)
      self->pairs = g_strsplit (values[i], " ", -1);
    else
      g_hash_table_insert (self->values, g_strdup (names[i]),
                           g_strdup (values[i]));
  g_ptr_array_add (reader->library, self);
  reader->model = self;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *element,
                  const char         **names,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  Reader *reader = user_data;

  if (strcmp (element, "kpis") == 0)
    return;
  if (strcmp (element, "kpi") == 0 && reader->model == NULL)
    begin_model (reader, names, values);
  else if (reader->model != NULL && reader->text == NULL
           && patron_entity_find_field (&patron_kpi_entity, element) >= 0)
    reader->text = g_string_new (NULL);
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 "Unexpected element “%s” in the library of KPIs", element);
}

/* As gettext does when it takes the text out of the file. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "",
                              words[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char          *element,
                gpointer             user_data,
                GError             **error)
{
  Reader *reader = user_data;

  if (reader->text != NULL)
    {
      g_hash_table_insert (reader->model->texts, g_strdup (element),
                           join_lines (reader->text->str));
      g_string_free (g_steal_pointer (&reader->text), TRUE);
    }
  else if (strcmp (element, "kpi") == 0)
    reader->model = NULL;
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Reader *reader = user_data;

  if (reader->text != NULL)
    g_string_append_len (reader->text, text, (gssize) length);
}

/**
 * patron_kpi_library_read:
 * @bytes: what data/kpis/library.xml holds
 *
 * Returns: (transfer full) (element-type PatronKpiModel) (nullable): the KPIs
 *   in the order of the file; %NULL with an error that names the place
 */
GPtrArray *
patron_kpi_library_read (GBytes  *bytes,
                         GError **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb,
    .end_element = end_element_cb,
    .text = text_cb,
  };
  g_autoptr (GPtrArray) library
      = g_ptr_array_new_with_free_func ((GDestroyNotify) model_free);
  Reader reader = { library, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (
      &parser, G_MARKUP_PREFIX_ERROR_POSITION, &reader, NULL);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  gboolean good = g_markup_parse_context_parse (context, text,
                                                (gssize) size, error)
                  && g_markup_parse_context_end_parse (context, error);

  if (reader.text != NULL)
    g_string_free (reader.text, TRUE);
  return good ? g_steal_pointer (&library) : NULL;
}

/**
 * patron_kpi_library_get:
 *
 * Returns: (transfer none) (element-type PatronKpiModel): the KPIs that come
 *   with the program, of its resources
 */
GPtrArray *
patron_kpi_library_get (void)
{
  static GPtrArray *library;

  if (g_once_init_enter (&library))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resources_lookup_data (
          RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      GPtrArray *read
          = bytes != NULL ? patron_kpi_library_read (bytes, &error) : NULL;

      /* It is part of the program. */
      if (read == NULL)
        g_error ("%s", error->message);
      g_once_init_leave (&library, read);
    }
  return library;
}

static gboolean
is_called (const PatronKpiModel *self,
           const char           *folded)
{
  const char *const names[]
      = { self->id, g_hash_table_lookup (self->texts, "name"),
          patron_kpi_model_get_text (self, "name") };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *other = g_utf8_casefold (names[i], -1);

      if (strcmp (other, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * patron_kpi_library_find:
 * @name: an id, or a name in English or in the user's language
 *
 * Returns: (transfer none) (nullable): the KPI that is called so
 */
PatronKpiModel *
patron_kpi_library_find (GPtrArray  *library,
                         const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < library->len; i++)
    {
      PatronKpiModel *model = g_ptr_array_index (library, i);

      if (is_called (model, folded))
        return model;
    }
  return NULL;
}

/**
 * patron_kpi_model_get_id:
 *
 * Returns: (transfer none): what command lines call it
 */
const char *
patron_kpi_model_get_id (const PatronKpiModel *self)
{
  return self->id;
}

/**
 * patron_kpi_model_get_text:
 * @field: a field of text of a KPI, such as "caution"
 *
 * Returns: (transfer none): the text in the user's language; "" if there is
 *   none
 */
const char *
patron_kpi_model_get_text (const PatronKpiModel *self,
                           const char           *field)
{
  const char *text = g_hash_table_lookup (self->texts, field);

  /* An empty text would be translated to the head of the catalogue. */
  return text != NULL && *text != '\0' ? g_dgettext (GETTEXT_PACKAGE, text)
                                       : "";
}

/**
 * patron_kpi_model_get_choice:
 * @field: a field of choices of a KPI, such as "direction"
 *
 * Returns: (transfer none): what was chosen, as people read it; "" if nothing
 *   was
 */
const char *
patron_kpi_model_get_choice (const PatronKpiModel *self,
                             const char           *field)
{
  const char *id = g_hash_table_lookup (self->values, field);
  const char *label
      = id != NULL ? patron_field_get_choice_label (
            patron_entity_get_field (&patron_kpi_entity, field), id)
                   : NULL;

  return label != NULL ? label : "";
}

/**
 * patron_kpi_model_get_pairs:
 *
 * Returns: (transfer none): the ids of those that it must not be read without
 */
char **
patron_kpi_model_get_pairs (const PatronKpiModel *self)
{
  return self->pairs;
}

/**
 * patron_kpi_model_matches:
 * @words: what the user looks for
 *
 * Returns: whether each of @words stands in one of the texts
 */
gboolean
patron_kpi_model_matches (const PatronKpiModel *self,
                          const char           *words)
{
  static const char *const fields[]
      = { "name", "definition", "formula", "decision" };
  g_autoptr (GString) all = g_string_new (self->id);
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append_printf (all, "\n%s",
                            patron_kpi_model_get_text (self, fields[i]));
  g_string_append_printf (all, "\n%s",
                          patron_kpi_model_get_choice (self, "category"));
  folded = g_utf8_casefold (all->str, -1);
  parts = g_strsplit (words, " ", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = g_utf8_casefold (parts[i], -1);

      if (strstr (folded, part) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_kpi_model_find_record:
 *
 * Returns: (transfer full) (nullable): a KPI of the document of the same name
 */
PatronRecord *
patron_kpi_model_find_record (const PatronKpiModel *self,
                              PatronDocument       *document)
{
  g_autoptr (GListModel) list = patron_document_list (document, "kpi");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (list, i);
      const char *name = patron_record_get_text (kpi, "name");
      g_autofree char *folded
          = name != NULL ? g_utf8_casefold (name, -1) : NULL;

      if (folded != NULL && is_called (self, folded))
        return g_steal_pointer (&kpi);
    }
  return NULL;
}

static gboolean
fill_in (const PatronKpiModel  *self,
         PatronValue           *values,
         GError               **error)
{
  const PatronEntity *entity = &patron_kpi_entity;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      const char *value = g_hash_table_lookup (self->values, field->name);

      if (value != NULL
          && !patron_field_from_text (field, value, &values[i], error))
        return FALSE;
      if (g_hash_table_contains (self->texts, field->name))
        patron_value_set_text (&values[i],
                               patron_kpi_model_get_text (self, field->name));
    }
  return TRUE;
}

/* Whichever of the two comes second ties both together. */
static gboolean
tie_pairs (const PatronKpiModel  *self,
           GPtrArray             *library,
           PatronDocument        *document,
           PatronRecord          *kpi,
           GError               **error)
{
  gboolean tied = FALSE;

  for (guint i = 0; i < library->len; i++)
    {
      const PatronKpiModel *other = g_ptr_array_index (library, i);
      gboolean ours = g_strv_contains ((const char *const *) self->pairs,
                                       other->id);
      gboolean theirs = g_strv_contains ((const char *const *) other->pairs,
                                         self->id);
      g_autoptr (PatronRecord) record
          = ours || theirs ? patron_kpi_model_find_record (other, document)
                           : NULL;

      if (record == NULL || record == kpi)
        continue;
      if (ours && !tied
          && !patron_document_set_integer (document, kpi, "counterpart",
                                           patron_record_get_id (record),
                                           error))
        return FALSE;
      tied |= ours;
      if (theirs
          && patron_value_is_null (patron_record_get (record, "counterpart"))
          && !patron_document_set_integer (document, record, "counterpart",
                                           patron_record_get_id (kpi),
                                           error))
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_kpi_model_add:
 *
 * Makes a KPI of the document, in the user's language, and ties it to its
 * counter-metrics where those are in the document.
 *
 * Returns: (transfer full) (nullable): the KPI; %NULL with an error
 */
PatronRecord *
patron_kpi_model_add (const PatronKpiModel  *self,
                      GPtrArray             *library,
                      PatronDocument        *document,
                      GError               **error)
{
  const PatronEntity *entity = &patron_kpi_entity;
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autoptr (PatronRecord) kpi = NULL;
  gboolean good = FALSE;

  if (!patron_document_begin (document, _("Add KPI from Library"), error))
    return NULL;
  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  if (fill_in (self, values, error))
    kpi = patron_document_insert_values (document, entity, 0, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  if (kpi != NULL)
    good = tie_pairs (self, library, document, kpi, error);
  if (good)
    return patron_document_end (document, error) ? g_steal_pointer (&kpi)
                                                 : NULL;
  patron_document_cancel (document);
  return NULL;
}
