/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-format.h"
#include "patron-journey-scene-private.h"
#include "patron-number.h"

#define LIKENESS 64.0
#define CHEVRON 11.0

/* Who walks the journey, at the right end of the header. Gives the width. */
static double
add_person (PatronMap *self)
{
  PatronRecord *journey = self->content->journey;
  PatronRecord *portrait = patron_scene_source_find (self->source, journey,
                                                     "portrait");
  g_autofree char *segment = patron_scene_source_name (self->source, journey,
                                                       "segment");
  PatronType name_type = { 15, 700, self->theme->text, 2 };
  PatronType segment_type = { 12.5, 400, self->theme->dim, 2 };
  double text_width = 176;
  double right = self->width - PATRON_MAP_MARGIN;
  g_autofree char *name = NULL;
  g_autoptr (PatronImage) picture = NULL;
  PatronFlow flow;
  double height, widest;

  if (portrait == NULL)
    return 0;
  name = patron_scene_record_title (portrait);
  picture = patron_scene_source_load (self->source, portrait, "picture");
  flow = patron_map_flow (self, NULL, 0, 0, text_width);
  widest = patron_flow_text (&flow, PATRON_ROLE_HEADING, &name_type, name);
  widest = fmax (widest, patron_flow_text (&flow, PATRON_ROLE_FACT,
                                           &segment_type,
                                           segment != NULL ? segment : ""));
  height = flow.y;
  flow = patron_map_flow (self, self->scene, right - widest,
                          self->y + MAX (0, (LIKENESS - height) / 2),
                          widest + 1);
  patron_flow_text (&flow, PATRON_ROLE_HEADING, &name_type, name);
  patron_flow_text (&flow, PATRON_ROLE_FACT, &segment_type,
                    segment != NULL ? segment : "");
  patron_scene_add_likeness (self->scene, self->measurer, self->theme,
                             picture, name,
                             self->theme->tones[PATRON_TONE_ACCENT],
                             right - widest - 14 - LIKENESS, self->y,
                             LIKENESS);
  return widest + LIKENESS + 14 + 40;
}

/**
 * patron_map_add_header:
 *
 * Says what the map is of: title, state, scenario, and whose journey it is.
 */
void
patron_map_add_header (PatronMap *self)
{
  PatronRecord *journey = self->content->journey;
  g_autofree char *title = patron_scene_record_title (journey);
  g_autofree char *scenario
    = patron_text_clean (patron_record_get_text (journey, "scenario"));
  g_autofree char *state = patron_scene_source_format (self->source, journey,
                                                       "state");
  PatronType overline = { 13, 700, self->theme->tones[PATRON_TONE_ACCENT], 1 };
  PatronType heading = { 28, 700, self->theme->text, 2 };
  PatronType body = { 14, 400, self->theme->dim, 4 };
  double room = self->width - 2 * PATRON_MAP_MARGIN - add_person (self);
  PatronFlow flow = patron_map_flow (self, self->scene, PATRON_MAP_MARGIN,
                                     self->y, room);
  g_autofree char *kind = NULL;

  if (*state != '\0')
    /* Translators: over the title of a journey map; %s is its state, "As is"
     * or "To be". */
    kind = g_strdup_printf (_("Journey map · %s"), state);
  else
    kind = g_strdup (_("Journey map"));
  patron_flow_text (&flow, PATRON_ROLE_SUBTITLE, &overline, kind);
  patron_flow_space (&flow, 2);
  patron_flow_text (&flow, PATRON_ROLE_TITLE, &heading, title);
  patron_flow_space (&flow, 4);
  flow.width = MIN (room, 860);
  patron_flow_text (&flow, PATRON_ROLE_SUBTITLE, &body, scenario);
  self->y = MAX (flow.y, self->y + LIKENESS) + 24;
}

static const char *
phase_of (const PatronMap *self,
          guint            stage)
{
  return patron_record_get_text (g_ptr_array_index (self->content->stages,
                                                    stage), "phase");
}

static void
add_phase (PatronMap *self,
           guint      from,
           guint      to)
{
  PatronRecord *stage = g_ptr_array_index (self->content->stages, from);
  g_autofree char *label = patron_scene_source_format (self->source, stage,
                                                       "phase");
  double x = patron_map_stage_x (self, from);
  double width = (to - from) * self->column - PATRON_MAP_GAP;
  PatronType type = { 12.5, 700, self->theme->dim, 1 };
  PatronFlow flow = patron_map_flow (self, self->scene, x, self->y, width);
  double text = patron_flow_text (&flow, PATRON_ROLE_PHASE, &type, label);
  double middle = floor ((self->y + flow.y) / 2) + 0.5;

  /* A rule leads on from the word to the end of the phase. */
  if (width > text + 20)
    patron_scene_add_line (self->scene, PATRON_ROLE_PHASE, x + text + 10,
                           middle, x + width, middle, self->theme->axis, 1);
}

static void
add_phases (PatronMap *self)
{
  gboolean any = FALSE;
  guint from = 0;

  for (guint i = 1; i <= self->n_stages; i++)
    {
      if (i < self->n_stages
          && g_strcmp0 (phase_of (self, i), phase_of (self, from)) == 0)
        continue;
      if (phase_of (self, from) != NULL)
        {
          add_phase (self, from, i);
          any = TRUE;
        }
      from = i;
    }
  if (any)
    self->y += 24;
}

static void
add_chevron (PatronMap   *self,
             double       x,
             double       height,
             PatronColour fill)
{
  double width = self->column - PATRON_MAP_GAP + CHEVRON - 4;
  PatronItem *item = patron_scene_add_path (self->scene, PATRON_ROLE_STAGE);

  patron_item_move_to (item, x, self->y);
  patron_item_line_to (item, x + width - CHEVRON, self->y);
  patron_item_line_to (item, x + width, self->y + height / 2);
  patron_item_line_to (item, x + width - CHEVRON, self->y + height);
  patron_item_line_to (item, x, self->y + height);
  patron_item_line_to (item, x + CHEVRON, self->y + height / 2);
  patron_item_close (item);
  item->fill = fill;
}

static double
add_stage_name (PatronMap   *self,
                PatronScene *scene,
                guint        stage,
                double       y,
                PatronColour colour)
{
  PatronRecord *record = g_ptr_array_index (self->content->stages, stage);
  g_autofree char *name = patron_scene_record_title (record);
  PatronType type = { 14.5, 700, colour, 3 };
  PatronFlow flow = patron_map_flow (
    self, scene, patron_map_stage_x (self, stage) + CHEVRON + 8, y,
    self->column - PATRON_MAP_GAP - CHEVRON - 16);

  patron_flow_text (&flow, PATRON_ROLE_STAGE, &type, name);
  return flow.y - y;
}

/* What the customer wants here, and how many get this far. */
static double
add_stage_goal (PatronMap   *self,
                PatronScene *scene,
                guint        stage,
                double       y)
{
  PatronRecord *record = g_ptr_array_index (self->content->stages, stage);
  g_autofree char *goal
    = patron_text_clean (patron_record_get_text (record, "goal"));
  PatronType type = { 12.5, 400, self->theme->text, 5 };
  PatronType count_type = { 12, 400, self->theme->dim, 2 };
  PatronFlow flow = patron_map_flow (
    self, scene, patron_map_stage_x (self, stage) + 2, y,
    self->column - PATRON_MAP_GAP - 4);

  patron_flow_text (&flow, PATRON_ROLE_STAGE, &type, goal);
  if (!patron_value_is_null (patron_record_get (record, "customers")))
    {
      gint64 n = patron_record_get_integer (record, "customers");
      g_autofree char *number = patron_number_format ((double) n, 0);
      g_autofree char *count = g_strdup_printf (
        ngettext ("%s customer", "%s customers", (gulong) n), number);

      patron_flow_space (&flow, 2);
      patron_flow_text (&flow, PATRON_ROLE_STAGE, &count_type, count);
    }
  return flow.y - y;
}

static void
add_stage_spot (PatronMap *self,
                guint      stage,
                double     top,
                double     height)
{
  PatronRecord *record = g_ptr_array_index (self->content->stages, stage);
  PatronSpot *spot
    = patron_scene_add_spot (self->scene, PATRON_ROLE_STAGE,
                             patron_map_stage_x (self, stage), top,
                             self->column - PATRON_MAP_GAP, height);

  spot->point = (int) stage;
  spot->record = patron_record_get_id (record);
  spot->text = patron_scene_record_title (record);
}

/**
 * patron_map_add_stages:
 *
 * Heads the columns: phases, and below them the stages as steps of a way.
 */
void
patron_map_add_stages (PatronMap *self)
{
  PatronColour accent = self->theme->tones[PATRON_TONE_ACCENT];
  PatronColour ink = patron_colour_readable (self->theme->background, accent,
                                             4.5);
  double height = 0, goals = 0;

  add_phases (self);
  for (guint i = 0; i < self->n_stages; i++)
    height = fmax (height, add_stage_name (self, NULL, i, 0, ink));
  height += 18;
  for (guint i = 0; i < self->n_stages; i++)
    {
      gint64 id = patron_record_get_id (
        g_ptr_array_index (self->content->stages, i));
      double name = add_stage_name (self, NULL, i, 0, ink);

      patron_scene_set_tag (self->scene, -1, (int) i, id);
      add_chevron (self, patron_map_stage_x (self, i), height, accent);
      add_stage_name (self, self->scene, i, self->y + (height - name) / 2,
                      ink);
      goals = fmax (goals, add_stage_goal (self, self->scene, i,
                                           self->y + height + 8));
    }
  patron_scene_set_tag (self->scene, -1, -1, 0);
  for (guint i = 0; i < self->n_stages; i++)
    add_stage_spot (self, i, self->y, height + goals + 8);
  if (self->n_stages > 0)
    self->y += height + 8 + goals + 16;
}

/**
 * patron_map_add_footer:
 *
 * Says in small print who keeps the map, and how old it is.
 */
void
patron_map_add_footer (PatronMap *self)
{
  PatronRecord *journey = self->content->journey;
  g_autofree char *owner
    = patron_text_clean (patron_record_get_text (journey, "owner"));
  g_autofree char *description
    = patron_text_clean (patron_record_get_text (journey, "description"));
  PatronType type = { 12, 400, self->theme->dim, 3 };
  PatronFlow flow = patron_map_flow (self, self->scene, PATRON_MAP_MARGIN,
                                     self->y + 14,
                                     self->width - 2 * PATRON_MAP_MARGIN);
  double top = flow.y;

  patron_flow_text (&flow, PATRON_ROLE_NOTE, &type, description);
  if (*owner != '\0')
    {
      g_autofree char *line = g_strdup_printf (_("Owner: %s"), owner);

      patron_flow_text (&flow, PATRON_ROLE_NOTE, &type, line);
    }
  if (!patron_value_is_null (patron_record_get (journey, "reviewed")))
    {
      PatronFormat format;
      g_autofree char *date = NULL;
      g_autofree char *line = NULL;

      patron_format_init (&format, PATRON_FORMAT_DATE);
      date = patron_format_value (
        &format, (double) patron_record_get_integer (journey, "reviewed"));
      line = g_strdup_printf (_("Last reviewed: %s"), date);
      patron_flow_text (&flow, PATRON_ROLE_NOTE, &type, line);
    }
  if (flow.y > top)
    self->y = flow.y;
}
