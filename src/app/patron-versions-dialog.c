/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-versions-dialog.h"

#include <glib/gi18n-lib.h>

#include "patron-application.h"
#include "patron-ask.h"
#include "patron-date.h"
#include "patron-dialog.h"
#include "patron-earlier.h"
#include "patron-file-chooser.h"
#include "patron-location.h"

#define PATRON_TYPE_VERSIONS_DIALOG (patron_versions_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PatronVersionsDialog, patron_versions_dialog, PATRON,
                      VERSIONS_DIALOG, PatronDialog)

struct _PatronVersionsDialog
{
  PatronDialog  parent_instance;

  GtkWidget    *empty;
  GtkWidget    *page;
  GtkWidget    *kept_group;
  GtkListBox   *kept;
  GtkWidget    *saved_group;
  GtkListBox   *saved;

  PatronWindow *window;   /* (owned) */
  GListModel   *versions; /* (owned): of PatronRecord */
  GBytes       *copy;     /* (owned) (nullable): about to be written */
};

G_DEFINE_FINAL_TYPE (PatronVersionsDialog, patron_versions_dialog,
                     PATRON_TYPE_DIALOG)

static PatronDocument *
get_document (PatronVersionsDialog *self)
{
  return patron_window_get_document (self->window);
}

/* The copy is opened at once: that is what it was asked for. */
static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  PatronVersionsDialog *self = PATRON_VERSIONS_DIALOG (object);
  GtkApplication *application
      = gtk_window_get_application (GTK_WINDOW (self->window));
  g_autoptr (GFile) chosen = patron_choose_file_finish (result);
  g_autoptr (GBytes) copy = g_steal_pointer (&self->copy);
  g_autoptr (PatronWindow) window = g_object_ref (self->window);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gconstpointer data;
  gsize size;

  if (chosen == NULL || application == NULL)
    return;
  file = patron_location_add_extension (chosen);
  data = g_bytes_get_data (copy, &size);
  if (!g_file_replace_contents (file, data, size, NULL, FALSE,
                                G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    {
      patron_tell (GTK_WINDOW (self), _("Could Not Save"), error->message);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
  patron_application_open_file (PATRON_APPLICATION (application), window,
                                file);
}

static void
save_copy (PatronVersionsDialog *self,
           GBytes               *copy,
           const char           *time,
           const GError         *error)
{
  g_autoptr (GtkFileFilter) filter = patron_location_get_filter ();
  GFile *file = patron_document_get_file (get_document (self));
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *title = patron_document_get_title (get_document (self));
  g_autofree char *name = NULL;

  if (copy == NULL)
    {
      patron_tell (GTK_WINDOW (self), _("Cannot Read the Version"),
                   error->message);
      return;
    }
  g_clear_pointer (&self->copy, g_bytes_unref);
  self->copy = copy;
  /* Translators: the name of a copy: the title of the strategy, and when it
   * was so. */
  name = g_strdup_printf (_("%s (%s)"), title, time);
  g_strdelimit (name, "/:", '-');
  patron_choose_file_async (GTK_WINDOW (self), PATRON_CHOOSE_SAVE,
                            _("Save a Copy"), _("_Save"), filter, name,
                            folder, chosen_cb, NULL);
}

static void
save_kept_cb (GtkWidget *button,
              gpointer   user_data)
{
  PatronRecord *version = user_data;
  PatronVersionsDialog *self
      = PATRON_VERSIONS_DIALOG (gtk_widget_get_root (button));
  g_autoptr (GError) error = NULL;
  GBytes *copy
      = patron_version_open_bytes (get_document (self), version, &error);
  g_autofree char *time
      = patron_date_time_format (patron_record_get_integer (version, "made"));

  save_copy (self, copy, time, error);
}

static void
save_saved_cb (GtkWidget *button,
               gpointer   user_data)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  PatronVersionsDialog *self
      = PATRON_VERSIONS_DIALOG (gtk_widget_get_root (button));
  g_autoptr (GError) error = NULL;
  GBytes *copy = patron_earlier_read (
      patron_document_get_file (get_document (self)), name, &error);

  save_copy (self, copy, g_object_get_data (G_OBJECT (button), "time"),
             error);
}

/* The window shows the document as it was; its undo is the way back. */
static void
restore (PatronVersionsDialog *self,
         GBytes               *copy,
         const char           *time,
         const GError         *why)
{
  g_autoptr (PatronWindow) window = g_object_ref (self->window);
  g_autoptr (GBytes) bytes = copy;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (bytes == NULL
      || !patron_document_restore (get_document (self), bytes, &error))
    {
      patron_tell (GTK_WINDOW (self), _("Could Not Restore the Version"),
                   bytes != NULL ? error->message : why->message);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
  /* Translators: %s is a date and time. */
  message = g_strdup_printf (_("Restored as of %s"), time);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-toast", "s",
                              message);
}

static void
restore_kept_cb (GtkWidget *button,
                 gpointer   user_data)
{
  PatronRecord *version = user_data;
  PatronVersionsDialog *self
      = PATRON_VERSIONS_DIALOG (gtk_widget_get_root (button));
  g_autoptr (GError) error = NULL;
  GBytes *copy
      = patron_version_open_bytes (get_document (self), version, &error);
  g_autofree char *time
      = patron_date_time_format (patron_record_get_integer (version, "made"));

  restore (self, copy, time, error);
}

static void
restore_saved_cb (GtkWidget *button,
                  gpointer   user_data)
{
  PatronVersionsDialog *self
      = PATRON_VERSIONS_DIALOG (gtk_widget_get_root (button));
  g_autofree char *time
      = g_strdup (g_object_get_data (G_OBJECT (button), "time"));
  g_autoptr (GError) error = NULL;
  GBytes *copy = patron_earlier_read (
      patron_document_get_file (get_document (self)),
      g_object_get_data (G_OBJECT (button), "name"), &error);

  restore (self, copy, time, error);
}

static void
remove_cb (GtkWidget *button,
           gpointer   user_data)
{
  PatronVersionsDialog *self
      = PATRON_VERSIONS_DIALOG (gtk_widget_get_root (button));
  g_autoptr (GError) error = NULL;

  if (patron_document_remove (get_document (self), user_data, &error))
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo-toast",
                                "s", _("Version removed"));
  else
    patron_tell (GTK_WINDOW (self), _("Could Not Remove the Version"),
                 error->message);
}

static GtkWidget *
new_button (const char *icon_name,
            const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
add_kept (PatronVersionsDialog *self,
          PatronRecord         *version)
{
  g_autofree char *name = patron_record_get_title (version);
  g_autofree char *time
      = patron_date_time_format (patron_record_get_integer (version, "made"));
  const char *note = patron_record_get_text (version, "note");
  g_autofree char *subtitle
      = note != NULL ? g_strconcat (time, "\n", note, NULL) : g_strdup (time);
  g_autofree char *restore_label = g_strdup_printf (_("Restore “%s”"), name);
  g_autofree char *save_label = g_strdup_printf (_("Save a Copy of “%s”…"),
                                                 name);
  g_autofree char *remove_label = g_strdup_printf (_("Remove “%s”"), name);
  GtkWidget *row = new_row (name, subtitle);
  GtkWidget *back = new_button ("document-revert-symbolic", restore_label);
  GtkWidget *save = new_button ("document-save-as-symbolic", save_label);
  GtkWidget *remove = new_button ("user-trash-symbolic", remove_label);

  g_signal_connect_object (back, "clicked", G_CALLBACK (restore_kept_cb),
                           version, G_CONNECT_DEFAULT);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_kept_cb),
                           version, G_CONNECT_DEFAULT);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), version,
                           G_CONNECT_DEFAULT);
  if (patron_document_get_read_only (get_document (self)))
    {
      gtk_widget_set_visible (back, FALSE);
      gtk_widget_set_visible (remove, FALSE);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), back);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), save);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  gtk_list_box_append (self->kept, row);
}

static void
note_saved (GtkWidget  *button,
            const char *time,
            const char *name)
{
  g_object_set_data_full (G_OBJECT (button), "time", g_strdup (time), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
}

static void
add_saved (PatronVersionsDialog *self,
           const PatronEarlier  *earlier)
{
  g_autofree char *time
      = patron_date_time_format (earlier->time / G_USEC_PER_SEC);
  g_autofree char *size = g_format_size ((guint64) earlier->size);
  g_autofree char *restore_label = g_strdup_printf (_("Restore “%s”"), time);
  g_autofree char *save_label = g_strdup_printf (_("Save a Copy of “%s”…"),
                                                 time);
  GtkWidget *row = new_row (time, size);
  GtkWidget *back = new_button ("document-revert-symbolic", restore_label);
  GtkWidget *save = new_button ("document-save-as-symbolic", save_label);

  note_saved (back, time, earlier->name);
  note_saved (save, time, earlier->name);
  gtk_widget_set_visible (
      back, !patron_document_get_read_only (get_document (self)));
  g_signal_connect (back, "clicked", G_CALLBACK (restore_saved_cb), NULL);
  g_signal_connect (save, "clicked", G_CALLBACK (save_saved_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), back);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), save);
  gtk_list_box_append (self->saved, row);
}

static void
fill (PatronVersionsDialog *self)
{
  guint n_versions = g_list_model_get_n_items (self->versions);
  GFile *file = patron_document_get_file (get_document (self));
  g_autoptr (GPtrArray) earlier
      = file != NULL ? patron_earlier_list (file) : NULL;
  guint n_saved = earlier != NULL ? earlier->len : 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->kept, 0)) != NULL)
    gtk_list_box_remove (self->kept, GTK_WIDGET (row));
  while ((row = gtk_list_box_get_row_at_index (self->saved, 0)) != NULL)
    gtk_list_box_remove (self->saved, GTK_WIDGET (row));

  for (guint i = n_versions; i > 0; i--)
    {
      g_autoptr (PatronRecord) version
          = g_list_model_get_item (self->versions, i - 1);

      add_kept (self, version);
    }
  for (guint i = 0; i < n_saved; i++)
    add_saved (self, g_ptr_array_index (earlier, i));

  gtk_widget_set_visible (self->kept_group, n_versions > 0);
  gtk_widget_set_visible (self->saved_group, n_saved > 0);
  gtk_widget_set_visible (self->empty, n_versions == 0 && n_saved == 0);
  gtk_widget_set_visible (self->page, n_versions > 0 || n_saved > 0);
}

static void
erase_answered_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  PatronVersionsDialog *self = PATRON_VERSIONS_DIALOG (object);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (patron_ask_finish (result), "erase"))
    return;
  if (!patron_earlier_erase (patron_document_get_file (get_document (self)),
                             &error))
    patron_tell (GTK_WINDOW (self), _("Could Not Erase"), error->message);
  fill (self);
}

static void
erase_cb (PatronVersionsDialog *self)
{
  const PatronReply replies[] = {
    { "cancel", _("_Cancel") },
    { "erase", _("_Erase"), PATRON_REPLY_DESTRUCTIVE },
  };

  patron_ask_async (GTK_WINDOW (self), _("Erase What Was Saved Before?"),
                    _("The strategy stays as it is, and so do the versions "
                      "that you kept. What is erased cannot be brought "
                      "back."),
                    NULL, replies, G_N_ELEMENTS (replies), erase_answered_cb,
                    NULL);
}

static void
patron_versions_dialog_dispose (GObject *object)
{
  PatronVersionsDialog *self = PATRON_VERSIONS_DIALOG (object);

  g_clear_object (&self->versions);
  g_clear_pointer (&self->copy, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self),
                               PATRON_TYPE_VERSIONS_DIALOG);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (patron_versions_dialog_parent_class)->dispose (object);
}

static void
patron_versions_dialog_class_init (PatronVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_versions_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/patron_app/Patron/patron-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatronVersionsDialog,
                                        empty);
  gtk_widget_class_bind_template_child (widget_class, PatronVersionsDialog,
                                        page);
  gtk_widget_class_bind_template_child (widget_class, PatronVersionsDialog,
                                        kept_group);
  gtk_widget_class_bind_template_child (widget_class, PatronVersionsDialog,
                                        kept);
  gtk_widget_class_bind_template_child (widget_class, PatronVersionsDialog,
                                        saved_group);
  gtk_widget_class_bind_template_child (widget_class, PatronVersionsDialog,
                                        saved);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
patron_versions_dialog_init (PatronVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * patron_versions_dialog_present:
 *
 * Shows what the window's document once was.
 */
void
patron_versions_dialog_present (PatronWindow *window)
{
  PatronVersionsDialog *self
      = g_object_new (PATRON_TYPE_VERSIONS_DIALOG, NULL);

  self->window = g_object_ref (window);
  self->versions = patron_document_list (get_document (self), "version");
  g_signal_connect_object (self->versions, "items-changed",
                           G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  patron_dialog_present (PATRON_DIALOG (self), GTK_WINDOW (window));
}

/* The two rows of the question. */
typedef struct
{
  GtkEditable *name;
  GtkEditable *note;
} Keep;

static void
keep_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  PatronWindow *window = PATRON_WINDOW (object);
  PatronDocument *document = patron_window_get_document (window);
  g_autofree Keep *keep = user_data;
  g_autofree char *name = g_strdup (gtk_editable_get_text (keep->name));
  g_autofree char *note = g_strdup (gtk_editable_get_text (keep->note));
  g_autoptr (PatronRecord) version = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (keep->name);
  g_object_unref (keep->note);
  if (!g_str_equal (patron_ask_finish (result), "keep") || document == NULL)
    return;
  version = patron_document_keep_version (
      document, *name != '\0' ? name : NULL, *note != '\0' ? note : NULL,
      &error);
  if (version != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-toast", "s",
                                _("Version kept"));
  else
    patron_tell (GTK_WINDOW (window), _("Could Not Keep the Version"),
                 error->message);
}

static GtkEditable *
add_entry (GtkWidget  *list,
           const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (g_object_ref (row));
}

/**
 * patron_versions_ask_keep:
 *
 * Asks for a name, and keeps the window's document as it is now.
 */
void
patron_versions_ask_keep (PatronWindow *window)
{
  const PatronReply replies[] = {
    { "cancel", _("_Cancel") },
    { "keep", _("_Keep"), PATRON_REPLY_SUGGESTED },
  };
  GtkWidget *list = gtk_list_box_new ();
  Keep *keep = g_new0 (Keep, 1);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Version"), -1);
  keep->name = add_entry (list, _("Name"));
  keep->note = add_entry (list, _("Note"));
  patron_ask_async (GTK_WINDOW (window), _("Keep This Version"),
                    _("The strategy as it is now stays in the document, to "
                      "look back on."),
                    list, replies, G_N_ELEMENTS (replies), keep_cb, keep);
}
