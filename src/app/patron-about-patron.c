/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-about-patron.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "patron-about.h"
#include "patron-db.h"
#include "patron-registry.h"

/* What a bug report needs, in English, as its readers are many. */
static char *
describe_system (void)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  const char *const *languages = g_get_language_names ();

  return g_strdup_printf (
      "Patron " PATRON_VERSION "\n"
      "Schema %u\n"
      "SQLite %s\n"
      "GTK %u.%u.%u\n"
      "libadwaita %u.%u.%u\n"
      "GLib %u.%u.%u\n"
      "Renderer: %s\n"
      "Language: %s\n"
      "System: %s\n",
      patron_registry_get_schema (patron_registry_get_default ()),
      patron_db_get_version (), gtk_get_major_version (),
      gtk_get_minor_version (), gtk_get_micro_version (),
      adw_get_major_version (), adw_get_minor_version (),
      adw_get_micro_version (), glib_major_version, glib_minor_version,
      glib_micro_version,
      g_getenv ("GSK_RENDERER") != NULL ? g_getenv ("GSK_RENDERER")
                                        : "default",
      languages[0], system != NULL ? system : "unknown");
}

/**
 * patron_about_patron:
 * @parent: (nullable):
 *
 * Says what Patron is and who made it.
 */
void
patron_about_patron (GtkWindow *parent)
{
  g_autofree char *debug_info = describe_system ();
  PatronAbout about = {
    .name = _("Patron"),
    .icon_name = PATRON_APP_ID,
    .version = PATRON_VERSION,
    .comments = _("Plan how to win and keep customers"),
    .developer = _("The Patron contributors"),
    .website = "https://github.com/patron-app/patron",
    .issues = "https://github.com/patron-app/patron/issues",
    .copyright = _("© 2026 The Patron contributors"),
    .debug_info = debug_info,
  };

  patron_show_about (parent, &about);
}
