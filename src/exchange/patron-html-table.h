/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first table of an HTML text, as spreadsheets and browsers copy it. */

char *patron_html_table_to_csv (const char *html);

G_END_DECLS
