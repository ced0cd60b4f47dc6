/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* A chart for other programs: on the clipboard in every form that they may
 * take, and as a file that can be dropped on them. */

#include "config.h"

#include "patron-chart-view-private.h"

#include <glib/gstdio.h>

#include "patron-chart-table.h"
#include "patron-export-choices.h"

/* 300 points an inch at the width of a slide */
#define COPY_SCALE (300.0 / 96)

#define DRAG_FOLDER "patron-chart-XXXXXX"

static GdkContentProvider *
new_text (const char *media_type,
          char       *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (media_type, bytes);
}

static GdkContentProvider *
new_picture (PatronChartView    *view,
             PatronExportFormat  format)
{
  PatronExportOptions options;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  patron_export_options_init (&options, format);
  options.width = PATRON_CHART_WIDTH;
  options.height = PATRON_CHART_HEIGHT;
  options.rtl = gtk_widget_get_direction (GTK_WIDGET (view))
                == GTK_TEXT_DIR_RTL;
  if (format == PATRON_EXPORT_PNG)
    options.scale = COPY_SCALE;
  bytes = patron_export_chart_to_bytes (
      patron_chart_view_get_document (view),
      patron_chart_view_get_result (view), &options, &error);
  if (bytes == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (view), "win.toast", "s",
                                  error->message);
      return NULL;
    }
  return gdk_content_provider_new_for_bytes (
      patron_export_format_get_media_type (format), bytes);
}

/* What a spreadsheet and a mail take. */
static void
add_table (PatronChartView     *view,
           GdkContentProvider **parts,
           gsize               *n)
{
  const PatronQueryResult *result = patron_chart_view_get_result (view);
  g_autoptr (PatronChartTable) table
      = patron_chart_table_new (result->chart, result->data);

  parts[(*n)++] = new_text (
      "text/html", patron_chart_table_to_html (table, result->chart->title));
  parts[(*n)++] = new_text ("text/plain;charset=utf-8",
                            patron_chart_table_to_tsv (table));
  parts[(*n)++]
      = new_text ("text/plain", patron_chart_table_to_tsv (table));
}

/* patron_chart_copy_new:
 *
 * The order is the one in which programs that take the first form that they
 * know fare best: as lines, then as dots, then as numbers.
 *
 * Returns: (transfer full) (nullable): the chart as a drawing, as a picture
 *   and as a table
 */
GdkContentProvider *
patron_chart_copy_new (PatronChartView *view)
{
  static const PatronExportFormat formats[]
      = { PATRON_EXPORT_PDF, PATRON_EXPORT_SVG, PATRON_EXPORT_PNG };
  GdkContentProvider *parts[8];
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      parts[n] = new_picture (view, formats[i]);
      if (parts[n] != NULL)
        n++;
    }
  add_table (view, parts, &n);
  return gdk_content_provider_new_union (parts, n);
}

/* patron_chart_table_copy_new:
 *
 * Returns: (transfer full): the numbers of the chart alone
 */
GdkContentProvider *
patron_chart_table_copy_new (PatronChartView *view)
{
  GdkContentProvider *parts[4];
  gsize n = 0;

  add_table (view, parts, &n);
  return gdk_content_provider_new_union (parts, n);
}

/* As the last export was is how the user wants it. */
static GFile *
write_file (PatronChartView  *view,
            const char       *folder,
            GError          **error)
{
  PatronExportOptions options;
  const char *name = patron_chart_view_get_name (view);
  g_autofree char *base = NULL;
  g_autoptr (GFile) file = NULL;

  patron_export_choices_recall (&options);
  options.rtl = gtk_widget_get_direction (GTK_WIDGET (view))
                == GTK_TEXT_DIR_RTL;
  base = patron_export_file_name (
      name, patron_export_format_get_id (options.format));
  file = g_file_new_build_filename (folder, base, NULL);
  if (!patron_export_chart_to_file (patron_chart_view_get_document (view),
                                    patron_chart_view_get_result (view), name,
                                    &options, file, error))
    return NULL;
  return g_steal_pointer (&file);
}

/* The file must outlive the drop, whose end nobody tells; so the last one
 * stays until the next is dragged or the view goes. */
static void
drop_folder (gpointer data)
{
  g_autofree char *folder = data;
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

static GdkContentProvider *
prepare_cb (PatronChartView *view)
{
  const PatronQueryResult *result = patron_chart_view_get_result (view);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  GdkContentProvider *content;
  GdkFileList *list;
  char *folder;

  if (result == NULL || result->empty)
    return NULL;
  folder = g_dir_make_tmp (DRAG_FOLDER, &error);
  if (folder != NULL)
    {
      g_object_set_data_full (G_OBJECT (view), "drag-folder", folder,
                              drop_folder);
      file = write_file (view, folder, &error);
    }
  if (file == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (view), "win.toast", "s",
                                  error->message);
      return NULL;
    }
  list = gdk_file_list_new_from_array (&file, 1);
  content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  return content;
}

/* patron_chart_drag_install:
 * @widget: what is dragged
 *
 * Lets the chart be dragged into another program.
 */
void
patron_chart_drag_install (PatronChartView *view,
                           GtkWidget       *widget)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), view,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}
