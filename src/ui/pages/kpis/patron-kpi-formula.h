/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-form.h"

G_BEGIN_DECLS

void patron_kpi_formula_add (PatronForm     *form,
                             PatronDocument *document,
                             PatronRecord   *kpi);

G_END_DECLS
