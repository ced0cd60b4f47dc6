/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-ui"

#include "patron-choice-row.h"

/* From how many items on the popup has a search entry. */
#define SEARCH_FROM 10

/* So many characters of a label are shown at most. */
#define WIDEST 36

/**
 * PatronChoiceRow:
 *
 * A row for one of several, or for none of them. The items may come, go and
 * change their names while the row shows them.
 */
struct _PatronChoiceRow
{
  PatronRow parent_instance;

  GListModel     *items; /* (owned): the model, perhaps with @none first */
  gpointer        none;  /* (owned) (nullable) */
  PatronLabelFunc label;
  const char     *changed_signal; /* (nullable): interned */
  GtkWidget      *drop_down;
  gpointer        selected; /* (owned) (nullable): an item */
  gboolean        items_changing;
};

G_DEFINE_FINAL_TYPE (PatronChoiceRow, patron_choice_row, PATRON_TYPE_ROW)

static void
patron_choice_row_dispose (GObject *object)
{
  PatronChoiceRow *self = PATRON_CHOICE_ROW (object);

  g_clear_object (&self->items);
  g_clear_object (&self->none);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (patron_choice_row_parent_class)->dispose (object);
}

static void
patron_choice_row_clicked (PatronRow *row)
{
  gtk_widget_activate (PATRON_CHOICE_ROW (row)->drop_down);
}

static void
patron_choice_row_class_init (PatronChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_choice_row_dispose;
  PATRON_ROW_CLASS (klass)->clicked = patron_choice_row_clicked;
}

static void
patron_choice_row_init (PatronChoiceRow *self)
{
}

static char *
item_label (PatronChoiceRow *self,
            gpointer         item)
{
  /* Strings are their own labels, and so is the item for none. */
  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  return self->label (item);
}

/* For the search entry. */
static char *
expression_cb (gpointer         item,
               PatronChoiceRow *self)
{
  return item_label (self, item);
}

/* The popup is as narrow as its labels let it be: that of a button which says
 * “None” would cut all others. */
static void
widen_label (GtkLabel   *label,
             const char *text)
{
  gboolean fits = g_utf8_strlen (text, -1) <= WIDEST;

  gtk_label_set_ellipsize (label, fits ? PANGO_ELLIPSIZE_NONE
                                       : PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, fits ? -1 : WIDEST);
}

static void
update_label_cb (GtkListItem *list_item)
{
  PatronChoiceRow *self
      = g_object_get_data (G_OBJECT (list_item), "patron-row");
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);

  if (item != NULL)
    {
      g_autofree char *text = item_label (self, item);

      gtk_label_set_text (GTK_LABEL (label), text);
      if (g_object_get_data (G_OBJECT (list_item), "patron-popup") != NULL)
        widen_label (GTK_LABEL (label), text);
    }
}

static void
setup_cb (PatronChoiceRow *self,
          GtkListItem     *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_list_item_set_child (list_item, label);
  g_object_set_data (G_OBJECT (list_item), "patron-row", self);
}

static void
setup_popup_cb (PatronChoiceRow *self,
                GtkListItem     *list_item)
{
  setup_cb (self, list_item);
  g_object_set_data (G_OBJECT (list_item), "patron-popup", self);
}

static void
bind_cb (PatronChoiceRow *self,
         GtkListItem     *list_item)
{
  GObject *item = gtk_list_item_get_item (list_item);

  update_label_cb (list_item);
  if (self->changed_signal != NULL && !GTK_IS_STRING_OBJECT (item))
    g_signal_connect_object (item, self->changed_signal,
                             G_CALLBACK (update_label_cb), list_item,
                             G_CONNECT_SWAPPED);
}

static void
unbind_cb (PatronChoiceRow *self,
           GtkListItem     *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item),
                                        update_label_cb, list_item);
}

static void
selected_cb (PatronChoiceRow *self)
{
  gpointer item = gtk_drop_down_get_selected_item (
      GTK_DROP_DOWN (self->drop_down));

  /* When an item goes, the drop-down selects another. That is no choice of
   * the user's. */
  if (item == NULL || self->items_changing)
    return;
  if (g_set_object (&self->selected, item))
    patron_row_commit (PATRON_ROW (self));
}

static void
show_selected (PatronChoiceRow *self)
{
  guint n = g_list_model_get_n_items (self->items);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->items, i);

      if (item == self->selected)
        position = i;
    }
  g_signal_handlers_block_by_func (self->drop_down, selected_cb, self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), position);
  g_signal_handlers_unblock_by_func (self->drop_down, selected_cb, self);
}

static void
items_changing_cb (PatronChoiceRow *self)
{
  self->items_changing = TRUE;
}

static void
items_changed_cb (PatronChoiceRow *self)
{
  self->items_changing = FALSE;
  gtk_drop_down_set_enable_search (
      GTK_DROP_DOWN (self->drop_down),
      g_list_model_get_n_items (self->items) >= SEARCH_FROM);
  show_selected (self);
}

/* Puts an item that stands for none before those of @model. */
static void
add_none (PatronChoiceRow *self,
          GListModel      *model,
          const char      *none)
{
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  const char *strings[] = { none, NULL };
  g_autoptr (GListModel) first
      = G_LIST_MODEL (gtk_string_list_new (strings));

  self->none = g_list_model_get_item (first, 0);
  g_list_store_append (models, first);
  g_list_store_append (models, model);
  self->items
      = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
}

static GtkListItemFactory *
make_factory (PatronChoiceRow *self,
              GCallback        setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", setup, self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  return factory;
}

static void
add_drop_down (PatronChoiceRow *self)
{
  g_autoptr (GtkListItemFactory) button
      = make_factory (self, G_CALLBACK (setup_cb));
  g_autoptr (GtkListItemFactory) popup
      = make_factory (self, G_CALLBACK (setup_popup_cb));
  GtkExpression *expression = gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (expression_cb), self, NULL);

  /* Before the drop-down sees it, and below after. */
  g_signal_connect_object (self->items, "items-changed",
                           G_CALLBACK (items_changing_cb), self,
                           G_CONNECT_SWAPPED);

  self->drop_down
      = gtk_drop_down_new (g_object_ref (self->items), expression);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), popup);
  gtk_widget_add_css_class (self->drop_down, "flat");
  gtk_widget_set_valign (self->drop_down, GTK_ALIGN_CENTER);
  patron_row_set_control (PATRON_ROW (self), self->drop_down,
                          self->drop_down, FALSE);
  /* The button inside is what assistive technology presses. */
  patron_row_label_control (PATRON_ROW (self),
                            gtk_widget_get_first_child (self->drop_down));

  g_signal_connect_object (self->drop_down, "notify::selected-item",
                           G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "items-changed",
                           G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * patron_choice_row_new:
 * @model: the items to choose from; strings, or objects that @label names
 * @label: (nullable): names an item; not asked for strings
 * @changed_signal: (nullable): a signal of the items that says that their
 *   name may be another
 * @none: (nullable): what choosing none of them is called; %NULL where one
 *   must be chosen
 *
 * Returns: (transfer floating): a row for one of several
 */
PatronRow *
patron_choice_row_new (GListModel      *model,
                       PatronLabelFunc  label,
                       const char      *changed_signal,
                       const char      *none)
{
  PatronChoiceRow *self = g_object_new (PATRON_TYPE_CHOICE_ROW, NULL);

  self->label = label;
  self->changed_signal = g_intern_string (changed_signal);
  if (none != NULL)
    add_none (self, model, none);
  else
    self->items = g_object_ref (model);
  add_drop_down (self);
  patron_choice_row_set_selected (self, NULL);
  items_changed_cb (self);
  return PATRON_ROW (self);
}

/**
 * patron_choice_row_get_selected:
 *
 * Returns: (transfer none) (nullable): the item chosen
 */
gpointer
patron_choice_row_get_selected (PatronChoiceRow *self)
{
  return self->selected != self->none ? self->selected : NULL;
}

/**
 * patron_choice_row_set_selected:
 * @item: (nullable): an item, which may come into the model later
 */
void
patron_choice_row_set_selected (PatronChoiceRow *self,
                                gpointer         item)
{
  if (g_set_object (&self->selected, item != NULL ? item : self->none))
    show_selected (self);
}
