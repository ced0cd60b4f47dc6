/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-find-kpi.h"

#include <glib/gi18n-lib.h>

#include "patron-error.h"

/**
 * patron_find_kpi:
 * @name: the name of a KPI, in whatever letters, or its id
 *
 * Returns: (transfer full) (nullable): the KPI; %NULL where there is none, or
 *   several
 */
PatronRecord *
patron_find_kpi (PatronDocument *document,
                 const char     *name,
                 GError        **error)
{
  g_autoptr (GListModel) list = patron_document_list (document, "kpi");
  g_autofree char *key = g_utf8_casefold (name, -1);
  g_autoptr (PatronRecord) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (list, i);
      const char *other = patron_record_get_text (kpi, "name");
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             patron_record_get_id (kpi));
      g_autofree char *folded
          = other != NULL ? g_utf8_casefold (other, -1) : NULL;

      if (g_str_equal (id, name))
        return g_steal_pointer (&kpi);
      if (g_strcmp0 (folded, key) != 0)
        continue;
      if (found != NULL)
        {
          g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                       _("There is more than one KPI “%s”. Give its id"),
                       name);
          return NULL;
        }
      found = g_steal_pointer (&kpi);
    }
  if (found == NULL)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no KPI “%s”"), name);
  return g_steal_pointer (&found);
}
