/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "patron-portrait-scene-private.h"

#define BODY 13.5
#define SMALL 12.0
#define N_DOTS 5
#define DOT 4.0

static guint
at_most (const PatronPoster *self,
         guint               lines)
{
  if (self->max_lines == 0)
    return lines;
  return lines == 0 ? self->max_lines : MIN (lines, self->max_lines);
}

static PatronType
body_type (const PatronPoster *self)
{
  return (PatronType) { BODY, 400, self->theme->text, at_most (self, 0) };
}

static void
add_spot (const PatronPoster *self,
          PatronFlow         *flow,
          PatronRole          role,
          double              top,
          PatronRecord       *record,
          char               *text)
{
  PatronSpot *spot;

  if (flow->scene == NULL)
    {
      g_free (text);
      return;
    }
  spot = patron_scene_add_spot (flow->scene, role, flow->x, top, flow->width,
                                flow->y - top);
  spot->record = patron_record_get_id (record);
  spot->text = text;
}

static void
add_heading (const PatronPoster *self,
             PatronFlow         *flow,
             const char         *heading)
{
  PatronType type = { 13, 700,
                      patron_colour_readable (self->accent,
                                              self->theme->background, 4.5),
                      2 };

  patron_flow_text (flow, PATRON_ROLE_HEADING, &type, heading);
  patron_flow_space (flow, 3);
}

/* Names the dots at the right. */
static void
add_strength_heading (const PatronPoster *self,
                      PatronFlow         *flow,
                      double              top)
{
  PatronType type = { 11, 400, self->theme->dim, 1 };
  PatronFlow side = *flow;

  side.width = flow->width / 2;
  side.x += flow->width / 2;
  side.y = top + flow->zoom;
  side.align = PATRON_ALIGN_RIGHT;
  patron_flow_text (&side, PATRON_ROLE_HEADING, &type,
                    C_("need", "Strength"));
}

/* Lists are typed with all kinds of bullets, or none. */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "- ", "* ", "• ", "– ", "· " };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);
  return line;
}

static void
add_list (const PatronPoster *self,
          PatronFlow         *flow,
          const PatronBlock  *block)
{
  g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);
  PatronType type = body_type (self);
  double indent = 18 * flow->zoom;
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = skip_bullet (g_strstrip (lines[i]));
      double top = flow->y;

      if (*line == '\0')
        continue;
      if (self->max_lines > 0 && n++ >= self->max_lines)
        return;
      flow->x += indent;
      flow->width -= indent;
      patron_flow_text (flow, PATRON_ROLE_TEXT, &type, line);
      flow->x -= indent;
      flow->width += indent;
      if (flow->scene != NULL)
        patron_scene_add_marker (flow->scene, PATRON_ROLE_MARK, block->marker,
                                 flow->x + 5 * flow->zoom,
                                 top + BODY * 1.35 / 2 * flow->zoom,
                                 3.75 * flow->zoom)
          ->fill = block->colour;
      patron_flow_space (flow, 3);
    }
}

static void
add_tag (const PatronPoster *self,
         PatronFlow         *flow,
         const char         *tag,
         double              x,
         double              width)
{
  PatronFont font = patron_theme_font (self->theme, SMALL * flow->zoom, 400);
  double height = 22 * flow->zoom;
  PatronColour ground = patron_theme_tint (self->theme, self->accent, 0.12);
  PatronItem *item
    = patron_scene_add_rectangle (flow->scene, PATRON_ROLE_FACT, x, flow->y,
                                  width, height);

  item->radius = height / 2;
  item->fill = ground;
  patron_scene_add_text (flow->scene, PATRON_ROLE_FACT, self->measurer, &font,
                         tag, x + width / 2,
                         flow->y + height / 2 + font.size * 0.35,
                         PATRON_ALIGN_CENTRE, self->theme->text);
}

static void
add_tags (const PatronPoster *self,
          PatronFlow         *flow,
          const PatronBlock  *block)
{
  PatronFont font = patron_theme_font (self->theme, SMALL * flow->zoom, 400);
  double pad = 10 * flow->zoom;
  double x = flow->x;

  for (guint i = 0; block->tags[i] != NULL; i++)
    {
      double width;
      g_autofree char *tag
        = patron_text_ellipsize (self->measurer, &font, block->tags[i],
                                 flow->width - 2 * pad, &width);

      if (*tag == '\0')
        continue;
      width += 2 * pad;
      if (x > flow->x && x + width > flow->x + flow->width)
        {
          x = flow->x;
          flow->y += 27 * flow->zoom;
        }
      if (flow->scene != NULL)
        add_tag (self, flow, tag, x, width);
      x += width + 6 * flow->zoom;
    }
  flow->y += 22 * flow->zoom;
}

static void
add_strength (const PatronPoster *self,
              PatronFlow         *flow,
              gint64              strength,
              double              top)
{
  double step = 2.6 * DOT * flow->zoom;
  double right = flow->x + flow->width - DOT * flow->zoom;
  double y = top + BODY * 1.35 / 2 * flow->zoom;

  for (int i = 0; i < N_DOTS; i++)
    {
      PatronItem *dot
        = patron_scene_add_circle (flow->scene, PATRON_ROLE_NEED,
                                   right - (N_DOTS - 1 - i) * step, y,
                                   (DOT - 0.5) * flow->zoom);

      dot->stroke = self->accent;
      dot->line_width = 1.2 * flow->zoom;
      if (i < strength)
        dot->fill = self->accent;
    }
}

static char *
describe_need (const PatronPoster *self,
               PatronRecord       *need,
               const char         *title,
               const char         *kind)
{
  gint64 strength = patron_record_get_integer (need, "strength");

  if (strength == 0)
    return g_strdup (title);
  /* Translators: a need of a customer, what kind of need, and how strong it is
   * on a scale that ends at 5. */
  return g_strdup_printf (_("%s (%s), strength %d of 5"), title, kind,
                          (int) strength);
}

static void
add_need (const PatronPoster *self,
          PatronFlow         *flow,
          PatronRecord       *need)
{
  g_autofree char *title = patron_scene_record_title (need);
  g_autofree char *kind = patron_scene_source_format (self->source, need,
                                                      "kind");
  gint64 strength = patron_record_get_integer (need, "strength");
  PatronType type = body_type (self);
  PatronType small = { SMALL, 400, self->theme->dim, 1 };
  double dots = strength > 0 ? (N_DOTS * 2.6 + 1) * DOT * flow->zoom : 0;
  double top = flow->y;

  type.weight = 700;
  flow->width -= dots;
  patron_flow_text (flow, PATRON_ROLE_NEED, &type, title);
  flow->width += dots;
  if (flow->scene != NULL && strength > 0)
    add_strength (self, flow, strength, top);
  if (patron_record_get_integer (need, "known") == 0
      && !patron_value_is_null (patron_record_get (need, "known")))
    {
      /* Translators: the kind of a need that the customer cannot name. */
      g_autofree char *unspoken
        = *kind != '\0' ? g_strdup_printf (_("%s, unspoken"), kind)
                        : g_strdup (C_("need", "Unspoken"));

      patron_flow_text (flow, PATRON_ROLE_NEED, &small, unspoken);
    }
  else
    patron_flow_text (flow, PATRON_ROLE_NEED, &small, kind);
  add_spot (self, flow, PATRON_ROLE_NEED, top, need,
            describe_need (self, need, title, kind));
  patron_flow_space (flow, 6);
}

static void
add_slider (const PatronPoster *self,
            PatronFlow         *flow,
            double              score)
{
  double left = flow->x + 7 * flow->zoom;
  double right = flow->x + flow->width - 7 * flow->zoom;
  double y = flow->y + 9 * flow->zoom;

  if (flow->scene != NULL)
    {
      patron_scene_add_line (flow->scene, PATRON_ROLE_SCALE, left, y, right, y,
                             self->theme->grid, 3 * flow->zoom);
      for (int i = 0; i < 5; i++)
        patron_scene_add_circle (flow->scene, PATRON_ROLE_SCALE,
                                 left + (right - left) * i / 4, y,
                                 2.5 * flow->zoom)
          ->fill = self->theme->axis;
      patron_scene_add_circle (flow->scene, PATRON_ROLE_SCALE,
                               left + (right - left) * (score + 2) / 4, y,
                               7 * flow->zoom)
        ->fill = self->accent;
    }
  flow->y += 20 * flow->zoom;
}

static void
add_scale (const PatronPoster *self,
           PatronFlow         *flow,
           PatronRecord       *scale)
{
  g_autofree char *low
    = patron_text_clean (patron_record_get_text (scale, "low"));
  g_autofree char *high
    = patron_text_clean (patron_record_get_text (scale, "high"));
  double score = patron_record_get_number (scale, "score");
  PatronType type = { SMALL, 400, self->theme->text, 2 };
  double half = flow->width / 2 - 6 * flow->zoom;
  double top = flow->y;
  PatronFlow left = *flow, right = *flow;

  if (isnan (score))
    return;
  left.width = right.width = half;
  right.x += flow->width - half;
  right.align = PATRON_ALIGN_RIGHT;
  patron_flow_text (&left, PATRON_ROLE_SCALE, &type, low);
  patron_flow_text (&right, PATRON_ROLE_SCALE, &type, high);
  flow->y = MAX (left.y, right.y);
  add_slider (self, flow, CLAMP (score, -2, 2));
  /* Translators: two opposites, and where somebody stands between them, on a
   * scale from -2 to +2. */
  add_spot (self, flow, PATRON_ROLE_SCALE, top, scale,
            g_strdup_printf (_("Between “%s” and “%s”: %+d"), low, high,
                             (int) score));
  patron_flow_space (flow, 4);
}

static void
add_trait (const PatronPoster *self,
           PatronFlow         *flow,
           PatronRecord       *trait)
{
  g_autofree char *title = patron_scene_record_title (trait);
  g_autofree char *detail
    = patron_text_clean (patron_record_get_text (trait, "detail"));
  PatronType type = body_type (self);
  double top = flow->y;

  type.weight = 700;
  patron_flow_text (flow, PATRON_ROLE_TEXT, &type, title);
  type.weight = 400;
  patron_flow_text (flow, PATRON_ROLE_TEXT, &type, detail);
  add_spot (self, flow, PATRON_ROLE_TEXT, top, trait,
            /* Translators: a trait of a person, and more about it. */
            *detail != '\0' ? g_strdup_printf (C_("trait", "%s: %s"), title,
                                               detail)
                            : g_strdup (title));
  patron_flow_space (flow, 6);
}

typedef void (*AddRecord) (const PatronPoster *self,
                           PatronFlow         *flow,
                           PatronRecord       *record);

static void
add_records (const PatronPoster *self,
             PatronFlow         *flow,
             const PatronBlock  *block,
             AddRecord           add)
{
  guint most = self->max_lines > 0 ? self->max_lines * 2 : G_MAXUINT;

  for (guint i = 0; i < block->records->len && i < most; i++)
    add (self, flow, g_ptr_array_index (block->records, i));
}

/**
 * patron_poster_add_block:
 * @scene: (nullable): the scene, or %NULL to measure
 *
 * Sets a block under its heading.
 *
 * Returns: the height in px
 */
double
patron_poster_add_block (const PatronPoster *self,
                         PatronScene        *scene,
                         const PatronBlock  *block,
                         double              x,
                         double              y,
                         double              width)
{
  PatronFlow flow = { scene, self->measurer, self->theme,
                      self->page * self->zoom, x, y, MAX (width, 1),
                      PATRON_ALIGN_LEFT };
  PatronType type = body_type (self);

  add_heading (self, &flow, block->heading);
  switch (block->kind)
    {
    case PATRON_BLOCK_LIST:
      add_list (self, &flow, block);
      break;
    case PATRON_BLOCK_TAGS:
      add_tags (self, &flow, block);
      break;
    case PATRON_BLOCK_NEEDS:
      add_strength_heading (self, &flow, y);
      add_records (self, &flow, block, add_need);
      break;
    case PATRON_BLOCK_SCALES:
      add_records (self, &flow, block, add_scale);
      break;
    case PATRON_BLOCK_TRAITS:
      add_records (self, &flow, block, add_trait);
      break;
    case PATRON_BLOCK_TEXT:
    default:
      patron_flow_text (&flow, PATRON_ROLE_TEXT, &type, block->text);
      break;
    }
  return flow.y - y;
}
