/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-charts"

#include "patron-pango.h"

#include <pango/pangocairo.h>
#include <string.h>

/* A layout asks for the same labels again and again, and the next layout of
 * a window that is resized for the same once more. */
#define MOST_FONTS 48
#define MOST_TEXTS 2000
#define MOST_CHARS 160

typedef struct
{
  PatronFont font;
  PangoFontDescription *description;
  double ascent;
  double descent;
  GHashTable *advances; /* char * to double[], for each character */
} KnownFont;

typedef struct
{
  PatronMeasurer parent;
  PangoContext *context;
  PangoLayout *layout;
  GArray *fonts; /* KnownFont */
} PangoMeasurer;

/**
 * patron_pango_context_new:
 *
 * Makes the one Pango set-up of Patron: 96 dpi, no hinting and no rounding of
 * metrics or positions. Text then has the same size on screen, in images of
 * any scale, in SVG, in PDF and on paper. By default it has not: a 15 px
 * label measures 13.97 px in a PDF.
 *
 * Returns: (transfer full): a context of the default font map
 */
PangoContext *
patron_pango_context_new (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/**
 * patron_pango_describe_font:
 *
 * Returns: (transfer full): @font for Pango
 */
PangoFontDescription *
patron_pango_describe_font (const PatronFont *font)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, font->family);
  pango_font_description_set_absolute_size (description,
                                            font->size * PANGO_SCALE);
  pango_font_description_set_weight (description,
                                     (PangoWeight) font->weight);
  return description;
}

static void
set_font (PangoLayout                *layout,
          const PatronFont           *font,
          const PangoFontDescription *description)
{
  g_autoptr (PangoAttrList) attrs = NULL;

  pango_layout_set_font_description (layout, description);
  if (font->tabular)
    {
      attrs = pango_attr_list_new ();
      pango_attr_list_insert (attrs, pango_attr_font_features_new ("tnum=1"));
    }
  pango_layout_set_attributes (layout, attrs);
}

/**
 * patron_pango_layout_set_font:
 *
 * Makes @layout set its text in @font.
 */
void
patron_pango_layout_set_font (PangoLayout      *layout,
                              const PatronFont *font)
{
  g_autoptr (PangoFontDescription) description
    = patron_pango_describe_font (font);

  set_font (layout, font, description);
}

static void
clear_known_font (gpointer data)
{
  KnownFont *known = data;

  pango_font_description_free (known->description);
  g_hash_table_unref (known->advances);
}

static KnownFont *
know_font (PangoMeasurer    *self,
           const PatronFont *font)
{
  KnownFont known = { *font, NULL, 0, 0, NULL };
  PangoFontMetrics *metrics;

  for (guint i = 0; i < self->fonts->len; i++)
    {
      KnownFont *other = &g_array_index (self->fonts, KnownFont, i);

      if (other->font.size == font->size && other->font.weight == font->weight
          && other->font.tabular == font->tabular
          && g_strcmp0 (other->font.family, font->family) == 0)
        return other;
    }
  if (self->fonts->len == MOST_FONTS)
    g_array_set_size (self->fonts, 0);
  known.advances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          g_free);
  known.font.family = g_intern_string (font->family);
  known.description = patron_pango_describe_font (font);
  metrics = pango_context_get_metrics (self->context, known.description, NULL);
  known.ascent = pango_font_metrics_get_ascent (metrics)
                 / (double) PANGO_SCALE;
  known.descent = pango_font_metrics_get_descent (metrics)
                  / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  g_array_append_val (self->fonts, known);
  return &g_array_index (self->fonts, KnownFont, self->fonts->len - 1);
}

static void
pango_get_metrics (PatronMeasurer   *measurer,
                   const PatronFont *font,
                   double           *ascent,
                   double           *descent)
{
  KnownFont *known = know_font ((PangoMeasurer *) measurer, font);

  *ascent = known->ascent;
  *descent = known->descent;
}

static void
add_run_advances (PangoGlyphItem *run,
                  const char     *text,
                  double         *advances)
{
  glong first = g_utf8_pointer_to_offset (text, text + run->item->offset);
  int widths_on_stack[64];
  g_autofree int *widths_on_heap = NULL;
  int *widths = widths_on_stack;

  if (run->item->num_chars > (int) G_N_ELEMENTS (widths_on_stack))
    widths = widths_on_heap = g_new (int, run->item->num_chars);
  pango_glyph_item_get_logical_widths (run, text, widths);
  for (int i = 0; i < run->item->num_chars; i++)
    advances[first + i] = widths[i] / (double) PANGO_SCALE;
}

static void
measure_advances (PangoMeasurer   *self,
                  const KnownFont *known,
                  const char      *text,
                  gsize            n_bytes,
                  double          *advances)
{
  set_font (self->layout, &known->font, known->description);
  pango_layout_set_text (self->layout, text, (int) n_bytes);
  for (int i = 0; i < pango_layout_get_line_count (self->layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, i);

      for (GSList *l = line->runs; l != NULL; l = l->next)
        add_run_advances (l->data, text, advances);
    }
}

static void
pango_get_advances (PatronMeasurer   *measurer,
                    const PatronFont *font,
                    const char       *text,
                    gsize             n_bytes,
                    double           *advances,
                    gsize             n_chars)
{
  PangoMeasurer *self = (PangoMeasurer *) measurer;
  KnownFont *known = know_font (self, font);
  gboolean keep = n_chars > 0 && n_chars <= MOST_CHARS
                  && text[n_bytes] == '\0';
  const double *before
    = keep ? g_hash_table_lookup (known->advances, text) : NULL;

  if (before != NULL)
    {
      memcpy (advances, before, n_chars * sizeof *advances);
      return;
    }
  memset (advances, 0, n_chars * sizeof *advances);
  measure_advances (self, known, text, n_bytes, advances);
  if (!keep)
    return;
  if (g_hash_table_size (known->advances) >= MOST_TEXTS)
    g_hash_table_remove_all (known->advances);
  g_hash_table_insert (known->advances, g_strdup (text),
                       g_memdup2 (advances, n_chars * sizeof *advances));
}

static void
pango_measurer_free (PatronMeasurer *measurer)
{
  PangoMeasurer *self = (PangoMeasurer *) measurer;

  g_array_unref (self->fonts);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * patron_pango_measurer_new:
 *
 * Returns: (transfer full): a measurer of the fonts on this machine. Making
 *   one costs as much as setting a label: keep it. It is for one thread.
 */
PatronMeasurer *
patron_pango_measurer_new (void)
{
  PangoMeasurer *self = g_new0 (PangoMeasurer, 1);

  self->parent.get_metrics = pango_get_metrics;
  self->parent.get_advances = pango_get_advances;
  self->parent.free = pango_measurer_free;
  self->context = patron_pango_context_new ();
  self->layout = pango_layout_new (self->context);
  self->fonts = g_array_new (FALSE, FALSE, sizeof (KnownFont));
  g_array_set_clear_func (self->fonts, clear_known_font);
  return &self->parent;
}
