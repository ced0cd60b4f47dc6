/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "patron-goals"

#include "config.h"

#include "patron-goals-pane.h"

#include <glib/gi18n-lib.h>

#include "patron-figure.h"
#include "patron-form.h"
#include "patron-goal-adder.h"
#include "patron-goal-smart.h"
#include "patron-goal-summary.h"
#include "patron-goals-actions.h"
#include "patron-record-list.h"
#include "patron-scene-view.h"

#define CHART_HEIGHT 220

/**
 * PatronGoalsPane:
 *
 * One goal in full: how it stands, what it says, whether it is SMART, its
 * KPI, what people said of it, and what is to be done.
 */
struct _PatronGoalsPane
{
  AdwBin             parent_instance;

  PatronDocument    *document; /* (owned) (nullable) */
  PatronRecord      *goal;     /* (owned) (nullable) */
  PatronRecord      *kpi;      /* (owned) (nullable): of the goal */

  GtkLabel          *title;
  GtkScrolledWindow *scroller;
  GtkWidget         *column;   /* (nullable): what a document needs */
  PatronGoalSummary *summary;
  PatronForm        *form;
  PatronGoalSmart   *smart;
  GtkWidget         *chart_group;
  PatronSceneView   *chart;
  PatronGoalAdder   *adder;
  PatronRecordList  *check_ins;
  PatronRecordList  *actions;
  guint              tick;
  int                frames;   /* until sizes are known */
};

G_DEFINE_FINAL_TYPE (PatronGoalsPane, patron_goals_pane, ADW_TYPE_BIN)

/* A group of fields: its title, the kind of goals that have it, the fields. */
static const struct
{
  const char *title; /* (nullable) */
  const char *kind;  /* (nullable) */
  const char *fields[6];
} groups[] = {
  { NULL, NULL, { "title", "kind", "parent", "reason" } },
  { N_("What It Is For"), "business", { "aim", "level" } },
  { N_("Who and When"), NULL, { "owner", "starts", "due", "check_in_every" } },
  { N_("Measure"), "goal",
    { "kpi", "target_kind", "baseline", "target", "reset_every" } },
  { N_("Standing"), NULL, { "status", "weight", "effort", "segment" } },
  { NULL, "initiative", { "counts" } },
};

static void
drop_column (PatronGoalsPane *self)
{
  if (self->column == NULL)
    return;
  patron_scene_view_set_func (self->chart, NULL, NULL, NULL);
  gtk_scrolled_window_set_child (self->scroller, NULL);
  self->column = NULL;
}

static void
patron_goals_pane_dispose (GObject *object)
{
  PatronGoalsPane *self = PATRON_GOALS_PANE (object);

  if (self->column != NULL)
    patron_scene_view_set_func (self->chart, NULL, NULL, NULL);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->column = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->goal);
  g_clear_object (&self->kpi);

  G_OBJECT_CLASS (patron_goals_pane_parent_class)->dispose (object);
}

static gboolean
patron_goals_pane_grab_focus (GtkWidget *widget)
{
  PatronGoalsPane *self = PATRON_GOALS_PANE (widget);

  return self->column != NULL
         && gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
patron_goals_pane_class_init (PatronGoalsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patron_goals_pane_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = patron_goals_pane_grab_focus;
}

static GtkWidget *
make_bar (PatronGoalsPane *self)
{
  GtkWidget *bar = gtk_center_box_new ();
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = GTK_LABEL (title);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _("Close Pane"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Close Pane"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close),
                                  "goals.close-pane");
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), title);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar), close);
  return bar;
}

static void
patron_goals_pane_init (PatronGoalsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->summary = PATRON_GOAL_SUMMARY (patron_goal_summary_new ());
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
patron_goals_pane_new (void)
{
  return g_object_new (PATRON_TYPE_GOALS_PANE, NULL);
}

static const PatronEntity *
get_entity (PatronGoalsPane *self,
            const char      *name)
{
  return patron_registry_lookup (
      patron_document_get_registry (self->document), name);
}

static GtkWidget *
make_form (PatronGoalsPane *self)
{
  PatronForm *form
      = PATRON_FORM (patron_form_new (self->document,
                                      get_entity (self, "goal")));

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = patron_form_add_group (
          form, groups[i].title != NULL ? _(groups[i].title) : NULL);

      for (const char *const *field = groups[i].fields; *field != NULL;
           field++)
        patron_form_add (form, *field);
      if (groups[i].kind != NULL)
        patron_form_show_when (form, group, "kind", groups[i].kind);
    }
  self->form = form;
  return GTK_WIDGET (form);
}

static PatronScene *
lay_out_chart_cb (const PatronTheme *theme,
                  PatronMeasurer    *measurer,
                  double             width,
                  double             height,
                  gpointer           data)
{
  PatronGoalsPane *self = data;

  if (self->kpi == NULL)
    return NULL;
  return patron_figure_layout (self->document, PATRON_FIGURE_CHART, self->kpi,
                               theme, measurer, width, height);
}

static GtkWidget *
make_chart (PatronGoalsPane *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *frame = adw_bin_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   _("What Was Measured"));
  self->chart = PATRON_SCENE_VIEW (patron_scene_view_new (NULL));
  patron_scene_view_set_func (self->chart, lay_out_chart_cb, self, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, CHART_HEIGHT);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (frame), GTK_WIDGET (self->chart));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), frame);
  self->chart_group = group;
  return group;
}

static GtkWidget *
make_check_ins (PatronGoalsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->check_ins = PATRON_RECORD_LIST (patron_record_list_new (
      self->document, get_entity (self, "check_in"), "goal"));
  patron_record_list_set_newest_first (self->check_ins);
  self->adder = PATRON_GOAL_ADDER (patron_goal_adder_new (self->document));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->adder));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->check_ins));
  return box;
}

static GtkWidget *
make_actions (PatronGoalsPane *self)
{
  self->actions = PATRON_RECORD_LIST (patron_record_list_new (
      self->document, get_entity (self, "action"), "goal"));
  patron_record_list_set_mark (self->actions, patron_goals_mark_action,
                               NULL);
  return GTK_WIDGET (self->actions);
}

static void
make_column (PatronGoalsPane *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->column = column;
  self->smart = PATRON_GOAL_SMART (patron_goal_smart_new ());
  gtk_box_append (GTK_BOX (column), make_form (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->smart));
  gtk_box_append (GTK_BOX (column), make_chart (self));
  gtk_box_append (GTK_BOX (column), make_check_ins (self));
  gtk_box_append (GTK_BOX (column), make_actions (self));
  gtk_widget_add_css_class (column, "goal-column");
  gtk_scrolled_window_set_child (self->scroller, column);
}

/**
 * patron_goals_pane_set_document:
 * @document: (nullable): whose goals are shown
 */
void
patron_goals_pane_set_document (PatronGoalsPane *self,
                                PatronDocument  *document)
{
  drop_column (self);
  g_clear_object (&self->goal);
  g_clear_object (&self->kpi);
  g_set_object (&self->document, document);
}

/**
 * patron_goals_pane_set_goal:
 * @goal: (nullable): the goal to show
 *
 * Commits what was typed, then shows another goal.
 */
void
patron_goals_pane_set_goal (PatronGoalsPane *self,
                            PatronRecord    *goal)
{
  if (!g_set_object (&self->goal, goal))
    return;
  if (goal != NULL && self->column == NULL)
    make_column (self);
  if (self->column == NULL)
    return;
  patron_form_set_record (self->form, goal);
  patron_record_list_set_target (self->check_ins, goal);
  patron_record_list_set_target (self->actions, goal);
  patron_goal_adder_set_goal (self->adder, goal);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_chart (PatronGoalsPane      *self,
            const PatronGoalNode *node)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_set_object (&self->kpi, node->kpi);
  gtk_widget_set_visible (self->chart_group, node->kpi != NULL);
  if (node->kpi == NULL)
    return;
  title = patron_record_get_title (node->kpi);
  /* Translators: the name of a KPI. */
  label = g_strdup_printf (_("Chart of %s"), title);
  patron_scene_view_set_label (self->chart, label);
  patron_scene_view_refresh (self->chart);
}

/**
 * patron_goals_pane_show:
 *
 * Shows what is known of the goal now.
 */
void
patron_goals_pane_show (PatronGoalsPane      *self,
                        const PatronGoalTree *tree)
{
  const PatronGoalNode *node;
  const char *kind;
  int index;

  if (self->goal == NULL)
    return;
  index = patron_goal_tree_find (tree, patron_record_get_id (self->goal));
  if (index < 0)
    return;
  node = patron_goal_tree_get (tree, (guint) index);
  kind = patron_field_get_choice_label (
      patron_entity_get_field (get_entity (self, "goal"), "kind"),
      patron_record_get_text (self->goal, "kind"));
  gtk_label_set_text (self->title, kind != NULL ? kind : _("Goal"));
  patron_goal_summary_show (self->summary, tree, (guint) index);
  patron_goal_smart_show (self->smart, tree, index);
  patron_goal_adder_show (self->adder, node);
  show_chart (self, node);
}

static void
scroll_to (PatronGoalsPane *self,
           GtkWidget       *widget)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, self->column, &bounds))
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (self->scroller),
        bounds.origin.y);
}

/* What has the focus, as a whole: the record that a field is of. */
static GtkWidget *
get_focused (PatronGoalsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row
      = focus != NULL
            ? gtk_widget_get_ancestor (focus, ADW_TYPE_EXPANDER_ROW)
            : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, self->column) ? row
                                                                   : NULL;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       unused)
{
  PatronGoalsPane *self = PATRON_GOALS_PANE (widget);
  GtkWidget *focused = self->column != NULL ? get_focused (self) : NULL;

  if (self->frames-- > 0 && self->column != NULL)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (focused != NULL)
    scroll_to (self, focused);
  return G_SOURCE_REMOVE;
}

/* Brings what has the focus into view, once another goal, and what was
 * unfolded, have been given their sizes. */
static void
scroll_to_focus (PatronGoalsPane *self)
{
  self->frames = 2;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb,
                                               NULL, NULL);
}

/**
 * patron_goals_pane_show_record:
 * @record: the goal shown, or what belongs to it
 *
 * Returns: whether it is here
 */
gboolean
patron_goals_pane_show_record (PatronGoalsPane *self,
                               PatronRecord    *record)
{
  if (record == self->goal)
    return TRUE;
  if (self->column == NULL)
    return FALSE;
  if (!patron_record_list_show_record (self->check_ins, record)
      && !patron_record_list_show_record (self->actions, record))
    return FALSE;
  scroll_to_focus (self);
  return TRUE;
}

/**
 * patron_goals_pane_show_check:
 *
 * Brings what the check found into view.
 */
void
patron_goals_pane_show_check (PatronGoalsPane *self)
{
  if (self->column != NULL)
    scroll_to (self, GTK_WIDGET (self->smart));
}

/**
 * patron_goals_pane_check_in:
 *
 * Begins a check-in.
 */
void
patron_goals_pane_check_in (PatronGoalsPane *self)
{
  if (self->column == NULL)
    return;
  patron_goal_adder_open (self->adder);
  scroll_to_focus (self);
}

/**
 * patron_goals_pane_flush:
 *
 * Commits what was typed.
 */
void
patron_goals_pane_flush (PatronGoalsPane *self)
{
  if (self->column != NULL)
    patron_form_flush (self->form);
}
