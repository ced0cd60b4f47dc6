/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronScale:
 * @from: the value at @start
 * @to: the value at @end
 * @start: px
 * @end: px; less than @start where values rise upwards
 *
 * Values to px, in proportion.
 */
typedef struct
{
  double from;
  double to;
  double start;
  double end;
} PatronScale;

/* Halved, because the distance of two large values may overflow. */
static inline double
patron_scale_at (const PatronScale *self,
                 double             value)
{
  double range = self->to / 2 - self->from / 2;

  if (range == 0)
    return (self->start + self->end) / 2;
  return self->start
         + (value / 2 - self->from / 2) / range * (self->end - self->start);
}

G_END_DECLS
