/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* The numbers of a chart as a table that can be read and copied. */

#include "config.h"

#include "patron-chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "patron-chart-table.h"
#include "patron-dialog.h"
#include "patron-mnemonic.h"

#define PATRON_TYPE_CHART_DIALOG (patron_chart_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PatronChartDialog, patron_chart_dialog, PATRON,
                      CHART_DIALOG, PatronDialog)

struct _PatronChartDialog
{
  PatronDialog      parent_instance;

  PatronChartView  *view;  /* (owned) */
  PatronChartTable *table; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PatronChartDialog, patron_chart_dialog,
                     PATRON_TYPE_DIALOG)

static void
patron_chart_dialog_dispose (GObject *object)
{
  PatronChartDialog *self = PATRON_CHART_DIALOG (object);

  g_clear_object (&self->view);

  G_OBJECT_CLASS (patron_chart_dialog_parent_class)->dispose (object);
}

static void
patron_chart_dialog_finalize (GObject *object)
{
  g_clear_pointer (&PATRON_CHART_DIALOG (object)->table,
                   patron_chart_table_free);

  G_OBJECT_CLASS (patron_chart_dialog_parent_class)->finalize (object);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PatronChartDialog *self = PATRON_CHART_DIALOG (widget);
  g_autoptr (GdkContentProvider) content
      = patron_chart_table_copy_new (self->view);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

static void
patron_chart_dialog_class_init (PatronChartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_chart_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = patron_chart_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK, "table.copy", NULL);
}

static void
patron_chart_dialog_init (PatronChartDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
}

static void
setup_cb (PatronChartDialog *self,
          GtkListItem       *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

/* The items of the model are the numbers of the rows. */
static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         PatronChartDialog  *self)
{
  guint column = GPOINTER_TO_UINT (
      g_object_get_data (G_OBJECT (factory), "column"));
  g_autofree char *text = patron_chart_table_get_text (
      self->table, gtk_list_item_get_position (item), column);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  gboolean number = patron_chart_table_get_kind (self->table, column)
                    == PATRON_COLUMN_NUMBER;

  gtk_label_set_xalign (label, number ? 1 : 0);
  gtk_label_set_text (label, text);
}

static void
add_column (PatronChartDialog *self,
            GtkColumnView     *list,
            guint              column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  added = gtk_column_view_column_new (
      patron_chart_table_get_title (self->table, column), factory);
  gtk_column_view_column_set_expand (added, TRUE);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_append_column (list, added);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* The title of a column of numbers stands above them. GTK has no call for
 * where titles stand, and puts them in the first row. */
static void
align_titles (PatronChartDialog *self,
              GtkWidget         *list)
{
  GtkWidget *header = gtk_widget_get_first_child (list);
  GtkWidget *title
      = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0;
       title != NULL && i < patron_chart_table_get_n_columns (self->table);
       i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *label = find_label (title);

      if (label == NULL || patron_chart_table_get_kind (self->table, i)
                               != PATRON_COLUMN_NUMBER)
        continue;
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
}

static GtkWidget *
new_list (PatronChartDialog *self)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GtkWidget *list, *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < patron_chart_table_get_n_rows (self->table); i++)
    gtk_string_list_append (rows, "");
  list = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (
      G_LIST_MODEL (g_steal_pointer (&rows)))));
  gtk_widget_add_css_class (list, "data-table");
  gtk_column_view_set_show_column_separators (GTK_COLUMN_VIEW (list), TRUE);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  patron_chart_view_get_name (self->view),
                                  -1);
  for (guint i = 0; i < patron_chart_table_get_n_columns (self->table); i++)
    add_column (self, GTK_COLUMN_VIEW (list), i);
  align_titles (self, list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
build (PatronChartDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *copy = patron_mnemonic_button_new (_("_Copy Table"));
  GtkWidget *title = adw_window_title_new (
      patron_chart_view_get_name (self->view), NULL);

  gtk_window_set_title (GTK_WINDOW (self),
                        patron_chart_view_get_name (self->view));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "table.copy");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), copy);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

/* patron_chart_table_present:
 *
 * Shows the numbers of the chart.
 */
void
patron_chart_table_present (PatronChartView *view)
{
  PatronChartDialog *self = g_object_new (PATRON_TYPE_CHART_DIALOG, NULL);
  const PatronQueryResult *result = patron_chart_view_get_result (view);

  self->view = g_object_ref (view);
  self->table = patron_chart_table_new (result->chart, result->data);
  build (self);
  patron_dialog_present (
      PATRON_DIALOG (self),
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
}
