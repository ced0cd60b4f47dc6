/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-scene-view-private.h"

#include <adwaita.h>
#include <math.h>

#define MINIMUM 120
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 300
#define BUBBLE_GAP 10
#define BUBBLE_CHARS 40

enum
{
  ACTIVATED,
  WENT_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * PatronSceneView:
 *
 * Shows a scene, which is laid out for the room there is, or, as a page, for
 * a size of its own and shown smaller or larger. What the pointer is at, or
 * the arrow keys went to, is said in a bubble.
 */
G_DEFINE_FINAL_TYPE (PatronSceneView, patron_scene_view, GTK_TYPE_WIDGET)

/* patron_scene_view_set_spot:
 * @spot: the index of a spot, or -1
 *
 * Says in the bubble what is there.
 */
void
patron_scene_view_set_spot (PatronSceneView *self,
                            int              spot)
{
  g_autofree char *text = NULL;

  if (self->spot == spot)
    return;
  self->spot = spot;
  if (spot >= 0)
    text = patron_scene_describe_spot (self->scene, (guint) spot);
  gtk_label_set_text (GTK_LABEL (self->bubble), text ? text : "");
  gtk_widget_set_child_visible (self->bubble, text != NULL && *text != '\0');
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      text != NULL           ? text
      : self->scene != NULL  ? patron_scene_get_alt_text (self->scene)
                             : NULL,
      -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget (PatronSceneView *self)
{
  patron_scene_view_set_spot (self, -1);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, patron_scene_unref);
}

static void
drop_func (PatronSceneView *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->func = NULL;
  self->data = NULL;
  self->destroy = NULL;
}

static void
patron_scene_view_dispose (GObject *object)
{
  PatronSceneView *self = PATRON_SCENE_VIEW (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, patron_scene_unref);
  drop_func (self);
  g_clear_pointer (&self->bubble, gtk_widget_unparent);

  G_OBJECT_CLASS (patron_scene_view_parent_class)->dispose (object);
}

static gboolean
is_page (PatronSceneView *self)
{
  return self->page_width > 0;
}

/* patron_scene_view_get_zoom:
 *
 * Returns: how many px of the widget a px of the scene takes
 */
double
patron_scene_view_get_zoom (PatronSceneView *self)
{
  return is_page (self)
             ? gtk_widget_get_width (GTK_WIDGET (self)) / self->page_width
             : 1;
}

static void
lay_out (PatronSceneView *self)
{
  double width = is_page (self) ? self->page_width
                                : gtk_widget_get_width (GTK_WIDGET (self));
  double height = is_page (self) ? self->page_height
                                 : gtk_widget_get_height (GTK_WIDGET (self));
  PatronTheme theme;

  if (self->scene != NULL && self->width == width && self->height == height)
    return;
  forget (self);
  self->width = width;
  self->height = height;
  if (self->func == NULL || width < 1 || height < 1)
    return;
  patron_theme_init_for_widget (&theme, GTK_WIDGET (self));
  /* A page is as large as the view, and its text with it. */
  if (is_page (self))
    theme.text_scale = 1;
  self->scene = self->func (&theme, patron_widget_get_measurer (), width,
                            height, self->data);
  if (self->scene != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
        patron_scene_get_alt_text (self->scene), -1);
  gtk_widget_set_focusable (GTK_WIDGET (self),
                            self->scene != NULL
                                && patron_scene_get_n_spots (self->scene) > 0);
}

static GtkSizeRequestMode
patron_scene_view_get_request_mode (GtkWidget *widget)
{
  return is_page (PATRON_SCENE_VIEW (widget))
             ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
             : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
patron_scene_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  PatronSceneView *self = PATRON_SCENE_VIEW (widget);

  *minimum = MINIMUM;
  if (!is_page (self))
    *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH
                                                         : NATURAL_HEIGHT;
  else if (self->page_zoom > 0)
    *minimum = *natural
        = (int) ceil (self->page_zoom
                      * (orientation == GTK_ORIENTATION_HORIZONTAL
                             ? self->page_width
                             : self->page_height));
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = (int) self->page_width;
  else
    {
      double zoom = for_size < 0 ? 1 : for_size / self->page_width;

      *minimum = *natural = (int) ceil (self->page_height * zoom);
    }
}

/* Puts the bubble over the spot, or under it, where there is room. */
static void
place_bubble (PatronSceneView *self,
              int              width,
              int              height)
{
  const PatronSpot *spot;
  double zoom = patron_scene_view_get_zoom (self);
  GtkAllocation place = { 0 };
  int minimum;

  if (self->spot < 0 || !gtk_widget_get_child_visible (self->bubble))
    return;
  spot = patron_scene_get_spot (self->scene, (guint) self->spot);
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &place.width, NULL, NULL);
  place.width = MIN (place.width, MAX (minimum, width));
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_VERTICAL, place.width,
                      NULL, &place.height, NULL, NULL);
  place.x = (int) (spot->anchor_x * zoom) - place.width / 2;
  place.y = (int) (spot->anchor_y * zoom) - place.height - BUBBLE_GAP;
  if (place.y < 0)
    place.y = (int) (spot->anchor_y * zoom) + BUBBLE_GAP;
  place.x = MAX (0, MIN (place.x, width - place.width));
  place.y = MAX (0, MIN (place.y, height - place.height));
  gtk_widget_size_allocate (self->bubble, &place, -1);
}

static void
patron_scene_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PatronSceneView *self = PATRON_SCENE_VIEW (widget);

  lay_out (self);
  place_bubble (self, width, height);
}

static GskRenderNode *
paint (PatronSceneView *self)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0,
                           (float) patron_scene_get_width (self->scene),
                           (float) patron_scene_get_height (self->scene)));

  patron_scene_draw (self->scene, cr);
  cairo_destroy (cr);
  return gtk_snapshot_to_node (snapshot);
}

/* A ring says where the arrow keys are, by more than the bubble. */
static void
snapshot_focus (PatronSceneView *self,
                GtkSnapshot     *snapshot)
{
  const PatronSpot *spot;
  GskRoundedRect ring;
  PatronTheme theme;
  GdkRGBA colour;
  double red, green, blue, alpha;

  if (self->spot < 0 || !gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  spot = patron_scene_get_spot (self->scene, (guint) self->spot);
  if (spot->is_point)
    gsk_rounded_rect_init_from_rect (
        &ring,
        &GRAPHENE_RECT_INIT ((float) spot->anchor_x - 7,
                             (float) spot->anchor_y - 7, 14, 14),
        7);
  else
    gsk_rounded_rect_init_from_rect (
        &ring,
        &GRAPHENE_RECT_INIT ((float) spot->x, (float) spot->y,
                             (float) spot->width, (float) spot->height),
        4);
  patron_theme_init_for_widget (&theme, GTK_WIDGET (self));
  patron_colour_get (theme.tones[PATRON_TONE_ACCENT], &red, &green, &blue,
                     &alpha);
  colour = (GdkRGBA){ (float) red, (float) green, (float) blue,
                      (float) alpha };
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

static void
patron_scene_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PatronSceneView *self = PATRON_SCENE_VIEW (widget);

  lay_out (self);
  if (self->scene != NULL)
    {
      float zoom = (float) patron_scene_view_get_zoom (self);

      if (self->node == NULL)
        self->node = paint (self);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_scale (snapshot, zoom, zoom);
      if (self->node != NULL)
        gtk_snapshot_append_node (snapshot, self->node);
      snapshot_focus (self, snapshot);
      gtk_snapshot_restore (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->bubble, snapshot);
}

static void
patron_scene_view_direction_changed (GtkWidget       *widget,
                                     GtkTextDirection previous)
{
  patron_scene_view_refresh (PATRON_SCENE_VIEW (widget));
}

static void
patron_scene_view_class_init (PatronSceneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = patron_scene_view_dispose;
  widget_class->get_request_mode = patron_scene_view_get_request_mode;
  widget_class->measure = patron_scene_view_measure;
  widget_class->size_allocate = patron_scene_view_size_allocate;
  widget_class->snapshot = patron_scene_view_snapshot;
  widget_class->direction_changed = patron_scene_view_direction_changed;

  /**
   * PatronSceneView::activated:
   * @record: the id of the record that the place shows, or 0
   *
   * A place of the scene was clicked, or chosen with Enter.
   */
  signals[ACTIVATED] = g_signal_new ("activated", PATRON_TYPE_SCENE_VIEW,
                                     G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * PatronSceneView::went-to:
   * @x: left of the place, in px of the view
   * @y: its top
   * @width: its width
   * @height: its height
   *
   * The arrow keys went to a place of the scene, which may be out of sight.
   */
  signals[WENT_TO] = g_signal_new (
      "went-to", PATRON_TYPE_SCENE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
      NULL, G_TYPE_NONE, 4, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE,
      G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "sceneview");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_IMG);
}

/* patron_scene_view_activate_spot:
 *
 * Emits #PatronSceneView::activated for what the bubble speaks of.
 */
void
patron_scene_view_activate_spot (PatronSceneView *self)
{
  if (self->spot >= 0)
    g_signal_emit (
        self, signals[ACTIVATED], 0,
        patron_scene_get_spot (self->scene, (guint) self->spot)->record);
}

/* patron_scene_view_tell_spot:
 *
 * Emits #PatronSceneView::went-to for what the bubble speaks of.
 */
void
patron_scene_view_tell_spot (PatronSceneView *self)
{
  const PatronSpot *spot;
  double zoom = patron_scene_view_get_zoom (self);

  if (self->spot < 0)
    return;
  spot = patron_scene_get_spot (self->scene, (guint) self->spot);
  g_signal_emit (self, signals[WENT_TO], 0, spot->x * zoom, spot->y * zoom,
                 spot->width * zoom, spot->height * zoom);
}

static void
patron_scene_view_init (PatronSceneView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->spot = -1;
  self->bubble = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->bubble, "patron-bubble");
  gtk_label_set_wrap (GTK_LABEL (self->bubble), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->bubble), BUBBLE_CHARS);
  gtk_widget_set_can_target (self->bubble, FALSE);
  gtk_widget_set_child_visible (self->bubble, FALSE);
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  patron_scene_view_add_input (self);

  g_signal_connect_object (style, "notify::dark",
                           G_CALLBACK (patron_scene_view_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast",
                           G_CALLBACK (patron_scene_view_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-xft-dpi",
                           G_CALLBACK (patron_scene_view_refresh), self,
                           G_CONNECT_SWAPPED);
}

/**
 * patron_scene_view_new:
 * @label: what is shown, for those who hear it
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
patron_scene_view_new (const char *label)
{
  PatronSceneView *self = g_object_new (PATRON_TYPE_SCENE_VIEW, NULL);

  patron_scene_view_set_label (self, label);
  return GTK_WIDGET (self);
}

/**
 * patron_scene_view_set_func:
 * @func: (nullable): lays the scene out
 * @data: passed to @func
 * @destroy: (nullable): frees @data
 */
void
patron_scene_view_set_func (PatronSceneView *self,
                            PatronSceneFunc  func,
                            gpointer         data,
                            GDestroyNotify   destroy)
{
  drop_func (self);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  patron_scene_view_refresh (self);
}

/**
 * patron_scene_view_set_label:
 * @label: what is shown, for those who hear it
 */
void
patron_scene_view_set_label (PatronSceneView *self,
                             const char      *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * patron_scene_view_set_page_size:
 * @width: in px, or 0 for a scene that fills the view
 * @height: in px
 *
 * Makes the view one of a page, which is as high as its width asks for.
 */
void
patron_scene_view_set_page_size (PatronSceneView *self,
                                 double           width,
                                 double           height)
{
  self->page_width = width;
  self->page_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  patron_scene_view_refresh (self);
}

/**
 * patron_scene_view_set_zoom:
 * @zoom: how many px of the view a px of the page takes, or 0 to fit the page
 *   to the width of the view
 *
 * Makes the view of a page as large as the page is at @zoom.
 */
void
patron_scene_view_set_zoom (PatronSceneView *self,
                            double           zoom)
{
  self->page_zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * patron_scene_view_refresh:
 *
 * Lays the scene out again, before it is next shown, since what it shows
 * changed.
 */
void
patron_scene_view_refresh (PatronSceneView *self)
{
  forget (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
