/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include <math.h>

#include "patron-journey-scene-private.h"
#include "patron-number.h"

/* Columns narrower than this break words; wider ones are lost on a wall. */
#define LEAST_COLUMN 124.0
#define USUAL_COLUMN 196.0
#define MOST_COLUMN 420.0

/**
 * patron_map_get_cell:
 *
 * Returns: (transfer none) (nullable): the cards of a lane in a stage
 */
GPtrArray *
patron_map_get_cell (const PatronMap *self,
                     guint            lane,
                     guint            stage)
{
  return self->cells[lane * self->n_stages + stage];
}

/**
 * patron_map_flow:
 * @scene: (nullable): the map's scene, or %NULL to measure
 *
 * Returns: a column of the map
 */
PatronFlow
patron_map_flow (const PatronMap *self,
                 PatronScene     *scene,
                 double           x,
                 double           y,
                 double           width)
{
  return (PatronFlow) { scene, self->measurer, self->theme, 1, x, y, width,
                        PATRON_ALIGN_LEFT };
}

/**
 * patron_map_stage_x:
 *
 * Returns: the left edge of a column
 */
double
patron_map_stage_x (const PatronMap *self,
                    guint            stage)
{
  return self->left + stage * self->column;
}

/**
 * patron_map_lane_colour:
 *
 * Returns: the colour of a lane, made to stand out from the paper
 */
PatronColour
patron_map_lane_colour (const PatronMap *self,
                        guint            lane)
{
  PatronRecord *record = g_ptr_array_index (self->lanes, lane);
  PatronColour colour;

  if (!patron_colour_from_text (patron_record_get_text (record, "colour"),
                                &colour))
    colour = patron_theme_series (self->theme, (int) lane);
  return patron_colour_readable (colour, self->theme->background, 3);
}

/**
 * patron_map_signed_text:
 *
 * Returns: (transfer full): a step of the scale from -2 to +2
 */
char *
patron_map_signed_text (double value)
{
  g_autofree char *number
    = patron_number_format (round (value * 10) / 10, -1);

  return value > 0 ? g_strconcat ("+", number, NULL)
                   : g_steal_pointer (&number);
}

static guint
find_index (const GPtrArray *records,
            gint64           id)
{
  for (guint i = 0; i < records->len; i++)
    if (patron_record_get_id (g_ptr_array_index (records, i)) == id)
      return i;
  return G_MAXUINT;
}

static void
fill_cells (PatronMap *self)
{
  const GPtrArray *cards = self->content->cards;

  self->cells = g_new0 (GPtrArray *, self->lanes->len * self->n_stages + 1);
  for (guint i = 0; i < cards->len; i++)
    {
      PatronRecord *card = g_ptr_array_index (cards, i);
      guint lane = find_index (self->lanes,
                               patron_record_get_integer (card, "lane"));
      guint stage = find_index (self->content->stages,
                                patron_record_get_integer (card, "stage"));
      GPtrArray **cell;

      if (lane == G_MAXUINT || stage == G_MAXUINT)
        continue;
      cell = &self->cells[lane * self->n_stages + stage];
      if (*cell == NULL)
        *cell = g_ptr_array_new ();
      g_ptr_array_add (*cell, card);
    }
}

static void
map_init (PatronMap                  *self,
          const PatronJourneyContent *content)
{
  self->content = content;
  self->n_stages = content->stages->len;
  self->lanes = g_ptr_array_new ();
  for (guint i = 0; i < content->lanes->len; i++)
    {
      PatronRecord *lane = g_ptr_array_index (content->lanes, i);

      if (!patron_record_get_integer (lane, "hidden"))
        g_ptr_array_add (self->lanes, lane);
    }
  fill_cells (self);
  patron_map_find_moods (self);
}

static void
map_clear (PatronMap *self)
{
  for (guint i = 0; i < self->lanes->len * self->n_stages; i++)
    g_clear_pointer (&self->cells[i], g_ptr_array_unref);
  g_free (self->cells);
  g_free (self->moods);
  g_ptr_array_unref (self->lanes);
}

static double
frame_width (void)
{
  return 2 * PATRON_MAP_MARGIN + PATRON_MAP_LANE_WIDTH + PATRON_MAP_GAP;
}

static double
width_of (const PatronMap *self,
          double           column)
{
  return frame_width () + MAX (self->n_stages, 4) * column;
}

static PatronScene *
lay_out (PatronMap *self,
         double     width)
{
  PatronItem *paper;
  g_autofree char *words = NULL;

  self->scene = patron_scene_new (width, width);
  self->width = width;
  self->left = PATRON_MAP_MARGIN + PATRON_MAP_LANE_WIDTH + PATRON_MAP_GAP;
  self->column = (width - frame_width ()) / MAX (self->n_stages, 1);
  self->y = PATRON_MAP_MARGIN;
  paper = patron_scene_add_rectangle (self->scene, PATRON_ROLE_BACKGROUND, 0,
                                      0, width, 0);
  paper->fill = self->theme->background;

  if (!self->content->bare)
    patron_map_add_header (self);
  patron_map_add_stages (self);
  if (!self->content->no_curve)
    patron_map_add_curve (self);
  patron_map_add_lanes (self);
  if (!self->content->bare)
    patron_map_add_footer (self);

  patron_scene_set_height (self->scene, ceil (self->y + PATRON_MAP_MARGIN));
  paper->height = patron_scene_get_height (self->scene);
  words = patron_map_write_alt_text (self);
  patron_scene_set_alt_text (self->scene, words);
  return g_steal_pointer (&self->scene);
}

/* A wider map is lower. Looks for the one that has the shape of the page, so
 * that it can be made to fit without leaving half of it empty. */
static double
find_width_for_shape (PatronMap *self,
                      double     shape)
{
  double low = width_of (self, LEAST_COLUMN);
  double high = width_of (self, MOST_COLUMN);

  for (int i = 0; i < 7; i++)
    {
      double middle = (low + high) / 2;
      g_autoptr (PatronScene) scene = lay_out (self, middle);

      if (patron_scene_get_width (scene) / patron_scene_get_height (scene)
          > shape)
        high = middle;
      else
        low = middle;
    }
  return high;
}

static PatronScene *
lay_out_to_fit (PatronMap *self,
                double     width,
                double     height)
{
  double least = width_of (self, LEAST_COLUMN);
  PatronScene *scene;

  if (width <= 0 && height <= 0)
    return lay_out (self, width_of (self, USUAL_COLUMN));
  if (height <= 0)
    {
      scene = lay_out (self, MAX (width, least));
      if (width < least)
        patron_scene_fit (scene, width,
                          ceil (patron_scene_get_height (scene) * width
                                / least));
      return scene;
    }
  if (width <= 0)
    {
      scene = lay_out (self, width_of (self, USUAL_COLUMN));
      patron_scene_fit (scene, ceil (patron_scene_get_width (scene) * height
                                     / patron_scene_get_height (scene)),
                        height);
      return scene;
    }
  scene = lay_out (self, find_width_for_shape (self, width / height));
  patron_scene_fit (scene, width, height);
  return scene;
}

/**
 * patron_journey_map_scene:
 * @source: (nullable): where referenced records are looked up
 * @width: px, or 0 for what the content asks for
 * @height: px, or 0 for what the content asks for
 *
 * Lays out a journey as a map for the wall: stages as columns under the phase
 * they belong to, the experience felt against the one promised, lanes as rows
 * of cards. With a @width alone the map is as high as it comes out; with both
 * it is set and scaled to fill that page.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_journey_map_scene (const PatronJourneyContent *content,
                          const PatronSceneSource    *source,
                          const PatronTheme          *theme,
                          double                      width,
                          double                      height,
                          PatronMeasurer             *measurer)
{
  PatronMap map = { .source = source, .theme = theme, .measurer = measurer };
  PatronScene *scene;

  map_init (&map, content);
  scene = lay_out_to_fit (&map, width, height);
  map_clear (&map);
  if (theme->rtl)
    patron_scene_mirror (scene);
  return scene;
}
