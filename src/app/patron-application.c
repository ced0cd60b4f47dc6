/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "patron-about-patron.h"
#include "patron-accels.h"
#include "patron-preferences.h"
#include "patron-shortcuts.h"
#include "patron-widgets.h"

/**
 * PatronApplication:
 *
 * The windows of one session. It owns no document: each window does.
 */
struct _PatronApplication
{
  AdwApplication parent_instance;

  guint          signal_sources[3];
};

G_DEFINE_FINAL_TYPE (PatronApplication, patron_application,
                     ADW_TYPE_APPLICATION)

static GtkWindow *
get_window (PatronApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PatronApplication *self = user_data;
  GtkWindow *window = get_window (self);

  patron_application_open_new (self,
                               window != NULL ? PATRON_WINDOW (window) : NULL,
                               g_variant_get_string (parameter, NULL));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  patron_window_present (
      PATRON_WINDOW (patron_window_new (GTK_APPLICATION (user_data))));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  patron_preferences_present (get_window (user_data));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  patron_shortcuts_present (get_window (user_data));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  patron_about_patron (get_window (user_data));
}

/* Closes every window as its close button would. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows
      = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "new", new_action, "s" },
  { "new-window", new_window_action },
  { "preferences", preferences_action },
  { "shortcuts", shortcuts_action },
  { "about", about_action },
  { "quit", quit_action },
};

static gboolean
terminated_cb (gpointer user_data)
{
  quit_action (NULL, NULL, user_data);
  return G_SOURCE_CONTINUE;
}

static void
patron_application_startup (GApplication *application)
{
  PatronApplication *self = PATRON_APPLICATION (application);

  G_APPLICATION_CLASS (patron_application_parent_class)->startup (application);

  g_set_application_name (_("Patron"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions,
                                   G_N_ELEMENTS (actions), self);
  patron_accels_install (GTK_APPLICATION (self));
  patron_preferences_apply ();
  patron_widgets_init ();

  self->signal_sources[0] = g_unix_signal_add (SIGTERM, terminated_cb, self);
  self->signal_sources[1] = g_unix_signal_add (SIGINT, terminated_cb, self);
  self->signal_sources[2] = g_unix_signal_add (SIGHUP, terminated_cb, self);
}

static void
patron_application_shutdown (GApplication *application)
{
  PatronApplication *self = PATRON_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);

  G_APPLICATION_CLASS (patron_application_parent_class)
      ->shutdown (application);
}

static void
patron_application_activate (GApplication *application)
{
  GtkWindow *window = get_window (PATRON_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (patron_window_new (GTK_APPLICATION (application)));
  patron_window_present (PATRON_WINDOW (window));
}

/* The first file goes to a window that waits on the welcome page. */
static void
patron_application_open (GApplication *application,
                         GFile       **files,
                         int           n_files,
                         const char   *hint)
{
  GtkWindow *window = get_window (PATRON_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    patron_application_open_file (
        PATRON_APPLICATION (application),
        window != NULL ? PATRON_WINDOW (window) : NULL, files[i]);
}

static void
patron_application_class_init (PatronApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = patron_application_startup;
  application_class->shutdown = patron_application_shutdown;
  application_class->activate = patron_application_activate;
  application_class->open = patron_application_open;
}

static void
patron_application_init (PatronApplication *self)
{
}

/**
 * patron_application_new:
 * @flags: how to differ from what users get, for tests
 */
GApplication *
patron_application_new (GApplicationFlags flags)
{
  return g_object_new (PATRON_TYPE_APPLICATION,
                       "application-id", PATRON_APP_ID,
                       "flags", flags | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/patron_app/Patron",
                       NULL);
}
