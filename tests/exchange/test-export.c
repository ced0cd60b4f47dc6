/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-export.h"

#include <string.h>

#include "patron-json.h"
#include "patron-pango.h"
#include "store-fixture.h"

static PatronDocument *
open_sample (void)
{
  PatronDocument *document
      = fixture_document (patron_registry_get_default ());
  g_autofree char *path
      = g_build_filename (g_getenv ("PATRON_SOURCE_DIR"), "data", "samples",
                          "consulting.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (patron_json_read_file (document, file, NULL, &error));
  g_assert_no_error (error);
  return document;
}

static GFile *
get_folder (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  return g_file_new_for_path (path);
}

static gsize
get_size (GFile *file)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_load_contents (file, NULL, &data, &size, NULL, NULL));
  return size;
}

/* Everything that can be drawn, in every format, named by its title. */
static void
test_all (void)
{
  static const char *const starts[PATRON_N_EXPORT_FORMATS] = {
    [PATRON_EXPORT_PNG] = "\x89PNG",
    [PATRON_EXPORT_SVG] = "<?xml",
    [PATRON_EXPORT_PDF] = "%PDF-",
  };
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (GFile) folder = get_folder ("all");
  guint expected = (guint) (patron_document_count (document, "portrait")
                            + patron_document_count (document, "kpi")
                            + patron_document_count (document, "chart")
                            + patron_document_count (document, "journey"))
                   + 2; /* the goals, as a tree and over time */

  for (int i = 0; i < PATRON_N_EXPORT_FORMATS; i++)
    {
      g_autoptr (GPtrArray) files = NULL;
      g_autoptr (GError) error = NULL;
      PatronExportOptions options;

      patron_export_options_init (&options, (PatronExportFormat) i);
      options.scale = 0.5;
      files = patron_export (document, "all", 0, &options, folder, NULL,
                             &error);
      g_assert_no_error (error);
      g_assert_cmpuint (files->len, ==, expected);
      for (guint j = 0; j < files->len; j++)
        {
          GFile *file = g_ptr_array_index (files, j);
          g_autofree char *name = g_file_get_basename (file);
          g_autofree char *data = NULL;
          gsize size;

          g_assert_true (g_str_has_suffix (
              name, patron_export_format_get_id ((PatronExportFormat) i)));
          g_assert_true (
              g_file_load_contents (file, NULL, &data, &size, NULL, NULL));
          g_assert_cmpuint (size, >, 1000);
          g_assert_true (g_str_has_prefix (data, starts[i]));
        }
    }
}

static void
test_one (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (GListModel) kpis = patron_document_list (document, "kpi");
  g_autoptr (PatronRecord) kpi = g_list_model_get_item (kpis, 0);
  g_autoptr (GFile) folder = get_folder ("one");
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) copy = g_file_get_child (folder, "copy.svg");
  g_autoptr (GError) error = NULL;
  PatronExportOptions options;

  patron_export_options_init (&options, PATRON_EXPORT_SVG);
  options.width = 400;
  options.height = 300;
  files = patron_export (document, "chart", patron_record_get_id (kpi),
                         &options, folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  bytes = patron_export_to_bytes (document, PATRON_FIGURE_CHART, kpi,
                                  &options, &error);
  g_assert_no_error (error);
  g_assert_true (patron_export_to_file (document, PATRON_FIGURE_CHART, kpi,
                                        &options, copy, &error));
  g_assert_cmpuint (get_size (g_ptr_array_index (files, 0)), ==,
                    g_bytes_get_size (bytes));
  g_assert_cmpuint (get_size (copy), ==, g_bytes_get_size (bytes));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes),
                                  "viewBox=\"0 0 400 300\""));

  g_assert_null (patron_export (document, "journey",
                                patron_record_get_id (kpi), &options, folder,
                                NULL, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (
      patron_export (document, "kpi", 0, &options, folder, NULL, &error));
  g_assert_error (error, PATRON_ERROR, PATRON_ERROR_INVALID);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Written in a thread, while the document goes on being edited. */
static void
test_async (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (GFile) folder = get_folder ("async");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PatronExportOptions options;
  guint n = 0;

  patron_export_options_init (&options, PATRON_EXPORT_PDF);
  patron_export_async (document, "all", 0, &options, folder, NULL,
                       exported_cb, &result);
  while (result == NULL)
    {
      g_autoptr (PatronRecord) strategy
          = patron_document_get_strategy (document);
      g_autofree char *title = g_strdup_printf ("Title %u", n++);

      patron_document_set_text (document, strategy, "title", title, NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  files = patron_export_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, >, 5);

  g_clear_object (&result);
  g_cancellable_cancel (cancellable);
  patron_export_async (document, "all", 0, &options, folder, cancellable,
                       exported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (patron_export_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/export/all", test_all);
  g_test_add_func ("/exchange/export/one", test_one);
  g_test_add_func ("/exchange/export/async", test_async);
  return g_test_run ();
}
