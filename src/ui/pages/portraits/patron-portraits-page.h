/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-page.h"

G_BEGIN_DECLS

#define PATRON_TYPE_PORTRAITS_PAGE (patron_portraits_page_get_type ())

G_DECLARE_FINAL_TYPE (PatronPortraitsPage, patron_portraits_page, PATRON,
                      PORTRAITS_PAGE, PatronPage)

G_END_DECLS
