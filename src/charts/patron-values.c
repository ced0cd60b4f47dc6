/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* Values of which only how they spread counts, and the bins they fall in. */

#include "patron-values.h"

#include <math.h>

/* Beyond this no axis can be worked out. */
#define LARGEST 1e290
/* Up to so many whole numbers each has its own bin. */
#define MOST_WHOLE 31

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double p = ((const PatronCounted *) a)->value;
  double q = ((const PatronCounted *) b)->value;

  return (p > q) - (p < q);
}

static double
count_of (const PatronChartPoints *points,
          gsize                    i)
{
  if (points->marks != NULL && (points->marks[i] & PATRON_POINT_EXCLUDED))
    return 0;
  if (points->size == NULL)
    return 1;
  return points->size[i] > 0 && points->size[i] < 1e15 ? points->size[i] : 0;
}

static void
merge_equal (GArray *values)
{
  guint n = 0;

  for (guint i = 0; i < values->len; i++)
    {
      PatronCounted counted = g_array_index (values, PatronCounted, i);

      if (n > 0 && g_array_index (values, PatronCounted, n - 1).value
                     == counted.value)
        g_array_index (values, PatronCounted, n - 1).count += counted.count;
      else
        g_array_index (values, PatronCounted, n++) = counted;
    }
  g_array_set_size (values, n);
}

static void
settle (PatronValues *self)
{
  g_array_sort (self->values, compare_values);
  merge_equal (self->values);
  self->whole = TRUE;
  for (guint i = 0; i < self->values->len && self->whole; i++)
    {
      double value = g_array_index (self->values, PatronCounted, i).value;

      self->whole = value == floor (value) && fabs (value) < 1e15;
    }
}

/**
 * patron_values_init:
 * @points: y is the value; size, where there is one, how often it was given
 *
 * Gathers the values of a series that count.
 */
void
patron_values_init (PatronValues            *self,
                    const PatronChartPoints *points)
{
  *self = (PatronValues) {
    .values = g_array_new (FALSE, FALSE, sizeof (PatronCounted)),
  };
  for (gsize i = 0; i < points->n; i++)
    {
      PatronCounted counted = { points->y[i], count_of (points, i) };

      if (!isfinite (counted.value) || counted.count == 0)
        continue;
      if (fabs (counted.value) > LARGEST)
        {
          self->left_out += counted.count;
          continue;
        }
      self->n += counted.count;
      g_array_append_val (self->values, counted);
    }
  settle (self);
}

/**
 * patron_values_clear:
 *
 * Frees what patron_values_init() made.
 */
void
patron_values_clear (PatronValues *self)
{
  g_clear_pointer (&self->values, g_array_unref);
}

/**
 * patron_values_join:
 *
 * Adds the values of @other.
 */
void
patron_values_join (PatronValues       *self,
                    const PatronValues *other)
{
  g_array_append_vals (self->values, other->values->data,
                       other->values->len);
  self->n += other->n;
  self->left_out += other->left_out;
  settle (self);
}

/**
 * patron_values_quantile:
 * @share: 0 to 1
 *
 * Returns: the value that @share of all lie below, between two neighbours in
 *   proportion (Hyndman and Fan 1996, definition 7); NaN where there is none
 */
double
patron_values_quantile (const PatronValues *self,
                        double              share)
{
  double place = share * (self->n - 1), passed = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      const PatronCounted *here = &g_array_index (self->values, PatronCounted,
                                                  i);

      passed += here->count;
      if (place <= passed - 1 || i + 1 == self->values->len)
        return here->value;
      if (place < passed)
        {
          double next = here[1].value;

          return here->value
                 + (place - (passed - 1)) * (next - here->value);
        }
    }
  return NAN;
}

/**
 * patron_values_mean:
 *
 * Returns: the mean; NaN where there are no values
 */
double
patron_values_mean (const PatronValues *self)
{
  double mean = self->n > 0 ? 0 : NAN;

  for (guint i = 0; i < self->values->len; i++)
    {
      const PatronCounted *here = &g_array_index (self->values, PatronCounted,
                                                  i);

      mean += here->value * (here->count / self->n);
    }
  return mean;
}

/* The least of 1, 2 and 5 times a power of ten that is no less than @width;
 * of measures also 2.5. */
static double
round_up (double   width,
          gboolean whole)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power = pow (10, floor (log10 (width)));

  if (whole && width <= 1)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= width * (1 - 1e-9)
        && !(whole && steps[i] * power != floor (steps[i] * power)))
      return steps[i] * power;
  return 10 * power;
}

/* Freedman and Diaconis (1981); where half of the values are the same,
 * Sturges (1926). */
static double
wished_width (PatronBins         *self,
              const PatronValues *values,
              double              range)
{
  double spread = patron_values_quantile (values, 0.75)
                  - patron_values_quantile (values, 0.25);

  self->rule = PATRON_BIN_FREEDMAN_DIACONIS;
  if (spread > range * 1e-6)
    return 2 * spread / cbrt (values->n);
  self->rule = PATRON_BIN_STURGES;
  return range / (ceil (log2 (MAX (values->n, 1))) + 1);
}

/**
 * patron_bins_init:
 * @values: at least one value
 * @most: there is no room for more bins
 *
 * Chooses bins with round edges: for a few whole numbers one each.
 */
void
patron_bins_init (PatronBins         *self,
                  const PatronValues *values,
                  guint               most)
{
  const PatronCounted *all = (const void *) values->values->data;
  double min = all[0].value, max = all[values->values->len - 1].value;
  double range = max - min, first, last;

  *self = (PatronBins) { 0 };
  most = MAX (most, 2);
  if (values->whole && range + 1 <= MIN (most, MOST_WHOLE))
    {
      *self = (PatronBins) { PATRON_BIN_EACH, TRUE, min - 0.5, 1,
                             (guint) range + 1 };
      return;
    }
  if (!(range > MAX (fabs (max) * 1e-12, 1e-290)))
    {
      self->rule = PATRON_BIN_EACH;
      self->width = round_up (MAX (fabs (max) / 10, 1e-280), FALSE);
      self->from = min - self->width / 2;
      self->n = 1;
      return;
    }
  self->width = MAX (wished_width (self, values, range),
                     range / (most - 1) * 1.0000001);
  self->width = round_up (self->width, values->whole);
  first = floor (min / self->width + 1e-9);
  last = ceil (max / self->width - 1e-9);
  /* Of whole numbers, 10 to 14 are a bin and 15 belongs to the next. */
  if (values->whole && max >= last * self->width)
    last++;
  self->from = first * self->width;
  self->n = (guint) CLAMP (last - first, 1, most + 1);
}

/**
 * patron_bins_find:
 *
 * Returns: the bin of @value
 */
guint
patron_bins_find (const PatronBins *self,
                  double            value)
{
  double at = (value - self->from) / self->width + 1e-9;

  return (guint) CLAMP (at, 0, self->n - 1);
}
