/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "patron-likeness.h"

/* The first letters of the first and the last word, as people sign. */
static char *
initials_of (const char *name)
{
  g_autofree char *upper = NULL;
  GString *initials = g_string_new (NULL);
  const char *first = name;
  const char *last = NULL;

  while (*first != '\0' && !g_unichar_isalnum (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  for (const char *p = first; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);

      if (g_unichar_isspace (g_utf8_get_char (p))
          && g_unichar_isalnum (g_utf8_get_char (next)))
        last = next;
    }
  if (*first != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (first));
  if (last != NULL)
    g_string_append_unichar (initials, g_utf8_get_char (last));
  upper = g_utf8_strup (initials->str, -1);
  g_string_assign (initials, upper);
  return g_string_free (initials, FALSE);
}

static void
add_monogram (PatronScene       *scene,
              PatronMeasurer    *measurer,
              const PatronTheme *theme,
              const char        *name,
              PatronColour       colour,
              double             x,
              double             y,
              double             size)
{
  PatronColour ground = patron_theme_tint (theme, colour, 0.16);
  PatronColour ink = patron_colour_readable (colour, ground, 4.5);
  PatronFont font = { theme->family, size * 0.38, 700, FALSE };
  g_autofree char *initials = initials_of (name);
  PatronItem *item;

  item = patron_scene_add_circle (scene, PATRON_ROLE_PICTURE, x + size / 2,
                                  y + size / 2, size / 2);
  item->fill = ground;
  if (*initials == '\0')
    {
      /* Nobody has a name yet: a head and shoulders. */
      patron_scene_add_circle (scene, PATRON_ROLE_PICTURE, x + size / 2,
                               y + size * 0.4, size * 0.15)
        ->fill = ink;
      item = patron_scene_add_arc (scene, PATRON_ROLE_PICTURE, x + size / 2,
                                   y + size * 0.8, size * 0.25, G_PI,
                                   2 * G_PI);
      item->inner = -1;
      item->fill = ink;
      return;
    }
  /* Capitals have no descenders: their middle is half the cap height up. */
  patron_scene_add_text (scene, PATRON_ROLE_PICTURE, measurer, &font, initials,
                         x + size / 2, y + size / 2 + font.size * 0.35,
                         PATRON_ALIGN_CENTRE, ink);
}

/**
 * patron_scene_add_likeness:
 * @image: (nullable): a picture
 * @name: whose it is
 * @colour: the colour of a monogram
 * @x: left
 * @y: top
 * @size: the diameter
 *
 * Shows somebody in a circle: their picture, or where there is none, their
 * initials.
 */
void
patron_scene_add_likeness (PatronScene       *scene,
                           PatronMeasurer    *measurer,
                           const PatronTheme *theme,
                           PatronImage       *image,
                           const char        *name,
                           PatronColour       colour,
                           double             x,
                           double             y,
                           double             size)
{
  if (image != NULL)
    patron_scene_add_image (scene, PATRON_ROLE_PICTURE, image, x, y, size,
                            size)
      ->radius = size / 2;
  else
    add_monogram (scene, measurer, theme, name, colour, x, y, size);
}
