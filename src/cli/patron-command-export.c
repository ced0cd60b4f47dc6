/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

#include "config.h"

#include "patron-command-list.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "patron-export.h"
#include "patron-json.h"
#include "patron-number.h"
#include "patron-open.h"

static char *what;
static char *format;
static char *out;
static gint64 record;
static char *size;
static char *scale;
static gboolean outlines;
static gboolean transparent;
static char *chart;
static char *theme;

const GOptionEntry patron_export_options[] = {
  { "what", 0, 0, G_OPTION_ARG_STRING, &what,
    N_("portrait, chart (of each KPI), charts (those that are saved), "
       "journey, goals, timeline (of goals) or all (all if not given)"),
    N_("WHAT") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format,
    N_("png, svg, pdf, or json for the whole strategy as text (png if not "
       "given)"),
    N_("FORMAT") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out,
    N_("The folder that pictures go to, this one if not given, or the file of "
       "one picture; of JSON, the file, “-” for the standard output"),
    N_("PLACE") },
  { "record", 0, 0, G_OPTION_ARG_INT64, &record,
    N_("Write the picture of one record only"), N_("ID") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size,
    N_("Lay pictures out for so many pixels, at 96 an inch"),
    N_("WIDTHxHEIGHT") },
  { "scale", 0, 0, G_OPTION_ARG_STRING, &scale,
    N_("Give PNG so many pixels for each of the size (2 if not given)"),
    N_("NUMBER") },
  { "chart", 0, 0, G_OPTION_ARG_STRING, &chart,
    N_("Write only the chart of this name: a saved one, or one that the "
       "strategy makes by itself, such as that of a KPI"),
    N_("NAME") },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme,
    N_("light, dark or print (print if not given)"), N_("THEME") },
  { "outlines", 0, 0, G_OPTION_ARG_NONE, &outlines,
    N_("Turn letters into shapes, for programs without the fonts"), NULL },
  { "transparent", 0, 0, G_OPTION_ARG_NONE, &transparent,
    N_("Leave out the paper"), NULL },
  { NULL },
};

static PatronStatus
export_text (PatronDocument *document)
{
  GError *error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (out == NULL || strcmp (out, "-") == 0)
    {
      g_autoptr (GOutputStream) output
          = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      if (!patron_json_write (document, output, NULL, &error))
        return patron_command_fail (error);
      return PATRON_STATUS_FINE;
    }
  file = g_file_new_for_commandline_arg (out);
  if (!patron_json_write_file (document, file, NULL, &error))
    return patron_command_fail (error);
  name = g_file_get_parse_name (file);
  g_print ("%s\n", name);
  return PATRON_STATUS_FINE;
}

static gboolean
read_size (double *width,
           double *height)
{
  g_auto (GStrv) parts = g_strsplit (size, "x", -1);

  return g_strv_length (parts) == 2
         && patron_number_from_text (parts[0], width)
         && patron_number_from_text (parts[1], height) && *width >= 1
         && *height >= 1 && *width <= 1e6 && *height <= 1e6;
}

/* Names are printed as they were asked for: as given, or below that folder. */
static void
print_files (GPtrArray *files,
             GFile     *place)
{
  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *path
          = out == NULL                   ? g_strdup (base)
            : g_file_equal (file, place) ? g_strdup (out)
                                          : g_build_filename (out, base, NULL);

      g_print ("%s\n", path);
    }
}

static PatronStatus
export_pictures (PatronDocument            *document,
                 const PatronExportOptions *options)
{
  g_autoptr (GFile) place
      = g_file_new_for_commandline_arg (out != NULL ? out : ".");
  GError *error = NULL;
  g_autoptr (GPtrArray) files
      = chart != NULL
            ? patron_export_chart_named (document, chart, options, place,
                                         &error)
            : patron_export (document, what != NULL ? what : "all", record,
                             options, place, NULL, &error);

  if (files == NULL)
    return patron_command_fail (error);
  print_files (files, place);
  return PATRON_STATUS_FINE;
}

/* Whoever names a file says the format by its ending.
 *
 * Returns: whether the ending and the format that was asked for agree */
static gboolean
find_format (void)
{
  const char *ending = out != NULL ? strrchr (out, '.') : NULL;
  PatronExportFormat kind;

  if (ending == NULL || g_file_test (out, G_FILE_TEST_IS_DIR)
      || (strcmp (ending, ".json") != 0
          && !patron_export_format_from_id (ending + 1, &kind)))
    return TRUE;
  if (format == NULL)
    format = g_strdup (ending + 1);
  return strcmp (format, ending + 1) == 0;
}

static gboolean
read_theme (PatronThemeKind *kind)
{
  if (strcmp (theme, "light") == 0)
    *kind = PATRON_THEME_LIGHT;
  else if (strcmp (theme, "dark") == 0)
    *kind = PATRON_THEME_DARK;
  else if (strcmp (theme, "print") == 0)
    *kind = PATRON_THEME_PRINT;
  else
    return FALSE;
  return TRUE;
}

/* A chart is named among charts. */
static gboolean
is_about_charts (void)
{
  return what == NULL || strcmp (what, "chart") == 0
         || strcmp (what, "charts") == 0;
}

PatronStatus
patron_run_export (char **args)
{
  g_autoptr (PatronOpen) document = NULL;
  GError *error = NULL;
  gboolean text;
  PatronExportFormat kind = PATRON_EXPORT_PNG;
  PatronFigureKind figure;
  PatronExportOptions options;

  if (!find_format ())
    return patron_command_misuse (_("“%s” does not end as “%s” does"), out,
                                  format);
  text = g_strcmp0 (format, "json") == 0;
  if (!text && format != NULL && !patron_export_format_from_id (format, &kind))
    return patron_command_misuse (_("“%s” is none of png, svg, pdf and json"),
                                  format);
  if (what != NULL && strcmp (what, "all") != 0
      && !patron_figure_kind_from_id (what, &figure))
    return patron_command_misuse (
        _("“%s” is none of portrait, chart, charts, journey, goals, timeline "
          "and all"),
        what);
  patron_export_options_init (&options, kind);
  options.transparent = transparent;
  options.outlines = outlines;
  if (size != NULL && !read_size (&options.width, &options.height))
    return patron_command_misuse (_("“%s” is not a size such as 1280x720"),
                                  size);
  if (scale != NULL
      && (!patron_number_from_text (scale, &options.scale)
          || options.scale <= 0 || options.scale > 100))
    return patron_command_misuse (_("“%s” is not a scale such as 2"), scale);

  if (theme != NULL && !read_theme (&options.theme))
    return patron_command_misuse (_("“%s” is none of light, dark and print"),
                                  theme);
  if (chart != NULL && (text || record != 0 || !is_about_charts ()))
    return patron_command_misuse (
        _("--chart goes with pictures of charts alone"));

  document = patron_open_to_read (args[0], &error);
  if (document == NULL)
    return patron_command_fail (error);
  return text ? export_text (document) : export_pictures (document, &options);
}
