/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

/* From which level to which a series went, as far as its signals tell. */

#include "patron-process-course.h"

#include <math.h>

/* The mean moving range of two values is this many standard deviations. */
#define RANGE_SIGMAS 1.128

typedef struct
{
  const PatronProcessSeries  *series;
  const PatronProcessSegment *segment;
  const double               *values;
  const double               *x;
  gsize                       latest;
  double                      middle; /* the mean of the centre line */
} Source;

static gssize
find_latest (const PatronProcessSeries *self,
             const double              *values)
{
  for (gsize i = self->n; i-- > 0;)
    if (isfinite (values[i]))
      return (gssize) i;
  return -1;
}

static int
get_side (const PatronProcessSeries *self,
          const double              *values,
          gsize                      i)
{
  double centre = self->lines[i].centre;

  return (values[i] > centre) - (values[i] < centre);
}

/* How far back the values reach that break a rule together with the latest.
 * Those near a limit may have another between them; a trend is known by the
 * value next to each, all else by the side of the centre. */
static gsize
find_first (const PatronProcessSeries *self,
            const double              *values,
            gsize                      start,
            gsize                      latest,
            PatronProcessSignals       rule)
{
  gsize most = rule == PATRON_PROCESS_NEAR ? 1 : 0;
  gsize n_between = 0;
  gsize first = latest;
  int way = rule == PATRON_PROCESS_TREND ? 0
                                         : get_side (self, values, latest);

  for (gsize i = latest; i-- > start && n_between <= most;)
    {
      int one;

      if (!isfinite (values[i]))
        continue;
      one = rule == PATRON_PROCESS_TREND
                ? (values[first] > values[i]) - (values[first] < values[i])
                : get_side (self, values, i);
      if (!(self->points[i].signals & rule))
        {
          n_between++;
          continue;
        }
      if (way != 0 && one != way)
        break;
      way = one;
      first = i;
      n_between = 0;
    }
  return first;
}

/**
 * patron_process_series_find_change:
 * @values: (array): the values that the series was made of
 *
 * Several values up to the latest that break a rule together are a change
 * that lasts; one alone may be chance.
 *
 * Returns: the place of the first of them, or -1
 */
gssize
patron_process_series_find_change (const PatronProcessSeries *self,
                                   const double              *values)
{
  gssize latest = find_latest (self, values);
  gssize from = latest;

  if (latest < 0)
    return -1;
  for (guint rule = PATRON_PROCESS_OUTSIDE; rule <= PATRON_PROCESS_NEAR;
       rule <<= 1)
    if (self->points[latest].signals & rule)
      from = MIN (from, (gssize) find_first (
                            self, values,
                            patron_process_series_get_segment (
                                self, (gsize) latest)->start,
                            (gsize) latest, (PatronProcessSignals) rule));
  return from < latest ? from : -1;
}

static double
get_x (const Source *source,
       gsize         place)
{
  return source->x != NULL ? source->x[place] : (double) place;
}

/* A value without what belongs to its season. */
static double
get_value (const Source *source,
           gsize         i)
{
  return source->values[i]
         + (source->middle - source->series->lines[i].centre)
               * source->segment->fitted;
}

static double
get_level (const Source *source,
           gsize         from,
           gsize         to)
{
  double sum = 0;
  gsize n = 0;

  for (gsize i = from; i < to; i++)
    if (isfinite (source->values[i]))
      {
        sum += get_value (source, i);
        n++;
      }
  return n > 0 ? sum / (double) n : NAN;
}

static double
get_middle (const PatronProcessSeries  *self,
            const PatronProcessSegment *segment)
{
  double sum = 0;

  for (gsize i = segment->start; i < segment->end; i++)
    sum += self->lines[i].centre;
  return sum / (double) (segment->end - segment->start);
}

/* The squares of what two levels leave of the values. */
static double
get_rest (const Source       *source,
          const PatronCourse *course,
          gsize               change)
{
  double sum = 0;

  for (gsize i = source->segment->start; i <= source->latest; i++)
    if (isfinite (source->values[i]))
      sum += pow (source->values[i]
                      - (i < change ? course->before : course->after),
                  2);
  return sum;
}

/* Whether a line through all of the values is nearer to them than two levels:
 * then they did not change at once. */
static gboolean
find_slope (const Source *source,
            gsize         change,
            PatronCourse *course)
{
  gsize start = source->segment->start;
  g_autofree double *x = g_new (double, source->latest + 1 - start);
  PatronFit fit;

  for (gsize i = start; i <= source->latest; i++)
    x[i - start] = get_x (source, i);
  if (!patron_fit_line (x, source->values + start, NULL,
                        source->latest + 1 - start, 1, PATRON_FIT_NONE, &fit)
      || fit.error * fit.error * (double) fit.freedom
             >= get_rest (source, course, change))
    return FALSE;
  *course = (PatronCourse){ PATRON_COURSE_SLOPE, x[0],
                            patron_fit_at (&fit, x[0], 0),
                            patron_fit_at (&fit, x[source->latest - start], 0),
                            course->noise };
  return TRUE;
}

static void
take_change (const Source *source,
             gsize         change,
             PatronCourse *course)
{
  gsize start = source->segment->start;

  course->kind = PATRON_COURSE_STEP;
  course->since = get_x (source, change);
  course->after = get_level (source, change, source->latest + 1);
  course->before = get_level (source, start, change);
  /* Limits that come from a part may have all of the values on one side. */
  if (!isfinite (course->before))
    course->before = source->middle;
  else if (!source->segment->fitted)
    find_slope (source, change, course);
}

/* The line that limits follow, where it rises or falls by more than one value
 * differs from the next. */
static void
take_trend (const Source *source,
            PatronCourse *course)
{
  double from = get_x (source, source->segment->start);
  double to = get_x (source, source->latest);
  double rise = source->segment->fit.slope * (to - from);

  if (!(fabs (rise) > course->noise))
    return;
  course->kind = PATRON_COURSE_SLOPE;
  course->before = source->middle - rise / 2;
  course->after = source->middle + rise / 2;
}

/* New limits may stand where nothing changed: the levels differ where their
 * means are three standard errors apart. */
static void
take_rebase (const Source               *source,
             const PatronProcessSegment *old,
             PatronCourse               *course)
{
  const PatronProcess *a = &old->process;
  const PatronProcess *b = &source->segment->process;
  double before = get_middle (source->series, old);
  double error = sqrt (
      pow (a->range / RANGE_SIGMAS, 2) / (double) MAX (a->n_used, 1)
      + pow (b->range / RANGE_SIGMAS, 2) / (double) MAX (b->n_used, 1));

  if (!old->known || !(fabs (course->after - before) > 3 * error))
    return;
  course->kind = PATRON_COURSE_STEP;
  course->before = before;
}

/* Values that broke a rule together, and do so no more. A single value outside
 * the limits changes no level. */
static gboolean
has_changed_back (const Source *source)
{
  const PatronProcessPoint *points = source->series->points;

  if (points[source->latest].signals != PATRON_PROCESS_NONE)
    return TRUE;
  for (gsize i = source->segment->start; i < source->latest; i++)
    if (points[i].signals & ~(guint) PATRON_PROCESS_OUTSIDE)
      return TRUE;
  return FALSE;
}

/**
 * patron_process_series_get_course:
 * @values: (array): the values that the series was made of
 * @x: (array) (nullable): when each is; the place where it is not given
 *
 * Says where a series went without comparing single values, which always
 * differ: it changed where signals say so, from the mean of the values before
 * to the mean of those since. Where a line fits the values better than two
 * levels do, they rose or fell all along. Limits that begin anew mark a change
 * where the means before and after are three standard errors apart.
 *
 * Returns: where it went
 */
PatronCourse
patron_process_series_get_course (const PatronProcessSeries *self,
                                  const double              *values,
                                  const double              *x)
{
  PatronCourse course = { .kind = PATRON_COURSE_OPEN };
  gssize latest = find_latest (self, values);
  gssize change = patron_process_series_find_change (self, values);
  Source source = { .series = self, .values = values, .x = x };

  if (latest < 0)
    return course;
  source.latest = (gsize) latest;
  source.segment = patron_process_series_get_segment (self, source.latest);
  if (!source.segment->known)
    return course;
  source.middle = get_middle (self, source.segment);
  course.noise = source.segment->process.range;
  course.since = get_x (&source, source.segment->start);
  course.before = course.after
      = get_level (&source, source.segment->start, source.latest + 1);
  if (change >= 0)
    take_change (&source, (gsize) change, &course);
  else if (!has_changed_back (&source))
    {
      course.kind = PATRON_COURSE_STEADY;
      if (source.segment->fitted
          && !(source.segment->fit.flags & PATRON_FIT_LEVEL))
        take_trend (&source, &course);
      else if (source.segment > self->segments)
        take_rebase (&source, source.segment - 1, &course);
    }
  return course;
}
