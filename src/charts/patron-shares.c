/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-shares.h"

#include <math.h>

#define MOST_DECIMALS 1

/* Units are what a share is counted in: 100 for whole percent. */
static double
round_all (const double *values,
           gsize         n,
           double        largest,
           double        total,
           double        units,
           double       *shares)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      shares[i] = round (values[i] / largest / total * units);
      sum += shares[i];
    }
  return sum;
}

/* Gives what rounding down left over to those that lost most by it. Returns
 * whether equal values came out equal. */
static gboolean
give_rest (const double *values,
           gsize         n,
           double        largest,
           double        total,
           double        units,
           double       *shares)
{
  double left = units;

  for (gsize i = 0; i < n; i++)
    {
      shares[i] = floor (values[i] / largest / total * units + 1e-9);
      left -= shares[i];
    }
  for (gsize round = 0; round < n && left >= 0.5; round++)
    {
      gsize best = 0;
      double most = -INFINITY;

      for (gsize i = 0; i < n; i++)
        {
          double lost = values[i] / largest / total * units - shares[i];

          if (lost > most + 1e-9)
            {
              most = lost;
              best = i;
            }
        }
      shares[best]++;
      left--;
    }
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < i; j++)
      if (values[i] == values[j] && shares[i] != shares[j])
        return FALSE;
  return TRUE;
}

static gboolean
hides_one (const double *values,
           const double *shares,
           gsize         n)
{
  for (gsize i = 0; i < n; i++)
    if (values[i] > 0 && shares[i] == 0)
      return TRUE;
  return FALSE;
}

/**
 * patron_shares_round:
 * @values: (array length=n): the parts, 0 or more and finite, of which one is
 *   more than 0
 * @n: how many
 * @shares: (array length=n) (out caller-allocates): fractions of 1
 * @decimals: (out): the decimals of a percentage that tell them: 0 or 1
 *
 * Rounds the shares of a whole so that what is read adds up to 100 %: with the
 * fewest decimals at which it does by itself, and else by largest remainders
 * (Hamilton's method). Equal parts are never shown as different: where that
 * would be the price, they are only rounded.
 *
 * Returns: whether the rounded shares add up to 1
 */
gboolean
patron_shares_round (const double *values,
                     gsize         n,
                     double       *shares,
                     int          *decimals)
{
  double largest = 0, total = 0;
  double units = 100;
  gboolean whole = FALSE;

  for (gsize i = 0; i < n; i++)
    largest = MAX (largest, values[i]);
  for (gsize i = 0; i < n; i++)
    total += values[i] / largest;
  for (*decimals = 0; *decimals <= MOST_DECIMALS; (*decimals)++)
    {
      units = 100 * pow (10, *decimals);
      whole = round_all (values, n, largest, total, units, shares) == units;
      if (whole && (!hides_one (values, shares, n)
                    || *decimals == MOST_DECIMALS))
        break;
    }
  for (int pass = 0; !whole && pass < 2; pass++)
    {
      *decimals = pass;
      units = 100 * pow (10, pass);
      whole = give_rest (values, n, largest, total, units, shares)
              && (pass == 1 || !hides_one (values, shares, n));
    }
  *decimals = MIN (*decimals, MOST_DECIMALS);
  if (!whole)
    round_all (values, n, largest, total, units, shares);
  for (gsize i = 0; i < n; i++)
    shares[i] /= units;
  return whole;
}
