/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *patron_settings_get        (void);
GFile     *patron_settings_get_folder (const char *key);
void       patron_settings_set_folder (const char *key,
                                       GFile      *folder);
void       patron_settings_set_folder_of (const char *key,
                                          GFile      *file);

G_END_DECLS
