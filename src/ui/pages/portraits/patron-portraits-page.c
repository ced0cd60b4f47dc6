/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-portraits"

#include "config.h"

#include "patron-portraits-page-private.h"

#include <glib/gi18n-lib.h>

#include "patron-mnemonic.h"
#include "patron-row.h"

/**
 * PatronPortraitsPage:
 *
 * Segments and the pen portraits that stand for them: a list of all, and the
 * editor of the one that is selected.
 */
G_DEFINE_FINAL_TYPE (PatronPortraitsPage, patron_portraits_page,
                     PATRON_TYPE_PAGE)

static void
patron_portraits_page_dispose (GObject *object)
{
  PatronPortraitsPage *self = PATRON_PORTRAITS_PAGE (object);

  g_clear_object (&self->shown);

  G_OBJECT_CLASS (patron_portraits_page_parent_class)->dispose (object);
}

static void select_something (PatronPortraitsPage *self);

static void
update_title (PatronPortraitsPage *self)
{
  g_autofree char *title
      = self->shown != NULL ? patron_record_get_title (self->shown) : NULL;

  patron_split_set_title (self->split, title != NULL ? title : "");
}

/* Editors are made when something is first shown in them. */
static PatronPortraitsEditor *
get_editor (PatronPortraitsPage *self,
            gboolean             segment)
{
  PatronPortraitsEditor **editor
      = segment ? &self->segment_editor : &self->portrait_editor;
  PatronDocument *document = patron_page_get_document (PATRON_PAGE (self));

  if (*editor == NULL)
    {
      GtkWidget *widget = segment ? patron_segment_editor_new (document)
                                  : patron_portrait_editor_new (document);

      gtk_stack_add_named (self->content, widget,
                           segment ? "segment" : "portrait");
      *editor = PATRON_PORTRAITS_EDITOR (widget);
    }
  return *editor;
}

static PatronPortraitsEditor *
shown_editor (PatronPortraitsPage *self)
{
  return get_editor (self, patron_record_is (self->shown, "segment"));
}

/**
 * patron_portraits_page_show_content:
 *
 * Shows the editor of what is selected, or its poster.
 */
void
patron_portraits_page_show_content (PatronPortraitsPage *self)
{
  const char *name = "none";

  if (self->shown != NULL && patron_record_is (self->shown, "segment"))
    name = "segment";
  else if (self->shown != NULL)
    name = gtk_toggle_button_get_active (self->poster_button) ? "poster"
                                                              : "portrait";
  gtk_stack_set_visible_child_name (self->content, name);
}

static void
show_selected (PatronPortraitsPage *self)
{
  PatronRecord *record = patron_portraits_list_get_selected (self->list);
  gboolean portrait = record != NULL && patron_record_is (record, "portrait");

  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (self->shown, update_title, self);
  g_set_object (&self->shown, record);
  if (record != NULL)
    {
      g_signal_connect_object (record, "changed", G_CALLBACK (update_title),
                               self, G_CONNECT_SWAPPED);
      patron_portraits_editor_set_record (shown_editor (self), record);
    }
  update_title (self);
  patron_portraits_page_update_poster (self);
  patron_portraits_page_show_content (self);
  patron_page_set_exportable (PATRON_PAGE (self),
                              portrait ? "portrait" : NULL,
                              portrait ? patron_record_get_id (record) : 0);
  patron_portraits_page_update_actions (self);
}

/* From a document without any, there is one step: to make one. */
static void
update_levels (PatronPortraitsPage *self)
{
  gboolean empty = patron_portraits_list_is_empty (self->list);

  gtk_stack_set_visible_child_name (self->levels, empty ? "empty" : "full");
}

static void
selected_cb (PatronPortraitsPage *self)
{
  update_levels (self);
  show_selected (self);
}

static void
activated_cb (PatronPortraitsPage *self)
{
  if (self->shown == NULL)
    return;
  patron_split_set_show_content (self->split, TRUE);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->content));
}

static void
folded_cb (PatronPortraitsPage *self)
{
  patron_portraits_list_set_single (self->list,
                                    patron_split_get_folded (self->split));
  select_something (self);
}

/**
 * patron_portraits_page_open:
 * @record: a new segment or pen portrait
 *
 * Selects @record and goes to its first field.
 */
void
patron_portraits_page_open (PatronPortraitsPage *self,
                            PatronRecord        *record)
{
  gtk_toggle_button_set_active (self->poster_button, FALSE);
  update_levels (self);
  patron_portraits_list_select (self->list, record);
  activated_cb (self);
}

static void
drop_editors (PatronPortraitsPage *self)
{
  if (self->segment_editor != NULL)
    gtk_stack_remove (self->content, GTK_WIDGET (self->segment_editor));
  if (self->portrait_editor != NULL)
    gtk_stack_remove (self->content, GTK_WIDGET (self->portrait_editor));
  self->segment_editor = NULL;
  self->portrait_editor = NULL;
}

static void
changed_cb (PatronPortraitsPage *self)
{
  update_levels (self);
  patron_scene_view_refresh (self->poster);
}

static void
patron_portraits_page_document_set (PatronPage     *page,
                                    PatronDocument *document)
{
  PatronPortraitsPage *self = PATRON_PORTRAITS_PAGE (page);

  patron_portraits_list_set_document (self->list, NULL);
  drop_editors (self);
  if (document == NULL)
    return;
  patron_portraits_list_set_document (self->list, document);
  update_levels (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::read-only",
                           G_CALLBACK (patron_portraits_page_update_actions),
                           self, G_CONNECT_SWAPPED);
}

/* Transfer full: the segment or pen portrait that @record is, or is part
 * of. */
static PatronRecord *
find_owner (PatronPortraitsPage *self,
            PatronRecord        *record)
{
  const PatronEntity *entity = patron_record_get_entity (record);

  if (patron_record_is (record, "segment")
      || patron_record_is (record, "portrait"))
    return g_object_ref (record);
  if (g_strcmp0 (entity->page, "portraits") != 0
      || patron_entity_get_field (entity, "portrait") == NULL)
    return NULL;
  return patron_document_get_record (
      patron_page_get_document (PATRON_PAGE (self)), "portrait",
      patron_record_get_integer (record, "portrait"));
}

static gboolean
patron_portraits_page_show_record (PatronPage   *page,
                                   PatronRecord *record)
{
  PatronPortraitsPage *self = PATRON_PORTRAITS_PAGE (page);
  g_autoptr (PatronRecord) owner = find_owner (self, record);

  if (owner == NULL)
    return FALSE;
  patron_portraits_list_select (self->list, owner);
  if (self->shown != owner)
    return FALSE;
  patron_split_set_show_content (self->split, TRUE);
  if (record != owner)
    {
      gtk_toggle_button_set_active (self->poster_button, FALSE);
      patron_portraits_editor_show_part (shown_editor (self), record);
    }
  return TRUE;
}

/* Beside a list there is room for more than an invitation. */
static void
select_something (PatronPortraitsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && patron_portraits_list_get_selected (self->list) == NULL
      && !patron_split_get_folded (self->split))
    patron_portraits_list_select_first (self->list);
}

static void
patron_portraits_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patron_portraits_page_parent_class)->map (widget);

  select_something (PATRON_PORTRAITS_PAGE (widget));
}

static void
patron_portraits_page_class_init (PatronPortraitsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_portraits_page_dispose;
  PATRON_PAGE_CLASS (klass)->document_set
      = patron_portraits_page_document_set;
  PATRON_PAGE_CLASS (klass)->show_record = patron_portraits_page_show_record;
  GTK_WIDGET_CLASS (klass)->map = patron_portraits_page_map;
  patron_portraits_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static GtkWidget *
new_status_page (const char *icon_name,
                 const char *title,
                 const char *description)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  return status;
}

static GtkWidget *
new_empty_page (void)
{
  GtkWidget *status = new_status_page (
      "patron-portraits-symbolic", _("Who Is Your Customer?"),
      _("A segment is a group of customers. A pen portrait is a person or a "
        "company who stands for one. Begin with a segment."));
  GtkWidget *button = patron_mnemonic_button_new (_("Add _Segment"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  "portraits.add-segment");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static GtkWidget *
new_add_button (const char *label,
                const char *name,
                const char *action)
{
  GtkWidget *button
      = patron_row_new_text_button ("list-add-symbolic", label, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static GtkWidget *
new_list_pane (PatronPortraitsPage *self)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (GTK_BOX (bar),
                  new_add_button (_("Segment"), _("Add Segment"),
                                  "portraits.add-segment"));
  gtk_box_append (GTK_BOX (bar),
                  new_add_button (_("Pen Portrait"), _("Add Pen Portrait"),
                                  "portraits.add-portrait"));
  gtk_box_append (GTK_BOX (pane), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (pane),
                  gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (pane), bar);
  return pane;
}

static void
patron_portraits_page_init (PatronPortraitsPage *self)
{
  GtkWidget *levels = gtk_stack_new ();
  GtkWidget *content = gtk_stack_new ();
  GtkWidget *split;

  self->list = PATRON_PORTRAITS_LIST (patron_portraits_list_new ());
  self->levels = GTK_STACK (levels);
  self->content = GTK_STACK (content);
  gtk_stack_set_hhomogeneous (self->content, FALSE);
  gtk_stack_set_vhomogeneous (self->content, FALSE);
  gtk_stack_add_named (
      self->content,
      new_status_page ("patron-portraits-symbolic", _("Nothing Selected"),
                       _("Select a segment or a pen portrait to edit it.")),
      "none");

  split = patron_split_new (new_list_pane (self), content);
  self->split = PATRON_SPLIT (split);
  patron_portraits_page_add_poster (self);
  gtk_stack_add_named (self->levels, split, "full");
  gtk_stack_add_named (self->levels, new_empty_page (), "empty");
  adw_bin_set_child (ADW_BIN (self), levels);

  g_signal_connect_object (self->list, "selected", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (split, "notify::folded", G_CALLBACK (folded_cb),
                           self, G_CONNECT_SWAPPED);
  patron_portraits_page_update_actions (self);
}
