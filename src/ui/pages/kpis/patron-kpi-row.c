/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-row.h"

#include <glib/gi18n-lib.h>

/**
 * PatronKpiRow:
 *
 * A KPI in the list: its name, its newest value, and the date of that.
 */
struct _PatronKpiRow
{
  GtkListBoxRow   parent_instance;

  PatronDocument *document; /* (owned) */
  PatronRecord   *kpi;      /* (owned) */
  GtkLabel       *name;
  GtkLabel       *value;
  GtkLabel       *date;
};

G_DEFINE_FINAL_TYPE (PatronKpiRow, patron_kpi_row, GTK_TYPE_LIST_BOX_ROW)

static char *
field_text (PatronKpiRow *self,
            PatronRecord *record,
            const char   *field)
{
  if (record == NULL)
    return NULL;
  return patron_document_format (
      self->document, record,
      patron_entity_get_field (patron_record_get_entity (record), field),
      patron_record_get (record, field));
}

static void
show_value (PatronKpiRow *self)
{
  g_autoptr (PatronRecord) newest = patron_document_get_last_of (
      self->document, "measurement", "kpi", patron_record_get_id (self->kpi));
  g_autofree char *value = field_text (self, newest, "value");
  g_autofree char *date = field_text (self, newest, "date");

  gtk_label_set_label (self->value, value != NULL ? value : "");
  gtk_label_set_label (self->date, date != NULL ? date
                                                : _("No measurements"));
}

static void
show (PatronKpiRow *self)
{
  g_autofree char *title = patron_record_get_title (self->kpi);

  gtk_label_set_label (self->name, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_value (self);
}

static void
document_changed_cb (PatronKpiRow *self,
                     guint64       entities)
{
  PatronRegistry *registry = patron_document_get_registry (self->document);
  int index = patron_registry_find (
      registry, patron_registry_lookup (registry, "measurement"));

  if (entities & (G_GUINT64_CONSTANT (1) << index))
    show_value (self);
}

static void
patron_kpi_row_dispose (GObject *object)
{
  PatronKpiRow *self = PATRON_KPI_ROW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->kpi);

  G_OBJECT_CLASS (patron_kpi_row_parent_class)->dispose (object);
}

static void
patron_kpi_row_class_init (PatronKpiRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_kpi_row_dispose;
}

static GtkLabel *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
patron_kpi_row_init (PatronKpiRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = new_label (NULL);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_wrap (self->name, TRUE);
  self->value = new_label ("numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "heading");
  self->date = new_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->date), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->date), TRUE);
  gtk_label_set_xalign (self->date, 1);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->date));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * patron_kpi_row_new:
 *
 * Returns: (transfer floating): a row that shows @kpi
 */
GtkWidget *
patron_kpi_row_new (PatronDocument *document,
                    PatronRecord   *kpi)
{
  PatronKpiRow *self = g_object_new (PATRON_TYPE_KPI_ROW, NULL);

  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  g_signal_connect_object (kpi, "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed",
                           G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * patron_kpi_row_get_kpi:
 *
 * Returns: (transfer none): the KPI that the row shows
 */
PatronRecord *
patron_kpi_row_get_kpi (PatronKpiRow *self)
{
  return self->kpi;
}
