/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 patron_id_new       (void);
gint64 patron_id_new_after (gint64 after);
gint64 patron_id_new_range (gint64 after,
                            guint  n);

G_END_DECLS
