/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-insight"

/* Reviews gather the check-ins since the one before. */

#include "patron-review-summary.h"

#include "patron-goal-tree.h"

/* The day of the last review before @until that is not @review, or 0. */
static gint64
find_before (PatronDocument *document,
             PatronRecord   *review,
             gint64          until)
{
  g_autoptr (GListModel) list = patron_document_list (document, "review");
  gint64 found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PatronRecord) other = g_list_model_get_item (list, i);
      gint64 date = patron_record_get_integer (other, "date");

      if (other == review)
        break;
      if (date <= until)
        found = date;
    }
  return found;
}

static void
gather (PatronReviewSummary *self,
        PatronDocument      *document)
{
  g_autoptr (GListModel) list = patron_document_list (document, "check_in");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      PatronRecord *check_in = g_list_model_get_item (list, i);
      gint64 date = patron_record_get_integer (check_in, "date");

      if ((self->since == 0 || date > self->since) && date <= self->until)
        g_ptr_array_add (self->check_ins, check_in);
      else
        g_object_unref (check_in);
    }
}

/* Later words on a goal take the place of earlier ones. */
static void
count (PatronReviewSummary *self)
{
  g_autoptr (GHashTable) said
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree PatronConfidence *words
      = g_new0 (PatronConfidence, self->check_ins->len + 1);
  GHashTableIter iter;
  gpointer word;
  gsize n = 0;

  for (guint i = 0; i < self->check_ins->len; i++)
    {
      PatronRecord *check_in = g_ptr_array_index (self->check_ins, i);
      gint64 goal = patron_record_get_integer (check_in, "goal");

      g_hash_table_insert (
          said, g_memdup2 (&goal, sizeof goal),
          GINT_TO_POINTER (patron_confidence_from_id (
              patron_record_get_text (check_in, "confidence"))));
    }
  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, NULL, &word))
    words[n++] = (PatronConfidence) GPOINTER_TO_INT (word);
  patron_net_confidence (words, n, &self->net);
}

/**
 * patron_review_summary_new:
 * @review: (nullable): a review, or %NULL for one that would be held today
 * @today: in days since 1970-01-01
 *
 * Gathers the check-ins after the review before, up to the day of @review.
 * A check-in of that day was there to be talked about.
 *
 * Returns: (transfer full): what there is to look back on
 */
PatronReviewSummary *
patron_review_summary_new (PatronDocument *document,
                           PatronRecord   *review,
                           gint64          today)
{
  PatronReviewSummary *self = g_new0 (PatronReviewSummary, 1);

  self->until
      = review != NULL ? patron_record_get_integer (review, "date") : today;
  self->since = find_before (document, review, self->until);
  self->check_ins = g_ptr_array_new_with_free_func (g_object_unref);
  gather (self, document);
  count (self);
  return self;
}

void
patron_review_summary_free (PatronReviewSummary *self)
{
  g_ptr_array_unref (self->check_ins);
  g_free (self);
}
