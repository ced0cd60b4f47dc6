/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-theme.h"

#include <math.h>

/* Pairs of CIEDE2000 from Sharma, Wu and Dalal (2005) would need Lab input;
 * these are the same formula on sRGB, worked out by hand. */
static void
test_known (void)
{
  PatronColour white = PATRON_RGB (0xffffff);
  PatronColour black = PATRON_RGB (0x000000);
  PatronColour colour = 0;

  g_assert_cmpfloat_with_epsilon (patron_colour_contrast (white, black), 21,
                                  1e-9);
  /* The lightest grey that WCAG lets stand on white. */
  g_assert_cmpfloat (patron_colour_contrast (PATRON_RGB (0x767676), white), >=,
                     4.5);
  g_assert_cmpfloat (patron_colour_contrast (PATRON_RGB (0x777777), white), <,
                     4.5);
  g_assert_cmpfloat_with_epsilon (patron_colour_difference (white, black), 100,
                                  0.01);
  g_assert_cmpfloat (patron_colour_difference (white, white), ==, 0);
  g_assert_true (patron_colour_from_text ("#1a5fB4", &colour));
  g_assert_cmphex (colour, ==, 0x1a5fb4ff);
  g_assert_false (patron_colour_from_text ("1a5fb4", &colour));
  g_assert_false (patron_colour_from_text ("#1a5fbx", &colour));
  g_assert_false (patron_colour_from_text (NULL, &colour));
}

static void
assert_text (const PatronTheme *theme,
             PatronColour       text,
             PatronColour       ground)
{
  double least = theme->kind == PATRON_THEME_HIGH_CONTRAST
                     || theme->kind == PATRON_THEME_HIGH_CONTRAST_DARK
                   ? 7
                   : 4.5;

  g_assert_cmpfloat (patron_colour_contrast (text, ground), >=, least);
}

/* Everything that is read stands out by 4.5 to 1, in high contrast by 7. */
static void
test_contrast (void)
{
  for (int kind = 0; kind < PATRON_N_THEMES; kind++)
    {
      PatronTheme theme;

      patron_theme_init (&theme, (PatronThemeKind) kind);
      assert_text (&theme, theme.text, theme.background);
      assert_text (&theme, theme.text, theme.surface);
      assert_text (&theme, theme.dim, theme.background);
      assert_text (&theme, theme.dim, theme.surface);
      assert_text (&theme, theme.target, theme.background);
      for (int tone = 0; tone < PATRON_N_TONES; tone++)
        assert_text (&theme, theme.tones[tone], theme.background);
      g_assert_cmpfloat (patron_colour_contrast (theme.axis,
                                                 theme.background), >=, 2.8);
      for (int i = 0; i < PATRON_N_SERIES_COLOURS; i++)
        {
          g_assert_cmpfloat (patron_colour_contrast (theme.series[i],
                                                     theme.background),
                             >=, 3);
          g_assert_cmpfloat (
            patron_colour_contrast (patron_theme_series_text (&theme, i),
                                    theme.background), >=, 4.5);
        }
    }
}

static double
nearest_pair (const PatronTheme *theme,
              int                n)
{
  double nearest = INFINITY;

  for (int sight = 0; sight < PATRON_N_SIGHTS; sight++)
    for (int i = 0; i < n; i++)
      for (int j = i + 1; j < n; j++)
        {
          PatronColour a = patron_colour_simulate (theme->series[i],
                                                   (PatronSight) sight);
          PatronColour b = patron_colour_simulate (theme->series[j],
                                                   (PatronSight) sight);

          nearest = fmin (nearest, patron_colour_difference (a, b));
        }
  return nearest;
}

/* Series are told apart by everybody: all eight, and the first four, which
 * most charts have, from across a room. */
static void
test_palette (void)
{
  for (int kind = 0; kind < PATRON_N_THEMES; kind++)
    {
      PatronTheme theme;

      patron_theme_init (&theme, (PatronThemeKind) kind);
      g_assert_cmpfloat (nearest_pair (&theme, PATRON_N_SERIES_COLOURS), >,
                         9);
      g_assert_cmpfloat (nearest_pair (&theme, 4), >, 14);
    }
}

/* A brand's colours come first, stand out, and push none of the others into
 * their own shade. */
static void
test_brand (void)
{
  static const char *const brands[] = {
    "#ffee00", "#000000", "#ffffff", "#0c5cdc", "#e01b24", "#26a269",
  };

  for (int kind = 0; kind < PATRON_N_THEMES; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (brands); i++)
      {
        PatronTheme theme;

        patron_theme_init (&theme, (PatronThemeKind) kind);
        patron_theme_set_brand (&theme, brands[i], "none");
        g_assert_cmpfloat (patron_colour_contrast (theme.series[0],
                                                   theme.background), >=, 3);
        g_assert_cmpfloat (patron_colour_contrast (
                             theme.tones[PATRON_TONE_ACCENT],
                             theme.background), >=, 4.5);
        g_assert_cmpfloat (nearest_pair (&theme, 5), >, 9);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/colour/known", test_known);
  g_test_add_func ("/charts/colour/contrast", test_contrast);
  g_test_add_func ("/charts/colour/palette", test_palette);
  g_test_add_func ("/charts/colour/brand", test_brand);
  return g_test_run ();
}
