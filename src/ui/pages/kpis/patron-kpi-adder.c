/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-kpis"

#include "config.h"

#include "patron-kpi-adder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "patron-date.h"
#include "patron-error.h"
#include "patron-kpi.h"
#include "patron-measurement.h"
#include "patron-mnemonic.h"

/**
 * PatronKpiAdder:
 *
 * The bar that adds measurements, targets or annotations: a date and a
 * value, Enter, and the next date stands there.
 */
struct _PatronKpiAdder
{
  GtkWidget           parent_instance;

  PatronDocument     *document; /* (owned) */
  PatronRecord       *kpi;      /* (owned) */
  const PatronEntity *entity;
  const PatronField  *when;
  const PatronField  *what;
  GtkWidget          *date;     /* (unowned): a child */
  GtkWidget          *value;    /* (unowned): a child */
};

enum
{
  ADDED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronKpiAdder, patron_kpi_adder, GTK_TYPE_WIDGET)

static gint64
add_months (gint64 date,
            int    months)
{
  int year, month, day;

  patron_date_to_ymd (date, &year, &month, &day);
  month += months - 1;
  year += month / 12;
  month = month % 12 + 1;
  while (!patron_date_is_valid_ymd (year, month, day) && day > 28)
    day--;
  return patron_date_from_ymd (year, month, day);
}

static gint64
next_date (PatronKpiAdder *self,
           gint64          date)
{
  const char *cadence = patron_record_get_text (self->kpi, "cadence");

  if (g_strcmp0 (cadence, "day") == 0)
    return date + 1;
  if (g_strcmp0 (cadence, "week") == 0)
    return date + 7;
  if (g_strcmp0 (cadence, "quarter") == 0)
    return add_months (date, 3);
  if (g_strcmp0 (cadence, "year") == 0)
    return add_months (date, 12);
  return add_months (date, 1);
}

/* What comes after the newest record; the first of this month where there is
 * none. Targets and annotations come when they come: today. */
static void
suggest_date (PatronKpiAdder *self)
{
  gint64 date = patron_date_today ();
  g_autofree char *text = NULL;
  int year, month, day;

  if (strcmp (self->entity->name, "measurement") == 0)
    {
      g_autoptr (PatronRecord) newest
          = patron_document_get_last_of (self->document, self->entity->name,
                                         "kpi",
                                         patron_record_get_id (self->kpi));

      patron_date_to_ymd (date, &year, &month, &day);
      date = newest != NULL
                 ? next_date (self, patron_record_get_integer (
                                        newest, self->when->name))
                 : patron_date_from_ymd (year, month, 1);
    }
  text = patron_date_format (date);
  gtk_editable_set_text (GTK_EDITABLE (self->date), text);
}

static gboolean
read_what (PatronKpiAdder *self,
           PatronValue    *value,
           GError        **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  double number;

  if (patron_field_get_type (self->what) == PATRON_VALUE_TEXT)
    return patron_field_parse (self->what, text, value, error);
  /* What the value is made of is typed into the table then. */
  if (*text == '\0' && strcmp (self->entity->name, "measurement") == 0
      && patron_kpi_get_parts (self->kpi)[0] != NULL)
    return TRUE;
  if (patron_kpi_parse (self->kpi, text, &number))
    {
      patron_value_set_real (value, number);
      return TRUE;
    }
  if (*text == '\0')
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 /* Translators: the label of a field. */
                 _("%s: type a number first"),
                 patron_field_get_label (self->what));
  else
    g_set_error (error, PATRON_ERROR, PATRON_ERROR_INVALID,
                 /* Translators: the label of a field, then what was typed. */
                 _("%s: “%s” is not a value of this KPI"),
                 patron_field_get_label (self->what), text);
  return FALSE;
}

static PatronRecord *
insert (PatronKpiAdder *self,
        GError        **error)
{
  g_auto (PatronValue) date = PATRON_VALUE_INIT;
  g_auto (PatronValue) value = PATRON_VALUE_INIT;
  g_autofree char *kpi = NULL;
  g_autofree char *date_text = NULL;
  g_autofree char *value_text = NULL;

  if (!patron_field_parse (
          self->when, gtk_editable_get_text (GTK_EDITABLE (self->date)),
          &date, error)
      || !read_what (self, &value, error))
    return NULL;
  kpi = g_strdup_printf ("%" G_GINT64_FORMAT,
                         patron_record_get_id (self->kpi));
  date_text = patron_field_to_text (self->when, &date);
  value_text = patron_field_to_text (self->what, &value);
  return patron_document_insert (self->document, self->entity->name, error,
                                 "kpi", kpi, self->when->name, date_text,
                                 self->what->name, value_text, NULL);
}

static void
add_cb (PatronKpiAdder *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) record = insert (self, &error);

  if (record == NULL)
    {
      gtk_widget_add_css_class (self->value, "error");
      g_signal_emit (self, signals[FAILED], 0, error);
      gtk_widget_grab_focus (self->value);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->value), "");
  suggest_date (self);
  g_signal_emit (self, signals[ADDED], 0, record);
  gtk_widget_grab_focus (self->value);
}

static void
edited_cb (PatronKpiAdder *self)
{
  gtk_widget_remove_css_class (self->value, "error");
}

static void
to_value_cb (PatronKpiAdder *self)
{
  gtk_widget_grab_focus (self->value);
}

/* Several cells are a table, which the page takes; a single one is typed. */
static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) entry = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (
      GDK_CLIPBOARD (source), result, NULL);
  int position;

  if (text == NULL || !gtk_widget_get_mapped (entry))
    return;
  g_strchomp (text);
  if (strpbrk (text, "\t\n") != NULL)
    {
      gtk_widget_activate_action (entry, "kpis.paste", NULL);
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (entry));
  position = gtk_editable_get_position (GTK_EDITABLE (entry));
  gtk_editable_insert_text (GTK_EDITABLE (entry), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (entry), position);
}

static void
paste_cb (GtkWidget *text,
          GtkWidget *entry)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (entry), NULL,
                                 pasted_cb, g_object_ref (entry));
}

static void
take_tables (GtkWidget *entry)
{
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (entry)),
                    "paste-clipboard", G_CALLBACK (paste_cb), entry);
}

static void
patron_kpi_adder_dispose (GObject *object)
{
  PatronKpiAdder *self = PATRON_KPI_ADDER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_object (&self->kpi);

  G_OBJECT_CLASS (patron_kpi_adder_parent_class)->dispose (object);
}

static gboolean
patron_kpi_adder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PATRON_KPI_ADDER (widget)->value);
}

static void
patron_kpi_adder_class_init (PatronKpiAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_kpi_adder_dispose;
  widget_class->grab_focus = patron_kpi_adder_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            GTK_TYPE_BOX_LAYOUT);

  /**
   * PatronKpiAdder::added:
   * @record: the new record
   */
  signals[ADDED] = g_signal_new ("added", PATRON_TYPE_KPI_ADDER,
                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, PATRON_TYPE_RECORD);
  /**
   * PatronKpiAdder::failed:
   * @error: why what was typed is refused
   */
  signals[FAILED] = g_signal_new ("failed", PATRON_TYPE_KPI_ADDER,
                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static GtkWidget *
new_entry (PatronKpiAdder *self,
           const char     *label,
           int             width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  return entry;
}

static void
patron_kpi_adder_init (PatronKpiAdder *self)
{
  GtkBoxLayout *layout
      = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "patron-adder");
}

static void
build (PatronKpiAdder *self)
{
  GtkWidget *button = patron_mnemonic_button_new (C_("action", "_Add"));

  self->date = new_entry (self, patron_field_get_label (self->when), 10);
  self->value = new_entry (self, patron_field_get_label (self->what), 8);
  gtk_widget_set_hexpand (self->value, TRUE);
  if (strcmp (self->entity->name, "measurement") == 0)
    {
      take_tables (self->date);
      take_tables (self->value);
    }
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->date, "activate", G_CALLBACK (to_value_cb),
                            self);
  g_signal_connect_swapped (self->value, "activate", G_CALLBACK (add_cb),
                            self);
  g_signal_connect_swapped (self->value, "changed", G_CALLBACK (edited_cb),
                            self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
}

/**
 * patron_kpi_adder_new:
 * @entity: measurement, target or annotation: an entity in the order of a
 *   date, with a number in the KPI's unit or a text as what is asked for
 *
 * Returns: (transfer floating): a bar that adds such records to @kpi
 */
GtkWidget *
patron_kpi_adder_new (PatronDocument     *document,
                      PatronRecord       *kpi,
                      const PatronEntity *entity)
{
  PatronKpiAdder *self = g_object_new (PATRON_TYPE_KPI_ADDER, NULL);

  self->document = g_object_ref (document);
  self->kpi = g_object_ref (kpi);
  self->entity = entity;
  self->when = patron_entity_get_field (entity, entity->order);
  self->what = patron_entity_get_field (entity, "value");
  if (self->what == NULL)
    self->what = patron_entity_get_field (entity, "text");
  build (self);
  suggest_date (self);
  return GTK_WIDGET (self);
}
