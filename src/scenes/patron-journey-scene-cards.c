/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-journey-scene-private.h"

#define PADDING 10.0
#define CARD_GAP 8.0
#define LANE_PADDING 12.0
#define PICTURE_SHAPE 0.6 /* height by width */

/* What stands out, by a shape, a word and a colour. */
static const struct
{
  const char *id;
  PatronMarker marker;
  PatronTone tone;
} moments[] = {
  { "truth", PATRON_MARKER_DIAMOND, PATRON_TONE_ACCENT },
  { "pain", PATRON_MARKER_TRIANGLE, PATRON_TONE_BAD },
  { "delight", PATRON_MARKER_CIRCLE, PATRON_TONE_GOOD },
  { "wait", PATRON_MARKER_SQUARE, PATRON_TONE_WARNING },
  { "drop_off", PATRON_MARKER_CROSS, PATRON_TONE_BAD },
};

static int
find_moment (PatronRecord *card)
{
  const char *id = patron_record_get_text (card, "moment");

  for (gsize i = 0; id != NULL && i < G_N_ELEMENTS (moments); i++)
    if (g_str_equal (id, moments[i].id))
      return (int) i;
  return -1;
}

static void
add_moment (const PatronMap *self,
            PatronFlow      *flow,
            PatronRecord    *card,
            PatronColour     ground)
{
  int moment = find_moment (card);
  g_autofree char *word = NULL;
  PatronColour ink;
  PatronType type;
  double top = flow->y;

  if (moment < 0)
    return;
  ink = patron_colour_readable (self->theme->tones[moments[moment].tone],
                                ground, 4.5);
  type = (PatronType) { 11.5, 700, ink, 2 };
  word = patron_scene_source_format (self->source, card, "moment");
  flow->x += 15;
  flow->width -= 15;
  patron_flow_text (flow, PATRON_ROLE_MARK, &type, word);
  flow->x -= 15;
  flow->width += 15;
  patron_scene_add_marker (flow->scene, PATRON_ROLE_MARK,
                           moments[moment].marker, flow->x + 5.5,
                           top + 11.5 * 1.35 / 2, 4.5)
    ->fill = ink;
  patron_flow_space (flow, 2);
}

static void
add_picture (const PatronMap *self,
             PatronFlow      *flow,
             PatronRecord    *card)
{
  g_autoptr (PatronImage) picture = NULL;
  double height = flow->width * PICTURE_SHAPE;

  if (patron_record_get_integer (card, "picture") == 0)
    return;
  picture = patron_scene_source_load (self->source, card, "picture");
  if (picture == NULL)
    return;
  patron_scene_add_image (flow->scene, PATRON_ROLE_PICTURE, picture, flow->x,
                          flow->y, flow->width, height)
    ->radius = 6;
  flow->y += height + 8;
}

/* The small print of a card: by which channel, how it was against how it was
 * promised, and which KPI measures it. */
static void
add_facts (const PatronMap *self,
           PatronFlow      *flow,
           PatronRecord    *card,
           PatronColour     ground)
{
  g_autofree char *channel = patron_scene_source_name (self->source, card,
                                                       "channel");
  g_autofree char *kpi = patron_scene_source_name (self->source, card, "kpi");
  double felt = patron_record_get_number (card, "felt");
  double expected = patron_record_get_number (card, "expected");
  PatronColour dim = patron_colour_readable (self->theme->dim, ground, 4.5);
  PatronType type = { 11.5, 400, dim, 2 };

  if (channel != NULL)
    patron_flow_text (flow, PATRON_ROLE_CARD, &type, channel);
  if (!isnan (felt) && !isnan (expected) && felt < expected)
    {
      g_autofree char *f = patron_map_signed_text (felt);
      g_autofree char *e = patron_map_signed_text (expected);
      /* Translators: an experience on a scale from -2 to +2. */
      g_autofree char *text = g_strdup_printf (_("%s felt, %s expected"), f,
                                               e);

      type.colour = patron_colour_readable (
        self->theme->tones[PATRON_TONE_BAD], ground, 4.5);
      patron_flow_text (flow, PATRON_ROLE_CARD, &type, text);
      type.colour = dim;
    }
  if (kpi != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("KPI: %s"), kpi);

      patron_flow_text (flow, PATRON_ROLE_CARD, &type, text);
    }
}

static gboolean
is_lane_of (PatronRecord *lane,
            const char   *kind)
{
  return g_strcmp0 (patron_record_get_text (lane, "kind"), kind) == 0;
}

/* Sets what is on a card into @flow. */
static void
add_content (const PatronMap *self,
             PatronFlow      *flow,
             PatronRecord    *card,
             guint            lane,
             PatronColour     ground)
{
  gboolean touchpoint = is_lane_of (g_ptr_array_index (self->lanes, lane),
                                    "touchpoint");
  g_autofree char *title = patron_scene_record_title (card);
  g_autofree char *note
    = patron_text_clean (patron_record_get_text (card, "note"));
  PatronType title_type = { 13, touchpoint ? 700 : 400, self->theme->text,
                            10 };
  PatronType note_type = { 12, 400,
                           patron_colour_readable (self->theme->dim, ground,
                                                   4.5), 8 };

  add_picture (self, flow, card);
  add_moment (self, flow, card, ground);
  patron_flow_text (flow, PATRON_ROLE_CARD, &title_type, title);
  if (*note != '\0')
    {
      patron_flow_space (flow, 3);
      patron_flow_text (flow, PATRON_ROLE_CARD, &note_type, note);
    }
  patron_flow_space (flow, 3);
  add_facts (self, flow, card, ground);
}

static double
card_width (const PatronMap *self)
{
  return self->column - PATRON_MAP_GAP;
}

static double
add_card (PatronMap    *self,
          PatronRecord *card,
          guint         lane,
          guint         stage,
          double        y)
{
  PatronColour colour = patron_map_lane_colour (self, lane);
  PatronColour ground = patron_theme_tint (self->theme, colour, 0.1);
  double x = patron_map_stage_x (self, stage);
  int moment = find_moment (card);
  gint64 id = patron_record_get_id (card);
  PatronItem *item;
  PatronSpot *spot;
  PatronFlow flow;

  patron_scene_set_tag (self->scene, (int) lane, (int) stage, id);
  item = patron_scene_add_rectangle (self->scene, PATRON_ROLE_CARD, x, y,
                                     card_width (self), 0);
  item->radius = 8;
  item->fill = ground;
  item->stroke = patron_theme_tint (self->theme, colour, 0.35);
  item->line_width = 1;
  if (moment >= 0)
    {
      item->stroke = self->theme->tones[moments[moment].tone];
      item->line_width = 2;
    }
  flow = patron_map_flow (self, self->scene, x + PADDING, y + PADDING,
                          card_width (self) - 2 * PADDING);
  add_content (self, &flow, card, lane, ground);
  /* The card is as high as what is on it. */
  item->height = flow.y + PADDING - 3 - y;
  patron_scene_set_tag (self->scene, -1, -1, 0);

  spot = patron_scene_add_spot (self->scene, PATRON_ROLE_CARD, x, y,
                                card_width (self), item->height);
  spot->series = (int) lane;
  spot->point = (int) stage;
  spot->record = id;
  spot->text = patron_map_describe_card (self, card, lane, stage);
  return item->height;
}

static double
add_cell (PatronMap *self,
          guint      lane,
          guint      stage,
          double     top)
{
  const GPtrArray *cards = patron_map_get_cell (self, lane, stage);
  double y = top;

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    y += add_card (self, g_ptr_array_index (cards, i), lane, stage, y)
         + CARD_GAP;
  return y > top ? y - CARD_GAP : y;
}

static double
add_lane_name (PatronMap *self,
               guint      lane,
               double     top)
{
  PatronRecord *record = g_ptr_array_index (self->lanes, lane);
  g_autofree char *name = patron_scene_record_title (record);
  PatronType type = { 13.5, 700, self->theme->text, 4 };
  PatronFlow flow = patron_map_flow (self, self->scene, PATRON_MAP_MARGIN
                                       + PATRON_MAP_INDENT,
                                     top + 2,
                                     PATRON_MAP_LANE_WIDTH
                                       - PATRON_MAP_INDENT);

  patron_scene_set_tag (self->scene, (int) lane, -1,
                        patron_record_get_id (record));
  patron_flow_text (&flow, PATRON_ROLE_LANE, &type, name);
  patron_scene_set_tag (self->scene, -1, -1, 0);
  return flow.y;
}

static void
finish_lane (PatronMap *self,
             guint      lane,
             double     top,
             double     bottom)
{
  PatronRecord *record = g_ptr_array_index (self->lanes, lane);
  PatronItem *bar = patron_scene_add_rectangle (
    self->scene, PATRON_ROLE_LANE, PATRON_MAP_MARGIN, top, 5, bottom - top);
  PatronSpot *spot = patron_scene_add_spot (
    self->scene, PATRON_ROLE_LANE, PATRON_MAP_MARGIN, top,
    PATRON_MAP_LANE_WIDTH, bottom - top);

  bar->radius = 2.5;
  bar->fill = patron_map_lane_colour (self, lane);
  bar->series = (int) lane;
  spot->series = (int) lane;
  spot->record = patron_record_get_id (record);
  spot->text = patron_scene_record_title (record);
}

/**
 * patron_map_add_lanes:
 *
 * Sets the lanes below each other, each as high as its fullest cell.
 */
void
patron_map_add_lanes (PatronMap *self)
{
  double right = self->width - PATRON_MAP_MARGIN;

  for (guint lane = 0; lane < self->lanes->len; lane++)
    {
      double y = floor (self->y) + 0.5;
      double top = self->y + LANE_PADDING;
      double bottom;

      patron_scene_add_line (self->scene, PATRON_ROLE_GRID, PATRON_MAP_MARGIN,
                             y, right, y, self->theme->grid, 1);
      /* MAX () would add everything twice. */
      bottom = fmax (add_lane_name (self, lane, top), top + 28);
      for (guint stage = 0; stage < self->n_stages; stage++)
        bottom = fmax (bottom, add_cell (self, lane, stage, top));
      finish_lane (self, lane, top, bottom);
      self->y = bottom + LANE_PADDING;
    }
}
