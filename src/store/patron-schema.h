/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-db.h"
#include "patron-registry.h"

G_BEGIN_DECLS

gboolean  patron_schema_has_entity  (const PatronEntity *entity,
                                     guint               schema);
gboolean  patron_schema_has_field   (const PatronEntity *entity,
                                     const PatronField  *field,
                                     guint               schema);
char     *patron_schema_table_sql   (const PatronEntity *entity,
                                     guint               schema);
char    **patron_schema_index_sql   (const PatronEntity *entity,
                                     guint               schema);
char     *patron_schema_columns     (const PatronEntity *entity,
                                     guint               schema,
                                     const char         *prefix);
const char *patron_schema_get_target (const PatronField *field);
char     *patron_schema_insert_sql  (const PatronEntity *entity,
                                     const char         *verb);
gboolean  patron_schema_insert_singles (PatronDb        *db,
                                     PatronRegistry     *registry,
                                     GError            **error);
gboolean  patron_schema_create      (PatronDb           *db,
                                     PatronRegistry     *registry,
                                     guint               schema,
                                     GError            **error);
gboolean  patron_schema_verify      (PatronDb           *db,
                                     PatronRegistry     *registry,
                                     guint               schema,
                                     GError            **error);
gboolean  patron_schema_verify_work_copy (PatronDb      *db,
                                     PatronRegistry     *registry,
                                     guint               schema,
                                     GError            **error);

G_END_DECLS
