/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-page.h"

G_BEGIN_DECLS

#define PATRON_TYPE_CHARTS_PAGE (patron_charts_page_get_type ())

G_DECLARE_FINAL_TYPE (PatronChartsPage, patron_charts_page, PATRON,
                      CHARTS_PAGE, PatronPage)

G_END_DECLS
