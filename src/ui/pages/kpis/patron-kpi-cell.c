/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-cell.h"

#include <glib/gi18n-lib.h>

#include "patron-measurement.h"

/**
 * PatronKpiCell:
 *
 * One field of a measurement, target or annotation in a table: an entry that
 * commits on Enter and when it is left, and shows the stored value again
 * when what was typed is refused.
 */
struct _PatronKpiCell
{
  GtkWidget       parent_instance;

  GtkWidget      *entry;    /* (unowned): a child */
  PatronDocument *document; /* (owned) */
  PatronRecord   *record;   /* (owned) (nullable) */
  char           *field;    /* (owned) */
  gulong          changed;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronKpiCell, patron_kpi_cell, GTK_TYPE_WIDGET)

static const PatronField *
get_field (PatronKpiCell *self)
{
  return patron_entity_get_field (patron_record_get_entity (self->record),
                                  self->field);
}

static char *
stored_text (PatronKpiCell *self)
{
  return patron_document_edit (self->document, self->record, get_field (self),
                               patron_record_get (self->record, self->field));
}

static void
show_stored (PatronKpiCell *self)
{
  g_autofree char *text = stored_text (self);

  gtk_widget_remove_css_class (self->entry, "error");
  /* Setting an equal text would move the cursor. */
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->entry)))
      != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/* What a value is made of changes the value, too. */
static gboolean
store (PatronKpiCell     *self,
       const PatronValue *value,
       GError           **error)
{
  return patron_record_is (self->record, "measurement")
             ? patron_measurement_set (self->document, self->record,
                                       self->field, value, error)
             : patron_document_set (self->document, self->record,
                                    self->field, value, error);
}

static void
commit (PatronKpiCell *self)
{
  g_auto (PatronValue) value = PATRON_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = NULL;

  if (self->record == NULL || !patron_record_get_exists (self->record))
    return;
  stored = stored_text (self);
  if (g_strcmp0 (stored, gtk_editable_get_text (GTK_EDITABLE (self->entry)))
      == 0)
    return;
  if (patron_document_parse (
          self->document, self->record, get_field (self),
          gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value, &error)
      && store (self, &value, &error))
    {
      patron_document_end_typing (self->document);
      show_stored (self);
      return;
    }
  show_stored (self);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
activate_cb (PatronKpiCell *self)
{
  commit (self);
}

static void
leave_cb (PatronKpiCell *self)
{
  commit (self);
}

static gboolean
key_pressed_cb (PatronKpiCell  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType modifiers)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  show_stored (self);
  return GDK_EVENT_STOP;
}

static void
record_changed_cb (PatronKpiCell *self)
{
  show_stored (self);
}

static void
drop_record (PatronKpiCell *self)
{
  if (self->record != NULL)
    g_clear_signal_handler (&self->changed, self->record);
  g_clear_object (&self->record);
}

static void
patron_kpi_cell_dispose (GObject *object)
{
  PatronKpiCell *self = PATRON_KPI_CELL (object);

  drop_record (self);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_pointer (&self->field, g_free);

  G_OBJECT_CLASS (patron_kpi_cell_parent_class)->dispose (object);
}

static void
patron_kpi_cell_class_init (PatronKpiCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_kpi_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BIN_LAYOUT);

  /**
   * PatronKpiCell::failed:
   * @error: why what was typed is refused
   *
   * Emitted when the stored value is shown again.
   */
  signals[FAILED] = g_signal_new ("failed", PATRON_TYPE_KPI_CELL,
                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
patron_kpi_cell_init (PatronKpiCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "patron-cell");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb),
                            self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * patron_kpi_cell_new:
 * @field: the field that the cell shows
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
patron_kpi_cell_new (PatronDocument *document,
                     const char     *field)
{
  PatronKpiCell *self = g_object_new (PATRON_TYPE_KPI_CELL, NULL);

  self->document = g_object_ref (document);
  self->field = g_strdup (field);
  return GTK_WIDGET (self);
}

static void
name_for_readers (PatronKpiCell *self)
{
  g_autofree char *title = patron_record_get_title (self->record);
  g_autofree char *label = g_strdup_printf (
      /* Translators: the label of a field such as Value, then the date or
       * name of the record that it belongs to. */
      _("%s, %s"), patron_field_get_label (get_field (self)), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * patron_kpi_cell_set_record:
 * @record: (nullable): the record whose field is shown
 *
 * Shows another record; what was typed for the old one is committed.
 */
void
patron_kpi_cell_set_record (PatronKpiCell *self,
                            PatronRecord  *record)
{
  if (self->record == record)
    return;
  commit (self);
  drop_record (self);
  if (record == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return;
    }
  self->record = g_object_ref (record);
  self->changed = g_signal_connect_swapped (
      record, "changed", G_CALLBACK (record_changed_cb), self);
  gtk_entry_set_alignment (
      GTK_ENTRY (self->entry),
      get_field (self)->kind == PATRON_KIND_NUMBER
              || get_field (self)->kind == PATRON_KIND_INTEGER
          ? 1
          : 0);
  name_for_readers (self);
  show_stored (self);
}
