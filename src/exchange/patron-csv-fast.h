/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers and dates as most files write them, read exactly and fast. What is
 * written in another way is not read: ask patron_cell_read_number() and
 * patron_cell_read_date(). */

/* Up to 15 digits with at most one point, which fit a double exactly, divided
 * by a power of ten that does too, so that the result is rounded once. */
static inline gboolean
patron_csv_fast_number (const char *text,
                        gsize       length,
                        double     *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
                                   1e15 };
  const char *at = text, *end = text + length;
  gboolean negative = at < end && *at == '-';
  guint64 digits = 0;
  guint n = 0, decimals = 0;
  gboolean point = FALSE;

  if (length > 17)
    return FALSE;
  for (at += negative; at < end; at++)
    {
      guint digit = (guint) (guchar) *at - '0';

      if (digit <= 9)
        {
          digits = digits * 10 + digit;
          n++;
          decimals += (guint) point;
        }
      else if (*at == '.' && !point && n > 0)
        point = TRUE;
      else
        return FALSE;
    }
  if (n == 0 || n > 15 || end[-1] == '.')
    return FALSE;
  *number = (double) digits / powers[decimals];
  if (negative)
    *number = -*number;
  return TRUE;
}

/* "2024-03-31", whatever days the month has; the caller looks at that. */
static inline gboolean
patron_csv_fast_ymd (const char *text,
                     gsize       length,
                     int        *year,
                     int        *month,
                     int        *day)
{
  if (length < 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && (guint) (guchar) text[i] - '0' > 9)
      return FALSE;
  *year = (text[0] - '0') * 1000 + (text[1] - '0') * 100
          + (text[2] - '0') * 10 + text[3] - '0';
  *month = (text[5] - '0') * 10 + text[6] - '0';
  *day = (text[8] - '0') * 10 + text[9] - '0';
  return TRUE;
}

G_END_DECLS
