/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "patron-figure.h"

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

/* A figure says in words what it shows, and a document that holds little
 * gives figures too. */
static void
test_words (void)
{
  g_autoptr (PatronDocument) document = open_sample ();
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();

  for (int i = 0; i < PATRON_N_FIGURE_KINDS; i++)
    {
      const char *entity = patron_figure_kind_get_entity (i);
      gboolean single = g_str_equal (entity, "strategy");
      g_autoptr (PatronRecord) bare
          = single ? NULL
                   : patron_document_insert (document, entity, NULL, NULL,
                                             NULL);
      g_autoptr (GListModel) list = patron_document_list (document, entity);

      g_assert_true (single || bare != NULL);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (PatronRecord) record = g_list_model_get_item (list, j);
          g_autofree char *title = patron_record_get_title (record);
          g_autoptr (PatronScene) scene = NULL;
          PatronTheme theme;
          double width, height;

          patron_figure_init_theme (&theme, PATRON_THEME_PRINT, document);
          patron_figure_get_size ((PatronFigureKind) i, &width, &height);
          scene = patron_figure_layout (document, (PatronFigureKind) i,
                                        record, &theme, measurer, width,
                                        height);
          g_assert_cmpfloat (patron_scene_get_width (scene), >, 0);
          if (width > 0)
            g_assert_cmpfloat (patron_scene_get_width (scene), ==, width);
          g_assert_nonnull (patron_scene_get_alt_text (scene));
          g_test_message ("%s: %s", title, patron_scene_get_alt_text (scene));
          /* Charts speak of what they show, not of its name. */
          if (i != PATRON_FIGURE_SAVED && i != PATRON_FIGURE_GOALS
              && (single || j + 1 < g_list_model_get_n_items (list)))
            g_assert_nonnull (
                strstr (patron_scene_get_alt_text (scene), title));
        }
    }
}

int
main (int   argc,
       char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/figure/words", test_words);
  return g_test_run ();
}
