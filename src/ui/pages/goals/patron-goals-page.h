/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-page.h"

G_BEGIN_DECLS

#define PATRON_TYPE_GOALS_PAGE (patron_goals_page_get_type ())

G_DECLARE_FINAL_TYPE (PatronGoalsPage, patron_goals_page, PATRON, GOALS_PAGE,
                      PatronPage)

G_END_DECLS
