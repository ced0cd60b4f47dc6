/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include "patron-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"
#include "patron-input.h"
#include "patron-json-field.h"
#include "patron-load.h"

#define FORMAT "patron-strategy"

/* A reference to a record that has not come yet, and where it stands. */
typedef struct
{
  gint64             from;
  gint64             to;
  const PatronEntity *entity;
  const PatronField *field;
} Forward;

typedef struct
{
  PatronLoad       *load;
  PatronRegistry   *registry;
  PatronJsonReader *reader;
  GHashTable       *ids;      /* gint64 → PatronEntity */
  GHashTable       *seen;     /* the entities that came */
  GArray           *forwards; /* (element-type Forward) */
} Reading;

static const char *
get_target (const PatronField *field)
{
  return field->kind == PATRON_KIND_IMAGE ? "asset" : field->target;
}

/* What comes before the records. A text that is something else, or of a
 * newer Patron, is refused before anything is made of it. */
static gboolean
read_head (Reading  *self,
           GError  **error)
{
  g_autofree char *name = NULL;
  g_autofree char *format = NULL;
  g_autofree char *second = NULL;
  gint64 schema;

  if (!patron_json_reader_enter_object (self->reader, error)
      || patron_json_reader_next_member (self->reader, &name, error)
             == PATRON_JSON_FAILED)
    return FALSE;
  if (g_strcmp0 (name, "format") == 0)
    {
      format = patron_json_reader_read_string (self->reader, error);
      if (format == NULL)
        return FALSE;
    }
  if (g_strcmp0 (format, FORMAT) != 0)
    return patron_json_reader_refuse (
        self->reader, error,
        _("this is not a strategy: it must begin with “format”: “%s”"),
        FORMAT);

  if (patron_json_reader_next_member (self->reader, &second, error)
      == PATRON_JSON_FAILED)
    return FALSE;
  if (g_strcmp0 (second, "schema") != 0)
    return patron_json_reader_refuse (self->reader, error,
                                      _("“%s” is missing"), "schema");
  if (!patron_json_reader_read_integer (self->reader, &schema, error))
    return FALSE;
  if (schema > patron_registry_get_schema (self->registry))
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_NEWER,
                   _("The strategy was written by a newer Patron, with "
                     "schema %d; this one reads up to %u"),
                   (int) MIN (schema, G_MAXINT),
                   patron_registry_get_schema (self->registry));
      return FALSE;
    }
  if (schema < 1)
    return patron_json_reader_refuse (self->reader, error,
                                      _("there is no such schema"));
  return TRUE;
}

static gboolean
take_id (Reading            *self,
         const PatronEntity *entity,
         gint64              id,
         GError            **error)
{
  gint64 *key = g_memdup2 (&id, sizeof id);

  if (g_hash_table_insert (self->ids, key, (gpointer) entity))
    return TRUE;
  return patron_json_reader_refuse (
      self->reader, error, _("the id %" G_GINT64_FORMAT " is used twice"),
      id);
}

static gboolean
read_members (Reading            *self,
              const PatronEntity *entity,
              gint64             *id,
              PatronValue        *values,
              gboolean           *given,
              GError            **error)
{
  PatronJsonResult result;

  if (!patron_json_reader_enter_object (self->reader, error))
    return FALSE;
  for (;;)
    {
      g_autofree char *name = NULL;
      int i;

      result = patron_json_reader_next_member (self->reader, &name, error);
      if (result != PATRON_JSON_MORE)
        return result == PATRON_JSON_DONE;
      if (strcmp (name, "id") == 0)
        {
          if (*id != 0)
            return patron_json_reader_refuse (self->reader, error,
                                              _("“%s” is given twice"), name);
          if (!patron_json_read_id (self->reader, id, error)
              || !take_id (self, entity, *id, error))
            return FALSE;
          continue;
        }

      i = patron_entity_find_field (entity, name);
      if (i < 0)
        return patron_json_reader_refuse (
            self->reader, error, _("there is no field “%s”"), name);
      if (given[i])
        return patron_json_reader_refuse (self->reader, error,
                                          _("“%s” is given twice"), name);
      given[i] = TRUE;
      patron_json_reader_take_context (
          self->reader, g_strdup_printf ("%s %" G_GINT64_FORMAT " %s",
                                         entity->name, *id, name));
      if (!patron_json_read_field (self->reader, &entity->fields[i],
                                   &values[i], error))
        return FALSE;
    }
}

/* What only the whole record shows: required fields, and references. */
static gboolean
check_record (Reading            *self,
              const PatronEntity *entity,
              gint64              id,
              const PatronValue  *values,
              GError            **error)
{
  patron_json_reader_take_context (
      self->reader,
      g_strdup_printf ("%s %" G_GINT64_FORMAT, entity->name, id));
  if (id == 0)
    return patron_json_reader_refuse (self->reader, error,
                                      _("“%s” is missing"), "id");
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      const char *target = get_target (field);
      g_autoptr (GError) local = NULL;

      if (!patron_field_validate (field, &values[i], &local))
        return patron_json_reader_refuse (self->reader, error, "%s",
                                          local->message);
      if (target != NULL && !patron_value_is_null (&values[i]))
        {
          const PatronEntity *found
              = g_hash_table_lookup (self->ids, &values[i].integer);
          Forward forward = { id, values[i].integer, entity, field };

          if (found == NULL)
            g_array_append_val (self->forwards, forward);
          else if (strcmp (found->name, target) != 0)
            return patron_json_reader_refuse (
                self->reader, error,
                _("%s: the record %" G_GINT64_FORMAT " is a “%s”, not a "
                  "“%s”"),
                field->name, values[i].integer, found->name, target);
        }
    }
  return TRUE;
}

static gboolean
read_record (Reading            *self,
             const PatronEntity *entity,
             PatronValue        *values,
             gboolean           *given,
             GError            **error)
{
  gint64 id = 0;
  gboolean good;

  memset (given, 0, entity->n_fields * sizeof *given);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  good = read_members (self, entity, &id, values, given, error)
         && check_record (self, entity, id, values, error)
         && patron_load_add (self->load, entity, id, values, error);
  patron_json_reader_take_context (self->reader, NULL);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return good;
}

static gboolean
read_records (Reading            *self,
              const PatronEntity *entity,
              GError            **error)
{
  g_autofree PatronValue *values = g_new0 (PatronValue, entity->n_fields);
  g_autofree gboolean *given = g_new (gboolean, entity->n_fields);
  PatronJsonResult result;
  guint n = 0;

  if (!patron_json_reader_enter_array (self->reader, error))
    return FALSE;
  while ((result = patron_json_reader_next_element (self->reader, error))
         == PATRON_JSON_MORE)
    {
      if (entity->single && n++ > 0)
        return patron_json_reader_refuse (
            self->reader, error, _("there can be only one “%s”"),
            entity->name);
      if (!read_record (self, entity, values, given, error))
        return FALSE;
    }
  return result == PATRON_JSON_DONE;
}

static gboolean
read_entities (Reading  *self,
               GError  **error)
{
  for (;;)
    {
      g_autofree char *name = NULL;
      const PatronEntity *entity;
      PatronJsonResult result
          = patron_json_reader_next_member (self->reader, &name, error);

      if (result != PATRON_JSON_MORE)
        return result == PATRON_JSON_DONE;
      entity = patron_registry_lookup (self->registry, name);
      if (entity == NULL)
        return patron_json_reader_refuse (
            self->reader, error, _("there is no kind of record “%s”"), name);
      if (!g_hash_table_add (self->seen, (gpointer) entity))
        return patron_json_reader_refuse (self->reader, error,
                                          _("“%s” is given twice"), name);
      if (!read_records (self, entity, error))
        return FALSE;
    }
}

static gboolean
check_forwards (Reading  *self,
                GError  **error)
{
  for (guint i = 0; i < self->forwards->len; i++)
    {
      const Forward *forward = &g_array_index (self->forwards, Forward, i);
      const PatronEntity *found
          = g_hash_table_lookup (self->ids, &forward->to);

      if (found != NULL
          && strcmp (found->name, get_target (forward->field)) == 0)
        continue;
      /* Translators: the kind of a record, its id, a field, another id. */
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("%s %" G_GINT64_FORMAT " %s: there is no record "
                     "%" G_GINT64_FORMAT " that it can refer to"),
                   forward->entity->name, forward->from, forward->field->name,
                   forward->to);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_all (Reading  *self,
          GError  **error)
{
  return read_head (self, error) && read_entities (self, error)
         && patron_json_reader_finish (self->reader, error)
         && check_forwards (self, error);
}

/**
 * patron_json_read:
 * @document: a new document
 * @text: what patron_json_write() wrote, or a person by the same rules
 *
 * Gives @document the strategy that @text holds, with its keys. A field that
 * is not given is as in a new record; one that is null is absent. All of it is
 * taken, or nothing.
 *
 * Returns: whether it was taken; if not, @error is of %PATRON_ERROR and says
 *   where in @text and in which record the fault is
 */
gboolean
patron_json_read (PatronDocument *document,
                  const char     *text,
                  gsize           length,
                  GError        **error)
{
  g_autoptr (PatronJsonReader) reader = patron_json_reader_new (text, length);
  g_autoptr (GHashTable) ids
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) forwards = g_array_new (FALSE, FALSE, sizeof (Forward));
  PatronLoad *load = patron_load_begin (document, error);
  Reading self = { load, patron_document_get_registry (document), reader, ids,
                   seen, forwards };

  if (load == NULL)
    return FALSE;
  if (read_all (&self, error))
    return patron_load_end (load, error);
  patron_load_cancel (load);
  return FALSE;
}

/**
 * patron_json_read_file:
 * @document: a new document
 *
 * Like patron_json_read(), from a file.
 *
 * Returns: whether the strategy was taken
 */
gboolean
patron_json_read_file (PatronDocument *document,
                       GFile          *file,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (GBytes) bytes
      = patron_input_read_file (file, PATRON_JSON_MAX_SIZE, cancellable,
                                error);
  gsize size;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  return patron_json_read (document, text != NULL ? text : "", size, error);
}
