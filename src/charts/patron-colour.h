/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronColour:
 *
 * A colour as 0xRRGGBBAA in sRGB, not premultiplied. 0 paints nothing.
 */
typedef guint32 PatronColour;

#define PATRON_RGB(rgb) (((PatronColour) (rgb) << 8) | 0xffu)

/**
 * PatronSight:
 *
 * The ways of seeing that a palette must be told apart in.
 */
typedef enum
{
  PATRON_SIGHT_FULL,
  PATRON_SIGHT_PROTANOPIA,
  PATRON_SIGHT_DEUTERANOPIA,
  PATRON_SIGHT_TRITANOPIA,
} PatronSight;

#define PATRON_N_SIGHTS 4

void         patron_colour_get        (PatronColour  colour,
                                       double       *red,
                                       double       *green,
                                       double       *blue,
                                       double       *alpha);
gboolean     patron_colour_from_text  (const char   *text,
                                       PatronColour *colour);
PatronColour patron_colour_mix        (PatronColour  a,
                                       PatronColour  b,
                                       double        share);
PatronColour patron_colour_fade       (PatronColour  colour,
                                       double        alpha);
double       patron_colour_contrast   (PatronColour  a,
                                       PatronColour  b);
PatronColour patron_colour_readable   (PatronColour  colour,
                                       PatronColour  background,
                                       double        ratio);
PatronColour patron_colour_simulate   (PatronColour  colour,
                                       PatronSight   sight);
double       patron_colour_difference (PatronColour  a,
                                       PatronColour  b);

G_END_DECLS
