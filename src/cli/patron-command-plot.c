/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-cli"

/* A chart of any table, without a document. */

#include "config.h"

#include "patron-command-list.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "patron-csv-plot.h"
#include "patron-csv.h"
#include "patron-error.h"
#include "patron-export.h"
#include "patron-input.h"
#include "patron-number.h"
#include "patron-output.h"
#include "patron-pango.h"
#include "patron-render.h"

#define MOST_TOLD 20

static char *kind_id;
static char *x;
static char **y;
static char *split;
static char *out;
static char *format;
static char *size;
static char *scale;
static char *theme;
static char *title;
static char *subtitle;
static char *note;
static char *target;
static char *stack;
static char *date_order;
static char *extras[PATRON_N_CSV_PLOT_EXTRAS];
static char *averages;
static gboolean expected;
static gboolean percent;
static gboolean outlines;
static gboolean transparent;

const GOptionEntry patron_plot_options[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_id,
    N_("The kind of chart (line if not given)"), N_("KIND") },
  { "x", 0, 0, G_OPTION_ARG_STRING, &x,
    N_("The column of dates, categories or numbers"), N_("COLUMN") },
  { "y", 0, 0, G_OPTION_ARG_STRING_ARRAY, &y,
    N_("A column of values; more than once for several series"),
    N_("COLUMN") },
  { "split", 0, 0, G_OPTION_ARG_STRING, &split,
    N_("The column that tells the series apart"), N_("COLUMN") },
  { "low", 0, 0, G_OPTION_ARG_STRING, &extras[PATRON_CSV_PLOT_LOW],
    N_("The column where the interval of each value begins"), N_("COLUMN") },
  { "high", 0, 0, G_OPTION_ARG_STRING, &extras[PATRON_CSV_PLOT_HIGH],
    N_("The column where the interval of each value ends"), N_("COLUMN") },
  { "samples", 0, 0, G_OPTION_ARG_STRING, &extras[PATRON_CSV_PLOT_SAMPLES],
    N_("The column of how many answers each value rests on"), N_("COLUMN") },
  { "bubbles", 0, 0, G_OPTION_ARG_STRING, &extras[PATRON_CSV_PLOT_BUBBLE],
    N_("Of a matrix, the column that the size of bubbles stands for; of a "
       "histogram or distribution, how often each value was given"),
    N_("COLUMN") },
  { "names", 0, 0, G_OPTION_ARG_STRING, &extras[PATRON_CSV_PLOT_NAME],
    N_("Of a matrix, the column of the names of its points"), N_("COLUMN") },
  { "part-of", 0, 0, G_OPTION_ARG_STRING, &extras[PATRON_CSV_PLOT_WHOLE],
    N_("Of a tree, the column that names what each row is part of"),
    N_("COLUMN") },
  { "totals", 0, 0, G_OPTION_ARG_STRING, &extras[PATRON_CSV_PLOT_TOTAL],
    N_("Of a waterfall, the column that is not empty where a row is a level "
       "rather than a step"),
    N_("COLUMN") },
  { "expected", 0, 0, G_OPTION_ARG_NONE, &expected,
    N_("The last --y is what was expected or planned, and drawn dashed"),
    NULL },
  { "averages", 0, 0, G_OPTION_ARG_STRING, &averages,
    N_("What a histogram marks: none, mean, median or both (none if not "
       "given)"),
    N_("WHICH") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &out,
    N_("The file to write, “-” for the standard output"), N_("FILE") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format,
    N_("png, svg or pdf (as the file is named, if not given)"),
    N_("FORMAT") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size,
    N_("Lay the chart out for so many pixels, at 96 an inch (800x450 if not "
       "given)"),
    N_("WIDTHxHEIGHT") },
  { "scale", 0, 0, G_OPTION_ARG_STRING, &scale,
    N_("Give PNG so many pixels for each of the size (2 if not given)"),
    N_("NUMBER") },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme,
    N_("light, dark or print (print if not given)"), N_("THEME") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title,
    N_("The title; “finding” for what the chart shows"), N_("TEXT") },
  { "subtitle", 0, 0, G_OPTION_ARG_STRING, &subtitle,
    N_("What is shown, below the title"), N_("TEXT") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &note,
    N_("Source and remarks, in small print"), N_("TEXT") },
  { "target", 0, 0, G_OPTION_ARG_STRING, &target,
    N_("A target to draw with the values"), N_("NUMBER") },
  { "stack", 0, 0, G_OPTION_ARG_STRING, &stack,
    N_("How series stand to each other: none, sum or percent (none if not "
       "given)"),
    N_("HOW") },
  { "percent", 0, 0, G_OPTION_ARG_NONE, &percent,
    N_("Values are fractions of 1, and written as percentages"), NULL },
  { "date-order", 0, 0, G_OPTION_ARG_STRING, &date_order,
    N_("How dates are written: ymd, dmy or mdy (found out if not given)"),
    N_("ORDER") },
  { "outlines", 0, 0, G_OPTION_ARG_NONE, &outlines,
    N_("Turn letters into shapes, for programs without the fonts"), NULL },
  { "transparent", 0, 0, G_OPTION_ARG_NONE, &transparent,
    N_("Leave out the paper"), NULL },
  { NULL },
};

typedef struct
{
  PatronChartKind    kind;
  PatronExportFormat format;
  PatronThemeKind    theme;
  PatronStack        stack;
  PatronAverages     averages;
  PatronDateOrder    order;
  double             target;
  double             width;
  double             height;
  double             scale;
} Wishes;

static char *
list_kinds (void)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < PATRON_N_CHART_KINDS; i++)
    {
      if (!patron_chart_kind_is_drawn ((PatronChartKind) i))
        continue;
      if (list->len > 0)
        g_string_append (list, ", ");
      g_string_append (list, patron_chart_kind_get_id ((PatronChartKind) i));
    }
  return g_string_free (list, FALSE);
}

static gboolean
read_choice (const char        *text,
             const char *const *choices,
             int               *choice)
{
  for (int i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      {
        *choice = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_size (Wishes *wishes)
{
  g_auto (GStrv) parts = g_strsplit (size, "x", -1);

  return g_strv_length (parts) == 2
         && patron_number_from_text (parts[0], &wishes->width)
         && patron_number_from_text (parts[1], &wishes->height)
         && wishes->width >= 16 && wishes->height >= 16
         && wishes->width <= 20000 && wishes->height <= 20000;
}

static PatronStatus
read_format (Wishes *wishes)
{
  const char *dot;

  if (out == NULL)
    return patron_command_misuse (_("--out names the file to write"));
  wishes->format = PATRON_EXPORT_PNG;
  dot = strrchr (out, '.');
  if (format == NULL && dot != NULL)
    {
      g_autofree char *ending = g_ascii_strdown (dot + 1, -1);

      if (!patron_export_format_from_id (ending, &wishes->format))
        return patron_command_misuse (
            _("“%s” ends on none of .png, .svg and .pdf; --format says what "
              "to write"), out);
    }
  if (format != NULL
      && !patron_export_format_from_id (format, &wishes->format))
    return patron_command_misuse (_("“%s” is none of png, svg and pdf"),
                                  format);
  return PATRON_STATUS_FINE;
}

static PatronStatus
read_kind (Wishes *wishes)
{
  g_autofree char *kinds = NULL;

  wishes->kind = PATRON_CHART_LINE;
  if (kind_id == NULL
      || (patron_chart_kind_from_id (kind_id, &wishes->kind)
          && patron_chart_kind_is_drawn (wishes->kind)))
    return PATRON_STATUS_FINE;
  kinds = list_kinds ();
  return patron_command_misuse (_("“%s” is none of %s"), kind_id, kinds);
}

static PatronStatus
read_wishes (Wishes *wishes)
{
  static const char *const themes[] = { "light", "dark", "print", NULL };
  static const char *const stacks[] = { "none", "sum", "percent", NULL };
  /* In the order of the bits. */
  static const char *const marked[]
      = { "none", "mean", "median", "both", NULL };
  static const PatronThemeKind theme_kinds[] = {
    PATRON_THEME_LIGHT, PATRON_THEME_DARK, PATRON_THEME_PRINT,
  };
  int choice = 0;

  wishes->theme = PATRON_THEME_PRINT;
  if (theme != NULL && !read_choice (theme, themes, &choice))
    return patron_command_misuse (_("“%s” is none of light, dark and print"),
                                  theme);
  if (theme != NULL)
    wishes->theme = theme_kinds[choice];
  choice = 0;
  if (stack != NULL && !read_choice (stack, stacks, &choice))
    return patron_command_misuse (_("“%s” is none of none, sum and percent"),
                                  stack);
  wishes->stack = (PatronStack) choice;
  choice = 0;
  if (averages != NULL && !read_choice (averages, marked, &choice))
    return patron_command_misuse (
        _("“%s” is none of none, mean, median and both"), averages);
  if (averages != NULL && wishes->kind != PATRON_CHART_HISTOGRAM)
    return patron_command_misuse (_("--averages goes with --kind histogram"));
  wishes->averages = (PatronAverages) choice;
  if (size != NULL && !read_size (wishes))
    return patron_command_misuse (_("“%s” is not a size such as 1280x720"),
                                  size);
  if (scale != NULL
      && (!patron_number_from_text (scale, &wishes->scale)
          || wishes->scale <= 0 || wishes->scale > 100))
    return patron_command_misuse (_("“%s” is not a scale such as 2"), scale);
  if (target != NULL && !patron_number_from_text (target, &wishes->target))
    return patron_command_misuse (_("“%s” is not a target such as 0.85"),
                                  target);
  if (date_order != NULL
      && !patron_date_order_from_id (date_order, &wishes->order))
    return patron_command_misuse (_("“%s” is none of ymd, dmy and mdy"),
                                  date_order);
  return PATRON_STATUS_FINE;
}

typedef struct
{
  const char *path;
  guint       n;
} Refused;

static void
refuse_cb (guint       line,
           const char *why,
           gpointer    data)
{
  Refused *refused = data;

  if (refused->n++ < MOST_TOLD)
    g_printerr ("%s:%u: %s\n", refused->path, line, why);
}

static GBytes *
read_table (const char *path,
            GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return patron_input_read_file (file, PATRON_CSV_MAX_SIZE, NULL, error);
}

static gboolean
fill (PatronChart      *chart,
      PatronChartData  *data,
      const Wishes     *wishes,
      Refused          *refused,
      GError          **error)
{
  PatronCsvPlotAsk ask
      = { x, (const char *const *) y, split, wishes->order, { NULL } };
  g_autoptr (GBytes) bytes = read_table (refused->path, error);

  for (int i = 0; i < PATRON_N_CSV_PLOT_EXTRAS; i++)
    ask.extras[i] = extras[i];
  if (percent)
    patron_format_init (&chart->y.format, PATRON_FORMAT_PERCENT);
  if (bytes == NULL
      || !patron_csv_plot_read (bytes, &ask, chart, data, refuse_cb, refused,
                                error))
    return FALSE;
  chart->stack = wishes->stack;
  chart->averages = wishes->averages;
  if (expected && chart->series->len > 1)
    g_array_index (chart->series, PatronChartSeries, chart->series->len - 1)
        .expected = TRUE;
  if (isfinite (wishes->target))
    patron_chart_add_target (chart, -INFINITY, wishes->target);
  if (g_strcmp0 (title, "finding") == 0)
    {
      g_autofree char *finding = patron_chart_write_finding (chart, data);

      patron_chart_set_title (chart, finding);
    }
  else
    patron_chart_set_title (chart, title);
  patron_chart_set_subtitle (chart, subtitle);
  patron_chart_set_note (chart, note);
  return TRUE;
}

typedef struct
{
  PatronScene  *scene;
  PatronCaption caption;
  const Wishes *wishes;
} Picture;

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        data,
          GCancellable   *cancellable,
          GError        **error)
{
  Picture *picture = data;

  switch (picture->wishes->format)
    {
    case PATRON_EXPORT_SVG:
      return patron_svg_write (picture->scene, &picture->caption, stream,
                               cancellable, error);
    case PATRON_EXPORT_PDF:
      return patron_pdf_write (picture->scene, &picture->caption, stream,
                               cancellable, error);
    case PATRON_EXPORT_PNG:
    default:
      return patron_png_write (picture->scene, &picture->caption,
                               picture->wishes->scale, transparent, stream,
                               cancellable, error);
    }
}

static gboolean
write_picture (Picture  *picture,
               GError  **error)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (out, "-") == 0)
    {
      g_autoptr (GOutputStream) output
          = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return write_cb (output, picture, NULL, error);
    }
  file = g_file_new_for_commandline_arg (out);
  return patron_output_write_file (file, write_cb, picture, NULL, error);
}

static PatronStatus
plot (const char   *path,
      const Wishes *wishes)
{
  g_autoptr (PatronChart) chart = patron_chart_new (wishes->kind);
  g_autoptr (PatronChartData) data = patron_chart_data_new ();
  g_autoptr (PatronMeasurer) measurer = NULL;
  Refused refused = { path, 0 };
  Picture picture = { .caption = { title, NULL }, .wishes = wishes };
  GError *error = NULL;
  gboolean written;
  PatronTheme colours;

  /* Fonts are looked up in a thread of their own from here on. */
  measurer = patron_pango_measurer_new ();
  if (!fill (chart, data, wishes, &refused, &error))
    return patron_command_fail (error);
  patron_theme_init (&colours, wishes->theme);
  picture.scene = patron_chart_layout (chart, data, &colours, wishes->width,
                                       wishes->height, measurer);
  if (transparent)
    patron_scene_clear_paper (picture.scene);
  if (outlines)
    patron_scene_outline (picture.scene);
  written = write_picture (&picture, &error);
  patron_scene_unref (picture.scene);
  if (!written)
    return patron_command_fail (error);
  if (refused.n > MOST_TOLD)
    g_printerr (ngettext ("%s: %u more row cannot be drawn\n",
                          "%s: %u more rows cannot be drawn\n",
                          refused.n - MOST_TOLD),
                path, refused.n - MOST_TOLD);
  return refused.n == 0 ? PATRON_STATUS_FINE : PATRON_STATUS_PROBLEMS;
}

PatronStatus
patron_run_plot (char **args)
{
  Wishes wishes = { .width = 800, .height = 450, .scale = 2, .target = NAN,
                    .order = PATRON_DATE_ORDER_AUTO };
  PatronStatus status = read_format (&wishes);

  if (status == PATRON_STATUS_FINE)
    status = read_kind (&wishes);
  if (status == PATRON_STATUS_FINE)
    status = read_wishes (&wishes);
  if (status == PATRON_STATUS_FINE)
    status = plot (args[0], &wishes);
  return status;
}
