/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-accels.h"

#include "patron-pages.h"

/* patron-shortcuts.ui lists what stands here. */
static const struct
{
  const char *action;
  const char *accel;
} accels[] = {
  { "app.new::blank", "<Primary>n" },
  { "win.open", "<Primary>o" },
  { "win.save", "<Primary>s" },
  { "win.save-as", "<Primary><Shift>s" },
  { "win.export", "<Primary><Shift>e" },
  { "win.deck", "<Primary><Shift>p" },
  { "win.undo", "<Primary>z" },
  { "win.redo", "<Primary><Shift>z" },
  { "win.toggle-sidebar", "F9" },
  { "window.close", "<Primary>w" },
  { "app.preferences", "<Primary>comma" },
  { "app.shortcuts", "<Primary>question" },
  { "app.quit", "<Primary>q" },
};

/**
 * patron_accels_install:
 *
 * Gives the actions of the application and its windows their keys, and the
 * pages theirs: Ctrl and their place in the sidebar.
 */
void
patron_accels_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (
        application, accels[i].action,
        (const char *[]) { accels[i].accel, NULL });

  for (guint i = 0; i < MIN (patron_n_pages, 9); i++)
    {
      g_autofree char *action
          = g_strconcat ("win.page::", patron_pages[i].id, NULL);
      g_autofree char *accel = g_strdup_printf ("<Primary>%u", i + 1);

      gtk_application_set_accels_for_action (
          application, action, (const char *[]) { accel, NULL });
    }
}
