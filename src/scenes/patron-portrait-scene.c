/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-scenes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-format.h"
#include "patron-portrait-scene-private.h"

#define MARGIN 36.0
#define COLUMN_GAP 32.0
#define BLOCK_GAP 18.0
#define PANEL_SHARE 0.27
#define MOST_COLUMNS 4
#define WIDEST_COLUMN 420.0

/* Type is set as large as the page allows, from first to last; after that,
 * paragraphs are shortened. */
#define LARGEST_ZOOM 1.55
#define SMALLEST_ZOOM 0.6

/* A rectangle of the page. */
typedef struct
{
  double x, y;
  double width, height;
} Area;

/* How the blocks are dealt out. */
typedef struct
{
  guint n;
  guint starts[MOST_COLUMNS + 1];
  double width;
  double height;
} Columns;

static double
gap_of (const PatronPoster *self)
{
  return BLOCK_GAP * self->page * self->zoom;
}

static double
add_quotation (const PatronPoster *self,
               PatronScene        *scene,
               const Area         *area)
{
  double zoom = self->page * self->zoom;
  double indent = 44 * zoom;
  PatronType type = { 22, 700, self->theme->text,
                      self->max_lines > 0 ? 3 : 0 };
  PatronFlow flow = { scene, self->measurer, self->theme, zoom,
                      area->x + indent, area->y, area->width - indent,
                      PATRON_ALIGN_LEFT };
  PatronFont mark = patron_theme_font (self->theme, 76 * zoom, 700);

  if (*self->quotation == '\0')
    return 0;
  patron_flow_text (&flow, PATRON_ROLE_QUOTE, &type, self->quotation);
  if (scene != NULL)
    patron_scene_add_text (scene, PATRON_ROLE_QUOTE, self->measurer, &mark,
                           C_("opening quotation mark", "“"), area->x,
                           area->y + 54 * zoom, PATRON_ALIGN_LEFT,
                           patron_colour_readable (self->accent,
                                                   self->theme->background,
                                                   3));
  return MAX (flow.y - area->y, 40 * zoom);
}

static double
block_height (const PatronPoster *self,
              guint               block,
              double              width)
{
  return patron_poster_add_block (self, NULL,
                                  g_ptr_array_index (self->blocks, block), 0,
                                  0, width);
}

/* Whether the blocks go into @n_columns columns of @limit, in order. Says
 * where each column begins. */
static gboolean
fill_columns (const double *heights,
              guint         n_blocks,
              guint         n_columns,
              double        limit,
              double        gap,
              guint        *starts)
{
  guint column = 0;
  double used = 0;

  starts[0] = 0;
  for (guint i = 0; i < n_blocks; i++)
    {
      double height = heights[i] + (used > 0 ? gap : 0);

      if (used > 0 && used + height > limit)
        {
          if (++column == n_columns)
            return FALSE;
          starts[column] = i;
          used = 0;
          height = heights[i];
        }
      if (height > limit)
        return FALSE;
      used += height;
    }
  for (column++; column <= n_columns; column++)
    starts[column] = n_blocks;
  return TRUE;
}

/* Of all ways to fill the columns in order, the one whose longest column is
 * shortest. */
static gboolean
balance_columns (const double *heights,
                 guint         n_blocks,
                 guint         n_columns,
                 double        limit,
                 double        gap,
                 guint        *starts,
                 double       *height)
{
  double low = 0, high = limit;

  if (!fill_columns (heights, n_blocks, n_columns, limit, gap, starts))
    return FALSE;
  for (int i = 0; i < 24; i++)
    {
      double middle = (low + high) / 2;

      if (fill_columns (heights, n_blocks, n_columns, middle, gap, starts))
        high = middle;
      else
        low = middle;
    }
  *height = high;
  return fill_columns (heights, n_blocks, n_columns, high, gap, starts);
}

/* Tries the usual number of columns, then one more: small type reads better
 * in narrow ones, and they often fit where the wide ones do not. */
static gboolean
choose_columns (const PatronPoster *self,
                const Area         *area,
                guint               n_blocks,
                Columns            *columns)
{
  double gap = COLUMN_GAP * self->page;
  guint usual = self->landscape ? 3 : 2;
  g_autofree double *heights = g_new0 (double, n_blocks + 1);

  for (guint n = usual; n <= usual + 1; n++)
    {
      columns->n = MIN (n, MAX (1, n_blocks));
      columns->width = MIN ((area->width - gap * (columns->n - 1))
                              / columns->n,
                            WIDEST_COLUMN * self->page * self->zoom);
      if (n > usual && columns->width < 150 * self->page * self->zoom)
        break;
      for (guint i = 0; i < n_blocks; i++)
        heights[i] = block_height (self, i, columns->width);
      if (balance_columns (heights, n_blocks, columns->n, area->height,
                           gap_of (self), columns->starts, &columns->height))
        return TRUE;
    }
  return FALSE;
}

static void
draw_columns (const PatronPoster *self,
              PatronScene        *scene,
              const Area         *area,
              const Columns      *columns)
{
  double gap = COLUMN_GAP * self->page;

  for (guint column = 0; column < columns->n; column++)
    {
      double y = area->y;

      for (guint i = columns->starts[column]; i < columns->starts[column + 1];
           i++)
        y += patron_poster_add_block (self, scene,
                                      g_ptr_array_index (self->blocks, i),
                                      area->x
                                        + column * (columns->width + gap),
                                      y, columns->width)
             + gap_of (self);
    }
}

static double
add_origin (const PatronPoster *self,
            PatronScene        *scene,
            const Area         *area)
{
  PatronType type = { 11, 400, self->theme->dim, 1 };
  PatronFlow flow = { NULL, self->measurer, self->theme, self->page, area->x,
                      0, area->width, PATRON_ALIGN_LEFT };
  double height;

  if (*self->origin == '\0')
    return 0;
  patron_flow_text (&flow, PATRON_ROLE_NOTE, &type, self->origin);
  height = flow.y;
  flow.scene = scene;
  flow.y = area->y + area->height - height;
  patron_flow_text (&flow, PATRON_ROLE_NOTE, &type, self->origin);
  return height + 10 * self->page;
}

/* Quotation, blocks, and where it all comes from. */
static gboolean
add_main (const PatronPoster *self,
          PatronScene        *scene,
          const Area         *whole,
          gboolean            force)
{
  Area area = *whole;
  Columns columns = { 0 };
  guint n_blocks = self->blocks->len;
  double quotation, spare;

  area.height -= add_origin (self, scene, &area);
  quotation = add_quotation (self, NULL, &area);
  if (quotation > 0)
    quotation += 1.5 * gap_of (self);
  area.height -= quotation;
  if (area.height <= 0)
    return FALSE;
  while (!choose_columns (self, &area, n_blocks, &columns))
    {
      if (!force || n_blocks == 0)
        return FALSE;
      n_blocks--;
    }
  if (scene == NULL)
    return TRUE;
  /* Little text stands well above the middle rather than at the top. */
  spare = area.height - (n_blocks > 0 ? columns.height : 0);
  if (spare > whole->height * 0.35)
    area.y += spare * 0.33;
  add_quotation (self, scene, &area);
  area.y += quotation;
  draw_columns (self, scene, &area, &columns);
  return TRUE;
}

static void
add_panel (const PatronPoster *self,
           PatronScene        *scene,
           double              width,
           double              height)
{
  if (scene == NULL)
    return;
  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0, width,
                              height)
    ->fill = self->panel;
  if (self->landscape)
    patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0,
                                6 * self->page, height)
      ->fill = self->accent;
  else
    patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0, width,
                                6 * self->page)
      ->fill = self->accent;
}

static gboolean
compose_landscape (const PatronPoster *self,
                   PatronScene        *scene,
                   gboolean            force)
{
  double margin = MARGIN * self->page;
  double panel = self->width * PANEL_SHARE;
  double inner = panel - 2 * margin;
  gboolean bare = self->blocks->len == 0 && *self->quotation == '\0';
  Area main = { panel + margin, margin, self->width - panel - 2 * margin,
                self->height - 2 * margin };
  double y = margin;

  add_panel (self, scene, bare ? self->width : panel, self->height);
  y += patron_poster_add_person (self, scene, margin, y, inner);
  if (self->facts->len > 0)
    {
      y += 1.2 * gap_of (self);
      y += patron_poster_add_facts (self, scene, margin, y, inner, 2);
    }
  return (y <= self->height - margin || force)
         && add_main (self, scene, &main, force);
}

static gboolean
compose_portrait (const PatronPoster *self,
                  PatronScene        *scene,
                  gboolean            force)
{
  double margin = MARGIN * self->page;
  double inner = self->width - 2 * margin;
  double person = patron_poster_add_person (self, NULL, 0, 0, inner);
  double facts = patron_poster_add_facts (self, NULL, 0, 0, inner, 4);
  double panel = margin + person + margin * 0.8
                 + (facts > 0 ? facts + gap_of (self) : 0);
  Area main = { margin, panel + margin * 0.8, inner,
                self->height - panel - margin * 1.6 };

  if (main.height < 0 && !force)
    return FALSE;
  add_panel (self, scene, self->width, panel);
  patron_poster_add_person (self, scene, margin, margin, inner);
  if (facts > 0)
    patron_poster_add_facts (self, scene, margin,
                             margin + person + gap_of (self), inner, 4);
  return add_main (self, scene, &main, force);
}

static gboolean
compose (const PatronPoster *self,
         PatronScene        *scene,
         gboolean            force)
{
  return self->landscape ? compose_landscape (self, scene, force)
                         : compose_portrait (self, scene, force);
}

/* Finds the largest type that shows everything. */
static gboolean
find_zoom (PatronPoster *self)
{
  static const guint shorter[] = { 12, 8, 5, 3, 2, 1 };

  for (self->zoom = LARGEST_ZOOM; self->zoom >= SMALLEST_ZOOM - 1e-9;
       self->zoom -= 0.05)
    if (compose (self, NULL, FALSE))
      return TRUE;
  self->zoom = SMALLEST_ZOOM;
  for (gsize i = 0; i < G_N_ELEMENTS (shorter); i++)
    {
      self->max_lines = shorter[i];
      if (compose (self, NULL, FALSE))
        return TRUE;
    }
  return FALSE;
}

/* How sure it is, what it rests on and how old it is, in one line. */
static char *
write_origin (const PatronPoster *self)
{
  PatronRecord *portrait = self->content->portrait;
  g_autofree char *evidence = patron_scene_source_format (
    self->source, portrait, "evidence");
  g_autofree char *source = patron_scene_source_format (self->source,
                                                        portrait, "source");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (*evidence != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&evidence));
  if (*source != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&source));
  if (!patron_value_is_null (patron_record_get (portrait, "reviewed")))
    {
      PatronFormat format;
      g_autofree char *date = NULL;

      patron_format_init (&format, PATRON_FORMAT_DATE);
      date = patron_format_value (
        &format, (double) patron_record_get_integer (portrait, "reviewed"));
      g_ptr_array_add (parts, g_strdup_printf (_("Last reviewed: %s"), date));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
poster_init (PatronPoster *self)
{
  PatronRecord *portrait = self->content->portrait;
  PatronRecord *segment = patron_scene_source_find (self->source, portrait,
                                                    "segment");
  PatronColour colour;

  self->landscape = self->width >= self->height;
  self->page = self->landscape
                 ? MIN (self->width / PATRON_SLIDE_WIDTH,
                        self->height / PATRON_SLIDE_HEIGHT)
                 : MIN (self->width / PATRON_A4_WIDTH,
                        self->height / PATRON_A4_HEIGHT);
  self->accent = self->theme->tones[PATRON_TONE_ACCENT];
  if (segment != NULL
      && patron_colour_from_text (patron_record_get_text (segment, "colour"),
                                  &colour))
    self->accent = patron_colour_readable (colour, self->theme->background,
                                           3);
  self->panel = patron_theme_tint (self->theme, self->accent, 0.09);
  self->name = patron_scene_record_title (portrait);
  self->occupation
    = patron_text_clean (patron_record_get_text (portrait, "occupation"));
  self->quotation
    = patron_text_clean (patron_record_get_text (portrait, "quotation"));
  self->segment = patron_scene_source_name (self->source, portrait,
                                            "segment");
  self->picture = patron_scene_source_load (self->source, portrait,
                                            "picture");
  self->origin = write_origin (self);
  self->facts = patron_poster_collect_facts (self);
  self->blocks = patron_poster_collect_blocks (self);
}

static void
poster_clear (PatronPoster *self)
{
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->picture, patron_image_unref);
  g_free (self->name);
  g_free (self->occupation);
  g_free (self->segment);
  g_free (self->quotation);
  g_free (self->origin);
}

/**
 * patron_portrait_poster_scene:
 * @source: (nullable): where referenced records and pictures are looked up
 * @width: px; wider than high is a slide, else a page
 * @height: px
 *
 * Lays out a pen portrait as a poster of one page: who it is and the facts at
 * the side or on top, the quotation, and what is filled in of the rest in
 * columns. Type is as large as the content allows; where even the smallest is
 * too large, long paragraphs are shortened.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_portrait_poster_scene (const PatronPortraitContent *content,
                              const PatronSceneSource     *source,
                              const PatronTheme           *theme,
                              double                       width,
                              double                       height,
                              PatronMeasurer              *measurer)
{
  PatronPoster poster = {
    .content = content,
    .source = source,
    .theme = theme,
    .measurer = measurer,
    .width = MAX (width, 64),
    .height = MAX (height, 64),
  };
  PatronScene *scene = patron_scene_new (poster.width, poster.height);
  g_autofree char *words = NULL;
  gboolean fits;

  poster_init (&poster);
  patron_scene_add_rectangle (scene, PATRON_ROLE_BACKGROUND, 0, 0,
                              poster.width, poster.height)
    ->fill = theme->background;
  fits = find_zoom (&poster);
  compose (&poster, scene, !fits);
  words = patron_poster_write_alt_text (&poster);
  patron_scene_set_alt_text (scene, words);
  poster_clear (&poster);
  if (theme->rtl)
    patron_scene_mirror (scene);
  return scene;
}
