/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-list.h"

#include <glib/gi18n-lib.h>

#include "patron-goal-row.h"
#include "patron-near.h"

/* How many rows the first frame shows, and how many come with each after. */
#define FIRST_ROWS 24
#define MORE_ROWS 4

/**
 * PatronGoalsList:
 *
 * The goals as an indented list. What is folded is nobody's business but the
 * viewer's.
 */
struct _PatronGoalsList
{
  AdwBin                parent_instance;

  GtkListBox           *box;
  GListStore           *shown;    /* (owned) of #PatronRecord */
  GHashTable           *folded;   /* (element-type gint64): ids */
  const PatronGoalTree *tree;     /* (unowned) (nullable) */
  PatronRecord         *selected; /* (owned) (nullable) */
  guint                 index;    /* of @selected among @shown */
  PatronGoalDropFunc    drop;
  gpointer              data;
  gboolean              updating;
  guint                 limit;    /* how many rows there may be by now */
  guint                 fill_tick;
};

enum
{
  SELECTED,
  ACTIVATED,
  RENAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronGoalsList, patron_goals_list, ADW_TYPE_BIN)

static void
stop_filling (PatronGoalsList *self)
{
  if (self->fill_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_tick);
  self->fill_tick = 0;
}

static void
patron_goals_list_dispose (GObject *object)
{
  PatronGoalsList *self = PATRON_GOALS_LIST (object);

  self->tree = NULL;
  stop_filling (self);
  g_clear_object (&self->shown);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (patron_goals_list_parent_class)->dispose (object);
}

static void
patron_goals_list_finalize (GObject *object)
{
  g_hash_table_unref (PATRON_GOALS_LIST (object)->folded);

  G_OBJECT_CLASS (patron_goals_list_parent_class)->finalize (object);
}

static gboolean
patron_goals_list_grab_focus (GtkWidget *widget)
{
  patron_goals_list_focus (PATRON_GOALS_LIST (widget));
  return TRUE;
}

static void
patron_goals_list_class_init (PatronGoalsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = patron_goals_list_dispose;
  object_class->finalize = patron_goals_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = patron_goals_list_grab_focus;

  signals[SELECTED] = g_signal_new ("selected", PATRON_TYPE_GOALS_LIST,
                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", PATRON_TYPE_GOALS_LIST,
                                     G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[RENAMED] = g_signal_new (
      "renamed", PATRON_TYPE_GOALS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
      NULL, G_TYPE_NONE, 2, PATRON_TYPE_RECORD, G_TYPE_STRING);
}

static gboolean
is_folded (PatronGoalsList *self,
           gint64           id)
{
  return g_hash_table_contains (self->folded, &id);
}

static void
set_folded (PatronGoalsList *self,
            gint64           id,
            gboolean         folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->folded, &id);
}

static PatronGoalRow *
get_row (PatronGoalsList *self,
         guint            index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->box, (int) index);

  return row != NULL ? PATRON_GOAL_ROW (row) : NULL;
}

static int
find_shown (PatronGoalsList *self,
            PatronRecord    *goal)
{
  guint position;

  return goal != NULL && g_list_store_find (self->shown, goal, &position)
             ? (int) position
             : -1;
}

static GPtrArray *
list_visible (PatronGoalsList *self)
{
  GPtrArray *goals = g_ptr_array_new ();
  guint n = self->tree != NULL ? patron_goal_tree_get_n (self->tree) : 0;
  const PatronGoalNode *node;

  for (guint i = 0; i < n && goals->len < self->limit;
       i = is_folded (self, node->id) ? node->end : i + 1)
    {
      node = patron_goal_tree_get (self->tree, i);
      g_ptr_array_add (goals, node->goal);
    }
  return goals;
}

/* Puts the goals there, and leaves alone the rows at both ends that stay. */
static void
splice (PatronGoalsList *self,
        GPtrArray       *goals)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint first = 0;
  guint last = 0;

  while (first < MIN (n, goals->len))
    {
      g_autoptr (PatronRecord) goal
          = g_list_model_get_item (G_LIST_MODEL (self->shown), first);

      if (goal != g_ptr_array_index (goals, first))
        break;
      first++;
    }
  while (last < MIN (n, goals->len) - first)
    {
      g_autoptr (PatronRecord) goal = g_list_model_get_item (
          G_LIST_MODEL (self->shown), n - 1 - last);

      if (goal != g_ptr_array_index (goals, goals->len - 1 - last))
        break;
      last++;
    }
  if (n != first + last || goals->len != first + last)
    g_list_store_splice (self->shown, first, n - first - last,
                         goals->len > 0 ? goals->pdata + first : NULL,
                         goals->len - first - last);
}

/* What is selected may be folded away or gone. */
static void
keep_selection (PatronGoalsList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  int index = find_shown (self, self->selected);
  int at = self->selected != NULL && self->tree != NULL
               ? patron_goal_tree_find (self->tree,
                                        patron_record_get_id (self->selected))
               : -1;

  while (index < 0 && at >= 0)
    {
      const PatronGoalNode *node
          = patron_goal_tree_get (self->tree, (guint) at);

      index = find_shown (self, node->goal);
      at = node->parent;
    }
  if (index < 0 && n > 0)
    index = (int) MIN (self->index, n - 1);
  self->updating = FALSE;
  gtk_list_box_select_row (
      self->box, index >= 0 ? GTK_LIST_BOX_ROW (get_row (self, (guint) index))
                            : NULL);
}

static gboolean
has_focus (PatronGoalsList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self)
             || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

static void
show_rows (PatronGoalsList *self,
           guint            from)
{
  PatronGoalRow *row;

  for (guint i = from; (row = get_row (self, i)) != NULL; i++)
    patron_goal_row_show (
        row, self->tree,
        !is_folded (self, patron_record_get_id (
                              patron_goal_row_get_goal (row))));
}

/* Rows take their time to be laid out: those out of sight come after the
 * first frame, a few with each. */
static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  PatronGoalsList *self = PATRON_GOALS_LIST (widget);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autoptr (GPtrArray) goals = NULL;

  self->limit += MORE_ROWS;
  goals = list_visible (self);
  splice (self, goals);
  show_rows (self, before);
  if (goals->len == self->limit)
    return G_SOURCE_CONTINUE;
  self->limit = G_MAXUINT;
  self->fill_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
fill_all (PatronGoalsList *self)
{
  stop_filling (self);
  self->limit = G_MAXUINT;
}

static void
update (PatronGoalsList *self)
{
  g_autoptr (GPtrArray) goals = NULL;
  gboolean focused = has_focus (self);

  if (self->tree == NULL)
    {
      stop_filling (self);
      self->limit = FIRST_ROWS;
    }
  goals = list_visible (self);
  if (goals->len == self->limit && self->fill_tick == 0)
    self->fill_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self),
                                                    fill_cb, NULL, NULL);
  self->updating = TRUE;
  splice (self, goals);
  show_rows (self, 0);
  keep_selection (self);
  if (focused && !has_focus (self))
    patron_goals_list_focus (self);
}

static void
toggled_cb (PatronGoalsList *self,
            PatronGoalRow   *row)
{
  gint64 id = patron_record_get_id (patron_goal_row_get_goal (row));

  set_folded (self, id, !is_folded (self, id));
  update (self);
}

static void
renamed_cb (PatronGoalsList *self,
            const char      *title,
            PatronGoalRow   *row)
{
  g_signal_emit (self, signals[RENAMED], 0, patron_goal_row_get_goal (row),
                 title);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  PatronGoalsList *self = data;
  GtkWidget *row = patron_goal_row_new (item);

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "renamed", G_CALLBACK (renamed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->drop != NULL)
    patron_goals_drag_install (row, self->drop, self->data);
  return row;
}

static void
row_selected_cb (PatronGoalsList *self,
                 GtkListBoxRow   *row)
{
  PatronRecord *goal
      = row != NULL ? patron_goal_row_get_goal (PATRON_GOAL_ROW (row)) : NULL;

  if (self->updating)
    return;
  g_set_object (&self->selected, goal);
  if (row != NULL)
    self->index = (guint) gtk_list_box_row_get_index (row);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (PatronGoalsList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Left and Right fold, unfold, and go up and down the tree. */
static gboolean
go_sideways (PatronGoalsList *self,
             gboolean         forward)
{
  const PatronGoalNode *node;
  int index;

  if (self->selected == NULL || self->tree == NULL)
    return GDK_EVENT_PROPAGATE;
  index = patron_goal_tree_find (self->tree,
                                 patron_record_get_id (self->selected));
  if (index < 0)
    return GDK_EVENT_PROPAGATE;
  node = patron_goal_tree_get (self->tree, (guint) index);
  if (node->n_parts > 0 && is_folded (self, node->id) == forward)
    {
      set_folded (self, node->id, !forward);
      update (self);
      return GDK_EVENT_STOP;
    }
  index = forward ? (node->n_parts > 0 ? index + 1 : -1) : node->parent;
  if (index >= 0)
    {
      patron_goals_list_select (
          self, patron_goal_tree_get (self->tree, (guint) index)->goal);
      patron_goals_list_focus (self);
    }
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (PatronGoalsList *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || patron_goals_list_is_typing (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    return go_sideways (self, rtl);
  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    return go_sideways (self, !rtl);
  return GDK_EVENT_PROPAGATE;
}

static void
patron_goals_list_init (PatronGoalsList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_list_box_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = GTK_LIST_BOX (box);
  self->shown = g_list_store_new (PATRON_TYPE_RECORD);
  self->limit = FIRST_ROWS;
  self->folded
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_add_css_class (box, "goals-list");
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Goals"),
                                  -1);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->shown),
                           create_row_cb, self, NULL);
  g_signal_connect_swapped (box, "row-selected",
                            G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (box, "row-activated",
                            G_CALLBACK (row_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (box, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  patron_near_install (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
patron_goals_list_new (void)
{
  return g_object_new (PATRON_TYPE_GOALS_LIST, NULL);
}

/**
 * patron_goals_list_set_drop:
 * @drop: asked, and told, what to do with a goal that is dropped
 * @data: passed to @drop; must live as long as the list
 */
void
patron_goals_list_set_drop (PatronGoalsList   *self,
                            PatronGoalDropFunc drop,
                            gpointer           data)
{
  self->drop = drop;
  self->data = data;
}

/**
 * patron_goals_list_show:
 * @tree: (nullable): the goals; must live until another tree is shown
 *
 * Shows the goals as they are now. To be called whenever @tree was refreshed.
 */
void
patron_goals_list_show (PatronGoalsList      *self,
                        const PatronGoalTree *tree)
{
  self->tree = tree;
  update (self);
}

/**
 * patron_goals_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the goal that is selected
 */
PatronRecord *
patron_goals_list_get_selected (PatronGoalsList *self)
{
  return self->selected;
}

/**
 * patron_goals_list_select:
 *
 * Selects a goal, and unfolds what it is part of.
 *
 * Returns: whether it is there
 */
gboolean
patron_goals_list_select (PatronGoalsList *self,
                          PatronRecord    *goal)
{
  int at = self->tree != NULL
               ? patron_goal_tree_find (self->tree,
                                        patron_record_get_id (goal))
               : -1;
  gboolean folded = FALSE;
  int index;

  if (at < 0)
    return FALSE;
  while ((at = patron_goal_tree_get (self->tree, (guint) at)->parent) >= 0)
    {
      gint64 id = patron_goal_tree_get (self->tree, (guint) at)->id;

      folded |= is_folded (self, id);
      set_folded (self, id, FALSE);
    }
  if (self->limit != G_MAXUINT && find_shown (self, goal) < 0)
    {
      fill_all (self);
      folded = TRUE;
    }
  if (folded)
    update (self);
  index = find_shown (self, goal);
  if (index < 0)
    return FALSE;
  gtk_list_box_select_row (self->box,
                           GTK_LIST_BOX_ROW (get_row (self, (guint) index)));
  return TRUE;
}

/**
 * patron_goals_list_rename:
 *
 * Lets the user type another title.
 */
void
patron_goals_list_rename (PatronGoalsList *self,
                          PatronRecord    *goal)
{
  int index;

  if (!patron_goals_list_select (self, goal))
    return;
  index = find_shown (self, goal);
  patron_goal_row_rename (get_row (self, (guint) index));
}

/**
 * patron_goals_list_focus:
 *
 * Gives the selected row the focus.
 */
void
patron_goals_list_focus (PatronGoalsList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * patron_goals_list_is_typing:
 *
 * Returns: whether somebody types a title
 */
gboolean
patron_goals_list_is_typing (PatronGoalsList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  return row != NULL && patron_goal_row_is_renaming (PATRON_GOAL_ROW (row));
}

/**
 * patron_goals_list_expand_all:
 *
 * Unfolds everything, or folds all but the outermost goals.
 */
void
patron_goals_list_expand_all (PatronGoalsList *self,
                              gboolean         expand)
{
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; !expand && i < patron_goal_tree_get_n (self->tree); i++)
    if (patron_goal_tree_get (self->tree, i)->n_parts > 0)
      set_folded (self, patron_goal_tree_get (self->tree, i)->id, TRUE);
  update (self);
}

/**
 * patron_goals_list_get_box:
 *
 * Returns: (transfer none): the list itself
 */
GtkListBox *
patron_goals_list_get_box (PatronGoalsList *self)
{
  return self->box;
}
