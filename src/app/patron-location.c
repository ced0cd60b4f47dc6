/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-location.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#define EXTENSION ".patron"

/**
 * patron_location_describe_folder:
 *
 * Returns: (transfer full): the folder that @file is in, as people know it
 */
char *
patron_location_describe_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *inside = NULL;

  if (folder == NULL)
    return g_file_get_parse_name (file);
  if (g_file_equal (folder, home))
    return g_strdup (C_("place", "Home"));
  inside = g_file_get_relative_path (home, folder);
  if (inside != NULL)
    {
      g_autofree char *shown = g_filename_display_name (inside);

      return g_strconcat ("~/", shown, NULL);
    }
  return g_file_get_parse_name (folder);
}

/**
 * patron_location_get_name:
 *
 * Returns: (transfer full): the name of @file, for people
 */
char *
patron_location_get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name != NULL ? name : "");
}

static char *
resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? realpath (path, NULL) : NULL;
}

/**
 * patron_location_is_same:
 *
 * Returns: whether both lead to the same file, also by symbolic links
 */
gboolean
patron_location_is_same (GFile *a,
                      GFile *b)
{
  char *first;
  char *second;
  gboolean same;

  if (g_file_equal (a, b))
    return TRUE;
  first = resolve (a);
  second = resolve (b);
  same = first != NULL && g_strcmp0 (first, second) == 0;
  free (first);
  free (second);
  return same;
}

/**
 * patron_location_add_extension:
 *
 * For a name that was typed without the extension. Where the longer name is
 * taken, the shorter one stays: the user was not asked about replacing that.
 *
 * Returns: (transfer full): @file, with the extension of documents if its
 *   name has none
 */
GFile *
patron_location_add_extension (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *longer = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) named = NULL;

  if (name == NULL || folder == NULL || g_str_has_suffix (name, EXTENSION))
    return g_object_ref (file);
  longer = g_strconcat (name, EXTENSION, NULL);
  named = g_file_get_child (folder, longer);
  return g_object_ref (g_file_query_exists (named, NULL) ? file : named);
}

/**
 * patron_location_get_filter:
 *
 * Returns: (transfer full): what file choosers show
 */
GtkFileFilter *
patron_location_get_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Strategies"));
  gtk_file_filter_add_mime_type (filter, "application/vnd.patron.strategy");
  gtk_file_filter_add_pattern (filter, "*" EXTENSION);
  return filter;
}
