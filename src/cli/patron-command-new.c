/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-command-list.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "patron-date.h"
#include "patron-error.h"
#include "patron-input.h"
#include "patron-json.h"
#include "patron-open.h"
#include "patron-template-text.h"

static char *from;
static char *template_name;
static char *title;
static gboolean force;

const GOptionEntry patron_new_options[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from,
    N_("Begin with the strategy in a JSON file (“-” reads it from the "
       "standard input)"),
    N_("FILE") },
  { "template", 0, 0, G_OPTION_ARG_STRING, &template_name,
    N_("Begin with a template: blank, services, shop or sample"),
    N_("NAME") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title,
    N_("Call the strategy so"), N_("TITLE") },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force,
    N_("Replace the file if it is there"), NULL },
  { NULL },
};

static GBytes *
load_template (GError **error)
{
  GBytes *bytes
      = patron_template_text_load (template_name, patron_date_today ());

  if (bytes == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no template “%s”"), template_name);
  return bytes;
}

static GBytes *
load_text (GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (from == NULL)
    return load_template (error);
  if (strcmp (from, "-") == 0)
    {
      g_autoptr (GInputStream) input
          = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      return patron_input_read_stream (input, _("standard input"),
                                       PATRON_JSON_MAX_SIZE, NULL, error);
    }
  file = g_file_new_for_commandline_arg (from);
  return patron_input_read_file (file, PATRON_JSON_MAX_SIZE, NULL, error);
}

static gboolean
fill (PatronDocument  *document,
      GError         **error)
{
  if (from != NULL || template_name != NULL)
    {
      g_autoptr (GBytes) bytes = load_text (error);
      gsize size;
      const char *text;

      if (bytes == NULL)
        return FALSE;
      text = g_bytes_get_data (bytes, &size);
      if (!patron_json_read (document, text != NULL ? text : "", size, error))
        {
          g_prefix_error (error, "%s: ",
                          from != NULL ? from : template_name);
          return FALSE;
        }
    }
  if (title != NULL)
    {
      g_autoptr (PatronRecord) strategy
          = patron_document_get_strategy (document);

      return patron_document_set_text (document, strategy, "title", title,
                                       error);
    }
  return TRUE;
}

PatronStatus
patron_run_new (char **args)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (args[0]);
  g_autoptr (PatronOpen) document = NULL;
  g_autoptr (GError) error = NULL;

  if (from != NULL && template_name != NULL)
    return patron_command_misuse (_("%s and %s exclude each other"), "--from",
                                  "--template");
  if (!force && g_file_query_exists (file, NULL))
    return patron_command_refuse (
        _("there is a file “%s” already. --force replaces it"), args[0]);
  document = patron_document_new (patron_registry_get_default (), &error);
  if (document == NULL)
    return patron_command_fail (g_steal_pointer (&error));
  if (fill (document, &error)
      && patron_document_save_as (document, file, &error))
    return PATRON_STATUS_FINE;
  /* A draft that was edited would be kept. */
  while (patron_document_get_undo_label (document) != NULL
         && patron_document_undo (document, NULL))
    ;
  return patron_command_fail (g_steal_pointer (&error));
}
