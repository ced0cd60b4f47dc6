/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *patron_export_file_name   (const char *title,
                                 const char *extension);
char *patron_export_unique_name (const char *name,
                                 GHashTable *taken);

G_END_DECLS
