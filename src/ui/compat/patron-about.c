/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

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
