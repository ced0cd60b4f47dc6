/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-window.h"

G_BEGIN_DECLS

void patron_deck_dialog_present (PatronWindow *window);

G_END_DECLS
