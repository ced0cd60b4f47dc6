/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-page.h"

G_BEGIN_DECLS

#define PATRON_TYPE_KPIS_PAGE (patron_kpis_page_get_type ())

G_DECLARE_FINAL_TYPE (PatronKpisPage, patron_kpis_page, PATRON, KPIS_PAGE,
                      PatronPage)

G_END_DECLS
