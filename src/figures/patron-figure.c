/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-figures"

/* The one way from a document to a scene: pages show what this lays out, and
 * exports write the very same. */

#include "config.h"

#include "patron-figure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-journey-scene.h"
#include "patron-portrait-scene.h"

static const struct
{
  const char *id;
  const char *entity;
  double      width;
  double      height;
} kinds[PATRON_N_FIGURE_KINDS] = {
  [PATRON_FIGURE_PORTRAIT] = { "portrait", "portrait", PATRON_SLIDE_WIDTH,
                               PATRON_SLIDE_HEIGHT },
  [PATRON_FIGURE_CHART] = { "chart", "kpi", 960, 540 },
  [PATRON_FIGURE_SAVED] = { "charts", "chart", 960, 540 },
  [PATRON_FIGURE_JOURNEY] = { "journey", "journey", 0, 0 },
  [PATRON_FIGURE_GOALS] = { "goals", "strategy", 0, 0 },
  [PATRON_FIGURE_TIMELINE] = { "timeline", "strategy", 0, 0 },
};

/**
 * patron_figure_kind_get_id:
 *
 * Returns: (transfer none): what command lines and actions call the kind
 */
const char *
patron_figure_kind_get_id (PatronFigureKind kind)
{
  return kinds[kind].id;
}

/**
 * patron_figure_kind_get_entity:
 *
 * Returns: (transfer none): the name of the entity that such figures show
 */
const char *
patron_figure_kind_get_entity (PatronFigureKind kind)
{
  return kinds[kind].entity;
}

/**
 * patron_figure_kind_from_id:
 *
 * Returns: whether @id is one of a kind
 */
gboolean
patron_figure_kind_from_id (const char       *id,
                            PatronFigureKind *kind)
{
  for (int i = 0; i < PATRON_N_FIGURE_KINDS; i++)
    if (strcmp (kinds[i].id, id) == 0)
      {
        *kind = (PatronFigureKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * patron_figure_get_size:
 * @width: (out): in px at 96 dpi; 0 for what the content asks for
 * @height: (out): likewise
 *
 * Gives the size that a figure of the kind has where nobody asks for another.
 */
void
patron_figure_get_size (PatronFigureKind  kind,
                        double           *width,
                        double           *height)
{
  *width = kinds[kind].width;
  *height = kinds[kind].height;
}

/**
 * patron_figure_write_title:
 * @record: what the figure shows
 *
 * Returns: (transfer full): what the figure is called, such as for its file
 */
char *
patron_figure_write_title (PatronFigureKind kind,
                           PatronRecord    *record)
{
  if (kind == PATRON_FIGURE_GOALS)
    return g_strdup (_("Tree of Goals"));
  if (kind == PATRON_FIGURE_TIMELINE)
    return g_strdup (_("Timeline of Goals"));
  return patron_record_get_title (record);
}

/**
 * patron_figure_has_content:
 *
 * Returns: whether a figure of the whole strategy would show something; true
 *   of figures of single records
 */
gboolean
patron_figure_has_content (PatronDocument  *document,
                           PatronFigureKind kind)
{
  return (kind != PATRON_FIGURE_GOALS && kind != PATRON_FIGURE_TIMELINE)
         || patron_document_count (document, "goal") > 0;
}

/**
 * patron_figure_set_brand:
 *
 * Gives a theme the colours and the font of the strategy's brand.
 */
void
patron_figure_set_brand (PatronTheme    *theme,
                         PatronDocument *document)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);

  if (strategy == NULL)
    return;
  patron_theme_set_brand (theme,
                          patron_record_get_text (strategy, "brand_colour"),
                          patron_record_get_text (strategy, "accent_colour"));
  patron_theme_set_font (theme,
                         patron_record_get_text (strategy, "brand_font"));
}

/**
 * patron_figure_init_theme:
 *
 * Sets @theme to one of the themes, with the strategy's brand.
 */
void
patron_figure_init_theme (PatronTheme     *theme,
                          PatronThemeKind  kind,
                          PatronDocument  *document)
{
  patron_theme_init (theme, kind);
  patron_figure_set_brand (theme, document);
}

/* What a layout looks up, and holds on to while it runs. */
typedef struct
{
  PatronDocument *document;
  GPtrArray      *held; /* (element-type PatronRecord) */
} Lookup;

static PatronRecord *
find_cb (gint64   id,
         gpointer data)
{
  Lookup *self = data;
  PatronRecord *record = patron_document_find_record (self->document, id);

  if (record != NULL)
    g_ptr_array_add (self->held, record);
  return record;
}

/* Pictures are never changed, only added and dropped, so a document's are
 * decoded once. */
static GHashTable *
get_pictures (PatronDocument *document)
{
  static GQuark quark;
  GHashTable *pictures;

  if (quark == 0)
    quark = g_quark_from_static_string ("patron-figure-pictures");
  pictures = g_object_get_qdata (G_OBJECT (document), quark);
  if (pictures == NULL)
    {
      pictures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) patron_image_unref);
      g_object_set_qdata_full (G_OBJECT (document), quark, pictures,
                               (GDestroyNotify) g_hash_table_unref);
    }
  return pictures;
}

static PatronImage *
load_cb (gint64   id,
         gpointer data)
{
  Lookup *self = data;
  GHashTable *pictures = get_pictures (self->document);
  PatronImage *image = g_hash_table_lookup (pictures, &id);
  g_autoptr (PatronRecord) asset = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (image != NULL)
    return patron_image_ref (image);
  asset = patron_document_get_record (self->document, "asset", id);
  if (asset != NULL)
    bytes = patron_document_load_data (self->document, asset, "data", NULL);
  if (bytes != NULL)
    image = patron_image_new (bytes, NULL);
  if (image == NULL)
    return NULL;
  g_hash_table_insert (pictures, g_memdup2 (&id, sizeof id),
                       patron_image_ref (image));
  return image;
}

static GPtrArray *
list_parts (PatronDocument *document,
            const char     *entity,
            const char     *reference,
            PatronRecord   *whole)
{
  g_autoptr (GListModel) list = patron_document_list_of (
      document, entity, reference, patron_record_get_id (whole));
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (parts, g_list_model_get_item (list, i));
  return parts;
}

static PatronScene *
lay_out_portrait (PatronDocument          *document,
                  PatronRecord            *portrait,
                  const PatronSceneSource *source,
                  const PatronTheme       *theme,
                  PatronMeasurer          *measurer,
                  double                   width,
                  double                   height)
{
  g_autoptr (GPtrArray) traits
      = list_parts (document, "trait", "portrait", portrait);
  g_autoptr (GPtrArray) scales
      = list_parts (document, "scale", "portrait", portrait);
  g_autoptr (GPtrArray) needs
      = list_parts (document, "need", "portrait", portrait);
  PatronPortraitContent content = { portrait, traits, scales, needs };

  return patron_portrait_poster_scene (&content, source, theme, width, height,
                                       measurer);
}

static GPtrArray *
list_some (PatronDocument *document,
           const char     *entity,
           PatronRecord   *journey,
           guint           first,
           guint           n)
{
  GPtrArray *parts = list_parts (document, entity, "journey", journey);

  if (first < parts->len && n < parts->len - first)
    g_ptr_array_set_size (parts, (int) (first + n));
  if (first > 0)
    g_ptr_array_remove_range (parts, 0, MIN (first, parts->len));
  return parts;
}

/* All of a journey, or, without what says whose it is, a part. */
static PatronScene *
lay_out_journey (PatronDocument          *document,
                 PatronRecord            *journey,
                 const PatronFigurePart  *part,
                 const PatronSceneSource *source,
                 const PatronTheme       *theme,
                 PatronMeasurer          *measurer,
                 double                   width,
                 double                   height)
{
  const PatronFigurePart all = { 0, G_MAXUINT, 0, G_MAXUINT };
  const PatronFigurePart *of = part != NULL ? part : &all;
  g_autoptr (GPtrArray) stages = list_some (document, "stage", journey,
                                            of->first_stage, of->n_stages);
  g_autoptr (GPtrArray) lanes = list_some (document, "lane", journey,
                                           of->first_lane, of->n_lanes);
  g_autoptr (GPtrArray) cards
      = g_ptr_array_new_with_free_func (g_object_unref);
  PatronJourneyContent content = { journey, stages, lanes, cards,
                                   part != NULL, of->first_lane > 0 };

  for (guint i = 0; i < stages->len; i++)
    {
      GPtrArray *of_stage = list_parts (document, "card", "stage",
                                        g_ptr_array_index (stages, i));

      g_ptr_array_extend_and_steal (cards, of_stage);
    }
  return patron_journey_map_scene (&content, source, theme, width, height,
                                   measurer);
}

/**
 * patron_figure_layout:
 * @record: the pen portrait, KPI, saved chart or journey that is shown
 * @width: in px at 96 dpi; of a journey and of goals, 0 for what the content
 *   asks for
 * @height: likewise
 *
 * Lays a figure out from what the document holds now.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_figure_layout (PatronDocument    *document,
                      PatronFigureKind   kind,
                      PatronRecord      *record,
                      const PatronTheme *theme,
                      PatronMeasurer    *measurer,
                      double             width,
                      double             height)
{
  g_autofree char *currency = patron_document_get_currency (document);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  Lookup lookup = { document, held };
  PatronSceneSource source = { find_cb, load_cb, &lookup, currency };

  g_return_val_if_fail (patron_record_is (record, kinds[kind].entity), NULL);

  switch (kind)
    {
    case PATRON_FIGURE_PORTRAIT:
      return lay_out_portrait (document, record, &source, theme, measurer,
                               width, height);
    case PATRON_FIGURE_JOURNEY:
      return lay_out_journey (document, record, NULL, &source, theme, measurer,
                              width, height);
    case PATRON_FIGURE_GOALS:
    case PATRON_FIGURE_TIMELINE:
      return patron_figure_goals (document, record,
                                  kind == PATRON_FIGURE_TIMELINE, theme,
                                  measurer, width, height);
    case PATRON_FIGURE_SAVED:
      return patron_figure_saved (document, record, theme, measurer, width,
                                  height);
    case PATRON_FIGURE_CHART:
    default:
      return patron_figure_chart (document, record, theme, measurer, width,
                                  height);
    }
}

/**
 * patron_figure_layout_part:
 * @journey: a journey
 * @part: what of it is shown
 *
 * Lays out a part of the map of a journey, the names of its lanes and stages
 * included, for a slide or sheet that tells whose journey it is.
 *
 * Returns: (transfer full): the scene
 */
PatronScene *
patron_figure_layout_part (PatronDocument         *document,
                           PatronRecord           *journey,
                           const PatronFigurePart *part,
                           const PatronTheme      *theme,
                           PatronMeasurer         *measurer,
                           double                  width,
                           double                  height)
{
  g_autofree char *currency = patron_document_get_currency (document);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  Lookup lookup = { document, held };
  PatronSceneSource source = { find_cb, load_cb, &lookup, currency };

  return lay_out_journey (document, journey, part, &source, theme, measurer,
                          width, height);
}
