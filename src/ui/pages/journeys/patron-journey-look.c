/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "patron-journey-look.h"

#include <adwaita.h>
#include <math.h>

/* How the parts of a map are coloured and drawn: with the theme of the
 * charts, so that the map on the screen and the one on paper agree. */

/**
 * patron_journey_look_init:
 * @theme: (out caller-allocates): the theme that @widget is shown in
 */
void
patron_journey_look_init (PatronTheme *theme,
                          GtkWidget   *widget)
{
  AdwStyleManager *manager
      = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    patron_theme_init (theme, dark ? PATRON_THEME_HIGH_CONTRAST_DARK
                                   : PATRON_THEME_HIGH_CONTRAST);
  else
    patron_theme_init (theme, dark ? PATRON_THEME_DARK : PATRON_THEME_LIGHT);
}

GdkRGBA
patron_journey_look_colour (PatronColour colour)
{
  double red, green, blue, alpha;

  patron_colour_get (colour, &red, &green, &blue, &alpha);
  return (GdkRGBA) { red, green, blue, alpha };
}

/**
 * patron_journey_look_lane:
 * @index: which lane it is, from the top
 *
 * Returns: the colour of the lane, made to stand out from the background, as
 *   on the exported map
 */
PatronColour
patron_journey_look_lane (const PatronTheme *theme,
                          PatronRecord      *lane,
                          guint              index)
{
  PatronColour colour;

  if (!patron_colour_from_text (patron_record_get_text (lane, "colour"),
                                &colour))
    colour = patron_theme_series (theme, index);
  return patron_colour_readable (colour, theme->background, 3);
}

void
patron_journey_look_fill (GtkSnapshot  *snapshot,
                          PatronColour  colour,
                          float         x,
                          float         y,
                          float         width,
                          float         height)
{
  GdkRGBA rgba = patron_journey_look_colour (colour);

  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (x, y, width, height));
}

/**
 * patron_journey_look_ring:
 * @line: half of @size for a full disc
 *
 * Draws a ring without a path or a clip, which cost more.
 */
void
patron_journey_look_ring (GtkSnapshot  *snapshot,
                          PatronColour  colour,
                          float         x,
                          float         y,
                          float         size,
                          float         line)
{
  GdkRGBA rgba = patron_journey_look_colour (colour);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (x, y, size, size), size / 2);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

static void
trace_star (cairo_t *cr)
{
  for (int i = 0; i < 10; i++)
    {
      double radius = i % 2 == 0 ? 0.55 : 0.23;
      double angle = (i * 36 - 90) * G_PI / 180;

      cairo_line_to (cr, 0.5 + radius * cos (angle),
                     0.53 + radius * sin (angle));
    }
}

static void
trace_polygon (cairo_t      *cr,
               const double *points,
               guint         n_points)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (cr);
}

/* Each moment has a shape of its own in a square of one by one. */
static void
trace_moment (cairo_t             *cr,
              PatronJourneyMoment  moment)
{
  static const double diamond[] = { .5, 0, 1, .5, .5, 1, 0, .5 };
  static const double triangle[] = { .5, .05, 1, .95, 0, .95 };
  static const double upper[] = { .1, 0, .9, 0, .5, .5 };
  static const double lower[] = { .5, .5, .9, 1, .1, 1 };
  static const double shaft[] = { .38, 0, .62, 0, .62, .5, .38, .5 };
  static const double head[] = { .08, .45, .92, .45, .5, .98 };

  switch (moment)
    {
    case PATRON_JOURNEY_TRUTH:
      trace_polygon (cr, diamond, 4);
      break;
    case PATRON_JOURNEY_PAIN:
      trace_polygon (cr, triangle, 3);
      break;
    case PATRON_JOURNEY_DELIGHT:
      trace_star (cr);
      break;
    case PATRON_JOURNEY_WAIT:
      trace_polygon (cr, upper, 3);
      trace_polygon (cr, lower, 3);
      break;
    case PATRON_JOURNEY_DROP_OFF:
      trace_polygon (cr, shaft, 4);
      trace_polygon (cr, head, 3);
      break;
    case PATRON_JOURNEY_NO_MOMENT:
    default:
      break;
    }
}

/**
 * patron_journey_look_moment:
 *
 * Draws the shape of a moment: a diamond for a moment of truth, a triangle
 * for a pain, a star for a delight, an hourglass for a wait, an arrow down
 * for a drop-off.
 */
void
patron_journey_look_moment (GtkSnapshot         *snapshot,
                            PatronJourneyMoment  moment,
                            PatronColour         colour,
                            float                x,
                            float                y,
                            float                size)
{
  GdkRGBA rgba = patron_journey_look_colour (colour);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (x - 1, y - 1, size + 2, size + 2));

  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  gdk_cairo_set_source_rgba (cr, &rgba);
  trace_moment (cr, moment);
  cairo_fill (cr);
  cairo_destroy (cr);
}

PatronColour
patron_journey_look_moment_tone (const PatronTheme   *theme,
                                 PatronJourneyMoment  moment)
{
  switch (moment)
    {
    case PATRON_JOURNEY_PAIN:
    case PATRON_JOURNEY_DROP_OFF:
      return theme->tones[PATRON_TONE_BAD];
    case PATRON_JOURNEY_DELIGHT:
      return theme->tones[PATRON_TONE_GOOD];
    case PATRON_JOURNEY_WAIT:
      return theme->tones[PATRON_TONE_WARNING];
    case PATRON_JOURNEY_TRUTH:
      return theme->tones[PATRON_TONE_ACCENT];
    case PATRON_JOURNEY_NO_MOMENT:
    default:
      return theme->tones[PATRON_TONE_NEUTRAL];
    }
}
