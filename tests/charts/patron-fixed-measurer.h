/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-text.h"

G_BEGIN_DECLS

PatronMeasurer *patron_fixed_measurer_new (void);

G_END_DECLS
