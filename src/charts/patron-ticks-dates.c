/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>

#include "patron-date.h"
#include "patron-ticks.h"

/* Each step is so many days, or so many months. */
static const struct
{
  int days;
  int months;
} calendar_steps[PATRON_N_CALENDAR_STEPS] = {
  [PATRON_CALENDAR_DAY] = { 1, 0 },
  [PATRON_CALENDAR_2_DAYS] = { 2, 0 },
  [PATRON_CALENDAR_WEEK] = { 7, 0 },
  [PATRON_CALENDAR_2_WEEKS] = { 14, 0 },
  [PATRON_CALENDAR_MONTH] = { 0, 1 },
  [PATRON_CALENDAR_2_MONTHS] = { 0, 2 },
  [PATRON_CALENDAR_QUARTER] = { 0, 3 },
  [PATRON_CALENDAR_HALF_YEAR] = { 0, 6 },
  [PATRON_CALENDAR_YEAR] = { 0, 12 },
  [PATRON_CALENDAR_2_YEARS] = { 0, 24 },
  [PATRON_CALENDAR_5_YEARS] = { 0, 60 },
  [PATRON_CALENDAR_10_YEARS] = { 0, 120 },
  [PATRON_CALENDAR_25_YEARS] = { 0, 300 },
  [PATRON_CALENDAR_50_YEARS] = { 0, 600 },
  [PATRON_CALENDAR_100_YEARS] = { 0, 1200 },
};

/* The weekday of 1970-01-01, which was a Thursday, counted from the first day
 * of the week in the user's locale. */
static int
epoch_weekday (void)
{
#ifdef __GLIBC__
  /* glibc gives the first day as 1 to 7, counted from the date in
   * _NL_TIME_WEEK_1STDAY, which is a Sunday or, in a few locales, a Monday. */
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY) - 1
              + (origin == 19971201 ? 1 : 0);

  return (4 - first % 7 + 7) % 7;
#else
  return 3; /* counted from Monday, as ISO 8601 does */
#endif
}

static gint64
first_tick (gint64             min,
            PatronCalendarStep step)
{
  int days = calendar_steps[step].days;
  int months = calendar_steps[step].months;
  int year, month, day, index;

  if (days > 0)
    {
      gint64 shift = days % 7 == 0 ? epoch_weekday () : 0;
      gint64 rest = ((min + shift) % days + days) % days;

      return rest == 0 ? min : min + days - rest;
    }
  patron_date_to_ymd (min, &year, &month, &day);
  index = year * 12 + month - 1;
  if (day > 1)
    index++;
  index = (index + months - 1) / months * months;
  return patron_date_from_ymd (index / 12, index % 12 + 1, 1);
}

static gint64
next_tick (gint64             date,
           PatronCalendarStep step)
{
  int year, month, day, index;

  if (calendar_steps[step].days > 0)
    return date + calendar_steps[step].days;
  patron_date_to_ymd (date, &year, &month, &day);
  index = year * 12 + month - 1 + calendar_steps[step].months;
  return patron_date_from_ymd (index / 12, index % 12 + 1, 1);
}

static char *
format_date (gint64      date,
             const char *format)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  patron_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return time != NULL ? g_date_time_format (time, format)
                      : patron_date_to_text (date);
}

/* The labels say each thing once: the year stands below its first tick. */
static void
add_date_tick (PatronTicks        *self,
               gint64              date,
               PatronCalendarStep  step,
               int                *last_year)
{
  char *label;
  char *second = NULL;
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  if (calendar_steps[step].days > 0)
    /* Translators: a day on a chart's axis, for strftime: day and short month
     * in the order of the language. */
    label = format_date (date, C_("axis date", "%-e\xc2\xa0%b"));
  else if (calendar_steps[step].months < 12)
    label = format_date (date, "%Ob");
  else
    label = format_date (date, "%Y");
  if (calendar_steps[step].months < 12 && year != *last_year)
    second = format_date (date, "%Y");
  *last_year = year;
  patron_ticks_add (self, (double) date, label, second);
}

static gint64
to_date (double value)
{
  if (isnan (value))
    return 0;
  return (gint64) floor (CLAMP (value, PATRON_DATE_MIN, PATRON_DATE_MAX));
}

/**
 * patron_ticks_count_dates:
 *
 * Returns: about how many ticks patron_ticks_new_dates() would make
 */
gsize
patron_ticks_count_dates (double             min,
                          double             max,
                          PatronCalendarStep step)
{
  double days = calendar_steps[step].days + 30.44 * calendar_steps[step].months;

  return (gsize) (fabs ((double) (to_date (max) - to_date (min))) / days) + 1;
}

/**
 * patron_ticks_new_dates:
 * @min: the first day, since 1970-01-01
 * @max: the last day
 * @step: the step of the calendar
 *
 * Finds the ticks of a dates axis: days, weeks that begin as the user's locale
 * says, months, quarters or years, inside of @min to @max. The year of days
 * and months is the second line of the first tick in it.
 *
 * Returns: (transfer full): the ticks with labels in the user's locale; none
 *   where no tick falls between @min and @max
 */
PatronTicks *
patron_ticks_new_dates (double             min,
                        double             max,
                        PatronCalendarStep step)
{
  gint64 first = to_date (min);
  gint64 last = to_date (max);
  PatronTicks *self = patron_ticks_new ((double) first, (double) last);
  int last_year = G_MININT;

  for (gint64 date = first_tick (first, step); date <= last;
       date = next_tick (date, step))
    add_date_tick (self, date, step, &last_year);
  return self;
}
