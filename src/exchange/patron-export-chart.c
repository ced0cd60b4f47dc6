/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Charts that no record holds: what the gallery and the builder show. */

#include "config.h"

#include "patron-export-private.h"

#include <glib/gi18n-lib.h>

#include "patron-error.h"
#include "patron-output.h"
#include "patron-pango.h"

#define WIDTH 960
#define HEIGHT 540

static PatronSheet *
make_sheet (PatronDocument            *document,
            const PatronQueryResult   *chart,
            const char                *title,
            const PatronExportOptions *options)
{
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  gboolean sized = options->width > 0 && options->height > 0;
  PatronTheme theme;

  patron_figure_init_theme (&theme, options->theme, document);
  theme.rtl = options->rtl;
  return patron_sheet_new (
      document, title,
      patron_query_result_layout (chart, &theme, measurer,
                                  sized ? options->width : WIDTH,
                                  sized ? options->height : HEIGHT),
      options);
}

/**
 * patron_export_chart_to_bytes:
 *
 * Returns: (transfer full) (nullable): the chart in the format of @options;
 *   %NULL with an error of %PATRON_ERROR
 */
GBytes *
patron_export_chart_to_bytes (PatronDocument            *document,
                              const PatronQueryResult   *chart,
                              const PatronExportOptions *options,
                              GError                   **error)
{
  PatronSheet *sheet
      = make_sheet (document, chart, chart->chart->title, options);
  GBytes *bytes = patron_sheet_to_bytes (sheet, error);

  patron_sheet_free (sheet);
  return bytes;
}

/**
 * patron_export_chart_to_file:
 * @title: what the chart is called
 *
 * Writes a chart to @file, or leaves @file as it was.
 *
 * Returns: whether it was written
 */
gboolean
patron_export_chart_to_file (PatronDocument            *document,
                             const PatronQueryResult   *chart,
                             const char                *title,
                             const PatronExportOptions *options,
                             GFile                     *file,
                             GError                   **error)
{
  PatronSheet *sheet = make_sheet (document, chart, title, options);
  gboolean good = patron_output_write_file (file, patron_sheet_write, sheet,
                                            NULL, error);

  patron_sheet_free (sheet);
  return good;
}

static gboolean
is_called (const char *title,
           const char *name)
{
  g_autofree char *left = g_utf8_casefold (title, -1);
  g_autofree char *right = g_utf8_casefold (name, -1);

  return g_str_equal (left, right);
}

/* A saved chart of that name, or else one of the gallery. */
static void
add_named (GPtrArray                 *sheets,
           PatronDocument            *document,
           const char                *name,
           const PatronExportOptions *options)
{
  g_autoptr (PatronChartSource) source = patron_chart_source_new (document);
  g_autoptr (GListModel) saved = patron_document_list (document, "chart");
  g_autoptr (GPtrArray) gallery = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (saved); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (saved, i);
      g_autofree char *title = patron_record_get_title (record);
      g_autoptr (PatronQueryResult) result = NULL;

      if (!is_called (title, name))
        continue;
      result = patron_query_result_new_saved (record, source);
      g_ptr_array_add (sheets, make_sheet (document, result, title, options));
    }
  if (sheets->len > 0)
    return;
  gallery = patron_chart_gallery_new (source);
  for (guint i = 0; i < gallery->len; i++)
    {
      const PatronGalleryItem *item = g_ptr_array_index (gallery, i);

      if (is_called (item->name, name))
        g_ptr_array_add (sheets, make_sheet (document, item->result,
                                             item->name, options));
    }
}

/**
 * patron_export_chart_named:
 * @name: what a saved chart is called, or one of the gallery: a KPI, or what
 *   the chart shows
 * @place: as of patron_export()
 *
 * Writes the charts of a name, in any case of letters.
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the files that
 *   were written; %NULL with an error of %PATRON_ERROR
 */
GPtrArray *
patron_export_chart_named (PatronDocument            *document,
                           const char                *name,
                           const PatronExportOptions *options,
                           GFile                     *place,
                           GError                   **error)
{
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func (patron_sheet_free);

  add_named (sheets, document, name, options);
  if (sheets->len == 0)
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                   _("There is no chart called “%s”. Saved charts, KPIs and "
                     "what charts of the gallery show can be named"),
                   name);
      return NULL;
    }
  return patron_sheets_name (sheets, place, error)
             ? patron_sheets_write (sheets, NULL, error)
             : NULL;
}
