/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-window-private.h"

#include "patron-recent.h"
#include "patron-settings.h"

/* A document is found again by its place; a draft is where it was left. */
static char *
get_key (PatronWindow *self)
{
  GFile *file = patron_document_get_file (self->document);

  return file != NULL ? g_file_get_uri (file) : NULL;
}

/* Gives a new window the size of the last one. */
void
patron_window_restore_size (PatronWindow *self)
{
  GSettings *settings = patron_settings_get ();

  if (settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1100, 760);
      return;
    }
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (const PatronView *view)
{
  GSettings *settings = patron_settings_get ();

  if (settings == NULL)
    return;
  g_settings_set_int (settings, "window-width", CLAMP (view->width, 360, 32767));
  g_settings_set_int (settings, "window-height",
                      CLAMP (view->height, 294, 32767));
  g_settings_set_boolean (settings, "window-maximized", view->maximized);
}

/* Shows the document as it was looked at last. */
void
patron_window_restore_view (PatronWindow *self)
{
  g_autofree char *key = get_key (self);
  g_auto (PatronView) view = { 0 };

  if (key != NULL)
    patron_view_load (key, &view);
  if (view.width > 0 && view.height > 0)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), view.width,
                                   view.height);
      if (view.maximized)
        gtk_window_maximize (GTK_WINDOW (self));
      else
        gtk_window_unmaximize (GTK_WINDOW (self));
    }
  patron_document_view_show_page (self->view, view.page);
}

void
patron_window_remember_view (PatronWindow *self)
{
  g_autofree char *key = get_key (self);
  PatronView view = { 0 };
  const char *page;

  gtk_window_get_default_size (GTK_WINDOW (self), &view.width, &view.height);
  view.maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  patron_document_view_get_page (self->view, &page);
  view.page = (char *) page;
  remember_size (&view);
  if (key != NULL)
    patron_view_save (key, &view);
}
