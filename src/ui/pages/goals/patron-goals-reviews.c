/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-reviews.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-goal-words.h"
#include "patron-goals-review-row.h"
#include "patron-mnemonic.h"
#include "patron-page.h"
#include "patron-review-summary.h"

/**
 * PatronGoalsReviews:
 *
 * The reviews, newest first, and what there is to look back on at the next.
 */
struct _PatronGoalsReviews
{
  AdwBin          parent_instance;

  PatronDocument *document; /* (owned) (nullable) */
  GListModel     *reviews;  /* (owned) (nullable): newest first */
  GtkListBox     *list;
  GtkLabel       *waiting;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronGoalsReviews, patron_goals_reviews, ADW_TYPE_BIN)

static void
patron_goals_reviews_dispose (GObject *object)
{
  PatronGoalsReviews *self = PATRON_GOALS_REVIEWS (object);

  g_clear_object (&self->document);
  g_clear_object (&self->reviews);

  G_OBJECT_CLASS (patron_goals_reviews_parent_class)->dispose (object);
}

static PatronPage *
get_page (PatronGoalsReviews *self)
{
  return PATRON_PAGE (
      gtk_widget_get_ancestor (GTK_WIDGET (self), PATRON_TYPE_PAGE));
}

static PatronGoalsReviewRow *
find_row (PatronGoalsReviews *self,
          PatronRecord       *review)
{
  GtkListBoxRow *row;

  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (patron_goals_review_row_get_review (PATRON_GOALS_REVIEW_ROW (row))
        == review)
      return PATRON_GOALS_REVIEW_ROW (row);
  return NULL;
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  PatronGoalsReviews *self = PATRON_GOALS_REVIEWS (widget);
  g_autofree char *today = patron_date_to_text (patron_date_today ());
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) review = NULL;

  if (self->document == NULL)
    return;
  review = patron_document_insert (self->document, "review", &error, "date",
                                   today, NULL);
  if (review != NULL && find_row (self, review) != NULL)
    patron_goals_review_row_edit (find_row (self, review));
  patron_page_report (get_page (self), error);
}

static void
patron_goals_reviews_class_init (PatronGoalsReviewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_goals_reviews_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reviews.add",
                                   NULL, add_cb);

  /* A check-in was chosen: its key. */
  signals[CHOSEN] = g_signal_new (
      "chosen", PATRON_TYPE_GOALS_REVIEWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
chosen_cb (PatronGoalsReviews *self,
           gint64              id)
{
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
removed_cb (PatronGoalsReviews   *self,
            PatronGoalsReviewRow *row)
{
  g_autoptr (PatronRecord) review
      = g_object_ref (patron_goals_review_row_get_review (row));
  g_autofree char *title = patron_record_get_title (review);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!patron_document_remove (self->document, review, &error))
    {
      patron_page_report (get_page (self), error);
      return;
    }
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  /* Translators: the name of what was removed. */
  message = g_strdup_printf (_("“%s” removed"), title);
  patron_page_removed (get_page (self), message);
}

static GtkWidget *
create_row_cb (gpointer review,
               gpointer data)
{
  PatronGoalsReviews *self = data;
  GtkWidget *row = patron_goals_review_row_new (self->document, review);

  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_waiting (PatronGoalsReviews *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = patron_mnemonic_button_new (_("New Re_view"));

  self->waiting = GTK_LABEL (label);
  gtk_label_set_wrap (self->waiting, TRUE);
  gtk_label_set_xalign (self->waiting, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reviews.add");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
patron_goals_reviews_init (PatronGoalsReviews *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reviews"), -1);
  gtk_box_append (GTK_BOX (column), make_waiting (self));
  gtk_box_append (GTK_BOX (column), list);
  gtk_widget_add_css_class (column, "goal-column");
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
patron_goals_reviews_new (void)
{
  return g_object_new (PATRON_TYPE_GOALS_REVIEWS, NULL);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      unused)
{
  gint64 left = patron_record_get_integer ((PatronRecord *) a, "date");
  gint64 right = patron_record_get_integer ((PatronRecord *) b, "date");

  return left > right ? -1 : left < right;
}

/**
 * patron_goals_reviews_set_document:
 * @document: (nullable): whose reviews are shown
 */
void
patron_goals_reviews_set_document (PatronGoalsReviews *self,
                                   PatronDocument     *document)
{
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->reviews);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  self->reviews = G_LIST_MODEL (gtk_sort_list_model_new (
      patron_document_list (document, "review"),
      GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL))));
  gtk_list_box_bind_model (self->list, self->reviews, create_row_cb, self,
                           NULL);
}

/**
 * patron_goals_reviews_refresh:
 *
 * Gathers the check-ins again.
 */
void
patron_goals_reviews_refresh (PatronGoalsReviews *self)
{
  g_autoptr (PatronReviewSummary) summary = NULL;
  g_autofree char *since = NULL;
  g_autofree char *net = NULL;
  g_autofree char *text = NULL;
  GtkListBoxRow *row;
  guint n;

  if (self->document == NULL)
    return;
  summary = patron_review_summary_new (self->document, NULL,
                                       patron_date_today ());
  since = patron_date_format (summary->since);
  net = patron_net_confidence_write (&summary->net);
  n = summary->check_ins->len;
  if (summary->since == 0)
    text = g_strdup (_("A review looks back on all check-ins, and says what "
                       "was learnt and what happens next."));
  else if (n == 0)
    /* Translators: a date. */
    text = g_strdup_printf (_("No check-ins since the review of %s"), since);
  else
    text = g_strdup_printf (
        /* Translators: a number, a date, and the net confidence in words. */
        ngettext ("%u check-in since the review of %s · %s",
                  "%u check-ins since the review of %s · %s", n),
        n, since, net);
  gtk_label_set_text (self->waiting, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          g_list_model_get_n_items (self->reviews) > 0);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "reviews.add",
      !patron_document_get_read_only (self->document));
  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    patron_goals_review_row_refresh (PATRON_GOALS_REVIEW_ROW (row));
}

/**
 * patron_goals_reviews_show_record:
 *
 * Unfolds a review.
 *
 * Returns: whether it is there
 */
gboolean
patron_goals_reviews_show_record (PatronGoalsReviews *self,
                                  PatronRecord       *review)
{
  PatronGoalsReviewRow *row = find_row (self, review);

  if (row == NULL)
    return FALSE;
  patron_goals_review_row_edit (row);
  return TRUE;
}
