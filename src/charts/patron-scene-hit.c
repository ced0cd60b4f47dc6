/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-number.h"
#include "patron-scene-private.h"

/* A point is meant from so far away, and from farther along the plot than
 * across it: people follow a line from left to right. */
#define REACH_X 48.0
#define REACH_Y 160.0

static const PatronSpot *
spot_at (const PatronScene *self,
         guint              index)
{
  return &g_array_index (self->spots, PatronSpot, index);
}

static gboolean
contains (const PatronSpot *spot,
          double            x,
          double            y)
{
  return x >= spot->x && x < spot->x + spot->width && y >= spot->y
         && y < spot->y + spot->height;
}

static gboolean
is_in_sector (const PatronSpot *spot,
              double            x,
              double            y)
{
  double distance = hypot (x - spot->centre_x, y - spot->centre_y);
  double angle = atan2 (y - spot->centre_y, x - spot->centre_x);
  double turns = 2 * G_PI;

  if (spot->radius <= 0 || distance > spot->radius || distance < spot->inner)
    return FALSE;
  angle += turns * ceil ((spot->start - angle) / turns);
  return angle <= spot->end;
}

static int
find_point (const PatronScene *self,
            double             x,
            double             y)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->spots->len; i++)
    {
      const PatronSpot *spot = spot_at (self, i);
      double dx = fabs (spot->anchor_x - x);
      double dy = fabs (spot->anchor_y - y);
      double cost = 16 * dx * dx + dy * dy;

      if (!spot->is_point || dx > REACH_X || dy > REACH_Y || cost >= best)
        continue;
      best = cost;
      found = (int) i;
    }
  return found;
}

/**
 * patron_scene_hit:
 *
 * Finds what the user points at: the topmost area there, or else the nearest
 * point of a plot in reach.
 *
 * Returns: the index of a spot, or -1
 */
int
patron_scene_hit (const PatronScene *self,
                  double             x,
                  double             y)
{
  for (guint i = self->spots->len; i > 0; i--)
    {
      const PatronSpot *spot = spot_at (self, i - 1);

      if (is_in_sector (spot, x, y)
          || (!spot->is_point && contains (spot, x, y)))
        return (int) i - 1;
    }
  return find_point (self, x, y);
}

/**
 * patron_scene_find_record:
 *
 * Returns: the index of the spot of @record, or -1
 */
int
patron_scene_find_record (const PatronScene *self,
                          gint64             record)
{
  for (guint i = 0; record != 0 && i < self->spots->len; i++)
    if (spot_at (self, i)->record == record)
      return (int) i;
  return -1;
}

/* How far @to is from @from for a step in direction @walk; infinite where it
 * is not in that direction. */
static double
walk_cost (const PatronScene *self,
           int                from_index,
           int                to_index,
           PatronWalk         walk)
{
  const PatronSpot *from = spot_at (self, (guint) from_index);
  const PatronSpot *to = spot_at (self, (guint) to_index);
  gboolean across = walk == PATRON_WALK_LEFT || walk == PATRON_WALK_RIGHT;
  gboolean grid = from->on_grid && to->on_grid;
  double dx = grid ? to->column - from->column
                   : to->anchor_x - from->anchor_x;
  double dy = grid ? to->row - from->row : to->anchor_y - from->anchor_y;
  double ahead = across ? dx : dy;
  double aside = across ? dy : dx;

  if (walk == PATRON_WALK_LEFT || walk == PATRON_WALK_UP)
    ahead = -ahead;
  if (ahead <= 0.25)
    return INFINITY;
  if (from->on_tree && to->on_tree)
    {
      gboolean near = across ? from->whole == to_index
                                 || to->whole == from_index
                             : from->column == to->column;

      return near ? ahead + fabs (aside) : INFINITY;
    }
  if (grid)
    return 1000 * ahead + fabs (aside);
  /* Along a line, however steep it is. */
  if (across && from->is_point)
    return to->is_point && to->series == from->series ? ahead : INFINITY;
  /* From line to line at one x; from card to card of one column. */
  if (from->is_point != to->is_point)
    return INFINITY;
  return ahead + 4 * fabs (aside);
}

/**
 * patron_scene_walk:
 * @from: the index of a spot, or -1 for none
 * @walk: where a key leads
 *
 * Returns: the index of the next spot in that direction; @from where there is
 *   none; -1 where the scene has no spots
 */
int
patron_scene_walk (const PatronScene *self,
                   int                from,
                   PatronWalk         walk)
{
  int n = (int) self->spots->len;
  double best = INFINITY;
  int found = from;

  if (n == 0)
    return -1;
  if (walk == PATRON_WALK_LAST)
    return n - 1;
  if (walk == PATRON_WALK_FIRST || from < 0 || from >= n)
    return 0;
  for (int i = 0; i < n; i++)
    {
      double cost = walk_cost (self, from, i, walk);

      if (cost < best)
        {
          best = cost;
          found = i;
        }
    }
  return found;
}

/* A difference of two shares is in points, not in per cent. */
static char *
write_difference (const PatronFormat *format,
                  double              change)
{
  PatronFormat number = *format;
  g_autofree char *points = NULL;

  if (format->kind != PATRON_FORMAT_PERCENT)
    return patron_format_value (format, fabs (change));
  number.kind = PATRON_FORMAT_NUMBER;
  points = patron_format_value (&number, fabs (change) * 100);
  /* Translators: a difference of two percentages. */
  return g_strdup_printf (C_("chart point", "%s points"), points);
}

static char *
write_change (const PatronScene *self,
              const PatronSpot  *spot)
{
  g_autofree char *now = patron_format_value (&self->y_format, spot->value_y);
  g_autofree char *then = patron_format_value (&self->y_format,
                                               spot->value_y - spot->change);
  g_autofree char *difference = write_difference (&self->y_format,
                                                  spot->change);

  if (g_str_equal (now, then))
    return g_strdup (C_("chart point", "No change"));
  /* Translators: by how much a value differs from the one before. */
  return g_strdup_printf (spot->change > 0 ? C_("chart point", "Up %s")
                                           : C_("chart point", "Down %s"),
                          difference);
}

static char *
write_interval (const PatronScene *self,
                const PatronSpot  *spot)
{
  g_autofree char *low = patron_format_value (&self->y_format, spot->low);
  g_autofree char *high = patron_format_value (&self->y_format, spot->high);

  /* Translators: the ends of an interval around a value. */
  return g_strdup_printf (_("Between %s and %s"), low, high);
}

static char *
write_samples (const PatronSpot *spot)
{
  gulong n = (gulong) MIN (spot->samples, 1e15);
  g_autofree char *number = patron_number_format ((double) n, 0);

  if (spot->few)
    /* Translators: how many answers a value rests on. */
    return g_strdup_printf (ngettext ("Only %s answer", "Only %s answers", n),
                            number);
  return g_strdup_printf (ngettext ("%s answer", "%s answers", n), number);
}

static char *
write_point (const PatronScene *self,
             const PatronSpot  *spot)
{
  g_autofree char *x = patron_format_value (&self->x_format, spot->value_x);
  g_autofree char *y = patron_format_value (&self->y_format, spot->value_y);
  const char *name = NULL;

  if (spot->series >= 0 && (guint) spot->series < self->series_names->len)
    name = g_ptr_array_index (self->series_names, (guint) spot->series);
  if (patron_text_is_empty (name))
    /* Translators: a point of a chart: date, value. */
    return g_strdup_printf (C_("chart point", "%s: %s"), x, y);
  /* Translators: a point of a chart: name of the series, date, value. */
  return g_strdup_printf (C_("chart point", "%s, %s: %s"), name, x, y);
}

static void
add_line (GString *words,
          char    *line)
{
  g_string_append_c (words, '\n');
  g_string_append (words, line);
  g_free (line);
}

/**
 * patron_scene_describe_spot:
 *
 * Returns: (transfer full): what is at a spot in words, for tooltips and
 *   screen readers, a line for each thing: the value, how it changed, how
 *   many answers it rests on
 */
char *
patron_scene_describe_spot (const PatronScene *self,
                            guint              index)
{
  const PatronSpot *spot = patron_scene_get_spot (self, index);
  g_autofree char *point = NULL;
  GString *words;

  if (spot->text != NULL)
    return g_strdup (spot->text);
  point = write_point (self, spot);
  words = g_string_new (point);
  if (isfinite (spot->change))
    add_line (words, write_change (self, spot));
  if (isfinite (spot->low) && isfinite (spot->high))
    add_line (words, write_interval (self, spot));
  if (spot->samples >= 0)
    add_line (words, write_samples (spot));
  if (spot->remark != NULL)
    add_line (words, g_strdup (spot->remark));
  return g_string_free (words, FALSE);
}
