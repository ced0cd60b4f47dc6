/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-side-pane.h"

#include <math.h>

/* In pixels of text at its normal size: all of it grows with the text. */
#define CONTENT_WIDTH 540 /* less than that, and the pane lies over it */
#define PANE_WIDTH 340
#define NORMAL_DPI (96 * 1024)

#define DURATION 200      /* milliseconds */
#define SHADE 0.3

/**
 * PatronSidePane:
 *
 * Content with a pane at its end that can be put away. Where there is no room
 * for both, the pane slides over the content, which waits in the shade.
 */
struct _PatronSidePane
{
  GtkWidget     parent_instance;

  GtkWidget    *content;
  GtkWidget    *shade; /* takes the clicks beside the pane */
  GtkWidget    *pane;
  AdwAnimation *animation; /* (owned) */
  double        progress;  /* from 0, put away, to 1, shown */
  gboolean      shown;
  gboolean      folded;
};

enum
{
  PROP_SHOWN = 1,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PatronSidePane, patron_side_pane, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
patron_side_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static int
scale (PatronSidePane *self,
       int             width)
{
  int dpi = NORMAL_DPI;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi",
                &dpi, NULL);
  return dpi > NORMAL_DPI ? (int) ((gint64) width * dpi / NORMAL_DPI) : width;
}

/* How wide the pane is where it may be as wide as it likes. */
static int
get_pane_width (PatronSidePane *self)
{
  int width;

  gtk_widget_measure (self->pane, GTK_ORIENTATION_HORIZONTAL, -1, &width,
                      NULL, NULL, NULL);
  return MAX (width, scale (self, PANE_WIDTH));
}

static void
patron_side_pane_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  PatronSidePane *self = PATRON_SIDE_PANE (widget);
  int least, wanted;

  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL,
                      NULL);
  gtk_widget_measure (self->pane, orientation, -1, &least, &wanted, NULL,
                      NULL);
  gtk_widget_measure (self->shade, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = MAX (*minimum, least);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? MAX (*natural, scale (self, CONTENT_WIDTH))
                       + get_pane_width (self)
                 : MAX (*natural, wanted);
}

static void
allocate_at_end (PatronSidePane *self,
                 GtkWidget      *child,
                 int             x,
                 int             child_width,
                 int             width,
                 int             height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - child_width;
  gtk_widget_size_allocate (
      child, &(GtkAllocation) { x, 0, child_width, height }, -1);
}

static void
patron_side_pane_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  PatronSidePane *self = PATRON_SIDE_PANE (widget);
  int pane_width = MIN (get_pane_width (self), width);
  gboolean folded = width < pane_width + scale (self, CONTENT_WIDTH);

  gtk_widget_set_child_visible (self->pane, self->progress > 0);
  gtk_widget_set_child_visible (self->shade, folded && self->progress > 0);
  if (folded)
    allocate_at_end (self, self->content, 0, width, width, height);
  else
    allocate_at_end (self, self->content, 0,
                     self->shown ? width - pane_width : width, width, height);
  allocate_at_end (self, self->shade, 0, width, width, height);
  allocate_at_end (
      self, self->pane,
      width
          - (int) lround (pane_width * (folded ? self->progress : 1)),
      pane_width, width, height);

  if (self->folded != folded)
    {
      self->folded = folded;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
    }
}

static void
patron_side_pane_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PatronSidePane *self = PATRON_SIDE_PANE (widget);
  const GdkRGBA shade = { 0, 0, 0, SHADE * self->progress };

  gtk_widget_snapshot_child (widget, self->content, snapshot);
  if (self->folded && self->progress > 0)
    gtk_snapshot_append_color (
        snapshot, &shade,
        &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                             gtk_widget_get_height (widget)));
  gtk_widget_snapshot_child (widget, self->pane, snapshot);
}

static void
patron_side_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PatronSidePane *self = PATRON_SIDE_PANE (object);

  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
patron_side_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PatronSidePane *self = PATRON_SIDE_PANE (object);

  if (prop_id == PROP_SHOWN)
    patron_side_pane_set_shown (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
patron_side_pane_dispose (GObject *object)
{
  PatronSidePane *self = PATRON_SIDE_PANE (object);

  g_clear_object (&self->animation);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);
  g_clear_pointer (&self->pane, gtk_widget_unparent);

  G_OBJECT_CLASS (patron_side_pane_parent_class)->dispose (object);
}

static void
patron_side_pane_class_init (PatronSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = patron_side_pane_get_property;
  object_class->set_property = patron_side_pane_set_property;
  object_class->dispose = patron_side_pane_dispose;
  widget_class->get_request_mode = patron_side_pane_get_request_mode;
  widget_class->measure = patron_side_pane_measure;
  widget_class->size_allocate = patron_side_pane_size_allocate;
  widget_class->snapshot = patron_side_pane_snapshot;

  properties[PROP_SHOWN] = g_param_spec_boolean (
      "shown", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean (
      "folded", NULL, NULL, FALSE,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
progress_cb (double   value,
             gpointer user_data)
{
  PatronSidePane *self = user_data;

  self->progress = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
shade_pressed_cb (PatronSidePane *self)
{
  patron_side_pane_set_shown (self, FALSE);
}

static void
patron_side_pane_init (PatronSidePane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  self->shade = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->shade, widget);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (shade_pressed_cb),
                            self);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));
  self->animation = adw_timed_animation_new (
      widget, 0, 1, DURATION,
      adw_callback_animation_target_new (progress_cb, self, NULL));
}

/**
 * patron_side_pane_new:
 * @content: what is always there
 * @pane: what stands beside it
 *
 * Returns: (transfer floating): a side pane, put away
 */
GtkWidget *
patron_side_pane_new (GtkWidget *content,
                      GtkWidget *pane)
{
  PatronSidePane *self = g_object_new (PATRON_TYPE_SIDE_PANE, NULL);

  self->content = content;
  self->pane = pane;
  gtk_widget_add_css_class (pane, "background");
  gtk_widget_add_css_class (pane, "patron-side-pane");
  gtk_widget_insert_before (content, GTK_WIDGET (self), self->shade);
  gtk_widget_set_parent (pane, GTK_WIDGET (self));
  gtk_widget_set_child_visible (pane, FALSE);
  return GTK_WIDGET (self);
}

/**
 * patron_side_pane_get_shown:
 *
 * Returns: whether the pane is there
 */
gboolean
patron_side_pane_get_shown (PatronSidePane *self)
{
  return self->shown;
}

/* Lets the pane come, or puts it away; over the content it slides. */
void
patron_side_pane_set_shown (PatronSidePane *self,
                            gboolean        shown)
{
  AdwTimedAnimation *animation = ADW_TIMED_ANIMATION (self->animation);

  shown = shown != FALSE;
  if (self->shown == shown)
    return;
  self->shown = shown;
  /* At once, so that it can have the focus before it has a place. */
  if (shown)
    gtk_widget_set_child_visible (self->pane, TRUE);
  adw_animation_pause (self->animation);
  if (self->folded && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      adw_timed_animation_set_value_from (animation, self->progress);
      adw_timed_animation_set_value_to (animation, shown ? 1 : 0);
      adw_animation_reset (self->animation);
      adw_animation_play (self->animation);
    }
  else
    progress_cb (shown ? 1 : 0, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

/**
 * patron_side_pane_get_folded:
 *
 * Returns: whether the pane, when shown, lies over the content
 */
gboolean
patron_side_pane_get_folded (PatronSidePane *self)
{
  return self->folded;
}
