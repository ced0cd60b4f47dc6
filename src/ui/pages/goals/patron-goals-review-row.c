/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-review-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-binder.h"
#include "patron-date.h"
#include "patron-goal-words.h"
#include "patron-number.h"
#include "patron-review-summary.h"
#include "patron-row.h"
#include "patron-split.h"

/**
 * PatronGoalsReviewRow:
 *
 * A review: what was said at it, and, below, the check-ins since the one
 * before, which it looked back on. Unfolded, it is edited in place.
 */
struct _PatronGoalsReviewRow
{
  AdwExpanderRow  parent_instance;

  PatronDocument *document; /* (owned) */
  PatronRecord   *review;   /* (owned) */
  PatronRow      *first;    /* (nullable): of the rows of its fields */
  GPtrArray      *gathered; /* (element-type GtkWidget) (unowned) */
  GtkWidget      *remove;
};

enum
{
  CHOSEN,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronGoalsReviewRow, patron_goals_review_row,
                     ADW_TYPE_EXPANDER_ROW)

static void
patron_goals_review_row_dispose (GObject *object)
{
  PatronGoalsReviewRow *self = PATRON_GOALS_REVIEW_ROW (object);

  self->first = NULL;
  g_ptr_array_set_size (self->gathered, 0);
  g_clear_object (&self->document);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (patron_goals_review_row_parent_class)->dispose (object);
}

static void
patron_goals_review_row_finalize (GObject *object)
{
  g_ptr_array_unref (PATRON_GOALS_REVIEW_ROW (object)->gathered);

  G_OBJECT_CLASS (patron_goals_review_row_parent_class)->finalize (object);
}

static void
patron_goals_review_row_class_init (PatronGoalsReviewRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = patron_goals_review_row_dispose;
  object_class->finalize = patron_goals_review_row_finalize;

  /* One of its check-ins was chosen: its key. */
  signals[CHOSEN] = g_signal_new (
      "chosen", PATRON_TYPE_GOALS_REVIEW_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /* Its button was pressed. */
  signals[REMOVED] = g_signal_new (
      "removed", PATRON_TYPE_GOALS_REVIEW_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
      NULL, NULL, G_TYPE_NONE, 0);
}

static void
remove_cb (PatronGoalsReviewRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
patron_goals_review_row_init (PatronGoalsReviewRow *self)
{
  self->remove
      = patron_row_new_button ("user-trash-symbolic", _("Remove Review"));
  self->gathered = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb),
                            self);
  patron_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->remove);
}

static void
chosen_cb (PatronGoalsReviewRow *self,
           GtkWidget            *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "patron-check-in");

  g_signal_emit (self, signals[CHOSEN], 0, *id);
}

static char *
describe (PatronGoalsReviewRow *self,
          PatronRecord         *check_in)
{
  const PatronField *field = patron_entity_get_field (
      patron_record_get_entity (check_in), "confidence");
  const char *word = patron_field_get_choice_label (
      field, patron_record_get_text (check_in, "confidence"));
  const char *note = patron_record_get_text (check_in, "note");
  double progress = patron_record_get_number (check_in, "progress");
  g_autofree char *date = patron_date_format (
      patron_record_get_integer (check_in, "date"));
  GString *text = g_string_new (date);

  if (word != NULL)
    g_string_append_printf (text, " · %s", word);
  if (!isnan (progress))
    {
      g_autofree char *percent = patron_percent_format (progress, 0);

      g_string_append_printf (text, " · %s", percent);
    }
  if (note != NULL)
    g_string_append_printf (text, "\n%s", note);
  return g_string_free (text, FALSE);
}

static void
add_check_in (PatronGoalsReviewRow *self,
              PatronRecord         *check_in)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (PatronRecord) goal = patron_document_get_record (
      self->document, "goal", patron_record_get_integer (check_in, "goal"));
  g_autofree char *title
      = goal != NULL ? patron_record_get_title (goal) : g_strdup ("");
  g_autofree char *text = describe (self, check_in);
  gint64 id = patron_record_get_id (check_in);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "patron-check-in",
                          g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->gathered, row);
}

static void
add_fields (PatronGoalsReviewRow *self)
{
  const PatronEntity *entity = patron_record_get_entity (self->review);

  if (self->first != NULL)
    return;
  for (guint i = 0; i < entity->n_fields; i++)
    if (patron_binder_can_bind (&entity->fields[i]))
      {
        PatronRow *row
            = patron_binder_new_row (self->document, &entity->fields[i]);

        patron_binder_set_record (row, self->review);
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
        if (self->first == NULL)
          self->first = row;
      }
}

static char *
write_summary (PatronGoalsReviewRow      *self,
               const PatronReviewSummary *summary)
{
  g_autofree char *date = patron_date_format (summary->until);
  g_autofree char *net = patron_net_confidence_write (&summary->net);
  guint n = summary->check_ins->len;

  if (n == 0)
    return g_strdup (date);
  return g_strdup_printf (
      /* Translators: a date, a number, and the net confidence in words. */
      ngettext ("%s · %u check-in · %s", "%s · %u check-ins · %s", n), date, n,
      net);
}

/**
 * patron_goals_review_row_refresh:
 *
 * Gathers the check-ins again.
 */
void
patron_goals_review_row_refresh (PatronGoalsReviewRow *self)
{
  g_autoptr (PatronReviewSummary) summary = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (!patron_record_get_exists (self->review))
    return;
  summary = patron_review_summary_new (self->document, self->review,
                                       patron_date_today ());
  title = patron_record_get_title (self->review);
  text = write_summary (self, summary);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  gtk_widget_set_sensitive (self->remove,
                            !patron_document_get_read_only (self->document));
  while (self->gathered->len > 0)
    {
      adw_expander_row_remove (
          ADW_EXPANDER_ROW (self),
          g_ptr_array_index (self->gathered, self->gathered->len - 1));
      g_ptr_array_set_size (self->gathered, (int) self->gathered->len - 1);
    }
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  add_fields (self);
  for (guint i = summary->check_ins->len; i > 0; i--)
    add_check_in (self, g_ptr_array_index (summary->check_ins, i - 1));
}

/**
 * patron_goals_review_row_new:
 *
 * Returns: (transfer floating): a folded row
 */
GtkWidget *
patron_goals_review_row_new (PatronDocument *document,
                             PatronRecord   *review)
{
  PatronGoalsReviewRow *self
      = g_object_new (PATRON_TYPE_GOALS_REVIEW_ROW, NULL);

  self->document = g_object_ref (document);
  self->review = g_object_ref (review);
  g_signal_connect (self, "notify::expanded",
                    G_CALLBACK (patron_goals_review_row_refresh), NULL);
  patron_goals_review_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * patron_goals_review_row_get_review:
 *
 * Returns: (transfer none): what is shown
 */
PatronRecord *
patron_goals_review_row_get_review (PatronGoalsReviewRow *self)
{
  return self->review;
}

/**
 * patron_goals_review_row_edit:
 *
 * Unfolds the row and goes to its first field.
 */
void
patron_goals_review_row_edit (PatronGoalsReviewRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->first));
}
