/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-command.h"
#include "patron-document.h"

G_BEGIN_DECLS

PatronDocument     *patron_open_to_read (const char         *path,
                                         GError            **error);
PatronDocument     *patron_open_to_edit (const char         *path,
                                         GError            **error);
gboolean            patron_open_publish (PatronDocument     *document,
                                         GError            **error);
void                patron_open_close   (PatronDocument     *document);
const PatronEntity *patron_open_entity  (PatronDocument     *document,
                                         const char         *name,
                                         GError            **error);
PatronRecord       *patron_open_record  (PatronDocument     *document,
                                         const char         *id,
                                         GError            **error);

/* A document that is closed when it goes out of scope. */
typedef PatronDocument PatronOpen;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronOpen, patron_open_close)

G_END_DECLS
