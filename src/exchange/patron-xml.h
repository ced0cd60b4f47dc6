/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  patron_xml_add    (GString    *xml,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);
char *patron_xml_text   (const char *text);
char *patron_xml_number (double      number);

G_END_DECLS
