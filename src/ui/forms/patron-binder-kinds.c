/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

/* Which row each kind of field has, and how values go in and out of it. */

#include "config.h"

#include "patron-binder-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-choice-row.h"
#include "patron-colour-row.h"
#include "patron-date-row.h"
#include "patron-entry-row.h"
#include "patron-image-row.h"
#include "patron-switch-row.h"
#include "patron-tags-row.h"
#include "patron-text-row.h"
#include "patron-toggle-row.h"

/* Whole numbers up to here have buttons to step with. */
#define FEW 200

/* Kinds that are typed: the field's own words for values. */

static PatronRow *
make_entry (PatronBinder *self)
{
  return patron_entry_row_new ();
}

static PatronRow *
make_number (PatronBinder *self)
{
  PatronRow *row = patron_entry_row_new ();

  gtk_widget_add_css_class (GTK_WIDGET (row), "numeric");
  return row;
}

static PatronRow *
make_date (PatronBinder *self)
{
  return patron_date_row_new ();
}

static void
show_entry (PatronBinder      *self,
            const PatronValue *value)
{
  g_autofree char *text = patron_document_edit (self->document, self->record,
                                                self->field, value);

  patron_entry_row_set_text (PATRON_ENTRY_ROW (self->row), text);
}

/* What is shown may be rounded, so text that was not changed is no edit. */
static gboolean
read_entry (PatronBinder *self,
            PatronValue  *value,
            GError      **error)
{
  const char *text = patron_entry_row_get_text (PATRON_ENTRY_ROW (self->row));
  const PatronValue *stored
      = patron_record_get (self->record, self->field->name);
  g_autofree char *shown = patron_document_edit (self->document, self->record,
                                                 self->field, stored);

  if (!g_str_equal (text, shown))
    return patron_document_parse (self->document, self->record, self->field,
                                  text, value, error);
  patron_value_copy (value, stored);
  return TRUE;
}

static void
step_cb (PatronEntryRow *row,
         int             by,
         PatronBinder   *self)
{
  g_auto (PatronValue) value = PATRON_VALUE_INIT;
  double min, max, number;

  if (self->record == NULL || !read_entry (self, &value, NULL))
    return;
  patron_field_get_limits (self->field, &min, &max);
  number = value.type == PATRON_VALUE_INTEGER
               ? (double) value.integer + by
               : CLAMP (0, min, max);
  patron_value_set_integer (&value, (gint64) CLAMP (number, min, max));
  show_entry (self, &value);
  patron_row_commit (PATRON_ROW (row));
}

static PatronRow *
make_integer (PatronBinder *self)
{
  double min, max;
  PatronRow *row;

  patron_field_get_limits (self->field, &min, &max);
  row = patron_number_row_new (max - min <= FEW);
  g_signal_connect (row, "step", G_CALLBACK (step_cb), self);
  return row;
}

static void
show_text (PatronBinder      *self,
           const PatronValue *value)
{
  patron_text_row_set_text (
      PATRON_TEXT_ROW (self->row),
      value->type == PATRON_VALUE_TEXT ? value->text : "");
}

static gboolean
read_text (PatronBinder *self,
           PatronValue  *value,
           GError      **error)
{
  g_autofree char *text
      = patron_text_row_get_text (PATRON_TEXT_ROW (self->row));

  return patron_field_parse (self->field, text, value, error);
}

static PatronRow *
make_text (PatronBinder *self)
{
  return patron_text_row_new ();
}

static PatronRow *
make_sentence (PatronBinder *self)
{
  return patron_sentence_row_new ();
}

/* Kinds that are chosen. */

static const char *
none_label (const PatronField *field)
{
  return (field->flags & PATRON_FIELD_REQUIRED) ? NULL
                                                : C_("choice", "None");
}

static PatronRow *
make_choice (PatronBinder *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < patron_field_get_n_choices (self->field); i++)
    gtk_string_list_append (labels,
                            patron_field_get_choice_label (
                                self->field, self->field->choices[i].id));
  self->items = G_LIST_MODEL (labels);
  return patron_choice_row_new (self->items, NULL, NULL,
                                none_label (self->field));
}

static void
show_choice (PatronBinder      *self,
             const PatronValue *value)
{
  g_autoptr (GObject) item = NULL;

  for (guint i = 0; i < patron_field_get_n_choices (self->field); i++)
    if (value->type == PATRON_VALUE_TEXT
        && g_str_equal (value->text, self->field->choices[i].id))
      item = g_list_model_get_item (self->items, i);
  patron_choice_row_set_selected (PATRON_CHOICE_ROW (self->row), item);
}

static gboolean
read_choice (PatronBinder *self,
             PatronValue  *value,
             GError      **error)
{
  gpointer chosen
      = patron_choice_row_get_selected (PATRON_CHOICE_ROW (self->row));

  for (guint i = 0; i < patron_field_get_n_choices (self->field); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->items, i);

      if (item == chosen)
        patron_value_set_text (value, self->field->choices[i].id);
    }
  return patron_field_validate (self->field, value, error);
}

static char *
record_label (gpointer item)
{
  return patron_record_get_title (item);
}

static PatronRow *
make_reference (PatronBinder *self)
{
  self->items = patron_document_list (self->document, self->field->target);
  return patron_choice_row_new (self->items, record_label, "changed",
                                none_label (self->field));
}

static void
show_reference (PatronBinder      *self,
                const PatronValue *value)
{
  g_autoptr (PatronRecord) target = NULL;

  if (value->type == PATRON_VALUE_INTEGER)
    target = patron_document_get_record (self->document, self->field->target,
                                         value->integer);
  patron_choice_row_set_selected (PATRON_CHOICE_ROW (self->row), target);
}

static gboolean
read_reference (PatronBinder *self,
                PatronValue  *value,
                GError      **error)
{
  PatronRecord *target
      = patron_choice_row_get_selected (PATRON_CHOICE_ROW (self->row));

  if (target != NULL)
    patron_value_set_integer (value, patron_record_get_id (target));
  return patron_field_validate (self->field, value, error);
}

static PatronRow *
make_switch (PatronBinder *self)
{
  return patron_switch_row_new ();
}

static void
show_switch (PatronBinder      *self,
             const PatronValue *value)
{
  patron_switch_row_set_active (
      PATRON_SWITCH_ROW (self->row),
      value->type == PATRON_VALUE_INTEGER && value->integer != 0);
}

static gboolean
read_switch (PatronBinder *self,
             PatronValue  *value,
             GError      **error)
{
  patron_value_set_integer (
      value, patron_switch_row_get_active (PATRON_SWITCH_ROW (self->row)));
  return TRUE;
}

static PatronRow *
make_flags (PatronBinder *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < patron_field_get_n_choices (self->field); i++)
    g_ptr_array_add (labels, (gpointer) patron_field_get_choice_label (
                                 self->field, self->field->choices[i].id));
  g_ptr_array_add (labels, NULL);
  return patron_toggle_row_new ((const char *const *) labels->pdata);
}

static void
show_flags (PatronBinder      *self,
            const PatronValue *value)
{
  patron_toggle_row_set_flags (
      PATRON_TOGGLE_ROW (self->row),
      value->type == PATRON_VALUE_INTEGER ? (guint64) value->integer : 0);
}

static gboolean
read_flags (PatronBinder *self,
            PatronValue  *value,
            GError      **error)
{
  guint64 flags = patron_toggle_row_get_flags (PATRON_TOGGLE_ROW (self->row));

  if (flags != 0 || (self->field->flags & PATRON_FIELD_REQUIRED) != 0)
    patron_value_set_integer (value, (gint64) flags);
  return patron_field_validate (self->field, value, error);
}

static PatronRow *
make_scale (PatronBinder *self)
{
  double min, max;

  patron_field_get_limits (self->field, &min, &max);
  return patron_scale_row_new ((int) min, (int) max);
}

static void
show_scale (PatronBinder      *self,
            const PatronValue *value)
{
  PatronToggleRow *row = PATRON_TOGGLE_ROW (self->row);

  if (value->type == PATRON_VALUE_INTEGER)
    patron_scale_row_set_score (row, (int) value->integer);
  else
    patron_scale_row_clear (row);
}

static gboolean
read_scale (PatronBinder *self,
            PatronValue  *value,
            GError      **error)
{
  int score;

  if (patron_scale_row_get_score (PATRON_TOGGLE_ROW (self->row), &score))
    patron_value_set_integer (value, score);
  return patron_field_validate (self->field, value, error);
}

static PatronRow *
make_colour (PatronBinder *self)
{
  return patron_colour_row_new ();
}

static void
show_colour (PatronBinder      *self,
             const PatronValue *value)
{
  patron_colour_row_set_colour (
      PATRON_COLOUR_ROW (self->row),
      value->type == PATRON_VALUE_TEXT ? value->text : NULL);
}

static gboolean
read_colour (PatronBinder *self,
             PatronValue  *value,
             GError      **error)
{
  patron_value_set_text (
      value, patron_colour_row_get_colour (PATRON_COLOUR_ROW (self->row)));
  return patron_field_validate (self->field, value, error);
}

static PatronRow *
make_tags (PatronBinder *self)
{
  return patron_tags_row_new ();
}

static void
show_tags (PatronBinder      *self,
           const PatronValue *value)
{
  g_auto (GStrv) tags = patron_tags_split (
      value->type == PATRON_VALUE_TEXT ? value->text : NULL);

  patron_tags_row_set_tags (PATRON_TAGS_ROW (self->row),
                            (const char *const *) tags);
}

static gboolean
read_tags (PatronBinder *self,
           PatronValue  *value,
           GError      **error)
{
  g_auto (GStrv) tags
      = patron_tags_row_get_tags (PATRON_TAGS_ROW (self->row));
  g_autofree char *joined = patron_tags_join ((const char *const *) tags);

  patron_value_set_text (value, joined);
  return patron_field_validate (self->field, value, error);
}

/* Pictures: an asset and the reference to it are one step of undo. */

static PatronRow *
make_image (PatronBinder *self)
{
  return patron_image_row_new ();
}

static void
show_image (PatronBinder      *self,
            const PatronValue *value)
{
  g_autoptr (PatronRecord) asset = NULL;
  g_autoptr (GBytes) data = NULL;

  if (value->type == PATRON_VALUE_INTEGER)
    asset = patron_document_get_record (self->document, "asset",
                                        value->integer);
  if (asset != NULL)
    data = patron_document_load_data (self->document, asset, "data", NULL);
  patron_image_row_set_data (PATRON_IMAGE_ROW (self->row), data);
}

static gboolean
store_asset (PatronBinder        *self,
             const PatronPicture *picture,
             GError             **error)
{
  g_autoptr (PatronRecord) asset = patron_document_insert_asset (
      self->document, picture->data, picture->name, picture->media_type,
      picture->width, picture->height, error);

  return asset != NULL
         && patron_document_set_integer (self->document, self->record,
                                         self->field->name,
                                         patron_record_get_id (asset), error);
}

static gboolean
store_image (PatronBinder *self,
             GError      **error)
{
  const PatronPicture *picture
      = patron_image_row_get_picture (PATRON_IMAGE_ROW (self->row));
  static const PatronValue absent = PATRON_VALUE_INIT;
  g_autofree char *label = NULL;

  if (picture == NULL)
    return patron_document_set (self->document, self->record,
                                self->field->name, &absent, error);
  /* Translators: the label of a field, as in “Change Picture”. */
  label = g_strdup_printf (C_("undo", "Change %s"),
                           patron_field_get_label (self->field));
  if (!patron_document_begin (self->document, label, error))
    return FALSE;
  if (!store_asset (self, picture, error))
    {
      patron_document_cancel (self->document);
      return FALSE;
    }
  return patron_document_end (self->document, error);
}

#define TYPED(make_row)                                                       \
  {                                                                           \
    .make = make_row, .show = show_entry, .read = read_entry                  \
  }

/* patron_binder_get_kind:
 *
 * Returns: (nullable): how @field is shown, %NULL if it is not
 */
const PatronBinderKind *
patron_binder_get_kind (const PatronField *field)
{
  static const PatronBinderKind sentence
      = { make_sentence, show_text, read_text };
  static const PatronBinderKind kinds[] = {
    [PATRON_KIND_TEXT] = TYPED (make_entry),
    [PATRON_KIND_LONG_TEXT] = { make_text, show_text, read_text },
    [PATRON_KIND_NUMBER] = TYPED (make_number),
    [PATRON_KIND_MONEY] = TYPED (make_number),
    [PATRON_KIND_PERCENT] = TYPED (make_number),
    [PATRON_KIND_INTEGER] = TYPED (make_integer),
    [PATRON_KIND_DATE] = TYPED (make_date),
    [PATRON_KIND_DATE_TIME] = TYPED (make_entry),
    [PATRON_KIND_DURATION] = TYPED (make_number),
    [PATRON_KIND_CHOICE] = { make_choice, show_choice, read_choice },
    [PATRON_KIND_FLAGS] = { make_flags, show_flags, read_flags },
    [PATRON_KIND_BOOLEAN] = { make_switch, show_switch, read_switch },
    [PATRON_KIND_SCALE] = { make_scale, show_scale, read_scale },
    [PATRON_KIND_COLOUR] = { make_colour, show_colour, read_colour },
    [PATRON_KIND_IMAGE] = { make_image, show_image, .store = store_image },
    [PATRON_KIND_REFERENCE]
    = { make_reference, show_reference, read_reference },
    [PATRON_KIND_TAGS] = { make_tags, show_tags, read_tags },
    [PATRON_KIND_DATA] = { NULL },
  };

  if (field->flags & PATRON_FIELD_SENTENCE)
    return &sentence;
  return kinds[field->kind].make != NULL ? &kinds[field->kind] : NULL;
}
