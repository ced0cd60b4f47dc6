/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-command-list.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "patron-columns.h"
#include "patron-date.h"
#include "patron-json-field.h"
#include "patron-lint.h"
#include "patron-open.h"

static char *format;

const GOptionEntry patron_info_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text or json"),
    N_("FORMAT") },
  { NULL },
};

static gint64
count_all (PatronDocument *document)
{
  PatronRegistry *registry = patron_document_get_registry (document);
  gint64 n = 0;

  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    n += patron_document_count (
        document, patron_registry_get_entity (registry, i)->name);
  return n;
}

static void
print_json (PatronDocument *document)
{
  PatronRegistry *registry = patron_document_get_registry (document);
  g_autofree char *title = patron_document_get_title (document);
  g_autoptr (GString) json = g_string_new ("{\n  \"title\": ");

  patron_json_append_string (json, title);
  g_string_append_printf (json, ",\n  \"schema\": %u,\n  \"records\": {",
                          patron_registry_get_schema (registry));
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const char *name = patron_registry_get_entity (registry, i)->name;

      g_string_append_printf (json, "%s\n    \"%s\": %" G_GINT64_FORMAT,
                              i > 0 ? "," : "", name,
                              patron_document_count (document, name));
    }
  g_string_append (json, "\n  }\n}\n");
  fputs (json->str, stdout);
}

static void
print_text (PatronDocument *document)
{
  PatronRegistry *registry = patron_document_get_registry (document);
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  g_autofree char *title = patron_document_get_title (document);
  const char *organisation
      = patron_record_get_text (strategy, "organisation");
  g_autoptr (PatronColumns) columns = patron_columns_new ();

  g_print ("%s\n", title);
  if (organisation != NULL)
    g_print ("%s\n", organisation);
  g_print ("\n");
  for (guint i = 0; i < patron_registry_get_n_entities (registry); i++)
    {
      const PatronEntity *entity = patron_registry_get_entity (registry, i);
      g_autofree char *count = g_strdup_printf (
          "%" G_GINT64_FORMAT, patron_document_count (document, entity->name));

      patron_columns_add (columns, count, TRUE);
      patron_columns_add (columns, entity->name, FALSE);
      patron_columns_add (columns, patron_entity_get_plural (entity), FALSE);
      patron_columns_end_row (columns);
    }
  patron_columns_print (columns, 0);
}

PatronStatus
patron_run_info (char **args)
{
  g_autoptr (PatronOpen) document = NULL;
  GError *error = NULL;

  if (format != NULL && strcmp (format, "json") != 0
      && strcmp (format, "text") != 0)
    return patron_command_misuse (_("there is no format “%s”"), format);
  document = patron_open_to_read (args[0], &error);
  if (document == NULL)
    return patron_command_fail (error);
  if (g_strcmp0 (format, "json") == 0)
    print_json (document);
  else
    print_text (document);
  return PATRON_STATUS_FINE;
}

static gboolean only_sound;

const GOptionEntry patron_check_options[] = {
  { "sound", 0, 0, G_OPTION_ARG_NONE, &only_sound,
    N_("Only whether the files are whole, not what the strategies lack"),
    NULL },
  { NULL },
};

/* Says what the strategy lacks. Returns whether that is nothing. */
static gboolean
check_strategy (const char     *name,
                PatronDocument *document)
{
  g_autoptr (GPtrArray) findings
      = patron_lint (document, patron_date_today ());

  for (guint i = 0; i < findings->len; i++)
    {
      const PatronFinding *finding = g_ptr_array_index (findings, i);

      g_print ("%s: %s\n", name, finding->message);
    }
  return findings->len == 0;
}

/* Opening checks everything of the file: its schema, every page of it, and
 * every value against the field tables. */
PatronStatus
patron_run_check (char **args)
{
  PatronStatus status = PATRON_STATUS_FINE;

  for (gsize i = 0; args[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PatronOpen) document = patron_open_to_read (args[i], &error);
      gint64 n;

      if (document == NULL)
        {
          g_printerr ("%s: %s\n", args[i], error->message);
          status = PATRON_STATUS_PROBLEMS;
          continue;
        }
      n = count_all (document);
      g_print (ngettext ("%s: sound, %d record\n", "%s: sound, %d records\n",
                         (gulong) n),
               args[i], (int) n);
      if (!only_sound && !check_strategy (args[i], document))
        status = PATRON_STATUS_PROBLEMS;
    }
  return status;
}
