/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The limit for `patron plot`: the least program that draws the same line.
 *
 *   bench-line TABLE.csv OUT.png|svg|pdf
 *
 * It maps the table, reads two columns of plain numbers, keeps the least and
 * the largest value of each column of pixels, fills them as one shape, and
 * labels two axes with Pango. It checks nothing and can do nothing else. */

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <fcntl.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define FAMILY "Cantarell, Adwaita Sans, Sans"
#define WIDTH 1600
#define HEIGHT 900
#define LEFT 80
#define TOP 30
#define PLOT_WIDTH (WIDTH - LEFT - 60)
#define PLOT_HEIGHT (HEIGHT - TOP - 60)

typedef struct
{
  double *x;
  double *y;
  size_t n;
} Line;

static double
read_number (const char **at,
             const char  *end)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
                                   1e8, 1e9 };
  const char *p = *at;
  int negative = p < end && *p == '-';
  long digits = 0;
  unsigned decimals = 0, point = 0;

  for (p += negative; p < end && *p != ',' && *p != '\n'; p++)
    if (*p == '.')
      point = 1;
    else
      {
        digits = digits * 10 + (*p - '0');
        decimals += point;
      }
  *at = p < end ? p + 1 : p;
  return (negative ? -1 : 1) * (double) digits / powers[decimals % 10];
}

static Line
read_line (const char *path)
{
  Line line = { NULL, NULL, 0 };
  int fd = open (path, O_RDONLY);
  struct stat info;
  const char *text, *at, *end;
  size_t room;

  if (fd < 0 || fstat (fd, &info) != 0 || info.st_size == 0)
    exit (1);
  text = mmap (NULL, (size_t) info.st_size, PROT_READ,
               MAP_PRIVATE | MAP_POPULATE, fd, 0);
  if (text == MAP_FAILED)
    exit (1);
  end = text + info.st_size;
  at = memchr (text, '\n', (size_t) info.st_size);
  room = (size_t) info.st_size / 4 + 1;
  line.x = malloc (room * sizeof (double));
  line.y = malloc (room * sizeof (double));
  for (at = at != NULL ? at + 1 : end; at < end; line.n++)
    {
      line.x[line.n] = read_number (&at, end);
      line.y[line.n] = read_number (&at, end);
    }
  return line;
}

static void
label (cairo_t     *cr,
       PangoLayout *layout,
       double       value,
       double       x,
       double       y)
{
  char text[32];

  snprintf (text, sizeof text, "%g", value);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_axes (cairo_t *cr,
           double   x_min,
           double   x_max,
           double   y_min,
           double   y_max,
           double   last)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font
    = pango_font_description_from_string (FAMILY " 9");

  pango_layout_set_font_description (layout, font);
  cairo_set_line_width (cr, 1);
  cairo_set_source_rgb (cr, 0.85, 0.85, 0.85);
  for (int i = 0; i <= 5; i++)
    {
      double y = floor (TOP + PLOT_HEIGHT * i / 5.0) + 0.5;

      cairo_move_to (cr, LEFT, y);
      cairo_line_to (cr, LEFT + PLOT_WIDTH, y);
    }
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  for (int i = 0; i <= 5; i++)
    {
      label (cr, layout, y_max + (y_min - y_max) * i / 5, 10,
             TOP + PLOT_HEIGHT * i / 5.0 - 8);
      label (cr, layout, x_min + (x_max - x_min) * i / 5,
             LEFT + PLOT_WIDTH * i / 5.0 - 8, TOP + PLOT_HEIGHT + 10);
    }
  /* The last value, bold, as Patron writes it. */
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  label (cr, layout, last, LEFT + PLOT_WIDTH + 8,
         TOP + PLOT_HEIGHT * (y_max - last) / (y_max - y_min) - 8);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
draw_columns (cairo_t    *cr,
              const Line *line,
              double      x_min,
              double      x_max,
              double      y_min,
              double      y_max)
{
  static double low[PLOT_WIDTH], high[PLOT_WIDTH];
  double across = PLOT_WIDTH / (x_max - x_min);
  double up = PLOT_HEIGHT / (y_max - y_min);

  for (int i = 0; i < PLOT_WIDTH; i++)
    {
      low[i] = INFINITY;
      high[i] = -INFINITY;
    }
  for (size_t i = 0; i < line->n; i++)
    {
      int at = (int) ((line->x[i] - x_min) * across);

      at = at < PLOT_WIDTH ? at : PLOT_WIDTH - 1;
      low[at] = line->y[i] < low[at] ? line->y[i] : low[at];
      high[at] = line->y[i] > high[at] ? line->y[i] : high[at];
    }
  for (int i = 0; i < PLOT_WIDTH; i++)
    if (high[i] >= low[i])
      cairo_line_to (cr, LEFT + i + 0.5,
                     TOP + PLOT_HEIGHT - (high[i] - y_min) * up - 1);
  for (int i = PLOT_WIDTH - 1; i >= 0; i--)
    if (high[i] >= low[i])
      cairo_line_to (cr, LEFT + i + 0.5,
                     TOP + PLOT_HEIGHT - (low[i] - y_min) * up + 1);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, 0.05, 0.36, 0.86);
  cairo_fill (cr);
}

static void
draw_stroke (cairo_t    *cr,
             const Line *line,
             double      x_min,
             double      x_max,
             double      y_min,
             double      y_max)
{
  for (size_t i = 0; i < line->n; i++)
    cairo_line_to (cr,
                   LEFT + (line->x[i] - x_min) / (x_max - x_min) * PLOT_WIDTH,
                   TOP + PLOT_HEIGHT
                     - (line->y[i] - y_min) / (y_max - y_min) * PLOT_HEIGHT);
  cairo_set_source_rgb (cr, 0.05, 0.36, 0.86);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw (cairo_t    *cr,
      const Line *line)
{
  double y_min = INFINITY, y_max = -INFINITY;
  double x_min = line->x[0], x_max = line->x[line->n - 1];

  for (size_t i = 0; i < line->n; i++)
    {
      y_min = line->y[i] < y_min ? line->y[i] : y_min;
      y_max = line->y[i] > y_max ? line->y[i] : y_max;
    }
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw_axes (cr, x_min, x_max, y_min, y_max, line->y[line->n - 1]);
  if (line->n > 2 * PLOT_WIDTH)
    draw_columns (cr, line, x_min, x_max, y_min, y_max);
  else
    draw_stroke (cr, line, x_min, x_max, y_min, y_max);
}

static void
write_png (cairo_surface_t *surface,
           const char      *path)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL,
                                             NULL, NULL);
  png_infop info = png_create_info_struct (png);
  FILE *file = fopen (path, "wb");
  const unsigned char *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  static png_byte row[3 * WIDTH];

  png_init_io (png, file);
  png_set_IHDR (png, info, WIDTH, HEIGHT, 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level (png, 3);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_write_info (png, info);
  for (int y = 0; y < HEIGHT; y++)
    {
      const unsigned int *from
        = (const unsigned int *) (const void *) (pixels + y * stride);

      for (int x = 0; x < WIDTH; x++)
        {
          row[3 * x] = (png_byte) (from[x] >> 16);
          row[3 * x + 1] = (png_byte) (from[x] >> 8);
          row[3 * x + 2] = (png_byte) from[x];
        }
      png_write_row (png, row);
    }
  png_write_end (png, NULL);
  fclose (file);
}

int
main (int    argc,
      char **argv)
{
  const char *ending = argc == 3 ? strrchr (argv[2], '.') : NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  Line line;

  if (ending == NULL)
    return 2;
  line = read_line (argv[1]);
  if (strcmp (ending, ".svg") == 0)
    surface = cairo_svg_surface_create (argv[2], WIDTH, HEIGHT);
  else if (strcmp (ending, ".pdf") == 0)
    surface = cairo_pdf_surface_create (argv[2], WIDTH, HEIGHT);
  else
    surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cr = cairo_create (surface);
  draw (cr, &line);
  cairo_destroy (cr);
  if (strcmp (ending, ".png") == 0)
    {
      cairo_surface_flush (surface);
      write_png (surface, argv[2]);
    }
  else
    cairo_surface_finish (surface);
  return 0;
}
