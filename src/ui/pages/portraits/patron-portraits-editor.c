/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-portraits"

#include "config.h"

#include "patron-portraits-editor.h"

#include <glib/gi18n-lib.h>

#include "patron-form.h"
#include "patron-record-list.h"

#define WIDTH 640
#define LISTS 3

/**
 * PatronPortraitsEditor:
 *
 * The form of a segment or of a pen portrait, and the lists of what belongs
 * to it.
 */
struct _PatronPortraitsEditor
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  PatronForm        *form;
  PatronRecordList  *lists[LISTS]; /* (nullable) */
  PatronRecord      *record;       /* (owned) (nullable) */
};

/**
 * Group:
 * @title: what stands above the rows
 * @kind: (nullable): the kind of pen portrait that has these fields
 * @fields: ended by %NULL
 */
typedef struct
{
  const char *title;
  const char *kind;
  const char *fields[10];
} Group;

G_DEFINE_FINAL_TYPE (PatronPortraitsEditor, patron_portraits_editor,
                     ADW_TYPE_BIN)

static const Group segment_groups[] = {
  { NC_("group", "Identity"), NULL, { "name", "colour", "description" } },
  { NC_("group", "Who They Are"),
    NULL,
    { "demographic", "geographic", "behavioural" } },
  { NC_("group", "Worth"),
    NULL,
    { "value_band", "brand_band", "size", "profit_share", "stage" } },
  { NC_("group", "Approach"),
    NULL,
    { "strategy", "marketing", "selling", "aftercare",
      "preferred_channel" } },
  { NC_("group", "Budget"),
    NULL,
    { "acquire_budget", "retain_budget", "grow_budget" } },
};

static const Group portrait_groups[] = {
  { NC_("group", "Identity"),
    NULL,
    { "name", "kind", "segment", "main", "picture", "quotation",
      "biography" } },
  { NC_("group", "Person"),
    "person",
    { "age", "gender", "occupation", "marital_status", "household", "income",
      "social_grade", "classification" } },
  { NC_("group", "Company"),
    "company",
    { "revenue_from", "revenue_to", "headcount_from", "headcount_to",
      "verticals", "buying_role" } },
  { NC_("group", "Place"), NULL, { "country", "region", "town" } },
  { NC_("group", "What Moves Them"),
    NULL,
    { "motivations", "goals", "frustrations" } },
  { NC_("group", "What They Hold"),
    NULL,
    { "values_held", "beliefs", "attitudes", "perceptions", "behaviour" } },
  { NC_("group", "Where to Meet Them"),
    NULL,
    { "hangouts_online", "hangouts_offline", "associates", "technologies",
      "surplus_spending", "preferred_channel" } },
};

static const Group portrait_evidence[] = {
  { NC_("group", "Evidence"), NULL, { "evidence", "source", "reviewed" } },
};

static void
patron_portraits_editor_dispose (GObject *object)
{
  g_clear_object (&PATRON_PORTRAITS_EDITOR (object)->record);

  G_OBJECT_CLASS (patron_portraits_editor_parent_class)->dispose (object);
}

static gboolean
patron_portraits_editor_grab_focus (GtkWidget *widget)
{
  PatronPortraitsEditor *self = PATRON_PORTRAITS_EDITOR (widget);

  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  return gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
patron_portraits_editor_class_init (PatronPortraitsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_portraits_editor_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = patron_portraits_editor_grab_focus;
}

static void
patron_portraits_editor_init (PatronPortraitsEditor *self)
{
}

static void
add_groups (PatronPortraitsEditor *self,
            const Group           *groups,
            gsize                  n_groups)
{
  for (gsize i = 0; i < n_groups; i++)
    {
      GtkWidget *group = patron_form_add_group (
          self->form,
          g_dpgettext2 (GETTEXT_PACKAGE, "group", groups[i].title));

      for (gsize j = 0; groups[i].fields[j] != NULL; j++)
        patron_form_add (self->form, groups[i].fields[j]);
      if (groups[i].kind != NULL)
        patron_form_show_when (self->form, group, "kind", groups[i].kind);
    }
}

static PatronPortraitsEditor *
new_editor (PatronDocument     *document,
            const PatronEntity *entity)
{
  PatronPortraitsEditor *self
      = g_object_new (PATRON_TYPE_PORTRAITS_EDITOR, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *form = patron_form_new (document, entity);

  self->form = PATRON_FORM (form);
  self->scrolled = GTK_SCROLLED_WINDOW (scrolled);
  gtk_widget_add_css_class (form, "patron-form-clamp");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), form);
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return self;
}

/**
 * patron_segment_editor_new:
 * @document: whose segments are edited
 *
 * Returns: (transfer floating): an editor for segments
 */
GtkWidget *
patron_segment_editor_new (PatronDocument *document)
{
  PatronRegistry *registry = patron_document_get_registry (document);
  PatronPortraitsEditor *self
      = new_editor (document, patron_registry_lookup (registry, "segment"));

  add_groups (self, segment_groups, G_N_ELEMENTS (segment_groups));
  return GTK_WIDGET (self);
}

/**
 * patron_portrait_editor_new:
 * @document: whose pen portraits are edited
 *
 * Returns: (transfer floating): an editor for pen portraits
 */
GtkWidget *
patron_portrait_editor_new (PatronDocument *document)
{
  static const char *const parts[LISTS] = { "need", "scale", "trait" };
  PatronRegistry *registry = patron_document_get_registry (document);
  PatronPortraitsEditor *self
      = new_editor (document, patron_registry_lookup (registry, "portrait"));

  add_groups (self, portrait_groups, G_N_ELEMENTS (portrait_groups));
  for (gsize i = 0; i < LISTS; i++)
    {
      GtkWidget *list = patron_record_list_new (
          document, patron_registry_lookup (registry, parts[i]), "portrait");

      self->lists[i] = PATRON_RECORD_LIST (list);
      patron_form_append (self->form, list);
    }
  add_groups (self, portrait_evidence, G_N_ELEMENTS (portrait_evidence));
  return GTK_WIDGET (self);
}

/**
 * patron_portraits_editor_set_record:
 * @record: (nullable): of the kind that the editor is for
 */
void
patron_portraits_editor_set_record (PatronPortraitsEditor *self,
                                    PatronRecord          *record)
{
  if (!g_set_object (&self->record, record))
    return;
  patron_form_set_record (self->form, record);
  for (gsize i = 0; i < LISTS && self->lists[i] != NULL; i++)
    patron_record_list_set_target (self->lists[i], record);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/**
 * patron_portraits_editor_show_part:
 * @part: any record
 *
 * Brings a need, a scale or a trait of what is edited into view.
 *
 * Returns: whether @part is one
 */
gboolean
patron_portraits_editor_show_part (PatronPortraitsEditor *self,
                                   PatronRecord          *part)
{
  for (gsize i = 0; i < LISTS && self->lists[i] != NULL; i++)
    if (patron_record_list_show_record (self->lists[i], part))
      return TRUE;
  return FALSE;
}
