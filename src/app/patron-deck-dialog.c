/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-deck-dialog.h"

#include <glib/gi18n-lib.h>

#include "patron-ask.h"
#include "patron-deck-preview.h"
#include "patron-deck-row.h"
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
  AdwPreferencesGroup *group;
  GtkListBox   *slides;
  GtkWidget    *all_button;
  GtkWidget    *choices;
  GtkWidget    *save_button;
  GtkWidget    *preview_button;
  GtkSpinner   *spinner;

  PatronWindow *window;      /* (owned) */
  GFile        *file;        /* (owned) (nullable): being written */
  GCancellable *cancellable; /* (owned) (nullable): while writing */
  guint         layout;      /* a source, or 0 */
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

static PatronDeckRow *
get_row (PatronDeckDialog *self,
         guint             index)
{
  GtkListBoxRow *row
      = gtk_list_box_get_row_at_index (self->slides, (int) index);

  return row != NULL ? PATRON_DECK_ROW (row) : NULL;
}

/* All items in their order, or those that are chosen. */
static GPtrArray *
get_items (PatronDeckDialog *self,
           gboolean          chosen)
{
  GPtrArray *items = g_ptr_array_new ();
  PatronDeckRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (!chosen || patron_deck_row_get_item (row)->shown)
      g_ptr_array_add (items, patron_deck_row_get_item (row));
  return items;
}

static PatronDeck *
make_deck (PatronDeckDialog *self)
{
  g_autoptr (GPtrArray) items = get_items (self, TRUE);

  return patron_deck_new_of (
      patron_window_get_document (self->window), items,
      gtk_switch_get_active (self->pictures),
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

/* How many slides there will be, once every row knows. */
static void
update_count (PatronDeckDialog *self)
{
  g_autofree char *text = NULL;
  PatronDeckRow *row;
  guint n = 0;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (!patron_deck_row_is_laid_out (row))
        return;
      if (patron_deck_row_get_item (row)->shown)
        n += patron_deck_row_get_n_slides (row);
    }
  text = g_strdup_printf (ngettext ("%u slide", "%u slides", n), n);
  adw_preferences_group_set_description (self->group, text);
}

static void
update (PatronDeckDialog *self)
{
  g_autoptr (GPtrArray) all = get_items (self, FALSE);
  g_autoptr (GPtrArray) chosen = get_items (self, TRUE);
  gboolean office = get_format (self) != PATRON_DECK_PDF;

  gtk_widget_set_sensitive (self->save_button, chosen->len > 0);
  gtk_widget_set_sensitive (self->preview_button, chosen->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->all_button),
                        chosen->len == all->len ? _("_Clear All")
                                                : _("Select _All"));
  gtk_widget_set_visible (self->charts_row, office);
  for (guint i = 0; i < all->len; i++)
    {
      patron_deck_row_offer_forms (get_row (self, i), office);
      patron_deck_row_set_ends (get_row (self, i), i == 0,
                                i + 1 == all->len);
    }
  update_count (self);
}

static void
toggle_all_cb (PatronDeckDialog *self)
{
  g_autoptr (GPtrArray) all = get_items (self, FALSE);
  g_autoptr (GPtrArray) chosen = get_items (self, TRUE);

  for (guint i = 0; i < all->len; i++)
    patron_deck_row_set_shown (get_row (self, i), chosen->len < all->len);
}

static void
preview_cb (PatronDeckDialog *self)
{
  patron_deck_preview_present (GTK_WINDOW (self), make_deck (self));
}

static void
moved_cb (PatronDeckDialog *self,
          int               place,
          PatronDeckRow    *row)
{
  if (place < 0 || get_row (self, (guint) place) == NULL)
    return;
  g_object_ref (row);
  gtk_list_box_remove (self->slides, GTK_WIDGET (row));
  gtk_list_box_insert (self->slides, GTK_WIDGET (row), place);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_object_unref (row);
  update (self);
}

/* Laying out takes a while, so it is done one by one while nothing else is
 * asked for. */
static gboolean
lay_out_cb (gpointer data)
{
  PatronDeckDialog *self = data;
  PatronDeckRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (!patron_deck_row_is_laid_out (row))
      {
        patron_deck_row_lay_out (row,
                                 patron_window_get_document (self->window));
        return G_SOURCE_CONTINUE;
      }
  self->layout = 0;
  update_count (self);
  return G_SOURCE_REMOVE;
}

static void
list_slides (PatronDeckDialog *self)
{
  g_autoptr (GPtrArray) items = patron_deck_list_items (
      patron_window_get_document (self->window));

  g_ptr_array_set_free_func (items, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *row = patron_deck_row_new (g_ptr_array_index (items, i));

      g_signal_connect_object (row, "changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->slides, row);
    }
  self->layout = g_idle_add_full (G_PRIORITY_LOW, lay_out_cb, self, NULL);
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

/* The choice of slides is the team's, and goes with the document. */
static void
keep_slides (PatronDeckDialog *self)
{
  PatronDocument *document = patron_window_get_document (self->window);
  g_autoptr (GPtrArray) items = get_items (self, FALSE);
  g_autoptr (GError) error = NULL;

  if (!patron_document_get_read_only (document)
      && !patron_deck_keep_items (document, items, &error))
    patron_window_toast (self->window, error->message);
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

  if (file == NULL)
    return;
  g_clear_object (&self->file);
  self->file = add_extension (file,
                              patron_deck_format_get_id (get_format (self)));
  remember_choices (self);
  keep_slides (self);
  set_busy (self, TRUE);
  self->cancellable = g_cancellable_new ();
  patron_deck_write_async (make_deck (self), get_format (self), self->file,
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

  g_clear_handle_id (&self->layout, g_source_remove);
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
                                        group);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        slides);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        all_button);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        choices);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        save_button);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        preview_button);
  gtk_widget_class_bind_template_child (widget_class, PatronDeckDialog,
                                        spinner);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
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
