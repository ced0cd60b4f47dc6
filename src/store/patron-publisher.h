/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-registry.h"
#include "patron-work-copy.h"

G_BEGIN_DECLS

typedef struct _PatronPublisher PatronPublisher;

PatronPublisher *patron_publisher_new      (PatronRegistry   *registry,
                                            PatronWorkCopy   *work,
                                            GFile            *target,
                                            gboolean          overwrite,
                                            PatronPublisher  *previous);
PatronPublisher *patron_publisher_ref      (PatronPublisher  *self);
void             patron_publisher_unref    (PatronPublisher  *self);
gboolean         patron_publisher_run      (PatronPublisher  *self,
                                            GCancellable     *cancellable,
                                            GError          **error);
void             patron_publisher_wait     (PatronPublisher  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronPublisher, patron_publisher_unref)

G_END_DECLS
