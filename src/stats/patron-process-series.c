/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-stats"

/* Process behaviour charts in all their variants: new limits from a date,
 * limits from a part, limits that follow a trend or the seasons. */

#include "patron-process-series.h"

#include <float.h>
#include <math.h>

/* A year must have been seen twice before its seasons are known. */
#define SEASON_VALUES 2

typedef struct
{
  const double               *values;
  const double               *x;
  const PatronProcessOptions *options;
  double                     *left; /* of the values, without the fit */
} Source;

static guint
season_of (const Source *source,
           gsize         place)
{
  const PatronProcessOptions *options = source->options;

  return options->n_seasons > 1 && options->season != NULL
             ? options->season[place]
             : 0;
}

/* From which places the limits of a segment come. */
static void
find_base (const Source               *source,
           const PatronProcessSegment *segment,
           gsize                      *from,
           gsize                      *to)
{
  const PatronProcessOptions *options = source->options;
  gsize n = 0;

  *from = segment->start;
  *to = segment->end;
  if (options->lock_to > segment->start && options->lock_from < segment->end
      && options->lock_from < options->lock_to)
    {
      *from = MAX (segment->start, options->lock_from);
      *to = MIN (segment->end, options->lock_to);
      return;
    }
  if (options->n_first == 0)
    return;
  for (gsize i = segment->start; i < segment->end; i++)
    if (isfinite (source->values[i]) && ++n == options->n_first)
      {
        *to = i + 1;
        return;
      }
}

static gboolean
has_seasons (const Source *source,
             gsize         from,
             gsize         to)
{
  guint n[PATRON_FIT_MAX_SEASONS] = { 0 };

  for (gsize i = from; i < to; i++)
    n[season_of (source, i)] += isfinite (source->values[i]);
  for (guint s = 0; s < source->options->n_seasons; s++)
    if (n[s] < SEASON_VALUES)
      return FALSE;
  return TRUE;
}

/* What is left of a value on the line is nothing, rather than what was lost
 * to rounding; returns how much that may be. */
static double
take_fit_away (Source               *source,
               PatronProcessSegment *segment)
{
  double blur = 0;

  for (gsize i = segment->start; i < segment->end; i++)
    if (isfinite (source->values[i]))
      blur = fmax (blur, 64 * DBL_EPSILON * fabs (source->values[i]));
  for (gsize i = segment->start; i < segment->end; i++)
    {
      double left = source->values[i]
                    - patron_fit_at (&segment->fit, source->x[i],
                                     season_of (source, i));

      source->left[i] = fabs (left) <= blur ? 0 : left;
    }
  return blur;
}

/* Whether the limits can follow what they are asked to follow. */
static gboolean
fit_segment (Source               *source,
             PatronProcessSegment *segment,
             gsize                 from,
             gsize                 to,
             double               *blur)
{
  const PatronProcessOptions *options = source->options;
  gboolean seasonal = options->n_seasons > 1 && options->season != NULL;
  PatronFitFlags flags
      = (options->median ? PATRON_FIT_ROBUST : PATRON_FIT_NONE)
        | (options->trended ? PATRON_FIT_NONE : PATRON_FIT_LEVEL);

  if (seasonal && !has_seasons (source, from, to))
    return FALSE;
  if (!patron_fit_line (source->x + from, source->values + from,
                        seasonal ? options->season + from : NULL, to - from,
                        seasonal ? options->n_seasons : 1, flags,
                        &segment->fit))
    return FALSE;
  *blur = take_fit_away (source, segment);
  segment->fitted = TRUE;
  return TRUE;
}

static void
draw_lines (const Source               *source,
            const PatronProcessSegment *segment,
            PatronProcessLine          *lines)
{
  const PatronProcess *process = &segment->process;

  for (gsize i = segment->start; i < segment->end; i++)
    {
      double base = segment->fitted
                        ? patron_fit_at (&segment->fit, source->x[i],
                                         season_of (source, i))
                        : 0;

      lines[i] = (PatronProcessLine){ .centre = base + process->centre,
                                      .lower = base + process->lower,
                                      .upper = base + process->upper };
    }
}

static void
judge_segment (Source               *source,
               PatronProcessSegment *segment,
               PatronProcessSeries  *series)
{
  const PatronProcessOptions *options = source->options;
  gboolean follows = options->trended || options->n_seasons > 1;
  const double *values = source->values;
  double blur = 0;
  gsize from, to;

  find_base (source, segment, &from, &to);
  segment->locked = from > segment->start || to < segment->end;
  segment->known = !follows || fit_segment (source, segment, from, to, &blur);
  if (segment->fitted)
    values = source->left;
  if (segment->known)
    segment->known
        = patron_process_limits (values + from, to - from, 0, options->median,
                                 options->screen, &segment->process);
  else
    patron_process_limits (values + from, 0, 0, FALSE, FALSE,
                           &segment->process);
  if (fabs (segment->process.centre) <= blur)
    segment->process.centre = 0;
  /* Values are counted in all of the segment. */
  segment->process.n = 0;
  for (gsize i = segment->start; i < segment->end; i++)
    segment->process.n += isfinite (values[i]);
  draw_lines (source, segment, series->lines);
  if (segment->known)
    patron_process_judge (&segment->process, values + segment->start,
                          segment->end - segment->start, options->rules,
                          options->better, series->points + segment->start);
  else
    for (gsize i = segment->start; i < segment->end; i++)
      series->points[i] = (PatronProcessPoint){ .moving_range = NAN };
}

static void
cut_segments (PatronProcessSeries        *self,
              const PatronProcessOptions *options)
{
  gsize start = 0;

  self->segments = g_new0 (PatronProcessSegment, options->n_rebases + 1);
  for (gsize i = 0; i <= options->n_rebases; i++)
    {
      gsize end = i < options->n_rebases ? MIN (options->rebases[i], self->n)
                                         : self->n;

      if (end <= start && !(i == options->n_rebases && self->n_segments == 0))
        continue;
      self->segments[self->n_segments++]
          = (PatronProcessSegment){ .start = start, .end = end };
      start = end;
    }
}

/**
 * patron_process_series_new:
 * @values: (array length=n): a series in the order of time; what is not finite
 *   is missing
 * @options: how the limits are made
 *
 * Gives each segment of a series its limits, and judges its values by them:
 * runs and moving ranges do not reach from one segment into the next. Where
 * limits follow a trend or the seasons, a line with a level for each season is
 * fitted (see #PatronFit, robust where medians are taken), the limits are
 * those of what is left of the values, and the line is added to them. Seasons
 * need two values each; where they have not, there are no limits.
 *
 * Returns: (transfer full): the lines and the signals
 */
PatronProcessSeries *
patron_process_series_new (const double               *values,
                           gsize                       n,
                           const PatronProcessOptions *options)
{
  PatronProcessSeries *self = g_new0 (PatronProcessSeries, 1);
  gboolean follows = options->trended || options->n_seasons > 1;
  g_autofree double *places = NULL;
  g_autofree double *left = follows ? g_new (double, MAX (n, 1)) : NULL;
  Source source = { values, options->x, options, left };

  g_return_val_if_fail (options->n_seasons <= PATRON_FIT_MAX_SEASONS, self);

  if (follows && source.x == NULL)
    {
      places = g_new (double, MAX (n, 1));
      for (gsize i = 0; i < n; i++)
        places[i] = (double) i;
      source.x = places;
    }
  self->n = n;
  self->points = g_new0 (PatronProcessPoint, MAX (n, 1));
  self->lines = g_new0 (PatronProcessLine, MAX (n, 1));
  cut_segments (self, options);
  for (gsize i = 0; i < self->n_segments; i++)
    judge_segment (&source, &self->segments[i], self);
  return self;
}

void
patron_process_series_free (PatronProcessSeries *self)
{
  g_free (self->points);
  g_free (self->lines);
  g_free (self->segments);
  g_free (self);
}

/**
 * patron_process_series_get_segment:
 * @place: a place of the series
 *
 * Returns: (transfer none): the segment that it belongs to; the last one for
 *   places after the series
 */
const PatronProcessSegment *
patron_process_series_get_segment (const PatronProcessSeries *self,
                                   gsize                      place)
{
  for (gsize i = 0; i < self->n_segments; i++)
    if (place < self->segments[i].end)
      return &self->segments[i];
  return &self->segments[self->n_segments - 1];
}

/**
 * patron_process_series_get_limits:
 * @place: a place of the series
 *
 * Returns: the limits at @place, in the unit of the values, as if they were
 *   flat
 */
PatronProcess
patron_process_series_get_limits (const PatronProcessSeries *self,
                                  gsize                      place)
{
  const PatronProcessSegment *segment
      = patron_process_series_get_segment (self, place);
  PatronProcess process = segment->process;
  double base;

  if (!segment->fitted || place >= self->n)
    return process;
  base = self->lines[place].centre - process.centre;
  process.centre += base;
  process.lower += base;
  process.upper += base;
  process.lower_quartile += base;
  process.upper_quartile += base;
  return process;
}
