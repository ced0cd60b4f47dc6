/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "patron-goal-bar.h"

#include <math.h>

#include "patron-scene-view.h"
#include "patron-style.h"

#define WIDTH 96
#define HEIGHT 12
#define TRACK 6
#define MARK 2

/**
 * PatronGoalBar:
 *
 * How far a goal has come, with a mark where it should be by now.
 */
struct _PatronGoalBar
{
  GtkWidget        parent_instance;

  double           progress; /* NAN if not known */
  double           ideal;    /* likewise */
  PatronGoalStatus status;
};

G_DEFINE_FINAL_TYPE (PatronGoalBar, patron_goal_bar, GTK_TYPE_WIDGET)

static void
patron_goal_bar_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH / 2 : HEIGHT;
}

/**
 * patron_goal_tone:
 *
 * Returns: how a status is tinted
 */
PatronTone
patron_goal_tone (PatronGoalStatus status)
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

static GdkRGBA
get_colour (GtkWidget       *widget,
            PatronGoalStatus status)
{
  PatronTheme theme;
  double red, green, blue, alpha;

  patron_theme_init_for_widget (&theme, widget);
  patron_colour_get (status == PATRON_GOAL_UNKNOWN
                         ? theme.dim
                         : theme.tones[patron_goal_tone (status)],
                     &red, &green, &blue, &alpha);
  return (GdkRGBA) { (float) red, (float) green, (float) blue,
                     (float) alpha };
}

static void
fill (GtkSnapshot   *snapshot,
      const GdkRGBA *colour,
      double         x,
      double         y,
      double         width,
      double         height)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (
      &shape,
      &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                           (float) height),
      (float) MIN (width, height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, colour, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
patron_goal_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PatronGoalBar *self = PATRON_GOAL_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double middle = gtk_widget_get_height (widget) / 2.0;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double done = isnan (self->progress) ? 0 : CLAMP (self->progress, 0, 1);
  GdkRGBA line, track, colour;

  patron_style_get_color (widget, &line);
  track = line;
  track.alpha *= 0.15F;
  fill (snapshot, &track, 0, middle - TRACK / 2.0, width, TRACK);
  if (done > 0)
    {
      double length = MAX (done * width, TRACK);

      colour = get_colour (widget, self->status);
      fill (snapshot, &colour, rtl ? width - length : 0,
            middle - TRACK / 2.0, length, TRACK);
    }
  if (!isnan (self->ideal))
    {
      double x = self->ideal * (width - MARK);

      gtk_snapshot_append_color (
          snapshot, &line,
          &GRAPHENE_RECT_INIT ((float) (rtl ? width - MARK - x : x),
                               (float) (middle - HEIGHT / 2.0), MARK,
                               HEIGHT));
    }
}

static void
patron_goal_bar_class_init (PatronGoalBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = patron_goal_bar_measure;
  widget_class->snapshot = patron_goal_bar_snapshot;
  /* What it shows stands beside it in words. */
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
patron_goal_bar_init (PatronGoalBar *self)
{
  self->progress = NAN;
  self->ideal = NAN;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
patron_goal_bar_new (void)
{
  return g_object_new (PATRON_TYPE_GOAL_BAR, NULL);
}

/**
 * patron_goal_bar_set:
 * @progress: how far; NAN if not known
 * @ideal: where the mark is; NAN for none
 */
void
patron_goal_bar_set (PatronGoalBar   *self,
                     double           progress,
                     double           ideal,
                     PatronGoalStatus status)
{
  self->progress = progress;
  self->ideal = ideal;
  self->status = status;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
