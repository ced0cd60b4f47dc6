/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-page.h"

G_BEGIN_DECLS

#define PATRON_TYPE_OVERVIEW_PAGE (patron_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (PatronOverviewPage, patron_overview_page, PATRON,
                      OVERVIEW_PAGE, PatronPage)

G_END_DECLS
