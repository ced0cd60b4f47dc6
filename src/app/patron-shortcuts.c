/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-shortcuts.h"

/**
 * patron_shortcuts_present:
 * @parent: (nullable):
 *
 * Lists every key. GtkApplication would do so by itself, but builds the
 * window before the first frame of each window.
 */
void
patron_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/io/github/patron_app/Patron/patron-shortcuts.ui");
  GtkWindow *window
      = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
