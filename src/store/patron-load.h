/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

typedef struct _PatronLoad PatronLoad;

PatronLoad *patron_load_begin  (PatronDocument     *document,
                                GError            **error);
gboolean    patron_load_add    (PatronLoad         *self,
                                const PatronEntity *entity,
                                gint64              id,
                                const PatronValue  *values,
                                GError            **error);
gboolean    patron_load_end    (PatronLoad         *self,
                                GError            **error);
void        patron_load_cancel (PatronLoad         *self);

G_END_DECLS
