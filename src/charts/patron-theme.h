/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "patron-colour.h"
#include "patron-text.h"

G_BEGIN_DECLS

typedef enum
{
  PATRON_THEME_LIGHT,
  PATRON_THEME_DARK,
  PATRON_THEME_HIGH_CONTRAST,
  PATRON_THEME_HIGH_CONTRAST_DARK,
  PATRON_THEME_PRINT,
} PatronThemeKind;

#define PATRON_N_THEMES 5
#define PATRON_N_SERIES_COLOURS 8

/**
 * PatronTone:
 *
 * What a status means. A tone is never shown by colour alone: a shape or a
 * word stands beside it.
 */
typedef enum
{
  PATRON_TONE_NEUTRAL,
  PATRON_TONE_GOOD,
  PATRON_TONE_WARNING,
  PATRON_TONE_BAD,
  PATRON_TONE_ACCENT,
} PatronTone;

#define PATRON_N_TONES 5

/**
 * PatronTheme:
 * @kind: the theme that the colours come from
 * @family: font families, first choice first; a static or interned string
 * @text_scale: 1, or what the user's text scaling asks for
 * @rtl: whether layout runs from right to left
 * @background: the paper
 * @surface: cards and headers on it
 * @text: text on either
 * @dim: secondary text on either
 * @grid: lines that help the eye
 * @axis: the line that values stand on, and frames
 * @target: target lines and their labels
 * @tones: a text colour per #PatronTone
 * @series: a line colour per series
 *
 * What scenes are coloured and set with. It is plain data: copy it, change
 * it, pass it on. Exports take %PATRON_THEME_PRINT or %PATRON_THEME_LIGHT.
 */
typedef struct
{
  PatronThemeKind kind;
  const char *family;
  double text_scale;
  gboolean rtl;
  PatronColour background;
  PatronColour surface;
  PatronColour text;
  PatronColour dim;
  PatronColour grid;
  PatronColour axis;
  PatronColour target;
  PatronColour tones[PATRON_N_TONES];
  PatronColour series[PATRON_N_SERIES_COLOURS];
} PatronTheme;

void         patron_theme_init        (PatronTheme       *self,
                                       PatronThemeKind    kind);
void         patron_theme_set_brand   (PatronTheme       *self,
                                       const char        *primary,
                                       const char        *secondary);
void         patron_theme_set_font    (PatronTheme       *self,
                                       const char        *family);
PatronFont   patron_theme_font        (const PatronTheme *self,
                                       double             size,
                                       int                weight);
PatronColour patron_theme_series      (const PatronTheme *self,
                                       int                series);
PatronColour patron_theme_series_text (const PatronTheme *self,
                                       int                series);
PatronColour patron_theme_tint        (const PatronTheme *self,
                                       PatronColour       colour,
                                       double             strength);
PatronColour patron_theme_text_on     (const PatronTheme *self,
                                       PatronColour       colour);

G_END_DECLS
