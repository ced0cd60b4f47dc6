/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-conflicts-dialog.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-conflict.h"
#include "patron-dialog.h"
#include "patron-mnemonic.h"

#define PATRON_TYPE_CONFLICTS_DIALOG (patron_conflicts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PatronConflictsDialog, patron_conflicts_dialog, PATRON,
                      CONFLICTS_DIALOG, PatronDialog)

/* Shows what a merge could not bring together, one group for each. What is
 * chosen is written at once, as an edit like any other. */
struct _PatronConflictsDialog
{
  PatronDialog         parent_instance;

  AdwPreferencesPage  *page;
  PatronDocument      *document;  /* (owned) */
  GPtrArray           *conflicts; /* (owned) (element-type PatronConflict) */
  GPtrArray           *choices;   /* (owned) (element-type Choice) */
};

/* @mine and @theirs of a field; of a record that one removed and the other
 * changed, only @remove. */
typedef struct
{
  PatronConflictsDialog *dialog;   /* (unowned) */
  const PatronConflict  *conflict; /* (unowned) */
  PatronRecord          *record;   /* (owned) */
  GtkCheckButton        *mine;     /* (unowned) (nullable) */
  GtkCheckButton        *theirs;   /* (unowned) (nullable) */
  GtkWidget             *remove;   /* (unowned) (nullable) */
} Choice;

G_DEFINE_FINAL_TYPE (PatronConflictsDialog, patron_conflicts_dialog,
                     PATRON_TYPE_DIALOG)

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_clear_object (&self->record);
  g_free (self);
}

/* The document may change meanwhile, by what is chosen and by undo. */
static void
update (Choice *self)
{
  const PatronConflict *conflict = self->conflict;
  gboolean exists = patron_record_get_exists (self->record);
  const PatronValue *value;

  if (self->remove != NULL)
    gtk_widget_set_sensitive (self->remove, exists);
  if (self->mine == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->mine), exists);
  gtk_widget_set_sensitive (GTK_WIDGET (self->theirs), exists);
  if (!exists)
    return;
  value = patron_record_get (self->record, conflict->field->name);
  gtk_check_button_set_active (self->theirs,
                               patron_value_equal (value,
                                                   &conflict->theirs));
  gtk_check_button_set_active (self->mine,
                               patron_value_equal (value, &conflict->mine));
}

static void
update_all (PatronConflictsDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    update (g_ptr_array_index (self->choices, i));
}

static void
toggled_cb (GtkCheckButton *button,
            Choice         *self)
{
  const PatronConflict *conflict = self->conflict;
  const PatronValue *value
      = button == self->theirs ? &conflict->theirs : &conflict->mine;
  g_autoptr (GError) error = NULL;

  if (!gtk_check_button_get_active (button)
      || patron_value_equal (patron_record_get (self->record,
                                                conflict->field->name),
                             value))
    return;
  if (patron_document_set (self->dialog->document, self->record,
                           conflict->field->name, value, &error))
    return;
  patron_tell (GTK_WINDOW (self->dialog), _("Could Not Take the Value"),
               error->message);
  update (self);
}

static void
remove_cb (GtkWidget *button,
           Choice    *self)
{
  g_autoptr (GError) error = NULL;

  if (!patron_document_remove (self->dialog->document, self->record, &error))
    patron_tell (GTK_WINDOW (self->dialog), _("Could Not Remove"),
                 error->message);
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 6);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* A value, and whose it is. */
static GtkCheckButton *
add_value (Choice              *self,
           AdwPreferencesGroup *group,
           const PatronValue   *value,
           const char          *whose)
{
  g_autofree char *text = patron_document_format (
      self->dialog->document, self->record, self->conflict->field, value);
  const char *title = *text != '\0' ? text : C_("value", "Nothing");
  GtkWidget *row = new_row (title, whose);
  GtkWidget *button
      = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whose,
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  return GTK_CHECK_BUTTON (button);
}

static void
add_values (Choice              *self,
            AdwPreferencesGroup *group)
{
  self->mine = add_value (self, group, &self->conflict->mine,
                          _("Yours, which was kept"));
  self->theirs = add_value (self, group, &self->conflict->theirs,
                            _("The other’s"));
  gtk_check_button_set_group (self->theirs, self->mine);
  update (self);
  g_signal_connect (self->mine, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (self->theirs, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
add_removal (Choice              *self,
             AdwPreferencesGroup *group)
{
  GtkWidget *row = new_row (
      _("One removed it, the other changed it. It was kept."), NULL);
  GtkWidget *button = patron_mnemonic_button_new (_("_Remove"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  self->remove = button;
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
}

static void
add_conflict (PatronConflictsDialog *self,
              const PatronConflict  *conflict)
{
  AdwPreferencesGroup *group;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (PatronRecord) record = patron_document_get_record (
      self->document, conflict->entity->name, conflict->record);
  Choice *choice;

  if (record == NULL)
    return;
  choice = g_new0 (Choice, 1);
  choice->dialog = self;
  choice->conflict = conflict;
  choice->record = g_object_ref (record);
  g_ptr_array_add (self->choices, choice);

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  name = patron_record_get_title (record);
  if (conflict->field != NULL)
    /* Translators: a field of a record: “Clara: Age”. */
    title = g_strdup_printf (C_("conflict", "%s: %s"), name,
                             patron_field_get_label (conflict->field));
  else
    title = g_strdup (name);
  escaped = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (group, escaped);
  if (conflict->field == NULL)
    add_removal (choice, group);
  else if (conflict->field->kind == PATRON_KIND_DATA)
    adw_preferences_group_add (group,
                               new_row (_("Both changed it. Yours was kept."),
                                        NULL));
  else
    add_values (choice, group);
  adw_preferences_page_add (self->page, group);
}

static void
patron_conflicts_dialog_dispose (GObject *object)
{
  PatronConflictsDialog *self = PATRON_CONFLICTS_DIALOG (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_conflicts_dialog_parent_class)->dispose (object);
}

static void
patron_conflicts_dialog_finalize (GObject *object)
{
  PatronConflictsDialog *self = PATRON_CONFLICTS_DIALOG (object);

  g_ptr_array_unref (self->choices);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);

  G_OBJECT_CLASS (patron_conflicts_dialog_parent_class)->finalize (object);
}

static void
patron_conflicts_dialog_class_init (PatronConflictsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_conflicts_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = patron_conflicts_dialog_finalize;
}

static void
patron_conflicts_dialog_init (PatronConflictsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 420);
  gtk_window_set_title (GTK_WINDOW (self), _("Changed by Both"));
}

/**
 * patron_conflicts_dialog_new:
 *
 * Lets the user choose where both changed the same, see
 * patron_document_get_conflicts().
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
patron_conflicts_dialog_new (PatronDocument *document)
{
  PatronConflictsDialog *self
      = g_object_new (PATRON_TYPE_CONFLICTS_DIALOG, NULL);
  GPtrArray *conflicts = patron_document_get_conflicts (document);

  self->document = g_object_ref (document);
  if (conflicts != NULL)
    self->conflicts = g_ptr_array_ref (conflicts);
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    add_conflict (self, g_ptr_array_index (conflicts, i));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (update_all),
                            self);
  return GTK_WIDGET (self);
}
