/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-ticks.h"

#include <float.h>
#include <math.h>

/* Beyond this, sums of two values overflow; the axis is then worked out in
 * units of HUGE_UNIT. */
#define HUGE_VALUE 1e290
#define HUGE_UNIT 1e20
/* Ranges under this share of the values are rounding errors. */
#define SAME 1e-11

static void
clear_tick (gpointer data)
{
  PatronTick *tick = data;

  g_free (tick->label);
  g_free (tick->second);
}

/**
 * patron_ticks_new:
 *
 * Returns: (transfer full): an axis from @min to @max without ticks
 */
PatronTicks *
patron_ticks_new (double min,
                  double max)
{
  PatronTicks *self = g_new0 (PatronTicks, 1);

  self->min = min;
  self->max = max;
  self->ticks = g_array_new (FALSE, FALSE, sizeof (PatronTick));
  g_array_set_clear_func (self->ticks, clear_tick);
  return self;
}

/**
 * patron_ticks_free:
 *
 * Frees an axis with its ticks.
 */
void
patron_ticks_free (PatronTicks *self)
{
  g_array_unref (self->ticks);
  g_free (self);
}

/**
 * patron_ticks_add:
 * @label: (transfer full) (nullable): the label
 * @second: (transfer full) (nullable): the line below it
 *
 * Adds a tick behind the others.
 */
void
patron_ticks_add (PatronTicks *self,
                  double       value,
                  char        *label,
                  char        *second)
{
  PatronTick tick = { value, label, second };

  g_array_append_val (self->ticks, tick);
}

/* The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least
 * @step. 2.5 only where it costs no decimal. */
static double
nice_step (double   step,
           double   display,
           gboolean whole)
{
  static const double nice[] = { 1, 2, 2.5, 5, 10 };
  double power;

  if (whole && step <= 1)
    return 1;
  power = pow (10, floor (log10 (step)));
  for (gsize i = 0; i < G_N_ELEMENTS (nice); i++)
    {
      double candidate = nice[i] * power;

      if (nice[i] == 2.5 && candidate * display < 25 * (1 - 1e-9))
        continue;
      if (candidate >= step * (1 - 1e-9))
        return candidate;
    }
  return 10 * power;
}

/* Durations step by the clock and the calendar. */
static double
nice_duration (double step)
{
  static const double nice[] = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800,
    21600, 43200, 86400, 172800, 345600, 604800, 1209600,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nice); i++)
    if (nice[i] >= step * (1 - 1e-9))
      return nice[i];
  return 86400 * nice_step (step / 86400, 1, TRUE);
}

static double
find_step (double              step,
           const PatronFormat *format)
{
  if (format->kind == PATRON_FORMAT_DURATION)
    return nice_duration (step);
  if (format->kind == PATRON_FORMAT_PERCENT)
    return nice_step (step, 100, FALSE);
  return nice_step (step, 1, format->decimals == 0
                               && format->kind == PATRON_FORMAT_NUMBER);
}

static void
make_range (double *min,
            double *max)
{
  double largest;

  if (!isfinite (*min) || !isfinite (*max))
    {
      *min = 0;
      *max = 1;
      return;
    }
  if (*min > *max)
    {
      double swap = *min;

      *min = *max;
      *max = swap;
    }
  largest = MAX (fabs (*min), fabs (*max));
  if (largest < 1e-280)
    {
      *min = 0;
      *max = 1;
    }
  else if (*max - *min <= largest * SAME)
    {
      *min -= largest * 0.1;
      *max += largest * 0.1;
    }
}

static void
add_number_ticks (PatronTicks        *self,
                  double              first,
                  double              last,
                  double              step,
                  double              unit,
                  const PatronFormat *format)
{
  double largest = MAX (fabs (first), fabs (last)) * step * unit;

  for (double i = first; i <= last; i++)
    {
      double value = i * step * unit;

      if (!isfinite (value) || value > self->max + step * unit * 1e-6
          || value < self->min - step * unit * 1e-6)
        continue;
      patron_ticks_add (self, value,
                        patron_format_tick (format, value, step * unit,
                                            MIN (largest, DBL_MAX)),
                        NULL);
    }
}

/**
 * patron_ticks_new_numbers:
 * @min: the least value
 * @max: the largest value
 * @max_ticks: the most ticks there is room for, 2 or more
 * @format: how the labels are written; durations step by the clock
 *
 * Finds round ticks, 1, 2, 2.5 or 5 times a power of ten apart, that include
 * @min and @max, for any finite values and for none. Values that are all the
 * same get a range around them. An axis of shares that are at most 100 %
 * ends there.
 *
 * Returns: (transfer full): the ticks with labels
 */
PatronTicks *
patron_ticks_new_numbers (double              min,
                          double              max,
                          guint               max_ticks,
                          const PatronFormat *format)
{
  double unit = 1;
  double step, first, last;
  PatronTicks *self;
  gboolean shares = format->kind == PATRON_FORMAT_PERCENT
                    && MAX (min, max) <= 1 && MIN (min, max) >= -1;

  max_ticks = MAX (max_ticks, 2);
  if (MAX (fabs (min), fabs (max)) > HUGE_VALUE)
    {
      unit = HUGE_UNIT;
      min /= unit;
      max /= unit;
    }
  make_range (&min, &max);
  step = find_step ((max - min) / (max_ticks - 1), format);
  for (;;)
    {
      first = floor (min / step + 1e-9);
      last = ceil (max / step - 1e-9);
      if (last - first + 1 <= max_ticks || max_ticks == 2)
        break;
      step = find_step (step * 1.01, format);
    }
  self = patron_ticks_new (CLAMP (first * step * unit, -DBL_MAX, DBL_MAX),
                           CLAMP (last * step * unit, -DBL_MAX, DBL_MAX));
  if (shares)
    {
      self->max = MIN (self->max, 1);
      self->min = MAX (self->min, -1);
    }
  self->step = step * unit;
  add_number_ticks (self, first, last, step, unit, format);
  return self;
}

static void
add_factor (PatronTicks        *self,
            double              value,
            const PatronFormat *format)
{
  if (isfinite (value) && value >= self->min * (1 - 1e-9)
      && value <= self->max * (1 + 1e-9))
    patron_ticks_add (self, value,
                      patron_format_tick (format, value, value, value), NULL);
}

/* The largest of 1, 2, 5 times powers of ten that is at most @value. */
static double
factor_below (double value)
{
  double power = pow (10, floor (log10 (value) + 1e-12));

  for (int i = 0; i < 2; i++)
    {
      double factor = i == 0 ? 5 : 2;

      if (factor * power <= value * (1 + 1e-12))
        return factor * power;
    }
  return power;
}

static double
factor_above (double value)
{
  double below = factor_below (value);
  double power = pow (10, floor (log10 (value) + 1e-12));

  if (below >= value * (1 - 1e-12))
    return below;
  if (below < 1.5 * power)
    return 2 * power;
  return below < 3 * power ? 5 * power : 10 * power;
}

/**
 * patron_ticks_new_logarithmic:
 * @min: the least value, above zero
 * @max: the largest value
 * @max_ticks: the most ticks there is room for, 2 or more
 * @format: how the labels are written
 *
 * Finds ticks for an axis on which equal distances are equal factors: 1, 2
 * and 5 times powers of ten, or for many powers, as many of them as there is
 * room for. The axis reaches from a tick to a tick where there are few.
 *
 * Returns: (transfer full): the ticks with labels
 */
PatronTicks *
patron_ticks_new_logarithmic (double              min,
                              double              max,
                              guint               max_ticks,
                              const PatronFormat *format)
{
  static const double factors[] = { 1, 2, 5 };
  PatronTicks *self;
  double low, high, every;

  min = CLAMP (min, 1e-300, 1e300);
  max = CLAMP (max, min, 1e300);
  max_ticks = MAX (max_ticks, 2);
  low = floor (log10 (min) + 1e-9);
  high = MAX (low + 1, ceil (log10 (max) - 1e-9));
  every = ceil ((high - low) / (max_ticks - 1));
  if ((high - low) * 3 + 1 <= max_ticks * 1.5)
    {
      self = patron_ticks_new (factor_below (min), factor_above (max));
      if (self->max < self->min * 1.5)
        self->max = factor_above (self->max * 1.5);
      for (double power = low; power <= high; power++)
        for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
          add_factor (self, factors[i] * pow (10, power), format);
    }
  else
    {
      self = patron_ticks_new (
        pow (10, low),
        pow (10, MIN (307, low + every * ceil ((high - low) / every))));
      for (double power = low; power <= high + every - 1; power += every)
        add_factor (self, pow (10, power), format);
    }
  self->logarithmic = TRUE;
  return self;
}
