/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date is a count of days since 1970-01-01, a date-time a count of
 * seconds since 1970-01-01T00:00:00Z. Both are proleptic Gregorian. */

#define PATRON_DATE_MIN (-25567) /* 1900-01-01 */
#define PATRON_DATE_MAX 120529   /* 2299-12-31 */

gint64   patron_date_from_ymd         (int          year,
                                       int          month,
                                       int          day);
void     patron_date_to_ymd           (gint64       date,
                                       int         *year,
                                       int         *month,
                                       int         *day);
gboolean patron_date_is_valid_ymd     (int          year,
                                       int          month,
                                       int          day);
gint64   patron_date_today            (void);
gboolean patron_date_from_text        (const char  *text,
                                       gint64      *date);
char    *patron_date_to_text          (gint64       date);
gboolean patron_date_parse            (const char  *text,
                                       gint64      *date);
char    *patron_date_format           (gint64       date);

gint64   patron_date_time_now         (void);
gboolean patron_date_time_from_text   (const char  *text,
                                       gint64      *time);
char    *patron_date_time_to_text     (gint64       time);
gboolean patron_date_time_parse       (const char  *text,
                                       gint64      *time);
char    *patron_date_time_format      (gint64       time);

G_END_DECLS
