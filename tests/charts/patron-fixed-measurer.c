/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-fixed-measurer.h"

/* Every letter is as wide as every other, so that a layout comes out the same
 * on machines with other fonts. Marks that stand on letters have no width. */
static void
fixed_get_metrics (PatronMeasurer   *self,
                   const PatronFont *font,
                   double           *ascent,
                   double           *descent)
{
  *ascent = font->size * 0.8;
  *descent = font->size * 0.25;
}

static void
fixed_get_advances (PatronMeasurer   *self,
                    const PatronFont *font,
                    const char       *text,
                    gsize             n_bytes,
                    double           *advances,
                    gsize             n_chars)
{
  double width = font->size * (font->weight >= 600 ? 0.55 : 0.5);

  for (gsize i = 0; i < n_chars; i++, text = g_utf8_next_char (text))
    advances[i] = g_unichar_iszerowidth (g_utf8_get_char (text))
                      || *text == '\n'
                    ? 0
                    : width;
}

static void
fixed_free (PatronMeasurer *self)
{
  g_free (self);
}

PatronMeasurer *
patron_fixed_measurer_new (void)
{
  PatronMeasurer *self = g_new (PatronMeasurer, 1);

  self->get_metrics = fixed_get_metrics;
  self->get_advances = fixed_get_advances;
  self->free = fixed_free;
  return self;
}
