/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-recent.h"

/* Both lists live in one key file: a group for a document, by its URI. The
 * file is small and read afresh each time, so nothing of it is kept in
 * memory, and a mend by hand is taken up at once. A draft has a view but is
 * not among the recent documents: it has no "title" key. */

#define MAX_DOCUMENTS 60

static char *
get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "patron", "recent.ini",
                           NULL);
}

static GKeyFile *
load (void)
{
  g_autofree char *path = get_path ();
  GKeyFile *keys = g_key_file_new ();

  /* A missing or broken file is an empty list. */
  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  return keys;
}

static gint64
get_stamp (GKeyFile   *keys,
           const char *group)
{
  return g_key_file_get_int64 (keys, group, "opened", NULL);
}

static void
forget_oldest (GKeyFile *keys)
{
  for (;;)
    {
      gsize n_groups;
      g_auto (GStrv) groups = g_key_file_get_groups (keys, &n_groups);
      const char *oldest = NULL;

      if (n_groups <= MAX_DOCUMENTS)
        return;
      for (gsize i = 0; i < n_groups; i++)
        if (oldest == NULL
            || get_stamp (keys, groups[i]) < get_stamp (keys, oldest))
          oldest = groups[i];
      g_key_file_remove_group (keys, oldest, NULL);
    }
}

static void
save (GKeyFile *keys)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  forget_oldest (keys);
  text = g_key_file_to_data (keys, &length, NULL);
  /* What is lost here is a convenience, so there is nobody to bother. */
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (path, text, length,
                                    G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                    &error))
    g_debug ("%s: %s", path, error != NULL ? error->message : "no folder");
}

void
patron_recent_item_free (PatronRecentItem *item)
{
  g_object_unref (item->file);
  g_free (item->title);
  g_free (item);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const PatronRecentItem *first = *(PatronRecentItem *const *) a;
  const PatronRecentItem *second = *(PatronRecentItem *const *) b;

  return (first->opened < second->opened) - (first->opened > second->opened);
}

/**
 * patron_recent_list:
 *
 * Returns: (transfer full) (element-type PatronRecentItem): the documents
 *   that were open, the latest first
 */
GPtrArray *
patron_recent_list (void)
{
  g_autoptr (GKeyFile) keys = load ();
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (
      (GDestroyNotify) patron_recent_item_free);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *title
          = g_key_file_get_string (keys, groups[i], "title", NULL);
      PatronRecentItem *item;

      if (title == NULL)
        continue;
      item = g_new0 (PatronRecentItem, 1);
      item->file = g_file_new_for_uri (groups[i]);
      item->title = g_steal_pointer (&title);
      item->opened = get_stamp (keys, groups[i]);
      g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_items);
  return items;
}

/**
 * patron_recent_add:
 * @title: what the document is called
 *
 * Makes @file the latest of the recent documents.
 */
void
patron_recent_add (GFile      *file,
                   const char *title)
{
  g_autoptr (GKeyFile) keys = load ();
  g_autofree char *uri = g_file_get_uri (file);

  g_key_file_set_string (keys, uri, "title", title);
  g_key_file_set_int64 (keys, uri, "opened", g_get_real_time ());
  save (keys);
}

/**
 * patron_recent_remove:
 *
 * Forgets @file, and how it was looked at.
 */
void
patron_recent_remove (GFile *file)
{
  g_autoptr (GKeyFile) keys = load ();
  g_autofree char *uri = g_file_get_uri (file);

  if (g_key_file_remove_group (keys, uri, NULL))
    save (keys);
}

/**
 * patron_recent_clear:
 *
 * Forgets all documents.
 */
void
patron_recent_clear (void)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  save (keys);
}

/**
 * patron_view_load:
 * @key: the URI of a document, or what stands for a draft
 * @view: (out caller-allocates): how it was looked at, zeros if not known
 */
void
patron_view_load (const char *key,
                  PatronView *view)
{
  g_autoptr (GKeyFile) keys = load ();

  view->width = g_key_file_get_integer (keys, key, "width", NULL);
  view->height = g_key_file_get_integer (keys, key, "height", NULL);
  view->maximized = g_key_file_get_boolean (keys, key, "maximized", NULL);
  view->page = g_key_file_get_string (keys, key, "page", NULL);
}

/**
 * patron_view_save:
 * @key: the URI of a document, or what stands for a draft
 */
void
patron_view_save (const char       *key,
                  const PatronView *view)
{
  g_autoptr (GKeyFile) keys = load ();

  g_key_file_set_integer (keys, key, "width", view->width);
  g_key_file_set_integer (keys, key, "height", view->height);
  g_key_file_set_boolean (keys, key, "maximized", view->maximized);
  if (view->page != NULL)
    g_key_file_set_string (keys, key, "page", view->page);
  if (!g_key_file_has_key (keys, key, "opened", NULL))
    g_key_file_set_int64 (keys, key, "opened", g_get_real_time ());
  save (keys);
}

/**
 * patron_view_clear:
 */
void
patron_view_clear (PatronView *view)
{
  g_clear_pointer (&view->page, g_free);
}
