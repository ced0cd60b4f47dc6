/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-deck-dialog.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-deck-strategy.h"
#include "patron-dialog.h"
#include "patron-file-chooser.h"
#include "patron-file-name.h"
#include "patron-settings.h"

#define PATRON_TYPE_DECK_DIALOG (patron_deck_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PatronDeckDialog, patron_deck_dialog, PATRON,
                      DECK_DIALOG, PatronDialog)

struct _PatronDeckDialog
{
  PatronDialog  parent_instance;

  AdwComboRow  *format;
  GtkWidget    *charts_row;
  GtkSwitch    *pictures;
  GtkListBox   *slides;
  GtkWidget    *all_button;
  GtkWidget    *choices;
  GtkWidget    *save_button;
  GtkSpinner   *spinner;

  PatronWindow *window;      /* (owned) */
  GFile        *file;        /* (owned) (nullable): being written */
  GCancellable *cancellable; /* (owned) (nullable): while writing */
};

G_DEFINE_FINAL_TYPE (PatronDeckDialog, patron_deck_dialog, PATRON_TYPE_DIALOG)

/* The formats as the row lists them: what is edited first. */
static const PatronDeckFormat formats[]
    = { PATRON_DECK_PPTX, PATRON_DECK_ODP, PATRON_DECK_PDF };

static PatronDeckFormat
get_format (PatronDeckDialog *self)
{
  return formats[adw_combo_row_get_selected (self->format)];
}

static PatronDeckItem *
get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "check");
}

static GPtrArray *
get_wanted (PatronDeckDialog *self)
{
  GPtrArray *wanted = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (self->slides, i)) != NULL; i++)
    if (gtk_check_button_get_active (get_check (row)))
      g_ptr_array_add (wanted, get_item (row));
  return wanted;
}

static guint
count_slides (PatronDeckDialog *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->slides, (int) n) != NULL)
    n++;
  return n;
}

static void
update (PatronDeckDialog *self)
{
  g_autoptr (GPtrArray) wanted = get_wanted (self);
  gboolean all = wanted->len == count_slides (self);

  gtk_widget_set_sensitive (self->save_button, wanted->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->all_button),
                        all ? _("_Clear All") : _("Select _All"));
  gtk_widget_set_visible (self->charts_row,
                          get_format (self) != PATRON_DECK_PDF);
}

static void
toggle_all_cb (PatronDeckDialog *self)
{
  g_autoptr (GPtrArray) wanted = get_wanted (self);
  gboolean all = wanted->len == count_slides (self);
  GtkListBoxRow *row;

  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (self->slides, i)) != NULL; i++)
    gtk_check_button_set_active (get_check (row), !all);
  update (self);
}

static void
move_row (PatronDeckDialog *self,
          GtkListBoxRow    *row,
          int               to)
{
  int from = gtk_list_box_row_get_index (row);

  if (to < 0 || to >= (int) count_slides (self) || to == from)
    return;
  g_object_ref (row);
  gtk_list_box_remove (self->slides, GTK_WIDGET (row));
  gtk_list_box_insert (self->slides, GTK_WIDGET (row), to);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_object_unref (row);
}

static PatronDeckDialog *
get_dialog (GtkWidget *widget)
{
  return PATRON_DECK_DIALOG (gtk_widget_get_root (widget));
}

static void
move_up_cb (GtkWidget     *button,
            GtkListBoxRow *row)
{
  move_row (get_dialog (button), row, gtk_list_box_row_get_index (row) - 1);
}

static void
move_down_cb (GtkWidget     *button,
              GtkListBoxRow *row)
{
  move_row (get_dialog (button), row, gtk_list_box_row_get_index (row) + 1);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkListBoxRow         *row)
{
  PatronDeckDialog *self = get_dialog (GTK_WIDGET (row));
  int place = gtk_list_box_row_get_index (row);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return FALSE;
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return FALSE;
  move_row (self, row, key == GDK_KEY_Up ? place - 1 : place + 1);
  return TRUE;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkListBoxRow *row)
{
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GtkListBoxRow *row)
{
  GtkListBoxRow *dragged = g_value_get_object (value);
  PatronDeckDialog *self = get_dialog (GTK_WIDGET (row));

  if (dragged == row
      || gtk_widget_get_parent (GTK_WIDGET (dragged))
             != GTK_WIDGET (self->slides))
    return FALSE;
  move_row (self, dragged, gtk_list_box_row_get_index (row));
  return TRUE;
}

static void
make_movable (GtkListBoxRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target
      = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_controller (GTK_WIDGET (row), keys);
}

static void
add_button (AdwActionRow *row,
            const char   *icon,
            const char   *tooltip,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect (button, "clicked", callback, row);
  adw_action_row_add_suffix (row, button);
}

static void
add_row (PatronDeckDialog *self,
         PatronDeckItem   *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->label);
  if (item->record != 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                 patron_deck_part_get_label (item->part));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, item->label,
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (row), "item", item,
                          (GDestroyNotify) patron_deck_item_free);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  add_button (ADW_ACTION_ROW (row), "go-up-symbolic", _("Move Up"),
              G_CALLBACK (move_up_cb));
  add_button (ADW_ACTION_ROW (row), "go-down-symbolic", _("Move Down"),
              G_CALLBACK (move_down_cb));
  make_movable (GTK_LIST_BOX_ROW (row));
  gtk_list_box_append (self->slides, row);
}

static void
list_slides (PatronDeckDialog *self)
{
  g_autoptr (GPtrArray) items = patron_deck_list_items (
      patron_window_get_document (self->window));

  g_ptr_array_set_free_func (items, NULL);
  for (guint i = 0; i < items->len; i++)
    add_row (self, g_ptr_array_index (items, i));
}

static void
recall_choices (PatronDeckDialog *self)
{
  GSettings *settings = patron_settings_get ();
  g_autofree char *id = NULL;
  PatronDeckFormat format;

  if (settings == NULL)
    return;
  id = g_settings_get_string (settings, "deck-format");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (patron_deck_format_from_id (id, &format) && formats[i] == format)
      adw_combo_row_set_selected (self->format, i);
  gtk_switch_set_active (self->pictures,
                         g_settings_get_boolean (settings, "deck-pictures"));
}

static void
remember_choices (PatronDeckDialog *self)
{
  GSettings *settings = patron_settings_get ();
  g_autoptr (GFile) folder = g_file_get_parent (self->file);

  if (settings == NULL)
    return;
  g_settings_set_string (settings, "deck-format",
                         patron_deck_format_get_id (get_format (self)));
  g_settings_set_boolean (settings, "deck-pictures",
                          gtk_switch_get_active (self->pictures));
  if (folder != NULL)
    patron_settings_set_folder ("export-folder", folder);
}

static void
set_busy (PatronDeckDialog *self,
          gboolean          busy)
{
  gtk_widget_set_sensitive (self->choices, !busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PatronDeckDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = patron_deck_write_finish (result, &error);
  gboolean cancelled = g_cancellable_is_cancelled (self->cancellable);
  g_autofree char *uri = g_file_get_uri (self->file);

  g_clear_object (&self->cancellable);
  if (cancelled)
    return;
  if (!good)
    {
      set_busy (self, FALSE);
      patron_tell (GTK_WINDOW (self), _("Could Not Save the Presentation"),
                   error->message);
      return;
    }
  patron_window_toast_file (self->window, _("Presentation saved"), uri);
  gtk_window_destroy (GTK_WINDOW (self));
}

static GFile *
add_extension (GFile      *file,
               const char *extension)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *suffix = g_strconcat (".", extension, NULL);
  g_autofree char *whole = g_strconcat (base, suffix, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_str_has_suffix (base, suffix) || folder == NULL)
    return g_object_ref (file);
  return g_file_get_child (folder, whole);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  PatronDeckDialog *self = PATRON_DECK_DIALOG (object);
  g_autoptr (GFile) file = patron_choose_file_finish (result);
  g_autoptr (GPtrArray) wanted = NULL;
  PatronDeck *deck;

  if (file == NULL)
    return;
  g_clear_object (&self->file);
  self->file = add_extension (file,
                              patron_deck_format_get_id (get_format (self)));
  remember_choices (self);
  set_busy (self, TRUE);
  wanted = get_wanted (self);
  deck = patron_deck_new_of (
      patron_window_get_document (self->window), wanted,
      gtk_switch_get_active (self->pictures),
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  self->cancellable = g_cancellable_new ();
  patron_deck_write_async (deck, get_format (self), self->file,
                           self->cancellable, written_cb,
                           g_object_ref (self));
}

static void
save_cb (PatronDeckDialog *self)
{
  g_autofree char *title
      = patron_document_get_title (patron_window_get_document (self->window));
  g_autofree char *name = patron_export_file_name (
      title, patron_deck_format_get_id (get_format (self)));
  g_autoptr (GFile) folder = patron_settings_get_folder ("export-folder");

  patron_choose_file_async (GTK_WINDOW (self), PATRON_CHOOSE_SAVE,
                            _("Save Presentation"), _("_Save"), NULL, name,
                            folder, chosen_cb, NULL);
}

static gboolean
patron_deck_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (PATRON_DECK_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (patron_deck_dialog_parent_class)
      ->close_request (window);
}

static void
patron_deck_dialog_dispose (GObject *object)
{
  PatronDeckDialog *self = PATRON_DECK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PATRON_TYPE_DECK_DIALOG);
  g_clear_object (&self->window);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (patron_deck_dialog_parent_class)->dispose (object);
}

static void
patron_deck_dialog_class_init (PatronDeckDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_deck_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = patron_deck_dialog_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/patron_app/Patron/patron-deck-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        format);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        charts_row);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        pictures);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        slides);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        all_button);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        choices);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        save_button);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        spinner);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
patron_deck_dialog_init (PatronDeckDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * patron_deck_dialog_present:
 *
 * Asks what of the window's document goes onto slides, and saves them as a
 * presentation.
 */
void
patron_deck_dialog_present (PatronWindow *window)
{
  PatronDeckDialog *self = g_object_new (PATRON_TYPE_DECK_DIALOG, NULL);

  self->window = g_object_ref (window);
  list_slides (self);
  recall_choices (self);
  update (self);
  patron_dialog_present (PATRON_DIALOG (self), GTK_WINDOW (window));
  gtk_widget_grab_focus (self->save_button);
}
