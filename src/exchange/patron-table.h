/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

GArray *patron_table_get_fields (const PatronEntity *entity,
                                 const char         *names,
                                 GError            **error);
char   *patron_table_to_csv     (PatronDocument     *document,
                                 const PatronEntity *entity,
                                 GArray             *fields);
char   *patron_table_to_json    (PatronDocument     *document,
                                 const PatronEntity *entity,
                                 GError            **error);

G_END_DECLS
