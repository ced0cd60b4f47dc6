/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean patron_shares_round (const double *values,
                              gsize         n,
                              double       *shares,
                              int          *decimals);

G_END_DECLS
