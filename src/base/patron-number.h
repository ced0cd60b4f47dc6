/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* _to_text and _from_text speak the language of files: a point, no
 * grouping. _format and _parse speak the user's locale. */

gboolean patron_number_from_text  (const char *text,
                                   double     *number);
char    *patron_number_to_text    (double      number);
gboolean patron_number_parse      (const char *text,
                                   double     *number);
char    *patron_number_format     (double      number,
                                   int         decimals);
char    *patron_percent_format    (double      fraction,
                                   int         decimals);
gboolean patron_percent_parse     (const char *text,
                                   double     *fraction);
const char *patron_money_get_sign (const char *currency,
                                   gboolean   *before);
char    *patron_money_format      (double      amount,
                                   const char *currency,
                                   int         decimals);
gboolean patron_money_parse       (const char *text,
                                   double     *amount);
char    *patron_duration_format   (gint64      seconds);
gboolean patron_duration_parse    (const char *text,
                                   gint64     *seconds);
char    *patron_duration_to_text  (gint64      seconds);
gboolean patron_duration_from_text (const char *text,
                                    gint64    *seconds);

G_END_DECLS
