/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PATRON_FORMAT_NUMBER,
  PATRON_FORMAT_PERCENT,  /* of a fraction: 0.95 is 95 % */
  PATRON_FORMAT_MONEY,    /* in whole units of a currency */
  PATRON_FORMAT_DURATION, /* in seconds */
  PATRON_FORMAT_DATE,     /* in days since 1970-01-01 */
} PatronFormatKind;

/**
 * PatronFormat:
 * @kind: what the numbers count
 * @decimals: digits after the mark, or -1 for as many as are needed
 * @currency: ISO 4217 code, for money; "" for none
 *
 * How the numbers of an axis and of its labels are written.
 */
typedef struct
{
  PatronFormatKind kind;
  int decimals;
  char currency[8];
} PatronFormat;

void  patron_format_init  (PatronFormat       *self,
                           PatronFormatKind    kind);
int   patron_format_decimals_for_range (const PatronFormat *self,
                                        double              min,
                                        double              max);
gboolean patron_format_is_exact (const PatronFormat *self,
                                 double              value,
                                 int                 decimals);
char *patron_format_value (const PatronFormat *self,
                           double              value);
char *patron_format_tick  (const PatronFormat *self,
                           double              value,
                           double              step,
                           double              largest);

G_END_DECLS
