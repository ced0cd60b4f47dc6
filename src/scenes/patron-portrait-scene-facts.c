/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-portrait-scene-private.h"

#define LIKENESS 124.0
#define FACT_GAP 16.0

static void
fact_free (gpointer data)
{
  PatronFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static void
add_fact (GPtrArray  *facts,
          const char *label,
          char       *value)
{
  PatronFact *fact;

  if (patron_text_is_empty (value))
    {
      g_free (value);
      return;
    }
  fact = g_new (PatronFact, 1);
  fact->label = g_strdup (label);
  fact->value = value;
  g_ptr_array_add (facts, fact);
}

static void
add_field (const PatronPoster *self,
           GPtrArray          *facts,
           const char         *field)
{
  PatronRecord *portrait = self->content->portrait;
  const PatronField *description
    = patron_entity_get_field (patron_record_get_entity (portrait), field);

  add_fact (facts, patron_field_get_label (description),
            patron_scene_source_format (self->source, portrait, field));
}

static void
add_range (const PatronPoster *self,
           GPtrArray          *facts,
           const char         *label,
           const char         *from_field,
           const char         *to_field)
{
  PatronRecord *portrait = self->content->portrait;
  char *from = patron_scene_source_format (self->source, portrait,
                                           from_field);
  char *to = patron_scene_source_format (self->source, portrait, to_field);

  if (*from != '\0' && *to != '\0')
    {
      add_fact (facts, label, g_strdup_printf (C_("range", "%s – %s"), from,
                                               to));
      g_free (from);
      g_free (to);
    }
  else if (*from != '\0')
    {
      add_fact (facts, label, g_strdup_printf (C_("range", "from %s"), from));
      g_free (from);
      g_free (to);
    }
  else
    {
      if (*to != '\0')
        add_fact (facts, label, g_strdup_printf (C_("range", "up to %s"),
                                                 to));
      g_free (from);
      g_free (to);
    }
}

static void
add_place (const PatronPoster *self,
           GPtrArray          *facts)
{
  static const char *const fields[] = { "town", "region", "country" };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *part = patron_scene_source_format (
        self->source, self->content->portrait, fields[i]);

      if (*part != '\0')
        g_ptr_array_add (parts, part);
      else
        g_free (part);
    }
  g_ptr_array_add (parts, NULL);
  add_fact (facts, C_("poster", "Place"),
            g_strjoinv (", ", (char **) parts->pdata));
}

/**
 * patron_poster_collect_facts:
 *
 * Returns: (transfer full) (element-type PatronFact): what is filled in of a
 *   person or a company
 */
GPtrArray *
patron_poster_collect_facts (const PatronPoster *self)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  add_field (self, facts, "age");
  add_field (self, facts, "gender");
  add_place (self, facts);
  add_field (self, facts, "marital_status");
  add_field (self, facts, "household");
  add_field (self, facts, "income");
  add_field (self, facts, "social_grade");
  add_field (self, facts, "classification");
  add_field (self, facts, "buying_role");
  add_range (self, facts, C_("poster", "Company Revenue"), "revenue_from",
             "revenue_to");
  add_range (self, facts, C_("poster", "Headcount"), "headcount_from",
             "headcount_to");
  add_field (self, facts, "verticals");
  add_fact (facts, C_("poster", "Preferred Channel"),
            patron_scene_source_name (self->source, self->content->portrait,
                                      "preferred_channel"));
  return facts;
}

static PatronFlow
flow_at (const PatronPoster *self,
         PatronScene        *scene,
         double              x,
         double              y,
         double              width)
{
  return (PatronFlow) { scene, self->measurer, self->theme,
                        self->page * self->zoom, x, y, MAX (width, 1),
                        PATRON_ALIGN_LEFT };
}

/* The segment behind a dot in its colour. */
static void
add_segment (const PatronPoster *self,
             PatronFlow         *flow)
{
  PatronType type = { 13, 700,
                      patron_colour_readable (self->accent, self->panel, 4.5),
                      2 };
  double indent = 16 * flow->zoom;
  double top = flow->y;

  if (self->segment == NULL || *self->segment == '\0')
    return;
  patron_flow_space (flow, 6);
  top = flow->y;
  flow->x += indent;
  flow->width -= indent;
  patron_flow_text (flow, PATRON_ROLE_FACT, &type, self->segment);
  flow->x -= indent;
  flow->width += indent;
  if (flow->scene != NULL)
    patron_scene_add_circle (flow->scene, PATRON_ROLE_FACT,
                             flow->x + 5 * flow->zoom,
                             top + 13 * 1.35 / 2 * flow->zoom, 5 * flow->zoom)
      ->fill = self->accent;
}

/**
 * patron_poster_add_person:
 * @scene: (nullable): the scene, or %NULL to measure
 *
 * Shows who it is: picture, name, occupation, segment. On a landscape page
 * they stand below each other, on a portrait page side by side.
 *
 * Returns: the height in px
 */
double
patron_poster_add_person (const PatronPoster *self,
                          PatronScene        *scene,
                          double              x,
                          double              y,
                          double              width)
{
  double size = LIKENESS * self->page * MIN (self->zoom, 1.1);
  double gap = 20 * self->page;
  PatronType name_type = { 30, 700, self->theme->text, 3 };
  PatronType occupation_type = {
    15, 400, patron_colour_readable (self->theme->dim, self->panel, 4.5), 4
  };
  PatronFlow flow;
  double text_height;

  if (self->landscape)
    flow = flow_at (self, scene, x, y + size + gap * 0.7, width);
  else
    {
      PatronFlow trial = flow_at (self, NULL, 0, 0, width - size - gap);

      patron_flow_text (&trial, PATRON_ROLE_TITLE, &name_type, self->name);
      patron_flow_text (&trial, PATRON_ROLE_FACT, &occupation_type,
                        self->occupation);
      add_segment (self, &trial);
      flow = flow_at (self, scene, x + size + gap,
                      y + MAX (0, (size - trial.y) / 2), width - size - gap);
    }
  if (scene != NULL)
    patron_scene_add_likeness (scene, self->measurer, self->theme,
                               self->picture, self->name, self->accent, x, y,
                               size);
  patron_flow_text (&flow, PATRON_ROLE_TITLE, &name_type, self->name);
  patron_flow_space (&flow, 2);
  patron_flow_text (&flow, PATRON_ROLE_FACT, &occupation_type,
                    self->occupation);
  add_segment (self, &flow);
  text_height = flow.y - y;
  return MAX (text_height, size);
}

static double
add_one_fact (const PatronPoster *self,
              PatronScene        *scene,
              const PatronFact   *fact,
              double              x,
              double              y,
              double              width)
{
  PatronType label = {
    11.5, 400, patron_colour_readable (self->theme->dim, self->panel, 4.5), 1
  };
  PatronType value = { 13.5, 700, self->theme->text, 4 };
  PatronFlow flow = flow_at (self, scene, x, y, width);

  patron_flow_text (&flow, PATRON_ROLE_FACT, &label, fact->label);
  patron_flow_text (&flow, PATRON_ROLE_FACT, &value, fact->value);
  if (scene != NULL)
    {
      PatronSpot *spot = patron_scene_add_spot (scene, PATRON_ROLE_FACT, x, y,
                                                width, flow.y - y);

      /* Translators: the label of a fact about a person, and its value. */
      spot->text = g_strdup_printf (C_("poster fact", "%s: %s"), fact->label,
                                    fact->value);
    }
  return flow.y - y;
}

/**
 * patron_poster_add_facts:
 * @scene: (nullable): the scene, or %NULL to measure
 *
 * Sets the facts as a grid.
 *
 * Returns: the height in px
 */
double
patron_poster_add_facts (const PatronPoster *self,
                         PatronScene        *scene,
                         double              x,
                         double              y,
                         double              width,
                         guint               n_columns)
{
  double gap = FACT_GAP * self->page;
  double column = (width - gap * (n_columns - 1)) / n_columns;
  double top = y;
  double row = 0;

  for (guint i = 0; i < self->facts->len; i++)
    {
      guint at = i % n_columns;

      if (at == 0 && i > 0)
        {
          y += row + 9 * self->page * self->zoom;
          row = 0;
        }
      row = fmax (row, add_one_fact (self, scene,
                                     g_ptr_array_index (self->facts, i),
                                     x + at * (column + gap), y, column));
    }
  return y + row - top;
}
