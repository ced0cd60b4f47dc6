/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-overview-page.h"

#include <glib/gi18n-lib.h>

#include "patron-form.h"
#include "patron-overview-conflicts.h"
#include "patron-painted.h"
#include "patron-question-row.h"
#include "patron-scroll-layout.h"

/**
 * PatronOverviewPage:
 *
 * What the strategy is about: its own fields, and the questions to open the
 * work on it with.
 */
struct _PatronOverviewPage
{
  PatronPage           parent_instance;

  GtkWidget           *clamp;
  PatronOverviewConflicts *conflicts;   /* (nullable): there is no document */
  PatronForm          *form;            /* (nullable) */
  GListModel          *questions;       /* (owned) (nullable) */
  AdwPreferencesGroup *questions_group; /* (nullable) */
  GPtrArray           *question_rows;   /* (unowned PatronQuestionRow) */
};

G_DEFINE_FINAL_TYPE (PatronOverviewPage, patron_overview_page,
                     PATRON_TYPE_PAGE)

static PatronQuestionRow *
find_question (PatronOverviewPage *self,
               PatronRecord       *question)
{
  for (guint i = 0; i < self->question_rows->len; i++)
    {
      PatronQuestionRow *row = g_ptr_array_index (self->question_rows, i);

      if (patron_question_row_get_question (row) == question)
        return row;
    }
  return NULL;
}

/* Rows of questions that stay are kept, and so is what is open in them. */
static void
questions_changed_cb (PatronOverviewPage *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->question_rows);
  PatronDocument *document = patron_page_get_document (PATRON_PAGE (self));

  self->question_rows = g_ptr_array_new ();
  for (guint i = 0; i < old->len; i++)
    {
      g_object_ref (g_ptr_array_index (old, i));
      adw_preferences_group_remove (self->questions_group,
                                    g_ptr_array_index (old, i));
    }
  for (guint i = 0; i < g_list_model_get_n_items (self->questions); i++)
    {
      g_autoptr (PatronRecord) question
          = g_list_model_get_item (self->questions, i);
      GtkWidget *row = NULL;

      for (guint j = 0; j < old->len && row == NULL; j++)
        if (patron_question_row_get_question (g_ptr_array_index (old, j))
            == question)
          row = g_ptr_array_index (old, j);
      if (row == NULL)
        row = patron_question_row_new (document, question);
      adw_preferences_group_add (self->questions_group, row);
      g_ptr_array_add (self->question_rows, row);
    }
  for (guint i = 0; i < old->len; i++)
    g_object_unref (g_ptr_array_index (old, i));
}

static void
add_question_cb (PatronOverviewPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) question
      = patron_document_insert (patron_page_get_document (PATRON_PAGE (self)),
                                "question", &error, NULL, NULL);

  patron_page_report (PATRON_PAGE (self), error);
  if (question != NULL)
    patron_question_row_open (find_question (self, question), NULL);
}

static void
add_questions (PatronOverviewPage *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _("Add Question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add Question"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_question_cb),
                            self);

  self->questions_group = ADW_PREFERENCES_GROUP (
      patron_form_add_group (self->form, _("Questions to Open With")));
  adw_preferences_group_set_header_suffix (self->questions_group, button);
  g_signal_connect_object (self->questions, "items-changed",
                           G_CALLBACK (questions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  questions_changed_cb (self);
}

/* Adds now what is still to come. */
static void
ensure_rest (PatronOverviewPage *self)
{
  if (self->form == NULL || self->questions_group != NULL)
    return;
  self->conflicts
      = PATRON_OVERVIEW_CONFLICTS (patron_overview_conflicts_new (
          patron_page_get_document (PATRON_PAGE (self))));
  patron_form_append (self->form, GTK_WIDGET (self->conflicts));
  patron_overview_conflicts_look (self->conflicts);
  patron_form_add_group (self->form, _("Look"));
  patron_form_add (self->form, "logo");
  patron_form_add (self->form, "brand_colour");
  patron_form_add (self->form, "accent_colour");
  patron_form_add (self->form, "brand_font");
  add_questions (self);
}

static void
painted_cb (GtkWidget *widget)
{
  ensure_rest (PATRON_OVERVIEW_PAGE (widget));
}

/* What lies below the part that a window shows at first is dear to lay out:
 * it comes after the first frame. */
static void
add_form (PatronOverviewPage *self,
          PatronDocument     *document)
{
  g_autoptr (PatronRecord) strategy = patron_document_get_strategy (document);
  PatronForm *form = PATRON_FORM (
      patron_form_new (document, patron_record_get_entity (strategy)));

  patron_form_add_group (form, _("Strategy"));
  patron_form_add (form, "title");
  patron_form_add (form, "organisation");
  patron_form_add (form, "owner");
  patron_form_add (form, "started");
  patron_form_add (form, "currency");
  patron_form_add (form, "commercial_model");
  patron_form_add_group (form, _("In Words"));
  patron_form_add (form, "summary");
  patron_form_add (form, "unique_selling_point");
  patron_form_add (form, "note");
  patron_form_set_record (form, strategy);

  self->form = form;
  patron_when_painted (GTK_WIDGET (self), painted_cb);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), GTK_WIDGET (form));
}

static void
patron_overview_page_document_set (PatronPage     *page,
                                   PatronDocument *document)
{
  PatronOverviewPage *self = PATRON_OVERVIEW_PAGE (page);

  adw_clamp_set_child (ADW_CLAMP (self->clamp), NULL);
  g_ptr_array_set_size (self->question_rows, 0);
  self->form = NULL;
  self->conflicts = NULL;
  self->questions_group = NULL;
  if (self->questions != NULL)
    g_signal_handlers_disconnect_by_data (self->questions, self);
  g_clear_object (&self->questions);
  if (document == NULL)
    return;

  self->questions = patron_document_list (document, "question");
  add_form (self, document);
}

static gboolean
patron_overview_page_show_record (PatronPage   *page,
                                  PatronRecord *record)
{
  PatronOverviewPage *self = PATRON_OVERVIEW_PAGE (page);
  g_autoptr (PatronRecord) question = NULL;
  PatronQuestionRow *row;

  if (patron_record_is (record, "strategy"))
    return TRUE;
  if (patron_record_is (record, "question"))
    question = g_object_ref (record);
  else if (patron_record_is (record, "answer"))
    question = patron_document_get_record (
        patron_page_get_document (page), "question",
        patron_record_get_integer (record, "question"));

  ensure_rest (self);
  row = question != NULL ? find_question (self, question) : NULL;
  if (row == NULL)
    return FALSE;
  patron_question_row_open (row, record != question ? record : NULL);
  return TRUE;
}

static void
patron_overview_page_dispose (GObject *object)
{
  PatronOverviewPage *self = PATRON_OVERVIEW_PAGE (object);

  g_clear_object (&self->questions);

  G_OBJECT_CLASS (patron_overview_page_parent_class)->dispose (object);
}

static void
patron_overview_page_finalize (GObject *object)
{
  g_ptr_array_unref (PATRON_OVERVIEW_PAGE (object)->question_rows);

  G_OBJECT_CLASS (patron_overview_page_parent_class)->finalize (object);
}

static void
patron_overview_page_class_init (PatronOverviewPageClass *klass)
{
  PatronPageClass *page_class = PATRON_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_overview_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = patron_overview_page_finalize;
  page_class->document_set = patron_overview_page_document_set;
  page_class->show_record = patron_overview_page_show_record;
}

static void
patron_overview_page_init (PatronOverviewPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->question_rows = g_ptr_array_new ();
  self->clamp = adw_clamp_new ();
  gtk_widget_set_margin_top (self->clamp, 24);
  gtk_widget_set_margin_bottom (self->clamp, 24);
  gtk_widget_set_margin_start (self->clamp, 12);
  gtk_widget_set_margin_end (self->clamp, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 patron_scroll_layout_new ());
}
