/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

/* How often each score was given: of one series a column for each score, with
 * brackets under those that make a group; of several a row for each series,
 * parted into the groups. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-number.h"
#include "patron-plot-axes.h"
#include "patron-plot-keys.h"
#include "patron-score-scale.h"

typedef struct
{
  PatronScoreScale scale;
  guint n_series;
  guint n_scores;
  PatronScoreCounts *counts;
  double n;
  double left_out;
  gboolean beside; /* whether the scores stand beside the rows */
} Answers;

static const PatronTone group_tones[PATRON_N_SCORE_GROUPS] = {
  PATRON_TONE_BAD, PATRON_TONE_NEUTRAL, PATRON_TONE_GOOD,
};

static PatronColour
group_colour (const PatronPlot *plot,
              guint             group)
{
  /* Those between are told from the others by their paleness too. */
  return patron_theme_tint (plot->theme, plot->theme->tones[group_tones[group]],
                            group == 1 ? 0.45 : 0.9);
}

static void
answers_init (Answers               *self,
              PatronScoreScale       scale,
              const PatronChartData *data)
{
  *self = (Answers) { .scale = scale, .n_series = data->series->len };
  self->n_scores = (guint) (patron_score_scale_get_to (scale)
                            - patron_score_scale_get_from (scale) + 1);
  self->counts = g_new0 (PatronScoreCounts, self->n_series + 1);
  for (guint i = 0; i < self->n_series; i++)
    {
      patron_score_counts_init (&self->counts[i], scale,
                                &g_array_index (data->series,
                                                PatronChartPoints, i));
      self->n += self->counts[i].n;
      self->left_out += self->counts[i].left_out;
    }
}

static void
add_remarks (PatronPlot    *plot,
             const Answers *answers)
{
  g_autofree char *number = patron_number_format (answers->left_out, 0);
  g_autofree char *remark = NULL;

  if (answers->n_series == 1 && answers->n < plot->chart->least_samples)
    patron_plot_add_remark (plot, _("So few answers say little about what"
                                    " all would answer."));
  if (answers->left_out == 0)
    return;
  remark = g_strdup_printf (
    ngettext ("%s answer is not on the scale and left out.",
              "%s answers are not on the scale and left out.",
              (gulong) MIN (answers->left_out, 1e15)),
    number);
  patron_plot_add_remark (plot, remark);
}

static char *
write_answers (double n)
{
  g_autofree char *number = patron_number_format (n, 0);

  return g_strdup_printf (ngettext ("%s answer", "%s answers",
                                    (gulong) MIN (n, 1e15)),
                          number);
}

/* The score in large, and how sure it is. */
static void
add_summary (PatronPlot    *plot,
             const Answers *answers)
{
  const PatronScoreCounts *counts = &answers->counts[0];
  double line = patron_text_line_height (&plot->strong_font);
  double target = patron_chart_get_target_at (plot->chart, INFINITY);
  g_autofree char *score = patron_score_counts_write (counts, answers->scale);
  g_autofree char *interval = patron_score_counts_interval (counts,
                                                            answers->scale);
  g_autofree char *n = write_answers (counts->n);
  g_autofree char *aim = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *shown = NULL;
  double width, room;

  width = patron_text_width (plot->measurer, &plot->strong_font, score);
  if (plot->area.height < 9 * line || plot->area.width < width)
    return;
  if (isfinite (target))
    {
      g_autofree char *value = patron_score_write (answers->scale, target);

      aim = g_strdup_printf (C_("target label", "%s %s"),
                             C_("target label", "Target"), value);
    }
  rest = g_strjoin (" \xc2\xb7 ", n, interval, aim, NULL);
  room = plot->area.width - width - 10 * plot->zoom;
  patron_plot_add_middle (plot, PATRON_ROLE_SERIES_LABEL, &plot->strong_font,
                          score, plot->area.x, plot->area.y + line / 2,
                          PATRON_ALIGN_LEFT, plot->theme->text);
  shown = patron_text_ellipsize (plot->measurer, &plot->label_font, rest,
                                 MAX (room, 0), NULL);
  if (*shown != '\0')
    patron_plot_add_middle (plot, PATRON_ROLE_SERIES_LABEL,
                            &plot->label_font, shown,
                            plot->area.x + width + 10 * plot->zoom,
                            plot->area.y + line / 2, PATRON_ALIGN_LEFT,
                            plot->theme->dim);
  plot->area.y += line + 6 * plot->zoom;
  plot->area.height -= line + 6 * plot->zoom;
  plot->plot = plot->area;
}

static double
highest_column (const Answers *answers)
{
  double highest = 0;

  for (guint i = 0; i < answers->n_scores; i++)
    highest = MAX (highest, answers->counts[0].counts[i]);
  return highest;
}

static gboolean
labels_fit (PatronPlot    *plot,
            const Answers *answers,
            double         pitch)
{
  if (plot->chart->value_labels == PATRON_LABELS_HIDDEN)
    return FALSE;
  for (guint i = 0; i < answers->n_scores; i++)
    {
      g_autofree char *text
        = patron_number_format (answers->counts[0].counts[i], 0);

      if (patron_text_width (plot->measurer, &plot->label_font, text)
          > pitch - 2)
        return FALSE;
    }
  return TRUE;
}

static double
column_centre (const PatronPlot *plot,
               const Answers    *answers,
               double            i)
{
  return plot->plot.x + plot->plot.width * (i + 0.5) / answers->n_scores;
}

static void
add_score_labels (PatronPlot    *plot,
                  const Answers *answers,
                  double         top)
{
  double line = patron_text_line_height (&plot->axis_font);
  int from = patron_score_scale_get_from (answers->scale);

  for (guint i = 0; i < answers->n_scores; i++)
    {
      g_autofree char *text = patron_number_format (from + (int) i, 0);

      if (patron_text_width (plot->measurer, &plot->axis_font, text)
          < plot->plot.width / answers->n_scores)
        patron_plot_claim (plot, patron_plot_add_middle (
          plot, PATRON_ROLE_AXIS_LABEL, &plot->axis_font, text,
          column_centre (plot, answers, i), top + line / 2,
          PATRON_ALIGN_CENTRE, plot->theme->text));
    }
}

/* Name and share below a bracket: in one line, in two, or the share alone. */
static GArray *
wrap_group (PatronPlot    *plot,
            const Answers *answers,
            guint          group,
            double         width)
{
  const PatronScoreCounts *counts = &answers->counts[0];
  const char *name = patron_score_scale_name_group (answers->scale, group);
  g_autofree char *share = patron_score_write_share (counts->groups[group],
                                                     counts->n);
  /* Translators: a group of customers, and its share. */
  g_autofree char *line = g_strdup_printf (C_("score group", "%s %s"), name,
                                           share);
  g_autofree char *two = g_strconcat (name, "\n", share, NULL);
  const PatronFont *font = &plot->label_font;

  if (patron_text_width (plot->measurer, font, line) <= width)
    return patron_text_wrap (plot->measurer, font, line, width, 1);
  if (patron_text_width (plot->measurer, font, name) <= width)
    return patron_text_wrap (plot->measurer, font, two, width, 2);
  return patron_text_wrap (plot->measurer, font, share, width, 1);
}

static void
add_bracket (PatronPlot    *plot,
             const Answers *answers,
             guint          group,
             int            first,
             int            last,
             double         top)
{
  double inset = 3 * plot->zoom, foot = 4 * plot->zoom;
  double pitch = plot->plot.width / answers->n_scores;
  double left = plot->plot.x + pitch * first + inset;
  double right = plot->plot.x + pitch * (last + 1) - inset;
  double y = patron_axis_sharp (top + foot);
  PatronItem *item = patron_scene_add_path (plot->scene, PATRON_ROLE_AXIS);
  g_autoptr (GArray) lines = NULL;

  patron_item_move_to (item, left, top);
  patron_item_line_to (item, left, y);
  patron_item_line_to (item, right, y);
  patron_item_line_to (item, right, top);
  item->stroke = plot->theme->axis;
  item->line_width = 1;
  lines = wrap_group (plot, answers, group, right - left + 2 * inset);
  patron_scene_add_lines (plot->scene, PATRON_ROLE_AXIS_LABEL,
                          plot->measurer, &plot->label_font, lines,
                          (left + right) / 2, top + foot + 4 * plot->zoom,
                          PATRON_ALIGN_CENTRE, plot->theme->text);
}

static void
add_brackets (PatronPlot    *plot,
              const Answers *answers,
              double         top)
{
  int from = patron_score_scale_get_from (answers->scale);
  int first = 0;

  for (guint group = 0; group < PATRON_N_SCORE_GROUPS; group++)
    {
      int last = first;

      while (last + 1 < (int) answers->n_scores
             && patron_score_scale_get_group (answers->scale,
                                              from + last + 1) == group)
        last++;
      add_bracket (plot, answers, group, first, last, top);
      first = last + 1;
    }
}

static void
add_column_spot (PatronPlot    *plot,
                 const Answers *answers,
                 guint          i,
                 double         top)
{
  const PatronScoreCounts *counts = &answers->counts[0];
  int score = patron_score_scale_get_from (answers->scale) + (int) i;
  guint group = patron_score_scale_get_group (answers->scale, score);
  double pitch = plot->plot.width / answers->n_scores;
  g_autofree char *number = patron_number_format (score, 0);
  g_autofree char *n = write_answers (counts->counts[i]);
  g_autofree char *share = patron_score_write_share (counts->counts[i],
                                                     counts->n);
  PatronSpot *spot = patron_scene_add_spot (
    plot->scene, PATRON_ROLE_SERIES, plot->plot.x + pitch * i, plot->plot.y,
    pitch, plot->plot.height);

  spot->series = 0;
  spot->point = (int) i;
  spot->on_grid = TRUE;
  spot->column = (int) i;
  spot->anchor_y = top;
  /* Translators: a column of a chart of answers: score, group of those who
   * give it, how many, their share of all. */
  spot->text = g_strdup_printf (
    C_("score group", "%s (%s): %s\n%s of all"), number,
    patron_score_scale_name_group (answers->scale, group), n, share);
}

static void
draw_columns (PatronPlot    *plot,
              const Answers *answers,
              gboolean       labels)
{
  const PatronScoreCounts *counts = &answers->counts[0];
  int from = patron_score_scale_get_from (answers->scale);
  double pitch = plot->plot.width / answers->n_scores;
  double width = pitch - MIN (pitch * 0.2, 18 * plot->zoom);

  for (guint i = 0; i < answers->n_scores; i++)
    {
      guint group = patron_score_scale_get_group (answers->scale,
                                                  from + (int) i);
      double centre = column_centre (plot, answers, i);
      double top = patron_scale_at (&plot->y, counts->counts[i]);
      g_autofree char *text = patron_number_format (counts->counts[i], 0);
      PatronItem *item;

      if (counts->counts[i] > 0)
        {
          item = patron_scene_add_rectangle (
            plot->scene, PATRON_ROLE_SERIES, centre - width / 2, top, width,
            MAX (plot->y.start - top, 0));
          item->series = 0;
          item->point = (int) i;
          item->fill = group_colour (plot, group);
        }
      if (labels)
        patron_plot_add_value (plot, 0, i, text, centre,
                               top - plot->label_font.size * 0.75,
                               PATRON_ALIGN_CENTRE, plot->theme->text);
      add_column_spot (plot, answers, i, top);
    }
}

/* px below the plot: scores, brackets, names of the groups */
static double
room_below (const PatronPlot *plot,
            gboolean          brackets)
{
  double line = patron_text_line_height (&plot->label_font);

  return line + 6 * plot->zoom
         + (brackets ? 2 * line + 10 * plot->zoom : 0);
}

static void
lay_out_columns (PatronPlot    *plot,
                 const Answers *answers)
{
  double line = patron_text_line_height (&plot->axis_font);
  gboolean brackets, labels;
  double room;

  patron_plot_add_header (plot, FALSE);
  add_summary (plot, answers);
  brackets = plot->plot.height - room_below (plot, TRUE)
               >= PATRON_AXIS_LEAST_HEIGHT * 1.5
             && plot->plot.width > PATRON_AXIS_LEAST_WIDTH * 2;
  room = brackets ? room_below (plot, TRUE) : room_below (plot, FALSE);
  if (plot->plot.height - room < PATRON_AXIS_LEAST_HEIGHT)
    room = 0;
  labels = labels_fit (plot, answers, plot->plot.width / answers->n_scores)
           && plot->plot.height - room > 2.4 * line;
  plot->lengths = TRUE;
  plot->bare = labels;
  plot->room_high = labels ? plot->label_font.size * 1.4 : 0;
  plot->plot.height -= MAX (room, line / 2);
  plot->top = plot->plot.y;
  patron_plot_set_values (plot, 0, highest_column (answers));
  plot->x_ticks = patron_ticks_new (0, answers->n_scores);
  patron_plot_set_scales (plot);
  patron_plot_add_axes (plot);
  draw_columns (plot, answers, labels);
  if (room > 0)
    add_score_labels (plot, answers,
                      plot->plot.y + plot->plot.height + 3 * plot->zoom);
  if (brackets)
    add_brackets (plot, answers,
                  plot->plot.y + plot->plot.height + 5 * plot->zoom + line);
}

/* The series are the categories of the rows. */
static PatronChartData *
turn_data (const PatronPlot *plot,
           const Answers    *answers)
{
  PatronChartData *turned = patron_chart_data_new ();
  g_autofree double *x = g_new (double, answers->n_series + 1);
  g_autofree double *n = g_new (double, answers->n_series + 1);

  for (guint i = 0; i < answers->n_series; i++)
    {
      g_autofree char *name
        = patron_text_clean (patron_chart_series_name (plot->chart, i));

      patron_chart_data_add_category (turned, name);
      x[i] = i;
      n[i] = answers->counts[i].n;
    }
  patron_chart_data_add (turned, x, n, answers->n_series);
  return turned;
}

static double
widest_score (PatronPlot    *plot,
              const Answers *answers)
{
  double widest = 0;

  for (guint i = 0; i < answers->n_series; i++)
    {
      g_autofree char *text = patron_score_counts_write (&answers->counts[i],
                                                         answers->scale);

      widest = MAX (widest, patron_text_width (plot->measurer,
                                               &plot->strong_font, text));
    }
  return widest;
}

static void
add_part_label (PatronPlot      *plot,
                const char      *text,
                const PatronBox *box,
                PatronColour     behind)
{
  PatronColour light = plot->theme->background;
  PatronColour colour
    = patron_colour_contrast (light, behind)
          > patron_colour_contrast (plot->theme->text, behind)
        ? light
        : plot->theme->text;

  if (patron_text_width (plot->measurer, &plot->label_font, text)
        > box->width - 6 * plot->zoom
      || box->height < patron_text_line_height (&plot->label_font))
    return;
  patron_plot_add_middle (plot, PATRON_ROLE_VALUE_LABEL, &plot->label_font,
                          text, box->x + box->width / 2,
                          box->y + box->height / 2, PATRON_ALIGN_CENTRE,
                          patron_colour_readable (colour, behind, 4.5));
}

static void
draw_part (PatronPlot    *plot,
           const Answers *answers,
           guint          series,
           guint          group,
           const PatronBox *box)
{
  const PatronScoreCounts *counts = &answers->counts[series];
  g_autofree char *share = patron_score_write_share (counts->groups[group],
                                                     counts->n);
  g_autofree char *n = write_answers (counts->groups[group]);
  g_autofree char *name
    = patron_text_clean (patron_chart_series_name (plot->chart, series));
  PatronColour colour = group_colour (plot, group);
  PatronItem *item;
  PatronSpot *spot;

  item = patron_scene_add_rectangle (plot->scene, PATRON_ROLE_SERIES, box->x,
                                     box->y, MAX (box->width - 1, 0),
                                     box->height);
  item->series = (int) series;
  item->point = (int) group;
  item->fill = colour;
  add_part_label (plot, share, box, colour);
  spot = patron_scene_add_spot (plot->scene, PATRON_ROLE_SERIES, box->x,
                                box->y, box->width, box->height);
  spot->series = (int) series;
  spot->point = (int) group;
  spot->on_grid = TRUE;
  spot->row = (int) series;
  spot->column = (int) group;
  /* Translators: a part of a bar of answers: whose, group, how many, their
   * share of all. */
  spot->text = g_strdup_printf (
    C_("score group", "%s, %s: %s\n%s of all"), name,
    patron_score_scale_name_group (answers->scale, group), n, share);
}

static void
draw_row (PatronPlot    *plot,
          const Answers *answers,
          guint          series,
          int            slot)
{
  const PatronScoreCounts *counts = &answers->counts[series];
  double pitch = plot->plot.height / MAX (1, plot->n_slots);
  double height = pitch - MIN (pitch * 0.3, 22 * plot->zoom);
  double middle = patron_scale_at (&plot->y, slot);
  double line = patron_text_line_height (&plot->strong_font);
  g_autofree char *score = patron_score_counts_write (counts, answers->scale);
  double done = 0;

  if (counts->n == 0)
    return;
  for (guint group = 0; group < PATRON_N_SCORE_GROUPS; group++)
    {
      double share = counts->groups[group] / counts->n;
      PatronBox box = { plot->plot.x + plot->plot.width * done,
                        middle - height / 2, plot->plot.width * share,
                        height };

      if (share > 0)
        draw_part (plot, answers, series, group, &box);
      done += share;
    }
  if (answers->beside && pitch >= line)
    patron_plot_add_middle (plot, PATRON_ROLE_SERIES_LABEL,
                            &plot->strong_font, score,
                            plot->plot.x + plot->plot.width
                              + 10 * plot->zoom,
                            middle, PATRON_ALIGN_LEFT, plot->theme->text);
}

static void
add_group_keys (PatronPlot    *plot,
                const Answers *answers)
{
  g_autoptr (GArray) keys = patron_keys_new ();
  double height;

  for (guint group = 0; group < PATRON_N_SCORE_GROUPS; group++)
    patron_keys_add (keys, PATRON_PLOT_KEY_AREA, group_colour (plot, group),
                     patron_score_scale_name_group (answers->scale, group));
  height = patron_plot_add_keys (plot, keys, plot->area.y, 2, TRUE)
           + 8 * plot->zoom;
  if (plot->area.height - height < 3 * PATRON_AXIS_LEAST_HEIGHT)
    return;
  patron_plot_add_keys (plot, keys, plot->area.y, 2, FALSE);
  plot->area.y += height;
  plot->area.height -= height;
  plot->plot = plot->area;
}

static void
lay_out_rows (PatronPlot *plot,
              Answers    *answers)
{
  const PatronChartData *data = plot->data;
  g_autoptr (PatronChartData) turned = turn_data (plot, answers);
  double beside = widest_score (plot, answers) + 10 * plot->zoom;

  plot->data = turned;
  patron_plot_take_categories (plot, plot->area.height * 0.7,
                               18 * plot->zoom);
  plot->data = data;
  patron_plot_add_header (plot, FALSE);
  add_group_keys (plot, answers);
  plot->lengths = TRUE;
  plot->bare = TRUE;
  plot->data = turned;
  patron_plot_set_categories_left (plot);
  plot->data = data;
  answers->beside = plot->plot.width - beside > PATRON_AXIS_LEAST_WIDTH;
  if (answers->beside)
    plot->plot.width -= beside;
  plot->x_kind = PATRON_AXIS_NONE;
  plot->x_ticks = patron_ticks_new (0, 1);
  patron_plot_set_scales (plot);
  patron_plot_add_axes (plot);
  for (guint i = 0; i < plot->n_slots; i++)
    draw_row (plot, answers, plot->slots[i], (int) i);
}

/**
 * patron_chart_layout_distribution:
 *
 * Lays out how often each score was given. What are no answers on a scale
 * becomes a histogram.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_chart_layout_distribution (PatronPlot *plot)
{
  PatronScoreScale scale = patron_score_scale_find (plot->chart, plot->data);
  Answers answers;

  if (scale == PATRON_SCORES_NONE)
    return patron_chart_layout_histogram (plot);
  answers_init (&answers, scale, plot->data);
  add_remarks (plot, &answers);
  patron_plot_name_series (plot);
  if (answers.n == 0)
    {
      patron_plot_add_header (plot, FALSE);
      patron_plot_add_empty (plot);
    }
  else if (answers.n_series == 1)
    lay_out_columns (plot, &answers);
  else
    lay_out_rows (plot, &answers);
  g_free (answers.counts);
  return patron_plot_end (plot);
}
