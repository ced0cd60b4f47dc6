/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpis-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-date.h"
#include "patron-file-chooser.h"
#include "patron-kpi-board.h"
#include "patron-kpi-detail.h"
#include "patron-html-table.h"
#include "patron-kpi-import.h"
#include "patron-kpi-library-dialog.h"
#include "patron-kpis-resources.h"
#include "patron-mnemonic.h"
#include "patron-reorder.h"
#include "patron-row.h"
#include "patron-style.h"

/**
 * PatronKpisPage:
 *
 * The KPIs of the strategy as a board of cards, and the opened one in full.
 */
struct _PatronKpisPage
{
  PatronPage      parent_instance;

  GtkStack       *stack;   /* empty, board or kpi */
  PatronKpiBoard *board;
  GtkLabel       *title;   /* of the opened KPI */
  AdwBin         *content;
  GListModel     *kpis;    /* (owned) (nullable) */
  PatronKpiBook  *book;    /* (owned) (nullable) */
  PatronRecord   *shown;   /* (owned) (nullable) the opened KPI */
};

G_DEFINE_FINAL_TYPE (PatronKpisPage, patron_kpis_page, PATRON_TYPE_PAGE)

static PatronDocument *
get_document (PatronKpisPage *self)
{
  return patron_page_get_document (PATRON_PAGE (self));
}

static PatronKpiDetail *
get_detail (PatronKpisPage *self)
{
  GtkWidget *child = adw_bin_get_child (self->content);

  return child != NULL ? PATRON_KPI_DETAIL (child) : NULL;
}

/* What actions are about: the opened KPI, or the selected card. */
static PatronRecord *
get_current (PatronKpisPage *self)
{
  return self->shown != NULL ? self->shown
                             : patron_kpi_board_get_selected (self->board);
}

static void
update_current (PatronKpisPage *self)
{
  static const char *const actions[] = { "kpis.duplicate", "kpis.remove",
                                         "kpis.move-up", "kpis.move-down" };
  PatronRecord *kpi = get_current (self);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i],
                                   kpi != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "kpis.back",
                                 self->shown != NULL);
  patron_page_set_exportable (PATRON_PAGE (self), kpi != NULL ? "chart" : NULL,
                              kpi != NULL ? patron_record_get_id (kpi) : 0);
}

static void
update_title (PatronKpisPage *self)
{
  g_autofree char *title
      = self->shown != NULL ? patron_record_get_title (self->shown) : NULL;

  gtk_label_set_label (self->title, title != NULL ? title : "");
}

/* Opens a KPI; with %NULL, goes back to the board. */
static void
show_kpi (PatronKpisPage *self,
          PatronRecord   *kpi)
{
  g_autoptr (PatronRecord) before = g_steal_pointer (&self->shown);
  guint n = self->kpis != NULL ? g_list_model_get_n_items (self->kpis) : 0;

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, update_title, self);
  if (kpi != NULL)
    {
      self->shown = g_object_ref (kpi);
      g_signal_connect_object (kpi, "notify::name",
                               G_CALLBACK (update_title), self,
                               G_CONNECT_SWAPPED);
      patron_kpi_board_select (self->board, kpi, FALSE);
    }
  if (kpi != before)
    adw_bin_set_child (self->content,
                       kpi != NULL ? patron_kpi_detail_new (
                           get_document (self), kpi, self->book)
                                   : NULL);
  gtk_stack_set_visible_child_name (self->stack, kpi != NULL ? "kpi"
                                                 : n > 0     ? "board"
                                                             : "empty");
  update_title (self);
  update_current (self);
}

static void
opened_cb (PatronKpisPage *self,
           PatronRecord   *kpi)
{
  show_kpi (self, kpi);
  patron_kpi_detail_focus (get_detail (self));
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (widget);
  g_autoptr (PatronRecord) kpi
      = self->shown != NULL ? g_object_ref (self->shown) : NULL;

  show_kpi (self, NULL);
  patron_kpi_board_select (self->board, kpi, TRUE);
}

/* What is shown may be gone. */
static void
list_changed_cb (PatronKpisPage *self,
                 guint           position,
                 guint           removed,
                 guint           added)
{
  gboolean there = self->shown != NULL
                   && patron_record_get_exists (self->shown);

  show_kpi (self, there ? self->shown : NULL);
}

/* Whether what the open KPI is linked with changed: the forecast looks to the
 * due dates of goals, and names and check-ins are shown. */
static gboolean
are_links_concerned (PatronKpisPage *self,
                     guint64         entities)
{
  static const char *const linked[]
      = { "goal", "check_in", "card", "chart", "segment" };
  PatronRegistry *registry
      = patron_document_get_registry (get_document (self));

  for (gsize i = 0; i < G_N_ELEMENTS (linked); i++)
    if (entities
        & (G_GUINT64_CONSTANT (1) << patron_registry_find (
               registry, patron_registry_lookup (registry, linked[i]))))
      return TRUE;
  return FALSE;
}

/* Judgements are made anew: of the opened KPI and the cards in view at once,
 * of the others when there is time. */
static void
document_changed_cb (PatronKpisPage *self,
                     guint64         entities)
{
  if (self->book == NULL)
    return;
  if (!patron_kpi_book_is_concerned (self->book, entities))
    {
      if (get_detail (self) != NULL && are_links_concerned (self, entities))
        patron_kpi_detail_refresh (get_detail (self));
      return;
    }
  patron_kpi_board_forget (self->board);
  patron_kpi_book_forget (self->book);
  patron_kpi_board_refresh (self->board);
  if (get_detail (self) != NULL)
    patron_kpi_detail_refresh (get_detail (self));
}

static gboolean
drop_cb (PatronRecord *target,
         PatronRecord *dropped,
         gboolean      after,
         gboolean      commit,
         gpointer      user_data)
{
  PatronKpisPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) before = NULL;
  gboolean possible = TRUE;

  if (!patron_record_is (dropped, "kpi"))
    return FALSE;
  if (!commit)
    return TRUE;
  before = after ? patron_reorder_before (self->kpis, target, 1, &possible)
                 : g_object_ref (target);
  if (!patron_document_move (get_document (self), dropped, before, &error))
    patron_page_report (PATRON_PAGE (self), error);
  return TRUE;
}

static void
clear (PatronKpisPage *self)
{
  if (self->kpis != NULL)
    g_signal_handlers_disconnect_by_data (self->kpis, self);
  g_clear_object (&self->kpis);
  patron_kpi_board_set_kpis (self->board, NULL, NULL);
  show_kpi (self, NULL);
  g_clear_pointer (&self->book, patron_kpi_book_free);
}

static void
patron_kpis_page_document_set (PatronPage     *page,
                               PatronDocument *document)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (page);

  clear (self);
  if (document == NULL)
    return;
  self->kpis = patron_document_list (document, "kpi");
  self->book = patron_kpi_book_new (document, patron_date_today ());
  patron_kpi_board_set_kpis (self->board, self->kpis, self->book);
  g_signal_connect_object (self->kpis, "items-changed",
                           G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed",
                           G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_kpi (self, NULL);
}

static gboolean
patron_kpis_page_show_record (PatronPage   *page,
                              PatronRecord *record)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (page);
  g_autoptr (PatronRecord) kpi = NULL;
  const PatronEntity *entity = patron_record_get_entity (record);

  if (patron_record_is (record, "kpi"))
    kpi = g_object_ref (record);
  else if (patron_entity_get_field (entity, "kpi") != NULL)
    kpi = patron_document_get_record (
        get_document (self), "kpi",
        patron_record_get_integer (record, "kpi"));
  if (kpi == NULL)
    return FALSE;
  show_kpi (self, kpi);
  return patron_kpi_detail_show_record (get_detail (self), record);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) kpi
      = patron_document_insert (get_document (self), "kpi", &error, NULL);

  if (kpi == NULL)
    {
      patron_page_report (PATRON_PAGE (self), error);
      return;
    }
  show_kpi (self, kpi);
  patron_kpi_detail_define (get_detail (self));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) copy
      = patron_document_duplicate (get_document (self), get_current (self),
                                   &error);

  if (copy != NULL)
    show_kpi (self, copy);
  else
    patron_page_report (PATRON_PAGE (self), error);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (widget);
  g_autoptr (PatronRecord) kpi = g_object_ref (get_current (self));
  g_autofree char *title = patron_record_get_title (kpi);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!patron_document_remove (get_document (self), kpi, &error))
    {
      patron_page_report (PATRON_PAGE (self), error);
      return;
    }
  /* Translators: the name of what was removed. */
  message = g_strdup_printf (_("“%s” removed"), title);
  patron_page_removed (PATRON_PAGE (self), message);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (widget);
  gboolean down = g_str_has_suffix (action, "down");
  g_autoptr (PatronRecord) kpi = g_object_ref (get_current (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) before = NULL;
  gboolean possible;

  before = patron_reorder_before (self->kpis, kpi, down ? 1 : -1, &possible);
  if (!possible)
    return;
  if (!patron_document_move (get_document (self), kpi, before, &error))
    patron_page_report (PATRON_PAGE (self), error);
  else if (self->shown == NULL)
    patron_kpi_board_select (self->board, kpi, TRUE);
}

static void
imported_cb (PatronKpisPage *self,
             guint           n_values)
{
  g_autofree char *message = g_strdup_printf (
      ngettext ("%u value imported", "%u values imported", n_values),
      n_values);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-toast", "s",
                              message);
}

static void
present_import (PatronKpisPage  *self,
                PatronKpiImport *dialog,
                const GError    *error)
{
  if (dialog == NULL)
    {
      patron_page_report (PATRON_PAGE (self), error);
      return;
    }
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self,
                           G_CONNECT_SWAPPED);
  patron_dialog_present (
      PATRON_DIALOG (dialog),
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
import_file (PatronKpisPage *self,
             GFile          *file)
{
  g_autoptr (GError) error = NULL;

  if (get_document (self) != NULL)
    present_import (self,
                    patron_kpi_import_new_for_file (get_document (self), file,
                                                    &error),
                    error);
}

/* What a spreadsheet or a web page has copied; into the KPI that is open. */
static void
import_text (PatronKpisPage *self,
             const char     *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PatronKpiImport *dialog;

  if (get_document (self) == NULL)
    return;
  dialog = patron_kpi_import_new (get_document (self), NULL, bytes, &error);
  if (dialog != NULL && self->shown != NULL)
    patron_kpi_import_set_kpi (dialog, self->shown);
  present_import (self, dialog, error);
}

static void
pasted_text_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (PatronKpisPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (
      GDK_CLIPBOARD (source), result, NULL);

  import_text (self, text != NULL ? text : "");
}

static void
paste_text (PatronKpisPage *self)
{
  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_text_cb,
      g_object_ref (self));
}

static void
read_html_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (PatronKpisPage) self = user_data;
  g_autofree char *valid = NULL;
  g_autofree char *table = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL)
      >= 0)
    {
      g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (
          G_MEMORY_OUTPUT_STREAM (source));
      gsize size = 0;
      const char *html = g_bytes_get_data (bytes, &size);

      valid = g_utf8_make_valid (html != NULL ? html : "", (gssize) size);
      table = patron_html_table_to_csv (valid);
    }
  if (table != NULL)
    import_text (self, table);
  else
    paste_text (self);
}

static void
pasted_html_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (PatronKpisPage) self = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (
      GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      paste_text (self);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, stream,
      G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
          | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, read_html_cb, g_object_ref (self));
}

/* A table as a table is better than its text, which may have lost cells. */
static void
paste_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  const char *types[] = { "text/html", NULL };

  if (gdk_content_formats_contain_mime_type (
          gdk_clipboard_get_formats (clipboard), types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL,
                              pasted_html_cb, g_object_ref (widget));
  else
    paste_text (PATRON_KPIS_PAGE (widget));
}

static void
library_added_cb (PatronKpisPage *self,
                  PatronRecord   *kpi)
{
  show_kpi (self, kpi);
}

static void
library_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (widget);
  GtkWidget *dialog = patron_kpi_library_dialog_new (get_document (self));

  g_signal_connect_object (dialog, "added", G_CALLBACK (library_added_cb),
                           self, G_CONNECT_SWAPPED);
  patron_dialog_present (PATRON_DIALOG (dialog),
                         GTK_WINDOW (gtk_widget_get_root (widget)));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PatronKpisPage) self = user_data;
  g_autoptr (GFile) file = patron_choose_file_finish (result);

  if (file != NULL)
    import_file (self, file);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables as Text"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  patron_choose_file_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                            PATRON_CHOOSE_OPEN, _("Import Measurements"),
                            _("_Open"), filter, NULL, NULL, chosen_cb,
                            g_object_ref (widget));
}

static gboolean
drop_file_cb (PatronKpisPage *self,
              const GValue   *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || get_document (self) == NULL)
    return FALSE;
  import_file (self, files->data);
  return TRUE;
}

static void
patron_kpis_page_dispose (GObject *object)
{
  PatronKpisPage *self = PATRON_KPIS_PAGE (object);

  if (self->stack != NULL)
    clear (self);
  self->stack = NULL;

  G_OBJECT_CLASS (patron_kpis_page_parent_class)->dispose (object);
}

static void
add_binding (GtkWidgetClass *widget_class,
             guint           key,
             GdkModifierType modifiers,
             const char     *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action,
                                       NULL);
}

static void
patron_kpis_page_class_init (PatronKpisPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PatronPageClass *page_class = PATRON_PAGE_CLASS (klass);

  patron_kpis_register_resource ();
  patron_style_add_resource (
      "/io/github/patron_app/Patron/kpis/patron-kpis.css");
  G_OBJECT_CLASS (klass)->dispose = patron_kpis_page_dispose;
  page_class->document_set = patron_kpis_page_document_set;
  page_class->show_record = patron_kpis_page_show_record;

  gtk_widget_class_install_action (widget_class, "kpis.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "kpis.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "kpis.import", NULL,
                                   import_cb);
  gtk_widget_class_install_action (widget_class, "kpis.paste", NULL,
                                   paste_cb);
  gtk_widget_class_install_action (widget_class, "kpis.library", NULL,
                                   library_cb);
  gtk_widget_class_install_action (widget_class, "kpis.duplicate", NULL,
                                   duplicate_cb);
  gtk_widget_class_install_action (widget_class, "kpis.remove", NULL,
                                   remove_cb);
  gtk_widget_class_install_action (widget_class, "kpis.move-up", NULL,
                                   move_cb);
  gtk_widget_class_install_action (widget_class, "kpis.move-down", NULL,
                                   move_cb);
  add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "kpis.paste");
  add_binding (widget_class, GDK_KEY_u, GDK_CONTROL_MASK, "kpis.duplicate");
  add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "kpis.back");
  add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "kpis.move-up");
  add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "kpis.move-down");
}

static gboolean
board_key_cb (PatronKpisPage *self,
              guint           keyval)
{
  if (keyval != GDK_KEY_Delete || get_current (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "kpis.remove", NULL);
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  g_menu_append (other, _("_Duplicate"), "kpis.duplicate");
  g_menu_append (other, _("_Remove"), "kpis.remove");
  g_menu_append (order, _("Move _Up"), "kpis.move-up");
  g_menu_append (order, _("Move Do_wn"), "kpis.move-down");
  g_menu_append (menu, _("Add from _Library…"), "kpis.library");
  g_menu_append (menu, _("_Import Measurements…"), "kpis.import");
  g_menu_append (menu, _("_Paste Measurements…"), "kpis.paste");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button),
                                  G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("KPI Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("KPI Menu"), -1);
  return button;
}

static GtkWidget *
new_bar_title (const char *text)
{
  GtkWidget *title = gtk_label_new (text);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  return title;
}

/* The board under a bar of what can be done with it. */
static GtkWidget *
new_board (PatronKpisPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = patron_row_new_button ("list-add-symbolic", _("Add KPI"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "kpis.add");
  gtk_widget_add_css_class (bar, "patron-list-bar");
  gtk_box_append (GTK_BOX (bar), new_bar_title (_("KPIs")));
  gtk_box_append (GTK_BOX (bar), add);
  gtk_box_append (GTK_BOX (bar), new_menu_button ());

  self->board = PATRON_KPI_BOARD (patron_kpi_board_new (drop_cb, self));
  g_signal_connect_swapped (self->board, "opened", G_CALLBACK (opened_cb),
                            self);
  g_signal_connect_swapped (self->board, "selected",
                            G_CALLBACK (update_current), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (board_key_cb),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self->board), keys);
  gtk_widget_set_vexpand (GTK_WIDGET (self->board), TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->board));
  return box;
}

/* The opened KPI under a bar with the way back. */
static GtkWidget *
new_content (PatronKpisPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back
      = patron_row_new_button ("go-previous-symbolic", _("All KPIs"));
  GtkWidget *title = new_bar_title (NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "kpis.back");
  gtk_widget_add_css_class (bar, "patron-bar");
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), new_menu_button ());
  self->title = GTK_LABEL (title);
  self->content = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  return box;
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *add = patron_mnemonic_button_new (_("_Add KPI"));
  GtkWidget *library = patron_mnemonic_button_new (_("Add from _Library…"));
  GtkWidget *import
      = patron_mnemonic_button_new (_("_Import Measurements…"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status),
                                 "patron-kpis-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No KPIs Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (status),
      _("A KPI tells whether the strategy works: what is measured, what it "
        "shall reach, and which decision it informs."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "kpis.add");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (library), "kpis.library");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (import), "kpis.import");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_add_css_class (library, "pill");
  gtk_widget_add_css_class (import, "pill");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (buttons), library);
  gtk_box_append (GTK_BOX (buttons), import);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), buttons);
  return status;
}

static void
patron_kpis_page_init (PatronKpisPage *self)
{
  GtkDropTarget *drop
      = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_object_set (self, "title", _("KPIs"), "icon-name",
                "patron-kpis-symbolic", NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_empty (), "empty");
  gtk_stack_add_named (self->stack, new_board (self), "board");
  gtk_stack_add_named (self->stack, new_content (self), "kpi");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_file_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
