/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PatronFont:
 * @family: comma-separated families, first choice first; a static or interned
 *   string
 * @size: em size in px
 * @weight: 100 to 900; 400 is regular, 700 bold
 * @tabular: whether digits have one width, for columns and ticks
 */
typedef struct
{
  const char *family;
  double size;
  int weight;
  gboolean tabular;
} PatronFont;

/**
 * PatronMeasurer:
 * @get_metrics: gives the ascent and descent of a font in px
 * @get_advances: gives the advance in px of each character of a text that is
 *   set on one line, kerning and shaping included
 * @free: frees the measurer
 *
 * What a layout asks about type. Layout measures through it and never through
 * a surface, so that it comes out the same for screen, image, SVG and PDF, and
 * so that tests can put plain numbers in its place.
 */
typedef struct _PatronMeasurer PatronMeasurer;
struct _PatronMeasurer
{
  void (*get_metrics)  (PatronMeasurer   *self,
                        const PatronFont *font,
                        double           *ascent,
                        double           *descent);
  void (*get_advances) (PatronMeasurer   *self,
                        const PatronFont *font,
                        const char       *text,
                        gsize             n_bytes,
                        double           *advances,
                        gsize             n_chars);
  void (*free)         (PatronMeasurer   *self);
};

/**
 * PatronLine:
 * @text: one line, without the break that ended it
 * @width: its width in px
 */
typedef struct
{
  char *text;
  double width;
} PatronLine;

void    patron_measurer_free      (PatronMeasurer   *self);

char   *patron_text_clean         (const char       *text);
gboolean patron_text_is_empty     (const char       *text);
gboolean patron_text_runs_from_right (const char    *text);
double  patron_text_width         (PatronMeasurer   *measurer,
                                   const PatronFont *font,
                                   const char       *text);
double  patron_text_line_height   (const PatronFont *font);
void    patron_text_metrics       (PatronMeasurer   *measurer,
                                   const PatronFont *font,
                                   double           *ascent,
                                   double           *descent);
char   *patron_text_ellipsize     (PatronMeasurer   *measurer,
                                   const PatronFont *font,
                                   const char       *text,
                                   double            max_width,
                                   double           *width);
GArray *patron_text_wrap          (PatronMeasurer   *measurer,
                                   const PatronFont *font,
                                   const char       *text,
                                   double            max_width,
                                   guint             max_lines);
double  patron_text_widest_word   (PatronMeasurer   *measurer,
                                   const PatronFont *font,
                                   const char       *text);
GArray *patron_text_wrap_balanced (PatronMeasurer   *measurer,
                                   const PatronFont *font,
                                   const char       *text,
                                   double            max_width,
                                   guint             max_lines);
double  patron_text_lines_width   (const GArray     *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatronMeasurer, patron_measurer_free)

G_END_DECLS
