/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "patron-application.h"
#include "patron-chart-view.h"
#include "patron-pages.h"

/* Everyone's, so no action of ours stands behind them. */
static const char *const of_gtk[] = { "F10", NULL };

static char *
normalize (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (accel, &key, &modifiers));
  return gtk_accelerator_name (key, modifiers);
}

/* "<Primary>1...9" stands for nine, "a b" for two. */
static void
add_shown (GHashTable *set,
           const char *accels)
{
  g_auto (GStrv) words = g_strsplit (accels, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *dots = strstr (words[i], "...");

      if (dots == NULL)
        {
          g_hash_table_add (set, normalize (words[i]));
          continue;
        }
      for (char c = dots[-1]; c <= dots[3]; c++)
        {
          dots[-1] = c;
          dots[0] = '\0';
          g_hash_table_add (set, normalize (words[i]));
        }
    }
}

static void
collect_shown (GtkWidget  *widget,
               GHashTable *set)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accels = NULL;
      g_autofree char *title = NULL;

      g_object_get (widget, "accelerator", &accels, "title", &title, NULL);
      g_assert_nonnull (accels);
      g_assert_nonnull (title);
      add_shown (set, accels);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_shown (child, set);
}

static GHashTable *
get_shown (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/io/github/patron_app/Patron/patron-shortcuts.ui");
  GtkWidget *window
      = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
  GHashTable *set
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_shown (window, set);
  gtk_window_destroy (GTK_WINDOW (window));
  return set;
}

/* Keys of the keypad do what their likes do, and a plus needs no Shift. */
static guint
fold_key (guint key)
{
  const char *name = gdk_keyval_name (key);

  switch (key)
    {
    case GDK_KEY_KP_Enter:
      return GDK_KEY_Return;
    case GDK_KEY_KP_Add:
    case GDK_KEY_equal:
      return GDK_KEY_plus;
    case GDK_KEY_KP_Subtract:
      return GDK_KEY_minus;
    default:
      return g_str_has_prefix (name, "KP_") ? gdk_keyval_from_name (name + 3)
                                            : key;
    }
}

static void
add_shortcut (GHashTable  *set,
              GtkShortcut *shortcut)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  if (GTK_IS_KEYVAL_TRIGGER (trigger))
    g_hash_table_add (
        set, gtk_accelerator_name (
                 fold_key (gtk_keyval_trigger_get_keyval (
                     GTK_KEYVAL_TRIGGER (trigger))),
                 gtk_keyval_trigger_get_modifiers (
                     GTK_KEYVAL_TRIGGER (trigger))));
}

/* The keys that the widgets of Patron add, page by page. */
static void
collect_of_widget (GtkWidget  *widget,
                   GHashTable *set)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Patron"))
    {
      g_autoptr (GListModel) controllers
          = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GObject) controller
              = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
          for (guint j = 0;
               j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
            {
              g_autoptr (GtkShortcut) shortcut
                  = g_list_model_get_item (G_LIST_MODEL (controller), j);

              add_shortcut (set, shortcut);
            }
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_of_widget (child, set);
}

static void
collect_of (GType       type,
            GHashTable *set)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));

  collect_of_widget (widget, set);
  g_object_unref (widget);
}

static void
add_accels (GHashTable     *set,
            GtkApplication *application)
{
  g_auto (GStrv) actions
      = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels
          = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        g_hash_table_add (set, normalize (accels[j]));
    }
}

static void
assert_within (GHashTable *part,
               GHashTable *whole,
               const char *message)
{
  GHashTableIter iter;
  gpointer accel;

  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &accel, NULL))
    if (!g_hash_table_contains (whole, accel))
      {
        g_test_message ("%s %s", (char *) accel, message);
        g_test_fail ();
      }
}

static void
test_complete (void)
{
  g_autoptr (GApplication) application
      = patron_application_new (G_APPLICATION_NON_UNIQUE);
  g_autoptr (GHashTable) shown = NULL;
  g_autoptr (GHashTable) set
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  shown = get_shown ();

  add_accels (set, GTK_APPLICATION (application));
  for (guint i = 0; i < patron_n_pages; i++)
    collect_of (patron_pages[i].get_type (), set);
  /* Pages make it for the first chart that is opened. */
  collect_of (PATRON_TYPE_CHART_VIEW, set);
  assert_within (set, shown, "is not in the shortcuts window");

  /* The window promises nine pages, of which some are not there yet. */
  for (guint i = patron_n_pages; i < 9; i++)
    g_hash_table_add (set, g_strdup_printf ("<Control>%u", i + 1));
  for (guint i = 0; of_gtk[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (of_gtk[i]));
  assert_within (shown, set, "is shown but does nothing");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/shortcuts/complete", test_complete);

  return g_test_run ();
}
