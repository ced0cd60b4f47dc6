/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-record-row.h"

#include <glib/gi18n-lib.h>

#include "patron-binder.h"
#include "patron-row.h"
#include "patron-split.h"

/**
 * PatronRecordRow:
 *
 * A record that is part of another: what it is called, and, unfolded, the
 * rows of its fields. The list that it stands in carries out what its menu
 * and its keys ask for, by the actions of the group "record".
 */
struct _PatronRecordRow
{
  AdwExpanderRow parent_instance;

  PatronDocument *document; /* (owned) */
  PatronRecord   *record;   /* (owned) */
  const char     *reference;
  PatronRow      *first;    /* (nullable): of the rows of its fields */
  PatronMarkFunc  mark;     /* (nullable) */
  gpointer        data;
  GtkWidget      *marker;   /* (nullable) */
  PatronMarkFunc  note;     /* (nullable) */
  gpointer        note_data;
};

G_DEFINE_FINAL_TYPE (PatronRecordRow, patron_record_row,
                     ADW_TYPE_EXPANDER_ROW)

static void
patron_record_row_dispose (GObject *object)
{
  PatronRecordRow *self = PATRON_RECORD_ROW (object);

  self->first = NULL;
  self->mark = NULL;
  self->marker = NULL;
  self->note = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (patron_record_row_parent_class)->dispose (object);
}

/* Keys that change the list work where the row itself has the focus, not
 * where the user is typing. */
static gboolean
key_pressed_cb (PatronRecordRow *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  static const struct
  {
    guint           key;
    GdkModifierType state;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "record.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "record.move-down" },
    { GDK_KEY_u, GDK_CONTROL_MASK, "record.duplicate" },
    { GDK_KEY_Delete, 0, "record.remove" },
    { GDK_KEY_KP_Delete, 0, "record.remove" },
  };
  GtkWidget *focus = gtk_root_get_focus (
      gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_get_ancestor (focus, PATRON_TYPE_ROW))
    return GDK_EVENT_PROPAGATE;
  state &= gtk_accelerator_get_default_mod_mask ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && keys[i].state == state)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action,
                                         NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
add_fields (PatronRecordRow *self)
{
  const PatronEntity *entity = patron_record_get_entity (self->record);

  if (self->first != NULL || !adw_expander_row_get_expanded (
          ADW_EXPANDER_ROW (self)))
    return;
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      PatronRow *row;

      if (!patron_binder_can_bind (field)
          || g_strcmp0 (field->name, self->reference) == 0)
        continue;
      row = patron_binder_new_row (self->document, field);
      patron_binder_set_record (row, self->record);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
      if (self->first == NULL)
        self->first = row;
    }
}

static void
patron_record_row_class_init (PatronRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_record_row_dispose;
}

/* Built when it is first popped up: lists have many rows, menus take their
 * time. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  g_menu_append (move, _("Move _Up"), "record.move-up");
  g_menu_append (move, _("Move _Down"), "record.move-down");
  g_menu_append (change, _("D_uplicate"), "record.duplicate");
  g_menu_append (change, _("_Remove"), "record.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button),
                                         create_menu_cb, NULL, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"),
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
patron_record_row_init (PatronRecordRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  patron_expander_row_add_suffix (ADW_EXPANDER_ROW (self),
                                  make_menu_button ());
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
is_summary (const PatronField *field)
{
  switch (field->kind)
    {
    case PATRON_KIND_NUMBER:
    case PATRON_KIND_MONEY:
    case PATRON_KIND_PERCENT:
    case PATRON_KIND_INTEGER:
    case PATRON_KIND_DATE:
    case PATRON_KIND_DATE_TIME:
    case PATRON_KIND_DURATION:
    case PATRON_KIND_CHOICE:
    case PATRON_KIND_SCALE:
      return TRUE;
    case PATRON_KIND_TEXT:
      return (field->flags & PATRON_FIELD_TITLE) == 0;
    case PATRON_KIND_LONG_TEXT:
    case PATRON_KIND_FLAGS:
    case PATRON_KIND_BOOLEAN:
    case PATRON_KIND_COLOUR:
    case PATRON_KIND_IMAGE:
    case PATRON_KIND_REFERENCE:
    case PATRON_KIND_POSITION:
    case PATRON_KIND_TAGS:
    case PATRON_KIND_DATA:
    default:
      return FALSE;
    }
}

/* The short fields in one line: choices and the first words as they are, the
 * rest with its label. */
static char *
make_summary (PatronRecordRow *self)
{
  const PatronEntity *entity = patron_record_get_entity (self->record);
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const PatronField *field = &entity->fields[i];
      gboolean first = summary->len == 0;
      const PatronValue *value = patron_record_get_value (self->record, i);
      g_autofree char *text = NULL;

      if (value->type == PATRON_VALUE_NULL || !is_summary (field)
          || field == patron_entity_get_title (entity))
        continue;
      text = patron_document_format (self->document, self->record, field,
                                     value);
      if (!first)
        g_string_append (summary, " · ");
      if (value->type == PATRON_VALUE_TEXT
          && (first || field->kind != PATRON_KIND_TEXT))
        g_string_append (summary, text);
      else
        g_string_append_printf (summary, "%s %s",
                                patron_field_get_label (field), text);
    }
  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static GtkWidget *
make_marker (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                "dialog-warning-symbolic", NULL));
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_widget_add_css_class (box, "warning");
  gtk_widget_add_css_class (box, "caption");
  return box;
}

static void
update_mark (PatronRecordRow *self)
{
  g_autofree char *text
      = self->mark != NULL ? self->mark (self->record, self->data) : NULL;

  if (text != NULL && self->marker == NULL)
    {
      self->marker = make_marker ();
      patron_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->marker);
    }
  if (self->marker == NULL)
    return;
  gtk_widget_set_visible (self->marker, text != NULL);
  gtk_label_set_text (
      GTK_LABEL (gtk_widget_get_last_child (self->marker)),
      text != NULL ? text : "");
}

static void
update (PatronRecordRow *self)
{
  g_autofree char *title = patron_record_get_title (self->record);
  g_autofree char *summary = make_summary (self);
  g_autofree char *note
      = self->note != NULL ? self->note (self->record, self->note_data) : NULL;
  g_autofree char *both = NULL;

  if (note != NULL)
    both = g_strjoin (*summary != '\0' ? "\n" : "", summary, note, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 both != NULL ? both : summary);
  update_mark (self);
}

/**
 * patron_record_row_new:
 * @document: where edits are written
 * @record: what is shown
 * @reference: (nullable): the field that says what it is part of, which is
 *   not shown; a static string
 *
 * Returns: (transfer floating): a folded row
 */
GtkWidget *
patron_record_row_new (PatronDocument *document,
                       PatronRecord   *record,
                       const char     *reference)
{
  PatronRecordRow *self = g_object_new (PATRON_TYPE_RECORD_ROW, NULL);

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->reference = reference;
  g_signal_connect_object (record, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (add_fields), NULL);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * patron_record_row_get_record:
 *
 * Returns: (transfer none): what is shown
 */
PatronRecord *
patron_record_row_get_record (PatronRecordRow *self)
{
  return self->record;
}

/**
 * patron_record_row_edit:
 *
 * Unfolds the row and goes to its first field.
 */
void
patron_record_row_edit (PatronRecordRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->first));
}

/**
 * patron_record_row_set_mark:
 * @mark: (nullable): says why somebody should look at the record
 * @data: passed to @mark; must live as long as the row
 */
void
patron_record_row_set_mark (PatronRecordRow *self,
                            PatronMarkFunc   mark,
                            gpointer         data)
{
  self->mark = mark;
  self->data = data;
  update_mark (self);
}

/**
 * patron_record_row_set_note:
 * @note: (nullable): says what the record belongs to, or the like
 * @data: passed to @note; must live as long as the row
 *
 * Adds a line below the title.
 */
void
patron_record_row_set_note (PatronRecordRow *self,
                            PatronMarkFunc   note,
                            gpointer         data)
{
  self->note = note;
  self->note_data = data;
  update (self);
}
