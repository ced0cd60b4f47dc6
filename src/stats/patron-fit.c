/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

#include "patron-fit.h"

#include <float.h>
#include <math.h>

/* Makes the median of distances the standard deviation of normal values:
 * one over the normal quantile of 3/4. */
#define MEDIAN_TO_SIGMA 1.4826022185056018

/* The normal quantile of 97.5 %. */
#define NORMAL_REACH 1.9599639845400545

typedef struct
{
  const double *x;
  const double *y;
  const guint  *season; /* (nullable) */
  gsize         n;
} Points;

static gboolean
is_there (const Points *points,
          gsize         i)
{
  return isfinite (points->x[i]) && isfinite (points->y[i]);
}

static guint
season_of (const Points *points,
           gsize         i)
{
  return points->season != NULL ? points->season[i] : 0;
}

/* The value that would stand at @k if they were sorted (Hoare). */
static double
select_value (double *values,
              gsize   n,
              gsize   k)
{
  gsize low = 0, high = n - 1;

  while (low < high)
    {
      double pivot = values[low + (high - low) / 2];
      gsize i = low, j = high;

      for (;;)
        {
          double swapped;

          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i >= j)
            break;
          swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      if (k <= j)
        high = j;
      else
        low = j + 1;
    }
  return values[k];
}

/* patron_fit_median:
 *
 * Returns: the middle of the values, NaN of none; puts them into another order
 */
double
patron_fit_median (double *values,
                   gsize   n)
{
  double upper, lower;

  if (n == 0)
    return NAN;
  upper = select_value (values, n, n / 2);
  if (n % 2 == 1)
    return upper;
  /* What stands before the middle is now at most as large. */
  lower = values[0];
  for (gsize i = 1; i < n / 2; i++)
    lower = fmax (lower, values[i]);
  return lower / 2 + upper / 2;
}

/* The second pass takes back what the first lost to rounding. */
static void
find_middles (const Points *points,
              PatronFit    *fit)
{
  for (int pass = 0; pass < 2; pass++)
    {
      double x[PATRON_FIT_MAX_SEASONS] = { 0 };
      double y[PATRON_FIT_MAX_SEASONS] = { 0 };

      for (gsize i = 0; i < points->n; i++)
        if (is_there (points, i))
          {
            const PatronFitSeason *season
                = &fit->seasons[season_of (points, i)];

            x[season_of (points, i)] += points->x[i] - season->middle;
            y[season_of (points, i)] += points->y[i] - season->level;
          }
      for (guint s = 0; s < fit->n_seasons; s++)
        if (fit->seasons[s].n > 0)
          {
            fit->seasons[s].middle += x[s] / (double) fit->seasons[s].n;
            fit->seasons[s].level += y[s] / (double) fit->seasons[s].n;
          }
    }
}

static double
sum_products (const Points *points,
              PatronFit    *fit)
{
  double sum = 0;

  for (gsize i = 0; i < points->n; i++)
    if (is_there (points, i))
      {
        PatronFitSeason *season = &fit->seasons[season_of (points, i)];
        double distance = points->x[i] - season->middle;

        season->spread += distance * distance;
        sum += distance * (points->y[i] - season->level);
      }
  for (guint s = 0; s < fit->n_seasons; s++)
    fit->spread += fit->seasons[s].spread;
  return sum;
}

/* The places of the values of a season. */
static gsize
gather_season (const Points *points,
               guint         season,
               gsize        *places)
{
  gsize n = 0;

  for (gsize i = 0; i < points->n; i++)
    if (is_there (points, i) && season_of (points, i) == season)
      places[n++] = i;
  return n;
}

static gsize
add_slope (const Points *points,
           gsize         from,
           gsize         to,
           double       *slopes,
           gsize         n)
{
  double distance = points->x[to] - points->x[from];

  if (distance != 0)
    slopes[n++] = (points->y[to] - points->y[from]) / distance;
  return n;
}

static double
find_median_slope (const Points    *points,
                   const PatronFit *fit)
{
  gboolean all = fit->n <= PATRON_FIT_ALL_PAIRS;
  gsize n_most = all ? fit->n * (fit->n - 1) / 2 : fit->n;
  g_autofree double *slopes = g_new (double, MAX (n_most, 1));
  g_autofree gsize *places = g_new (gsize, MAX (fit->n, 1));
  gsize n = 0;

  for (guint s = 0; s < fit->n_seasons; s++)
    {
      gsize n_places = gather_season (points, s, places);

      if (all)
        for (gsize i = 0; i < n_places; i++)
          for (gsize k = i + 1; k < n_places; k++)
            n = add_slope (points, places[i], places[k], slopes, n);
      else
        for (gsize i = 0; i + (n_places + 1) / 2 < n_places; i++)
          n = add_slope (points, places[i],
                         places[i + (n_places + 1) / 2], slopes, n);
    }
  return patron_fit_median (slopes, n);
}

static void
find_median_levels (const Points *points,
                    PatronFit    *fit)
{
  g_autofree double *left = g_new (double, MAX (fit->n, 1));
  g_autofree gsize *places = g_new (gsize, MAX (fit->n, 1));

  for (guint s = 0; s < fit->n_seasons; s++)
    {
      PatronFitSeason *season = &fit->seasons[s];
      gsize n = gather_season (points, s, places);

      if (n == 0)
        continue;
      for (gsize i = 0; i < n; i++)
        left[i] = points->y[places[i]]
                  - fit->slope * (points->x[places[i]] - season->middle);
      season->level = patron_fit_median (left, n);
    }
}

static void
find_error (const Points *points,
            PatronFit    *fit)
{
  g_autofree double *distances = g_new (double, MAX (fit->n, 1));
  double sum = 0;
  gsize n = 0;

  for (gsize i = 0; i < points->n; i++)
    if (is_there (points, i))
      {
        double distance
            = points->y[i]
              - patron_fit_at (fit, points->x[i], season_of (points, i));

        sum += distance * distance;
        distances[n++] = fabs (distance);
      }
  fit->error = fit->flags & PATRON_FIT_ROBUST
                   ? MEDIAN_TO_SIGMA * patron_fit_median (distances, n)
                   : sqrt (sum / (double) fit->freedom);
}

static guint
count (const Points *points,
       PatronFit    *fit)
{
  guint n_used = 0;

  for (gsize i = 0; i < points->n; i++)
    if (is_there (points, i))
      {
        fit->n++;
        fit->seasons[season_of (points, i)].n++;
      }
  for (guint s = 0; s < fit->n_seasons; s++)
    n_used += fit->seasons[s].n > 0;
  return n_used;
}

/**
 * patron_fit_line:
 * @x: (array length=n): when; rising, for the robust line of very many
 * @y: (array length=n): the values; what is not finite is missing
 * @season: (array length=n) (nullable): the season of each, below @n_seasons
 * @n_seasons: how many there are, at most %PATRON_FIT_MAX_SEASONS; 1 for none
 * @fit: (out): the line
 *
 * Fits a line with one slope, and a level for each season.
 *
 * Returns: whether there are more values than the line takes to describe, and
 *   at more than one x; if not, only the counts are set
 */
gboolean
patron_fit_line (const double   *x,
                 const double   *y,
                 const guint    *season,
                 gsize           n,
                 guint           n_seasons,
                 PatronFitFlags  flags,
                 PatronFit      *fit)
{
  Points points = { x, y, n_seasons > 1 ? season : NULL, n };
  guint n_used;
  double products;

  g_return_val_if_fail (n_seasons <= PATRON_FIT_MAX_SEASONS, FALSE);

  *fit = (PatronFit){ .flags = flags,
                      .n_seasons = MAX (n_seasons, 1),
                      .error = NAN };
  n_used = count (&points, fit) + (flags & PATRON_FIT_LEVEL ? 0 : 1);
  if (fit->n <= n_used)
    return FALSE;
  fit->freedom = fit->n - n_used;
  find_middles (&points, fit);
  products = sum_products (&points, fit);
  if ((flags & PATRON_FIT_LEVEL) == 0)
    {
      if (!(fit->spread > 0))
        return FALSE;
      fit->slope = flags & PATRON_FIT_ROBUST
                       ? find_median_slope (&points, fit)
                       : products / fit->spread;
      if (!isfinite (fit->slope))
        return FALSE;
    }
  if (flags & PATRON_FIT_ROBUST)
    find_median_levels (&points, fit);
  find_error (&points, fit);
  return TRUE;
}

/**
 * patron_fit_at:
 * @season: the season of @x; 0 where there are none
 *
 * Returns: the height of the line; NaN for a season without values
 */
double
patron_fit_at (const PatronFit *fit,
               double           x,
               guint            season)
{
  const PatronFitSeason *own = &fit->seasons[season];

  return own->n > 0 ? own->level + fit->slope * (x - own->middle) : NAN;
}

/**
 * patron_fit_get_error:
 * @season: the season of @x; 0 where there are none
 *
 * How far a new value is likely to be from the line: s √(1 + 1/n + (x - x̄)² /
 * Σ(xᵢ - x̄)²) with the count and the mean of the season, and the sum over all
 * seasons.
 *
 * Returns: the standard error of a new value
 */
double
patron_fit_get_error (const PatronFit *fit,
                      double           x,
                      guint            season)
{
  const PatronFitSeason *own = &fit->seasons[season];
  double distance = x - own->middle;
  double of_line = fit->flags & PATRON_FIT_LEVEL
                       ? 0
                       : distance * distance / fit->spread;

  return own->n > 0
             ? fit->error * sqrt (1 + 1 / (double) own->n + of_line)
             : NAN;
}

/* The probability that Student's t lies within ±@t (Abramowitz and Stegun
 * 26.7.3 and 26.7.4). */
static double
get_within (double t,
            gsize  freedom)
{
  double angle = atan (t / sqrt ((double) freedom));
  double cosine = cos (angle);
  double sine = sin (angle);
  gboolean odd = freedom % 2 == 1;
  double term = odd ? cosine : 1;
  double sum = 0;

  for (gsize k = odd ? 3 : 2; k <= freedom; k += 2)
    {
      sum += term;
      term *= cosine * cosine * (double) (k - 1) / (double) k;
    }
  return odd ? 2 / G_PI * (angle + sine * sum) : sine * sum;
}

static double
get_density (double t,
             gsize  freedom)
{
  double v = (double) freedom;

  return exp (lgamma ((v + 1) / 2) - lgamma (v / 2)
              - (v + 1) / 2 * log1p (t * t / v))
         / sqrt (v * G_PI);
}

/* Cornish and Fisher's expansion (Abramowitz and Stegun 26.7.5); its next term
 * is lost in rounding from where it is used. */
static double
expand (double v)
{
  const double z = NORMAL_REACH;
  double z2 = z * z;
  double z3 = z2 * z, z5 = z3 * z2, z7 = z5 * z2;

  return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
         + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
}

/**
 * patron_fit_get_reach:
 * @freedom: degrees of freedom, at least 1
 *
 * Returns: how many standard errors to each side hold 95 % of Student's t
 */
double
patron_fit_get_reach (gsize freedom)
{
  double t = NORMAL_REACH;

  if (freedom == 0)
    return NAN;
  if (freedom > 5000)
    return expand ((double) freedom);
  /* Within grows ever slower, so that Newton's steps from below stay below. */
  for (int i = 0; i < 100; i++)
    {
      double step = (0.95 - get_within (t, freedom))
                    / (2 * get_density (t, freedom));

      t += step;
      if (fabs (step) <= 4 * DBL_EPSILON * t)
        break;
    }
  return t;
}
