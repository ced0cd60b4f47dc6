/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-db.h"
#include "patron-history.h"
#include "patron-registry.h"

G_BEGIN_DECLS

gboolean patron_builder_build (PatronRegistry  *registry,
                               const char      *source,
                               guint            schema,
                               const char      *without,
                               const char      *path,
                               PatronStamp     *stamp,
                               GCancellable    *cancellable,
                               GError         **error);

G_END_DECLS
