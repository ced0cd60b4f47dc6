/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* A conversation: a line of JSON asks for an edit, a line of JSON answers
 * when it is on the disk. */

#include "config.h"

#include "patron-command-list.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "patron-edit-line.h"
#include "patron-error.h"
#include "patron-json-field.h"
#include "patron-open.h"

typedef struct
{
  PatronDocument *document;
  guint           depth; /* compound edits that are open */
  gint64          id;    /* of what was added */
} Session;

static PatronRecord *
find_record (Session               *self,
             const PatronEditLine  *line,
             GError               **error)
{
  PatronRecord *record
      = patron_document_find_record (self->document, line->id);

  if (record == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no record %" G_GINT64_FORMAT), line->id);
  return record;
}

static gboolean
run_add (Session               *self,
         const PatronEditLine  *line,
         GError               **error)
{
  const PatronEntity *entity
      = patron_open_entity (self->document, line->entity, error);
  g_autofree PatronValue *values = NULL;
  g_autoptr (PatronRecord) record = NULL;
  gboolean good;

  if (entity == NULL)
    return FALSE;
  values = g_new0 (PatronValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_field_get_initial (&entity->fields[i], &values[i]);
  good = patron_edit_line_read_values (line, entity, values, NULL, error);
  if (good)
    record = patron_document_insert_values (self->document, entity, 0, values,
                                            error);
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  if (record != NULL)
    self->id = patron_record_get_id (record);
  return record != NULL;
}

static gboolean
set_given (Session             *self,
           PatronRecord        *record,
           const PatronValue   *values,
           const gboolean      *given,
           GError             **error)
{
  const PatronEntity *entity = patron_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++)
    if (given[i]
        && !patron_document_set (self->document, record,
                                 entity->fields[i].name, &values[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
run_set (Session               *self,
         const PatronEditLine  *line,
         GError               **error)
{
  g_autoptr (PatronRecord) record = find_record (self, line, error);
  const PatronEntity *entity;
  g_autofree PatronValue *values = NULL;
  g_autofree gboolean *given = NULL;
  gboolean good;

  if (record == NULL)
    return FALSE;
  entity = patron_record_get_entity (record);
  values = g_new0 (PatronValue, entity->n_fields);
  given = g_new0 (gboolean, entity->n_fields);
  good = patron_edit_line_read_values (line, entity, values, given, error)
         && patron_document_begin (self->document, NULL, error);
  if (good)
    {
      good = set_given (self, record, values, given, error);
      if (good)
        good = patron_document_end (self->document, error);
      else
        {
          patron_document_cancel (self->document);
          self->depth = 0;
        }
    }
  for (guint i = 0; i < entity->n_fields; i++)
    patron_value_clear (&values[i]);
  return good;
}

static gboolean
run_remove (Session               *self,
            const PatronEditLine  *line,
            GError               **error)
{
  g_autoptr (PatronRecord) record = find_record (self, line, error);

  return record != NULL
         && patron_document_remove (self->document, record, error);
}

static gboolean
run_move (Session               *self,
          const PatronEditLine  *line,
          GError               **error)
{
  g_autoptr (PatronRecord) record = find_record (self, line, error);
  g_autoptr (PatronRecord) before = NULL;
  const PatronEntity *entity;

  if (record == NULL)
    return FALSE;
  entity = patron_record_get_entity (record);
  if (line->before != 0)
    before = patron_document_get_record (self->document, entity->name,
                                         line->before);
  if (line->before != 0 && before == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no “%s” %" G_GINT64_FORMAT), entity->name,
                 line->before);
  else if (patron_entity_get_field (entity, "position") == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 _("The order of “%s” cannot be changed"), entity->name);
  else
    return patron_document_move (self->document, record, before, error);
  return FALSE;
}

static gboolean
run_begin (Session               *self,
           const PatronEditLine  *line,
           GError               **error)
{
  if (!patron_document_begin (self->document, line->label, error))
    return FALSE;
  self->depth++;
  return TRUE;
}

static gboolean
refuse_in_compound (GError **error)
{
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       _("A compound edit is open"));
  return FALSE;
}

static gboolean
check_open (Session  *self,
            GError  **error)
{
  if (self->depth > 0)
    return TRUE;
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       _("No compound edit is open"));
  return FALSE;
}

static gboolean
run_end (Session               *self,
         const PatronEditLine  *line,
         GError               **error)
{
  if (!check_open (self, error))
    return FALSE;
  self->depth--;
  return patron_document_end (self->document, error);
}

static gboolean
run_cancel (Session               *self,
            const PatronEditLine  *line,
            GError               **error)
{
  if (!check_open (self, error))
    return FALSE;
  self->depth = 0;
  patron_document_cancel (self->document);
  return TRUE;
}

static gboolean
run_undo (Session               *self,
          const PatronEditLine  *line,
          GError               **error)
{
  if (self->depth > 0)
    return refuse_in_compound (error);
  if (patron_document_get_undo_label (self->document) != NULL)
    return patron_document_undo (self->document, error);
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                       _("There is nothing to undo"));
  return FALSE;
}

static gboolean
run_redo (Session               *self,
          const PatronEditLine  *line,
          GError               **error)
{
  if (self->depth > 0)
    return refuse_in_compound (error);
  if (patron_document_get_redo_label (self->document) != NULL)
    return patron_document_redo (self->document, error);
  g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                       _("There is nothing to redo"));
  return FALSE;
}

static gboolean
run_publish (Session               *self,
             const PatronEditLine  *line,
             GError               **error)
{
  if (self->depth > 0)
    return refuse_in_compound (error);
  return patron_open_publish (self->document, error);
}

static const struct
{
  const char *name;
  gboolean  (*run) (Session               *self,
                    const PatronEditLine  *line,
                    GError               **error);
} verbs[] = {
  { "add", run_add },         { "set", run_set },
  { "remove", run_remove },   { "move", run_move },
  { "begin", run_begin },     { "end", run_end },
  { "cancel", run_cancel },   { "undo", run_undo },
  { "redo", run_redo },       { "publish", run_publish },
};

static gboolean
run_line (Session     *self,
          const char  *text,
          GError     **error)
{
  g_auto (PatronEditLine) line = { NULL };

  self->id = 0;
  if (!patron_edit_line_read (&line, text, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, line.verb) == 0)
      return verbs[i].run (self, &line, error);
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
               _("There is no command “%s”"), line.verb);
  return FALSE;
}

static void
answer (Session      *self,
        const GError *error)
{
  g_autoptr (GString) json = g_string_new ("{\"ok\": ");

  g_string_append (json, error == NULL ? "true" : "false");
  if (error != NULL)
    {
      g_string_append (json, ", \"error\": ");
      patron_json_append_string (json, error->message);
    }
  else if (self->id != 0)
    g_string_append_printf (json, ", \"id\": \"%" G_GINT64_FORMAT "\"",
                            self->id);
  g_string_append (json, "}\n");
  fputs (json->str, stdout);
  fflush (stdout);
}

static PatronStatus
converse (Session *self)
{
  g_autoptr (GInputStream) input
      = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  PatronStatus status = PATRON_STATUS_FINE;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text
          = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      if (text == NULL && error == NULL)
        return status;
      if (error == NULL && *g_strstrip (text) == '\0')
        continue;
      /* A window, or another command, may have published meanwhile. */
      if (error == NULL && self->depth == 0)
        patron_document_check_outside (self->document, &error);
      if (error == NULL)
        run_line (self, text, &error);
      answer (self, error);
      if (error != NULL)
        status = PATRON_STATUS_PROBLEMS;
      if (text == NULL || ferror (stdout))
        return PATRON_STATUS_PROBLEMS;
    }
}

PatronStatus
patron_run_edit (char **args)
{
  GError *error = NULL;
  g_autoptr (PatronOpen) document = patron_open_to_edit (args[0], &error);
  Session session = { .document = document };
  PatronStatus status;

  if (document == NULL)
    return patron_command_fail (error);
  status = converse (&session);
  if (session.depth > 0)
    {
      patron_document_cancel (document);
      status = patron_command_refuse (
          _("the compound edit that was not ended is given up"));
    }
  if (patron_document_get_modified (document)
      && !patron_open_publish (document, &error))
    return patron_command_fail (error);
  return status;
}
