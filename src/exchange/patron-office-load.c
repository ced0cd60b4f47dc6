/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

#include "patron-error.h"
#include "patron-office.h"

#define FILE_NAME "patron-office." G_MODULE_SUFFIX

/* Where the module may lie beside the program that runs: installed, among
 * what was built, and as a test. A build must not take what is installed. */
static const char *const places[]
    = { ".", "../exchange", "../src/exchange", "../libexec", NULL };

static char *
find_module (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder
      = self != NULL ? g_path_get_dirname (self) : NULL;

  for (int i = 0; folder != NULL && places[i] != NULL; i++)
    {
      g_autofree char *path
          = g_build_filename (folder, places[i], FILE_NAME, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return g_build_filename (PATRON_LIBEXECDIR, FILE_NAME, NULL);
}

static const PatronOffice *
open_module (GError **error)
{
  g_autofree char *path = find_module ();
  GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);
  gpointer symbol = NULL;

  if (module != NULL && g_module_symbol (module, PATRON_OFFICE_SYMBOL, &symbol))
    {
      g_module_make_resident (module);
      return symbol;
    }
  g_set_error (error, PATRON_ERROR, PATRON_ERROR_FAILED,
               _("Office files cannot be written, as a part of Patron is "
                 "missing: %s"),
               g_module_error ());
  return NULL;
}

/**
 * patron_office_load:
 *
 * Loads the module that makes office files, which then stays. May be called
 * from any thread.
 *
 * Returns: (transfer none) (nullable): what it does; %NULL with an error of
 *   %PATRON_ERROR
 */
const PatronOffice *
patron_office_load (GError **error)
{
  static GMutex mutex;
  static const PatronOffice *office;
  const PatronOffice *found;

  g_mutex_lock (&mutex);
  if (office == NULL)
    office = open_module (error);
  found = office;
  g_mutex_unlock (&mutex);
  return found;
}
