/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* What a line says, for its title. Values always differ, so that a change is
 * told where signals say that there is one, by the levels before and after. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"
#include "patron-date.h"

/* No month is shorter. */
#define SHORTEST_MONTH 28

typedef enum
{
  AGAINST_NOTHING,
  MET,
  MET_AT_TIMES,
  STILL_MISSED, /* but nearer than before */
  MISSED,
} Verdict;

static gboolean
is_good (const PatronChartPoints *points,
         gsize                    i)
{
  guint8 mark = points->marks != NULL ? points->marks[i] : 0;

  return isfinite (points->y[i])
         && !(mark & (PATRON_POINT_EXCLUDED | PATRON_POINT_FORECAST));
}

/* Where the line went: as its maker knows it, or as its values tell. */
static PatronCourse
find_course (const PatronChart       *self,
             const PatronChartPoints *points)
{
  PatronProcessOptions options = { .rules = PATRON_PROCESS_WHEELER };
  g_autoptr (PatronProcessSeries) process = NULL;
  g_autofree double *values = NULL;

  if (self->course.kind != PATRON_COURSE_UNASKED)
    return self->course;
  values = g_new (double, points->n);
  for (gsize i = 0; i < points->n; i++)
    values[i] = is_good (points, i) ? points->y[i] : NAN;
  process = patron_process_series_new (values, points->n, &options);
  return patron_process_series_get_course (process, values, points->x);
}

/* The values from a date on, against the target that holds now. */
static Verdict
judge (const PatronChart       *self,
       const PatronChartPoints *points,
       double                   since,
       gsize                    last,
       double                   target)
{
  gsize n_met = 0, n = 0;

  if (isnan (target) || self->direction == PATRON_DIRECTION_NONE)
    return AGAINST_NOTHING;
  for (gsize i = 0; i <= last; i++)
    if (points->x[i] >= since && is_good (points, i))
      {
        n++;
        n_met += self->direction == PATRON_DIRECTION_UP
                     ? points->y[i] >= target
                     : points->y[i] <= target;
      }
  if (n_met == n)
    return MET;
  return n_met == 0 ? MISSED : MET_AT_TIMES;
}

static double
get_power (double value)
{
  return pow (10, floor (log10 (value) + 1e-9));
}

/* A level is a mean, and told no more exactly than in the power of ten of
 * @step. */
static char *
write_rounded (const PatronFormat *format,
               double              level,
               double              step)
{
  static const int units[] = { 86400, 3600, 60, 1 };
  PatronFormat rough = *format;
  double scale = format->kind == PATRON_FORMAT_PERCENT ? 100 : 1;
  double unit = get_power (step * scale);

  if (!isfinite (unit) || !(unit > 0))
    return patron_format_value (format, level);
  if (format->kind == PATRON_FORMAT_DURATION)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (units) - 1 && units[i] > unit)
        i++;
      unit = units[i];
    }
  rough.decimals = (int) CLAMP (ceil (-log10 (unit) - 1e-9), 0, 6);
  return patron_format_value (&rough, round (level * scale / unit) * unit
                                          / scale);
}

/* As exactly as tells it from the target. */
static char *
write_level (const PatronFormat *format,
             double              level,
             double              step,
             double              target,
             const char         *aim)
{
  char *text = write_rounded (format, level, step);

  for (int i = 0; i < 3 && level != target && g_str_equal (text, aim); i++)
    {
      step /= 10;
      g_free (text);
      text = write_rounded (format, level, step);
    }
  return text;
}

/* A month by its name, where no two values share one. */
static char *
write_since (const PatronChart       *self,
             const PatronChartPoints *points,
             double                   x)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  for (gsize i = 0, before = points->n; i < points->n; i++)
    if (is_good (points, i))
      {
        if (before < i && points->x[i] - points->x[before] < SHORTEST_MONTH)
          return patron_format_value (&self->x.format, x);
        before = i;
      }
  if (self->x.format.kind != PATRON_FORMAT_DATE
      || !(x >= PATRON_DATE_MIN && x <= PATRON_DATE_MAX))
    return patron_format_value (&self->x.format, x);
  patron_date_to_ymd ((gint64) x, &year, &month, &day);
  time = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: a month and its year, as g_date_time_format() takes it. */
  return time != NULL ? g_date_time_format (time, C_("month", "%B %Y"))
                      : patron_format_value (&self->x.format, x);
}

static char *
write_stood (Verdict     verdict,
             const char *name,
             const char *value,
             const char *date,
             const char *target)
{
  switch (verdict)
    {
    case MET:
      /* Translators: measure, value, date, target. */
      return g_strdup_printf (
        _("%s stood at %s on %s and meets its target of %s"), name, value,
        date, target);
    case MET_AT_TIMES:
    case STILL_MISSED:
    case MISSED:
      return g_strdup_printf (
        _("%s stood at %s on %s and misses its target of %s"), name, value,
        date, target);
    case AGAINST_NOTHING:
    default:
      /* Translators: measure, value, date. */
      return g_strdup_printf (_("%s stood at %s on %s"), name, value, date);
    }
}

static char *
write_steady (Verdict     verdict,
              const char *name,
              const char *level,
              const char *target)
{
  switch (verdict)
    {
    case MET:
      /* Translators: measure, level, target. */
      return g_strdup_printf (
        _("%s stays around %s and meets its target of %s"), name, level,
        target);
    case MET_AT_TIMES:
      return g_strdup_printf (
        _("%s stays around %s and meets its target of %s at times"), name,
        level, target);
    case STILL_MISSED:
    case MISSED:
      return g_strdup_printf (
        _("%s stays around %s and misses its target of %s"), name, level,
        target);
    case AGAINST_NOTHING:
    default:
      /* Translators: measure, level. */
      return g_strdup_printf (_("%s stays around %s"), name, level);
    }
}

/* Measure, level before, level since, date, target. */
static const char *const changes[2][2][MISSED + 1] = {
  {
    {
      /* Translators: measure, level before, level since, date, target. */
      [AGAINST_NOTHING] = N_("%s rose from about %s to about %s since %s"),
      [MET] = N_("%s rose from about %s to about %s since %s and meets its "
                 "target of %s"),
      [MET_AT_TIMES] = N_("%s rose from about %s to about %s since %s and "
                          "meets its target of %s at times"),
      [STILL_MISSED] = N_("%s rose from about %s to about %s since %s, but "
                          "still misses its target of %s"),
      [MISSED] = N_("%s rose from about %s to about %s since %s and misses "
                    "its target of %s"),
    },
    {
      [AGAINST_NOTHING] = N_("%s fell from about %s to about %s since %s"),
      [MET] = N_("%s fell from about %s to about %s since %s and meets its "
                 "target of %s"),
      [MET_AT_TIMES] = N_("%s fell from about %s to about %s since %s and "
                          "meets its target of %s at times"),
      [STILL_MISSED] = N_("%s fell from about %s to about %s since %s, but "
                          "still misses its target of %s"),
      [MISSED] = N_("%s fell from about %s to about %s since %s and misses "
                    "its target of %s"),
    },
  },
  {
    {
      /* Translators: measure, where a line begins, where it ends, since when,
       * target. */
      [AGAINST_NOTHING]
      = N_("%s rose gradually from about %s to about %s since %s"),
      [MET] = N_("%s rose gradually from about %s to about %s since %s and "
                 "meets its target of %s"),
      [STILL_MISSED] = N_("%s rose gradually from about %s to about %s since "
                          "%s, but still misses its target of %s"),
      [MISSED] = N_("%s rose gradually from about %s to about %s since %s and "
                    "misses its target of %s"),
    },
    {
      [AGAINST_NOTHING]
      = N_("%s fell gradually from about %s to about %s since %s"),
      [MET] = N_("%s fell gradually from about %s to about %s since %s and "
                 "meets its target of %s"),
      [STILL_MISSED] = N_("%s fell gradually from about %s to about %s since "
                          "%s, but still misses its target of %s"),
      [MISSED] = N_("%s fell gradually from about %s to about %s since %s and "
                    "misses its target of %s"),
    },
  },
};

static char *
write_change (const PatronChart       *self,
              const PatronChartPoints *points,
              const PatronFormat      *format,
              const PatronCourse      *course,
              Verdict                  verdict,
              double                   target)
{
  gboolean rose = course->after > course->before;
  gboolean slope = course->kind == PATRON_COURSE_SLOPE;
  double step = fmin (course->noise,
                      fabs (course->after - course->before) / 5);
  g_autofree char *aim = patron_format_value (&self->y.format, target);
  g_autofree char *before = write_rounded (format, course->before, step);
  g_autofree char *after
    = write_level (format, course->after, step, target, aim);
  g_autofree char *since = write_since (self, points, course->since);

  if (verdict == MISSED && rose == (self->direction == PATRON_DIRECTION_UP))
    verdict = STILL_MISSED;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_(changes[slope][!rose][verdict]),
                          patron_chart_series_name (self, 0), before, after,
                          since, aim);
#pragma GCC diagnostic pop
}

/* patron_chart_write_single:
 * @points: the values of the only line
 * @last: the place of the last one that was measured and counts
 * @format: how they are written
 *
 * Returns: (transfer full): where the line went and stands
 */
char *
patron_chart_write_single (const PatronChart       *self,
                           const PatronChartPoints *points,
                           gsize                    last,
                           const PatronFormat      *format)
{
  PatronCourse course = find_course (self, points);
  double target = isnan (self->aim)
                    ? patron_chart_get_target_at (self, points->x[last])
                    : self->aim;
  const char *name = patron_chart_series_name (self, 0);
  g_autofree char *aim = patron_format_value (&self->y.format, target);
  g_autofree char *level = NULL;
  g_autofree char *date = NULL;

  if (course.kind == PATRON_COURSE_STEP)
    return write_change (self, points, format, &course,
                         judge (self, points, course.since, last, target),
                         target);
  if (course.kind == PATRON_COURSE_SLOPE)
    return write_change (self, points, format, &course,
                         judge (self, points, points->x[last], last, target),
                         target);
  if (course.kind == PATRON_COURSE_STEADY)
    {
      level = write_level (format, course.after, course.noise, target,
                           aim);
      return write_steady (judge (self, points, course.since, last, target),
                           name, level, aim);
    }
  level = patron_format_value (&self->y.format, points->y[last]);
  date = patron_format_value (&self->x.format, points->x[last]);
  return write_stood (judge (self, points, points->x[last], last, target), name,
                      level, date, aim);
}
