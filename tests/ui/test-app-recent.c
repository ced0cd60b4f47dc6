/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "patron-location.h"
#include "patron-recent.h"

static const PatronRecentItem *
get (GPtrArray *items,
     guint      index)
{
  return g_ptr_array_index (items, index);
}

static void
test_order (void)
{
  g_autoptr (GFile) first = g_file_new_for_path ("/tmp/first [1] %.patron");
  g_autoptr (GFile) second = g_file_new_for_path ("/tmp/zweite\xc3\xa4.patron");
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "patron",
                                            "recent.ini", NULL);
  GStatBuf status;

  patron_recent_clear ();
  patron_recent_add (first, "One = [1] \\ \n2");
  patron_recent_add (second, "Two");
  patron_recent_add (second, "Two, renamed");

  items = patron_recent_list ();
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_true (g_file_equal (get (items, 0)->file, second));
  g_assert_cmpstr (get (items, 0)->title, ==, "Two, renamed");
  g_assert_true (g_file_equal (get (items, 1)->file, first));
  g_assert_cmpstr (get (items, 1)->title, ==, "One = [1] \\ \n2");

  /* Titles are nobody else's business. */
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  patron_recent_remove (first);
  g_ptr_array_unref (items);
  items = patron_recent_list ();
  g_assert_cmpuint (items->len, ==, 1);
}

static void
test_cap (void)
{
  g_autoptr (GPtrArray) items = NULL;

  patron_recent_clear ();
  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *path = g_strdup_printf ("/tmp/%u.patron", i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      patron_recent_add (file, path);
    }
  items = patron_recent_list ();
  g_assert_cmpuint (items->len, ==, 60);
}

static void
test_view (void)
{
  g_auto (PatronView) view = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  const PatronView saved = { 800, 600, TRUE, (char *) "kpis" };

  patron_recent_clear ();
  patron_view_load ("file:///tmp/a.patron", &view);
  g_assert_cmpint (view.width, ==, 0);
  g_assert_null (view.page);

  patron_view_save ("file:///tmp/a.patron", &saved);
  patron_view_load ("file:///tmp/a.patron", &view);
  g_assert_cmpint (view.width, ==, 800);
  g_assert_cmpint (view.height, ==, 600);
  g_assert_true (view.maximized);
  g_assert_cmpstr (view.page, ==, "kpis");

  /* A view alone does not make a recent document. */
  items = patron_recent_list ();
  g_assert_cmpuint (items->len, ==, 0);
}

static void
test_broken (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "patron",
                                            "recent.ini", NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/a.patron");
  g_autoptr (GPtrArray) items = NULL;

  patron_recent_clear ();
  g_assert_true (g_file_set_contents (path, "\xff[[[\n=", -1, NULL));
  items = patron_recent_list ();
  g_assert_cmpuint (items->len, ==, 0);
  patron_recent_add (file, "A");
  g_ptr_array_unref (items);
  items = patron_recent_list ();
  g_assert_cmpuint (items->len, ==, 1);
}

static void
test_place (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "a.patron", NULL);
  g_autofree char *other = g_build_filename (folder, "b.patron", NULL);
  g_autofree char *bare = g_build_filename (folder, "a", NULL);
  g_autofree char *inside
      = g_build_filename (g_get_home_dir (), "Work", "c.patron", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) link = g_file_new_for_path (other);
  g_autoptr (GFile) short_file = g_file_new_for_path (bare);
  g_autoptr (GFile) home_file = g_file_new_for_path (inside);
  g_autoptr (GFile) named = NULL;
  g_autofree char *shown = NULL;

  named = patron_location_add_extension (short_file);
  g_assert_true (g_file_equal (named, file));
  g_clear_object (&named);

  /* The longer name is taken now, and nobody agreed to replace it. */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  named = patron_location_add_extension (short_file);
  g_assert_true (g_file_equal (named, short_file));

  g_assert_true (g_file_make_symbolic_link (link, path, NULL, NULL));
  g_assert_true (patron_location_is_same (file, link));
  g_assert_false (patron_location_is_same (file, short_file));

  shown = patron_location_describe_folder (home_file);
  g_assert_cmpstr (shown, ==, "~/Work");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/recent/order", test_order);
  g_test_add_func ("/app/recent/cap", test_cap);
  g_test_add_func ("/app/recent/view", test_view);
  g_test_add_func ("/app/recent/broken", test_broken);
  g_test_add_func ("/app/recent/place", test_place);

  return g_test_run ();
}
