/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-thumbnail.h"

#define MINIMUM 120

/**
 * PatronThumbnail:
 *
 * A scene that is looked at only, one of many. It is laid out for one size and
 * shown smaller or larger, as pixels. These are painted when they are asked
 * for, so that a window that is scrolled or resized shows what is painted
 * already, and who owns the thumbnails shares out what a frame has time for.
 *
 * Its sizes go in steps, at which both sides are whole pixels. Between two of
 * them the picture stays as it is, in the middle. So do pixels of another step
 * until they are painted for this one: to scale them would take longer, and
 * blur them.
 */
struct _PatronThumbnail
{
  GtkWidget      parent_instance;

  int            width;   /* at which it is shown where there is room */
  int            height;
  int            n_steps; /* of that size */
  PatronScene   *scene;   /* (owned) (nullable) */
  PatronColour   paper;   /* what is around the picture */
  GskRenderNode *pixels;  /* (owned) (nullable) */
  int            step;    /* of @pixels */
  int            scale;   /* of @pixels */
};

G_DEFINE_FINAL_TYPE (PatronThumbnail, patron_thumbnail, GTK_TYPE_WIDGET)

static int
get_step (PatronThumbnail *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return MIN (gtk_widget_get_width (widget) * self->n_steps / self->width,
              gtk_widget_get_height (widget) * self->n_steps / self->height);
}

static void
get_paper (PatronThumbnail *self,
           GdkRGBA         *paper)
{
  double red, green, blue, alpha;

  patron_colour_get (self->paper, &red, &green, &blue, &alpha);
  *paper = (GdkRGBA){ (float) red, (float) green, (float) blue,
                      (float) alpha };
}

static GtkSizeRequestMode
patron_thumbnail_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
patron_thumbnail_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  PatronThumbnail *self = PATRON_THUMBNAIL (widget);

  *minimum = MINIMUM;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = self->width;
  else if (for_size < 0)
    *minimum = *natural = self->height;
  else
    *minimum = *natural
        = (for_size * self->height + self->width - 1) / self->width;
}

static void
patron_thumbnail_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PatronThumbnail *self = PATRON_THUMBNAIL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA paper;

  if (self->pixels == NULL)
    return;
  get_paper (self, &paper);
  gtk_snapshot_append_color (
      snapshot, &paper,
      &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (
          (float) ((width - self->width / self->n_steps * self->step) / 2),
          (float) ((height - self->height / self->n_steps * self->step) / 2)));
  gtk_snapshot_append_node (snapshot, self->pixels);
  gtk_snapshot_restore (snapshot);
}

static void
patron_thumbnail_finalize (GObject *object)
{
  PatronThumbnail *self = PATRON_THUMBNAIL (object);

  g_clear_pointer (&self->pixels, gsk_render_node_unref);
  g_clear_pointer (&self->scene, patron_scene_unref);

  G_OBJECT_CLASS (patron_thumbnail_parent_class)->finalize (object);
}

static void
patron_thumbnail_class_init (PatronThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = patron_thumbnail_finalize;
  widget_class->get_request_mode = patron_thumbnail_get_request_mode;
  widget_class->measure = patron_thumbnail_measure;
  widget_class->snapshot = patron_thumbnail_snapshot;
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_IMG);
}

static void
patron_thumbnail_init (PatronThumbnail *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * patron_thumbnail_new:
 * @label: what is shown, for those who hear it
 * @width: the natural width, in px
 * @height: the height that belongs to it, in px
 *
 * Returns: (transfer floating): a thumbnail of nothing yet
 */
GtkWidget *
patron_thumbnail_new (const char *label,
                      int         width,
                      int         height)
{
  PatronThumbnail *self = g_object_new (PATRON_TYPE_THUMBNAIL, NULL);
  int a = width, b = height;

  while (b != 0)
    {
      int rest = a % b;

      a = b;
      b = rest;
    }
  self->width = width;
  self->height = height;
  self->n_steps = a;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * patron_thumbnail_set_scene:
 * @scene: (transfer full): what to show, in the proportions given to
 *   patron_thumbnail_new()
 * @paper: the colour around it
 *
 * Changes what the thumbnail shows, from when it is painted next.
 */
void
patron_thumbnail_set_scene (PatronThumbnail *self,
                            PatronScene     *scene,
                            PatronColour     paper)
{
  g_clear_pointer (&self->scene, patron_scene_unref);
  self->scene = scene;
  self->paper = paper;
  self->scale = 0;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      patron_scene_get_alt_text (scene), -1);
}

/* As an image in a node of cairo: GTK 4.8 converts a texture to floating point
 * and back each time that it draws it by cairo. */
static GskRenderNode *
paint (PatronThumbnail *self,
       int              width,
       int              height,
       int              scale)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, width * scale, height * scale);
  double zoom = width * scale / patron_scene_get_width (self->scene);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, zoom, zoom);
  patron_scene_draw (self->scene, cr);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return gtk_snapshot_to_node (snapshot);
}

/**
 * patron_thumbnail_paint:
 *
 * Paints the scene for the size that the thumbnail has.
 *
 * Returns: %FALSE if it is painted so already, or cannot be
 */
gboolean
patron_thumbnail_paint (PatronThumbnail *self)
{
  int step = get_step (self);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->scene == NULL || step < 1
      || (self->pixels != NULL && self->step == step && self->scale == scale))
    return FALSE;
  g_clear_pointer (&self->pixels, gsk_render_node_unref);
  self->pixels = paint (self, self->width / self->n_steps * step,
                        self->height / self->n_steps * step, scale);
  self->step = step;
  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/**
 * patron_thumbnail_drop:
 *
 * Forgets what was painted, because it is out of sight.
 */
void
patron_thumbnail_drop (PatronThumbnail *self)
{
  g_clear_pointer (&self->pixels, gsk_render_node_unref);
}
