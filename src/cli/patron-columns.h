/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text in columns, for people who read a terminal. */

typedef struct _PatronColumns PatronColumns;

PatronColumns *patron_columns_new     (void);
void           patron_columns_free    (PatronColumns *self);
void           patron_columns_add     (PatronColumns *self,
                                       const char    *text,
                                       gboolean       to_the_right);
void           patron_columns_end_row (PatronColumns *self);
void           patron_columns_print   (PatronColumns *self,
                                       guint          room);
guint          patron_columns_get_room (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronColumns, patron_columns_free)

G_END_DECLS
