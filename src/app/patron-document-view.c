/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-app"

#include "config.h"

#include "patron-document-view.h"

#include <glib/gi18n-lib.h>

#include "patron-banner.h"
#include "patron-pages.h"
#include "patron-location.h"

/**
 * PatronDocumentView:
 *
 * What a window shows of a document: the header bar, the sidebar with the
 * pages, and the page. A page is made when it is first visited.
 */
struct _PatronDocumentView
{
  AdwBin          parent_instance;

  AdwWindowTitle *title;
  GtkWidget      *undo_button;
  GtkWidget      *redo_button;
  GtkBox         *banners;
  GtkWidget      *flap;
  GtkListBox     *sidebar;
  GtkStack       *pages;

  guint           folded_source;
  PatronBanner   *notices[PATRON_N_NOTICES]; /* (nullable) */
  PatronDocument *document;                  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PatronDocumentView, patron_document_view, ADW_TYPE_BIN)

static gboolean
get_folded (PatronDocumentView *self)
{
  gboolean folded;

  g_object_get (self->flap, "folded", &folded, NULL);
  return folded;
}

static const PatronPageInfo *
get_shown (PatronDocumentView *self)
{
  return patron_page_info_find (gtk_stack_get_visible_child_name (self->pages));
}

/* Folded, the sidebar is out of sight: then the header says which page this
 * is, and otherwise where the document lies. */
static void
update_title (PatronDocumentView *self)
{
  const PatronPageInfo *info = get_shown (self);
  GFile *file = patron_document_get_file (self->document);
  g_autofree char *name = patron_document_get_title (self->document);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (patron_document_get_modified (self->document))
    title = g_strconcat ("• ", name, NULL);
  if (get_folded (self) && info != NULL)
    subtitle = g_strdup (patron_page_info_get_title (info));
  else if (file != NULL)
    subtitle = patron_location_describe_folder (file);
  else
    subtitle = g_strdup (_("Draft"));

  adw_window_title_set_title (self->title, title != NULL ? title : name);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
name_button (GtkWidget  *button,
             const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_undo (PatronDocumentView *self)
{
  const char *undo = patron_document_get_undo_label (self->document);
  const char *redo = patron_document_get_redo_label (self->document);
  g_autofree char *undo_text = NULL;
  g_autofree char *redo_text = NULL;

  /* Translators: %s is an edit, such as “Change Occupation”. */
  undo_text = undo != NULL ? g_strdup_printf (_("Undo %s"), undo)
                           : g_strdup (_("Undo"));
  /* Translators: %s is an edit, such as “Change Occupation”. */
  redo_text = redo != NULL ? g_strdup_printf (_("Redo %s"), redo)
                           : g_strdup (_("Redo"));
  name_button (self->undo_button, undo_text);
  name_button (self->redo_button, redo_text);
  /* A narrow header bar has room for a title or for a dead button. */
  gtk_widget_set_visible (self->redo_button,
                          redo != NULL || !get_folded (self));
}

static gboolean
follow_folded_cb (gpointer user_data)
{
  PatronDocumentView *self = user_data;

  self->folded_source = 0;
  /* A sidebar that lies over the page is in the way until it is called. */
  g_object_set (self->flap, "reveal-flap", !get_folded (self), NULL);
  update_title (self);
  update_undo (self);
  return G_SOURCE_REMOVE;
}

/* It folds while sizes are given out, when none may be asked for. */
static void
folded_cb (PatronDocumentView *self)
{
  if (self->document != NULL && self->folded_source == 0)
    self->folded_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE,
                                           follow_folded_cb, self, NULL);
}

static PatronPage *
make_page (PatronDocumentView   *self,
           const PatronPageInfo *info)
{
  const char *title = patron_page_info_get_title (info);
  PatronPage *page = g_object_new (info->get_type (),
                                   "title", title,
                                   "icon-name", info->icon_name,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (page),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_stack_add_named (self->pages, GTK_WIDGET (page), info->id);
  patron_page_set_document (page, self->document);
  return page;
}

/* Shows the page, and where it stands in the sidebar. */
static void
visit (PatronDocumentView   *self,
       const PatronPageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->id);

  if (page == NULL)
    page = GTK_WIDGET (make_page (self, info));
  gtk_stack_set_visible_child (self->pages, page);
  gtk_list_box_select_row (
      self->sidebar,
      gtk_list_box_get_row_at_index (self->sidebar, info - patron_pages));
  update_title (self);
}

/* What the keys select in the sidebar is shown at once, so that it never
 * names another page than the one beside it. */
static void
row_selected_cb (PatronDocumentView *self,
                 GtkListBoxRow      *row)
{
  const PatronPageInfo *info
      = row != NULL ? &patron_pages[gtk_list_box_row_get_index (row)] : NULL;

  if (info != NULL && self->document != NULL && info != get_shown (self))
    visit (self, info);
}

static void
row_activated_cb (PatronDocumentView *self,
                  GtkListBoxRow      *row)
{
  int index = gtk_list_box_row_get_index (row);

  patron_document_view_show_page (self, patron_pages[index].id);
}

static GtkWidget *
new_row (const PatronPageInfo *info)
{
  const char *title = patron_page_info_get_title (info);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE,
                                "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "icon-name", info->icon_name,
                                NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
patron_document_view_dispose (GObject *object)
{
  PatronDocumentView *self = PATRON_DOCUMENT_VIEW (object);

  patron_document_view_close (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PATRON_TYPE_DOCUMENT_VIEW);

  G_OBJECT_CLASS (patron_document_view_parent_class)->dispose (object);
}

static void
patron_document_view_class_init (PatronDocumentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_document_view_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/patron_app/Patron/patron-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PatronDocumentView,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, PatronDocumentView,
                                        undo_button);
  gtk_widget_class_bind_template_child (widget_class, PatronDocumentView,
                                        redo_button);
  gtk_widget_class_bind_template_child (widget_class, PatronDocumentView,
                                        banners);
  gtk_widget_class_bind_template_child (widget_class, PatronDocumentView,
                                        flap);
  gtk_widget_class_bind_template_child (widget_class, PatronDocumentView,
                                        sidebar);
  gtk_widget_class_bind_template_child (widget_class, PatronDocumentView,
                                        pages);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
patron_document_view_init (PatronDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < patron_n_pages; i++)
    gtk_list_box_append (self->sidebar, new_row (&patron_pages[i]));
}

/**
 * patron_document_view_new:
 *
 * Returns: (transfer floating): a view that shows no page yet
 */
GtkWidget *
patron_document_view_new (PatronDocument *document)
{
  PatronDocumentView *self = g_object_new (PATRON_TYPE_DOCUMENT_VIEW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::title",
                           G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified",
                           G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::undo-label",
                           G_CALLBACK (update_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::redo-label",
                           G_CALLBACK (update_undo), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
  update_undo (self);
  return GTK_WIDGET (self);
}

/**
 * patron_document_view_close:
 *
 * Lets go of the document, so that it can be closed.
 */
void
patron_document_view_close (PatronDocumentView *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->folded_source, g_source_remove);
  if (self->document == NULL)
    return;
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    patron_page_set_document (PATRON_PAGE (child), NULL);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

/**
 * patron_document_view_show_page:
 * @id: (nullable): the id of a page; the first one is shown where there is no
 *   such page
 */
void
patron_document_view_show_page (PatronDocumentView *self,
                                const char         *id)
{
  const PatronPageInfo *info = patron_page_info_find (id);

  visit (self, info != NULL ? info : &patron_pages[0]);
  if (get_folded (self))
    g_object_set (self->flap, "reveal-flap", FALSE, NULL);
}

/**
 * patron_document_view_show_record:
 * @id: the id of a page
 * @record: the id of a record, 0 for none
 *
 * Visits the page and brings the record into view.
 *
 * Returns: whether there is such a page, and it shows the record
 */
gboolean
patron_document_view_show_record (PatronDocumentView *self,
                                  const char         *id,
                                  gint64              record)
{
  PatronRecord *found = NULL;

  if (patron_page_info_find (id) == NULL)
    return FALSE;
  patron_document_view_show_page (self, id);
  if (record != 0)
    found = patron_document_find_record (self->document, record);
  return found != NULL
         && patron_page_show_record (
             patron_document_view_get_page (self, NULL), found);
}

/**
 * patron_document_view_get_page:
 * @id: (out) (optional) (transfer none): its id
 *
 * Returns: (transfer none) (nullable): the page shown
 */
PatronPage *
patron_document_view_get_page (PatronDocumentView *self,
                               const char        **id)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (id != NULL)
    *id = gtk_stack_get_visible_child_name (self->pages);
  return page != NULL ? PATRON_PAGE (page) : NULL;
}

/**
 * patron_document_view_toggle_sidebar:
 *
 * Shows the sidebar and gives it the focus, or folds it away.
 */
void
patron_document_view_toggle_sidebar (PatronDocumentView *self)
{
  gboolean revealed;

  g_object_get (self->flap, "reveal-flap", &revealed, NULL);
  g_object_set (self->flap, "reveal-flap", !revealed, NULL);
  if (!revealed)
    gtk_widget_grab_focus (
        GTK_WIDGET (gtk_list_box_get_selected_row (self->sidebar)));
}

/**
 * patron_document_view_notice:
 * @text: (nullable): what the banner says, %NULL to take it away
 * @label: (nullable): its button, with a mnemonic
 * @action: (nullable): the action of the button
 */
void
patron_document_view_notice (PatronDocumentView *self,
                             PatronNotice        notice,
                             const char         *text,
                             const char         *label,
                             const char         *action)
{
  GtkWidget *after = NULL;

  if (text == NULL)
    {
      if (self->notices[notice] != NULL)
        patron_banner_hide (self->notices[notice]);
      return;
    }
  if (self->notices[notice] == NULL)
    {
      for (guint i = 0; i < notice; i++)
        if (self->notices[i] != NULL)
          after = GTK_WIDGET (self->notices[i]);
      self->notices[notice] = PATRON_BANNER (patron_banner_new ());
      gtk_box_insert_child_after (self->banners,
                                  GTK_WIDGET (self->notices[notice]), after);
    }
  patron_banner_show (self->notices[notice], text, label, action);
}
