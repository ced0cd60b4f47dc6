/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-spark.h"

#include "patron-kpi-figure.h"
#include "patron-scene-view.h"

#define MIN_WIDTH 56
#define WIDTH 108
#define HEIGHT 40

/**
 * PatronKpiSpark:
 *
 * A small line of a KPI's values. It is laid out when it is first painted, and
 * borrows the judgement until then: whoever gives it one takes it away before
 * that is gone.
 */
struct _PatronKpiSpark
{
  GtkWidget                 parent_instance;

  const PatronKpiJudgement *judgement; /* (unowned) (nullable) */
  GskRenderNode            *node;      /* (owned) (nullable) */
  int                       width;
  int                       height;
  int                       scale;
};

G_DEFINE_FINAL_TYPE (PatronKpiSpark, patron_kpi_spark, GTK_TYPE_WIDGET)

static void
patron_kpi_spark_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  gboolean lying = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = lying ? MIN_WIDTH : HEIGHT;
  *natural = lying ? WIDTH : HEIGHT;
}

/* As pixels: many of them scroll by, and strokes are dear to draw each
 * time. */
static void
paint (PatronKpiSpark *self,
       int             width,
       int             height,
       int             scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  PatronScene *scene;
  PatronTheme theme;

  patron_theme_init_for_widget (&theme, GTK_WIDGET (self));
  scene = patron_kpi_spark_layout (self->judgement, &theme,
                                   patron_widget_get_measurer (), width,
                                   height);
  cairo_scale (cr, scale, scale);
  patron_scene_draw (scene, cr);
  cairo_destroy (cr);
  patron_scene_unref (scene);

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gtk_snapshot_to_node (snapshot);
  self->width = width;
  self->height = height;
  self->scale = scale;
}

static void
patron_kpi_spark_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PatronKpiSpark *self = PATRON_KPI_SPARK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  int scale = gtk_widget_get_scale_factor (widget);

  if (self->judgement != NULL && width > 0 && height > 0
      && (self->node == NULL || self->width != width
          || self->height != height || self->scale != scale))
    paint (self, width, height, scale);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
forget (GtkWidget *widget)
{
  g_clear_pointer (&PATRON_KPI_SPARK (widget)->node, gsk_render_node_unref);
  gtk_widget_queue_draw (widget);
}

static void
patron_kpi_spark_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (patron_kpi_spark_parent_class)
      ->css_changed (widget, change);
  forget (widget);
}

static void
patron_kpi_spark_finalize (GObject *object)
{
  g_clear_pointer (&PATRON_KPI_SPARK (object)->node, gsk_render_node_unref);

  G_OBJECT_CLASS (patron_kpi_spark_parent_class)->finalize (object);
}

static void
patron_kpi_spark_class_init (PatronKpiSparkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = patron_kpi_spark_finalize;
  widget_class->measure = patron_kpi_spark_measure;
  widget_class->snapshot = patron_kpi_spark_snapshot;
  widget_class->css_changed = patron_kpi_spark_css_changed;
  /* What it shows, the text beside it says. */
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
patron_kpi_spark_init (PatronKpiSpark *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * patron_kpi_spark_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
patron_kpi_spark_new (void)
{
  return g_object_new (PATRON_TYPE_KPI_SPARK, NULL);
}

/**
 * patron_kpi_spark_show:
 * @judgement: (nullable): what to show; %NULL keeps what is painted
 */
void
patron_kpi_spark_show (PatronKpiSpark           *self,
                       const PatronKpiJudgement *judgement)
{
  self->judgement = judgement;
  if (judgement != NULL)
    forget (GTK_WIDGET (self));
}
