/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-templates.h"

#include <glib/gi18n-lib.h>

/* In the order of the welcome page. The resources are data/templates/ and
 * data/samples/. */
const PatronTemplate patron_templates[] = {
  { "blank", N_("Blank"), N_("Start from nothing"), "document-new-symbolic",
    "templates/blank.json" },
  { "services", N_("B2B Services"),
    N_("For firms that sell to firms"), "patron-services-symbolic",
    "templates/services.json" },
  { "shop", N_("Consumer Shop"), N_("For stores and online shops"),
    "patron-shop-symbolic", "templates/shop.json" },
  { "sample", N_("Sample"), N_("A consulting firm, filled in"),
    "patron-sample-symbolic", "samples/consulting.json" },
};
const guint patron_n_templates = G_N_ELEMENTS (patron_templates);

/**
 * patron_template_find:
 *
 * Returns: (transfer none) (nullable): the template of that id
 */
const PatronTemplate *
patron_template_find (const char *id)
{
  for (guint i = 0; i < patron_n_templates; i++)
    if (g_str_equal (patron_templates[i].id, id))
      return &patron_templates[i];
  return NULL;
}

/**
 * patron_template_load:
 *
 * Returns: (transfer full): the strategy as text
 */
GBytes *
patron_template_load (const PatronTemplate *self)
{
  g_autofree char *path
      = g_strconcat ("/io/github/patron_app/Patron/", self->resource, NULL);

  /* It is part of the program, so it is there. */
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
