/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-templates.h"

#include <glib/gi18n-lib.h>

/* In the order of the welcome page. */
const PatronTemplate patron_templates[] = {
  { "blank", N_("Blank"), N_("Start from nothing"),
    "document-new-symbolic" },
  { "services", N_("B2B Services"),
    N_("For firms that sell to firms"), "patron-services-symbolic" },
  { "shop", N_("Consumer Shop"), N_("For stores and online shops"),
    "patron-shop-symbolic" },
  { "sample", N_("Sample"), N_("A consulting firm, filled in"),
    "patron-sample-symbolic" },
};
const guint patron_n_templates = G_N_ELEMENTS (patron_templates);
