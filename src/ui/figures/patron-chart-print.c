/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* A chart on paper. */

#include "config.h"

#include "patron-chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-dialog.h"
#include "patron-figure.h"
#include "patron-pango.h"
#include "patron-texture.h"

/* A chart that fills a tall page has too much height. */
#define MAX_HEIGHT_TO_WIDTH 0.75

/* dots an inch of the preview */
#define PREVIEW_DPI 144

#define PATRON_TYPE_PRINT_PREVIEW (patron_print_preview_get_type ())

G_DECLARE_FINAL_TYPE (PatronPrintPreview, patron_print_preview, PATRON,
                      PRINT_PREVIEW, PatronDialog)

struct _PatronPrintPreview
{
  PatronDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (PatronPrintPreview, patron_print_preview,
                     PATRON_TYPE_DIALOG)

static void
patron_print_preview_class_init (PatronPrintPreviewClass *klass)
{
}

static void
patron_print_preview_init (PatronPrintPreview *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Print Preview"));
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 600);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              PatronChartView   *view)
{
  /* Points to px at 96 an inch. */
  double width = gtk_print_context_get_width (context) * 96 / 72;
  double height = gtk_print_context_get_height (context) * 96 / 72;
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  PatronScene *scene;
  PatronTheme theme;

  patron_figure_init_theme (&theme, PATRON_THEME_PRINT,
                            patron_chart_view_get_document (view));
  theme.rtl
      = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;
  scene = patron_query_result_layout (
      patron_chart_view_get_result (view), &theme, measurer, width,
      MIN (height, width * MAX_HEIGHT_TO_WIDTH));
  cairo_scale (cr, 72.0 / 96, 72.0 / 96);
  patron_scene_draw (scene, cr);
  patron_scene_unref (scene);
}

static void
present_preview (PatronChartView *view,
                 GdkTexture      *texture)
{
  PatronDialog *dialog = g_object_new (PATRON_TYPE_PRINT_PREVIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture
      = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  gtk_picture_set_alternative_text (GTK_PICTURE (picture),
                                    patron_chart_view_get_name (view));
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_widget_add_css_class (picture, "patron-paper");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), picture);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  patron_dialog_present (
      dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
}

/* The paper with the page on it, as the printer would have it. */
static void
paint_preview_cb (GtkPrintOperationPreview *preview,
                  GtkPrintContext          *context,
                  PatronChartView          *view)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double inches_wide = gtk_page_setup_get_paper_width (setup, GTK_UNIT_INCH);
  double inches_high = gtk_page_setup_get_paper_height (setup, GTK_UNIT_INCH);
  int width = (int) (inches_wide * PREVIEW_DPI);
  int height = (int) (inches_high * PREVIEW_DPI);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GdkTexture) texture = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gtk_print_context_set_cairo_context (context, cr, PREVIEW_DPI, PREVIEW_DPI);
  gtk_print_operation_preview_render_page (preview, 0);
  gtk_print_operation_preview_end_preview (preview);
  cairo_destroy (cr);
  texture = patron_texture_new_for_surface (surface);
  present_preview (view, texture);
}

static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent,
            PatronChartView          *view)
{
  /* Until it is ready, the context needs something to paint on. */
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  gtk_print_context_set_cairo_context (context, cr, PREVIEW_DPI, PREVIEW_DPI);
  cairo_destroy (cr);
  g_signal_connect_object (preview, "ready", G_CALLBACK (paint_preview_cb),
                           view, 0);
  return TRUE;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         PatronChartView         *view)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  patron_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))),
               _("Could Not Print"), error->message);
}

/* patron_chart_print:
 *
 * Asks where the chart shall be printed, and prints it.
 */
void
patron_chart_print (PatronChartView *view)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation,
                                    patron_chart_view_get_name (view));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb),
                           view, 0);
  g_signal_connect_object (operation, "preview", G_CALLBACK (preview_cb), view,
                           0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), view, 0);
  if (gtk_print_operation_run (operation,
                               GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window,
                               &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    patron_tell (window, _("Could Not Print"), error->message);
}
