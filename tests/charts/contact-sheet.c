/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints every kind of chart, to be looked at:
 *
 *   contact-sheet [--theme THEME] [--size WxH] [--kind KIND] [--rtl]
 *                 [--columns N] [--scale N] OUT.png */

#include <gio/gio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "patron-chart-private.h"
#include "patron-chart-samples.h"
#include "patron-pango.h"

#define GAP 16.0

static const char *const theme_names[PATRON_N_THEMES] = {
  "light", "dark", "contrast", "contrast-dark", "print",
};

static char *theme_name;
static char *size_text;
static char *kind_id;
static gboolean rtl;
static int columns = 4;
static double scale = 1;

static const GOptionEntry entries[] = {
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, "Colours", "THEME" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size_text, "Of a chart", "WxH" },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_id, "Only this", "KIND" },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "From right to left", NULL },
  { "columns", 0, 0, G_OPTION_ARG_INT, &columns, "In a row", "N" },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, "Pixels a px", "N" },
  { NULL },
};

static cairo_surface_t *
paint_all (const PatronTheme *theme,
           double             width,
           double             height)
{
  g_autoptr (PatronMeasurer) measurer = patron_pango_measurer_new ();
  cairo_surface_t *sheet;
  cairo_t *cr;
  PatronChartKind kinds[PATRON_N_CHART_KINDS];
  int n = 0, rows;

  for (int i = 0; i < PATRON_N_CHART_KINDS; i++)
    if (patron_chart_kind_get_layout ((PatronChartKind) i) != NULL
        && (kind_id == NULL
            || strcmp (kind_id, patron_chart_kind_get_id (
                                  (PatronChartKind) i)) == 0))
      kinds[n++] = (PatronChartKind) i;
  columns = CLAMP (columns, 1, MAX (n, 1));
  rows = (n + columns - 1) / columns;
  sheet = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) (scale * (columns * (width + GAP) + GAP)),
    (int) (scale * (rows * (height + GAP) + GAP)));
  cr = cairo_create (sheet);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (PatronChartData) data = patron_chart_data_new ();
      g_autoptr (PatronChart) chart = patron_chart_sample (kinds[i], data);
      g_autoptr (PatronScene) scene
        = patron_chart_layout (chart, data, theme, width, height, measurer);

      cairo_save (cr);
      cairo_translate (cr, GAP + (i % columns) * (width + GAP),
                       GAP + (i / columns) * (height + GAP));
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_clip (cr);
      patron_scene_draw (scene, cr);
      cairo_restore (cr);
      g_print ("%s: %s\n", patron_chart_kind_get_id (kinds[i]),
               patron_scene_get_alt_text (scene));
    }
  cairo_destroy (cr);
  return sheet;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("OUT.png");
  g_autoptr (GError) error = NULL;
  double width = 640, height = 400;
  int kind = PATRON_THEME_LIGHT;
  cairo_surface_t *sheet;
  PatronTheme theme;
  cairo_status_t status;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("contact-sheet: %s\n",
                  error != NULL ? error->message : "name one file");
      return 2;
    }
  if (size_text != NULL)
    sscanf (size_text, "%lfx%lf", &width, &height);
  for (int i = 0; theme_name != NULL && i < PATRON_N_THEMES; i++)
    if (strcmp (theme_name, theme_names[i]) == 0)
      kind = i;
  patron_theme_init (&theme, (PatronThemeKind) kind);
  theme.rtl = rtl;
  sheet = paint_all (&theme, width, height);
  status = cairo_surface_write_to_png (sheet, argv[1]);
  cairo_surface_destroy (sheet);
  if (status == CAIRO_STATUS_SUCCESS)
    return 0;
  g_printerr ("contact-sheet: %s\n", cairo_status_to_string (status));
  return 1;
}
