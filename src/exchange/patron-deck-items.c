/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-exchange"

/* What of a strategy can go onto slides, and what of it does: the choice, the
 * order and the forms are the team's, so records of the document keep them. */

#include "config.h"

#include "patron-deck-strategy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *label;
  const char *entity; /* (nullable): of which each record is an item */
} parts[PATRON_N_DECK_PARTS] = {
  [PATRON_DECK_COVER] = { "cover", NC_("slide", "Cover"), NULL },
  [PATRON_DECK_OVERVIEW] = { "overview", NC_("slide", "Overview"), NULL },
  [PATRON_DECK_PORTRAIT]
  = { "portraits", NC_("slide", "Pen portrait"), "portrait" },
  [PATRON_DECK_JOURNEY]
  = { "journeys", NC_("slide", "Journey map"), "journey" },
  [PATRON_DECK_TREE] = { "goal-tree", NC_("slide", "Tree of goals"), NULL },
  [PATRON_DECK_GOALS] = { "goals", NC_("slide", "Goals"), NULL },
  [PATRON_DECK_KPIS] = { "kpis", NC_("slide", "KPIs"), NULL },
  [PATRON_DECK_KPI] = { "kpi-charts", NC_("slide", "KPI"), "kpi" },
  [PATRON_DECK_CHART] = { "charts", NC_("slide", "Chart"), "chart" },
};

static const char *const form_ids[PATRON_N_DECK_FORMS] = {
  [PATRON_DECK_USUAL] = NULL,
  [PATRON_DECK_EDITABLE] = "chart",
  [PATRON_DECK_PICTURE] = "picture",
};

/**
 * patron_deck_part_get_id:
 *
 * Returns: (transfer none): what command lines call such slides
 */
const char *
patron_deck_part_get_id (PatronDeckPart part)
{
  return parts[part].id;
}

/**
 * patron_deck_part_get_label:
 *
 * Returns: (transfer none): what people call such a slide
 */
const char *
patron_deck_part_get_label (PatronDeckPart part)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "slide", parts[part].label);
}

/**
 * patron_deck_part_get_entity:
 *
 * Returns: (transfer none) (nullable): the entity of which each record is such
 *   an item
 */
const char *
patron_deck_part_get_entity (PatronDeckPart part)
{
  return parts[part].entity;
}

/**
 * patron_deck_part_is_chart:
 *
 * Returns: whether such slides can have a chart in either form
 */
gboolean
patron_deck_part_is_chart (PatronDeckPart part)
{
  return part == PATRON_DECK_KPI || part == PATRON_DECK_CHART;
}

/**
 * patron_deck_part_from_id:
 * @part: (out): the part
 *
 * Returns: whether @id is one of a part
 */
gboolean
patron_deck_part_from_id (const char     *id,
                          PatronDeckPart *part)
{
  for (int i = 0; i < PATRON_N_DECK_PARTS; i++)
    if (strcmp (parts[i].id, id) == 0)
      {
        *part = (PatronDeckPart) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * patron_deck_item_free:
 *
 * Frees an item.
 */
void
patron_deck_item_free (PatronDeckItem *self)
{
  g_free (self->label);
  g_free (self);
}

static void
add_item (GPtrArray      *items,
          PatronDeckPart  part,
          PatronRecord   *record)
{
  PatronDeckItem *item = g_new0 (PatronDeckItem, 1);

  item->part = part;
  item->record = record != NULL ? patron_record_get_id (record) : 0;
  item->label = record != NULL
                    ? patron_record_get_title (record)
                    : g_strdup (patron_deck_part_get_label (part));
  item->shown = TRUE;
  g_ptr_array_add (items, item);
}

static gboolean
has_part (PatronDocument *document,
          PatronDeckPart  part)
{
  if (part == PATRON_DECK_GOALS || part == PATRON_DECK_TREE)
    return patron_document_count (document, "goal") > 0;
  if (part == PATRON_DECK_KPIS)
    return patron_document_count (document, "kpi") > 0;
  return TRUE;
}

static GPtrArray *
list_usual (PatronDocument *document)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (
      (GDestroyNotify) patron_deck_item_free);

  for (int i = 0; i < PATRON_N_DECK_PARTS; i++)
    {
      PatronDeckPart part = (PatronDeckPart) i;
      g_autoptr (GListModel) list = NULL;

      if (parts[i].entity == NULL)
        {
          if (has_part (document, part))
            add_item (items, part, NULL);
          continue;
        }
      list = patron_document_list (document, parts[i].entity);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (PatronRecord) record = g_list_model_get_item (list, j);

          add_item (items, part, record);
        }
    }
  return items;
}

/* Takes the item that a slide keeps out of @items, if it is there. */
static PatronDeckItem *
take_kept (GPtrArray    *items,
           PatronRecord *slide)
{
  const char *id = patron_record_get_text (slide, "part");
  PatronDeckPart part;
  gint64 record;

  if (id == NULL || !patron_deck_part_from_id (id, &part))
    return NULL;
  record = parts[part].entity != NULL
               ? patron_record_get_integer (slide, parts[part].entity)
               : 0;
  for (guint i = 0; i < items->len; i++)
    {
      PatronDeckItem *item = g_ptr_array_index (items, i);

      if (item->part == part && item->record == record)
        return g_ptr_array_steal_index (items, i);
    }
  return NULL;
}

static void
recall (PatronDeckItem *item,
        PatronRecord   *slide)
{
  const char *form = patron_record_get_text (slide, "form");

  item->slide = patron_record_get_id (slide);
  item->shown = patron_record_get_integer (slide, "shown") != 0;
  for (int i = 0; form != NULL && i < PATRON_N_DECK_FORMS; i++)
    if (g_strcmp0 (form_ids[i], form) == 0)
      item->form = (PatronDeckForm) i;
}

/* What is new stands behind the last of its part, or of one before. */
static guint
find_place (GPtrArray      *items,
            PatronDeckPart  part)
{
  guint place = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const PatronDeckItem *item = g_ptr_array_index (items, i);

      if (item->part == part || (!found && item->part < part))
        place = i + 1;
      found = found || item->part == part;
    }
  return place;
}

/**
 * patron_deck_list_items:
 *
 * Returns: (transfer full) (element-type PatronDeckItem): all that can go onto
 *   slides, in the order that the document keeps, or else the usual one
 */
GPtrArray *
patron_deck_list_items (PatronDocument *document)
{
  g_autoptr (GPtrArray) usual = list_usual (document);
  g_autoptr (GListModel) slides = patron_document_list (document, "slide");
  GPtrArray *items = g_ptr_array_new_with_free_func (
      (GDestroyNotify) patron_deck_item_free);

  for (guint i = 0; i < g_list_model_get_n_items (slides); i++)
    {
      g_autoptr (PatronRecord) slide = g_list_model_get_item (slides, i);
      PatronDeckItem *item = take_kept (usual, slide);

      if (item == NULL)
        continue;
      recall (item, slide);
      g_ptr_array_add (items, item);
    }
  while (usual->len > 0)
    {
      PatronDeckItem *item = g_ptr_array_steal_index (usual, 0);

      g_ptr_array_insert (items, (int) find_place (items, item->part), item);
    }
  return items;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const PatronDeckItem *left = g_ptr_array_index (a, i);
      const PatronDeckItem *right = g_ptr_array_index (b, i);

      if (left->part != right->part || left->record != right->record
          || left->shown != right->shown || left->form != right->form)
        return FALSE;
    }
  return TRUE;
}

/* Writes what the record of a slide does not hold yet. */
static PatronRecord *
keep_item (PatronDocument       *document,
           const PatronDeckItem *item,
           GError              **error)
{
  const char *entity = parts[item->part].entity;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, item->record);
  g_autoptr (PatronRecord) slide
      = patron_document_get_record (document, "slide", item->slide);

  if (slide == NULL)
    slide = patron_document_insert (document, "slide", error, "part",
                                    parts[item->part].id, entity, id, NULL);
  if (slide == NULL
      || !patron_document_set_integer (document, slide, "shown", item->shown,
                                       error)
      || !patron_document_set_text (document, slide, "form",
                                    form_ids[item->form], error))
    return NULL;
  return g_steal_pointer (&slide);
}

static gboolean
keep_all (PatronDocument *document,
          GPtrArray      *items,
          GError        **error)
{
  g_autoptr (PatronRecord) next = NULL;

  for (guint i = items->len; i > 0; i--)
    {
      PatronRecord *slide
          = keep_item (document, g_ptr_array_index (items, i - 1), error);
      gboolean good = slide != NULL
                      && patron_document_move (document, slide, next, error);

      g_clear_object (&next);
      next = slide;
      if (!good)
        return FALSE;
    }
  return TRUE;
}

/**
 * patron_deck_keep_items:
 * @items: (element-type PatronDeckItem): all of patron_deck_list_items(), as
 *   they were ordered and chosen
 *
 * Keeps the choice with the document, as one step of undo; nothing is written
 * where it is the same.
 *
 * Returns: whether it is kept; else an error
 */
gboolean
patron_deck_keep_items (PatronDocument  *document,
                        GPtrArray       *items,
                        GError         **error)
{
  g_autoptr (GPtrArray) kept = patron_deck_list_items (document);

  if (is_same (kept, items))
    return TRUE;
  if (!patron_document_begin (document, _("Choose Slides"), error))
    return FALSE;
  if (keep_all (document, items, error))
    return patron_document_end (document, error);
  patron_document_cancel (document);
  return FALSE;
}
