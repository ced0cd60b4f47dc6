/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-base"

#include "patron-error.h"

G_DEFINE_QUARK (patron-error-quark, patron_error)
