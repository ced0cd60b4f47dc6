/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *patron_template_text_load  (const char *id,
                                    gint64      today);
char   *patron_template_text_shift (const char *text,
                                    int         months);

G_END_DECLS
