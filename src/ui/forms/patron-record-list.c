/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "config.h"

#include "patron-record-list.h"

#include <glib/gi18n-lib.h>

#include "patron-page.h"
#include "patron-record-row.h"
#include "patron-reorder.h"
#include "patron-row.h"

/**
 * PatronRecordList:
 *
 * The records that are part of another, such as the needs of a pen portrait,
 * or all there are: added, edited, put in order and removed in place.
 */
struct _PatronRecordList
{
  AdwBin parent_instance;

  PatronDocument     *document; /* (owned) */
  const PatronEntity *entity;
  const char         *reference; /* (nullable): with none, all are shown */
  PatronRecord       *target;   /* (owned) (nullable) */
  GListModel         *records;  /* (owned) (nullable) */
  GHashTable         *unfolded; /* (element-type gint64): ids */
  PatronMarkFunc      mark;     /* (nullable) */
  gpointer            data;
  PatronMarkFunc      note;     /* (nullable) */
  gpointer            note_data;
  GtkSorter          *sorter;   /* (owned) (nullable) */
  GtkWidget          *group;
  GtkListBox         *list;
};

G_DEFINE_FINAL_TYPE (PatronRecordList, patron_record_list, ADW_TYPE_BIN)

static void
patron_record_list_dispose (GObject *object)
{
  PatronRecordList *self = PATRON_RECORD_LIST (object);

  g_clear_object (&self->document);
  g_clear_object (&self->target);
  g_clear_object (&self->records);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (patron_record_list_parent_class)->dispose (object);
}

static void
patron_record_list_finalize (GObject *object)
{
  g_hash_table_unref (PATRON_RECORD_LIST (object)->unfolded);

  G_OBJECT_CLASS (patron_record_list_parent_class)->finalize (object);
}

static void
report (PatronRecordList *self,
        const GError     *error)
{
  GtkWidget *page
      = gtk_widget_get_ancestor (GTK_WIDGET (self), PATRON_TYPE_PAGE);

  if (page != NULL)
    patron_page_report (PATRON_PAGE (page), error);
}

static PatronRecordRow *
find_row (PatronRecordList *self,
          PatronRecord     *record)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (PATRON_IS_RECORD_ROW (row)
        && patron_record_row_get_record (PATRON_RECORD_ROW (row)) == record)
      return PATRON_RECORD_ROW (row);
  return NULL;
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PatronRecordList *self = PATRON_RECORD_LIST (widget);
  g_autoptr (PatronRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  if (self->records == NULL)
    return;
  if (self->target != NULL)
    target = g_strdup_printf ("%" G_GINT64_FORMAT,
                              patron_record_get_id (self->target));
  record = patron_document_insert (self->document, self->entity->name, &error,
                                   self->reference, target, NULL);
  if (record != NULL)
    patron_record_row_edit (find_row (self, record));
  report (self, error);
}

static void
move_record (PatronRecordList *self,
             PatronRecord     *record,
             PatronRecord     *before)
{
  g_autoptr (GError) error = NULL;
  PatronRecordRow *row;

  patron_document_move (self->document, record, before, &error);
  row = find_row (self, record);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  report (self, error);
}

static void
move_by (PatronRecordRow *row,
         int              by)
{
  PatronRecordList *self = PATRON_RECORD_LIST (gtk_widget_get_ancestor (
      GTK_WIDGET (row), PATRON_TYPE_RECORD_LIST));
  g_autoptr (PatronRecord) record
      = g_object_ref (patron_record_row_get_record (row));
  g_autoptr (PatronRecord) before = NULL;
  gboolean possible;

  before = patron_reorder_before (self->records, record, by, &possible);
  if (possible)
    move_record (self, record, before);
  else
    gtk_widget_error_bell (GTK_WIDGET (row));
}

static void
move_up_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       row)
{
  move_by (row, -1);
}

static void
move_down_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       row)
{
  move_by (row, 1);
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       row)
{
  PatronRecordList *self = PATRON_RECORD_LIST (
      gtk_widget_get_ancestor (row, PATRON_TYPE_RECORD_LIST));
  g_autoptr (GError) error = NULL;
  g_autoptr (PatronRecord) copy = patron_document_duplicate (
      self->document, patron_record_row_get_record (row), &error);

  if (copy != NULL)
    patron_record_row_edit (find_row (self, copy));
  report (self, error);
}

/* The focus goes to the neighbour, never to nowhere. */
static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  GtkWidget *row = data;
  PatronRecordList *self = PATRON_RECORD_LIST (
      gtk_widget_get_ancestor (row, PATRON_TYPE_RECORD_LIST));
  PatronPage *page
      = PATRON_PAGE (gtk_widget_get_ancestor (row, PATRON_TYPE_PAGE));
  g_autoptr (PatronRecord) record
      = g_object_ref (patron_record_row_get_record (data));
  g_autofree char *title = patron_record_get_title (record);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  if (!patron_document_remove (self->document, record, &error))
    {
      report (self, error);
      return;
    }
  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->list, index - 1);
  gtk_widget_child_focus (next != NULL ? GTK_WIDGET (next) : self->group,
                          GTK_DIR_TAB_FORWARD);
  /* Translators: what a record is called, such as “Saves time”. */
  message = g_strdup_printf (_("“%s” removed"), title);
  if (page != NULL)
    patron_page_removed (page, message);
}

static gboolean
drop_cb (PatronRecord *target,
         PatronRecord *dropped,
         gboolean      after,
         gboolean      commit,
         gpointer      data)
{
  PatronRecordList *self = data;
  g_autoptr (PatronRecord) before = NULL;

  if (find_row (self, dropped) == NULL
      || patron_document_get_read_only (self->document))
    return FALSE;
  if (!commit)
    return TRUE;
  before = after ? patron_reorder_after (self->records, target)
                 : g_object_ref (target);
  if (before != dropped)
    move_record (self, dropped, before);
  return TRUE;
}

static void
expanded_cb (PatronRecordRow  *row,
             GParamSpec       *pspec,
             PatronRecordList *self)
{
  gint64 id = patron_record_get_id (patron_record_row_get_record (row));

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    g_hash_table_add (self->unfolded, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->unfolded, &id);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  static const GActionEntry actions[] = {
    { "move-up", move_up_cb },
    { "move-down", move_down_cb },
    { "duplicate", duplicate_cb },
    { "remove", remove_cb },
  };
  PatronRecordList *self = data;
  PatronRecord *record = item;
  gint64 id = patron_record_get_id (record);
  gboolean ordered
      = self->sorter == NULL
        && patron_entity_get_field (self->entity, "position") != NULL;
  GtkWidget *row
      = patron_record_row_new (self->document, record, self->reference);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions,
                                   G_N_ELEMENTS (actions), row);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group),
                                                     actions[i].name)),
        !patron_document_get_read_only (self->document)
            && (ordered || !g_str_has_prefix (actions[i].name, "move-")));
  gtk_widget_insert_action_group (row, "record", G_ACTION_GROUP (group));
  if (ordered)
    patron_reorder_install (row, record, drop_cb, self);
  if (self->mark != NULL)
    patron_record_row_set_mark (PATRON_RECORD_ROW (row), self->mark,
                                self->data);
  if (self->note != NULL)
    patron_record_row_set_note (PATRON_RECORD_ROW (row), self->note,
                                self->note_data);
  /* A row that moved is a new one, and stays unfolded. */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->unfolded, &id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb),
                           self, 0);
  return row;
}

static void
patron_record_list_class_init (PatronRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = patron_record_list_dispose;
  object_class->finalize = patron_record_list_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "list.add", NULL,
                                   add_cb);
}

static void
patron_record_list_init (PatronRecordList *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->unfolded
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->group = adw_preferences_group_new ();
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), list);
  adw_bin_set_child (ADW_BIN (self), self->group);
}

static GtkWidget *
make_add_button (const PatronEntity *entity)
{
  g_autofree char *label = NULL;
  GtkWidget *button;

  /* Translators: the label of an entity, as in “Add Need”. */
  label = g_strdup_printf (C_("button", "Add %s"),
                           patron_entity_get_label (entity));
  button = patron_row_new_text_button ("list-add-symbolic", label, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "list.add");
  return button;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      field)
{
  gint64 left = patron_record_get_integer ((PatronRecord *) a, field);
  gint64 right = patron_record_get_integer ((PatronRecord *) b, field);

  if (left == right)
    {
      left = patron_record_get_id ((PatronRecord *) a);
      right = patron_record_get_id ((PatronRecord *) b);
    }
  return left > right ? -1 : left < right;
}

/* An empty box would be a line on the page. */
static void
items_changed_cb (PatronRecordList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          g_list_model_get_n_items (self->records) > 0);
}

static void
read_only_cb (PatronRecordList *self)
{
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "list.add",
      !patron_document_get_read_only (self->document));
}

/**
 * patron_record_list_new:
 * @document: whose records are shown
 * @entity: what they are; one of the document's registry
 * @reference: (nullable): the field of @entity that says what they are part
 *   of; a static string. %NULL to show all that there are
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
patron_record_list_new (PatronDocument     *document,
                        const PatronEntity *entity,
                        const char         *reference)
{
  PatronRecordList *self = g_object_new (PATRON_TYPE_RECORD_LIST, NULL);
  g_autofree char *title
      = g_markup_escape_text (patron_entity_get_plural (entity), -1);

  self->document = g_object_ref (document);
  self->entity = entity;
  self->reference = reference;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group),
                                   title);
  adw_preferences_group_set_header_suffix (
      ADW_PREFERENCES_GROUP (self->group), make_add_button (entity));
  g_signal_connect_object (document, "notify::read-only",
                           G_CALLBACK (read_only_cb), self,
                           G_CONNECT_SWAPPED);
  read_only_cb (self);
  return GTK_WIDGET (self);
}

static void
show_records (PatronRecordList *self,
              GListModel       *records)
{
  if (self->records != NULL)
    g_signal_handlers_disconnect_by_func (self->records, items_changed_cb,
                                          self);
  g_clear_object (&self->records);
  g_hash_table_remove_all (self->unfolded);
  if (records != NULL && self->sorter != NULL)
    records = G_LIST_MODEL (
        gtk_sort_list_model_new (records, g_object_ref (self->sorter)));
  self->records = records;
  if (records != NULL)
    {
      g_signal_connect_object (records, "items-changed",
                               G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      items_changed_cb (self);
    }
  gtk_list_box_bind_model (self->list, records, create_row_cb, self, NULL);
}

/**
 * patron_record_list_set_target:
 * @target: (nullable): the record that they are part of
 *
 * Shows the records that are part of @target.
 */
void
patron_record_list_set_target (PatronRecordList *self,
                               PatronRecord     *target)
{
  if (g_set_object (&self->target, target))
    show_records (
        self, target != NULL
                  ? patron_document_list_of (self->document,
                                             self->entity->name,
                                             self->reference,
                                             patron_record_get_id (target))
                  : NULL);
}

/**
 * patron_record_list_show_all:
 *
 * Shows all records, whatever they are part of.
 */
void
patron_record_list_show_all (PatronRecordList *self)
{
  show_records (self,
                patron_document_list (self->document, self->entity->name));
}

/**
 * patron_record_list_set_mark:
 * @mark: (nullable): says why somebody should look at a record
 * @data: passed to @mark; must live as long as the list
 *
 * Marks records in words. To be called before records are shown.
 */
void
patron_record_list_set_mark (PatronRecordList *self,
                             PatronMarkFunc    mark,
                             gpointer          data)
{
  self->mark = mark;
  self->data = data;
}

/**
 * patron_record_list_set_note:
 * @note: (nullable): says what a record belongs to, or the like
 * @data: passed to @note; must live as long as the list
 *
 * Adds a line to records. To be called before records are shown.
 */
void
patron_record_list_set_note (PatronRecordList *self,
                             PatronMarkFunc    note,
                             gpointer          data)
{
  self->note = note;
  self->note_data = data;
}

/**
 * patron_record_list_set_order:
 * @compare: compares two records
 * @data: passed to @compare; must live as long as the list
 *
 * Shows records in this order; the user cannot put them in another. To be
 * called before records are shown.
 */
void
patron_record_list_set_order (PatronRecordList *self,
                              GCompareDataFunc  compare,
                              gpointer          data)
{
  g_clear_object (&self->sorter);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, data, NULL));
}

/**
 * patron_record_list_sort:
 *
 * Puts the records in order again, unless one of them is being edited: what
 * one types in stays where it is.
 */
void
patron_record_list_sort (PatronRecordList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->sorter != NULL
      && (focus == NULL
          || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))))
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * patron_record_list_set_newest_first:
 *
 * Shows records that are kept by date the other way round. To be called
 * before records are shown. Nothing is added here: what has a date is added
 * where the date is asked for.
 */
void
patron_record_list_set_newest_first (PatronRecordList *self)
{
  patron_record_list_set_order (self, compare_keys,
                                (gpointer) self->entity->order);
  adw_preferences_group_set_header_suffix (
      ADW_PREFERENCES_GROUP (self->group), NULL);
}

/**
 * patron_record_list_show_record:
 * @record: any record
 *
 * Unfolds the row of @record and brings it into view.
 *
 * Returns: whether it is in the list
 */
gboolean
patron_record_list_show_record (PatronRecordList *self,
                                PatronRecord     *record)
{
  PatronRecordRow *row = find_row (self, record);

  if (row == NULL)
    return FALSE;
  patron_record_row_edit (row);
  return TRUE;
}
