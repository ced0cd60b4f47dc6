/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-scene-view.h"

#define MIN_ZOOM 0.2
#define MAX_ZOOM 4.0
#define STEP 1.2
#define NARROWEST 320

/**
 * PatronGoalsDrawing:
 *
 * A figure of all goals, larger than the view: it is scrolled, dragged about
 * and zoomed. A timeline is as wide as the view, and longer.
 */
struct _PatronGoalsDrawing
{
  AdwBin             parent_instance;

  PatronFigureKind   kind;
  PatronDocument    *document; /* (owned) (nullable) */
  PatronRecord      *strategy; /* (owned) (nullable) */
  GtkScrolledWindow *scroller;
  PatronSceneView   *view;
  double             zoom;
  double             width;    /* of the page, in px of the scene */
  double             height;
  double             drag_x;
  double             drag_y;
  double             pinched;  /* the zoom when two fingers met */
  guint              source;
  gboolean           stale;    /* the page is no more what is drawn */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronGoalsDrawing, patron_goals_drawing, ADW_TYPE_BIN)

static void
patron_goals_drawing_dispose (GObject *object)
{
  PatronGoalsDrawing *self = PATRON_GOALS_DRAWING (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->view != NULL)
    patron_scene_view_set_func (self->view, NULL, NULL, NULL);
  self->view = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->strategy);

  G_OBJECT_CLASS (patron_goals_drawing_parent_class)->dispose (object);
}

static double
get_view_width (PatronGoalsDrawing *self)
{
  return gtk_adjustment_get_page_size (
      gtk_scrolled_window_get_hadjustment (self->scroller));
}

/* How wide a page is asked for, or 0 for what the goals ask for. */
static double
get_wanted_width (PatronGoalsDrawing *self)
{
  return self->kind == PATRON_FIGURE_TIMELINE
             ? MAX (NARROWEST, floor (get_view_width (self) / self->zoom))
             : 0;
}

static PatronScene *
lay_out_cb (const PatronTheme *theme,
            PatronMeasurer    *measurer,
            double             width,
            double             height,
            gpointer           data)
{
  PatronGoalsDrawing *self = data;

  if (self->strategy == NULL)
    return NULL;
  return patron_figure_layout (
      self->document, self->kind, self->strategy, theme, measurer,
      self->kind == PATRON_FIGURE_TIMELINE ? width : 0, 0);
}

/* Finds out how large the page is, and shows it. */
static void
update (PatronGoalsDrawing *self)
{
  g_autoptr (PatronScene) scene = NULL;
  PatronTheme theme;

  self->stale = FALSE;
  if (self->strategy == NULL || get_view_width (self) < 1)
    return;
  patron_theme_init_for_widget (&theme, GTK_WIDGET (self->view));
  theme.text_scale = 1;
  scene = lay_out_cb (&theme, patron_widget_get_measurer (),
                      get_wanted_width (self), 0, self);
  if (scene == NULL)
    return;
  self->width = patron_scene_get_width (scene);
  self->height = patron_scene_get_height (scene);
  patron_scene_view_set_page_size (self->view, self->width, self->height);
  patron_scene_view_set_zoom (self->view, self->zoom);
}

static gboolean
update_cb (gpointer data)
{
  PatronGoalsDrawing *self = data;

  self->source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (PatronGoalsDrawing *self)
{
  self->stale = TRUE;
  if (self->source == 0)
    self->source
        = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* The timeline is as wide as there is room. */
static void
resized_cb (PatronGoalsDrawing *self)
{
  if (self->width < 1
      || (self->kind == PATRON_FIGURE_TIMELINE
          && fabs (get_wanted_width (self) - self->width) >= 1))
    queue_update (self);
}

static void
patron_goals_drawing_map (GtkWidget *widget)
{
  PatronGoalsDrawing *self = PATRON_GOALS_DRAWING (widget);

  GTK_WIDGET_CLASS (patron_goals_drawing_parent_class)->map (widget);

  if (self->stale)
    queue_update (self);
}

static gboolean
patron_goals_drawing_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
      GTK_WIDGET (PATRON_GOALS_DRAWING (widget)->view));
}

static void
patron_goals_drawing_class_init (PatronGoalsDrawingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_goals_drawing_dispose;
  widget_class->map = patron_goals_drawing_map;
  widget_class->grab_focus = patron_goals_drawing_grab_focus;

  /* A goal or a check-in was chosen: its key. */
  signals[ACTIVATED] = g_signal_new (
      "activated", PATRON_TYPE_GOALS_DRAWING, G_SIGNAL_RUN_LAST, 0, NULL,
      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
activated_cb (PatronGoalsDrawing *self,
              gint64              record)
{
  if (record != 0)
    g_signal_emit (self, signals[ACTIVATED], 0, record);
}

static void
went_to_cb (PatronGoalsDrawing *self,
            double              x,
            double              y,
            double              width,
            double              height)
{
  gtk_adjustment_clamp_page (
      gtk_scrolled_window_get_hadjustment (self->scroller), x, x + width);
  gtk_adjustment_clamp_page (
      gtk_scrolled_window_get_vadjustment (self->scroller), y, y + height);
}

/* What is in the middle stays there. */
static void
keep_middle (GtkAdjustment *adjustment,
             double         factor)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double middle = gtk_adjustment_get_value (adjustment) + page / 2;

  gtk_adjustment_set_upper (
      adjustment, MAX (page, gtk_adjustment_get_upper (adjustment) * factor));
  gtk_adjustment_set_value (adjustment, middle * factor - page / 2);
}

static void
set_zoom (PatronGoalsDrawing *self,
          double              zoom)
{
  double before = self->zoom;

  self->zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (self->zoom == before)
    return;
  if (self->kind == PATRON_FIGURE_TIMELINE)
    update (self);
  else
    patron_scene_view_set_zoom (self->view, self->zoom);
  keep_middle (gtk_scrolled_window_get_hadjustment (self->scroller),
               self->zoom / before);
  keep_middle (gtk_scrolled_window_get_vadjustment (self->scroller),
               self->zoom / before);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           PatronGoalsDrawing       *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  set_zoom (self, self->zoom * pow (STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (PatronGoalsDrawing *self)
{
  self->pinched = self->zoom;
}

static void
pinch_cb (PatronGoalsDrawing *self,
          double              scale)
{
  set_zoom (self, self->pinched * scale);
}

static void
drag_begin_cb (PatronGoalsDrawing *self)
{
  self->drag_x = gtk_adjustment_get_value (
      gtk_scrolled_window_get_hadjustment (self->scroller));
  self->drag_y = gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (self->scroller));
}

static void
drag_cb (GtkGestureDrag     *drag,
         double              x,
         double              y,
         PatronGoalsDrawing *self)
{
  /* A click may tremble. */
  if (hypot (x, y) < 8)
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_hadjustment (self->scroller), self->drag_x - x);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (self->scroller), self->drag_y - y);
}

static void
add_input (PatronGoalsDrawing *self)
{
  GtkWidget *widget = GTK_WIDGET (self->scroller);
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag),
                                              GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb),
                            self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb),
                            self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb),
                            self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
patron_goals_drawing_init (PatronGoalsDrawing *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->zoom = 1;
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  self->view = PATRON_SCENE_VIEW (patron_scene_view_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->view), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->view), GTK_ALIGN_START);
  gtk_widget_add_css_class (scroller, "goals-drawing");
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  patron_scene_view_set_func (self->view, lay_out_cb, self, NULL);
  g_signal_connect_object (self->view, "activated", G_CALLBACK (activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "went-to", G_CALLBACK (went_to_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      gtk_scrolled_window_get_hadjustment (self->scroller),
      "notify::page-size", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  add_input (self);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * patron_goals_drawing_new:
 * @kind: the goals as a tree or over time
 * @label: what is shown, for those who hear it
 *
 * Returns: (transfer floating): an empty drawing
 */
GtkWidget *
patron_goals_drawing_new (PatronFigureKind kind,
                          const char      *label)
{
  PatronGoalsDrawing *self = g_object_new (PATRON_TYPE_GOALS_DRAWING, NULL);

  self->kind = kind;
  patron_scene_view_set_label (self->view, label);
  return GTK_WIDGET (self);
}

/**
 * patron_goals_drawing_set_document:
 * @document: (nullable): whose goals are drawn
 */
void
patron_goals_drawing_set_document (PatronGoalsDrawing *self,
                                   PatronDocument     *document)
{
  g_set_object (&self->document, document);
  g_clear_object (&self->strategy);
  self->width = 0;
  if (document != NULL)
    self->strategy = patron_document_get_strategy (document);
  patron_scene_view_refresh (self->view);
}

/**
 * patron_goals_drawing_refresh:
 *
 * Draws the goals as they are now, as soon as somebody looks.
 */
void
patron_goals_drawing_refresh (PatronGoalsDrawing *self)
{
  queue_update (self);
}

/**
 * patron_goals_drawing_zoom:
 * @factor: how much larger; 0 for the normal size
 */
void
patron_goals_drawing_zoom (PatronGoalsDrawing *self,
                           double              factor)
{
  set_zoom (self, factor > 0 ? self->zoom * factor : 1);
}
