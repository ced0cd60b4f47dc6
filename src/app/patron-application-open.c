/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-application.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-date.h"
#include "patron-error.h"
#include "patron-json.h"
#include "patron-location.h"
#include "patron-recent.h"
#include "patron-template-text.h"

/* Returns @window if it has no document, otherwise a new one. */
static PatronWindow *
get_free_window (PatronApplication *self,
                 PatronWindow      *window)
{
  if (window != NULL && patron_window_get_document (window) == NULL)
    return window;
  return PATRON_WINDOW (patron_window_new (GTK_APPLICATION (self)));
}

static PatronWindow *
find_window (PatronApplication *self,
             GFile             *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      PatronDocument *document;
      GFile *other = NULL;

      if (!PATRON_IS_WINDOW (l->data))
        continue;
      document = patron_window_get_document (l->data);
      if (document != NULL)
        other = patron_document_get_file (document);
      if (other != NULL && patron_location_is_same (file, other))
        return l->data;
    }
  return NULL;
}

/* The page that is shown has the focus. */
static void
show (PatronApplication *self,
      PatronWindow      *window,
      PatronDocument    *document)
{
  window = get_free_window (self, window);
  patron_window_set_document (window, document);
  patron_window_present (window);
  gtk_widget_grab_focus (GTK_WIDGET (patron_document_view_get_page (
      patron_window_get_view (window), NULL)));
}

/* What a question about a file that could not be opened is about. */
typedef struct
{
  PatronApplication *application;
  PatronWindow      *window;
  GFile             *file;
} Salvage;

static void
salvage_free (Salvage *salvage)
{
  g_object_unref (salvage->application);
  g_object_unref (salvage->window);
  g_object_unref (salvage->file);
  g_free (salvage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Salvage, salvage_free)

static void
salvage_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Salvage) salvage = user_data;

  if (g_str_equal (patron_ask_finish (result), "salvage"))
    patron_application_salvage_file (salvage->application, salvage->window,
                                     salvage->file);
}

/* Says why @file was not opened, on a window that stays as it is. */
static void
refuse (PatronApplication *self,
        PatronWindow      *window,
        GFile             *file,
        const GError      *error)
{
  g_autofree char *name = patron_location_get_name (file);
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_("Cannot Open “%s”"), name);
  const PatronReply replies[] = {
    { "close", _("_Close") },
    { "salvage", _("_Salvage Into a Draft"), PATRON_REPLY_SUGGESTED },
  };
  Salvage *salvage;

  if (window == NULL)
    window = get_free_window (self, NULL);
  patron_window_present (window);
  if (!g_error_matches (error, PATRON_ERROR, PATRON_ERROR_DAMAGED))
    {
      patron_tell (GTK_WINDOW (window), heading, error->message);
      return;
    }

  salvage = g_new0 (Salvage, 1);
  salvage->application = g_object_ref (self);
  salvage->window = g_object_ref (window);
  salvage->file = g_object_ref (file);
  patron_ask_async (GTK_WINDOW (window), heading, error->message, NULL,
                    replies, G_N_ELEMENTS (replies), salvage_cb, salvage);
}

/**
 * patron_application_open_file:
 * @window: (nullable): where to show it, if that has no document
 *
 * Opens @file, or raises the window that has it open. Says so where it
 * cannot be opened.
 */
void
patron_application_open_file (PatronApplication *self,
                              PatronWindow      *window,
                              GFile             *file)
{
  PatronWindow *open = find_window (self, file);
  g_autoptr (PatronDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (open != NULL)
    {
      patron_window_present (open);
      return;
    }

  document = patron_document_open (patron_registry_get_default (), file,
                                   PATRON_OPEN_NONE, &error);
  if (document == NULL)
    {
      refuse (self, window, file, error);
      return;
    }
  title = patron_document_get_title (document);
  patron_recent_add (file, title);
  show (self, window, document);
}

/**
 * patron_application_salvage_file:
 * @window: (nullable): where to show it, if that has no document
 *
 * Puts what can be read of the damaged document @file into a draft.
 */
void
patron_application_salvage_file (PatronApplication *self,
                                 PatronWindow      *window,
                                 GFile             *file)
{
  g_autoptr (PatronDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = patron_location_get_name (file);
  g_autofree char *text = NULL;

  document = patron_document_open (patron_registry_get_default (), file,
                                   PATRON_OPEN_SALVAGE, &error);
  window = get_free_window (self, window);
  patron_window_present (window);
  if (document == NULL)
    {
      patron_tell (GTK_WINDOW (window), _("Nothing Could Be Read"),
                   error->message);
      return;
    }
  show (self, window, document);

  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_("This is what could be read of “%s”, which is "
                            "damaged. Look through it, then save it."),
                          name);
  patron_document_view_notice (patron_window_get_view (window),
                               PATRON_NOTICE_SALVAGED, text,
                               _("Save _As…"), "win.save-as");
}

/**
 * patron_application_open_draft:
 * @window: (nullable): where to show it, if that has no document
 * @name: what the store calls the draft
 */
void
patron_application_open_draft (PatronApplication *self,
                               PatronWindow      *window,
                               const char        *name)
{
  g_autoptr (PatronDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = patron_document_open_draft (patron_registry_get_default (), name,
                                         &error);
  if (document != NULL)
    {
      show (self, window, document);
      return;
    }
  window = get_free_window (self, window);
  patron_window_present (window);
  patron_tell (GTK_WINDOW (window), _("Cannot Open the Draft"),
               error->message);
}

/**
 * patron_application_open_new:
 * @window: (nullable): where to show it, if that has no document
 * @template_id: what to begin with
 *
 * Begins a draft.
 */
void
patron_application_open_new (PatronApplication *self,
                             PatronWindow      *window,
                             const char        *template_id)
{
  g_autoptr (GBytes) text
      = patron_template_text_load (template_id, patron_date_today ());
  g_autoptr (PatronDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length;

  /* The id may come from the bus. */
  if (text == NULL)
    return;
  data = g_bytes_get_data (text, &length);
  document = patron_document_new (patron_registry_get_default (), &error);
  if (document != NULL && patron_json_read (document, data, length, &error))
    {
      show (self, window, document);
      return;
    }
  window = get_free_window (self, window);
  patron_window_present (window);
  patron_tell (GTK_WINDOW (window), _("Cannot Begin a Strategy"),
               error->message);
}
