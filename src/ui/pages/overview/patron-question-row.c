/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-question-row.h"

#include <glib/gi18n-lib.h>

#include "patron-binder.h"
#include "patron-mnemonic.h"
#include "patron-page.h"

/* As many characters of an answer as stand on about one line. */
#define PREVIEW_LENGTH 70

/**
 * PatronQuestionRow:
 *
 * A question with its answers. Closed it shows the first of them; its rows
 * are made when it is opened for the first time.
 */
struct _PatronQuestionRow
{
  AdwExpanderRow  parent_instance;

  PatronDocument *document; /* (owned) */
  PatronRecord   *question; /* (owned) */
  GListModel     *answers;  /* (owned): of PatronRecord */
  GPtrArray      *rows;     /* (element-type GtkWidget) (unowned) */
  gboolean        opened;   /* ever */
};

G_DEFINE_FINAL_TYPE (PatronQuestionRow, patron_question_row,
                     ADW_TYPE_EXPANDER_ROW)

static PatronPage *
get_page (PatronQuestionRow *self)
{
  return PATRON_PAGE (
      gtk_widget_get_ancestor (GTK_WIDGET (self), PATRON_TYPE_PAGE));
}

static char *
preview (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (line, -1) <= PREVIEW_LENGTH)
    return g_steal_pointer (&line);
  cut = g_utf8_substring (line, 0, PREVIEW_LENGTH);
  return g_strconcat (g_strchomp (cut), "…", NULL);
}

/* Open, the row shows the hint, as the answers stand below it. */
static void
update_title (PatronQuestionRow *self)
{
  gboolean open = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self));
  g_autofree char *title = patron_record_get_title (self->question);
  g_autoptr (PatronRecord) answer = g_list_model_get_item (self->answers, 0);
  const char *hint = patron_record_get_text (self->question, "hint");
  const char *text
      = answer != NULL ? patron_record_get_text (answer, "text") : NULL;
  g_autofree char *subtitle = NULL;

  if (open)
    subtitle = g_strdup (hint != NULL ? hint : "");
  else
    subtitle = text != NULL ? preview (text)
                            : g_strdup (_("Not answered yet"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
remove_cb (GtkWidget *button,
           gpointer   user_data)
{
  PatronRecord *record = user_data;
  PatronQuestionRow *self = PATRON_QUESTION_ROW (
      gtk_widget_get_ancestor (button, PATRON_TYPE_QUESTION_ROW));
  PatronPage *page = get_page (self);
  gboolean is_answer = patron_record_is (record, "answer");
  g_autoptr (GError) error = NULL;

  /* The row goes with the record. */
  g_object_ref (page);
  if (patron_document_remove (self->document, record, &error))
    patron_page_removed (page, is_answer ? _("Answer removed")
                                         : _("Question removed"));
  else
    patron_page_report (page, error);
  g_object_unref (page);
}

static void
add_cb (PatronQuestionRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *question = g_strdup_printf (
      "%" G_GINT64_FORMAT, patron_record_get_id (self->question));
  g_autoptr (PatronRecord) answer = patron_document_insert (
      self->document, "answer", &error, "question", question, NULL);

  patron_page_report (get_page (self), error);
  if (answer != NULL)
    patron_question_row_open (self, answer);
}

static PatronRow *
add_row (PatronQuestionRow *self,
         PatronRecord      *record,
         const char        *field)
{
  PatronRow *row = patron_binder_new_row (
      self->document,
      patron_entity_get_field (patron_record_get_entity (record), field));

  patron_binder_set_record (row, record);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_remove_button (PatronRow    *row,
                   PatronRecord *record,
                   const char   *label)
{
  GtkWidget *button = patron_row_new_button ("user-trash-symbolic", label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), record,
                           G_CONNECT_DEFAULT);
  patron_row_add_suffix (row, button);
}

static GtkWidget *
new_add_row (PatronQuestionRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = patron_mnemonic_button_new (_("_Add Answer"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_margin_start (button, 2);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add Answer"), -1);
  return row;
}

static void
fill (PatronQuestionRow *self)
{
  GtkWidget *row;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self),
                             g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  add_remove_button (add_row (self, self->question, "text"), self->question,
                     _("Remove Question"));
  for (guint i = 0; i < g_list_model_get_n_items (self->answers); i++)
    {
      g_autoptr (PatronRecord) answer
          = g_list_model_get_item (self->answers, i);

      add_remove_button (add_row (self, answer, "text"), answer,
                         _("Remove Answer"));
      add_row (self, answer, "segment");
      add_row (self, answer, "date");
    }
  row = new_add_row (self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
expanded_cb (PatronQuestionRow *self)
{
  gboolean open = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self));

  if (self->question == NULL)
    return;
  update_title (self);
  if (self->opened || !open)
    return;
  self->opened = TRUE;
  fill (self);
}

static void
answers_changed_cb (PatronQuestionRow *self)
{
  if (self->opened)
    fill (self);
  update_title (self);
}

/* Any answer may be the one that is shown. */
static void
document_changed_cb (PatronQuestionRow *self)
{
  if (patron_record_get_exists (self->question))
    update_title (self);
}

static void
patron_question_row_dispose (GObject *object)
{
  PatronQuestionRow *self = PATRON_QUESTION_ROW (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->answers);
  g_clear_object (&self->question);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_question_row_parent_class)->dispose (object);
}

static void
patron_question_row_finalize (GObject *object)
{
  g_ptr_array_unref (PATRON_QUESTION_ROW (object)->rows);

  G_OBJECT_CLASS (patron_question_row_parent_class)->finalize (object);
}

static void
patron_question_row_class_init (PatronQuestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_question_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = patron_question_row_finalize;
}

static void
patron_question_row_init (PatronQuestionRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * patron_question_row_new:
 * @question: a question of @document
 *
 * Returns: (transfer floating): its row, closed
 */
GtkWidget *
patron_question_row_new (PatronDocument *document,
                         PatronRecord   *question)
{
  PatronQuestionRow *self = g_object_new (PATRON_TYPE_QUESTION_ROW, NULL);

  self->document = g_object_ref (document);
  self->question = g_object_ref (question);
  self->answers = patron_document_list_of (document, "answer", "question",
                                           patron_record_get_id (question));
  g_signal_connect_object (self->answers, "items-changed",
                           G_CALLBACK (answers_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed",
                           G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
  return GTK_WIDGET (self);
}

/**
 * patron_question_row_get_question:
 *
 * Returns: (transfer none): the question
 */
PatronRecord *
patron_question_row_get_question (PatronQuestionRow *self)
{
  return self->question;
}

/**
 * patron_question_row_open:
 * @answer: (nullable): the answer to go to; the question itself if %NULL
 *
 * Opens the row and focuses the text.
 */
void
patron_question_row_open (PatronQuestionRow *self,
                          PatronRecord      *answer)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  for (guint i = 0; i + 1 < self->rows->len; i++)
    {
      PatronRow *row = g_ptr_array_index (self->rows, i);

      if (patron_binder_get_record (row)
          == (answer != NULL ? answer : self->question))
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return;
        }
    }
}
