/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The target across categories: a dashed line, and what it is called. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-private.h"

/* Narrower pictures, at text scale 1, have no room beside the plot. */
#define NARROW 420.0

/**
 * patron_chart_write_target:
 *
 * Returns: (transfer full): the name of the target with its value
 */
char *
patron_chart_write_target (const PatronChart *self,
                           double             value)
{
  g_autofree char *number = patron_format_value (&self->y.format, value);
  g_autofree char *name = patron_text_clean (self->target_label);

  /* Translators: the name of a target on a chart, and its value. */
  return g_strdup_printf (C_("target label", "%s %s"),
                          *name != '\0' ? name : C_("target label", "Target"),
                          number);
}

/* Kinds that have no room for a target outside of their values go without. */
static double
target_of_slot (const PatronPlot *self,
                guint             slot)
{
  const PatronScale *values = self->y_kind == PATRON_AXIS_CATEGORIES
                                ? &self->x : &self->y;
  double target = patron_chart_get_target_at (self->chart,
                                              self->slots[slot]);

  if (values->from < values->to
      && (target < values->from || target > values->to))
    return NAN;
  return target;
}

/* The target is named where it ends. */
static double
last_target (const PatronPlot *self)
{
  return self->n_slots > 0 ? target_of_slot (self, self->n_slots - 1) : NAN;
}

static double
widest_band (PatronPlot *self)
{
  double widest = 0;

  for (guint i = 0; i < self->chart->bands->len; i++)
    {
      const PatronChartBand *band = &g_array_index (self->chart->bands,
                                                    PatronChartBand, i);
      g_autofree char *label = patron_text_clean (band->label);

      if (band->across)
        widest = MAX (widest, patron_text_width (self->measurer,
                                                 &self->note_font, label));
    }
  return widest;
}

/**
 * patron_plot_set_target_room:
 * @lying: whether the values run to the right
 *
 * Takes the room of the names of the target and of ranges of values from the
 * plot: right of columns, over bars that lie. For layouts to call before the
 * axes.
 */
void
patron_plot_set_target_room (PatronPlot *self,
                             gboolean    lying)
{
  double target = last_target (self);
  double line = patron_text_line_height (&self->label_font);
  double most = lying ? self->area.width * 0.6
                      : MIN (self->area.width * 0.2, 150 * self->zoom);
  double room = MIN (widest_band (self), most);

  if (!lying && self->width < NARROW * self->theme->text_scale)
    return;
  if (isfinite (target))
    {
      g_autofree char *text = patron_chart_write_target (self->chart, target);

      self->target_label
        = patron_text_wrap (self->measurer, &self->label_font, text, most,
                            lying ? 1 : 3);
      room = MAX (room, patron_text_lines_width (self->target_label));
    }
  if (room == 0)
    return;
  if (!lying)
    self->plot.width -= room + 8 * self->zoom;
  else if (self->plot.height > 8 * line)
    {
      self->plot.y += line + 2 * self->zoom;
      self->plot.height -= line + 2 * self->zoom;
    }
  else
    g_clear_pointer (&self->target_label, g_array_unref);
}

static void
add_beside (PatronPlot *self,
            double      at,
            gboolean    lying)
{
  double width = patron_text_lines_width (self->target_label);
  double height = self->target_label->len
                  * patron_text_line_height (&self->label_font);
  PatronBox box = { self->plot.x + self->plot.width + 8 * self->zoom,
                    at - height / 2, width, height };

  if (lying)
    {
      box.x = CLAMP (at - width / 2, self->area.x,
                     MAX (self->area.x, self->area.x + self->area.width
                                          - width));
      box.y = self->plot.y - height - 2 * self->zoom;
    }
  else
    box.y = MAX (self->area.y, MIN (box.y, self->area.y + self->area.height
                                             - height));
  if (!patron_plot_is_free (self, &box, 0))
    return;
  g_array_append_val (self->boxes, box);
  patron_scene_add_lines (self->scene, PATRON_ROLE_TARGET_LABEL,
                          self->measurer, &self->label_font,
                          self->target_label, box.x, box.y,
                          PATRON_ALIGN_LEFT, self->theme->target);
}

/* Over the line at its end, where nothing else stands. */
static void
add_inside (PatronPlot *self,
            double      at)
{
  g_autofree char *full
    = patron_chart_write_target (self->chart, last_target (self));
  g_autofree char *text = NULL;
  double right = self->plot.x + self->plot.width;
  PatronBox box = { 0 };
  double ascent, descent;
  PatronItem *item;

  patron_text_metrics (self->measurer, &self->label_font, &ascent, &descent);
  text = patron_text_ellipsize (self->measurer, &self->label_font, full,
                                self->plot.width, &box.width);
  box.height = ascent + descent;
  box.x = right - box.width;
  box.y = at - box.height - 2 * self->zoom;
  if (self->y_kind == PATRON_AXIS_CATEGORIES)
    {
      box.x = at + 3 * self->zoom;
      box.y = self->plot.y + self->plot.height - box.height;
      if (box.x + box.width > right)
        box.x = at - 3 * self->zoom - box.width;
    }
  if (*text == '\0' || box.y < self->area.y
      || !patron_plot_is_free (self, &box, 0))
    return;
  item = patron_scene_add_text (self->scene, PATRON_ROLE_TARGET_LABEL,
                                self->measurer, &self->label_font, text,
                                box.x, box.y + ascent, PATRON_ALIGN_LEFT,
                                self->theme->target);
  patron_plot_add_halo (self, item);
  patron_plot_claim (self, item);
}

static void
go_to (PatronItem *item,
       double      along,
       double      value,
       gboolean    lying,
       gboolean    move)
{
  (move ? patron_item_move_to : patron_item_line_to) (
    item, lying ? value : along, lying ? along : value);
}

/**
 * patron_plot_add_category_target:
 *
 * Draws the target across the categories, with a step where it changes, and
 * names it.
 */
void
patron_plot_add_category_target (PatronPlot *self)
{
  gboolean lying = self->y_kind == PATRON_AXIS_CATEGORIES;
  const PatronScale *along = lying ? &self->y : &self->x;
  const PatronScale *values = lying ? &self->x : &self->y;
  PatronItem *item = NULL;
  double before = NAN;

  for (guint i = 0; i < self->n_slots; i++)
    {
      double target = target_of_slot (self, i);
      double from = patron_scale_at (along, i - 0.5);
      double to = patron_scale_at (along, i + 0.5);
      double at = patron_scale_at (values, target);

      if (isfinite (target))
        {
          if (item == NULL)
            item = patron_scene_add_path (self->scene, PATRON_ROLE_TARGET);
          if (target != before)
            go_to (item, from, at, lying, !isfinite (before));
          if (i + 1 == self->n_slots || target_of_slot (self, i + 1) != target)
            go_to (item, to, at, lying, FALSE);
        }
      before = target;
    }
  if (item == NULL)
    return;
  item->stroke = self->theme->target;
  item->line_width = 1.5 * self->zoom;
  item->dash = 5 * self->zoom;
  item->gap = 3.5 * self->zoom;
  if (!isfinite (before))
    return;
  if (self->target_label != NULL && self->target_label->len > 0)
    add_beside (self, patron_scale_at (values, before), lying);
  else
    add_inside (self, patron_scale_at (values, before));
}
