/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

/* How goals are told of, in the tree and along the timeline. */

#include "config.h"

#include "patron-goal-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-chart-tree.h"
#include "patron-date.h"
#include "patron-number.h"
#include "patron-scene-source.h"

#define MARK 5.0
#define MARK_SPACE 18.0

/**
 * patron_goal_status_get_tone:
 *
 * Returns: how a status is tinted and marked; neutral where nothing says it
 */
PatronTone
patron_goal_status_get_tone (PatronGoalStatus status)
{
  switch (status)
    {
    case PATRON_GOAL_OFF_TRACK:
      return PATRON_TONE_BAD;
    case PATRON_GOAL_NEEDS_ATTENTION:
      return PATRON_TONE_WARNING;
    case PATRON_GOAL_ON_TRACK:
      return PATRON_TONE_GOOD;
    case PATRON_GOAL_ACCOMPLISHED:
      return PATRON_TONE_ACCENT;
    case PATRON_GOAL_UNKNOWN:
    default:
      return PATRON_TONE_NEUTRAL;
    }
}

/* patron_goal_scene_colour:
 *
 * Returns: the colour of a status, fit to be read on the paper
 */
PatronColour
patron_goal_scene_colour (const PatronTheme *theme,
                          PatronGoalStatus   status)
{
  return status == PATRON_GOAL_UNKNOWN
             ? theme->dim
             : theme->tones[patron_goal_status_get_tone (status)];
}

/* patron_goal_scene_add_header:
 *
 * Sets the title above all, or measures it.
 */
void
patron_goal_scene_add_header (PatronFlow              *flow,
                              const PatronGoalContent *content)
{
  PatronType title = { 22, 700, flow->theme->text, 0 };
  PatronType subtitle = { 13, 400, flow->theme->dim, 0 };
  g_autofree char *clean = patron_text_clean (content->title);
  g_autofree char *date = patron_date_format (content->today);
  /* Translators: a date. */
  g_autofree char *text = g_strdup_printf (_("Goals as of %s"), date);

  patron_flow_text (flow, PATRON_ROLE_TITLE, &title, clean);
  patron_flow_space (flow, 3);
  patron_flow_text (flow, PATRON_ROLE_SUBTITLE, &subtitle, text);
  patron_flow_space (flow, 18);
}

/**
 * patron_goal_write_details:
 * @late: whether the goal should be done by now
 *
 * Returns: (transfer full): who sees to a goal, and until when; "" where
 *   nothing says so
 */
char *
patron_goal_write_details (PatronRecord *goal,
                           gboolean      late)
{
  const char *owner = patron_record_get_text (goal, "owner");
  gint64 due = patron_record_get_integer (goal, "due");
  g_autofree char *name = patron_text_clean (owner);
  g_autofree char *date = due != 0 ? patron_date_format (due) : NULL;
  g_autofree char *until = NULL;

  if (date == NULL)
    return g_steal_pointer (&name);
  until = g_strdup_printf (
      /* Translators: a date. */
      late ? _("overdue since %s") : _("due %s"), date);
  if (*name == '\0')
    return g_steal_pointer (&until);
  return g_strdup_printf ("%s \xc2\xb7 %s", name, until);
}

static char *
write_facts (const PatronGoalItem *item)
{
  g_autofree char *progress = isnan (item->progress)
                                  ? NULL
                                  : patron_percent_format (item->progress, 0);
  g_autofree char *details
      = patron_goal_write_details (item->goal, item->late);
  GString *facts = g_string_new (item->status_label);

  if (progress != NULL)
    g_string_append_printf (facts, " \xc2\xb7 %s", progress);
  if (*details != '\0')
    g_string_append_printf (facts, " \xc2\xb7 %s", details);
  return g_string_free (facts, FALSE);
}

/* patron_goal_scene_add_label:
 *
 * Sets what a goal is called, and below it how it stands, or measures that.
 */
void
patron_goal_scene_add_label (PatronFlow           *flow,
                             const PatronGoalItem *item)
{
  const char *kind = patron_record_get_text (item->goal, "kind");
  gboolean bold = g_strcmp0 (kind, "business") == 0
                  || g_strcmp0 (kind, "objective") == 0;
  PatronType title = { 13.5, bold ? 700 : 400, flow->theme->text, 0 };
  PatronType small = { 12, 400, flow->theme->dim, 0 };
  g_autofree char *name = patron_scene_record_title (item->goal);
  g_autofree char *facts = write_facts (item);
  double top;

  patron_flow_text (flow, PATRON_ROLE_TEXT, &title, name);
  patron_flow_space (flow, 3);
  top = flow->y;
  flow->x += MARK_SPACE * flow->zoom;
  flow->width -= MARK_SPACE * flow->zoom;
  patron_flow_text (flow, PATRON_ROLE_FACT, &small, facts);
  flow->x -= MARK_SPACE * flow->zoom;
  flow->width += MARK_SPACE * flow->zoom;
  if (flow->scene != NULL)
    patron_scene_add_status_mark (flow->scene, PATRON_ROLE_MARK, flow->theme,
                                  patron_goal_status_get_tone (item->status),
                                  flow->x + 6, top + 8, MARK);
}

/* patron_goal_scene_describe:
 *
 * Returns: (transfer full): a goal in words
 */
char *
patron_goal_scene_describe (const PatronGoalItem *item)
{
  g_autofree char *title = patron_scene_record_title (item->goal);
  g_autofree char *facts = write_facts (item);

  return g_strdup_printf ("%s: %s", title, facts);
}

/* patron_goal_scene_finish:
 * @scene: (transfer full):
 *
 * Says in words what is drawn, and makes it fit where a size was asked for.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_goal_scene_finish (PatronScene             *scene,
                          const PatronGoalContent *content,
                          const PatronTheme       *theme,
                          double                   width,
                          double                   height)
{
  GString *text = g_string_new (content->title);

  for (guint i = 0; i < content->n; i++)
    if (content->items[i].depth == 0)
      {
        g_autofree char *line
            = patron_goal_scene_describe (&content->items[i]);

        g_string_append_printf (text, "\n%s", line);
      }
  patron_scene_set_alt_text (scene, text->str);
  g_string_free (text, TRUE);
  if (theme->rtl)
    patron_scene_mirror (scene);
  if (width > 0 && height > 0)
    patron_scene_fit (scene, width, height);
  return scene;
}
