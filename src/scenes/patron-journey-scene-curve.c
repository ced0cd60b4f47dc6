/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-journey-scene-private.h"

#define CURVE_HEIGHT 132.0
#define SAMPLES 16 /* between two stages */

typedef enum
{
  FELT,
  EXPECTED,
} Side;

static double
number_or_nan (PatronRecord *record,
               const char   *field)
{
  return patron_record_get_number (record, field);
}

static double
mean_of_cards (const PatronMap *self,
               guint            stage,
               const char      *field)
{
  double sum = 0;
  guint n = 0;

  for (guint lane = 0; lane < self->lanes->len; lane++)
    {
      const GPtrArray *cards = patron_map_get_cell (self, lane, stage);

      for (guint i = 0; cards != NULL && i < cards->len; i++)
        {
          double value = number_or_nan (g_ptr_array_index (cards, i), field);

          if (isnan (value))
            continue;
          sum += value;
          n++;
        }
    }
  return n > 0 ? sum / n : NAN;
}

static double
mood_of (const PatronMap *self,
         guint            stage,
         const char      *field)
{
  double own = number_or_nan (g_ptr_array_index (self->content->stages, stage),
                              field);
  double value = isnan (own) ? mean_of_cards (self, stage, field) : own;

  return isnan (value) ? NAN : CLAMP (value, -2, 2);
}

/**
 * patron_map_find_moods:
 *
 * Works out the experience of each stage and where it falls farthest behind
 * what was promised.
 */
void
patron_map_find_moods (PatronMap *self)
{
  double widest = 0;

  self->moods = g_new (PatronStageMood, self->n_stages + 1);
  self->widest_gap = -1;
  for (guint i = 0; i < self->n_stages; i++)
    {
      PatronStageMood *mood = &self->moods[i];

      mood->expected = mood_of (self, i, "expected");
      mood->felt = mood_of (self, i, "felt");
      if (mood->expected - mood->felt > widest + 1e-9)
        {
          widest = mood->expected - mood->felt;
          self->widest_gap = (int) i;
        }
    }
}

static double
value_at (const PatronMap *self,
          Side             side,
          int              stage)
{
  if (stage < 0 || stage >= (int) self->n_stages)
    return NAN;
  return side == FELT ? self->moods[stage].felt : self->moods[stage].expected;
}

/* The slope at a stage of a curve that rises and falls only where the values
 * do, and so never leaves their range (Fritsch and Carlson, 1980). */
static double
slope_at (const PatronMap *self,
          Side             side,
          int              stage)
{
  double before = value_at (self, side, stage) - value_at (self, side,
                                                           stage - 1);
  double after = value_at (self, side, stage + 1) - value_at (self, side,
                                                              stage);

  if (isnan (before) || isnan (after) || before * after <= 0)
    return 0;
  return 2 * before * after / (before + after);
}

/* The curve between @stage and the next, at @t from 0 to 1. */
static double
curve_at (const PatronMap *self,
          Side             side,
          int              stage,
          double           t)
{
  double from = value_at (self, side, stage);
  double to = value_at (self, side, stage + 1);
  double out = slope_at (self, side, stage);
  double in = slope_at (self, side, stage + 1);
  double s = 1 - t;

  if (t == 0)
    return from;
  return from * s * s * (1 + 2 * t) + out * t * s * s
         + to * t * t * (1 + 2 * s) - in * t * t * s;
}

typedef struct
{
  const PatronMap *map;
  double top;    /* +2 */
  double bottom; /* -2 */
} Strip;

static double
strip_y (const Strip *strip,
         double       value)
{
  return strip->bottom + (value + 2) / 4 * (strip->top - strip->bottom);
}

static double
strip_x (const Strip *strip,
         double       stage)
{
  return strip->map->left + (stage + 0.5) * strip->map->column
         - PATRON_MAP_GAP / 2;
}

static void
add_curve_line (const Strip  *strip,
                Side          side,
                PatronColour  colour)
{
  const PatronMap *map = strip->map;
  PatronItem *item = patron_scene_add_path (map->scene, PATRON_ROLE_CURVE);
  double third = map->column / 3;
  gboolean pen_down = FALSE;

  for (int i = 0; i < (int) map->n_stages; i++)
    {
      double value = value_at (map, side, i);
      double x = strip_x (strip, i);

      if (isnan (value))
        pen_down = FALSE;
      else if (!pen_down)
        {
          patron_item_move_to (item, x, strip_y (strip, value));
          pen_down = TRUE;
        }
      else
        patron_item_curve_to (
          item, x - 2 * third,
          strip_y (strip, value_at (map, side, i - 1)
                            + slope_at (map, side, i - 1) / 3),
          x - third, strip_y (strip, value - slope_at (map, side, i) / 3), x,
          strip_y (strip, value));
    }
  item->series = side;
  item->stroke = colour;
  item->line_width = side == FELT ? 3 : 2;
  if (side == EXPECTED)
    {
      item->dash = 6;
      item->gap = 4;
    }
}

static void
close_gap (const Strip *strip,
           GArray      *xs,
           GArray      *felt,
           GArray      *expected,
           gboolean     behind)
{
  const PatronTheme *theme = strip->map->theme;
  PatronItem *item;

  if (xs->len > 1)
    {
      item = patron_scene_add_path (strip->map->scene, PATRON_ROLE_CURVE);
      for (guint i = 0; i < xs->len; i++)
        (i == 0 ? patron_item_move_to : patron_item_line_to) (
          item, g_array_index (xs, double, i),
          strip_y (strip, g_array_index (felt, double, i)));
      for (guint i = xs->len; i > 0; i--)
        patron_item_line_to (item, g_array_index (xs, double, i - 1),
                             strip_y (strip, g_array_index (expected, double,
                                                            i - 1)));
      patron_item_close (item);
      item->fill = patron_theme_tint (
        theme, theme->tones[behind ? PATRON_TONE_BAD : PATRON_TONE_GOOD],
        0.16);
    }
  g_array_set_size (xs, 0);
  g_array_set_size (felt, 0);
  g_array_set_size (expected, 0);
}

static void
append_sample (GArray *xs,
               GArray *felt,
               GArray *expected,
               double  x,
               double  f,
               double  e)
{
  g_array_append_val (xs, x);
  g_array_append_val (felt, f);
  g_array_append_val (expected, e);
}

/* Shades what lies between the two curves, in pieces that change colour where
 * the curves cross. */
static void
shade_gaps (const Strip *strip)
{
  const PatronMap *map = strip->map;
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) felt = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean behind = FALSE;

  for (int i = 0; i + 1 < (int) map->n_stages; i++)
    for (int step = 0; step <= SAMPLES; step++)
      {
        double t = step / (double) SAMPLES;
        double x = strip_x (strip, i + t);
        double f = curve_at (map, FELT, i, t);
        double e = curve_at (map, EXPECTED, i, t);

        if (isnan (f) || isnan (e)
            || isnan (value_at (map, FELT, i + 1))
            || isnan (value_at (map, EXPECTED, i + 1)))
          {
            close_gap (strip, xs, felt, expected, behind);
            break;
          }
        if (xs->len > 0 && (f < e) != behind && fabs (f - e) > 1e-9)
          {
            double last_f = g_array_index (felt, double, felt->len - 1);
            double last_e = g_array_index (expected, double,
                                           expected->len - 1);
            double last_x = g_array_index (xs, double, xs->len - 1);
            double before = last_f - last_e;
            double share = before == f - e ? 0 : before / (before - (f - e));
            double cross_x = last_x + share * (x - last_x);
            double cross_y = last_f + share * (f - last_f);

            append_sample (xs, felt, expected, cross_x, cross_y, cross_y);
            close_gap (strip, xs, felt, expected, behind);
            append_sample (xs, felt, expected, cross_x, cross_y, cross_y);
          }
        if (fabs (f - e) > 1e-9)
          behind = f < e;
        append_sample (xs, felt, expected, x, f, e);
      }
  close_gap (strip, xs, felt, expected, behind);
}

static void
add_points (const Strip *strip,
            PatronColour felt,
            PatronColour expected)
{
  const PatronMap *map = strip->map;

  for (guint i = 0; i < map->n_stages; i++)
    for (int side = EXPECTED; side >= FELT; side--)
      {
        double value = value_at (map, (Side) side, (int) i);
        PatronItem *item;

        if (isnan (value))
          continue;
        item = patron_scene_add_circle (map->scene, PATRON_ROLE_CURVE,
                                        strip_x (strip, i),
                                        strip_y (strip, value),
                                        side == FELT ? 6 : 4.5);
        item->series = side;
        item->point = (int) i;
        item->fill = side == FELT ? felt : map->theme->background;
        item->stroke = side == FELT ? map->theme->background : expected;
        item->line_width = 2;
      }
}

static void
add_spots (const Strip *strip)
{
  const PatronMap *map = strip->map;

  for (guint i = 0; i < map->n_stages; i++)
    {
      g_autofree char *words = patron_map_describe_gap (map, i);
      PatronSpot *spot;

      if (words == NULL)
        continue;
      spot = patron_scene_add_spot (map->scene, PATRON_ROLE_CURVE,
                                    patron_map_stage_x (map, i), strip->top,
                                    map->column - PATRON_MAP_GAP,
                                    strip->bottom - strip->top);
      spot->point = (int) i;
      spot->record = patron_record_get_id (
        g_ptr_array_index (map->content->stages, i));
      spot->text = g_steal_pointer (&words);
    }
}

/* A flag over the stage where the promise is broken worst. */
static void
add_widest_gap (const Strip *strip,
                double       top)
{
  const PatronMap *map = strip->map;
  guint stage = (guint) map->widest_gap;
  const PatronStageMood *mood = &map->moods[stage];
  PatronColour bad = map->theme->tones[PATRON_TONE_BAD];
  PatronColour ground = patron_theme_tint (map->theme, bad, 0.14);
  PatronFont font = patron_theme_font (map->theme, 12, 700);
  g_autofree char *expected = patron_map_signed_text (mood->expected);
  g_autofree char *felt = patron_map_signed_text (mood->felt);
  g_autofree char *text
    = g_strdup_printf (_("Largest gap: %s felt, %s expected"), felt, expected);
  double width = patron_text_width (map->measurer, &font, text) + 20;
  double height = patron_text_line_height (&font) + 6;
  double x = strip_x (strip, stage);
  double left = CLAMP (x - width / 2, map->left,
                       MAX (map->left,
                            map->width - PATRON_MAP_MARGIN - width));
  PatronItem *item;

  patron_scene_add_line (map->scene, PATRON_ROLE_MARK, x, top + height, x,
                         strip_y (strip, mood->felt), bad, 1.5);
  item = patron_scene_add_rectangle (map->scene, PATRON_ROLE_MARK, left, top,
                                     width, height);
  item->fill = ground;
  item->radius = height / 2;
  patron_scene_add_text (map->scene, PATRON_ROLE_MARK, map->measurer, &font,
                         text, left + width / 2,
                         top + height / 2 + font.size * 0.35,
                         PATRON_ALIGN_CENTRE,
                         patron_colour_readable (bad, ground, 4.5));
}

static void
add_key (const Strip *strip,
         const char  *label,
         double       y,
         Side         side,
         PatronColour colour)
{
  const PatronMap *map = strip->map;
  PatronType type = { 12, 400, map->theme->text, 1 };
  double left = PATRON_MAP_MARGIN + PATRON_MAP_INDENT;
  PatronFlow flow = patron_map_flow (map, map->scene, left + 28, y, 68);
  PatronItem *item;

  patron_flow_text (&flow, PATRON_ROLE_LEGEND, &type, label);
  item = patron_scene_add_line (map->scene, PATRON_ROLE_LEGEND,
                                left, (y + flow.y) / 2, left + 22,
                                (y + flow.y) / 2, colour,
                                side == FELT ? 3 : 2);
  if (side == EXPECTED)
    {
      item->dash = 6;
      item->gap = 4;
    }
}

static void
add_frame (const Strip *strip,
           double       top,
           PatronColour felt,
           PatronColour expected)
{
  const PatronMap *map = strip->map;
  const char *words[] = { C_("experience", "Delight"),
                          C_("experience", "Neutral"),
                          C_("experience", "Frustration") };
  PatronType heading = { 13.5, 700, map->theme->text, 2 };
  PatronType small = { 11, 400, map->theme->dim, 1 };
  PatronFlow flow = patron_map_flow (map, map->scene,
                                     PATRON_MAP_MARGIN + PATRON_MAP_INDENT,
                                     top, PATRON_MAP_LANE_WIDTH
                                            - PATRON_MAP_INDENT);

  patron_flow_text (&flow, PATRON_ROLE_LANE, &heading, _("Experience"));
  add_key (strip, C_("experience", "Felt"), flow.y + 10, FELT, felt);
  add_key (strip, C_("experience", "Expected"), flow.y + 30, EXPECTED,
           expected);
  for (int i = 0; i < 5; i++)
    {
      double y = floor (strip_y (strip, 2 - i)) + 0.5;

      patron_scene_add_line (map->scene, PATRON_ROLE_GRID, map->left, y,
                             map->width - PATRON_MAP_MARGIN, y,
                             i == 2 ? map->theme->axis : map->theme->grid, 1);
      if (i % 2 != 0)
        continue;
      flow = patron_map_flow (map, map->scene,
                              PATRON_MAP_MARGIN + PATRON_MAP_LANE_WIDTH - 72,
                              y - 7.5, 72);
      flow.align = PATRON_ALIGN_RIGHT;
      patron_flow_text (&flow, PATRON_ROLE_AXIS_LABEL, &small, words[i / 2]);
    }
}

/**
 * patron_map_add_curve:
 *
 * Draws the experience along the stages, felt against promised, with the gap
 * shaded and the largest one named. Nothing, where nobody has judged it yet.
 */
void
patron_map_add_curve (PatronMap *self)
{
  PatronColour felt = self->theme->tones[PATRON_TONE_ACCENT];
  PatronColour expected = self->theme->dim;
  Strip strip = { self, self->y + 34, self->y + 34 + CURVE_HEIGHT };
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_stages; i++)
    any = any || !isnan (self->moods[i].felt)
          || !isnan (self->moods[i].expected);
  if (!any)
    return;
  add_frame (&strip, self->y, felt, expected);
  shade_gaps (&strip);
  add_curve_line (&strip, EXPECTED, expected);
  if (self->widest_gap >= 0)
    add_widest_gap (&strip, self->y);
  add_curve_line (&strip, FELT, felt);
  add_points (&strip, felt, expected);
  add_spots (&strip);
  self->y = strip.bottom + 24;
}
