/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-db.h"
#include "patron-entity.h"

G_BEGIN_DECLS

gboolean patron_migration_copy      (PatronDb            *db,
                                     const PatronEntity  *entity,
                                     guint                schema,
                                     GError             **error);
gboolean patron_migration_run_steps (PatronDb            *db,
                                     guint                schema,
                                     GError             **error);

G_END_DECLS
