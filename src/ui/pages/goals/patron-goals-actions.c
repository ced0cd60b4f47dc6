/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-actions.h"

#include <glib/gi18n-lib.h>

#include "patron-date.h"
#include "patron-goal-tree.h"
#include "patron-record-list.h"

/**
 * PatronGoalsActions:
 *
 * What is to be done, of whatever goal or of none: what is late comes first,
 * then what is due next; what is done or was dropped comes last.
 */
struct _PatronGoalsActions
{
  AdwBin            parent_instance;

  PatronDocument   *document; /* (owned) (nullable) */
  GtkBox           *column;
  GtkLabel         *summary;
  PatronRecordList *list;     /* (nullable): of the document */
};

G_DEFINE_FINAL_TYPE (PatronGoalsActions, patron_goals_actions, ADW_TYPE_BIN)

static void
drop_list (PatronGoalsActions *self)
{
  if (self->list != NULL)
    gtk_box_remove (self->column, GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->document);
}

static void
patron_goals_actions_dispose (GObject *object)
{
  drop_list (PATRON_GOALS_ACTIONS (object));

  G_OBJECT_CLASS (patron_goals_actions_parent_class)->dispose (object);
}

static void
patron_goals_actions_class_init (PatronGoalsActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_goals_actions_dispose;
}

static void
patron_goals_actions_init (PatronGoalsActions *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *summary = gtk_label_new (NULL);

  self->column = GTK_BOX (column);
  self->summary = GTK_LABEL (summary);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_box_append (self->column, summary);
  gtk_widget_add_css_class (column, "goal-column");
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
patron_goals_actions_new (void)
{
  return g_object_new (PATRON_TYPE_GOALS_ACTIONS, NULL);
}

/**
 * patron_goals_mark_action:
 *
 * Returns: (transfer full) (nullable): what to look at an action for
 */
char *
patron_goals_mark_action (PatronRecord *action,
                          gpointer      data)
{
  return patron_action_is_late (action, patron_date_today ())
             ? g_strdup (_("Late"))
             : NULL;
}

/* What it serves, and who is to be told when it is late. */
static char *
note_cb (PatronRecord *action,
         gpointer      data)
{
  PatronGoalsActions *self = data;
  g_autoptr (PatronRecord) goal = patron_document_get_record (
      self->document, "goal", patron_record_get_integer (action, "goal"));
  g_autofree char *title = NULL;

  if (goal == NULL)
    return g_strdup (_("For no goal"));
  title = patron_record_get_title (goal);
  /* Translators: the title of a goal that an action is for. */
  return g_strdup_printf (_("For “%s”"), title);
}

/* The day an action is due; those without one come after all others. */
static gint64
get_due (PatronRecord *action)
{
  return patron_value_is_null (patron_record_get (action, "due"))
             ? G_MAXINT64
             : patron_record_get_integer (action, "due");
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  PatronRecord *left = (PatronRecord *) a;
  PatronRecord *right = (PatronRecord *) b;
  gboolean open = patron_action_is_open (left);
  gint64 due = get_due (left);
  gint64 other = get_due (right);

  if (open != patron_action_is_open (right))
    return open ? -1 : 1;
  if (due != other)
    return (due < other) == open ? -1 : 1;
  return patron_record_get_id (left) < patron_record_get_id (right) ? -1 : 1;
}

/**
 * patron_goals_actions_set_document:
 * @document: (nullable): whose actions are shown
 */
void
patron_goals_actions_set_document (PatronGoalsActions *self,
                                   PatronDocument     *document)
{
  const PatronEntity *entity;

  drop_list (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  entity = patron_registry_lookup (patron_document_get_registry (document),
                                   "action");
  self->list = PATRON_RECORD_LIST (
      patron_record_list_new (document, entity, NULL));
  patron_record_list_set_mark (self->list, patron_goals_mark_action, NULL);
  patron_record_list_set_note (self->list, note_cb, self);
  patron_record_list_set_order (self->list, compare_cb, NULL);
  patron_record_list_show_all (self->list);
  gtk_box_append (self->column, GTK_WIDGET (self->list));
}

/**
 * patron_goals_actions_refresh:
 *
 * Counts what is to be done again, and puts it in order.
 */
void
patron_goals_actions_refresh (PatronGoalsActions *self)
{
  g_autoptr (GListModel) actions = NULL;
  g_autofree char *text = NULL;
  guint n = 0;
  guint n_late = 0;

  if (self->document == NULL)
    return;
  actions = patron_document_list (self->document, "action");
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (PatronRecord) action = g_list_model_get_item (actions, i);

      n += patron_action_is_open (action);
      n_late += patron_action_is_late (action, patron_date_today ());
    }
  if (n_late > 0)
    text = g_strdup_printf (
        /* Translators: how many actions are late, of how many open ones. */
        ngettext ("%u of %u open action is late.",
                  "%u of %u open actions are late.", n),
        n_late, n);
  else if (n > 0)
    text = g_strdup_printf (
        ngettext ("%u action is open, and not late.",
                  "%u actions are open, none of them late.", n),
        n);
  else
    text = g_strdup (_("Nothing is to be done. An action says who does what "
                       "by when, and who steps in when it is late."));
  gtk_label_set_text (self->summary, text);
  patron_record_list_sort (self->list);
}

/**
 * patron_goals_actions_show_record:
 *
 * Unfolds an action.
 *
 * Returns: whether it is there
 */
gboolean
patron_goals_actions_show_record (PatronGoalsActions *self,
                                  PatronRecord       *action)
{
  return self->list != NULL
         && patron_record_list_show_record (self->list, action);
}
