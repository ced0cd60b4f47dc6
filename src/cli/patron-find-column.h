/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-import.h"

G_BEGIN_DECLS

gboolean patron_find_column (PatronImport  *table,
                             const char    *text,
                             int           *column,
                             GError       **error);

G_END_DECLS
