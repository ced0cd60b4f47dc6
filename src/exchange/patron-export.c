/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* Figures as files. All of them are laid out first, where the document is;
 * the files are written from the scenes alone, if need be in a thread. */

#include "config.h"

#include "patron-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"
#include "patron-output.h"
#include "patron-pango.h"

/**
 * patron_export_options_init:
 *
 * Sets @options to the figure's own size, on paper; PNG at twice its size,
 * which is sharp on a projector.
 */
void
patron_export_options_init (PatronExportOptions *options,
                            PatronExportFormat   format)
{
  *options = (PatronExportOptions) {
    .format = format,
    .scale = format == PATRON_EXPORT_PNG ? 2 : 1,
    .theme = PATRON_THEME_PRINT,
  };
}

/* Exports are for paper, slides and mail: they are light unless somebody asks
 * for another theme, and look the same wherever they are made. */
static PatronSheet *
make_sheet (PatronDocument            *document,
            PatronFigureKind           kind,
            PatronRecord              *record,
            const PatronExportOptions *options,
            PatronMeasurer            *measurer)
{
  g_autofree char *title = patron_figure_write_title (kind, record);
  PatronScene *scene;
  PatronTheme theme;
  double width, height;

  patron_figure_get_size (kind, &width, &height);
  if (options->width > 0 || options->height > 0)
    {
      width = options->width;
      height = options->height;
    }
  patron_figure_init_theme (&theme, options->theme, document);
  theme.rtl = options->rtl;
  scene = patron_figure_layout (document, kind, record, &theme, measurer,
                                width, height);
  return patron_sheet_new (document, title, scene, options);
}

static void
add_sheets (GPtrArray                 *sheets,
            PatronDocument            *document,
            PatronFigureKind           kind,
            gint64                     only,
            const PatronExportOptions *options,
            PatronMeasurer            *measurer)
{
  g_autoptr (GListModel) list = patron_document_list (
      document, patron_figure_kind_get_entity (kind));

  if (!patron_figure_has_content (document, kind))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) record = g_list_model_get_item (list, i);

      if (only == 0 || patron_record_get_id (record) == only)
        g_ptr_array_add (sheets, make_sheet (document, kind, record, options,
                                             measurer));
    }
}

static GPtrArray *
make_sheets (PatronDocument            *document,
             const char                *what,
             gint64                     record,
             const PatronExportOptions *options,
             GFile                     *place,
             GError                   **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (patron_sheet_free);
  g_autoptr (PatronMeasurer) measurer = NULL;
  gboolean all = strcmp (what, "all") == 0;
  PatronFigureKind kind;

  if (!all && !patron_figure_kind_from_id (what, &kind))
    {
      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("“%s” is not something that can be exported. Choose "
                     "portrait, chart, charts, journey, goals, timeline or all"),
                   what);
      return NULL;
    }
  measurer = patron_pango_measurer_new ();
  for (int i = 0; i < PATRON_N_FIGURE_KINDS; i++)
    if (all || (int) kind == i)
      add_sheets (sheets, document, (PatronFigureKind) i, record, options,
                  measurer);
  if (sheets->len == 0 && record != 0)
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                 _("There is no record %" G_GINT64_FORMAT
                   " that can be exported so"),
                 record);
  else if (sheets->len == 0)
    g_set_error_literal (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND,
                         _("The strategy holds nothing of this kind yet"));
  else if (patron_sheets_name (sheets, place, error))
    return g_steal_pointer (&sheets);
  return NULL;
}

/**
 * patron_export:
 * @what: portrait, chart, charts, journey, goals, timeline or all
 * @record: the key of the only record that is wanted, or 0
 * @place: the folder that the files go to, which is made where it is missing,
 *   or, of one figure, a file that ends as the format does
 *
 * Writes figures into files, in a folder named by their titles. A file of
 * that name is replaced, as a whole.
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the files that
 *   were written; %NULL with an error of %PATRON_ERROR, or that it was
 *   cancelled
 */
GPtrArray *
patron_export (PatronDocument            *document,
               const char                *what,
               gint64                     record,
               const PatronExportOptions *options,
               GFile                     *place,
               GCancellable              *cancellable,
               GError                   **error)
{
  g_autoptr (GPtrArray) sheets
      = make_sheets (document, what, record, options, place, error);

  return sheets != NULL ? patron_sheets_write (sheets, cancellable, error) : NULL;
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *files = patron_sheets_write (data, cancellable, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * patron_export_async:
 *
 * Like patron_export(), but the files are written in a thread. The document
 * may be edited meanwhile.
 */
void
patron_export_async (PatronDocument            *document,
                     const char                *what,
                     gint64                     record,
                     const PatronExportOptions *options,
                     GFile                     *place,
                     GCancellable              *cancellable,
                     GAsyncReadyCallback        callback,
                     gpointer                   user_data)
{
  g_autoptr (GTask) task
      = g_task_new (document, cancellable, callback, user_data);
  GError *error = NULL;
  GPtrArray *sheets
      = make_sheets (document, what, record, options, place, &error);

  g_task_set_source_tag (task, patron_export_async);
  if (sheets == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, sheets, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, export_thread);
}

/**
 * patron_export_finish:
 *
 * Returns: (transfer full) (element-type GFile) (nullable): as
 *   patron_export() does
 */
GPtrArray *
patron_export_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * patron_export_to_bytes:
 * @record: what @kind shows
 *
 * Returns: (transfer full) (nullable): the figure in the format of @options;
 *   %NULL with an error of %PATRON_ERROR
 */
GBytes *
patron_export_to_bytes (PatronDocument            *document,
                        PatronFigureKind           kind,
                        PatronRecord              *record,
                        const PatronExportOptions *options,
                        GError                   **error)
{
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  PatronSheet *sheet
      = make_sheet (document, kind, record, options, measurer);
  GBytes *bytes = patron_sheet_to_bytes (sheet, error);

  patron_sheet_free (sheet);
  return bytes;
}

/**
 * patron_export_to_file:
 * @record: what @kind shows
 *
 * Writes one figure to @file, or leaves @file as it was.
 *
 * Returns: whether it was written
 */
gboolean
patron_export_to_file (PatronDocument            *document,
                       PatronFigureKind           kind,
                       PatronRecord              *record,
                       const PatronExportOptions *options,
                       GFile                     *file,
                       GError                   **error)
{
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  PatronSheet *sheet = make_sheet (document, kind, record, options, measurer);
  gboolean good
      = patron_output_write_file (file, patron_sheet_write, sheet, NULL, error);

  patron_sheet_free (sheet);
  return good;
}
