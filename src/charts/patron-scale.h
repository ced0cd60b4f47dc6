/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * PatronScale:
 * @from: the value at @start
 * @to: the value at @end
 * @start: px
 * @end: px; less than @start where values rise upwards
 * @logarithmic: whether equal distances are equal factors; @from and @to are
 *   then above zero
 *
 * Values to px, in proportion.
 */
typedef struct
{
  double from;
  double to;
  double start;
  double end;
  gboolean logarithmic;
} PatronScale;

/* Halved, because the distance of two large values may overflow. What a
 * logarithmic scale has no place for stands at its start. */
static inline double
patron_scale_at (const PatronScale *self,
                 double             value)
{
  double range = self->to / 2 - self->from / 2;

  if (range == 0)
    return (self->start + self->end) / 2;
  if (self->logarithmic)
    {
      if (!(value > 0))
        return self->start;
      return self->start
             + (log (value) - log (self->from))
                 / (log (self->to) - log (self->from))
                 * (self->end - self->start);
    }
  return self->start
         + (value / 2 - self->from / 2) / range * (self->end - self->start);
}

G_END_DECLS
