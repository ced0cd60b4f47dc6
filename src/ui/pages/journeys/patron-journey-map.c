/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-journeys"

#include "patron-journey-map.h"

#include <math.h>

/**
 * PatronJourneyMap:
 *
 * What stands on the map of a journey: its stages, its lanes and the cards
 * of each cell, in the order of the document. It follows the document and
 * says so once for each edit; it never writes.
 */
struct _PatronJourneyMap
{
  GObject         parent_instance;

  PatronDocument *document;    /* (owned) (nullable) */
  PatronRecord   *journey;     /* (owned) (nullable) */
  guint64         watched;     /* a bit for each entity that is shown */
  gboolean        show_hidden;

  GListModel     *stage_list;  /* (owned) (nullable) */
  GListModel     *lane_list;   /* (owned) (nullable) */
  GHashTable     *card_lists;  /* (owned) stage id -> GListModel */
  GPtrArray      *channels;    /* (owned): held, so that they are at hand */

  GPtrArray      *stages;      /* (owned) */
  GPtrArray      *lanes;       /* (owned): those that show */
  GPtrArray      *cards;       /* (owned): cell by cell */
  guint          *cells;       /* (owned): where a cell's cards begin */
  double         *experience;  /* (owned): expected, felt; for each stage */
  guint           n_hidden;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronJourneyMap, patron_journey_map, G_TYPE_OBJECT)

static void
patron_journey_map_finalize (GObject *object)
{
  PatronJourneyMap *self = PATRON_JOURNEY_MAP (object);

  g_clear_object (&self->document);
  g_clear_object (&self->journey);
  g_clear_object (&self->stage_list);
  g_clear_object (&self->lane_list);
  g_hash_table_unref (self->card_lists);
  g_ptr_array_unref (self->channels);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->cards);
  g_free (self->cells);
  g_free (self->experience);

  G_OBJECT_CLASS (patron_journey_map_parent_class)->finalize (object);
}

static void
patron_journey_map_class_init (PatronJourneyMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patron_journey_map_finalize;

  /**
   * PatronJourneyMap::changed:
   *
   * Emitted when anything that the map shows has changed, once for each
   * edit.
   */
  signals[CHANGED]
      = g_signal_new ("changed", PATRON_TYPE_JOURNEY_MAP, G_SIGNAL_RUN_LAST,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
patron_journey_map_init (PatronJourneyMap *self)
{
  self->card_lists
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                               g_object_unref);
  self->channels = g_ptr_array_new_with_free_func (g_object_unref);
  self->stages = g_ptr_array_new_with_free_func (g_object_unref);
  self->lanes = g_ptr_array_new_with_free_func (g_object_unref);
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = g_new0 (guint, 1);
}

PatronJourneyMap *
patron_journey_map_new (void)
{
  return g_object_new (PATRON_TYPE_JOURNEY_MAP, NULL);
}

/* The live list of a stage's cards, kept as long as the stage is there. */
static GListModel *
get_card_list (PatronJourneyMap *self,
               PatronRecord     *stage)
{
  gint64 id = patron_record_get_id (stage);
  GListModel *list = g_hash_table_lookup (self->card_lists, &id);

  if (list == NULL)
    {
      list = patron_document_list_of (self->document, "card", "stage", id);
      g_hash_table_insert (self->card_lists, g_memdup2 (&id, sizeof id), list);
    }
  return list;
}

static gboolean
stage_gone (gpointer key,
            gpointer value,
            gpointer user_data)
{
  PatronJourneyMap *self = user_data;

  for (guint i = 0; i < self->stages->len; i++)
    if (patron_record_get_id (self->stages->pdata[i]) == *(gint64 *) key)
      return FALSE;
  return TRUE;
}

static void
load_channels (PatronJourneyMap *self)
{
  g_autoptr (GListModel) list
      = patron_document_list (self->document, "channel");

  g_ptr_array_set_size (self->channels, 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (self->channels, g_list_model_get_item (list, i));
}

static void
load_stages (PatronJourneyMap *self)
{
  guint n = g_list_model_get_n_items (self->stage_list);

  g_ptr_array_set_size (self->stages, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->stages,
                     g_list_model_get_item (self->stage_list, i));
  g_hash_table_foreach_remove (self->card_lists, stage_gone, self);
}

static void
load_lanes (PatronJourneyMap *self)
{
  guint n = g_list_model_get_n_items (self->lane_list);

  g_ptr_array_set_size (self->lanes, 0);
  self->n_hidden = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronRecord) lane
          = g_list_model_get_item (self->lane_list, i);
      gboolean hidden = patron_record_get_integer (lane, "hidden") == 1;

      self->n_hidden += hidden;
      if (!hidden || self->show_hidden)
        g_ptr_array_add (self->lanes, g_steal_pointer (&lane));
    }
}

static int
find_lane (PatronJourneyMap *self,
           gint64            id)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (patron_record_get_id (self->lanes->pdata[i]) == id)
      return i;
  return -1;
}

static double
get_scale (PatronRecord *record,
           const char   *field)
{
  const PatronValue *value = patron_record_get (record, field);

  return patron_value_is_null (value) ? NAN : (double) value->integer;
}

/* The mean of what is there: adds to a sum and a count. */
static void
add_mean (double  value,
          double *sum,
          guint  *n)
{
  if (isnan (value))
    return;
  *sum += value;
  *n += 1;
}

/* What the stage says of itself, otherwise the mean of its cards. */
static void
load_experience (PatronJourneyMap *self,
                 guint             stage,
                 GPtrArray        *cards)
{
  static const char *const fields[] = { "expected", "felt" };
  PatronRecord *record = self->stages->pdata[stage];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      double value = get_scale (record, fields[i]);
      double sum = 0;
      guint n = 0;

      for (guint j = 0; isnan (value) && j < cards->len; j++)
        add_mean (get_scale (cards->pdata[j], fields[i]), &sum, &n);
      if (isnan (value) && n > 0)
        value = sum / n;
      self->experience[2 * stage + i] = value;
    }
}

/* Sorts the cards of all stages into cells: counts, then places. */
static void
load_cards (PatronJourneyMap *self)
{
  guint n_stages = self->stages->len, n_lanes = self->lanes->len;
  guint n_cells = n_stages * n_lanes;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) cell_of = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *next = NULL;

  g_free (self->cells);
  self->cells = g_new0 (guint, n_cells + 1);
  g_free (self->experience);
  self->experience = g_new (double, 2 * n_stages);

  for (guint stage = 0; stage < n_stages; stage++)
    {
      GListModel *list = get_card_list (self, self->stages->pdata[stage]);
      guint n = g_list_model_get_n_items (list);
      g_autoptr (GPtrArray) cards
          = g_ptr_array_new_full (n, g_object_unref);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (cards, g_list_model_get_item (list, i));
      load_experience (self, stage, cards);
      for (guint i = 0; i < n; i++)
        {
          int lane = find_lane (
              self, patron_record_get_integer (cards->pdata[i], "lane"));
          guint cell = lane * n_stages + stage;

          if (lane < 0)
            continue;
          g_ptr_array_add (found, g_object_ref (cards->pdata[i]));
          g_array_append_val (cell_of, cell);
          self->cells[cell + 1]++;
        }
    }

  for (guint cell = 0; cell < n_cells; cell++)
    self->cells[cell + 1] += self->cells[cell];
  next = g_memdup2 (self->cells, (n_cells + 1) * sizeof *next);
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->cards, found->len);
  for (guint i = 0; i < found->len; i++)
    self->cards->pdata[next[g_array_index (cell_of, guint, i)]++]
        = found->pdata[i];
}

static void
reload (PatronJourneyMap *self)
{
  if (self->journey != NULL)
    {
      load_channels (self);
      load_stages (self);
      load_lanes (self);
    }
  else
    {
      g_ptr_array_set_size (self->channels, 0);
      g_ptr_array_set_size (self->stages, 0);
      g_ptr_array_set_size (self->lanes, 0);
      self->n_hidden = 0;
    }
  load_cards (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
document_changed_cb (PatronJourneyMap *self,
                     guint64           entities)
{
  if (self->journey == NULL || (entities & self->watched) == 0)
    return;
  if (patron_record_get_exists (self->journey))
    reload (self);
}

static guint64
find_watched (PatronDocument *document)
{
  static const char *const names[]
      = { "journey", "stage", "lane", "card", "channel" };
  PatronRegistry *registry = patron_document_get_registry (document);
  guint64 watched = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int index = patron_registry_find (
          registry, patron_registry_lookup (registry, names[i]));

      if (index >= 0)
        watched |= G_GUINT64_CONSTANT (1) << index;
    }
  return watched;
}

/**
 * patron_journey_map_set:
 * @document: (nullable): where the journey is
 * @journey: (nullable): the journey to show
 */
void
patron_journey_map_set (PatronJourneyMap *self,
                        PatronDocument   *document,
                        PatronRecord     *journey)
{
  g_return_if_fail (document != NULL || journey == NULL);

  if (self->document == document && self->journey == journey)
    return;

  if (self->document != document && self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document,
                                          document_changed_cb, self);
  if (g_set_object (&self->document, document) && document != NULL)
    {
      self->watched = find_watched (document);
      g_signal_connect_object (document, "changed",
                               G_CALLBACK (document_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  g_set_object (&self->journey, journey);
  g_clear_object (&self->stage_list);
  g_clear_object (&self->lane_list);
  g_hash_table_remove_all (self->card_lists);
  if (journey != NULL)
    {
      gint64 id = patron_record_get_id (journey);

      self->stage_list
          = patron_document_list_of (document, "stage", "journey", id);
      self->lane_list
          = patron_document_list_of (document, "lane", "journey", id);
    }
  reload (self);
}

PatronDocument *
patron_journey_map_get_document (PatronJourneyMap *self)
{
  return self->document;
}

PatronRecord *
patron_journey_map_get_journey (PatronJourneyMap *self)
{
  return self->journey;
}

gboolean
patron_journey_map_get_show_hidden (PatronJourneyMap *self)
{
  return self->show_hidden;
}

/* Whether lanes that are marked as hidden stand on the map as well. */
void
patron_journey_map_set_show_hidden (PatronJourneyMap *self,
                                    gboolean          show)
{
  if (self->show_hidden == show)
    return;
  self->show_hidden = show;
  reload (self);
}

/* How many lanes are marked as hidden, shown or not. */
guint
patron_journey_map_get_n_hidden (PatronJourneyMap *self)
{
  return self->n_hidden;
}

guint
patron_journey_map_get_n_stages (PatronJourneyMap *self)
{
  return self->stages->len;
}

guint
patron_journey_map_get_n_lanes (PatronJourneyMap *self)
{
  return self->lanes->len;
}

guint
patron_journey_map_get_n_cards (PatronJourneyMap *self)
{
  return self->cards->len;
}

PatronRecord *
patron_journey_map_get_stage (PatronJourneyMap *self,
                              guint             stage)
{
  return stage < self->stages->len ? self->stages->pdata[stage] : NULL;
}

PatronRecord *
patron_journey_map_get_lane (PatronJourneyMap *self,
                             guint             lane)
{
  return lane < self->lanes->len ? self->lanes->pdata[lane] : NULL;
}

/**
 * patron_journey_map_get_cells:
 *
 * Returns: (transfer none): where the cards of each cell begin among all
 *   cards, as patron_journey_layout_set() takes it
 */
const guint *
patron_journey_map_get_cells (PatronJourneyMap *self)
{
  return self->cells;
}

PatronRecord *
patron_journey_map_get_nth_card (PatronJourneyMap *self,
                                 guint             n)
{
  return n < self->cards->len ? self->cards->pdata[n] : NULL;
}

/**
 * patron_journey_map_get_record:
 *
 * Returns: (transfer none) (nullable): the stage, lane or card at a place
 */
PatronRecord *
patron_journey_map_get_record (PatronJourneyMap         *self,
                               const PatronJourneyPlace *place)
{
  if (place->kind == PATRON_JOURNEY_AT_STAGE)
    return patron_journey_map_get_stage (self, place->stage);
  if (place->kind == PATRON_JOURNEY_AT_LANE)
    return patron_journey_map_get_lane (self, place->lane);
  if (place->kind == PATRON_JOURNEY_AT_CARD
      && place->stage < (int) self->stages->len
      && place->lane < (int) self->lanes->len)
    {
      guint cell = place->lane * self->stages->len + place->stage;
      guint n = self->cells[cell] + place->card;

      return n < self->cells[cell + 1] ? self->cards->pdata[n] : NULL;
    }
  return NULL;
}

/**
 * patron_journey_map_find:
 * @record: (nullable): a stage, a lane or a card
 * @place: (out): where it stands
 *
 * Returns: whether it stands on the map
 */
gboolean
patron_journey_map_find (PatronJourneyMap   *self,
                         PatronRecord       *record,
                         PatronJourneyPlace *place)
{
  guint n;

  *place = (PatronJourneyPlace) { PATRON_JOURNEY_AT_NOWHERE, -1, -1, -1 };
  if (record == NULL)
    return FALSE;
  if (g_ptr_array_find (self->stages, record, &n))
    {
      place->kind = PATRON_JOURNEY_AT_STAGE;
      place->stage = n;
      return TRUE;
    }
  if (g_ptr_array_find (self->lanes, record, &n))
    {
      place->kind = PATRON_JOURNEY_AT_LANE;
      place->lane = n;
      return TRUE;
    }
  if (g_ptr_array_find (self->cards, record, &n))
    {
      guint cell = 0;

      while (self->cells[cell + 1] <= n)
        cell++;
      place->kind = PATRON_JOURNEY_AT_CARD;
      place->stage = cell % self->stages->len;
      place->lane = cell / self->stages->len;
      place->card = n - self->cells[cell];
      return TRUE;
    }
  return FALSE;
}

/**
 * patron_journey_map_get_experience:
 * @expected: (out): from -2 to +2, NaN when nothing says so
 * @felt: (out): likewise
 *
 * What the stage says, otherwise the mean of what its cards say.
 */
void
patron_journey_map_get_experience (PatronJourneyMap *self,
                                   guint             stage,
                                   double           *expected,
                                   double           *felt)
{
  g_return_if_fail (stage < self->stages->len);

  *expected = self->experience[2 * stage];
  *felt = self->experience[2 * stage + 1];
}

/* Whether any stage says anything of the experience. */
gboolean
patron_journey_map_has_experience (PatronJourneyMap *self)
{
  for (guint i = 0; i < 2 * self->stages->len; i++)
    if (!isnan (self->experience[i]))
      return TRUE;
  return FALSE;
}
