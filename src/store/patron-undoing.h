/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

typedef struct _PatronUndoing PatronUndoing;

PatronUndoing *patron_undoing_begin        (PatronDocument *document,
                                            gboolean        undo,
                                            GError        **error);
gboolean       patron_undoing_step         (PatronUndoing  *self,
                                            gboolean       *done,
                                            GError        **error);
double         patron_undoing_get_progress (PatronUndoing  *self);
gboolean       patron_undoing_end          (PatronUndoing  *self,
                                            GError        **error);
void           patron_undoing_cancel       (PatronUndoing  *self);

G_END_DECLS
