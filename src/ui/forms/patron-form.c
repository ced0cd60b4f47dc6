/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-form.h"

#include "patron-binder.h"

/**
 * PatronForm:
 *
 * Shows fields of a record as rows in groups, and writes what is edited. An
 * editor is a list of field names; all else follows from the field table.
 *
 * It does not scroll: put it where there is room, or into something that
 * does.
 */
struct _PatronForm
{
  AdwBin parent_instance;

  GtkBox             *box;
  AdwPreferencesGroup *group; /* (nullable): rows are added to it */
  PatronDocument     *document; /* (owned) */
  const PatronEntity *entity;
  PatronRecord       *record;     /* (owned) (nullable) */
  PatronRecord       *strategy;   /* (owned) (nullable) */
  GPtrArray          *rows;       /* (element-type PatronRow) (unowned) */
  GPtrArray          *fields;     /* (element-type PatronField): of @rows */
  GArray             *conditions; /* (element-type Condition) */
};

typedef struct
{
  GtkWidget  *widget; /* (unowned): in the form */
  const char *field;
  const char *choice;
} Condition;

G_DEFINE_FINAL_TYPE (PatronForm, patron_form, ADW_TYPE_BIN)

static void
patron_form_dispose (GObject *object)
{
  PatronForm *self = PATRON_FORM (object);

  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->conditions, 0);
  g_clear_object (&self->record);
  g_clear_object (&self->strategy);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (patron_form_parent_class)->dispose (object);
}

static void
patron_form_finalize (GObject *object)
{
  PatronForm *self = PATRON_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->conditions);

  G_OBJECT_CLASS (patron_form_parent_class)->finalize (object);
}

/* To the first row; rows that cannot have the focus are passed over. */
static gboolean
patron_form_grab_focus (GtkWidget *widget)
{
  PatronForm *self = PATRON_FORM (widget);

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (self->rows, i))
        && gtk_widget_grab_focus (g_ptr_array_index (self->rows, i)))
      return TRUE;
  return FALSE;
}

static void
patron_form_unmap (GtkWidget *widget)
{
  patron_form_flush (PATRON_FORM (widget));

  GTK_WIDGET_CLASS (patron_form_parent_class)->unmap (widget);
}

static void
patron_form_class_init (PatronFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = patron_form_dispose;
  object_class->finalize = patron_form_finalize;
  widget_class->grab_focus = patron_form_grab_focus;
  widget_class->unmap = patron_form_unmap;
}

static void
patron_form_init (PatronForm *self)
{
  self->rows = g_ptr_array_new ();
  self->fields = g_ptr_array_new ();
  self->conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
refresh_cb (PatronForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PatronField *field = g_ptr_array_index (self->fields, i);

      if (field->kind == PATRON_KIND_MONEY)
        patron_binder_refresh (g_ptr_array_index (self->rows, i));
    }
}

static void
read_only_cb (PatronForm *self)
{
  gboolean read_only = patron_document_get_read_only (self->document);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PatronField *field = g_ptr_array_index (self->fields, i);

      patron_row_set_read_only (
          g_ptr_array_index (self->rows, i),
          read_only || (field->flags & PATRON_FIELD_FIXED) != 0);
    }
}

/**
 * patron_form_new:
 * @document: whose records are shown
 * @entity: what they are; one of the document's registry
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
patron_form_new (PatronDocument     *document,
                 const PatronEntity *entity)
{
  PatronForm *self = g_object_new (PATRON_TYPE_FORM, NULL);

  g_return_val_if_fail (entity != NULL, NULL);

  self->document = g_object_ref (document);
  self->entity = entity;
  g_signal_connect_object (document, "notify::read-only",
                           G_CALLBACK (read_only_cb), self,
                           G_CONNECT_SWAPPED);
  /* Amounts are shown in the strategy's currency. */
  if (patron_registry_lookup (patron_document_get_registry (document),
                              "strategy")
      != NULL)
    self->strategy = patron_document_get_strategy (document);
  if (self->strategy != NULL)
    g_signal_connect_object (self->strategy, "notify::currency",
                             G_CALLBACK (refresh_cb), self,
                             G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * patron_form_add_group:
 * @title: (nullable): what stands above it; plain text
 *
 * Begins another group of rows.
 *
 * Returns: (transfer none): the group
 */
GtkWidget *
patron_form_add_group (PatronForm *self,
                       const char *title)
{
  g_autofree char *escaped
      = title != NULL ? g_markup_escape_text (title, -1) : NULL;

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (escaped != NULL)
    adw_preferences_group_set_title (self->group, escaped);
  gtk_box_append (self->box, GTK_WIDGET (self->group));
  return GTK_WIDGET (self->group);
}

/**
 * patron_form_add:
 * @field: the name of a field of the entity
 *
 * Adds the field's row to the group begun last.
 *
 * Returns: (transfer none): the row
 */
PatronRow *
patron_form_add (PatronForm *self,
                 const char *field)
{
  const PatronField *found = patron_entity_get_field (self->entity, field);
  PatronRow *row;

  if (found == NULL)
    g_error ("Entity %s has no field %s", self->entity->name, field);
  row = patron_binder_new_row (self->document, found);
  if (self->group == NULL)
    patron_form_add_group (self, NULL);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->fields, (gpointer) found);
  if (self->record != NULL)
    patron_binder_set_record (row, self->record);
  return row;
}

/**
 * patron_form_add_all:
 *
 * Adds every field that has no row yet and that people are asked for.
 */
void
patron_form_add_all (PatronForm *self)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const PatronField *field = &self->entity->fields[i];

      if (patron_binder_can_bind (field)
          && !g_ptr_array_find (self->fields, field, NULL))
        patron_form_add (self, field->name);
    }
}

/**
 * patron_form_append:
 * @widget: anything, such as a list of what belongs to the record
 *
 * Puts @widget below what is there.
 */
void
patron_form_append (PatronForm *self,
                    GtkWidget  *widget)
{
  gtk_box_append (self->box, widget);
  self->group = NULL;
}

static void
update_visible (PatronForm *self)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition
          = &g_array_index (self->conditions, Condition, i);
      gboolean visible
          = self->record != NULL
            && g_strcmp0 (patron_record_get_text (self->record,
                                                  condition->field),
                          condition->choice)
                   == 0;

      gtk_widget_set_visible (condition->widget, visible);
    }
}

/**
 * patron_form_show_when:
 * @widget: a group or row of the form
 * @field: the name of a field that holds a choice; a static string
 * @choice: the id of a choice; a static string
 *
 * Shows @widget only while @field holds @choice. What was written into hidden
 * fields is kept.
 */
void
patron_form_show_when (PatronForm *self,
                       GtkWidget  *widget,
                       const char *field,
                       const char *choice)
{
  Condition condition = { widget, field, choice };

  g_array_append_val (self->conditions, condition);
  update_visible (self);
}

/**
 * patron_form_get_record:
 *
 * Returns: (transfer none) (nullable): the record shown
 */
PatronRecord *
patron_form_get_record (PatronForm *self)
{
  return self->record;
}

/**
 * patron_form_set_record:
 * @record: (nullable): of the form's entity
 *
 * Commits what was typed, then shows another record.
 */
void
patron_form_set_record (PatronForm   *self,
                        PatronRecord *record)
{
  if (self->record == record)
    return;
  g_return_if_fail (record == NULL
                    || patron_record_get_entity (record) == self->entity);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update_visible, self);
  g_set_object (&self->record, record);
  for (guint i = 0; i < self->rows->len; i++)
    patron_binder_set_record (g_ptr_array_index (self->rows, i), record);
  if (record != NULL)
    g_signal_connect_object (record, "changed", G_CALLBACK (update_visible),
                             self, G_CONNECT_SWAPPED);
  update_visible (self);
}

/**
 * patron_form_get_row:
 * @field: the name of a field
 *
 * Returns: (transfer none) (nullable): the row that shows @field
 */
PatronRow *
patron_form_get_row (PatronForm *self,
                     const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PatronField *shown = g_ptr_array_index (self->fields, i);

      if (g_str_equal (shown->name, field))
        return g_ptr_array_index (self->rows, i);
    }
  return NULL;
}

/**
 * patron_form_flush:
 *
 * Commits what was typed.
 */
void
patron_form_flush (PatronForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    patron_row_flush (g_ptr_array_index (self->rows, i));
}
