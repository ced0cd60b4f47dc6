/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-theme.h"

#include <string.h>

#define FAMILY "Cantarell, Adwaita Sans, Sans"

/* The series colours were searched for: told apart by eye and under three
 * kinds of colour blindness (CIEDE2000 of 9 or more between any two, 14
 * between the first four), and 3:1 or more against the background. */
#define SERIES_ON_LIGHT                                                       \
  {                                                                           \
    PATRON_RGB (0x0c5cdc), PATRON_RGB (0xd8754d), PATRON_RGB (0x009c8d),      \
      PATRON_RGB (0x842175), PATRON_RGB (0xa0710d), PATRON_RGB (0x0b96ff),    \
      PATRON_RGB (0xc62053), PATRON_RGB (0x5d6d80)                            \
  }
#define SERIES_ON_DARK                                                        \
  {                                                                           \
    PATRON_RGB (0x6898ff), PATRON_RGB (0xf38464), PATRON_RGB (0x0dddb3),      \
      PATRON_RGB (0xa780a8), PATRON_RGB (0xffcf5d), PATRON_RGB (0xaacefb),    \
      PATRON_RGB (0xff93ce), PATRON_RGB (0x8c9022)                            \
  }

static const PatronTheme themes[PATRON_N_THEMES] = {
  [PATRON_THEME_LIGHT] = {
    .kind = PATRON_THEME_LIGHT,
    .background = PATRON_RGB (0xffffff),
    .surface = PATRON_RGB (0xf5f6f8),
    .text = PATRON_RGB (0x1c2126),
    .dim = PATRON_RGB (0x5c6670),
    .grid = PATRON_RGB (0xe4e7eb),
    .axis = PATRON_RGB (0x8d969f),
    .target = PATRON_RGB (0x3d454d),
    .tones = { PATRON_RGB (0x5c6670), PATRON_RGB (0x14713d),
               PATRON_RGB (0x8a5a00), PATRON_RGB (0xb3202c),
               PATRON_RGB (0x0c5cdc) },
    .series = SERIES_ON_LIGHT,
  },
  [PATRON_THEME_DARK] = {
    .kind = PATRON_THEME_DARK,
    .background = PATRON_RGB (0x1e1f22),
    .surface = PATRON_RGB (0x2a2c30),
    .text = PATRON_RGB (0xf2f3f5),
    .dim = PATRON_RGB (0xaab2bb),
    .grid = PATRON_RGB (0x393c41),
    .axis = PATRON_RGB (0x7b838c),
    .target = PATRON_RGB (0xd5dae0),
    .tones = { PATRON_RGB (0xaab2bb), PATRON_RGB (0x5fd28d),
               PATRON_RGB (0xf0b83d), PATRON_RGB (0xff8a85),
               PATRON_RGB (0x7fabff) },
    .series = SERIES_ON_DARK,
  },
  [PATRON_THEME_HIGH_CONTRAST] = {
    .kind = PATRON_THEME_HIGH_CONTRAST,
    .background = PATRON_RGB (0xffffff),
    .surface = PATRON_RGB (0xffffff),
    .text = PATRON_RGB (0x000000),
    .dim = PATRON_RGB (0x26292c),
    .grid = PATRON_RGB (0x8a8f94),
    .axis = PATRON_RGB (0x000000),
    .target = PATRON_RGB (0x000000),
    .tones = { PATRON_RGB (0x26292c), PATRON_RGB (0x005227),
               PATRON_RGB (0x5c3b00), PATRON_RGB (0x8f0013),
               PATRON_RGB (0x003f9e) },
    .series = SERIES_ON_LIGHT,
  },
  [PATRON_THEME_HIGH_CONTRAST_DARK] = {
    .kind = PATRON_THEME_HIGH_CONTRAST_DARK,
    .background = PATRON_RGB (0x000000),
    .surface = PATRON_RGB (0x000000),
    .text = PATRON_RGB (0xffffff),
    .dim = PATRON_RGB (0xdfe3e8),
    .grid = PATRON_RGB (0x7b8188),
    .axis = PATRON_RGB (0xffffff),
    .target = PATRON_RGB (0xffffff),
    .tones = { PATRON_RGB (0xdfe3e8), PATRON_RGB (0x84efad),
               PATRON_RGB (0xffd36b), PATRON_RGB (0xffaaa6),
               PATRON_RGB (0xa5c8ff) },
    .series = SERIES_ON_DARK,
  },
  [PATRON_THEME_PRINT] = {
    .kind = PATRON_THEME_PRINT,
    .background = PATRON_RGB (0xffffff),
    .surface = PATRON_RGB (0xf4f5f6),
    .text = PATRON_RGB (0x000000),
    .dim = PATRON_RGB (0x4a5158),
    .grid = PATRON_RGB (0xd9dcdf),
    .axis = PATRON_RGB (0x6f767d),
    .target = PATRON_RGB (0x25292d),
    .tones = { PATRON_RGB (0x4a5158), PATRON_RGB (0x0d5c30),
               PATRON_RGB (0x744b00), PATRON_RGB (0x9c1823),
               PATRON_RGB (0x0a4bb5) },
    .series = SERIES_ON_LIGHT,
  },
};

/**
 * patron_theme_init:
 *
 * Sets @self to one of the themes.
 */
void
patron_theme_init (PatronTheme     *self,
                   PatronThemeKind  kind)
{
  *self = themes[kind];
  self->family = FAMILY;
  self->text_scale = 1;
}

static double
nearest_by_any_sight (PatronColour        colour,
                      const PatronColour *others,
                      int                 n_others)
{
  double nearest = G_MAXDOUBLE;

  for (int i = 0; i < n_others; i++)
    for (int sight = 0; sight < PATRON_N_SIGHTS; sight++)
      {
        PatronColour a = patron_colour_simulate (colour, (PatronSight) sight);
        PatronColour b = patron_colour_simulate (others[i],
                                                 (PatronSight) sight);

        nearest = MIN (nearest, patron_colour_difference (a, b));
      }
  return nearest;
}

/**
 * patron_theme_set_brand:
 * @primary: (nullable): the first brand colour, such as "#1f5fa8"
 * @secondary: (nullable): the second
 *
 * Puts the brand's colours first among the series, made to stand out from the
 * background, and after them those of the theme that are told apart best from
 * what stands before. What is no colour is passed over.
 */
void
patron_theme_set_brand (PatronTheme *self,
                        const char  *primary,
                        const char  *secondary)
{
  const char *const brand[] = { primary, secondary };
  PatronColour left[PATRON_N_SERIES_COLOURS];
  int n_left = PATRON_N_SERIES_COLOURS;
  int n = 0;

  memcpy (left, self->series, sizeof left);
  for (gsize i = 0; i < G_N_ELEMENTS (brand); i++)
    {
      PatronColour colour;

      if (!patron_colour_from_text (brand[i], &colour))
        continue;
      self->series[n++] = patron_colour_readable (colour, self->background, 3);
      if (n == 1)
        self->tones[PATRON_TONE_ACCENT]
          = patron_colour_readable (colour, self->background, 4.5);
    }
  if (n == 0)
    return;
  while (n < PATRON_N_SERIES_COLOURS)
    {
      double best_distance = -1;
      int best = 0;

      for (int i = 0; i < n_left; i++)
        {
          double distance = nearest_by_any_sight (left[i], self->series, n);

          if (distance > best_distance)
            {
              best_distance = distance;
              best = i;
            }
        }
      self->series[n++] = left[best];
      left[best] = left[--n_left];
    }
}

/**
 * patron_theme_set_font:
 * @family: (nullable): the brand's font family, or %NULL for none
 *
 * Sets type in the brand's family, and in that of the theme where it is not
 * installed.
 */
void
patron_theme_set_font (PatronTheme *self,
                       const char  *family)
{
  g_autofree char *clean = patron_text_clean (family != NULL ? family : "");
  g_autofree char *families = NULL;

  /* A comma would begin another family. */
  g_strdelimit (clean, ",", ' ');
  if (*g_strstrip (clean) == '\0')
    return;
  families = g_strconcat (clean, ", " FAMILY, NULL);
  self->family = g_intern_string (families);
}

/**
 * patron_theme_font:
 * @size: px before the user's text scaling
 *
 * Returns: a font of the theme
 */
PatronFont
patron_theme_font (const PatronTheme *self,
                   double             size,
                   int                weight)
{
  return (PatronFont) { self->family, size * self->text_scale, weight, FALSE };
}

/**
 * patron_theme_series:
 *
 * Returns: the colour of the lines and areas of a series, counted from 0
 */
PatronColour
patron_theme_series (const PatronTheme *self,
                     int                series)
{
  return self->series[ABS (series) % PATRON_N_SERIES_COLOURS];
}

/**
 * patron_theme_series_text:
 *
 * Returns: the colour of a series for text, with a contrast of 4.5 or more,
 *   on a tinted band too
 */
PatronColour
patron_theme_series_text (const PatronTheme *self,
                          int                series)
{
  return patron_colour_readable (patron_theme_series (self, series),
                                 self->background, 5.3);
}

/**
 * patron_theme_tint:
 * @strength: 0 for the background, 1 for @colour
 *
 * Returns: an opaque tint of @colour on the background
 */
PatronColour
patron_theme_tint (const PatronTheme *self,
                   PatronColour       colour,
                   double             strength)
{
  return patron_colour_mix (self->background, colour, strength);
}

/**
 * patron_theme_text_on:
 *
 * Returns: the colour of text on an area of @colour: that of text or of the
 *   paper, whichever stands out more, and by 4.5 at least
 */
PatronColour
patron_theme_text_on (const PatronTheme *self,
                      PatronColour       colour)
{
  gboolean text = patron_colour_contrast (self->text, colour)
                  >= patron_colour_contrast (self->background, colour);

  return patron_colour_readable (text ? self->text : self->background, colour,
                                 4.6);
}
