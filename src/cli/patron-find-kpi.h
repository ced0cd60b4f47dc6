/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

PatronRecord *patron_find_kpi (PatronDocument *document,
                               const char     *name,
                               GError        **error);

G_END_DECLS
