/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-kpi-adder.h"
#include "patron-kpi-cell.h"
#include "patron-measurement.h"
#include "patron-painted.h"
#include "patron-row.h"

/* Wide enough for a date and for an amount in the millions. */
#define NUMBER_WIDTH 120

/* Where the parts of a value stand: after the date and the value. */
#define FIRST_PART 2

/**
 * PatronKpiTable:
 *
 * The measurements, targets or annotations of a KPI: a bar that adds one
 * after the other, and a table that is edited in place. Only the rows in view
 * exist, so a hundred thousand values are no trouble.
 */
struct _PatronKpiTable
{
  GtkWidget           parent_instance;

  PatronDocument     *document;  /* (owned) */
  PatronRecord       *kpi;       /* (owned) */
  const PatronEntity *entity;
  GtkWidget          *view;      /* (unowned): a child */
  GtkSelectionModel  *selection; /* (owned) */
  const char *const  *parts;     /* (nullable) of values, that have a column */
  gboolean            to_end;    /* until it was seen: shows the newest row */
};

G_DEFINE_FINAL_TYPE (PatronKpiTable, patron_kpi_table, GTK_TYPE_WIDGET)

static void
fail_cb (PatronKpiTable *self,
         const GError   *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              error->message);
}

static void
remove_record (PatronKpiTable *self,
               PatronRecord   *record)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!patron_document_remove (self->document, record, &error))
    {
      fail_cb (self, error);
      return;
    }
  /* Translators: the label of an entity such as Measurement. */
  message = g_strdup_printf (_("%s removed"),
                             patron_entity_get_label (self->entity));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-toast", "s",
                              message);
}

/* Text, numbers and dates. */

static void
setup_cell_cb (PatronKpiTable           *self,
               GtkListItem              *item,
               GtkSignalListItemFactory *factory)
{
  GtkWidget *cell = patron_kpi_cell_new (
      self->document, g_object_get_data (G_OBJECT (factory), "field"));

  g_signal_connect_object (cell, "failed", G_CALLBACK (fail_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell_cb (PatronKpiTable *self,
              GtkListItem    *item)
{
  patron_kpi_cell_set_record (PATRON_KPI_CELL (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item));
}

static void
unbind_cell_cb (PatronKpiTable *self,
                GtkListItem    *item)
{
  patron_kpi_cell_set_record (PATRON_KPI_CELL (gtk_list_item_get_child (item)),
                              NULL);
}

/* Yes or no. */

static void
toggled_cb (GtkCheckButton *check,
            PatronKpiTable *self)
{
  PatronRecord *record = g_object_get_data (G_OBJECT (check), "record");
  const char *field = g_object_get_data (G_OBJECT (check), "field");
  gboolean active = gtk_check_button_get_active (check);
  g_autoptr (GError) error = NULL;

  if (record == NULL
      || active == (patron_record_get_integer (record, field) != 0))
    return;
  if (patron_document_set_integer (self->document, record, field, active,
                                   &error))
    return;
  gtk_check_button_set_active (
      check, patron_record_get_integer (record, field) != 0);
  fail_cb (self, error);
}

static void
setup_check_cb (PatronKpiTable           *self,
                GtkListItem              *item,
                GtkSignalListItemFactory *factory)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "field",
                     g_object_get_data (G_OBJECT (factory), "field"));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, check);
}

static void
show_check_cb (PatronRecord   *record,
               GtkCheckButton *check)
{
  const char *field = g_object_get_data (G_OBJECT (check), "field");

  gtk_check_button_set_active (
      check, patron_record_get_integer (record, field) != 0);
}

static void
bind_check_cb (PatronKpiTable *self,
               GtkListItem    *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  PatronRecord *record = gtk_list_item_get_item (item);
  const char *field = g_object_get_data (G_OBJECT (check), "field");
  g_autofree char *title = patron_record_get_title (record);
  g_autofree char *label = g_strdup_printf (
      _("%s, %s"),
      patron_field_get_label (patron_entity_get_field (self->entity, field)),
      title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (check), "record", g_object_ref (record),
                          g_object_unref);
  g_signal_connect_object (record, "changed", G_CALLBACK (show_check_cb),
                           check, 0);
  show_check_cb (record, GTK_CHECK_BUTTON (check));
}

static void
unbind_check_cb (PatronKpiTable *self,
                 GtkListItem    *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item),
                                        show_check_cb, check);
  g_object_set_data (G_OBJECT (check), "record", NULL);
}

/* One of several. */

static void
selected_cb (GtkDropDown    *drop_down,
             GParamSpec     *pspec,
             PatronKpiTable *self)
{
  PatronRecord *record = g_object_get_data (G_OBJECT (drop_down), "record");
  const char *name = g_object_get_data (G_OBJECT (drop_down), "field");
  const PatronField *field = patron_entity_get_field (self->entity, name);
  guint selected = gtk_drop_down_get_selected (drop_down);
  g_autoptr (GError) error = NULL;

  if (record == NULL || selected >= patron_field_get_n_choices (field))
    return;
  if (!patron_document_set_text (self->document, record, name,
                                 field->choices[selected].id, &error))
    fail_cb (self, error);
}

static void
setup_choice_cb (PatronKpiTable           *self,
                 GtkListItem              *item,
                 GtkSignalListItemFactory *factory)
{
  const char *name = g_object_get_data (G_OBJECT (factory), "field");
  const PatronField *field = patron_entity_get_field (self->entity, name);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < patron_field_get_n_choices (field); i++)
    gtk_string_list_append (
        labels, patron_field_get_choice_label (field, field->choices[i].id));
  drop_down = gtk_drop_down_new (
      G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_widget_add_css_class (drop_down, "flat");
  g_object_set_data (G_OBJECT (drop_down), "field", (gpointer) name);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb),
                    self);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, drop_down);
}

static void
show_choice_cb (PatronRecord *record,
                GtkDropDown  *drop_down)
{
  const char *name = g_object_get_data (G_OBJECT (drop_down), "field");
  const PatronField *field
      = patron_entity_get_field (patron_record_get_entity (record), name);
  const char *id = patron_record_get_text (record, name);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < patron_field_get_n_choices (field); i++)
    if (g_strcmp0 (field->choices[i].id, id) == 0)
      selected = i;
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
bind_choice_cb (PatronKpiTable *self,
                GtkListItem    *item)
{
  GtkWidget *drop_down = gtk_list_item_get_child (item);
  PatronRecord *record = gtk_list_item_get_item (item);
  const char *field = g_object_get_data (G_OBJECT (drop_down), "field");

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
      patron_field_get_label (patron_entity_get_field (self->entity, field)),
      -1);
  show_choice_cb (record, GTK_DROP_DOWN (drop_down));
  g_object_set_data_full (G_OBJECT (drop_down), "record",
                          g_object_ref (record), g_object_unref);
  g_signal_connect_object (record, "changed", G_CALLBACK (show_choice_cb),
                           drop_down, 0);
}

static void
unbind_choice_cb (PatronKpiTable *self,
                  GtkListItem    *item)
{
  GtkWidget *drop_down = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item),
                                        show_choice_cb, drop_down);
  g_object_set_data (G_OBJECT (drop_down), "record", NULL);
}

/* The button at the end of a row. */

static void
remove_clicked_cb (GtkButton      *button,
                   PatronKpiTable *self)
{
  PatronRecord *record = g_object_get_data (G_OBJECT (button), "record");

  if (record != NULL)
    remove_record (self, record);
}

static void
setup_remove_cb (PatronKpiTable *self,
                 GtkListItem    *item)
{
  GtkWidget *button = patron_row_new_button ("user-trash-symbolic",
                                             C_("action", "Remove"));

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, button);
}

static void
bind_remove_cb (PatronKpiTable *self,
                GtkListItem    *item)
{
  g_object_set_data_full (G_OBJECT (gtk_list_item_get_child (item)), "record",
                          g_object_ref (gtk_list_item_get_item (item)),
                          g_object_unref);
}

static void
unbind_remove_cb (PatronKpiTable *self,
                  GtkListItem    *item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "record",
                     NULL);
}

typedef void (*ItemCallback) (PatronKpiTable *self,
                              GtkListItem    *item);

static GtkColumnViewColumn *
add_column (PatronKpiTable *self,
            guint           position,
            const char     *title,
            const char     *field,
            GCallback       setup,
            ItemCallback    bind,
            ItemCallback    unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "field", (gpointer) field);
  g_signal_connect_data (factory, "setup", setup, self, NULL,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind), self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_insert_column (GTK_COLUMN_VIEW (self->view), position,
                                 column);
  return column;
}

static void
add_field_column (PatronKpiTable *self,
                  const char     *name,
                  guint           position)
{
  const PatronField *field = patron_entity_get_field (self->entity, name);
  const char *title = patron_field_get_label (field);
  GtkColumnViewColumn *column;

  if (field->kind == PATRON_KIND_CHOICE)
    column = add_column (self, position, title, field->name,
                         G_CALLBACK (setup_choice_cb), bind_choice_cb,
                         unbind_choice_cb);
  else if (field->kind == PATRON_KIND_BOOLEAN)
    column = add_column (self, position, title, field->name,
                         G_CALLBACK (setup_check_cb), bind_check_cb,
                         unbind_check_cb);
  else
    column = add_column (self, position, title, field->name,
                         G_CALLBACK (setup_cell_cb), bind_cell_cb,
                         unbind_cell_cb);
  gtk_column_view_column_set_expand (column, field->kind == PATRON_KIND_TEXT);
  if (field->kind == PATRON_KIND_DATE || field->kind == PATRON_KIND_NUMBER
      || field->kind == PATRON_KIND_INTEGER)
    gtk_column_view_column_set_fixed_width (column, NUMBER_WIDTH);
}

/* Which parts a value has is for the KPI to say, and may change. Columns that
 * are only hidden would keep their width from those that grow. */
static void
show_parts (PatronKpiTable *self)
{
  const char *const *parts = patron_kpi_get_parts (self->kpi);
  GListModel *columns
      = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  if (parts == self->parts)
    return;
  for (guint i = 0; self->parts != NULL && self->parts[i] != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column
          = g_list_model_get_item (columns, FIRST_PART);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
    }
  self->parts = parts;
  for (guint i = 0; parts[i] != NULL; i++)
    add_field_column (self, parts[i], FIRST_PART + i);
}

static void
remove_selected_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  PatronKpiTable *self = PATRON_KPI_TABLE (widget);
  g_autoptr (PatronRecord) record = NULL;

  record = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (self->selection));
  if (record == NULL)
    return;
  g_object_ref (record);
  remove_record (self, record);
}

static void
patron_kpi_table_dispose (GObject *object)
{
  PatronKpiTable *self = PATRON_KPI_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->document);
  g_clear_object (&self->kpi);

  G_OBJECT_CLASS (patron_kpi_table_parent_class)->dispose (object);
}

static void
scroll_to (PatronKpiTable *self,
           guint           position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->selection),
                                     position);
  /* The list inside the column view knows the action. */
  for (GtkWidget *child = gtk_widget_get_first_child (self->view);
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_activate_action (child, "list.scroll-to-item", "u",
                                    position))
      return;
}

/* The list is given its size: it knows now how far it scrolls. */
static void
sized_cb (PatronKpiTable *self,
          GtkAdjustment  *adjustment)
{
  if (self->to_end)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_upper (adjustment));
}

/* Rows turn out to have other heights than the list thought when it was given
 * its size, and then it may have gone back to where it was. */
static void
painted_cb (GtkWidget *widget)
{
  PatronKpiTable *self = PATRON_KPI_TABLE (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (!self->to_end || !gtk_widget_get_mapped (widget))
    return;
  self->to_end = FALSE;
  if (n > 0)
    scroll_to (self, n - 1);
}

static void
patron_kpi_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patron_kpi_table_parent_class)->map (widget);
  if (PATRON_KPI_TABLE (widget)->to_end)
    patron_when_painted (widget, painted_cb);
}

static void
patron_kpi_table_class_init (PatronKpiTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_kpi_table_dispose;
  widget_class->map = patron_kpi_table_map;
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "kpi-table.remove", NULL,
                                   remove_selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0,
                                       "kpi-table.remove", NULL);
}

static void
patron_kpi_table_init (PatronKpiTable *self)
{
  GtkLayoutManager *layout
      = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  GTK_ORIENTATION_VERTICAL);
}

static void
show_latest (PatronKpiTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  self->to_end = TRUE;
  if (n > 0)
    gtk_single_selection_set_selected (
        GTK_SINGLE_SELECTION (self->selection), n - 1);
}

static void
added_cb (PatronKpiTable *self,
          PatronRecord   *record)
{
  patron_kpi_table_show_record (self, record);
}

static void
build (PatronKpiTable    *self,
       const char *const *fields)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n_columns = 0;
  GtkWidget *adder = patron_kpi_adder_new (self->document, self->kpi,
                                           self->entity);

  g_signal_connect_object (adder, "added", G_CALLBACK (added_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adder, "failed", G_CALLBACK (fail_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (adder, GTK_WIDGET (self));

  self->view
      = gtk_column_view_new (GTK_SELECTION_MODEL (
          g_object_ref (self->selection)));
  gtk_widget_add_css_class (self->view, "patron-table");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      patron_entity_get_plural (self->entity), -1);
  for (gsize i = 0; fields[i] != NULL; i++)
    add_field_column (self, fields[i], n_columns++);
  add_column (self, n_columns, NULL, NULL, G_CALLBACK (setup_remove_cb),
              bind_remove_cb, unbind_remove_cb);
  if (strcmp (self->entity->name, "measurement") == 0)
    {
      show_parts (self);
      g_signal_connect_object (self->kpi, "changed", G_CALLBACK (show_parts),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              120);
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
      "changed", G_CALLBACK (sized_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * patron_kpi_table_new:
 * @entity: the name of an entity whose field "kpi" refers to @kpi
 * @fields: (array zero-terminated=1): the columns
 *
 * Returns: (transfer floating): a table of the KPI's records
 */
GtkWidget *
patron_kpi_table_new (PatronDocument    *document,
                      PatronRecord      *kpi,
                      const char        *entity,
                      const char *const *fields)
{
  PatronKpiTable *self = g_object_new (PATRON_TYPE_KPI_TABLE, NULL);
  GListModel *records = patron_document_list_of (document, entity, "kpi",
                                                 patron_record_get_id (kpi));
  GtkSingleSelection *selection = gtk_single_selection_new (records);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  self->entity = patron_registry_lookup (
      patron_document_get_registry (document), entity);
  self->selection = GTK_SELECTION_MODEL (selection);
  build (self, fields);
  show_latest (self);
  return GTK_WIDGET (self);
}

/**
 * patron_kpi_table_show_record:
 *
 * Selects a record and brings it into view.
 *
 * Returns: whether it is in the table
 */
gboolean
patron_kpi_table_show_record (PatronKpiTable *self,
                              PatronRecord   *record)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = g_list_model_get_n_items (model); i > 0; i--)
    {
      g_autoptr (PatronRecord) item = g_list_model_get_item (model, i - 1);

      if (item != record)
        continue;
      self->to_end = FALSE;
      scroll_to (self, i - 1);
      return TRUE;
    }
  return FALSE;
}
