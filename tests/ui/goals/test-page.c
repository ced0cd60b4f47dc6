/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of goals in a real window: a tree is typed, put into another
 * order, checked, looked at, and taken back. */

#include "patron-document-private.h"
#include "patron-goal-adder.h"
#include "patron-goal-row.h"
#include "patron-goal-smart.h"
#include "patron-goals-list.h"
#include "patron-goals-page-private.h"
#include "patron-record-row.h"
#include "patron-schema.h"
#include "patron-text-row.h"
#include "patron-widgets.h"

typedef struct
{
  PatronDocument  *document;
  GtkWidget       *window;
  PatronGoalsPage *page;
  char            *toast;
} Fixture;

static void
toast_cb (GSimpleAction *action,
          GVariant      *message,
          gpointer       user_data)
{
  Fixture *self = user_data;

  g_free (self->toast);
  self->toast = g_variant_dup_string (message, NULL);
}

static void
settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  PatronRegistry *registry = patron_registry_get_default ();
  PatronDb *db = patron_db_open (":memory:", PATRON_DB_EDIT, NULL);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  const GActionEntry entries[]
      = { { "toast", toast_cb, "s" }, { "undo-toast", toast_cb, "s" } };

  g_assert_true (patron_schema_create (
      db, registry, patron_registry_get_schema (registry), NULL));
  self->document = g_object_new (PATRON_TYPE_DOCUMENT, NULL);
  self->document->registry = patron_registry_ref (registry);
  g_assert_true (patron_document_attach (self->document, db, NULL));

  self->window = adw_window_new ();
  self->page = g_object_new (PATRON_TYPE_GOALS_PAGE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win",
                                  G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (self->window),
                          GTK_WIDGET (self->page));
  patron_page_set_document (PATRON_PAGE (self->page), self->document);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (self->document);
  g_free (self->toast);
}

static void
act (Fixture    *self,
     const char *action)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
  settle ();
}

/* Types into what has the focus, and presses Enter. */
static void
type_title (Fixture    *self,
            const char *title)
{
  GtkWidget *text = gtk_root_get_focus (GTK_ROOT (self->window));
  GtkWidget *entry = gtk_widget_get_ancestor (text, GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "activate");
  settle ();
}

/* The rows that are shown, by title, indented. */
static char *
list (Fixture *self)
{
  GtkListBox *box = patron_goals_list_get_box (self->page->list);
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    {
      PatronRecord *goal = patron_goal_row_get_goal (PATRON_GOAL_ROW (row));
      const PatronGoalNode *node = patron_goal_tree_get (
          self->page->tree,
          (guint) patron_goal_tree_find (self->page->tree,
                                         patron_record_get_id (goal)));
      g_autofree char *title = patron_record_get_title (goal);

      for (guint j = 0; j < node->depth; j++)
        g_string_append_c (text, '-');
      g_string_append_printf (text, "%s ", title);
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_LIST(self, expected)                                           \
  G_STMT_START                                                                \
  {                                                                           \
    g_autofree char *list_ = list (self);                                     \
    g_assert_cmpstr (list_, ==, expected);                                    \
  }                                                                           \
  G_STMT_END

/* A -> B (-> C, D), E */
static void
type_tree (Fixture *self)
{
  act (self, "goals.add-business");
  type_title (self, "A");
  act (self, "goals.add");
  type_title (self, "E");
  patron_goals_list_select (
      self->page->list,
      patron_goal_tree_get (self->page->tree, 0)->goal);
  act (self, "goals.add-part");
  type_title (self, "B");
  act (self, "goals.add-part");
  type_title (self, "C");
  act (self, "goals.add");
  type_title (self, "D");
}

static void
test_type (Fixture      *self,
           gconstpointer unused)
{
  static const char *const kinds[]
      = { "business", "objective", "goal", "goal", "business" };

  type_tree (self);
  ASSERT_LIST (self, "A -B --C --D E ");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpstr (
        patron_record_get_text (
            patron_goal_tree_get (self->page->tree, i)->goal, "kind"),
        ==, kinds[i]);

  /* Ten steps to undo: five goals, five titles. */
  for (int i = 0; i < 10; i++)
    g_assert_true (patron_document_undo (self->document, NULL));
  settle ();
  g_assert_cmpint (patron_document_count (self->document, "goal"), ==, 0);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (self->page->levels), ==, "empty");
  for (int i = 0; i < 10; i++)
    g_assert_true (patron_document_redo (self->document, NULL));
  settle ();
  ASSERT_LIST (self, "A -B --C --D E ");
}

static PatronRecord *
get_goal (Fixture    *self,
          const char *title)
{
  for (guint i = 0; i < patron_goal_tree_get_n (self->page->tree); i++)
    {
      const PatronGoalNode *node = patron_goal_tree_get (self->page->tree, i);

      if (g_strcmp0 (patron_record_get_text (node->goal, "title"), title)
          == 0)
        return node->goal;
    }
  g_assert_not_reached ();
}

/* The entry stays in its place until the focus has left it. */
static void
test_tab_leaves (Fixture      *self,
                 gconstpointer unused)
{
  GtkWidget *text;

  act (self, "goals.add-business");
  text = gtk_root_get_focus (GTK_ROOT (self->window));
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_widget_get_ancestor (text, GTK_TYPE_ENTRY)), "Grow");
  g_signal_emit_by_name (self->window, "move-focus", GTK_DIR_TAB_FORWARD);
  settle ();
  g_assert_false (patron_goal_row_is_renaming (PATRON_GOAL_ROW (
      gtk_list_box_get_row_at_index (
          patron_goals_list_get_box (self->page->list), 0))));
  ASSERT_LIST (self, "Grow ");
}

static void
test_move (Fixture      *self,
           gconstpointer unused)
{
  type_tree (self);
  /* D is selected. */
  act (self, "goals.move-up");
  ASSERT_LIST (self, "A -B --D --C E ");
  act (self, "goals.move-up");
  ASSERT_LIST (self, "A -B --D --C E ");
  act (self, "goals.move-down");
  act (self, "goals.move-in");
  ASSERT_LIST (self, "A -B --C ---D E ");
  act (self, "goals.move-out");
  ASSERT_LIST (self, "A -B --C --D E ");
  act (self, "goals.move-out");
  ASSERT_LIST (self, "A -B --C -D E ");
  g_assert_true (patron_document_undo (self->document, NULL));
  settle ();
  ASSERT_LIST (self, "A -B --C --D E ");

  /* By dragging: into, before and after; never into itself. */
  g_assert_false (patron_goals_page_drop (get_goal (self, "C"),
                                          get_goal (self, "A"),
                                          PATRON_GOAL_INTO, TRUE,
                                          self->page));
  g_assert_true (patron_goals_page_drop (get_goal (self, "E"),
                                         get_goal (self, "B"),
                                         PATRON_GOAL_INTO, TRUE,
                                         self->page));
  ASSERT_LIST (self, "A E -B --C --D ");
  g_assert_true (patron_goals_page_drop (get_goal (self, "A"),
                                         get_goal (self, "D"),
                                         PATRON_GOAL_BEFORE, TRUE,
                                         self->page));
  ASSERT_LIST (self, "D A E -B --C ");
  g_assert_true (patron_goals_page_drop (get_goal (self, "D"),
                                         get_goal (self, "C"),
                                         PATRON_GOAL_AFTER, TRUE,
                                         self->page));
  ASSERT_LIST (self, "D C A E -B ");
}

static void
test_remove (Fixture      *self,
             gconstpointer unused)
{
  type_tree (self);
  patron_goals_list_select (self->page->list, get_goal (self, "B"));
  act (self, "goals.remove");
  g_assert_cmpstr (self->toast, ==, "“B” and 2 parts removed");
  ASSERT_LIST (self, "A E ");
  g_assert_nonnull (patron_goals_page_get_goal (self->page));
  g_assert_true (patron_document_undo (self->document, NULL));
  settle ();
  ASSERT_LIST (self, "A -B --C --D E ");

  /* What is folded is not in the history. */
  act (self, "goals.fold");
  ASSERT_LIST (self, "A E ");
  g_assert_true (patron_page_show_record (PATRON_PAGE (self->page),
                                          get_goal (self, "D")));
  ASSERT_LIST (self, "A -B --C --D E ");
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether a row of the check says something. */
static gboolean
check_says (GtkWidget  *widget,
            const char *part)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_mapped (widget)
      && strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)), part))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (check_says (child, part))
      return TRUE;
  return FALSE;
}

static void
test_check (Fixture      *self,
            gconstpointer unused)
{
  GtkWidget *smart;

  type_tree (self);
  patron_side_pane_set_shown (self->page->side, TRUE);
  patron_goals_list_select (self->page->list, get_goal (self, "C"));
  settle ();
  smart = find (GTK_WIDGET (self->page->pane), PATRON_TYPE_GOAL_SMART);
  g_assert_nonnull (smart);
  g_assert_true (check_says (smart, "Nobody owns it."));
  g_assert_true (check_says (smart, "Nothing measures it."));
  g_assert_true (check_says (smart, "It serves the business goal “A”."));
  patron_document_set_text (self->document, get_goal (self, "C"), "owner",
                            "Sam & Co", NULL);
  settle ();
  g_assert_false (check_says (smart, "Nobody owns it."));
  patron_goals_list_select (self->page->list, get_goal (self, "E"));
  settle ();
  g_assert_false (check_says (smart, "Nothing measures it."));
}

static void
assert_note (Fixture    *self,
             const char *goal,
             const char *expected)
{
  GtkWidget *adder, *note;
  g_autofree char *text = NULL;

  patron_goals_list_select (self->page->list, get_goal (self, goal));
  settle ();
  adder = find (GTK_WIDGET (self->page->pane), PATRON_TYPE_GOAL_ADDER);
  note = find (adder, PATRON_TYPE_TEXT_ROW);
  text = patron_text_row_get_text (PATRON_TEXT_ROW (note));
  g_assert_cmpstr (text, ==, expected);
}

/* What was typed of one goal is there after a look at another. */
static void
test_drafts (Fixture      *self,
             gconstpointer unused)
{
  GtkWidget *adder;

  type_tree (self);
  patron_side_pane_set_shown (self->page->side, TRUE);
  assert_note (self, "C", "");
  adder = find (GTK_WIDGET (self->page->pane), PATRON_TYPE_GOAL_ADDER);
  patron_text_row_set_text (
      PATRON_TEXT_ROW (find (adder, PATRON_TYPE_TEXT_ROW)), "Half of it");
  assert_note (self, "E", "");
  assert_note (self, "C", "Half of it");
}

/* The titles of the actions that are shown, in order. */
static char *
list_actions (Fixture *self)
{
  GtkWidget *list = gtk_widget_get_parent (
      find (GTK_WIDGET (self->page->actions), PATRON_TYPE_RECORD_ROW));
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL;
       i++)
    g_string_append (
        text, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  return g_string_free (text, FALSE);
}

static PatronRecord *
add_action (Fixture    *self,
            const char *title,
            const char *due,
            const char *state)
{
  g_autoptr (GError) error = NULL;
  PatronRecord *action
      = patron_document_insert (self->document, "action", &error, "title",
                                title, "due", due, "state", state, NULL);

  g_assert_no_error (error);
  return action;
}

/* What is to be done has a place without a goal, by urgency. */
static void
test_actions (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (PatronRecord) done = add_action (self, "d", "2020-02-01", "done");
  g_autoptr (PatronRecord) some_day = add_action (self, "s", "", "open");
  g_autoptr (PatronRecord) next = add_action (self, "n", "2290-01-01", "open");
  g_autoptr (PatronRecord) late = add_action (self, "l", "2020-01-01", "open");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  settle ();
  g_assert_true (patron_page_show_record (PATRON_PAGE (self->page), next));
  settle ();
  g_assert_cmpstr (
      adw_view_stack_get_visible_child_name (self->page->views), ==,
      "actions");
  before = list_actions (self);
  g_assert_cmpstr (before, ==, "lnsd");
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_assert_true (patron_document_set_text (self->document, next, "state",
                                           "done", NULL));
  settle ();
  after = list_actions (self);
  g_assert_cmpstr (after, ==, "lsnd");
}

/* Two hundred goals, in a window as narrow as a phone, in each view. */
static void
test_many (Fixture      *self,
           gconstpointer unused)
{
  static const char *const views[]
      = { "list", "tree", "timeline", "actions", "reviews" };
  g_autoptr (GError) error = NULL;
  int minimum;

  g_assert_true (patron_document_begin (self->document, "Many", &error));
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf (
          "Goal %d with a name that goes on for longer than any list is "
          "wide, and then some", i);

      g_object_unref (patron_document_insert (self->document, "goal", &error,
                                              "title", title, "due",
                                              "2027-01-31", NULL));
      g_assert_no_error (error);
    }
  g_assert_true (patron_document_end (self->document, &error));
  settle ();
  g_assert_cmpuint (patron_goal_tree_get_n (self->page->tree), ==, 200);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      adw_view_stack_set_visible_child_name (self->page->views, views[i]);
      settle ();
      gtk_widget_measure (GTK_WIDGET (self->page),
                          GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                          NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  patron_widgets_init ();
#define ADD(path, test)                                                       \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ui/goals/type", test_type);
  ADD ("/ui/goals/move", test_move);
  ADD ("/ui/goals/remove", test_remove);
  ADD ("/ui/goals/check", test_check);
  ADD ("/ui/goals/drafts", test_drafts);
  ADD ("/ui/goals/tab-leaves", test_tab_leaves);
  ADD ("/ui/goals/actions", test_actions);
  ADD ("/ui/goals/many", test_many);
  return g_test_run ();
}
