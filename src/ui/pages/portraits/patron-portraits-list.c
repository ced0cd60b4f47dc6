/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-portraits"

#include "config.h"

#include "patron-portraits-list-private.h"

#include <glib/gi18n-lib.h>

#include "patron-portraits-row.h"
#include "patron-reorder.h"

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * PatronPortraitsList:
 *
 * The segments, each with its pen portraits beneath, and then the pen
 * portraits that stand for none. What is selected stays selected when it
 * moves.
 */
G_DEFINE_FINAL_TYPE (PatronPortraitsList, patron_portraits_list, ADW_TYPE_BIN)

static void
patron_portraits_list_dispose (GObject *object)
{
  PatronPortraitsList *self = PATRON_PORTRAITS_LIST (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_object (&self->segments);
  g_clear_object (&self->others);
  g_clear_object (&self->tree);
  g_clear_object (&self->selection);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (patron_portraits_list_parent_class)->dispose (object);
}

/* Transfer full. */
static PatronRecord *
record_at (PatronPortraitsList *self,
           guint                position)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  if (self->tree == NULL)
    return NULL;
  row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static guint
find_position (PatronPortraitsList *self,
               PatronRecord        *record)
{
  guint n = self->tree != NULL
                ? g_list_model_get_n_items (G_LIST_MODEL (self->tree))
                : 0;

  for (guint i = 0; record != NULL && i < n; i++)
    {
      g_autoptr (PatronRecord) item = record_at (self, i);

      if (item == record)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
selected_cb (PatronPortraitsList *self)
{
  g_autoptr (PatronRecord) record = NULL;

  /* Rows that go and come back are no choice of the user's. */
  if (self->changing)
    return;
  self->position = gtk_single_selection_get_selected (self->selection);
  record = record_at (self, self->position);
  if (g_set_object (&self->selected, record))
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
select_position (PatronPortraitsList *self,
                 guint                position)
{
  gtk_single_selection_set_selected (self->selection, position);
  /* Not notified where the row was gone before. */
  selected_cb (self);
}

static void
changing_cb (PatronPortraitsList *self)
{
  self->changing = TRUE;
}

static void
changed_cb (PatronPortraitsList *self)
{
  guint position = find_position (self, self->selected);

  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    self->position = position;
  self->changing = FALSE;
}

/* What is selected may go by an undo, or by somebody else's edit. */
static void
document_changed_cb (PatronPortraitsList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->tree));

  if (self->selected != NULL && !patron_record_get_exists (self->selected))
    select_position (self, n > 0 ? MIN (self->position, n - 1)
                                 : GTK_INVALID_LIST_POSITION);
}

/* patron_portraits_list_activate:
 *
 * Says that the user wants to get to what is selected.
 */
void
patron_portraits_list_activate (PatronPortraitsList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
patron_portraits_list_class_init (PatronPortraitsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patron_portraits_list_dispose;

  /**
   * PatronPortraitsList::selected:
   *
   * Another record is selected, or none.
   */
  signals[SELECTED] = g_signal_new ("selected", PATRON_TYPE_PORTRAITS_LIST,
                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  /**
   * PatronPortraitsList::activated:
   *
   * The user wants to get to what is selected.
   */
  signals[ACTIVATED] = g_signal_new ("activated", PATRON_TYPE_PORTRAITS_LIST,
                                     G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  patron_portraits_list_install_menu (widget_class);
}

static void
patron_portraits_list_init (PatronPortraitsList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->view = gtk_list_view_new (
      GTK_SELECTION_MODEL (g_object_ref (self->selection)), NULL);
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      _("Segments and Pen Portraits"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), scrolled);

  patron_portraits_list_add_rows (self);

  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "activate",
                            G_CALLBACK (patron_portraits_list_activate), self);
}

/**
 * patron_portraits_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
patron_portraits_list_new (void)
{
  return g_object_new (PATRON_TYPE_PORTRAITS_LIST, NULL);
}

static GListModel *
create_children_cb (gpointer item,
                    gpointer data)
{
  PatronPortraitsList *self = data;
  PatronRecord *record = item;

  if (!patron_record_is (record, "segment"))
    return NULL;
  return patron_document_list_of (self->document, "portrait", "segment",
                                  patron_record_get_id (record));
}

static void
make_tree (PatronPortraitsList *self)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  self->segments = patron_document_list (self->document, "segment");
  self->others
      = patron_document_list_of (self->document, "portrait", "segment", 0);
  g_list_store_append (lists, self->segments);
  g_list_store_append (lists, self->others);
  self->tree = gtk_tree_list_model_new (
      G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists))),
      FALSE, TRUE, create_children_cb, self, NULL);
  /* Before the selection sees it, and after. */
  g_signal_connect_object (self->tree, "items-changed",
                           G_CALLBACK (changing_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection,
                                  G_LIST_MODEL (self->tree));
  g_signal_connect_object (self->tree, "items-changed",
                           G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * patron_portraits_list_set_document:
 * @document: (nullable): whose segments and pen portraits are shown
 */
void
patron_portraits_list_set_document (PatronPortraitsList *self,
                                    PatronDocument      *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document,
                                          document_changed_cb, self);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->tree);
  g_clear_object (&self->segments);
  g_clear_object (&self->others);
  g_clear_object (&self->selected);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      make_tree (self);
      g_signal_connect_object (document, "changed",
                               G_CALLBACK (document_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_emit (self, signals[SELECTED], 0);
}

/**
 * patron_portraits_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the segment or pen portrait that is
 *   selected
 */
PatronRecord *
patron_portraits_list_get_selected (PatronPortraitsList *self)
{
  return self->selected;
}

/* A portrait can only be found under a segment that is unfolded. */
static void
unfold_segment (PatronPortraitsList *self,
                PatronRecord        *record)
{
  g_autoptr (PatronRecord) segment = NULL;
  guint position;

  if (record == NULL || !patron_record_is (record, "portrait"))
    return;
  segment = patron_document_get_record (
      self->document, "segment",
      patron_record_get_integer (record, "segment"));
  position = find_position (self, segment);
  if (position != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (GtkTreeListRow) row
          = g_list_model_get_item (G_LIST_MODEL (self->tree), position);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/**
 * patron_portraits_list_select:
 * @record: (nullable): a segment or a pen portrait of the document
 */
void
patron_portraits_list_select (PatronPortraitsList *self,
                              PatronRecord        *record)
{
  guint position;

  if (self->tree == NULL)
    return;
  unfold_segment (self, record);
  position = find_position (self, record);
  select_position (self, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u",
                                position);
}

/**
 * patron_portraits_list_select_first:
 *
 * Selects what most people come for: the primary portrait, or else the first
 * record.
 */
void
patron_portraits_list_select_first (PatronPortraitsList *self)
{
  guint n = self->tree != NULL
                ? g_list_model_get_n_items (G_LIST_MODEL (self->tree))
                : 0;
  guint first = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatronRecord) record = record_at (self, i);

      if (patron_record_is (record, "portrait")
          && patron_record_get_integer (record, "main") != 0)
        {
          first = i;
          break;
        }
    }
  if (n > 0)
    select_position (self, first);
}

/**
 * patron_portraits_list_focus:
 *
 * Puts the focus on what is selected.
 */
void
patron_portraits_list_focus (PatronPortraitsList *self)
{
  GtkWidget *item = gtk_widget_get_first_child (self->view);

  for (; item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *expander = gtk_widget_get_first_child (item);
      GtkWidget *row
          = GTK_IS_TREE_EXPANDER (expander)
                ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander))
                : NULL;

      if (PATRON_IS_PORTRAITS_ROW (row) && self->selected != NULL
          && patron_portraits_row_get_record (PATRON_PORTRAITS_ROW (row))
                 == self->selected
          && gtk_widget_grab_focus (item))
        return;
    }
  gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD);
}

/**
 * patron_portraits_list_is_empty:
 *
 * Returns: whether there is neither a segment nor a pen portrait
 */
gboolean
patron_portraits_list_is_empty (PatronPortraitsList *self)
{
  return self->tree == NULL
         || g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 0;
}

/**
 * patron_portraits_list_get_neighbour:
 *
 * Returns: (transfer full) (nullable): what to select when what is selected
 *   now is removed: what follows it at its level, or else comes before
 */
PatronRecord *
patron_portraits_list_get_neighbour (PatronPortraitsList *self)
{
  GListModel *siblings = self->selected != NULL
                             ? patron_portraits_list_get_siblings (
                                 self, self->selected)
                             : NULL;
  PatronRecord *record = NULL;
  guint position;

  if (siblings != NULL)
    record = patron_reorder_after (siblings, self->selected);
  if (record != NULL)
    return record;
  position = find_position (self, self->selected);
  return position != GTK_INVALID_LIST_POSITION && position > 0
             ? record_at (self, position - 1)
             : NULL;
}

/**
 * patron_portraits_list_get_siblings:
 * @record: a segment or a pen portrait in the list
 *
 * Returns: (transfer none) (nullable): the records that @record stands among
 */
GListModel *
patron_portraits_list_get_siblings (PatronPortraitsList *self,
                                    PatronRecord        *record)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (GtkTreeListRow) parent = NULL;
  guint position = find_position (self, record);

  if (patron_record_is (record, "segment"))
    return self->segments;
  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  parent = gtk_tree_list_row_get_parent (row);
  return parent != NULL ? gtk_tree_list_row_get_children (parent)
                        : self->others;
}

/**
 * patron_portraits_list_set_single:
 * @single: whether a click opens what it selects, because there is no room to
 *   show it beside the list
 */
void
patron_portraits_list_set_single (PatronPortraitsList *self,
                                  gboolean             single)
{
  self->single = single;
}
