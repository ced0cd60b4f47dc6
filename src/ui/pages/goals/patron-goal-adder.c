/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goal-adder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-date.h"
#include "patron-entry-row.h"
#include "patron-goal-words.h"
#include "patron-number.h"
#include "patron-page.h"
#include "patron-text-row.h"

/**
 * PatronGoalAdder:
 *
 * A check-in of today: how far, how sure, what there is to say and what is in
 * the way. It becomes a record when it is added, in one step to undo.
 */
struct _PatronGoalAdder
{
  AdwBin            parent_instance;

  PatronDocument   *document; /* (owned) */
  PatronRecord     *goal;     /* (owned) (nullable) */
  AdwExpanderRow   *expander;
  PatronRow        *progress;
  GtkToggleButton  *sure[3];
  PatronRow        *note;
  PatronRow        *blockers;
  GtkWidget        *add;
  GHashTable       *drafts;   /* gint64 of a goal -> Draft */
};

static const struct
{
  const char *id;
  const char *icon_name;
} sure[] = {
  { "on_track", "media-record-symbolic" },
  { "at_risk", "dialog-warning-symbolic" },
  { "off_track", "process-stop-symbolic" },
};

/* What was typed of a goal, and is not yet added. */
typedef struct
{
  char *progress;
  char *note;
  char *blockers;
  int   sure; /* -1 for none */
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->progress);
  g_free (draft->note);
  g_free (draft->blockers);
  g_free (draft);
}

G_DEFINE_FINAL_TYPE (PatronGoalAdder, patron_goal_adder, ADW_TYPE_BIN)

static void
patron_goal_adder_dispose (GObject *object)
{
  PatronGoalAdder *self = PATRON_GOAL_ADDER (object);

  g_clear_object (&self->document);
  g_clear_object (&self->goal);

  G_OBJECT_CLASS (patron_goal_adder_parent_class)->dispose (object);
}

static void
patron_goal_adder_finalize (GObject *object)
{
  g_hash_table_unref (PATRON_GOAL_ADDER (object)->drafts);

  G_OBJECT_CLASS (patron_goal_adder_parent_class)->finalize (object);
}

static void
clear (PatronGoalAdder *self)
{
  patron_entry_row_set_text (PATRON_ENTRY_ROW (self->progress), "");
  patron_row_set_message (self->progress, NULL);
  patron_text_row_set_text (PATRON_TEXT_ROW (self->note), "");
  patron_text_row_set_text (PATRON_TEXT_ROW (self->blockers), "");
  for (gsize i = 0; i < G_N_ELEMENTS (sure); i++)
    gtk_toggle_button_set_active (self->sure[i], FALSE);
}

static const char *
get_sure (PatronGoalAdder *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sure); i++)
    if (gtk_toggle_button_get_active (self->sure[i]))
      return sure[i].id;
  return NULL;
}

/* What was typed, as files write it. */
static gboolean
read_progress (PatronGoalAdder *self,
               char           **text)
{
  const char *typed
      = patron_entry_row_get_text (PATRON_ENTRY_ROW (self->progress));
  double progress;

  *text = NULL;
  if (*typed == '\0')
    return TRUE;
  if (!patron_percent_parse (typed, &progress) || fabs (progress) > 10)
    {
      patron_row_set_message (self->progress,
                              _("Enter a percentage, such as 40 %"));
      gtk_widget_grab_focus (GTK_WIDGET (self->progress));
      return FALSE;
    }
  patron_row_set_message (self->progress, NULL);
  *text = patron_number_to_text (progress);
  return TRUE;
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  PatronGoalAdder *self = PATRON_GOAL_ADDER (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, PATRON_TYPE_PAGE);
  g_autofree char *progress = NULL;
  g_autofree char *note = NULL;
  g_autofree char *blockers = NULL;
  g_autofree char *goal = NULL;
  g_autofree char *today = patron_date_to_text (patron_date_today ());
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record = NULL;

  if (self->goal == NULL || !read_progress (self, &progress))
    return;
  note = patron_text_row_get_text (PATRON_TEXT_ROW (self->note));
  blockers = patron_text_row_get_text (PATRON_TEXT_ROW (self->blockers));
  goal = g_strdup_printf ("%" G_GINT64_FORMAT,
                          patron_record_get_id (self->goal));
  record = patron_document_insert (
      self->document, "check_in", &error, "goal", goal, "date", today,
      "progress", progress, "confidence", get_sure (self), "note", note,
      "blockers", blockers, "author",
      patron_record_get_text (self->goal, "owner"), NULL);
  if (record != NULL)
    {
      adw_expander_row_set_expanded (self->expander, FALSE);
      gtk_widget_child_focus (GTK_WIDGET (self->expander),
                              GTK_DIR_TAB_FORWARD);
      clear (self);
    }
  patron_page_report (PATRON_PAGE (page), error);
}

static void
patron_goal_adder_class_init (PatronGoalAdderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_goal_adder_dispose;
  G_OBJECT_CLASS (klass)->finalize = patron_goal_adder_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "check-in.add",
                                   NULL, add_cb);
}

/* One of them or none: pressing one again takes the word back. */
static void
sure_cb (GtkToggleButton *button,
         PatronGoalAdder *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (sure); i++)
    if (self->sure[i] != button)
      gtk_toggle_button_set_active (self->sure[i], FALSE);
}

static GtkWidget *
make_sure (PatronGoalAdder   *self,
           const PatronField *field)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (patron_field_get_label (field));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (buttons, "linked");
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (sure); i++)
    {
      const char *text = patron_field_get_choice_label (field, sure[i].id);
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *label = gtk_label_new (text);

      self->sure[i] = GTK_TOGGLE_BUTTON (button);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (content),
                      g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "icon-name", sure[i].icon_name, NULL));
      gtk_box_append (GTK_BOX (content), label);
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
      g_signal_connect (button, "toggled", G_CALLBACK (sure_cb), self);
      gtk_box_append (GTK_BOX (buttons), button);
    }
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "goal-sure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
make_add (PatronGoalAdder *self)
{
  GtkWidget *row = adw_preferences_row_new ();

  self->add = gtk_button_new_with_label (_("Add Check-In"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add),
                                  "check-in.add");
  gtk_widget_add_css_class (self->add, "suggested-action");
  gtk_widget_add_css_class (self->add, "goal-add");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->add);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static PatronRow *
add_row (PatronGoalAdder    *self,
         PatronRow          *row,
         const PatronEntity *entity,
         const char         *field)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      patron_field_get_label (patron_entity_get_field (entity, field)));
  adw_expander_row_add_row (self->expander, GTK_WIDGET (row));
  return row;
}

static void
patron_goal_adder_init (PatronGoalAdder *self)
{
  self->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        draft_free);
}

static void
read_only_cb (PatronGoalAdder *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          !patron_document_get_read_only (self->document));
}

/**
 * patron_goal_adder_new:
 *
 * Returns: (transfer floating): a check-in that is to be filled in
 */
GtkWidget *
patron_goal_adder_new (PatronDocument *document)
{
  PatronGoalAdder *self = g_object_new (PATRON_TYPE_GOAL_ADDER, NULL);
  const PatronEntity *entity = patron_registry_lookup (
      patron_document_get_registry (document), "check_in");
  GtkWidget *list = gtk_list_box_new ();

  self->document = g_object_ref (document);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->expander),
                                      FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander),
                                 _("Check In Today"));
  self->progress
      = add_row (self, patron_entry_row_new (), entity, "progress");
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "numeric");
  adw_expander_row_add_row (
      self->expander,
      make_sure (self, patron_entity_get_field (entity, "confidence")));
  self->note = add_row (self, patron_text_row_new (), entity, "note");
  self->blockers = add_row (self, patron_text_row_new (), entity, "blockers");
  adw_expander_row_add_row (self->expander, make_add (self));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->expander));
  adw_bin_set_child (ADW_BIN (self), list);
  g_signal_connect_object (document, "notify::read-only",
                           G_CALLBACK (read_only_cb), self,
                           G_CONNECT_SWAPPED);
  read_only_cb (self);
  return GTK_WIDGET (self);
}

static void
keep_draft (PatronGoalAdder *self)
{
  gint64 id = patron_record_get_id (self->goal);
  Draft *draft = g_new0 (Draft, 1);

  draft->progress = g_strdup (
      patron_entry_row_get_text (PATRON_ENTRY_ROW (self->progress)));
  draft->note = patron_text_row_get_text (PATRON_TEXT_ROW (self->note));
  draft->blockers
      = patron_text_row_get_text (PATRON_TEXT_ROW (self->blockers));
  draft->sure = -1;
  for (int i = 0; i < (int) G_N_ELEMENTS (sure); i++)
    if (gtk_toggle_button_get_active (self->sure[i]))
      draft->sure = i;
  if (*draft->progress != '\0' || *draft->note != '\0'
      || *draft->blockers != '\0' || draft->sure >= 0)
    g_hash_table_insert (self->drafts, g_memdup2 (&id, sizeof id), draft);
  else
    draft_free (draft);
}

static void
take_draft (PatronGoalAdder *self)
{
  gint64 id = patron_record_get_id (self->goal);
  const Draft *draft = g_hash_table_lookup (self->drafts, &id);

  if (draft == NULL)
    return;
  patron_entry_row_set_text (PATRON_ENTRY_ROW (self->progress),
                             draft->progress);
  patron_text_row_set_text (PATRON_TEXT_ROW (self->note), draft->note);
  patron_text_row_set_text (PATRON_TEXT_ROW (self->blockers),
                            draft->blockers);
  if (draft->sure >= 0)
    gtk_toggle_button_set_active (self->sure[draft->sure], TRUE);
  adw_expander_row_set_expanded (self->expander, TRUE);
  g_hash_table_remove (self->drafts, &id);
}

/**
 * patron_goal_adder_set_goal:
 * @goal: (nullable): what is looked at
 *
 * Begins a check-in of another goal; what was typed of the one before is kept
 * until that is looked at again.
 */
void
patron_goal_adder_set_goal (PatronGoalAdder *self,
                            PatronRecord    *goal)
{
  if (goal == self->goal)
    return;
  if (self->goal != NULL)
    keep_draft (self);
  g_set_object (&self->goal, goal);
  adw_expander_row_set_expanded (self->expander, FALSE);
  clear (self);
  if (goal != NULL)
    take_draft (self);
}

/**
 * patron_goal_adder_show:
 *
 * Says what is known already: with a KPI, nobody has to guess the progress.
 */
void
patron_goal_adder_show (PatronGoalAdder      *self,
                        const PatronGoalNode *node)
{
  g_autofree char *progress = NULL;
  g_autofree char *help = NULL;

  if (node->basis == PATRON_GOAL_BY_KPI)
    {
      progress = patron_goal_write_progress (node);
      help = g_strdup_printf (
          /* Translators: how far a goal has come, such as “84 %”. */
          _("From the KPI: %s"), progress);
    }
  patron_row_set_help (self->progress, help);
}

/**
 * patron_goal_adder_open:
 *
 * Unfolds it, with the focus in the first field.
 */
void
patron_goal_adder_open (PatronGoalAdder *self)
{
  adw_expander_row_set_expanded (self->expander, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->progress));
}
