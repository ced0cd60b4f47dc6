/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

typedef struct _PatronBulk PatronBulk;

PatronBulk *patron_bulk_begin (PatronDocument    *document,
                               const char        *entity,
                               GError           **error);
gboolean    patron_bulk_add   (PatronBulk        *self,
                               const PatronValue *values,
                               GError           **error);
gboolean    patron_bulk_end   (PatronBulk        *self,
                               GError           **error);

G_END_DECLS
