/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-pages.h"

#include <glib/gi18n-lib.h>

#include "patron-charts-page.h"
#include "patron-goals-page.h"
#include "patron-journeys-page.h"
#include "patron-kpis-page.h"
#include "patron-overview-page.h"
#include "patron-portraits-page.h"

/* In the order of the sidebar. A new page is a row here. */
const PatronPageInfo patron_pages[] = {
  { "overview", NC_("page", "Overview"), "patron-overview-symbolic",
    patron_overview_page_get_type },
  { "portraits", NC_("page", "Portraits"), "patron-portraits-symbolic",
    patron_portraits_page_get_type },
  { "journeys", NC_("page", "Journeys"), "patron-journeys-symbolic",
    patron_journeys_page_get_type },
  { "goals", NC_("page", "Goals"), "patron-goals-symbolic",
    patron_goals_page_get_type },
  { "kpis", NC_("page", "KPIs"), "patron-kpis-symbolic",
    patron_kpis_page_get_type },
  { "charts", NC_("page", "Charts"), "patron-charts-symbolic",
    patron_charts_page_get_type },
};
const guint patron_n_pages = G_N_ELEMENTS (patron_pages);

/**
 * patron_page_info_find:
 * @id: (nullable):
 *
 * Returns: (transfer none) (nullable): the page of that id, %NULL if there
 *   is none (yet)
 */
const PatronPageInfo *
patron_page_info_find (const char *id)
{
  for (guint i = 0; i < patron_n_pages; i++)
    if (g_strcmp0 (patron_pages[i].id, id) == 0)
      return &patron_pages[i];
  return NULL;
}

/**
 * patron_page_info_get_title:
 *
 * Returns: (transfer none): the title, translated
 */
const char *
patron_page_info_get_title (const PatronPageInfo *info)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "page", info->title);
}
