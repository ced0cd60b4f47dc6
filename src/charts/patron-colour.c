/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-colour.h"

#include <math.h>
#include <string.h>

static inline int
channel (PatronColour colour,
         int          i)
{
  return (int) (colour >> (24 - 8 * i)) & 0xff;
}

static PatronColour
from_channels (double red,
               double green,
               double blue,
               double alpha)
{
  return (PatronColour) lround (CLAMP (red, 0, 1) * 255) << 24
         | (PatronColour) lround (CLAMP (green, 0, 1) * 255) << 16
         | (PatronColour) lround (CLAMP (blue, 0, 1) * 255) << 8
         | (PatronColour) lround (CLAMP (alpha, 0, 1) * 255);
}

/**
 * patron_colour_get:
 * @red: (out): 0 to 1
 * @green: (out): 0 to 1
 * @blue: (out): 0 to 1
 * @alpha: (out): 0 to 1
 *
 * Takes @colour apart, as cairo wants it.
 */
void
patron_colour_get (PatronColour  colour,
                   double       *red,
                   double       *green,
                   double       *blue,
                   double       *alpha)
{
  *red = channel (colour, 0) / 255.0;
  *green = channel (colour, 1) / 255.0;
  *blue = channel (colour, 2) / 255.0;
  *alpha = channel (colour, 3) / 255.0;
}

/**
 * patron_colour_from_text:
 * @text: (nullable): such as "#1f5fa8"
 * @colour: (out): the colour, opaque
 *
 * Returns: whether @text is a colour of six hexadecimal digits
 */
gboolean
patron_colour_from_text (const char   *text,
                         PatronColour *colour)
{
  guint32 rgb = 0;

  if (text == NULL || *text != '#' || strlen (text) != 7)
    return FALSE;
  for (text++; *text != '\0'; text++)
    {
      if (!g_ascii_isxdigit (*text))
        return FALSE;
      rgb = rgb << 4 | (guint32) g_ascii_xdigit_value (*text);
    }
  *colour = PATRON_RGB (rgb);
  return TRUE;
}

/**
 * patron_colour_mix:
 * @share: how much of @b, 0 to 1
 *
 * Returns: the colour between @a and @b
 */
PatronColour
patron_colour_mix (PatronColour a,
                   PatronColour b,
                   double       share)
{
  double mixed[4];

  for (int i = 0; i < 4; i++)
    mixed[i] = (channel (a, i) * (1 - share) + channel (b, i) * share) / 255;
  return from_channels (mixed[0], mixed[1], mixed[2], mixed[3]);
}

/**
 * patron_colour_fade:
 *
 * Returns: @colour at the opacity @alpha, 0 to 1
 */
PatronColour
patron_colour_fade (PatronColour colour,
                    double       alpha)
{
  return (colour & ~0xffu)
         | (PatronColour) lround (CLAMP (alpha, 0, 1) * 255);
}

static double
to_linear (int value)
{
  double c = value / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
from_linear (double c)
{
  c = CLAMP (c, 0, 1);
  return c <= 0.0031308 ? 12.92 * c : 1.055 * pow (c, 1 / 2.4) - 0.055;
}

static double
luminance (PatronColour colour)
{
  return 0.2126 * to_linear (channel (colour, 0))
         + 0.7152 * to_linear (channel (colour, 1))
         + 0.0722 * to_linear (channel (colour, 2));
}

/**
 * patron_colour_contrast:
 *
 * Returns: the contrast ratio of WCAG 2, from 1 to 21; opacity is not
 *   looked at
 */
double
patron_colour_contrast (PatronColour a,
                        PatronColour b)
{
  double la = luminance (a);
  double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * patron_colour_readable:
 * @ratio: the least contrast: 4.5 for text, 3 for lines
 *
 * Returns: the colour nearest to @colour, on the way to black or to white,
 *   that stands out from @background by @ratio
 */
PatronColour
patron_colour_readable (PatronColour colour,
                        PatronColour background,
                        double       ratio)
{
  PatronColour white = PATRON_RGB (0xffffff);
  PatronColour black = PATRON_RGB (0x000000);
  PatronColour goal = patron_colour_contrast (black, background)
                              > patron_colour_contrast (white, background)
                          ? black
                          : white;

  for (int i = 0; i <= 50; i++)
    {
      PatronColour candidate = patron_colour_mix (colour, goal, i / 50.0);

      if (patron_colour_contrast (candidate, background) >= ratio)
        return candidate;
    }
  return goal;
}

/* Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation
 * of Color Vision Deficiency (2009), severity 1, in linear light. */
static const double sights[PATRON_N_SIGHTS][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

/**
 * patron_colour_simulate:
 *
 * Returns: what @colour looks like to somebody with @sight
 */
PatronColour
patron_colour_simulate (PatronColour colour,
                        PatronSight  sight)
{
  double seen[3];

  for (int row = 0; row < 3; row++)
    {
      double sum = 0;

      for (int i = 0; i < 3; i++)
        sum += sights[sight][row][i] * to_linear (channel (colour, i));
      seen[row] = from_linear (sum);
    }
  return from_channels (seen[0], seen[1], seen[2],
                        channel (colour, 3) / 255.0);
}

static double
lab_curve (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

static void
to_lab (PatronColour colour,
        double       lab[3])
{
  double r = to_linear (channel (colour, 0));
  double g = to_linear (channel (colour, 1));
  double b = to_linear (channel (colour, 2));
  double x = lab_curve ((0.4124564 * r + 0.3575761 * g + 0.1804375 * b)
                        / 0.95047);
  double y = lab_curve (0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  double z = lab_curve ((0.0193339 * r + 0.1191920 * g + 0.9503041 * b)
                        / 1.08883);

  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
hue_angle (double a,
           double b)
{
  double angle = atan2 (b, a);

  return angle < 0 ? angle + 2 * G_PI : angle;
}

/**
 * patron_colour_difference:
 *
 * Measures how far apart two colours look by CIEDE2000 (Sharma, Wu, Dalal,
 * 2005). 1 is just visible side by side; about 10 is told apart at a glance.
 *
 * Returns: the difference, 0 or more
 */
double
patron_colour_difference (PatronColour a,
                          PatronColour b)
{
  double p[3], q[3];
  double mean, pull, c1, c2, h1, h2, dl, dc, dh, lm, cm, hm, t, sl, sc, sh;
  double turn, rc, rt;

  to_lab (a, p);
  to_lab (b, q);
  mean = pow ((hypot (p[1], p[2]) + hypot (q[1], q[2])) / 2, 7);
  pull = 1 + 0.5 * (1 - sqrt (mean / (mean + pow (25, 7))));
  c1 = hypot (p[1] * pull, p[2]);
  c2 = hypot (q[1] * pull, q[2]);
  h1 = hue_angle (p[1] * pull, p[2]);
  h2 = hue_angle (q[1] * pull, q[2]);

  dl = q[0] - p[0];
  dc = c2 - c1;
  dh = c1 * c2 > 0 ? h2 - h1 : 0;
  hm = h1 + h2;
  if (dh > G_PI || dh < -G_PI)
    {
      dh += dh > 0 ? -2 * G_PI : 2 * G_PI;
      hm += hm < 2 * G_PI ? 2 * G_PI : -2 * G_PI;
    }
  if (c1 * c2 > 0)
    hm /= 2;
  dh = 2 * sqrt (c1 * c2) * sin (dh / 2);
  lm = (p[0] + q[0]) / 2;
  cm = (c1 + c2) / 2;

  t = 1 - 0.17 * cos (hm - G_PI / 6) + 0.24 * cos (2 * hm)
      + 0.32 * cos (3 * hm + G_PI / 30) - 0.2 * cos (4 * hm - 63 * G_PI / 180);
  sl = 1 + 0.015 * (lm - 50) * (lm - 50) / sqrt (20 + (lm - 50) * (lm - 50));
  sc = 1 + 0.045 * cm;
  sh = 1 + 0.015 * cm * t;
  turn = (hm * 180 / G_PI - 275) / 25;
  turn = G_PI / 6 * exp (-turn * turn);
  rc = 2 * sqrt (pow (cm, 7) / (pow (cm, 7) + pow (25, 7)));
  rt = -sin (2 * turn) * rc;
  return sqrt (dl / sl * (dl / sl) + dc / sc * (dc / sc) + dh / sh * (dh / sh)
               + rt * (dc / sc) * (dh / sh));
}
