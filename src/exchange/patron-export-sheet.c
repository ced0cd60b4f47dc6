/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A figure as a file: from the scene alone, if need be in a thread. */

#include "config.h"

#include "patron-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-error.h"
#include "patron-output.h"
#include "patron-render.h"

static char *
get_author (PatronDocument *document)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  const char *author = NULL;

  if (strategy != NULL)
    author = patron_record_get_text (strategy, "organisation");
  if (strategy != NULL && author == NULL)
    author = patron_record_get_text (strategy, "owner");
  return g_strdup (author);
}

/* patron_sheet_new:
 * @scene: (transfer full): the picture
 *
 * Returns: (transfer full): @scene, ready to be written
 */
PatronSheet *
patron_sheet_new (PatronDocument            *document,
                  const char                *title,
                  PatronScene               *scene,
                  const PatronExportOptions *options)
{
  PatronSheet *self = g_new0 (PatronSheet, 1);

  self->scene = scene;
  if (options->transparent)
    patron_scene_clear_paper (self->scene);
  if (options->outlines)
    patron_scene_outline (self->scene);
  self->title = g_strdup (title);
  self->author = get_author (document);
  self->options = *options;
  return self;
}

/* patron_sheet_free:
 *
 * Frees a sheet.
 */
void
patron_sheet_free (gpointer sheet)
{
  PatronSheet *self = sheet;

  patron_scene_unref (self->scene);
  g_free (self->title);
  g_free (self->author);
  g_clear_object (&self->file);
  g_free (self);
}

/* patron_sheet_write:
 *
 * Returns: whether the sheet went into @stream
 */
gboolean
patron_sheet_write (GOutputStream  *stream,
                    gpointer        sheet,
                    GCancellable   *cancellable,
                    GError        **error)
{
  const PatronSheet *self = sheet;
  PatronCaption caption = { self->title, self->author };

  switch (self->options.format)
    {
    case PATRON_EXPORT_SVG:
      return patron_svg_write (self->scene, &caption, stream, cancellable,
                               error);
    case PATRON_EXPORT_PDF:
      return patron_pdf_write (self->scene, &caption, stream, cancellable,
                               error);
    case PATRON_EXPORT_PNG:
    default:
      return patron_png_write (self->scene, &caption, self->options.scale,
                               self->options.transparent, stream, cancellable,
                               error);
    }
}

/* patron_sheet_to_bytes:
 *
 * Returns: (transfer full) (nullable): the sheet as a file would hold it;
 *   %NULL with an error
 */
GBytes *
patron_sheet_to_bytes (PatronSheet  *sheet,
                       GError      **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!patron_sheet_write (stream, sheet, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (
      G_MEMORY_OUTPUT_STREAM (stream));
}

/* Whether @place is named as one picture is, and is no folder. */
static gboolean
is_picture (GFile              *place,
            PatronExportFormat  format)
{
  g_autofree char *name = g_file_get_basename (place);
  g_autofree char *ending
      = g_strconcat (".", patron_export_format_get_id (format), NULL);
  gsize length = strlen (name), rest = strlen (ending);

  return length > rest
         && g_ascii_strcasecmp (name + length - rest, ending) == 0
         && g_file_query_file_type (place, G_FILE_QUERY_INFO_NONE, NULL)
                != G_FILE_TYPE_DIRECTORY;
}

static void
name_below (GPtrArray *sheets,
            GFile     *folder)
{
  g_autoptr (GHashTable) taken
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      PatronSheet *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *name = patron_export_file_name (
          sheet->title, patron_export_format_get_id (sheet->options.format));
      g_autofree char *unique = patron_export_unique_name (name, taken);

      sheet->file = g_file_get_child (folder, unique);
    }
}

/* patron_sheets_name:
 * @sheets: at least one
 * @place: a folder, or a file that ends as the format does
 *
 * Gives each sheet a file: below a folder one that is named by its title.
 *
 * Returns: whether @place can hold them; one file holds one sheet
 */
gboolean
patron_sheets_name (GPtrArray  *sheets,
                    GFile      *place,
                    GError    **error)
{
  PatronSheet *first = g_ptr_array_index (sheets, 0);

  if (!is_picture (place, first->options.format))
    name_below (sheets, place);
  else if (sheets->len == 1)
    first->file = g_object_ref (place);
  else
    {
      g_autofree char *name = g_file_get_basename (place);

      g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                   _("There are %u pictures, and “%s” is one file. Name a "
                     "folder, or ask for one picture"),
                   sheets->len, name);
      return FALSE;
    }
  return TRUE;
}

/* patron_sheets_write:
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the files that
 *   were written; %NULL with an error
 */
GPtrArray *
patron_sheets_write (GPtrArray     *sheets,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sheets->len; i++)
    {
      PatronSheet *sheet = g_ptr_array_index (sheets, i);

      if (i == 0)
        {
          g_autoptr (GFile) folder = g_file_get_parent (sheet->file);

          if (!patron_output_make_folder (folder, cancellable, error))
            return NULL;
        }
      if (!patron_output_write_file (sheet->file, patron_sheet_write, sheet,
                                     cancellable, error))
        return NULL;
      g_ptr_array_add (files, g_object_ref (sheet->file));
    }
  return g_steal_pointer (&files);
}
