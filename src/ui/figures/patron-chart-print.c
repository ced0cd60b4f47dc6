/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* A chart on paper. The dialog of the desktop offers its own preview. */

#include "config.h"

#include "patron-chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-figure.h"
#include "patron-pango.h"

/* A chart that fills a tall page has too much height. */
#define MAX_HEIGHT_TO_WIDTH 0.75

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
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), view, 0);
  if (gtk_print_operation_run (operation,
                               GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window,
                               &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    patron_tell (window, _("Could Not Print"), error->message);
}
