/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* The axis of categories, below the plot or left of it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-number.h"
#include "patron-plot-axes.h"

/* Names are read at a glance; what is longer is told where one points. */
#define MOST_LETTERS 120
/* A name may be cut where this much of it is left, in sizes of the font. */
#define LEAST_NAME 5.5
/* px between names side by side, at zoom 1 */
#define NAME_GAP 8.0

typedef struct
{
  guint category;
  double weight;
} Weighed;

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Weighed *p = a, *q = b;

  if (p->weight != q->weight)
    return p->weight > q->weight ? -1 : 1;
  return p->category < q->category ? -1 : p->category > q->category;
}

static int
compare_categories (gconstpointer a,
                    gconstpointer b)
{
  const Weighed *p = a, *q = b;

  return p->category < q->category ? -1 : p->category > q->category;
}

static Weighed *
weigh (const PatronPlot *self)
{
  Weighed *all = g_new0 (Weighed, self->n_categories + 1);

  for (guint i = 0; i < self->n_categories; i++)
    all[i].category = i;
  for (guint i = 0; i < self->data->series->len; i++)
    {
      const PatronChartPoints *points
        = &g_array_index (self->data->series, PatronChartPoints, i);

      for (gsize j = 0; j < points->n; j++)
        if (isfinite (points->y[j]) && points->x[j] > -0.5
            && points->x[j] < self->n_categories - 0.5)
          all[(guint) round (points->x[j])].weight
            += MIN (fabs (points->y[j]), 1e300);
    }
  return all;
}

static void
take (PatronPlot *self,
      Weighed    *all,
      double      room,
      double      least)
{
  guint n = self->n_categories;

  self->n_slots = MIN (n, (guint) CLAMP (room / least, 2, 2000));
  self->slots = g_new (guint, self->n_slots + 1);
  self->slot_of = g_new (int, n + 1);
  if (self->n_slots < n)
    {
      g_autofree char *shown = patron_number_format (self->n_slots, 0);
      g_autofree char *total = patron_number_format (n, 0);
      g_autofree char *remark = NULL;

      qsort (all, n, sizeof *all, compare_weights);
      qsort (all, self->n_slots, sizeof *all, compare_categories);
      /* Translators: two numbers of categories. */
      remark = g_strdup_printf (_("Shown are the %s largest of %s."), shown,
                                total);
      patron_plot_add_remark (self, remark);
    }
  for (guint i = 0; i < n; i++)
    self->slot_of[i] = -1;
  for (guint i = 0; i < self->n_slots; i++)
    {
      self->slots[i] = all[i].category;
      self->slot_of[all[i].category] = (int) i;
    }
}

/**
 * patron_plot_take_categories:
 * @room: px that the axis will be long, at least about
 * @least: px that a category needs
 *
 * Decides which categories are drawn: all that there is room for, else the
 * largest, in their order, with a remark that says so. For layouts to call
 * before the header.
 */
void
patron_plot_take_categories (PatronPlot *self,
                             double      room,
                             double      least)
{
  g_autofree Weighed *all = NULL;

  self->n_categories = patron_chart_data_count_categories (self->data);
  all = weigh (self);
  take (self, all, room, least);
}

/**
 * patron_plot_take_weighed:
 * @weights: for each category how large it is
 *
 * Decides which categories are drawn as patron_plot_take_categories() does,
 * for charts on which something else than the values is large.
 */
void
patron_plot_take_weighed (PatronPlot   *self,
                          double        room,
                          double        least,
                          const double *weights)
{
  guint n = patron_chart_data_count_categories (self->data);
  g_autofree Weighed *all = g_new0 (Weighed, n + 1);

  self->n_categories = n;
  for (guint i = 0; i < n; i++)
    all[i] = (Weighed) { i, weights[i] };
  take (self, all, room, least);
}

/**
 * patron_plot_sort_slots:
 * @weights: for each category how large it is
 *
 * Puts the categories that are drawn in order, the largest first.
 */
void
patron_plot_sort_slots (PatronPlot   *self,
                        const double *weights)
{
  g_autofree Weighed *all = g_new0 (Weighed, self->n_slots + 1);

  for (guint i = 0; i < self->n_slots; i++)
    all[i] = (Weighed) { self->slots[i], weights[self->slots[i]] };
  qsort (all, self->n_slots, sizeof *all, compare_weights);
  for (guint i = 0; i < self->n_slots; i++)
    {
      self->slots[i] = all[i].category;
      self->slot_of[all[i].category] = (int) i;
    }
}

/**
 * patron_plot_get_slot:
 * @x: the x of a point
 *
 * Returns: the place of the point's category on the axis, or -1
 */
int
patron_plot_get_slot (const PatronPlot *self,
                      double            x)
{
  if (!(x > -0.5 && x < self->n_categories - 0.5))
    return -1;
  return self->slot_of[(guint) round (x)];
}

/**
 * patron_plot_get_pitch:
 *
 * Returns: px from one category to the next
 */
double
patron_plot_get_pitch (const PatronPlot *self)
{
  double length = self->y_kind == PATRON_AXIS_CATEGORIES ? self->plot.height
                                                         : self->plot.width;

  return length / MAX (1, self->n_slots);
}

static char *
get_name (const PatronPlot *self,
          guint             slot)
{
  g_autofree char *clean = patron_text_clean (
    patron_chart_data_get_category (self->data, self->slots[slot]));
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (clean, -1) <= MOST_LETTERS)
    return g_steal_pointer (&clean);
  cut = g_utf8_substring (clean, 0, MOST_LETTERS);
  return g_strconcat (cut, "\xe2\x80\xa6", NULL);
}

static gboolean
is_shortened (const GArray *lines)
{
  return lines->len > 0
         && g_str_has_suffix (g_array_index (lines, PatronLine,
                                             lines->len - 1).text,
                              "\xe2\x80\xa6");
}

static GArray *
wrap_name (PatronPlot *self,
           const char *name,
           double      width,
           guint       max_lines,
           gboolean   *whole)
{
  /* A word that is cut in two reads worse than a name that is shortened. */
  gboolean wide = patron_text_widest_word (self->measurer, &self->label_font,
                                           name) > width;
  GArray *lines = patron_text_wrap_balanced (self->measurer,
                                             &self->label_font, name, width,
                                             wide ? 1 : max_lines);

  if (wide || is_shortened (lines) || (lines->len == 0 && *name != '\0'))
    *whole = FALSE;
  return lines;
}

/* Wraps every @every-th name. Where not all have to be whole, the first that
 * is not ends the try. */
static GPtrArray *
wrap_names (PatronPlot *self,
            double      width,
            guint       every,
            guint       max_lines,
            gboolean    shorten)
{
  GPtrArray *labels
    = g_ptr_array_new_full (self->n_slots, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n_slots; i++)
    {
      g_autofree char *name = NULL;
      gboolean whole = TRUE;

      if (i % every != 0)
        {
          g_ptr_array_add (labels, g_array_new (FALSE, FALSE,
                                                sizeof (PatronLine)));
          continue;
        }
      name = get_name (self, i);
      g_ptr_array_add (labels, wrap_name (self, name, width, max_lines,
                                          &whole));
      if (!whole && !shorten)
        {
          g_ptr_array_unref (labels);
          return NULL;
        }
    }
  return labels;
}

static guint
count_lines (const PatronPlot *self)
{
  guint most = 0;

  for (guint i = 0; i < self->slot_labels->len; i++)
    {
      const GArray *lines = g_ptr_array_index (self->slot_labels, i);

      most = MAX (most, lines->len);
    }
  return most;
}

/* Side by side, names are set in up to three lines; then shortened; and where
 * that leaves nothing of them, only some are written. */
static GPtrArray *
choose_names_below (PatronPlot *self,
                    guint       max_lines)
{
  double pitch = patron_plot_get_pitch (self);
  double least = LEAST_NAME * self->label_font.size;

  for (guint every = 1; every <= self->n_slots; every++)
    {
      double width = pitch * every - NAME_GAP * self->zoom;
      GPtrArray *labels;

      if (width < self->label_font.size * 0.5)
        continue;
      labels = wrap_names (self, width, every, max_lines, width >= least);
      if (labels != NULL)
        return labels;
    }
  return wrap_names (self, self->plot.width, self->n_slots, 1, TRUE);
}

static void
drop_names (PatronPlot *self)
{
  g_clear_pointer (&self->slot_labels, g_ptr_array_unref);
}

/**
 * patron_plot_set_categories:
 *
 * Makes an axis of categories below the plot, and takes the room of its names
 * from the plot, whose width must be final.
 */
void
patron_plot_set_categories (PatronPlot *self)
{
  double line = patron_text_line_height (&self->label_font);
  double room;
  guint max_lines = self->plot.height < 9 * line    ? 1
                    : self->plot.height < 13 * line ? 2
                                                    : 3;

  self->x_kind = PATRON_AXIS_CATEGORIES;
  if (self->n_slots == 0)
    return;
  if (self->plot.width >= PATRON_AXIS_LEAST_WIDTH)
    self->slot_labels = choose_names_below (self, max_lines);
  room = self->slot_labels != NULL
           ? count_lines (self) * line + 6 * self->zoom
           : 0;
  if (self->plot.height - room < PATRON_AXIS_LEAST_HEIGHT)
    {
      drop_names (self);
      room = 0;
    }
  /* The lowest label of the values reaches below the plot. */
  self->plot.height -= MAX (room, self->bare ? 0 : line / 2);
}

/* The narrowest column that holds the names in the lines that a category has
 * room for. */
static GPtrArray *
choose_names_left (PatronPlot *self,
                   double      pitch)
{
  double line = patron_text_line_height (&self->label_font);
  guint max_lines = (guint) CLAMP (floor (pitch / line), 1, 3);
  guint every = (guint) MAX (1, ceil (line / MAX (pitch, 0.01)));
  double widest = MIN (self->plot.width * 0.36, 260 * self->zoom);

  if (every > self->n_slots)
    return NULL;
  for (int i = 1; i <= 2; i++)
    {
      GPtrArray *labels = wrap_names (self, widest * i / 2, every,
                                      i == 1 ? 1 : max_lines, i == 2);

      if (labels != NULL)
        return labels;
    }
  return NULL;
}

static double
names_width (const PatronPlot *self)
{
  double widest = 0;

  for (guint i = 0; i < self->slot_labels->len; i++)
    widest = MAX (widest, patron_text_lines_width (
                            g_ptr_array_index (self->slot_labels, i)));
  return widest;
}

/**
 * patron_plot_set_categories_left:
 *
 * Makes an axis of categories left of the plot, and takes the room of its
 * names from the plot. For layouts to call before the axis below.
 */
void
patron_plot_set_categories_left (PatronPlot *self)
{
  double line = patron_text_line_height (&self->axis_font);
  double height = self->plot.height
                  - (self->bare ? 0 : line + 6 * self->zoom);
  double room, spare;

  self->y_kind = PATRON_AXIS_CATEGORIES;
  if (self->n_slots == 0)
    return;
  spare = MAX (0, line - height / self->n_slots) / 2;
  self->slot_labels = choose_names_left (self, height / self->n_slots);
  if (self->slot_labels == NULL)
    return;
  room = names_width (self);
  if (room > 0)
    room += 10 * self->zoom;
  if (self->plot.width - room < PATRON_AXIS_LEAST_WIDTH)
    {
      drop_names (self);
      return;
    }
  self->plot.x += room;
  self->plot.width -= room;
  /* Names that are higher than their bars reach beyond the first. */
  self->plot.y += spare;
  self->plot.height -= spare * (self->bare ? 2 : 1);
}

static void
claim_lines (PatronPlot   *self,
             const GArray *lines,
             double        left,
             double        top)
{
  PatronBox box = { left, top, patron_text_lines_width (lines),
                    lines->len * patron_text_line_height (&self->label_font) };

  g_array_append_val (self->boxes, box);
}

/* Moved inwards at the ends of the axis, a name may meet the next, which then
 * gives way. */
static void
add_names_below (PatronPlot *self)
{
  double top = self->plot.y + self->plot.height + 5 * self->zoom;
  double free_from = -INFINITY;

  for (guint i = 0; i < self->slot_labels->len; i++)
    {
      GArray *lines = g_ptr_array_index (self->slot_labels, i);
      double width = patron_text_lines_width (lines);
      double left = patron_axis_bottom_left (
        self, patron_scale_at (&self->x, i), width);

      if (lines->len == 0 || left < free_from)
        continue;
      patron_scene_add_lines (self->scene, PATRON_ROLE_AXIS_LABEL,
                              self->measurer, &self->label_font, lines,
                              left + width / 2, top, PATRON_ALIGN_CENTRE,
                              self->theme->text);
      claim_lines (self, lines, left, top);
      free_from = left + width + NAME_GAP / 2 * self->zoom;
    }
}

static void
add_names_left (PatronPlot *self)
{
  double line = patron_text_line_height (&self->label_font);
  double bottom = MIN (self->area.y + self->area.height,
                       self->plot.y + self->plot.height + line / 2);

  for (guint i = 0; i < self->slot_labels->len; i++)
    {
      GArray *lines = g_ptr_array_index (self->slot_labels, i);
      double top = patron_scale_at (&self->y, i) - lines->len * line / 2;

      if (lines->len == 0)
        continue;
      top = MIN (top, bottom - lines->len * line);
      top = MAX (top, self->area.y);
      patron_scene_add_lines (self->scene, PATRON_ROLE_AXIS_LABEL,
                              self->measurer, &self->label_font, lines,
                              self->area.x, top, PATRON_ALIGN_LEFT,
                              self->theme->text);
      claim_lines (self, lines, self->area.x, top);
    }
}

static double
clamp_to (double value,
          double from,
          double to)
{
  return MAX (from, MIN (to, value));
}

/* patron_axis_add_categories:
 *
 * Draws the axis of categories: the line that the values stand on, and the
 * names.
 */
void
patron_axis_add_categories (PatronPlot *self)
{
  gboolean left = self->y_kind == PATRON_AXIS_CATEGORIES;
  const PatronBox *plot = &self->plot;
  const PatronScale *values = left ? &self->x : &self->y;
  double base = self->lengths && isnan (self->base) ? 0 : self->base;
  double zero = isfinite (base) ? patron_scale_at (values, base)
                                : values->start;

  if (left && isfinite (base))
    {
      zero = patron_axis_sharp (clamp_to (zero, plot->x,
                                          plot->x + plot->width));
      patron_scene_add_line (self->scene, PATRON_ROLE_AXIS, zero, plot->y,
                             zero, plot->y + plot->height, self->theme->axis,
                             1);
    }
  else if (!left)
    {
      zero = patron_axis_sharp (clamp_to (zero, plot->y,
                                          plot->y + plot->height));
      patron_scene_add_line (self->scene, PATRON_ROLE_AXIS, plot->x, zero,
                             plot->x + plot->width, zero, self->theme->axis,
                             1);
    }
  if (self->slot_labels == NULL)
    return;
  if (left)
    add_names_left (self);
  else
    add_names_below (self);
}
