/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

#include "config.h"

#include "patron-kpi-book.h"

struct _PatronKpiBook
{
  PatronDocument *document;   /* (unowned) */
  gint64          today;
  GHashTable     *judgements; /* (owned) id of a KPI to its judgement */
  GArray         *pairs;      /* (owned) (nullable) (element-type Pair) */
};

/* A KPI and its counter-metric. */
typedef struct
{
  gint64 kpi;
  gint64 counterpart;
} Pair;

/**
 * patron_kpi_book_new:
 * @document: a document, which must outlive the book
 * @today: days since 1970-01-01, for what is overdue
 *
 * Returns: (transfer full): an empty book
 */
PatronKpiBook *
patron_kpi_book_new (PatronDocument *document,
                     gint64          today)
{
  PatronKpiBook *self = g_new0 (PatronKpiBook, 1);

  self->document = document;
  self->today = today;
  self->judgements = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free,
      (GDestroyNotify) patron_kpi_judgement_free);
  return self;
}

void
patron_kpi_book_free (PatronKpiBook *self)
{
  g_hash_table_unref (self->judgements);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_free (self);
}

/**
 * patron_kpi_book_is_concerned:
 * @entities: what changed, as PatronDocument::changed tells it
 *
 * Returns: whether judgements may not be true any more
 */
gboolean
patron_kpi_book_is_concerned (PatronKpiBook *self,
                              guint64        entities)
{
  static const char *const judged[]
      = { "kpi", "measurement", "target", "annotation", "strategy" };
  PatronRegistry *registry = patron_document_get_registry (self->document);

  for (gsize i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      int index = patron_registry_find (
          registry, patron_registry_lookup (registry, judged[i]));

      if (index >= 0 && (entities & (G_GUINT64_CONSTANT (1) << index)))
        return TRUE;
    }
  return FALSE;
}

/**
 * patron_kpi_book_forget:
 *
 * Forgets all judgements; those that were given out are gone.
 */
void
patron_kpi_book_forget (PatronKpiBook *self)
{
  g_hash_table_remove_all (self->judgements);
  g_clear_pointer (&self->pairs, g_array_unref);
}

/**
 * patron_kpi_book_get:
 * @kpi: a KPI of the document
 *
 * Returns: (transfer none): what its values say
 */
const PatronKpiJudgement *
patron_kpi_book_get (PatronKpiBook *self,
                     PatronRecord  *kpi)
{
  gint64 id = patron_record_get_id (kpi);
  PatronKpiJudgement *found = g_hash_table_lookup (self->judgements, &id);

  if (found != NULL)
    return found;
  found = patron_kpi_judge (self->document, kpi, self->today);
  g_hash_table_insert (self->judgements, g_memdup2 (&id, sizeof id), found);
  return found;
}

static GArray *
get_pairs (PatronKpiBook *self)
{
  g_autoptr (GListModel) kpis = NULL;

  if (self->pairs != NULL)
    return self->pairs;
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  kpis = patron_document_list (self->document, "kpi");
  for (guint i = 0; i < g_list_model_get_n_items (kpis); i++)
    {
      g_autoptr (PatronRecord) kpi = g_list_model_get_item (kpis, i);
      Pair pair = { patron_record_get_id (kpi),
                    patron_record_get_integer (kpi, "counterpart") };

      if (pair.counterpart != 0 && pair.counterpart != pair.kpi)
        g_array_append_val (self->pairs, pair);
    }
  return self->pairs;
}

static gboolean
check_pair (PatronKpiBook     *self,
            const Pair        *pair,
            PatronKpiConflict *conflict)
{
  g_autoptr (PatronRecord) kpi
      = patron_document_get_record (self->document, "kpi", pair->kpi);
  g_autoptr (PatronRecord) counterpart = patron_document_get_record (
      self->document, "kpi", pair->counterpart);

  return kpi != NULL && counterpart != NULL
         && patron_kpi_find_conflict (patron_kpi_book_get (self, kpi),
                                      patron_kpi_book_get (self, counterpart),
                                      conflict);
}

/**
 * patron_kpi_book_find_conflict:
 * @kpi: a KPI
 * @conflict: (out): what it and another one say against each other
 *
 * Looks at the counter-metric of @kpi, and at those that have @kpi for theirs.
 *
 * Returns: whether one of a pair improves while the other one gets worse
 */
gboolean
patron_kpi_book_find_conflict (PatronKpiBook     *self,
                               PatronRecord      *kpi,
                               PatronKpiConflict *conflict)
{
  GArray *pairs = get_pairs (self);
  gint64 id = patron_record_get_id (kpi);

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if ((pair->kpi == id || pair->counterpart == id)
          && check_pair (self, pair, conflict))
        return TRUE;
    }
  return FALSE;
}

/**
 * patron_kpi_book_list_conflicts:
 *
 * Returns: (transfer full) (element-type PatronKpiConflict): the conflicts of
 *   all pairs, each once; they borrow from the book
 */
GArray *
patron_kpi_book_list_conflicts (PatronKpiBook *self)
{
  GArray *pairs = get_pairs (self);
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (PatronKpiConflict));

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      PatronKpiConflict conflict;
      gboolean known = FALSE;

      /* Two may be each other's counter-metric. */
      for (guint k = 0; k < i && !known; k++)
        {
          const Pair *other = &g_array_index (pairs, Pair, k);

          known = other->kpi == pair->counterpart
                  && other->counterpart == pair->kpi;
        }
      if (!known && check_pair (self, pair, &conflict))
        g_array_append_val (conflicts, conflict);
    }
  return conflicts;
}
