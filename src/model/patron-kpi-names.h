/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronKpiNameFunc:
 * @name: a name of an expression, without braces and blanks
 *
 * Returns: (transfer full) (nullable): the name that shall stand in its place;
 *   %NULL to keep it
 */
typedef char *(*PatronKpiNameFunc) (const char *name,
                                    gpointer    user_data);

char    *patron_kpi_names_map   (const char        *expression,
                                 PatronKpiNameFunc  func,
                                 gpointer           user_data);
char    *patron_kpi_names_of_id (gint64             id);
gboolean patron_kpi_names_to_id (const char        *name,
                                 gint64            *id);

G_END_DECLS
