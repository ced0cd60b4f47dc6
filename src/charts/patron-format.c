/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include "patron-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-date.h"
#include "patron-number.h"

#define LONGEST_DURATION 3155760000.0 /* 100 years in seconds */

/**
 * patron_format_init:
 *
 * Makes @self write numbers of @kind with the decimals they need.
 */
void
patron_format_init (PatronFormat     *self,
                    PatronFormatKind  kind)
{
  *self = (PatronFormat) { .kind = kind, .decimals = -1 };
}

/* As many decimals as tell three digits of a number. */
static int
decimals_of (double value)
{
  double size = fabs (value);

  if (size >= 100 || size == 0)
    return 0;
  if (size >= 1)
    return size >= 10 ? 1 : 2;
  return (int) MIN (6, 2 - floor (log10 (size)));
}

/* patron_number_format() trims what is not needed only at -1, so round
 * first. */
static double
round_to (double value,
          int    decimals)
{
  double unit = pow (10, decimals);

  if (fabs (value) > 1e15 / unit)
    return value;
  return round (value * unit) / unit;
}

/**
 * patron_format_decimals_for_range:
 * @min: the least of some values
 * @max: the largest
 *
 * Returns: the decimals that tell about twenty values between @min and @max
 *   apart
 */
int
patron_format_decimals_for_range (const PatronFormat *self,
                                  double              min,
                                  double              max)
{
  double range = max - min;

  if (!(range > 0))
    range = fabs (max);
  if (self->kind == PATRON_FORMAT_PERCENT)
    range *= 100;
  if (range == 0 || !isfinite (range))
    return 0;
  return (int) CLAMP (ceil (1.3 - log10 (range)), 0, 6);
}

/**
 * patron_format_is_exact:
 *
 * Returns: whether @value loses nothing when it is written with @decimals
 */
gboolean
patron_format_is_exact (const PatronFormat *self,
                        double              value,
                        int                 decimals)
{
  /* Asked of each of a million values. */
  static const double powers[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 };
  double scaled = value
                  * (decimals >= 0 && decimals < (int) G_N_ELEMENTS (powers)
                       ? powers[decimals]
                       : pow (10, decimals))
                  * (self->kind == PATRON_FORMAT_PERCENT ? 100 : 1);

  return !(fabs (scaled - round (scaled)) > 1e-7 * MAX (1, fabs (scaled)));
}

static char *
format_date (double value)
{
  gint64 date = (gint64) floor (CLAMP (value, PATRON_DATE_MIN,
                                       PATRON_DATE_MAX));
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (time == NULL)
    return patron_date_to_text (date);
  /* Translators: a date in a sentence, for strftime: "1 Mar 2024". */
  return g_date_time_format (time, C_("date in words", "%-e\xc2\xa0%b %Y"));
}

/**
 * patron_format_value:
 * @value: any number
 *
 * Returns: (transfer full): @value for a label or a sentence; a dash where it
 *   is none
 */
char *
patron_format_value (const PatronFormat *self,
                     double              value)
{
  int decimals = self->decimals;

  if (!isfinite (value))
    return g_strdup ("\xe2\x80\x93");
  switch (self->kind)
    {
    case PATRON_FORMAT_PERCENT:
      if (decimals < 0 && fabs (value) < 1e15)
        value = round_to (value, fabs (value) < 0.0995 ? 4 : 3);
      return patron_percent_format (value, decimals);
    case PATRON_FORMAT_MONEY:
      if (decimals < 0)
        {
          value = round_to (value, fabs (value) < 1000 ? 2 : 0);
          decimals = value == floor (value) ? 0 : 2;
        }
      return patron_money_format (value, self->currency, decimals);
    case PATRON_FORMAT_DURATION:
      return patron_duration_format (
        llround (CLAMP (value, -LONGEST_DURATION, LONGEST_DURATION)));
    case PATRON_FORMAT_DATE:
      return format_date (value);
    case PATRON_FORMAT_NUMBER:
    default:
      if (decimals < 0)
        value = round_to (value, decimals_of (value));
      return patron_number_format (value, decimals);
    }
}

/* Decimals that tell two neighbouring ticks apart. */
static int
decimals_of_step (double step)
{
  for (int decimals = 0; decimals < 12; decimals++)
    {
      double scaled = step * pow (10, decimals);

      if (fabs (scaled - round (scaled)) < 1e-6 * scaled)
        return decimals;
    }
  return 12;
}

/* The power of 1000 that all ticks of an axis share: 1,500,000 becomes 1.5M,
 * as ticks are read at a glance. */
static int
find_power (double largest)
{
  if (!(largest >= 1e4) || largest >= 1e16)
    return 0;
  return (int) CLAMP (floor (log10 (largest * (1 + 1e-12)) / 3), 0, 4);
}

static char *
shorten (double value,
         double step,
         int    power)
{
  double unit = pow (1000, power);
  g_autofree char *number
    = patron_number_format (value / unit, decimals_of_step (step / unit));

  if (value == 0 && power > 0)
    return patron_number_format (0, 0);
  switch (power)
    {
    case 1:
      /* Translators: thousands on a chart's axis. */
      return g_strdup_printf (C_("axis number", "%sk"), number);
    case 2:
      /* Translators: millions on a chart's axis. */
      return g_strdup_printf (C_("axis number", "%sM"), number);
    case 3:
      /* Translators: billions (10^9) on a chart's axis. */
      return g_strdup_printf (C_("axis number", "%sbn"), number);
    case 4:
      /* Translators: trillions (10^12) on a chart's axis. */
      return g_strdup_printf (C_("axis number", "%sT"), number);
    default:
      return g_steal_pointer (&number);
    }
}

/* Numbers too small or too large for digits alone. */
static char *
format_scientific (double value,
                   double step,
                   double largest)
{
  int digits = (int) CLAMP (ceil (log10 (largest / step)) + 1, 1, 12);
  g_autofree char *number = g_strdup_printf ("%.*g", digits, fabs (value));

  return g_strconcat (value < 0 ? "\xe2\x88\x92" : "", number, NULL);
}

/* Puts a shortened number where the locale has the digits of an amount. */
static char *
format_money_tick (const PatronFormat *self,
                   double              value,
                   double              step,
                   int                 power)
{
  g_autofree char *number = shorten (fabs (value), step, power);
  g_autofree char *frame = patron_money_format (1, self->currency, 0);
  g_auto (GStrv) around = g_strsplit (frame, "1", 2);

  if (around[0] == NULL || around[1] == NULL)
    return g_steal_pointer (&number);
  return g_strconcat (value < 0 ? "\xe2\x88\x92" : "", around[0], number,
                      around[1], NULL);
}

/**
 * patron_format_tick:
 * @value: a tick of an axis
 * @step: the distance between ticks, which decides on decimals
 * @largest: the largest absolute tick of the axis, which decides on units
 *
 * Returns: (transfer full): @value as short as an axis wants it
 */
char *
patron_format_tick (const PatronFormat *self,
                    double              value,
                    double              step,
                    double              largest)
{
  int power = find_power (largest);

  /* Sums of steps end beside zero. */
  if (fabs (value) < step * 1e-9)
    value = 0;
  if (self->kind == PATRON_FORMAT_NUMBER
      && (largest < 1e-6 || largest >= 1e16))
    return format_scientific (value, step, largest);
  switch (self->kind)
    {
    case PATRON_FORMAT_PERCENT:
      return patron_percent_format (value, decimals_of_step (step * 100));
    case PATRON_FORMAT_MONEY:
      return format_money_tick (self, value, step, power);
    case PATRON_FORMAT_DURATION:
      if (value == 0)
        return patron_number_format (0, 0);
      return patron_duration_format (
        llround (CLAMP (value, -LONGEST_DURATION, LONGEST_DURATION)));
    case PATRON_FORMAT_DATE:
      return format_date (value);
    case PATRON_FORMAT_NUMBER:
    default:
      return shorten (value, step, power);
    }
}
