/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "patron-error.h"

/**
 * patron_show_about:
 *
 * Shows the about window.
 */
void
patron_show_about (GtkWindow         *parent,
                   const PatronAbout *about)
{
  g_autofree char *comments = g_markup_escape_text (about->comments, -1);
  AdwAboutWindow *window = ADW_ABOUT_WINDOW (adw_about_window_new ());

  g_object_set (window,
                "transient-for", parent,
                "modal", TRUE,
                "application-name", about->name,
                "application-icon", about->icon_name,
                "version", about->version,
                "comments", comments,
                "developer-name", about->developer,
                "copyright", about->copyright,
                "license-type", GTK_LICENSE_GPL_3_0,
                NULL);
  if (about->website != NULL)
    adw_about_window_set_website (window, about->website);
  if (about->issues != NULL)
    adw_about_window_set_issue_url (window, about->issues);
  if (about->debug_info != NULL)
    adw_about_window_set_debug_info (window, about->debug_info);
  /* Translators: put your own name here, one a line. */
  if (g_strcmp0 (_("translator-credits"), "translator-credits") != 0)
    adw_about_window_set_translator_credits (window, _("translator-credits"));
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * patron_show_uri:
 * @uri: what to show
 *
 * Opens the web address or mail address @uri in the program that the user
 * has chosen for it. Documents come from others, so nothing else is opened.
 *
 * Returns: whether it is such an address
 */
gboolean
patron_show_uri (GtkWindow  *parent,
                 const char *uri,
                 GError    **error)
{
  static const char *const schemes[] = { "https", "http", "mailto", NULL };
  g_autofree char *scheme = g_uri_parse_scheme (uri);

  if (scheme == NULL || !g_strv_contains (schemes, scheme))
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("“%s” is not opened: it is neither a web address nor "
                     "a mail address."),
                   uri);
      return FALSE;
    }
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
  return TRUE;
}
