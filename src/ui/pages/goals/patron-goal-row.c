/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goal-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "patron-date.h"
#include "patron-goal-bar.h"
#include "patron-goal-words.h"
#include "patron-isolate.h"
#include "patron-wrap.h"

#define INDENT 24

/**
 * PatronGoalRow:
 *
 * A goal in the indented list: what it is called, how it stands, how far it
 * has come, who owns it and when it is due.
 */
struct _PatronGoalRow
{
  GtkListBoxRow  parent_instance;

  PatronRecord  *goal; /* (owned) */
  GtkBox        *box;
  GtkWidget     *arrow;
  GtkBox        *lines;
  GtkLabel      *title;
  GtkWidget     *entry; /* (nullable): while it is renamed */
  guint          leave_source;
  GtkWidget     *mark;
  GtkLabel      *status;
  PatronGoalBar *bar;
  GtkLabel      *progress;
  GtkLabel      *owner;
  GtkLabel      *due;
  GtkLabel      *flag;
};

enum
{
  TOGGLED,
  RENAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PatronGoalRow, patron_goal_row, GTK_TYPE_LIST_BOX_ROW)

static void
patron_goal_row_dispose (GObject *object)
{
  PatronGoalRow *self = PATRON_GOAL_ROW (object);
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self));

  /* Its menu may be what removes it. */
  if (child != NULL && GTK_IS_POPOVER (child))
    gtk_widget_unparent (child);
  self->entry = NULL;
  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_clear_object (&self->goal);

  G_OBJECT_CLASS (patron_goal_row_parent_class)->dispose (object);
}

static void
patron_goal_row_class_init (PatronGoalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_goal_row_dispose;

  /* Its arrow was pressed. */
  signals[TOGGLED] = g_signal_new ("toggled", PATRON_TYPE_GOAL_ROW,
                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /* Somebody typed another title. */
  signals[RENAMED] = g_signal_new ("renamed", PATRON_TYPE_GOAL_ROW,
                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
toggle_cb (PatronGoalRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static GtkLabel *
add_label (GtkWidget  *wrap,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  patron_wrap_insert_before (PATRON_WRAP (wrap), label, NULL);
  return GTK_LABEL (label);
}

static GtkWidget *
make_facts (PatronGoalRow *self)
{
  GtkWidget *wrap = patron_wrap_new ();
  GtkWidget *status = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  self->mark = patron_goal_mark_new ();
  self->status = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (status), self->mark);
  gtk_box_append (GTK_BOX (status), label);
  patron_wrap_insert_before (PATRON_WRAP (wrap), status, NULL);
  self->bar = PATRON_GOAL_BAR (patron_goal_bar_new ());
  patron_wrap_insert_before (PATRON_WRAP (wrap), GTK_WIDGET (self->bar),
                             NULL);
  self->progress = add_label (wrap, "numeric");
  self->owner = add_label (wrap, "dim-label");
  self->due = add_label (wrap, "dim-label");
  self->flag = add_label (wrap, NULL);
  return wrap;
}

static void
patron_goal_row_init (PatronGoalRow *self)
{
  GtkWidget *title = gtk_label_new (NULL);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->arrow = gtk_button_new_from_icon_name ("pan-down-symbolic");
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->title = GTK_LABEL (title);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->title, 3);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (self->arrow, "flat");
  gtk_widget_add_css_class (self->arrow, "goal-arrow");
  gtk_widget_set_valign (self->arrow, GTK_ALIGN_START);
  gtk_widget_set_focusable (self->arrow, FALSE);
  g_signal_connect_swapped (self->arrow, "clicked", G_CALLBACK (toggle_cb),
                            self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->lines), TRUE);
  gtk_box_append (self->lines, title);
  gtk_box_append (self->lines, make_facts (self));
  gtk_box_append (self->box, self->arrow);
  gtk_box_append (self->box, GTK_WIDGET (self->lines));
  gtk_widget_add_css_class (GTK_WIDGET (self), "goal-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self),
                              GTK_WIDGET (self->box));
}

/**
 * patron_goal_row_new:
 *
 * Returns: (transfer floating): a row for @goal, to be filled by
 *   patron_goal_row_show()
 */
GtkWidget *
patron_goal_row_new (PatronRecord *goal)
{
  PatronGoalRow *self = g_object_new (PATRON_TYPE_GOAL_ROW, NULL);

  self->goal = g_object_ref (goal);
  return GTK_WIDGET (self);
}

/**
 * patron_goal_row_get_goal:
 *
 * Returns: (transfer none): the goal shown
 */
PatronRecord *
patron_goal_row_get_goal (PatronGoalRow *self)
{
  return self->goal;
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_text (label, text != NULL ? text : "");
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_due (PatronGoalRow        *self,
          const PatronGoalNode *node)
{
  gint64 due = patron_record_get_integer (self->goal, "due");
  g_autofree char *date = due != 0 ? patron_date_format (due) : NULL;
  g_autofree char *text = NULL;

  if (date != NULL)
    text = g_strdup_printf (
        /* Translators: a date. */
        node->late ? _("Overdue since %s") : _("Due %s"), date);
  set_text (self->due, text);
  set_class (GTK_WIDGET (self->due), "dim-label", !node->late);
  set_class (GTK_WIDGET (self->due), "goal-late", node->late);
}

static void
show_flag (PatronGoalRow        *self,
           const PatronGoalNode *node)
{
  g_autofree char *text = NULL;
  gboolean warn = node->n_late > 0 || node->stale;

  if (node->n_late > 0)
    text = g_strdup_printf (
        ngettext ("%u late action", "%u late actions", node->n_late),
        node->n_late);
  else if (node->stale)
    text = g_strdup (_("Check-in overdue"));
  else if (node->n_actions > 0)
    text = g_strdup_printf (
        ngettext ("%u open action", "%u open actions", node->n_actions),
        node->n_actions);
  set_text (self->flag, text);
  set_class (GTK_WIDGET (self->flag), "goal-flag", warn);
  set_class (GTK_WIDGET (self->flag), "dim-label", !warn);
}

static void
show_arrow (PatronGoalRow        *self,
            const PatronGoalNode *node,
            gboolean              expanded)
{
  const char *label = expanded ? _("Collapse") : _("Expand");

  gtk_widget_set_opacity (self->arrow, node->n_parts > 0 ? 1 : 0);
  gtk_widget_set_can_target (self->arrow, node->n_parts > 0);
  gtk_button_set_icon_name (GTK_BUTTON (self->arrow),
                            expanded ? "pan-down-symbolic"
                            : gtk_widget_get_direction (self->arrow)
                                    == GTK_TEXT_DIR_RTL
                                ? "pan-start-symbolic"
                                : "pan-end-symbolic");
  gtk_widget_set_tooltip_text (self->arrow, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->arrow),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
name_row (PatronGoalRow        *self,
          const PatronGoalNode *node,
          const char           *title,
          gboolean              expanded)
{
  const char *kind = patron_field_get_choice_label (
      patron_entity_get_field (patron_record_get_entity (self->goal), "kind"),
      patron_record_get_text (self->goal, "kind"));
  g_autofree char *progress = patron_goal_write_progress (node);
  g_autofree char *facts = g_strdup_printf (
      /* Translators: the kind of a goal, how it stands, how far it has
       * come. */
      _("%s, %s, %s"), kind != NULL ? kind : _("Goal"),
      patron_goal_status_get_label (node->status), progress);
  const char *flag = gtk_label_get_text (self->flag);
  g_autofree char *all
      = *flag != '\0'
            /* Translators: facts about a goal, and one more. */
            ? g_strdup_printf (_("%s, %s"), facts, flag)
            : g_strdup (facts);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all,
      GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) node->depth + 1, -1);
  if (node->n_parts > 0)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                                 GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self),
                                GTK_ACCESSIBLE_STATE_EXPANDED);
}

/**
 * patron_goal_row_show:
 * @expanded: whether the goals that are part of it are shown below it
 *
 * Shows the goal as @tree has it.
 */
void
patron_goal_row_show (PatronGoalRow        *self,
                      const PatronGoalTree *tree,
                      gboolean              expanded)
{
  int index
      = patron_goal_tree_find (tree, patron_record_get_id (self->goal));
  const PatronGoalNode *node;
  g_autofree char *title = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *pace = NULL;

  if (index < 0)
    return;
  node = patron_goal_tree_get (tree, (guint) index);
  title = patron_record_get_title (self->goal);
  progress = isnan (node->progress) ? NULL : patron_goal_write_progress (node);
  shown = progress != NULL ? patron_isolate_number (progress) : NULL;
  pace = patron_goal_write_pace (node);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box),
                               INDENT * (int) MIN (node->depth, 8));
  gtk_label_set_text (self->title, title);
  set_class (GTK_WIDGET (self->title), "heading",
             node->kind <= PATRON_GOAL_KIND_OBJECTIVE);
  patron_goal_mark_set (self->mark, node->status);
  gtk_label_set_text (self->status,
                      patron_goal_status_get_label (node->status));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), progress != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->bar), pace);
  patron_goal_bar_set (self->bar, node->progress, node->ideal, node->status);
  set_text (self->progress, shown);
  set_text (self->owner, patron_record_get_text (self->goal, "owner"));
  show_due (self, node);
  show_flag (self, node);
  show_arrow (self, node, expanded);
  name_row (self, node, title, expanded);
}

static void
end_rename (PatronGoalRow *self,
            gboolean       keep)
{
  GtkWidget *entry = self->entry;
  g_autofree char *text = NULL;

  if (entry == NULL)
    return;
  g_clear_handle_id (&self->leave_source, g_source_remove);
  self->entry = NULL;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_box_remove (self->lines, entry);
  gtk_widget_set_visible (GTK_WIDGET (self->title), TRUE);
  if (keep)
    g_signal_emit (self, signals[RENAMED], 0, text);
}

static void
activate_cb (PatronGoalRow *self)
{
  end_rename (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
key_cb (PatronGoalRow *self,
        guint          key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_rename (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static gboolean
left_cb (gpointer user_data)
{
  PatronGoalRow *self = user_data;

  self->leave_source = 0;
  end_rename (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* While the focus is on its way, the entry must stay where it is. */
static void
leave_cb (PatronGoalRow *self)
{
  if (self->entry != NULL && self->leave_source == 0)
    self->leave_source
        = g_idle_add_full (G_PRIORITY_HIGH_IDLE, left_cb, self, NULL);
}

/**
 * patron_goal_row_rename:
 *
 * Puts an entry in the place of the title.
 */
void
patron_goal_row_rename (PatronGoalRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *title = patron_record_get_text (self->goal, "title");

  if (self->entry != NULL)
    return;
  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         title != NULL ? title : "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_placeholder_text (
      GTK_ENTRY (self->entry), _("What will be different?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Title of the Goal"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->title), FALSE);
  gtk_box_prepend (self->lines, self->entry);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb),
                            self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_grab_focus (self->entry);
}

/**
 * patron_goal_row_is_renaming:
 *
 * Returns: whether somebody types a title
 */
gboolean
patron_goal_row_is_renaming (PatronGoalRow *self)
{
  return self->entry != NULL;
}
