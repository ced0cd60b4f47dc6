/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "patron-format.h"

G_BEGIN_DECLS

/**
 * PatronTick:
 * @value: where on the axis
 * @label: (nullable): the label; none for a tick that has only a line
 * @second: (nullable): a second line below it, such as the year of a month
 */
typedef struct
{
  double value;
  char *label;
  char *second;
} PatronTick;

/**
 * PatronTicks:
 * @min: the least value that the axis shows
 * @max: the largest
 * @step: the distance between ticks; 0 for steps of a calendar and for
 *   factors
 * @logarithmic: whether equal distances are equal factors
 * @ticks: (element-type PatronTick): the ticks in order
 */
typedef struct
{
  double min;
  double max;
  double step;
  gboolean logarithmic;
  GArray *ticks;
} PatronTicks;

/**
 * PatronCalendarStep:
 *
 * The steps of a dates axis from fine to coarse.
 */
typedef enum
{
  PATRON_CALENDAR_DAY,
  PATRON_CALENDAR_2_DAYS,
  PATRON_CALENDAR_WEEK,
  PATRON_CALENDAR_2_WEEKS,
  PATRON_CALENDAR_MONTH,
  PATRON_CALENDAR_2_MONTHS,
  PATRON_CALENDAR_QUARTER,
  PATRON_CALENDAR_HALF_YEAR,
  PATRON_CALENDAR_YEAR,
  PATRON_CALENDAR_2_YEARS,
  PATRON_CALENDAR_5_YEARS,
  PATRON_CALENDAR_10_YEARS,
  PATRON_CALENDAR_25_YEARS,
  PATRON_CALENDAR_50_YEARS,
  PATRON_CALENDAR_100_YEARS,
} PatronCalendarStep;

#define PATRON_N_CALENDAR_STEPS 15

PatronTicks *patron_ticks_new_numbers  (double              min,
                                        double              max,
                                        guint               max_ticks,
                                        const PatronFormat *format);
PatronTicks *patron_ticks_new_logarithmic (double              min,
                                           double              max,
                                           guint               max_ticks,
                                           const PatronFormat *format);
PatronTicks *patron_ticks_new_dates    (double              min,
                                        double              max,
                                        PatronCalendarStep  step);
gsize        patron_ticks_count_dates  (double              min,
                                        double              max,
                                        PatronCalendarStep  step);
PatronTicks *patron_ticks_new          (double              min,
                                        double              max);
void         patron_ticks_add          (PatronTicks        *self,
                                        double              value,
                                        char               *label,
                                        char               *second);
void         patron_ticks_free         (PatronTicks        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronTicks, patron_ticks_free)

G_END_DECLS
