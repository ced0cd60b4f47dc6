/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-settings.h"

/* Run from a build tree without GSETTINGS_SCHEMA_DIR, Patron has no schema.
 * GSettings would end the program; it can do without. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, PATRON_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * patron_settings_get:
 *
 * Returns: (transfer none) (nullable): what the user chose, %NULL where the
 *   schema is not installed
 */
GSettings *
patron_settings_get (void)
{
  static GSettings *settings;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      settings = open_settings ();
      g_once_init_leave (&once, 1);
    }
  return settings;
}

/**
 * patron_settings_get_folder:
 * @key: a key that holds a URI
 *
 * Returns: (transfer full) (nullable): the folder
 */
GFile *
patron_settings_get_folder (const char *key)
{
  GSettings *settings = patron_settings_get ();
  g_autofree char *uri
      = settings != NULL ? g_settings_get_string (settings, key) : NULL;

  return uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/**
 * patron_settings_set_folder:
 * @key: a key that holds a URI
 * @folder: (nullable): the folder
 */
void
patron_settings_set_folder (const char *key,
                            GFile      *folder)
{
  GSettings *settings = patron_settings_get ();
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (settings != NULL && uri != NULL)
    g_settings_set_string (settings, key, uri);
}

/**
 * patron_settings_set_folder_of:
 * @key: a key that holds a URI
 * @file: a file in the folder
 */
void
patron_settings_set_folder_of (const char *key,
                               GFile      *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  patron_settings_set_folder (key, folder);
}
