/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PatronRefusals PatronRefusals;

PatronRefusals *patron_refusals_new    (void);
PatronRefusals *patron_refusals_ref    (PatronRefusals *self);
void            patron_refusals_unref  (PatronRefusals *self);
void            patron_refusals_add    (PatronRefusals *self,
                                        guint           row,
                                        char           *reason);
void            patron_refusals_clear  (PatronRefusals *self);
gboolean        patron_refusals_finish (PatronRefusals *self,
                                        GError        **error);
guint           patron_refusals_get_n  (PatronRefusals *self);
char           *patron_refusals_get    (PatronRefusals *self,
                                        guint           index,
                                        guint          *row);
gboolean        patron_refusals_save   (PatronRefusals *self,
                                        GFile          *file,
                                        GCancellable   *cancellable,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronRefusals, patron_refusals_unref)

G_END_DECLS
