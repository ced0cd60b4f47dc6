/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

/* The goals over time: a bar from start to due with the part that is done,
 * check-ins as marks on it, actions below where they are due, and a line where
 * today is. */

#include "config.h"

#include "patron-goal-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-tree.h"
#include "patron-date.h"
#include "patron-scene-source.h"
#include "patron-ticks.h"

#define MARGIN 24.0
#define NATURAL_WIDTH 1080.0
#define NARROW 620.0
#define LABEL 330.0
#define LABEL_SHARE 0.38
#define INDENT 14.0
#define MAX_INDENT 6
#define GAP 20.0
#define BAR 14.0
#define ROW_GAP 12.0
#define TICK_ROOM 64.0
#define AXIS 62.0
#define CHECK_IN 4.5
#define ACTION 4.5

typedef struct
{
  const PatronGoalContent *content;
  const PatronTheme       *theme;
  PatronMeasurer          *measurer;
  double                   width;
  gboolean                 stacked; /* labels above bars */
  double                   left;    /* of the plot */
  double                   right;
  double                   from;    /* days */
  double                   to;
  double                  *tops;    /* of rows */
  double                  *labels;  /* heights of labels */
  double                   top;     /* of the first row */
  double                   height;
} Timeline;

static double
get_x (const Timeline *self,
       double          date)
{
  return self->left
         + (date - self->from) / (self->to - self->from)
               * (self->right - self->left);
}

static gint64
get_date (const PatronGoalItem *item,
          const char           *field)
{
  return patron_record_get_integer (item->goal, field);
}

static void
stretch (Timeline *self,
         gint64    date)
{
  if (date == 0)
    return;
  self->from = isnan (self->from) ? date : MIN (self->from, (double) date);
  self->to = isnan (self->to) ? date : MAX (self->to, (double) date);
}

static void
stretch_by (Timeline        *self,
            const GPtrArray *records,
            const char      *field)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    stretch (self, patron_record_get_integer (
                       g_ptr_array_index (records, i), field));
}

/* From the first day that anything says to the last, with today. */
static void
find_range (Timeline *self)
{
  self->from = self->to = NAN;
  for (guint i = 0; i < self->content->n; i++)
    {
      const PatronGoalItem *item = &self->content->items[i];

      stretch (self, get_date (item, "starts"));
      stretch (self, get_date (item, "due"));
      stretch_by (self, item->check_ins, "date");
      stretch_by (self, item->actions, "due");
    }
  stretch (self, self->content->today);
  if (self->to - self->from < 14)
    self->to = self->from + 14;
}

static PatronFlow
get_label_flow (const Timeline *self,
                PatronScene    *scene,
                guint           index,
                double          y)
{
  double indent
      = INDENT * MIN (self->content->items[index].depth, MAX_INDENT);
  double right = self->stacked ? self->right : self->left - GAP;

  return (PatronFlow) { scene, self->measurer, self->theme, 1,
                        MARGIN + indent, y, right - MARGIN - indent,
                        PATRON_ALIGN_LEFT };
}

static void
measure (Timeline *self)
{
  double y = self->top;

  for (guint i = 0; i < self->content->n; i++)
    {
      PatronFlow flow = get_label_flow (self, NULL, i, 0);

      patron_goal_scene_add_label (&flow, &self->content->items[i]);
      self->tops[i] = y;
      self->labels[i] = flow.y;
      y += self->stacked ? flow.y + 6 + BAR : MAX (flow.y, BAR);
      y += ROW_GAP;
    }
  self->height = y + MARGIN - ROW_GAP;
}

static double
get_bar_y (const Timeline *self,
           guint           index)
{
  return self->stacked
             ? self->tops[index] + self->labels[index] + 6
             : self->tops[index] + MAX (self->labels[index], BAR) / 2
                   - BAR / 2;
}

static PatronTicks *
find_ticks (const Timeline *self)
{
  gsize most = (gsize) MAX (2, (self->right - self->left) / TICK_ROOM);
  int step = PATRON_CALENDAR_MONTH;

  while (step < PATRON_N_CALENDAR_STEPS - 1
         && patron_ticks_count_dates (self->from, self->to,
                                      (PatronCalendarStep) step)
                > most)
    step++;
  return patron_ticks_new_dates (self->from, self->to,
                                 (PatronCalendarStep) step);
}

/* A label at the place, or as near as keeps it on the plot; returns where it
 * ends. Nothing is set where the label before it stands. */
static double
add_tick_label (Timeline    *self,
                PatronScene *scene,
                const char  *text,
                double       x,
                double       y,
                double       after)
{
  PatronFont font = patron_theme_font (self->theme, 11.5, 400);
  double width = patron_text_width (self->measurer, &font, text);
  double left = CLAMP (x - width / 2, self->left - GAP / 2,
                       self->width - MARGIN / 2 - width);

  if (left < after + 6)
    return after;
  patron_scene_add_text (scene, PATRON_ROLE_AXIS_LABEL, self->measurer, &font,
                         text, left, y, PATRON_ALIGN_LEFT, self->theme->dim);
  return left + width;
}

/* A line from the axis through all rows; where labels stand above bars, only
 * beside the bars. */
static void
add_upright (Timeline    *self,
             PatronScene *scene,
             PatronRole   role,
             double       x,
             PatronColour colour,
             double       width)
{
  if (!self->stacked)
    {
      patron_scene_add_line (scene, role, x, self->top - 5, x,
                             self->height - MARGIN, colour, width);
      return;
    }
  for (guint i = 0; i < self->content->n; i++)
    patron_scene_add_line (scene, role, x, get_bar_y (self, i) - 3, x,
                           get_bar_y (self, i) + BAR + 3, colour, width);
}

static void
add_axis (Timeline    *self,
          PatronScene *scene)
{
  g_autoptr (PatronTicks) ticks = find_ticks (self);
  double first = -INFINITY;
  double second = -INFINITY;

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const PatronTick *tick = &g_array_index (ticks->ticks, PatronTick, i);
      double x = get_x (self, tick->value);

      if (x < self->left - 0.5 || x > self->right + 0.5)
        continue;
      add_upright (self, scene, PATRON_ROLE_GRID, x, self->theme->grid, 1);
      if (tick->label != NULL)
        first = add_tick_label (self, scene, tick->label, x,
                                self->top - AXIS + 13, first);
      if (tick->second != NULL)
        second = add_tick_label (self, scene, tick->second, x,
                                 self->top - AXIS + 28, second);
    }
}

/* Below the axis, where no other label stands. */
static void
add_today (Timeline    *self,
           PatronScene *scene)
{
  PatronFont font = patron_theme_font (self->theme, 11.5, 700);
  PatronColour colour = self->theme->tones[PATRON_TONE_ACCENT];
  double x = get_x (self, (double) self->content->today);
  const char *text = C_("timeline", "Today");
  double width = patron_text_width (self->measurer, &font, text);

  add_upright (self, scene, PATRON_ROLE_TARGET, x, colour, 1.5);
  patron_scene_add_text (scene, PATRON_ROLE_TARGET_LABEL, self->measurer,
                         &font, text,
                         CLAMP (x - width / 2, MARGIN,
                                self->width - MARGIN / 2 - width),
                         self->top - 12, PATRON_ALIGN_LEFT, colour);
}

static void
add_bar (Timeline             *self,
         PatronScene          *scene,
         const PatronGoalItem *item,
         double                y)
{
  gint64 starts = get_date (item, "starts");
  gint64 due = get_date (item, "due");
  PatronColour colour = patron_goal_scene_colour (self->theme, item->status);
  double x1 = get_x (self, (double) (starts != 0 ? starts : due));
  double x2 = get_x (self, (double) (due != 0 ? due : starts));
  PatronItem *bar;

  if (starts == 0 && due == 0)
    return;
  if (starts == 0 || due <= starts)
    {
      patron_scene_add_marker (scene, PATRON_ROLE_SERIES,
                               PATRON_MARKER_DIAMOND, due != 0 ? x2 : x1,
                               y + BAR / 2, BAR / 3)
          ->fill
          = colour;
      return;
    }
  bar = patron_scene_add_rectangle (scene, PATRON_ROLE_SERIES, x1, y,
                                    MAX (x2 - x1, 4), BAR);
  bar->radius = 4;
  bar->fill = patron_theme_tint (self->theme, colour, 0.22);
  bar->stroke = colour;
  bar->line_width = 1;
  if (item->progress > 0)
    {
      bar = patron_scene_add_rectangle (
          scene, PATRON_ROLE_SERIES, x1, y,
          MAX (MIN (item->progress, 1) * (x2 - x1), 4), BAR);
      bar->radius = 4;
      bar->fill = patron_theme_tint (self->theme, colour, 0.6);
    }
}

static PatronGoalStatus
get_confidence (PatronRecord *check_in)
{
  const char *id = patron_record_get_text (check_in, "confidence");

  return g_strcmp0 (id, "on_track") == 0    ? PATRON_GOAL_ON_TRACK
         : g_strcmp0 (id, "at_risk") == 0   ? PATRON_GOAL_NEEDS_ATTENTION
         : g_strcmp0 (id, "off_track") == 0 ? PATRON_GOAL_OFF_TRACK
                                            : PATRON_GOAL_UNKNOWN;
}

static char *
describe_check_in (PatronRecord *check_in)
{
  const PatronField *field = patron_entity_get_field (
      patron_record_get_entity (check_in), "confidence");
  const char *confidence = patron_field_get_choice_label (
      field, patron_record_get_text (check_in, "confidence"));
  const char *note = patron_record_get_text (check_in, "note");
  g_autofree char *clean = note != NULL ? patron_text_clean (note) : NULL;
  g_autofree char *date = patron_date_format (
      patron_record_get_integer (check_in, "date"));
  GString *text = g_string_new (date);

  if (confidence != NULL)
    g_string_append_printf (text, ": %s", confidence);
  if (clean != NULL && *clean != '\0')
    g_string_append_printf (text, ". %s", clean);
  return g_string_free (text, FALSE);
}

static void
add_check_ins (Timeline             *self,
               PatronScene          *scene,
               const PatronGoalItem *item,
               double                y)
{
  for (guint i = 0; item->check_ins != NULL && i < item->check_ins->len; i++)
    {
      PatronRecord *check_in = g_ptr_array_index (item->check_ins, i);
      double x = get_x (self, (double) patron_record_get_integer (check_in,
                                                                  "date"));
      PatronItem *ground = patron_scene_add_circle (
          scene, PATRON_ROLE_MARK, x, y + BAR / 2, CHECK_IN + 3);
      PatronSpot *spot;

      ground->fill = self->theme->background;
      ground->stroke = self->theme->axis;
      ground->line_width = 1;
      patron_scene_add_status_mark (
          scene, PATRON_ROLE_MARK, self->theme,
          patron_goal_status_get_tone (get_confidence (check_in)), x,
          y + BAR / 2, CHECK_IN);
      spot = patron_scene_add_spot (scene, PATRON_ROLE_MARK,
                                    x - CHECK_IN - 3,
                                    y + BAR / 2 - CHECK_IN - 3,
                                    2 * CHECK_IN + 6, 2 * CHECK_IN + 6);
      spot->record = patron_record_get_id (check_in);
      spot->text = describe_check_in (check_in);
    }
}

static char *
describe_action (PatronRecord *action,
                 gboolean      late)
{
  const PatronField *field = patron_entity_get_field (
      patron_record_get_entity (action), "state");
  const char *state = patron_field_get_choice_label (
      field, patron_record_get_text (action, "state"));
  const char *owner = patron_record_get_text (action, "owner");
  g_autofree char *title = patron_scene_record_title (action);
  g_autofree char *date = patron_date_format (
      patron_record_get_integer (action, "due"));
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text,
      /* Translators: what is to be done, and the day by which. */
      late ? _("Action “%s”, late since %s") : _("Action “%s”, due %s"), title,
      date);
  if (state != NULL)
    g_string_append_printf (text, ": %s", state);
  if (owner != NULL)
    g_string_append_printf (text, " · %s", owner);
  return g_string_free (text, FALSE);
}

/* A diamond, hollow until it is done; what is late is marked as goals are
 * that are off track. */
static void
add_action_mark (Timeline    *self,
                 PatronScene *scene,
                 double       x,
                 double       y,
                 gboolean     done,
                 gboolean     late)
{
  PatronItem *mark;

  if (late)
    {
      patron_scene_add_status_mark (
          scene, PATRON_ROLE_MARK, self->theme,
          patron_goal_status_get_tone (PATRON_GOAL_OFF_TRACK), x, y, ACTION);
      return;
    }
  mark = patron_scene_add_marker (scene, PATRON_ROLE_MARK,
                                  PATRON_MARKER_DIAMOND, x, y, ACTION);
  mark->fill = done ? self->theme->dim : self->theme->background;
  mark->stroke = self->theme->dim;
  mark->line_width = 1.5;
}

static void
add_actions (Timeline             *self,
             PatronScene          *scene,
             const PatronGoalItem *item,
             double                y)
{
  for (guint i = 0; item->actions != NULL && i < item->actions->len; i++)
    {
      PatronRecord *action = g_ptr_array_index (item->actions, i);
      const char *state = patron_record_get_text (action, "state");
      gint64 due = patron_record_get_integer (action, "due");
      gboolean done = g_strcmp0 (state, "done") == 0;
      gboolean late = !done && due < self->content->today;
      double x = get_x (self, (double) due);
      PatronSpot *spot;

      if (due == 0 || g_strcmp0 (state, "dropped") == 0)
        continue;
      add_action_mark (self, scene, x, y, done, late);
      spot = patron_scene_add_spot (scene, PATRON_ROLE_MARK, x - ACTION - 2,
                                    y - ACTION - 2, 2 * ACTION + 4,
                                    2 * ACTION + 4);
      spot->record = patron_record_get_id (action);
      spot->text = describe_action (action, late);
    }
}

static void
add_row (Timeline    *self,
         PatronScene *scene,
         guint        index)
{
  const PatronGoalItem *item = &self->content->items[index];
  PatronFlow flow
      = get_label_flow (self, scene, index, self->tops[index]);
  double y = get_bar_y (self, index);
  double bottom = index + 1 < self->content->n
                      ? self->tops[index + 1] - ROW_GAP
                      : self->height - MARGIN;
  PatronSpot *spot;

  patron_scene_set_tag (scene, -1, (int) index,
                        patron_record_get_id (item->goal));
  patron_goal_scene_add_label (&flow, item);
  add_bar (self, scene, item, y);
  spot = patron_scene_add_spot (scene, PATRON_ROLE_SERIES, MARGIN,
                                self->tops[index],
                                self->right - MARGIN,
                                bottom - self->tops[index]);
  spot->record = patron_record_get_id (item->goal);
  spot->text = patron_goal_scene_describe (item);
  add_check_ins (self, scene, item, y);
  add_actions (self, scene, item, y + BAR + 2);
  patron_scene_set_tag (scene, -1, -1, 0);
}

static PatronFlow
get_header (const Timeline *self,
            PatronScene    *scene)
{
  return (PatronFlow) { scene, self->measurer, self->theme, 1, MARGIN, MARGIN,
                        self->width - 2 * MARGIN, PATRON_ALIGN_LEFT };
}

static void
lay_out (Timeline *self,
         double    width)
{
  PatronFlow header;

  self->width = MAX (width > 0 ? width : NATURAL_WIDTH, 260);
  self->stacked = self->width < NARROW;
  self->right = self->width - MARGIN;
  self->left = self->stacked ? MARGIN
                             : MARGIN + MIN (LABEL, LABEL_SHARE * self->width)
                                   + GAP;
  find_range (self);
  header = get_header (self, NULL);
  patron_goal_scene_add_header (&header, self->content);
  self->top = header.y + (self->content->n > 0 ? AXIS : 0);
  measure (self);
  self->height = MAX (self->height, self->top + 2 * MARGIN);
}

static void
add_empty (Timeline    *self,
           PatronScene *scene)
{
  PatronFlow flow = { scene, self->measurer, self->theme, 1, MARGIN, self->top,
                      self->width - 2 * MARGIN, PATRON_ALIGN_LEFT };
  PatronType type = { 13.5, 400, self->theme->dim, 0 };

  patron_flow_text (&flow, PATRON_ROLE_EMPTY, &type, _("No goals yet"));
}

/**
 * patron_goal_timeline_scene:
 * @width: in px at 96 dpi; 0 for what is usual
 * @height: likewise; 0 for what the goals ask for at @width
 *
 * Returns: (transfer full): the goals over time
 */
PatronScene *
patron_goal_timeline_scene (const PatronGoalContent *content,
                            const PatronTheme       *theme,
                            double                   width,
                            double                   height,
                            PatronMeasurer          *measurer)
{
  g_autofree double *tops = g_new0 (double, content->n + 1);
  g_autofree double *labels = g_new0 (double, content->n + 1);
  Timeline self = { .content = content, .theme = theme,
                    .measurer = measurer, .tops = tops, .labels = labels };
  PatronScene *scene;
  PatronFlow flow;

  lay_out (&self, width);
  scene = patron_scene_new (self.width, self.height);
  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0, self.width,
                              self.height)
      ->fill
      = theme->background;
  flow = get_header (&self, scene);
  patron_goal_scene_add_header (&flow, content);
  if (content->n == 0)
    add_empty (&self, scene);
  else
    {
      add_axis (&self, scene);
      for (guint i = 0; i < content->n; i++)
        add_row (&self, scene, i);
      add_today (&self, scene);
    }
  return patron_goal_scene_finish (scene, content, theme, width, height);
}
