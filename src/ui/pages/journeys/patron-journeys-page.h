/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-page.h"

G_BEGIN_DECLS

#define PATRON_TYPE_JOURNEYS_PAGE (patron_journeys_page_get_type ())

G_DECLARE_FINAL_TYPE (PatronJourneysPage, patron_journeys_page, PATRON,
                      JOURNEYS_PAGE, PatronPage)

G_END_DECLS
