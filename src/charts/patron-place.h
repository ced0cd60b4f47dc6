/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronBox:
 *
 * A rectangle in px that a label takes.
 */
typedef struct
{
  double x, y;
  double width, height;
} PatronBox;

gboolean patron_box_overlaps (const PatronBox *a,
                              const PatronBox *b,
                              double           gap);
gboolean patron_place_spread (double          *centres,
                              const double    *heights,
                              gsize            n,
                              double           min,
                              double           max);
guint    patron_place_count_on_line (const PatronBox *box,
                                     const double    *x,
                                     const double    *y,
                                     gsize            n);

G_END_DECLS
