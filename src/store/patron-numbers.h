/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "patron-document.h"

G_BEGIN_DECLS

/* How many fields can be read at once. */
#define PATRON_NUMBERS_MAX 8

/**
 * PatronNumbersFunc:
 * @id: the key of a row
 * @numbers: (array): its fields, in the order that they were asked for; NaN
 *   for what is absent
 *
 * Takes one row.
 */
typedef void (*PatronNumbersFunc) (gint64        id,
                                   const double *numbers,
                                   gpointer      user_data);

gboolean patron_numbers_read (PatronDocument     *document,
                              const char         *entity,
                              const char         *reference,
                              gint64              target,
                              const char *const  *fields,
                              PatronNumbersFunc   func,
                              gpointer            user_data,
                              GError            **error);

G_END_DECLS
