/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* A scene as SVG. It is written from the scene's own items, not by cairo,
 * which draws letters as shapes: here text stays text, to be searched, edited
 * and read aloud. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "patron-render.h"

typedef struct
{
  GString *svg;
  guint    n_clips;
} Svg;

/* Coordinates to a hundredth of a px, without what says nothing. */
static void
append_number (GString *svg,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  if (!isfinite (number))
    number = 0;
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  end = buffer + strlen (buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append (svg, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
append_attribute (GString    *svg,
                  const char *name,
                  double      number)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, number);
  g_string_append_c (svg, '"');
}

/* XML has no way to hold most control characters. */
static void
append_escaped (GString    *svg,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (svg, "&amp;");
      else if (c == '<')
        g_string_append (svg, "&lt;");
      else if (c == '>')
        g_string_append (svg, "&gt;");
      else if (c == '"')
        g_string_append (svg, "&quot;");
      else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xfffe
               || c == 0xffff)
        g_string_append (svg, "\xef\xbf\xbd");
      else
        g_string_append_unichar (svg, c);
    }
}

static void
append_colour (GString      *svg,
               const char   *name,
               PatronColour  colour)
{
  if (colour == 0)
    {
      g_string_append_printf (svg, " %s=\"none\"", name);
      return;
    }
  g_string_append_printf (svg, " %s=\"#%06x\"", name, colour >> 8);
  if ((colour & 0xff) != 0xff)
    {
      g_string_append_printf (svg, " %s-opacity=\"", name);
      append_number (svg, (colour & 0xff) / 255.0);
      g_string_append_c (svg, '"');
    }
}

static void
append_paint (GString          *svg,
              const PatronItem *item,
              gboolean          filled)
{
  append_colour (svg, "fill", filled ? item->fill : 0);
  if (item->stroke == 0 || item->line_width <= 0)
    return;
  append_colour (svg, "stroke", item->stroke);
  append_attribute (svg, "stroke-width", item->line_width);
  if (item->dash <= 0)
    {
      g_string_append (svg, " stroke-linecap=\"round\"");
      return;
    }
  g_string_append (svg, " stroke-dasharray=\"");
  append_number (svg, item->dash);
  g_string_append_c (svg, ' ');
  append_number (svg, item->gap);
  g_string_append_c (svg, '"');
}

static void
append_point (GString *svg,
              double   x,
              double   y)
{
  append_number (svg, x);
  g_string_append_c (svg, ' ');
  append_number (svg, y);
}

static void
append_path (GString          *svg,
             const PatronItem *item)
{
  static const char letters[] = "MLCZ";

  g_string_append (svg, "<path d=\"");
  for (guint i = 0; i < item->steps->len; i++)
    {
      const PatronPathStep *step
        = &g_array_index (item->steps, PatronPathStep, i);

      g_string_append_c (svg, letters[step->kind]);
      if (step->kind == PATRON_STEP_CLOSE)
        continue;
      if (step->kind == PATRON_STEP_CURVE)
        {
          append_point (svg, step->x1, step->y1);
          g_string_append_c (svg, ' ');
          append_point (svg, step->x2, step->y2);
          g_string_append_c (svg, ' ');
        }
      append_point (svg, step->x, step->y);
    }
  g_string_append_c (svg, '"');
  append_paint (svg, item, TRUE);
  g_string_append (svg, "/>\n");
}

static void
append_rectangle (GString          *svg,
                  const PatronItem *item)
{
  double radius = MIN (item->radius, MIN (item->width, item->height) / 2);

  g_string_append (svg, "<rect");
  append_attribute (svg, "x", item->x);
  append_attribute (svg, "y", item->y);
  append_attribute (svg, "width", item->width);
  append_attribute (svg, "height", item->height);
  if (radius > 0)
    append_attribute (svg, "rx", radius);
}

static void
append_turn (GString          *svg,
             const PatronItem *item,
             char              letter,
             double            radius,
             double            angle)
{
  g_string_append_c (svg, letter);
  append_point (svg, item->x + radius * cos (angle),
                item->y + radius * sin (angle));
}

static void
append_sweep (GString          *svg,
              const PatronItem *item,
              double            radius,
              double            to,
              gboolean          large,
              gboolean          clockwise)
{
  g_string_append_c (svg, 'A');
  append_point (svg, radius, radius);
  g_string_append_printf (svg, " 0 %d %d ", large, clockwise);
  append_point (svg, item->x + radius * cos (to),
                item->y + radius * sin (to));
}

/* SVG cannot draw a whole circle in one sweep: it takes two halves. */
static void
append_ring (GString          *svg,
             const PatronItem *item,
             double            radius,
             gboolean          clockwise)
{
  append_turn (svg, item, 'M', radius, 0);
  append_sweep (svg, item, radius, G_PI, FALSE, clockwise);
  append_sweep (svg, item, radius, 0, FALSE, clockwise);
  g_string_append_c (svg, 'Z');
}

static void
append_arc (GString          *svg,
            const PatronItem *item)
{
  double sweep = item->end - item->start;

  g_string_append (svg, "<path d=\"");
  if (sweep >= 2 * G_PI - 1e-9)
    {
      append_ring (svg, item, item->radius, TRUE);
      if (item->inner > 0)
        append_ring (svg, item, item->inner, FALSE);
    }
  else
    {
      if (item->inner == 0)
        append_turn (svg, item, 'M', 0, 0);
      append_turn (svg, item, item->inner == 0 ? 'L' : 'M', item->radius,
                   item->start);
      append_sweep (svg, item, item->radius, item->end, sweep > G_PI, TRUE);
      if (item->inner > 0)
        {
          append_turn (svg, item, 'L', item->inner, item->end);
          append_sweep (svg, item, item->inner, item->start, sweep > G_PI,
                        FALSE);
        }
      if (item->inner >= 0)
        g_string_append_c (svg, 'Z');
    }
  g_string_append_c (svg, '"');
  append_paint (svg, item, TRUE);
  g_string_append (svg, "/>\n");
}

/* Pango's generic name is not CSS's, which every program has a font for, and
 * names with spaces are quoted. */
static void
append_families (GString    *svg,
                 const char *families)
{
  g_auto (GStrv) names = g_strsplit (families, ",", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);

      if (g_ascii_strcasecmp (name, "sans") == 0 || strchr (name, '\'') != NULL
          || *name == '\0')
        continue;
      if (strchr (name, ' ') != NULL)
        g_string_append_c (svg, '\'');
      append_escaped (svg, name);
      if (strchr (name, ' ') != NULL)
        g_string_append_c (svg, '\'');
      g_string_append (svg, ", ");
    }
  g_string_append (svg, "sans-serif");
}

static const char *
get_anchor (const PatronItem *item)
{
  if (item->align == PATRON_ALIGN_CENTRE)
    return "middle";
  /* The anchor is told in reading direction, the alignment in space. */
  if ((item->align == PATRON_ALIGN_RIGHT) != item->rtl)
    return "end";
  return NULL;
}

/* A halo is a text of its own behind the text: few programs know the order
 * in which SVG 2 lets fill and stroke be painted. */
static void
append_text (GString          *svg,
             const PatronItem *item,
             gboolean          halo)
{
  const char *anchor = get_anchor (item);

  g_string_append (svg, "<text");
  append_attribute (svg, "x", item->x);
  append_attribute (svg, "y", item->y);
  if (anchor != NULL)
    g_string_append_printf (svg, " text-anchor=\"%s\"", anchor);
  if (item->rtl)
    g_string_append (svg, " direction=\"rtl\"");
  g_string_append (svg, " font-family=\"");
  append_families (svg, item->font.family);
  g_string_append_c (svg, '"');
  append_attribute (svg, "font-size", item->font.size);
  if (item->font.weight != 400)
    g_string_append_printf (svg, " font-weight=\"%d\"", item->font.weight);
  if (item->font.tabular)
    g_string_append (svg, " style=\"font-variant-numeric:tabular-nums\"");
  if (halo)
    {
      g_string_append (svg, " aria-hidden=\"true\"");
      append_paint (svg, item, FALSE);
    }
  else
    append_colour (svg, "fill", item->fill);
  g_string_append (svg, " xml:space=\"preserve\">");
  append_escaped (svg, item->text);
  g_string_append (svg, "</text>\n");
}

static guint
append_clip (Svg              *self,
             const PatronItem *item)
{
  guint number = ++self->n_clips;

  g_string_append_printf (self->svg, "<clipPath id=\"clip-%u\">", number);
  append_rectangle (self->svg, item);
  g_string_append (self->svg, "/></clipPath>\n");
  return number;
}

static void
append_image (Svg              *self,
              const PatronItem *item)
{
  GBytes *bytes = patron_image_get_bytes (item->image);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *base64 = g_base64_encode (data, size);
  guint clip = append_clip (self, item);

  g_string_append (self->svg, "<image");
  append_attribute (self->svg, "x", item->x);
  append_attribute (self->svg, "y", item->y);
  append_attribute (self->svg, "width", item->width);
  append_attribute (self->svg, "height", item->height);
  g_string_append_printf (self->svg,
                          " preserveAspectRatio=\"xMidYMid slice\""
                          " clip-path=\"url(#clip-%u)\""
                          " xlink:href=\"data:%s;base64,%s\"/>\n",
                          clip, patron_image_get_mime_type (item->image),
                          base64);
  if (item->stroke != 0)
    {
      append_rectangle (self->svg, item);
      append_paint (self->svg, item, FALSE);
      g_string_append (self->svg, "/>\n");
    }
}

static void
append_item (Svg              *self,
             const PatronItem *item)
{
  switch (item->kind)
    {
    case PATRON_ITEM_PATH:
      append_path (self->svg, item);
      break;
    case PATRON_ITEM_RECTANGLE:
      append_rectangle (self->svg, item);
      append_paint (self->svg, item, TRUE);
      g_string_append (self->svg, "/>\n");
      break;
    case PATRON_ITEM_ARC:
      append_arc (self->svg, item);
      break;
    case PATRON_ITEM_TEXT:
      if (item->stroke != 0)
        append_text (self->svg, item, TRUE);
      append_text (self->svg, item, FALSE);
      break;
    case PATRON_ITEM_IMAGE:
      append_image (self, item);
      break;
    case PATRON_ITEM_CLIP_BEGIN:
      g_string_append_printf (self->svg, "<g clip-path=\"url(#clip-%u)\">\n",
                              append_clip (self, item));
      break;
    case PATRON_ITEM_CLIP_END:
    default:
      g_string_append (self->svg, "</g>\n");
    }
}

static void
append_head (GString             *svg,
             const PatronScene   *scene,
             const PatronCaption *caption)
{
  const char *alt_text = patron_scene_get_alt_text (scene);
  double width = patron_scene_get_width (scene);
  double height = patron_scene_get_height (scene);

  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\""
                        " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  append_attribute (svg, "width", width);
  append_attribute (svg, "height", height);
  g_string_append (svg, " viewBox=\"0 0 ");
  append_point (svg, width, height);
  g_string_append (svg, "\" role=\"img\" aria-labelledby=\"title desc\""
                        " stroke-linejoin=\"round\">\n<title id=\"title\">");
  append_escaped (svg, caption->title != NULL ? caption->title : "");
  g_string_append (svg, "</title>\n<desc id=\"desc\">");
  append_escaped (svg, alt_text != NULL ? alt_text : "");
  g_string_append (svg, "</desc>\n");
}

/**
 * patron_svg_write:
 *
 * Writes a scene as SVG 1.1, text as text, with its title and alt text.
 *
 * Returns: whether it was written
 */
gboolean
patron_svg_write (const PatronScene   *scene,
                  const PatronCaption *caption,
                  GOutputStream       *stream,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (GString) svg = g_string_sized_new (64 * 1024);
  Svg self = { .svg = svg };

  append_head (svg, scene, caption);
  for (guint i = 0; i < patron_scene_get_n_items (scene); i++)
    append_item (&self, patron_scene_get_item (scene, i));
  g_string_append (svg, "</svg>\n");
  return g_output_stream_write_all (stream, svg->str, svg->len, NULL,
                                    cancellable, error);
}
