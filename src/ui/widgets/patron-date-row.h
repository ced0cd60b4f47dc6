/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-entry-row.h"

G_BEGIN_DECLS

PatronRow *patron_date_row_new (void);

G_END_DECLS
