/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-entity.h"

G_BEGIN_DECLS

typedef struct _PatronRegistry PatronRegistry;

PatronRegistry     *patron_registry_get_default    (void);
PatronRegistry     *patron_registry_new            (const PatronEntity *const *entities,
                                                    guint                      n_entities);
PatronRegistry     *patron_registry_ref            (PatronRegistry            *self);
void                patron_registry_unref          (PatronRegistry            *self);
guint               patron_registry_get_n_entities (PatronRegistry            *self);
const PatronEntity *patron_registry_get_entity     (PatronRegistry            *self,
                                                    guint                      index);
const PatronEntity *patron_registry_lookup         (PatronRegistry            *self,
                                                    const char                *name);
int                 patron_registry_find           (PatronRegistry            *self,
                                                    const PatronEntity        *entity);
guint               patron_registry_get_schema     (PatronRegistry            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronRegistry, patron_registry_unref)

G_END_DECLS
